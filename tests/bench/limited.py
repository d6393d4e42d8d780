"""Somebody with ten conditions and two clinicians' plans: what a morning may have to look at."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from loosen.content.loading import practice
from loosen.core.conditions import rule_of
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.record import Record
from loosen.core.screening import YES, Clearing, Said
from tests.bench.home import ZONE

TEN = frozenset({
    "thin-bones", "leg-on-bending", "hypermobile", "glaucoma", "heart", "narrow-canal", "knee", "shoulder",
    "inflamed-joints", "wrist",
})  # fmt: skip
GATES = ("cond-spine", "cond-joints", "cond-whole")

FIRST = (
    Sentence(Says.AVOID, tag="spine-rotation"),
    Sentence(Says.AT_MOST, measure="trunk-lean", most=40.0),
    Sentence(Says.PAIN, most=4),
    Sentence(Says.REQUIRE, movement="seated-tilt", repetitions=5),
)
SECOND = (
    Sentence(Says.MINUTES, most=20),
    Sentence(Says.LIFT, condition="knee"),
    Sentence(Says.AVOID, movement="hip-hinge"),
)


def limited(record: Record, seed: int = 5) -> Record:
    """Return the record of the same days, lived with ten conditions and two plans."""
    draw, (first, *rounds) = Random(seed), record.screenings
    ticked = replace(first, answers={**first.answers, **dict.fromkeys((*TEN, *GATES), YES)})
    looked_on = first.day + timedelta(days=1)

    def head(day: date) -> dict[str, Any]:
        at = datetime(day.year, day.month, day.day, 6, 15, tzinfo=UTC)
        return {"id": str(UUID(int=draw.getrandbits(128))), "at": at, "zone": ZONE, "day": day}

    asking = (each for each in practice().conditions if each.ask_first and each.question in TEN)
    said = {"who": "Dr Lind", "looked_on": looked_on, "said": Said.GO_ON}
    return replace(
        record,
        screenings=(ticked, *rounds),
        clearings=tuple(Clearing(**head(looked_on), **said, finding=rule_of(each)) for each in asking),
        plans=(
            Plan(**head(looked_on), clinician="Dr Lind", sentences=FIRST),
            Plan(**head(looked_on), clinician="Ana Ruiz", sentences=SECOND),
        ),
    )
