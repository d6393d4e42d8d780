"""What a practice day told: the check-in, the taps in the player, the notes and the choices, each counted once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TypeVar

from loosen.core.journal import (
    FELT_BY_CARE,
    STEPS,
    SWAPS,
    Body,
    CheckIn,
    Choice,
    ChoiceKind,
    DayPart,
    Entry,
    Event,
    Felt,
    Note,
    PlayerEvent,
    SharpAnswer,
    Walk,
    answer_to,
    check_in_that_counts,
    choices_about_the_day,
    events_that_count,
    notes_that_count,
    unrevised,
    walks_that_count,
)
from loosen.core.moment import Moment
from loosen.core.practice import BREATHS, Practice, Programme
from loosen.core.prescribed import Require
from loosen.core.prescription import Limits
from loosen.core.reasons import Reason
from loosen.core.record import USUAL_PROGRAMME, Person, Record
from loosen.core.screening import Clearing

SOMETHING_NEW = "something-new"
TOLD_LEG = "told-leg"
TOLD_DIZZY = "told-dizzy"
NEWS_IN_THE_PLAYER = {SharpAnswer.LEG: TOLD_LEG, SharpAnswer.DIZZY: TOLD_DIZZY}
"""What may be told that the questions must hear first, by the words of its card."""

ONE_SMALL_THING = f"-{DayPart.SMALL.value}"
"""How the id of a session ends that is one small thing."""

NEWS = timedelta(days=14)
"""How far back a corrected day is news: the questions ask about two weeks. Source: clinical ground 2.2."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What every rule may look at besides the day itself: the person, what is left out, the content, the clearings.

    `required` is what clinicians ask for. `sore_days` says who lifted the limits of heavy and of slightly sorer days.
    `swaps`: the programme's movements that others have taken the place of for some weeks, and these.
    """

    person: Person
    limits: Limits
    practice: Practice
    clearings: tuple[Clearing, ...] = ()
    required: tuple[Require, ...] = ()
    sore_days: Reason | None = None
    swaps: Mapping[str, str] = field(default_factory=dict)

    @property
    def programme(self) -> Programme:
        """What the person chose; one that has left the library gives way to the usual one."""
        programmes = self.practice.programmes
        return programmes.get(self.person.programme) or programmes[USUAL_PROGRAMME]

    @property
    def parts(self) -> tuple[DayPart, ...]:
        """The parts of the day with a session: those that were chosen and that the programme has, else its own."""
        offered = {outline.part for outline in self.programme.sessions} & set(self.person.parts)
        return tuple(part for part in DayPart if part in (offered or self.programme.begins))


@dataclass(frozen=True, slots=True)
class Sharp:
    """One stop for sharp pain. `answer` is None when the question after it was left open."""

    movement: str
    at: datetime
    answer: SharpAnswer | None

    @property
    def passed(self) -> bool:
        """The pain was gone after two breaths."""
        return self.answer is SharpAnswer.GONE


class Tap(Enum):
    """A way out taken without sharp pain, by the rule that remembers it."""

    EASIER = "easier-last-time"
    PINCH = "hip-pinch"


@dataclass(frozen=True, slots=True)
class Told:
    """One practice day, as told until now. A scale is None when it was left out.

    checked_at: when the check-in that counts was made. done: movements finished, breath apart. practised: something was
    done, whether or not the player saw it; moved: more than a walk; whole: more than one small thing too. felt, during:
    the most careful answer and the most pain (0-10) of the day's notes. steps, swaps: what was answered about one
    movement.
    news: when something new was told, which the questions must hear first, and the card that says so.
    """

    day: date
    checked_at: datetime | None = None
    pain: int | None = None
    sleep: int | None = None
    mood: int | None = None
    body: Body = Body.USUAL
    done: frozenset[str] = frozenset()
    practised: bool = False
    moved: bool = False
    whole: bool = False
    left: bool = False
    sharps: tuple[Sharp, ...] = ()
    taps: tuple[tuple[str, Tap], ...] = ()
    felt: Felt | None = None
    during: int | None = None
    noted_at: datetime | None = None
    choice: ChoiceKind | None = None
    steps: tuple[Choice, ...] = ()
    swaps: tuple[Choice, ...] = ()
    walks: tuple[Walk, ...] = ()
    news: tuple[tuple[datetime, str], ...] = ()

    @property
    def was_sharp(self) -> bool:
        """A stop for sharp pain stands, or the note says sharp at times."""
        return bool(self.sharps) or self.felt is Felt.SHARP_AT_TIMES


def told_by_day(record: Record) -> Mapping[date, Told]:
    """Return every day of the record on which something was told."""
    check_ins = _by_day(record.check_ins)
    events, notes, choices = _by_day(record.events), _by_day(record.notes), _by_day(record.choices)
    walks = _by_day(record.walks)
    days = check_ins.keys() | events.keys() | notes.keys() | choices.keys() | walks.keys()
    return {
        day: _told(
            day,
            check_ins.get(day, ()),
            (events.get(day, ()), notes.get(day, ())),
            choices.get(day, ()),
            walks_that_count(walks.get(day, ())),
        )
        for day in days
    }


SomeEntry = TypeVar("SomeEntry", bound=Entry)


def _by_day(entries: Iterable[SomeEntry]) -> dict[date, tuple[SomeEntry, ...]]:
    grouped: dict[date, list[SomeEntry]] = {}
    for entry in entries:
        grouped.setdefault(entry.day, []).append(entry)
    return {day: tuple(sorted(of_day, key=lambda e: (e.at, e.id))) for day, of_day in grouped.items()}


def _told(
    day: date,
    check_ins: tuple[CheckIn, ...],
    player: tuple[tuple[PlayerEvent, ...], tuple[Note, ...]],
    choices: tuple[Choice, ...],
    walks: tuple[Walk, ...],
) -> Told:
    check_in = check_in_that_counts(check_ins)
    notes = notes_that_count(player[1])
    events = events_that_count(player[0], notes)
    about_the_day, answered = choices_about_the_day(choices), unrevised(choices)
    done = [e for e in events if e.event is Event.DONE and e.movement and e.movement not in BREATHS]
    practised = [event.session for event in done]
    practised += [note.session for note in _noted_without_the_player(notes, player[0])]
    return Told(
        day=day,
        checked_at=check_in.at if check_in else None,
        pain=check_in.pain if check_in else None,
        sleep=check_in.sleep if check_in else None,
        mood=check_in.mood if check_in else None,
        body=check_in.body if check_in else Body.USUAL,
        done=frozenset(event.movement for event in done if event.movement),
        practised=bool(practised or walks),
        moved=bool(practised),
        whole=any(not session.endswith(ONE_SMALL_THING) for session in practised),
        left=any(e.event is Event.LEFT for e in events),
        sharps=_sharps(events),
        taps=tuple(_taps(events)),
        felt=max((n.felt for n in notes if n.felt), key=FELT_BY_CARE.index, default=None),
        during=max((n.pain for n in notes if n.pain is not None), default=None),
        noted_at=max((n.at for n in notes), default=None),
        choice=about_the_day[-1].kind if about_the_day else None,
        steps=tuple(choice for choice in answered if choice.kind in STEPS),
        swaps=tuple(choice for choice in answered if choice.kind in SWAPS),
        walks=walks,
        news=_news(check_in, events),
    )


def _noted_without_the_player(notes: Iterable[Note], events: Iterable[PlayerEvent]) -> list[Note]:
    """A session done from the page without script leaves a note and no events."""
    seen = {event.session for event in events}
    return [note for note in notes if note.session not in seen]


def _sharps(events: tuple[PlayerEvent, ...]) -> tuple[Sharp, ...]:
    """Pair every stop with the answer to its question, if there was one."""
    found: list[Sharp] = []
    for place, event in enumerate(events):
        if event.event is Event.SHARP and event.movement:
            answer = answer_to(event, events[place + 1 :])
            found.append(Sharp(event.movement, event.at, answer.answer if answer else None))
    return tuple(found)


def _news(check_in: CheckIn | None, events: Iterable[PlayerEvent]) -> tuple[tuple[datetime, str], ...]:
    """Return when something new was told, and the card for it: in the check-in, or in the player."""
    new = check_in is not None and check_in.body is Body.NEW and not _is_history(check_in)
    told = ((check_in.at, SOMETHING_NEW),) if check_in and new else ()
    answers = ((event.at, NEWS_IN_THE_PLAYER[event.answer]) for event in events if event.answer in NEWS_IN_THE_PLAYER)
    return (*told, *answers)


def _is_history(told: Entry) -> bool:
    """It was told of a day so long before that the questions, which ask about two weeks, would not hear of it."""
    return Moment(told.at, told.zone).practice_day - told.day > NEWS


def _taps(events: Iterable[PlayerEvent]) -> Iterable[tuple[str, Tap]]:
    meant = {Event.EASIER: Tap.EASIER, Event.PINCH: Tap.PINCH}
    return ((e.movement, meant[e.event]) for e in events if e.event in meant and e.movement)
