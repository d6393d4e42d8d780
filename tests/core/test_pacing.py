"""How far to go today: each rule, seen in the session it leaves."""

from dataclasses import replace

import pytest

from loosen.content.loading import practice
from loosen.core.conditions import limits
from loosen.core.course import course
from loosen.core.day import Day, Session
from loosen.core.facts import Ground
from loosen.core.fitting import seconds_of, timed
from loosen.core.journal import Body, Choice, ChoiceKind, DayPart, Event, Felt, SharpAnswer
from loosen.core.pacing import (
    LIGHT_MINUTES,
    begin_with_the_usual,
    do_the_least,
    fit_the_minutes,
    most_minutes,
    stay_within_the_caps,
)
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.planning import plan_day, today_of
from loosen.core.prescription import Cap, Limits, strictest
from loosen.core.reasons import Reason
from loosen.core.record import USUAL_PROGRAMME, Record, window
from loosen.core.required import add_what_the_clinician_requires
from loosen.core.routine import Draft
from loosen.core.score import Dose, Position
from loosen.core.today import Today
from tests.core.test_course import chose, with_mornings
from tests.people import (
    AYSE,
    JOE,
    MARIA,
    TODAY,
    ZONE,
    ago,
    at,
    check_in,
    event,
    known_flare,
    moment,
    note,
    practised,
    sharp,
    short_form,
    steady,
    this_morning,
)

USUAL = steady(MARIA, 6)


def day(record: Record, hour: int = 7) -> Day:
    planned = plan_day(record, moment(hour=hour, minute=30), practice())
    assert isinstance(planned, Day)
    return planned


def session(record: Record) -> Session:
    return day(record).sessions[0]


def given(record: Record) -> dict[str, Dose]:
    return {step.movement: step.dose for step in session(record).steps}


def rules(record: Record) -> list[str]:
    return [reason.rule for reason in session(record).reasons]


def whys(record: Record, movement: str) -> list[str]:
    return next([r.rule for r in step.reasons] for step in session(record).steps if step.movement == movement)


def reasons(record: Record, movement: str) -> list[Reason]:
    return next(list(step.reasons) for step in session(record).steps if step.movement == movement)


def with_events(record: Record, *events: object) -> Record:
    told = sorted((*record.events, *events), key=lambda one: one.at)  # type: ignore[attr-defined]
    return replace(record, events=tuple(told))  # type: ignore[arg-type]


def flaring(record: Record) -> Record:
    """The record after the questions of a bad day: it is the flare the person knows."""
    return replace(record, screenings=(*record.screenings, known_flare()))


def today(record: Record, extra: Limits | None = None) -> Today:
    known = window(record, TODAY)
    allowed = strictest((limits(known, practice(), moment()), extra or Limits()))
    ground = Ground(record.person, allowed, practice(), record.clearings)
    return Today(TODAY, moment().instant_utc, ground, course(known, TODAY, ground))


def usual_draft(of_day: Today) -> Draft:
    return begin_with_the_usual(Draft(practice().programmes[USUAL_PROGRAMME].outline(DayPart.MORNING), ()), of_day)


class TestAnOrdinaryMorning:
    def test_gives_the_usual_session_and_says_so(self) -> None:
        assert rules(this_morning(USUAL, 4)) == ["usual-session"]

    def test_on_the_first_day_begins_small(self) -> None:
        first = Record(person=MARIA, screenings=USUAL.screenings)

        assert rules(first) == ["first-session"]


class TestAfterASmallIncrease:
    SORER = with_mornings(steady(JOE, 10, pain=3), {0: 5})

    def test_the_same_movements_return_with_fewer_repetitions(self) -> None:
        assert given(self.SORER) == {
            "seated-breath": Dose("described", 6),
            "pelvic-tilt": Dose("described", 6),
            "cat-cow": Dose("described", 6),
            "shoulder-release": Dose("described", 3),
        }

    def test_the_person_is_told_why(self) -> None:
        assert session(self.SORER).reasons[0] == Reason("small-increase", {"points": 2, "share": 0.75})

    def test_a_second_one_says_how_long_it_stays(self) -> None:
        again = with_mornings(steady(JOE, 10, pain=3), {1: 5, 0: 5})

        assert session(again).reasons[0] == Reason("second-small-increase", {"points": 2, "share": 0.75, "days": 7})

    def test_the_days_after_a_second_one_say_how_many_are_left(self) -> None:
        again = with_mornings(steady(JOE, 10, pain=3), {2: 5, 1: 5, 0: 3})

        assert session(again).reasons[0] == Reason("kept-steady", {"share": 0.75, "days": 6})

    def test_a_morning_that_was_not_rated_says_what_it_waits_for(self) -> None:
        unrated = with_mornings(steady(JOE, 10, pain=3), {1: 5})

        assert rules(unrated)[0] == "still-a-little-less"

    def test_a_calm_morning_says_that_the_usual_is_back(self) -> None:
        assert rules(with_mornings(steady(JOE, 10, pain=3), {1: 5, 0: 3}))[0] == "back-to-usual"


