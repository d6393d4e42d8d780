"""The library as it is shown: every movement on a leaf, and one leaf opened."""

from collections.abc import Mapping
from dataclasses import dataclass

from loosen.content import loading
from loosen.content.guides import Guide, GuideKind, guides
from loosen.core.practice import Programme
from loosen.core.record import USUAL_PROGRAMME
from loosen.core.score import DESCRIBED, Dose, Level, Phrase, Position, Score
from loosen.core.timeline import first_round
from loosen.render.drawing import drawing
from loosen.web import stills
from loosen.web.practice.cards import dose_words, where_words

GROUPS = (
    ("Lying", frozenset({Position.LYING, Position.SIDE_LYING})),
    ("On a chair", frozenset({Position.SITTING})),
    ("Standing, or on hands and knees", frozenset({Position.STANDING, Position.HANDS_AND_KNEES, Position.KNEELING})),
)
"""How the movements beside the usual ones are laid out: by where the body can be today."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One movement in the library."""

    slug: str
    name: str
    purpose: str
    where: str
    still: stills.Still


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a movement's film, and what is said with it."""

    still: stills.Still
    say: str


@dataclass(frozen=True, slots=True)
class Way:
    """Another way: a level of the same movement, or a movement for the same places (`slug`)."""

    name: str
    words: str
    slug: str = ""


def leaves(scores: Mapping[str, Score], own: Programme) -> dict[str, object]:
    """Return the library: what one may begin with, the programme of their own first, then the others by position."""
    usual = [slug for slug in _to_begin_with(own) if slug in scores]
    others = sorted((score for slug, score in scores.items() if slug not in usual), key=lambda score: score.name)
    groups = [(title, [_leaf(score) for score in others if score.position in where]) for title, where in GROUPS]
    shown = [stills.of(score) for score in scores.values()]
    return {"usual": [_leaf(scores[slug]) for slug in usual], "groups": groups, "sheet": stills.address(shown)}


def leaf_of(score: Score, scores: Mapping[str, Score]) -> dict[str, object]:
    """Return one movement, whole, for its page."""
    film = _film(score)
    return {
        "score": score,
        "where": where_words(score),
        "dose": dose_words(score, Dose(DESCRIBED, score.described.repetitions)),
        "drawing": drawing(score),
        "still": stills.of(score),
        "film": film,
        "sheet": stills.address([frame.still for frame in film]),
        "ways": _ways(score, scores),
        "guides": [guide for guide in guides().values() if _carries(guide, score)],
        "sources": [loading.sources()[source] for source in score.sources],
    }


def _carries(guide: Guide, score: Score) -> bool:
    """Say whether a guide carries this movement into the day."""
    return guide.kind is GuideKind.CARRY_OVER and score.slug in guide.practise


def _to_begin_with(own: Programme) -> tuple[str, ...]:
    """Return the movements to begin with, each once: those of one's own programme, of the usual one, of the others.

    What comes after the usual programme is nothing to begin with, unless it is one's own.
    """
    ready = loading.programmes()
    usual = ready[USUAL_PROGRAMME]
    others = (one for slug, one in ready.items() if slug not in usual.after)
    outlines = (outline for programme in (own, usual, *others) for outline in programme.sessions)
    return tuple(dict.fromkeys(slot.movement for outline in outlines for slot in outline.slots if not slot.later))


def _leaf(score: Score) -> Leaf:
    return Leaf(score.slug, score.name, score.purpose, where_words(score), stills.of(score))


def _film(score: Score) -> tuple[Frame, ...]:
    """Return how to get there, then one round of it."""
    start = next(iter(score.postures))
    arrive = Frame(stills.Still(score.slug, start), score.get_there)
    return (arrive, *(_frame(score, phrase) for phrase in first_round(score) if phrase.say))


def _frame(score: Score, phrase: Phrase) -> Frame:
    stay = phrase.stay.say if phrase.stay else ""
    return Frame(stills.Still(score.slug, phrase.posture), f"{phrase.say} {stay}".strip())


def _ways(score: Score, scores: Mapping[str, Score]) -> tuple[Way, ...]:
    levels = [_level(score, level) for level in score.levels if level is not score.described]
    turns = dict.fromkeys((*score.ways_out.easier, *score.ways_out.substitute))
    return (*levels, *(_other(scores[slug]) for slug in turns if slug in scores))


def _level(score: Score, level: Level) -> Way:
    before = score.levels.index(level) < score.levels.index(score.described)
    kind = "Gentler" if before else "A small step more"
    return Way(kind, level.name)


def _other(score: Score) -> Way:
    return Way(score.name, f"For the same places, {where_words(score)}", score.slug)
