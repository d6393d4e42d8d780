"""What a condition rules out or keeps small, what the person cannot do, and what a clinician asked to leave out.

A condition that asks first is a T3 finding until the person records that a clinician agreed. What it leaves out stays
in force after that, for as long as it is so, until a clinician's plan lifts it. Dates move on by themselves; a date
that is missing or cannot be so counts as the strictest.
"""

from datetime import date

from loosen.core.answers import Answered, answered
from loosen.core.condition import Condition, Most
from loosen.core.journal import DayPart, unrevised
from loosen.core.moment import Moment
from loosen.core.practice import Practice
from loosen.core.prescribed import lifted, limits_of
from loosen.core.prescription import Cap, Limits, Only, strictest
from loosen.core.reasons import Reason
from loosen.core.record import Person, Record
from loosen.core.score import STANDS, Position
from loosen.core.screening import Dated, Finding, Said, Tier

PREGNANCY_WEEKS = 40
"""Full weeks of a pregnancy on the day the baby is due. Source: clinical ground 2.4."""


def limits(record: Record, practice: Practice, moment: Moment) -> Limits:
    """Return all that is left out for this person, whoever or whatever asks for it; the strictest holds."""
    day = moment.practice_day
    lifts = lifted(record, day)
    held = (condition for condition in in_force(record, practice, moment) if condition.id not in lifts)
    return strictest((of_person(record.person), *map(of_condition, held), limits_of(record, day)))


def in_force(record: Record, practice: Practice, moment: Moment) -> tuple[Condition, ...]:
    """Return the conditions that the latest answers tell of, as far as their weeks go on this day."""
    said, day = answered(record.screenings, practice.screening), moment.practice_day
    return tuple(
        condition
        for condition in practice.conditions
        if condition.question in said.told and _is_now(condition, said, practice, day)
    )


def _is_now(condition: Condition, said: Answered, practice: Practice, day: date) -> bool:
    """Say whether the day lies within the condition's weeks; without a date that can be so, it does."""
    weeks = _weeks(condition.question, said, practice, day)
    if weeks is None:
        return True
    after = condition.weeks_from is None or weeks >= condition.weeks_from
    return after and (condition.weeks_until is None or weeks < condition.weeks_until)


def _weeks(question: str, said: Answered, practice: Practice, day: date) -> int | None:
    """Return the full weeks since the date of an answer, or of the pregnancy; None when the date is unknown."""
    on = said.dates.get(question)
    asked = practice.screening.questions.get(question)
    if on is None or asked is None:
        return None
    if asked.dated is Dated.DUE:
        return PREGNANCY_WEEKS + (day - on).days // 7
    return (day - on).days // 7


def asking_first(record: Record, practice: Practice, moment: Moment) -> tuple[Finding, ...]:
    """Return a finding for each condition that asks a clinician first and that none has answered yet.

    One that asks on is still asked about when its weeks are over.
    """
    said, day = answered(record.screenings, practice.screening), moment.practice_day
    asking = (
        condition
        for condition in practice.conditions
        if condition.ask_first and condition.question in said.told
        if condition.asks_on or _is_now(condition, said, practice, day)
    )
    found = (_asked(condition, said, record) for condition in asking)
    return tuple(finding for finding in found if finding)


def _asked(condition: Condition, said: Answered, record: Record) -> Finding | None:
    """Return that a clinician is to be asked, unless one has said yes since this was first told.

    A look before the day of an operation or a birth cannot have seen it.
    """
    question, rule = condition.question, rule_of(condition)
    run, on = said.told[question], said.dates.get(question)
    since = on if on and on <= run[-1].day else date.min
    looks = [
        look
        for look in unrevised(record.clearings)
        if look.finding == rule and look.at >= run[0].at and look.looked_on >= since
    ]
    last = max(looks, key=lambda look: (look.at, look.id), default=None)
    if last and last.said is not Said.NOT_YET:
        return None
    seen_on = last.looked_on if last else None
    return Finding(rule, Tier.T3, run[0].at, None, (question,), condition.words, run[-1].day, seen_on)


def rule_of(condition: Condition) -> str:
    """Return the name by which a clearing speaks of a condition."""
    return condition.id.upper()


def of_person(person: Person) -> Limits:
    """Return what the person cannot do, or does not want to: no floor, all on a chair.

    Who does not stand does not rise from a chair to standing either.
    """
    cannot = {p: Reason("cannot-position", {"position": p.value}) for p in person.positions_off}
    tags = {STANDS: cannot[Position.STANDING]} if Position.STANDING in cannot else {}
    return Limits(positions=cannot, tags=tags)


def of_condition(condition: Condition) -> Limits:
    """Return what a condition leaves out or keeps small; in some parts of the day only where it says so."""
    limits = _whole(condition)
    return Limits(parts=dict.fromkeys(condition.parts, limits)) if condition.parts else limits


def _whole(condition: Condition) -> Limits:
    def why(rule: str, **values: str | float) -> Reason:
        return Reason(rule, {"condition": condition.id, **values})

    only, minutes = Only(condition.only, why("condition-only")), condition.minutes
    return Limits(
        positions={p: why("condition-position", position=p.value) for p in condition.positions_off},
        tags={t: why("condition-tag", tag=t) for t in condition.tags_off},
        only=(only,) if condition.only else (),
        caps=tuple(_cap(each, why("condition-cap", measure=each.measure, most=each.most)) for each in condition.caps),
        gentlest={t: why("condition-gentlest", tag=t) for t in condition.gentlest},
        reach={t: (share, why("condition-reach", tag=t, share=share)) for t, share in condition.reach.items()},
        repetitions={t: (n, why("condition-repetitions", tag=t, most=n)) for t, n in condition.repetitions.items()},
        minutes=None if minutes is None else (minutes, why("condition-minutes", minutes=minutes)),
        one_position=why("condition-one-position") if condition.one_position else None,
    )


def _cap(cap: Most, why: Reason) -> Cap:
    return Cap(cap.measure, cap.most, why, cap.positions)


def in_part(limits: Limits, part: DayPart) -> Limits:
    """Return what is left out in one part of the day: all that always is, and what is then besides."""
    return strictest((limits, limits.parts[part])) if part in limits.parts else limits
