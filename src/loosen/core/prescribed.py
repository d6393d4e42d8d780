"""What clinicians' plans limit, lift and ask for on one practice day. Several add up: of what forbids, the strictest.

No plan lifts a red flag, the rest after sharp pain, or a red day: nothing here is read where these are decided.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from loosen.core.body import MEASURES
from loosen.core.journal import DayPart, unrevised
from loosen.core.plan import SORE_DAYS, Plan, Says, Sentence
from loosen.core.prescription import Cap, Limits, strictest
from loosen.core.reasons import Reason
from loosen.core.record import Record
from loosen.core.score import Position
from loosen.core.screening import Clearing, Finding, Said, Tier

UPRIGHT = frozenset({Position.SITTING, Position.STANDING, Position.KNEELING})
"""Where leaning forwards is a bend; on hands and knees the trunk lies level by itself."""

MEASURED_UPRIGHT = frozenset({"trunk-lean"})
"""Measures that a sentence without a position caps in the upright positions only."""

AS_ASKED = frozenset({"clinician-required"})
"""Reasons of a step that say who asked for it; they make nothing smaller."""

LIMITS_AWAITED = "limits-awaited"
"""The finding that stands from a look with limits until they are written down."""


@dataclass(frozen=True, slots=True)
class Require:
    """A movement that a clinician asks for: level and repetitions where they are said, in these parts of the day.

    Without parts, in every session the person has. `reason` names who asked, and until when.
    """

    movement: str
    reason: Reason
    level: str | None = None
    repetitions: int | None = None
    parts: tuple[DayPart, ...] = ()
    also_on_sore_days: bool = False


class Spoken(NamedTuple):
    """One sentence of a plan in force: who said it, and its last practice day, if it has one."""

    who: str
    sentence: Sentence
    until: date | None

    def because(self, rule: str, **values: str | float) -> Reason:
        """Return the reason that names who said it and until when."""
        ends = {"until": self.until.isoformat()} if self.until else {}
        return Reason(rule, {"who": self.who, **values, **ends})


def plans_in_force(record: Record, day: date) -> tuple[Plan, ...]:
    """Return the plans that hold on this practice day, the oldest first.

    What a later plan supersedes no longer holds from that plan's first day on, even after that plan has ended; taking
    that plan back gives it back.
    """
    standing = [plan for plan in unrevised(record.plans) if plan.holds_on(day)]
    holding = (plan for plan in standing if not superseded(plan.clinician, plan.at, record, day))
    return tuple(sorted(holding, key=lambda plan: (plan.at, plan.id)))


def superseded(who: str, said_at: datetime, record: Record, day: date) -> bool:
    """True when a plan that has begun stands in the place of what this clinician said at that time.

    A corrected plan supersedes only what was said before its first version; what was corrected since still holds.
    """
    return any(
        plan.supersedes and same_name(plan.supersedes, who) and said_at < _first_said(plan, record.plans)
        for plan in unrevised(record.plans)
        if not plan.withdrawn and (plan.valid_from is None or plan.valid_from <= day)
    )


def same_name(one: str, other: str) -> bool:
    """True when two spellings name the same clinician: capitals and spaces do not count."""
    return _letters(one) == _letters(other)


def _letters(name: str) -> str:
    return "".join(name.split()).casefold()


def _first_said(plan: Plan, plans: Sequence[Plan]) -> datetime:
    """Return when the first version of a plan was said."""
    by_id = {each.id: each for each in plans}
    seen = {plan.id}
    while plan.revises in by_id and plan.revises not in seen:
        plan = by_id[plan.revises]
        seen.add(plan.id)
    return plan.at


def spoken(record: Record, day: date) -> Iterator[Spoken]:
    """Yield every sentence that holds on this day, with who said it and the day on which it ends."""
    for plan in plans_in_force(record, day):
        for sentence in plan.sentences:
            if sentence.whole and sentence.holds_on(day):
                ends = [end for end in (sentence.until, plan.valid_to) if end]
                yield Spoken(plan.clinician, sentence, min(ends, default=None))


def limits_of(record: Record, day: date) -> Limits:
    """Return all that clinicians asked to leave out or to keep small: in their plans, and when they had a look."""
    return strictest(
        (*(_limit(one) for one in spoken(record, day)), *(_of_a_look(look) for look in _looks(record, day)))
    )


def _limit(one: Spoken) -> Limits:
    """Return what one sentence leaves out or keeps small; nothing when it only asks or lifts."""
    return LIMITS[one.sentence.says](one) if one.sentence.says in LIMITS else Limits()


def _left_out(one: Spoken) -> Limits:
    movement, position, tag = one.sentence.movement, one.sentence.position, one.sentence.tag
    return Limits(
        movements={movement: one.because("clinician-movement", movement=movement)} if movement else {},
        positions={position: one.because("clinician-position", position=position.value)} if position else {},
        tags={tag: one.because("clinician-tag", tag=tag)} if tag else {},
    )


def _kept_small(one: Spoken) -> Limits:
    """Return the cap, if the body has this measure: nobody can keep to one that this program does not know."""
    measure, most, position = one.sentence.measure or "", one.sentence.most or 0.0, one.sentence.position
    if measure not in MEASURES:
        return Limits()
    upright = UPRIGHT if measure in MEASURED_UPRIGHT else frozenset[Position]()
    why = one.because("clinician-cap", measure=measure, most=most)
    return Limits(caps=(Cap(measure, most, why, frozenset({position}) if position else upright),))


def _minutes(one: Spoken) -> Limits:
    minutes = int(one.sentence.most or 0)
    return Limits(minutes=(minutes, one.because("clinician-minutes", minutes=minutes)))


def _pain(one: Spoken) -> Limits:
    points = int(one.sentence.most or 0)
    return Limits(pain_during=(points, one.because("clinician-pain", points=points)))


def _steps(one: Spoken) -> Limits:
    return Limits() if one.sentence.allowed else Limits(steps=one.because("clinician-no-steps"))


LIMITS: Mapping[Says, Callable[[Spoken], Limits]] = {
    Says.AVOID: _left_out,
    Says.AT_MOST: _kept_small,
    Says.MINUTES: _minutes,
    Says.PAIN: _pain,
    Says.STEPS: _steps,
}
"""What each kind of sentence limits; the others ask or lift."""


def _looks(record: Record, day: date) -> Iterator[Clearing]:
    """Yield the clearings that set limits and that neither a later one for the same finding nor a plan replaced."""
    return (look for look in _with_limits(record) if not superseded(look.who, look.at, record, day))


def _with_limits(record: Record) -> Iterator[Clearing]:
    """Yield each finding's last clearing, where it says to go on with limits; "not yet" takes no limit back."""
    looks = (look for look in unrevised(record.clearings) if look.said is not Said.NOT_YET)
    latest = {look.finding: look for look in sorted(looks, key=lambda look: (look.at, look.id))}
    return (look for look in latest.values() if look.said is Said.LIMITS)


