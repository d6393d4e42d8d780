"""Today's walk: how many minutes, and why. A suggestion, never a debt. Source: sources.toml#pocovi-2024, pace."""

from loosen.core.day import WalkToday
from loosen.core.pacing import SORER_SHARE
from loosen.core.reasons import Reason
from loosen.core.required import asked_on_foot
from loosen.core.today import LIGHT, Today
from loosen.core.walking import FIRST_WALK, LEAST_WALK, TOO_FAST, WALKING, minutes_within


def walk_today(today: Today, sessions_s: float) -> WalkToday | None:
    """Return today's walk, None where nobody asks for one; no minutes where something forbids it.

    It is part of the programme, or a clinician asks for it. `sessions_s` is how long the day's sessions last: a cap on
    the minutes of a day holds for both together.
    """
    usual = today.course.now.walking.minutes or FIRST_WALK
    asked, whos = asked_on_foot(usual, today)
    if not (today.ground.programme.walks or whos):
        return None
    if forbidden := today.forbids(today.ground.practice.scores[WALKING]):
        return WalkToday(0, (forbidden, *whos))
    minutes, why = _given(asked, today)
    return _within_the_day(_within_the_limits(WalkToday(minutes, (why, *whos)), today), today, sessions_s)


def _given(usual: int, today: Today) -> tuple[int, Reason]:
    """Return the minutes the day asks for, before any cap."""
    walking = today.course.now.walking
    if today.held or today.does_the_least or today.held_back in LIGHT:
        return _told("walk-comfortable", min(usual, FIRST_WALK))
    share = min(_share(today), SORER_SHARE if today.held_back == "sorer-today" else 1.0)
    if share < 1.0:
        return _told("walk-less", int(usual * share))
    if walking.breathless:
        return _told("walk-slower", int(usual * TOO_FAST))
    if walking.minutes is None:
        return _told("walk-first", usual)
    return _told("walk-more" if walking.since == today.day else "walk-usual", usual)


def _share(today: Today) -> float:
    """Return how much of a walk today asks for: all of it when nothing but the sessions was missed."""
    if today.course.now.cause != "sessions-away":
        return today.share
    return SORER_SHARE if today.course.morning.rose else 1.0


def _told(rule: str, minutes: int) -> tuple[int, Reason]:
    minutes = max(LEAST_WALK, minutes)
    return minutes, Reason(rule, {"minutes": minutes})


def _within_the_limits(walk: WalkToday, today: Today) -> WalkToday:
    """Keep a walk as short as the limits keep walking."""
    minutes, why = minutes_within(walk.minutes, today.ground)
    return WalkToday(minutes, (why, *walk.reasons[1:])) if why else walk


def _within_the_day(walk: WalkToday, today: Today, sessions_s: float) -> WalkToday:
    """Keep what the sessions leave of a day's minutes; what is too short for a walk is none."""
    of_day = today.ground.limits.minutes
    left = walk.minutes if of_day is None else min(walk.minutes, int(of_day[0] - sessions_s / 60))
    if of_day is None or left == walk.minutes:
        return walk
    return WalkToday(left if left >= LEAST_WALK else 0, (of_day[1], *walk.reasons[1:]))
