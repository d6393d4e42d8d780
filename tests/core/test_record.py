"""The planner's window of a record."""

from dataclasses import replace
from datetime import timedelta

from loosen.core.record import WINDOW_DAYS, Given, Record, Standing, standing_before, window
from tests.people import MARIA, TODAY, ago, check_in, steady


def given_on(days_ago: int) -> Given:
    return Given(ago(days_ago), "1", standing=Standing(share=0.75))


class TestTheWindow:
    def test_is_the_last_forty_two_practice_days(self) -> None:
        record = steady(MARIA, 60)

        days = {entry.day for entry in window(record, TODAY).check_ins}

        assert min(days) == TODAY - timedelta(days=WINDOW_DAYS)
        assert max(days) == ago(1)

    def test_reaches_back_to_the_last_given_day_before_it(self) -> None:
        record = replace(steady(MARIA, 60), given=(given_on(59), given_on(50), given_on(3)))

        known = window(record, TODAY)

        assert min(entry.day for entry in known.events) == ago(50)
        assert [one.day for one in known.given] == [ago(50), ago(3)]

    def test_holds_every_screening_and_clearing(self) -> None:
        record = steady(MARIA, 60)

        assert window(record, TODAY).screenings == record.screenings

    def test_ends_tomorrow_for_who_flew_west_has_told_of_it(self) -> None:
        told = tuple(check_in(TODAY + timedelta(days=days), 3) for days in range(3))

        assert window(Record(check_ins=told), TODAY).check_ins == told[:2]

    def test_of_the_window_is_the_window(self) -> None:
        record = replace(steady(MARIA, 60), given=(given_on(50),))

        assert window(window(record, TODAY), TODAY) == window(record, TODAY)


class TestTheStandingBeforeIt:
    def test_is_the_last_one_outside_the_window(self) -> None:
        record = Record(given=(given_on(80), given_on(43), given_on(42)))

        assert standing_before(record, TODAY) == given_on(43)

    def test_is_none_for_somebody_new(self) -> None:
        assert standing_before(Record(given=(given_on(42),)), TODAY) is None
