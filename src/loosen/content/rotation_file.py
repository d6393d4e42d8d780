"""Rotation, from rotation.toml: the pools of what may take each other's place, and the forms of one movement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loosen.content.faults import Remark
from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.score_rules import Where, unknown
from loosen.content.shapes import Written, shaped
from loosen.content.sources import Source
from loosen.core.practice import Forms, Pool
from loosen.core.score import Evidence, Score

FORMAT = 1
"""The version of the pools' format that this program reads."""


@dataclass(frozen=True, slots=True)
class Pools:
    """Every pool and all forms, what they rest on, and whether a physiotherapist has looked at them."""

    format: int
    sources: tuple[str, ...]
    evidence: Evidence
    reviewed: bool
    pools: tuple[Pool, ...]
    forms: tuple[Forms, ...] = ()


WRITTEN: Written = {Pools: {"pools": "pool", "forms": "form"}}
"""Where the file's key differs from the value's field."""


def pools_from_file(path: Path) -> Pools:
    """Read the pools. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: _pools_from(table))


def _pools_from(table: Mapping[str, object]) -> Pools:
    refuse_a_newer_format(table, FORMAT)
    return shaped(Pools, table, WRITTEN)


def pools_remarks(pools: Pools, scores: Mapping[str, Score], sources: Mapping[str, Source]) -> Iterator[Remark]:
    """Every movement and source is known, no movement is rest with the breath, and nobody is alone in a pool."""
    for source in pools.sources:
        if source not in sources:
            yield unknown(("sources",), "source", source, sources, ", or define it in sources.toml")
    for at, pool in enumerate(pools.pools):
        yield from _named(("pool", at, "movements"), f"the pool {pool.region!r} names", pool.movements, scores)
    for at, forms in enumerate(pools.forms):
        yield from _named(("form", at, "movements"), "these forms name", forms.movements, scores)


def _named(where: Where, said: str, movements: tuple[str, ...], scores: Mapping[str, Score]) -> Iterator[Remark]:
    if len(set(movements)) < 2 or len(set(movements)) < len(movements):
        yield Remark(where, f"{said} no two different movements", "name each once, two at least")
    for movement in movements:
        if movement not in scores:
            yield unknown(where, "movement", movement, scores)
        elif scores[movement].is_breath:
            yield Remark(where, f"{movement!r} is rest with the breath", "leave it out: the breath does not rotate")
