"""The trunk in space: where pelvis, chest, head and arms are when somebody stands, sits or lies as a posture says.

Degrees and centimetres; zero and sign of every value are stated in posture.py. The figure in the browser places the
same body with the same numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import sqrt

from loosen.core.axes import WORLD, Axes, Vec, angle_deg, bent, dot, leaned, length, local, plus, turned
from loosen.core.posture import JOINTS, Limb, Posture

REMEMBERED = 1024
"""Postures whose trunk is kept: all of the library; each rule and measure asks for the same ones again."""

SPINE_CM = (9.0, 9.0, 14.0, 15.0, 6.8)
"""Distances between the six joints of the spine, low to high."""

STANDING_CURVE_DEG = (7.0, -12.0, -4.0, 15.0, 14.0, -18.0)
"""The natural curve of the spine when standing; what a posture says is added to it."""

SACRUM_CM = (-3.2, 9.5, 0.0)
SHOULDER_CM = (2.0, 7.8, 15.6)
HEART_CM = (4.0, 12.0, 0.0)
HEAD_CENTRE_CM = (1.0, 10.0, 0.0)
NOWHERE = (0.0, 0.0, 0.0)
UPPER_ARM_CM = 28.0
FOREARM_CM = 24.5
HIP_CM = 8.6
THIGH_CM = 42.0
MOST_LEAN_DEG = 40.0
SECANT_STEPS = 6


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


@lru_cache(maxsize=REMEMBERED)
def trunk(posture: Posture) -> Trunk:
    """Place the trunk in the world as the posture says; one that leans on an arm leans until it is straight."""
    prop = posture.propped
    arm = posture.left_arm if prop and prop.arm == "left" else posture.right_arm
    if prop is None or arm.at_cm is None:
        return _placed(posture)
    straight_cm = prop.straight * (UPPER_ARM_CM + FOREARM_CM)
    return _leaning(posture, _lean_onto(posture, -1 if prop.arm == "left" else 1, arm.at_cm, straight_cm))


def _leaning(posture: Posture, lean_deg: float) -> Trunk:
    return _placed(replace(posture, lean_deg=lean_deg))


def _lean_onto(posture: Posture, side: int, hand: Vec, straight_cm: float) -> float:
    """Return the lean at which the shoulder is a straight arm away from the hand: secant steps, as the figure's."""

    def miss_cm(lean_deg: float) -> float:
        return length(plus(hand, _leaning(posture, lean_deg).shoulder(side), -1)) - straight_cm

    least, most = posture.lean_deg - MOST_LEAN_DEG, posture.lean_deg + MOST_LEAN_DEG
    a, b = posture.lean_deg - 8, posture.lean_deg + 8
    miss_a, miss_b = miss_cm(a), miss_cm(b)
    for _ in range(SECANT_STEPS):
        if abs(miss_b) > 1e-4 and abs(miss_b - miss_a) > 1e-9:
            a, b, miss_a = b, min(max(b - miss_b * (b - a) / (miss_b - miss_a), least), most), miss_b
            miss_b = miss_cm(b)
    return b


def _over_knees(posture: Posture, moved: Callable[[Vec], Vec]) -> Vec:
    """Return where the thighs hold the pelvis over resting knees."""
    right = posture.right_leg.knee_cm
    knee = right or posture.left_leg.knee_cm
    if not posture.over_knees or knee is None:
        return posture.at_cm
    hip = plus(posture.at_cm, moved((0.0, 0.0, HIP_CM if right else -HIP_CM)))
    ahead, aside = hip[0] - knee[0], hip[2] - knee[2]
    x, y, z = posture.at_cm
    return x, y + knee[1] + sqrt(max(0.0, THIGH_CM**2 - ahead**2 - aside**2)) - hip[1], z


def _placed(posture: Posture) -> Trunk:
    """Place the trunk at the lean that is said."""
    chain = _Chain()
    chain.stack(posture)
    rests, resting = chain.places[4 if posture.rests_on == "chest" else 0]
    goal = turned(bent(turned(WORLD, posture.turn_deg), posture.lean_deg), posture.roll_deg)

    def moved(v: Vec) -> Vec:
        along = (dot(v, resting.forward), dot(v, resting.up), dot(v, resting.right))
        return local((0.0, 0.0, 0.0), goal, along)

    origin = _over_knees(posture, moved)

    def placed(place: tuple[Vec, Axes]) -> tuple[Vec, Axes]:
        at, axes = place
        world = plus(origin, moved(plus(at, rests, -1)))
        return world, Axes(moved(axes.forward), moved(axes.up), moved(axes.right))

    return Trunk(*(placed(chain.places[i]) for i in (0, 3, 4, 6)))


def wrist_of(posture: Posture, arm: Limb) -> Vec | None:
    """Return where the wrist is held, for an arm said by its place."""
    if arm.at_cm is None or arm.of is None:
        return arm.at_cm
    placed = trunk(posture)
    segments = {"pelvis": placed.pelvis, "chest": placed.chest, "head": placed.head}
    return local(*segments[arm.of], arm.at_cm) if arm.of in segments else None


def arm_raise(posture: Posture, side: int) -> float:
    """Return the angle between the hanging arm and the upper arm, along the trunk, 0 to 180."""
    arm = posture.right_arm if side > 0 else posture.left_arm
    if arm.at_cm is None:
        return angle_deg(_hang(arm), (0.0, -1.0, 0.0))
    placed, wrist = trunk(posture), wrist_of(posture, arm)
    if wrist is None:
        return 45.0
    return angle_deg(_upper_arm(arm, side, placed, wrist), plus(NOWHERE, placed.chest[1].up, -1))


def _upper_arm(arm: Limb, side: int, placed: Trunk, wrist: Vec) -> Vec:
    """Return the way from shoulder to elbow of an arm whose wrist is held: two bones, the elbow to where it points."""
    axes = placed.chest[1]
    usual = plus(plus(NOWHERE, axes.forward, -1), axes.right, side * 0.35)
    held = {"pelvis": placed.pelvis[1], "chest": axes, "head": placed.head[1]}.get(arm.of or "", WORLD)
    points = local(NOWHERE, held, arm.towards) if arm.towards else usual
    way = plus(wrist, placed.shoulder(side), -1)
    far = min(max(length(way), 1.0), 0.9995 * (UPPER_ARM_CM + FOREARM_CM))
    along = plus(NOWHERE, way, 1 / length(way)) if length(way) else WORLD.up
    off = plus(points, along, -dot(points, along))
    share = (UPPER_ARM_CM**2 + far**2 - FOREARM_CM**2) / (2 * UPPER_ARM_CM * far)
    share = min(1.0, max(-1.0, share))
    aside = UPPER_ARM_CM * sqrt(1 - share * share) / (length(off) or 1.0)
    return plus(plus(NOWHERE, along, UPPER_ARM_CM * share), off, aside)


def _hang(limb: Limb) -> Vec:
    """Return the direction of a limb said by angles, in the axes of its trunk segment (right side)."""
    swung = leaned(bent(WORLD, -limb.forward_deg), -limb.out_deg)
    return (-swung.up[0], -swung.up[1], -swung.up[2])
