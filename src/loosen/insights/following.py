"""Somebody ordinary who follows a programme: what each day gives them when nothing goes amiss. Nobody's journal.

They have a usual pain of four, mornings that vary by a point for no reason, nothing to tell of in the questions, and
no session left out. They take every small step that is offered, and walk as far as the day suggests.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypedDict

from loosen.core.day import Day, Referral, Session
from loosen.core.journal import CheckIn, Choice, ChoiceKind, Event, PlayerEvent, Walk
from loosen.core.moment import Moment
from loosen.core.planning import given_from, plan_day
from loosen.core.practice import Practice
from loosen.core.record import Person, Record
from loosen.core.screening import NO, Screening

FIRST = date(2026, 1, 5)
"""The first day of everybody who follows a programme here, a Monday: the same days for every reader."""

USUAL = 4
MORNINGS = (0, 0, 1, 0, -1, 0, 1, 0, 0, -1)
"""Points by which their mornings differ from the usual for no reason."""

ZONE = "UTC"


class _Head(TypedDict):
    id: str
    at: datetime
    zone: str
    day: date


def follow(programme: str, practice: Practice) -> Iterator[Day]:
    """Yield the days of somebody ordinary who follows a programme, the first one first, without end."""
    begins = practice.programmes[programme].begins
    record = Record(Person(birth_year=1974, usual_pain=USUAL, parts=begins, programme=programme))
    nth = 0
    while True:
        day = FIRST + timedelta(days=nth)
        pain = USUAL + MORNINGS[nth % len(MORNINGS)]
        record = replace(record, check_ins=(*record.check_ins, CheckIn(**_head("morning", day, 7), pain=pain)))
        record, planned = _answered(record, day, practice)
        yield planned
        record = _practised(record, planned)
        nth += 1


def _head(name: str, day: date, hour: int, minute: int = 0) -> _Head:
    at = datetime.combine(day, time(hour), UTC) + timedelta(minutes=minute)
    return {"id": f"{name}-{day}-{minute}", "at": at, "zone": ZONE, "day": day}


def _answered(record: Record, day: date, practice: Practice) -> tuple[Record, Day]:
    """Answer what stands before the session: nothing is new, and nothing is to be told."""
    minute = 10
    while isinstance(planned := plan_day(record, _moment(day, minute), practice), Referral):
        rules = practice.screening
        first = [question for step in rules.steps if not step.after for question in step.questions]
        short = [question for line in rules.short for question in line.questions]
        answers = dict.fromkeys(short if record.screenings else first, NO)
        told = Screening(**_head("answers", day, 7, minute), answers=answers, read_back=True)
        record, minute = replace(record, screenings=(*record.screenings, told)), minute + 1
    return record, planned


def _moment(day: date, minute: int) -> Moment:
    return Moment(datetime.combine(day, time(7, minute, 30), UTC), ZONE)


def _practised(record: Record, planned: Day) -> Record:
    """Do every session of the day to its end, take the step that is offered, and walk as far as is suggested."""
    day = planned.day
    record = replace(record, given=(*record.given, given_from(planned)))
    events = tuple(event for nth, session in enumerate(planned.sessions) for event in _done(session, day, 8 + 3 * nth))
    record = replace(record, events=(*record.events, *events))
    if planned.offer:
        step = Choice(**_head("step", day, 21), kind=ChoiceKind.TAKE_STEP, movement=planned.offer[0])
        record = replace(record, choices=(*record.choices, step))
    if planned.walk and planned.walk.minutes:
        walk = Walk(**_head("walk", day, 20), minutes=planned.walk.minutes, talked=True)
        record = replace(record, walks=(*record.walks, walk))
    return record


def _done(session: Session, day: date, hour: int) -> Iterator[PlayerEvent]:
    for nth, step in enumerate(session.steps):
        head = _head(session.part.value, day, hour, nth)
        yield PlayerEvent(**head, session=session.id, event=Event.DONE, movement=step.movement)
