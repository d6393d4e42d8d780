"""A plan as one document."""

import json

import jsonschema
from hypothesis import given, settings

from loosen.content.loading import practice
from loosen.core.planning import plan_day
from loosen.core.record import Record
from loosen.exchange.plan_json import schema, write
from tests.people import MARIA, moment, steady, this_morning
from tests.records import records

USUAL = this_morning(steady(MARIA, 6), 4)


def plan(record: Record) -> dict:
    return write(plan_day(record, moment(), practice()), practice())


class TestADay:
    DAY = plan(USUAL)

    def test_says_what_it_is_first(self) -> None:
        assert list(self.DAY)[:3] == ["format", "version", "outcome"]
        assert self.DAY["outcome"] == "day"

    def test_gives_durations_in_seconds(self) -> None:
        (session,) = self.DAY["sessions"]

        assert 300 <= session["duration_s"] <= 480
        assert sum(step["duration_s"] for step in session["steps"]) < session["duration_s"]

    def test_gives_every_reason_with_its_sentence(self) -> None:
        assert self.DAY["sessions"][0]["reasons"] == [
            {"rule": "usual-session", "values": {}, "sentence": "This is your usual session."}
        ]

    def test_gives_every_way_out(self) -> None:
        first = self.DAY["sessions"][0]["places"][0]

        assert first["ways_out"]["done"] == {"to": "p1", "event": "done"}
        assert first["ways_out"]["else"]["event"] is None

    def test_gives_the_offer_with_its_question(self) -> None:
        assert self.DAY["offer"]["movement"] == "wall-press"
        assert self.DAY["offer"]["reason"]["sentence"].endswith("?")

    def test_is_json(self) -> None:
        assert json.loads(json.dumps(self.DAY)) == self.DAY


class TestAReferral:
    def test_says_the_tier_and_whether_the_breath_may_be_had(self) -> None:
        referral = plan(Record(person=MARIA))

        assert (referral["outcome"], referral["tier"], referral["comfort"]) == ("referral", "T3", True)
        assert referral["findings"][0]["rule"] == "not-screened"


class TestTheSchema:
    @settings(max_examples=8)
    @given(records(days=4))
    def test_fits_every_plan(self, record: Record) -> None:
        shown = plan(record)
        for session in shown.get("sessions", ()):
            session["places"] = session["places"][:5]  # all are alike, and the validator is slow

        jsonschema.validate(shown, schema())

    def test_fits_a_referral(self) -> None:
        jsonschema.validate(plan(Record()), schema())
