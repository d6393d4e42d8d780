"""Whom to call, by country: the emergency number, a health line for today, someone to talk to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loosen.content.movement_file import located, table_of, text_of
from loosen.content.shapes import shaped

HERE = Path(__file__).parent

UNKNOWN = "unknown"
"""The table for a country that is not known: 112, 911 and 999 together."""


@dataclass(frozen=True, slots=True)
class Line:
    """One number as it is written in its country, and whose it is."""

    number: str
    name: str

    @property
    def href(self) -> str:
        """The address that a telephone dials."""
        return f"tel:{self._digits}"

    @property
    def text_href(self) -> str:
        """The address that opens a text message to it."""
        return f"sms:{self._digits}"

    @property
    def _digits(self) -> str:
        return re.sub(r"[^0-9*#+]", "", self.number).replace("#", "%23")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one country, the best first. An empty tuple: no national number is known here.

    `crisis` is somebody to talk to on a very dark day, `crisis_text` somebody to write to.
    """

    name: str
    emergency: tuple[Line, ...]
    source: str
    evidence: str
    reviewed: bool
    urgent: tuple[Line, ...] = ()
    crisis: tuple[Line, ...] = ()
    crisis_text: tuple[Line, ...] = ()


@cache
def all_numbers() -> Mapping[str, Numbers]:
    """Return the numbers of every country by its ISO 3166-1 code, and those of an unknown one."""
    return numbers_from_file(HERE / "emergency.toml")


def numbers_from_file(path: Path) -> Mapping[str, Numbers]:
    """Read the numbers. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: {key: shaped(Numbers, each, where=(key,)) for key, each in table.items()})


def numbers(country: str) -> Numbers:
    """Return the numbers of a country, or of the unknown one: 112, 911 and 999."""
    return all_numbers().get(country, all_numbers()[UNKNOWN])


def countries() -> tuple[tuple[str, str], ...]:
    """Return code and name of every country in the list, by name."""
    named = [(code, each.name) for code, each in all_numbers().items() if code != UNKNOWN]
    return tuple(sorted(named, key=lambda pair: pair[1]))
