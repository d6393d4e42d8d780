"""A movement as a score: what it is for, how it moves and breathes, what is said, what is easier. See docs/score.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cached_property

from loosen.core.body import MEASURES, Posture, is_drawn
from loosen.core.breath import Breath
from loosen.core.camera import Camera
from loosen.core.guidance import Layers, WaysOut
from loosen.core.scene import Scene

FORMAT = 1
"""The version of the score format that this program reads."""

DESCRIBED = "described"
"""The id of the level that is done as the source describes it, at its dose."""

BREATH = "breath"
"""The region of the movements that are rest with the breath, where every way out ends."""

STANDS = "standing"
"""The tag of what is done standing; a movement from a chair has it for the levels that rise to standing."""

RISES_CM = 20.0
"""A movement that lifts the hips further than this is done whole or not at all: nobody stays half way up. Reasoned."""


class Position(Enum):
    """Where the body is while it moves; changing position costs time."""

    LYING = "lying"
    SIDE_LYING = "side-lying"
    HANDS_AND_KNEES = "hands-and-knees"
    KNEELING = "kneeling"
    SITTING = "sitting"
    STANDING = "standing"


class Sides(Enum):
    """How the sides of the body share the repetitions.

    EACH finishes all of them on the right, then all on the left; ALTERNATE takes turns. Both count repetitions a side.
    """

    TOGETHER = "together"
    EACH = "each"
    ALTERNATE = "alternate"


class Evidence(Enum):
    """What the movement and its dose rest on, strongest first; MEMORY is not yet checked against its source."""

    GUIDELINE = "guideline"
    TRIAL = "trial"
    CONSENSUS = "consensus"
    REASONED = "reasoned"
    MEMORY = "memory"


class StopDoes(Enum):
    """What follows a stop sign."""

    LEAVE_MOVEMENT = "leave-movement"
    END_SESSION = "end-session"
    OPEN_QUESTIONS = "open-questions"


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of a movement is given: level id, repetitions (a side, where sides take turns), range 0 to 1.

    `range` is a fraction of the level's own range: 1 is the level as it is written, 0.5 half as far.
    """

    level: str
    repetitions: int
    range: float = 1.0


@dataclass(frozen=True, slots=True)
class Stay:
    """Whole breaths in the posture just reached, each `counts_in` and `counts_out` long."""

    breaths: int
    counts_in: float
    counts_out: float
    say: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One breath phase of a repetition: `counts` at the person's own count, ending in `posture`; perhaps staying."""

    id: str
    breath: Breath
    counts: float
    posture: str
    say: str = ""
    stay: Stay | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a movement that is several things in turn (lift, roll, tilt).

    `repetitions` belongs to the level `described`; a smaller dose shrinks every part alike, never below one.
    """

    id: str
    name: str
    repetitions: int
    phrases: tuple[Phrase, ...]
    sides: Sides = Sides.TOGETHER


@dataclass(frozen=True, slots=True)
class Aside:
    """Something done once after repetition `after`, when more follow; it does not count as a repetition."""

    id: str
    after: int
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The move from the right side to the left one."""

    counts: float
    say: str


@dataclass(frozen=True, slots=True)
class Level:
    """One way to do the movement, gentlest first in the score; ids are for ever.

    `most` is as far as repetitions may grow here (the source's upper number). `range` is the fraction of the way from
    the first posture to the one described. `counts`, `stays` (breaths, 0 for none) and `say` replace those of a phrase
    by its id, `postures` replaces postures by name. `counting` is false when nothing is counted aloud or shown.
    `build` marks a harder level, offered after weeks of ease only.
    """

    id: str
    name: str
    repetitions: int
    most: int | None = None
    range: float = 1.0
    counts: Mapping[str, float] = field(default_factory=dict)
    stays: Mapping[str, int] = field(default_factory=dict)
    postures: Mapping[str, str] = field(default_factory=dict)
    say: Mapping[str, str] = field(default_factory=dict)
    counting: bool = True
    build: bool = False

    def shape(self, phrase: Phrase) -> Phrase:
        """Return the phrase as this level plays it."""
        stay = phrase.stay and replace(phrase.stay, breaths=self.stays.get(phrase.id, phrase.stay.breaths))
        return replace(
            phrase,
            counts=self.counts.get(phrase.id, phrase.counts),
            posture=self.postures.get(phrase.posture, phrase.posture),
            say=self.say.get(phrase.id, phrase.say),
            stay=stay if stay and stay.breaths else None,
        )


