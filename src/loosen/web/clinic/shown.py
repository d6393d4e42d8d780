"""What clinicians said, as it is shown back: plans in plain sentences, and what was noted of a look."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loosen.content import loading, plan_words
from loosen.core.contradictions import contradictions
from loosen.core.journal import unrevised
from loosen.core.moment import Moment
from loosen.core.plan import Plan
from loosen.core.prescribed import plans_in_force, superseded
from loosen.core.record import Record
from loosen.core.screening import Clearing
from loosen.web.health import SAID_IN_WORDS


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence shown back, and what is to be known about it: where it cannot be had, and what is done instead."""

    words: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A plan, shown back. `notes` are about the plan as a whole."""

    plan: Plan
    lines: tuple[Told, ...]
    span: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What was noted when a clinician had a look."""

    who: str
    on: date
    said: str
    left_out: tuple[str, ...]


def shown_back(plan: Plan, record: Record, moment: Moment) -> Shown:
    """Return a plan in plain sentences, each with what contradicts it."""
    today = moment.practice_day
    found = contradictions(plan, record, loading.practice(), moment)

    def notes(place: int | None) -> tuple[str, ...]:
        return tuple(plan_words.told(each) for each in found if each.sentence == place)

    lines = plan_words.plan_lines(plan, today)
    told = tuple(Told(words, notes(place)) for place, words in enumerate(lines))
    return Shown(plan, told, plan_words.span_words(plan, today), notes(None))


def in_force(record: Record, moment: Moment) -> list[Shown]:
    """Return the plans that hold today."""
    return [shown_back(plan, record, moment) for plan in plans_in_force(record, moment.practice_day)]


def to_come(record: Record, moment: Moment) -> list[Shown]:
    """Return the plans whose first day is still ahead."""
    ahead = (plan for plan in unrevised(record.plans) if not plan.withdrawn and _begins_later(plan, moment))
    return [shown_back(plan, record, moment) for plan in ahead]


def earlier(record: Record, moment: Moment) -> list[Shown]:
    """Return the plans that hold no more: ended, run out, or replaced; the latest first."""
    holding = {plan.id for plan in plans_in_force(record, moment.practice_day)}
    over = [p for p in unrevised(record.plans) if p.id not in holding and (p.withdrawn or not _begins_later(p, moment))]
    return [shown_back(plan, record, moment) for plan in reversed(over)]


def looks(record: Record, day: date) -> list[Look]:
    """Return what clinicians said when they had a look; what a plan stands in the place of is left out."""
    latest = {look.finding: look for look in unrevised(record.clearings)}
    alike = {(look.who, look.looked_on, look.said): look for look in latest.values()}
    return [_look(look) for look in alike.values() if not superseded(look.who, look.at, record, day)]


def names(record: Record, moment: Moment, apart_from: str | None = None) -> list[str]:
    """Return whose word holds: those in whose place a new plan may come."""
    plans = (plan.clinician for plan in unrevised(record.plans) if plan.id != apart_from and not plan.withdrawn)
    return list(dict.fromkeys((*plans, *(look.who for look in looks(record, moment.practice_day)))))


def _begins_later(plan: Plan, moment: Moment) -> bool:
    return plan.valid_from is not None and plan.valid_from > moment.practice_day


def _look(look: Clearing) -> Look:
    return Look(look.who, look.looked_on, SAID_IN_WORDS[look.said], tuple(_left_out(look)))


def _left_out(look: Clearing) -> Iterator[str]:
    positions, scores = loading.vocabulary().positions, loading.scores()
    yield from (positions[position].name for position in sorted(look.positions_off, key=lambda each: each.value))
    yield from (scores[slug].name for slug in sorted(look.movements_off) if slug in scores)
