"""One small step more: offered after calm mornings, taken by the person, never imposed. Source: sources.toml#pace."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from loosen.core.facts import Ground
from loosen.core.fitting import fitted, seconds_of, timed
from loosen.core.record import Standing
from loosen.core.routine import (
    LEAST_REPETITIONS,
    Doses,
    Draft,
    first_dose,
    most_repetitions,
    stand_in,
    usual_dose,
    within_reach,
)
from loosen.core.score import Dose, Score
from loosen.core.staying import ground_in, usual_in, usual_sessions, with_swaps

GREENS_FOR_A_STEP = 3
"""Calm mornings in a row, each after a session at full, before one small step is offered. Source: clinical 2.5."""

CALM_DAYS_TO_BUILD = 14
"""Days without an increase before a harder level is offered. Source: clinical ground 2.8, two to three weeks."""

MOST_GROWTH = 1.2
"""The most a week's practice may grow on the week before. Source: clinical ground 2.5, 10 to 20 per cent."""


def a_step_is_due(standing: Standing) -> bool:
    """Three calm mornings in a row at full, and nothing that holds back."""
    return standing.greens >= GREENS_FOR_A_STEP and standing.share == 1.0 and standing.hold_since is None


def step_to_offer(standing: Standing, day: date, week_ago: Doses, ground: Ground) -> tuple[str, Dose] | None:
    """Return the one small step to offer: a movement more first, else a little more of what has come least far.

    Not offered: what would make the week longer by more than a fifth than at the doses of a week ago, what the
    person's limits do not let them do, what their sessions have no room for, and what a clinician gave a dose.
    """
    if ground.limits.steps or not a_step_is_due(standing):
        return None
    ground = with_swaps(ground, standing)
    usual = usual_sessions(standing.doses, ground)
    then = usual if week_ago == standing.doses else usual_sessions(week_ago, ground)
    standing = replace(standing, doses=_known(standing.doses, usual, ground))
    most_s = MOST_GROWTH * _seconds(then, ground)
    settled = {one.movement for one in ground.required if one.level is not None or one.repetitions is not None}
    settled |= {lock.movement for lock in standing.locks} | standing.eased.keys()
    for score in _candidates(usual, standing.doses, ground):
        dose = None if score.slug in settled else _next_dose(score, standing, day, usual, ground)
        if dose is None:
            continue
        after = usual_sessions({**standing.doses, score.slug: dose}, ground)
        if after != usual and _seconds(after, ground) <= most_s:
            return score.slug, ground.limits.within(score, dose)[0]
    return None


def step_taken(score: Score, standing: Standing, day: date, ground: Ground) -> Dose | None:
    """Return the dose after the one small step that was taken; None when there is none to take, or it may not be."""
    if ground.limits.steps or not ground.limits.allows(score):
        return None
    ground = with_swaps(ground, standing)
    usual = usual_sessions(standing.doses, ground)
    standing = replace(standing, doses=_known(standing.doses, usual, ground))
    return _next_dose(score, standing, day, usual, ground)


def _known(doses: Doses, usual: list[Draft], ground: Ground) -> Doses:
    """Return where the person stands, with the first dose of all that begins gently."""
    beginning = sorted(movement for draft in usual for movement in draft.beginning)
    return {**{slug: first_dose(ground.practice.scores[slug]) for slug in beginning}, **doses}


def _next_dose(score: Score, standing: Standing, day: date, usual: list[Draft], ground: Ground) -> Dose | None:
    """Return a movement's first dose, or the dose one step up where limits and minutes leave anything of the step.

    A harder level begins with as many repetitions as the session has room for.
    """
    if not any(score.slug in draft.movements for draft in usual):
        return first_dose(score)
    now = usual_dose(score, standing.doses)
    drafts = [draft for draft in usual if score.slug in draft.movements]
    for dose in steps_more(score, standing, day):
        if ground.limits.within(score, dose)[0] == ground.limits.within(score, now)[0]:
            continue
        harder = dose.level != now.level
        fewest = min(LEAST_REPETITIONS, dose.repetitions) if harder else dose.repetitions
        for some in range(dose.repetitions, fewest - 1, -1):
            less = replace(dose, repetitions=some)
            doses = {**standing.doses, score.slug: less}
            if all(_has_room(score.slug, draft, doses, harder, ground) for draft in drafts):
                return less
    return None


