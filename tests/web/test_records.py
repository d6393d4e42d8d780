"""The bridge: nothing told is lost, doubled, changed or shown to somebody else, and a day is planned when facts ask."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from loosen.content import loading
from loosen.core.day import Day, Referral
from loosen.core.journal import Body, CheckIn, Choice, ChoiceKind, DayPart, Entry, Event, Note, PlayerEvent, SharpAnswer
from loosen.core.moment import Moment
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.planning import RULES_VERSION, plan_day
from loosen.core.record import Record
from loosen.core.score import Position
from loosen.core.screening import Began, Clearing, History, Said, Screening, Worse
from loosen.web import records, rows
from loosen.web.people.models import Entry as EntryRow
from loosen.web.people.models import GivenDay, PlannedDay, User
from tests.people import AYSE, MARIA, TODAY, ago, at, check_in, moment, note, practised, screening, sharp, steady

pytestmark = pytest.mark.django_db

HEAD: dict[str, Any] = {"at": at(TODAY), "zone": "Europe/Berlin", "day": TODAY}
EVERY_KIND = [
    CheckIn(id="a1", **HEAD, pain=4, stiffness=None, sleep=7, mood=6, body=Body.HEAVY),
    PlayerEvent(id="a2", **HEAD, session="s", event=Event.ANSWER, movement="cat-cow", answer=SharpAnswer.LEG),
    PlayerEvent(id="a3", **HEAD, session="s", event=Event.UNDO, undoes="a2"),
    Note(id="a4", **HEAD, session="s", pain=3, chips=("looser",), line="Füße warm – “gut”", not_sharp=("a2",)),
    Choice(id="a5", **HEAD, kind=ChoiceKind.TAKE_STEP, movement="pelvic-tilt", revises="a4"),
    Screening(id="a6", **HEAD, answers={"CES1": "no", "CES4": "skipped"}, read_back=True),
    Clearing(id="a7", **HEAD, finding="CES1", who="Dr Ito", looked_on=TODAY, said=Said.LIMITS,
             positions_off=frozenset({Position.KNEELING})),
    Screening(id="a8", **HEAD, answers={"ces1": "yes", "ces2": "same"}, dates={"pregnant": ago(-100)},
              histories={"ces1": History(Began.LONGER, Worse.NO, looked=True, looked_on=ago(40))}),
    Plan(id="a9", **HEAD, clinician="Dr Lind", valid_to=ago(-20), supersedes="Dr Ito",
         sentences=(Sentence(Says.AT_MOST, measure="trunk-bend", most=45.0, until=ago(-20)),)),
]  # fmt: skip


@pytest.fixture(autouse=True)
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is half past seven on the morning most tests stand in."""
    monkeypatch.setattr(records, "now", lambda: moment().instant_utc.astimezone(UTC))


def queries(ask: Any) -> int:
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def everything_of(person: User) -> Record:
    """All that was told and given, whatever the window."""
    given_days = rows.given_of(GivenDay.objects.of(person).last_of_each_day())
    return replace(records.told(person, date.min), given=given_days)


def keep_record(person: User, record: Any) -> None:
    records.take_over(person, record)


class TestAnEntry:
    @pytest.mark.parametrize("entry", EVERY_KIND, ids=lambda entry: f"{type(entry).__name__}-{entry.id}")
    def test_comes_back_as_it_was_told(self, maria: User, entry: Entry) -> None:
        records.keep(maria, entry)

        assert records.entries(maria, type(entry)) == (entry,)

    def test_sent_twice_exists_once(self, maria: User) -> None:
        first = records.keep(maria, EVERY_KIND[0])
        again = records.keep(maria, EVERY_KIND[0])

        assert (first, again) == (True, False)
        assert EntryRow.objects.count() == 1

    def test_sent_twice_in_one_parcel_exists_once(self, maria: User) -> None:
        kept = records.keep_all(maria, [EVERY_KIND[0], EVERY_KIND[0], EVERY_KIND[1]])

        assert kept == {"a1", "a2"}
        assert EntryRow.objects.count() == 2

    def test_is_never_changed_by_a_later_one_with_its_id(self, maria: User) -> None:
        told = check_in(TODAY, 3)
        records.keep(maria, told)

        records.keep(maria, replace(told, pain=9))

        assert records.entries(maria, CheckIn) == (told,)

    def test_is_corrected_by_a_later_one_that_stands_beside_it(self, maria: User) -> None:
        told = check_in(TODAY, 7)
        corrected = replace(told, id="later", pain=2, revises=told.id, at=at(TODAY, 9))

        records.keep_all(maria, [corrected, told])

        assert records.entries(maria, CheckIn) == (told, corrected)

    def test_a_parcel_with_a_fault_is_kept_not_at_all(self, maria: User) -> None:
        with pytest.raises(TypeError):
            records.keep_all(maria, [EVERY_KIND[0], replace(EVERY_KIND[1], answer=object())])

        assert not EntryRow.objects.exists()

    def test_with_the_id_of_somebody_elses_is_kept_for_both(self, maria: User, tom: User) -> None:
        records.keep(maria, EVERY_KIND[0])
        kept = records.keep(tom, EVERY_KIND[0])

        assert kept
        assert records.entries(maria, CheckIn) == records.entries(tom, CheckIn)

    def test_can_be_asked_for_by_day(self, maria: User) -> None:
        days = [ago(n) for n in (3, 2, 1, 0)]
        records.keep_all(maria, [check_in(day, 4) for day in days])

        found = records.entries(maria, CheckIn, since=ago(2), until=ago(1))

        assert [entry.day for entry in found] == days[1:3]

    def test_of_some_days_comes_with_one_question(self, maria: User) -> None:
        records.keep_all(maria, [check_in(ago(1), 4), check_in(TODAY, 4), *practised(TODAY), note(TODAY)])

        assert queries(lambda: records.told(maria, TODAY)) == 1
        told = records.told(maria, TODAY)
        assert (len(told.check_ins), len(told.events), len(told.notes)) == (1, 4, 1)


