"""Print every drawing as one JSON object: `movements` by slug, and the `pictures` that belong to no movement.

What stills and the figure's tests are made from; run with the project's own Python (.venv/bin/python bin/drawings.py).
"""

import json
import tomllib
from typing import Any

from loosen.content.loading import HERE, scores, shared
from loosen.core.body import postures_from
from loosen.core.scene import scene_from
from loosen.render.drawing import drawing, picture


def pictures() -> dict[str, Any]:
    """Return the drawings of pictures.toml by name."""
    tables = tomllib.loads((HERE / "pictures.toml").read_text(encoding="utf-8"))["picture"]
    return {
        name: picture(scene_from(table["figure"]), postures_from(table["posture"], shared()))
        for name, table in tables.items()
    }


movements = {slug: drawing(score) for slug, score in scores().items()}
print(json.dumps({"movements": movements, "pictures": pictures()}))
