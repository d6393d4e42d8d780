"""Weeks of ratings as a picture: a mark a day, a line for what was usual, pale strips where nothing was noted.

The picture holds no text and stretches without scaling its strokes; its words stand in HTML beside it.
Across: days, 0 at the first. Down: 10 minus the rating, so that 10 is at the top.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import fmean, median

TOP = 10
"""The highest rating, and the height of the picture."""

AROUND_D = 5
"""Days before and after a day whose ratings tell what was usual around it."""

LEAST = 4
"""Rated days that make something usual."""

ENDS_D = 14
"""Days at either end of which the usual is put into words."""

WEEK_D = 7

Ratings = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Plot:
    """The paths of one panel, in units of a day across and a point down."""

    days: int
    missing: str
    grid: str
    marks: str
    usual: str

    @property
    def width(self) -> int:
        """The width of the picture, which begins a day before the first."""
        return self.days + 1


@dataclass(frozen=True, slots=True)
class Month:
    """A month under the picture, and how many of its days are in it."""

    first: date
    days: int


@dataclass(frozen=True, slots=True)
class Week:
    """One row of the table beside the picture: the middle of each rating, and how many days were noted."""

    first: date
    pain: float | None
    stiffness: float | None
    noted: int
    days: int


def plot(ratings: Ratings) -> Plot:
    """Draw one rating a day, None where the day was not noted; absence is drawn, not filled."""
    return Plot(
        days=len(ratings),
        missing="".join(f"M{day - 0.5:g} 0h1v{TOP}h-1Z" for day, rating in enumerate(ratings) if rating is None),
        grid="".join(f"M-1 {height}H{len(ratings)}" for height in (0, TOP // 2, TOP)),
        marks="".join(f"M{day} {TOP - rating}h.01" for day, rating in enumerate(ratings) if rating is not None),
        usual="".join(_line(run, ratings) for run in _runs(ratings)),
    )


def _runs(ratings: Ratings) -> Iterator[list[int]]:
    """Yield the stretches of rated days."""
    for noted, days in groupby(range(len(ratings)), key=lambda day: ratings[day] is not None):
        if noted:
            yield list(days)


def _line(run: Sequence[int], ratings: Ratings) -> str:
    """Draw what was usual along one stretch; a day with too few rated days around it breaks the line too."""
    parts: list[str] = []
    pen = "M"
    for day in run:
        usual = usual_around(ratings, day)
        parts.append("" if usual is None else f"{pen}{day} {TOP - usual:.3g}")
        pen = "M" if usual is None else "L"
    return "".join(parts)


def usual_around(ratings: Ratings, day: int) -> float | None:
    """Return the mean of the rated days around a day, None with fewer than LEAST of them."""
    near = noted(ratings[max(0, day - AROUND_D) : day + AROUND_D + 1])
    return fmean(near) if len(near) >= LEAST else None


def noted(ratings: Iterable[int | None]) -> list[int]:
    """Return the ratings that were given."""
    return [rating for rating in ratings if rating is not None]


def middle(ratings: Iterable[int | None]) -> float | None:
    """Return the median of the ratings given, None with fewer than LEAST of them."""
    given = noted(ratings)
    return median(given) if len(given) >= LEAST else None


def ends(ratings: Ratings) -> tuple[float, float] | None:
    """Return what was usual in the first and in the last two weeks; None when either was noted too seldom."""
    first, last = middle(ratings[:ENDS_D]), middle(ratings[-ENDS_D:])
    return None if first is None or last is None or len(ratings) < 2 * ENDS_D else (first, last)


def months(first: date, days: int) -> tuple[Month, ...]:
    """Return the months the picture spans, in order."""
    each = (first + timedelta(days=day) for day in range(days))
    spans = [list(span) for _, span in groupby(each, key=lambda day: (day.year, day.month))]
    return tuple(Month(span[0].replace(day=1), len(span)) for span in spans)


def weeks(first: date, pain: Ratings, stiffness: Ratings) -> tuple[Week, ...]:
    """Return the same ratings as a table, newest week first."""
    starts = range(0, len(pain), WEEK_D)
    return tuple(_week(first, pain, stiffness, start) for start in reversed(starts))


def _week(first: date, pain: Ratings, stiffness: Ratings, start: int) -> Week:
    span = slice(start, start + WEEK_D)
    return Week(
        first=first + timedelta(days=start),
        pain=middle(pain[span]),
        stiffness=middle(stiffness[span]),
        noted=sum(1 for rated in zip(pain[span], stiffness[span], strict=True) if any(r is not None for r in rated)),
        days=len(pain[span]),
    )
