"""The ledger of the rules as a page to read: one row a rule, so that a clinician can point at the one that is off."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

COLUMNS = (
    "rule",
    "hazard",
    "what the person reads",
    "when, and numbers",
    "source",
    "how good",
    "reviewed",
    "stops alone",
    "test",
)
"""The heads of a table of rules."""

PROMISES = ("hazard", "promise", "test")
"""The heads of the table of promises."""

SHORTEST = 8
"""Letters below which the first words of a source's name do not yet tell which it is: NHS."""

OPENING = """\
# Safety: what could go amiss, and what the rules do about it

One row for each rule: its name and version, the hazard, the sentence the person reads, when and with which numbers,
where it comes from, how good that is, whether somebody has reviewed it, whether it stops the day by itself, and its
test. This page is made from the rules themselves, by `bin/run ledger > docs/safety.md`; `bin/check` compares.

**How good**: *guideline*, *trial* and *consensus* say what kind of source it is; *reasoned* was concluded from cited
facts; *memory* is not yet checked against its source. What each source gave, and whether it was read itself, stands at
the end of this page. Nothing here has been reviewed by a physiotherapist yet; where somebody has, it stands in the row.

**Stops alone**: *yes* means that this rule by itself leaves no movement that day, *with another* that it takes one more
answer or an age. T0 is an emergency now, T1 a doctor today, T2 a visit within two weeks (*hold*: the breath and walking
until then; *go-on*: the usual day, nothing progresses), T3 a question to a professional first, T4 a note beside the
usual day.
"""


@dataclass(frozen=True, slots=True)
class Work:
    """A source: its id, its name, what it gave, and how it was read."""

    id: str
    name: str
    gave: str
    read: str


@dataclass(frozen=True, slots=True)
class Row:
    """One rule as it stands in the ledger, all of it in words. `mark`: its version, or its tier besides."""

    rule: str
    mark: str
    hazard: str
    says: str
    numbers: str
    sources: tuple[Work, ...]
    evidence: str
    reviewed: str
    stops_alone: str
    test: str


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter: its heading, what goes amiss without it, and its rules."""

    title: str
    hazard: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Promised:
    """What holds around the rules, and the test that looks."""

    hazard: str
    promise: str
    test: str


def page(parts: Iterable[Part], promises: Sequence[Promised], works: Iterable[Work]) -> str:
    """Return the ledger as Markdown, with every source at its end."""
    return "\n".join([OPENING, *(_chapter(part) for part in parts), _promises(promises), _works(works)])


def _chapter(part: Part) -> str:
    rows = (_cells(row) for row in part.rows)
    return "\n".join([f"## {part.title}", f"Hazard: {part.hazard}", "", *_table(COLUMNS, rows), ""])


def _promises(promises: Sequence[Promised]) -> str:
    rows = ((each.hazard, each.promise, f"`{each.test}`") for each in promises)
    return "\n".join(["## Around the rules", "What holds whatever the rules say.", "", *_table(PROMISES, rows), ""])


def _works(works: Iterable[Work]) -> str:
    told = (f"### {work.id}\n{work.name}. {work.gave} ({work.read})\n" for work in works)
    return "\n".join(["## Sources", "What the rules, the movements and the words rest on.", "", *told])


def _cells(row: Row) -> tuple[str, ...]:
    return (
        f"`{row.rule}` {row.mark}".rstrip(),
        row.hazard,
        row.says,
        row.numbers,
        "; ".join(f"[{_short(work.name)}](#{work.id})" for work in row.sources),
        row.evidence,
        row.reviewed,
        row.stops_alone,
        f"`{row.test}`",
    )


def _short(name: str) -> str:
    """A source's name up to its first stop: who, and when; of a house that has several, which."""
    first, *others = re.split(r", | \(|: ", name)
    return f"{first}, {others[0]}" if len(first) < SHORTEST and others else first


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _line(heads)
    yield _line(["---"] * len(heads))
    for row in rows:
        yield _line(row)


def _line(cells: Sequence[str]) -> str:
    """One line of a table; a bar inside a cell would end it."""
    return "| " + " | ".join(" ".join(cell.replace("|", "/").split()) for cell in cells) + " |"
