"""How a morning compares with the usual."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.core.facts import Ground, Told
from loosen.core.journal import Body
from loosen.core.morning import (
    Colour,
    Morning,
    colour,
    during_cap,
    holds_back,
    is_severe,
    morning_of,
    most_during,
    pain_rose_to,
    usual_pain,
)
from loosen.core.prescription import Limits
from loosen.core.reasons import Reason
from loosen.core.record import Person, Standing
from tests.people import MARIA, TODAY, ago

GROUND = Ground(MARIA, Limits(), practice())


def told(pains: dict[int, int | None]) -> dict:
    return {ago(days): Told(ago(days), pain=pain) for days, pain in pains.items()}


class TestTheUsual:
    def test_is_the_median_of_the_rated_mornings_of_two_weeks(self) -> None:
        assert usual_pain(TODAY, Standing(), told({1: 2, 2: 3, 3: 9, 4: 3, 5: 4}), MARIA) == 3

    def test_is_the_screenings_average_week_below_five_rated_mornings(self) -> None:
        assert usual_pain(TODAY, Standing(), told({1: 9, 2: 9, 3: 9, 4: 9}), MARIA) == MARIA.usual_pain

    def test_is_the_last_known_one_after_a_gap(self) -> None:
        assert usual_pain(TODAY, Standing(usual=2.5), told({20: 9}), MARIA) == 2.5

    def test_of_a_newcomer_lies_at_most_one_point_above_their_first_mornings(self) -> None:
        rising = told({n: 3 if n > 5 else 6 for n in range(1, 11)})
        first = {ago(n): 3 for n in range(10, 3, -1)}

        assert usual_pain(TODAY, Standing(first_mornings=first), rising, MARIA) == 4
        assert usual_pain(TODAY, Standing(), rising, MARIA) == 4.5

    def test_is_unknown_for_somebody_who_told_nothing(self) -> None:
        assert usual_pain(TODAY, Standing(), {}, Person()) is None

    def test_rises_at_most_one_point_above_the_four_weeks_before(self) -> None:
        slow_rise = told(dict.fromkeys(range(1, 15), 6) | dict.fromkeys(range(15, 43), 3))

        assert usual_pain(TODAY, Standing(), slow_rise, MARIA) == 4

    @pytest.mark.parametrize(("known", "usual"), [(4, 6), (5, 4)], ids=["four mornings", "five mornings"])
    def test_is_held_to_what_was_before_once_five_mornings_of_it_are_known(self, known: int, usual: int) -> None:
        recent = dict.fromkeys(range(1, 15), 6)
        before = told(recent | dict.fromkeys(range(15, 15 + known), 3))
        first = {ago(days): 3 for days in range(40, 40 + known)}

        assert usual_pain(TODAY, Standing(), before, MARIA) == usual
        assert usual_pain(TODAY, Standing(first_mornings=first), told(recent), MARIA) == usual

    def test_falls_as_far_as_it_does(self) -> None:
        relief = told(dict.fromkeys(range(1, 15), 1) | dict.fromkeys(range(15, 43), 6))

        assert usual_pain(TODAY, Standing(), relief, MARIA) == 1

    def test_passes_over_mornings_that_were_not_rated(self) -> None:
        assert usual_pain(TODAY, Standing(), told({1: None, 2: 5, 3: 5, 4: 5, 5: 5, 6: 5}), MARIA) == 5

    @given(st.lists(st.integers(0, 10), min_size=5, max_size=14))
    def test_lies_among_the_mornings_it_is_made_of(self, pains: list[int]) -> None:
        usual = usual_pain(TODAY, Standing(), told(dict(enumerate(pains, start=1))), MARIA)

        assert usual is not None
        assert min(pains) <= usual <= max(pains)


class TestTheColourOfAMorning:
    @pytest.mark.parametrize(
        ("pain", "seen"),
        [(0, "green"), (4, "green"), (5, "green"), (6, "amber"), (7, "red"), (10, "red")],
        ids=["none at all", "as usual", "one above", "two above", "three above", "as bad as can be"],
    )
    def test_after_a_practised_day_compares_with_a_usual_of_four(self, pain: int, seen: str) -> None:
        assert colour(pain, 4, 1, None) is Colour(seen)

    @pytest.mark.parametrize(("pain", "seen"), [(5, "green"), (6, "amber"), (7, "amber"), (8, "red")])
    def test_counts_whole_increases_from_a_usual_between_two_points(self, pain: int, seen: str) -> None:
        assert colour(pain, 4.5, 1, None) is Colour(seen)

    @pytest.mark.parametrize(
        ("pain", "usual", "days_since"),
        [(None, 4, 1), (9, None, 1), (9, 4, None), (9, 4, 3)],
        ids=["not rated", "usual unknown", "never practised", "practised three days ago"],
    )
    def test_does_not_count(self, pain: int | None, usual: int | None, days_since: int | None) -> None:
        assert colour(pain, usual, days_since, None) is None


class TestTheSecondMorningAfterASession:
    def test_is_red_when_a_small_increase_has_not_settled(self) -> None:
        assert colour(5, 4, 2, 6) is Colour.RED

    @pytest.mark.parametrize(("pain", "before"), [(4, 6), (6, 5), (6, None)])
    def test_does_not_count_otherwise(self, pain: int, before: int | None) -> None:
        assert colour(pain, 4, 2, before) is None


class TestPainDuring:
    @pytest.mark.parametrize(("start", "cap"), [(0, 2), (2, 4), (3, 5), (4, 5), (5, 6), (6, 6), (8, 8)], ids=str)
    def test_may_rise_two_points_and_never_above_five(self, start: int, cap: int) -> None:
        assert during_cap(start) == cap

    @given(st.integers(0, 5))
    def test_may_always_rise_by_one_from_a_start_of_five_or_less(self, start: int) -> None:
        assert during_cap(start) >= start + 1

    @pytest.mark.parametrize(
        ("start", "clinicians", "cap"), [(0, 3, 2), (2, 3, 3), (3, 3, 3), (4, 3, 4), (5, 7, 7), (6, 7, 7)], ids=str
    )
    def test_is_held_to_the_number_a_clinician_says(self, start: int, clinicians: int, cap: int) -> None:
        assert during_cap(start, clinicians) == cap

    def test_of_an_unknown_start_may_reach_the_cap(self) -> None:
        assert most_during(Morning(TODAY, Told(TODAY), None, None)) == 5
        assert most_during(Morning(TODAY, Told(TODAY), None, None, clinicians_cap=3)) == 3

    def test_at_rest_never_counts_as_a_rise(self) -> None:
        at_rest = Morning(TODAY, Told(TODAY, pain=5, during=5), 5, None)

        assert not pain_rose_to(at_rest, 4)
        assert pain_rose_to(replace(at_rest, told=Told(TODAY, pain=4, during=5)), 4)

    @pytest.mark.parametrize(("during", "rose"), [(3, False), (4, True), (5, True)], ids=str)
    def test_rises_to_a_level_once_it_is_reached(self, during: int, rose: bool) -> None:
        assert pain_rose_to(Morning(TODAY, Told(TODAY, pain=2, during=during), 2, None), 4) is rose

    def test_counts_when_the_start_is_unknown(self) -> None:
        assert pain_rose_to(Morning(TODAY, Told(TODAY, during=5), None, None), 4)


class TestWhatTheCheckInAsks:
    @pytest.mark.parametrize(
        ("said", "rule"),
        [
            ({"pain": 8}, "severe-pain"),
            ({"pain": 6}, "high-start"),
            ({"pain": 3, "body": Body.HEAVY}, "heavy-day"),
            ({"pain": 3, "sleep": 2}, "short-night"),
            ({"pain": 3, "mood": 2}, "low-mood"),
            ({"pain": 3, "body": Body.SORER}, "sorer-today"),
            ({"pain": 3, "sleep": 3, "mood": 3}, None),
        ],
        ids=["severe pain", "much pain", "heavy", "poor night", "low mood", "sorer", "nothing"],
    )
    def test_is_one_rule_at_most(self, said: dict, rule: str | None) -> None:
        assert holds_back(Morning(TODAY, Told(TODAY, **said), 4, None)) == rule

    def test_a_high_usual_counts_until_the_morning_is_rated(self) -> None:
        assert holds_back(Morning(TODAY, Told(TODAY), 7, None)) == "high-start"
        assert holds_back(Morning(TODAY, Told(TODAY, pain=3), 7, None)) is None

    @pytest.mark.parametrize(("clinicians", "rule"), [(None, None), (5, None), (3, "high-start"), (4, None)], ids=str)
    def test_begins_high_above_the_cap_a_clinician_says(self, clinicians: int | None, rule: str | None) -> None:
        assert holds_back(Morning(TODAY, Told(TODAY, pain=4), 4, None, clinicians)) == rule

    def test_of_six_is_not_high_where_a_clinician_allows_seven(self) -> None:
        assert holds_back(Morning(TODAY, Told(TODAY, pain=6), 6, None, clinicians_cap=7)) is None


class TestSeverePain:
    @pytest.mark.parametrize(
        ("pain", "usual", "severe"),
        [
            (7, 4, True), (6, 4, False), (8, 7, True), (7, 7, False), (8, 8, False), (10, 8, False), (8, 7.5, True),
            (8, None, True), (7, None, False), (3, 0, True),
        ],
        ids=str,
    )  # fmt: skip
    def test_is_three_above_the_usual_or_eight_where_that_is_not_the_usual(
        self, pain: int, usual: float | None, severe: bool
    ) -> None:
        assert is_severe(pain, usual) is severe

    def test_is_known_of_rated_mornings_only(self) -> None:
        assert not Morning(TODAY, Told(TODAY), 9, None).severe


class TestAMorning:
    def test_knows_the_cap_a_clinician_says(self) -> None:
        capped = replace(GROUND, limits=Limits(pain_during=(3, Reason("clinician-pain"))))

        assert morning_of(TODAY, Standing(), {}, capped).clinicians_cap == 3
        assert morning_of(TODAY, Standing(), {}, GROUND).clinicians_cap is None

    def test_knows_the_points_above_the_usual(self) -> None:
        practised_yesterday = Standing(practised=ago(1))

        morning = morning_of(TODAY, practised_yesterday, {TODAY: Told(TODAY, pain=6)}, GROUND)

        assert (morning.points, morning.colour, morning.rose) == (2, Colour.AMBER, True)

    def test_of_which_nothing_was_told_is_of_its_own_day(self) -> None:
        assert morning_of(TODAY, Standing(), {}, GROUND).told == Told(TODAY)

    def test_that_was_not_rated_has_no_points(self) -> None:
        assert morning_of(TODAY, Standing(), {}, GROUND).points == 0
