"""A home with years of journal, for figures and budgets: `fill(folder, days=1461, sessions=1500, seed=4)`.

Also a command, because Django reads its home once: `python -m tests.bench.home FOLDER DAYS SESSIONS SEED`.
"""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from loosen.core.day import Day
from loosen.core.journal import CheckIn, DayPart, Entry, Event, Felt, Note, PlayerEvent
from loosen.core.moment import Moment
from loosen.core.record import Given, Person, Record
from loosen.core.screening import Screening

ROOT = Path(__file__).resolve().parent.parent.parent
ZONE = "Europe/Berlin"
PERSON = Person(birth_year=1974, zone=ZONE, country="DE", usual_pain=4, parts=(DayPart.MORNING, DayPart.AFTERNOON))
PLANNED_DAYS = 50
"""So many of the last days are given as plan_day says; the older ones are never looked at again."""

USUAL = ("seated-breath", "pelvic-tilt", "cat-cow", "wall-press", "shoulder-release")


def fill(folder: Path, *, days: int, sessions: int, seed: int) -> None:
    """Make the folder a home whose person wrote on each of so many days, and practised so many times."""
    environment = {
        **os.environ,
        "LOOSEN_HOME": str(folder),
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    }
    command = [sys.executable, "-m", "tests.bench.home", str(folder), str(days), str(sessions), str(seed)]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)


def journal(days: int, sessions: int, seed: int, today: date) -> Record:
    """Return the record: a check-in each day up to yesterday, and sessions of five movements."""
    draw = random.Random(seed)
    past = [today - timedelta(days=n) for n in range(days, 0, -1)]
    extra = sorted(draw.choices(past, k=max(sessions - days, 0)))
    practised = [*((day, DayPart.MORNING) for day in past[:sessions]), *((day, DayPart.AFTERNOON) for day in extra)]
    told = [entry for day, part in practised for entry in _session(draw, day, part)]
    return Record(
        person=PERSON,
        screenings=(_screening(draw, past[0]), *(_short_form(draw, day) for day in past[:0:-7][::-1])),
        check_ins=tuple(_check_in(draw, day) for day in past),
        events=tuple(entry for entry in told if isinstance(entry, PlayerEvent)),
        notes=tuple(entry for entry in told if isinstance(entry, Note)),
    )


def _check_in(draw: random.Random, day: date) -> CheckIn:
    return CheckIn(
        **_head(draw, day, 7, 0),
        pain=draw.randint(3, 4),
        stiffness=draw.randint(3, 5),
        sleep=draw.randint(5, 8),
        mood=draw.randint(5, 8),
    )


def _session(draw: random.Random, day: date, part: DayPart) -> Iterator[Entry]:
    hour = 8 if part is DayPart.MORNING else 17
    session = f"{day}-{part.value}"
    yield PlayerEvent(**_head(draw, day, hour, 0), session=session, event=Event.BEGAN)
    for minute, movement in enumerate(USUAL, start=1):
        head = _head(draw, day, hour, minute)
        yield PlayerEvent(
            **head, session=session, event=Event.DONE, movement=movement, level="described", repetitions=8
        )
    yield PlayerEvent(**_head(draw, day, hour, 8), session=session, event=Event.ENDED)
    yield Note(**_head(draw, day, hour, 9), session=session, felt=Felt.GOOD, pain=3, line="Easier once moving.")


def _screening(draw: random.Random, day: date) -> Screening:
    from loosen.content import loading

    answers = dict.fromkeys(loading.practice().screening.questions, "no")
    return Screening(**_head(draw, day, 6, 30), answers=answers, read_back=True)


def _short_form(draw: random.Random, day: date) -> Screening:
    """The form of a week; the last one was answered yesterday."""
    from loosen.content import loading

    answers = {question: "no" for line in loading.practice().screening.short for question in line.questions}
    return Screening(**_head(draw, day, 6, 45), answers=answers, read_back=True)


def _head(draw: random.Random, day: date, hour: int, minute: int) -> dict[str, object]:
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    return {"id": str(UUID(int=draw.getrandbits(128))), "at": at, "zone": ZONE, "day": day}


def _given(record: Record, today: date) -> Iterator[Given]:
    """Yield what the last days were given, each planned from what was told before it."""
    from loosen.content import loading
    from loosen.core.planning import given_from, plan_day

    for n in range(min(PLANNED_DAYS, len(record.check_ins) - 1), 0, -1):
        day = today - timedelta(days=n)
        planned = plan_day(
            record, Moment(datetime(day.year, day.month, day.day, 7, 5, tzinfo=UTC), ZONE), loading.practice()
        )
        assert isinstance(planned, Day)
        yield given_from(planned)


def _main(folder: Path, days: int, sessions: int, seed: int) -> None:
    from dataclasses import replace

    from loosen.web import opening

    now = datetime.now(UTC)
    opening.open_home(folder, now)
    from loosen.web import records
    from loosen.web.people.models import User

    record = journal(days, sessions, seed, now.date())
    records.take_over(User.objects.owner(ZONE), replace(record, given=tuple(_given(record, now.date()))))


if __name__ == "__main__":
    _main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
