"""What must hold for a score beyond its shape: names, phrases, vocabulary, ways out. One rule, one function."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loosen.content.faults import Key, Remark
from loosen.content.sources import Source
from loosen.content.vocabulary import Vocabulary
from loosen.core.score import Phrase, Score, Sides

_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Library:
    """What a score may refer to."""

    scores: Mapping[str, Score]
    vocabulary: Vocabulary
    sources: Mapping[str, Source]


Remarks = Iterator[Remark]
Where = tuple[Key, ...]
Rule = Callable[[Score, Library], Remarks]


def placed_phrases(score: Score) -> Iterator[tuple[Where, Phrase]]:
    """Return every phrase with its place in the file."""
    for place, phrase in enumerate(score.phrases):
        yield ("phrase", place), phrase
    for at, part in enumerate(score.parts):
        for place, phrase in enumerate(part.phrases):
            yield ("part", at, "phrase", place), phrase
    for at, aside in enumerate(score.asides):
        for place, phrase in enumerate(aside.phrases):
            yield ("aside", at, "phrase", place), phrase


def unknown(where: Where, noun: str, name: str, known: Iterable[str], more: str = "") -> Remark:
    """Return the remark on a name that is not in its list."""
    return Remark(where, f"there is no {noun} {name!r}", f"use one of {', '.join(sorted(known))}{more}")


def names_are_plain(score: Score, _: Library) -> Remarks:
    """Slug, level, part and phrase ids are for ever, so they are small letters and hyphens, each once."""
    groups: tuple[tuple[str, list[tuple[Where, str]]], ...] = (
        ("file", [((), score.slug)]),
        ("level", [(("level", at, "id"), level.id) for at, level in enumerate(score.levels)]),
        ("part", [(("part", at, "id"), part.id) for at, part in enumerate(score.parts)]),
        ("phrase", [((*where, "id"), phrase.id) for where, phrase in placed_phrases(score)]),
    )
    for noun, ids in groups:
        seen = Counter(name for _, name in ids)
        for where, name in ids:
            if not _KEBAB.fullmatch(name):
                yield Remark(
                    where, f"the {noun} id {name!r} is not plain", "use small letters, digits and single hyphens"
                )
            if seen[name] > 1:
                yield Remark(where, f"the {noun} id {name!r} is used twice", f"give each {noun} its own id")


def a_round_has_phrases(score: Score, _: Library) -> Remarks:
    """A movement is either phrases or parts; a part has phrases; sides that follow each other have a change."""
    if bool(score.phrases) == bool(score.parts):
        yield Remark((), "the movement has neither or both of phrases and parts", "write [[phrase]] or [[part]]")
        return
    for at, part in enumerate(score.parts):
        if not part.phrases:
            yield Remark(("part", at), f"the part {part.id!r} has no phrase", "add [[part.phrase]] below it")
    if score.asides and score.parts:
        yield Remark(("aside", 0), "an aside cannot stand between parts", "make it a part of its own")
    one_by_one = Sides.EACH in {score.sides, *(part.sides for part in score.parts)}
    if score.change and not one_by_one:
        yield Remark(("change",), "nothing changes sides here", 'leave [change] out, or say sides = "each"')
    if one_by_one and not score.change:
        yield Remark(("sides",), "nothing says how to change sides", "add [change] with counts and say")


def words_are_known(score: Score, library: Library) -> Remarks:
    """Tags, regions, things that stand ready and sources are in their files."""
    words = library.vocabulary
    groups: tuple[tuple[str, Sequence[str], Iterable[str], str], ...] = (
        ("tags", sorted(score.tags), words.tags, "tags.toml"),
        ("regions", score.regions, words.regions, "tags.toml"),
        ("needs", score.needs, words.needs, "tags.toml"),
        ("sources", score.sources, library.sources, "sources.toml"),
    )
    for key, names, known, home in groups:
        for name in names:
            if name not in known:
                yield unknown((key,), key.removesuffix("s"), name, known, f", or define it in {home}")


def something_of_each(score: Score, _: Library) -> Remarks:
    """A region, a source and a stop sign are the least."""
    for key, noun, given in (
        ("regions", "region", score.regions),
        ("sources", "source", score.sources),
        ("stop", "stop sign", score.stops),
    ):
        if not given:
            yield Remark((key,), f"there is no {noun}", "name at least one")


def ways_out_are_movements(score: Score, library: Library) -> Remarks:
    """Every wish is another movement of the library."""
    others = library.scores.keys() - {score.slug}
    for key, names in (("easier", score.ways_out.easier), ("substitute", score.ways_out.substitute)):
        for name in names:
            if name not in others:
                yield unknown(("ways-out", key), "other movement", name, others)


def ways_out_end_in_breath(score: Score, library: Library) -> Remarks:
    """Substitutes serve the same region, at least one from another position, and rest with the breath comes last."""
    where: Where = ("ways-out", "substitute")
    chain = [library.scores[name] for name in score.ways_out.substitute if name in library.scores]
    if not chain or not chain[-1].is_breath:
        yield Remark(where, "the ways out do not end in the breath", "end the list with seated-breath or lying-breath")
    for other in chain:
        if not score.is_breath and not other.is_breath and not set(other.regions) & set(score.regions):
            yield Remark(where, f"{other.slug!r} serves none of this movement's regions", "choose another substitute")
    if chain and all(other.position is score.position for other in chain):
        yield Remark(where, "no substitute is in another position", "add one for those who cannot be in this one")


def it_is_drawn_for_itself(score: Score, library: Library) -> Remarks:
    """A movement begun from another one no longer moves as that one does."""
    for other in library.scores.values():
        if other.slug != score.slug and score.postures and other.postures == score.postures:
            told = f"it is drawn exactly as {other.slug!r} is"
            yield Remark(("posture", next(iter(score.postures))), told, "bend its postures as this movement goes")


RULES: tuple[Rule, ...] = (
    it_is_drawn_for_itself,
    names_are_plain,
    something_of_each,
    words_are_known,
    a_round_has_phrases,
    ways_out_are_movements,
    ways_out_end_in_breath,
)
