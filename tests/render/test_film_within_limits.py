"""The film between movements leads nobody through what they must not or cannot do. Read off the bundle that is sent."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from loosen.content.loading import practice
from loosen.content.player_words import player_words
from loosen.content.words import sentence
from loosen.core.conditions import rule_of
from loosen.core.day import Day, Session
from loosen.core.journal import DayPart
from loosen.core.planning import plan_day
from loosen.core.record import Record
from loosen.core.score import Position
from loosen.core.screening import Clearing, Dated, Said
from loosen.core.timeline import change_s
from loosen.core.transition import PAUSE_S, spoken_s
from loosen.render.bundle import Addresses, Wording, bundle
from loosen.web.abilities import CANNOT
from tests.people import MARIA, TODAY, at, moment, screening, steady, this_morning

Film = dict[str, Any]

CONDITIONS = {condition.id: condition for condition in practice().conditions}
WORDING = Wording(player_words(), sentence)
ADDRESSES = Addresses(note="/note/", cards={"urgent-signs": "/1/", "questions": "/2/", "cannot-get-up": "/3/"})

WEEKS_TO_THE_DAY_DUE = 40

KNEEL = {"kneeling", "half-kneeling", "hands-and-knees", "pushing-up"}
ON_FOOT = {"standing", "standing-before", "rising", "stepping", "lowering", "leaning"}
ON_A_CHAIR = {"sitting", "sitting-before", "lowering", "leaning"}
ON_THE_HANDS = {"hands-and-knees", "pushing-up"}
ON_THE_BACK = {"on-the-back"}
ON_THE_FLOOR = {*KNEEL, *ON_THE_BACK, "on-the-side", "stepping", "rising"}
RIGHT_ANGLE = {"half-kneeling", "lowering", "leaning"}

NEVER_SHOWN = {
    "floor": ON_THE_FLOOR,
    "flat": ON_THE_BACK,
    "kneel": KNEEL,
    "stand": ON_FOOT,
    "sit": ON_A_CHAIR,
    "knee": KNEEL,
    "wrist": ON_THE_HANDS,
    "new-hip": RIGHT_ANGLE,
    "hip-rule": RIGHT_ANGLE,
    "pregnant-16": ON_THE_BACK,
    "dizzy": {"on-the-side"},
    "unsteady": ON_THE_FLOOR,
    "spine-surgery": {*ON_THE_FLOOR, *ON_FOOT},
    "fracture": {*ON_THE_FLOOR, *ON_FOOT},
}
"""What is left out, by the names of the postures on the ways; written out by hand, from looking at them."""


def with_condition(name: str, record: Record) -> Record:
    """The record of somebody who told of a condition, on a day it holds, and whose clinician said yes to practice."""
    condition = CONDITIONS[name]
    question = condition.question
    asked = practice().screening.questions[question]
    weeks = condition.weeks_from or 0
    since = TODAY + timedelta(weeks=WEEKS_TO_THE_DAY_DUE - weeks if asked.dated is Dated.DUE else -weeks)
    told = replace(screening(TODAY, **{question: "yes"}), dates={question: since} if condition.weeks_from else {})
    looks = tuple(
        Clearing(
            id=one.id, at=at(hour=7, minute=10), zone=MARIA.zone, day=TODAY, finding=rule_of(one), looked_on=TODAY,
            said=Said.GO_ON, who="Dr Berg",
        )
        for one in CONDITIONS.values() if one.question == question
    )  # fmt: skip
    return replace(record, screenings=(*record.screenings, told), clearings=looks)


@cache
def sessions(name: str, programme: str) -> tuple[Session, ...]:
    """Every session that a programme has for somebody with a condition, or who cannot do something."""
    off = CANNOT[name][1] if name in CANNOT else frozenset[Position]()
    person = replace(MARIA, programme=programme, positions_off=off, parts=tuple(DayPart))
    record = steady(person)
    if name in CONDITIONS:
        record = with_condition(name, record)
    outcome = plan_day(this_morning(record, person.usual_pain), moment(), practice())
    return outcome.every if isinstance(outcome, Day) else ()


@cache
def sent_for(name: str) -> tuple[tuple[Session, Film], ...]:
    """Each of these sessions of every programme, with what is sent of it."""
    every = (session for programme in PROGRAMMES for session in sessions(name, programme))
    return tuple((session, bundle(session, practice(), 1.0, WORDING, ADDRESSES)) for session in every)


def film_of(session: Session) -> Film:
    return bundle(session, practice(), 1.0, WORDING, ADDRESSES)


def shown(sent: Film) -> Iterator[tuple[str, Position | None]]:
    """Every posture of the film that is sent, and the position it is; whether or not this session's way comes by it."""
    for row in (*sent["film"]["up"], *sent["film"]["down"]):
        if row:
            yield row[0], Position(row[5]) if len(row) > 5 else None


