"""Points, directions and the axes of a body segment. Centimetres and degrees; x forwards, y up, z to the right."""

from dataclasses import dataclass
from math import acos, cos, degrees, radians, sin, sqrt

Vec = tuple[float, float, float]
"""A point in cm, or a direction of length one."""


@dataclass(frozen=True, slots=True)
class Axes:
    """Unit vectors of a body segment: forward, up (towards the head) and to the person's right."""

    forward: Vec
    up: Vec
    right: Vec


WORLD = Axes((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
"""Standing upright, facing along x."""


def plus(p: Vec, q: Vec, times: float = 1.0) -> Vec:
    """Return p with `times` q added."""
    return (p[0] + q[0] * times, p[1] + q[1] * times, p[2] + q[2] * times)


def dot(p: Vec, q: Vec) -> float:
    """Return the length of p along q, when q has length one."""
    return p[0] * q[0] + p[1] * q[1] + p[2] * q[2]


def length(p: Vec) -> float:
    """Return the length of p in its own unit."""
    return sqrt(dot(p, p))


def angle_deg(p: Vec, q: Vec) -> float:
    """Return the angle between two directions, 0 to 180; 0 when one of them has no length."""
    both = length(p) * length(q)
    return degrees(acos(max(-1.0, min(1.0, dot(p, q) / both)))) if both else 0.0


def local(origin: Vec, axes: Axes, at: Vec) -> Vec:
    """Return the world point that lies at (forward, up, right) in these axes."""
    return plus(plus(plus(origin, axes.forward, at[0]), axes.up, at[1]), axes.right, at[2])


def _swing(p: Vec, q: Vec, deg: float) -> tuple[Vec, Vec]:
    """Turn the pair p, q by deg, p towards q."""
    c, s = cos(radians(deg)), sin(radians(deg))
    none = (0.0, 0.0, 0.0)
    return plus(plus(none, p, c), q, s), plus(plus(none, q, c), p, -s)


def bent(axes: Axes, deg: float) -> Axes:
    """Bend forwards."""
    up, forward = _swing(axes.up, axes.forward, deg)
    return Axes(forward, up, axes.right)


def leaned(axes: Axes, deg: float) -> Axes:
    """Bend to the right."""
    up, right = _swing(axes.up, axes.right, deg)
    return Axes(axes.forward, up, right)


def turned(axes: Axes, deg: float) -> Axes:
    """Turn to the right about the long axis."""
    forward, right = _swing(axes.forward, axes.right, deg)
    return Axes(forward, axes.up, right)
