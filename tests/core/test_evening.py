"""What tomorrow remembers of a day's practice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from loosen.core.journal import Event, Felt, SharpAnswer
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.record import Lock, Record, Standing
from loosen.core.screening import Clearing, Said
from tests.core.test_course import course_of
from tests.people import MARIA, TODAY, ZONE, ago, at, check_in, event, note, practised, sharp, steady, this_morning


def after(record: Record, *events: object, days_ago: int = 1, **of_note: object) -> Standing:
    """The standing this morning, after these events and this note some days ago."""
    told = tuple(sorted((*record.events, *events), key=lambda one: one.at))  # type: ignore[attr-defined]
    notes = (note(ago(days_ago), **of_note),) if of_note else ()
    return course_of(replace(record, events=told, notes=notes)).began


class TestASharpStopThatDidNotPass:
    STANDING = after(steady(MARIA), *sharp(ago(1), "cat-cow"))

    def test_rests_the_movement_48_hours_of_the_instant(self) -> None:
        assert self.STANDING.locks == (Lock("cat-cow", at(ago(1), 8, 20) + timedelta(hours=48)),)

    def test_brings_it_back_at_its_gentlest_with_no_more_repetitions(self) -> None:
        assert self.STANDING.doses["cat-cow"].level == "small"
        assert self.STANDING.doses["cat-cow"].repetitions <= 8

    def test_begins_the_count_of_calm_mornings_anew(self) -> None:
        assert not self.STANDING.full

    def test_counts_the_same_left_open(self) -> None:
        assert after(steady(MARIA), *sharp(ago(1), "cat-cow")[:1]).locks == self.STANDING.locks

    def test_is_forgotten_a_week_after_it_ended(self) -> None:
        assert after(steady(MARIA), *sharp(ago(12), "cat-cow"), days_ago=12).locks == ()

    def test_taken_back_leaves_nothing(self) -> None:
        stop, answer = sharp(ago(1), "cat-cow")
        undo = event(ago(1), Event.UNDO, nth=30, undoes=stop.id)

        standing = after(steady(MARIA), stop, answer, undo)

        assert (standing.locks, standing.sharp_days, standing.doses) == ((), (), {})

    def test_named_a_mistake_in_the_note_leaves_nothing(self) -> None:
        stop, answer = sharp(ago(1), "cat-cow")

        assert after(steady(MARIA), stop, answer, not_sharp=(stop.id,)).locks == ()

    def test_of_the_breath_rests_nothing(self) -> None:
        assert after(steady(MARIA), *sharp(ago(1), "seated-breath")).locks == ()

    def test_of_a_movement_that_left_the_library_is_a_rest_and_no_dose(self) -> None:
        standing = after(steady(MARIA), *sharp(ago(1), "retired"))

        assert [lock.movement for lock in standing.locks] == ["retired"]
        assert standing.doses == {}


class TestASharpStopThatPassed:
    def test_is_met_half_way_next_time(self) -> None:
        standing = after(steady(MARIA), *sharp(ago(1), "cat-cow", SharpAnswer.GONE))

        assert standing.eased == {"cat-cow": "sharp-passed"}
        assert standing.locks == ()


class TestAMovementMadeEasier:
    @pytest.mark.parametrize(("tap", "rule"), [(Event.EASIER, "easier-last-time"), (Event.PINCH, "hip-pinch")])
    def test_starts_out_easier_next_time(self, tap: Event, rule: str) -> None:
        assert after(steady(MARIA), event(ago(1), tap, "cat-cow", 9)).eased == {"cat-cow": rule}

    def test_is_itself_again_once_it_was_done_without(self) -> None:
        assert after(steady(MARIA), event(ago(2), Event.EASIER, "cat-cow", 9), days_ago=2).eased == {}

    def test_stays_easier_until_it_is_done(self) -> None:
        assert after(steady(MARIA), event(ago(2), Event.EASIER, "wall-press", 9)).eased == {
            "wall-press": "easier-last-time"
        }

    def test_begins_the_count_of_calm_mornings_anew(self) -> None:
        assert not after(steady(MARIA), event(ago(1), Event.EASIER, "cat-cow", 9)).full


class TestSharpPainOnThreeDaysOfSeven:
    STOPS = tuple(stop for days in (6, 4, 1) for stop in sharp(ago(days), "cat-cow"))

    def clearing(self, said: Said, days_ago: int = 0) -> Clearing:
        day = ago(days_ago)
        return Clearing(
            id=f"look-{said.value}", at=at(day, 7, 0), zone=ZONE, day=day, finding="sharp-days", who="Dr Roy",
            looked_on=day, said=said,
        )  # fmt: skip

    def test_pauses_the_movements(self) -> None:
        assert after(steady(MARIA), *self.STOPS).hold_since == at(ago(1), 8, 20)

    def test_pauses_at_once_on_the_third_day(self) -> None:
        record = steady(MARIA)
        stops = tuple(stop for days in (4, 2, 0) for stop in sharp(ago(days), "cat-cow"))

        assert course_of(replace(record, events=(*record.events, *stops))).now.hold_since == at(TODAY, 8, 20)

    def test_does_not_pause_on_two(self) -> None:
        assert after(steady(MARIA), *self.STOPS[2:]).hold_since is None

    def test_does_not_pause_when_they_lie_further_apart(self) -> None:
        stops = tuple(stop for days in (9, 4, 1) for stop in sharp(ago(days), "cat-cow"))

        assert after(steady(MARIA), *stops).hold_since is None

    def test_counts_a_session_that_was_sharp_at_times(self) -> None:
        standing = after(steady(MARIA), *self.STOPS[:4], felt=Felt.SHARP_AT_TIMES)

        assert standing.hold_since == note(ago(1)).at

    def test_stays_until_somebody_has_looked(self) -> None:
        stops = tuple(stop for days in (26, 24, 22) for stop in sharp(ago(days), "cat-cow"))

        assert after(steady(MARIA, 30), *stops).hold_since == at(ago(22), 8, 20)

    def test_ends_when_a_clinician_says_go_on(self) -> None:
        record = replace(steady(MARIA), clearings=(self.clearing(Said.GO_ON),))
        record = replace(record, events=(*record.events, *self.STOPS))

        assert course_of(record).now.hold_since is None
        assert course_of(record).now.sharp_days == ()

    def test_counts_a_stop_later_on_the_day_of_the_look_and_none_before_it(self) -> None:
        stops = tuple(stop for days in (3, 1) for stop in sharp(ago(days), "cat-cow"))
        record = replace(steady(MARIA), clearings=(self.clearing(Said.GO_ON, 3),))
        seen_at_noon = replace(self.clearing(Said.GO_ON, 3), at=at(ago(3), 12))

        assert after(record, *stops).sharp_days == (ago(3), ago(1))
        assert after(replace(record, clearings=(seen_at_noon,)), *stops).sharp_days == (ago(1),)

    def test_holds_again_after_three_days_from_the_look_on(self) -> None:
        stops = tuple(stop for days in (5, 4, 3, 1) for stop in sharp(ago(days), "cat-cow"))
        record = replace(steady(MARIA), clearings=(self.clearing(Said.GO_ON, 4),))

        assert after(record, *stops).hold_since == at(ago(1), 8, 20)

    def test_counts_a_note_of_sharp_pain_after_the_look(self) -> None:
        record = replace(steady(MARIA), clearings=(self.clearing(Said.GO_ON, 1),))

        assert after(record, felt=Felt.SHARP_AT_TIMES).sharp_days == (ago(1),)

    def test_does_not_end_when_a_clinician_says_not_yet(self) -> None:
        record = replace(steady(MARIA), clearings=(self.clearing(Said.NOT_YET),))
        record = replace(record, events=(*record.events, *self.STOPS))

        assert course_of(record).now.hold_since is not None


class TestPainDuringTheSession:
    def test_above_its_cap_gives_less_and_half_way(self) -> None:
        standing = after(steady(MARIA), felt=Felt.ALL_RIGHT, pain=6)

        assert (standing.share, standing.cause) == (0.75, "above-the-cap")
        assert standing.eased["cat-cow"] == "above-the-cap"

    def test_that_rose_to_four_or_more_gives_half_way(self) -> None:
        standing = after(steady(MARIA), felt=Felt.ALL_RIGHT, pain=5)

        assert standing.share == 1.0
        assert set(standing.eased.values()) == {"pain-during"}
        assert not standing.full

    def test_as_before_the_session_changes_nothing(self) -> None:
        standing = after(steady(MARIA), felt=Felt.ALL_RIGHT, pain=4)

        assert (standing.share, standing.eased, standing.full) == (1.0, {}, True)

    def test_is_judged_by_five_when_the_start_is_unknown(self) -> None:
        nobody = replace(MARIA, usual_pain=None)
        record = Record(person=nobody, events=practised(ago(1)))

        assert after(record, felt=Felt.GOOD, pain=5).share == 1.0
        assert after(record, felt=Felt.GOOD, pain=6).share == 0.75

    def test_is_judged_by_the_number_a_clinician_says(self) -> None:
        plan = Plan(
            id="plan",
            at=at(ago(9)),
            zone=ZONE,
            day=ago(9),
            clinician="Dr Roy",
            sentences=(Sentence(Says.PAIN, most=3),),
        )

        assert after(steady(MARIA, pain=2), felt=Felt.GOOD, pain=4).share == 1.0
        assert after(replace(steady(MARIA, pain=2), plans=(plan,)), felt=Felt.GOOD, pain=4).share == 0.75

    def test_comes_back_after_a_session_without_it(self) -> None:
        record = replace(steady(MARIA), notes=(note(ago(3), felt=Felt.ALL_RIGHT, pain=6),))

        assert [course_of(record, n).now.share for n in (3, 2, 1)] == [1.0, 0.75, 1.0]


class TestHowTheSessionFelt:
    def test_hard_going_gives_a_little_less(self) -> None:
        standing = after(steady(MARIA), felt=Felt.HARD_GOING)

        assert (standing.share, standing.cause, standing.full) == (0.8, "hard-going", False)

    def test_sharp_at_times_without_a_stop_gives_less_and_half_way(self) -> None:
        standing = after(steady(MARIA), felt=Felt.SHARP_AT_TIMES)

        assert standing.share == 0.75
        assert standing.eased["pelvic-tilt"] == "sharp-at-times"

    def test_sharp_at_times_with_a_stop_leaves_it_to_the_stop(self) -> None:
        standing = after(steady(MARIA), *sharp(ago(1), "cat-cow"), felt=Felt.SHARP_AT_TIMES)

        assert standing.eased == {}

    def test_good_changes_nothing(self) -> None:
        assert after(steady(MARIA), felt=Felt.GOOD).share == 1.0


class TestADayThatWasHeldBack:
    def test_is_not_at_full(self) -> None:
        record = steady(MARIA, 10)
        heavy = replace(record, check_ins=(*record.check_ins[:-1], check_in(ago(1), 4, mood=1)))

        assert not course_of(heavy).began.full

    def test_left_early_is_not_at_full(self) -> None:
        assert not after(steady(MARIA), event(ago(1), Event.LEFT, nth=40)).full

    def test_without_practice_leaves_the_last_practised_day(self) -> None:
        record = steady(MARIA, 10, today=ago(1))

        assert course_of(this_morning(record, 4)).began.practised == ago(2)
