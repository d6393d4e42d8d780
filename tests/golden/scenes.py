"""The scenes of the golden mornings, in the words of the cast."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from loosen.core.journal import Body, DayPart
from loosen.core.record import Record
from loosen.core.screening import Screening
from tests.people import (
    AYSE,
    INES,
    JOE,
    MARIA,
    NOOR,
    TODAY,
    TOM,
    ZONE,
    ago,
    at,
    known_flare,
    screening,
    sharp,
    short_form,
    steady,
    this_morning,
)
from tests.plans import at_most_minutes, no_further, no_kind, plan, please, steps, with_plans

NUMB = Screening(id="numb", at=at(TODAY, 7, 5), zone=ZONE, day=TODAY, answers={"ces1": "yes"}, read_back=True)
NOT_NUMB = Screening(id="not-numb", at=at(TODAY, 7, 10), zone=ZONE, day=TODAY, answers={"ces1": "no"})

TWO_PLANS = (
    plan(
        "Dr Roy",
        replace(no_further(45), until=date(2026, 12, 12)),
        please("bridge", 6, "described", parts=(DayPart.AFTERNOON,), also_on_sore_days=True),
        no_kind("spine-rotation"),
        days_ago=6,
    ),
    plan("Anna Beck", please("seated-rotation"), at_most_minutes(12), steps(allowed=False), valid_to=date(2027, 1, 31)),
)
"""A doctor and a physiotherapist: the one asks for what the other leaves out."""


def scenes() -> Mapping[str, Record]:
    """Every golden morning by the name of its folder."""
    maria, joe, ines = steady(MARIA, 2), steady(JOE, 10, pain=3), steady(INES, 2)
    return {
        "first-morning": Record(person=MARIA, screenings=(screening(TODAY),)),
        "plain-morning": this_morning(maria, 4),
        "small-increase": this_morning(joe, 5),
        "large-increase": asked(this_morning(joe, 6), known_flare()),
        "bad-morning": this_morning(joe, 6),
        "heavy-day": this_morning(maria, 4, Body.HEAVY),
        "all-chair": Record(person=AYSE, screenings=(screening(TODAY),)),
        "no-floor": Record(person=TOM, screenings=(screening(TODAY),)),
        "sharp-lock": this_morning(_sharp_on(maria, 1), 4),
        "sharp-days": asked(this_morning(_sharp_on(steady(MARIA, 8), 5, 3, 1), 4), short_form(TODAY)),
        "emergency": replace(this_morning(ines, 4), screenings=(*ines.screenings, NUMB)),
        "mistake-put-right": replace(this_morning(ines, 4), screenings=(*ines.screenings, NUMB, NOT_NUMB)),
        "five-days-away": asked(this_morning(steady(MARIA, 8, today=ago(5)), 4), short_form(TODAY)),
        "one-step-more": this_morning(steady(MARIA, 8), 4),
        "much-pain": Record(person=NOOR, screenings=(screening(TODAY),)),
        "no-easier": this_morning(steady(MARIA, 21), 4),
        "something-new": this_morning(steady(TOM, 4, pain=5), 5, Body.NEW),
        "two-plans": with_plans(this_morning(joe, 3), *TWO_PLANS),
    }


def asked(record: Record, form: Screening) -> Record:
    """The record after one more round of questions."""
    return replace(record, screenings=(*record.screenings, form))


def _sharp_on(record: Record, *days_ago: int) -> Record:
    stops = tuple(one for days in days_ago for one in sharp(ago(days), "cat-cow"))
    return replace(record, events=tuple(sorted((*record.events, *stops), key=lambda event: event.at)))
