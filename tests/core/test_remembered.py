"""What tomorrow remembers, seen closely: since when there is less, what rests, who has looked, and how it all began."""

from dataclasses import replace

import pytest

from loosen.core.journal import Body, ChoiceKind, Event, Felt, SharpAnswer
from loosen.core.record import Person, Record, Standing
from loosen.core.score import Dose
from loosen.core.screening import Clearing, Said
from tests.core.test_course import chose, course_of, with_mornings
from tests.core.test_evening import after
from tests.people import MARIA, TODAY, ZONE, ago, at, check_in, event, note, practised, sharp, steady

DAYS = steady(MARIA, 30)


def looked(days_ago: int, said: Said = Said.GO_ON, finding: str = "sharp-days") -> Clearing:
    day = ago(days_ago)
    return Clearing(
        id=f"look-{days_ago}-{said.value}", at=at(day, 12), zone=ZONE, day=day, finding=finding, who="Dr Roy",
        looked_on=day, said=said,
    )  # fmt: skip


def sharp_on(*days_ago: int, movement: str = "cat-cow", record: Record = DAYS) -> Record:
    stops = (stop for days in days_ago for stop in sharp(ago(days), movement))
    told = sorted((*record.events, *stops), key=lambda one: one.at)
    return replace(record, events=tuple(told))


def now(record: Record, *looks: Clearing, days_ago: int = 0) -> Standing:
    return course_of(replace(record, clearings=looks), days_ago).now


class TestASessionThatWasTooMuch:
    @pytest.mark.parametrize(
        ("told", "share", "cause"),
        [
            ({"felt": Felt.ALL_RIGHT, "pain": 6}, 0.75, "above-the-cap"),
            ({"felt": Felt.SHARP_AT_TIMES}, 0.75, "sharp-at-times"),
            ({"felt": Felt.HARD_GOING}, 0.8, "hard-going"),
        ],
        ids=["above the cap", "sharp at times", "hard going"],
    )
    def test_is_less_from_the_next_day_on(self, told: dict, share: float, cause: str) -> None:
        standing = after(DAYS, **told)

        assert (standing.share, standing.cause, standing.since) == (share, cause, TODAY)

    def test_on_a_day_that_was_less_already_changes_nothing_of_it(self) -> None:
        sorer = with_mornings(DAYS, {1: 6})

        standing = after(sorer, felt=Felt.SHARP_AT_TIMES)

        assert (standing.share, standing.cause, standing.since) == (0.75, "small-increase", ago(1))

    def test_leaves_what_was_sharp_for_a_moment_as_gentle_as_that_asks(self) -> None:
        standing = after(DAYS, *sharp(ago(1), "cat-cow", SharpAnswer.GONE), felt=Felt.ALL_RIGHT, pain=6)

        assert standing.eased["cat-cow"] == "sharp-passed"
        assert standing.eased["pelvic-tilt"] == "above-the-cap"

    def test_eases_the_way_out_that_was_taken_and_what_was_eased_before(self) -> None:
        stop = sharp(ago(1), "cat-cow", SharpAnswer.GONE)
        easier = event(ago(1), Event.EASIER, "wall-press", 9)

        assert after(DAYS, *stop, easier).eased == {"cat-cow": "sharp-passed", "wall-press": "easier-last-time"}


class TestARestAfterSharpPain:
    def test_is_kept_beside_another(self) -> None:
        both = (*sharp(ago(1), "cat-cow"), *sharp(ago(1), "pelvic-tilt", nth=30))

        assert [lock.movement for lock in after(DAYS, *both).locks] == ["cat-cow", "pelvic-tilt"]

    def test_never_brings_more_repetitions_than_there_were(self) -> None:
        begun = replace(DAYS, choices=(chose(ChoiceKind.TAKE_STEP, 3, "wall-press"),))

        assert after(begun, *sharp(ago(1), "wall-press")).doses["wall-press"] == Dose("half-way", 3)

    @pytest.mark.parametrize(("days_ago", "remembered"), [(9, True), (10, False)], ids=str)
    def test_is_remembered_for_a_week_after_it_ended(self, days_ago: int, remembered: bool) -> None:
        assert bool(course_of(sharp_on(days_ago)).began.locks) is remembered


