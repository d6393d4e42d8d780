"""The morning: how pain compares with the usual, and what the check-in asks of the day. Source: sources.toml#pace."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from statistics import median

from loosen.core.facts import Told
from loosen.core.journal import Body
from loosen.core.record import Person, Standing

USUAL_DAYS = 14
"""Days whose rated mornings make the usual. Source: clinical ground 2.5."""

USUAL_MORNINGS = 5
"""Rated mornings below which the screening's average week is the usual. Source: clinical ground 2.5."""

EARLIER_DAYS = 28
"""Days before those: the usual is at most one point above their median, so no slow rise goes unseen."""

GREEN_POINTS = 1
"""Points above the usual that are within the noise of mornings. Source: clinical ground 2.5, after S14."""

RED_POINTS = 3
"""Points above the usual from which a morning asks for the least session. Source: clinical ground 2.5."""

DURING_CAP = 5
"""Pain during (0-10) that is never passed when the start was 5 or less. Source: clinical ground 2.5, after S14."""

DURING_RISE = 2
"""Points above the start that are acceptable during. Source: clinical ground 2.5."""

HIGH_START = 6
"""Pain before a session from which only the least session is given. Source: clinical ground 2.5."""

VERY_LOW = 2
"""Sleep or mood (0-10) that counts as very low. Reasoned: the lowest fifth of the scale."""


class Colour(Enum):
    """How the morning after a practised day compares with the usual."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Morning:
    """What a practice day's first rules look at. `colour` is None when the morning neither counts nor breaks a run."""

    day: date
    told: Told
    usual: float | None
    colour: Colour | None

    @property
    def points(self) -> float:
        """Points of pain above the usual; 0 when either is unknown."""
        return 0 if self.told.pain is None or self.usual is None else self.told.pain - self.usual

    @property
    def rose(self) -> bool:
        """A small or large increase."""
        return self.colour in (Colour.AMBER, Colour.RED)


def morning_of(day: date, standing: Standing, told: Mapping[date, Told], person: Person) -> Morning:
    """Return how this morning compares with the usual."""
    usual = usual_pain(day, standing, told, person)
    today = told.get(day, Told(day))
    yesterday = told.get(day - timedelta(days=1), Told(day))
    return Morning(day, today, usual, colour(today.pain, usual, days_since_practice(standing, day), yesterday.pain))


def days_since_practice(standing: Standing, day: date) -> int | None:
    """Return the days since the last practised day, None before the first."""
    return (day - standing.practised).days if standing.practised else None


def usual_pain(day: date, standing: Standing, told: Mapping[date, Told], person: Person) -> float | None:
    """Return the usual pain of a day: the median of the rated mornings of the 14 days before it, 0 to 10.

    Below five of them: what was usual before, or the screening's average week. At most one point above the median of
    the 28 days before those.
    """
    weeks_begin = day - timedelta(days=USUAL_DAYS)
    recent = _pains(told, weeks_begin, day)
    if len(recent) < USUAL_MORNINGS:
        return standing.usual if standing.usual is not None else person.usual_pain
    earlier = _pains(told, weeks_begin - timedelta(days=EARLIER_DAYS), weeks_begin)
    if len(earlier) < USUAL_MORNINGS:
        return median(recent)
    return min(median(recent), median(earlier) + 1)


def _pains(told: Mapping[date, Told], first: date, end: date) -> list[int]:
    """Return the rated mornings from the first day up to, but not on, the end."""
    return [then.pain for day, then in told.items() if first <= day < end and then.pain is not None]


def colour(pain: int | None, usual: float | None, days_since: int | None, before: int | None) -> Colour | None:
    """Return the colour of a morning, None when it does not count.

    Only the morning after a practised day counts, and the second one when the first was already above green and no
    session lay between: pain that is still up after 48 hours is a large increase whatever its size. `before` is the
    pain of the morning before.
    """
    if pain is None or usual is None or days_since not in (1, 2):
        return None
    if days_since == 2:
        still_up = before is not None and before - usual > GREEN_POINTS and pain > usual
        return Colour.RED if still_up else None
    if pain - usual >= RED_POINTS:
        return Colour.RED
    return Colour.AMBER if pain - usual > GREEN_POINTS else Colour.GREEN


def holds_back(morning: Morning) -> str | None:
    """Return the rule that makes this day lighter by what the check-in says, the lightest first."""
    told, start = morning.told, start_pain(morning)
    if start is not None and start >= HIGH_START:
        return "high-start"
    if told.body is Body.HEAVY:
        return "heavy-day"
    if told.sleep is not None and told.sleep <= VERY_LOW:
        return "short-night"
    if told.mood is not None and told.mood <= VERY_LOW:
        return "low-mood"
    return "sorer-today" if told.body is Body.SORER else None


def start_pain(morning: Morning) -> float | None:
    """Return the pain before today's session: this morning's, else the usual."""
    return morning.usual if morning.told.pain is None else morning.told.pain


def during_cap(start: float) -> float:
    """Return the most pain during a session that is acceptable: two points above the start and never above 5.

    A start of 5 may still rise by one; at a start of 6 or more no rise is acceptable.
    """
    if start > DURING_CAP:
        return start
    return max(min(DURING_CAP, start + DURING_RISE), start + 1)


def pain_rose_to(morning: Morning, level: float) -> bool:
    """Pain during rose above the start and reached this level; resting pain alone never counts."""
    start, during = start_pain(morning), morning.told.during
    return during is not None and during >= level and (start is None or during > start)
