"""What clinicians ask for, seen closely: how much of it, its place in the session, and what is told beside it."""

from dataclasses import replace

from loosen.content.loading import practice
from loosen.core.explaining import Fate, explain
from loosen.core.journal import Body, DayPart
from loosen.core.pacing import begin_with_the_usual
from loosen.core.plan import Sentence
from loosen.core.planning import today_of
from loosen.core.record import Person
from loosen.core.required import add_what_the_clinician_requires, asked_dose
from loosen.core.routine import Draft
from loosen.core.score import Dose
from loosen.core.today import Today
from tests.core.test_required import TestSevenAtMost as SevenAtMost
from tests.core.test_required import asked, day_of, dose_of, movements, step_of, why_not
from tests.people import MARIA, TOM, moment, steady, this_morning
from tests.plans import plan, please, with_plans

SCORES = practice().scores
OWN = Dose("described", 8)


def today(*sentences: Sentence, person: Person = MARIA) -> Today:
    """A calm day of somebody of whom Dr Roy asks this."""
    record = with_plans(this_morning(steady(person, 6), 4), plan("Dr Roy", *sentences))
    return today_of(record, moment(), practice())


def dose(*sentences: Sentence, own: Dose = OWN) -> Dose:
    """How much of the cat-cow these sentences make in the morning, of somebody with this dose of it."""
    return asked_dose(SCORES["cat-cow"], DayPart.MORNING, own, today(*sentences))


def with_what_was_asked(part: DayPart, of_day: Today) -> Draft:
    """The usual session with what a clinician asks for, before any other rule."""
    usual = begin_with_the_usual(Draft(of_day.ground.programme.outline(part), ()), of_day)
    return add_what_the_clinician_requires(usual, of_day)


class TestTheDoseThatIsAskedFor:
    def test_takes_the_place_of_the_persons_own(self) -> None:
        assert dose(please("cat-cow", 4)) == Dose("described", 4)

    def test_may_be_a_single_repetition_and_is_never_none(self) -> None:
        assert [dose(please("cat-cow", asked_for)).repetitions for asked_for in (1, 0)] == [1, 1]

    def test_goes_no_further_than_the_person_does(self) -> None:
        assert dose(please("cat-cow", 4), own=replace(OWN, range=0.5)) == Dose("described", 4, 0.5)

    def test_is_the_persons_own_where_nobody_asks(self) -> None:
        assert dose(please("bridge", 4)) == OWN
        assert dose(please("cat-cow", 4, parts=(DayPart.NOON,))) == OWN

    def test_that_a_sore_day_leaves_alone_is_told_as_given(self) -> None:
        """It is fewer than her usual eight, and all that was asked for."""
        sorer = this_morning(steady(MARIA), 4, Body.SORER)
        record = with_plans(sorer, plan("Dr Roy", please("cat-cow", 4, also_on_sore_days=True)))

        told = {one.movement: one for one in explain(day_of(record), today_of(record, moment(), practice()))}

        assert dose_of(day_of(record), "cat-cow").repetitions == 4
        assert told["cat-cow"].fate is Fate.GIVEN


class TestItsPlaceInTheSession:
    def test_is_before_the_closing_movement_from_the_beginning(self) -> None:
        draft = with_what_was_asked(DayPart.MORNING, today(please("bridge"), please("sit-to-stand")))

        assert [step.movement for step in draft.steps] == [
            "seated-breath", "pelvic-tilt", "cat-cow", "bridge", "sit-to-stand", "shoulder-release"
        ]  # fmt: skip

    def test_is_not_lost_with_another_that_cannot_be_had(self) -> None:
        (session,) = asked(please("headstand"), please("bridge")).sessions

        assert "bridge" in movements(session)

    def test_is_had_by_six_beside_the_breath(self) -> None:
        small = [please(movement, 1, SCORES[movement].levels[0].id) for movement in SevenAtMost.MANY[:7]]

        day = asked(*small, record=this_morning(steady(replace(MARIA, count_s=0.8)), 4))

        assert set(movements(day.sessions[0])[1:]) == set(SevenAtMost.MANY[:6])
        assert why_not(day, SevenAtMost.MANY[6]) == ["required-not-possible", "seven-at-most"]

    def test_is_given_back_to_what_the_minutes_had_left_out(self) -> None:
        slow = today(please("lying-head-rolls"), person=replace(MARIA, count_s=1.5))
        begun = replace(slow.course.now, doses={"lying-head-rolls": Dose("described", 5)})
        of_day = replace(slow, course=replace(slow.course, now=begun))
        unasked = replace(of_day, ground=replace(of_day.ground, required=()))

        (left_out,) = with_what_was_asked(DayPart.BEDTIME, unasked).absences
        draft = with_what_was_asked(DayPart.BEDTIME, of_day)

        assert left_out.movement == "lying-head-rolls"
        assert left_out.movement in draft.movements
        assert draft.absences == ()


class TestWhatIsToldBesideIt:
    def test_is_for_what_it_stands_in_too(self) -> None:
        record = this_morning(steady(TOM, 6, pain=5), 5)

        step = step_of(asked(please("seated-tilt", 4), record=record), "seated-tilt")

        assert step
        assert [reason.rule for reason in step.reasons] == ["cannot-position", "stands-in", "clinician-required"]
