"""Drawings as they are sent: a left limb that mirrors the right one is left out, and so is what is empty."""

from collections.abc import Mapping
from typing import Any

from loosen.core.score import Score
from loosen.render.drawing import drawing

PAIRS = (("legR", "legL"), ("armR", "armL"))
FLIPPED = ("to", "pole", "knee", "shin", "dir", "palm")
"""Places and directions: their last number is how far to the person's right."""
OTHER = {"thighR": "thighL", "thighL": "thighR"}


def sent(score: Score) -> dict[str, Any]:
    """Return a score's drawing without its loop: in the player the cues say what moves when."""
    drawn = drawing(score)
    made = {key: value for key, value in drawn.items() if key != "loop" and value not in ({}, [])}
    poses = {name: halved(pose) for name, pose in drawn["poses"].items()}
    return made | {"poses": poses, "position": score.position.value}


def halved(pose: Mapping[str, Any]) -> dict[str, Any]:
    """Return a pose without the left limbs that mirror the right ones; pure/bundle.js puts them back."""
    alike = {left for right, left in PAIRS if mirrored(pose[right]) == pose[left]}
    return {key: value for key, value in pose.items() if key not in alike}


def mirrored(limb: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same limb on the other side of the body."""
    return {key: _mirrored(key, value) for key, value in limb.items()}


def _mirrored(key: str, value: Any) -> Any:
    if key in FLIPPED:
        return [*value[:-1], -value[-1]]
    if key == "hand":
        return mirrored(value)
    return OTHER.get(value, value) if key == "in" else value