class TestAnotherPerson:
    def test_is_never_shown_what_this_one_told_or_was_given(self, maria: User, tom: User) -> None:
        keep_record(maria, steady(MARIA, days=5))
        records.today(maria)

        assert everything_of(tom) == replace(everything_of(tom), screenings=(), check_ins=(), events=(), given=())
        assert isinstance(records.today(tom).outcome, Referral)


class TestAnId:
    @given(st.integers(min_value=1_000_000_000, max_value=9_000_000_000))
    def test_is_a_uuid_of_version_seven_that_sorts_by_its_instant(self, seconds: int) -> None:
        instant = datetime.fromtimestamp(seconds, UTC)
        ticks = count()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(records, "now", lambda: instant + timedelta(milliseconds=next(ticks)))
            first, second = records.new_id(), records.new_id()

        assert (first[14], first[19] in "89ab") == ("7", True)
        assert first < second


class TestThePlannersWindow:
    def test_holds_42_practice_days_and_every_screening(self, maria: User) -> None:
        record = steady(MARIA, days=60)
        keep_record(maria, record)

        window = records.window(maria, moment())

        assert window.screenings == record.screenings
        assert {told.day for told in window.check_ins} == {ago(n) for n in range(1, 43)}

    def test_reaches_back_to_the_last_day_given_before_it(self, maria: User) -> None:
        keep_record(maria, steady(MARIA, days=60))
        yesterday_of_the_window = moment(ago(45))
        planned = plan_day(everything_of(maria), yesterday_of_the_window, loading.practice())
        assert isinstance(planned, Day)
        GivenDay.objects.create(person=maria, day=ago(45), payload=rows.text_of_given(records.given_from(planned)))

        window = records.window(maria, moment())

        assert min(told.day for told in window.check_ins) == ago(45)
        assert [given.day for given in window.given] == [ago(45)]

    def test_holds_every_plan_however_old(self, maria: User) -> None:
        plan = Plan(id="plan", at=at(ago(400)), zone="Europe/Berlin", day=ago(400), clinician="Dr Lind")
        records.keep(maria, plan)

        assert records.window(maria, moment()).plans == (plan,)

    def test_leaves_out_what_is_dated_more_than_a_day_ahead(self, maria: User) -> None:
        soon, late = check_in(TODAY, 3), check_in(TODAY + timedelta(days=3), 9)
        records.keep_all(maria, [soon, late])

        assert records.window(maria, moment()).check_ins == (soon,)
        assert everything_of(maria).check_ins == (soon, late)

    def test_asks_the_database_twice(self, maria: User) -> None:
        keep_record(maria, steady(MARIA, days=60))

        assert queries(lambda: records.window(maria, moment())) == 2

    @pytest.mark.parametrize("pain", [2, 4, 6, 9])
    def test_leads_to_the_same_day_as_the_whole_record(self, maria: User, pain: int) -> None:
        keep_record(maria, steady(MARIA, days=80))
        records.keep_all(maria, [check_in(TODAY, pain), *sharp(ago(1), "cat-cow")])

        by_window = plan_day(records.window(maria, moment()), moment(), loading.practice())
        by_all = plan_day(everything_of(maria), moment(), loading.practice())

        assert by_window == by_all


