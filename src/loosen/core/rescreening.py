"""When to ask again, before any movement: never asked, a bad day, something new, a week gone by, a date passed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from loosen.core.answers import FULL_TERM, Answered, answered, last_asked, screened
from loosen.core.course import Course
from loosen.core.facts import SOMETHING_NEW, TOLD_LEG
from loosen.core.findings import waiting
from loosen.core.moment import Moment
from loosen.core.morning import SEVERE, days_since_practice
from loosen.core.practice import Practice
from loosen.core.record import Record
from loosen.core.screening import NO, YES, Dated, Finding, Rules, Screening, Tier

SHORT_AFTER = timedelta(days=7)
"""Practice days after which the four short lines are asked again. Source: clinical ground 2.2, rules (b)."""

AWAY_DAYS = 14
"""Days off after which the short lines come before a new beginning. Source: clinical ground 2.2, rules (b)."""

SHARP_STOPS = 2
"""Stops for sharp pain that ask the short lines again. Source: clinical ground 2.2, rules (b)."""

SHARP_WITHIN = timedelta(days=7)
"""The days in which those stops lie. Source: clinical ground 2.2, rules (b)."""

DATE_AGAIN = timedelta(days=7)
"""Days until a due date that has passed, and was asked about since, is asked about once more. Reasoned: babies wait."""


KNOWN_FLARE = "flare-known"
"""A bad day that needs no visit: what to do, and when to call after all. Source: clinical ground 2.2, SEV1."""


class DueKind(Enum):
    """What is due, the most telling first: the whole form, that of a bad day, of news, the short form, a list again."""

    FULL = "not-screened"
    SEVERE = "severe-pain"
    NEWS = "something-new"
    SHORT = "short-form"
    DATE = "date-passed"


@dataclass(frozen=True, slots=True)
class Due:
    """One form that stands before the next movement, since when, and the words of the card that says why."""

    kind: DueKind
    since: datetime
    why: str


def due(record: Record, course: Course, practice: Practice, moment: Moment) -> tuple[Due, ...]:
    """Return every form that is due at this moment, the most telling first; only the first need be shown.

    The year of birth is one of the answers: without it nobody can say that a person is of age.
    """
    rules = practice.screening
    if record.person.birth_year is None or not screened(record.screenings, rules):
        return (Due(DueKind.FULL, moment.instant_utc, DueKind.FULL.value),)
    said = answered(record.screenings, rules)
    found = (
        *_of_a_bad_day(course, said, rules),
        *_of_a_yes_that_waits(record, rules, moment),
        *_of_news(course, said, rules),
        *_of_the_short_form(course, said, rules, moment),
        *_of_a_date(said, rules, moment),
    )
    first: dict[DueKind, Due] = {}
    for each in found:
        first.setdefault(each.kind, each)
    return tuple(first[kind] for kind in DueKind if kind in first)


def finding(due: Due) -> Finding:
    """Return what is due as a finding: nothing but the breath before it is answered."""
    return Finding(due.kind.value, Tier.T3, due.since, words=due.why)


def known_flare(record: Record, course: Course, practice: Practice) -> tuple[Finding, ...]:
    """Return the note of a bad day that is the flare the person knows: asked about, and neither unlike nor sudden.

    After three such days running somebody should look, and the note is silent.
    """
    told_at, severe = course.morning.told.checked_at, practice.screening.severe
    if not (course.morning.severe and told_at and severe) or course.now.severe_hold:
        return ()
    said = answered(record.screenings, practice.screening)
    if _is_news(told_at, last_asked(said, severe)) or any(question in said.told for question in severe):
        return ()
    return (Finding(KNOWN_FLARE, Tier.T4, told_at, words=KNOWN_FLARE),)


def from_the_check_in(course: Course, rules: Rules) -> Mapping[str, str]:
    """Return what the check-in of a bad day answers by itself: whether the pain is severe."""
    pain = course.morning.told.pain
    return {rules.high: YES if pain is not None and pain >= SEVERE else NO}


def _of_a_bad_day(course: Course, said: Answered, rules: Rules) -> Iterator[Due]:
    """Much more pain than usual, and not asked about since it was told; a check-in that is put right takes it back."""
    told_at = course.morning.told.checked_at
    if course.morning.severe and told_at and _is_news(told_at, last_asked(said, rules.severe)):
        yield Due(DueKind.SEVERE, told_at, "severe-pain")


def _of_a_yes_that_waits(record: Record, rules: Rules, moment: Moment) -> Iterator[Due]:
    """A yes that would count was never read back."""
    if waiting(record.screenings, rules, record.person.birth_year, moment):
        yield Due(DueKind.NEWS, max(screening.at for screening in record.screenings), SOMETHING_NEW)


def _of_news(course: Course, said: Answered, rules: Rules) -> Iterator[Due]:
    """Something new in the check-in, or dizzy in the player, since all that may be news was asked; the latest first."""
    asked = last_asked(said, (q for step in rules.steps if not step.lasting for q in step.questions))
    told = [news for then in course.told.values() for news in then.news if news[1] != TOLD_LEG]
    for at, why in sorted(told, reverse=True):
        if _is_news(at, asked):
            yield Due(DueKind.NEWS, at, why)


def _of_the_short_form(course: Course, said: Answered, rules: Rules, moment: Moment) -> Iterator[Due]:
    """A leg that went numb, two sharp stops in a week, two weeks off, or a week gone by; the most telling first."""
    asked = last_asked(said, (q for line in rules.short for q in line.questions))
    if asked is None:
        return
    legs = [at for then in course.told.values() for at, why in then.news if why == TOLD_LEG]
    if legs and _is_news(max(legs), asked):
        yield Due(DueKind.SHORT, max(legs), TOLD_LEG)
    today = moment.practice_day
    stops = [stop.at for then in course.told.values() if today - then.day < SHARP_WITHIN for stop in then.sharps]
    if len(stops) >= SHARP_STOPS and _is_news(max(stops), asked):
        yield Due(DueKind.SHORT, max(stops), "sharp-twice")
    over = moment.instant_utc - asked.at >= SHORT_AFTER
    week_over = asked.at + SHORT_AFTER if over else moment.instant_utc
    if _was_away(course, asked, today):
        yield Due(DueKind.SHORT, week_over, "away")
    if today - asked.day >= SHORT_AFTER:
        yield Due(DueKind.SHORT, week_over, "weekly")


def _was_away(course: Course, asked: Screening, today: date) -> bool:
    """Two weeks without practice, and not asked since they were over."""
    off = (days_since_practice(course.now, today) or 1) - 1
    return off >= AWAY_DAYS and (today - asked.day).days > off - AWAY_DAYS


def _of_a_date(said: Answered, rules: Rules, moment: Moment) -> Iterator[Due]:
    """A baby was due, and the list has not been answered since; without a date it is due within a whole pregnancy."""
    today = moment.practice_day
    for question, run in said.told.items():
        known = rules.questions.get(question)
        if known is None or known.dated is not Dated.DUE:
            continue
        day = said.dates[question]
        passed = today - day if day else today - run[0].day - FULL_TERM
        asked = today - said.last[question].day
        if passed > timedelta() and (asked > passed or asked >= DATE_AGAIN):
            yield Due(DueKind.DATE, moment.instant_utc, "date-passed")


def _is_news(at: datetime, asked: Screening | None) -> bool:
    return asked is None or at > asked.at
