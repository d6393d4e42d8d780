"""Practice days that earlier rules kept are read for ever: what was added since has its usual value."""

import json

from loosen.core.record import Given, Standing
from loosen.exchange import record_json
from loosen.web import rows
from tests.people import TODAY, ago

FIRST_RULES = {
    "day": TODAY.isoformat(),
    "rules": "1",
    "sessions": [{"id": "2026-11-22-morning", "part": "morning", "steps": []}],
    "reasons": [{"rule": "small-increase", "values": {"points": 2, "share": 0.75}}],
    "standing": {
        "doses": {"wall-press": {"level": "half-way", "repetitions": 3, "range": 1.0}},
        "share": 0.75,
        "cause": "small-increase",
        "since": TODAY.isoformat(),
        "locks": [],
        "eased": {},
        "usual": 4,
        "greens": 0,
        "calm_since": None,
        "ambers": 1,
        "steady_until": None,
        "least_until": None,
        "practised": ago(1).isoformat(),
        "full": True,
        "hold_since": None,
        "sharp_days": [],
    },
}
"""A day as the first version of the rules wrote it."""


class TestADayThatTheFirstRulesKept:
    def test_is_read_from_its_row(self) -> None:
        (day,) = rows.given_of([json.dumps(FIRST_RULES)])

        assert (day.rules, day.standing.share, day.standing.practised) == ("1", 0.75, ago(1))

    def test_is_read_from_a_record(self) -> None:
        record = record_json.read(json.dumps({"format": "loosen-record", "version": 1, "given": [FIRST_RULES]}))

        assert [day.rules for day in record.given] == ["1"]

    def test_tells_nothing_of_what_was_added_since(self) -> None:
        (day,) = rows.given_of([json.dumps(FIRST_RULES)])

        assert day == Given(
            day.day, "1", day.sessions, day.reasons, standing=Standing(
                doses=day.standing.doses, share=0.75, cause="small-increase", since=TODAY, usual=4, ambers=1,
                practised=ago(1), full=True,
            ),
        )  # fmt: skip
