"""Where a session takes place: in its part of the day, and for some people in one position from end to end.

Also what has a movement's place for some weeks: only where this session, as it is today, has room for it.
"""

from collections.abc import Iterable
from dataclasses import replace

from loosen.core.conditions import in_part
from loosen.core.day import Step
from loosen.core.facts import Ground
from loosen.core.journal import DayPart
from loosen.core.practice import BREATHS, Outline, Programme
from loosen.core.reasons import Reason
from loosen.core.record import Rotation, Standing
from loosen.core.routine import SWAPPED, Doses, Draft, Swaps, in_reach, stands_for, usual_session
from loosen.core.score import Position, Score

SAME_PLACE = {Position.SIDE_LYING: Position.LYING, Position.KNEELING: Position.HANDS_AND_KNEES}
"""Positions that lie so near another that a session which comes to one may come to both. Reasoned."""

ANCHORS = 1
"""Movements besides the breath that stay as they are in every session, at the least. Source: clinical ground 4.8."""


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
    programme = ground.programme
    return replace(ground, swaps=_in_force(standing.rotation, programme)) if programme.rotates else ground


def _in_force(rotation: Rotation, programme: Programme) -> Swaps:
    """Return what came for a change in this programme; what came in another one counts where the person keeps it.

    What this programme keeps for bad days, or for the end of a session, stays.
    """
    if not rotation.swaps:
        return {}
    of_this = rotation.programme in ("", programme.slug)
    stays = {slot.movement for outline in programme.sessions for slot in outline.slots if slot.closing}
    stays |= set(programme.easiest)
    counts = rotation.swaps if of_this else rotation.kept
    return {movement: rotation.swaps[movement] for movement in counts if movement not in stays}


def usual_sessions(doses: Doses, ground: Ground) -> list[Draft]:
    """Return the sessions of a day on which nothing holds the person back, in the order of the day."""
    return [usual_in(ground.programme.outline(part), doses, ground_in(part, doses, ground)) for part in ground.parts]


def usual_in(outline: Outline, doses: Doses, ground: Ground) -> Draft:
    """Return one session of a day on which nothing holds the person back.

    What came for a change before this session was there, or in another programme, comes in only where it fits.
    """
    draft = usual_session(outline, doses, ground.practice, ground.limits.forbids, ground.swaps)
    strange = _strange(draft, ground)
    if not strange:
        return draft
    swaps = {movement: swap for movement, swap in ground.swaps.items() if swap not in strange}
    return usual_session(outline, doses, ground.practice, ground.limits.forbids, swaps)


def _strange(draft: Draft, ground: Ground) -> set[str]:
    """Return what came for a change and does not fit this session; all of it where nothing would be as it was."""
    came = {step.movement: own for step in draft.steps if (own := _in_place_of(step))}
    if came and len(draft.steps) - 1 - len(came) < ANCHORS:
        return set(came)
    scores = ground.practice.scores
    places = where_it_is([scores[came.get(step.movement, step.movement)] for step in draft.steps])
    movements = draft.movements
    return {slug for slug in came if not fits(scores[slug], movements - {slug}, places, draft.outline, ground)}


def _in_place_of(step: Step) -> str | None:
    return next((str(why.values["instead"]) for why in step.reasons if why.rule == SWAPPED), None)


def where_it_is(scores: Iterable[Score]) -> frozenset[Position]:
    """Return where a session of these movements takes place."""
    return frozenset(_where(score.position) for score in scores)


def _where(position: Position) -> Position:
    return SAME_PLACE.get(position, position)


def fits(score: Score, beside: frozenset[str], places: frozenset[Position], outline: Outline, ground: Ground) -> bool:
    """It is done where the session comes to anyway, with what is at hand there, and no other form of it is there."""
    there = _where(score.position) in places and in_reach(score, outline.in_bed)
    return there and score.slug not in ground.practice.forms_of(beside)


def is_growing(session: Draft) -> bool:
    """True while a movement of the session is still to come."""
    there = {movement for step in session.steps for movement in stands_for(step)}
    there |= {absence.movement for absence in session.absences}
    return any(slot.movement not in there for slot in session.outline.slots if slot.later)
