"""The sentence that says a reason to a person: warm, plain, with its numbers, in the reader's language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path
from typing import Any

from loosen.content.faults import ShapeError
from loosen.content.loading import HERE, practice, programmes, scores, vocabulary
from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import shaped
from loosen.core.condition import Condition
from loosen.core.reasons import Reason

FORMAT = 1
"""The version of the words' format that this program reads."""

LOCALE = HERE.parent / "locale"

BECAUSE = "because"
"""The gap that the reason itself does not fill: why the condition it names keeps something out or small."""

_VALUE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A rule's sentence. `say` when one form will do; else `one` and `other`, chosen by the number named in `count`.

    `until` is said in place of `say` when the reason names a last day.
    """

    say: str = ""
    until: str = ""
    count: str = ""
    one: str = ""
    other: str = ""


def sentence(reason: Reason, language: str = "en") -> str:
    """Return the sentence of a reason. KeyError names a rule that has no words, or a value they lack.

    A language without a translation is answered in English.
    """
    words = sentences().get(reason.rule)
    if words is None:
        raise KeyError(f"rules.toml has no sentence for {reason.rule!r}")
    said = _chosen(words, reason, _spoken(language))
    return _begun(_VALUE.sub(lambda gap: _filled(gap[1], reason), said))


@cache
def sentences() -> Mapping[str, Sentence]:
    """Return the words of every rule."""
    return sentences_from_file(HERE / "words" / "rules.toml")


def sentences_from_file(path: Path) -> Mapping[str, Sentence]:
    """Read a file of words. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: _sentences_from(table))


def _sentences_from(table: Mapping[str, object]) -> Mapping[str, Sentence]:
    refuse_a_newer_format(table, FORMAT)
    return {rule: _sentence_from(rule, words) for rule, words in table.items() if rule != "format"}


def _sentence_from(rule: str, table: object) -> Sentence:
    words = shaped(Sentence, table, where=(rule,))
    plural = (words.count, words.one, words.other)
    if bool(words.say) == any(plural) or (any(plural) and not all(plural)) or (words.until and not words.say):
        raise ShapeError((rule,), f"{rule} has no one form", "give 'say', or 'count' with 'one' and 'other'")
    return words


def _chosen(words: Sentence, reason: Reason, spoken: NullTranslations) -> str:
    context = f"rule/{reason.rule}"
    if words.until and "until" in reason.values:
        return spoken.pgettext(context, words.until)
    if words.say:
        return spoken.pgettext(context, words.say)
    number = reason.values[words.count]
    return spoken.npgettext(context, words.one, words.other, int(number))


@cache
def _spoken(language: str) -> NullTranslations:
    return translation("loosen", LOCALE, languages=[language], fallback=True)


def _filled(gap: str, reason: Reason) -> str:
    """What stands in a gap: {because} is the condition's own sentence; a value else, by its name if it has one."""
    if gap == BECAUSE:
        return _condition(str(reason.values["condition"])).because
    value = reason.values[gap]
    if not isinstance(value, str):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return _day(date.fromisoformat(value)) if gap == "until" else _named(gap, value)


def _named(gap: str, value: str) -> str:
    """What people call the thing that a reason names by its id; what has no name stands as it is."""
    if gap == "condition":
        return _condition(value).say
    name = _names().get(gap, _names()["movement"]).get(value)
    return name[:1].lower() + name[1:] if name else value


def _condition(name: str) -> Condition:
    return next(condition for condition in practice().conditions if condition.id == name)


def _day(day: date) -> str:
    return f"{day.day} {_plan_words()['date']['months'][day.month - 1]}"


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    """The names of things by the gap that holds their id; `instead` holds a movement, `next` a programme."""
    return {
        "movement": {slug: score.name for slug, score in scores().items()},
        "programme": _programme_names(),
        "next": _programme_names(),
        "position": {position.value: word.name for position, word in vocabulary().positions.items()},
        "tag": _plan_words()["tag"],
        "measure": {measure: words["name"] for measure, words in _plan_words()["measure"].items()},
    }


def _programme_names() -> Mapping[str, str]:
    return {slug: programme.name for slug, programme in programmes().items()}


@cache
def _plan_words() -> dict[str, Any]:
    """The words that a clinician's plan has for tags, measures and months."""
    path = HERE / "words" / "plan.toml"
    return table_of(path, text_of(path))


def _begun(said: str) -> str:
    return said[:1].upper() + said[1:]
