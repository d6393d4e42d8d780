"""What an author has still to answer in a movement begun from another: texts that begin with a question mark."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from loosen.content.faults import Fault, Key, line_of
from loosen.content.movement_file import table_of, text_of


def questions_first(path: Path, told: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the open questions of a file, then what is told of it, nothing more of a line that is still a question."""
    asked = list(open_questions(path))
    lines = {fault.line for fault in asked}
    yield from asked
    yield from (fault for fault in told if fault.line not in lines)


def open_questions(path: Path) -> Iterator[Fault]:
    """Yield every question that stands in the place of its answer."""
    text = text_of(path)
    for where, said in texts_of(table_of(path, text)):
        if said.startswith("?"):
            question = said.removeprefix("?").strip()
            yield Fault(path, line_of(text, where), f"still open: {question}", "write the answer in its place")


def texts_of(value: object, where: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Yield every text of a table with its place."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_of(inner, (*where, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from texts_of(inner, (*where, at))
