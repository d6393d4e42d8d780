"""What an author of content got wrong: the file, the line, the fault and the remedy."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Key = str | int
"""A step into a TOML file: a key, or the place in a list of tables (0-based)."""

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_ASSIGNED = re.compile(r"""^\s*("[^"]+"|'[^']+'|[A-Za-z0-9_-]+)((?:\s*\.\s*[A-Za-z0-9_-]+)*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+)""")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of one content file; `line` is 1-based, 0 when the file as a whole is meant."""

    path: Path
    line: int
    fault: str
    remedy: str

    def __str__(self) -> str:
        """Return it on one line, the way an editor can jump to."""
        return f"{self.path}:{self.line}: {self.fault}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Remark:
    """A fault before its line is known: where in keys, what, and what to do."""

    where: tuple[Key, ...]
    fault: str
    remedy: str


class ContentError(Exception):
    """Content that cannot be used. Its message is one fault a line."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults in the order they were found."""
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class ShapeError(Exception):
    """A value that does not fit its place in a file: where, what, and what to do."""

    def __init__(self, where: tuple[Key, ...], fault: str, remedy: str) -> None:
        """Say where in keys, so that the reader of the file can say it in lines."""
        super().__init__(f"{fault}; {remedy}")
        self.where, self.fault, self.remedy = where, fault, remedy


def line_of(text: str, where: tuple[Key, ...]) -> int:
    """Return the line (1-based) of the longest part of `where` that the TOML text spells out, 1 when none of it."""
    best, best_line = 0, 1
    for line, path in _spelled(text):
        shared = _shared(path, where)
        if shared > best and shared in (len(path), len(where)):
            best, best_line = shared, line
    return best_line


def _shared(path: tuple[Key, ...], where: tuple[Key, ...]) -> int:
    """Count the steps both begin with."""
    count = 0
    for one, other in zip(path, where, strict=False):
        if one != other:
            break
        count += 1
    return count


def _spelled(text: str) -> Iterator[tuple[int, tuple[Key, ...]]]:
    """Every header and assignment with its line and its full path. Multi-line strings are skipped."""
    table: tuple[Key, ...] = ()
    counts: dict[tuple[Key, ...], int] = {}
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        if inside or line.count('"""') == 1:
            inside = inside != (line.count('"""') == 1)
            continue
        if header := _HEADER.match(line):
            table = _table(header[1] == "[[", header[2], counts)
            yield number, table
        elif assigned := _ASSIGNED.match(line):
            yield number, table + tuple(_names(assigned[1] + assigned[2]))


def _table(listed: bool, dotted: str, counts: dict[tuple[Key, ...], int]) -> tuple[Key, ...]:
    """Return the path a header opens; a header below a list of tables belongs to its last one."""
    path: tuple[Key, ...] = ()
    names = list(_names(dotted))
    for name in names[:-1]:
        path += (name,)
        if path in counts:
            path += (counts[path],)
    path += (names[-1],)
    if listed:
        counts[path] = counts.get(path, -1) + 1
        path += (counts[path],)
    return path


def _names(dotted: str) -> Iterator[str]:
    for match in _PART.finditer(dotted):
        yield match[1] or match[2] or match[3]