EVERYBODY = [*CANNOT, *CONDITIONS]
PROGRAMMES = list(practice().programmes)


class TestEverybodyIsLedOnlyWhereTheyMayGo:
    @pytest.mark.parametrize("name", EVERYBODY)
    def test_no_halt_has_a_position_that_is_left_out(self, name: str) -> None:
        off = CANNOT[name][1] if name in CANNOT else CONDITIONS[name].positions_off

        assert sent_for(name)
        for _, sent in sent_for(name):
            assert not off & {position for _, position in shown(sent)}

    @pytest.mark.parametrize("name", CONDITIONS)
    def test_no_halt_asks_the_body_for_what_is_left_out(self, name: str) -> None:
        tags = {halt.posture: halt.tags for halt in (*practice().transitions.up, *practice().transitions.down)}

        for _, sent in sent_for(name):
            for posture, _ in shown(sent):
                assert not CONDITIONS[name].tags_off & tags[posture], posture

    @pytest.mark.parametrize("name", NEVER_SHOWN)
    def test_no_halt_is_one_that_somebody_who_looks_would_leave_out(self, name: str) -> None:
        assert sent_for(name)
        for _, sent in sent_for(name):
            assert not NEVER_SHOWN[name] & {posture for posture, _ in shown(sent)}
            assert not NEVER_SHOWN[name] & sent["film"]["poses"].keys()

    @pytest.mark.parametrize("name", EVERYBODY)
    def test_nothing_is_said_of_a_halt_that_is_not_shown(self, name: str) -> None:
        said = {halt.posture: halt.say for halt in (*practice().transitions.up, *practice().transitions.down)}

        for _, sent in sent_for(name):
            heard = {said[posture] for posture, _ in shown(sent)}
            assert not ({*said.values()} - heard - {""}) & {*sent["texts"]}


class TestInABed:
    @pytest.mark.parametrize("name", ["", *EVERYBODY])
    def test_nobody_is_led_over_hands_and_knees(self, name: str) -> None:
        for session, sent in sent_for(name):
            if session.in_bed:
                assert not (KNEEL | {"rising", "stepping"}) & {posture for posture, _ in shown(sent)}

    def test_there_are_mornings_and_nights_in_bed(self) -> None:
        assert {session.part for session, _ in sent_for("") if session.in_bed} >= {DayPart.MORNING, DayPart.BEDTIME}

    def test_the_way_up_is_said_over_the_edge(self) -> None:
        morning = next(one for one in sessions("", "getting-up") if one.part is DayPart.MORNING)
        sent = film_of(morning)

        other, up, down = (sent["texts"][n] for n in sent["film"]["own"])

        assert other == player_words()["way-own"]
        assert "over the edge" in up
        assert "onto your side" in down

    @pytest.mark.parametrize("name", ["wrist", "dizzy"])
    def test_nobody_is_told_to_roll_and_push_who_must_not(self, name: str) -> None:
        sent = [film_of(one) for one in sessions(name, "getting-up") if one.in_bed]

        assert all(len(one["film"].get("own", "?")) == 1 for one in sent)


class TestWhereNobodyIsLed:
    def test_it_is_said_that_they_go_their_own_way(self) -> None:
        morning = sessions("knee", "gentle-start")[0]
        sent = film_of(morning)

        assert [sent["texts"][n] for n in sent["film"]["own"]] == ["Come into it your own way, in your own time."]
        assert 0 in sent["film"]["up"]
        assert 0 in sent["film"]["down"]

    def test_nobody_is_offered_a_way_up_that_they_cannot_go(self) -> None:
        ends = [film_of(one)["places"] for name in ("knee", "kneel", "stand") for one in sessions(name, "gentle-start")]

        assert ends
        assert not any("rise" in places or "up" in places["end"]["links"] for places in ends)

    def test_those_who_may_go_every_way_are_led_all_of_it(self) -> None:
        sent = film_of(sessions("", "gentle-start")[0])

        assert "own" not in sent["film"]
        assert {"half-kneeling", "on-the-back", "standing"} <= {posture for posture, _ in shown(sent)}
        assert "rise" in sent["places"]

    @pytest.mark.parametrize("word", ["way-own", "way-bed-up", "way-bed-down"])
    def test_there_is_time_to_say_it_and_how_to_be(self, word: str) -> None:
        lying = {Position.LYING, Position.SIDE_LYING}
        ends = [(Position.LYING, Position.STANDING), (Position.STANDING, Position.LYING)]
        for start, goal in ends:
            for score in (one for one in practice().scores.values() if one.position is goal):
                words_s = spoken_s(f"{score.name}. {player_words()[word]} {score.get_there}") - PAUSE_S
                if (word == "way-bed-up") is (goal not in lying):
                    assert words_s <= change_s(start, goal), score.slug
