"""How long the morning takes to plan, after ninety days, after four years, and after ten years with many limits."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from time import process_time

from loosen.content.loading import practice
from loosen.core.journal import DayPart
from loosen.core.moment import Moment
from loosen.core.planning import plan_day
from loosen.core.record import Record
from tests.bench.figures import Figure
from tests.bench.home import ZONE, journal
from tests.bench.limited import limited

TODAY = date(2026, 11, 22)
THIS_MORNING = Moment(datetime(2026, 11, 22, 6, 30, tzinfo=UTC), ZONE)
ROUNDS = 30


def measure() -> Iterator[Figure]:
    """Plan the same morning from each record, turn by turn, so that a busy moment of the machine falls on all of them.

    The records are of somebody who practises morning and afternoon; of one part, of all four; and of one part with ten
    conditions and two plans.
    """
    short = journal(days=90, sessions=92, seed=4, today=TODAY)
    long = journal(days=1461, sessions=1500, seed=4, today=TODAY)
    ten_years = journal(days=3653, sessions=3700, seed=4, today=TODAY)
    held = limited(_practising(ten_years, DayPart.MORNING))
    records = (short, long, _practising(long, DayPart.MORNING), _practising(long, *DayPart), held)
    turns = [tuple(map(_planned_ms, records)) for _ in range(ROUNDS)]
    took = (min(took_ms) for took_ms in zip(*turns, strict=True))
    ninety_days_ms, four_years_ms, one_part_ms, four_parts_ms, limited_ms = took
    yield Figure("plan_day, 90 days", ninety_days_ms, "ms")
    yield Figure("plan_day, 4 years", four_years_ms, "ms", at_most=10)
    yield Figure("plan_day, 4 years, one part of the day", one_part_ms, "ms", at_most=10)
    yield Figure("plan_day, 4 years, all four parts", four_parts_ms, "ms")
    yield Figure("plan_day, 10 years, 10 conditions, 2 plans", limited_ms, "ms", at_most=10)
    yield Figure("plan_day, 4 years to 90 days", four_years_ms / ninety_days_ms, "times", at_most=1.3)


def _practising(record: Record, *parts: DayPart) -> Record:
    return replace(record, person=replace(record.person, parts=parts))


def _planned_ms(record: Record) -> float:
    """Return the processor time of one plan; what else the machine does can only add to it."""
    began = process_time()
    plan_day(record, THIS_MORNING, practice())
    return (process_time() - began) * 1000
