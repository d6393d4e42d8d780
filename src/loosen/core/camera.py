"""What a camera can and cannot see of a movement: joints and their angles, never the spine."""

from dataclasses import dataclass
from enum import Enum


class View(Enum):
    """From where a camera can follow the movement; NONE: a timer is all that can be offered."""

    SIDE = "side"
    FRONT = "front"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CameraCount:
    """How a camera counts: the angle at the middle joint enters and leaves these shares of the way to the far posture.

    A move below `least_deg` or quicker than `least_s` seconds does not count.
    """

    angle: tuple[str, str, str]
    enter: float
    leave: float
    least_deg: float
    least_s: float


@dataclass(frozen=True, slots=True)
class CameraCheck:
    """One thing a camera may look at in a posture: the angle at the middle joint, its span and tolerance in degrees."""

    id: str
    angle: tuple[str, str, str]
    posture: str
    between_deg: tuple[float, float]
    tolerance_deg: float
    say: str


@dataclass(frozen=True, slots=True)
class CameraCannot:
    """What a camera cannot see, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Camera:
    """What a camera can and cannot see of the movement; body points by their everyday names."""

    view: View
    needs: tuple[str, ...] = ()
    count: CameraCount | None = None
    checks: tuple[CameraCheck, ...] = ()
    cannot: tuple[CameraCannot, ...] = ()
