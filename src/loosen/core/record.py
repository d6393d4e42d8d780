"""Everything the planner may know of a person, as one frozen value; also the root of export and import."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from loosen.core.journal import CheckIn, Choice, DayPart, Note, PlayerEvent
from loosen.core.reasons import Reason
from loosen.core.score import Dose, Position
from loosen.core.screening import Clearing, Screening

FORMAT = "loosen-record"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Person:
    """Who practises. `positions_off` is what the person cannot or does not want to do (no floor, all on a chair).

    `count_s` is one count of the breath in seconds (0.8 to 1.5). `usual_pain` is the screening's "on an average day
    this past week", 0 to 10.
    """

    birth_year: int | None = None
    zone: str = "UTC"
    country: str = ""
    language: str = "en"
    usual_pain: int | None = None
    parts: tuple[DayPart, ...] = (DayPart.MORNING,)
    count_s: float = 1.0
    positions_off: frozenset[Position] = frozenset()


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
class Standing:
    """Where the practice stands after a day: dose per movement, today's share of it (0 to 1), and locks."""

    doses: Mapping[str, Dose] = field(default_factory=dict)
    share: float = 1.0
    locks: tuple[Lock, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A practice day as it was given, kept for replay: rules version, sessions with reasons, standing."""

    day: date
    rules: str
    sessions: tuple[GivenSession, ...] = ()
    reasons: tuple[Reason, ...] = ()
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record, or the planner's window of it. Tuples are ordered by instant."""

    person: Person = field(default_factory=Person)
    screenings: tuple[Screening, ...] = ()
    clearings: tuple[Clearing, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    events: tuple[PlayerEvent, ...] = ()
    notes: tuple[Note, ...] = ()
    choices: tuple[Choice, ...] = ()
    given: tuple[Given, ...] = ()
