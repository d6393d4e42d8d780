"""People to whom nothing happens, and people who grow worse: mornings from a documented model, paced by the rules.

The model, day by day. Pain on waking is the person's level plus a deviation, rounded to the scale: the deviation has a
standard deviation of its own, and 0.45 of it is still there the next day. Who grows worse rises by a seventh of a point
a day after weeks that were steady. 95 of 100 mornings are rated, on 90 of 100 days there is practice, and after 60 of
100 sessions a note, whose pain during is the morning's, give or take one. The questions are always answered: nothing
new, and a bad day is the flare they know. Who is held sees somebody a week later, and is told to go on.

The short cut: a day is folded by the rules' own functions, one day after the other, and never drawn up as sessions. A
plan folds the same functions anew each morning from the planner's window; tests/core/test_pace_sample.py compares.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from math import sqrt
from random import Random

from loosen.content.loading import practice
from loosen.core.advice import SAID_ONCE, advice, is_worse
from loosen.core.course import LEAST, Course, after_the_morning
from loosen.core.day import Day
from loosen.core.evening import evening
from loosen.core.facts import Ground, Told
from loosen.core.journal import Felt
from loosen.core.moment import Moment
from loosen.core.morning import Morning, morning_of
from loosen.core.planning import plan_day
from loosen.core.prescription import Limits
from loosen.core.record import Given, Person, Record, Standing
from loosen.core.screening import Clearing, Effect, Said
from tests.people import MARIA, TODAY, check_in, known_flare, moment, steady

CARRY_OVER = 0.45
"""Share of yesterday's deviation that is still there today."""

RATED, PRACTISES, NOTES = 0.95, 0.9, 0.6
"""Chance of a rated morning, of practice on a day that is not held, and of a note after it."""

LOOKED_AFTER = timedelta(days=7)
"""How long after a hold somebody has looked: a hold asks for a look within two weeks."""

FIRST = date(2026, 1, 5)
ZONE = "UTC"


@dataclass(frozen=True)
class Life:
    """Somebody invented: the spread of their mornings in points, and the points they rise a day after steady days."""

    seed: int
    sd: float
    level: int
    days: int
    rise: float = 0.0
    steady_days: int = 0

    @property
    def person(self) -> Person:
        return Person(birth_year=1974, zone=ZONE, usual_pain=self.level)


@dataclass(frozen=True)
class Lived:
    """One day: what was told, how the morning was judged, where the practice stood, and the cards of its advice."""

    told: Told
    morning: Morning
    standing: Standing
    cards: tuple[str, ...]
    held: bool
    worse: bool

    @property
    def share(self) -> float:
        """The part of the dose that the day's pace asked for; nothing while somebody should look first."""
        if self.held:
            return 0.0
        return least_of_usual() if self.standing.share == LEAST else self.standing.share

    @property
    def given(self) -> float:
        """The same, with the days that are the least for pain before the session counted as that."""
        much = self.morning.severe or self.morning.starts_high
        return min(self.share, least_of_usual()) if much else self.share


@cache
def least_of_usual() -> float:
    """The part of the usual repetitions that the least session holds, as planned for Maria on a bad morning."""
    usual = steady(MARIA, 6)
    bad = replace(usual, check_ins=(*usual.check_ins, check_in(TODAY, 7)))
    bad = replace(bad, screenings=(*bad.screenings, known_flare()))
    return _repetitions(bad) / _repetitions(usual)


def _repetitions(record: Record) -> int:
    day = plan_day(record, moment(TODAY, 9), practice())
    assert isinstance(day, Day)
    return sum(step.dose.repetitions for step in day.sessions[0].steps[1:])


def lives(life: Life) -> Iterator[Lived]:
    """Live day after day by the rules."""
    random, told = Random(life.seed), dict[date, Told]()
    standing, deviation = Standing(), random.gauss(0, life.sd)
    clearings: tuple[Clearing, ...] = ()
    said: tuple[Given, ...] = ()
    for nth in range(life.steady_days + life.days):
        day = FIRST + timedelta(days=nth)
        deviation = CARRY_OVER * deviation + random.gauss(0, life.sd * sqrt(1 - CARRY_OVER**2))
        level = life.level + life.rise * max(0, nth - life.steady_days)
        told[day] = _woken(day, max(0, min(10, round(level + deviation))), random)
        ground = Ground(life.person, Limits(), practice(), clearings)
        morning = morning_of(day, standing, told, ground)
        now = after_the_morning(standing, morning, ground)
        course = Course(standing, now, morning, {}, told)
        found = tuple(advice(Record(given=said), course, ground, Moment(_at(day, 12), ZONE)))
        held = any(finding.effect is Effect.HOLD for finding in found)
        if not held and random.random() < PRACTISES:
            told[day] = _practised(told[day], random)
        lived = Lived(told[day], morning, now, tuple(f.words for f in found), held, is_worse(told, day))
        yield lived
        said = (*said[-50:], Given(day, "2", said=tuple(f.rule for f in found if f.rule in SAID_ONCE)))
        clearings += tuple(_look(f.rule, day) for f in found if f.effect is Effect.HOLD and _is_old(f.since, day))
        standing = evening(now, replace(morning, told=told[day]), ground)


def _woken(day: date, pain: int, random: Random) -> Told:
    rated = random.random() < RATED
    return Told(day, checked_at=_at(day, 7), pain=pain) if rated else Told(day)


def _practised(woken: Told, random: Random) -> Told:
    done = replace(woken, practised=True, done=frozenset({"pelvic-tilt"}))
    if woken.pain is None or random.random() >= NOTES:
        return done
    during = max(0, min(10, woken.pain + random.choice((-1, 0, 0, 0, 1))))
    return replace(done, felt=Felt.ALL_RIGHT, during=during, noted_at=_at(woken.day, 8))


def _is_old(since: datetime, day: date) -> bool:
    return day - since.date() >= LOOKED_AFTER


def _look(finding: str, day: date) -> Clearing:
    return Clearing(
        id=f"look-{day}", at=_at(day, 20), zone=ZONE, day=day, finding=finding, who="Dr Roy", looked_on=day,
        said=Said.GO_ON,
    )  # fmt: skip


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
