"""Resets: half a minute to a minute of another position. Which of them fit a person, and which one is proposed.

A reset changes position; it does not correct anything, is never counted, and never owed. What a condition or a plan
leaves out, it leaves out here too; and as a reset is small already, what they keep small is left out with it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from loosen.core.body import MEASURES, Posture
from loosen.core.prescription import Limits
from loosen.core.score import Evidence, Position

OF_THE_POSITION = frozenset({"floor", "seated", "standing", "free-standing", "lying-flat"})
"""Tags that say where the body is, and not what it does."""


class Where(Enum):
    """The moment a reset is for. In a meeting nobody sees it."""

    SITTING = "sitting"
    STANDING = "standing"
    MEETING = "meeting"
    LYING = "lying"


@dataclass(frozen=True, slots=True)
class ResetStep:
    """A sentence, how long it is given, and the postures the figure takes meanwhile, in turn."""

    say: str
    seconds: int
    postures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reset:
    """A small change of position. `drawing` is the movement or the picture whose postures it shows.

    `positions` are those the body is in, `tags` what it does or asks of the body (content/tags.toml).
    """

    id: str
    name: str
    where: Where
    positions: frozenset[Position]
    drawing: str
    tags: frozenset[str]
    sources: tuple[str, ...]
    evidence: Evidence
    reviewed: bool
    steps: tuple[ResetStep, ...]
    postures: Mapping[str, Posture]

    @property
    def seconds(self) -> int:
        """How long it takes."""
        return sum(step.seconds for step in self.steps)

    @property
    def is_quiet(self) -> bool:
        """Nothing but the breath, the jaw and the shoulders let go."""
        return self.tags <= OF_THE_POSITION

    def measured(self, measure: str) -> float:
        """Return the most of a measure of the body (`core.body.MEASURES`) in what is shown."""
        return max(MEASURES[measure](self.postures[name]) for step in self.steps for name in step.postures)


def fits(reset: Reset, limits: Limits) -> bool:
    """True when nothing that holds for this person leaves out or keeps small what the reset asks for."""
    if reset.drawing in limits.movements or reset.positions & limits.positions.keys():
        return False
    if reset.tags & {*limits.tags, *limits.gentlest, *limits.reach, *limits.repetitions}:
        return False
    return reset.is_quiet or (_is_among(reset, limits) and _within(reset, limits))


def _is_among(reset: Reset, limits: Limits) -> bool:
    """Where nothing but certain tags is allowed, it has one of them."""
    return all(only.tags & reset.tags for only in limits.only)


def _within(reset: Reset, limits: Limits) -> bool:
    """Each measure stays at or under its caps."""
    caps = (cap for cap in limits.caps if not cap.positions or cap.positions & reset.positions)
    return all(reset.measured(cap.measure) <= cap.most for cap in caps)


def fitting(
    resets: Iterable[Reset], limits: Limits, at_rest: Collection[str] = (), quiet: bool = False
) -> Mapping[Where, tuple[Reset, ...]]:
    """Return the resets for a person by their moment; a moment for which there is none is left out.

    `at_rest` are movements that rest after sharp pain. On a `quiet` day, which keeps to the breath or to the least,
    only quiet ones are left.
    """
    allowed = [
        reset for reset in resets if fits(reset, limits) and (reset.is_quiet or not (quiet or reset.drawing in at_rest))
    ]
    groups = {where: tuple(reset for reset in allowed if reset.where is where) for where in Where}
    return {where: group for where, group in groups.items() if group}


def proposed(group: Sequence[Reset], hour: int, last: str = "") -> Reset:
    """Return the one of these that the hour of the day (0 to 23) leads to; the next when that was the last one had."""
    now = group[hour % len(group)]
    return following(group, last) if now.id == last else now


def following(group: Sequence[Reset], last: str) -> Reset:
    """Return the one after the last one had, in turn; the first when that is not among them."""
    ids = [reset.id for reset in group]
    return group[(ids.index(last) + 1) % len(group)] if last in ids else group[0]
