"""How long the morning takes to plan, after ninety days and after four years."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from time import process_time

from loosen.content.loading import practice
from loosen.core.moment import Moment
from loosen.core.planning import plan_day
from loosen.core.record import Record
from tests.bench.figures import Figure
from tests.bench.home import ZONE, journal

TODAY = date(2026, 11, 22)
THIS_MORNING = Moment(datetime(2026, 11, 22, 6, 30, tzinfo=UTC), ZONE)
ROUNDS = 30


def measure() -> Iterator[Figure]:
    """Plan the same morning from each record, turn by turn, so that a busy moment of the machine falls on both."""
    short = journal(days=90, sessions=92, seed=4, today=TODAY)
    long = journal(days=1461, sessions=1500, seed=4, today=TODAY)
    turns = [(_planned_ms(short), _planned_ms(long)) for _ in range(ROUNDS)]
    ninety_days_ms, four_years_ms = (min(took_ms) for took_ms in zip(*turns, strict=True))
    yield Figure("plan_day, 90 days", ninety_days_ms, "ms")
    yield Figure("plan_day, 4 years", four_years_ms, "ms", at_most=10)
    yield Figure("plan_day, 4 years to 90 days", four_years_ms / ninety_days_ms, "times", at_most=1.3)


def _planned_ms(record: Record) -> float:
    """Return the processor time of one plan; what else the machine does can only add to it."""
    began = process_time()
    plan_day(record, THIS_MORNING, practice())
    return (process_time() - began) * 1000
