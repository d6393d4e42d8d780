"""When somebody usually practises, told from when they began. It tells what was, and never what should be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from statistics import median_low

LEAST = 3
"""Sessions; from fewer nobody can tell what is usual."""

NEAR_MIN = 45
"""Minutes around the middle one that still count as the same time."""

QUARTER_MIN = 15
"""A usual time is said to the quarter of an hour."""

DAY_MIN = 24 * 60
TURN_MIN = 4 * 60
"""A practice day turns at 04:00, so ten past midnight stands after ten to."""


@dataclass(frozen=True, slots=True)
class Usual:
    """A time of the day, and how many sessions of those looked at began near it."""

    at: time
    near: int
    of: int


def usual_time(begun: Iterable[time]) -> Usual | None:
    """Return about when most of these sessions began; None when they are few, or spread over the day."""
    minutes = sorted((at.hour * 60 + at.minute - TURN_MIN) % DAY_MIN for at in begun)
    if len(minutes) < LEAST:
        return None
    middle = median_low(minutes)
    near = sum(abs(each - middle) <= NEAR_MIN for each in minutes)
    return Usual(_clock(middle), near, len(minutes)) if near * 2 > len(minutes) else None


def _clock(minutes: int) -> time:
    """Return the quarter of an hour nearest to so many minutes after the day turned."""
    hour, minute = divmod((round(minutes / QUARTER_MIN) * QUARTER_MIN + TURN_MIN) % DAY_MIN, 60)
    return time(hour, minute)
