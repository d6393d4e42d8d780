"""What in a plan cannot be so, or speaks against something else."""

from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.content.plan_words import told
from loosen.core.body import MEASURES
from loosen.core.contradictions import REACHES, Contradiction, contradictions
from loosen.core.journal import DayPart
from loosen.core.plan import SORE_DAYS, Plan, Says, Sentence
from loosen.core.practice import BREATHS
from loosen.core.record import Record
from loosen.core.score import Position
from tests.people import AYSE, JOE, MARIA, TODAY, ago, moment, screening
from tests.plans import (
    at_most_minutes,
    lift,
    no,
    no_further,
    no_kind,
    no_position,
    pain_up_to,
    plan,
    plans,
    please,
    steps,
)

TOLD = Record(person=MARIA, screenings=(screening(ago(30)),))
TOMORROW = TODAY + timedelta(days=1)


def found(said: Plan, record: Record = TOLD) -> list[tuple[str, int | None]]:
    return [(one.rule, one.sentence) for one in contradictions(said, record, practice(), moment())]


def of(*sentences: Sentence, record: Record = TOLD, **more: object) -> list[tuple[str, int | None]]:
    return found(plan("Dr Roy", *sentences, **more), record)


class TestAPlanThatFits:
    def test_has_none(self) -> None:
        sentences = (
            no("cat-cow"), no_position(Position.KNEELING), no_kind("floor"), no_further(45), at_most_minutes(8),
            pain_up_to(4), please("sit-to-stand", 4, "described", parts=(DayPart.MORNING,)), steps(allowed=True),
            lift(SORE_DAYS),
        )  # fmt: skip

        assert of(*sentences, valid_from=TODAY, valid_to=TOMORROW) == []


class TestThePlanItself:
    def test_may_end_before_it_begins(self) -> None:
        assert of(valid_from=TOMORROW, valid_to=TODAY) == [("ends-before-it-begins", None)]
        assert of(valid_from=TODAY, valid_to=TODAY) == []

    def test_may_be_over_already(self) -> None:
        assert of(valid_to=ago(1)) == [("already-over", None)]
        assert of(valid_to=TODAY) == []

    def test_may_stand_in_the_place_of_somebody_nobody_knows(self) -> None:
        assert of(supersedes="Dr Ray") == [("supersedes-nobody", None)]

    def test_may_stand_in_the_place_of_somebody_who_said_something(self) -> None:
        record = replace(TOLD, plans=(plan("Anna Beck", no("bridge"), days_ago=9),))

        assert of(supersedes="anna beck", record=record) == []

    def test_may_leave_nothing_but_the_breath(self) -> None:
        movements = practice().scores.keys() - set(BREATHS)

        assert of(*map(no_position, Position)) == [("leaves-nothing", None)]
        assert of(*map(no, sorted(movements))) == [("leaves-nothing", None)]
        assert of(*map(no, BREATHS)) == []

    def test_is_not_blamed_where_nothing_was_left_before(self) -> None:
        everything = replace(MARIA, positions_off=frozenset(Position))

        assert of(no("cat-cow"), record=replace(TOLD, person=everything)) == []

    def test_is_compared_with_what_it_corrects_only_once(self) -> None:
        first = plan("Dr Roy", *map(no_position, Position), id="first")
        corrected = replace(first, id="second", revises="first", sentences=(no("cat-cow"),))

        assert found(corrected, replace(TOLD, plans=(first,))) == []


