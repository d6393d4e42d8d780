"""What a movement weighs on its way to the browser."""

import gzip
import json
from dataclasses import asdict
from statistics import mean

from loosen.content.loading import scores
from loosen.core.score import Dose, Score
from loosen.core.timeline import cues
from loosen.render.drawing import drawing

MEAN_BYTES = 2048
MOST_BYTES = 5000
"""No movement far beyond the others: the walk of thirty minutes has 225 steps to and fro."""


def weight(score: Score) -> int:
    """Bytes of a movement by itself, compressed: drawing, camera, every cue of every level; a bundle has less."""
    levels = {level.id: cues(score, Dose(level.id, level.repetitions), 1.0) for level in score.levels}
    whole = {
        "drawing": drawing(score),
        "name": score.name,
        "get_there": score.get_there,
        "camera": asdict(score.camera),
        "cues": {level: [asdict(cue) for cue in played] for level, played in levels.items()},
    }
    return len(gzip.compress(json.dumps(whole, default=lambda one: one.value, separators=(",", ":")).encode()))


class TestAMovement:
    def test_is_two_kilobytes_on_average_with_all_its_levels(self):
        weights = [weight(score) for score in scores().values()]

        assert mean(weights) <= MEAN_BYTES
        assert max(weights) <= MOST_BYTES
