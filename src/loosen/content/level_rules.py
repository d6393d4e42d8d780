"""What must hold for the doses and levels of a score. One rule, one function."""

from collections.abc import Iterator
from itertools import pairwise

from loosen.content.faults import Remark
from loosen.content.score_rules import Library, Remarks, Rule, Where, placed_phrases, unknown
from loosen.core.score import DESCRIBED, Level, Phrase, Score


def doses_are_not_zero(score: Score, _: Library) -> Remarks:
    """Every count and repetition is more than nothing."""
    for where, number in _numbers(score):
        if number <= 0:
            yield Remark(where, f"{where[-1]!r} is {number:g}", "give more than nothing")


def levels_stay_in_their_bounds(score: Score, _: Library) -> Remarks:
    """A range is a fraction, and repetitions may grow but not shrink to their most."""
    for at, level in enumerate(score.levels):
        if not 0 < level.range <= 1:
            yield Remark(("level", at, "range"), f"a range of {level.range:g}", "give a fraction above 0 and up to 1")
        if level.most is not None and level.most < level.repetitions:
            yield Remark(("level", at, "most"), "'most' is below the repetitions", "raise it, or leave it out")


def levels_rise(score: Score, _: Library) -> Remarks:
    """Gentlest first: at least one level before the described one, ranges that do not fall, a build level last."""
    if score.levels[0].id == DESCRIBED:
        yield Remark(("level", 0), "nothing is gentler than the level described", "put a gentler level before it")
    for at, (gentler, level) in enumerate(pairwise(score.levels), start=1):
        if level.range < gentler.range or (gentler.build and not level.build):
            told = f"the level {level.id!r} is gentler than {gentler.id!r} before it"
            yield Remark(("level", at), told, "put the levels in order, gentlest first")


def levels_change_what_is_there(score: Score, _: Library) -> Remarks:
    """What a level changes is a phrase or a posture of this movement."""
    phrases = {phrase.id: phrase for _, phrase in placed_phrases(score)}
    postures = {phrase.posture for phrase in phrases.values()}
    for at, level in enumerate(score.levels):
        for key, name in _changed_phrases(level):
            if name not in phrases:
                yield unknown(("level", at, key), "phrase", name, phrases)
            elif key == "stays" and phrases[name].stay is None:
                yield Remark(("level", at, key), f"the phrase {name!r} has no stay", "give the phrase a stay = { ... }")
        for name in level.postures.keys() - postures:
            yield unknown(("level", at, "postures"), "posture in the phrases", name, postures)


RULES: tuple[Rule, ...] = (
    doses_are_not_zero,
    levels_stay_in_their_bounds,
    levels_rise,
    levels_change_what_is_there,
)


def _changed_phrases(level: Level) -> Iterator[tuple[str, str]]:
    for key, names in (("counts", level.counts), ("stays", level.stays), ("say", level.say)):
        yield from ((key, name) for name in names)


def _numbers(score: Score) -> Iterator[tuple[Where, float]]:
    """Every number that must be above zero, with its place."""
    for at, level in enumerate(score.levels):
        yield ("level", at, "repetitions"), level.repetitions
        yield from ((("level", at, "counts", name), counts) for name, counts in level.counts.items())
    for at, part in enumerate(score.parts):
        yield ("part", at, "repetitions"), part.repetitions
    for where, phrase in placed_phrases(score):
        yield from _numbers_of_phrase(where, phrase)
    for at, aside in enumerate(score.asides):
        yield ("aside", at, "after"), aside.after
    if score.change:
        yield ("change", "counts"), score.change.counts


def _numbers_of_phrase(where: Where, phrase: Phrase) -> Iterator[tuple[Where, float]]:
    yield (*where, "counts"), phrase.counts
    if phrase.stay:
        yield (*where, "stay", "counts_in"), phrase.stay.counts_in
        yield (*where, "stay", "counts_out"), phrase.stay.counts_out
