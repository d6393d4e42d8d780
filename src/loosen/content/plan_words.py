"""A clinician's plan in sentences with gaps: what may be said, what fills each gap, and a plan shown back in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path

from loosen.content.loading import HERE, practice, vocabulary
from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import Written, shaped
from loosen.core.contradictions import Contradiction
from loosen.core.journal import DayPart
from loosen.core.plan import Plan, Says, Sentence

FORMAT = 1
"""The version of the words' format that this program reads."""

FAR_AHEAD_DAYS = 300
"""Days from which a date is said with its year."""

_GAP = re.compile(r"\{([\w-]+)\}")


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

    @property
    def kept(self) -> Mapping[str, bool | str]:
        """The fields of a sentence, with their values."""
        every = {name: getattr(self, name) for name in ("also_on_sore_days", "allowed", "condition")}
        return {name: value for name, value in every.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence that may be said: its words with gaps, and what it keeps in any case (`fixed`)."""

    id: str
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
    """A measure of the body: what it does when it grows, and how many degrees (or cm) the words for a way are.

    A measure without such words is not offered in a form.
    """

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
        "templates": "template", "gaps": "gap", "levels": "level", "parts": "part", "tags": "tag",
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


def templates() -> tuple[Template, ...]:
    """Return every sentence that may be said."""
    return plan_words().templates


def words_of(sentence: Sentence, today: date) -> str:
    """Return a sentence as it is shown back: "No bending past halfway until 12 December."."""
    said = template_of(sentence)
    form = said.say_until if sentence.until else said.say
    return begun(_GAP.sub(lambda match: _filled(match[1], sentence, today), form))


def template_of(sentence: Sentence) -> Template:
    """Return the template that says what a sentence keeps: one that fixes it, else the one with most of its gaps."""
    fitting = [each for each in templates() if each.says is sentence.says and _agrees(each, sentence)]
    return max(fitting, key=lambda each: (len(each.fixed.kept), sum(_has(name, sentence) for name in each.gaps)))


def _agrees(said: Template, sentence: Sentence) -> bool:
    return all(getattr(sentence, name) == value for name, value in said.fixed.kept.items())


def _has(name: str, sentence: Sentence) -> bool:
    fields = {"degrees": "most", "minutes": "most", "points": "most"}
    return getattr(sentence, fields.get(name, name)) is not None


def _filled(name: str, sentence: Sentence, today: date) -> str:
    """Return the words that stand in a gap; an id that has no words here stands for itself."""
    if name == "until":
        return date_words(sentence.until, today) if sentence.until else ""
    if name == "parts":
        return parts_words(sentence.parts)
    if name == "level":
        return level_words(sentence)
    if name in NUMBERS:
        return _number_words(name, sentence)
    chosen = getattr(sentence, name)
    key = chosen.value if isinstance(chosen, Enum) else chosen
    return _within(names(name).get(key, key))


NUMBERS = frozenset({"degrees", "minutes", "points", "repetitions"})
"""Gaps that hold a number."""


def names(gap: str) -> Mapping[str, str]:
    """Return what people call the things that fill a gap, by id."""
    words = plan_words()
    match gap:
        case "movement":
            return {slug: score.name for slug, score in practice().scores.items()}
        case "position":
            return {position.value: word.name for position, word in vocabulary().positions.items()}
        case "tag":
            return words.tags
        case "measure":
            return {measure: measured.name for measure, measured in words.measures.items()}
        case "condition":
            return {condition.id: condition.name or condition.id for condition in practice().conditions}
        case _:
            raise KeyError(f"nothing has a name that fills the gap {gap!r}")


def _number_words(name: str, sentence: Sentence) -> str:
    """Return a number with its noun; degrees by the words for a way, where there are any for just so many."""
    count, most = plan_words().count, sentence.most
    if name == "repetitions":
        return count.own if sentence.repetitions is None else count.times.of(sentence.repetitions)
    if most is None:
        return ELLIPSIS
    if name == "minutes":
        return count.minutes.of(most)
    if name == "points":
        return count.points.of(most)
    measured = plan_words().measures.get(sentence.measure or "")
    if measured and (way := way_of(measured, most)):
        return plan_words().degrees[way]
    return (count.cm if measured and measured.unit == "cm" else count.degrees).of(most)


ELLIPSIS = "…"
"""Stands in a gap that nobody filled."""


def way_of(measured: Measured, most: float) -> str | None:
    """Return the name of the way that is just so many degrees, if one is."""
    return next((way for way, degrees in measured.ways.items() if degrees == most), None)


def level_words(sentence: Sentence) -> str:
    """Return how a movement is asked for: at one's own level, its gentlest, as described, or at a level by its name."""
    words, score = plan_words().levels, practice().scores.get(sentence.movement or "")
    if sentence.level is None or score is None:
        return words["own"] if sentence.level is None else sentence.level
    if sentence.level in words:
        return words[sentence.level]
    if sentence.level == score.levels[0].id:
        return words["gentlest"]
    return next((_within(level.name) for level in score.levels if level.id == sentence.level), sentence.level)


def parts_words(parts: tuple[DayPart, ...]) -> str:
    """Return the parts of the day in words; in every session, when none is named."""
    words = plan_words().parts
    named = [words[part.value] for part in DayPart if part in parts] or [words["every"]]
    said = named[0]
    for part in named[1:]:
        said = words["and"].replace("{parts}", said).replace("{part}", part)
    return said


def date_words(day: date, today: date) -> str:
    """Return a date in words, with its year when it is long ago or far ahead."""
    dates = plan_words().date
    form = dates.day if abs((day - today).days) < FAR_AHEAD_DAYS else dates.year
    return form.format(day=day.day, month=dates.months[day.month - 1], year=day.year)


def span_words(plan: Plan, today: date) -> str:
    """Return from when until when a plan holds; nothing when neither was named."""
    dates = plan_words().date
    first = plan.valid_from and date_words(plan.valid_from, today)
    last = plan.valid_to and date_words(plan.valid_to, today)
    form = dates.between if first and last else dates.first if first else dates.last if last else ""
    return form.format(first=first, last=last)


def plan_lines(plan: Plan, today: date) -> tuple[str, ...]:
    """Return the sentences of a plan as they are shown back."""
    return tuple(words_of(sentence, today) for sentence in plan.sentences)


def told(contradiction: Contradiction) -> str:
    """Return what contradicts itself in one plain sentence, with what to do."""
    said = plan_words().contradictions[contradiction.rule]
    return begun(_GAP.sub(lambda match: _shown(contradiction.values[match[1]]), said))


def _shown(value: float | str) -> str:
    if isinstance(value, str):
        name = names("movement").get(value)
        return _within(name) if name else value
    return f"{value:g}"


def _within(name: str | None) -> str:
    """Return a name as it stands within a sentence; a gap that nobody filled as three dots."""
    return name[:1].lower() + name[1:] if name else ELLIPSIS


def begun(said: str) -> str:
    """Return the words as they begin a sentence."""
    return said[:1].upper() + said[1:]
