"""Where a session takes place."""

from loosen.content.loading import practice
from loosen.core.facts import Ground
from loosen.core.journal import DayPart
from loosen.core.practice import BREATHS
from loosen.core.prescription import Limits
from loosen.core.progress import step_to_offer
from loosen.core.protocol import drafted, session_of, today_in
from loosen.core.reasons import Reason
from loosen.core.record import USUAL_PROGRAMME, Standing
from loosen.core.score import Position
from loosen.core.staying import ground_in
from tests.core.test_pacing import today
from tests.people import AYSE, JOE, MARIA, TODAY, steady, this_morning

WHY = Reason("condition-one-position", {"condition": "dizzy"})
SCORES = practice().scores


def positions(part: DayPart, limits: Limits, person: object = MARIA) -> set[Position]:
    """The positions of one session, from its breath to its end and in every way out."""
    of_part = today_in(part, today(this_morning(steady(person, 6), 4), limits))  # type: ignore[arg-type]
    session = session_of(drafted(part, of_part), of_part)
    return {SCORES[slug].position for slug in {place.movement for place in session.places if place.movement}}


class TestASessionInOnePosition:
    LIMITS = Limits(one_position=WHY)

    def test_is_on_a_chair_or_on_the_back_from_end_to_end_in_every_way_out(self) -> None:
        for part in (DayPart.MORNING, DayPart.NOON, DayPart.AFTERNOON, DayPart.BEDTIME):
            assert positions(part, self.LIMITS) in ({Position.SITTING}, {Position.LYING})

    def test_takes_the_position_that_leaves_the_most_of_it(self) -> None:
        assert positions(DayPart.BEDTIME, self.LIMITS) == {Position.LYING}
        assert positions(DayPart.NOON, self.LIMITS) == {Position.SITTING}

    def test_is_seated_for_somebody_who_does_not_lie_down(self) -> None:
        assert positions(DayPart.BEDTIME, self.LIMITS, AYSE) == {Position.SITTING}

    def test_says_why_once_and_beside_each_movement_that_gave_way(self) -> None:
        of_part = today_in(DayPart.MORNING, today(this_morning(steady(MARIA, 6), 4), self.LIMITS))

        draft = drafted(DayPart.MORNING, of_part)

        assert draft.reasons.count(WHY) == 1
        assert all(step.reasons[0] == WHY for step in draft.steps if step.reasons)
        assert any(step.reasons for step in draft.steps)

    def test_offers_no_step_in_another_one(self) -> None:
        ground = Ground(JOE, self.LIMITS, practice())
        calm = Standing(greens=3, practised=TODAY)

        offered = step_to_offer(calm, TODAY, {}, ground)

        assert offered is None or SCORES[offered[0]].position in (Position.SITTING, Position.LYING)

    def test_sits_when_every_position_of_a_breath_is_off(self) -> None:
        off = Limits(one_position=WHY, positions={p: Reason("cannot-position") for p in Position})

        limits = ground_in(DayPart.MORNING, {}, Ground(MARIA, off, practice())).limits

        assert limits.positions == off.positions

    def test_sits_when_neither_breath_may_be(self) -> None:
        neither = Limits(one_position=WHY, movements=dict.fromkeys(BREATHS, Reason("clinician-movement")))

        for outline in practice().programmes[USUAL_PROGRAMME].sessions:
            assert positions(outline.part, neither) == {Position.SITTING}


class TestAPartOfTheDay:
    MORNING_ONLY = Limits(parts={DayPart.MORNING: Limits(tags={"forward-bend": Reason("condition-tag")})})

    def test_has_its_own_limits(self) -> None:
        ground = Ground(MARIA, self.MORNING_ONLY, practice())

        assert "forward-bend" in ground_in(DayPart.MORNING, {}, ground).limits.tags
        assert "forward-bend" not in ground_in(DayPart.BEDTIME, {}, ground).limits.tags

    def test_is_as_every_other_where_nothing_is_said_of_it(self) -> None:
        ground = Ground(MARIA, Limits(), practice())

        assert ground_in(DayPart.NOON, {}, ground) is ground
        assert practice().programmes[USUAL_PROGRAMME].outline(DayPart.NOON).slots[0].movement in BREATHS
