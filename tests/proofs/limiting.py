"""Every condition, alone and with every other, on every kind of day, with every movement, level and way out.

What each rules out is written a second time in tests/ruled_out.py.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations, product

from loosen.content.loading import practice
from loosen.core.day import Day
from loosen.core.journal import Body, Choice, ChoiceKind, DayPart
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.planning import plan_day, today_of
from loosen.core.record import USUAL_PROGRAMME, Person, Record
from loosen.core.score import Dose
from loosen.core.screening import NO, YES, Clearing, Said, Screening
from tests import held
from tests.people import TODAY, ZONE, ago, at, check_in, moment, sharp
from tests.records import GATED, quiet_weeks
from tests.ruled_out import ROWS, SCORES, against_the_row


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of day: what the last weeks and this morning told. The usual pain is 2, or 6 where a day starts high."""

    name: str
    change: Callable[[Record], Record]
    usual: int = 2
    answers: Mapping[str, str] = field(default_factory=dict)


def _pain(points: int, **more: object) -> Callable[[Record], Record]:
    return lambda record: replace(record, check_ins=(*record.check_ins, check_in(TODAY, points, **more)))


def _flare(record: Record) -> Record:
    choice = Choice(id="flare", at=at(TODAY, 7, 22), zone=ZONE, day=TODAY, kind=ChoiceKind.FLARE)
    return replace(record, choices=(choice,))


def _sharp(record: Record) -> Record:
    stops = (*sharp(ago(1), "cat-cow"), *sharp(ago(1), "hip-hinge", nth=30))
    return replace(record, events=(*record.events, *stops))


def _away(record: Record) -> Record:
    gone = {ago(n) for n in range(1, 7)}
    return replace(
        record,
        check_ins=tuple(one for one in record.check_ins if one.day not in gone),
        events=tuple(one for one in record.events if one.day not in gone),
    )


KINDS = (
    Kind("usual", _pain(2)),
    Kind("amber", _pain(4)),
    Kind("red", _pain(5)),
    Kind("heavy", _pain(2, body=Body.HEAVY)),
    Kind("flare", _flare),
    Kind("least", _pain(6), usual=6),
    Kind("hold", _pain(2), answers={"ca1": YES}),
    Kind("sharp lock", _sharp),
    Kind("away", _away),
)

DATED = {
    "pregnant": TODAY + timedelta(weeks=30),
    "pregnant-16": TODAY + timedelta(weeks=16),
    "postpartum": ago(40),
    "spine-surgery": ago(40),
    "fracture": ago(40),
    "new-hip": ago(40),
    "belly-surgery": ago(40),
}


def cleared(row: str, day: date) -> Clearing:
    """A clinician was asked about it and said yes."""
    question = row.removesuffix("-16")
    rule = next((c.id.upper() for c in practice().conditions if c.question == question and c.ask_first), question)
    return Clearing(
        id=f"cleared-{row}-{rule}", at=at(day, 9), zone=ZONE, day=day, finding=rule, who="Dr Roy", looked_on=day,
        said=Said.GO_ON,
    )  # fmt: skip


@cache
def with_conditions(rows: tuple[str, ...], kind: str, programme: str = USUAL_PROGRAMME) -> Record:
    """Three weeks of practice of somebody with these conditions, cleared, up to this morning; all sessions chosen."""
    shape = next(one for one in KINDS if one.name == kind)
    record = quiet_weeks(20, (shape.usual,), (), ZONE)
    rules, first = practice().screening, ago(21)
    told = {row.removesuffix("-16"): YES for row in rows}
    gates = {GATED[q]: YES for q in told if q in GATED}
    asked = [q for step in rules.steps if not step.after or step.after in gates for q in step.questions]
    answers = {**dict.fromkeys(asked, NO), **gates, **told, **shape.answers}
    dates = {row.removesuffix("-16"): DATED[row] for row in rows if row in DATED}
    head = {"zone": ZONE, "read_back": True}
    severe = {q: NO for q in rules.severe if q in rules.questions}
    again = {q: NO for line in rules.short for q in line.questions} | severe | shape.answers
    screenings = (
        Screening(id="first", at=at(first, 7), day=first, answers=answers, dates=dates, **head),
        *record.screenings,
        Screening(id="again", at=at(TODAY, 7, 25), day=TODAY, answers=again, **head),
    )
    person = Person(birth_year=1974, zone=ZONE, usual_pain=shape.usual, parts=tuple(DayPart), programme=programme)
    clearings = tuple(cleared(row, first) for row in rows)
    return shape.change(replace(record, person=person, screenings=screenings, clearings=clearings))


def against_conditions(rows: tuple[str, ...], kind: str, programme: str = USUAL_PROGRAMME) -> Iterator[str]:
    """Yield what a kind of day gives, or lets a way out come to, though one of the conditions rules it out."""
    record = with_conditions(rows, kind, programme)
    outcome = plan_day(record, moment(), practice())
    where = f"{' + '.join(rows)} on a day of {kind} in {programme}"
    if not isinstance(outcome, Day):
        yield f"{where}: {', '.join(f.rule for f in outcome.findings)} instead of a day"
    yield from (f"{where}: {what}" for what in held.not_held(record, moment(), outcome))


def against_the_library(rows: tuple[str, ...]) -> Iterator[str]:
    """Yield what limits let through of every movement at every level, whole and half way, though a row rules it out."""
    limits = today_of(with_conditions(rows, "usual"), moment(), practice()).ground.limits
    for score in SCORES.values():
        if limits.forbids(score) or score.slug in held.BREATHS:
            continue
        for level, share in product(score.levels, (1.0, 0.5)):
            dose, _ = limits.within(score, Dose(level.id, level.repetitions, share))
            for row in rows:
                yield from (f"{row}: {score.slug} {dose}: {what}" for what in against_the_row(row, score.slug, dose))


def against_a_wish(row: str, movement: str, level: str) -> Iterator[str]:
    """Yield what a clinician's wish for a movement brings back though a condition that was not lifted rules it out."""
    wish = Sentence(Says.REQUIRE, movement=movement, level=level, also_on_sore_days=True)
    plan = Plan(id="wish", at=at(ago(2), 12), zone=ZONE, day=ago(2), clinician="Dr Roy", sentences=(wish,))
    record = replace(with_conditions((row,), "usual"), plans=(plan,))
    outcome = plan_day(record, moment(), practice())
    yield from (f"{row}, wished {movement} {level}: {what}" for what in held.not_held(record, moment(), outcome))


def rows_and_pairs() -> Iterator[tuple[str, ...]]:
    """Every row of the table, and every two that somebody can have at once."""
    yield from ((row,) for row in ROWS)
    yield from (two for two in combinations(ROWS, 2) if set(two) != {"pregnant", "pregnant-16"})


def programmes_with_conditions() -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Every programme but the usual one, with every row and every two, on a usual day and on one of the least."""
    others = [slug for slug in practice().programmes if slug != USUAL_PROGRAMME]
    return ((rows, kind, slug) for rows in rows_and_pairs() for kind in ("usual", "least") for slug in others)


def wishes() -> Iterator[tuple[str, str, str]]:
    return ((row, s.slug, level.id) for row in ROWS for s in SCORES.values() for level in s.levels)
