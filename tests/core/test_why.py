"""Why today is less than the usual: the one reason of a day, and the numbers in its sentence."""

from dataclasses import replace

import pytest

from loosen.core.journal import Felt
from loosen.core.reasons import Reason
from loosen.core.record import Record
from tests.core.test_course import with_mornings
from tests.core.test_pacing import session
from tests.people import JOE, MARIA, ago, note, short_form, steady, this_morning


def told_first(record: Record) -> Reason:
    return session(record).reasons[0]


class TestTheFirstDayOfLess:
    @pytest.mark.parametrize(("missed", "share"), [(7, 0.75), (20, 0.5)], ids=str)
    def test_after_days_away_says_how_much_it_is(self, missed: int, share: float) -> None:
        away = steady(MARIA, 6, today=ago(missed))
        asked = replace(away, screenings=(*away.screenings, *map(short_form, (ago(15), ago(8), ago(1)))))

        assert told_first(asked) == Reason("days-away", {"share": share})

    def test_after_a_hard_session_says_what_it_answers_to_and_how_much_it_is(self) -> None:
        hard = replace(steady(MARIA, 6), notes=(note(ago(1), felt=Felt.HARD_GOING),))

        assert told_first(this_morning(hard, 4)) == Reason("hard-going", {"share": 0.8})


class TestALaterDayOfLess:
    def test_says_how_much_it_is(self) -> None:
        unrated = with_mornings(steady(JOE, 10, pain=3), {1: 5})

        assert told_first(unrated) == Reason("still-a-little-less", {"share": 0.75})

    def test_is_no_longer_kept_steady_once_the_seven_days_are_over(self) -> None:
        on_the_sixth = with_mornings(steady(JOE, 12, pain=3), {7: 5, 6: 5})
        on_the_seventh = with_mornings(steady(JOE, 12, pain=3), {8: 5, 7: 5})

        assert told_first(on_the_sixth) == Reason("kept-steady", {"share": 0.75, "days": 1})
        assert told_first(on_the_seventh) == Reason("still-a-little-less", {"share": 0.75})
