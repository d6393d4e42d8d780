"""Where things come from, by the name that scores, rules and questions use."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import shaped

FORMAT = 1
"""The version of the sources' format that this program reads."""


@dataclass(frozen=True, slots=True)
class Source:
    """A work and what it gave. `seen_through` is empty when the work itself was read."""

    topic: str
    name: str
    gave: str
    where: str = ""
    seen_through: str = ""


def sources_from_file(path: Path) -> Mapping[str, Source]:
    """Read the sources. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: _sources_from(table))


def _sources_from(table: Mapping[str, object]) -> Mapping[str, Source]:
    refuse_a_newer_format(table, FORMAT)
    return {name: shaped(Source, each, where=(name,)) for name, each in table.items() if name != "format"}
