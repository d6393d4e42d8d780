"""The breath: its phases, and the pace at which a person counts."""

from enum import Enum

LEAST_COUNT_S = 0.8
"""Seconds of one count at the quickest pace a person may choose."""

USUAL_COUNT_S = 1.0
"""Seconds of one count until the person chooses; four in and six out then make six breaths a minute."""

MOST_COUNT_S = 1.5
"""Seconds of one count at the slowest pace."""

WORDS_A_SECOND = 2.5
"""Words a calm voice speaks in a second; a voice of a phone set to slow is about this quick."""


class Breath(Enum):
    """What the breath does during a phrase; `EASY` leaves it to itself."""

    IN = "in"
    OUT = "out"
    EASY = "easy"


def seconds(counts: float, count_s: float) -> float:
    """Return how long so many counts last, in seconds, at a person's own count."""
    return counts * count_s


def words_that_fit(counts: float) -> int:
    """Return how many words a voice can speak in so many counts at the quickest pace."""
    return int(seconds(counts, LEAST_COUNT_S) * WORDS_A_SECOND + 1e-9)
