"""Words of not wanting to live, in a line somebody wrote. They open a page, and nothing else comes of them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loosen.content.loading import HERE
from loosen.content.movement_file import located, refuse_a_newer_format, table_of, text_of
from loosen.content.shapes import shaped

FORMAT = 1
"""The version of the format that this program reads."""

TURNS_ABOUT = 2
"""Words that may stand between a "not" and the phrase it turns about: "not thinking of", "no thoughts of". Reasoned."""

MAY_SLIP = 6
"""Letters from which a word is known in spite of one slip of the finger; shorter ones would become others. Reasoned."""

PAUSE = "."
"""Where a thought ends, once a line is written plainly."""

_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc]")
_STOPS = re.compile(r"[.,;:!?()\n\r\u2013\u2014\u2026]+| -+ ")
_NOT_A_LETTER = re.compile(r"[^a-z0-9.]+")
_THRICE = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class DarkWords:
    """What one language has: phrases that open the page, harmless ones taken out first, and how words are written.

    `negations` turn the words after them about, unless one of `pauses` stands between.
    """

    phrases: tuple[tuple[str, ...], ...]
    harmless: tuple[tuple[str, ...], ...]
    spelling: Mapping[str, str]
    negations: frozenset[str]
    pauses: frozenset[str]


def opens(line: str, words: DarkWords) -> bool:
    """True when a line speaks of not wanting to live, as far as its words can tell."""
    plain = _without(_plain(line, words), words.harmless)
    return any(
        not _turned_about(plain[:at], phrase, words) for phrase in words.phrases for at in _places(phrase, plain)
    )


def dark_words(language: str) -> DarkWords | None:
    """Return the words of a language, None when it has no list yet."""
    return _all().get(language.partition("-")[0])


def _plain(line: str, words: DarkWords) -> list[str]:
    """The line as small plain words, each spelled as the phrases are; a stop stands where a thought ends."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", line.casefold()) if not unicodedata.combining(c))
    stops = _STOPS.sub(f" {PAUSE} ", _APOSTROPHES.sub("", bare))
    written = (_THRICE.sub(r"\1", word) for word in _NOT_A_LETTER.sub(" ", stops).split())
    return [each for word in written for each in words.spelling.get(word, word).split()]


def _without(plain: list[str], harmless: Sequence[tuple[str, ...]]) -> list[str]:
    """Take what only sounds like it out of a line, and let nothing close up over the gap."""
    for phrase in harmless:
        for at in reversed(list(_places(phrase, plain))):
            plain = [*plain[:at], PAUSE, *plain[at + len(phrase) :]]
    return plain


def _places(phrase: tuple[str, ...], plain: Sequence[str]) -> Iterator[int]:
    """Yield where a phrase stands in a line, its longer words perhaps with a slip."""
    for at in range(len(plain) - len(phrase) + 1):
        if all(map(_is, plain[at:], phrase)):
            yield at


def _is(written: str, meant: str) -> bool:
    return written == meant or (len(meant) >= MAY_SLIP and _one_slip(written, meant))


def _one_slip(written: str, meant: str) -> bool:
    """True when one letter was added, left out, changed, or two neighbours were exchanged."""
    if abs(len(written) - len(meant)) > 1:
        return False
    same = next((n for n, (one, other) in enumerate(zip(written, meant, strict=False)) if one != other), None)
    if same is None:
        return True
    one, other = written[same:], meant[same:]
    exchanged = one[:2] == other[1::-1] and one[2:] == other[2:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or exchanged


def _turned_about(before: Sequence[str], phrase: tuple[str, ...], words: DarkWords) -> bool:
    """True when a "not" belongs to the phrase: it stands close before it, and no other thought begins between.

    A phrase that has its own "not" is meant as it stands.
    """
    if words.negations & set(phrase):
        return False
    for word in reversed(before[-1 - TURNS_ABOUT :]):
        if word in words.negations:
            return True
        if word == PAUSE or word in words.pauses:
            return False
    return False


@cache
def _all() -> Mapping[str, DarkWords]:
    return dark_words_from_file(HERE / "dark-words.toml")


@dataclass(frozen=True, slots=True)
class _Written:
    """One language as the file has it."""

    phrases: tuple[str, ...]
    harmless: tuple[str, ...]
    spelling: Mapping[str, str]
    negations: frozenset[str]
    pauses: frozenset[str]
    evidence: str
    reviewed: bool


def dark_words_from_file(path: Path) -> Mapping[str, DarkWords]:
    """Read the lists of every language. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: _from(table))


def _from(table: dict[str, object]) -> Mapping[str, DarkWords]:
    refuse_a_newer_format(table, FORMAT)
    languages = {name: each for name, each in table.items() if name != "format"}
    return {name: _made(shaped(_Written, each, where=(name,))) for name, each in languages.items()}


def _made(written: _Written) -> DarkWords:
    phrases, harmless = (tuple(tuple(each.split()) for each in some) for some in (written.phrases, written.harmless))
    return DarkWords(phrases, harmless, written.spelling, written.negations, written.pauses)
