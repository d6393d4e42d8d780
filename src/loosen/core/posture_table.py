"""From the tables of a score to postures. Every fault is a ValueError that names the key and says what is known."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any, cast

from loosen.core.axes import Vec
from loosen.core.posture import SEGMENTS, SPINE, Limb, Posture, Prop, Shared, Table


def shared_from(mapping: Table) -> Shared:
    """Read postures.toml: `[hold.NAME]` tables, then `[posture.NAME]` tables, each from one above it."""
    _table(mapping, "postures.toml", {"format", "hold", "posture"})
    shared = Shared(holds=_in_braces(mapping.get("hold", {}), "hold"))
    return replace(shared, postures=postures_from(mapping.get("posture", {}), shared))


def postures_from(tables: Table, shared: Shared) -> dict[str, Posture]:
    """Read all `[posture.NAME]` tables of one file; a later one may start `from` an earlier one.

    Raises ValueError whose message begins with the posture's name and the key.
    """
    known = dict(shared.postures)
    made: dict[str, Posture] = {}
    for name, table in _in_braces(tables, "posture").items():
        try:
            made[name] = known[name] = posture_from(table, Shared(known, shared.holds))
        except ValueError as fault:
            raise ValueError(f"posture.{name}: {fault}") from None
    return made


def posture_from(mapping: Table, shared: Shared) -> Posture:
    """Read one posture: what it starts `from` (standing unless said), and what differs."""
    _table(mapping, "posture", _READERS.keys() | {"from"})
    start = mapping.get("from", "standing")
    if "from" in mapping and (not isinstance(start, str) or start not in shared.postures):
        raise ValueError(f"from: there is no posture {start!r} above this one or in postures.toml")
    posture = shared.postures.get(start, Posture())
    for key, read in _READERS.items():
        if key in mapping:
            posture = read(posture, mapping[key], key, shared)
    return posture


Reader = Callable[[Posture, Any, str, Shared], Posture]


def _anchor(posture: Posture, table: Any, key: str, _: Shared) -> Posture:
    """Read `pelvis` or `chest`: the segment that rests, its place and its lean. Naming the other one starts afresh."""
    table = _table(table, key, {"at_cm", "lean_deg", "turn_deg", "roll_deg", "over_knees"})
    if posture.rests_on != key:
        posture = replace(posture, rests_on=key, turn_deg=0.0, roll_deg=0.0, over_knees=False)
    changes: dict[str, Any] = {
        k: _number(table[k], f"{key}.{k}") for k in ("lean_deg", "turn_deg", "roll_deg") if k in table
    }
    if "at_cm" in table:
        changes["at_cm"] = _vec(table["at_cm"], f"{key}.at_cm")
    if "over_knees" in table:
        changes["over_knees"] = _truth(table["over_knees"], f"{key}.over_knees")
    return replace(posture, **changes)


def _with(posture: Posture, name: str, value: Any) -> Posture:
    """Return the posture with one field changed."""
    return replace(posture, **{name: value})


def _spine(posture: Posture, table: Any, key: str, _: Shared) -> Posture:
    """Read `low_back`, `mid_back` or `neck`: one number is shared by its two joints, a pair is [lower, upper]."""
    table = _table(table, key, {"bend_deg", "side_deg", "turn_deg"})
    at = SPINE[key]
    for said, kept in (("bend_deg", "bends"), ("side_deg", "sides"), ("turn_deg", "turns")):
        if said in table:
            both = _pair(table[said], f"{key}.{said}", share=0.5)
            six = getattr(posture, kept)
            posture = _with(posture, kept, (*six[:at], *both, *six[at + 2 :]))
    return posture


def _shoulders(posture: Posture, table: Any, key: str, _: Shared) -> Posture:
    """Read `shoulders`: one number for both, a pair is [right, left]."""
    table = _table(table, key, {"raised_cm", "forward_cm"})
    if "raised_cm" in table:
        posture = replace(posture, raised_cm=_pair(table["raised_cm"], f"{key}.raised_cm"))
    if "forward_cm" in table:
        posture = replace(posture, pushed_cm=_pair(table["forward_cm"], f"{key}.forward_cm"))
    return posture


def _breath(posture: Posture, value: Any, key: str, _: Shared) -> Posture:
    fullness = _number(value, key)
    if not 0 <= fullness <= 1:
        raise ValueError(f"{key}: {value!r} is outside 0 (out) to 1 (in)")
    return replace(posture, breath=fullness)


def _head(posture: Posture, value: Any, key: str, _: Shared) -> Posture:
    """Read `head_rests_cm`: how high what carries the head is, or false where the neck carries it."""
    return replace(posture, head_rests_cm=None if value is False else _number(value, key))


def _limb(posture: Posture, value: Any, key: str, shared: Shared) -> Posture:
    """Read one limb; it replaces the whole limb of the posture it starts from."""
    return _with(posture, key, limb_from(value, key, shared))


def _limbs(posture: Posture, value: Any, key: str, shared: Shared) -> Posture:
    """Read `arms` or `legs`: said for the right, mirrored for the left."""
    right = limb_from(value, key, shared)
    posture = _with(posture, f"right_{key[:-1]}", _of_side(right, "right"))
    return _with(posture, f"left_{key[:-1]}", _of_side(_mirror(right), "left"))


def _propped(posture: Posture, value: Any, key: str, _: Shared) -> Posture:
    """Read `propped`: false, or the arm the trunk leans on and how straight it is."""
    if value is False:
        return replace(posture, propped=None)
    table = _table(value, key, {"arm", "straight"})
    if table.get("arm") not in ("right", "left"):
        raise ValueError(f"{key}.arm: say right or left")
    return replace(posture, propped=Prop(table["arm"], _number(table.get("straight", 0.988), f"{key}.straight")))


_READERS: dict[str, Reader] = {
    "pelvis": _anchor,
    "chest": _anchor,
    "low_back": _spine,
    "mid_back": _spine,
    "neck": _spine,
    "shoulders": _shoulders,
    "breath": _breath,
    "head_rests_cm": _head,
    "legs": _limbs,
    "right_leg": _limb,
    "left_leg": _limb,
    "arms": _limbs,
    "right_arm": _limb,
    "left_arm": _limb,
    "propped": _propped,
}
"""Every key of a posture, in the order it is read: both limbs first, then what one side does differently."""

_NUMBERS = (
    "forward_deg", "out_deg", "twist_deg", "bend_deg", "point_deg",
    "toes_out_deg", "heel_up_deg", "toes_up_deg", "lift_cm", "grip_deg",
)  # fmt: skip
_PLACES = {
    "hand_cm": "at_cm", "foot_cm": "at_cm", "knee_cm": "knee_cm", "elbow": "towards", "knee": "towards",
    "shin": "towards", "fingers": "fingers", "palm": "palm",
}  # fmt: skip


def limb_from(value: Any, key: str, shared: Shared) -> Limb:
    """Read a limb: the name of a hold, or a table that may begin with `hold = "NAME"` and then say what differs."""
    table = (
        {"hold": value}
        if isinstance(value, str)
        else _table(value, key, {"hold", "of", "in_front", *_NUMBERS, *_PLACES})
    )
    limb = Limb()
    if "hold" in table:
        limb = _held(table["hold"], key, shared)
    changes: dict[str, Any] = {k: _number(table[k], f"{key}.{k}") for k in _NUMBERS if k in table}
    changes |= {kept: _vec(table[said], f"{key}.{said}") for said, kept in _PLACES.items() if said in table}
    if "in_front" in table:
        changes["in_front"] = _truth(table["in_front"], f"{key}.in_front")
    if "of" in table:
        if table["of"] not in SEGMENTS:
            raise ValueError(f"{key}.of: {table['of']!r} is none of {', '.join(SEGMENTS)}")
        changes["of"] = table["of"]
    limb = replace(limb, **changes)
    if limb.bend_deg < 0:
        raise ValueError(f"{key}.bend_deg: no knee or elbow bends backwards; 0 is straight")
    return limb


def _held(name: Any, key: str, shared: Shared) -> Limb:
    """Read a shared hold; it is written for the right, so a left limb takes its mirror image."""
    if not isinstance(name, str) or name not in shared.holds:
        raise ValueError(f"{key}: there is no hold {name!r} in postures.toml")
    if "hold" in _in_braces(shared.holds[name], f"hold.{name}"):
        raise ValueError(f"hold.{name}: a hold does not start from another hold")
    limb = limb_from(shared.holds[name], f"hold.{name}", shared)
    side = key.partition("_")[0]
    if side == "left":
        limb = _mirror(limb)
    return _of_side(limb, side) if side in ("left", "right") else limb


def _mirror(limb: Limb) -> Limb:
    """Return the limb of the other side. Angles are said outwards and stay; places and directions flip."""
    places = {name: _flip(getattr(limb, name)) for name in ("at_cm", "knee_cm", "towards", "fingers", "palm")}
    other = {"right-thigh": "left-thigh", "left-thigh": "right-thigh"}
    return replace(limb, **cast("dict[str, Any]", places), of=other.get(limb.of or "", limb.of))


def _flip(at: Vec | None) -> Vec | None:
    return at and (at[0], at[1], -at[2])


def _of_side(limb: Limb, side: str) -> Limb:
    """Say which thigh is the limb's own."""
    return replace(limb, of=f"{side}-thigh") if limb.of == "own-thigh" else limb


