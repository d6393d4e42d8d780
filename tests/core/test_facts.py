"""What a practice day told."""

from dataclasses import replace

from loosen.core.facts import Tap, told_by_day
from loosen.core.journal import Body, CheckIn, Choice, ChoiceKind, Event, Felt, SharpAnswer, Walk
from loosen.core.record import Record
from tests.people import TODAY, ZONE, ago, at, event, note, practised, sharp


def choice(kind: ChoiceKind, nth: int = 0, **more: str) -> Choice:
    return Choice(id=f"{kind.value}-{nth}", at=at(TODAY, 9, nth), zone=ZONE, day=TODAY, kind=kind, **more)


class TestAWalk:
    WALK = Walk(id="walk", at=at(TODAY, 17), zone=ZONE, day=TODAY, minutes=9)

    def test_is_practice_and_no_whole_session(self) -> None:
        told = told_by_day(Record(walks=(self.WALK,)))[TODAY]

        assert told.practised
        assert not told.whole
        assert told.walks == (self.WALK,)

    def test_counts_as_it_was_corrected(self) -> None:
        corrected = replace(self.WALK, id="corrected", minutes=12, revises="walk")

        assert told_by_day(Record(walks=(self.WALK, corrected)))[TODAY].walks == (corrected,)


class TestASession:
    def test_tells_what_was_done_without_the_breath(self) -> None:
        told = told_by_day(Record(events=practised(TODAY)))[TODAY]

        assert told.done == {"pelvic-tilt", "cat-cow", "shoulder-release"}
        assert told.practised

    def test_of_breath_alone_is_no_practice(self) -> None:
        assert not told_by_day(Record(events=practised(TODAY, "seated-breath")))[TODAY].practised

    def test_noted_from_the_page_without_script_is_practice(self) -> None:
        told = told_by_day(Record(notes=(note(TODAY, felt=Felt.GOOD),)))[TODAY]

        assert told.practised
        assert told.done == frozenset()

    def test_of_one_small_thing_is_practice_and_no_whole_session(self) -> None:
        small = tuple(replace(one, session=f"{TODAY}-small") for one in practised(TODAY, "shoulder-release"))

        assert told_by_day(Record(events=small))[TODAY].practised
        assert not told_by_day(Record(events=small))[TODAY].whole
        assert told_by_day(Record(events=practised(TODAY)))[TODAY].whole

    def test_left_early_says_so(self) -> None:
        assert told_by_day(Record(events=(event(TODAY, Event.LEFT),)))[TODAY].left

    def test_made_easier_tells_which_movement_and_how(self) -> None:
        events = (event(TODAY, Event.EASIER, "cat-cow"), event(TODAY, Event.PINCH, "knee-to-chest", 1))

        told = told_by_day(Record(events=events))[TODAY]

        assert told.taps == (("cat-cow", Tap.EASIER), ("knee-to-chest", Tap.PINCH))


class TestAStop:
    def test_has_the_answer_that_followed_it(self) -> None:
        (stop,) = told_by_day(Record(events=sharp(TODAY, "cat-cow", SharpAnswer.GONE)))[TODAY].sharps

        assert stop.passed

    def test_without_an_answer_did_not_pass(self) -> None:
        (stop,) = told_by_day(Record(events=sharp(TODAY, "cat-cow")[:1]))[TODAY].sharps

        assert stop.answer is None
        assert not stop.passed

    def test_does_not_take_the_answer_of_the_next_stop(self) -> None:
        first = sharp(TODAY, "cat-cow")[:1]
        second = sharp(TODAY, "pelvic-tilt", SharpAnswer.GONE, nth=30)

        stops = told_by_day(Record(events=(*first, *second)))[TODAY].sharps

        assert [(stop.movement, stop.passed) for stop in stops] == [("cat-cow", False), ("pelvic-tilt", True)]

    def test_does_not_take_the_answer_of_another_session(self) -> None:
        stop, answer = sharp(TODAY, "cat-cow", SharpAnswer.GONE)

        (told,) = told_by_day(Record(events=(stop, replace(answer, session=f"{TODAY}-bedtime"))))[TODAY].sharps

        assert told.answer is None


class TestAChoice:
    def test_the_latest_one_about_the_day_holds(self) -> None:
        choices = (choice(ChoiceKind.REST), choice(ChoiceKind.USUAL, 1))

        assert told_by_day(Record(choices=choices))[TODAY].choice is ChoiceKind.USUAL

    def test_about_a_step_is_no_choice_about_the_day(self) -> None:
        told = told_by_day(Record(choices=(choice(ChoiceKind.TAKE_STEP, movement="wall-press"),)))[TODAY]

        assert told.choice is None
        assert [step.movement for step in told.steps] == ["wall-press"]

    def test_about_a_step_taken_back_leaves_the_day_as_it_was(self) -> None:
        rest = choice(ChoiceKind.BREATH_ONLY)
        take = choice(ChoiceKind.TAKE_STEP, 1, movement="wall-press")
        back = choice(ChoiceKind.USUAL, 2, revises=take.id)

        told = told_by_day(Record(choices=(rest, take, back)))[TODAY]

        assert told.choice is ChoiceKind.BREATH_ONLY
        assert told.steps == ()


class TestADayOfWhichNothingWasTold:
    def test_is_not_there(self) -> None:
        assert ago(1) not in told_by_day(Record(events=practised(TODAY)))


class TestSomethingNew:
    def told_today_of(self, days: int) -> bool:
        new = CheckIn(id="new", at=at(TODAY, 9), zone=ZONE, day=ago(days), body=Body.NEW)
        return bool(told_by_day(Record(check_ins=(new,)))[ago(days)].news)

    def test_told_of_a_day_of_the_last_two_weeks_is_heard(self) -> None:
        assert self.told_today_of(0)
        assert self.told_today_of(14)

    def test_told_of_a_day_further_back_is_history(self) -> None:
        assert not self.told_today_of(15)
