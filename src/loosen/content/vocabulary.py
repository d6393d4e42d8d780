"""The vocabulary of the scores: tags, positions, regions and things that stand ready, each with its definition."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import Written, shaped
from loosen.core.score import Position

FORMAT = 1
"""The version of the vocabulary's format that this program reads."""


class Origin(Enum):
    """What a tag is known from: the position, a posture as drawn, the way between postures, or only the author."""

    POSITION = "position"
    DRAWING = "drawing"
    MOVEMENT = "movement"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Word:
    """A name for people and what it means."""

    name: str
    means: str


@dataclass(frozen=True, slots=True)
class Tag:
    """What a condition or a plan can rule out, and what the tag is known from."""

    name: str
    means: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word a score may use, by id."""

    format: int
    tags: Mapping[str, Tag]
    positions: Mapping[Position, Word]
    regions: Mapping[str, Word]
    needs: Mapping[str, Word]


WRITTEN: Written = {
    Vocabulary: {"tags": "tag", "positions": "position", "regions": "region", "needs": "need"},
    Tag: {"origin": "from"},
}
"""Where the file's key differs from the value's field."""


def vocabulary_from_file(path: Path) -> Vocabulary:
    """Read tags.toml. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: _vocabulary_from(table))


def _vocabulary_from(table: dict[str, Any]) -> Vocabulary:
    refuse_a_newer_format(table, FORMAT)
    return shaped(Vocabulary, table, WRITTEN)