def _table(value: Any, key: str, keys: AbstractSet[str]) -> Table:
    """Read a table of which every key is known."""
    for name in _in_braces(value, key):
        if name not in keys:
            raise ValueError(f"{key}: there is no key {name!r}; known are {', '.join(sorted(keys))}")
    return cast("Table", value)


def _in_braces(value: Any, key: str) -> Table:
    if not isinstance(value, Mapping):
        raise ValueError(f"{key}: {value!r} must be a table in braces")
    return value


def _number(value: Any, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{key}: {value!r} must be a number")
    return float(value)


def _truth(value: Any, key: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{key}: {value!r} must be true or false")
    return value


def _vec(value: Any, key: str) -> Vec:
    """Read [forwards, up] or [forwards, up, right]."""
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) not in (2, 3):
        raise ValueError(f"{key}: {value!r} must be [forwards, up] or [forwards, up, right]")
    numbers = [_number(part, key) for part in value]
    return (numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 0.0)


def _pair(value: Any, key: str, share: float = 1.0) -> tuple[float, float]:
    """Read a pair, or one number of which each takes `share`."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        if len(value) != 2:
            raise ValueError(f"{key}: {value!r} must be one number or a pair")
        return (_number(value[0], key), _number(value[1], key))
    half = _number(value, key) * share
    return (half, half)
