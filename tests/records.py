"""Records of anybody: what Hypothesis draws for the promises that hold for everyone."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.core.journal import Body, Choice, ChoiceKind, DayPart, Event, Felt, Note, PlayerEvent, SharpAnswer
from loosen.core.record import Given, Lock, Person, Record, Standing
from loosen.core.routine import first_dose
from loosen.core.score import Position
from loosen.core.screening import Clearing, Said
from tests.people import ALL_BUT_A_CHAIR, FLOOR, TODAY, ZONE, ago, at, check_in, event, note, screening, sharp

MOVEMENTS = sorted(practice().scores)
SCALE = st.none() | st.integers(0, 10)
PARTS = st.lists(st.sampled_from(DayPart), min_size=1, max_size=2, unique=True).map(tuple)
OFF = st.sampled_from([frozenset(), FLOOR, ALL_BUT_A_CHAIR, frozenset({Position.STANDING}), frozenset(Position)])

PEOPLE = st.builds(
    Person,
    birth_year=st.none() | st.integers(1930, 2000),
    zone=st.just(ZONE),
    usual_pain=SCALE,
    parts=PARTS,
    count_s=st.sampled_from([0.8, 1.0, 1.2, 1.5]),
    positions_off=OFF,
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
    """A screened person with some days of journal up to today, and perhaps a standing from long before."""
    record = Record(person=draw(PEOPLE), screenings=(screening(ago(60)),))
    for day in sorted({ago(n) for n in draw(st.lists(st.integers(0, 48), max_size=days))}):
        record = draw(_with_day(record, day))
    if draw(st.booleans()):
        record = replace(record, given=(Given(ago(draw(st.integers(43, 80))), "1", standing=draw(STANDINGS)),))
    return record


@st.composite
def _with_day(draw: st.DrawFn, record: Record, day: date) -> Record:
    told = draw(st.none() | st.builds(lambda *said: said, SCALE, st.sampled_from(list(Body)[:3]), SCALE, SCALE))
    if told:
        pain, body, sleep, mood = told
        record = replace(record, check_ins=(*record.check_ins, check_in(day, pain, body, sleep=sleep, mood=mood)))
    record = replace(record, events=(*record.events, *draw(happenings(day))))
    for name, strategy in (("notes", notes(day)), ("choices", choices(day)), ("clearings", clearings(day))):
        if draw(st.integers(0, 3)) == 0:
            record = replace(record, **{name: (*getattr(record, name), draw(strategy))})
    return record


__all__ = ["MOVEMENTS", "TODAY", "records"]
