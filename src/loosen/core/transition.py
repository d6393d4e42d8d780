"""From one position to the next: the halts at which a body rests on its way down to the floor, and up again.

All positions lie on one line from the floor to the chair, so a way is a stretch of it, walked up or down.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from loosen.core.breath import WORDS_A_SECOND
from loosen.core.posture import Posture
from loosen.core.score import Evidence, Position

PAUSE_S = 0.5
"""Seconds of silence that belong to a spoken line."""


@dataclass(frozen=True, slots=True)
class Halt:
    """One posture on the way, and what is said while the body comes to it.

    `seconds` is the share of the way's time from the halt before. `must`: the line is said however short the time is.
    `eye` is how far the viewer has gone round the person, 0 as for lying, 1 as for standing. `position` is the one in
    which movements are done from here; None where the body only passes. `tags` are what the posture asks of the body,
    as the scores' tags say it.
    """

    posture: str
    seconds: float = 0.0
    say: str = ""
    must: bool = False
    eye: float = 1.0
    position: Position | None = None
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Transitions:
    """The way up from the floor to the chair, and the way down; each in the order in which it is done."""

    up: tuple[Halt, ...] = ()
    down: tuple[Halt, ...] = ()
    sources: tuple[str, ...] = ()
    evidence: Evidence = Evidence.MEMORY
    reviewed: bool = False
    postures: Mapping[str, Posture] = field(default_factory=dict)

    def way(self, start: Position, goal: Position) -> tuple[Halt, ...]:
        """Return the halts between two positions, without the two themselves; none where a position has no halt."""
        for halts in (self.up, self.down):
            order = [halt.position for halt in halts]
            if start in order and goal in order and order.index(start) < order.index(goal):
                return halts[order.index(start) + 1 : order.index(goal)]
        return ()


def placed(line: tuple[Halt, ...]) -> Iterator[tuple[Halt, frozenset[Position]]]:
    """Yield each halt with its position; where the body only passes, with the two between which it does."""
    for n, halt in enumerate(line):
        before = (one.position for one in reversed(line[: n + 1]) if one.position)
        after = (one.position for one in line[n:] if one.position)
        yield halt, frozenset((*islice(before, 1), *islice(after, 1)))


def spoken_s(text: str) -> float:
    """Return the seconds that a calm voice takes for a line, with the silence after it."""
    return PAUSE_S + len(text.split()) / WORDS_A_SECOND
