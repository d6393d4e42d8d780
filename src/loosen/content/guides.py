"""Short pages that carry the practice into the day, or stand beside it: content/guides/*.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from loosen.content.faults import ShapeError
from loosen.content.loading import HERE
from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import Written, shaped
from loosen.core.score import Evidence

FORMAT = 1
"""The version of the guides' format that this program reads."""


class GuideKind(Enum):
    """What a guide is about: a movement of every day, or something beside moving that helps."""

    CARRY_OVER = "carry-over"
    TOOLKIT = "toolkit"


class Page(Enum):
    """A page of Loosen that a guide may lead to."""

    RESET = "reset"
    SIGNS = "signs"
    TODAY = "today"
    PLANS = "plans"
    JOURNAL = "journal"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One picture of how it is done, and what is said with it."""

    posture: str
    say: str


@dataclass(frozen=True, slots=True)
class Section:
    """A few sentences, or points, under a heading or none.

    `when` and `unless` are questions of the screening: said only to those who answered one of them with yes, or not to
    them.
    """

    heading: str = ""
    text: str = ""
    points: tuple[str, ...] = ()
    when: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()

    def is_for(self, told: frozenset[str]) -> bool:
        """True when it may be said to somebody who answered these questions with yes."""
        return (not self.when or bool(self.when & told)) and not self.unless & told


@dataclass(frozen=True, slots=True)
class Link:
    """A way on, in words."""

    to: Page
    words: str


@dataclass(frozen=True, slots=True)
class Guide:
    """One page. `drawing` is a movement or a picture, `posture` its still, `practise` are movements that train it.

    `tags` is what its picture asks of the body, where that is no movement of the library (content/tags.toml).
    """

    slug: str
    title: str
    kind: GuideKind
    order: int
    summary: str
    drawing: str
    posture: str
    practise: tuple[str, ...]
    sources: tuple[str, ...]
    evidence: Evidence
    reviewed: bool
    sections: tuple[Section, ...]
    steps: tuple[GuideStep, ...] = ()
    links: tuple[Link, ...] = ()
    tags: frozenset[str] = frozenset()

    def sections_for(self, told: frozenset[str]) -> tuple[Section, ...]:
        """Return what is said to somebody who answered these questions with yes; what is said to them alone first."""
        fitting = [section for section in self.sections if section.is_for(told)]
        return tuple(sorted(fitting, key=lambda section: not section.when))


WRITTEN: Written = {Guide: {"slug": "_slug", "sections": "section", "steps": "step", "links": "link"}}
"""Where the file's key differs from the value's field."""


@cache
def guides() -> Mapping[str, Guide]:
    """Return every guide by its slug: those of the day first, each kind in its order."""
    found = (guide_from_file(path) for path in (HERE / "guides").glob("*.toml"))
    return {guide.slug: guide for guide in sorted(found, key=_place)}


def guide_from_file(path: Path) -> Guide:
    """Read a guide. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: _guide_from(path.stem, table))


def _guide_from(slug: str, table: Mapping[str, Any]) -> Guide:
    refuse_a_newer_format(table, FORMAT)
    if "slug" in table:
        raise ShapeError(("slug",), "a guide does not name its slug", "leave it out: the name of the file is the slug")
    words = {key: value for key, value in table.items() if key != "format"}
    return shaped(Guide, words | {"_slug": slug}, WRITTEN)


def _place(guide: Guide) -> tuple[int, int]:
    return list(GuideKind).index(guide.kind), guide.order
