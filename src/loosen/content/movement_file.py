"""One movement's file read into a Score. What it may say is in docs/score.md."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from loosen.content.faults import ContentError, Fault, Key, ShapeError, line_of
from loosen.content.shapes import Written, shaped
from loosen.core.body import Shared, postures_from
from loosen.core.camera import Camera
from loosen.core.scene import scene_from
from loosen.core.score import DESCRIBED, FORMAT, Aside, Part, Score

T = TypeVar("T")
_NO_KEY = re.compile(r"there is no key '([^']+)'")
Table = dict[str, Any]

WRITTEN: Written = {
    Score: {
        "slug": "_slug",
        "levels": "level",
        "phrases": "phrase",
        "parts": "part",
        "asides": "aside",
        "stops": "stop",
        "ways_out": "ways-out",
        "postures": "posture",
    },
    Part: {"phrases": "phrase"},
    Aside: {"phrases": "phrase"},
    Camera: {"checks": "check"},
}
"""Where the file's key differs from the value's field."""


def score_from_file(path: Path, shared: Shared) -> Score:
    """Read a movement. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: score_from(path.stem, table, shared))


def score_from(slug: str, table: Mapping[str, Any], shared: Shared) -> Score:
    """Read a movement's table. Raises ShapeError that names the key."""
    refuse_a_newer_format(table, FORMAT)
    if "slug" in table:
        raise ShapeError(("slug",), "a score does not name its slug", "leave it out: the name of the file is the slug")
    words = {key: value for key, value in table.items() if key not in ("figure", "posture")}
    words |= {"_slug": slug, "reviewed": review_of(table)}
    score = shaped(Score, words, WRITTEN)
    if DESCRIBED not in (level.id for level in score.levels):
        remedy = f'give the level at the source\'s dose id = "{DESCRIBED}"'
        raise ShapeError(("level", 0), "no level is the one described", remedy)
    figure = drawn("figure", lambda: scene_from(table["figure"])) if "figure" in table else None
    postures = drawn("posture", lambda: postures_from(table.get("posture", {}), shared))
    return replace(score, figure=figure, postures=postures)


def refuse_a_newer_format(table: Mapping[str, Any], known: int) -> None:
    """Raise ShapeError unless the table's format is the one this program reads."""
    given = table.get("format")
    if not isinstance(given, int) or isinstance(given, bool):
        raise ShapeError(("format",), "the format is not named", f"write 'format = {known}' first")
    if given > known:
        raise ShapeError(
            ("format",), f"format {given} is newer than this program, which reads {known}", "update Loosen first"
        )
    if given < 1:
        raise ShapeError(("format",), f"there is no format {given}", f"write 'format = {known}'")


def text_of(path: Path) -> str:
    """Return a content file's text. Raises ContentError when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ContentError([Fault(path, 0, "the file is not UTF-8 text", "save it as UTF-8")]) from None
    except OSError as fault:
        problem = (fault.strerror or str(fault)).lower()
        raise ContentError(
            [Fault(path, 0, f"the file cannot be read ({problem})", "check its place and rights")]
        ) from None


def table_of(path: Path, text: str) -> Table:
    """Parse TOML. Raises ContentError that names the line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        message, _, place = str(fault).partition(" (at ")
        words = place.replace(",", "").split()
        line = int(words[1]) if words[:1] == ["line"] else len(text.splitlines())
        told = f"this is not TOML: {message[:1].lower()}{message[1:]}"
        raise ContentError([Fault(path, line, told, "mend the line")]) from None


def located(path: Path, text: str, read: Callable[[], T]) -> T:
    """Run a reader of this file's table; a ShapeError becomes a ContentError with its line."""
    try:
        return read()
    except ShapeError as fault:
        raise ContentError([Fault(path, line_of(text, fault.where), fault.fault, fault.remedy)]) from None


def review_of(table: Mapping[str, Any]) -> object:
    """Return None for `reviewed = false`, else the table of name and date."""
    given = table.get("reviewed")
    if given is False:
        return None
    if given is True:
        remedy = 'write reviewed = { name = "...", on = 2026-01-31 }, or false'
        raise ShapeError(("reviewed",), "reviewed is true without a name and a date", remedy)
    if given is None:
        raise ShapeError((), "'reviewed' is missing", "write 'reviewed = false' until a physiotherapist has looked")
    return given


def drawn(table: str, read: Callable[[], T]) -> T:
    """Read the drawing; its faults are messages of the form 'posture.NAME: key: message' or 'key: message'."""
    try:
        return read()
    except ValueError as fault:
        *places, message = str(fault).split(": ")
        inner: list[Key] = [name for place in places for name in place.split(".") if name != table]
        if unknown := _NO_KEY.match(message):
            inner.append(unknown[1])
        raise ShapeError((table, *inner), str(fault), "see the head of postures.toml") from None
