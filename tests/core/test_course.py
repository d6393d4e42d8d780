"""How one day changes where the next one begins."""

from dataclasses import replace
from datetime import timedelta

import pytest

from loosen.content.loading import practice
from loosen.core.conditions import limits
from loosen.core.course import LEAST, NEXT_SHARE, Course, course
from loosen.core.day import Day
from loosen.core.facts import Ground
from loosen.core.journal import Choice, ChoiceKind
from loosen.core.morning import days_since_movement
from loosen.core.planning import plan_day
from loosen.core.reasons import Reason
from loosen.core.record import Given, Record, Standing, window
from loosen.core.score import Dose
from tests.core.test_walking import walk
from tests.people import (
    MARIA,
    TODAY,
    ZONE,
    ago,
    asked_weekly,
    at,
    check_in,
    moment,
    practised,
    sharp,
    steady,
    this_morning,
)

USUAL = 4


def course_of(record: Record, days_ago: int = 0) -> Course:
    known = window(record, ago(days_ago))
    return course(
        known, ago(days_ago), Ground(record.person, limits(known, practice(), moment()), practice(), record.clearings)
    )


def with_mornings(record: Record, pains: dict[int, int | None]) -> Record:
    """The record with other mornings, by days ago."""
    others = tuple(one for one in record.check_ins if one.day not in {ago(n) for n in pains})
    told = tuple(check_in(ago(n), pain) for n, pain in pains.items())
    return replace(record, check_ins=tuple(sorted((*others, *told), key=lambda one: one.at)))


def shares(record: Record, *days_ago: int) -> list[float]:
    return [course_of(record, n).now.share for n in days_ago]


def chose(kind: ChoiceKind, days_ago: int = 0, movement: str | None = None) -> Choice:
    day = ago(days_ago)
    return Choice(id=f"choice-{day}", at=at(day, 7, 25), zone=ZONE, day=day, kind=kind, movement=movement)


class TestACalmMorning:
    def test_leaves_the_whole_dose(self) -> None:
        assert course_of(this_morning(steady(MARIA), USUAL)).now.share == 1.0

    def test_is_counted_after_a_session_at_full(self) -> None:
        assert course_of(this_morning(steady(MARIA, 6), USUAL)).now.greens == 6

    def test_is_not_counted_when_it_was_not_rated(self) -> None:
        record = with_mornings(steady(MARIA, 6), {2: None})

        assert course_of(this_morning(record, USUAL)).now.greens == 5


class TestASmallIncrease:
    RECORD = with_mornings(steady(MARIA), {5: USUAL + 2})

    def test_gives_three_quarters_and_a_calm_morning_brings_it_back(self) -> None:
        assert shares(self.RECORD, 6, 5, 4) == [1.0, 0.75, 1.0]

    def test_begins_the_count_of_calm_mornings_anew(self) -> None:
        assert [course_of(self.RECORD, n).now.greens for n in (5, 4, 3, 2)] == [0, 0, 1, 2]

    def test_waits_for_a_rated_morning(self) -> None:
        record = with_mornings(self.RECORD, {4: None, 3: None})

        assert shares(record, 5, 4, 3, 2) == [0.75, 0.75, 0.75, 1.0]

    def test_waits_for_a_practised_day(self) -> None:
        record = replace(self.RECORD, events=tuple(e for e in self.RECORD.events if e.day != ago(5)))

        assert shares(record, 5, 4, 3) == [0.75, 0.75, 1.0]


class TestASecondSmallIncreaseInARow:
    RECORD = with_mornings(steady(MARIA), {10: USUAL + 2, 9: USUAL + 2})

    def test_keeps_three_quarters_for_seven_days(self) -> None:
        assert shares(self.RECORD, 9, 8, 5, 3, 2) == [0.75, 0.75, 0.75, 0.75, 1.0]

    def test_is_a_first_one_when_a_calm_morning_lay_between(self) -> None:
        record = with_mornings(steady(MARIA), {10: USUAL + 2, 8: USUAL + 2})

        assert shares(record, 10, 9, 8, 7) == [0.75, 1.0, 0.75, 1.0]


