"""The morning's plan: one pure function from the record and the moment to a day, or to a referral."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from loosen.core import rescreening
from loosen.core.advice import SAID_ONCE, advice
from loosen.core.answers import telling
from loosen.core.conditions import asking_first, limits
from loosen.core.course import course
from loosen.core.day import Absence, Day, Referral, Session
from loosen.core.facts import Ground
from loosen.core.findings import findings
from loosen.core.journal import ChoiceKind, DayPart, unrevised
from loosen.core.moment import Moment
from loosen.core.onward import onward
from loosen.core.practice import Practice
from loosen.core.prescribed import limits_awaited, required, sore_days
from loosen.core.progress import step_to_offer
from loosen.core.protocol import drafted, session_of, today_in
from loosen.core.reasons import Reason
from loosen.core.record import Given, GivenSession, GivenStep, Record, window
from loosen.core.required import asked_in_vain
from loosen.core.routine import Draft
from loosen.core.screening import UNDER_AGE, URGENCY, Finding, Tier, holds, stops
from loosen.core.staying import with_swaps
from loosen.core.today import Today
from loosen.core.walk import walk_today
from loosen.core.why import why_this_share

RULES_VERSION = "3"
"""Raised whenever a rule changes; kept with every given day, so that a day can be replayed."""


def plan_day(record: Record, moment: Moment, practice: Practice) -> Day | Referral:
    """Return the practice day of this moment, or the referral that stands before it: every record yields one."""
    record = _until_now(window(record, moment.practice_day), moment)
    today = _today(record, moment, practice)
    found = _by_urgency(_found(record, today, moment))
    if any(map(stops, found)):
        return _referral(today, found)
    held = next((finding.rule for finding in found if holds(finding)), None)
    return _day(replace(today, held=held), found)


def today_of(record: Record, moment: Moment, practice: Practice) -> Today:
    """Return what the rules look at when they plan this moment."""
    return _today(_until_now(window(record, moment.practice_day), moment), moment, practice)


def _today(record: Record, moment: Moment, practice: Practice) -> Today:
    day = moment.practice_day
    ground = Ground(
        record.person,
        limits(record, practice, moment),
        practice,
        unrevised(record.clearings),
        required(record, day),
        sore_days(record, day),
    )
    folded = course(record, day, ground)
    return Today(day, moment.instant_utc, with_swaps(ground, folded.now), folded)


def _until_now(record: Record, moment: Moment) -> Record:
    """Leave out what is dated more than a day ahead: it is kept and waits. Of the answers, keep those that tell."""
    latest = moment.instant_utc + timedelta(days=1)
    waiting: dict[str, Any] = {
        name: tuple(entry for entry in getattr(record, name) if entry.at <= latest)
        for name in ("screenings", "clearings", "check_ins", "events", "notes", "choices", "plans", "walks")
    }
    waiting["screenings"] = telling(waiting["screenings"])
    return replace(record, **waiting)


def _found(record: Record, today: Today, moment: Moment) -> Iterator[Finding]:
    """Yield all that the answers, the conditions, the plans and the days show, and what is to be asked first."""
    practice, birth_year = today.ground.practice, record.person.birth_year
    yield from findings(record.screenings, record.clearings, practice.screening, birth_year, moment)
    yield from asking_first(record, practice, moment)
    yield from limits_awaited(record)
    yield from advice(record, today.course, today.ground, moment)
    yield from rescreening.known_flare(record, today.course, practice)
    due = rescreening.due(record, today.course, practice, moment)
    yield from map(rescreening.finding, due[:1])


def _by_urgency(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return each finding once, at its latest, the most urgent first."""
    latest = {finding.rule: finding for finding in sorted(found, key=lambda finding: finding.since)}
    return tuple(sorted(latest.values(), key=lambda f: (URGENCY.index((f.tier, f.effect)), f.since, f.rule)))


def _referral(today: Today, found: tuple[Finding, ...]) -> Referral:
    """Return what stands before any session, first what stops it; the breath may be had unless it is an emergency.

    Nobody under age is given even that.
    """
    stopping = tuple(filter(stops, found))
    beside = tuple(finding for finding in found if finding not in stopping)
    comfort = stopping[0].tier is not Tier.T0 and all(finding.rule != UNDER_AGE for finding in found)
    why = Reason("referral", {"finding": stopping[0].rule})
    return Referral(today.day, stopping[0].tier, (*stopping, *beside), comfort, (why,))


def _day(today: Today, found: tuple[Finding, ...]) -> Day:
    """Return the day: the sessions of the parts the person chose, or rest."""
    chosen, began = today.course.morning.told.choice, today.course.began
    if chosen is ChoiceKind.REST:
        return Day(today.day, (), found, (Reason("rest-chosen"),), standing=began)
    parts = {part: today_in(part, today) for part in today.ground.parts}
    drafts = {part: drafted(part, of_part) for part, of_part in parts.items()}
    sessions = tuple(session_of(draft, parts[part]) for part, draft in drafts.items())
    why, free = why_this_share(today), _is_free(today, found)
    return Day(
        day=today.day,
        sessions=sessions,
        advice=found,
        reasons=(why,) if why else (),
        absences=_absences(drafts.values()),
        offer=step_to_offer(today.course.now, today.day, today.course.week_ago, today.ground) if free else None,
        standing=began,
        small=None if DayPart.SMALL in parts else _small(today),
        walk=walk_today(today, sum(session.duration_s for session in sessions)),
        onward=onward(today) if free else None,
    )


def _small(today: Today) -> Session:
    """Return one small thing: the least that is a practice, at any time of the day."""
    small = today_in(DayPart.SMALL, today)
    return session_of(drafted(DayPart.SMALL, small), small)


def _absences(drafts: Iterable[Draft]) -> tuple[Absence, ...]:
    """Return each absence once; of several, the one that says what a clinician asked for in vain."""
    said = sorted((absence for draft in drafts for absence in draft.absences), key=asked_in_vain)
    return tuple({absence.movement: absence for absence in said}.values())


def _is_free(today: Today, found: tuple[Finding, ...]) -> bool:
    """Nothing is held back on this day, and nobody should look first: then something more may be offered."""
    usual = today.course.morning.told.choice in (None, ChoiceKind.USUAL)
    return usual and not today.told_back and all(finding.tier is not Tier.T2 for finding in found)


def given_from(day: Day) -> Given:
    """Return the day as it is kept: what was given, why, by which rules, and where the practice stood."""
    return Given(
        day=day.day,
        rules=RULES_VERSION,
        sessions=tuple(
            GivenSession(s.id, s.part, tuple(GivenStep(t.movement, t.dose, t.reasons) for t in s.steps))
            for s in day.every
        ),
        reasons=day.reasons,
        standing=day.standing,
        said=tuple(finding.rule for finding in day.advice if finding.rule in SAID_ONCE),
    )
