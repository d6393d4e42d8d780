"""What the person tells: entries, each made once, by the person's own device, and corrected by later revisions."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class DayPart(Enum):
    """The four places of a session in a day."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    BEDTIME = "bedtime"


class Body(Enum):
    """How the rest of the body is, in the four words of the check-in."""

    USUAL = "usual"
    SORER = "sorer"
    HEAVY = "heavy"
    NEW = "new"


class Felt(Enum):
    """How a session felt."""

    GOOD = "good"
    ALL_RIGHT = "all-right"
    HARD_GOING = "hard-going"
    SHARP_AT_TIMES = "sharp-at-times"


class Event(Enum):
    """What happened in the player; `ANSWER` is the answer after Too sharp."""

    BEGAN = "began"
    DONE = "done"
    EASIER = "easier"
    PINCH = "pinch"
    SWAP = "swap"
    SHARP = "sharp"
    ANSWER = "answer"
    UNDO = "undo"
    LEFT = "left"
    ENDED = "ended"


class SharpAnswer(Enum):
    """The four answers after Too sharp and its two breaths."""

    GONE = "gone"
    STILL = "still"
    LEG = "leg"
    DIZZY = "dizzy"


class ChoiceKind(Enum):
    """What the person chose for a day, or said yes or no to."""

    REST = "rest"
    BREATH_ONLY = "breath-only"
    USUAL = "usual"
    FLARE = "flare"
    TAKE_STEP = "take-step"
    LEAVE_STEP = "leave-step"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The head of every entry: a UUIDv7 made on the device, the instant, the zone, and the practice day it belongs to."""

    id: str
    at: datetime
    zone: str
    day: date
    revises: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Entry):
    """How the person is today; every scale 0 to 10, None when left out. Pain and stiffness: 10 is worst; sleep and mood: 10 is best."""

    pain: int | None = None
    stiffness: int | None = None
    sleep: int | None = None
    mood: int | None = None
    body: Body = Body.USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerEvent(Entry):
    """One thing that happened in the player. `undoes` names the event taken back."""

    session: str
    event: Event
    movement: str | None = None
    level: str | None = None
    repetitions: int | None = None
    answer: SharpAnswer | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Entry):
    """How a session felt: most pain during it (0-10), chips and a line; `not_sharp` names stops tapped by mistake."""

    session: str
    felt: Felt | None = None
    pain: int | None = None
    chips: tuple[str, ...] = ()
    line: str = ""
    not_sharp: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Entry):
    """What the person chose; `movement` for a step taken or left."""

    kind: ChoiceKind
    movement: str | None = None
