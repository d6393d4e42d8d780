"""Why today looks like this: every movement of the library, what holds for the person, and where that comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loosen.content import loading, urgent
from loosen.content.sources import Source
from loosen.core import conditions
from loosen.core.condition import Condition
from loosen.core.day import Day, Referral
from loosen.core.explaining import Explanation, Fate, explain
from loosen.core.planning import today_of
from loosen.core.reasons import Reason
from loosen.core.record import Record
from loosen.core.screening import Finding
from loosen.exchange.plan_json import plans_shown
from loosen.web import records
from loosen.web.people.models import User
from loosen.web.people.referred import no_session_while_referred
from loosen.web.people.signed_in import SignedIn
from loosen.web.practice.cards import sentences
from loosen.web.practice.exchanges import Exchange, exchanges_of
from loosen.web.records import Today

FATES = {
    Fate.GIVEN: "In today",
    Fate.EASED: "In today, made easier",
    Fate.SWAPPED: "Something else in its place",
    Fate.NOT_GIVEN: "Not today",
}
"""What a morning does with a movement, in the order it is told."""


READ_IN_ONE_GO = 8
"""Names in a row. Reasoned: about two lines on a phone."""


@dataclass(frozen=True, slots=True)
class Named:
    """One movement and the page that shows it."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """Movements that are treated alike, and why. `instead`: what is given in their place."""

    movements: tuple[Named, ...]
    why: tuple[str, ...]
    instead: Named | None = None

    @property
    def is_long(self) -> bool:
        """More than somebody reads in one go: they are folded away, with their number."""
        return len(self.movements) > READ_IN_ONE_GO


@dataclass(frozen=True, slots=True)
class Told:
    """Something that holds for the person, in words, with where it comes from."""

    title: str
    words: tuple[str, ...]
    sources: tuple[Source, ...]


@require_safe
@no_session_while_referred
def why(request: SignedIn) -> HttpResponse:
    """Show what became of every movement today, and why."""
    today = records.today(request.user)
    return render(request, "practice/why.html", _shown(request.user, today, records.window(request.user, today.moment)))


def _shown(user: User, today: Today, record: Record) -> dict[str, object]:
    known = (record, today.moment, loading.practice())
    day = today.outcome
    advice, reasons = (day.advice, _of_the_day(day)) if isinstance(day, Day) else ((), ())
    return {
        "day": today.moment.practice_day,
        "first": sentences(reasons, user.language),
        "plans": plans_shown(record, today.moment, loading.practice()),
        "groups": _groups(explain(day, today_of(*known)), user.language),
        "conditions": [_condition(each) for each in conditions.in_force(record, loading.practice(), today.moment)],
        "advice": [_advice(finding) for finding in advice],
        "exchanges": _exchanges(record, day, user.language),
        "new_id": records.new_id,
    }


def _exchanges(record: Record, day: Day | Referral, language: str) -> tuple[Exchange, ...]:
    """Return what came for a change and is in today, with what was answered."""
    if not isinstance(day, Day):
        return ()
    return exchanges_of(day, [choice for choice in record.choices if choice.day == day.day], language)


def _of_the_day(day: Day) -> tuple[Reason, ...]:
    """Return what shaped the day, and what shaped its sessions."""
    return (*day.reasons, *(reason for session in day.sessions for reason in session.reasons))


def _groups(explained: Iterable[Explanation], language: str) -> list[tuple[str, list[Line]]]:
    """Return the movements by what became of them; those with the same reasons share a line."""
    alike: dict[tuple[Fate, str | None, tuple[str, ...]], list[Named]] = {}
    for one in explained:
        said = one.fate, one.instead, sentences(one.reasons, language)
        alike.setdefault(said, []).append(_named(one.movement))
    groups: dict[Fate, list[Line]] = {fate: [] for fate in FATES}
    for (fate, instead, whys), movements in alike.items():
        groups[fate].append(Line(tuple(movements), whys, _named(instead) if instead else None))
    return [(words, groups[fate]) for fate, words in FATES.items() if groups[fate]]


def _named(slug: str) -> Named:
    return Named(slug, loading.scores()[slug].name)


def _condition(condition: Condition) -> Told:
    return Told(condition.say, tuple(filter(None, (condition.because, condition.advice))), _of(condition.sources))


def _advice(finding: Finding) -> Told:
    """Return a card of the day; what comes from no rule of the questions names its own sources."""
    card = urgent.card(finding)
    rules = (rule.sources for rule in loading.practice().screening.rules if rule.id == finding.rule)
    return Told(card.title, (card.soon, card.why), _of((*card.sources, *next(rules, ()))))


def _of(sources: Iterable[str]) -> tuple[Source, ...]:
    known = loading.sources()
    return tuple(known[source] for source in dict.fromkeys(sources))
