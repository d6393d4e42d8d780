"""Why, and why not: what this morning does with every movement of the library, and by which rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from loosen.core.day import Day, Referral, Session, Step
from loosen.core.practice import Slot
from loosen.core.prescribed import AS_ASKED
from loosen.core.protocol import today_in
from loosen.core.reasons import Reason
from loosen.core.required import asked_dose
from loosen.core.routine import SWAPPED, dose_in, familiar_dose, stands_for
from loosen.core.score import Dose, Score
from loosen.core.screening import stops
from loosen.core.today import Today

AS_USUAL = frozenset({
    "usual-session", "usual-with-a-change", "first-session", "breath-is-left", "clinician-sore-days",
    "condition-one-position", "clinician-pain",
})  # fmt: skip
"""Reasons of a session that make nothing in it smaller."""

BREATH_ALONE = frozenset({"breath-until-seen", "breath-chosen"})
"""Reasons of a session that leave out everything but the breath."""


class Fate(Enum):
    """What a morning does with a movement."""

    GIVEN = "given"
    EASED = "eased"
    SWAPPED = "swapped"
    NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What became of one movement, and why. `instead` is what is given in the place of one that was swapped."""

    movement: str
    fate: Fate
    reasons: tuple[Reason, ...]
    instead: str | None = None


def explain(outcome: Day | Referral, today: Today) -> tuple[Explanation, ...]:
    """Return one explanation for every movement of the library, by slug. `today` is what the rules looked at."""
    library = today.ground.practice.scores
    if isinstance(outcome, Referral):
        why = (_why_referred(outcome),)
        return tuple(Explanation(slug, Fate.NOT_GIVEN, why) for slug in sorted(library))
    told = {**_swapped(outcome), **_given(outcome, today)}
    return tuple(
        told.get(slug) or Explanation(slug, Fate.NOT_GIVEN, _why_not(library[slug], outcome, today))
        for slug in sorted(library)
    )


def _why_referred(referral: Referral) -> Reason:
    """Name every finding that stands before a session, the most urgent first, and the tier of the most urgent."""
    found = ", ".join(finding.rule for finding in referral.findings if stops(finding))
    return Reason("referral", {"finding": found, "tier": referral.tier.value})


def _swapped(day: Day) -> Mapping[str, Explanation]:
    """Return the movements that another one stands in for."""
    found = {}
    for session in day.sessions:
        for step in session.steps:
            for instead_of, why in _stood_in_for(step):
                found[instead_of] = Explanation(instead_of, Fate.SWAPPED, why, instead=step.movement)
    return found


def _stood_in_for(step: Step) -> Iterator[tuple[str, tuple[Reason, ...]]]:
    """Yield each movement a step stands in for, with what left it out: the reasons before its own 'stands-in'.

    What has given way for some weeks is left out by nothing but that.
    """
    why: list[Reason] = []
    for reason in step.reasons:
        if reason.rule == SWAPPED:
            yield str(reason.values["instead"]), (reason,)
        elif reason.rule == "stands-in":
            yield str(reason.values["instead"]), tuple(why)
            why = []
        else:
            why.append(reason)


def _given(day: Day, today: Today) -> Mapping[str, Explanation]:
    """Return the movements of today's sessions; one of several sessions is eased when any of them eases it."""
    found: dict[str, Explanation] = {}
    for session in day.sessions:
        for step in session.steps:
            one = _of_step(step, session, today)
            before = found.get(step.movement, one)
            fate = Fate.EASED if Fate.EASED in (one.fate, before.fate) else Fate.GIVEN
            said = (*before.reasons, *(reason for reason in one.reasons if reason not in before.reasons))
            found[step.movement] = Explanation(step.movement, fate, said)
    return found


def _of_step(step: Step, session: Session, today: Today) -> Explanation:
    """Say whether a step is as usual or smaller, by its own reasons and, when they apply, its session's."""
    as_stand_in, own = _parted(step.reasons)
    smaller = _smaller(step.dose, _usual(step, session, today), today.ground.practice.scores[step.movement])
    of_session = tuple(reason for reason in session.reasons if reason.rule not in AS_USUAL)
    if any(reason.rule not in AS_ASKED | {SWAPPED} for reason in own) or (smaller and of_session):
        return Explanation(step.movement, Fate.EASED, (*as_stand_in, *own, *(of_session if smaller else ())))
    return Explanation(step.movement, Fate.GIVEN, (*as_stand_in, *own) or session.reasons)


def _parted(reasons: tuple[Reason, ...]) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Return for what a movement stands in, and what was said of the movement itself."""
    places = [place for place, reason in enumerate(reasons) if reason.rule == "stands-in"]
    own_begin = places[-1] + 1 if places else 0
    return tuple(reasons[place] for place in places), reasons[own_begin:]


def _usual(step: Step, session: Session, today: Today) -> Dose:
    """Return the dose a step has in this session on a day when nothing holds it back."""
    practice, doses = today.ground.practice, today.course.now.doses
    score = practice.scores[step.movement]
    if any(reason.rule == "sharp-rest" for reason in step.reasons):
        return familiar_dose(score, doses)
    asked, rules = stands_for(step), {reason.rule for reason in step.reasons}
    slots = today.ground.programme.outline(session.part).slots
    slot = next((slot for slot in slots if slot.movement in asked), None)
    slot = replace(slot, gently=True) if slot and SWAPPED in rules else slot
    if any(reason.rule in AS_ASKED for reason in step.reasons):
        own = dose_in(slot, score, doses) if slot else familiar_dose(score, doses)
        return asked_dose(score, session.part, own, today)
    return dose_in(slot or Slot(step.movement), score, doses)


def _smaller(dose: Dose, usual: Dose, score: Score) -> bool:
    return dose.repetitions < usual.repetitions or score.reach(dose) < score.reach(usual) or dose.level != usual.level


def _why_not(score: Score, day: Day, today: Today) -> tuple[Reason, ...]:
    """Return why a movement is not in today's sessions: what left it out, else what it waits for."""
    for absence in day.absences:
        if absence.movement == score.slug:
            return _parted(absence.reasons)[1]
    limit = _left_out(score, today)
    return (limit,) if limit else _why_the_whole_day(day) or (_what_it_waits_for(score, day, today),)


def _left_out(score: Score, today: Today) -> Reason | None:
    """Return why every session of the person leaves a movement out, None where one of them may have it."""
    whys = [today_in(part, today).forbids(score) for part in today.ground.parts]
    return whys[0] if all(whys) else None


def _why_the_whole_day(day: Day) -> tuple[Reason, ...]:
    """Return why there is nothing but rest, or nothing but the breath in any session."""
    if not day.sessions:
        return day.reasons
    first, *others = day.sessions
    in_all = (reason for reason in first.reasons if all(reason in session.reasons for session in others))
    return tuple(reason for reason in in_all if reason.rule in BREATH_ALONE)


def _what_it_waits_for(score: Score, day: Day, today: Today) -> Reason:
    """Return the answer, the step, the part of the day or the programme that would bring the movement."""
    if day.offer and day.offer[0] == score.slug:
        return Reason("small-step", {"movement": score.slug})
    outlines = today.ground.programme.sessions
    parts = {outline.part for outline in outlines for slot in outline.slots if slot.movement == score.slug}
    if parts & set(today.ground.parts):
        return today.ground.limits.steps or Reason("comes-later")
    return Reason("other-part" if parts else "not-in-programme")
