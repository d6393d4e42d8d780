"""When somebody usually practises: said only where it is so."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.insights.usual_time import LEAST, Usual, usual_time

TIMES = st.lists(st.times().map(lambda at: at.replace(second=0, microsecond=0)), max_size=20)


def at(*clock: str) -> list[time]:
    return [time.fromisoformat(each) for each in clock]


class TestAboutTheSameTime:
    def test_is_told_to_the_quarter_of_an_hour(self):
        assert usual_time(at("07:04", "07:12", "07:21")) == Usual(time(7, 15), near=3, of=3)

    def test_is_told_with_how_many_were_near(self):
        assert usual_time(at("07:00", "07:10", "07:05", "11:40")) == Usual(time(7, 0), near=3, of=4)

    def test_around_midnight_belongs_together(self):
        assert usual_time(at("23:50", "00:10", "00:02")) == Usual(time(0, 0), near=3, of=3)


class TestNoUsualTime:
    @pytest.mark.parametrize(
        "begun", [at(), at("07:00", "07:05"), at("06:00", "09:00", "12:00", "18:00")], ids=["none", "few", "spread"]
    )
    def test_is_told(self, begun):
        assert usual_time(begun) is None

    @given(TIMES)
    def test_is_told_from_fewer_than_three_and_else_most_are_near(self, begun):
        usual = usual_time(begun)

        assert usual is None or (usual.of == len(begun) >= LEAST and usual.near * 2 > usual.of)
        assert usual is None or usual.at.minute % 15 == 0
