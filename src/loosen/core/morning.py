"""The morning: how pain compares with the usual, and what the check-in asks of the day. Source: sources.toml#pace."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from statistics import median

from loosen.core.facts import Ground, Told
from loosen.core.journal import Body
from loosen.core.record import Person, Standing

USUAL_DAYS = 14
"""Days whose rated mornings make the usual. Source: clinical ground 2.5."""

USUAL_MORNINGS = 5
"""Rated mornings below which the screening's average week is the usual. Source: clinical ground 2.5."""

EARLIER_DAYS = 28
"""Days before those: the usual stays near their median, so that no slow rise goes unseen."""

USUAL_RISE = 1
"""The most points the usual may lie above the median of the days before. Source: clinical ground 2.5."""

GREEN_POINTS = 1
"""Points above the usual that are within the noise of mornings. Source: clinical ground 2.5, after S14."""

RED_POINTS = 3
"""Points above the usual from which a morning asks for the least session. Source: clinical ground 2.5."""

DURING_CAP = 5
"""Pain during (0-10) that is never passed when the start was 5 or less. Source: clinical ground 2.5, after S14."""

DURING_RISE = 2
"""Points above the start that are acceptable during. Source: clinical ground 2.5."""

LEAST_RISE = 1
"""Points above a start of 5 or less that are always acceptable: a point is within the noise. Source: clinical 2.5."""

HIGH_START = DURING_CAP + 1
"""Pain before a session from which only the least session is given. Source: clinical ground 2.5."""

SEVERE = 8
"""Pain (0-10) that is severe for everybody whose usual lies below it. Source: clinical ground 2.2, SEV1."""

ONE_DAY = timedelta(days=1)

VERY_LOW = 2
"""Sleep or mood (0-10) that counts as very low. Reasoned: the lowest fifth of the scale."""


class Colour(Enum):
    """How the morning after a practised day compares with the usual."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Morning:
    """What a practice day's first rules look at. `colour` is None when the morning neither counts nor breaks a run.

    `clinicians_cap` is the most pain during a session (0-10) that a clinician allows; it replaces the usual cap.
    """

    day: date
    told: Told
    usual: float | None
    colour: Colour | None
    clinicians_cap: int | None = None

    @property
    def points(self) -> float:
        """Points of pain above the usual; 0 when either is unknown."""
        return 0 if self.told.pain is None or self.usual is None else self.told.pain - self.usual

    @property
    def rose(self) -> bool:
        """A small or large increase."""
        return self.colour in (Colour.AMBER, Colour.RED)

    @property
    def severe(self) -> bool:
        """Much more pain than usual, or pain that is severe for anybody whose usual it is not."""
        return self.told.pain is not None and is_severe(self.told.pain, self.usual)

    @property
    def far_above_usual(self) -> bool:
        """Severe, and not by the number alone: as far above the usual as a large increase."""
        return self.severe and (self.usual is None or self.points >= RED_POINTS)

    @property
    def start(self) -> float | None:
        """Pain before today's session: this morning's, else the usual."""
        return self.usual if self.told.pain is None else self.told.pain

    @property
    def cap(self) -> int:
        """The pain during a session that is never passed."""
        return DURING_CAP if self.clinicians_cap is None else self.clinicians_cap

    @property
    def starts_high(self) -> bool:
        """Pain before the session that leaves only the least of it; above a clinician's cap, where there is one."""
        high = HIGH_START if self.clinicians_cap is None else self.clinicians_cap + 1
        return self.start is not None and self.start >= high


def morning_of(day: date, standing: Standing, told: Mapping[date, Told], ground: Ground) -> Morning:
    """Return how this morning compares with the usual."""
    usual = usual_pain(day, standing, told, ground.person)
    today = told.get(day, Told(day))
    yesterday = told.get(day - timedelta(days=1), Told(day))
    of_day = colour(today.pain, usual, days_since_practice(standing, day), yesterday.pain)
    return Morning(day, today, usual, of_day, ground.limits.pain_during and ground.limits.pain_during[0])


def days_since_practice(standing: Standing, day: date) -> int | None:
    """Return the days since the last practised day, None before the first."""
    return (day - standing.practised).days if standing.practised else None


def days_since_movement(standing: Standing, day: date) -> int | None:
    """Return the days since the last day with more than a walk; since the last practised one where it is not known."""
    moved = standing.moved or standing.practised
    return (day - moved).days if moved else None


def usual_pain(day: date, standing: Standing, told: Mapping[date, Told], person: Person) -> float | None:
    """Return the usual pain of a day: the median of the rated mornings of the 14 days before it, 0 to 10.

    Below five of them: what was usual before, or the screening's average week. At most one point above the median of
    the 28 days before those; while these are not known, above the median of the person's first seven.
    """
    weeks_begin = day - timedelta(days=USUAL_DAYS)
    recent = rated(told, weeks_begin, day)
    if len(recent) < USUAL_MORNINGS:
        return standing.usual if standing.usual is not None else person.usual_pain
    earlier = rated(told, weeks_begin - timedelta(days=EARLIER_DAYS), weeks_begin)
    if len(earlier) < USUAL_MORNINGS:
        earlier = list(standing.first_mornings.values())
    if len(earlier) < USUAL_MORNINGS:
        return median(recent)
    return min(median(recent), median(earlier) + USUAL_RISE)


def rated(told: Mapping[date, Told], first: date, end: date) -> list[int]:
    """Return the pain of the rated mornings from the first day up to, but not on, the end."""
    pains = []
    day = first
    while day < end:
        then = told.get(day)
        if then is not None and then.pain is not None:
            pains.append(then.pain)
        day += ONE_DAY
    return pains


def is_severe(pain: int, usual: float | None) -> bool:
    """Three points or more above the usual, or 8 and more; where the usual is 8 itself, no number alone is severe."""
    if usual is None:
        return pain >= SEVERE
    return usual < SEVERE and (pain >= SEVERE or pain - usual >= RED_POINTS)


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
    told = morning.told
    if morning.severe:
        return "severe-pain"
    if morning.starts_high:
        return "high-start"
    if told.body is Body.HEAVY:
        return "heavy-day"
    if told.sleep is not None and told.sleep <= VERY_LOW:
        return "short-night"
    if told.mood is not None and told.mood <= VERY_LOW:
        return "low-mood"
    return "sorer-today" if told.body is Body.SORER else None


def most_during(morning: Morning) -> float:
    """Return the most pain during today's session that is acceptable; of an unknown start the cap itself."""
    if morning.start is None:
        return morning.cap
    return during_cap(morning.start, morning.clinicians_cap)


def during_cap(start: float, clinicians: int | None = None) -> float:
    """Return the most pain during a session that is acceptable: two points above the start and never above 5.

    A start of 5 may still rise by one; at a start of 6 or more no rise is acceptable. A clinician's cap replaces the 5,
    and is then not passed by a point either.
    """
    most = DURING_CAP if clinicians is None else clinicians
    if start > most:
        return start
    cap = min(most, start + DURING_RISE)
    return cap if clinicians is not None else max(cap, start + LEAST_RISE)


def pain_rose_to(morning: Morning, level: float) -> bool:
    """Pain during rose above the start and reached this level; resting pain alone never counts."""
    start, during = morning.start, morning.told.during
    return during is not None and during >= level and (start is None or during > start)
