"""Entries, their corrections, and two devices that both told a day."""

from dataclasses import replace

from loosen.core.journal import (
    Body,
    Event,
    Felt,
    check_in_that_counts,
    events_that_count,
    notes_that_count,
    unrevised,
)
from tests.people import TODAY, check_in, event, note, sharp


class TestACorrection:
    def test_takes_the_place_of_what_it_corrects(self) -> None:
        first = check_in(TODAY, 7)
        second = replace(first, id="second", pain=2, revises=first.id)

        assert unrevised((first, second)) == (second,)

    def test_can_be_corrected_itself(self) -> None:
        first = check_in(TODAY, 7)
        second = replace(first, id="second", pain=2, revises=first.id)
        third = replace(first, id="third", pain=3, revises="second")

        assert check_in_that_counts((first, second, third)) == third


class TestADayWithoutACheckIn:
    def test_has_none(self) -> None:
        assert check_in_that_counts(()) is None


class TestTwoCheckInsFromTwoDevices:
    def test_the_more_careful_of_each_answer_holds(self) -> None:
        phone = replace(check_in(TODAY, 3), stiffness=6, sleep=7, mood=2)
        tablet = replace(check_in(TODAY, 5, Body.HEAVY), id="tablet", stiffness=1, sleep=4, mood=6)

        counted = check_in_that_counts((phone, tablet))

        assert counted == replace(tablet, pain=5, stiffness=6, sleep=4, mood=2, body=Body.HEAVY)

    def test_an_answer_left_out_on_one_is_taken_from_the_other(self) -> None:
        counted = check_in_that_counts((check_in(TODAY, None), replace(check_in(TODAY, 4), id="tablet")))

        assert counted is not None
        assert counted.pain == 4


class TestTwoNotesOfOneSession:
    def test_the_more_careful_of_each_answer_holds(self) -> None:
        phone = note(TODAY, felt=Felt.GOOD, pain=6, not_sharp=("a", "b"))
        tablet = replace(note(TODAY, felt=Felt.HARD_GOING, pain=2, not_sharp=("b",)), id="tablet")

        (counted,) = notes_that_count((phone, tablet))

        assert (counted.felt, counted.pain, counted.not_sharp) == (Felt.HARD_GOING, 6, ("b",))

    def test_notes_of_two_sessions_both_stand(self) -> None:
        morning, bedtime = note(TODAY), replace(note(TODAY), id="bed", session=f"{TODAY}-bedtime")

        assert notes_that_count((morning, bedtime)) == (morning, bedtime)


class TestATapTakenBack:
    def test_in_the_player_counts_no_longer(self) -> None:
        stop, answer = sharp(TODAY, "cat-cow")
        undo = event(TODAY, Event.UNDO, nth=25, undoes=stop.id)

        assert events_that_count((stop, answer, undo), ()) == ()

    def test_that_is_no_stop_takes_nothing_with_it(self) -> None:
        easier, done = event(TODAY, Event.EASIER, "cat-cow", 1), event(TODAY, Event.DONE, "cat-cow", 2)
        undo = event(TODAY, Event.UNDO, nth=3, undoes=easier.id)

        assert events_that_count((easier, done, undo), ()) == (done,)

    def test_leaves_an_answer_that_was_given_to_another_question(self) -> None:
        stop, _ = sharp(TODAY, "cat-cow")
        undo = event(TODAY, Event.UNDO, nth=21, undoes=stop.id)
        again, answer = sharp(TODAY, "pelvic-tilt", nth=30)

        assert events_that_count((stop, undo, again, answer), ()) == (again, answer)

    def test_named_as_a_mistake_in_the_note_counts_no_longer(self) -> None:
        stop, answer = sharp(TODAY, "cat-cow")

        assert stop not in events_that_count((stop, answer), (note(TODAY, not_sharp=(stop.id,)),))
