"""The other error: forty people a physiotherapist would let practise are let practise."""

from datetime import date
from functools import cache
from typing import Any

import pytest

from tests.lives import Outcome, moves, why_not
from tests.ordinary_people import DAYS, FIRST, PEOPLE, month

LAST = FIRST.fromordinal(FIRST.toordinal() + DAYS - 1)


@cache
def mornings(nth: int) -> dict[date, Outcome]:
    return dict(month(PEOPLE[nth]))


@pytest.mark.parametrize("nth", range(len(PEOPLE)), ids=[who.name for who in PEOPLE])
class TestAnOrdinaryPerson:
    def test_has_movement_on_the_first_morning(self, nth: int) -> None:
        assert moves(mornings(nth)[FIRST]), f"{PEOPLE[nth].name}: {why_not(mornings(nth)[FIRST])}"

    def test_has_movement_on_the_thirtieth_day(self, nth: int) -> None:
        assert moves(mornings(nth)[LAST]), f"{PEOPLE[nth].name}: {why_not(mornings(nth)[LAST])}"

    def test_has_movement_on_every_morning_between(self, nth: int) -> None:
        without = {f"{day:%d %b}": why_not(seen) for day, seen in mornings(nth).items() if not moves(seen)}

        assert not without, f"{PEOPLE[nth].name}: {without}"


class TestTheForty:
    def test_are_forty_different_people(self) -> None:
        assert len({who.name for who in PEOPLE}) == len(PEOPLE) == 40

    def test_are_all_let_practise(self, capsys: Any) -> None:
        first, last, every = (sum(map(moves, seen)) for seen in _seen())

        with capsys.disabled():
            print(
                f" {first} of 40 move on the first morning, {last} of 40 on day {DAYS}, {every} mornings in all", end=""
            )
        assert (first, last) == (40, 40)


def _seen() -> tuple[list[Outcome], list[Outcome], list[Outcome]]:
    months = [mornings(nth) for nth in range(len(PEOPLE))]
    every = [outcome for month in months for outcome in month.values()]
    return [month[FIRST] for month in months], [month[LAST] for month in months], every
