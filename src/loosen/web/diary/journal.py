"""The journal page: twelve weeks as two pictures, and the days below them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Min

from loosen.core.journal import CheckIn, check_in_that_counts
from loosen.core.moment import Moment
from loosen.render import chart
from loosen.web import records
from loosen.web.diary.days import DayNoted, days_of
from loosen.web.people.models import Entry, User

WEEKS = 12
"""How far back the pictures look."""

LEAST_D = 14
"""A picture has at least two weeks, so that a few first days do not look like a story."""

LISTED_D = 14
"""Days on one page."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture with its words. `kind` is pain or stiffness."""

    kind: str
    title: str
    plot: chart.Plot
    ends: tuple[float, float] | None

    @property
    def says(self) -> str:
        """The picture in one sentence."""
        if self.ends is None:
            return f"{self.title}. Too few days yet to say what is usual."
        first, last = (f"{middle:g}" for middle in self.ends)
        return f"Usually {first} in the first two weeks, {last} in the last two."


@dataclass(frozen=True, slots=True)
class Journal:
    """All that the page shows; `earlier` and `later` lead to more days."""

    panels: tuple[Panel, ...]
    months: tuple[chart.Month, ...]
    weeks: tuple[chart.Week, ...]
    rated: int
    days: tuple[DayNoted, ...]
    earlier: date | None
    later: date | None

    @property
    def span_words(self) -> str:
        """How long the pictures are."""
        days = self.panels[0].plot.days
        return f"{days // 7} weeks" if days >= 7 * WEEKS else f"{days} days"


def journal_of(user: User, moment: Moment, until: date) -> Journal:
    """Return the journal as it stands, with the days up to `until`."""
    last = moment.practice_day
    opened = first_day(user, last)
    until = max(opened, min(until, last))
    before = until - timedelta(days=LISTED_D)
    begins = last - timedelta(days=7 * WEEKS - 1)
    rated = _rated(records.entries(user, CheckIn, since=begins, until=last))
    first = max(begins, min(min(rated, default=last), last - timedelta(days=LEAST_D - 1)))
    span = [rated.get(first + timedelta(days=day)) for day in range((last - first).days + 1)]
    pain = [each.pain if each else None for each in span]
    stiffness = [each.stiffness if each else None for each in span]
    return Journal(
        panels=(
            _panel("pain", "Morning pain, 0 to 10", pain),
            _panel("stiffness", "Morning stiffness, 0 to 10", stiffness),
        ),
        months=chart.months(first, len(span)),
        weeks=chart.weeks(first, pain, stiffness),
        rated=len(rated),
        days=days_of(user, max(opened, until - timedelta(days=LISTED_D - 1)), until),
        earlier=before if before >= opened else None,
        later=min(until + timedelta(days=LISTED_D), last) if until < last else None,
    )


def first_day(user: User, today: date) -> date:
    """Return the day of the first entry; today when there is none."""
    found: date | None = Entry.objects.of(user).aggregate(first=Min("day"))["first"]
    return min(found or today, today)


def _rated(told: Iterable[CheckIn]) -> dict[date, CheckIn | None]:
    """Return the check-in that counts on each day that has one."""
    by_day = groupby(sorted(told, key=lambda check_in: check_in.day), key=lambda check_in: check_in.day)
    return {day: check_in_that_counts(tuple(of_day)) for day, of_day in by_day}


def _panel(kind: str, title: str, ratings: chart.Ratings) -> Panel:
    return Panel(kind, title, chart.plot(ratings), chart.ends(ratings))
