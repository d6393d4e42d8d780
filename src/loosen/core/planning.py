"""The morning's plan: one pure function from the record and the moment to a day, or to a referral."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from loosen.core.answers import screened
from loosen.core.conditions import limits
from loosen.core.course import course
from loosen.core.day import Day, Referral, Session
from loosen.core.evening import SHARP_HOLD
from loosen.core.facts import Ground, Tap
from loosen.core.findings import findings, waiting
from loosen.core.journal import ChoiceKind, DayPart, unrevised
from loosen.core.moment import Moment
from loosen.core.pacing import (
    LIGHT,
    Today,
    begin_with_the_usual,
    breathe_only,
    do_the_least,
    fit_the_minutes,
    give_todays_share,
    go_half_way_where_it_was_too_much,
    go_lightly_when_the_body_is_heavy,
    rest_what_was_sharp,
    return_gently_after_a_rest,
    spare_changes_of_position,
    stay_within_the_caps,
    why_this_share,
)
from loosen.core.practice import Practice
from loosen.core.progress import step_to_offer
from loosen.core.reasons import Reason
from loosen.core.record import Given, GivenSession, GivenStep, Record, window
from loosen.core.relief import places
from loosen.core.routine import Draft, outline_of, seconds_of
from loosen.core.score import Dose
from loosen.core.screening import (
    UNDER_AGE,
    URGENCY,
    Effect,
    Finding,
    Tier,
    holds,
    stops,
)

RULES_VERSION = "2"
"""Raised whenever a rule changes; kept with every given day, so that a day can be replayed."""

OF_TODAY = frozenset({"sharp-rest", "gentle-return", *(tap.value for tap in Tap), "sharp-passed", "pain-during"})
"""Rules that make one movement different today, in a session that is else the usual one."""

MUCH_PAIN = ("high-start", "high-usual")
FIRST_TOLD = ("large-increase", "not-settled", "flare", "least-day", "least-until-calm", *MUCH_PAIN, *sorted(LIGHT))
LAST_TOLD = ("fits-minutes",)
"""The order in which the reasons of a session are told; all others stand between."""

Rule = Callable[[Draft, Today], Draft]

RULES: tuple[Rule, ...] = (
    begin_with_the_usual,
    rest_what_was_sharp,
    return_gently_after_a_rest,
    go_lightly_when_the_body_is_heavy,
    do_the_least,
    give_todays_share,
    go_half_way_where_it_was_too_much,
    stay_within_the_caps,
    breathe_only,
    spare_changes_of_position,
    fit_the_minutes,
)
"""The protocol of a session, from top to bottom."""


def plan_day(record: Record, moment: Moment, practice: Practice) -> Day | Referral:
    """Return the practice day of this moment, or the referral that stands before it: every record yields one."""
    record = _until_now(window(record, moment.practice_day), moment)
    today = _today(record, moment, practice)
    found = _by_urgency((*_of_the_screening(record, moment, practice), *_of_the_practice(record, today)))
    if any(map(stops, found)):
        return _referral(today, found)
    held = next((finding.rule for finding in found if holds(finding)), None)
    return _day(replace(today, held=held), found)


def today_of(record: Record, moment: Moment, practice: Practice) -> Today:
    """Return what the rules look at when they plan this moment."""
    return _today(_until_now(window(record, moment.practice_day), moment), moment, practice)


def _today(record: Record, moment: Moment, practice: Practice) -> Today:
    day = moment.practice_day
    ground = Ground(record.person, limits(record, practice, moment), practice, unrevised(record.clearings))
    return Today(day, moment.instant_utc, ground, course(record, day, ground))


def _until_now(record: Record, moment: Moment) -> Record:
    """Leave out what is dated more than a day ahead: it is kept and waits."""
    latest = moment.instant_utc + timedelta(days=1)
    waiting: dict[str, Any] = {
        name: tuple(entry for entry in getattr(record, name) if entry.at <= latest)
        for name in ("screenings", "clearings", "check_ins", "events", "notes", "choices")
    }
    return replace(record, **waiting)


def _of_the_screening(record: Record, moment: Moment, practice: Practice) -> Iterator[Finding]:
    """Yield what the answers show, that nobody has answered yet, or that a yes was not read back and must be asked.

    The year of birth is one of the answers: without it nobody can say that a person is of age.
    """
    told, rules, birth_year = record.screenings, practice.screening, record.person.birth_year
    yield from findings(told, record.clearings, rules, birth_year, moment)
    if birth_year is None or not screened(told, rules):
        yield Finding("not-screened", Tier.T3, moment.instant_utc, words="not-screened")
    if waiting(told, rules, birth_year, moment):
        yield Finding("something-new", Tier.T3, max(screening.at for screening in told), words="something-new")


def _of_the_practice(record: Record, today: Today) -> Iterator[Finding]:
    """Yield what the practice itself shows: sharp pain on three days, and news that the questions must hear first."""
    since = today.course.now.hold_since
    if since is not None:
        yield Finding(SHARP_HOLD, Tier.T2, since, Effect.HOLD, words=SHARP_HOLD)
    asked = _last_asked(record, today.ground.practice)
    for told in today.course.told.values():
        for at in told.news:
            if asked is None or at > asked:
                yield Finding("something-new", Tier.T3, at, words="something-new")


def _last_asked(record: Record, practice: Practice) -> datetime | None:
    """Return when all that may be news was last asked; one answer put right is no such round."""
    news = {question for step in practice.screening.steps if not step.lasting for question in step.questions}
    return max((screening.at for screening in record.screenings if news <= screening.answers.keys()), default=None)


def _by_urgency(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return each finding once, at its latest, the most urgent first."""
    latest = {finding.rule: finding for finding in sorted(found, key=lambda finding: finding.since)}
    return tuple(sorted(latest.values(), key=lambda f: (URGENCY.index((f.tier, f.effect)), f.since, f.rule)))


