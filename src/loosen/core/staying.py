"""Where a session takes place: in its part of the day, and for some people in one position from end to end."""

from dataclasses import replace

from loosen.core.conditions import in_part
from loosen.core.facts import Ground
from loosen.core.journal import DayPart
from loosen.core.practice import BREATHS, Outline
from loosen.core.reasons import Reason
from loosen.core.record import Standing
from loosen.core.routine import Doses, Draft, stands_for, usual_session
from loosen.core.score import Position


def ground_in(part: DayPart, doses: Doses, ground: Ground) -> Ground:
    """Return the ground of one part of the day, with what is left out then; in one position, where that is asked."""
    if not ground.limits.parts and not ground.limits.one_position:
        return ground
    ground = replace(ground, limits=in_part(ground.limits, part))
    why = ground.limits.one_position
    return _in_one_position(part, doses, ground, why) if why else ground


def _in_one_position(part: DayPart, doses: Doses, ground: Ground, why: Reason) -> Ground:
    """Return the ground in the position of a breath that leaves the most of the session; else on a chair."""
    outline, scores = ground.programme.outline(part), ground.practice.scores
    own = outline.slots[0].movement
    breaths = [scores[slug] for slug in sorted(BREATHS, key=lambda slug: slug != own)]
    allowed = [breath.position for breath in breaths if ground.limits.allows(breath)] or [scores[BREATHS[0]].position]
    each = [_only(position, ground, why) for position in allowed]
    return max(each, key=lambda one: len(usual_session(outline, doses, ground.practice, one.limits.forbids).steps))


def _only(position: Position, ground: Ground, why: Reason) -> Ground:
    others = {other: why for other in Position if other is not position}
    return replace(ground, limits=replace(ground.limits, positions={**others, **ground.limits.positions}))


def with_swaps(ground: Ground, standing: Standing) -> Ground:
    """Return the ground with what has taken another movement's place for some weeks, where the programme rotates."""
    return replace(ground, swaps=standing.rotation.swaps) if ground.programme.rotates else ground


def usual_sessions(doses: Doses, ground: Ground) -> list[Draft]:
    """Return the sessions of a day on which nothing holds the person back, in the order of the day."""
    return [usual_in(ground.programme.outline(part), doses, ground_in(part, doses, ground)) for part in ground.parts]


def usual_in(outline: Outline, doses: Doses, ground: Ground) -> Draft:
    """Return one session of a day on which nothing holds the person back."""
    return usual_session(outline, doses, ground.practice, ground.limits.forbids, ground.swaps)


def is_growing(session: Draft) -> bool:
    """True while a movement of the session is still to come."""
    there = {movement for step in session.steps for movement in stands_for(step)}
    there |= {absence.movement for absence in session.absences}
    return any(slot.movement not in there for slot in session.outline.slots if slot.later)
