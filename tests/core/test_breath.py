"""The pace of a person's breath."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.core.breath import LEAST_COUNT_S, MOST_COUNT_S, USUAL_COUNT_S, WORDS_A_SECOND, seconds, words_that_fit


class TestAtThePersonsOwnPace:
    @pytest.mark.parametrize(
        ("counts", "count_s", "expected"),
        [(4, USUAL_COUNT_S, 4.0), (6, 0.8, 4.8), (4, 1.5, 6.0)],
        ids=["four at the usual pace", "six at the quickest", "four at the slowest"],
    )
    def test_counts_become_seconds(self, counts, count_s, expected):
        assert seconds(counts, count_s) == pytest.approx(expected)

    def test_four_in_and_six_out_make_six_breaths_a_minute_at_the_usual_pace(self):
        assert 60 / seconds(4 + 6, USUAL_COUNT_S) == 6


class TestWordsForABreath:
    @pytest.mark.parametrize(("counts", "words"), [(2, 4), (3, 6), (4, 8), (5, 10), (6, 12)])
    def test_two_words_fit_a_count(self, counts, words):
        assert words_that_fit(counts) == words

    @given(st.floats(0.5, 20), st.floats(LEAST_COUNT_S, MOST_COUNT_S))
    def test_what_fits_can_be_spoken_at_every_pace(self, counts, count_s):
        assert words_that_fit(counts) / WORDS_A_SECOND <= seconds(counts, count_s) + 1e-6
