"""The morning's plan, from the record and the moment to a day or a referral."""

from dataclasses import replace
from datetime import timedelta

import pytest

from loosen.content.loading import practice
from loosen.core.day import Day, Referral
from loosen.core.journal import Body, ChoiceKind, DayPart, Event, SharpAnswer
from loosen.core.planning import RULES_VERSION, given_from, plan_day
from loosen.core.protocol import RULES
from loosen.core.record import Record
from loosen.core.score import Dose
from loosen.core.screening import Clearing, Effect, Said, Screening, Tier
from tests.core.test_course import chose, with_mornings
from tests.people import (
    INES,
    JOE,
    MARIA,
    TODAY,
    ZONE,
    ago,
    at,
    check_in,
    event,
    moment,
    screening,
    sharp,
    short_form,
    steady,
    this_morning,
)

ASKED_AFTER = [(SharpAnswer.LEG, "short-form"), (SharpAnswer.DIZZY, "something-new")]
USUAL = this_morning(steady(MARIA, 6), 4)
THREE_SHARP_DAYS = tuple(stop for days in (5, 3, 1) for stop in sharp(ago(days), "cat-cow"))


def plan(record: Record, hour: int = 7) -> Day | Referral:
    return plan_day(record, moment(hour=hour, minute=30), practice())


def day(record: Record) -> Day:
    planned = plan(record)
    assert isinstance(planned, Day)
    return planned


def referral(record: Record) -> Referral:
    planned = plan(record)
    assert isinstance(planned, Referral)
    return planned


def answered(question: str, answer: str = "yes", minute: int = 5) -> Screening:
    when = at(TODAY, 7, minute)
    return Screening(
        id=f"{question}-{answer}", at=when, zone=ZONE, day=TODAY, answers={question: answer}, read_back=True
    )


def told(record: Record, *screenings: Screening) -> Record:
    return replace(record, screenings=(*record.screenings, *screenings))


def stopped(record: Record, *stops: object) -> Record:
    return replace(record, events=tuple(sorted((*record.events, *stops), key=lambda one: one.at)))  # type: ignore[attr-defined, arg-type]


class TestBeforeAnySession:
    def test_the_questions_are_asked(self) -> None:
        asked = referral(Record(person=MARIA))

        assert (asked.tier, asked.comfort, [f.rule for f in asked.findings]) == (Tier.T3, True, ["not-screened"])

    def test_an_emergency_stops_everything_and_offers_no_breath(self) -> None:
        stop = referral(told(USUAL, answered("ces1")))

        assert (stop.tier, stop.comfort) == (Tier.T0, False)
        assert stop.reasons[0].values == {"finding": "CES1"}

    def test_a_look_today_leaves_the_breath(self) -> None:
        stop = referral(told(USUAL, answered("inf1")))

        assert (stop.tier, stop.comfort) == (Tier.T1, True)

    def test_an_emergency_answered_by_mistake_is_put_right(self) -> None:
        assert len(day(told(USUAL, answered("ces1"), answered("ces1", "no", 9))).sessions) == 1

    def test_nobody_without_a_year_of_birth_has_one(self) -> None:
        unknown = replace(steady(MARIA, 3), person=replace(MARIA, birth_year=None))

        outcome = plan_day(unknown, moment(), practice())

        assert isinstance(outcome, Referral)
        assert [finding.rule for finding in outcome.findings] == ["not-screened"]

    def test_somebody_under_eighteen_has_none_and_no_breath(self) -> None:
        young = replace(USUAL, person=replace(MARIA, birth_year=2012))

        assert not referral(young).comfort

    def test_something_new_is_asked_about(self) -> None:
        asked = referral(this_morning(steady(MARIA, 6), 4, Body.NEW))

        assert [finding.rule for finding in asked.findings] == ["something-new"]
        assert asked.comfort

    @pytest.mark.parametrize(("answer", "due"), ASKED_AFTER, ids=["leg", "dizzy"])
    def test_a_leg_or_dizziness_told_in_the_player_is_asked_about(self, answer: SharpAnswer, due: str) -> None:
        asked = referral(stopped(USUAL, *sharp(ago(1), "cat-cow", answer)))

        assert [finding.rule for finding in asked.findings] == [due]

    @pytest.mark.parametrize(("answer", "due"), ASKED_AFTER, ids=["leg", "dizzy"])
    def test_the_same_told_behind_something_else_is_asked_about(self, answer: SharpAnswer, due: str) -> None:
        told_without_a_stop = event(ago(1), Event.ANSWER, "cat-cow", 20, answer=answer)

        assert referral(stopped(USUAL, told_without_a_stop)).findings[0].rule == due

    def test_a_leg_tapped_by_mistake_is_not(self) -> None:
        stop, answer = sharp(ago(1), "cat-cow", SharpAnswer.LEG)
        undo = event(ago(1), Event.UNDO, nth=30, undoes=stop.id)

        assert day(stopped(USUAL, stop, answer, undo)).sessions

    def test_what_was_asked_about_since_is_asked_no_more(self) -> None:
        record = this_morning(steady(MARIA, 6), 4, Body.NEW)

        assert day(told(record, replace(screening(TODAY), id="again", at=at(TODAY, 7, 40)))).sessions

    def test_one_answer_put_right_is_not_the_round_that_something_new_asks_for(self) -> None:
        record = this_morning(steady(MARIA, 6), 4, Body.NEW)

        stop = referral(told(record, answered("ces1", "no", 40)))

        assert [finding.rule for finding in stop.findings] == ["something-new"]

    def test_an_emergency_that_was_never_read_back_is_asked_about(self) -> None:
        unread = replace(answered("ces1"), read_back=False)

        assert [finding.rule for finding in referral(told(USUAL, unread)).findings] == ["something-new"]

    def test_what_was_read_back_once_and_is_said_again_is_read_back_again(self) -> None:
        again = replace(answered("ca1", minute=40), id="again", read_back=False)

        assert "something-new" in [each.rule for each in referral(told(USUAL, answered("ca1"), again)).findings]

    def test_the_most_urgent_finding_stands_first(self) -> None:
        record = told(this_morning(steady(MARIA, 6), 4, Body.NEW), answered("inf1"))

        assert [finding.tier for finding in referral(record).findings] == [Tier.T1, Tier.T3]

    def test_what_stops_the_day_stands_before_what_would_only_hold_it(self) -> None:
        stop = referral(told(this_morning(steady(MARIA, 6), 4, Body.NEW), answered("ca1")))

        assert [(each.rule, each.tier) for each in stop.findings] == [("something-new", Tier.T3), ("CA1", Tier.T2)]
        assert (stop.tier, stop.reasons[0].values) == (Tier.T3, {"finding": "something-new"})


