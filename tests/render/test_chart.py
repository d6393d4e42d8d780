"""The chart draws what was noted, and draws what was not noted as absence."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from loosen.render.chart import ends, months, plot, usual_around, weeks

RATINGS = st.lists(st.none() | st.integers(0, 10), max_size=100)


class TestADayWithoutANote:
    def test_it_is_a_pale_strip_and_not_a_zero(self):
        drawn = plot([4, None, 4])

        assert drawn.missing == "M0.5 0h1v10h-1Z"
        assert drawn.marks == "M0 6h.01M2 6h.01"

    def test_the_line_of_the_usual_breaks_there(self):
        drawn = plot([4, 4, 4, None, 4, 4, 4])

        assert drawn.usual.count("M") == 2

    def test_a_rating_of_zero_is_noted(self):
        assert plot([0]).missing == ""
        assert plot([0]).marks == "M0 10h.01"


class TestWhatIsUsual:
    def test_three_rated_days_make_nothing_usual(self):
        assert usual_around([5, 5, 5], 1) is None

    def test_four_do(self):
        assert usual_around([2, 4, 4, 6], 1) == 4

    def test_both_ends_are_told_when_both_were_noted(self):
        assert ends([5] * 14 + [3] * 14) == (5, 3)

    def test_nothing_is_told_of_two_weeks_that_overlap(self):
        assert ends([5] * 20) is None

    def test_nothing_is_told_when_one_end_was_seldom_noted(self):
        assert ends([5] * 14 + [None] * 11 + [3] * 3) is None


class TestTheWordsBesideIt:
    def test_months_carry_how_many_of_their_days_are_shown(self):
        assert [(month.first.month, month.days) for month in months(date(2026, 8, 31), 33)] == [
            (8, 1),
            (9, 30),
            (10, 2),
        ]

    def test_the_table_has_the_newest_week_first(self):
        rows = weeks(date(2026, 11, 1), [5] * 7 + [3] * 7, [None] * 14)

        assert [(row.first.day, row.pain, row.stiffness, row.noted) for row in rows] == [
            (8, 3, None, 7),
            (1, 5, None, 7),
        ]


@given(RATINGS)
def test_every_day_is_either_a_mark_or_a_strip(ratings):
    drawn = plot(ratings)

    assert drawn.marks.count("M") + drawn.missing.count("M") == len(ratings)


@given(RATINGS)
def test_nothing_is_drawn_outside_the_picture(ratings):
    for x, y in re.findall(r"[ML](\S+?) (\S+?)(?=[ML]|h|$)", plot(ratings).marks + plot(ratings).usual):
        assert 0 <= float(x) < len(ratings)
        assert 0 <= float(y) <= 10


@given(RATINGS)
def test_the_weeks_count_every_noted_day_once(ratings):
    rows = weeks(date(2026, 1, 1), ratings, [None] * len(ratings))

    assert sum(row.noted for row in rows) == sum(rating is not None for rating in ratings)
    assert sum(row.days for row in rows) == len(ratings)
