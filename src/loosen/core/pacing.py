"""How far to go today: rules that rest, swap, shorten or ease. Source: sources.toml#pace.

Each rule takes the session in the making and gives it back, with its reason when it changed something.
"""

from dataclasses import replace

from loosen.core.course import LEAST
from loosen.core.day import Step
from loosen.core.fitting import fitted, in_easy_order, seconds_of, timed
from loosen.core.journal import ChoiceKind
from loosen.core.practice import BREATHS
from loosen.core.prescribed import AS_ASKED
from loosen.core.reasons import Reason
from loosen.core.routine import (
    Draft,
    familiar_dose,
    fewer,
    gentlest_dose,
    half_way,
    least_way,
    stand_in,
    usual_dose,
    within_reach,
)
from loosen.core.score import Dose, Score
from loosen.core.staying import usual_in
from loosen.core.today import LIGHT, SORE, Today, resting

EASIEST = 2
"""Movements besides the breath in the least and the light session. Source: clinical ground 2.5."""

LEAST_SHARE = 0.5
"""Share of the gentlest level's repetitions in the least session: no more than any other share. Reasoned."""

LIGHT_MINUTES = 4
"""The most a heavy day's session lasts. Source: clinical ground 2.5, three to four minutes."""

SORER_SHARE = 0.75
"""Share when the check-in says sorer: as after a small increase. Source: practice.md F3."""

NEAR_SHARP = frozenset({"sharp-passed"})
"""What eases a movement to the gentler level and half of its range besides. Source: clinical ground 2.5."""


def begin_with_the_usual(draft: Draft, today: Today) -> Draft:
    """The programme at the person's own doses, within its minutes, without what limits leave out.

    What holds while one moves is told before it: the one position, and the most pain that a clinician allows.
    """
    limits, usual = today.ground.limits, usual_in(draft.outline, today.course.now.doses, today.ground)
    for why in (limits.one_position, limits.pain_during and limits.pain_during[1]):
        usual = usual.because(why) if why else usual
    return _fitted(usual, today, float(draft.outline.most_minutes))


def rest_what_was_sharp(draft: Draft, today: Today) -> Draft:
    """What stopped sharply rests 48 hours; something that serves the same region stands in, in another position."""
    for step in draft.steps:
        if step.movement not in BREATHS and step.movement in today.locks:
            draft = _swapped(draft, step, resting(today.locks[step.movement], today.now), today)
    return draft


def _swapped(draft: Draft, step: Step, why: Reason, today: Today) -> Draft:
    practice = today.ground.practice
    allowed = within_reach(today.forbids, draft.outline)
    other = stand_in(practice.scores[step.movement], practice, allowed, draft.movements, elsewhere=True)
    if other is None:
        return draft.without(step.movement, *step.reasons, why, Reason("nothing-else-fits"))
    dose = familiar_dose(other, today.course.now.doses)
    new = Step(other.slug, dose, 0.0, (*step.reasons, why, Reason("stands-in", {"instead": step.movement})))
    return replace(draft, steps=tuple(new if one is step else one for one in draft.steps))


def return_gently_after_a_rest(draft: Draft, today: Today) -> Draft:
    """Say why a movement is back at its gentlest level after sharp pain."""
    rested = {lock.movement for lock in today.course.now.locks} - today.locks.keys()

    def say(step: Step) -> Step:
        why = Reason("gentle-return", {"movement": step.movement})
        return replace(step, reasons=(*step.reasons, why)) if step.movement in rested else step

    return draft.each(say)


def go_lightly_when_the_body_is_heavy(draft: Draft, today: Today) -> Draft:
    """A heavy day, a short night or a very low mood: breath and the two easiest movements, three to four minutes."""
    if today.held_back not in LIGHT:
        return draft
    return _easiest_only(draft, today).because(Reason(str(today.held_back)))


def do_the_least(draft: Draft, today: Today) -> Draft:
    """Breath and the two easiest movements at their gentlest: after a large increase, in a flare, at a high start."""
    if not today.does_the_least:
        return draft
    scores = today.ground.practice.scores

    def least(step: Step) -> Step:
        gentlest = gentlest_dose(scores[step.movement])
        repetitions = min(gentlest.repetitions, step.dose.repetitions)
        return replace(step, dose=fewer(replace(gentlest, repetitions=repetitions), LEAST_SHARE))

    draft, why = _easiest_only(draft, today).each(least), _much_pain(today)
    return draft.because(why) if why else draft


def _much_pain(today: Today) -> Reason | None:
    """Return the number noted today; of a morning without one, that it is the usual; None when it is not high."""
    morning = today.course.morning
    pain = round(morning.start or 0)
    if morning.severe:
        return Reason("severe-pain", {"pain": pain})
    if morning.starts_high:
        return Reason("high-usual" if morning.told.pain is None else "high-start", {"pain": pain})
    return None


