"""The body: how far its joints go, and what a posture asks of it. What limits and tags need to know of a drawing.

Degrees and centimetres; zero and sign of every value are stated in posture.py. Ranges are typical maxima of adults
(sources.toml#range-of-motion); the movements stay at about half of them.
"""

from collections.abc import Callable, Mapping, Sequence
from math import atan2, degrees

from loosen.core.axes import WORLD, angle_deg, dot, local, plus, turned
from loosen.core.posture import Limb, Posture, Shared
from loosen.core.posture_table import posture_from, postures_from, shared_from
from loosen.core.trunk import HEAD_CENTRE_CM, HEART_CM, HIP_CM, NOWHERE, SPINE_CM, arm_raise, trunk, wrist_of

__all__ = [
    "MEASURES", "RANGES", "Posture", "Shared", "computed_tags", "fraction_within", "is_drawn", "posture_from",
    "postures_from", "shared_from",
]  # fmt: skip

RANGES: Mapping[str, tuple[float, float]] = {
    "low-back-bend": (-30, 75),
    "mid-back-bend": (-25, 45),
    "trunk-side": (-35, 35),
    "trunk-turn": (-60, 60),
    "neck-bend": (-70, 60),
    "neck-side": (-45, 45),
    "neck-turn": (-80, 80),
}
"""Least and most of each measure in degrees; 0 is standing tall."""

END_OF_RANGE = 0.7
"""Beyond this share of a range a posture counts as end of range."""


def _trunk_lean(posture: Posture) -> float:
    """Return how far the line from hips to neck leans forwards from upright: -90 is lying on the back.

    Seen from the side: a bend to the right or left leans neither way.
    """
    placed = trunk(posture)
    (hips, _), (chest, axes) = placed.pelvis, placed.chest
    line = plus(plus(chest, axes.up, SPINE_CM[3]), hips, -1)
    ahead = dot(line, turned(WORLD, posture.turn_deg).forward)
    return degrees(atan2(ahead, dot(line, WORLD.up)))


def _head_drop(posture: Posture) -> float:
    """Return how far the head's centre is below the heart, in cm; negative while it is above."""
    placed = trunk(posture)
    return local(*placed.low_chest, HEART_CM)[1] - local(*placed.head, HEAD_CENTRE_CM)[1]


def _arms_raise(posture: Posture) -> float:
    return max(arm_raise(posture, 1), arm_raise(posture, -1))


def _turn(posture: Posture) -> float:
    """Return how far the shoulder line is turned against the pelvis, to either side."""
    return abs(sum(posture.turns[:4]))


MEASURES: Mapping[str, Callable[[Posture], float]] = {
    "trunk-lean": _trunk_lean,
    "trunk-turn": _turn,
    "trunk-side": lambda posture: abs(sum(posture.sides[:4])),
    "low-back-bend": lambda posture: sum(posture.bends[:2]),
    "low-back-arch": lambda posture: -sum(posture.bends[:2]),
    "mid-back-bend": lambda posture: sum(posture.bends[2:4]),
    "mid-back-arch": lambda posture: -sum(posture.bends[2:4]),
    "neck-bend": lambda posture: sum(posture.bends[4:]),
    "neck-arch": lambda posture: -sum(posture.bends[4:]),
    "neck-side": lambda posture: abs(sum(posture.sides[4:])),
    "neck-turn": lambda posture: abs(sum(posture.turns[4:])),
    "arm-raise": _arms_raise,
    "head-drop": _head_drop,
}
"""What a limit may cap. Degrees, except head-drop: cm of the head below the heart. Bend is forwards, arch backwards."""


def fraction_within(start: float, end: float, cap_deg: float) -> float:
    """Return how far from `start` (0) to `end` (1) a movement may go so that a measure stays at or under the cap.

    Linear between what two postures measure. 0 when already the first one is beyond the cap.
    """
    if start > cap_deg:
        return 0.0
    return 1.0 if end <= cap_deg else (cap_deg - start) / (end - start)


LYING_FLAT_DEG = 70.0
LYING_FLAT_CM = 20.0
HEAD_BELOW_CM = 3.0
ARMS_ABOVE_DEG = 120.0
ON_THE_FLOOR_CM = 6.0
LEANING_CM = 25.0
LEANING_DEG = 20.0
BACKWARDS_DEG = 12.0
THIGH_LIFTED_DEG = 90.0
HEAD_TURNED_DEG = 20.0
HIP_FOLDED_DEG = 110.0
UP_ON_THE_FEET_CM = 60.0


def _lies_flat(posture: Posture) -> bool:
    """On the back, hips and chest low, not rolled to a side."""
    return _trunk_lean(posture) < -LYING_FLAT_DEG and posture.at_cm[1] < LYING_FLAT_CM and abs(posture.roll_deg) < 45


def _leans_on_a_wrist(posture: Posture) -> bool:
    """A hand lies on the floor with the palm down while its shoulder is well above it."""
    placed = trunk(posture)

    def leans(arm: Limb, side: int) -> bool:
        wrist, palm = wrist_of(posture, arm), arm.palm
        low = wrist is not None and wrist[1] < ON_THE_FLOOR_CM
        return low and palm is not None and palm[1] < 0 and placed.shoulder(side)[1] > LEANING_CM

    return leans(posture.right_arm, 1) or leans(posture.left_arm, -1)


