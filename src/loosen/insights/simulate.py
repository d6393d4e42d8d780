"""A plausible diary from a documented generative model, for the demo, the benchmarks and the proofs.

The model, day by day. `level` is the resting pain, easing from 4.5 towards 2.5 over the first months. Pain is the level
plus a carry-over of yesterday's deviation, a weekday, what the last night adds, a flare now and then that dies away,
and noise. Sleep and mood follow pain loosely. Days are missed in clumps, and more often when pain is high. On days that
are there the person mostly practises; sessions on bad days are felt as harder. Numbers below; standard library only.
"""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from math import exp
from random import Random
from zoneinfo import ZoneInfo

from loosen.core.evening import FIRST_MORNINGS
from loosen.core.facts import Told
from loosen.core.journal import Body, CheckIn, DayPart, Event, Felt, Note, PlayerEvent, SharpAnswer
from loosen.core.moment import Moment
from loosen.core.morning import is_severe, usual_pain
from loosen.core.practice import BREATHS, Practice
from loosen.core.prescription import Limits
from loosen.core.record import USUAL_PROGRAMME, Given, GivenSession, GivenStep, Person, Record, Standing
from loosen.core.routine import Draft, first_dose, usual_session
from loosen.core.score import Dose
from loosen.core.screening import NO, Screening

FIRST_LEVEL, LAST_LEVEL, EASING_DAYS = 4.5, 2.5, 45
"""Resting pain (0-10) at first and in the long run, and the days in which the difference falls to a third."""

CARRY_OVER = 0.45
"""Share of yesterday's deviation from the level that is still there today."""

NOISE = 0.9
"""Standard deviation of a morning for no reason, in points of pain."""

WEEKDAYS = (0.4, 0.1, 0.0, 0.0, 0.1, -0.2, -0.3)
"""Points of pain that Monday to Sunday add."""

NIGHT = 0.15
"""Points of pain that each point of sleep below the person's usual adds the next morning."""

FLARES, FLARE_POINTS, FLARE_FADES = 0.012, 3.0, 0.65
"""Chance of a flare a day, the points it adds, and the share of it that is left each day after."""

GOES_MISSING, MISSING_PER_POINT, COMES_BACK = 0.05, 0.03, 0.45
"""Chance of a day off after a day that was there, more for each point of pain above 5, and of coming back."""

PRACTISES, PRACTISES_ON_A_BAD_DAY, BAD_DAY = 0.9, 0.55, 6
"""Chance of a session on a day that is there, and from which pain on it is the lower one."""

ASKED_EVERY = timedelta(days=6)
"""The short form is answered on the first day that is there so long after the last time; a week is never passed."""

ADDED_AFTER = {"wall-press": 24}
"""The day on which a movement that the programme adds later is first done."""

LINES = (
    "Slept with a pillow between the knees.",
    "Long drive yesterday.",
    "Easier to put socks on.",
    "Stood a lot at work.",
    "Walked to the shop and back.",
    "Garden in the afternoon.",
)
"""What is written now and then."""

INVENTED = Person(birth_year=1974, country="DE", usual_pain=5)
"""52, at a desk all day; invented, like everything here."""


@dataclass(slots=True)
class _Body:
    """How the simulated person is on one day, carried from day to day."""

    pain: int = 5
    deviation: float = 0.0
    flare: float = 0.0
    sleep: int = 6
    there: bool = True


@dataclass(slots=True)
class _Diary:
    """The diary in the making."""

    random: Random
    practice: Practice
    person: Person
    standing: Standing = field(default_factory=Standing)
    told: dict[date, Told] = field(default_factory=dict)
    screenings: list[Screening] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    events: list[PlayerEvent] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)

    def head(self, at: datetime, day: date) -> dict[str, object]:
        """Return the head of an entry, with an id that sorts by time (UUIDv7)."""
        high, low = self.random.getrandbits(12), self.random.getrandbits(62)
        value = int(at.timestamp() * 1000) << 80 | 7 << 76 | high << 64 | 2 << 62 | low
        return {"id": str(uuid.UUID(int=value)), "at": at, "zone": self.person.zone, "day": day}