def _easiest_only(draft: Draft, today: Today) -> Draft:
    """Keep the breath, and the programme's two easiest movements or what stands in for them.

    One small thing stays one, and its own.
    """
    practice, own = today.ground.practice, [slot.movement for slot in draft.outline.slots[1:]]
    steps, most = [draft.steps[0]], min(EASIEST, len(own))
    wanted = today.ground.programme.easiest
    for slug in wanted if most == EASIEST else sorted(wanted, key=lambda slug: slug not in own):
        taken = frozenset(step.movement for step in steps)
        score = _itself_or_stand_in(practice.scores[slug], draft, today, taken)
        if score and len(steps) <= most:
            whys = _why_instead(practice.scores[slug], score, today)
            there = next((one for one in draft.steps if one.movement == score.slug), None)
            steps.append(_as_it_was(there, whys) if there else Step(score.slug, _usual(score, today), 0.0, whys))
    taken = frozenset(step.movement for step in steps)
    steps += [step for step in draft.steps if step.movement in today.kept - taken]
    kept = {step.movement for step in steps}
    why = Reason("easiest-only")
    for step in draft.steps:
        if step.movement not in kept:
            draft = draft.without(step.movement, *step.reasons, why)
    return replace(draft, steps=tuple(steps))


def _as_it_was(step: Step, whys: tuple[Reason, ...]) -> Step:
    """Return a step at the dose it had in the session, with why it is there and who asked for it."""
    return replace(step, reasons=(*whys, *(reason for reason in step.reasons if reason.rule in AS_ASKED)))


def _usual(score: Score, today: Today) -> Dose:
    return usual_dose(score, today.course.now.doses)


def _why_instead(wanted: Score, score: Score, today: Today) -> tuple[Reason, ...]:
    why = today.forbids(wanted)
    return (why, Reason("stands-in", {"instead": wanted.slug})) if why and score is not wanted else ()


def _itself_or_stand_in(score: Score, draft: Draft, today: Today, taken: frozenset[str]) -> Score | None:
    if today.forbids(score) is None:
        return score
    return stand_in(score, today.ground.practice, within_reach(today.forbids, draft.outline), taken)


def give_todays_share(draft: Draft, today: Today) -> Draft:
    """Fewer repetitions while the body settles; the smallest share holds, and none multiplies another."""
    share, kept = today.share, today.kept if today.course.now.cause in SORE else frozenset[str]()
    if today.held_back == "sorer-today":
        draft = draft.because(Reason("sorer-today"))
        kept = today.kept if share == 1.0 else kept
        share = min(share, SORER_SHARE)
    if share in (LEAST, 1.0):
        return draft
    return draft.each(lambda step: step if step.movement in kept else replace(step, dose=fewer(step.dose, share)))


def leave_a_sore_day_as_the_clinician_asks(draft: Draft, today: Today) -> Draft:
    """Say whose word leaves a sore day as it would be; what shortens it has asked already."""
    return draft.because(today.lifted) if today.lifted else draft


def go_half_way_where_it_was_too_much(draft: Draft, today: Today) -> Draft:
    """What was made easier is met gentler and half as far; what was sharp for a moment, smaller than that."""
    eased = today.course.now.eased
    scores = today.ground.practice.scores

    def ease(step: Step) -> Step:
        if step.movement not in eased:
            return step
        rule, score = eased[step.movement], scores[step.movement]
        dose = least_way(score, step.dose) if rule in NEAR_SHARP else half_way(score, step.dose)
        return replace(step, dose=dose, reasons=(*step.reasons, Reason(rule, {"movement": step.movement})))

    return draft.each(ease)


def stay_within_the_caps(draft: Draft, today: Today) -> Draft:
    """No further than a condition or a clinician allows: the same movement, smaller."""
    scores = today.ground.practice.scores

    def cap(step: Step) -> Step:
        dose, why = today.ground.limits.within(scores[step.movement], step.dose)
        return replace(step, dose=dose, reasons=(*step.reasons, why)) if why else step

    return draft.each(cap)


def breathe_only(draft: Draft, today: Today) -> Draft:
    """The breath alone: when the person chose it, or while a professional should look first."""
    if today.held:
        why = Reason("breath-until-seen", {"finding": today.held})
    elif today.course.morning.told.choice is ChoiceKind.BREATH_ONLY:
        why = Reason("breath-chosen")
    else:
        return draft
    return Draft(draft.outline, draft.steps[:1], (why,))


def spare_changes_of_position(draft: Draft, today: Today) -> Draft:
    """Put the movements in the order with the least getting up and down."""
    return in_easy_order(draft, today.ground.practice)


def fit_the_minutes(draft: Draft, today: Today) -> Draft:
    """No session passes its minutes, and nothing is rushed: fewer repetitions, then fewer movements."""
    most = most_minutes(draft, today)
    shorter, of_day = _fitted(draft, today, most), today.ground.limits.minutes
    is_asked = of_day is not None and most == _part_of(of_day[0], today) and shorter.amounts != draft.amounts
    return shorter.because(of_day[1]) if of_day and is_asked else shorter


def _fitted(draft: Draft, today: Today, minutes: float) -> Draft:
    return fitted(draft, today.ground.practice, today.ground.person.count_s, 60.0 * minutes)


def most_minutes(draft: Draft, today: Today) -> float:
    """Return the most a session may last today: its own minutes, a light day's, or its part of a clinician's cap.

    What a clinician asks for on sore days too has its time beside a light day's minutes.
    """
    of_day = today.ground.limits.minutes
    caps = [float(draft.outline.most_minutes)]
    if today.held_back in LIGHT or today.does_the_least:
        kept = timed(draft.only(today.kept), today.ground.practice, today.ground.person.count_s)
        caps.append(LIGHT_MINUTES + seconds_of(kept.steps, today.ground.practice) / 60.0)
    if of_day is not None:
        caps.append(_part_of(of_day[0], today))
    return min(caps)


def _part_of(minutes: int, today: Today) -> float:
    """Return one session's part of the minutes of a day."""
    return minutes / len(today.ground.parts)