def _kneels(posture: Posture) -> bool:
    return posture.right_leg.knee_cm is not None or posture.left_leg.knee_cm is not None


def _near_the_end(posture: Posture, name: str, forwards: bool) -> bool:
    """Say whether a joint is beyond END_OF_RANGE of the way to one end of its range."""
    least, most = RANGES[name]
    value = MEASURES[name](posture)
    return value > most * END_OF_RANGE if forwards else value < least * END_OF_RANGE


def _leans_back(posture: Posture) -> bool:
    """The trunk is behind the hips, standing or sitting; propped on one side it is not."""
    return -LYING_FLAT_DEG < _trunk_lean(posture) < -BACKWARDS_DEG and abs(posture.roll_deg) < 45


def _lifts_a_thigh(posture: Posture) -> bool:
    """A free leg, which holds no place on the floor, is folded at the hip."""
    free = (leg for leg in (posture.right_leg, posture.left_leg) if leg.at_cm is None and leg.knee_cm is None)
    return any(leg.forward_deg >= THIGH_LIFTED_DEG for leg in free)


def _folds_over_a_knee(posture: Posture) -> bool:
    """The pelvis sits back over a knee on the floor: hands and knees are at about 85 degrees, heels at 130."""
    pelvis, axes = trunk(posture).pelvis
    hanging = plus(NOWHERE, axes.up, -1)

    def folds(leg: Limb, side: int) -> bool:
        hip = local(pelvis, axes, (0.0, 0.0, HIP_CM * side))
        return leg.knee_cm is not None and angle_deg(plus(leg.knee_cm, hip, -1), hanging) >= HIP_FOLDED_DEG

    return folds(posture.right_leg, 1) or folds(posture.left_leg, -1)


def _stands_on_one_leg(posture: Posture) -> bool:
    """The hips are high, and one foot holds a place while the other holds none."""
    held = posture.right_leg.at_cm is not None, posture.left_leg.at_cm is not None
    return posture.at_cm[1] > UP_ON_THE_FEET_CM and held in ((True, False), (False, True))


CLEARLY_DEG = 14.0
"""A part of the spine that moves this far is seen to move, and a score says so by its tag. Reasoned."""


def _arches_the_low_back(posture: Posture) -> bool:
    """The low back is clearly hollow with nothing behind it; lying on the back it has its own small arch at rest."""
    return MEASURES["low-back-arch"](posture) >= CLEARLY_DEG and not _lies_flat(posture)


_TAGS: Mapping[str, Callable[[Posture], bool]] = {
    "lying-flat": _lies_flat,
    "low-back-arch": _arches_the_low_back,
    "trunk-lean": lambda posture: _trunk_lean(posture) > LEANING_DEG and not _kneels(posture),
    "leaning-back": _leans_back,
    "thigh-lifted": _lifts_a_thigh,
    "hip-folded": _folds_over_a_knee,
    "one-leg": _stands_on_one_leg,
    "lying-head-turn": lambda posture: _lies_flat(posture) and MEASURES["neck-turn"](posture) > HEAD_TURNED_DEG,
    "head-below-heart": lambda posture: _head_drop(posture) > HEAD_BELOW_CM,
    "arms-above-shoulder": lambda posture: _arms_raise(posture) > ARMS_ABOVE_DEG,
    "kneeling": _kneels,
    "weight-on-wrists": _leans_on_a_wrist,
    "end-range-flexion": lambda p: any(_near_the_end(p, name, True) for name in ("low-back-bend", "mid-back-bend")),
    "end-range-extension": lambda p: any(
        _near_the_end(p, name, False) for name in ("low-back-bend", "mid-back-bend", "neck-bend")
    ),
    "end-range-rotation": lambda posture: _near_the_end(posture, "trunk-turn", True),
}
"""The tags that a drawing can know, each with its test; content/tags.toml defines them in words."""


def computed_tags(posture: Posture) -> frozenset[str]:
    """Return the tags this posture asks for; a score that shows it must carry them."""
    return frozenset(tag for tag, asks in _TAGS.items() if asks(posture))


HARDLY_DEG = 5.0
"""A part of the spine that moves less than this is still, and no tag says that it moves. Reasoned."""


def moved_deg(first: Posture, last: Posture) -> Mapping[str, float]:
    """Return how far each part of the spine moves from one posture to another, by the tag that says so.

    A neck that turns along with the trunk does not move by itself. A nod is seen but never demanded: a head also nods
    when the back rounds, or lies on it.
    """

    def more(*measures: str) -> float:
        return max(MEASURES[name](last) - MEASURES[name](first) for name in measures)

    turn, nod = more("trunk-turn"), min(more("neck-bend"), CLEARLY_DEG - 1)
    return {
        "spine-flexion": more("low-back-bend", "mid-back-bend"),
        "spine-extension": more("low-back-arch", "mid-back-arch"),
        "spine-rotation": turn,
        "spine-side": more("trunk-side"),
        "neck-movement": max(more("neck-side"), more("neck-turn") - turn, nod),
    }


def is_drawn(tag: str, postures: Sequence[Posture]) -> bool:
    """Say whether a drawing shows what a tag says, in postures of which the first is where the movement begins.

    Of a tag that no drawing can know it says no.
    """
    if tag in _TAGS:
        return any(map(_TAGS[tag], postures))
    return any(moved_deg(postures[0], posture).get(tag, 0.0) >= HARDLY_DEG for posture in postures)