def limits_awaited(record: Record) -> tuple[Finding, ...]:
    """Return a finding for each clinician's look that set limits which nobody has written down yet."""
    plans = [plan for plan in unrevised(record.plans) if not plan.withdrawn]
    return tuple(
        Finding(LIMITS_AWAITED, Tier.T3, look.at, words=LIMITS_AWAITED)
        for look in _with_limits(record)
        if not (look.movements_off or look.positions_off or any(_writes_down(plan, look) for plan in plans))
    )


def _writes_down(plan: Plan, look: Clearing) -> bool:
    """Say whether a plan may hold what a look asked for: said since, by the same clinician or with a limit in it."""
    limits = any(said.whole and said.says in LIMITS and not said.allowed for said in plan.sentences)
    return plan.at >= look.at and (limits or same_name(plan.clinician, look.who))


def _of_a_look(look: Clearing) -> Limits:
    return Limits(
        movements={m: Reason("clinician-movement", {"who": look.who, "movement": m}) for m in look.movements_off},
        positions={p: Reason("clinician-position", {"who": look.who, "position": p.value}) for p in look.positions_off},
    )


def lifted(record: Record, day: date) -> Mapping[str, Reason]:
    """Return the conditions whose limits a clinician has lifted, by id, with who and until when."""
    return {condition: one.because("clinician-lifts", condition=condition) for condition, one in _lifts(record, day)}


def sore_days(record: Record, day: date) -> Reason | None:
    """Return who lifted the limits of heavy and of slightly sorer days, None when nobody did."""
    return next((one.because("clinician-sore-days") for what, one in _lifts(record, day) if what == SORE_DAYS), None)


def _lifts(record: Record, day: date) -> Iterator[tuple[str, Spoken]]:
    for one in spoken(record, day):
        if one.sentence.says is Says.LIFT and one.sentence.condition:
            yield one.sentence.condition, one


def required(record: Record, day: date) -> tuple[Require, ...]:
    """Return what clinicians ask for, in the order they said it."""
    return tuple(_require(one, one.sentence) for one in spoken(record, day) if one.sentence.says is Says.REQUIRE)


def _require(one: Spoken, said: Sentence) -> Require:
    movement = str(said.movement)
    why = one.because("clinician-required", movement=movement)
    return Require(movement, why, said.level, said.repetitions, said.parts, said.also_on_sore_days)
