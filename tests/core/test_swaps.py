"""What a step may come to: its own movement, two that may stand in for it, and rest with the breath."""

from dataclasses import replace

import pytest

from loosen.content.loading import practice
from loosen.core.day import Step
from loosen.core.practice import BREATHS
from loosen.core.record import Person
from loosen.core.routine import gentlest_dose, substitutes
from loosen.core.score import Position
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
    def test_is_its_first_wishes_where_the_first_of_them_is_away_from_where_it_is_done(self) -> None:
        """The knee lift is done on a chair; so the knee rolls may come next, on the floor like it."""
        found = ways(MARIA, "knee-to-chest")

        assert found["knee-to-chest"] == ("knee-to-chest", "seated-knee-lift", "knee-rolls", "lying-breath")

    def test_is_something_away_where_the_first_wish_keeps_the_position(self) -> None:
        """After sit to stand comes its hinge on the same chair; the bridge on the mat is a real other choice."""
        found = ways(MARIA, "sit-to-stand")

        assert found["sit-to-stand"] == ("sit-to-stand", "seated-hinge", "bridge", "seated-breath")

    def test_is_its_next_wish_where_nothing_is_away(self) -> None:
        found = ways(AYSE, "seated-knee-lift")

        assert found["seated-knee-lift"] == ("seated-knee-lift", "seated-tilt", "seated-figure-four", "seated-breath")

    def test_is_nothing_that_the_session_has_already(self) -> None:
        found = ways(MARIA, "knee-to-chest", "seated-knee-lift")

        assert "seated-knee-lift" not in found["knee-to-chest"]

    @pytest.mark.parametrize("slug", sorted(SCORES.keys() - {*BREATHS, "walking"}))
    def test_leaves_a_real_alternative_wherever_there_is_one(self, slug: str) -> None:
        """Of two that may stand in, one is in another position, unless all that may are in this one."""
        held = today(this_morning(steady(MARIA, 6), 4))
        wishes = [SCORES[one] for one in substitutes(SCORES[slug], practice()) if one not in ("seated-breath", slug)]
        may = [one for one in wishes if not one.is_breath and held.forbids(one) is None]
        here = SCORES[slug].position

        _, *chosen, _ = ways(MARIA, slug)[slug]

        assert len(chosen) == min(2, len(may))
        assert chosen[:1] == [one.slug for one in may[:1]]
        assert any(SCORES[one].position is not here for one in chosen) is any(one.position is not here for one in may)

    def test_is_rest_with_the_breath_alone_where_nothing_else_may_be(self) -> None:
        nothing = replace(AYSE, positions_off=frozenset(Position))

        assert ways(nothing, "seated-tilt")["seated-tilt"] == ("seated-tilt", "seated-breath")


class TestTheBreath:
    def test_may_be_had_in_another_position(self) -> None:
        assert ways(MARIA, "cat-cow")["seated-breath"] == ("seated-breath", "lying-breath", "lying-breath")

    def test_is_had_on_the_side_by_somebody_who_must_not_lie_flat(self) -> None:
        on_her_side = replace(MARIA, positions_off=frozenset({Position.LYING}))

        assert ways(on_her_side, "cat-cow")["seated-breath"][1] == "side-lying-breath"

    @pytest.mark.parametrize("slug", ["open-book", "side-plank", "side-lying-tilt"])
    def test_after_a_movement_on_the_side_stays_there(self, slug: str) -> None:
        assert ways(MARIA, slug)[slug][-1] == "side-lying-breath"

    def test_stays_where_it_is_for_somebody_who_does_not_lie_down(self) -> None:
        assert ways(AYSE, "seated-tilt")["seated-breath"] == ("seated-breath", "seated-breath")
