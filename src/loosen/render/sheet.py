"""A session for the fridge door: each movement in a few lines, to be done from paper."""

from collections.abc import Mapping
from dataclasses import dataclass

from loosen.core.day import Session
from loosen.core.score import Dose, Level, Part, Score, Sides
from loosen.core.timeline import repetitions_of

SPOKEN = {1: "once", 2: "twice"}


@dataclass(frozen=True, slots=True)
class Line:
    """One movement: how much of it, the posture that shows it best, and what to do, in sentences."""

    score: Score
    dose: Dose
    posture: str
    words: tuple[str, ...]


def lines(session: Session, scores: Mapping[str, Score]) -> tuple[Line, ...]:
    """Return the movements of a session in order."""
    return tuple(_line(scores[step.movement], step.dose) for step in session.steps)


def _line(score: Score, dose: Dose) -> Line:
    level = score.level(dose.level)
    shown = score.figure.shows_end if score.figure else score.whole()[0].phrases[0].posture
    words = _parts(score, dose) if score.parts else _phrases(score, level)
    return Line(score, dose, level.postures.get(shown, shown), words)


def _phrases(score: Score, level: Level) -> tuple[str, ...]:
    """One repetition as it is spoken, its stays with it."""
    words: list[str] = []
    for phrase in map(level.shape, score.phrases):
        words += [said for said in (phrase.say, phrase.stay.say if phrase.stay else "") if said]
    return tuple(words)


def _parts(score: Score, dose: Dose) -> tuple[str, ...]:
    """A movement in parts: what they are, and how often each."""
    return tuple(f"{part.name}, {_often(part, score, dose)}." for part in score.parts)


def _often(part: Part, score: Score, dose: Dose) -> str:
    times = repetitions_of(part, score, dose)
    spoken = SPOKEN.get(times, f"{times} times")
    return spoken if part.sides is Sides.TOGETHER or "each side" in part.name else f"{spoken} a side"
