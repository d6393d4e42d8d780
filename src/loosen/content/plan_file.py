"""The sentences a clinician's plan may hold, as words/plan.toml writes them: templates, gaps and their words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from loosen.content.loading import HERE
from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import Written, shaped
from loosen.core.plan import Says

FORMAT = 1
"""The version of the words' format that this program reads."""

GAP_IN_WORDS = re.compile(r"\{([\w-]+)\}")
"""A gap as it stands in the words of a template."""


class GapKind(Enum):
    """How a gap is filled: with one choice, with several, with a number, or with a date."""

    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap as a form asks for it. `least`, `most` and `unit` belong to numbers."""

    label: str
    kind: GapKind
    help: str = ""
    least: int | None = None
    most: int | None = None
    unit: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a template keeps in any case, besides its gaps."""

    also_on_sore_days: bool | None = None
    allowed: bool | None = None
    condition: str | None = None
    tag: str | None = None

    @property
    def kept(self) -> Mapping[str, bool | str]:
        """The fields of a sentence, with their values."""
        every = {name: getattr(self, name) for name in ("also_on_sore_days", "allowed", "condition", "tag")}
        return {name: value for name, value in every.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that stand together where they are chosen; a `folded` group opens with a tap."""

    id: str
    name: str
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence that may be said: its words with gaps, and what it keeps in any case (`fixed`)."""

    id: str
    group: str
    name: str
    says: Says
    gaps: tuple[str, ...]
    say: str
    say_until: str
    fixed: Fixed = Fixed()


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its noun, in both forms."""

    one: str
    other: str

    def of(self, number: float) -> str:
        """Return the number in words."""
        return (self.one if number == 1 else self.other).replace("{n}", f"{number:g}")


@dataclass(frozen=True, slots=True)
class Counts:
    """How numbers are said; `own` stands for repetitions that were left open."""

    own: str
    times: Count
    minutes: Count
    degrees: Count
    cm: Count
    points: Count


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure of the body: what it does when it grows, and how many degrees (or cm) the words for a way are."""

    name: str
    unit: str = "degrees"
    third: float | None = None
    halfway: float | None = None
    two_thirds: float | None = None

    @property
    def ways(self) -> Mapping[str, float]:
        """The words for a way, by the names of `[degrees]`, and how many degrees each is."""
        named = {"third": self.third, "halfway": self.halfway, "two-thirds": self.two_thirds}
        return {name: most for name, most in named.items() if most is not None}


@dataclass(frozen=True, slots=True)
class Dates:
    """How a date and a span of days are said."""

    months: tuple[str, ...]
    day: str
    year: str
    first: str
    last: str
    between: str


@dataclass(frozen=True, slots=True)
class PlanWords:
    """All words of a plan."""

    format: int
    groups: tuple[Group, ...]
    templates: tuple[Template, ...]
    gaps: Mapping[str, Gap]
    degrees: Mapping[str, str]
    levels: Mapping[str, str]
    parts: Mapping[str, str]
    count: Counts
    tags: Mapping[str, str]
    measures: Mapping[str, Measured]
    date: Dates
    contradictions: Mapping[str, str]
    faults: Mapping[str, str]


WRITTEN: Written = {
    PlanWords: {
        "groups": "group", "templates": "template", "gaps": "gap", "levels": "level", "parts": "part", "tags": "tag",
        "measures": "measure", "contradictions": "contradiction", "faults": "fault",
    },
    Dates: {"first": "from", "last": "to"},
    Measured: {"two_thirds": "two-thirds"},
}  # fmt: skip
"""Where the file's key differs from the value's field."""


@cache
def plan_words() -> PlanWords:
    """Return the words of a plan."""
    return plan_words_from_file(HERE / "words" / "plan.toml")


def plan_words_from_file(path: Path) -> PlanWords:
    """Read the words. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)

    def read() -> PlanWords:
        refuse_a_newer_format(table, FORMAT)
        return shaped(PlanWords, table, WRITTEN)

    return located(path, text, read)


def grouped() -> tuple[tuple[Group, tuple[Template, ...]], ...]:
    """Return every sentence that may be said, by the groups in which they are chosen."""
    words = plan_words()
    return tuple((group, tuple(t for t in words.templates if t.group == group.id)) for group in words.groups)


def templates() -> tuple[Template, ...]:
    """Return every sentence that may be said."""
    return plan_words().templates
