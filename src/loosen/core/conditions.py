"""What a condition rules out or keeps small, what the person cannot do, and what a clinician asked to leave out.

A condition asks first: its rule in the screening is a T3 finding until the person records that a clinician agreed.
What is here stays in force after that.
"""

from collections.abc import Sequence

from loosen.core.condition import Condition, Most
from loosen.core.findings import standing_yes
from loosen.core.journal import DayPart, unrevised
from loosen.core.moment import Moment
from loosen.core.practice import Practice
from loosen.core.prescribed import lifted, limits_of
from loosen.core.prescription import Cap, Limits, strictest
from loosen.core.reasons import Reason
from loosen.core.record import Person, Record
from loosen.core.screening import SAME, YES, Finding, Said, Screening, Tier


def limits(record: Record, practice: Practice, moment: Moment) -> Limits:
    """Return all that is left out for this person, whoever or whatever asks for it; the strictest holds."""
    day = moment.practice_day
    lifts = lifted(record, day)
    held = (condition for condition in in_force(record, practice, moment) if condition.id not in lifts)
    return strictest((of_person(record.person), *map(of_condition, held), limits_of(record, day)))


def in_force(record: Record, practice: Practice, moment: Moment) -> tuple[Condition, ...]:
    """Return the conditions the person's latest answers tell of."""
    yes = standing_yes(record.screenings)
    return tuple(condition for condition in practice.conditions if condition.question in yes)


def asking_first(record: Record, practice: Practice, moment: Moment) -> tuple[Finding, ...]:
    """Return a finding for each condition that asks a clinician first and that none has answered yet."""
    found = (_asked(condition, record) for condition in in_force(record, practice, moment) if condition.ask_first)
    return tuple(finding for finding in found if finding)


def _asked(condition: Condition, record: Record) -> Finding | None:
    """Return that a clinician is to be asked about a condition, unless one has said yes since it was first told."""
    run = _run(record.screenings, condition.question)
    rule = condition.id.upper()
    looks = [look for look in unrevised(record.clearings) if look.finding == rule and look.at >= run[0].at]
    last = max(looks, key=lambda look: (look.at, look.id), default=None)
    if last and last.said is not Said.NOT_YET:
        return None
    seen_on = last.looked_on if last else None
    return Finding(rule, Tier.T3, run[0].at, None, (condition.question,), condition.words, run[-1].day, seen_on)


def _run(screenings: Sequence[Screening], question: str) -> tuple[Screening, ...]:
    """Return the unbroken run of yes to a question up to now, earliest first."""
    run: tuple[Screening, ...] = ()
    for screening in sorted(screenings, key=lambda each: (each.at, each.id)):
        answer = screening.answers.get(question, SAME)
        if answer != SAME:
            run = (*run, screening) if answer == YES else ()
    return run


def of_person(person: Person) -> Limits:
    """Return what the person cannot do, or does not want to: no floor, all on a chair."""
    return Limits(positions={p: Reason("cannot-position", {"position": p.value}) for p in person.positions_off})


def of_condition(condition: Condition) -> Limits:
    """Return what a condition leaves out."""
    return Limits(
        positions={
            p: Reason("condition-position", {"condition": condition.id, "position": p.value})
            for p in condition.positions_off
        },
        tags={t: Reason("condition-tag", {"condition": condition.id, "tag": t}) for t in condition.tags_off},
        caps=tuple(_cap(condition, each) for each in condition.caps),
    )


def _cap(condition: Condition, cap: Most) -> Cap:
    why = Reason("condition-cap", {"condition": condition.id, "measure": cap.measure, "most": cap.most})
    return Cap(cap.measure, cap.most, why, cap.positions)


def in_part(limits: Limits, part: DayPart) -> Limits:
    """Return what is left out in one part of the day: all that always is, and what is then besides."""
    return strictest((limits, limits.parts[part])) if part in limits.parts else limits
