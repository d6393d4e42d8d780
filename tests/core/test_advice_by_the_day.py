"""On which day advice is said, rests and comes back, and which mornings it counts."""

from dataclasses import replace
from datetime import date

import pytest

from loosen.core.advice import RATED_OF_A_WEEK, is_no_easier, is_worse
from loosen.core.facts import Told
from loosen.core.record import Standing
from tests.core.test_advice import advice, look, said, told
from tests.people import MARIA, TODAY, ago, steady

MONDAY = ago(6)


class TestWhenItWasSaidBefore:
    DUE = steady(MARIA, 60)

    def test_it_rests_from_the_seventh_day_on(self) -> None:
        assert advice(replace(self.DUE, given=said("PER1", 6))) == ["no-easier"]
        assert advice(replace(self.DUE, given=said("PER1", 7))) == []

    def test_it_was_said_anew_where_it_was_given_a_week_later(self) -> None:
        assert advice(replace(self.DUE, given=said("PER1", 33, 27))) == ["no-easier"]
        assert advice(replace(self.DUE, given=said("PER1", 33, 26))) == []


class TestALookOnTheDayItself:
    def test_makes_it_silent_at_once(self) -> None:
        assert advice(replace(steady(MARIA, 60), clearings=(look("PER1", 0),))) == []


class TestEightDaysOfPractice:
    """Maria's pain is four on every morning; she practised on these days."""

    STANDING = Standing(began=ago(30), first_mornings={ago(30 - n): 4 for n in range(7)})

    def no_easier(self, *practised: int) -> bool:
        days = {ago(n): Told(ago(n), pain=4, practised=n in practised) for n in range(30)}
        return is_no_easier(self.STANDING, days, TODAY)

    def test_are_of_the_fourteen_before_this_one(self) -> None:
        assert self.no_easier(14, 13, 12, 11, 10, 9, 2, 1)

    @pytest.mark.parametrize("other", [0, 15], ids=["today's", "an older one"])
    def test_are_not_made_up_by_another(self, other: int) -> None:
        assert not self.no_easier(13, 12, 11, 10, 9, 2, 1, other)


class TestTheWeeksBefore:
    def test_are_four_and_no_fifth(self) -> None:
        """Before the last one the median is four and a half; with the sixth week in it, it would be five."""
        weeks = told({1: 6, 2: 6, 3: 5, 4: 4, 5: 4, 6: 5}, MONDAY)

        assert is_worse(weeks, MONDAY)


class TestAWeek:
    @pytest.mark.parametrize(("rated", "worse"), [(RATED_OF_A_WEEK, True), (RATED_OF_A_WEEK - 1, False)])
    def test_counts_from_five_rated_mornings_on(self, rated: int, worse: bool) -> None:
        weeks: dict[date, Told] = told({1: 6, 2: 6, 3: 4, 4: 4}, MONDAY)
        for n in range(7 - rated):
            weeks.pop(ago(1 + n, MONDAY))

        assert is_worse(weeks, MONDAY) is worse
