"""The ways between positions as the player gets them: the halts up and down, and the posture of each, drawn once."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import groupby
from typing import Any

from loosen.core.day import Session
from loosen.core.score import Position
from loosen.core.transition import Halt, Transitions
from loosen.render.drawing import pose
from loosen.render.paired import halved

Row = list[str | float]
Line = tuple[Halt | None, ...]

OWN = "way-own"
IN_BED = ("way-bed-up", "way-bed-down")
"""The names of the words for a way that is not shown."""

CUT = 0
"""Stands on the line where nobody is led on: who comes from one side to the other goes their own way."""


def film(
    transitions: Transitions,
    positions: Set[Position],
    number: Callable[[str], int],
    passed_over: Set[str] = frozenset(),
    own: Sequence[str] = (),
) -> dict[str, Any]:
    """Return the stretch of the line that a session in these positions needs; `number` gives a text its number.

    Everybody begins and ends standing, but for those who do everything on a chair. A row is [posture, seconds, text,
    must, eye, position], the last where movements are done from the halt. `passed_over` postures are not there; where
    one was between two positions, `own` is what is said instead.
    """
    reached = positions if positions == {Position.SITTING} else {*positions, Position.STANDING}
    up, down = (_stretch(halts, reached, passed_over) for halts in (transitions.up, transitions.down))
    named = dict.fromkeys(halt.posture for halt in (*up, *down) if halt)
    whole = (halt for halts in (transitions.up, transitions.down) for halt in _trimmed(halts, reached))
    cut = any(halt.posture in passed_over for halt in whole)
    return {
        "up": [_row(halt, number) for halt in up],
        "down": [_row(halt, number) for halt in down],
        "poses": {name: halved(pose(transitions.postures[name])) for name in named},
    } | ({"own": [number(text) for text in own]} if cut else {})


def leads_up(positions: Set[Position], transitions: Transitions, passed_over: Set[str]) -> bool:
    """Say whether the film leads from each of these positions up to standing."""
    at = {halt.position: place for place, halt in enumerate(transitions.up)}
    ways = (transitions.up[at[position] : at[Position.STANDING] + 1] for position in positions)
    return not any(halt.posture in passed_over for way in ways for halt in way)


def film_of(
    session: Session,
    positions: Iterable[Position],
    transitions: Transitions,
    number: Callable[[str], int],
    words: Mapping[str, str],
) -> dict[str, Any]:
    """Return the film of a session that comes to these positions."""
    own = _own_words(session, transitions, words)
    return film(transitions, frozenset(positions), number, session.passed_over, own)


def _own_words(session: Session, transitions: Transitions, words: Mapping[str, str]) -> tuple[str, ...]:
    """Return what is said where the film leads nobody on: in a bed how to come up over its edge, and back into it."""
    on_the_side = {halt.posture for halt in transitions.up if halt.position is Position.SIDE_LYING}
    rolls = session.in_bed and not on_the_side & session.passed_over
    return tuple(words[name] for name in (OWN, *(IN_BED if rolls else ())))


def _stretch(halts: tuple[Halt, ...], positions: Set[Position], passed_over: Set[str]) -> Line:
    """Return the halts between the positions that the session comes to, and None where the line is cut."""
    runs = [tuple(run) for off, run in groupby(halts, lambda halt: halt.posture in passed_over) if not off]
    kept = [trimmed for run in runs if (trimmed := _trimmed(run, positions))]
    return tuple(halt for run in kept for halt in (None, *run))[1:]


def _trimmed(halts: tuple[Halt, ...], positions: Set[Position]) -> tuple[Halt, ...]:
    """Return the halts from the first to the last position that the session comes to."""
    places = [place for place, halt in enumerate(halts) if halt.position in positions]
    return halts[places[0] : places[-1] + 1] if places else ()


def _row(halt: Halt | None, number: Callable[[str], int]) -> Row | int:
    if halt is None:
        return CUT
    row: Row = [halt.posture, halt.seconds, number(halt.say), int(halt.must), halt.eye]
    return [*row, halt.position.value] if halt.position else row
