"""The ledger of the rules: the hazard each answers, its numbers, sources, evidence and test. Read from ledger.toml.

What a rule says to a person stands in words/rules.toml, what a finding says in words/urgent.toml; questions and
conditions carry their own hazard, sources and evidence, so that only their test is named here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from loosen.content.faults import ShapeError
from loosen.content.loading import HERE
from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import Written, shaped

FORMAT = 1
"""The version of the ledger's format that this program reads."""

EVIDENCE = ("guideline", "trial", "consensus", "reasoned", "memory")
"""How good the ground of a rule is, the best first; reasoned from cited facts; memory: not yet checked."""

NAMED = re.compile(r"\{(\w+)\.([A-Z_]+)\}")
"""A number of the practice by the name it has in core: {morning.RED_POINTS}."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the ledger: its heading, and what goes amiss where these rules are missing."""

    title: str
    hazard: str


@dataclass(frozen=True, slots=True)
class LedgerRule:
    """What stands in the ledger about one rule of the day. `numbers` names constants of core in braces.

    `stops_alone`: this rule by itself leaves no movement. A finding is known by its card; `rule` is its name where the
    record has another.
    """

    chapter: str
    hazard: str
    evidence: str
    test: str
    sources: tuple[str, ...] = ()
    numbers: str = ""
    rule: str = ""
    version: int = 1
    reviewed: bool = False
    stops_alone: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """What holds around the rules: the hazard, what is promised, and the test that looks."""

    hazard: str
    promise: str
    test: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole of it. `tests` names the test of each question's rule and of each condition."""

    format: int
    chapters: Mapping[str, Chapter]
    rules: Mapping[str, LedgerRule] = field(default_factory=dict)
    findings: Mapping[str, LedgerRule] = field(default_factory=dict)
    tests: Mapping[str, str] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()


WRITTEN: Written = {
    Ledger: {
        "chapters": "chapter",
        "rules": "rule",
        "findings": "finding",
        "tests": "test",
        "promises": "promise",
    }
}
"""Where the file's key differs from the value's field."""


@cache
def ledger() -> Ledger:
    """Return the ledger that travels with the program."""
    return ledger_from_file(HERE / "ledger.toml")


def ledger_from_file(path: Path) -> Ledger:
    """Read a ledger. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: _ledger_from(table))


def _ledger_from(table: dict[str, Any]) -> Ledger:
    refuse_a_newer_format(table, FORMAT)
    return shaped(Ledger, table, WRITTEN)


def with_numbers(numbers: str) -> str:
    """Return the text with each named constant's value. Raises ShapeError that says which one core does not have."""
    return NAMED.sub(lambda named: _shown(constant(named[1], named[2])), numbers)


def constant(module: str, name: str) -> object:
    """Return a named number of the practice from `loosen.core`."""
    try:
        core = import_module(f"loosen.core.{module}")
    except ModuleNotFoundError:
        raise ShapeError((), f"core has no module {module!r}", "name the module that holds the number") from None
    if not hasattr(core, name):
        raise ShapeError((), f"core/{module}.py has no number {name}", "name one that it defines")
    return getattr(core, name)


def _shown(value: object) -> str:
    match value:
        case float():
            return f"{value:g}"
        case timedelta():
            return f"{value / timedelta(days=1):g}"
        case Mapping():
            return ", ".join(f"{_shown(key)} to {_shown(after)}" for key, after in value.items())
        case tuple() | list():
            return ", ".join(_pair(each) for each in value)
        case frozenset():
            return ", ".join(sorted(map(_shown, value)))
        case _:
            return str(value)


def _pair(value: object) -> str:
    """A threshold and what follows from it, or one of several."""
    if isinstance(value, tuple):
        return " or more: ".join(map(_shown, value))
    return _shown(value)
