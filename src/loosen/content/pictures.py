"""Pictures that belong to no movement: how to come up from the floor, and what guides and resets show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from loosen.content.faults import Key, ShapeError
from loosen.content.loading import HERE
from loosen.content.loading import shared as shared_postures
from loosen.content.movement_file import drawn, located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import Written, shaped
from loosen.core.body import Posture, Shared, postures_from
from loosen.core.scene import Scene, scene_from

T = TypeVar("T")

FORMAT = 1
"""The version of the pictures' format that this program reads."""


@dataclass(frozen=True, slots=True)
class Beat:
    """The way to a posture in a picture that moves, in seconds."""

    posture: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Postures in their scene; with a `loop` they are played one after the other, without it they are stills."""

    scene: Scene
    postures: Mapping[str, Posture]
    loop: tuple[Beat, ...]


@dataclass(frozen=True, slots=True)
class _Written:
    figure: Mapping[str, Any]
    posture: Mapping[str, Any]
    loop: tuple[Beat, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pictures:
    """The whole file, before a picture is read."""

    pictures: Mapping[str, Mapping[str, Any]]
    format: int = FORMAT


WRITTEN: Written = {_Pictures: {"pictures": "picture"}}
"""Where the file's key differs from the value's field."""


@cache
def pictures() -> Mapping[str, Picture]:
    """Return every picture by its name."""
    return pictures_from_file(HERE / "pictures.toml", shared_postures())


def pictures_from_file(path: Path, shared: Shared) -> Mapping[str, Picture]:
    """Read the pictures. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: _pictures_from(table, shared))


def _pictures_from(table: Mapping[str, Any], shared: Shared) -> Mapping[str, Picture]:
    refuse_a_newer_format(table, FORMAT)
    named = shaped(_Pictures, table, WRITTEN).pictures
    return {name: _picture(("picture", name), each, shared) for name, each in named.items()}


def _picture(where: tuple[Key, ...], table: Mapping[str, Any], shared: Shared) -> Picture:
    written = shaped(_Written, table, where=where)
    scene = _below(where, "figure", lambda: scene_from(written.figure))
    postures = _below(where, "posture", lambda: postures_from(written.posture, shared))
    for at, beat in enumerate(written.loop):
        if beat.posture not in postures:
            told = f"the posture {beat.posture!r} is not drawn"
            raise ShapeError((*where, "loop", at), told, f"name one of {', '.join(postures)}")
    return Picture(scene, postures, written.loop)


def _below(where: tuple[Key, ...], table: str, read: Callable[[], T]) -> T:
    """Read a drawing that stands below a picture's own table."""
    try:
        return drawn(table, read)
    except ShapeError as fault:
        raise ShapeError((*where, *fault.where), fault.fault, fault.remedy) from None
