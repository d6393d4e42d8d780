"""The JSON Schema of a movement's file, made from the values it is read into, so that the two cannot differ."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Union, get_args, get_origin

from loosen.content.movement_file import WRITTEN
from loosen.content.shapes import HIDDEN, hints, required, written_fields
from loosen.core.scene import EYES, GLOWS, MIRRORS, VIEWS
from loosen.core.score import FORMAT, Score

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}


def schema() -> Schema:
    """Return the schema of one movement's file, its TOML seen as JSON."""
    whole = _table(Score)
    properties = whole["properties"]
    properties["format"] = {"const": FORMAT}
    properties["reviewed"] = {"anyOf": [{"const": False}, properties["reviewed"]]}
    properties["figure"] = _figure()
    properties["posture"] = {"type": "object", "additionalProperties": {"type": "object"}}
    return {"$schema": DIALECT, "title": "A movement as a score", **whole, "required": [*whole["required"], "figure"]}


def _of(shape: Any) -> Schema:
    """Return the schema of one type."""
    if is_dataclass(shape):
        return _table(shape)
    origin, args = get_origin(shape), get_args(shape)
    if origin in (tuple, frozenset):
        return _list(origin, args)
    if origin in (Union, types.UnionType):
        return _of(next(arg for arg in args if arg is not type(None)))
    if args:
        return {"type": "object", "additionalProperties": _of(args[1])}
    if issubclass(shape, Enum):
        return {"enum": [member.value for member in shape]}
    return dict(_PLAIN[shape])


def _table(shape: Any) -> Schema:
    fields = {key: field for key, field in written_fields(shape, WRITTEN).items() if not key.startswith(HIDDEN)}
    drawn = ("figure", "posture") if shape is Score else ()
    return {
        "type": "object",
        "description": (shape.__doc__ or "").strip(),
        "properties": {key: _field(shape, field) for key, field in fields.items() if key not in drawn},
        "required": [key for key, field in fields.items() if required(field)],
        "additionalProperties": False,
    }


def _field(shape: Any, field: Field[Any]) -> Schema:
    made = _of(hints(shape)[field.name])
    plain = field.default is not MISSING and isinstance(field.default, bool | int | float | str)
    return made | {"default": field.default} if plain else made


def _list(origin: Any, args: tuple[Any, ...]) -> Schema:
    if origin is tuple and args[-1] is not Ellipsis:
        return {"type": "array", "items": _of(args[0]), "minItems": len(args), "maxItems": len(args)}
    unique = {"uniqueItems": True} if origin is frozenset else {}
    return {"type": "array", "items": _of(args[0])} | unique


def _figure() -> Schema:
    """The drawing's own reader (core/scene.py) is stricter; this names its keys."""
    return {
        "type": "object",
        "description": "How the movement is seen; read by core/scene.py.",
        "properties": {
            "view": {"enum": sorted(VIEWS)},
            "camera_deg": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
            "picture_cm": {"type": "object", "additionalProperties": {"type": "number"}},
            "shows_end": {"type": "string"},
            "glow": {"enum": list(GLOWS)},
            "eyes": {"enum": list(EYES)},
            "back_line": {"type": "boolean"},
            "mirror": {"enum": list(MIRRORS)},
            "cycle": {"type": "array", "items": {"type": "string"}},
            "cycle_s": {"type": "number"},
            "props": {"type": "array", "items": {"type": "object", "required": ["kind"]}},
        },
        "required": ["picture_cm", "shows_end"],
        "additionalProperties": False,
    }
