"""The ways between positions read from their file; what it may say stands at its head."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from loosen.content.drawing_rules import POSITION_TAGS
from loosen.content.faults import ShapeError
from loosen.content.movement_file import drawn, located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import Written, shaped
from loosen.core.body import Shared, computed_tags, postures_from
from loosen.core.posture import Posture
from loosen.core.transition import Halt, Transitions, placed

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
    ways = shaped(Transitions, words, WRITTEN)
    return replace(ways, up=_tagged(ways.up, postures), down=_tagged(ways.down, postures), postures=postures)


def _tagged(line: tuple[Halt, ...], postures: Mapping[str, Posture]) -> tuple[Halt, ...]:
    """Give each halt the tags of its drawing and of its positions, besides those that are written."""
    return tuple(
        replace(halt, tags=halt.tags | _asked(postures, halt.posture) | {POSITION_TAGS[one] for one in positions})
        for halt, positions in placed(line)
    )


def _asked(postures: Mapping[str, Posture], name: str) -> frozenset[str]:
    """Return what a posture asks of the body. Raises ShapeError where it is not drawn."""
    if name not in postures:
        raise ShapeError(("posture",), f"the posture {name!r} is not drawn", "add it below, or name one that is")
    return computed_tags(postures[name])
