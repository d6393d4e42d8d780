"""Which mornings of severe pain count together, once a clinician has looked."""

from dataclasses import replace

from tests.core.test_advice import bad, look
from tests.core.test_course import course_of
from tests.people import TODAY, at


class TestALookBetweenSevereMornings:
    def test_sets_those_before_it_aside(self) -> None:
        record = replace(bad(2, 1, 0), clearings=(look("severe-days", 1, hour=9),))

        assert course_of(record).now.severe_days == (TODAY,)
        assert course_of(record).now.severe_hold is None

    def test_counts_the_three_that_follow_it(self) -> None:
        """The first of them is told later on the day of the look."""
        record = replace(bad(2, 1, 0), clearings=(look("severe-days", 2, hour=6),))

        assert course_of(record).now.severe_hold == at(TODAY, 7, 20)

    def test_has_settled_the_morning_that_is_told_at_that_very_moment(self) -> None:
        clearing = replace(look("severe-days"), at=at(TODAY, 7, 20))

        assert course_of(replace(bad(0), clearings=(clearing,))).now.severe_days == ()
