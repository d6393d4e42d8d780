"""How the person on screen may look: people to begin with, choices, and the words that a look is kept in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from loosen.content.faults import ShapeError
from loosen.content.loading import HERE
from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import Written, shaped

FORMAT = 1
"""The version of the looks' format that this program reads."""

USUAL = "sam"
"""Who is on screen for somebody who has not chosen yet."""

LINES = "plain"
"""The word of a line drawing with a strong contour: it goes with every body, and leaves the colours out."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be chosen: its options by id, the one that is taken when nothing is said first."""

    id: str
    group: str
    name: str
    options: Mapping[str, str]

    @property
    def first(self) -> str:
        """The option that need not be said."""
        return next(iter(self.options))


@dataclass(frozen=True, slots=True)
class Looks:
    """All that may be chosen, and the words of the people to begin with, by name."""

    people: Mapping[str, str]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What was chosen: an option's id by the choice's, every choice in it; `lines` for a line drawing."""

    options: Mapping[str, str]
    lines: bool = False

    @property
    def words(self) -> str:
        """The look in words: only what differs from the first options. Sam is no word at all."""
        differing = (f"{each.id}-{self.options[each.id]}" for each in looks().choices if not self._is_first(each))
        return " ".join(([LINES] if self.lines else []) + list(differing))

    def _is_first(self, choice: Choice) -> bool:
        return self.options[choice.id] == choice.first


WRITTEN: Written = {Looks: {"choices": "choice"}}
"""Where the file's key differs from the value's field."""


@cache
def looks() -> Looks:
    """Return what may be chosen."""
    return looks_from_file(HERE / "looks.toml")


def looks_from_file(path: Path) -> Looks:
    """Read what may be chosen. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: _looks_from(table))


def _looks_from(table: Mapping[str, object]) -> Looks:
    refuse_a_newer_format(table, FORMAT)
    found = shaped(Looks, {key: value for key, value in table.items() if key != "format"}, WRITTEN)
    known = {LINES, *(f"{choice.id}-{option}" for choice in found.choices for option in choice.options)}
    for name, words in found.people.items():
        if unknown := sorted(set(words.split()) - known):
            told = f"{unknown[0]!r} is no word of a look"
            raise ShapeError(("people", name), told, "write a choice's id and an option's id, such as skin-5")
    return found


def look_of(said: str) -> Look:
    """Return the look that a person's name or some words say; words that nobody knows any more are left out."""
    words = frozenset(looks().people.get(said, said).split())
    options = {
        choice.id: next((key for key in choice.options if f"{choice.id}-{key}" in words), choice.first)
        for choice in looks().choices
    }
    return Look(options, LINES in words)


def person_with(words: str) -> str:
    """Return the name of the person to begin with who looks just so; empty when there is none."""
    return next((name for name, theirs in looks().people.items() if look_of(theirs).words == words), "")


@lru_cache(maxsize=64)
def classes_of(said: str) -> str:
    """Return the classes that carry a look's colours (css/figure.css)."""
    look = look_of(said)
    return "person-plain" if look.lines else f"look {look.words}".rstrip()
