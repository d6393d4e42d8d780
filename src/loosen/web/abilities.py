"""What a body may not be able to do these days, in a person's words, and the positions that are then left out."""

from collections.abc import Iterable

from loosen.core.score import Position

FLOOR = frozenset({Position.LYING, Position.SIDE_LYING, Position.HANDS_AND_KNEES, Position.KNEELING})

CANNOT = {
    "floor": ("Getting down to the floor and up again", FLOOR),
    "flat": ("Lying flat on the back", frozenset({Position.LYING})),
    "kneel": ("Kneeling, or being on hands and knees", frozenset({Position.KNEELING, Position.HANDS_AND_KNEES})),
    "stand": ("Standing for a few minutes", frozenset({Position.STANDING})),
    "sit": ("Sitting on a chair, or there is none", frozenset({Position.SITTING})),
}
"""By name: the words, and what is left out."""


def positions_off(cannot: Iterable[str]) -> frozenset[Position]:
    """Return every position that these leave out."""
    return frozenset[Position]().union(*(CANNOT[name][1] for name in cannot))


def cannot_of(off: Iterable[Position]) -> list[str]:
    """Return what the left-out positions mean, in the order it is asked."""
    left_out = frozenset(off)
    return [name for name, (_, positions) in CANNOT.items() if positions <= left_out]
