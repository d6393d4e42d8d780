"""What a clinician said, as single sentences with gaps."""

from datetime import timedelta

import pytest

from loosen.core.plan import GAPS, Plan, Says, Sentence
from loosen.core.score import Position
from tests.people import TODAY, ago
from tests.plans import lift, no, no_further, no_kind, no_position, pain_up_to, plan, please, steps, taken_back

TOMORROW = TODAY + timedelta(days=1)


class TestASentence:
    def test_holds_up_to_and_on_its_last_day(self) -> None:
        sentence = no("cat-cow", until=TODAY)

        assert sentence.holds_on(TODAY)
        assert not sentence.holds_on(TOMORROW)

    def test_without_a_last_day_holds_for_as_long_as_its_plan(self) -> None:
        assert no("cat-cow").holds_on(TODAY + timedelta(days=9000))

    @pytest.mark.parametrize(
        "sentence",
        [
            no("cat-cow"), no_position(Position.LYING), no_kind("kneeling"), no_further(45),
            Sentence(Says.MINUTES, most=0), pain_up_to(3), please("bridge"), steps(allowed=False), lift("thin-bones"),
        ],
        ids=lambda sentence: sentence.says.value,
    )  # fmt: skip
    def test_with_its_gaps_filled_is_whole(self, sentence: Sentence) -> None:
        assert sentence.whole

    @pytest.mark.parametrize("says", Says)
    def test_without_any_gap_filled_is_not_whole(self, says: Says) -> None:
        assert not Sentence(says).whole

    @pytest.mark.parametrize(
        "sentence",
        [
            Sentence(Says.AT_MOST, measure="trunk-lean"),
            Sentence(Says.AT_MOST, most=45),
            Sentence(Says.AT_MOST, measure="trunk-lean", most=float("nan")),
            Sentence(Says.MINUTES, most=float("inf")),
        ],
        ids=["no number", "no measure", "no number at all", "no end"],
    )
    def test_with_half_of_its_gaps_is_not_whole(self, sentence: Sentence) -> None:
        assert not sentence.whole

    def test_of_every_kind_has_its_gaps(self) -> None:
        assert GAPS.keys() == set(Says)


class TestAPlan:
    @pytest.mark.parametrize(
        ("first", "last", "holds"),
        [
            (None, None, True), (TODAY, TODAY, True), (TOMORROW, None, False), (None, ago(1), False),
            (ago(1), TOMORROW, True), (TOMORROW, ago(1), False),
        ],
        ids=["open", "today alone", "to come", "over", "now", "never"],
    )  # fmt: skip
    def test_holds_from_its_first_to_its_last_day(self, first, last, holds) -> None:
        assert plan("Dr Roy", valid_from=first, valid_to=last).holds_on(TODAY) is holds

    def test_that_was_taken_back_holds_no_longer(self) -> None:
        said: Plan = plan("Dr Roy", no("cat-cow"))

        assert not taken_back(said).holds_on(TODAY)