def _has_room(slug: str, draft: Draft, doses: Doses, harder: bool, ground: Ground) -> bool:
    """Whether a session keeps its minutes with these doses, or with a harder level shortens nothing further for it."""
    then = usual_in(draft.outline, doses, ground_in(draft.outline.part, doses, ground))
    asked, given = _repetitions(then), _repetitions(_fitted(then, ground))
    if given == asked or not harder:
        return given == asked
    now = _repetitions(_fitted(draft, ground))
    return given.get(slug) == asked[slug] and all(given.get(m, 0) >= now[m] for m in now if m != slug)


def _fitted(draft: Draft, ground: Ground) -> Draft:
    return fitted(draft, ground.practice, ground.person.count_s, 60.0 * draft.outline.most_minutes)


def _repetitions(draft: Draft) -> dict[str, int]:
    return {movement: dose.repetitions for movement, dose in draft.amounts}


def one_step_more(score: Score, standing: Standing, day: date) -> Dose | None:
    """Return the dose one small step up: one repetition, or the next level; None when there is none to offer."""
    return next(steps_more(score, standing, day), None)


def steps_more(score: Score, standing: Standing, day: date) -> Iterator[Dose]:
    """Yield the doses one small step up: one repetition, and where a level is done in full the next one."""
    dose = usual_dose(score, standing.doses)
    place = next(n for n, level in enumerate(score.levels) if level.id == dose.level)
    level, following = score.levels[place], next(iter(score.levels[place + 1 :]), None)
    if dose.repetitions < level.repetitions:
        yield replace(dose, repetitions=dose.repetitions + 1)
        return
    gentle = following is not None and not following.build
    if dose.repetitions < most_repetitions(level) and not gentle:
        yield replace(dose, repetitions=dose.repetitions + 1)
    calm = standing.calm_since is not None and (day - standing.calm_since).days >= CALM_DAYS_TO_BUILD
    if following and (gentle or calm):
        yield Dose(following.id, min(following.repetitions, dose.repetitions))


def _candidates(drafts: list[Draft], doses: Doses, ground: Ground) -> Iterator[Score]:
    """Yield the movements a step may be taken on: those not yet begun, then those that have come least far."""
    for draft in drafts:
        for slot in draft.outline.slots:
            if slot.later and (score := _not_begun(slot.movement, draft, ground_in(draft.outline.part, doses, ground))):
                yield score
    begun = {step.movement: step.dose for draft in drafts for step in draft.steps[1:]}
    yield from sorted((ground.practice.scores[m] for m in begun), key=lambda score: _how_far(score, doses))


def _not_begun(movement: str, draft: Draft, ground: Ground) -> Score | None:
    """Return what this later movement would be for the person, None when it is there already or nothing fits."""
    wanted, forbids = ground.practice.scores[movement], ground.limits.forbids
    others = within_reach(forbids, draft.outline)
    score = wanted if forbids(wanted) is None else stand_in(wanted, ground.practice, others, draft.movements)
    return None if score is None or score.slug in draft.movements else score


def _how_far(score: Score, doses: Doses) -> tuple[int, float]:
    """Return how far a movement has come: its level, counted from the one described, and its share of repetitions."""
    dose = usual_dose(score, doses)
    ids = [level.id for level in score.levels]
    place = ids.index(dose.level)
    return place - ids.index(score.described.id), dose.repetitions / score.levels[place].repetitions


def _seconds(drafts: list[Draft], ground: Ground) -> float:
    """Return the seconds of a day's sessions."""
    each = (timed(draft, ground.practice, ground.person.count_s) for draft in drafts)
    return sum(seconds_of(draft.steps, ground.practice) for draft in each)
