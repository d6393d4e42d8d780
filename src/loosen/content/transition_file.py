"""The ways between positions read from their file; what it may say stands at its head."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from loosen.content.movement_file import drawn, located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import Written, shaped
from loosen.core.body import Shared, postures_from
from loosen.core.transition import Transitions

FORMAT = 1
"""The version of the format that this program reads."""

WRITTEN: Written = {Transitions: {"postures": "posture"}}
"""Where the file's key differs from the value's field."""


def transitions_from_file(path: Path, shared: Shared) -> Transitions:
    """Read the ways between positions. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: transitions_from(table, shared))


def transitions_from(table: Mapping[str, Any], shared: Shared) -> Transitions:
    """Read the table. Raises ShapeError that names the key."""
    refuse_a_newer_format(table, FORMAT)
    words = {key: value for key, value in table.items() if key not in ("format", "posture")}
    postures = drawn("posture", lambda: postures_from(table.get("posture", {}), shared))
    return replace(shaped(Transitions, words, WRITTEN), postures=postures)