@dataclass(frozen=True, slots=True)
class StopSign:
    """What to stop for, what follows, and what is said then."""

    sign: str
    do: StopDoes
    say: str


@dataclass(frozen=True, slots=True)
class Review:
    """Who looked at the score as a physiotherapist, and when."""

    name: str
    on: date


@dataclass(frozen=True)
class Score:
    """One movement, whole. The repetition is either `phrases`, or `parts` when it is several things in turn.

    The first of `postures` is where `range` counts from. No slots, so that what its postures measure is found once.
    """

    slug: str
    format: int
    name: str
    purpose: str
    notice: str
    regions: tuple[str, ...]
    position: Position
    get_there: str
    needs: tuple[str, ...]
    tags: frozenset[str]
    daily: str
    sources: tuple[str, ...]
    evidence: Evidence
    reviewed: Review | None
    levels: tuple[Level, ...]
    layers: Layers
    ways_out: WaysOut
    stops: tuple[StopSign, ...]
    camera: Camera
    cautions: tuple[str, ...] = ()
    sides: Sides = Sides.TOGETHER
    phrases: tuple[Phrase, ...] = ()
    parts: tuple[Part, ...] = ()
    change: Change | None = None
    asides: tuple[Aside, ...] = ()
    figure: Scene | None = None
    postures: Mapping[str, Posture] = field(default_factory=dict)

    @property
    def described(self) -> Level:
        """The level done as the source describes it."""
        return self.level(DESCRIBED)

    def level(self, name: str) -> Level:
        """Return the level with this id; KeyError names both when there is none."""
        for level in self.levels:
            if level.id == name:
                return level
        raise KeyError(f"{self.slug} has no level {name!r}")

    def whole(self) -> tuple[Part, ...]:
        """Return the parts; a movement of plain phrases is one part without a name."""
        if self.parts:
            return self.parts
        return (Part("whole", "", self.described.repetitions, self.phrases, self.sides),)

    def first_posture(self, level: Level) -> str:
        """Return the posture from which a level's range counts: the first one drawn, as this level shows it."""
        first = next(iter(self.postures))
        return level.postures.get(first, first)

    @property
    def is_breath(self) -> bool:
        """Whether it is rest with the breath."""
        return BREATH in self.regions

    def shown(self, level: Level) -> tuple[str, ...]:
        """Return the postures a level shows, each once, the one from which its range counts first."""
        played = (*(part.phrases for part in self.whole()), *(aside.phrases for aside in self.asides))
        reached = (level.shape(phrase).posture for phrases in played for phrase in phrases)
        names = dict.fromkeys((self.first_posture(level), *reached))
        return tuple(name for name in names if name in self.postures)

    @cached_property
    def _measured(self) -> dict[tuple[str, str], tuple[float, ...]]:
        return {}

    def measured(self, measure: str, level: Level) -> tuple[float, ...]:
        """Return a measure of the body (`core.body.MEASURES`) in each posture a level shows, the first one first."""
        asked = (measure, level.id)
        if asked not in self._measured:
            self._measured[asked] = tuple(MEASURES[measure](self.postures[name]) for name in self.shown(level))
        return self._measured[asked]

    @cached_property
    def _carried(self) -> dict[tuple[str, str], bool]:
        return {}

    def carries(self, tag: str, level: Level) -> bool:
        """Say whether a tag of this movement holds for a level: unless the drawing shows it at other levels alone."""
        asked = (tag, level.id)
        if asked not in self._carried:
            self._carried[asked] = tag in self.tags and (self._shows(tag, level) or not self._shows_anywhere(tag))
        return self._carried[asked]

    def _shows(self, tag: str, level: Level) -> bool:
        if tag == STANDS:
            return self.position is Position.STANDING or self.rises(level)
        return is_drawn(tag, [self.postures[name] for name in self.shown(level)])

    def _shows_anywhere(self, tag: str) -> bool:
        """Say whether any level shows what a tag says, or any posture that is drawn."""
        return is_drawn(tag, tuple(self.postures.values())) or any(self._shows(tag, level) for level in self.levels)

    def rises(self, level: Level) -> bool:
        """Say whether the hips leave their height, as in standing up: then no part of the way can be left out."""
        shown = [level.shape(phrase).posture for part in self.whole() for phrase in part.phrases]
        heights = [self.postures[name].at_cm[1] for name in shown if name in self.postures]
        return bool(heights) and max(heights) - min(heights) > RISES_CM

    def reach(self, dose: Dose) -> float:
        """Return how far of the described way a dose goes, 0 to 1: the level's range times the dose's own."""
        return self.level(dose.level).range * dose.range
