"""The resets as resets.toml writes them, each with the postures it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from loosen.content.faults import ShapeError
from loosen.content.loading import HERE, scores
from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.pictures import Picture, pictures
from loosen.content.shapes import Written, shaped
from loosen.core.body import Posture
from loosen.core.resets import Reset
from loosen.core.score import Score

FORMAT = 1
"""The version of the resets' format that this program reads."""


@dataclass(frozen=True, slots=True)
class _Resets:
    """The whole file, before a reset is read."""

    resets: tuple[Mapping[str, Any], ...]
    format: int = FORMAT


WRITTEN: Written = {_Resets: {"resets": "reset"}, Reset: {"steps": "step", "postures": "_postures"}}
"""Where the file's key differs from the value's field."""

Drawn = Mapping[str, Mapping[str, Posture]]
"""The postures of every movement and picture, by its name."""


@cache
def resets() -> tuple[Reset, ...]:
    """Return every reset in the order of the file."""
    return resets_from_file(HERE / "resets.toml", drawings_of(scores(), pictures()))


def resets_from_file(path: Path, drawings: Drawn) -> tuple[Reset, ...]:
    """Read the resets. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: _resets_from(table, drawings))


def _resets_from(table: Mapping[str, Any], drawings: Drawn) -> tuple[Reset, ...]:
    return tuple(_reset(at, each, drawings) for at, each in enumerate(_tables_of(table)))


def ids_from_file(path: Path) -> tuple[str, ...]:
    """Read the ids of the resets that have one. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return tuple(str(each["id"]) for each in located(path, text, lambda: _tables_of(table)) if "id" in each)


def _tables_of(table: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    refuse_a_newer_format(table, FORMAT)
    return shaped(_Resets, table, WRITTEN).resets


def _reset(at: int, table: Mapping[str, Any], drawings: Drawn) -> Reset:
    read = shaped(Reset, {**table, "_postures": {}}, WRITTEN, ("reset", at))
    if read.drawing not in drawings:
        told = f"there is no movement or picture {read.drawing!r}"
        raise ShapeError(("reset", at, "drawing"), told, "name a file of movements/, or a picture of pictures.toml")
    postures = drawings[read.drawing]
    for place, step in enumerate(read.steps):
        for name in step.postures:
            if name not in postures:
                told = f"the posture {name!r} is not drawn"
                raise ShapeError(("reset", at, "step", place), told, f"name one of {', '.join(postures)}")
    return replace(read, postures=postures)


def drawings_of(scores: Mapping[str, Score], pictures: Mapping[str, Picture]) -> Drawn:
    """Return the postures of every movement and every picture that belongs to none."""
    of_movements = {slug: score.postures for slug, score in scores.items()}
    return of_movements | {name: picture.postures for name, picture in pictures.items()}
