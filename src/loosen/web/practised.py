"""What happened in a session, told from the player's events: what was done, and where it was too sharp."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from loosen.core.journal import DayPart, Event, Note, PlayerEvent, events_that_count
from loosen.core.score import Score
from loosen.web.chosen import PART_WORDS

SESSION_ID = re.compile(rf"(\d{{4}}-\d\d-\d\d)-({'|'.join(part.value for part in DayPart)})")

LONGEST_MIN = 60
"""Minutes; a session that seems longer was left lying, and its length says nothing."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A tap on Too sharp, which may have been a mistake."""

    event: str
    movement: str
    name: str


@dataclass(frozen=True, slots=True)
class Practised:
    """One session as it went: movements done by slug, stops, minutes when they can be known."""

    session: str
    day: date
    part: DayPart
    movements: tuple[str, ...]
    stops: tuple[Stop, ...]
    minutes: int | None

    @property
    def words(self) -> str:
        """Which session it was, and how long: "Morning, 6 min"."""
        return PART_WORDS[self.part] + (f", {self.minutes} min" if self.minutes else "")


def day_and_part(session: str) -> tuple[date, DayPart] | None:
    """Read the id of a session; None when it is none."""
    found = SESSION_ID.fullmatch(session)
    try:
        return (date.fromisoformat(found[1]), DayPart(found[2])) if found else None
    except ValueError:
        return None


def practised(
    events: Sequence[PlayerEvent], notes: Sequence[Note], scores: Mapping[str, Score]
) -> tuple[Practised, ...]:
    """Return every session that was begun and not merely opened, in the order of their days."""
    sessions: dict[str, list[PlayerEvent]] = {}
    for event in events_that_count(events, notes):
        sessions.setdefault(event.session, []).append(event)
    each = (_practised(session, told, scores) for session, told in sessions.items())
    return tuple(session for session in each if session is not None)


def _practised(session: str, events: Sequence[PlayerEvent], scores: Mapping[str, Score]) -> Practised | None:
    known = day_and_part(session)
    if known is None:
        return None
    done = dict.fromkeys(e.movement for e in events if e.event is Event.DONE and e.movement in scores)
    stops = tuple(
        Stop(e.id, e.movement, scores[e.movement].name)
        for e in events
        if e.event is Event.SHARP and e.movement and e.movement in scores
    )
    movements = tuple(movement for movement in done if movement is not None)
    return Practised(session, *known, movements, stops, _minutes(events)) if movements or stops else None


def _minutes(events: Sequence[PlayerEvent]) -> int | None:
    ended = [event.at for event in events if event.event is Event.ENDED]
    if not ended:
        return None
    minutes = round((ended[-1] - min(event.at for event in events)).total_seconds() / 60)
    return minutes if 0 < minutes <= LONGEST_MIN else None
