"""What the days themselves show: when it is time that somebody looks. Source: clinical ground 2.2, PER1 and SEV1."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from statistics import mean, median
from zoneinfo import ZoneInfo

from loosen.core.course import SEVERE_HOLD, Course
from loosen.core.evening import FIRST_MORNINGS, SHARP_HOLD
from loosen.core.facts import Ground, Told
from loosen.core.moment import Moment
from loosen.core.morning import SEVERE, Morning, rated
from loosen.core.record import WINDOW_DAYS, Given, Record, Standing
from loosen.core.screening import Clearing, Effect, Finding, Said, Tier

NO_EASIER = "PER1"
"""Steady practice and no easier, or worse from week to week. Source: clinical ground 2.2."""

HIGH_USUAL = "HIGH8"
"""The usual itself is severe, and nobody has looked for some weeks. Source: clinical ground 2.2, SEV1."""

FIRST_DAYS = timedelta(days=14)
"""Days from the first practice before it can be said that it is no easier. Source: clinical ground 2.2, PER1."""

STEADY_DAYS = 8
"""Days with practice, of those fourteen, that are steady practice. Source: clinical ground 2.2, PER1."""

EASIER = 1
"""Points between the medians of the first and the last mornings that are easier. Source: clinical ground 2.2, PER1."""

WORSE = 1.25
"""Points of a week's mean above the median of the weeks before that are worse. Source: clinical ground 2.2, PER1."""

WORSE_WEEKS = 2
"""Such weeks running before it is said. Source: clinical ground 2.2, PER1."""

WEEKS_BEFORE = 4
"""Weeks before that a week is held against. Source: clinical ground 2.2, PER1."""

RATED_OF_A_WEEK = 5
"""Rated mornings without which a week has no mean. Reasoned: with fewer, one bad morning makes the week."""

RATED_BEFORE = 14
"""Rated mornings without which the weeks before have no median. Reasoned: half of them."""

SAID_FOR = timedelta(days=7)
"""How long such advice stands; nothing progresses meanwhile. Reasoned: time enough to be read and to call somebody."""

SAID_AGAIN = timedelta(days=28)
"""How long it is not said again. Source: clinical ground 2.2, PER1."""

SILENT_AFTER_A_LOOK = timedelta(days=42)
"""How long it is not said after a clinician has looked. Source: clinical ground 2.2, PER1 and SEV1."""

SAID_ONCE = frozenset({NO_EASIER, HIGH_USUAL})
"""Advice that is said once and then rests; the days it was given keep it."""

WEEK = timedelta(days=7)
WINDOW = timedelta(days=WINDOW_DAYS)


def advice(record: Record, course: Course, ground: Ground, moment: Moment) -> Iterator[Finding]:
    """Yield what the days themselves show. `record` is the planner's window, `course` what was folded from it."""
    day, now = moment.practice_day, course.now
    for rule, since in ((SHARP_HOLD, now.hold_since), (SEVERE_HOLD, now.severe_hold)):
        if since:
            yield Finding(rule, Tier.T2, since, Effect.HOLD, words=rule)
    if _looked_lately(ground.clearings, day):
        return
    worse = is_worse(course.told, day)
    shows = {NO_EASIER: worse or is_no_easier(now, course.told, day), HIGH_USUAL: is_high(course.morning)}
    words = {NO_EASIER: "worse-weeks" if worse else "no-easier", HIGH_USUAL: "high-usual"}
    for rule, so in shows.items():
        if said := _said_on(rule, record.given, day, so):
            at = datetime.combine(said, time(12), ZoneInfo(moment.zone))
            yield Finding(rule, Tier.T2, at, Effect.GO_ON, words=words[rule])


def _looked_lately(clearings: Sequence[Clearing], day: date) -> bool:
    """A clinician has looked, at whatever it was, and did not say "not yet"."""
    looks = (look for look in clearings if look.said is not Said.NOT_YET)
    return any(look.day <= day < look.day + SILENT_AFTER_A_LOOK for look in looks)


def _said_on(rule: str, given: Sequence[Given], day: date, so: bool) -> date | None:
    """Return the day on which the advice that stands today was first given, None when none stands.

    It stands for a week, whatever the days show then, and is silent until four weeks after it was first given.
    """
    said = None
    for one in given:
        if rule in one.said and one.day < day and (said is None or one.day >= said + SAID_FOR):
            said = one.day
    if said and day < said + SAID_AGAIN:
        return said if day < said + SAID_FOR else None
    return day if so else None


def is_no_easier(standing: Standing, told: Mapping[date, Told], day: date) -> bool:
    """After two weeks with steady practice the last seven rated mornings are not a point below the first seven.

    Where the last ones are free of pain there is nothing left to become easier.
    """
    first = standing.first_mornings
    if standing.began is None or day < standing.began + FIRST_DAYS or len(first) < FIRST_MORNINGS:
        return False
    fortnight = (told.get(day - timedelta(days=n)) for n in range(1, FIRST_DAYS.days + 1))
    last = rated(told, max(max(first) + timedelta(days=1), day - WINDOW), day)[-FIRST_MORNINGS:]
    if sum(1 for then in fortnight if then and then.practised) < STEADY_DAYS or len(last) < FIRST_MORNINGS:
        return False
    return median(last) > max(0, median(first.values()) - EASIER)


def is_worse(told: Mapping[date, Told], day: date) -> bool:
    """In the last two whole weeks, Monday to Sunday, the mean lay well above the median of the four weeks before."""
    monday = day - timedelta(days=day.weekday())
    return all(_was_worse(told, monday - n * WEEK, day - WINDOW) for n in range(WORSE_WEEKS))


def _was_worse(told: Mapping[date, Told], end: date, known_from: date) -> bool:
    """Hold one week against the weeks before it, as far as the planner's window reaches back."""
    week = rated(told, max(end - WEEK, known_from), end)
    before = rated(told, max(end - (1 + WEEKS_BEFORE) * WEEK, known_from), end - WEEK)
    return len(week) >= RATED_OF_A_WEEK and len(before) >= RATED_BEFORE and mean(week) - median(before) >= WORSE


def is_high(morning: Morning) -> bool:
    """The usual itself is severe: no number alone stops that, and somebody should know of it."""
    return morning.usual is not None and morning.usual >= SEVERE
