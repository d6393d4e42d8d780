"""Where the still of a posture lies, and the part of the world it shows."""

from loosen.core.score import Score
from loosen.render.drawing import box


def viewbox(score: Score) -> str:
    """Return the viewBox of an <svg> that shows a still with <use>: 0, 0, width and height in cm.

    It begins at 0 because a symbol is placed there and brings its own viewBox.
    """
    _, _, width, height = box(score)
    return f"0 0 {width} {height}"


def address(slug: str, posture: str) -> str:
    """Return the static path of a still, with the name of its symbol."""
    return f"loosen/stills/{slug}.svg#{posture}"
