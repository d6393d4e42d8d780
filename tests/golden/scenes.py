"""The scenes of the golden mornings, in the words of the cast."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from loosen.content.loading import practice
from loosen.core.journal import Body, Choice, ChoiceKind, DayPart, Walk
from loosen.core.planning import RULES_VERSION
from loosen.core.record import WINDOW_DAYS, Given, Person, Record, Standing
from loosen.core.score import Dose
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
    check_in,
    known_flare,
    practised,
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
        "runner": begins(JOE, "runner"),
        "desk-worker": begins(MARIA, "desk-worker"),
        "getting-up": begins(MARIA, "getting-up"),
        "full-routine": begins(JOE, "full-routine"),
        "build-after-weeks": this_morning(building(), 3),
        "for-a-change": this_morning(whole_mornings(), 4),
        "walking-after-a-month": this_morning(walking(), 3),
    }


def begins(person: Person, programme: str) -> Record:
    """Somebody who was just screened and chose a programme."""
    return Record(person=follows(person, programme), screenings=(screening(TODAY),))


def follows(person: Person, programme: str) -> Person:
    """The same person with a programme and the sessions it begins with."""
    return replace(person, programme=programme, parts=practice().programmes[programme].begins)


def practising(person: Person, days: int, pain: int, *movements: str) -> Record:
    """So many days of these movements; the mornings of the first week were a point sorer than the others."""
    record = steady(person, days, pain=pain)
    check_ins = tuple(check_in(one.day, pain + (one.day < ago(days - 8))) for one in record.check_ins)
    return replace(
        record,
        check_ins=check_ins,
        events=tuple(one for n in range(days, 0, -1) for one in practised(ago(n), *movements)),
    )


def building() -> Record:
    """Eight weeks of building: where they had come to two weeks ago, and the days since."""
    weeks = WINDOW_DAYS + 14
    doses = {
        "pelvic-tilt": Dose("two-breaths", 4), "bridge": Dose("described", 5), "bird-dog": Dose("arm-too", 4),
        "side-plank": Dose("half-way", 3), "sit-to-stand": Dose("described", 5),
    }  # fmt: skip
    then = Standing(doses=doses, usual=3.0, greens=1, calm_since=ago(weeks), practised=ago(WINDOW_DAYS + 2), full=True)
    since = Given(ago(WINDOW_DAYS + 1), RULES_VERSION, standing=replace(then, began=ago(weeks)))
    days = practising(follows(JOE, "build"), WINDOW_DAYS + 1, 3, "seated-breath", *doses)
    return replace(days, given=(since,))


def whole_mornings() -> Record:
    """Two weeks of the whole morning, the wall press taken up on the fourth day."""
    movements = ("seated-breath", "pelvic-tilt", "cat-cow", "wall-press", "shoulder-release")
    taken = Choice(
        id="taken", at=at(ago(10), 7, 22), zone=ZONE, day=ago(10), kind=ChoiceKind.TAKE_STEP, movement="wall-press"
    )
    return replace(practising(MARIA, 14, 4, *movements), choices=(taken,))


def walking() -> Record:
    """A month of walks on five days of the week, with breath to talk."""
    movements = ("seated-breath", "pelvic-tilt", "hip-hinge", "heel-raises", "standing-hip-opener")
    record = practising(follows(MARIA, "walking"), 30, 3, *movements)
    days = [ago(n) for n in range(30, 0, -1) if ago(n).weekday() < 5]
    walks = (Walk(id=f"walk-{day}", at=at(day, 17), zone=ZONE, day=day, minutes=9, talked=True) for day in days)
    return replace(record, walks=tuple(walks))


def asked(record: Record, form: Screening) -> Record:
    """The record after one more round of questions."""
    return replace(record, screenings=(*record.screenings, form))


def _sharp_on(record: Record, *days_ago: int) -> Record:
    stops = tuple(one for days in days_ago for one in sharp(ago(days), "cat-cow"))
    return replace(record, events=tuple(sorted((*record.events, *stops), key=lambda event: event.at)))
