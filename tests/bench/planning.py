"""How long the morning takes to plan, after ninety days and after four years."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

from loosen.content.loading import practice
from loosen.core.moment import Moment
from loosen.core.planning import plan_day
from loosen.core.record import Record
from loosen.insights.simulate import simulate
from tests.bench.figures import Figure

ROUNDS = 15


def measure() -> Iterator[Figure]:
    """Plan the morning after the last day of each record, and compare."""
    four_years_ms = _best_ms(simulate(1461, seed=4))
    ninety_days_ms = _best_ms(simulate(90, seed=4))
    yield Figure("plan_day, 90 days", ninety_days_ms, "ms")
    yield Figure("plan_day, 4 years", four_years_ms, "ms", at_most=10)
    yield Figure("plan_day, 4 years to 90 days", four_years_ms / ninety_days_ms, "times", at_most=1.3)


def _morning_after(record: Record) -> Moment:
    """Return half past seven on the day after the last check-in."""
    last = max(entry.day for entry in record.check_ins)
    local = datetime.combine(last + timedelta(days=1), time(7, 30), ZoneInfo(record.person.zone))
    return Moment(local.astimezone(UTC), record.person.zone)


def _best_ms(record: Record) -> float:
    """Return the least of several: what else the machine does can only add to it."""
    moment, scores = _morning_after(record), practice()
    plan_day(record, moment, scores)
    took_ms = []
    for _ in range(ROUNDS):
        began = perf_counter()
        plan_day(record, moment, scores)
        took_ms.append((perf_counter() - began) * 1000)
    return min(took_ms)