def simulate(days: int, seed: int, until: Moment, practice: Practice) -> Record:
    """Return the record of so many days before this moment's. The same arguments give the same record."""
    if days < 1:
        raise ValueError(f"days is {days}; a diary has at least one day")
    person = replace(INVENTED, zone=until.zone)
    diary = _Diary(Random(seed), practice, person)
    first = until.practice_day - timedelta(days=days)
    _ask(diary, _at(first - timedelta(days=1), 18 * 60, person.zone), practice.screening.questions)
    body = _Body()
    for nth in range(days):
        _live(body, nth, first + timedelta(days=nth), diary.random)
        if body.there:
            _write(diary, body, nth, first + timedelta(days=nth))
    return Record(
        person=person,
        screenings=tuple(diary.screenings),
        check_ins=tuple(diary.check_ins),
        events=tuple(diary.events),
        notes=tuple(diary.notes),
        given=tuple(diary.given),
    )


def _level(nth: int) -> float:
    return LAST_LEVEL + (FIRST_LEVEL - LAST_LEVEL) * exp(-nth / EASING_DAYS)


def _live(body: _Body, nth: int, day: date, random: Random) -> None:
    """Bring the body through the night into this day."""
    missing = GOES_MISSING + MISSING_PER_POINT * max(0, body.pain - 5)
    body.there = nth == 0 or random.random() < (1 - missing if body.there else COMES_BACK)
    body.flare = body.flare * FLARE_FADES + (FLARE_POINTS if random.random() < FLARES else 0.0)
    body.sleep = _scale(6.5 - 0.3 * (body.pain - _level(nth)) + random.gauss(0, 1.4))
    body.deviation = CARRY_OVER * body.deviation + random.gauss(0, NOISE)
    night = NIGHT * (6.5 - body.sleep)
    body.pain = _scale(_level(nth) + body.deviation + body.flare + WEEKDAYS[day.weekday()] + night)


def _scale(value: float) -> int:
    return max(0, min(10, round(value)))


def _write(diary: _Diary, body: _Body, nth: int, day: date) -> None:
    """Write the check-in, what it makes Loosen ask, and mostly a session with its note."""
    random = diary.random
    woken = _at(day, 6 * 60 + 45 + random.randrange(90), diary.person.zone)
    diary.check_ins.append(
        CheckIn(
            **diary.head(woken, day),  # type: ignore[arg-type]
            pain=body.pain,
            stiffness=_scale(body.pain + random.gauss(0.4, 1.0)),
            sleep=body.sleep,
            mood=_scale(7.5 - 0.5 * body.pain + random.gauss(0, 1.2)),
            body=_words(body, nth, random),
        )
    )
    _ask(diary, woken + timedelta(minutes=1), _due(diary, day, body.pain))
    if random.random() < (PRACTISES if body.pain < BAD_DAY else PRACTISES_ON_A_BAD_DAY):
        _practise(diary, body, nth, woken + timedelta(minutes=5))


def _words(body: _Body, nth: int, random: Random) -> Body:
    if body.sleep <= 3 and random.random() < 0.6:
        return Body.HEAVY
    return Body.SORER if body.pain >= _level(nth) + 2.5 else Body.USUAL


def _practise(diary: _Diary, body: _Body, nth: int, at: datetime) -> None:
    """Do the usual morning, from the breath to the note."""
    day, part = diary.check_ins[-1].day, DayPart.MORNING
    doses = _doses(diary.practice, nth)
    draft = usual_session(
        diary.practice.programmes[USUAL_PROGRAMME].outline(part), doses, diary.practice, Limits().forbids
    )
    session = f"{day}-{part.value}"
    steps = tuple(GivenStep(step.movement, step.dose) for step in draft.steps)
    diary.given.append(
        Given(day, "2", (GivenSession(session, part, steps),), standing=replace(diary.standing, doses=doses))
    )
    diary.standing = replace(diary.standing, practised=day, began=diary.standing.began or day)
    for moment, what in _happenings(draft, body, at, diary.random):
        diary.events.append(PlayerEvent(**diary.head(moment, day), session=session, **what))  # type: ignore[arg-type]
    diary.notes.append(_note(diary, body, diary.events[-1].at + timedelta(minutes=1), draft))


