"""What a camera can and cannot see of a movement: joints and their angles, never the spine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class View(Enum):
    """From where a camera can follow the movement; NONE: a timer is all that can be offered."""

    SIDE = "side"
    FRONT = "front"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CameraCount:
    """How a camera counts: a repetition goes out by the share `enter` of the way to the far posture, and comes back.

    The angle is at the middle point. The way is the figure's own, from the end of a repetition to `posture`, or to the
    posture that is farthest from it; `leave` is the share of it to within which a repetition comes back to where it
    began. A move below `least_deg` or quicker than `least_s` seconds does not count.
    """

    angle: tuple[str, str, str]
    enter: float
    leave: float
    least_deg: float
    least_s: float
    posture: str = ""


@dataclass(frozen=True, slots=True)
class CameraCheck:
    """One thing a camera may look at in a posture: the angle at the middle point, its span and tolerance in degrees.

    `levels` are the levels it is meant for, all when there are none.
    """

    id: str
    angle: tuple[str, str, str]
    posture: str
    between_deg: tuple[float, float]
    tolerance_deg: float
    say: str
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CameraCannot:
    """What a camera cannot see, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Camera:
    """What a camera can and cannot see of the movement.

    Body points have their everyday names: "hip" is the hip of the side that moves, or of each side in turn, "hips" the
    middle between both, "right-hip" the right one; "up" is straight above the point at which the angle is. `parts`
    count those of a movement in parts, by id.
    """

    view: View
    needs: tuple[str, ...] = ()
    count: CameraCount | None = None
    parts: Mapping[str, CameraCount] = field(default_factory=dict)
    checks: tuple[CameraCheck, ...] = ()
    cannot: tuple[CameraCannot, ...] = ()

    def counts(self, part: str) -> CameraCount | None:
        """Return how the repetitions of a part are counted, by its id; None where they are not."""
        return self.parts.get(part, self.count)
