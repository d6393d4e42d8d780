"""The cards of the findings: what to do, how soon, whom to call, why, and what to say. And how to get up again."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from loosen.content.movement_file import located, table_of, text_of
from loosen.content.shapes import shaped
from loosen.core.screening import Finding

HERE = Path(__file__).parent


class Call(Enum):
    """Which number stands on the card."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Card:
    """What a finding says. `soon` is how soon; `tell` follows the answers in the words to read aloud.

    A card that no rule of the questions leads to names its own sources, and whether a physiotherapist has reviewed it.
    """

    title: str
    soon: str
    call: Call
    why: str
    steps: tuple[str, ...]
    tell: str
    sources: tuple[str, ...] = ()
    reviewed: bool = False


@cache
def cards() -> Mapping[str, Card]:
    """Return every card by its id."""
    return cards_from_file(HERE / "words" / "urgent.toml")


def cards_from_file(path: Path) -> Mapping[str, Card]:
    """Read the cards. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: {key: shaped(Card, each, where=(key,)) for key, each in table.items()})


def card(finding: Finding) -> Card:
    """Return the card of a finding; a finding of the plan itself has the card of its own name."""
    return cards()[finding.words or finding.rule]


@dataclass(frozen=True, slots=True)
class RisingStep:
    """One step up from the floor, and the still that shows it."""

    name: str
    say: str
    drawing: str
    posture: str


@cache
def rising() -> tuple[RisingStep, ...]:
    """Return how to rest, roll and rise."""
    return rising_from_file(HERE / "words" / "rising.toml")


def rising_from_file(path: Path) -> tuple[RisingStep, ...]:
    """Read the way up. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    steps = table_of(path, text).get("step", [])
    return located(path, text, lambda: shaped(tuple[RisingStep, ...], steps, where=("step",)))
