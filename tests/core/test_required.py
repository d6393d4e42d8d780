"""What clinicians ask for: first among the asks, within every limit."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.core.day import Day, Session, Step
from loosen.core.explaining import Fate, explain
from loosen.core.journal import Body, Choice, ChoiceKind, DayPart, SharpAnswer
from loosen.core.plan import SORE_DAYS, Sentence
from loosen.core.planning import plan_day, today_of
from loosen.core.practice import BREATHS
from loosen.core.reasons import Reason
from loosen.core.record import Record
from loosen.core.required import MOST_MOVEMENTS
from loosen.core.score import Dose, Position
from loosen.core.screening import Screening
from loosen.core.walking import FIRST_WALK, LEAST_WALK, WALKING
from tests.people import AYSE, JOE, MARIA, TODAY, ZONE, ago, at, known_flare, moment, sharp, steady, this_morning
from tests.plans import (
    asking,
    at_most_minutes,
    lift,
    no,
    no_further,
    plan,
    plans,
    please,
    steps,
    taken_back,
    with_plans,
)

SCORES = practice().scores
USUAL = this_morning(steady(MARIA), 4)


def answered(record: Record, form: Screening) -> Record:
    return replace(record, screenings=(*record.screenings, form))


def day_of(record: Record) -> Day:
    outcome = plan_day(record, moment(), practice())
    assert isinstance(outcome, Day)
    return outcome


def asked(*sentences: Sentence, record: Record = USUAL, who: str = "Dr Roy") -> Day:
    return day_of(with_plans(record, plan(who, *sentences)))


def step_of(day: Day, movement: str) -> Step | None:
    return next((step for session in day.sessions for step in session.steps if step.movement == movement), None)


def dose_of(day: Day, movement: str) -> Dose:
    step = step_of(day, movement)
    assert step
    return step.dose


def why_not(day: Day, movement: str) -> list[str]:
    return [reason.rule for absence in day.absences if absence.movement == movement for reason in absence.reasons]


def movements(session: Session) -> list[str]:
    return [step.movement for step in session.steps]


def rules_of(reasons: Iterable[Reason]) -> set[str]:
    return {reason.rule for reason in reasons}


class TestWhatAClinicianAsksFor:
    def test_has_its_place_before_the_closing_movement(self) -> None:
        (session,) = asked(please("bridge", 5)).sessions

        assert "bridge" in movements(session)
        assert movements(session)[-1] == "shoulder-release"

    def test_names_who_asked(self) -> None:
        step = step_of(asked(please("bridge", 5)), "bridge")

        assert step
        assert Reason("clinician-required", {"who": "Dr Roy", "movement": "bridge"}) in step.reasons

    def test_is_given_as_it_was_asked_for(self) -> None:
        assert dose_of(asked(please("bridge", 7, "described")), "bridge") == Dose("described", 7)

    def test_begins_small_where_no_dose_was_named(self) -> None:
        assert dose_of(asked(please("bridge")), "bridge").repetitions == 3

    def test_keeps_the_persons_own_dose_of_what_they_do_anyway(self) -> None:
        usual = dose_of(day_of(USUAL), "cat-cow")

        assert dose_of(asked(please("cat-cow")), "cat-cow") == usual

    def test_is_done_as_often_as_its_level_says_where_only_the_level_was_named(self) -> None:
        level = SCORES["cat-cow"].levels[0]

        assert dose_of(asked(please("cat-cow", level=level.id)), "cat-cow") == Dose(level.id, level.repetitions)

    def test_at_an_unknown_level_is_given_at_the_persons_own(self) -> None:
        assert dose_of(asked(please("cat-cow", 4, "upside-down")), "cat-cow").level == "described"

    def test_by_two_clinicians_is_the_gentler_of_both(self) -> None:
        gentlest = SCORES["cat-cow"].levels[0].id
        record = with_plans(
            USUAL, plan("Dr Roy", please("cat-cow", 4)), plan("Anna Beck", please("cat-cow", 6, gentlest))
        )

        assert dose_of(day_of(record), "cat-cow") == Dose(gentlest, 4)

    def test_takes_its_time_from_the_programme(self) -> None:
        day = asked(please("bridge", 8, "described"), please("sit-to-stand", 8, "described"), at_most_minutes(5))

        assert [dose_of(day, one).repetitions for one in ("bridge", "sit-to-stand")] == [8, 8]
        assert day.sessions[0].duration_s <= 5 * 60
        assert why_not(day, "cat-cow") == ["fits-minutes"]

    def test_comes_in_the_parts_of_the_day_it_was_asked_for(self) -> None:
        twice = this_morning(steady(JOE), 3)

        day = asked(please("bridge", 4, parts=(DayPart.AFTERNOON,)), record=twice)

        assert ["bridge" in movements(session) for session in day.sessions] == [False, True]

    def test_comes_in_every_session_where_no_part_was_named(self) -> None:
        day = asked(please("bridge", 4), record=this_morning(steady(JOE), 3))

        assert ["bridge" in movements(session) for session in day.sessions] == [True, True]

    def test_may_be_the_breath_that_begins(self) -> None:
        (session,) = asked(please("lying-breath", 4)).sessions

        assert session.steps[0].movement == "lying-breath"
        assert session.steps[0].dose.repetitions == 4
        assert "seated-breath" not in movements(session)

    def test_may_be_both_breaths(self) -> None:
        (session,) = asked(please("lying-breath", 4), please("seated-breath", 4)).sessions

        assert {"lying-breath", "seated-breath"} <= set(movements(session))

    def test_stays_within_the_caps(self) -> None:
        day = asked(please("standing-turn", 4, "described"), no_further(10, "trunk-turn"))

        step = step_of(day, "standing-turn")

        assert step
        assert step.dose.range < 1
        assert "clinician-cap" in rules_of(step.reasons)

    def test_comes_back_no_further_than_a_rest_after_sharp_pain_lets_it(self) -> None:
        rested = replace(USUAL, events=(*USUAL.events, *sharp(ago(4), "cat-cow", nth=30)))

        day = asked(please("cat-cow", 8, "described"), record=rested)

        assert dose_of(day, "cat-cow").level == SCORES["cat-cow"].levels[0].id

    def test_is_told_as_given_and_not_as_eased(self) -> None:
        record = with_plans(USUAL, plan("Dr Roy", please("bridge", 2)))

        told = {one.movement: one for one in explain(day_of(record), today_of(record, moment(), practice()))}

        assert told["bridge"].fate is Fate.GIVEN
        assert rules_of(told["bridge"].reasons) == {"clinician-required"}

    def test_is_told_as_eased_where_the_day_is_smaller_than_was_asked(self) -> None:
        record = with_plans(this_morning(steady(MARIA), 4, Body.SORER), plan("Dr Roy", please("cat-cow", 8)))

        told = {one.movement: one for one in explain(day_of(record), today_of(record, moment(), practice()))}

        assert told["cat-cow"].fate is Fate.EASED


class TestAStepMore:
    CALM = this_morning(steady(MARIA, 8), 4)

    def test_is_not_offered_on_what_a_clinician_gave_a_dose(self) -> None:
        offer = day_of(self.CALM).offer
        assert offer

        other = asked(please(offer[0], 4), record=self.CALM).offer

        assert other is None or other[0] != offer[0]

    def test_may_be_offered_on_what_a_clinician_left_at_the_persons_own(self) -> None:
        offer = day_of(self.CALM).offer

        assert offer
        assert asked(please(offer[0]), record=self.CALM).offer == offer

    def test_is_not_offered_while_a_clinician_holds_steps_back(self) -> None:
        assert asked(steps(allowed=False), record=self.CALM).offer is None


class TestMoreOftenThanDescribed:
    LEVEL = SCORES["bridge"].levels[0]
    MOST = LEVEL.most or LEVEL.repetitions

    def test_is_given_as_often_as_the_level_is_described_for(self) -> None:
        assert dose_of(asked(please("bridge", 30, self.LEVEL.id)), "bridge") == Dose(self.LEVEL.id, self.MOST)

    def test_says_so_beside_the_movement(self) -> None:
        step = step_of(asked(please("bridge", 30, self.LEVEL.id)), "bridge")

        assert step
        assert step.reasons[-1] == Reason(
            "fewer-than-asked", {"who": "Dr Roy", "movement": "bridge", "most": self.MOST}
        )

    def test_says_nothing_where_it_is_not(self) -> None:
        step = step_of(asked(please("bridge", self.MOST, self.LEVEL.id)), "bridge")

        assert step
        assert rules_of(step.reasons) == {"clinician-required"}


class TestOnASoreDay:
    HEAVY = this_morning(steady(MARIA), 4, Body.HEAVY)
    SORER = this_morning(steady(MARIA), 4, Body.SORER)
    AMBER = this_morning(steady(MARIA, pain=3), 5)
    RED = answered(this_morning(steady(MARIA, pain=2), 5), known_flare())

    @pytest.mark.parametrize("record", [HEAVY, SORER, AMBER], ids=["heavy", "sorer", "a small increase"])
    def test_what_was_asked_for_on_sore_days_too_keeps_its_dose(self, record) -> None:
        day = asked(please("bridge", 8, "described", also_on_sore_days=True), record=record)

        assert dose_of(day, "bridge") == Dose("described", 8)

    @pytest.mark.parametrize("record", [SORER, AMBER], ids=["sorer", "a small increase"])
    def test_what_was_not_is_a_little_less(self, record) -> None:
        day = asked(please("bridge", 8, "described"), record=record)

        assert dose_of(day, "bridge") == Dose("described", 6)

    def test_one_of_the_easiest_still_names_who_asked(self) -> None:
        step = step_of(asked(please("pelvic-tilt", 4), record=self.HEAVY), "pelvic-tilt")

        assert step
        assert (step.dose.repetitions, rules_of(step.reasons)) == (4, {"clinician-required"})

    def test_what_was_not_rests_on_a_heavy_day_and_says_so(self) -> None:
        assert why_not(asked(please("bridge", 6), record=self.HEAVY), "bridge") == [
            "required-not-possible",
            "easiest-only",
        ]

    def test_a_red_day_stays_a_red_day(self) -> None:
        day = asked(please("bridge", 6, also_on_sore_days=True), record=self.RED)

        assert why_not(day, "bridge") == ["required-not-possible", "easiest-only"]

    def test_a_clinician_may_lift_the_limits_of_a_heavy_day(self) -> None:
        day = asked(lift(SORE_DAYS), record=self.HEAVY)

        assert movements(day.sessions[0]) == movements(day_of(USUAL).sessions[0])
        assert Reason("clinician-sore-days", {"who": "Dr Roy"}) in day.sessions[0].reasons

    def test_or_of_a_slightly_sorer_one(self) -> None:
        for record in (self.SORER, self.AMBER):
            day = asked(lift(SORE_DAYS), record=record)

            assert [step.dose for step in day.sessions[0].steps] == [
                step.dose for step in day_of(USUAL).sessions[0].steps
            ]

    def test_and_never_those_of_a_red_day(self) -> None:
        assert asked(lift(SORE_DAYS), record=self.RED).sessions == day_of(self.RED).sessions


class TestWhatCouldNotBeHad:
    def test_because_it_is_left_out_says_by_whom(self) -> None:
        record = with_plans(USUAL, plan("Dr Roy", please("bridge")), plan("Anna Beck", no("bridge")))

        (absence,) = [one for one in day_of(record).absences if one.movement == "bridge"]

        assert absence.reasons == (
            Reason("required-not-possible", {"who": "Dr Roy", "movement": "bridge"}),
            Reason("clinician-movement", {"who": "Anna Beck", "movement": "bridge"}),
        )

    def test_because_of_its_position_says_so(self) -> None:
        record = this_morning(steady(AYSE), 5)

        assert why_not(asked(please("bridge"), record=record), "bridge") == ["required-not-possible", "cannot-position"]

    def test_because_it_rests_after_sharp_pain_says_so(self) -> None:
        resting = replace(USUAL, events=(*USUAL.events, *sharp(ago(1), "bridge", SharpAnswer.STILL)))

        assert why_not(asked(please("bridge"), record=resting), "bridge") == ["required-not-possible", "sharp-rest"]

    def test_because_the_person_wants_only_the_breath_says_so(self) -> None:
        chosen = Choice(id="c", at=at(TODAY, 7, 25), zone=ZONE, day=TODAY, kind=ChoiceKind.BREATH_ONLY)

        day = asked(please("bridge"), record=replace(USUAL, choices=(chosen,)))

        assert why_not(day, "bridge") == ["required-not-possible", "breath-chosen"]

    def test_because_there_is_no_time_says_so(self) -> None:
        day = asked(please("bridge", 8), at_most_minutes(1))

        assert why_not(day, "bridge") == ["required-not-possible", "fits-minutes"]

    def test_because_its_part_of_the_day_was_not_chosen_says_so(self) -> None:
        day = asked(please("bridge", parts=(DayPart.BEDTIME,)))

        assert why_not(day, "bridge") == ["required-not-possible", "other-part"]

    def test_because_the_library_does_not_have_it_says_so(self) -> None:
        assert why_not(asked(please("headstand")), "headstand") == ["required-not-possible", "not-in-library"]

    def test_in_one_session_is_said_although_another_lacks_it_too(self) -> None:
        record = with_plans(
            this_morning(steady(JOE, 10), 6),
            plan("Dr Roy", please("hip-hinge", 4, parts=(DayPart.MORNING,))),
        )

        assert why_not(day_of(record), "hip-hinge")[0] == "required-not-possible"

    def test_is_no_absence_where_it_could(self) -> None:
        assert why_not(asked(please("bridge")), "bridge") == []

    def test_before_a_referral_is_nothing_at_all(self) -> None:
        unscreened = with_plans(Record(person=MARIA), plan("Dr Roy", please("bridge")))

        assert not isinstance(plan_day(unscreened, moment(), practice()), Day)


class TestSevenAtMost:
    MANY = (
        "bridge",
        "open-book",
        "sit-to-stand",
        "knee-rolls",
        "seated-w",
        "standing-turn",
        "wall-tilt",
        "seated-tilt",
    )

    def test_are_given_and_the_others_say_so(self) -> None:
        small = (please(movement, 1, SCORES[movement].levels[0].id) for movement in self.MANY)

        day = asked(*small, record=this_morning(steady(replace(MARIA, count_s=0.8)), 4))

        assert len(day.sessions[0].steps) <= MOST_MOVEMENTS
        assert why_not(day, self.MANY[-1]) == ["required-not-possible", "seven-at-most"]

    def test_leave_the_programmes_own_movements_less_room(self) -> None:
        five = (please(movement, 1, SCORES[movement].levels[0].id) for movement in self.MANY[:5])

        day = asked(*five, record=this_morning(steady(replace(MARIA, count_s=0.8)), 4))

        assert why_not(day, "cat-cow") == ["makes-room"]
        assert why_not(day, "shoulder-release") in ([], ["fits-minutes"])


class TestAWalkThatIsAskedFor:
    """A walk is one of the day and of no session, in the programmes that have none of their own too."""

    def test_is_the_walk_of_the_day(self) -> None:
        day = asked(please(WALKING))

        assert day.walk
        assert day.walk.minutes == FIRST_WALK
        assert [reason.rule for reason in day.walk.reasons] == ["walk-first", "clinician-required"]
        assert step_of(day, WALKING) is None
        assert why_not(day, WALKING) == []

    def test_lasts_as_long_as_is_asked(self) -> None:
        long = asked(please(WALKING, level="half-an-hour"))
        less = asked(please(WALKING, 30, "described"))

        assert long.walk
        assert less.walk
        assert (long.walk.minutes, less.walk.minutes) == (30, 4)

    def test_that_may_not_be_says_why_and_who_asked(self) -> None:
        day = asked(please(WALKING), no(WALKING))

        assert day.walk
        assert day.walk.minutes == 0
        assert [reason.rule for reason in day.walk.reasons] == ["clinician-movement", "clinician-required"]

    def test_of_two_askings_is_the_shorter(self) -> None:
        day = asked(please(WALKING, level="described"), please(WALKING, level="two-minutes"))

        assert day.walk
        assert day.walk.minutes == LEAST_WALK

    def test_in_a_part_of_the_day_that_was_not_chosen_is_one_too(self) -> None:
        day = asked(please(WALKING, parts=(DayPart.BEDTIME,)))

        assert day.walk
        assert why_not(day, WALKING) == []


class TestAPlanThatIsTakenBack:
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
    @given(st.lists(plans(), max_size=2), plans(), st.sampled_from([MARIA, AYSE]), st.sampled_from(Body))
    def test_leaves_the_day_as_it_was_before(self, before, more, person, body) -> None:
        record = with_plans(this_morning(steady(person, 10), 4, body), *before)

        back = with_plans(record, more, taken_back(more))

        assert plan_day(back, moment(), practice()) == plan_day(record, moment(), practice())


class TestForEverybody:
    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
    @given(
        st.lists(asking(), max_size=5),
        st.sampled_from([Body.USUAL, Body.SORER, Body.HEAVY]),
        st.sampled_from([4, 6, 8]),
        st.sampled_from([MARIA, AYSE, JOE, replace(MARIA, positions_off=frozenset(Position))]),
    )
    def test_what_is_asked_for_is_there_or_says_why_not(self, sentences, body, pain, person) -> None:
        morning = answered(this_morning(steady(person, 10), pain, body), known_flare())
        record = with_plans(morning, plan("Dr Roy", *sentences))

        day = day_of(record)

        for session in day.sessions:
            assert session.steps[0].movement in BREATHS
            assert len(movements(session)) == len(set(movements(session))) <= MOST_MOVEMENTS
        for sentence in sentences:
            if sentence.holds_on(TODAY) and sentence.movement == WALKING:
                assert day.walk
                assert day.walk.reasons[1:]
            elif sentence.holds_on(TODAY):
                assert step_of(day, str(sentence.movement)) or why_not(day, str(sentence.movement))[1:]
