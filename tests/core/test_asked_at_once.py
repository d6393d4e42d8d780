"""What is told and answered in one and the same minute is not asked about again."""

from dataclasses import replace

from loosen.core.journal import Body
from tests.core.test_rescreening import RULES, STEADY, asked, everything_new, kinds
from tests.people import TODAY, at, short_form, this_morning


class TestAnsweredTogetherWithTheCheckIn:
    def test_a_bad_day_is_not_asked_about_again(self) -> None:
        bad = dict.fromkeys((*RULES.severe, RULES.high), "no")
        form = replace(short_form(TODAY), at=at(hour=7, minute=20), answers=bad)

        assert kinds(asked(this_morning(STEADY, 9), form)) == []

    def test_something_new_is_not_asked_about_again(self) -> None:
        form = replace(everything_new(), at=at(hour=7, minute=20))

        assert kinds(asked(this_morning(STEADY, 4, Body.NEW), form)) == []
