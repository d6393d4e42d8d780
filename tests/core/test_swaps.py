"""What a step may come to: its own movement, two that may stand in for it, and rest with the breath."""

from loosen.content.loading import practice
from loosen.core.day import Step
from loosen.core.record import Person
from loosen.core.routine import gentlest_dose
from loosen.core.swaps import ways_of
from tests.core.test_pacing import today
from tests.people import AYSE, MARIA, steady, this_morning

SCORES = practice().scores


def ways(person: Person, *movements: str) -> dict[str, tuple[str, ...]]:
    """The ways of each step of a session that begins with the breath on a chair and has these movements."""
    steps = [Step(slug, gentlest_dose(SCORES[slug]), 0.0) for slug in ("seated-breath", *movements)]
    found = ways_of(steps, today(this_morning(steady(person, 6), 4)))
    return dict(zip(("seated-breath", *movements), found, strict=True))


class TestWhatStandsInForAMovement:
    def test_is_what_it_wishes_first_and_then_something_away_from_where_it_is_done(self) -> None:
        """The knee rolls are wished for before the seated tilt, but on the same floor as the knee to the chest."""
        found = ways(MARIA, "knee-to-chest")

        assert found["knee-to-chest"] == ("knee-to-chest", "seated-knee-lift", "seated-tilt", "lying-breath")

    def test_is_its_next_wish_where_nothing_is_away(self) -> None:
        found = ways(AYSE, "seated-knee-lift")

        assert found["seated-knee-lift"] == ("seated-knee-lift", "seated-tilt", "seated-rotation", "seated-breath")

    def test_is_nothing_that_the_session_has_already(self) -> None:
        found = ways(MARIA, "knee-to-chest", "seated-knee-lift")

        assert found["knee-to-chest"] == ("knee-to-chest", "knee-rolls", "seated-tilt", "lying-breath")

    def test_is_rest_with_the_breath_alone_where_nothing_else_may_be(self) -> None:
        assert ways(AYSE, "seated-tilt")["seated-tilt"] == ("seated-tilt", "seated-breath")


class TestTheBreath:
    def test_may_be_had_in_another_position(self) -> None:
        assert ways(MARIA, "cat-cow")["seated-breath"] == ("seated-breath", "lying-breath", "lying-breath")

    def test_stays_where_it_is_for_somebody_who_does_not_lie_down(self) -> None:
        assert ways(AYSE, "seated-tilt")["seated-breath"] == ("seated-breath", "seated-breath")