def _doses(practice: Practice, nth: int) -> dict[str, Dose]:
    return {slug: first_dose(practice.scores[slug]) for slug, added in ADDED_AFTER.items() if nth >= added}


def _happenings(
    draft: Draft, body: _Body, at: datetime, random: Random
) -> Iterator[tuple[datetime, dict[str, object]]]:
    """Yield what the player notes, with its instant."""
    yield at, {"event": Event.BEGAN}
    for step in draft.steps:
        about = {"movement": step.movement, "level": step.dose.level, "repetitions": step.dose.repetitions}
        if step.movement not in BREATHS:
            at += timedelta(seconds=random.randrange(30, 60))
            yield from _way_out(about, body, at, random)
        at += timedelta(seconds=random.randrange(30, 60))
        yield at, {"event": Event.DONE, **about}
    yield at + timedelta(seconds=2), {"event": Event.ENDED}


def _way_out(
    about: dict[str, object], body: _Body, at: datetime, random: Random
) -> Iterator[tuple[datetime, dict[str, object]]]:
    """Now and then a movement is made easier; rarely it is sharp for a breath."""
    chance = random.random()
    if chance < 0.006 * max(1, body.pain - 3):
        yield at, {"event": Event.SHARP, **about}
        yield at + timedelta(seconds=14), {"event": Event.ANSWER, "answer": SharpAnswer.GONE, **about}
    elif chance < 0.03 + 0.02 * max(0, body.pain - 4):
        yield at, {"event": Event.EASIER, **about}


def _note(diary: _Diary, body: _Body, at: datetime, draft: Draft) -> Note:
    random, day = diary.random, diary.check_ins[-1].day
    during = _scale(body.pain + random.choice((-1, 0, 0, 0, 1)))
    mood = random.gauss(0, 1.5) + body.pain
    felt = Felt.GOOD if mood < 3.5 else Felt.ALL_RIGHT if mood < 6.5 else Felt.HARD_GOING
    looser = random.choice([step.movement for step in draft.steps[1:]])
    chips = (f"looser-after:{looser}",) if felt is Felt.GOOD and random.random() < 0.5 else ()
    line = random.choice(LINES) if random.random() < 0.15 else ""
    session = f"{day}-{draft.outline.part.value}"
    return Note(**diary.head(at, day), session=session, felt=felt, pain=during, chips=chips, line=line)  # type: ignore[arg-type]


def _due(diary: _Diary, day: date, pain: int) -> tuple[str, ...]:
    """Return the questions that come before the practice of this day."""
    rules, asked = diary.practice.screening, diary.screenings[-1]
    usual = usual_pain(day, diary.standing, diary.told, diary.person)
    diary.told[day] = Told(day, pain=pain)
    diary.standing = replace(diary.standing, usual=usual, first_mornings=_first_mornings(diary))
    short = tuple(question for line in rules.short for question in line.questions)
    if is_severe(pain, usual):
        return (*rules.severe, rules.high, *short)
    stops = sum(1 for event in diary.events[-60:] if event.event is Event.SHARP and event.at > asked.at)
    return short if stops or day - asked.day >= ASKED_EVERY else ()


def _first_mornings(diary: _Diary) -> dict[date, int]:
    """Return the first rated mornings from the first practice on."""
    began = diary.standing.began
    rated = ((day, told.pain) for day, told in diary.told.items() if told.pain is not None)
    return dict(islice(((day, pain) for day, pain in rated if began and day >= began), FIRST_MORNINGS))


def _ask(diary: _Diary, at: datetime, questions: Iterable[str]) -> None:
    """Answer no to all of these: nothing is new, and a bad day is the flare they know."""
    if answers := dict.fromkeys(questions, NO):
        head = diary.head(at, Moment(at, diary.person.zone).practice_day)
        diary.screenings.append(Screening(**head, answers=answers, read_back=True))  # type: ignore[arg-type]


def _at(day: date, minutes: int, zone: str) -> datetime:
    """Return the instant so many minutes after midnight on the person's clock."""
    return datetime.combine(day, time(), ZoneInfo(zone)) + timedelta(minutes=minutes)
