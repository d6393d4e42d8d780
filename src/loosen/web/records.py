"""The one bridge between the database and the core; beside cli.py the only reader of the clock."""

import hashlib
import secrets
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import TypedDict, TypeVar

from django.db import transaction
from django.db.models import F

from loosen import __version__
from loosen.content import loading
from loosen.core.answers import screened
from loosen.core.conditions import in_force
from loosen.core.day import Day, Referral
from loosen.core.journal import CheckIn, Choice, Entry, Note, PlayerEvent, Walk
from loosen.core.moment import Moment
from loosen.core.plan import Plan
from loosen.core.planning import RULES_VERSION, given_from, plan_day
from loosen.core.record import WINDOW_DAYS, Given, Record
from loosen.core.screening import Clearing, Screening
from loosen.web import rows
from loosen.web.people.models import Entry as EntryRow
from loosen.web.people.models import EntryRows, GivenDay, PlannedDay, User

WAITS = timedelta(days=1)
"""An entry dated further ahead than this is kept, and waits until its time has come."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

ALWAYS = [rows.NAMES[kind] for kind in (Screening, Clearing, Plan, Choice)]
"""What the planner reads whole, however old: few, and still true."""

TOLD = ("screenings", "clearings", "plans", "check_ins", "events", "notes", "choices", "walks")
"""The parts of a record that hold entries."""

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Today:
    """The practice day at a moment: what it yields, and whether that was planned before this request.

    `conditions` are those in force, by id: whoever shows the day need not read years of answers for them.
    """

    moment: Moment
    outcome: Day | Referral
    stored: bool
    conditions: tuple[str, ...]


class Head(TypedDict):
    """The head of a new entry, ready to be given to its value: `CheckIn(**head, pain=3)`."""

    id: str
    at: datetime
    zone: str
    day: date
    revises: str | None


# --- the clock -----------------------------------------------------------------------------------------------------


def now() -> datetime:
    """Return this instant: the only place of the web where the clock is read."""
    return datetime.now(UTC)


def moment_for(user: User) -> Moment:
    """Return now, where the person is."""
    return Moment(now(), user.zone)


def new_id() -> str:
    """Return a UUIDv7: 48 bits of milliseconds, then chance. A form carries one, so that sent twice it is kept once."""
    stamp = (now() - EPOCH) // timedelta(milliseconds=1) << 80
    return str(uuid.UUID(int=stamp | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)))


def head_for(user: User, entry_id: str | None = None, day: date | None = None, revises: str | None = None) -> Head:
    """Return the head of an entry made now; `day` is another practice day when an older one is corrected."""
    moment = moment_for(user)
    return Head(
        id=entry_id or new_id(), at=moment.instant_utc, zone=user.zone, day=day or moment.practice_day, revises=revises
    )


# --- out of the database -------------------------------------------------------------------------------------------


def window(user: User, moment: Moment) -> Record:
    """Return what the planner may know: what is always true, and 42 practice days of journal and given days.

    It reaches back to the last given day before them, whose standing is where the planner begins to fold.
    """
    first = moment.practice_day - timedelta(days=WINDOW_DAYS)
    given_rows = GivenDay.objects.of(user).before(moment.practice_day).reaching_back_from(first)
    given = rows.given_of(given_rows.last_of_each_day())
    first = min(first, given[0].day) if given else first
    known = EntryRow.objects.of(user).known_by(moment.instant_utc + WAITS)
    # Two halves, each along an index of its own; in one condition the database would read all the years.
    return _record(user, given, known.of_kinds(ALWAYS).union(known.since(first).other_than(ALWAYS), all=True))


def entries(user: User, kind: type[E], since: date | None = None, until: date | None = None) -> tuple[E, ...]:
    """Return entries of one kind in the order of their instants, corrections among them."""
    found = EntryRow.objects.of(user).filter(kind=rows.NAMES[kind])
    found = found.since(since) if since else found
    found = found.until(until) if until else found
    return rows.entries_of(kind, _payloads(found))


def lasting(user: User) -> Record:
    """Return what is always true of a person, however old: answers, looks, plans and choices; one question."""
    return _record(user, (), EntryRow.objects.of(user).of_kinds(ALWAYS))


def told(user: User, since: date, until: date | None = None) -> Record:
    """Return all that was told on these practice days, with one question to the database; given days are left out."""
    found = EntryRow.objects.of(user).since(since)
    return _record(user, (), found.until(until) if until else found)


def given_on(user: User, day: date) -> Given | None:
    """Return what was given on a practice day, as it was at the day's end."""
    return next(iter(rows.given_of(GivenDay.objects.of(user).filter(day=day).last_of_each_day())), None)


