"""Print the drawing of every movement as one JSON object by slug: what stills and the figure's tests are made from.

Run with the project's own Python (.venv/bin/python bin/drawings.py).
"""

import json

from loosen.content.loading import scores
from loosen.render.drawing import drawing

print(json.dumps({slug: drawing(score) for slug, score in scores().items()}))