class TestAfterALargeIncrease:
    SORE = flaring(with_mornings(steady(JOE, 10, pain=2), {0: 5}))

    def test_the_breath_and_the_two_easiest_are_left_at_their_gentlest(self) -> None:
        assert given(self.SORE) == {
            "seated-breath": Dose("described", 6),
            "pelvic-tilt": Dose("small", 2),
            "shoulder-release": Dose("small", 2),
        }

    def test_the_person_is_told_why(self) -> None:
        told = session(self.SORE).reasons[:2]

        assert told == (Reason("severe-pain", {"pain": 5}), Reason("large-increase", {"points": 3}))

    def test_what_is_left_out_says_so(self) -> None:
        absences = {absence.movement: absence.reasons for absence in day(self.SORE).absences}

        assert absences["cat-cow"] == (Reason("easiest-only"),)

    def test_the_second_day_is_the_last_one(self) -> None:
        second = with_mornings(steady(JOE, 10, pain=2), {1: 5, 0: 2})

        assert session(second).reasons[0] == Reason("least-day", {"days": 1})

    def test_the_third_day_is_as_easy_when_it_is_still_sore(self) -> None:
        third = with_mornings(steady(JOE, 10, pain=2), {2: 5, 1: None, 0: 5})
        third = replace(third, events=tuple(one for one in third.events if one.day not in {ago(2), ago(1)}))

        assert rules(flaring(third)) == ["severe-pain", "least-until-calm"]
        assert given(flaring(third))["pelvic-tilt"] == Dose("small", 2)

    def test_the_third_day_brings_something_back(self) -> None:
        third = with_mornings(steady(JOE, 10, pain=2), {2: 5, 1: 2, 0: 2})

        assert rules(third)[0] == "coming-back"
        assert given(third)["cat-cow"] == Dose("described", 4)

    def test_one_that_did_not_settle_says_so(self) -> None:
        record = with_mornings(steady(JOE, 10, pain=2), {1: 4, 0: 3})
        record = replace(record, events=tuple(one for one in record.events if one.day != ago(1)))

        assert session(record).reasons[0] == Reason("not-settled", {"points": 1})


class TestAFlare:
    def test_says_how_many_days_it_is_met_with_the_least(self) -> None:
        record = replace(this_morning(steady(MARIA, 6), 5), choices=(chose(ChoiceKind.FLARE),))

        assert session(record).reasons[0] == Reason("flare", {"days": 3})
        assert len(session(record).steps) == 3


class TestAHeavyDayOnAChair:
    def test_says_why_something_stands_in_for_the_easiest(self) -> None:
        heavy = this_morning(steady(AYSE, 6, pain=5), 5, Body.HEAVY)

        assert whys(heavy, "seated-tilt") == ["cannot-position", "stands-in"]


