"""The cast: people whose mornings the tests speak of. Records are frozen; `replace` makes a morning of one's own."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from loosen.core.journal import Body, CheckIn, DayPart, Event, Note, PlayerEvent, SharpAnswer
from loosen.core.moment import Moment
from loosen.core.record import Person, Record
from loosen.core.score import Position
from loosen.core.screening import Screening

ZONE = "Europe/Berlin"
TODAY = date(2026, 11, 22)
"""The morning most tests stand in: a Sunday."""

FLOOR = frozenset({Position.LYING, Position.SIDE_LYING, Position.HANDS_AND_KNEES, Position.KNEELING})
ALL_BUT_A_CHAIR = FLOOR | {Position.STANDING}


def at(day: date = TODAY, hour: int = 7, minute: int = 30) -> datetime:
    """An instant of a practice day on the clock of the cast, as it is kept."""
    return datetime.fromisoformat(f"{day.isoformat()}T{hour:02}:{minute:02}:00+01:00")


def moment(day: date = TODAY, hour: int = 7, minute: int = 30) -> Moment:
    return Moment(at(day, hour, minute), ZONE)


def ago(days: int, today: date = TODAY) -> date:
    return today - timedelta(days=days)


def screening(day: date, **answers: str) -> Screening:
    """A first round of answers: no to everything that is asked, unless said otherwise. Read back."""
    from loosen.content.loading import practice

    everything = dict.fromkeys(practice().screening.questions, "no") | answers
    return Screening(id=f"screening-{day}", at=at(day, 7, 0), zone=ZONE, day=day, answers=everything, read_back=True)


def short_form(day: date, *yes: str, hour: int = 7) -> Screening:
    """The four short lines of a week: nothing new, but for these."""
    from loosen.content.loading import practice

    asked = [question for line in practice().screening.short for question in line.questions]
    answers = dict.fromkeys(asked, "no") | dict.fromkeys(yes, "yes")
    return Screening(id=f"short-form-{day}", at=at(day, hour, 10), zone=ZONE, day=day, answers=answers, read_back=True)


def known_flare(day: date = TODAY) -> Screening:
    """The answers of a bad day: the flare the person knows, and nothing sudden."""
    answers = {"sev-unlike": "no", "sev-sudden": "no", "sev-high": "no"}
    return Screening(id=f"flare-{day}", at=at(day, 7, 25), zone=ZONE, day=day, answers=answers, read_back=True)


def asked_weekly(days: int, today: date = TODAY) -> tuple[Screening, ...]:
    """All questions so many days ago, and the short form every week since; none is due today."""
    return (screening(ago(days, today)), *(short_form(ago(n, today)) for n in range(days - 7, -1, -7)))


def check_in(day: date, pain: int | None, body: Body = Body.USUAL, **more: int | None) -> CheckIn:
    return CheckIn(id=f"check-in-{day}", at=at(day, 7, 20), zone=ZONE, day=day, pain=pain, body=body, **more)


def event(day: date, what: Event, movement: str | None = None, nth: int = 0, **more: object) -> PlayerEvent:
    """One thing that happened in the morning session."""
    name = f"{what.value}-{movement or ''}-{day}-{nth}"
    when = at(day, 8, nth)
    return PlayerEvent(
        id=name, at=when, zone=ZONE, day=day, session=f"{day}-morning", event=what, movement=movement, **more
    )


def practised(day: date, *movements: str) -> tuple[PlayerEvent, ...]:
    """A morning session done to its end."""
    done = movements or ("seated-breath", "pelvic-tilt", "cat-cow", "shoulder-release")
    return tuple(event(day, Event.DONE, movement, nth) for nth, movement in enumerate(done))


def sharp(day: date, movement: str, answer: SharpAnswer = SharpAnswer.STILL, nth: int = 20) -> tuple[PlayerEvent, ...]:
    """Too sharp, the two breaths, and the answer."""
    return (
        event(day, Event.SHARP, movement, nth),
        event(day, Event.ANSWER, movement, nth + 1, answer=answer),
    )


def note(day: date, **more: object) -> Note:
    return Note(id=f"note-{day}", at=at(day, 8, 40), zone=ZONE, day=day, session=f"{day}-morning", **more)


def steady(person: Person, days: int = 20, pain: int = 4, today: date = TODAY) -> Record:
    """So many days of practice up to yesterday, every morning the same, screened before the first and every week."""
    past = [ago(n, today) for n in range(days, 0, -1)]
    return Record(
        person=person,
        screenings=asked_weekly(days, today),
        check_ins=tuple(check_in(day, pain) for day in past),
        events=tuple(one for day in past for one in practised(day)),
    )


def this_morning(record: Record, pain: int | None, body: Body = Body.USUAL, **more: int | None) -> Record:
    """The record after today's check-in."""
    return replace(record, check_ins=(*record.check_ins, check_in(TODAY, pain, body, **more)))


MARIA = Person(birth_year=1974, zone=ZONE, country="DE", usual_pain=4)
"""52, at a desk all day; worst when she gets up."""

TOM = Person(birth_year=1958, zone=ZONE, country="GB", usual_pain=5, positions_off=FLOOR)
"""68, cannot get down to the floor."""

AYSE = Person(birth_year=1949, zone=ZONE, country="DE", usual_pain=5, positions_off=ALL_BUT_A_CHAIR)
"""77, does everything on a chair."""

JOE = Person(
    birth_year=1988,
    zone=ZONE,
    country="US",
    usual_pain=3,
    parts=(DayPart.MORNING, DayPart.AFTERNOON),
    count_s=1.2,
)
"""38, a runner with an evening back; breathes slowly."""

INES = Person(birth_year=1981, zone=ZONE, country="ES", usual_pain=4)
"""45; one morning she answers yes to numbness between the legs."""

NOOR = Person(birth_year=1996, zone=ZONE, country="NL", usual_pain=7, parts=(DayPart.BEDTIME,))
"""30, much pain on most days; practises before bed."""

CAST = (MARIA, TOM, AYSE, JOE, INES, NOOR)
