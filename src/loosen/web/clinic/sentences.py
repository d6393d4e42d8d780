"""Sentences with gaps, as they are filled in on a page. Nothing is read out of free text; nothing typed is lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from loosen.content import plan_gaps
from loosen.content.plan_file import Gap, GapKind, Template, templates
from loosen.content.plan_gaps import Filled, GapError
from loosen.core.plan import Sentence

MOST_SENTENCES = 40
"""More than a clinician says at one time; a longer list is asked to be shortened before it is read back."""


@dataclass(frozen=True, slots=True)
class Field:
    """A gap (`of`) as it stands on the page: what was filled in, and what to do about it where that will not do."""

    name: str
    of: str
    gap: Gap
    values: tuple[str, ...]
    mend: str = ""

    @property
    def value(self) -> str:
        """What was typed or chosen."""
        return self.values[0] if self.values else ""

    @property
    def choices(self) -> list[tuple[str, str, bool]]:
        """Value and words of everything that may be chosen, and whether it is."""
        return [(value, words, value in self.values) for value, words in plan_gaps.choices(self.of)]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence on the page: its number there, which sentence it is, and its gaps."""

    key: str
    template: Template
    fields: tuple[Field, ...]
    sentence: Sentence | None

    @property
    def mends(self) -> bool:
        """Something in it needs another look."""
        return any(field.mend for field in self.fields)

    @property
    def needed(self) -> list[Field]:
        """The gaps without which it says nothing."""
        return [field for field in self.fields if not field.gap.optional]

    @property
    def may_stay_empty(self) -> list[Field]:
        """The gaps that are filled only if it was said."""
        return [field for field in self.fields if field.gap.optional]

    @property
    def says_more(self) -> bool:
        """One of these was filled, or must be looked at."""
        return any(field.value or field.mend for field in self.may_stay_empty)


def lines_of(sent: QueryDict, *, strict: bool) -> list[Line]:
    """Return the sentences of a page as they were sent; only a strict look says what is missing."""
    known = {template.id: template for template in templates()}
    named = (each.partition(":") for each in sent.getlist("sentence"))
    kept = [(key, known[kind]) for key, _, kind in named if kind in known and key.isdecimal() and len(key) < 4]
    return [_line(key, template, _filled(key, template, sent), strict=strict) for key, template in kept]


def with_new(lines: Sequence[Line], added: Iterable[str]) -> list[Line]:
    """Return the sentences, and after them those that were chosen now, their gaps empty."""
    known = {template.id: template for template in templates()}
    first = max((int(line.key) for line in lines), default=-1) + 1
    chosen = [known[kind] for kind in added if kind in known]
    return [*lines, *(_line(str(first + n), template, {}, strict=False) for n, template in enumerate(chosen))]


def lines_from(sentences: Sequence[Sentence]) -> list[Line]:
    """Return the sentences of a plan, to be corrected."""
    known = {template.id: template for template in templates()}
    told = [plan_gaps.gaps_from(sentence) for sentence in sentences]
    return [_line(str(n), known[kind], filled, strict=False) for n, (kind, filled) in enumerate(told)]


def _filled(key: str, template: Template, sent: QueryDict) -> Filled:
    return {name: sent.getlist(f"{name}-{key}") for name in plan_gaps.gaps_of(template)}


def _line(key: str, template: Template, filled: Filled, *, strict: bool) -> Line:
    told = {name: _told(name, values) for name, values in filled.items()}
    try:
        sentence, faults = plan_gaps.sentence_from(template.id, told), {}
    except GapError as error:
        sentence, faults = None, dict(error.faults) if strict else {}
    fields = [_field(name, key, filled, faults) for name in plan_gaps.gaps_of(template)]
    return Line(key, template, tuple(fields), sentence)


def _told(name: str, values: str | Sequence[str]) -> str | Sequence[str]:
    """Return several ticks as they are, and the one value of any other gap."""
    if isinstance(values, str) or plan_gaps.gap(name).kind is GapKind.CHOICES:
        return values
    return values[0].strip() if values else ""


def _field(name: str, key: str, filled: Filled, faults: Mapping[str, str]) -> Field:
    values = filled.get(name, ())
    given = (values,) if isinstance(values, str) else tuple(values)
    return Field(f"{name}-{key}", name, plan_gaps.gap(name), given, faults.get(name, ""))
