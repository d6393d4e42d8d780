"""A sample of the exhaustive walk and of the lives; bin/prove safety and bin/prove life walk and play all of them."""

from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import Any

import pytest

from tests.proofs.asking import against_answers, every_answer, pairs, pairs_with_an_emergency, singles
from tests.proofs.life import people
from tests.proofs.limiting import (
    KINDS,
    against_conditions,
    against_the_library,
    programmes_with_conditions,
    rows_and_pairs,
)
from tests.ruled_out import ROWS

SEEDED_PAIRS = 2000
LIVES = 2


def walked(check: Callable[..., Iterator[str]], cases: Iterable[tuple[Any, ...]], capsys: Any, what: str) -> list[str]:
    """Check every case, say how many there were, and return what did not hold."""
    count, faults = 0, []
    for case in cases:
        count += 1
        faults += check(*case)
    with capsys.disabled():
        print(f" {count} {what}", end="", flush=True)
    return faults


class TestWhatTheQuestionsLeadTo:
    def test_is_as_the_clinical_ground_says_for_every_answer(self, capsys: Any) -> None:
        assert not walked(against_answers, singles(), capsys, "answers")

    def test_is_an_emergency_beside_any_other_answer(self, capsys: Any) -> None:
        assert not walked(against_answers, pairs_with_an_emergency(), capsys, "pairs with an emergency")

    def test_is_as_the_clinical_ground_says_for_pairs(self, capsys: Any) -> None:
        every = len(every_answer())
        chosen = set(Random(3).sample(range(every * (every - 1) // 2 * 3), SEEDED_PAIRS))
        seeded = (pair for nth, pair in enumerate(pairs()) if nth in chosen)

        assert not walked(against_answers, seeded, capsys, "pairs of answers")


class TestWhatAConditionRulesOut:
    @pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
    def test_is_neither_given_nor_reachable(self, kind: str, capsys: Any) -> None:
        assert not walked(against_conditions, (((row,), kind) for row in ROWS), capsys, "days with a condition")

    def test_is_neither_given_nor_reachable_in_any_programme(self, capsys: Any) -> None:
        single = (case for case in programmes_with_conditions() if len(case[0]) == 1)

        assert not walked(against_conditions, single, capsys, "programmes with a condition")

    def test_is_not_let_through_for_any_movement_and_level(self, capsys: Any) -> None:
        assert not walked(against_the_library, ((rows,) for rows in rows_and_pairs()), capsys, "condition pairs")

    def test_holds_for_two_at_once(self, capsys: Any) -> None:
        every = [(rows, kind.name) for rows in rows_and_pairs() for kind in KINDS if len(rows) > 1]

        assert not walked(against_conditions, Random(5).sample(every, 100), capsys, "days with two")


class TestHalfAYearOfSomebody:
    def test_keeps_every_promise_every_morning(self, capsys: Any) -> None:
        seen, faults = people(range(LIVES))

        with capsys.disabled():
            print(f" {', '.join(f'{count} {name}' for name, count in sorted(seen.items()))}", end="")
        assert not faults
        assert seen["Day"] > 100
