"""A ready routine read from its file: the sessions of a day and their movements in order."""

from pathlib import Path
from typing import Any

from loosen.content.movement_file import located, refuse_a_newer_format, review_of, table_of, text_of
from loosen.content.shapes import Written, shaped
from loosen.core.practice import Outline, Programme

FORMAT = 1
"""The version of the programme format that this program reads."""

WRITTEN: Written = {Programme: {"slug": "_slug", "sessions": "session"}, Outline: {"slots": "movement"}}
"""Where the file's key differs from the value's field."""


def programme_from_file(path: Path) -> Programme:
    """Read a programme. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: programme_from(path.stem, table))


def programme_from(slug: str, table: dict[str, Any]) -> Programme:
    """Read a programme's table. Raises ShapeError that names the key."""
    refuse_a_newer_format(table, FORMAT)
    words = {key: value for key, value in table.items() if key != "format"} | {"_slug": slug}
    words |= {"reviewed": review_of(table)}
    return shaped(Programme, words, WRITTEN)
