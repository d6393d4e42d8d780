"""The record as one document: read strictly, written whole."""

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loosen.core.journal import walks_that_count
from loosen.core.plan import Plan
from loosen.core.record import Record
from loosen.core.score import Position
from loosen.core.screening import Clearing, Said
from loosen.exchange.record_json import RecordError, read, schema, write
from tests.people import MARIA, TODAY, TOM, ZONE, ago, at, check_in, steady, this_morning
from tests.plans import lift, no, no_further, plan, plans, please
from tests.records import records

HEAD = {"format": "loosen-record", "version": 1}
CHECK_IN = {"id": "a", "at": "2026-11-22T07:30:00+01:00", "zone": "Europe/Berlin", "day": "2026-11-22", "pain": 4}
CHECK_IN_HEAD = {key: CHECK_IN[key] for key in ("id", "at", "zone", "day")}


def refused(document: object) -> str:
    with pytest.raises(RecordError) as fault:
        read(json.dumps(document), "maria.json")
    return str(fault.value)


class TestARecord:
    @settings(max_examples=30)
    @given(records())
    def test_comes_back_as_it_was_written(self, record: Record) -> None:
        assert read(write(record)) == record

    @settings(max_examples=8)
    @given(records(days=3))
    def test_fits_its_schema(self, record: Record) -> None:
        jsonschema.validate(json.loads(write(record)), schema())

    def test_begins_with_its_format_and_version(self) -> None:
        assert list(json.loads(write(Record())))[:2] == ["format", "version"]

    def test_is_the_same_text_each_time(self) -> None:
        look = Clearing(
            id="look", at=at(), zone=ZONE, day=TODAY, finding="COND", who="Dr Roy", looked_on=TODAY, said=Said.LIMITS,
            movements_off=frozenset({"cat-cow", "bridge"}), positions_off=frozenset(Position),
        )  # fmt: skip
        record = replace(steady(TOM, 3), clearings=(look,))

        written = json.loads(write(record))

        assert written["person"]["positions_off"] == sorted(written["person"]["positions_off"])
        assert written["clearings"][0]["movements_off"] == ["bridge", "cat-cow"]
        assert read(write(record)) == record

    def test_may_be_as_short_as_its_head(self) -> None:
        assert read(json.dumps(HEAD)) == Record()

    def test_is_put_in_order_of_the_instants(self) -> None:
        record = this_morning(steady(MARIA, 3), 4)
        shuffled = replace(record, check_ins=record.check_ins[::-1])

        assert read(write(shuffled)) == record

    def test_takes_a_walk_back_with_one_of_no_minutes(self) -> None:
        walk = {**CHECK_IN_HEAD, "minutes": 12}
        back = {**CHECK_IN_HEAD, "id": "b", "minutes": 0, "revises": "a"}

        assert walks_that_count(read(json.dumps({**HEAD, "walks": [walk, back]})).walks) == ()

    def test_holds_an_entry_that_was_sent_twice_once(self) -> None:
        assert len(read(json.dumps({**HEAD, "check_ins": [CHECK_IN, CHECK_IN]})).check_ins) == 1


class TestPlans:
    @settings(max_examples=30)
    @given(st.lists(plans(), max_size=3))
    def test_come_back_as_they_were_written(self, several: list[Plan]) -> None:
        record = Record(plans=tuple(sorted(several, key=lambda plan: (plan.at, plan.id))))

        assert read(write(record)) == record
        jsonschema.validate(json.loads(write(record)), schema())

    def test_may_contradict_themselves_and_are_kept(self) -> None:
        record = Record(plans=(plan("Dr Roy", no("bridge"), please("bridge"), valid_from=TODAY, valid_to=ago(1)),))

        assert read(write(record)) == record

    def test_may_speak_of_what_this_library_does_not_have(self) -> None:
        record = Record(plans=(plan("Dr Roy", no("headstand"), no_further(20, "tail-wag"), lift("ennui")),))

        assert read(write(record)) == record


PLAN = {**CHECK_IN_HEAD, "clinician": "Dr Roy"}


def planned(**sentence: object) -> dict:
    return {**HEAD, "plans": [{**PLAN, "sentences": [sentence]}]}


class TestABadPlan:
    @pytest.mark.parametrize(
        ("document", "said"),
        [
            ({**HEAD, "plans": [{**PLAN, "clinician": " "}]}, "$.plans[0].clinician is empty; say who it was"),
            ({**HEAD, "plans": [PLAN, {**PLAN, "words": "x"}]}, "$.plans[1].id is 'a', which another entry has"),
            (planned(says="hop"), "$.plans[0].sentences[0].says: invalid enum value"),
            (planned(says="avoid"), '$.plans[0].sentences[0] says "avoid" and not what; fill one of movement'),
            (
                planned(says="avoid", movement="bridge", tag="floor"),
                '$.plans[0].sentences[0] says "avoid" and not what',
            ),
            (
                planned(says="at-most", most=45),
                '$.plans[0].sentences[0] says "at-most" and not what; fill measure and most',
            ),
            (planned(says="minutes", most=5, movement="bridge"), 'sentences[0].movement does not belong to "minutes"'),
            (planned(says="lift", condition="heart", allowed=False), 'sentences[0].allowed does not belong to "lift"'),
            (planned(says="pain", most=11), "$.plans[0].sentences[0].most is 11.0; the scale goes from 0 to 10"),
            (planned(says="minutes", most=-1), "$.plans[0].sentences[0].most is -1.0; minutes are 0 or more"),
            (planned(says="minutes", most=float("nan")), '$.plans[0].sentences[0] says "minutes" and not what'),
            (planned(says="require", movement="bridge", repetitions=0), "sentences[0].repetitions is 0; ask for one"),
            (planned(says="avoid", movment="bridge"), "has a key 'movment' that a record does not have; did you mean"),
        ],
    )
    def test_is_refused_with_the_place_and_the_remedy(self, document: object, said: str) -> None:
        assert said in refused(document)


