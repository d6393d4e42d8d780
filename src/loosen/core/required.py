"""What clinicians ask for: first among the asks, within every limit; what cannot be had today is said with its reason.

Two clinicians who ask for the same movement are both content with the gentler level and the fewer repetitions.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loosen.core.day import Absence, Step
from loosen.core.fitting import closes
from loosen.core.journal import EVERY_SESSION, DayPart
from loosen.core.practice import BREATHS
from loosen.core.prescribed import AS_ASKED, Require
from loosen.core.reasons import Reason
from loosen.core.routine import Draft, familiar_dose, most_repetitions, usual_dose
from loosen.core.score import Dose, Score
from loosen.core.today import Today
from loosen.core.walking import LEAST_WALK, WALKING, dose_of, minutes_of

MOST_MOVEMENTS = 7
"""Movements of a session at the most, the breath among them. Source: practice E2, five to seven."""

ABOUT_THE_ASKING = AS_ASKED | {"fewer-than-asked"}
"""Reasons of a step that speak of what was asked for; none of them keeps it out."""


def add_what_the_clinician_requires(draft: Draft, today: Today) -> Draft:
    """What a clinician asks for has its place in the session before the programme's own movements have theirs."""
    for movement, asked in _asked_in(draft.outline.part, today):
        score = today.ground.practice.scores.get(movement)
        if score is None or today.forbids(score):
            continue
        if _has_room(draft):
            draft = _placed(draft, _step(draft, score, asked, today))
        else:
            draft = draft.without(movement, Reason("seven-at-most"))
    return _seven_at_most(draft)


def _asked_in(part: DayPart, today: Today) -> Iterator[tuple[str, tuple[Require, ...]]]:
    """Yield each movement that is asked for in this part of the day, with all who ask for it, in their order."""
    mine = [one for one in today.ground.required if part in (one.parts or EVERY_SESSION) and one.movement != WALKING]
    for movement in dict.fromkeys(one.movement for one in mine):
        yield movement, tuple(one for one in mine if one.movement == movement)


def _has_room(draft: Draft) -> bool:
    return len(draft.required - frozenset(BREATHS)) < MOST_MOVEMENTS - 1


def _step(draft: Draft, score: Score, asked: Sequence[Require], today: Today) -> Step:
    """Return the movement as it is asked for, and by whom."""
    there = next((step for step in draft.steps if step.movement == score.slug), None)
    own = there.dose if there else familiar_dose(score, today.course.now.doses)
    dose = _asked_dose(score, asked, own, today)
    whys = (*(one.reason for one in asked), *_fewer_than_asked(score, asked, dose))
    return Step(score.slug, dose, 0.0, (*(there.reasons if there else ()), *whys))


def _fewer_than_asked(score: Score, asked: Iterable[Require], dose: Dose) -> Iterator[Reason]:
    """Yield why a movement is given fewer times than somebody asked for: its level is described for no more."""
    most = most_repetitions(score.level(dose.level))
    for one in asked:
        if dose.repetitions == most and one.repetitions is not None and one.repetitions > most:
            yield Reason("fewer-than-asked", {"who": one.reason.values["who"], "movement": score.slug, "most": most})


def asked_dose(score: Score, part: DayPart, own: Dose, today: Today) -> Dose:
    """Return the dose clinicians ask for in this part of the day; the person's own when nobody does.

    It is never more often than the level is described for: a slip of the pen stays small, and is told.
    """
    asked = dict(_asked_in(part, today)).get(score.slug)
    return _asked_dose(score, asked, own, today) if asked else own


def asked_on_foot(minutes: int, today: Today) -> tuple[int, tuple[Reason, ...]]:
    """Return the minutes of a walk as clinicians ask for it, and who asks: it is one of the day, and of no session."""
    asked = [one for one in today.ground.required if one.movement == WALKING]
    if not asked:
        return minutes, ()
    score = today.ground.practice.scores[WALKING]
    dose = _asked_dose(score, asked, dose_of(minutes, score), today)
    own = all(one.level is None and one.repetitions is None for one in asked)
    return minutes if own else max(LEAST_WALK, minutes_of(dose, score)), tuple(one.reason for one in asked)


