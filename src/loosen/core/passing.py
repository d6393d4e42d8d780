"""Which halts between two positions somebody is not led through: what limits leave out is not passed by either."""

from collections.abc import Iterable, Set

from loosen.core.body import MEASURES
from loosen.core.posture import Posture
from loosen.core.prescription import Limits
from loosen.core.score import Position
from loosen.core.transition import Halt, Transitions, placed

ON_A_MAT = frozenset({Position.HANDS_AND_KNEES, Position.KNEELING})
"""The way leads over these from a mat, and not from a bed: there the legs go over the edge. Source: practice H2."""


def passed_over(transitions: Transitions, limits: Limits, *, in_bed: bool) -> frozenset[str]:
    """Return the postures of the ways that are not shown, by name."""
    off = frozenset(limits.positions) | (ON_A_MAT if in_bed else frozenset())
    halts = (each for line in (transitions.up, transitions.down) for each in placed(line))
    return frozenset(
        halt.posture
        for halt, positions in halts
        if off & positions or _is_left_out(halt, limits) or _goes_too_far(transitions, halt.posture, positions, limits)
    )


def _is_left_out(halt: Halt, limits: Limits) -> bool:
    """Say whether the halt carries a tag that is left out, or none of those that alone are allowed."""
    return bool(halt.tags & limits.tags.keys()) or any(not only.tags & halt.tags for only in limits.only)


def _goes_too_far(transitions: Transitions, name: str, positions: Set[Position], limits: Limits) -> bool:
    """Say whether the posture is beyond a cap of one of the positions that it is or leads to."""
    caps = (cap for cap in limits.caps if not cap.positions or cap.positions & positions)
    return _is_beyond(transitions.postures[name], ((cap.measure, cap.most) for cap in caps))


def _is_beyond(posture: Posture, caps: Iterable[tuple[str, float]]) -> bool:
    return any(MEASURES[measure](posture) > most for measure, most in caps)