class TestALargeIncrease:
    RECORD = with_mornings(steady(MARIA), {10: USUAL + 3})

    def test_gives_the_least_for_two_days_and_comes_back_step_by_step(self) -> None:
        assert shares(self.RECORD, 11, 10, 9, 8, 7, 6) == [1.0, LEAST, LEAST, 0.6, 0.8, 1.0]

    def test_waits_at_each_step_for_a_calm_morning(self) -> None:
        record = with_mornings(self.RECORD, {7: None, 6: None})

        assert shares(record, 8, 7, 6, 5, 4) == [0.6, 0.6, 0.6, 0.8, 1.0]

    def test_stays_where_it_is_when_a_small_increase_comes(self) -> None:
        record = with_mornings(self.RECORD, {7: USUAL + 2})

        assert shares(record, 8, 7, 6, 5) == [0.6, 0.6, 0.8, 1.0]

    def test_does_not_end_on_a_sore_morning(self) -> None:
        record = with_mornings(self.RECORD, {8: USUAL + 2})

        assert shares(record, 9, 8, 7) == [LEAST, LEAST, 0.6]

    def test_does_not_end_on_a_sore_morning_after_two_days_of_rest(self) -> None:
        rested = {ago(10), ago(9), ago(8), ago(7)}
        record = with_mornings(self.RECORD, {9: None, 8: USUAL + 3, 7: USUAL + 1})
        record = replace(record, events=tuple(e for e in record.events if e.day not in rested))

        assert shares(record, 10, 9, 8, 7) == [LEAST, LEAST, LEAST, 0.6]

    def test_again_begins_two_days_anew(self) -> None:
        record = with_mornings(self.RECORD, {9: USUAL + 3})

        assert shares(record, 10, 9, 8, 7) == [LEAST, LEAST, LEAST, 0.6]


class TestFlyingWest:
    def test_takes_the_rest_of_what_was_sharp_along(self) -> None:
        tomorrow = TODAY + timedelta(days=1)
        in_tokyo = steady(MARIA)
        record = replace(in_tokyo, events=(*in_tokyo.events, *sharp(tomorrow, "cat-cow")))

        assert [lock.movement for lock in course_of(record).now.locks] == ["cat-cow"]

    def test_counts_sharp_pain_to_the_day_it_was_told_on(self) -> None:
        tomorrow = TODAY + timedelta(days=1)
        stops = (*sharp(ago(1), "cat-cow"), *sharp(TODAY, "cat-cow"), *sharp(tomorrow, "cat-cow"))
        here = course_of(replace(steady(MARIA), events=(*steady(MARIA).events, *stops))).now

        assert here.sharp_days == (ago(1), TODAY, tomorrow)
        assert here.hold_since == at(tomorrow, 8, 20)


class TestAnIncreaseThatDoesNotSettle:
    def test_in_48_hours_without_a_session_is_a_large_one(self) -> None:
        record = with_mornings(steady(MARIA), {2: USUAL + 2, 1: USUAL + 1})
        record = replace(record, events=tuple(e for e in record.events if e.day != ago(2)))

        assert shares(record, 2, 1) == [0.75, LEAST]


