"""Clinicians' plans: what the tests let them say, and what Hypothesis draws for the promises that hold for everyone."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from loosen.content.loading import practice, vocabulary
from loosen.core.body import MEASURES
from loosen.core.journal import DayPart
from loosen.core.plan import SORE_DAYS, Plan, Says, Sentence
from loosen.core.record import Record
from loosen.core.score import Position
from tests.people import TODAY, ZONE, ago, at

MOVEMENTS = sorted(practice().scores)


def plan(who: str, *sentences: Sentence, days_ago: int = 3, hour: int = 12, **more: object) -> Plan:
    """What a clinician said some days ago at noon."""
    day = ago(days_ago)
    made = {"id": f"plan-{who}-{days_ago}-{hour}", "at": at(day, hour), "zone": ZONE, "day": day, **more}
    return Plan(clinician=who, sentences=sentences, **made)


def taken_back(before: Plan, hour: int = 13) -> Plan:
    return replace(before, id=f"{before.id}-back", at=at(TODAY, hour), revises=before.id, withdrawn=True)


def with_plans(record: Record, *plans: Plan) -> Record:
    return replace(record, plans=(*record.plans, *plans))


def no(movement: str, until: date | None = None) -> Sentence:
    return Sentence(Says.AVOID, movement=movement, until=until)


def no_kind(tag: str, until: date | None = None) -> Sentence:
    return Sentence(Says.AVOID, tag=tag, until=until)


def no_position(position: Position, until: date | None = None) -> Sentence:
    return Sentence(Says.AVOID, position=position, until=until)


def no_further(most: float, measure: str = "trunk-lean", position: Position | None = None) -> Sentence:
    return Sentence(Says.AT_MOST, measure=measure, most=float(most), position=position)


def please(movement: str, repetitions: int | None = None, level: str | None = None, **more: object) -> Sentence:
    return Sentence(Says.REQUIRE, movement=movement, repetitions=repetitions, level=level, **more)


def at_most_minutes(minutes: float) -> Sentence:
    return Sentence(Says.MINUTES, most=float(minutes))


def pain_up_to(points: float) -> Sentence:
    return Sentence(Says.PAIN, most=float(points))


def steps(allowed: bool) -> Sentence:
    return Sentence(Says.STEPS, allowed=allowed)


def lift(condition: str, until: date | None = None) -> Sentence:
    return Sentence(Says.LIFT, condition=condition, until=until)


UNTIL = st.none() | st.dates(TODAY - timedelta(days=3), TODAY + timedelta(days=400))

LIMITS = st.one_of(
    st.builds(no, st.sampled_from(MOVEMENTS), UNTIL),
    st.builds(no_kind, st.sampled_from(sorted(vocabulary().tags)), UNTIL),
    st.builds(no_position, st.sampled_from(Position), UNTIL),
    st.builds(no_further, st.sampled_from([0, 10, 20, 30, 45, 60, 90]), st.sampled_from(sorted(MEASURES))),
    st.builds(at_most_minutes, st.integers(1, 20)),
    st.builds(pain_up_to, st.integers(0, 5)),
    st.just(steps(allowed=False)),
)
"""Sentences that leave something out or keep it small."""


@st.composite
def asking(draw: st.DrawFn) -> Sentence:
    """A sentence that asks for a movement, at one of its levels."""
    score = practice().scores[draw(st.sampled_from(MOVEMENTS))]
    return Sentence(
        Says.REQUIRE,
        movement=score.slug,
        level=draw(st.none() | st.sampled_from([level.id for level in score.levels])),
        repetitions=draw(st.none() | st.integers(1, 12)),
        parts=tuple(sorted(draw(st.sets(st.sampled_from(DayPart))), key=list(DayPart).index)),
        also_on_sore_days=draw(st.booleans()),
        until=draw(UNTIL),
    )


LIFTING = st.builds(lift, st.sampled_from([SORE_DAYS, *(each.id for each in practice().conditions)]), UNTIL)
SENTENCES = st.one_of(LIMITS, asking(), LIFTING, st.just(steps(allowed=True)))
CLINICIANS = st.sampled_from(["Dr Roy", "Anna Beck", "dr  roy", "The hospital"])


@st.composite
def plans(draw: st.DrawFn, sentences: st.SearchStrategy[Sentence] = SENTENCES) -> Plan:
    """Anything a clinician may have said in the last weeks, perhaps for some days only, perhaps in another's place."""
    first = draw(st.none() | st.dates(ago(40), TODAY + timedelta(days=3)))
    last = draw(st.none() | st.dates(ago(5), TODAY + timedelta(days=30)))
    return plan(
        draw(CLINICIANS),
        *draw(st.lists(sentences, max_size=4)),
        days_ago=draw(st.integers(0, 40)),
        hour=draw(st.integers(5, 23)),
        id=f"plan-{draw(st.uuids())}",
        valid_from=first,
        valid_to=last,
        supersedes=draw(st.none() | CLINICIANS),
    )
