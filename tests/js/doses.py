"""Print what a camera is asked and what is done, as one JSON object: every movement by slug, at every level.

What the tests of alignment play; run with the project's own Python (.venv/bin/python tests/js/doses.py).
"""

import json
from dataclasses import asdict
from typing import Any

from loosen.content.loading import scores
from loosen.core.score import Dose, Level, Part, Score
from loosen.core.timeline import Cue, cues, repetitions_of


def camera(score: Score) -> dict[str, Any]:
    """Return a score's camera section in the words of core/camera.py."""
    return asdict(score.camera)


def dose(score: Score, level: Level) -> dict[str, Any]:
    """Return a level as it is written: its cues at one second a count, and what is counted in each part of it."""
    given = Dose(level.id, level.repetitions)
    return {
        "level": level.id,
        "range": score.reach(given),
        "counting": level.counting,
        "shown": dict(level.postures),
        "stretches": [stretch(score, level, part, given) for part in score.whole()],
        "cues": [played(score, cue) for cue in cues(score, given, 1.0)],
    }


def stretch(score: Score, level: Level, part: Part, given: Dose) -> dict[str, Any]:
    """Return what pure/alignment.js needs to know of a part, and how many repetitions there are of it in all."""
    once = repetitions_of(part, score, given)
    return {
        "part": part.id,
        "count": asdict(counted) if (counted := score.camera.counts(part.id)) else None,
        "postures": [level.shape(phrase).posture for phrase in part.phrases],
        "sides": part.sides.value,
        "repetitions": once if part.sides.value == "together" else 2 * once,
    }


def played(score: Score, cue: Cue) -> dict[str, Any]:
    """Return a cue as the figure plays it."""
    part = next(part.id for part in score.whole() if part.name == cue.part)
    return {"posture": cue.posture, "s": cue.duration_s, "side": cue.side, "part": part}


def movement(score: Score) -> dict[str, Any]:
    """Return a movement's camera section and all its levels."""
    return {"camera": camera(score), "doses": [dose(score, level) for level in score.levels]}


made = {slug: movement(score) for slug, score in scores().items()}
print(json.dumps(made, default=lambda one: one.value))
