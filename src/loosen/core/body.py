"""The body: how far its joints go, and what a posture asks of it. What limits and tags need to know of a drawing.

Degrees and centimetres; zero and sign of every value are stated in posture.py. Ranges are typical maxima of adults
(sources.toml#range-of-motion); the movements stay at about half of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from loosen.core.axes import WORLD, Axes, Vec, angle_deg, bent, dot, leaned, local, plus, turned
from loosen.core.posture import JOINTS, Limb, Posture, Shared
from loosen.core.posture_table import posture_from, postures_from, shared_from

__all__ = [
    "MEASURES", "RANGES", "Posture", "Shared", "computed_tags", "fraction_within", "posture_from", "postures_from",
    "shared_from",
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

SPINE_CM = (9.0, 9.0, 14.0, 15.0, 6.8)
"""Distances between the six joints of the spine, low to high."""

STANDING_CURVE_DEG = (7.0, -12.0, -4.0, 15.0, 14.0, -18.0)
"""The natural curve of the spine when standing; what a posture says is added to it."""

SACRUM_CM = (-3.2, 9.5, 0.0)
SHOULDER_CM = (2.0, 7.8, 15.6)
HEART_CM = (4.0, 12.0, 0.0)
HEAD_CENTRE_CM = (1.0, 10.0, 0.0)
ARM_CM = 52.5
"""From shoulder to wrist, straight."""


@dataclass(frozen=True, slots=True)
class Trunk:
    """Pelvis, the two chest joints and head, each with its place in the world and its axes."""

    pelvis: tuple[Vec, Axes]
    low_chest: tuple[Vec, Axes]
    chest: tuple[Vec, Axes]
    head: tuple[Vec, Axes]

    def shoulder(self, side: int) -> Vec:
        """Return the shoulder joint, side 1 right, -1 left."""
        forward, up, right = SHOULDER_CM
        return local(*self.chest, (forward, up, right * side))


@dataclass(slots=True)
class _Chain:
    """Joints of the spine stacked on a pelvis that stands at the origin."""

    places: list[tuple[Vec, Axes]] = field(default_factory=list)

    def stack(self, posture: Posture) -> None:
        axes, at = WORLD, SACRUM_CM
        self.places.append(((0.0, 0.0, 0.0), WORLD))
        for joint in range(len(JOINTS)):
            axes = turned(axes, posture.turns[joint])
            axes = leaned(axes, posture.sides[joint])
            axes = bent(axes, STANDING_CURVE_DEG[joint] + posture.bends[joint])
            self.places.append((at, axes))
            if joint < len(SPINE_CM):
                at = plus(at, axes.up, SPINE_CM[joint])


def trunk(posture: Posture) -> Trunk:
    """Place the trunk in the world as the posture says (the arms that prop it are not solved here)."""
    chain = _Chain()
    chain.stack(posture)
    rests, resting = chain.places[4 if posture.rests_on == "chest" else 0]
    goal = turned(bent(turned(WORLD, posture.turn_deg), posture.lean_deg), posture.roll_deg)

    def moved(v: Vec) -> Vec:
        along = (dot(v, resting.forward), dot(v, resting.up), dot(v, resting.right))
        return local((0.0, 0.0, 0.0), goal, along)

    def placed(place: tuple[Vec, Axes]) -> tuple[Vec, Axes]:
        at, axes = place
        world = plus(posture.at_cm, moved(plus(at, rests, -1)))
        return world, Axes(moved(axes.forward), moved(axes.up), moved(axes.right))

    return Trunk(*(placed(chain.places[i]) for i in (0, 3, 4, 6)))


def _trunk_lean(posture: Posture) -> float:
    """Return how far the line from hips to neck leans forwards from upright: -90 is lying on the back."""
    placed = trunk(posture)
    (hips, _), (chest, axes) = placed.pelvis, placed.chest
    line = plus(plus(chest, axes.up, SPINE_CM[3]), hips, -1)
    ahead = dot(line, turned(WORLD, posture.turn_deg).forward)
    return angle_deg(line, WORLD.up) * (1 if ahead >= 0 else -1)


def _head_drop(posture: Posture) -> float:
    """Return how far the head's centre is below the heart, in cm; negative while it is above."""
    placed = trunk(posture)
    return local(*placed.low_chest, HEART_CM)[1] - local(*placed.head, HEAD_CENTRE_CM)[1]


def _wrist(posture: Posture, arm: Limb) -> Vec | None:
    """Return where the wrist is held, for an arm said by its place."""
    if arm.at_cm is None or arm.of is None:
        return arm.at_cm
    placed = trunk(posture)
    segments = {"pelvis": placed.pelvis, "chest": placed.chest, "head": placed.head}
    return local(*segments[arm.of], arm.at_cm) if arm.of in segments else None


def _arm_raise(posture: Posture, side: int) -> float:
    """Return the angle between the hanging arm and the line from shoulder to wrist, along the trunk, 0 to 180."""
    arm = posture.right_arm if side > 0 else posture.left_arm
    if arm.at_cm is None:
        return angle_deg(_hang(arm), (0.0, -1.0, 0.0))
    placed, wrist = trunk(posture), _wrist(posture, arm)
    if wrist is None:
        return 45.0
    return angle_deg(plus(wrist, placed.shoulder(side), -1), plus((0.0, 0.0, 0.0), placed.chest[1].up, -1))


def _hang(limb: Limb) -> Vec:
    """Return the direction of a limb said by angles, in the axes of its trunk segment (right side)."""
    swung = leaned(bent(WORLD, -limb.forward_deg), -limb.out_deg)
    return (-swung.up[0], -swung.up[1], -swung.up[2])


def _arms_raise(posture: Posture) -> float:
    return max(_arm_raise(posture, 1), _arm_raise(posture, -1))


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


def fraction_within(first: Posture, last: Posture, measure: str, cap_deg: float) -> float:
    """Return how far from `first` (0) to `last` (1) a movement may go so that the measure stays at or under the cap.

    Linear between the measures of the two postures. 0 when already the first posture is beyond the cap.
    """
    start, end = MEASURES[measure](first), MEASURES[measure](last)
    if start > cap_deg:
        return 0.0
    return 1.0 if end <= cap_deg else (cap_deg - start) / (end - start)


LYING_FLAT_DEG = 70.0
LYING_FLAT_CM = 20.0
HEAD_BELOW_CM = 3.0
ARMS_ABOVE_DEG = 100.0
ON_THE_FLOOR_CM = 6.0
LEANING_CM = 25.0
HIP_BENT_DEG = 60.0


def _lies_flat(posture: Posture) -> bool:
    """On the back, hips and chest low, not rolled to a side."""
    return _trunk_lean(posture) < -LYING_FLAT_DEG and posture.at_cm[1] < LYING_FLAT_CM and abs(posture.roll_deg) < 45


def _leans_on_a_wrist(posture: Posture) -> bool:
    """A hand lies on the floor with the palm down while its shoulder is well above it."""
    placed = trunk(posture)

    def leans(arm: Limb, side: int) -> bool:
        wrist, palm = _wrist(posture, arm), arm.palm
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


_TAGS: Mapping[str, Callable[[Posture], bool]] = {
    "lying-flat": _lies_flat,
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
