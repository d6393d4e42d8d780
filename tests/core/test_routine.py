"""The usual session of each part of the day."""

from dataclasses import replace

import pytest

from loosen.content.loading import practice
from loosen.core.conditions import of_person
from loosen.core.day import Step
from loosen.core.fitting import seconds_of, timed
from loosen.core.journal import DayPart
from loosen.core.practice import BREATHS, Slot
from loosen.core.reasons import Reason
from loosen.core.record import USUAL_PROGRAMME, Person
from loosen.core.routine import (
    Draft,
    dose_in,
    fewer,
    first_dose,
    gentler,
    stand_in,
    substitutes,
    usual_dose,
    usual_session,
)
from loosen.core.score import Dose, Position, Score
from tests.people import AYSE, MARIA, NOOR, TOM

SCORES = practice().scores
GENTLE_PARTS = [DayPart.MORNING, DayPart.NOON, DayPart.AFTERNOON, DayPart.BEDTIME]
MORNING = practice().programmes[USUAL_PROGRAMME].outline(DayPart.MORNING)
WHOLE = {"wall-press": Dose("described", 8), "hip-hinge": Dose("described", 8), "knee-rolls": Dose("described", 5)}


def usual(part: DayPart, person: Person = MARIA, doses: dict | None = None) -> Draft:
    return usual_session(
        practice().programmes[USUAL_PROGRAMME].outline(part), doses or {}, practice(), of_person(person).forbids
    )


def movements(draft: Draft) -> list[str]:
    return [step.movement for step in draft.steps]


def seconds(draft: Draft, count_s: float = 1.0) -> float:
    return seconds_of(timed(draft, practice(), count_s).steps, practice())


class TestTheMorning:
    def test_is_breath_tilt_cat_cow_wall_press_and_release(self) -> None:
        assert movements(usual(DayPart.MORNING, doses=WHOLE)) == [
            "seated-breath", "pelvic-tilt", "cat-cow", "wall-press", "shoulder-release",
        ]  # fmt: skip

    def test_lasts_five_to_eight_minutes(self) -> None:
        assert 5 * 60 <= seconds(usual(DayPart.MORNING, doses=WHOLE)) <= 8 * 60

    def test_begins_small(self) -> None:
        assert movements(usual(DayPart.MORNING)) == ["seated-breath", "pelvic-tilt", "cat-cow", "shoulder-release"]

    def test_gives_the_article_its_doses(self) -> None:
        doses = {step.movement: step.dose for step in usual(DayPart.MORNING, doses=WHOLE).steps}

        assert doses["pelvic-tilt"] == doses["cat-cow"] == doses["wall-press"] == Dose("described", 8)
        assert doses["seated-breath"] == Dose("described", 6)


class TestTheBreathAtBedtime:
    NO_BACK = frozenset({Position.LYING})

    def test_is_had_lying_on_the_side_by_somebody_who_must_not_lie_flat(self) -> None:
        on_her_side = replace(MARIA, positions_off=self.NO_BACK)

        assert movements(usual(DayPart.BEDTIME))[0] == "lying-breath"
        assert movements(usual(DayPart.BEDTIME, on_her_side))[0] == "side-lying-breath"

    def test_is_had_on_a_chair_by_somebody_who_lies_on_nothing(self) -> None:
        neither = replace(MARIA, positions_off=self.NO_BACK | {Position.SIDE_LYING})

        assert movements(usual(DayPart.BEDTIME, neither))[0] == "seated-breath"


class TestTheLateAfternoon:
    def test_is_hips_spine_and_gentle_twists(self) -> None:
        assert movements(usual(DayPart.AFTERNOON, doses=WHOLE)) == [
            "seated-breath", "knee-to-chest", "knee-rolls", "hip-hinge", "seated-rotation",
        ]  # fmt: skip

    def test_lasts_about_six_to_eight_minutes(self) -> None:
        assert 5.5 * 60 <= seconds(usual(DayPart.AFTERNOON, doses=WHOLE)) <= 8.5 * 60

    def test_has_room_for_two_knees_to_the_chest(self) -> None:
        (knee,) = (s for s in usual(DayPart.AFTERNOON).steps if s.movement == "knee-to-chest")

        assert knee.dose.repetitions == 2


class TestTheShortOnes:
    def test_noon_is_on_and_beside_a_chair(self) -> None:
        assert movements(usual(DayPart.NOON)) == ["seated-breath", "seated-rotation", "shoulder-release"]

    def test_bedtime_is_lying_down(self) -> None:
        draft = usual(DayPart.BEDTIME)

        assert {SCORES[movement].position.value for movement in movements(draft)} == {"lying"}
        assert seconds(draft) <= 5 * 60


class TestWithoutTheFloor:
    @pytest.mark.parametrize("part", GENTLE_PARTS)
    def test_the_session_is_whole(self, part: DayPart) -> None:
        draft = usual(part, TOM)

        assert len(draft.steps) >= 3
        assert not {SCORES[m].position for m in movements(draft)} & TOM.positions_off

    def test_each_stand_in_says_for_what_and_why(self) -> None:
        tilt = usual(DayPart.MORNING, TOM).steps[1]

        assert tilt.movement == "seated-tilt"
        assert tilt.reasons == (
            Reason("cannot-position", {"position": "lying"}),
            Reason("stands-in", {"instead": "pelvic-tilt"}),
        )