class TestDaysAway:
    @pytest.mark.parametrize(
        ("missed", "share"), [(1, 1.0), (3, 1.0), (4, 0.75), (13, 0.75), (14, 0.5), (30, 0.5)], ids=str
    )
    def test_give_the_share_of_their_number(self, missed: int, share: float) -> None:
        assert course_of(steady(MARIA, 6, today=ago(missed))).now.share == share

    def test_come_back_by_practising(self) -> None:
        away = steady(MARIA, 6, today=ago(20))
        back = replace(away, events=(*away.events, *practised(ago(3)), *practised(ago(2))))

        assert shares(back, 3, 2, 1) == [0.5, 0.75, 1.0]

    def test_do_not_come_back_on_a_sore_morning(self) -> None:
        away = steady(MARIA, 6, today=ago(10))
        back = replace(away, events=(*away.events, *practised(ago(1))))

        assert course_of(this_morning(back, USUAL + 2)).now.share == 0.75

    def test_never_lift_a_smaller_share(self) -> None:
        record = with_mornings(steady(MARIA, 10, today=ago(4)), {5: USUAL + 3})

        assert course_of(record).now.share == 0.6

    def test_say_since_when_and_begin_the_count_of_calm_mornings_anew(self) -> None:
        away = course_of(steady(MARIA, 6, today=ago(7))).now

        assert (away.share, away.cause, away.since, away.greens) == (0.75, "days-away", ago(3), 0)

    def test_make_the_next_small_increase_a_first_one(self) -> None:
        sore = with_mornings(steady(MARIA, 10, today=ago(7)), {8: USUAL + 2, 0: USUAL + 2})
        back = course_of(replace(sore, events=(*sore.events, *practised(ago(1))))).now

        assert (back.cause, back.ambers, back.steady_until) == ("small-increase", 1, None)

    def test_before_the_first_session_are_no_days_away(self) -> None:
        assert course_of(Record(person=MARIA, check_ins=(check_in(ago(30), 4),))).now.share == 1.0


class TestSessionsAway:
    """A walk a day is practice, and no session: it does not hide the weeks without one."""

    def walked(self, days: int, *sessions: int) -> Record:
        """So many days without a session but for these, with a walk each day."""
        away = steady(MARIA, 6, today=ago(days))
        walks = tuple(walk(n, 10) for n in range(days, 0, -1))
        events = tuple(one for n in sessions for one in practised(ago(n)))
        return replace(away, walks=walks, events=(*away.events, *events))

    @pytest.mark.parametrize(("missed", "share"), [(3, 1.0), (4, 0.75), (13, 0.75), (14, 0.5), (38, 0.5)], ids=str)
    def test_give_the_share_of_their_number(self, missed: int, share: float) -> None:
        now = course_of(self.walked(missed)).now

        assert now.share == share
        assert now.cause == ("sessions-away" if share < 1 else "")

    def test_come_back_by_sessions_alone(self) -> None:
        assert shares(self.walked(20), 3, 2, 1, 0) == [0.5, 0.5, 0.5, 0.5]
        assert shares(self.walked(20, 3, 2), 3, 2, 1) == [0.5, 0.75, 1.0]

    def test_say_so(self) -> None:
        planned = plan_day(this_morning(replace(self.walked(20), screenings=asked_weekly(28)), 4), moment(), practice())

        assert isinstance(planned, Day)
        assert planned.reasons == (Reason("sessions-away", {"share": 0.5}),)

    def test_leave_the_walk_as_it_is(self) -> None:
        at_ease = replace(MARIA, programme="walking", usual_pain=2)
        walker = replace(self.walked(20), person=at_ease, screenings=asked_weekly(28), check_ins=())

        calm = plan_day(this_morning(walker, 2), moment(), practice())
        sorer = plan_day(this_morning(walker, 4), moment(), practice())

        assert isinstance(calm, Day)
        assert isinstance(sorer, Day)
        assert calm.walk
        assert sorer.walk
        assert calm.walk.reasons[0].rule in ("walk-usual", "walk-more")
        assert calm.walk.minutes > 10
        assert sorer.walk.reasons[0].rule == "walk-less"

    def test_are_read_from_a_day_kept_before_this_was_known(self) -> None:
        standing = Standing(practised=ago(20))

        assert days_since_movement(standing, TODAY) == 20
        assert days_since_movement(replace(standing, moved=ago(30)), TODAY) == 30
        assert days_since_movement(Standing(), TODAY) is None


class TestAFlareThePersonKnows:
    def test_gives_the_least_for_three_days(self) -> None:
        record = replace(steady(MARIA), choices=(chose(ChoiceKind.FLARE, 6),))

        assert shares(record, 7, 6, 5, 4, 3, 2, 1) == [1.0, LEAST, LEAST, LEAST, 0.6, 0.8, 1.0]


