"""A movement as a score: what it is for, how it moves and breathes, what is said, what is easier. See docs/score.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from loosen.core.body import Posture


class Position(Enum):
    """Where the body is while it moves; changing position costs time."""

    LYING = "lying"
    SIDE_LYING = "side-lying"
    HANDS_AND_KNEES = "hands-and-knees"
    KNEELING = "kneeling"
    SITTING = "sitting"
    STANDING = "standing"


class Breath(Enum):
    """What the breath does during a phrase."""

    IN = "in"
    OUT = "out"
    EASY = "easy"


class Sides(Enum):
    """Whether a repetition uses both sides at once or is done on each side."""

    TOGETHER = "together"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of a movement is given: level id, repetitions (a side, where sides take turns), range 0 to 1."""

    level: str
    repetitions: int
    range: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """One breath phase of a repetition: `counts` at the person's own count, ending in `posture`."""

    id: str
    breath: Breath
    counts: float
    posture: str
    say: str


@dataclass(frozen=True, slots=True)
class Layers:
    """One cue each for breath, pelvis, spine and shoulders."""

    breath: str
    pelvis: str
    spine: str
    shoulders: str


@dataclass(frozen=True, slots=True)
class Level:
    """One way to do the movement, gentlest first in the score; ids are for ever.

    `range` is the fraction of the way from the first posture to the one described. `counts` replaces the counts of
    every phrase, `postures` replaces postures by name, both only where given.
    """

    id: str
    name: str
    repetitions: int
    range: float = 1.0
    counts: float | None = None
    postures: Mapping[str, str] = field(default_factory=dict)
    build: bool = False


@dataclass(frozen=True, slots=True)
class WaysOut:
    """Ordered wishes: movements to turn to when this one is too much; the planner checks each for the person."""

    easier: tuple[str, ...] = ()
    substitute: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StopSign:
    """What to stop for, and what happens then: leave-movement, end-session or open-questions."""

    sign: str
    do: str
    say: str
