"""The ways between positions as the player gets them: the halts up and down, and the posture of each, drawn once."""

from collections.abc import Callable, Set
from typing import Any

from loosen.core.score import Position
from loosen.core.transition import Halt, Transitions
from loosen.render.drawing import pose
from loosen.render.paired import halved

Row = list[str | float]


def film(transitions: Transitions, positions: Set[Position], number: Callable[[str], int]) -> dict[str, Any]:
    """Return the stretch of the line that a session in these positions needs; `number` gives a text its number.

    Everybody begins and ends standing, but for those who do everything on a chair. A row is [posture, seconds, text,
    must, eye, position], the last where movements are done from the halt.
    """
    reached = positions if positions == {Position.SITTING} else {*positions, Position.STANDING}
    up, down = (_stretch(halts, reached) for halts in (transitions.up, transitions.down))
    named = dict.fromkeys(halt.posture for halt in (*up, *down))
    return {
        "up": [_row(halt, number) for halt in up],
        "down": [_row(halt, number) for halt in down],
        "poses": {name: halved(pose(transitions.postures[name])) for name in named},
    }


def _stretch(halts: tuple[Halt, ...], positions: Set[Position]) -> tuple[Halt, ...]:
    """Return the halts from the first to the last position that the session comes to."""
    places = [place for place, halt in enumerate(halts) if halt.position in positions]
    return halts[places[0] : places[-1] + 1] if places else ()


def _row(halt: Halt, number: Callable[[str], int]) -> Row:
    row: Row = [halt.posture, halt.seconds, number(halt.say), int(halt.must), halt.eye]
    return [*row, halt.position.value] if halt.position else row
