"""Drawings for the moving figure, no further than a person may go."""

from typing import Any

from loosen.content.pictures import pictures
from loosen.core.prescription import Limits
from loosen.core.score import DESCRIBED, Dose, Score
from loosen.render.drawing import drawing, moving


def within(score: Score, limits: Limits) -> dict[str, Any] | None:
    """Return a movement as far as the limits allow; None when they leave it out."""
    if limits.forbids(score):
        return None
    dose, _ = limits.within(score, Dose(DESCRIBED, score.described.repetitions))
    return drawing(score, score.reach(dose), dose.level)


def picture_of(name: str) -> dict[str, Any]:
    """Return a picture that belongs to no movement."""
    found = pictures()[name]
    return moving(found.scene, found.postures, [(beat.posture, beat.seconds) for beat in found.loop])
