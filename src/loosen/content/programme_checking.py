"""What `loosen check` says of the programmes and of the pools of rotation, file by file."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from loosen.content.faults import ContentError, Fault, Remark, line_of
from loosen.content.movement_file import text_of
from loosen.content.programme_file import programme_from_file
from loosen.content.programme_rules import of_the_programmes, of_the_resets, programme_remarks
from loosen.content.resets import ids_from_file
from loosen.content.rotation_file import pools_from_file, pools_remarks
from loosen.content.score_rules import Library
from loosen.core.practice import Programme


def of_programmes_and_pools(home: Path, library: Library) -> Iterator[Fault]:
    """Yield every fault of the programmes and pools of a content; what they stand on has been read."""
    read, faults = _programmes(sorted((home / "programmes").glob("*.toml")))
    yield from faults
    by_slug = {programme.slug: programme for programme in read.values()}
    resets = _resets(home / "resets.toml")
    for path, programme in read.items():
        remarks = (
            programme_remarks(programme, library.scores, library.sources),
            of_the_programmes(by_slug, programme),
            of_the_resets(resets, programme),
        )
        yield from _located(path, chain.from_iterable(remarks))
    yield from _of_pools(home / "rotation.toml", library)


def _programmes(paths: Sequence[Path]) -> tuple[Mapping[Path, Programme], list[Fault]]:
    """The programmes that can be read, and what keeps the others from it."""
    read: dict[Path, Programme] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            read[path] = programme_from_file(path)
        except ContentError as error:
            faults += error.faults
    return read, faults


def _resets(path: Path) -> Sequence[str]:
    """The ids of the changes of position; what keeps the file from being read is told by its own reader."""
    try:
        return ids_from_file(path)
    except ContentError:
        return ()


def _of_pools(path: Path, library: Library) -> Sequence[Fault]:
    try:
        pools = pools_from_file(path)
    except ContentError as error:
        return error.faults
    return _located(path, pools_remarks(pools, library.scores, library.sources))


def _located(path: Path, told: Iterator[Remark]) -> Sequence[Fault]:
    text = text_of(path)
    return [Fault(path, line_of(text, remark.where), remark.fault, remark.remedy) for remark in told]