class TestAllOnAChair:
    @pytest.mark.parametrize("part", GENTLE_PARTS)
    def test_the_session_is_whole(self, part: DayPart) -> None:
        draft = usual(part, AYSE, WHOLE)

        assert len(draft.steps) >= 3
        assert {SCORES[m].position.value for m in movements(draft)} == {"sitting"}

    def test_the_pool_of_a_region_is_asked_when_no_way_out_fits(self) -> None:
        afternoon = movements(usual(DayPart.AFTERNOON, AYSE, WHOLE))

        assert "seated-side-bend" in afternoon
        assert "seated-side-bend" not in SCORES["knee-rolls"].ways_out.substitute

    def test_what_nothing_can_stand_in_for_is_left_out_with_the_reason(self) -> None:
        turning = {"seated-rotation", *substitutes(SCORES["seated-rotation"], practice())}
        sitting = of_person(AYSE).forbids

        def allowed(score: Score) -> Reason | None:
            return Reason("clinician-movement", {"who": "Dr Roy"}) if score.slug in turning else sitting(score)

        outline = practice().programmes[USUAL_PROGRAMME].outline(DayPart.AFTERNOON)
        draft = usual_session(outline, WHOLE, practice(), allowed)

        assert {absence.movement: absence.reasons for absence in draft.absences}["seated-rotation"] == (
            Reason("clinician-movement", {"who": "Dr Roy"}),
            Reason("nothing-else-fits"),
        )


class TestSomebodyWhoCanDoNothingToday:
    def test_still_has_the_breath(self) -> None:
        nothing = usual_session(MORNING, {}, practice(), lambda _: Reason("clinician-movement", {"who": "Dr Roy"}))

        assert movements(nothing) == ["seated-breath"]


class TestFewer:
    @pytest.mark.parametrize(
        ("repetitions", "share", "left"),
        [(8, 0.75, 6), (8, 0.6, 4), (5, 0.8, 4), (10, 0.6, 6), (3, 0.5, 2), (1, 0.5, 1)],
    )
    def test_is_rounded_down_to_two_and_never_more_than_before(self, repetitions: int, share: float, left: int) -> None:
        assert fewer(Dose("described", repetitions), share).repetitions == left


class TestADose:
    def test_begins_as_the_source_describes_it(self) -> None:
        assert usual_dose(SCORES["cat-cow"], {}) == Dose("described", 8)

    def test_at_a_level_that_is_no_longer_there_begins_anew(self) -> None:
        assert usual_dose(SCORES["cat-cow"], {"cat-cow": Dose("upside-down", 3)}) == Dose("described", 8)

    def test_of_a_movement_that_is_new_is_three_at_the_gentlest(self) -> None:
        assert first_dose(SCORES["wall-press"]) == Dose("half-way", 3)

    @pytest.mark.parametrize("score", SCORES.values(), ids=lambda score: score.slug)
    def test_has_a_gentler_one_down_to_the_gentlest_and_never_more_repetitions(self, score: Score) -> None:
        dose: Dose | None = Dose(score.levels[-1].id, score.levels[-1].repetitions)
        seen = []
        while dose:
            seen.append(dose)
            dose = gentler(score, dose)

        assert [one.level for one in seen] == [level.id for level in reversed(score.levels)]
        assert [one.repetitions for one in seen] == sorted((one.repetitions for one in seen), reverse=True)

    def test_of_what_is_done_as_described_is_never_at_a_level_that_builds_on_it(self) -> None:
        built = {"wall-press": Dose("breath-at-the-top", 6)}
        as_described = Slot("wall-press", as_described=True)

        assert dose_in(as_described, SCORES["wall-press"], built) == Dose("described", 10)
        assert dose_in(Slot("wall-press"), SCORES["wall-press"], built) == built["wall-press"]

    def test_of_what_is_done_as_described_may_be_gentler(self) -> None:
        gentle = {"wall-press": Dose("half-way", 3)}

        assert dose_in(Slot("wall-press", as_described=True), SCORES["wall-press"], gentle) == gentle["wall-press"]


class TestStandIns:
    @pytest.mark.parametrize("score", SCORES.values(), ids=lambda score: score.slug)
    def test_are_each_named_once_and_end_with_the_breath(self, score: Score) -> None:
        named = list(substitutes(score, practice()))

        assert len(named) == len(set(named))
        assert score.slug not in named
        assert set(named) & set(BREATHS)

    def test_in_another_position_are_in_another_position(self) -> None:
        other = stand_in(SCORES["hip-hinge"], practice(), lambda _: None, frozenset(), elsewhere=True)

        assert other is not None
        assert other.position is not SCORES["hip-hinge"].position

    def test_never_are_the_breath(self) -> None:
        taken = frozenset(SCORES) - set(BREATHS)

        assert stand_in(SCORES["cat-cow"], practice(), lambda _: None, taken) is None


class TestADraft:
    def test_says_each_reason_once(self) -> None:
        why = Reason("heavy-day")

        assert Draft(MORNING, ()).because(why).because(why).reasons == (why,)

    def test_changes_movements_and_leaves_the_breath_alone(self) -> None:
        def none(step: Step) -> Step:
            return replace(step, dose=Dose("small", 0))

        first, *others = usual(DayPart.MORNING, NOOR).each(none).steps

        assert first.dose.repetitions == 6
        assert {step.dose.repetitions for step in others} == {0}
