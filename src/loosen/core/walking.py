"""Walking, as the weeks leave it: the minutes of a walk, growing over months. Source: sources.toml#pocovi-2024.

The minutes grow by one a week towards thirty, as long as one can talk on the way and the back stays calm.
"""

from dataclasses import replace
from datetime import date, timedelta

from loosen.core.facts import Ground
from loosen.core.journal import Walk
from loosen.core.morning import Morning
from loosen.core.reasons import Reason
from loosen.core.record import Standing, Walking
from loosen.core.score import Dose, Score
from loosen.core.timeline import duration_s

LEAST_WALK, FIRST_WALK, GOAL = 2, 5, 30
"""Minutes of the shortest walk worth going out for, of the first one, and of the goal. Source: clinical ground 4.8."""

LONGEST_WALK = 600
"""Minutes of the longest walk somebody tells of: ten hours is a whole day on foot, and more is a slip of the finger.

Reasoned. What was kept before stays as it is; only what is told anew is held to it.
"""

WALKS_A_STEP = 3
"""Walks at ease, at the minutes of today or longer, before these grow. Reasoned: more often than not in a week."""

GROWS_AFTER = timedelta(days=7)
"""Between two minutes more lies a week: from five to thirty in about six months. Source: sources.toml#pocovi-2024."""

MINUTES_MORE = 1
"""Minutes more a week: from five on never more than a fifth. Source: clinical ground 2.5, 10 to 20 per cent.

A walk below five minutes grows by more than that: a minute is the least that can be told. Reasoned.
"""

WALKING = "walking"
"""The movement that a walk is: what limits leave out of it, they leave out of a walk."""

COUNT_S = 1.0
"""Seconds of a count on a walk: a step, whatever the breath's own count is."""

TOO_FAST = 0.8
"""Share of the minutes after a walk that left no breath to talk. Reasoned: the mildest share of the ladder."""


def remember_the_walks(standing: Standing, morning: Morning, ground: Ground) -> Standing:
    """In the evening: remember the walks of the day, and let tomorrow's be a minute longer when a week was at ease."""
    if not morning.told.walks:
        return standing
    walking = standing.walking
    for walk in morning.told.walks:
        walking = _after(walk, walking, morning.day)
    if _has_room(walking, morning.day) and _is_calm(standing, morning) and _may_grow(walking, ground):
        tomorrow = morning.day + timedelta(days=1)
        walking = replace(walking, minutes=(walking.minutes or 0) + MINUTES_MORE, since=tomorrow, walks=0)
    return replace(standing, walking=walking)


def _after(walk: Walk, walking: Walking, day: date) -> Walking:
    """The first walk shows where somebody stands; each later one whether it was at ease."""
    breathless = walk.talked is False
    if walking.minutes is None:
        minutes = int(walk.minutes * TOO_FAST) if breathless else walk.minutes
        return Walking(min(GOAL, max(LEAST_WALK, minutes)), day, breathless=breathless)
    at_ease = not breathless and walk.minutes >= walking.minutes
    return replace(walking, walks=walking.walks + at_ease, breathless=breathless)


def _has_room(walking: Walking, day: date) -> bool:
    """A week of walks at ease lies behind, and the goal ahead."""
    week = day - (walking.since or day) + timedelta(days=1) >= GROWS_AFTER
    at_ease = walking.walks >= WALKS_A_STEP and not walking.breathless
    return week and at_ease and (walking.minutes or GOAL) < GOAL


def _may_grow(walking: Walking, ground: Ground) -> bool:
    """No clinician wants no steps, and nothing keeps a walk as short as it is."""
    longer = (walking.minutes or 0) + MINUTES_MORE
    return ground.limits.steps is None and minutes_within(longer, ground)[0] == longer


def dose_of(minutes: int, score: Score) -> Dose:
    """Return a walk of so many minutes as a dose: at the gentlest level that is described for as many."""
    each_s = duration_s(score, Dose(score.levels[0].id, 1), COUNT_S)
    repetitions = round(60 * minutes / each_s)
    level = next((level for level in score.levels if level.repetitions >= repetitions), score.levels[-1])
    return Dose(level.id, repetitions)


def minutes_of(dose: Dose, score: Score) -> int:
    """Return how many whole minutes a dose of walking lasts."""
    return int(duration_s(score, dose, COUNT_S) / 60)


def minutes_within(minutes: int, ground: Ground) -> tuple[int, Reason | None]:
    """Return a walk no longer than the limits allow, none where that is too short for one, and why it is shorter."""
    score = ground.practice.scores[WALKING]
    asked = dose_of(minutes, score)
    dose, why = ground.limits.within(score, asked)
    if (dose.level, dose.repetitions) == (asked.level, asked.repetitions):
        return minutes, None
    allowed = min(minutes, minutes_of(dose, score))
    return allowed if allowed >= LEAST_WALK else 0, why


def _is_calm(standing: Standing, morning: Morning) -> bool:
    """Never after a sorer morning, on a lighter day, or on the day of another step."""
    held = standing.hold_since or standing.severe_hold or morning.told.steps
    return (standing.share == 1.0 or standing.cause == "sessions-away") and not held and not morning.rose