def _referral(today: Today, found: tuple[Finding, ...]) -> Referral:
    """Return what stands before any session; the breath may be had with all but an emergency and under age."""
    tier = found[0].tier
    comfort = tier is not Tier.T0 and all(finding.rule != UNDER_AGE for finding in found)
    return Referral(today.day, tier, found, comfort, (Reason("referral", {"finding": found[0].rule}),))


def _day(today: Today, found: tuple[Finding, ...]) -> Day:
    """Return the day: the sessions of the parts the person chose, or rest."""
    chosen, began = today.course.morning.told.choice, today.course.began
    if chosen is ChoiceKind.REST:
        return Day(today.day, (), found, (Reason("rest-chosen"),), standing=began)
    drafts = [_drafted(part, today) for part in DayPart if part in today.ground.person.parts]
    why = why_this_share(today)
    return Day(
        day=today.day,
        sessions=tuple(_session(draft, today) for draft in drafts),
        advice=found,
        reasons=(why,) if why else (),
        absences=tuple({absence.movement: absence for draft in drafts for absence in draft.absences}.values()),
        offer=_offer(today, found),
        standing=began,
    )


def _drafted(part: DayPart, today: Today) -> Draft:
    """Apply every rule in its order."""
    draft = Draft(outline_of(part, today.ground.practice), ())
    why = why_this_share(today)
    for rule in RULES:
        draft = rule(draft, today)
    if why and len(draft.steps) > 1:
        draft = draft.because(why)
    draft = replace(draft, reasons=tuple(sorted(draft.reasons, key=_how_telling)))
    return draft if draft.reasons else draft.because(_why_as_usual(draft, today))


def _how_telling(reason: Reason) -> int:
    """The reason that shaped the session most comes first: it is the one sentence beside it."""
    return FIRST_TOLD.index(reason.rule) if reason.rule in FIRST_TOLD else len(FIRST_TOLD) + (reason.rule in LAST_TOLD)


def _why_as_usual(draft: Draft, today: Today) -> Reason:
    """Say that nothing shortens the session, or that something looks different, or that only the breath is left."""
    if len(draft.steps) == 1:
        return Reason("breath-is-left")
    if today.course.now.practised is None:
        return Reason("first-session")
    told = {reason.rule for step in draft.steps for reason in step.reasons}
    told |= {reason.rule for absence in draft.absences for reason in absence.reasons}
    return Reason("usual-with-a-change" if told & OF_TODAY else "usual-session")


def _session(draft: Draft, today: Today) -> Session:
    return Session(
        id=f"{today.day}-{draft.outline.part.value}",
        part=draft.outline.part,
        steps=draft.steps,
        duration_s=seconds_of(draft.steps, today.ground.practice),
        reasons=draft.reasons,
        places=places(draft.steps, today),
    )


def _offer(today: Today, found: tuple[Finding, ...]) -> tuple[str, Dose] | None:
    """Return one small step to offer on a day on which nothing is held back and nobody should look first."""
    told = today.course.morning.told
    if today.held_back or told.choice not in (None, ChoiceKind.USUAL) or any(f.tier is Tier.T2 for f in found):
        return None
    return step_to_offer(today.course.now, today.day, today.course.week_ago, today.ground)


def given_from(day: Day) -> Given:
    """Return the day as it is kept: what was given, why, by which rules, and where the practice stood."""
    return Given(
        day=day.day,
        rules=RULES_VERSION,
        sessions=tuple(
            GivenSession(s.id, s.part, tuple(GivenStep(t.movement, t.dose, t.reasons) for t in s.steps))
            for s in day.sessions
        ),
        reasons=day.reasons,
        standing=day.standing,
    )
