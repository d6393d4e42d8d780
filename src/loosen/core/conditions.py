"""What a condition rules out or keeps small, what the person cannot do, and what a clinician asked to leave out.

A condition asks first: its rule in the screening is a T3 finding until the person records that a clinician agreed.
What is here stays in force after that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loosen.core.journal import unrevised
from loosen.core.prescription import Cap, Limits
from loosen.core.reasons import Reason
from loosen.core.record import Person, Record
from loosen.core.score import Position
from loosen.core.screening import Clearing, Said, standing_yes


@dataclass(frozen=True, slots=True)
class Most:
    """The most a measure of the body (`core.body.MEASURES`) may reach in these positions; in all when none is named."""

    measure: str
    most: float
    positions: frozenset[Position] = frozenset()


@dataclass(frozen=True, slots=True)
class Condition:
    """What answering yes to a screening question leaves out for as long as it is so.

    What to ask the professional who knows it stands on the question's card.
    """

    id: str
    question: str
    sources: tuple[str, ...]
    evidence: str
    positions_off: frozenset[Position] = frozenset()
    tags_off: frozenset[str] = frozenset()
    caps: tuple[Most, ...] = ()
    reviewed: bool = False


def limits(record: Record, conditions: Sequence[Condition]) -> Limits:
    """Return all that is left out for this person, whoever or whatever asks for it; the strictest holds."""
    yes = standing_yes(record.screenings)
    told = [condition for condition in conditions if condition.question in yes]
    return strictest(
        (of_person(record.person), *map(of_condition, told), *map(of_clinician, _standing(record.clearings)))
    )


def of_person(person: Person) -> Limits:
    """Return what the person cannot do, or does not want to: no floor, all on a chair."""
    return Limits(positions={p: Reason("cannot-position", {"position": p.value}) for p in person.positions_off})


def of_condition(condition: Condition) -> Limits:
    """Return what a condition leaves out."""
    return Limits(
        positions={
            p: Reason("condition-position", {"condition": condition.id, "position": p.value})
            for p in condition.positions_off
        },
        tags={t: Reason("condition-tag", {"condition": condition.id, "tag": t}) for t in condition.tags_off},
        caps=tuple(_cap(condition, each) for each in condition.caps),
    )


def _cap(condition: Condition, cap: Most) -> Cap:
    why = Reason("condition-cap", {"condition": condition.id, "measure": cap.measure, "most": cap.most})
    return Cap(cap.measure, cap.most, why, cap.positions)


def of_clinician(clearing: Clearing) -> Limits:
    """Return what a clinician asked to leave out."""
    return Limits(
        movements={
            m: Reason("clinician-movement", {"who": clearing.who, "movement": m}) for m in clearing.movements_off
        },
        positions={
            p: Reason("clinician-position", {"who": clearing.who, "position": p.value}) for p in clearing.positions_off
        },
    )


def strictest(several: Iterable[Limits]) -> Limits:
    """Return one set of limits that leaves out all that any of them leaves out; the first to say so gives why."""
    every = tuple(several)
    return Limits(
        movements={key: why for limits in reversed(every) for key, why in limits.movements.items()},
        positions={key: why for limits in reversed(every) for key, why in limits.positions.items()},
        tags={key: why for limits in reversed(every) for key, why in limits.tags.items()},
        caps=tuple(cap for limits in every for cap in limits.caps),
        minutes=min((limits.minutes for limits in every if limits.minutes is not None), default=None),
    )


def _standing(clearings: Sequence[Clearing]) -> Iterator[Clearing]:
    """Yield the clearings that set limits and that no later one for the same finding replaced."""
    latest: dict[str, Clearing] = {}
    for clearing in sorted(unrevised(clearings), key=lambda c: (c.at, c.id)):
        latest[clearing.finding] = clearing
    return (clearing for clearing in latest.values() if clearing.said is Said.LIMITS)
