"""How far to go today: rules that rest, swap, shorten or ease. Source: sources.toml#pace.

Each rule takes the session in the making and gives it back, with its reason when it changed something.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from loosen.core.course import LEAST, Course
from loosen.core.day import Step
from loosen.core.facts import Ground
from loosen.core.journal import ChoiceKind
from loosen.core.morning import Colour, days_since_practice, holds_back, start_pain
from loosen.core.practice import BREATHS, USUAL_PROGRAMME, Outline
from loosen.core.reasons import Reason
from loosen.core.record import Lock
from loosen.core.routine import (
    Allowed,
    Draft,
    fewer,
    first_dose,
    fitted,
    gentlest_dose,
    half_way,
    in_easy_order,
    least_way,
    stand_in,
    usual_dose,
    usual_session,
)
from loosen.core.score import Dose, Score

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

LIGHT = frozenset({"heavy-day", "short-night", "low-mood"})
"""What the check-in says that makes a day light."""


@dataclass(frozen=True, slots=True)
class Today:
    """What the rules of a session may look at. `held`: the finding by which a professional should look first."""

    day: date
    now: datetime
    ground: Ground
    course: Course
    held: str | None = None

    @property
    def locks(self) -> Mapping[str, Lock]:
        """The movements at rest at this moment; of two rests the longer."""
        running = sorted((lock for lock in self.course.now.locks if self.now < lock.until), key=lambda lock: lock.until)
        return {lock.movement: lock for lock in running}

    @property
    def held_back(self) -> str | None:
        """The rule by which the check-in makes the day lighter."""
        return holds_back(self.course.morning)

    @property
    def does_the_least(self) -> bool:
        """Whether only the least session is given."""
        return self.course.now.share == LEAST or self.held_back == "high-start"

    def forbids(self, score: Score) -> Reason | None:
        """Say why a movement is left out today: a limit, or the rest after sharp pain."""
        lock = self.locks.get(score.slug)
        return self.ground.limits.forbids(score) or (_resting(lock, self.now) if lock else None)


def _resting(lock: Lock, now: datetime) -> Reason:
    hours = -(-(lock.until - now).total_seconds() // 3600)
    return Reason("sharp-rest", {"movement": lock.movement, "hours": int(hours)})


def begin_with_the_usual(draft: Draft, today: Today) -> Draft:
    """The programme at the person's own doses, within its minutes, without what limits leave out."""
    usual = usual_session(draft.outline, today.course.now.doses, today.ground.practice, today.ground.limits.forbids)
    return _fitted(usual, today, float(draft.outline.most_minutes))


def rest_what_was_sharp(draft: Draft, today: Today) -> Draft:
    """What stopped sharply rests 48 hours; something that serves the same region stands in, in another position."""
    for step in draft.steps:
        if step.movement not in BREATHS and step.movement in today.locks:
            draft = _swapped(draft, step, _resting(today.locks[step.movement], today.now), today)
    return draft


def _swapped(draft: Draft, step: Step, why: Reason, today: Today) -> Draft:
    practice = today.ground.practice
    other = stand_in(practice.scores[step.movement], practice, today.forbids, draft.movements, elsewhere=True)
    if other is None:
        return draft.without(step.movement, *step.reasons, why, Reason("nothing-else-fits"))
    dose = _familiar_dose(other, today)
    new = Step(other.slug, dose, 0.0, (*step.reasons, why, Reason("stands-in", {"instead": step.movement})))
    return replace(draft, steps=tuple(new if one is step else one for one in draft.steps))


def _familiar_dose(score: Score, today: Today) -> Dose:
    """Return the person's own dose of a movement, or a first one when it is new."""
    doses = today.course.now.doses
    return usual_dose(score, doses) if score.slug in doses else first_dose(score)


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

    draft = _easiest_only(draft, today).each(least)
    if today.held_back == "high-start":
        draft = draft.because(_much_pain(today))
    return draft


def _much_pain(today: Today) -> Reason:
    """Say the number noted today; of a morning without one, that it is the usual."""
    noted = today.course.morning.told.pain is not None
    pain = round(start_pain(today.course.morning) or 0)
    return Reason("high-start" if noted else "high-usual", {"pain": pain})


