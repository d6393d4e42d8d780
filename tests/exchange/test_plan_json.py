"""A plan as one document."""

import json
from datetime import date

import jsonschema
from hypothesis import given, settings

from loosen.content.loading import practice
from loosen.core.planning import plan_day
from loosen.core.record import Record
from loosen.exchange.explanation import plan_lines
from loosen.exchange.plan_json import plans_shown, schema, write
from tests.people import MARIA, moment, steady, this_morning
from tests.plans import no, no_further, please, with_plans
from tests.plans import plan as plan_of
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


class TestPlansOfClinicians:
    BOTH = with_plans(
        USUAL,
        plan_of("Dr Roy", no_further(45), no("cat-cow", until=date(2026, 12, 12)), days_ago=9),
        plan_of("Anna Beck", please("cat-cow"), no("bridge", until=date(2026, 11, 1)), valid_to=date(2027, 1, 31)),
        plan_of("The hospital", no("bridge"), valid_to=date(2026, 11, 1)),
    )

    def shown(self, record: Record) -> dict:
        known = (record, moment(), practice())
        return write(plan_day(*known), practice(), plans=plans_shown(*known))

    def test_are_shown_sentence_by_sentence_while_they_hold(self) -> None:
        roy, beck = self.shown(self.BOTH)["plans"]

        assert (roy["clinician"], roy["valid_from"], roy["valid_to"]) == ("Dr Roy", None, None)
        assert [one["words"] for one in roy["sentences"]] == [
            "No bending past halfway.",
            "No cat-cow until 12 December.",
        ]
        assert (beck["clinician"], beck["valid_to"]) == ("Anna Beck", "2027-01-31")
        assert [one["holds"] for one in beck["sentences"]] == [True, False]

    def test_are_shown_with_what_speaks_against_a_sentence(self) -> None:
        _, beck = self.shown(self.BOTH)["plans"]

        (against,) = beck["sentences"][0]["contradictions"]

        assert against.startswith("Cat-cow is asked for here, and Dr Roy asked to leave it out")

    def test_name_the_clinician_and_the_last_day_beside_what_changed(self) -> None:
        (absence,) = [one for one in self.shown(self.BOTH)["absences"] if one["movement"] == "cat-cow"]

        assert [why["sentence"] for why in absence["reasons"]] == [
            "Anna Beck asked for cat-cow, and it could not be given today.",
            "Dr Roy asked you to leave this out until 12 December.",
        ]

    def test_are_shown_before_a_referral_too(self) -> None:
        referred = self.shown(Record(plans=self.BOTH.plans))

        assert referred["outcome"] == "referral"
        assert [one["clinician"] for one in referred["plans"]] == ["Dr Roy", "Anna Beck"]

    def test_fit_the_schema(self) -> None:
        shown = self.shown(self.BOTH)
        for session in shown["sessions"]:
            session["places"] = session["places"][:5]

        jsonschema.validate(shown, schema())

    def test_are_told_after_the_movements_when_everything_is_explained(self) -> None:
        told = list(plan_lines(plans_shown(self.BOTH, moment(), practice())))

        assert told[0] == "Dr Roy: No bending past halfway."
        assert told[2].startswith("Anna Beck, until 31 January: Please do cat-cow")
        assert told[2].endswith("Please ask them which was meant.]")

    def test_are_told_with_what_speaks_against_the_whole_plan(self) -> None:
        record = with_plans(USUAL, plan_of("Dr Roy", supersedes="Dr Ray"))

        (told,) = plan_lines(plans_shown(record, moment(), practice()))

        assert told.startswith("Dr Roy: [Nobody called Dr Ray")


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
