"""The sentence that says a reason to a person: warm, plain, with its numbers, in the reader's language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from loosen.content.faults import ShapeError
from loosen.content.loading import HERE, scores, vocabulary
from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import shaped
from loosen.core.reasons import Reason

FORMAT = 1
"""The version of the words' format that this program reads."""

LOCALE = HERE.parent / "locale"

Value = int | float | str

_VALUE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A rule's sentence. `say` when one form will do; else `one` and `other`, chosen by the number named in `count`."""

    say: str = ""
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
    return _begun(_VALUE.sub(lambda match: _shown(reason.values[match[1]]), said))


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
    if bool(words.say) == any(plural) or (any(plural) and not all(plural)):
        raise ShapeError((rule,), f"{rule} has no one form", "give 'say', or 'count' with 'one' and 'other'")
    return words


def _chosen(words: Sentence, reason: Reason, spoken: NullTranslations) -> str:
    context = f"rule/{reason.rule}"
    if words.say:
        return spoken.pgettext(context, words.say)
    number = reason.values[words.count]
    return spoken.npgettext(context, words.one, words.other, int(number))


@cache
def _spoken(language: str) -> NullTranslations:
    return translation("loosen", LOCALE, languages=[language], fallback=True)


def _shown(value: Value) -> str:
    """A movement or a position by its name, a whole number without a point."""
    if isinstance(value, str):
        name = _names().get(value)
        return name[:1].lower() + name[1:] if name else value
    return str(int(value)) if value == int(value) else str(value)


@cache
def _names() -> Mapping[str, str]:
    """What people call the things that a reason names by id."""
    movements = {slug: score.name for slug, score in scores().items()}
    return movements | {position.value: word.name for position, word in vocabulary().positions.items()}


def _begun(said: str) -> str:
    return said[:1].upper() + said[1:]
