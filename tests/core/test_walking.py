"""Walking, as the weeks leave it: minutes that grow over months."""

from dataclasses import replace
from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.core.facts import Ground
from loosen.core.journal import Body, Choice, ChoiceKind, Walk
from loosen.core.planning import today_of
from loosen.core.prescription import Limits
from loosen.core.reasons import Reason
from loosen.core.record import Record, Walking
from loosen.core.timeline import duration_s
from loosen.core.walking import (
    FIRST_WALK,
    GOAL,
    GROWS_AFTER,
    LEAST_WALK,
    WALKING,
    WALKS_A_STEP,
    dose_of,
    minutes_within,
)
from loosen.insights.following import follow
from tests.people import MARIA, TODAY, ZONE, ago, asked_weekly, at, check_in, moment, steady
from tests.plans import plan, steps, with_plans

WALKER = replace(MARIA, programme="walking")
WEEK = GROWS_AFTER.days


def walk(days_ago: int, minutes: int = FIRST_WALK, talked: bool | None = True, **more: object) -> Walk:
    day = ago(days_ago)
    head = {"id": f"walk-{days_ago}-{minutes}", "at": at(day, 17), "zone": ZONE, "day": day}
    return Walk(**{**head, **more}, minutes=minutes, talked=talked)  # type: ignore[arg-type]


def walked(*walks: Walk, days: int = 30) -> Record:
    """A month with a session every day, and these walks."""
    return replace(steady(WALKER, days), walks=tuple(sorted(walks, key=lambda one: one.at)))


def walking(record: Record) -> Walking:
    return today_of(record, moment(), practice()).course.now.walking


def minutes(*walks: Walk) -> int | None:
    return walking(walked(*walks)).minutes


A_WEEK = (walk(WEEK), walk(5), walk(3), walk(1))
"""A first walk of five minutes a week ago, and three more at ease."""


class TestTheMinutes:
    def test_are_those_of_the_first_walk(self) -> None:
        assert minutes() is None
        assert minutes(walk(3, 12)) == 12

    @pytest.mark.parametrize(("first", "begins"), [(1, LEAST_WALK), (12, 12), (45, GOAL)])
    def test_begin_between_the_shortest_walk_and_the_goal(self, first: int, begins: int) -> None:
        assert minutes(walk(3, first)) == begins

    def test_begin_shorter_when_the_first_walk_left_no_breath_to_talk(self) -> None:
        assert walking(walked(walk(3, 10, talked=False))) == Walking(8, ago(3), breathless=True)

    def test_grow_by_one_after_a_week_of_walks_at_ease(self) -> None:
        assert minutes(*A_WEEK) == FIRST_WALK + 1
        assert walking(walked(*A_WEEK)).since == TODAY

    def test_stay_until_the_week_is_over(self) -> None:
        assert minutes(walk(WEEK - 1), walk(5), walk(3), walk(1)) == FIRST_WALK

    def test_stay_after_fewer_walks(self) -> None:
        assert WALKS_A_STEP == 3
        assert minutes(walk(WEEK), walk(3), walk(1)) == FIRST_WALK

    def test_stay_after_shorter_walks(self) -> None:
        assert minutes(walk(WEEK), walk(5), walk(3, 3), walk(1)) == FIRST_WALK

    def test_stay_when_talking_was_hard(self) -> None:
        assert minutes(walk(WEEK), walk(5), walk(3), walk(2), walk(1, talked=False)) == FIRST_WALK

    def test_grow_when_nothing_was_said_of_talking(self) -> None:
        assert minutes(walk(WEEK), walk(5), walk(3), walk(1, talked=None)) == FIRST_WALK + 1

    def test_never_pass_the_goal(self) -> None:
        assert minutes(walk(WEEK, GOAL), *(walk(n, GOAL) for n in (5, 3, 1))) == GOAL

    def test_count_a_corrected_walk_once(self) -> None:
        corrected = walk(5, 4, revises=walk(5).id)

        assert walking(walked(walk(WEEK), walk(5), corrected)).walks == 0

    def test_forget_a_walk_that_was_taken_back(self) -> None:
        back = walk(3, 0, id="back", revises="walk-3-12")

        assert minutes(walk(3, 12), back) is None
        assert minutes(walk(3, 12), back, walk(2, 7)) == 7

    def test_count_two_walks_of_a_day(self) -> None:
        assert walking(walked(walk(6), walk(1), walk(1, 8))).walks == 2

    def test_reach_the_goal_in_about_half_a_year(self) -> None:
        walks = (day.walk for day in follow("walking", practice()))
        days = sum(1 for _ in takewhile(lambda one: one is None or one.minutes < GOAL, walks))

        assert 150 <= days <= 200

    @pytest.mark.parametrize("first", range(FIRST_WALK, GOAL))
    def test_from_five_on_never_grow_by_more_than_a_fifth(self, first: int) -> None:
        grown = minutes(*(walk(n, first) for n in (WEEK, 5, 3, 1)))

        assert grown == first + 1
        assert grown <= 1.2 * first