class TestAHeavyDay:
    @pytest.mark.parametrize(
        ("said", "rule"),
        [({"body": Body.HEAVY}, "heavy-day"), ({"sleep": 1}, "short-night"), ({"mood": 0}, "low-mood")],
        ids=["heavy", "short night", "low mood"],
    )
    def test_is_breath_tilt_and_release_in_four_minutes(self, said: dict, rule: str) -> None:
        record = this_morning(USUAL, 4, **said)

        assert list(given(record)) == ["seated-breath", "pelvic-tilt", "shoulder-release"]
        assert session(record).duration_s <= 4 * 60
        assert rules(record)[0] == rule

    def test_on_a_sore_morning_is_no_more_than_the_sore_morning(self) -> None:
        heavy = replace(check_in(TODAY, 5), body=Body.HEAVY)
        record = replace(steady(JOE, 10, pain=3), check_ins=(*steady(JOE, 10, pain=3).check_ins, heavy))

        assert given(record)["pelvic-tilt"].repetitions <= 6
        assert rules(record)[:2] == ["heavy-day", "small-increase"]

    def test_for_somebody_without_the_floor_is_seated(self) -> None:
        from tests.people import TOM

        assert "seated-tilt" in given(this_morning(steady(TOM, 6), 4, Body.HEAVY))

    def test_for_somebody_who_can_do_nothing_is_the_breath(self) -> None:
        resting = replace(MARIA, positions_off=frozenset(Position))

        assert list(given(this_morning(replace(USUAL, person=resting), 4, Body.HEAVY))) == ["seated-breath"]


class TestASorerDay:
    def test_gives_three_quarters_when_the_number_says_nothing(self) -> None:
        record = this_morning(USUAL, None, Body.SORER)

        assert given(record)["cat-cow"] == Dose("described", 6)
        assert rules(record) == ["sorer-today"]

    def test_never_multiplies_with_another_share(self) -> None:
        record = with_mornings(steady(JOE, 10, pain=3), {})
        sorer = replace(record, check_ins=(*record.check_ins, check_in(TODAY, 5, Body.SORER)))

        assert given(sorer)["cat-cow"] == Dose("described", 6)


class TestMuchPainBeforeTheSession:
    def test_leaves_only_the_least(self) -> None:
        record = this_morning(steady(MARIA, 6, pain=6), 6)

        assert session(record).reasons[0] == Reason("high-start", {"pain": 6})
        assert given(record)["pelvic-tilt"] == Dose("small", 2)

    def test_is_told_as_the_usual_when_nothing_was_noted_today(self) -> None:
        record = steady(MARIA, 6, pain=6)

        assert session(record).reasons[0] == Reason("high-usual", {"pain": 6})
        assert "high-start" not in rules(record)
        assert given(record)["pelvic-tilt"] == Dose("small", 2)


class TestAMovementThatWasSharp:
    STOPPED = this_morning(with_events(USUAL, *sharp(ago(1), "cat-cow")), 4)

    def test_rests_and_something_in_another_position_stands_in(self) -> None:
        assert "cat-cow" not in given(self.STOPPED)
        assert given(self.STOPPED)["seated-cat-cow"] == Dose("small", 3)

    def test_says_how_long_it_rests(self) -> None:
        reasons = next(step.reasons for step in session(self.STOPPED).steps if step.movement == "seated-cat-cow")

        assert reasons == (
            Reason("sharp-rest", {"movement": "cat-cow", "hours": 25}),
            Reason("stands-in", {"instead": "cat-cow"}),
        )

    def test_is_back_to_the_hour_and_at_its_gentlest(self) -> None:
        stopped = this_morning(with_events(USUAL, *sharp(ago(2), "cat-cow")), 4)

        assert "cat-cow" not in {s.movement for s in day(stopped, hour=7).sessions[0].steps}
        (back,) = (s for s in day(stopped, hour=9).sessions[0].steps if s.movement == "cat-cow")
        assert back.dose.level == "small"
        assert [reason.rule for reason in back.reasons] == ["gentle-return"]

    def test_this_morning_is_not_in_the_afternoon(self) -> None:
        twice = replace(MARIA, parts=(DayPart.MORNING, DayPart.BEDTIME))
        record = with_events(replace(USUAL, person=twice), *sharp(TODAY, "pelvic-tilt"))

        _, bedtime = day(record, hour=20).sessions

        assert "pelvic-tilt" not in {step.movement for step in bedtime.steps}

    def test_with_nothing_to_stand_in_is_left_out_with_the_reason(self) -> None:
        stops = [s for n, m in enumerate(sorted(practice().scores)) for s in sharp(ago(1), m, nth=n)]
        known = today(with_events(USUAL, *stops))

        assert known.locks.keys() >= {"cat-cow", "pelvic-tilt"}
        (absence,) = (a for a in _rested(known).absences if a.movement == "cat-cow")
        assert [reason.rule for reason in absence.reasons] == ["sharp-rest", "nothing-else-fits"]

    def test_and_stopped_again_rests_the_longer_of_both(self) -> None:
        known = today(with_events(USUAL, *sharp(ago(1), "cat-cow"), *sharp(ago(1), "cat-cow", nth=40)))

        assert known.locks["cat-cow"].until.minute == 40

    def test_is_swapped_for_what_the_person_knows_at_their_own_dose(self) -> None:
        record = with_events(USUAL, *sharp(ago(1), "cat-cow"))
        known = today(record)
        doses = {**known.course.now.doses, "seated-cat-cow": Dose("described", 5)}
        known = replace(known, course=replace(known.course, now=replace(known.course.now, doses=doses)))

        assert {s.movement: s.dose for s in _rested(known).steps}["seated-cat-cow"] == Dose("described", 5)