class TestASentence:
    @pytest.mark.parametrize("says", Says)
    def test_with_an_empty_gap_says_so_once(self, says) -> None:
        assert of(no("cat-cow"), Sentence(says)) == [("not-whole", 1)]

    def test_may_be_over_already(self) -> None:
        assert of(no("cat-cow", until=ago(1))) == [("already-over", 0)]

    def test_may_be_over_before_its_plan_begins(self) -> None:
        assert of(no("cat-cow", until=TODAY), valid_from=TOMORROW) == [("already-over", 0)]

    @pytest.mark.parametrize(
        ("sentence", "rule"),
        [
            (no("headstand"), "unknown-movement"),
            (please("headstand"), "unknown-movement"),
            (no_kind("flying"), "unknown-tag"),
            (no_further(20, "tail-wag"), "unknown-measure"),
            (lift("ennui"), "unknown-condition"),
            (please("bridge", level="upside-down"), "unknown-level"),
        ],
    )
    def test_may_speak_of_what_nobody_knows_here(self, sentence, rule) -> None:
        assert of(sentence) == [(rule, 0)]

    @pytest.mark.parametrize(
        ("most", "rules"),
        [(-1, ["below-the-range"]), (0, []), (90, []), (91, ["beyond-the-range"])],
    )
    def test_may_be_outside_what_a_body_does(self, most, rules) -> None:
        assert [rule for rule, _ in of(no_further(most))] == rules

    def test_knows_how_far_every_measure_goes(self) -> None:
        assert REACHES.keys() == MEASURES.keys()

    def test_may_leave_less_time_than_a_few_breaths(self) -> None:
        twice = replace(TOLD, person=JOE)

        assert of(at_most_minutes(0)) == [("too-few-minutes", 0)]
        assert of(at_most_minutes(1)) == []
        assert of(at_most_minutes(1), record=twice) == [("too-few-minutes", 0)]
        assert of(at_most_minutes(2), record=twice) == []

    def test_may_leave_a_second_less_than_a_few_breaths(self) -> None:
        """Three breaths twice a day, at a count of a second, last one minute."""
        exact, slower = (replace(TOLD, person=replace(JOE, count_s=count_s)) for count_s in (1.0, 1.01))

        assert of(at_most_minutes(1), record=exact) == []
        assert of(at_most_minutes(1), record=slower) == [("too-few-minutes", 0)]

    def test_may_lift_what_nobody_told(self) -> None:
        with_bones = replace(TOLD, screenings=(screening(ago(30), **{"thin-bones": "yes"}),))

        assert of(lift("thin-bones")) == [("nothing-to-lift", 0)]
        assert of(lift("thin-bones"), record=with_bones) == []

    def test_may_welcome_steps_that_another_holds_back(self) -> None:
        record = replace(TOLD, plans=(plan("Anna Beck", steps(allowed=False)),))

        assert of(steps(allowed=True), record=record) == [("steps-both-ways", 0)]
        assert of(steps(allowed=False), record=record) == []

    def test_may_welcome_steps_that_the_same_one_held_back(self) -> None:
        elsewhere = replace(TOLD, plans=(plan("dr roy", steps(allowed=False)),))

        assert of(steps(allowed=True), steps(allowed=False)) == [("steps-both-ways-same", 0)]
        (one,) = contradictions(plan("Dr Roy", steps(allowed=True)), elsewhere, practice(), moment())
        assert one == Contradiction("steps-both-ways-same", 0, {"who": "dr roy"})


class TestAMovementThatIsAskedFor:
    def test_may_be_left_out_by_the_same_one_in_an_older_plan(self) -> None:
        record = replace(TOLD, plans=(plan("dr roy", no_kind("floor")),))

        (one,) = contradictions(plan("Dr Roy", please("bridge")), record, practice(), moment())

        assert one == Contradiction("banned-by-same", 0, {"movement": "bridge", "who": "dr roy"})

    def test_may_be_left_out_by_the_same_plan(self) -> None:
        assert of(please("bridge"), no("bridge")) == [("banned-here", 0)]

    def test_may_be_left_out_by_another_clinician(self) -> None:
        record = replace(TOLD, plans=(plan("Anna Beck", no_kind("floor")),))

        (one,) = contradictions(plan("Dr Roy", please("bridge")), record, practice(), moment())

        assert one == Contradiction("banned-by-another", 0, {"movement": "bridge", "who": "Anna Beck"})

    def test_may_be_left_out_for_the_persons_health(self) -> None:
        with_bones = replace(TOLD, screenings=(screening(ago(30), **{"thin-bones": "yes"}),))

        assert of(please("knee-to-chest"), record=with_bones) == [("banned-by-health", 0)]
        assert of(please("knee-to-chest"), lift("thin-bones"), record=with_bones) == []

    def test_may_be_asked_for_at_a_level_that_is_left_out(self) -> None:
        sore = replace(TOLD, screenings=(screening(ago(30), shoulder="yes"),))

        assert of(please("bird-dog", level="arm-too"), record=sore) == [("banned-by-health", 0)]
        assert of(please("bird-dog", level="described"), record=sore) == []
        assert of(please("bird-dog", level="arm-too"), no_kind("arms-above-shoulder")) == [("banned-here", 0)]

    def test_may_be_in_a_position_that_does_not_suit_the_person(self) -> None:
        assert of(please("bridge"), record=replace(TOLD, person=AYSE)) == [("banned-by-you", 0)]

    def test_may_be_asked_for_twice(self) -> None:
        assert of(please("bridge", 3), please("bridge", 5)) == [("asked-twice", 0), ("asked-twice", 1)]

    def test_may_be_for_a_part_of_the_day_that_the_person_does_not_have(self) -> None:
        assert of(please("bridge", parts=(DayPart.NOON,))) == [("part-not-chosen", 0)]

    def test_may_be_more_often_than_anybody_described(self) -> None:
        most = max(level.most or level.repetitions for level in practice().scores["bridge"].levels)

        assert of(please("bridge", most)) == []
        assert of(please("bridge", most + 1)) == [("more-than-described", 0)]


