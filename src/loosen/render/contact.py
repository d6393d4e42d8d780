"""A movement with all its levels for a contact sheet: what each level shows, how far it goes and how long it takes."""

from typing import Any

from loosen.core.score import Dose, Level, Score
from loosen.core.timeline import duration_s, first_round
from loosen.render.drawing import drawing

COUNT_S = 1.0
"""Seconds a count, for the times that are shown."""


def leaf(score: Score) -> dict[str, Any]:
    """Return a movement: its name, where the body is, what it serves, its drawing and its levels, gentlest first."""
    return {
        "slug": score.slug,
        "name": score.name,
        "position": score.position.value,
        "regions": list(score.regions),
        "drawing": drawing(score),
        "levels": [_level(score, level) for level in score.levels],
    }


def _level(score: Score, level: Level) -> dict[str, Any]:
    """Return a level with the postures it shows, in their order, the one it begins in first."""
    shown = [level.shape(phrase).posture for phrase in first_round(score)]
    return {
        "id": level.id,
        "name": level.name,
        "range": level.range,
        "build": level.build,
        "repetitions": level.repetitions,
        "seconds": round(duration_s(score, Dose(level.id, level.repetitions), COUNT_S)),
        "postures": list(dict.fromkeys([score.first_posture(level), *shown])),
    }