class TestDaysOfSharpPain:
    @pytest.mark.parametrize(("first", "holds"), [(7, True), (8, False)], ids=["of seven", "of eight"])
    def test_pause_the_movements_when_three_are_of_seven(self, first: int, holds: bool) -> None:
        standing = course_of(sharp_on(first, 4, 1)).began

        assert (standing.hold_since is not None) is holds
        assert standing.sharp_days == tuple(ago(days) for days in (first, 4, 1) if days < 8)

    def test_are_forgotten_when_a_week_was_without(self) -> None:
        assert now(sharp_on(9, 8)).sharp_days == ()
        assert now(sharp_on(9, 6)).sharp_days == (ago(6),)

    def test_are_none_of_which_only_a_good_note_tells(self) -> None:
        assert after(sharp_on(3), felt=Felt.GOOD).sharp_days == (ago(3),)

    def test_are_seen_when_somebody_looked_at_that_very_instant(self) -> None:
        seen = replace(looked(1), at=at(ago(1), 8, 20))

        assert now(sharp_on(1), seen).sharp_days == ()

    def test_hold_on_however_the_days_after_are(self) -> None:
        assert now(sharp_on(6, 4, 1)).hold_since == now(sharp_on(6, 4, 1), days_ago=1).hold_since == at(ago(1), 8, 20)

    def test_are_no_hold_any_more_once_somebody_looked_weeks_later(self) -> None:
        held = sharp_on(26, 24, 22)

        assert now(held, looked(3)).hold_since is None
        assert now(held, looked(3), days_ago=5).hold_since == at(ago(22), 8, 20)

    def test_are_a_hold_still_when_somebody_looked_at_something_else(self) -> None:
        assert now(sharp_on(26, 24, 22), looked(3, finding="severe-days")).hold_since is not None

    def test_are_counted_from_the_look_on(self) -> None:
        assert now(sharp_on(26, 24, 22), looked(25)).hold_since is None
        assert now(sharp_on(26, 24, 23, 22), looked(25)).hold_since is not None

    def test_are_judged_by_the_last_look_that_said_something(self) -> None:
        held = sharp_on(26, 24, 22)

        assert now(held, looked(27), looked(3)).hold_since is None
        assert now(held, looked(3), looked(27)).hold_since is None
        assert now(held, looked(27), looked(3, Said.NOT_YET)).hold_since is not None


class TestADayAtFull:
    def test_is_one_of_the_usual_session_done_without_a_way_out(self) -> None:
        assert after(DAYS).full
        assert after(replace(DAYS, choices=(chose(ChoiceKind.USUAL, 1),))).full

    @pytest.mark.parametrize("kind", [ChoiceKind.BREATH_ONLY, ChoiceKind.REST, ChoiceKind.FLARE], ids=str)
    def test_is_none_that_was_chosen_to_be_less(self, kind: ChoiceKind) -> None:
        assert not after(replace(DAYS, choices=(chose(kind, 1),))).full

    @pytest.mark.parametrize("felt", [Felt.HARD_GOING, Felt.SHARP_AT_TIMES], ids=str)
    def test_is_none_that_was_hard(self, felt: Felt) -> None:
        assert not after(DAYS, felt=felt).full

    def test_is_none_on_which_the_body_was_sorer(self) -> None:
        told = tuple(one for one in DAYS.check_ins if one.day != ago(1))

        assert not after(replace(DAYS, check_ins=(*told, check_in(ago(1), 4, Body.SORER)))).full

    def test_is_none_while_somebody_should_look(self) -> None:
        assert not course_of(sharp_on(6, 5, 4)).began.full
        assert course_of(sharp_on(5, 4)).began.full

    def test_is_none_on_which_pain_rose_to_four(self) -> None:
        from_two = steady(MARIA, 30, pain=2)

        assert not after(from_two, felt=Felt.GOOD, pain=4).full
        assert after(from_two, felt=Felt.GOOD, pain=3).full


class TestHowItBegan:
    def test_is_the_first_day_of_practice_and_its_first_seven_rated_mornings(self) -> None:
        began = course_of(with_mornings(steady(MARIA, 12), {14: 9, 13: 8, 12: 5, 11: None, 10: 6})).now

        assert began.began == ago(12)
        assert dict(began.first_mornings) == {
            ago(days): pain for days, pain in ((12, 5), (10, 6), (9, 4), (8, 4), (7, 4), (6, 4), (5, 4))
        }

    def test_is_a_session_done_without_the_player_too(self) -> None:
        on_paper = Record(Person(), notes=(note(ago(3), felt=Felt.GOOD),))

        assert course_of(on_paper).now.began == ago(3)

    def test_is_nothing_before_the_first_session(self) -> None:
        only_told = Record(MARIA, check_ins=(check_in(ago(2), 4),))

        assert (course_of(only_told).now.began, dict(course_of(only_told).now.first_mornings)) == (None, {})

    def test_stays_after_a_pause(self) -> None:
        again = replace(steady(MARIA, 3, today=ago(20)), events=practised(ago(1)))
        longer = replace(again, events=(*steady(MARIA, 3, today=ago(20)).events, *practised(ago(1))))

        assert course_of(again).now.began == ago(1)
        assert course_of(longer).now.began == ago(23)