class TestWhatIsNamed:
    """Every value that the sentence about it speaks of."""

    BRIDGE: ClassVar = {"movement": "bridge"}
    BEYOND: ClassVar = {"least": 0, "most": REACHES["trunk-lean"], "asked": 91.0}

    @pytest.mark.parametrize(
        ("sentence", "rule", "values"),
        [
            (no("headstand"), "unknown-movement", {"what": "headstand"}),
            (please("headstand"), "unknown-movement", {"what": "headstand"}),
            (no_kind("flying"), "unknown-tag", {"what": "flying"}),
            (no_further(20, "tail-wag"), "unknown-measure", {"what": "tail-wag"}),
            (no_further(91), "beyond-the-range", BEYOND),
            (no_further(-1), "below-the-range", {**BEYOND, "asked": -1.0}),
            (at_most_minutes(0), "too-few-minutes", {"needs": 1}),
            (lift("ennui"), "unknown-condition", {"what": "ennui"}),
            (please("bridge", level="upside-down"), "unknown-level", {**BRIDGE, "what": "upside-down"}),
            (please(""), "unknown-movement", {"what": ""}),
            (no_further(20, ""), "unknown-measure", {"what": ""}),
            (lift(""), "unknown-condition", {"what": ""}),
            (please("bridge", level=""), "unknown-level", {**BRIDGE, "what": ""}),
            (please("bridge", parts=(DayPart.NOON,)), "part-not-chosen", BRIDGE),
        ],
    )
    def test_is_what_the_sentence_speaks_of(self, sentence, rule, values) -> None:
        (one,) = contradictions(plan("Dr Roy", sentence), TOLD, practice(), moment())

        assert one == Contradiction(rule, 0, values)

    def test_is_how_often_a_movement_is_described_at_the_most(self) -> None:
        most = max(level.most or level.repetitions for level in practice().scores["bridge"].levels)

        (one,) = contradictions(plan("Dr Roy", please("bridge", most + 1)), TOLD, practice(), moment())

        assert one.values == {**self.BRIDGE, "most": most}

    def test_is_the_movement_that_is_asked_for_twice(self) -> None:
        twice = contradictions(plan("Dr Roy", please("bridge", 3), please("bridge", 5)), TOLD, practice(), moment())

        assert [one.values for one in twice] == [self.BRIDGE, self.BRIDGE]

    def test_is_who_is_not_known(self) -> None:
        (one,) = contradictions(plan("Dr Roy", supersedes="Dr Ray"), TOLD, practice(), moment())

        assert one.values == {"who": "Dr Ray"}

    def test_is_who_holds_steps_back(self) -> None:
        record = replace(TOLD, plans=(plan("Anna Beck", steps(allowed=False)),))

        (one,) = contradictions(plan("Dr Roy", steps(allowed=True)), record, practice(), moment())

        assert one.values == {"who": "Anna Beck"}

    def test_is_the_movement_whoever_leaves_it_out(self) -> None:
        chair, bones = replace(TOLD, person=AYSE), screening(ago(30), **{"thin-bones": "yes"})

        for asked_for, record in (("bridge", chair), ("knee-to-chest", replace(TOLD, screenings=(bones,)))):
            (one,) = contradictions(plan("Dr Roy", please(asked_for)), record, practice(), moment())
            assert one.values == {"movement": asked_for}
        (one,) = contradictions(plan("Dr Roy", please("bridge"), no("bridge")), TOLD, practice(), moment())
        assert one.values == self.BRIDGE


class TestForEverybody:
    @settings(max_examples=60, deadline=None)
    @given(plans(), st.lists(plans(), max_size=2), st.sampled_from([MARIA, AYSE, JOE]))
    def test_every_contradiction_has_its_place_and_its_sentence(self, said, others, person) -> None:
        record = replace(TOLD, person=person, plans=tuple(others))

        for one in contradictions(said, record, practice(), moment()):
            assert one.sentence is None or 0 <= one.sentence < len(said.sentences)
            assert told(one)
            assert "{" not in told(one)
