"""The usual session of each part of the day."""

from dataclasses import replace

import pytest

from loosen.content.loading import practice
from loosen.core.conditions import of_person
from loosen.core.day import Step
from loosen.core.journal import DayPart
from loosen.core.practice import BREATHS
from loosen.core.reasons import Reason
from loosen.core.record import Person
from loosen.core.routine import (
    Draft,
    fewer,
    first_dose,
    fitted,
    gentler,
    in_easy_order,
    outline_of,
    seconds_of,
    stand_in,
    substitutes,
    timed,
    usual_dose,
    usual_session,
)
from loosen.core.score import Dose, Score
from tests.people import AYSE, MARIA, NOOR, TOM

SCORES = practice().scores
MORNING = outline_of(DayPart.MORNING, practice())
WHOLE = {"wall-press": Dose("described", 8), "hip-hinge": Dose("described", 8), "knee-rolls": Dose("described", 5)}


def usual(part: DayPart, person: Person = MARIA, doses: dict | None = None) -> Draft:
    return usual_session(outline_of(part, practice()), doses or {}, practice(), of_person(person).forbids)


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
    @pytest.mark.parametrize("part", list(DayPart))
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
    @pytest.mark.parametrize("part", list(DayPart))
    def test_the_session_is_whole(self, part: DayPart) -> None:
        draft = usual(part, AYSE, WHOLE)

        assert len(draft.steps) >= 3
        assert {SCORES[m].position.value for m in movements(draft)} == {"sitting"}

    def test_what_nothing_can_stand_in_for_is_left_out_with_the_reason(self) -> None:
        absent = {absence.movement: absence.reasons for absence in usual(DayPart.AFTERNOON, AYSE, WHOLE).absences}

        assert absent["knee-rolls"] == (
            Reason("cannot-position", {"position": "lying"}),
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


class TestTheOrder:
    def test_keeps_the_programmes_own_when_no_change_is_saved(self) -> None:
        draft = usual(DayPart.MORNING, doses=WHOLE)

        assert in_easy_order(draft, practice()) == draft

    def test_spares_a_change_of_position(self) -> None:
        draft = usual(DayPart.MORNING, doses=WHOLE)
        breath, tilt, cat_cow, press, release = draft.steps
        hinge = Step("hip-hinge", Dose("described", 8), 0.0)
        up_and_down = replace(draft, steps=(breath, press, tilt, hinge, cat_cow, release))

        easy = in_easy_order(up_and_down, practice())

        assert seconds(easy) <= seconds(up_and_down) - 10
        assert (easy.steps[0], easy.steps[-1]) == (breath, release)


class TestTheMinutes:
    DRAFT = usual(DayPart.MORNING, doses=WHOLE)

    def fit(self, minutes: float, count_s: float = 1.0) -> Draft:
        return fitted(self.DRAFT, practice(), count_s, 60 * minutes)

    def test_are_left_alone_when_the_session_fits(self) -> None:
        assert [step.dose for step in self.fit(8).steps] == [step.dose for step in self.DRAFT.steps]
        assert self.fit(8).reasons == ()

    def test_are_kept_by_fewer_repetitions_first(self) -> None:
        fit = self.fit(6)

        assert movements(fit) == movements(self.DRAFT)
        assert seconds(fit) <= 6 * 60
        assert fit.reasons == (Reason("fits-minutes", {"minutes": 6}),)

    def test_are_kept_for_somebody_who_breathes_slowly(self) -> None:
        assert seconds(self.fit(8, 1.5), 1.5) <= 8 * 60

    def test_are_kept_by_fewer_movements_then_and_the_closing_one_stays(self) -> None:
        fit = self.fit(3)

        assert movements(fit)[-1] == "shoulder-release"
        assert len(fit.steps) < len(self.DRAFT.steps)
        assert {absence.reasons[-1].rule for absence in fit.absences} == {"fits-minutes"}

    def test_leave_the_breath_at_the_very_least(self) -> None:
        fit = self.fit(0)

        assert movements(fit) == ["seated-breath"]
        assert fit.steps[0].dose.repetitions == 3

    def test_are_kept_by_fewer_rounds_of_a_breath_that_is_all(self) -> None:
        alone = fitted(self.DRAFT.only(frozenset({"seated-breath"})), practice(), 1.0, 60)

        assert seconds(alone) <= 60
        assert alone.reasons == (Reason("fits-minutes", {"minutes": 1}),)


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
