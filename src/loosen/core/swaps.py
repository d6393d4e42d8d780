"""What may be played at each step of a session: its own movement, what may stand in for it, then rest with breath."""

from collections.abc import Iterator, Sequence

from loosen.core.day import Step
from loosen.core.practice import BREATHS
from loosen.core.routine import substitutes
from loosen.core.score import Score
from loosen.core.today import Today

SWAPS = 2
"""Movements offered in place of one before rest with the breath: more would be a search, not a relief. Reasoned."""


def ways_of(steps: Sequence[Step], today: Today) -> tuple[tuple[str, ...], ...]:
    """Return for each step the movements it may come to, its own first and rest with the breath last."""
    taken = frozenset(step.movement for step in steps)
    return tuple(_ways(step.movement, taken, steps[0].movement, today) for step in steps)


def _ways(movement: str, taken: frozenset[str], breath: str, today: Today) -> tuple[str, ...]:
    own = today.ground.practice.scores[movement]
    others = [score for score in _allowed(own, today) if score.slug not in taken]
    first = others[:1]
    away = [score for score in others[1:] if own.position not in (score.position, *(one.position for one in first))]
    chosen = [*first, *(away or others[1:])][:SWAPS]
    return (movement, *(score.slug for score in chosen), _rest(own, breath, today))


def _allowed(own: Score, today: Today) -> Iterator[Score]:
    """Yield what may stand in: for a movement other movements, for the breath the breath in another position."""
    breath, practice = own.slug in BREATHS, today.ground.practice
    for slug in substitutes(own, practice):
        if (slug in BREATHS) is breath and today.forbids(practice.scores[slug]) is None:
            yield practice.scores[slug]


def _rest(own: Score, breath: str, today: Today) -> str:
    """Return the breath to rest with: the one this movement wishes, if it may be, else the session's own."""
    practice = today.ground.practice
    wishes = (slug for slug in substitutes(own, practice) if slug in BREATHS)
    return next((wish for wish in wishes if today.forbids(practice.scores[wish]) is None), breath)
