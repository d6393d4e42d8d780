"""The scenes of the golden mornings, in the words of the cast."""

from collections.abc import Mapping
from dataclasses import replace

from loosen.core.journal import Body
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

NUMB = Screening(id="numb", at=at(TODAY, 7, 5), zone=ZONE, day=TODAY, answers={"ces1": "yes"}, read_back=True)
NOT_NUMB = Screening(id="not-numb", at=at(TODAY, 7, 10), zone=ZONE, day=TODAY, answers={"ces1": "no"})


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
    }


def asked(record: Record, form: Screening) -> Record:
    """The record after one more round of questions."""
    return replace(record, screenings=(*record.screenings, form))


def _sharp_on(record: Record, *days_ago: int) -> Record:
    stops = tuple(one for days in days_ago for one in sharp(ago(days), "cat-cow"))
    return replace(record, events=tuple(sorted((*record.events, *stops), key=lambda event: event.at)))