class TestAStep:
    DUE = this_morning(steady(MARIA, 6), USUAL)

    def taken(self, kind: ChoiceKind, movement: str | None, record: Record | None = None) -> Standing:
        return course_of(replace(record or self.DUE, choices=(chose(kind, movement=movement),))).now

    def test_taken_on_a_movement_of_the_routine_is_the_next_level_with_no_more_repetitions(self) -> None:
        after = self.taken(ChoiceKind.TAKE_STEP, "pelvic-tilt", this_morning(steady(MARIA, 20), USUAL)).doses

        assert after == {"pelvic-tilt": Dose("two-breaths", 8)}

    def test_to_a_harder_level_is_not_taken_before_two_calm_weeks(self) -> None:
        assert self.taken(ChoiceKind.TAKE_STEP, "pelvic-tilt").doses == {}

    def test_taken_on_a_movement_not_yet_begun_is_its_first_dose(self) -> None:
        assert self.taken(ChoiceKind.TAKE_STEP, "wall-press").doses == {"wall-press": Dose("half-way", 3)}

    def test_left_begins_the_count_anew_and_changes_no_dose(self) -> None:
        standing = self.taken(ChoiceKind.LEAVE_STEP, "wall-press")

        assert (standing.greens, standing.doses) == (0, {})

    @pytest.mark.parametrize("movement", [None, "handstand"], ids=["nothing", "something unknown"])
    def test_on_what_is_no_movement_changes_no_dose(self, movement: str | None) -> None:
        assert self.taken(ChoiceKind.TAKE_STEP, movement).doses == {}

    def test_that_is_not_due_is_not_taken(self) -> None:
        early = this_morning(steady(MARIA, 2), USUAL)

        assert self.taken(ChoiceKind.TAKE_STEP, "wall-press", early).doses == {}

    def test_stays_taken_on_the_days_after(self) -> None:
        record = replace(steady(MARIA, 20), choices=(chose(ChoiceKind.TAKE_STEP, 10, "wall-press"),))

        assert course_of(record).began.doses == {"wall-press": Dose("half-way", 3)}


class TestTheFold:
    def test_begins_at_the_standing_before_the_window(self) -> None:
        kept = Standing(doses={"wall-press": Dose("half-way", 5)}, usual=2.5, practised=ago(61))
        record = Record(person=MARIA, given=(Given(ago(60), "1", standing=kept),))

        began = course_of(record).began

        assert began.doses == kept.doses
        assert (began.usual, began.share) == (2.5, 0.5)

    def test_tells_the_doses_of_a_week_ago(self) -> None:
        record = replace(steady(MARIA, 20), choices=(chose(ChoiceKind.TAKE_STEP, 5, "wall-press"),))

        taken = course_of(record)

        assert taken.week_ago == {}
        assert "wall-press" in taken.now.doses

    @pytest.mark.parametrize(("taken_ago", "doses"), [(8, {"wall-press": Dose("half-way", 3)}), (7, {})], ids=str)
    def test_knows_them_as_that_day_began(self, taken_ago: int, doses: dict) -> None:
        record = replace(steady(MARIA, 20), choices=(chose(ChoiceKind.TAKE_STEP, taken_ago, "wall-press"),))

        assert course_of(record).week_ago == doses

    def test_remembers_the_usual_over_weeks_without_a_rated_morning(self) -> None:
        assert MARIA.usual_pain == USUAL

        assert course_of(steady(MARIA, 10, pain=2, today=ago(20))).morning.usual == 2

    def test_of_a_correction_inside_the_window_changes_tomorrow(self) -> None:
        record = with_mornings(steady(MARIA), {1: USUAL + 3})
        corrected = replace(check_in(ago(1), USUAL), id="corrected", revises=f"check-in-{ago(1)}")

        assert course_of(record).now.share == LEAST
        assert course_of(replace(record, check_ins=(*record.check_ins, corrected))).now.share == 1.0


class TestTheLadder:
    def test_leads_from_every_share_back_to_the_whole(self) -> None:
        for share in NEXT_SHARE:
            climbed = share
            while climbed < 1.0:
                assert NEXT_SHARE[climbed] > climbed
                climbed = NEXT_SHARE[climbed]

    def test_turns_no_corner_on_a_day_that_is_not_there(self) -> None:
        assert course_of(Record(person=MARIA)).morning.day == TODAY
