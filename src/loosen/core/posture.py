"""A posture of the body as a physiotherapist writes it: angles in degrees, lengths in centimetres.

World: x is where the person faces when standing, y is up from the floor, z is to the person's right.
`arms` and `legs` say both sides at once and are written for the right; the left is their mirror image.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from loosen.core.axes import Vec

JOINTS = ("low lumbar", "high lumbar", "low thoracic", "high thoracic", "neck", "head")
"""The six joints of the spine from low to high. 0 = the natural standing curve; forwards and to the right are +."""

SPINE = {"low_back": 0, "mid_back": 2, "neck": 4}
"""Where each part of the spine begins among the joints; every part has two."""

SEGMENTS = ("pelvis", "chest", "head", "own-thigh", "right-thigh", "left-thigh")
"""What a hand may be said to hold, in the axes of that segment."""

Table = Mapping[str, Any]
Six = tuple[float, float, float, float, float, float]
NOTHING: Six = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Limb:
    """An arm or a leg: by angles, by the place its hand or foot holds (`at_cm`), or by a knee on the floor (`knee_cm`).

    forward_deg: hip or shoulder, 0 hanging along the trunk, forwards +. out_deg: away from the midline +.
    twist_deg: outward rotation +. bend_deg: knee or elbow, 0 straight, never negative.
    point_deg: ankle, 0 a right angle, pointed +. toes_out_deg: the sole lies flat, toes outwards +.
    heel_up_deg: heel lifted over planted toes, which stay flat. toes_up_deg: toes bent up at the ball of the foot, for
    a foot that stands on its toes otherwise. lift_cm: how high hand or foot swings on its way to here.
    grip_deg: fingers closed towards the palm, 0 easy, 90 round a strap.
    towards: the way knee or elbow points, or, for a knee on the floor, the way the lower leg lies.
    """

    forward_deg: float = 0.0
    out_deg: float = 0.0
    twist_deg: float = 0.0
    bend_deg: float = 0.0
    point_deg: float | None = None
    at_cm: Vec | None = None
    of: str | None = None
    knee_cm: Vec | None = None
    towards: Vec | None = None
    fingers: Vec | None = None
    palm: Vec | None = None
    toes_out_deg: float | None = None
    heel_up_deg: float = 0.0
    toes_up_deg: float | None = None
    lift_cm: float = 0.0
    grip_deg: float = 0.0
    in_front: bool | None = None


@dataclass(frozen=True, slots=True)
class Prop:
    """The trunk leans until a planted arm is straight to this share of its length."""

    arm: str
    straight: float


@dataclass(frozen=True, slots=True)
class Posture:
    """One posture. `rests_on` is the segment whose place is given, pelvis or chest; over_knees: the thighs carry it.

    lean_deg: 0 upright, 90 face down, -90 on the back. turn_deg: to the right about the vertical.
    roll_deg: to the right about the long axis of the body. bends, sides, turns: the six JOINTS.
    raised_cm, pushed_cm: right and left shoulder up and forwards. breath: 0 out, 1 in.
    head_rests_cm: the head lies on something so high, 0 the floor; the neck bends as far as that asks.
    """

    rests_on: str = "pelvis"
    at_cm: Vec = (0.0, 89.4, 0.0)
    lean_deg: float = 0.0
    turn_deg: float = 0.0
    roll_deg: float = 0.0
    over_knees: bool = False
    bends: Six = NOTHING
    sides: Six = NOTHING
    turns: Six = NOTHING
    raised_cm: tuple[float, float] = (0.0, 0.0)
    pushed_cm: tuple[float, float] = (0.0, 0.0)
    breath: float = 0.0
    head_rests_cm: float | None = None
    right_leg: Limb = Limb()
    left_leg: Limb = Limb()
    right_arm: Limb = Limb()
    left_arm: Limb = Limb()
    propped: Prop | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """What every score may start from: whole postures, and holds for arms and legs by name."""

    postures: Mapping[str, Posture] = field(default_factory=dict)
    holds: Mapping[str, Table] = field(default_factory=dict)
