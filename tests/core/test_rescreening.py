"""When to ask again: what is due before the next movement, why, and what is told first when there is more than one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loosen.content.loading import practice
from loosen.content.urgent import card
from loosen.core.answers import answered, last_asked
from loosen.core.day import Day
from loosen.core.journal import Body, Event, SharpAnswer
from loosen.core.planning import plan_day, today_of
from loosen.core.record import Record
from loosen.core.rescreening import Due, DueKind, due, finding, from_the_check_in, known_flare
from loosen.core.screening import Finding, Screening, Tier, stops
from tests.people import (
    MARIA,
    NOOR,
    TODAY,
    ZONE,
    ago,
    asked_weekly,
    at,
    check_in,
    event,
    moment,
    practised,
    screening,
    sharp,
    short_form,
    steady,
    this_morning,
)

PRACTICE = practice()
RULES = PRACTICE.screening
STEADY = steady(MARIA)


def whole(record: Record, hour: int = 9) -> list[Due]:
    """All that is due today."""
    now = moment(hour=hour)
    return list(due(record, today_of(record, now, PRACTICE).course, PRACTICE, now))


def kinds(record: Record, hour: int = 9) -> list[tuple[DueKind, str]]:
    """What is due today, and why."""
    return [(each.kind, each.why) for each in whole(record, hour)]


def asked(record: Record, *screenings: Screening) -> Record:
    return replace(record, screenings=(*record.screenings, *screenings))


def last_asked_on(record: Record, days: int) -> Record:
    """The record with its last short form so many days ago."""
    return replace(record, screenings=(screening(ago(30)), short_form(ago(days))))


def everything_new(day: date = TODAY, hour: int = 8, **answers: str) -> Screening:
    """The whole round again, without what lasts."""
    round_of = screening(day)
    news = {q: round_of.answers[q] for step in RULES.steps if not step.lasting for q in step.questions}
    return replace(round_of, id=f"again-{day}", at=at(day, hour), answers=news | answers)


class TestSteadyDays:
    def test_have_nothing_due(self):
        assert whole(STEADY) == []

    def test_of_every_kind_that_is_due_leave_only_the_breath(self):
        told = Due(DueKind.SHORT, at(), "weekly")

        found = finding(told)

        assert (found.rule, found.tier, found.since, found.words) == ("short-form", Tier.T3, at(), "weekly")
        assert stops(found)

    @pytest.mark.parametrize(
        "why", ["not-screened", "something-new", "told-leg", "told-dizzy", "severe-pain", "weekly", "away",
                "sharp-twice", "date-passed"],
    )  # fmt: skip
    def test_have_a_card_for_every_reason(self, why):
        told = card(finding(Due(DueKind.NEWS, at(), why)))

        assert len(told.steps) >= 3
        assert told.sources or why in {"not-screened", "something-new"}


class TestTheFirstTime:
    FULL = [(DueKind.FULL, "not-screened")]

    def test_everything_is_asked(self):
        never = replace(STEADY, screenings=())

        assert whole(never) == [Due(DueKind.FULL, moment(hour=9).instant_utc, "not-screened")]

    def test_the_year_of_birth_is_one_of_the_answers(self):
        assert kinds(replace(STEADY, person=replace(MARIA, birth_year=None))) == self.FULL

    @pytest.mark.parametrize("gate", ["prg", "surg", "cond-spine", "cond-joints", "cond-whole"])
    def test_a_yes_that_opens_a_list_asks_the_list(self, gate):
        opened = replace(screening(TODAY), id="gate", answers={gate: "yes"})

        assert kinds(asked(STEADY, opened)) == self.FULL

    def test_a_list_that_was_opened_and_answered_is_enough(self):
        opened = replace(screening(TODAY), id="gate", answers={"cond-joints": "yes"})
        joints = dict.fromkeys(("knee", "wrist", "shoulder", "neck", "inflamed-joints"), "no")
        behind = replace(opened, id="list", at=at(hour=8), answers=joints | {"knee": "yes"})

        assert kinds(asked(STEADY, opened, behind)) == []

    def test_hides_whatever_else_would_be_due(self):
        assert kinds(this_morning(replace(STEADY, screenings=()), 10, Body.NEW)) == self.FULL


class TestABadDay:
    SEVERE = [(DueKind.SEVERE, "severe-pain")]

    @pytest.mark.parametrize(("usual", "pain", "is_due"), [(4, 7, True), (4, 6, False), (6, 8, True), (7, 8, True)])
    def test_is_three_points_above_the_usual_or_eight_and_more(self, usual, pain, is_due):
        record = this_morning(steady(replace(MARIA, usual_pain=usual), pain=usual), pain)

        assert kinds(record) == (self.SEVERE if is_due else [])

    @pytest.mark.parametrize("pain", [8, 9, 10])
    def test_is_none_by_the_number_alone_for_whom_eight_is_usual(self, pain):
        assert kinds(this_morning(steady(NOOR, pain=8), pain)) == []

    def test_is_asked_about_since_the_check_in(self):
        assert whole(this_morning(STEADY, 9)) == [Due(DueKind.SEVERE, at(hour=7, minute=20), "severe-pain")]

    def test_is_over_when_it_was_asked_about(self):
        bad = dict.fromkeys((*RULES.severe, RULES.high), "no")
        record = asked(this_morning(STEADY, 9), replace(short_form(TODAY, hour=8), answers=bad))

        assert kinds(record) == []

    def answered(self, **answers: str) -> Record:
        bad = dict.fromkeys((*RULES.severe, RULES.high), "no") | answers
        form = short_form(TODAY, hour=8)
        return asked(this_morning(STEADY, 9), replace(form, answers={**form.answers, **bad}))

    def test_that_is_the_flare_one_knows_has_a_day_and_says_when_to_call_after_all(self):
        day = plan_day(self.answered(), moment(hour=9), PRACTICE)

        assert isinstance(day, Day)
        (note,) = (finding for finding in day.advice if finding.tier is Tier.T4)
        assert note == Finding("flare-known", Tier.T4, at(hour=7, minute=20), words="flare-known")
        assert "no position eases it, speak to a doctor today" in card(note).soon
        assert "not settling by tomorrow, speak to one then" in card(note).soon

    @pytest.mark.parametrize("question", RULES.severe)
    def test_that_is_unlike_the_usual_or_sudden_is_no_known_flare(self, question):
        record = self.answered(**{question: "yes"})

        assert known_flare(record, today_of(record, moment(hour=9), PRACTICE).course, PRACTICE) == ()

    def test_that_was_not_asked_about_or_is_over_is_no_known_flare(self):
        for record in (this_morning(STEADY, 9), replace(self.answered(), check_ins=STEADY.check_ins)):
            assert known_flare(record, today_of(record, moment(hour=9), PRACTICE).course, PRACTICE) == ()

    def test_without_questions_is_no_known_flare(self):
        bare = replace(PRACTICE, screening=replace(RULES, severe=(), high=""))
        course = today_of(self.answered(), moment(hour=9), bare).course

        assert known_flare(self.answered(), course, bare) == ()

    def test_asks_again_after_another_check_in(self):
        bad = dict.fromkeys((*RULES.severe, RULES.high), "no")
        record = asked(this_morning(STEADY, 7), replace(short_form(TODAY), at=at(hour=7, minute=25), answers=bad))
        worse = replace(check_in(TODAY, 9), id="worse", at=at(hour=8), revises=f"check-in-{TODAY}")

        assert kinds(record) == []
        assert kinds(replace(record, check_ins=(*record.check_ins, worse))) == self.SEVERE

    def test_is_taken_back_with_the_number(self):
        record = this_morning(STEADY, 9)
        meant = replace(check_in(TODAY, 4), id="meant", at=at(hour=8), revises=f"check-in-{TODAY}")

        assert kinds(replace(record, check_ins=(*record.check_ins, meant))) == []

    @pytest.mark.parametrize(("pain", "answer"), [(7, "no"), (8, "yes"), (10, "yes")])
    def test_tells_by_itself_whether_the_pain_is_severe(self, pain, answer):
        course = today_of(this_morning(STEADY, pain), moment(), PRACTICE).course

        assert from_the_check_in(course, RULES) == {"sev-high": answer}

    def test_without_a_number_is_not_severe(self):
        assert from_the_check_in(today_of(STEADY, moment(), PRACTICE).course, RULES) == {"sev-high": "no"}


class TestSomethingNew:
    def test_in_the_check_in_asks_all_that_may_be_news(self):
        record = this_morning(STEADY, 4, Body.NEW)

        assert [(each.kind, each.since, each.why) for each in whole(record)] == [
            (DueKind.NEWS, at(hour=7, minute=20), "something-new")
        ]

    def test_is_not_answered_by_the_short_form(self):
        record = asked(this_morning(STEADY, 4, Body.NEW), short_form(TODAY, hour=8))

        assert kinds(record) == [(DueKind.NEWS, "something-new")]

    def test_is_answered_by_the_whole_round_without_what_lasts(self):
        assert kinds(asked(this_morning(STEADY, 4, Body.NEW), everything_new())) == []

    def test_is_dizziness_in_the_player_too(self):
        dizzy = sharp(TODAY, "hip-hinge", SharpAnswer.DIZZY)

        assert kinds(replace(STEADY, events=(*STEADY.events, *dizzy))) == [(DueKind.NEWS, "told-dizzy")]

    def test_is_told_by_its_latest(self):
        dizzy = sharp(TODAY, "hip-hinge", SharpAnswer.DIZZY)
        record = this_morning(STEADY, 4, Body.NEW)

        assert kinds(replace(record, events=(*record.events, *dizzy))) == [(DueKind.NEWS, "told-dizzy")]

    def test_is_a_yes_that_nobody_read_back(self):
        unread = Screening(id="unread", at=at(), zone=ZONE, day=TODAY, answers={"ca1": "yes"})

        assert kinds(asked(STEADY, unread)) == [(DueKind.NEWS, "something-new")]

    def test_is_a_yes_that_nobody_read_back_and_that_counts_at_this_age(self):
        unread = Screening(id="unread", at=at(), zone=ZONE, day=TODAY, answers={"fx1": "yes"})
        older = replace(STEADY, person=replace(MARIA, birth_year=TODAY.year - 75))

        assert whole(asked(older, unread)) == [Due(DueKind.NEWS, at(), "something-new")]
        assert whole(asked(STEADY, unread)) == []


class TestTheShortForm:
    @pytest.mark.parametrize(("days", "is_due"), [(6, False), (7, True), (20, True)])
    def test_comes_once_a_week(self, days, is_due):
        assert kinds(last_asked_on(STEADY, days)) == ([(DueKind.SHORT, "weekly")] if is_due else [])

    def test_is_due_since_the_week_was_over(self):
        assert [each.since for each in whole(last_asked_on(STEADY, 9))] == [short_form(ago(2)).at]

    def test_is_answered_by_any_form_that_holds_its_questions(self):
        assert kinds(asked(last_asked_on(STEADY, 8), everything_new(ago(1)))) == []

    def test_is_not_answered_by_one_answer_put_right(self):
        slip = replace(short_form(ago(1)), answers={"ces1": "no"})

        assert kinds(asked(last_asked_on(STEADY, 8), slip)) == [(DueKind.SHORT, "weekly")]

    def test_has_been_asked_only_when_every_question_was(self):
        said = answered((replace(short_form(ago(1)), answers={"ces1": "no"}),), RULES)

        assert last_asked(said, ("ces1", "ces2")) is None
        assert last_asked(said, ("ces1",)).day == ago(1)

    def test_is_not_asked_where_the_content_has_none(self):
        bare = replace(PRACTICE, screening=replace(RULES, short=()))
        course = today_of(STEADY, moment(), bare).course

        assert due(last_asked_on(STEADY, 20), course, bare, moment()) == ()

    @pytest.mark.parametrize(
        ("off", "asked_ago", "why"),
        [(13, 6, None), (14, 0, None), (14, 1, "away"), (15, 1, None), (15, 2, "away"), (20, 6, None), (20, 7, "away")],
    )
    def test_comes_before_a_new_beginning_after_two_weeks_off(self, off, asked_ago, why):
        back = ago(off + 1)
        record = Record(
            person=MARIA, screenings=(screening(ago(60)), short_form(ago(asked_ago))), events=practised(back)
        )

        told = kinds(record)

        assert told == ([(DueKind.SHORT, why)] if why else [])

    @pytest.mark.parametrize(
        ("asked_ago", "since"),
        [(1, moment(hour=9).instant_utc), (9, short_form(ago(2)).at)],
        ids=["now", "since the week was over"],
    )
    def test_after_two_weeks_off_is_due(self, asked_ago, since):
        record = Record(
            person=MARIA, screenings=(screening(ago(60)), short_form(ago(asked_ago))), events=practised(ago(15))
        )

        assert whole(record) == [Due(DueKind.SHORT, since, "away")]

    def test_comes_after_two_sharp_stops_within_a_week(self):
        events = (*STEADY.events, *sharp(ago(4), "hip-hinge"), *sharp(ago(1), "cat-cow"))

        told = whole(replace(STEADY, events=events))

        assert [(each.kind, each.why, each.since) for each in told] == [
            (DueKind.SHORT, "sharp-twice", at(ago(1), 8, 20))
        ]

    @pytest.mark.parametrize("days", [(1,), (7, 1), (6, 6)], ids=["one", "one a week ago", "asked since"])
    def test_does_not_come_after_fewer_or_older_or_known_stops(self, days):
        stopped = tuple(e for nth, day in enumerate(days) for e in sharp(ago(day), "hip-hinge", nth=20 + 4 * nth))
        record = asked(replace(STEADY, events=(*STEADY.events, *stopped)), short_form(ago(6), hour=12))

        assert kinds(record) == []

    def test_does_not_come_after_a_stop_that_was_taken_back(self):
        slip = event(ago(1), Event.UNDO, nth=30, undoes=sharp(ago(1), "cat-cow")[0].id)
        events = (*STEADY.events, *sharp(ago(4), "hip-hinge"), *sharp(ago(1), "cat-cow"), slip)

        assert kinds(replace(STEADY, events=events)) == []

    def test_comes_after_pain_down_the_leg(self):
        leg = sharp(TODAY, "hip-hinge", SharpAnswer.LEG)

        record = replace(STEADY, events=(*STEADY.events, *leg))

        assert whole(record) == [Due(DueKind.SHORT, leg[-1].at, "told-leg")]
        assert kinds(asked(record, short_form(TODAY, hour=9)), hour=10) == []


class TestADueDate:
    PASSED = [(DueKind.DATE, "date-passed")]

    def expecting(self, due_on: date | None, answered_on: date, **more: str) -> Record:
        """Maria told on a day when her baby is due."""
        told = {"prg": "yes", "pregnant": "yes"} | more
        round_of = screening(answered_on, **told)
        round_of = replace(round_of, dates={"pregnant": due_on} if due_on else {})
        return Record(person=MARIA, screenings=(round_of, short_form(ago(1))))

    @pytest.mark.parametrize(("days_past", "is_due"), [(-10, False), (0, False), (1, True), (40, True)])
    def test_that_has_passed_asks_the_list_again(self, days_past, is_due):
        record = self.expecting(ago(days_past), ago(days_past + 60))

        assert kinds(record) == (self.PASSED if is_due else [])

    @pytest.mark.parametrize(("answered_ago", "is_due"), [(1, False), (6, False), (7, True)])
    def test_that_was_asked_about_since_waits_a_week(self, answered_ago, is_due):
        assert kinds(self.expecting(ago(10), ago(answered_ago))) == (self.PASSED if is_due else [])

    def test_that_was_asked_about_on_the_day_itself_waits_a_week_too(self):
        assert kinds(self.expecting(ago(6), ago(6))) == []
        assert kinds(self.expecting(ago(6), ago(7))) == self.PASSED

    @pytest.mark.parametrize(
        "date_told", [None, TODAY + timedelta(days=700), ago(400)], ids=["none", "two years off", "a year ago"]
    )
    def test_that_was_not_told_or_cannot_be_is_a_whole_pregnancy_off(self, date_told):
        assert kinds(self.expecting(date_told, ago(280))) == []
        assert kinds(self.expecting(date_told, ago(281))) == self.PASSED

    def test_is_over_when_the_baby_is_here(self):
        record = self.expecting(ago(3), ago(60))
        here = Screening(
            id="here", at=at(hour=7), zone=ZONE, day=TODAY, answers={"pregnant": "no", "postpartum": "yes"},
            dates={"postpartum": ago(4)}, read_back=True,
        )  # fmt: skip

        assert kinds(asked(record, here)) == []

    def test_is_nothing_to_those_who_are_not_expecting(self):
        assert kinds(self.expecting(ago(3), ago(60), pregnant="no")) == []


class TestWhenMoreIsDue:
    def test_the_most_telling_comes_first_and_each_kind_once(self):
        expecting = replace(screening(ago(90), prg="yes", pregnant="yes"), dates={"pregnant": ago(20)})
        stops = (*sharp(ago(1), "hip-hinge"), *sharp(TODAY, "cat-cow", SharpAnswer.LEG))
        record = replace(STEADY, screenings=(expecting,), events=(*STEADY.events, *stops))

        assert kinds(this_morning(record, 10, Body.NEW)) == [
            (DueKind.SEVERE, "severe-pain"),
            (DueKind.NEWS, "something-new"),
            (DueKind.SHORT, "told-leg"),
            (DueKind.DATE, "date-passed"),
        ]


def test_ten_years_of_short_forms_leave_nothing_due():
    record = replace(STEADY, screenings=asked_weekly(3650))

    assert whole(record) == []
