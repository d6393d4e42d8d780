"""Print every drawing as one JSON object: `movements` by slug, `leaves` with their levels, `pictures`, `ways`.

What stills and the figure's tests are made from; run with the project's own Python (.venv/bin/python bin/drawings.py).
"""

import json
import sys
from typing import Any

from loosen.content.loading import scores, transitions
from loosen.content.pictures import Picture, pictures
from loosen.core.score import Position
from loosen.core.timeline import change_s
from loosen.render.contact import leaf
from loosen.render.drawing import moving
from loosen.render.film import film


def still_or_moving(one: Picture) -> dict[str, Any]:
    """Return a picture of pictures.toml as the figure plays it."""
    return moving(one.scene, one.postures, [(beat.posture, beat.seconds) for beat in one.loop])


def ways() -> dict[str, Any]:
    """Return what the films between the movements are made of, and how long each change of position takes."""
    texts = list(dict.fromkeys(halt.say for halt in (*transitions().up, *transitions().down)))
    return {
        **film(transitions(), frozenset(Position), texts.index),
        "texts": texts,
        "seconds": {one.value: {to.value: change_s(one, to) for to in Position} for one in Position},
        "movements": {slug: [score.position, score.name, score.get_there] for slug, score in dosed.items()},
    }


dosed = {slug: score for slug, score in scores().items() if score.described.repetitions}
for slug in scores().keys() - dosed.keys():
    print(f"{slug} is left out until it says how often it is done: bin/run check", file=sys.stderr)
leaves = [leaf(score) for score in dosed.values()]
movements = {each["slug"]: each["drawing"] for each in leaves}
drawn = {name: still_or_moving(each) for name, each in pictures().items()}
said = {"movements": movements, "leaves": leaves, "pictures": drawn, "ways": ways()}
print(json.dumps(said, default=lambda one: one.value))