def _easiest_only(draft: Draft, today: Today) -> Draft:
    """Keep the breath, and the programme's two easiest movements or what stands in for them."""
    practice = today.ground.practice
    steps = [draft.steps[0]]
    for slug in practice.programmes[USUAL_PROGRAMME].easiest:
        taken = frozenset(step.movement for step in steps)
        score = _itself_or_stand_in(practice.scores[slug], today, taken)
        if score and len(steps) <= EASIEST:
            dose = next(
                (one.dose for one in draft.steps if one.movement == score.slug),
                usual_dose(score, today.course.now.doses),
            )
            steps.append(Step(score.slug, dose, 0.0, _why_instead(practice.scores[slug], score, today)))
    kept = {step.movement for step in steps}
    left = [step.movement for step in draft.steps if step.movement not in kept]
    why = Reason("easiest-only")
    for movement in left:
        draft = draft.without(movement, why)
    return replace(draft, steps=tuple(steps))


def _why_instead(wanted: Score, score: Score, today: Today) -> tuple[Reason, ...]:
    why = today.forbids(wanted)
    return (why, Reason("stands-in", {"instead": wanted.slug})) if why and score is not wanted else ()


def _itself_or_stand_in(score: Score, today: Today, taken: frozenset[str]) -> Score | None:
    allowed: Allowed = today.forbids
    if allowed(score) is None:
        return score
    return stand_in(score, today.ground.practice, allowed, taken)


def give_todays_share(draft: Draft, today: Today) -> Draft:
    """Fewer repetitions while the body settles; the smallest share holds, and none multiplies another."""
    share = today.course.now.share
    if today.held_back == "sorer-today":
        draft = draft.because(Reason("sorer-today"))
        share = min(share, SORER_SHARE)
    if share in (LEAST, 1.0):
        return draft
    return draft.each(lambda step: replace(step, dose=fewer(step.dose, share)))


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
    return _fitted(draft, today, most_minutes(draft.outline, today))


def _fitted(draft: Draft, today: Today, minutes: float) -> Draft:
    return fitted(draft, today.ground.practice, today.ground.person.count_s, 60.0 * minutes)


def most_minutes(outline: Outline, today: Today) -> float:
    """Return the most a session may last today: its own minutes, a light day's, or its part of a clinician's cap."""
    of_day = today.ground.limits.minutes
    caps = [float(outline.most_minutes)]
    if today.held_back in LIGHT or today.does_the_least:
        caps.append(LIGHT_MINUTES)
    if of_day is not None:
        caps.append(of_day[0] / max(1, len(today.ground.person.parts)))
    return min(caps)


def why_this_share(today: Today) -> Reason | None:
    """Return why today is less than the usual, or that the usual is back; None when nothing changed."""
    began, now = today.course.began, today.course.now
    if today.course.morning.rose:
        return _why_it_fell(today)
    if now.share > began.share:
        return Reason("back-to-usual" if now.share == 1.0 else "coming-back", {"share": now.share})
    if now.share == 1.0:
        return None
    return _why_it_stays(today)


def _why_it_fell(today: Today) -> Reason:
    now, morning = today.course.now, today.course.morning
    points = int(morning.points)
    if morning.colour is Colour.RED:
        settled = days_since_practice(now, today.day) == 1
        return Reason("large-increase" if settled else "not-settled", {"points": points})
    if now.ambers > 1:
        days = (now.steady_until or today.day) - today.day
        return Reason("second-small-increase", {"points": points, "share": now.share, "days": days.days})
    return Reason("small-increase", {"points": points, "share": now.share})


def _why_it_stays(today: Today) -> Reason:
    """Say what the lower share still answers to."""
    now = today.course.now
    if now.share == LEAST:
        left = ((now.least_until or today.day) - today.day).days + 1
        if left < 1:
            return Reason("least-until-calm")
        return Reason("flare" if now.cause == "flare" else "least-day", {"days": left})
    if now.cause == "days-away":
        return Reason("days-away", {"share": now.share})
    if now.steady_until and today.day < now.steady_until:
        return Reason("kept-steady", {"share": now.share, "days": (now.steady_until - today.day).days})
    first = now.since == today.day
    return Reason(now.cause if first else "still-a-little-less", {"share": now.share})