def _rested(of_day: Today) -> Draft:
    from loosen.core.pacing import rest_what_was_sharp

    return rest_what_was_sharp(usual_draft(of_day), of_day)


class TestAMovementThatWasTooMuch:
    @pytest.mark.parametrize(
        ("happened", "rule", "half"),
        [
            ((event(ago(1), Event.EASIER, "cat-cow", 9),), "easier-last-time", 1.0),
            ((event(ago(1), Event.PINCH, "cat-cow", 9),), "hip-pinch", 1.0),
            (sharp(ago(1), "cat-cow", SharpAnswer.GONE), "sharp-passed", 0.5),
        ],
        ids=["easier", "pinch", "sharp for a moment"],
    )
    def test_is_met_at_a_gentler_level_and_says_why(self, happened: tuple, rule: str, half: float) -> None:
        record = this_morning(with_events(USUAL, *happened), 4)

        assert given(record)["cat-cow"] == Dose("small", 4, half)
        assert reasons(record, "cat-cow") == [Reason(rule, {"movement": "cat-cow"})]
        assert rules(record) == ["usual-with-a-change"]

    def test_goes_half_as_far_as_before(self) -> None:
        record = this_morning(with_events(USUAL, event(ago(1), Event.EASIER, "cat-cow", 9)), 4)
        score = practice().scores["cat-cow"]

        assert score.reach(given(record)["cat-cow"]) == 0.5 * score.reach(given(USUAL)["cat-cow"])


class TestAMovementBackFromItsRest:
    def test_says_which_it_is(self) -> None:
        record = this_morning(with_events(USUAL, *sharp(ago(3), "cat-cow")), 4)

        assert Reason("gentle-return", {"movement": "cat-cow"}) in reasons(record, "cat-cow")


class TestDaysAway:
    def test_are_met_with_less_and_a_welcome(self) -> None:
        away = steady(MARIA, 6, today=ago(8))

        assert rules(replace(away, screenings=(*away.screenings, short_form(ago(1))))) == ["days-away"]


class TestAHardSession:
    def test_says_why_the_next_one_is_less(self) -> None:
        record = this_morning(replace(USUAL, notes=(note(ago(1), felt=Felt.HARD_GOING),)), 4)

        assert rules(record) == ["hard-going"]
        assert given(record)["cat-cow"] == Dose("described", 6)


class TestOnlyTheBreath:
    def test_is_given_when_it_was_chosen(self) -> None:
        record = replace(USUAL, choices=(chose(ChoiceKind.BREATH_ONLY),))

        assert list(given(record)) == ["seated-breath"]
        assert rules(record) == ["breath-chosen"]

    def test_that_was_chosen_says_nothing_of_a_smaller_share(self) -> None:
        hard = replace(USUAL, notes=(note(ago(1), felt=Felt.HARD_GOING),), choices=(chose(ChoiceKind.BREATH_ONLY),))

        assert rules(hard) == ["breath-chosen"]

    def test_is_what_is_left_when_nothing_else_fits_and_nobody_calls_it_usual(self) -> None:
        nowhere = replace(MARIA, positions_off=frozenset(Position))

        assert list(given(this_morning(replace(USUAL, person=nowhere), 4))) == ["seated-breath"]
        assert rules(this_morning(replace(USUAL, person=nowhere), 4)) == ["breath-is-left"]

    def test_is_taken_back_by_choosing_the_usual(self) -> None:
        breath = chose(ChoiceKind.BREATH_ONLY)
        usual = Choice(id="usual", at=breath.at, zone=breath.zone, day=TODAY, kind=ChoiceKind.USUAL)

        assert len(given(replace(USUAL, choices=(breath, usual)))) == 4