def has_answered(user: User) -> bool:
    """Tell whether every question that must be answered before the first session has an answer."""
    return screened(entries(user, Screening), loading.practice().screening)


# --- into the database ---------------------------------------------------------------------------------------------


def keep(user: User, entry: Entry) -> bool:
    """Keep an entry; False when it was there already. An entry that revises another stands beside it."""
    return bool(keep_all(user, (entry,)))


def keep_all(user: User, new: Iterable[Entry]) -> frozenset[str]:
    """Keep entries together or not at all; return the ids of those that were not there already."""
    by_id = {entry.id: entry for entry in new}
    with transaction.atomic():
        known = EntryRow.objects.of(user).filter(uid__in=by_id).values_list("uid", flat=True)
        fresh = {key: by_id[key] for key in by_id.keys() - set(known)}
        if fresh:
            EntryRow.objects.bulk_create([rows.row_of(user, entry) for entry in fresh.values()], ignore_conflicts=True)
            User.objects.filter(pk=user.pk).update(facts=F("facts") + 1)
            user.facts += 1
    return frozenset(fresh)


def take_over(user: User, record: Record) -> None:
    """Make a whole record this person's own: who they are, what they told and what they were given."""
    with transaction.atomic():
        rows.become(user, record.person)
        user.save()
        keep_all(user, chain.from_iterable(getattr(record, kind) for kind in TOLD))
        GivenDay.objects.bulk_create(
            GivenDay(person=user, day=given.day, payload=rows.text_of_given(given)) for given in record.given
        )


# --- the day -------------------------------------------------------------------------------------------------------


def today(user: User) -> Today:
    """Return the stored day; it is planned anew only when a fact changed since."""
    moment = moment_for(user)
    facts = _facts(user, moment.practice_day)
    stored = PlannedDay.objects.filter(person=user, facts=facts).values_list("outcome", flat=True).first()
    planned = rows.outcome_of(stored) if stored else None
    if planned is not None:
        return Today(moment, planned[0], stored=True, conditions=planned[1])
    record = window(user, moment)
    outcome = plan_day(record, moment, loading.practice())
    found = tuple(condition.id for condition in in_force(record, loading.practice(), moment))
    _store(user, facts, outcome, found)
    return Today(moment, outcome, stored=False, conditions=found)


def _facts(user: User, day: date) -> str:
    """Return a token of all that a plan depends on: the day, the person, their entries, and the content and rules."""
    person = rows.text_of_person(user)
    depends_on = f"{user.facts} {person} {loading.version()} {RULES_VERSION} {__version__}"
    return f"{day} {hashlib.sha256(depends_on.encode()).hexdigest()}"


def _store(user: User, facts: str, outcome: Day | Referral, conditions: tuple[str, ...]) -> None:
    """Keep for ever what was given, where it differs from the row before, then the plan until a fact changes.

    In this order no transaction is needed: a plan that was not written down is made again, and gives the same.
    """
    if isinstance(outcome, Day):
        payload = rows.text_of_given(given_from(outcome))
        before = GivenDay.objects.of(user).filter(day=outcome.day).order_by("pk").values_list("payload", flat=True)
        if before.last() != payload:
            GivenDay.objects.create(person=user, day=outcome.day, payload=payload)
    planned = {"facts": facts, "outcome": rows.text_of_outcome(outcome, conditions)}
    if not PlannedDay.objects.filter(person=user).update(**planned):
        PlannedDay.objects.bulk_create([PlannedDay(person=user, **planned)], ignore_conflicts=True)


def _record(user: User, given: tuple[Given, ...], told: EntryRows) -> Record:
    payloads = _payloads(told)
    return Record(
        person=rows.person_of(user),
        screenings=rows.entries_of(Screening, payloads),
        clearings=rows.entries_of(Clearing, payloads),
        plans=rows.entries_of(Plan, payloads),
        check_ins=rows.entries_of(CheckIn, payloads),
        events=rows.entries_of(PlayerEvent, payloads),
        notes=rows.entries_of(Note, payloads),
        choices=rows.entries_of(Choice, payloads),
        walks=rows.entries_of(Walk, payloads),
        given=given,
    )


def _payloads(told: EntryRows) -> list[tuple[str, str]]:
    return list(told.values_list("kind", "payload"))
