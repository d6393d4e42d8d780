"""What the person tells: entries, each made once, by the person's own device, and corrected by later revisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import TypeVar


class DayPart(Enum):
    """The places of a session: four in a day, one small thing at any time, the full routine, and around a run."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    BEDTIME = "bedtime"
    SMALL = "small"
    FULL = "full"
    BEFORE_RUN = "before-run"
    AFTER_RUN = "after-run"


EVERY_SESSION = (DayPart.MORNING, DayPart.NOON, DayPart.AFTERNOON, DayPart.BEDTIME, DayPart.FULL)
"""Where something belongs that is asked for without a part: not beside one small thing, nor around a run."""


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
    KEEP_SWAP = "keep-swap"
    UNDO_SWAP = "undo-swap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The head of every entry: a UUIDv7 made on the device, the instant, the zone, and its practice day."""

    id: str
    at: datetime
    zone: str
    day: date
    revises: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Entry):
    """How the person is today, each scale 0 to 10, None when left out.

    Pain and stiffness: 10 is worst; sleep and mood: 10 is best.
    """

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
    """What the person chose; `movement` for a step taken or left, and for an exchange kept or undone."""

    kind: ChoiceKind
    movement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk(Entry):
    """A walk: its minutes, and whether one could have talked on the way; None when that was not said.

    One of no minutes takes back the walk it revises.
    """

    minutes: int
    talked: bool | None = None


SomeEntry = TypeVar("SomeEntry", bound=Entry)


def unrevised(entries: Iterable[SomeEntry]) -> tuple[SomeEntry, ...]:
    """Return the entries that no later one corrects, in their order."""
    entries = tuple(entries)
    corrected = {entry.revises for entry in entries if entry.revises}
    return tuple(entry for entry in entries if entry.id not in corrected) if corrected else entries


STEPS = frozenset({ChoiceKind.TAKE_STEP, ChoiceKind.LEAVE_STEP})
"""The two answers to an offer."""

SWAPS = frozenset({ChoiceKind.KEEP_SWAP, ChoiceKind.UNDO_SWAP})
"""The two answers to a movement that has taken another one's place for a change."""

ANSWERS = STEPS | SWAPS
"""Choices about one movement; every other one is about the day."""


def choices_about_the_day(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the choices of a day's shape that hold, in their order; taking an answer about a movement back is none."""
    choices = tuple(choices)
    answers = {choice.id for choice in choices if choice.kind in ANSWERS}
    return tuple(c for c in unrevised(choices) if c.kind not in ANSWERS and c.revises not in answers)


BODY_BY_CARE = (Body.USUAL, Body.SORER, Body.HEAVY, Body.NEW)
"""From nothing to mind to the one that asks for the most care."""

FELT_BY_CARE = (Felt.GOOD, Felt.ALL_RIGHT, Felt.HARD_GOING, Felt.SHARP_AT_TIMES)
"""From a good session to the one that asks for the most care."""


def walks_that_count(walks: Iterable[Walk]) -> tuple[Walk, ...]:
    """Return the walks that were walked, as they were last told."""
    return tuple(walk for walk in unrevised(walks) if walk.minutes)


def check_in_that_counts(check_ins: Sequence[CheckIn]) -> CheckIn | None:
    """Return the one check-in of a practice day.

    Two that do not correct each other came from two devices: the more careful of each answer holds.
    """
    standing = unrevised(check_ins)
    if len(standing) < 2:
        return standing[0] if standing else None
    return replace(
        standing[-1],
        pain=max((c.pain for c in standing if c.pain is not None), default=None),
        stiffness=max((c.stiffness for c in standing if c.stiffness is not None), default=None),
        sleep=min((c.sleep for c in standing if c.sleep is not None), default=None),
        mood=min((c.mood for c in standing if c.mood is not None), default=None),
        body=max((c.body for c in standing), key=BODY_BY_CARE.index),
    )


def notes_that_count(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Return one note a session; of two that do not correct each other the more careful of each answer holds."""
    by_session: dict[str, list[Note]] = {}
    for note in unrevised(notes):
        by_session.setdefault(note.session, []).append(note)
    return tuple(_more_careful(of_one) for of_one in by_session.values())


def _more_careful(notes: Sequence[Note]) -> Note:
    """Join notes of one session; a stop counts as mistaken only where every note says so."""
    if len(notes) == 1:
        return notes[0]
    return replace(
        notes[-1],
        felt=max((n.felt for n in notes if n.felt is not None), key=FELT_BY_CARE.index, default=None),
        pain=max((n.pain for n in notes if n.pain is not None), default=None),
        not_sharp=tuple(i for i in notes[-1].not_sharp if all(i in n.not_sharp for n in notes)),
    )


def events_that_count(events: Sequence[PlayerEvent], notes: Sequence[Note]) -> tuple[PlayerEvent, ...]:
    """Return what happened in the player without what was taken back there or named as a mistake in the note.

    `events` are in order. A stop that is taken back takes the answer to its question with it.
    """
    taken_back = {event.undoes for event in events if event.event is Event.UNDO}
    taken_back |= {mistake for note in notes for mistake in note.not_sharp}
    happened = [event for event in unrevised(events) if event.event is not Event.UNDO]
    stops = ((stop, happened[n + 1 :]) for n, stop in enumerate(happened) if stop.id in taken_back)
    taken_back |= {answer.id for stop, later in stops if (answer := answer_to(stop, later))}
    return tuple(event for event in happened if event.id not in taken_back)


def answer_to(stop: PlayerEvent, later: Iterable[PlayerEvent]) -> PlayerEvent | None:
    """Return the answer to the question after a stop: the first in its session, before the next stop."""
    if stop.event is not Event.SHARP:
        return None
    for event in later:
        if event.session == stop.session and event.event in (Event.ANSWER, Event.SHARP):
            return event if event.event is Event.ANSWER else None
    return None