class TestToday:
    @pytest.fixture(autouse=True)
    def practising(self, maria: User) -> None:
        keep_record(maria, steady(MARIA, days=20))

    def test_is_planned_once_and_shown_as_it_was(self, maria: User) -> None:
        first = records.today(maria)
        again = records.today(maria)

        assert (first.stored, again.stored) == (False, True)
        assert again.outcome == first.outcome

    def test_costs_one_question_while_nothing_changed(self, maria: User) -> None:
        records.today(maria)

        assert queries(lambda: records.today(maria)) == 1

    def test_is_planned_anew_after_something_was_told(self, maria: User) -> None:
        usual = records.today(maria)

        records.keep(maria, check_in(TODAY, 9))

        after = records.today(maria)
        assert not after.stored
        assert after.outcome != usual.outcome

    def test_is_planned_anew_when_the_person_changed_what_they_can_do(self, maria: User) -> None:
        records.today(maria)
        maria.positions_off = [position.value for position in AYSE.positions_off]
        maria.save()

        after = records.today(maria)

        assert isinstance(after.outcome, Day)
        sitting = {
            loading.practice().scores[step.movement].position for s in after.outcome.sessions for step in s.steps
        }
        assert sitting == {Position.SITTING}

    def test_is_planned_anew_when_the_practice_day_turns(self, maria: User, monkeypatch: pytest.MonkeyPatch) -> None:
        records.today(maria)
        monkeypatch.setattr(records, "now", lambda: at(TODAY + timedelta(days=1)))

        assert records.today(maria).outcome.day == TODAY + timedelta(days=1)

    def test_is_planned_anew_when_the_content_changed(self, maria: User, monkeypatch: pytest.MonkeyPatch) -> None:
        records.today(maria)
        monkeypatch.setattr(loading, "version", lambda: "another")

        assert not records.today(maria).stored

    def test_is_planned_anew_when_an_earlier_program_wrote_it_in_another_shape(self, maria: User) -> None:
        usual = records.today(maria).outcome
        PlannedDay.objects.filter(person=maria).update(outcome='{"day": {"sessions": 7}}')

        again = records.today(maria)

        assert (again.outcome, again.stored) == (usual, False)

    def test_is_kept_as_it_was_given_with_its_rules_and_reasons(self, maria: User) -> None:
        outcome = records.today(maria).outcome
        assert isinstance(outcome, Day)

        given_day = records.given_on(maria, TODAY)

        assert given_day is not None
        assert given_day.rules == RULES_VERSION
        assert [s.reasons for s in outcome.every for s in s.steps] == [
            step.reasons for session in given_day.sessions for step in session.steps
        ]

    def test_what_was_given_first_is_kept_beside_what_was_given_after_a_new_fact(self, maria: User) -> None:
        records.today(maria)
        records.keep(maria, check_in(TODAY, 6))
        records.today(maria)

        assert GivenDay.objects.of(maria).filter(day=TODAY).count() == 2
        assert PlannedDay.objects.filter(person=maria).count() == 1

    def test_a_fact_that_changes_nothing_gives_nothing_anew(self, maria: User) -> None:
        records.today(maria)
        records.keep(maria, note(ago(1), line="Good to be outside."))
        records.today(maria)

        assert GivenDay.objects.of(maria).filter(day=TODAY).count() == 1

    def test_a_referral_is_shown_from_store_too(self, maria: User) -> None:
        records.keep(maria, screening(TODAY, ces1="yes"))

        first, again = records.today(maria), records.today(maria)

        assert isinstance(again.outcome, Referral)
        assert again.outcome == first.outcome
        assert again.stored


class TestTheMoment:
    def test_is_the_persons_own(self, maria: User) -> None:
        maria.zone = "Pacific/Apia"

        assert records.moment_for(maria) == Moment(moment().instant_utc, "Pacific/Apia")

    def test_heads_a_new_entry(self, maria: User) -> None:
        head = records.head_for(maria, revises="before")

        assert (head["day"], head["zone"], head["revises"]) == (TODAY, MARIA.zone, "before")

    def test_an_older_day_can_be_told_of(self, maria: User) -> None:
        assert records.head_for(maria, day=date(2026, 11, 1))["day"] == date(2026, 11, 1)


def test_a_whole_record_comes_back_as_it_was_taken_over(maria: User) -> None:
    record = steady(replace(AYSE, parts=(DayPart.NOON, DayPart.BEDTIME)), days=3)

    records.take_over(maria, record)

    assert everything_of(maria) == record