class TestAHold:
    HELD = told(stopped(USUAL, *THREE_SHARP_DAYS), short_form(TODAY))

    def test_after_sharp_pain_on_three_days_leaves_the_breath(self) -> None:
        held = day(self.HELD)

        assert [step.movement for step in held.sessions[0].steps] == ["seated-breath"]
        assert [reason.rule for reason in held.sessions[0].reasons] == ["breath-until-seen"]
        assert [(f.rule, f.tier, f.effect) for f in held.advice] == [("sharp-days", Tier.T2, Effect.HOLD)]

    def test_ends_when_a_clinician_has_looked(self) -> None:
        look = Clearing(
            id="look", at=at(TODAY, 7, 25), zone=ZONE, day=TODAY, finding="sharp-days", who="Dr Roy", looked_on=TODAY,
            said=Said.GO_ON,
        )  # fmt: skip

        free = day(replace(self.HELD, clearings=(look,)))

        assert free.advice == ()
        assert len(free.sessions[0].steps) > 1

    def test_from_the_screening_leaves_the_breath_too(self) -> None:
        held = day(told(USUAL, answered("ca1")))

        assert [step.movement for step in held.sessions[0].steps] == ["seated-breath"]

    def test_from_the_screening_that_goes_on_leaves_the_day_and_offers_no_step(self) -> None:
        leg = told(USUAL, answered("rad1"), answered("rad1-long", minute=6))

        going_on = day(leg)

        assert [f.effect for f in going_on.advice if f.tier is Tier.T2] == [Effect.GO_ON]
        assert len(going_on.sessions[0].steps) == 4
        assert going_on.offer is None


class TestARestDay:
    def test_is_a_day_without_sessions_and_with_a_kind_word(self) -> None:
        rest = day(replace(USUAL, choices=(chose(ChoiceKind.REST),)))

        assert rest.sessions == ()
        assert [reason.rule for reason in rest.reasons] == ["rest-chosen"]

    def test_keeps_where_the_practice_stands(self) -> None:
        rest = day(replace(USUAL, choices=(chose(ChoiceKind.REST),)))

        assert rest.standing == day(USUAL).standing
        assert rest.standing.practised == ago(1)


class TestOneSmallThing:
    SMALL = replace(USUAL, person=replace(MARIA, parts=(DayPart.SMALL,)))

    def test_stands_beside_the_sessions_of_every_day(self) -> None:
        today = day(USUAL)

        assert today.small
        assert today.small.id == f"{TODAY}-small"
        assert today.every == (*today.sessions, today.small)
        assert [step.movement for step in today.small.steps] == ["seated-breath", "shoulder-release"]
        assert today.small.duration_s <= 120

    def test_is_a_session_like_any_other_for_whoever_has_no_more(self) -> None:
        today = day(self.SMALL)

        assert [session.part for session in today.sessions] == [DayPart.SMALL]
        assert today.small is None
        assert today.every == today.sessions

    def test_stays_one_and_its_own_on_a_heavy_day(self) -> None:
        heavy = day(this_morning(steady(MARIA, 6), 4, Body.HEAVY)).small

        assert heavy
        assert [step.movement for step in heavy.steps] == ["seated-breath", "shoulder-release"]

    def test_is_kept_with_the_day_as_it_was_given(self) -> None:
        assert given_from(day(USUAL)).sessions[-1].part is DayPart.SMALL