class TestNoMinuteMore:
    @pytest.mark.parametrize("pain", [6, 8])
    def test_comes_after_a_sorer_morning(self, pain: int) -> None:
        record = walked(*A_WEEK)
        sorer = (*(one for one in record.check_ins if one.day != ago(1)), check_in(ago(1), pain, Body.SORER))

        assert walking(replace(record, check_ins=sorer)).minutes == FIRST_WALK

    def test_comes_on_the_day_of_another_step(self) -> None:
        step = Choice(
            id="step", at=at(ago(1), 8), zone=ZONE, day=ago(1), kind=ChoiceKind.TAKE_STEP, movement="hip-hinge"
        )

        assert walking(replace(walked(*A_WEEK), choices=(step,))).minutes == FIRST_WALK

    def test_comes_in_a_flare(self) -> None:
        flare = Choice(id="flare", at=at(ago(2), 8), zone=ZONE, day=ago(2), kind=ChoiceKind.FLARE)

        assert walking(replace(walked(*A_WEEK), choices=(flare,))).minutes == FIRST_WALK

    def test_comes_where_a_clinician_wants_no_steps(self) -> None:
        assert walking(with_plans(walked(*A_WEEK), plan("Dr Roy", steps(allowed=False)))).minutes == FIRST_WALK


class TestALimitOnWalking:
    """What keeps walking at its gentlest keeps the walk there, and lets it grow no further."""

    WHY = Reason("condition-gentlest", {"condition": "unsteady"})
    SCORE = practice().scores[WALKING]

    def ground(self, **limits: object) -> Ground:
        return replace(today_of(walked(), moment(), practice()).ground, limits=Limits(**limits))

    def test_is_asked_for_minutes(self) -> None:
        gentlest = self.ground(gentlest={WALKING: self.WHY})

        assert minutes_within(30, gentlest) == (2, self.WHY)
        assert minutes_within(2, gentlest) == (2, None)
        assert minutes_within(30, self.ground()) == (30, None)

    def test_that_leaves_too_little_leaves_no_walk(self) -> None:
        assert minutes_within(5, self.ground(repetitions={WALKING: (5, self.WHY)})) == (0, self.WHY)

    @pytest.mark.parametrize("minutes", range(LEAST_WALK, GOAL + 1))
    def test_counts_the_minutes_of_a_dose_as_they_are(self, minutes: int) -> None:
        assert abs(duration_s(self.SCORE, dose_of(minutes, self.SCORE), 1.0) - 60 * minutes) <= 4

    def test_stops_the_growing(self) -> None:
        unsteady = asked_weekly(30)
        told = replace(unsteady[0], answers={**unsteady[0].answers, "unsteady": "yes"})
        record = replace(walked(*A_WEEK), screenings=(told, *unsteady[1:]))
        today = today_of(record, moment(), practice())

        assert minutes_within(FIRST_WALK, today.ground)[0] == LEAST_WALK
        assert today.course.now.walking.minutes == FIRST_WALK


class TestADayWithNothingButAWalk:
    def alone(self, *days_ago: int) -> Record:
        """Sessions up to three days ago, and then walks alone."""
        record = walked(*(walk(n) for n in days_ago))
        return replace(record, events=tuple(one for one in record.events if one.day < ago(2)))

    def test_is_a_practised_day(self) -> None:
        standing = today_of(self.alone(1), moment(), practice()).course.now

        assert standing.practised == ago(1)

    def test_is_none_once_the_walk_is_taken_back(self) -> None:
        record = replace(steady(WALKER, 0), walks=(walk(1, 12), walk(1, 0, id="back", revises="walk-1-12")))

        assert today_of(record, moment(), practice()).course.now.practised is None

    def test_neither_counts_nor_breaks_a_run_of_calm_mornings(self) -> None:
        calm = [today_of(self.alone(*walks), moment(), practice()).course.now.greens for walks in ((), (2, 1))]

        assert calm[0] == calm[1] > 0

    def test_has_a_sorer_morning_after_it_like_any_other(self) -> None:
        record = self.alone(2, 1)
        sorer = replace(record, check_ins=(*record.check_ins, check_in(TODAY, 6)))

        assert today_of(sorer, moment(), practice()).course.morning.rose


class TestForEverybody:
    @given(
        st.lists(st.tuples(st.integers(1, 40), st.integers(1, 90), st.none() | st.booleans()), max_size=25),
        st.integers(0, 10),
    )
    def test_a_walk_grows_by_a_minute_a_week_at_most(self, told: list, pain: int) -> None:
        walks = tuple(walk(n, long, talked, id=f"walk-{place}") for place, (n, long, talked) in enumerate(told))
        record = replace(walked(*walks, days=45), check_ins=tuple(check_in(ago(n), pain) for n in range(45, -1, -1)))
        then, now = (today_of(record, moment(ago(n)), practice()).course.now.walking.minutes for n in (WEEK, 0))

        assert now is None or LEAST_WALK <= now <= GOAL
        if then is not None and now is not None:
            assert then <= now <= then + 1