def _asked_dose(score: Score, asked: Iterable[Require], own: Dose, today: Today) -> Dose:
    """Return the gentlest of the doses that are asked for; for a while after sharp pain, no more than its return."""
    doses = [_dose(score, one, own) for one in asked]
    if score.slug in {lock.movement for lock in today.course.now.locks}:
        doses.append(usual_dose(score, today.course.now.doses))
    dose = _gentlest(score, doses)
    return replace(dose, repetitions=min(dose.repetitions, most_repetitions(score.level(dose.level))))


def _dose(score: Score, asked: Require, own: Dose) -> Dose:
    """Return the dose a clinician asks for; what was left open, or is unknown here, is the person's own."""
    level = next((level for level in score.levels if level.id == asked.level), None)
    own = own if level is None or level.id == own.level else Dose(level.id, level.repetitions)
    return own if asked.repetitions is None else replace(own, repetitions=max(1, asked.repetitions))


def _gentlest(score: Score, doses: Iterable[Dose]) -> Dose:
    """Return the gentlest level, the fewest repetitions and the smallest range of several doses."""
    several = tuple(doses)
    order = [level.id for level in score.levels]
    return Dose(
        min((dose.level for dose in several), key=order.index),
        min(dose.repetitions for dose in several),
        min(dose.range for dose in several),
    )


def _placed(draft: Draft, step: Step) -> Draft:
    """Put a step in its own place if the session has it, else before the closing movement; a breath begins it."""
    steps = list(draft.steps)
    own = next((n for n, one in enumerate(steps) if one.movement == step.movement), None)
    if own is None and step.movement in BREATHS and steps[0].movement not in draft.required:
        own = 0
    if own is None:
        steps.insert(len(steps) - closes(steps[-1], draft.outline), step)
    else:
        steps[own] = step
    absences = tuple(absence for absence in draft.absences if absence.movement != step.movement)
    return replace(draft, steps=tuple(steps), absences=absences, required=draft.required | {step.movement})


def _seven_at_most(draft: Draft) -> Draft:
    """Make room: the programme's last movements stay out of a session that would have more than seven.

    A session that the programme itself has longer stays as long.
    """
    own = [step for step in draft.steps[1:] if step.movement not in draft.required]
    own.sort(key=lambda step: not closes(step, draft.outline))
    too_many = max(0, len(draft.steps) - max(MOST_MOVEMENTS, len(draft.outline.slots)))
    for step in own[len(own) - too_many :]:
        draft = draft.without(step.movement, Reason("makes-room"))
    return draft


def say_what_could_not_be_had(draft: Draft, today: Today) -> Draft:
    """Say of every movement that a clinician asks for and that is not in the session, who asked, and why it is not."""
    part = draft.outline.part
    for movement, asked in (*_asked_in(part, today), *_asked_elsewhere(part, today)):
        if movement not in draft.movements:
            who = str(asked[0].reason.values["who"])
            not_had = Reason("required-not-possible", {"who": who, "movement": movement})
            others = tuple(absence for absence in draft.absences if absence.movement != movement)
            absence = Absence(movement, (not_had, *_why_not(movement, draft, today)))
            draft = replace(draft, absences=(*others, absence))
    return draft


def asked_in_vain(absence: Absence) -> bool:
    """True when a clinician asked for a movement that could not be had."""
    return any(reason.rule == "required-not-possible" for reason in absence.reasons)


def _asked_elsewhere(part: DayPart, today: Today) -> Iterator[tuple[str, tuple[Require, ...]]]:
    """Yield what is asked for in parts of the day that the person does not have; the first session says so."""
    chosen = today.ground.parts
    if part is chosen[0]:
        for one in today.ground.required:
            if one.movement != WALKING and not set(one.parts or EVERY_SESSION) & set(chosen):
                yield one.movement, (one,)


def _why_not(movement: str, draft: Draft, today: Today) -> tuple[Reason, ...]:
    """Return what kept a required movement out: what left it out of the session, a limit, or the whole day."""
    score = today.ground.practice.scores.get(movement)
    if score is None:
        return (Reason("not-in-library"),)
    absent = next((absence.reasons for absence in draft.absences if absence.movement == movement), ())
    of_session = tuple(reason for reason in absent if reason.rule not in ABOUT_THE_ASKING)
    if of_session:
        return of_session
    if why := today.forbids(score):
        return (why,)
    asked_here = any(movement == asked for asked, _ in _asked_in(draft.outline.part, today))
    return draft.reasons if asked_here else (Reason("other-part"),)
