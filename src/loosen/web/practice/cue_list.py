"""The session as a plain list of cues with stills: what the player is made of, and all there is without script."""

from collections.abc import Mapping
from dataclasses import dataclass

from loosen.core.breath import Breath
from loosen.core.day import Session, Step
from loosen.core.score import Score
from loosen.core.timeline import Cue, cues
from loosen.web import stills
from loosen.web.practice.cards import dose_words

BREATHS = {Breath.IN: "In", Breath.OUT: "Out", Breath.EASY: "Breathe easily"}


@dataclass(frozen=True, slots=True)
class CueLine:
    """One thing to do: what the breath does and for how many counts, what is said, and how it looks."""

    breath: str
    say: str
    still: stills.Still


@dataclass(frozen=True, slots=True)
class StepLine:
    """One movement of the session: how to get there, its cues once, how often, and when to stop."""

    slug: str
    name: str
    dose: str
    get_there: str
    cues: tuple[CueLine, ...]
    stops: tuple[str, ...]


def cue_list(session: Session, scores: Mapping[str, Score], count_s: float) -> tuple[StepLine, ...]:
    """Return every movement of the session in order, each cue said once."""
    return tuple(_step(step, scores[step.movement], count_s) for step in session.steps)


def sheet_of(lines: tuple[StepLine, ...]) -> str:
    """Return where the page finds the stills of its list."""
    return stills.address(cue.still for line in lines for cue in line.cues)


def _step(step: Step, score: Score, count_s: float) -> StepLine:
    once = {cue.say: cue for cue in reversed(cues(score, step.dose, count_s)) if cue.repetition == 1 and cue.say}
    return StepLine(
        slug=score.slug,
        name=score.name,
        dose=dose_words(score, step.dose),
        get_there=score.get_there,
        cues=tuple(_line(cue, score) for cue in reversed(once.values())),
        stops=tuple(f"{stop.sign}: {stop.say[:1].lower()}{stop.say[1:]}" for stop in score.stops),
    )


def _line(cue: Cue, score: Score) -> CueLine:
    breath = BREATHS[cue.breath]
    counted = f"{breath}, {cue.counts:g} counts" if cue.counts else breath
    return CueLine(counted, cue.say, stills.Still(score.slug, cue.posture))
