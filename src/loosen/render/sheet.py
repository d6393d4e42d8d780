"""A session for the fridge door: each movement in a few lines, to be done from paper, and when to stop."""

from collections.abc import Mapping
from dataclasses import dataclass

from loosen.core.day import Place, PlaceKind, Session
from loosen.core.score import Dose, Level, Part, Score, Sides, StopDoes
from loosen.core.timeline import repetitions_of

SPOKEN = {1: "once", 2: "twice"}

TAKEN_IN_TURN = {
    Sides.TOGETHER: "",
    Sides.EACH: "All on the right, then all on the left.",
    Sides.ALTERNATE: "Right and left in turns.",
}
"""The sides in words."""

CUED_BY = {"neck": "shoulders", "shoulders": "shoulders", "chest": "shoulders", "upper-back": "spine"} | {
    "low-back": "spine", "hips": "pelvis", "legs": "pelvis", "breath": "breath",
}  # fmt: skip
"""Which of the four cues belongs to the region that a movement serves first: paper has room for one."""

AS_DRAWN = 0.9
"""From this share of the way on, the picture shows what is done."""

SHARES = ((0.28, "a quarter"), (0.42, "a third"), (0.58, "half"), (0.71, "two thirds"), (AS_DRAWN, "three quarters"))
"""How far of the way, in words, each up to the share beside it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One movement: how much of it, where it begins and where it leads, and what to do, in sentences.

    `far` says that less is done than the picture shows. `easier` is what this person's own session leads to on Easier,
    in words, and how much of it; None where nothing is smaller. They are the words of a level or of another movement.
    """

    score: Score
    dose: Dose
    begins: str
    posture: str
    words: tuple[str, ...]
    sides: str
    cue: str
    far: str
    easier: "Easier | None"


@dataclass(frozen=True, slots=True)
class Easier:
    """A smaller way to do it: a gentler level, half as far, or another movement."""

    score: Score
    dose: Dose
    words: str


def lines(session: Session, scores: Mapping[str, Score]) -> tuple[Line, ...]:
    """Return the movements of a session in order."""
    ways = _easier_places(session)
    return tuple(
        _line(scores[step.movement], step.dose, _easier(scores[step.movement], step.dose, ways.get(at), scores))
        for at, step in enumerate(session.steps)
    )


def stop_signs(session: Session, scores: Mapping[str, Score]) -> Mapping[StopDoes, tuple[str, ...]]:
    """Return when to stop, each sign once, by what follows."""
    stops = [stop for step in session.steps for stop in scores[step.movement].stops]
    return {does: tuple(dict.fromkeys(stop.sign for stop in stops if stop.do is does)) for does in StopDoes}


def _line(score: Score, dose: Dose, easier: Easier | None) -> Line:
    level = score.level(dose.level)
    shown = score.figure.shows_end if score.figure else score.whole()[0].phrases[0].posture
    words = _parts(score, dose) if score.parts else _phrases(score, level)
    return Line(
        score=score,
        dose=dose,
        begins=score.first_posture(level),
        posture=level.postures.get(shown, shown),
        words=words,
        sides="" if score.parts else TAKEN_IN_TURN[score.sides],
        cue=getattr(score.layers, CUED_BY[score.regions[0]]),
        far=_far(score.reach(dose)),
        easier=easier,
    )


def _far(reach: float) -> str:
    """Return how far of the way the picture shows, where it is less."""
    words = next((words for most, words in SHARES if reach < most), "")
    return f"Go only about {words} as far as the picture." if words else ""


def _easier_places(session: Session) -> dict[int, Place]:
    """Return the place that Easier leads to from each step as it was given; going on to the next step is none."""
    by_id = {place.id: place for place in session.places}
    found: dict[int, Place] = {}
    for place in session.places:
        step = session.steps[place.step]
        as_given = place.kind is PlaceKind.PLAY and (place.movement, place.dose) == (step.movement, step.dose)
        easier = by_id[place.links["easier"].to] if as_given else place
        if as_given and easier.step == place.step:
            found.setdefault(place.step, easier)
    return found


def _easier(score: Score, dose: Dose, place: Place | None, scores: Mapping[str, Score]) -> Easier | None:
    """Return a smaller way in words."""
    if place is None or place.movement is None or place.dose is None:
        return None
    if place.movement != score.slug:
        return Easier(scores[place.movement], place.dose, scores[place.movement].name)
    words = "Half as far" if place.dose.level == dose.level else score.level(place.dose.level).name
    return Easier(score, place.dose, words)


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