class TestTheProgrammeThatWasChosen:
    def test_gives_its_own_sessions(self) -> None:
        runner = day(replace(USUAL, person=replace(MARIA, programme="runner", parts=(DayPart.BEFORE_RUN,))))

        assert [session.part for session in runner.sessions] == [DayPart.BEFORE_RUN]

    def test_passes_over_parts_it_does_not_have(self) -> None:
        desk = replace(MARIA, programme="desk-worker", parts=(DayPart.MORNING, DayPart.BEFORE_RUN))

        assert [session.part for session in day(replace(USUAL, person=desk)).sessions] == [DayPart.MORNING]

    def test_begins_as_it_is_written_where_no_part_is_left(self) -> None:
        full = replace(MARIA, programme="full-routine", parts=(DayPart.NOON,))

        assert [session.part for session in day(replace(USUAL, person=full)).sessions] == [DayPart.FULL]

    def test_that_has_left_the_library_gives_way_to_the_usual_one(self) -> None:
        assert day(replace(USUAL, person=replace(MARIA, programme="lion"))) == day(USUAL)


class TestADay:
    def test_has_a_session_for_each_part_the_person_chose(self) -> None:
        joe = day(this_morning(steady(JOE, 6, pain=3), 3))

        assert [session.part for session in joe.sessions] == [DayPart.MORNING, DayPart.AFTERNOON]
        assert [session.id for session in joe.sessions] == ["2026-11-22-morning", "2026-11-22-afternoon"]

    def test_says_once_what_makes_it_less(self) -> None:
        sorer = day(with_mornings(steady(JOE, 6, pain=3), {0: 5}))

        assert [reason.rule for reason in sorer.reasons] == ["small-increase"]

    def test_turns_at_four(self) -> None:
        late = plan_day(USUAL, moment(TODAY + timedelta(days=1), hour=3), practice())

        assert late.day == TODAY


class TestAnOffer:
    def test_stands_until_it_is_answered(self) -> None:
        assert day(USUAL).offer == ("wall-press", Dose("half-way", 3))
        assert day(replace(USUAL, choices=(chose(ChoiceKind.LEAVE_STEP, movement="wall-press"),))).offer is None

    def test_taken_is_in_the_session_at_once(self) -> None:
        taken = day(replace(USUAL, choices=(chose(ChoiceKind.TAKE_STEP, movement="wall-press"),)))

        assert "wall-press" in {step.movement for step in taken.sessions[0].steps}

    @pytest.mark.parametrize("body", [Body.HEAVY, Body.SORER])
    def test_is_not_made_on_a_day_that_is_held_back(self, body: Body) -> None:
        assert day(this_morning(steady(MARIA, 6), 4, body)).offer is None

    def test_is_not_made_on_a_day_of_breath_alone(self) -> None:
        assert day(replace(USUAL, choices=(chose(ChoiceKind.BREATH_ONLY),))).offer is None


class TestAnEntryFromTheFuture:
    def test_more_than_a_day_ahead_waits(self) -> None:
        ahead = replace(check_in(TODAY, 9), id="ahead", at=at(TODAY) + timedelta(days=2))

        assert plan(replace(USUAL, check_ins=(*USUAL.check_ins, ahead))) == plan(USUAL)

    def test_a_whole_day_ahead_still_counts(self) -> None:
        """Somebody who flew west has told today at a time that is still to come here."""
        ahead = replace(check_in(TODAY, 9), id="ahead", at=at() + timedelta(days=1))

        assert plan(replace(USUAL, check_ins=(*USUAL.check_ins, ahead))) != plan(USUAL)


class TestSeveralFormsThatAreDue:
    def test_are_asked_one_at_a_time(self) -> None:
        both = this_morning(steady(MARIA, 6), 9, Body.NEW)

        assert [finding.rule for finding in referral(both).findings] == ["severe-pain"]


class TestTheDayAsItIsKept:
    def test_has_what_was_given_by_which_rules_and_where_it_began(self) -> None:
        given_day = day(USUAL)

        kept = given_from(given_day)

        assert kept.rules == RULES_VERSION
        assert kept.standing == given_day.standing
        assert [(s.id, s.part) for s in kept.sessions] == [
            ("2026-11-22-morning", DayPart.MORNING),
            ("2026-11-22-small", DayPart.SMALL),
        ]
        assert [(step.movement, step.dose) for step in kept.sessions[0].steps] == [
            (step.movement, step.dose) for step in given_day.sessions[0].steps
        ]


class TestTheProtocol:
    def test_reads_from_top_to_bottom(self) -> None:
        names = [rule.__name__ for rule in RULES]

        assert names[0] == "begin_with_the_usual"
        assert names[-2:] == ["fit_the_minutes", "say_what_could_not_be_had"]
        assert all(rule.__doc__ for rule in RULES)

    def test_of_somebody_else_is_their_own(self) -> None:
        assert day(this_morning(steady(INES, 6), 4)).sessions == day(USUAL).sessions