class TestABadRecord:
    @pytest.mark.parametrize(
        ("document", "said"),
        [
            ([], 'maria.json: the first key is not "format": "loosen-record"'),
            ({"format": "diary"}, 'maria.json: the first key is not "format": "loosen-record"'),
            ({**HEAD, "version": 2}, "the record is version 2 and this program reads up to 1; update loosen"),
            ({**HEAD, "version": "1"}, "maria.json: $.version is '1'"),
            ({**HEAD, "version": True}, "maria.json: $.version is True"),
            ({**HEAD, "persn": {}}, "$ has a key 'persn' that a record does not have; did you mean 'person'?"),
            ({**HEAD, "check_ins": [{**CHECK_IN, "knees": 2}]}, "$.check_ins[0] has a key 'knees'"),
            ({**HEAD, "check_ins": [{**CHECK_IN, "pain": "x"}]}, "$.check_ins[0].pain: expected `int | null`"),
            ({**HEAD, "check_ins": [{**CHECK_IN, "pain": 11}]}, ".pain is 11; the scale goes from 0 to 10"),
            ({**HEAD, "check_ins": [{**CHECK_IN, "zone": "Mars"}]}, '$.check_ins[0].zone is "Mars"'),
            ({**HEAD, "check_ins": [{**CHECK_IN, "day": "tomorrow"}]}, "$.check_ins[0].day: invalid RFC3339"),
            ({**HEAD, "check_ins": [{**CHECK_IN, "at": "2026-11-22T07:30:00"}]}, "without an offset; write it like"),
            (
                {**HEAD, "check_ins": [CHECK_IN, {**CHECK_IN, "pain": 5}]},
                "$.check_ins[1].id is 'a', which another entry has; give each its own",
            ),
            ({**HEAD, "walks": [{**CHECK_IN_HEAD, "minutes": 1441}]}, "$.walks[0].minutes is 1441"),
            ({**HEAD, "walks": [{**CHECK_IN_HEAD, "minutes": 0}]}, "$.walks[0].minutes is 0; a walk lasts"),
            ({**HEAD, "person": {"count_s": 3}}, "$.person.count_s is 3"),
            ({**HEAD, "person": {"parts": []}}, "$.person.parts is empty; name one part"),
            ({**HEAD, "person": {"parts": ["noon", "noon"]}}, "$.person.parts names a part of the day twice"),
            ({**HEAD, "person": {"birth_year": 74}}, "$.person.birth_year is 74; give the year in four digits"),
            (
                {**HEAD, "screenings": [{**CHECK_IN_HEAD, "answers": {"ces1": "Yes"}}]},
                "$.screenings[0].answers.ces1 is 'Yes'; an answer is yes, no, skipped",
            ),
            ({**HEAD, "person": {"usual_pain": -1}}, "$.person.usual_pain is -1"),
            ({**HEAD, "person": {"zone": "../etc"}}, '$.person.zone is "../etc", which is no time zone'),
            ({**HEAD, "person": {"parts": ["teatime"]}}, "$.person.parts[0]: invalid enum value"),
            (
                {**HEAD, "given": [{"day": "2026-11-22", "rules": "1", "standing": {"share": 0.7}}]},
                "$.given[0].standing.share is 0.7; shares are 0, 0.5, 0.6, 0.75, 0.8, 1",
            ),
            (
                {**HEAD, "given": [{"day": "2026-11-22", "rules": "1", "standing": {
                    "locks": [{"movement": "cat-cow", "until": "2026-11-22T07:30:00"}]}}]},
                "$.given[0].standing.locks[0].until",
            ),
            (
                {**HEAD, "given": [{"day": "2026-11-22", "rules": "1", "standing": {
                    "hold_since": "2026-11-22T07:30:00"}}]},
                "$.given[0].standing.hold_since",
            ),
            (
                {**HEAD, "given": [{"day": "2026-11-22", "rules": "1", "standing": {
                    "doses": {"cat-cow": {"level": "small", "repetitions": 3, "rage": 1}}}}]},
                "$.given[0].standing.doses.cat-cow has a key 'rage'",
            ),
        ],
    )  # fmt: skip
    def test_is_refused_with_the_place_and_the_remedy(self, document: object, said: str) -> None:
        assert said in refused(document)

    @pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\x00", b"\xff\xfe"], ids=repr)
    def test_that_is_no_json_says_so(self, text: str | bytes) -> None:
        with pytest.raises(RecordError, match="this is not JSON"):
            read(text)


class TestTheSchema:
    def test_refuses_what_the_reader_refuses(self) -> None:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**HEAD, "persn": {}}, schema())
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**HEAD, "version": 2}, schema())

    def test_accepts_a_day_of_journal(self) -> None:
        jsonschema.validate(json.loads(write(Record(check_ins=(check_in(TODAY, 4),)))), schema())
