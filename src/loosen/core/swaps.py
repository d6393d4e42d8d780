"""What may be played at each step of a session: its own movement, what may stand in for it, then rest with breath."""

from collections.abc import Sequence

from loosen.core.day import Step
from loosen.core.routine import in_reach, substitutes
from loosen.core.today import Today

SWAPS = 2
"""Movements offered in place of one before rest with the breath: more would be a search, not a relief. Reasoned."""

BREATH_SWAPS = 1
"""Positions offered for the breath besides its own, before it rests where that is easiest. Reasoned."""


def ways_of(steps: Sequence[Step], today: Today, in_bed: bool = False) -> tuple[tuple[str, ...], ...]:
    """Return for each step the movements it may come to, its own first and rest with the breath last."""
    taken = frozenset(step.movement for step in steps)
    wanted = frozenset(slug for slug, score in today.ground.practice.scores.items() if in_reach(score, in_bed)) - taken
    return tuple(_ways(step.movement, wanted, steps[0].movement, today) for step in steps)


def _ways(movement: str, wanted: frozenset[str], breath: str, today: Today) -> tuple[str, ...]:
    """Return the ways of one step: for a movement other movements, for the breath the breath in another position.

    Where the first that stands in keeps the position, the next is one in another position, if there is any. The rest at
    the end is the breath this movement wishes, if it may be, else the session's own.
    """
    practice = today.ground.practice
    own = practice.scores[movement]
    wishes = (practice.scores[slug] for slug in substitutes(own, practice))
    allowed = [score for score in wishes if today.forbids(score) is None]
    others = [score for score in allowed if score.is_breath is own.is_breath and score.slug in wanted]
    first, others = others[:1], others[1:]
    stays = any(score.position is own.position for score in first)
    away = [score for score in others if stays and score.position is not own.position]
    chosen = [*first, *(away or others)][: BREATH_SWAPS if own.is_breath else SWAPS]
    rest = next((score.slug for score in allowed if score.is_breath), breath)
    return (movement, *(score.slug for score in chosen), rest)