class TestACap:
    def test_makes_the_same_movement_smaller(self) -> None:
        capped = today(USUAL, Limits(caps=(Cap("low-back-bend", 12, Reason("condition-cap")),)))

        steps = {step.movement: step for step in stay_within_the_caps(usual_draft(capped), capped).steps}

        assert steps["cat-cow"].dose.range < 1
        assert steps["cat-cow"].reasons == (Reason("condition-cap"),)
        assert steps["shoulder-release"].dose.range == 1

    def test_of_minutes_is_shared_by_the_sessions_of_the_day(self) -> None:
        twice = replace(MARIA, parts=(DayPart.MORNING, DayPart.BEDTIME))
        capped = today(replace(USUAL, person=twice), Limits(minutes=(8, Reason("clinician-minutes"))))
        draft = usual_draft(capped)

        assert most_minutes(draft, capped) == 4
        assert fit_the_minutes(draft, capped).reasons[-1].rule == "clinician-minutes"

    def test_of_minutes_that_is_wider_than_the_session_is_not_told(self) -> None:
        capped = today(USUAL, Limits(minutes=(60, Reason("clinician-minutes"))))
        usual = usual_draft(capped)
        long = usual.each(lambda step: replace(step, dose=replace(step.dose, repetitions=60)))

        for draft in (usual, long):
            assert Reason("clinician-minutes") not in fit_the_minutes(draft, capped).reasons


class TestTheLeast:
    def test_is_never_more_than_the_session_had(self) -> None:
        high = today(this_morning(steady(MARIA, 6), 6))
        once = usual_draft(high).each(lambda step: replace(step, dose=replace(step.dose, repetitions=1)))

        assert {step.dose.repetitions for step in do_the_least(once, high).steps[1:]} == {1}


class TestAFlareOnABadMorning:
    def test_is_told_as_the_flare_she_chose_with_its_three_days(self) -> None:
        bad = flaring(with_mornings(steady(MARIA, 6), {0: 8}))

        assert rules(bad)[:2] == ["severe-pain", "large-increase"]
        assert session(replace(bad, choices=(chose(ChoiceKind.FLARE),))).reasons[1] == Reason("flare", {"days": 3})


class TestSeverePain:
    KNOWN = flaring(this_morning(steady(MARIA, 6), 8))

    def test_that_is_the_flare_she_knows_leaves_the_least_today_and_says_when_to_call(self) -> None:
        assert rules(self.KNOWN)[0] == "severe-pain"
        assert given(self.KNOWN)["pelvic-tilt"] == Dose("small", 2)

    def test_after_a_day_without_practice_leaves_the_least_too(self) -> None:
        rested = replace(self.KNOWN, events=tuple(one for one in self.KNOWN.events if one.day not in {ago(1), ago(2)}))

        assert rules(rested) == ["severe-pain"]
        assert len(given(rested)) == 3

    def test_that_a_slip_of_the_finger_told_is_gone_when_it_is_put_right(self) -> None:
        put_right = replace(check_in(TODAY, 4), id="right", revises=f"check-in-{TODAY}")

        assert rules(replace(self.KNOWN, check_ins=(*self.KNOWN.check_ins, put_right))) == ["usual-session"]


def planned_by(record: Record, *sentences: Sentence) -> Record:
    """The record with a clinician's plan."""
    plan = Plan(id="plan", at=at(ago(30)), zone=ZONE, day=ago(30), clinician="Dr Roy", sentences=sentences)
    return replace(record, plans=(plan,))


