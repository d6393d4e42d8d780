"""Which of a clinician's looks answers a condition that asks first."""

from dataclasses import replace
from datetime import datetime
from itertools import permutations

import pytest

from loosen.core.screening import Clearing, Said
from tests.core.test_conditions import asked, has
from tests.people import TODAY, ZONE, ago, at

HEART = has("heart", day=ago(2))


def look(said: Said, seen: datetime) -> Clearing:
    """What Dr Lind said of the heart at an instant."""
    return Clearing(
        id=f"{said.value}-{seen}", at=seen, zone=ZONE, day=seen.date(), finding="HEART", who="Dr Lind",
        looked_on=seen.date(), said=said,
    )  # fmt: skip


class TestTheLook:
    def test_may_be_noted_together_with_the_condition_and_not_before(self) -> None:
        told_at, before = at(ago(2), 7), at(ago(2), 6)

        assert asked(replace(HEART, clearings=(look(Said.GO_ON, told_at),))) == []
        assert asked(replace(HEART, clearings=(look(Said.GO_ON, before),))) == ["HEART"]

    @pytest.mark.parametrize(
        ("first", "last", "rules"),
        [(Said.NOT_YET, Said.GO_ON, []), (Said.GO_ON, Said.NOT_YET, ["HEART"])],
        ids=["go on at last", "not yet after all"],
    )
    def test_that_counts_is_the_last_in_whatever_order_they_arrive(self, first, last, rules) -> None:
        looks = look(first, at(ago(1), 9)), look(last, at(TODAY, 9))

        for order in permutations(looks):
            assert asked(replace(HEART, clearings=order)) == rules
