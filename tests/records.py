"""Records of anybody: what Hypothesis draws for the promises that hold for everyone.

`records` are a few arbitrary days. `half_years` are up to 180 days of a life: quiet weeks with their short forms, days
away and another time zone, conditions with their dates, clinicians and their plans, and some days to remember.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.core.body import MEASURES
from loosen.core.journal import (
    Body,
    CheckIn,
    Choice,
    ChoiceKind,
    DayPart,
    Event,
    Felt,
    Note,
    PlayerEvent,
    SharpAnswer,
    Walk,
)
from loosen.core.plan import SORE_DAYS, Plan, Says, Sentence
from loosen.core.record import USUAL_PROGRAMME, Given, Lock, Person, Record, Standing
from loosen.core.routine import first_dose
from loosen.core.score import Position
from loosen.core.screening import NO, SAME, SKIPPED, YES, Began, Clearing, Dated, History, Said, Screening, Worse
from tests.people import (
    ALL_BUT_A_CHAIR,
    FLOOR,
    TODAY,
    ZONE,
    ago,
    asked_weekly,
    at,
    check_in,
    event,
    note,
    screening,
    sharp,
)

MOVEMENTS = sorted(practice().scores)
SCALE = st.none() | st.integers(0, 10)
PARTS = st.lists(st.sampled_from(DayPart), min_size=1, max_size=2, unique=True).map(tuple)
OFF = st.sampled_from([frozenset(), FLOOR, ALL_BUT_A_CHAIR, frozenset({Position.STANDING}), frozenset(Position)])

PEOPLE = st.builds(
    Person,
    birth_year=st.integers(1930, 2000),
    zone=st.just(ZONE),
    usual_pain=SCALE,
    parts=PARTS,
    count_s=st.sampled_from([0.8, 1.0, 1.2, 1.5]),
    positions_off=OFF,
    programme=st.sampled_from([USUAL_PROGRAMME, *sorted(practice().programmes)]),
)


@st.composite
def happenings(draw: st.DrawFn, day: date) -> tuple[PlayerEvent, ...]:
    """What happened in the player on one day: mostly movements done, now and then a way out or a stop."""
    made: list[PlayerEvent] = []
    movements = draw(st.lists(st.sampled_from(MOVEMENTS), max_size=5, unique=True))
    for nth, movement in enumerate(movements):
        match draw(st.sampled_from(["done", "done", "done", "easier", "pinch", "sharp"])):
            case "sharp":
                made += sharp(day, movement, draw(st.sampled_from(SharpAnswer)), nth=10 * nth)
            case "easier":
                made.append(event(day, Event.EASIER, movement, 10 * nth))
            case "pinch":
                made.append(event(day, Event.PINCH, movement, 10 * nth))
        made.append(event(day, Event.DONE, movement, 10 * nth + 2))
    if made and draw(st.booleans()):
        made.append(event(day, Event.UNDO, nth=58, undoes=draw(st.sampled_from(made)).id))
    return tuple(made)


def notes(day: date) -> st.SearchStrategy[Note]:
    return st.builds(lambda felt, pain: note(day, felt=felt, pain=pain), st.none() | st.sampled_from(Felt), SCALE)


def choices(day: date) -> st.SearchStrategy[Choice]:
    return st.builds(
        lambda kind, movement: Choice(
            id=f"choice-{day}", at=at(day, 7, 25), zone=ZONE, day=day, kind=kind, movement=movement
        ),
        st.sampled_from(ChoiceKind),
        st.none() | st.sampled_from(MOVEMENTS),
    )


def walks(day: date) -> st.SearchStrategy[Walk]:
    return st.builds(
        lambda minutes, talked: Walk(
            id=f"walk-{day}", at=at(day, 17), zone=ZONE, day=day, minutes=minutes, talked=talked
        ),
        st.integers(1, 60),
        st.none() | st.booleans(),
    )


STANDINGS = st.builds(
    lambda share, movements, usual, greens: Standing(
        doses={slug: first_dose(practice().scores[slug]) for slug in movements},
        share=share,
        cause="small-increase" if share < 1 else "",
        locks=tuple(Lock(slug, at(ago(44))) for slug in movements[:1]),
        usual=usual,
        greens=greens,
    ),
    st.sampled_from([0.0, 0.5, 0.6, 0.75, 0.8, 1.0]),
    st.lists(st.sampled_from(MOVEMENTS), max_size=4, unique=True),
    SCALE,
    st.integers(0, 5),
)


def clearings(day: date) -> st.SearchStrategy[Clearing]:
    return st.builds(
        lambda said: Clearing(
            id=f"clearing-{day}", at=at(day, 12), zone=ZONE, day=day, finding="sharp-days", who="Dr Roy", looked_on=day,
            said=said,
        ),
        st.sampled_from(Said),
    )  # fmt: skip


@st.composite
def records(draw: st.DrawFn, days: int = 7) -> Record:
    """A screened person with some days of journal up to today, and perhaps a standing from long before.

    Three in four were asked again shortly before noon, so that nothing is due at noon and they have their day.
    """
    record = Record(person=draw(PEOPLE), screenings=asked_weekly(60))
    for day in sorted({ago(n) for n in draw(st.lists(st.integers(0, 48), max_size=days))}):
        record = draw(_with_day(record, day))
    if draw(st.booleans()):
        record = replace(record, given=(Given(ago(draw(st.integers(43, 80))), "1", standing=draw(STANDINGS)),))
    if draw(st.integers(0, 3)):
        again = replace(screening(TODAY), id="asked-again", at=at(TODAY, 11, 30))
        record = replace(record, screenings=(*record.screenings, again))
    return record


@st.composite
def _with_day(draw: st.DrawFn, record: Record, day: date) -> Record:
    told = draw(st.none() | st.builds(lambda *said: said, SCALE, st.sampled_from(list(Body)[:3]), SCALE, SCALE))
    if told:
        pain, body, sleep, mood = told
        record = replace(record, check_ins=(*record.check_ins, check_in(day, pain, body, sleep=sleep, mood=mood)))
    record = replace(record, events=(*record.events, *draw(happenings(day))))
    told_of_a_day = {"notes": notes, "choices": choices, "clearings": clearings, "walks": walks}
    for name, strategy in ((name, tell(day)) for name, tell in told_of_a_day.items()):
        if draw(st.integers(0, 3)) == 0:
            record = replace(record, **{name: (*getattr(record, name), draw(strategy))})
    return record


# ---------------------------------------------------------------- half a year

ZONES = ("Europe/Berlin", "Asia/Kathmandu", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe")
"""With and without daylight saving, with half and quarter hours, on both sides of the date line."""

LONGEST = 180
RULES = practice().screening
GATED = {question: step.after for step in RULES.steps if step.after for question in step.questions}
"""Each question that is asked only after another one, and that other one."""

HISTORIES = st.builds(
    History,
    st.sampled_from(Began),
    st.sampled_from(Worse),
    st.booleans(),
    st.none() | st.just(ago(40)),
)
NERVES = sorted(name for name, question in RULES.questions.items() if question.history and not question.retired)
LASTING = sorted(q for step in RULES.steps if step.lasting for q in step.questions if q not in set(GATED.values()))
WEAK = ("nit1", "axs1", "rad1")
"""Answers that many ordinary people give."""


def seldom(strategy: st.SearchStrategy[object], empty: object, one_in: int = 4) -> st.SearchStrategy[object]:
    """Mostly nothing."""
    return st.integers(1, one_in).flatmap(lambda n: strategy if n == one_in else st.just(empty))


@st.composite
def first_rounds(draw: st.DrawFn, day: date) -> Screening:
    """The questions answered before the first session: mostly no, with some conditions and their dates."""
    told = set(draw(st.lists(st.sampled_from(LASTING), max_size=3, unique=True)))
    told |= set(draw(st.lists(st.sampled_from(WEAK), max_size=1)))
    told |= set(draw(seldom(st.lists(st.sampled_from(NERVES), max_size=1), ())))
    told |= set(draw(seldom(st.lists(st.sampled_from(sorted(RULES.questions)), max_size=1), (), one_in=10)))
    told |= {GATED[question] for question in told if question in GATED}
    asked = [q for step in RULES.steps if not step.after or step.after in told for q in step.questions]
    answers = dict.fromkeys(asked, draw(st.sampled_from([NO, NO, NO, SKIPPED])) if draw(st.booleans()) else NO)
    answers |= dict.fromkeys(told, YES)
    dates = {q: draw(_dates(RULES.questions[q].dated)) for q in sorted(told) if RULES.questions[q].dated}
    return Screening(
        id="first-round",
        at=at(day, 7),
        zone=ZONE,
        day=day,
        answers=answers,
        read_back=draw(st.integers(0, 9)) > 0,
        histories={q: draw(HISTORIES) for q in sorted(told) if q in NERVES and draw(st.integers(0, 4)) > 0},
        dates={question: on for question, on in dates.items() if on},
    )


def _dates(kind: Dated | None) -> st.SearchStrategy[date | None]:
    days = st.integers(-120, 270) if kind is Dated.DUE else st.integers(-200, 0)
    return st.none() | days.map(lambda n: TODAY + timedelta(days=n))


def _clearings_of(draw: st.DrawFn, first: Screening) -> Iterator[Clearing]:
    """A clinician was mostly asked about what asks first, and now and then said not yet."""
    told = {question for question, said in first.answers.items() if said == YES}
    rules = [c.id.upper() for c in practice().conditions if c.ask_first and c.question in told]
    for nth, rule in enumerate([*rules, *(["COND"] if "cond-other" in told else [])]):
        said = draw(st.sampled_from([Said.GO_ON, Said.GO_ON, Said.GO_ON, Said.LIMITS, Said.NOT_YET, None]))
        if said:
            off = frozenset(draw(st.lists(st.sampled_from(MOVEMENTS), max_size=2)) if said is Said.LIMITS else ())
            yield Clearing(
                id=f"asked-{nth}", at=first.at + timedelta(minutes=5 + nth), zone=ZONE, day=first.day, finding=rule,
                who="Dr Roy", looked_on=first.day, said=said, movements_off=off,
            )  # fmt: skip


SENTENCES = st.one_of(
    st.builds(lambda m: Sentence(Says.AVOID, movement=m), st.sampled_from(MOVEMENTS)),
    st.builds(lambda p: Sentence(Says.AVOID, position=p), st.sampled_from(Position)),
    st.builds(lambda t: Sentence(Says.AVOID, tag=t), st.sampled_from(["kneeling", "spine-rotation", "arm-pull"])),
    st.builds(
        lambda m, n, p: Sentence(Says.AT_MOST, measure=m, most=float(n), position=p),
        st.sampled_from(sorted(MEASURES)), st.integers(5, 90), st.none() | st.sampled_from(Position),
    ),
    st.builds(lambda n: Sentence(Says.MINUTES, most=float(n)), st.integers(4, 30)),
    st.builds(lambda n: Sentence(Says.PAIN, most=float(n)), st.integers(1, 8)),
    st.builds(
        lambda m, n, sore: Sentence(Says.REQUIRE, movement=m, repetitions=n, also_on_sore_days=sore),
        st.sampled_from(MOVEMENTS), st.none() | st.integers(1, 8), st.booleans(),
    ),
    st.builds(lambda allowed: Sentence(Says.STEPS, allowed=allowed), st.booleans()),
    st.builds(
        lambda c: Sentence(Says.LIFT, condition=c), st.sampled_from([*(c.id for c in practice().conditions), SORE_DAYS])
    ),
)  # fmt: skip


def plans(nth: int) -> st.SearchStrategy[Plan]:
    """What one clinician said, begun within the last weeks or the next days."""
    return st.builds(
        lambda who, said, told, lasts, supersedes: Plan(
            id=f"plan-{nth}", at=at(ago(told), 12, nth), zone=ZONE, day=ago(told), clinician=who,
            sentences=tuple(said), valid_from=ago(told - 1), valid_to=lasts and ago(told - lasts),
            supersedes=supersedes,
        ),
        st.sampled_from(["Dr Roy", "Sam Lee"]),
        st.lists(SENTENCES, min_size=1, max_size=4),
        st.integers(0, 60),
        st.none() | st.integers(1, 90),
        st.none() | st.sampled_from(["Dr Roy", "Sam Lee"]),
    )  # fmt: skip


def quiet_weeks(first: int, mornings: Sequence[int | None], gaps: Sequence[tuple[int, int]], zone: str) -> Record:
    """So many days up to yesterday of checking in and practising, but for the gaps, with the short form each week."""
    away = {n for begins, length in gaps for n in range(begins, begins - length, -1)}
    there = [n for n in range(first, 0, -1) if n not in away]
    forms = [n for nth, n in enumerate(there) if nth % 6 == 5 or n + 1 in away]
    short = dict.fromkeys((q for line in RULES.short for q in line.questions), NO) | dict.fromkeys(NERVES, SAME)
    head = {"zone": zone}

    def when(n: int, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(ago(n), time(hour, minute), ZoneInfo(zone))

    return Record(
        screenings=tuple(
            Screening(id=f"short-{n}", at=when(n, 7, 10), day=ago(n), answers=short, read_back=True, **head)
            for n in forms
        ),
        check_ins=tuple(
            CheckIn(id=f"quiet-{n}", at=when(n, 7, 15), day=ago(n), pain=mornings[n % len(mornings)], **head)
            for n in there
        ),
        events=tuple(
            PlayerEvent(
                id=f"quiet-{n}-{m}", at=when(n, 7, 40 + nth), day=ago(n), session=f"{ago(n)}-morning",
                event=Event.DONE, movement=m, **head,
            )
            for n in there for nth, m in enumerate(("pelvic-tilt", "cat-cow", "shoulder-release"))
        ),
    )  # fmt: skip


YEARS = (1939, 1949, 1958, 1966, 1974, 1988, 2002)
GAPS = st.lists(st.tuples(st.integers(1, LONGEST), st.integers(1, 30)), max_size=3)


class Somebody(Record):
    """A record that tells in a few lines whose it is, when a promise does not hold for it."""

    __slots__ = ()

    def __repr__(self) -> str:
        told = {q: self._with_the_rest(s, q) for s in self.screenings for q, said in s.answers.items() if said == YES}
        lately = [c for c in self.check_ins if c.day > ago(5)]
        happened = [e for e in self.events if e.event is not Event.DONE]
        shown = (self.person, told, self.clearings, self.plans, lately, happened, self.notes, self.choices)
        return "\n".join(("Somebody", *(f"  {each}" for each in shown), f"  {len(self.check_ins)} check-ins"))

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))

    @staticmethod
    def _with_the_rest(one: Screening, question: str) -> object:
        return (str(one.day), one.histories.get(question), one.dates.get(question))


@st.composite
def half_years(draw: st.DrawFn) -> Record:
    """Anybody's record of up to 180 days, as it stands this morning."""
    days, zone = draw(st.integers(0, LONGEST)), draw(st.sampled_from(ZONES))
    record = quiet_weeks(days, draw(st.lists(SCALE, min_size=1, max_size=9)), draw(GAPS), zone)
    first = draw(first_rounds(ago(days + 1)))
    record = replace(
        record,
        person=replace(draw(PEOPLE), zone=zone, birth_year=draw(st.sampled_from(YEARS))),
        screenings=(first, *record.screenings),
        clearings=tuple(_clearings_of(draw, first)),
        plans=tuple(draw(plans(nth)) for nth in range(draw(st.sampled_from([0, 0, 1, 2])))),
    )
    for day in sorted({ago(n) for n in draw(st.lists(st.integers(0, 50), max_size=4))}):
        record = draw(_with_day(record, day))
    record = _in_order(record)
    return Somebody(**{one.name: getattr(record, one.name) for one in fields(record)})


def _in_order(record: Record) -> Record:
    kinds = ("screenings", "clearings", "check_ins", "events", "notes", "choices", "plans", "walks")
    return replace(record, **{k: tuple(sorted(getattr(record, k), key=lambda e: (e.at, e.id))) for k in kinds})


__all__ = ["MOVEMENTS", "TODAY", "half_years", "records"]
