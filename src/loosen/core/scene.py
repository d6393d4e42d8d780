"""How a movement is shown: where the eye stands, what is around the person, what glows. A score's [figure]."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

GLOWS = ("low-back", "spine", "hips", "shoulders", "neck", "chest", "belly", "buttocks", "thighs", "calves")
"""Regions that may glow warmly inside the clothes."""

STRAPPED = ("right-foot", "left-foot", "right-thigh", "left-thigh")
"""What a strap goes round; its ends are in the hands."""

PROPS: Mapping[str, Mapping[str, int | tuple[str, ...]]] = {
    "chair": {"front_cm": 1, "height_cm": 1, "depth_cm": 1, "width_cm": 1, "facing": 1, "aside_cm": 1},
    "wall": {"at_cm": 1, "height_cm": 1, "width_cm": 1, "near_cm": 1, "facing": 1},
    "mat": {"from_to_cm": 2, "width_cm": 1},
    "dial": {"at_cm": 3, "radius_cm": 1},
    "cushion": {"at_cm": 3, "size_cm": 3},
    "counter": {"front_cm": 1, "height_cm": 1, "depth_cm": 1, "width_cm": 1, "near_cm": 1},
    "doorway": {"at_cm": 1, "height_cm": 1, "width_cm": 1, "opening_cm": 1},
    "bed": {"from_to_cm": 2, "height_cm": 1, "width_cm": 1},
    "step": {"at_cm": 3, "size_cm": 3},
    "box": {"size_cm": 2},
    "strap": {"round": STRAPPED, "held_by": ("both", "right", "left")},
}
"""Things around the person, each with its keys: how many numbers a key takes, or the words it may be.

facing: 1 forwards, -1 back; aside_cm: to the person's right.
"""

MIRRORS = ("body", "view")
"""How the left side is drawn: the body mirrored, or the body and the eye, when the other side would be hidden."""

VIEWS: Mapping[str, tuple[float, float]] = {"side": (14, 5), "three-quarter": (48, 8), "front": (90, 3)}
"""Where the eye stands: turned from the person's right side towards the front, and looking down; degrees."""

EYES = ("open", "closed")


@dataclass(frozen=True, slots=True)
class PropPlace:
    """One thing around the person: its kind, and its measures in cm or words."""

    kind: str
    measures: tuple[tuple[str, tuple[float, ...] | str], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """The part of the world that is shown, cm: left and right of the pelvis's place, above and below the floor."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A score's [figure]. `camera_deg` is turn and tilt of the eye; `shows_end`: the dashed posture, or none.

    `cycle`: postures that flow into each other without a rest, as in walking, once round in `cycle_s` seconds.
    """

    camera_deg: tuple[float, float]
    picture: Picture
    shows_end: str
    glow: str | None = None
    eyes_closed: bool = False
    back_line: bool = False
    mirror: str = "body"
    props: tuple[PropPlace, ...] = ()
    cycle: tuple[str, ...] = ()
    cycle_s: float = 0.0


KEYS = (
    "view", "camera_deg", "picture_cm", "shows_end", "glow", "eyes", "back_line", "mirror", "props", "cycle", "cycle_s",
)  # fmt: skip


def scene_from(mapping: Mapping[str, Any]) -> Scene:
    """Read a [figure] table. Raises ValueError that names the key and what is known."""
    _known(mapping, KEYS, "figure")
    glow = mapping.get("glow")
    cycle = tuple(_text(name, "cycle") for name in _list(mapping.get("cycle", ()), "cycle"))
    if bool(cycle) != ("cycle_s" in mapping):
        raise ValueError("cycle: name the postures in [cycle] and the seconds of one round in cycle_s")
    return Scene(
        camera_deg=_camera(mapping),
        picture=_picture(mapping.get("picture_cm", {})),
        shows_end=_text(mapping.get("shows_end", ""), "shows_end"),
        glow=None if glow is None else _one_of(glow, GLOWS, "glow"),
        eyes_closed=_one_of(mapping.get("eyes", "open"), EYES, "eyes") == "closed",
        back_line=_truth(mapping.get("back_line", False), "back_line"),
        mirror=_one_of(mapping.get("mirror", "body"), MIRRORS, "mirror"),
        props=tuple(_prop(table) for table in _list(mapping.get("props", ()), "props")),
        cycle=cycle,
        cycle_s=_numbers(mapping.get("cycle_s", 0.0), 1, "cycle_s")[0],
    )


def _camera(mapping: Mapping[str, Any]) -> tuple[float, float]:
    """Read `view`, or `camera_deg = [turn, tilt]` where a named view does not show the movement."""
    if "camera_deg" in mapping:
        turn, tilt = _numbers(mapping["camera_deg"], 2, "camera_deg")
        return (turn, tilt)
    return VIEWS[_one_of(mapping.get("view", "side"), tuple(VIEWS), "view")]


def _picture(table: Any) -> Picture:
    sides = ("left", "right", "top", "bottom")
    _known(table, sides, "picture_cm")
    for side in sides:
        if side not in table:
            raise ValueError(f"picture_cm: {side} is missing")
    return Picture(*(_numbers(table[side], 1, f"picture_cm.{side}")[0] for side in sides))


def _prop(table: Any) -> PropPlace:
    kind = _one_of(_table(table, "props").get("kind"), tuple(PROPS), "props.kind")
    _known(table, ("kind", *PROPS[kind]), f"props.{kind}")
    return PropPlace(
        kind, tuple((key, _said(table[key], how, f"{kind}.{key}")) for key, how in PROPS[kind].items() if key in table)
    )


def _said(value: Any, how: int | tuple[str, ...], key: str) -> tuple[float, ...] | str:
    """Read what one key of a prop says: numbers, or one of its words."""
    return _numbers(value, how, key) if isinstance(how, int) else _one_of(value, how, key)


def _known(table: Any, keys: Sequence[str], where: str) -> None:
    """Refuse what is no table, or has a key that nobody knows."""
    for key in _table(table, where):
        if key not in keys:
            raise ValueError(f"{where}: there is no key {key!r}; known are {', '.join(sorted(keys))}")


def _table(value: Any, key: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{key}: {value!r} must be a table of keys")
    return value


def _list(value: Any, key: str) -> Sequence[Any]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise ValueError(f"{key}: {value!r} must be a list in square brackets")
    return value


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{key}: {value!r} must be text in quotes")
    return value


def _truth(value: Any, key: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{key}: {value!r} must be true or false")
    return value


def _one_of(value: Any, names: Sequence[str], key: str) -> str:
    if value not in names:
        raise ValueError(f"{key}: {value!r} is none of {', '.join(names)}")
    return str(value)


def _numbers(value: Any, count: int, key: str) -> tuple[float, ...]:
    """Read one number, or a list of `count`."""
    parts = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    if len(parts) != count or any(isinstance(part, bool) or not isinstance(part, int | float) for part in parts):
        raise ValueError(f"{key}: {value!r} must be {count} number{'s' if count > 1 else ''}")
    return tuple(float(part) for part in parts)
