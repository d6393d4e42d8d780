"""What a morning leaves for the days after it: since when there is less, until when, and which counts begin anew."""

from dataclasses import replace
from datetime import timedelta

from loosen.core.course import LEAST
from loosen.core.journal import ChoiceKind
from loosen.core.record import Record, Standing
from tests.core.test_course import USUAL, chose, course_of, with_mornings
from tests.people import MARIA, TODAY, ago, steady, this_morning

TOMORROW = TODAY + timedelta(days=1)


def after(pains: dict[int, int | None], record: Record | None = None) -> Standing:
    return course_of(with_mornings(record or steady(MARIA), pains)).now


def less(standing: Standing) -> tuple[object, ...]:
    return standing.share, standing.cause, standing.since


def counts(standing: Standing) -> tuple[object, ...]:
    return standing.greens, standing.ambers, standing.calm_since


class TestACalmMorning:
    def test_counts_on_and_is_calm_since_the_first_of_its_run(self) -> None:
        assert counts(after({10: USUAL + 2, 0: USUAL})) == (9, 0, ago(9))

    def test_makes_the_next_small_increase_a_first_one(self) -> None:
        assert counts(after({1: USUAL + 2, 0: USUAL})) == (0, 0, TODAY)


class TestASmallIncrease:
    def test_is_less_from_today_and_ends_the_calm(self) -> None:
        standing = after({0: USUAL + 2})

        assert less(standing) == (0.75, "small-increase", TODAY)
        assert counts(standing) == (0, 1, None)
        assert standing.steady_until is None

    def test_a_second_time_is_less_from_today_and_steady_for_seven_days(self) -> None:
        standing = after({1: USUAL + 2, 0: USUAL + 2})

        assert less(standing) == (0.75, "small-increase", TODAY)
        assert counts(standing) == (0, 2, None)
        assert standing.steady_until == TODAY + timedelta(days=7)


class TestALargeIncrease:
    def test_is_the_least_from_today_until_tomorrow_and_ends_the_calm(self) -> None:
        standing = after({0: USUAL + 3})

        assert less(standing) == (LEAST, "large-increase", TODAY)
        assert standing.least_until == TOMORROW
        assert counts(standing) == (0, 0, None)

    def test_after_a_small_one_makes_the_next_small_one_a_first(self) -> None:
        assert counts(after({1: USUAL + 2, 0: USUAL + 3})) == (0, 0, None)

    def test_again_is_the_least_from_today(self) -> None:
        standing = after({1: USUAL + 3, 0: USUAL + 3})

        assert (standing.since, standing.least_until) == (TODAY, TOMORROW)

    def test_within_a_flare_does_not_shorten_it(self) -> None:
        record = replace(steady(MARIA), choices=(chose(ChoiceKind.FLARE, 0),))

        assert after({0: USUAL + 3}, record).least_until == ago(-2)

    def test_on_the_day_after_a_flare_was_told_does_not_shorten_it(self) -> None:
        record = replace(steady(MARIA), choices=(chose(ChoiceKind.FLARE, 1),))

        assert after({0: USUAL + 3}, record).least_until == TOMORROW


class TestAFlare:
    def test_is_the_least_for_three_days_from_today_and_ends_the_calm(self) -> None:
        standing = course_of(replace(this_morning(steady(MARIA), USUAL), choices=(chose(ChoiceKind.FLARE),))).now

        assert less(standing) == (LEAST, "flare", TODAY)
        assert standing.least_until == ago(-2)
        assert (standing.greens, standing.calm_since) == (0, None)


class TestTheWayBack:
    def test_goes_up_from_today_and_says_what_it_comes_back_from(self) -> None:
        assert less(after({2: USUAL + 3, 1: USUAL, 0: USUAL})) == (0.6, "large-increase", TODAY)

    def test_stays_on_the_morning_after_a_day_without_practice_at_it(self) -> None:
        record = steady(MARIA)
        rested = replace(record, events=tuple(one for one in record.events if one.day != ago(1)))

        assert less(after({3: USUAL + 3, 2: None, 1: USUAL, 0: USUAL}, rested)) == (0.6, "large-increase", ago(1))
