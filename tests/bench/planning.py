"""How long the morning takes to plan, after ninety days and after four years."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from time import perf_counter
from zoneinfo import ZoneInfo

from loosen.content.loading import practice
from loosen.core.moment import Moment
from loosen.core.planning import plan_day
from loosen.core.record import Record
from tests.bench.figures import Figure
from tests.bench.home import journal

TODAY = date(2026, 11, 22)
ROUNDS = 15


def measure() -> Iterator[Figure]:
    """Plan the morning after the last day of each record, and compare."""
    four_years_ms = _best_ms(journal(days=1461, sessions=1500, seed=4, today=TODAY))
    ninety_days_ms = _best_ms(journal(days=90, sessions=92, seed=4, today=TODAY))
    yield Figure("plan_day, 90 days", ninety_days_ms, "ms")
    yield Figure("plan_day, 4 years", four_years_ms, "ms", at_most=10)
    yield Figure("plan_day, 4 years to 90 days", four_years_ms / ninety_days_ms, "times", at_most=1.3)


def _this_morning(record: Record) -> Moment:
    local = datetime.combine(TODAY, time(7, 30), ZoneInfo(record.person.zone))
    return Moment(local.astimezone(UTC), record.person.zone)


def _best_ms(record: Record) -> float:
    """Return the least of several: what else the machine does can only add to it."""
    moment, scores = _this_morning(record), practice()
    plan_day(record, moment, scores)
    took_ms = []
    for _ in range(ROUNDS):
        began = perf_counter()
        plan_day(record, moment, scores)
        took_ms.append((perf_counter() - began) * 1000)
    return min(took_ms)
