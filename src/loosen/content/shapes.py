"""From TOML tables to frozen values, strictly: every key is known, every value has its type, and faults say where."""

import types
from collections.abc import Mapping
from collections.abc import Mapping as AbstractMapping
from dataclasses import MISSING, Field, fields, is_dataclass
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from loosen.content.faults import Key, ShapeError

T = TypeVar("T")
Written = Mapping[type, Mapping[str, str]]
"""Field names that a file writes otherwise: the field `levels` of Score is written `[[level]]`."""

HIDDEN = "_"
"""A field written with this first is filled in by the reader; no author is told of it."""

_PLAIN = {
    str: "text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}


def shaped(shape: type[T], table: object, written: Written | None = None, where: tuple[Key, ...] = ()) -> T:
    """Return the value that a table describes. Raises ShapeError at the first key or value that does not fit."""
    value: T = _Reader(written or {}).read(shape, table, where)
    return value


@cache
def hints(shape: type) -> Mapping[str, Any]:
    """Return the types of a dataclass's fields."""
    return get_type_hints(shape)


def written_fields(shape: Any, written: Written) -> Mapping[str, Field[Any]]:
    """Return the fields of a dataclass by the keys a file gives them."""
    return _fields_by_key(shape, tuple(written.get(shape, {}).items()))


@cache
def _fields_by_key(shape: Any, names: tuple[tuple[str, str], ...]) -> Mapping[str, Field[Any]]:
    keys = dict(names)
    return {keys.get(field.name, field.name): field for field in fields(shape)}


@cache
def _parts_of(shape: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return what a type is made from, and of what: looked up once a type, asked for at every value."""
    return get_origin(shape), get_args(shape)


def required(field: Field[Any]) -> bool:
    """Say whether a file must give this field."""
    return field.default is MISSING and field.default_factory is MISSING


class _Reader:
    """Reads one file: knows how its fields are written."""

    def __init__(self, written: Written) -> None:
        self.written = written

    def read(self, shape: Any, value: object, where: tuple[Key, ...]) -> Any:
        if is_dataclass(shape):
            return self._table(shape, value, where)
        origin, args = _parts_of(shape)
        if origin in (tuple, frozenset):
            return self._list(shape, value, where)
        if origin is AbstractMapping:
            pairs = _is_table(value, where).items()
            return {_leaf(args[0], key, (*where, key)): self.read(args[1], each, (*where, key)) for key, each in pairs}
        if origin in (Union, types.UnionType):
            return None if value is None else self.read(_without_none(args), value, where)
        return _leaf(shape, value, where)

    def _table(self, shape: Any, value: object, where: tuple[Key, ...]) -> Any:
        table = _is_table(value, where)
        by_key, types_of = written_fields(shape, self.written), hints(shape)
        for key in table:
            if key not in by_key:
                raise ShapeError((*where, key), f"there is no key {key!r} here", _meant(key, list(by_key)))
        made = {}
        for key, field in by_key.items():
            if key in table:
                # most values fit as they are: no reader is called and no place is made for them, at every start
                given, kind = table[key], types_of[field.name]
                made[field.name] = given if type(given) is kind else self.read(kind, given, (*where, key))
            elif required(field):
                raise ShapeError(where, f"{key!r} is missing", "add it")
        return shape(**made)

    def _list(self, shape: Any, value: object, where: tuple[Key, ...]) -> Any:
        origin, args = _parts_of(shape)
        if not isinstance(value, list):
            raise ShapeError(where, f"{_name(where)} is not a list", "write it in square brackets")
        if origin is tuple and args[-1] is not Ellipsis:
            if len(value) != len(args):
                raise ShapeError(where, f"{_name(where)} has {len(value)} entries", f"give exactly {len(args)}")
            return tuple(self.read(each, item, where) for each, item in zip(args, value, strict=True))
        kind = args[0]
        read = (
            item if type(item) is kind else self.read(kind, item, (*where, place)) for place, item in enumerate(value)
        )
        return frozenset(read) if origin is frozenset else tuple(read)


def _leaf(shape: Any, value: object, where: tuple[Key, ...]) -> Any:
    try:
        return msgspec.convert(value, shape, strict=True)
    except msgspec.ValidationError:
        raise ShapeError(where, f"{_name(where)} is {_shown(value)}", f"write {_wanted(shape)}") from None


def _is_table(value: object, where: tuple[Key, ...]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ShapeError(where, f"{_name(where)} is {_shown(value)}", "write it as a table of keys")
    return value


def _wanted(shape: Any) -> str:
    if isinstance(shape, type) and issubclass(shape, Enum):
        return "one of " + ", ".join(str(member.value) for member in shape)
    return _PLAIN.get(shape, f"a {getattr(shape, '__name__', shape)}")


def _meant(key: str, keys: list[str]) -> str:
    known = [each for each in keys if not each.startswith(HIDDEN)]
    near = get_close_matches(key, known, n=1)
    return f"did you mean {near[0]!r}?" if near else "known keys are " + ", ".join(sorted(known))


def _without_none(args: tuple[Any, ...]) -> Any:
    return next(arg for arg in args if arg is not type(None))


def _name(where: tuple[Key, ...]) -> str:
    names = [key for key in where if isinstance(key, str)]
    return repr(names[-1]) if names else "the file"


def _shown(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return repr(value)
        case dict():
            return "a table"
        case list():
            return "a list"
        case _:
            return str(value)
