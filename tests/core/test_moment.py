"""Which practice day it is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.core.journal import DayPart
from loosen.core.moment import Moment

INSTANTS = st.integers(0, 20 * 366 * 24).map(lambda hours: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hours))


def berlin(text: str) -> Moment:
    return Moment(datetime.fromisoformat(text).astimezone(UTC), "Europe/Berlin")


class TestThePracticeDay:
    @pytest.mark.parametrize(
        ("local", "day"),
        [
            ("2026-11-22T07:30+01:00", date(2026, 11, 22)),
            ("2026-11-22T04:00+01:00", date(2026, 11, 22)),
            ("2026-11-22T03:59+01:00", date(2026, 11, 21)),
            ("2026-11-22T00:10+01:00", date(2026, 11, 21)),
            ("2026-11-22T23:59+01:00", date(2026, 11, 22)),
        ],
        ids=["morning", "four o'clock", "just before four", "after midnight", "late"],
    )
    def test_turns_at_four_on_the_persons_clock(self, local: str, day: date) -> None:
        assert berlin(local).practice_day == day

    def test_turns_at_four_on_the_wall_also_when_the_clocks_change(self) -> None:
        assert berlin("2026-03-29T03:59+02:00").practice_day == date(2026, 3, 28)
        assert berlin("2026-03-29T04:00+02:00").practice_day == date(2026, 3, 29)
        assert berlin("2026-10-25T03:59+01:00").practice_day == date(2026, 10, 24)

    def test_is_the_day_of_the_place_where_the_person_is(self) -> None:
        instant = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)

        assert Moment(instant, "Pacific/Auckland").practice_day == date(2026, 11, 23)
        assert Moment(instant, "America/New_York").practice_day == date(2026, 11, 22)

    @given(INSTANTS)
    def test_never_jumps_more_than_a_day_in_an_hour(self, instant: datetime) -> None:
        before, after = (Moment(instant + timedelta(hours=h), "Europe/Berlin").practice_day for h in (0, 1))

        assert after - before in (timedelta(0), timedelta(days=1))


class TestThePartOfTheDay:
    @pytest.mark.parametrize(
        ("local", "part"),
        [
            ("04:00", DayPart.MORNING),
            ("10:59", DayPart.MORNING),
            ("11:00", DayPart.NOON),
            ("14:00", DayPart.AFTERNOON),
            ("20:00", DayPart.BEDTIME),
            ("03:59", DayPart.BEDTIME),
        ],
    )
    def test_follows_the_persons_clock(self, local: str, part: DayPart) -> None:
        assert berlin(f"2026-11-22T{local}+01:00").part is part


class TestAnInstantWithoutAnOffset:
    def test_is_refused(self) -> None:
        with pytest.raises(ValueError, match="no offset"):
            Moment(datetime(2026, 11, 22, 7, 30), "UTC")  # noqa: DTZ001 - the point of the test