class TestAClinicianOnSoreDays:
    HINGE = Sentence(Says.REQUIRE, movement="hip-hinge", repetitions=5, also_on_sore_days=True)
    SORE_DAYS = Sentence(Says.LIFT, condition="sore-days")

    def test_keeps_a_required_movement_whole_after_a_small_increase(self) -> None:
        sorer = with_mornings(steady(replace(MARIA, usual_pain=2), 6, pain=2), {0: 4})

        assert given(planned_by(sorer, replace(self.HINGE, also_on_sore_days=False)))["hip-hinge"].repetitions == 3
        assert given(planned_by(sorer, self.HINGE))["hip-hinge"].repetitions == 5
        assert given(planned_by(sorer, self.HINGE))["cat-cow"].repetitions == 6

    @pytest.mark.parametrize("said", [{"body": Body.HEAVY}, {"sleep": 1}, {"mood": 1}], ids=str)
    def test_keeps_it_on_a_heavy_day_with_time_of_its_own(self, said: dict) -> None:
        heavy = planned_by(this_morning(steady(MARIA, 6), 4, **said), self.HINGE)

        assert given(heavy)["hip-hinge"].repetitions == 5
        assert set(given(heavy)) == {"seated-breath", "pelvic-tilt", "shoulder-release", "hip-hinge"}
        assert session(heavy).duration_s <= 60 * 8

    def test_keeps_it_when_the_body_is_sorer(self) -> None:
        sorer = planned_by(this_morning(steady(MARIA, 6), 4, Body.SORER), self.HINGE)

        assert given(sorer)["hip-hinge"].repetitions == 5
        assert given(sorer)["cat-cow"].repetitions == 6

    def test_gives_it_its_own_time_beside_a_light_days_minutes(self) -> None:
        heavy = today_of(planned_by(this_morning(steady(MARIA, 6), 4, Body.HEAVY), self.HINGE), moment(), practice())
        draft = add_what_the_clinician_requires(usual_draft(heavy), heavy)
        hinge = timed(draft.only(frozenset({"hip-hinge"})), practice(), MARIA.count_s)

        assert len(hinge.steps) == 1
        assert most_minutes(draft, heavy) == LIGHT_MINUTES + seconds_of(hinge.steps, practice()) / 60

    @pytest.mark.parametrize("body", [Body.USUAL, Body.SORER])
    def test_does_not_keep_it_whole_after_a_hard_session(self, body: Body) -> None:
        hard = replace(USUAL, notes=(note(ago(1), felt=Felt.HARD_GOING),))

        assert given(planned_by(this_morning(hard, 4, body), self.HINGE))["hip-hinge"].repetitions < 5

    def test_keeps_nothing_on_a_red_day(self) -> None:
        red = flaring(with_mornings(steady(MARIA, 6), {0: 7}))

        assert set(given(planned_by(red, self.HINGE, self.SORE_DAYS))) == set(given(red))

    def test_does_not_shorten_a_day_whose_limits_are_lifted(self) -> None:
        amber = planned_by(with_mornings(steady(JOE, 6, pain=2), {0: 4}), self.SORE_DAYS)

        assert given(amber)["cat-cow"].repetitions == 8
        assert rules(amber)[0] == "clinician-sore-days"

    def test_does_not_shorten_a_heavy_day_whose_limits_are_lifted(self) -> None:
        heavy = planned_by(this_morning(steady(MARIA, 6), 4, Body.HEAVY), self.SORE_DAYS)

        assert len(given(heavy)) == 4
        assert rules(heavy)[0] == "clinician-sore-days"
        assert day(heavy).offer is None

    def test_says_nothing_of_it_on_a_day_that_is_not_sore(self) -> None:
        assert rules(planned_by(USUAL, self.SORE_DAYS)) == ["usual-session"]

    def test_lifts_no_other_reason_to_do_less(self) -> None:
        away = replace(steady(MARIA, 6, today=ago(8)), screenings=(*USUAL.screenings, short_form(ago(1))))

        assert rules(planned_by(away, self.SORE_DAYS)) == ["days-away"]


class TestAClinicianWhoCapsPain:
    def test_leaves_the_least_above_the_cap_and_says_who(self) -> None:
        capped = planned_by(this_morning(steady(MARIA, 6), 4), Sentence(Says.PAIN, most=3))

        assert rules(capped)[:2] == ["high-start", "clinician-pain"]
        assert given(capped)["pelvic-tilt"] == Dose("small", 2)

    def test_is_heard_on_every_day_that_moves_and_makes_nothing_smaller(self) -> None:
        kept = planned_by(USUAL, Sentence(Says.PAIN, most=5))

        assert rules(kept) == ["clinician-pain"]
        assert given(kept) == given(USUAL)


class TestPractisedToday:
    def test_changes_nothing_for_today(self) -> None:
        assert given(with_events(USUAL, *practised(TODAY))) == given(USUAL)
