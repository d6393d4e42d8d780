"""Where the still of a posture lies, and the part of the world it shows."""

from loosen.core.score import Score
from loosen.render.drawing import box


def viewbox(score: Score) -> str:
    """Return the viewBox of every still of a score: x, y, width and height in cm, y down."""
    return " ".join(str(measure) for measure in box(score))


def address(slug: str, posture: str) -> str:
    """Return the static path of a still, with the name of its symbol."""
    return f"loosen/stills/{slug}.svg#{posture}"
