"""Everything the planner may know of a person, as one frozen value; also the root of export and import."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from loosen.core.journal import CheckIn, Choice, DayPart, Entry, Note, PlayerEvent, Walk
from loosen.core.plan import Plan
from loosen.core.reasons import Reason
from loosen.core.score import Dose, Position
from loosen.core.screening import Clearing, Screening

FORMAT = "loosen-record"
VERSION = 1

USUAL_PROGRAMME = "gentle-start"
"""The programme of everybody who has not chosen another."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who practises. `positions_off` is what the person cannot or does not want to do (no floor, all on a chair).

    `count_s` is one count of the breath in seconds (0.8 to 1.5). `usual_pain` is the screening's "on an average day
    this past week", 0 to 10. `programme` is the slug of the one that was chosen; `parts` those of its sessions.
    """

    birth_year: int | None = None
    zone: str = "UTC"
    country: str = ""
    language: str = "en"
    usual_pain: int | None = None
    parts: tuple[DayPart, ...] = (DayPart.MORNING,)
    count_s: float = 1.0
    positions_off: frozenset[Position] = frozenset()
    programme: str = USUAL_PROGRAMME


@dataclass(frozen=True, slots=True)
class GivenStep:
    """One movement as it was given."""

    movement: str
    dose: Dose
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenSession:
    """One session as it was given."""

    id: str
    part: DayPart
    steps: tuple[GivenStep, ...]


@dataclass(frozen=True, slots=True)
class Lock:
    """A movement that stopped sharply rests until an instant (48 hours)."""

    movement: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Rotation:
    """Which movements have given way to others for some weeks.

    since: the first day of these weeks; days: those of them with a session practised. swaps: the programme's movement
    and what has its place. kept: those of them that stay, as the person wishes. undone: what the person did not want
    in exchange, or what was sharp. came, went: the day on which each movement last came in, or last gave way.
    programme: the one whose weeks these are, "" before the first of them.
    """

    since: date | None = None
    days: int = 0
    swaps: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    came: Mapping[str, date] = field(default_factory=dict)
    went: Mapping[str, date] = field(default_factory=dict)
    programme: str = ""


@dataclass(frozen=True, slots=True)
class Walking:
    """Where somebody stands with walking: the minutes of a walk, None before the first.

    since: the first day of these minutes; walks: how many at ease since then; breathless: the last one left no breath
    to talk.
    """

    minutes: int | None = None
    since: date | None = None
    walks: int = 0
    breathless: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the practice stands as a practice day begins, before anything of that day is told.

    doses: what has been begun beyond the programme's own, or changed by a step. share: how much of the dose, 0 (the
    least session) to 1, the `cause` that lowered it and `since` when. locks: movements at rest after a sharp stop.
    eased: movements to be done half way next time, each with the rule that says so. usual: the usual pain, 0 to 10.
    greens: calm mornings in a row, each after a session at full. calm_since: no small or large increase since this day.
    ambers: small increases in a row. steady_until: the share does not rise before this day. least_until: the last day
    of the least session. practised: the last day with a movement done, or a walk; moved: with more than a walk. full:
    whether the last practised day was at full, None when it was no more than one small thing or a walk, which neither
    counts nor breaks a run.
    hold_since: sharp on three days of seven, and not yet looked at. sharp_days: days with a sharp stop, the last seven.
    severe_days: days with severe pain, running. severe_hold: three of them, and not yet looked at.
    began: the first day with a movement done. first_mornings: pain (0-10) of the first seven rated mornings from then.
    """

    doses: Mapping[str, Dose] = field(default_factory=dict)
    share: float = 1.0
    cause: str = ""
    since: date | None = None
    locks: tuple[Lock, ...] = ()
    eased: Mapping[str, str] = field(default_factory=dict)
    usual: float | None = None
    greens: int = 0
    calm_since: date | None = None
    ambers: int = 0
    steady_until: date | None = None
    least_until: date | None = None
    practised: date | None = None
    moved: date | None = None
    full: bool | None = False
    hold_since: datetime | None = None
    sharp_days: tuple[date, ...] = ()
    severe_days: tuple[date, ...] = ()
    severe_hold: datetime | None = None
    began: date | None = None
    first_mornings: Mapping[date, int] = field(default_factory=dict)
    rotation: Rotation = field(default_factory=Rotation)
    walking: Walking = field(default_factory=Walking)


@dataclass(frozen=True, slots=True)
class Given:
    """A practice day as it was given, kept for replay, with the rules' version and the standing it began with.

    said: rules of advice that is not repeated every day and was given on this one.
    """

    day: date
    rules: str
    sessions: tuple[GivenSession, ...] = ()
    reasons: tuple[Reason, ...] = ()
    standing: Standing = field(default_factory=Standing)
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record, or the planner's window of it. Entries are in the order of instants, given days of days."""

    person: Person = field(default_factory=Person)
    screenings: tuple[Screening, ...] = ()
    clearings: tuple[Clearing, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    events: tuple[PlayerEvent, ...] = ()
    notes: tuple[Note, ...] = ()
    choices: tuple[Choice, ...] = ()
    given: tuple[Given, ...] = ()
    plans: tuple[Plan, ...] = ()
    walks: tuple[Walk, ...] = ()


WINDOW_DAYS = 42
"""Practice days of journal the planner looks at: two weeks for the usual, and the four weeks before them."""

Told = TypeVar("Told", bound=Entry)


def standing_before(record: Record, day: date) -> Given | None:
    """Return the last given day before the planner's window of this day: its standing is where the fold begins."""
    place = bisect_left(record.given, day - timedelta(days=WINDOW_DAYS), key=_given_on)
    return record.given[place - 1] if place else None


def _given_on(given: Given) -> date:
    return given.day


def window(record: Record, day: date) -> Record:
    """Return what the planner needs to know on this practice day: what holds until it is changed, and the window.

    Screenings, clearings and plans are whole. The window is the last 42 practice days. It reaches back to the last
    given day before them, whose standing was written as that day began: what that day told is folded too. It reaches
    on to tomorrow, of which somebody who flew west has told already.
    """
    anchor = standing_before(record, day)
    first = anchor.day if anchor else day - timedelta(days=WINDOW_DAYS)
    last = day + timedelta(days=1)
    return replace(
        record,
        check_ins=_within(record.check_ins, first, last),
        events=_within(record.events, first, last),
        notes=_within(record.notes, first, last),
        choices=_within(record.choices, first, last),
        walks=_within(record.walks, first, last),
        given=tuple(
            given for given in record.given[bisect_left(record.given, first, key=_given_on) :] if given.day <= day
        ),
    )


ZONES_APART = timedelta(days=2)
"""No zone puts an instant more than two days from the practice day it belongs to."""


def _within(entries: tuple[Told, ...], first: date, last: date) -> tuple[Told, ...]:
    """Return the entries of these practice days. They are in the order of instants, so the old are passed over."""
    earliest = datetime.combine(first, time(), UTC) - ZONES_APART
    recent = entries[bisect_left(entries, earliest, key=_told_at) :]
    return tuple(entry for entry in recent if first <= entry.day <= last)


def _told_at(entry: Entry) -> datetime:
    return entry.at
