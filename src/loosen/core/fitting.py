"""A session in time: its order, its seconds, and what gives way when they are too many."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, permutations, product

from loosen.core.day import Step
from loosen.core.practice import BREATHS, Outline, Practice
from loosen.core.reasons import Reason
from loosen.core.routine import LEAST_BREATHS, LEAST_REPETITIONS, Draft, stands_for
from loosen.core.timeline import CHANGE_S, change_s, duration_s


def in_easy_order(draft: Draft, practice: Practice) -> Draft:
    """Spare the person changes of position: the breath stays first and a closing movement last.

    The programme's own order stands unless another saves a whole change.
    """
    first, *rest = draft.steps
    last = [step for step in rest if closes(step, draft.outline)][-1:]
    between = [step for step in rest if step not in last]
    positions = {step.movement: practice.scores[step.movement].position for step in draft.steps}
    lasts = {pair: change_s(*pair) for pair in product(set(positions.values()), repeat=2)}

    def changes_s(way: tuple[Step, ...]) -> float:
        return sum(lasts[pair] for pair in pairwise([positions[step.movement] for step in way]))

    wished = (first, *between, *last)
    easiest = min(((first, *way, *last) for way in permutations(between)), key=changes_s)
    return replace(draft, steps=easiest if changes_s(wished) - changes_s(easiest) >= CHANGE_S else wished)


def closes(step: Step, outline: Outline) -> bool:
    """True when a step keeps the last place of its session, or stands in for what keeps it."""
    closing = {slot.movement for slot in outline.slots if slot.closing}
    return bool(closing & stands_for(step))


def timed(draft: Draft, practice: Practice, count_s: float) -> Draft:
    """Give every step the seconds its cues last."""
    steps = (_timed(step, practice, count_s) for step in draft.steps)
    return replace(draft, steps=tuple(steps))


def _timed(step: Step, practice: Practice, count_s: float) -> Step:
    return replace(step, duration_s=duration_s(practice.scores[step.movement], step.dose, count_s))


def seconds_of(timed_steps: Sequence[Step], practice: Practice) -> float:
    """Return how long a session of timed steps lasts, changes of position included, in seconds."""
    positions = [None, *(practice.scores[step.movement].position for step in timed_steps)]
    changes = (change_s(one, other) for one, other in pairwise(positions) if other)
    return sum(step.duration_s for step in timed_steps) + sum(changes)


def fitted(draft: Draft, practice: Practice, count_s: float, most_s: float) -> Draft:
    """Time a session, and fit it to its minutes without rushing: fewer repetitions, then fewer movements.

    What a clinician asks for is shortened only when nothing else is left; a few rounds of breath always stay.
    """
    asked = draft = timed(draft, practice, count_s)
    while seconds_of(draft.steps, practice) > most_s and (len(draft.steps) > 1 or _sparing(draft.steps)):
        draft = _a_little_less(draft, practice, count_s, most_s)
    return draft if draft is asked else draft.because(_fits(most_s))


def _fits(most_s: float) -> Reason:
    return Reason("fits-minutes", {"minutes": round(most_s / 60)})


def _a_little_less(draft: Draft, practice: Practice, count_s: float, most_s: float) -> Draft:
    """Take a repetition, else a movement, from what no clinician asks for while there is any."""
    others = tuple(step for step in draft.steps if step.movement not in draft.required)
    giving = others if len(others) > 1 else draft.steps
    sparing = _sparing(giving)
    if not sparing:
        return _one_movement_fewer(draft, giving, most_s)
    longest = max(sparing, key=lambda step: step.duration_s)
    dose = replace(longest.dose, repetitions=longest.dose.repetitions - 1)
    shorter = _timed(replace(longest, dose=dose), practice, count_s)
    return replace(draft, steps=tuple(shorter if step is longest else step for step in draft.steps))


def _sparing(steps: Sequence[Step]) -> list[Step]:
    """Return the steps that can spare a repetition."""
    floors = ((step, LEAST_BREATHS if step.movement in BREATHS else LEAST_REPETITIONS) for step in steps)
    return [step for step, floor in floors if step.dose.repetitions > floor]


def _one_movement_fewer(draft: Draft, giving: Sequence[Step], most_s: float) -> Draft:
    """Leave out the last movement of the session that is not its closing one, or the closing one itself."""
    open_ended = [step for step in giving[1:] if not closes(step, draft.outline)]
    last = (open_ended or giving)[-1]
    return draft.without(last.movement, *last.reasons, _fits(most_s))
