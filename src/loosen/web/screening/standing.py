"""What stands for a person now, and the page that says it: what to do, how soon, whom to call, what to tell them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loosen.content import loading, urgent
from loosen.content.emergency import Line, numbers
from loosen.content.urgent import Call, Card
from loosen.core.answers import Answered, answered
from loosen.core.day import Referral
from loosen.core.journal import Event, PlayerEvent
from loosen.core.moment import Moment
from loosen.core.prescribed import LIMITS_AWAITED
from loosen.core.rescreening import DueKind
from loosen.core.screening import UNDER_AGE, Finding, History, Question, Screening, Tier, is_urgent, stops
from loosen.web import records
from loosen.web.health import Known, lasting
from loosen.web.people.models import User
from loosen.web.screening.second_half import day_in_words, in_words, said_back

STOP_AND_ANSWER = timedelta(minutes=1)
"""From "Too sharp" over its two breaths to the answer."""

BY_QUESTIONS = frozenset(kind.value for kind in DueKind)
"""These are settled by the questions, not by a visit."""

ASKED_BY_A_TAP = frozenset({DueKind.NEWS.value, DueKind.SHORT.value})
"""An answer in the player may be what asks for these."""

STRAIGHT = frozenset({DueKind.SEVERE.value, DueKind.SHORT.value, DueKind.DATE.value})
"""The form itself says why it is asked: no page stands before it."""

NOT_CLEARED = BY_QUESTIONS | {UNDER_AGE, LIMITS_AWAITED}
"""No look settles these."""


@dataclass(frozen=True, slots=True)
class Told:
    """One answer behind a finding, when it was given, and what was told besides: when and how it began, or its day."""

    question: Question
    at: Moment
    history: History | None = None
    day: date | None = None

    @property
    def half(self) -> str:
        """What was told besides, in sentences to read aloud."""
        if self.history:
            return in_words(self.history)
        return day_in_words(self.question, self.day) if self.day else ""

    @property
    def half_said_back(self) -> str:
        """What was told besides, in sentences to the person."""
        return said_back(self.history) if self.history else self.half


@dataclass(frozen=True, slots=True)
class Notice:
    """Findings that share their words, as one card. `asks` is what to ask about a condition.

    `looked_on`: a clinician looked and said "not yet".
    """

    card: Card
    findings: tuple[Finding, ...]
    told: tuple[Told, ...]
    calls: tuple[Line, ...]
    asks: tuple[str, ...] = ()

    @property
    def first(self) -> Finding:
        """The finding that decides how urgent the card is."""
        return self.findings[0]

    @property
    def is_now(self) -> bool:
        """An emergency."""
        return self.first.tier is Tier.T0

    @property
    def is_urgent(self) -> bool:
        """Somebody must be seen today."""
        return is_urgent(self.first)

    @property
    def stops(self) -> bool:
        """No session while this stands."""
        return stops(self.first)

    @property
    def looked_on(self) -> date | None:
        """The day a clinician looked and said "not yet"; then the card has lost its urgency."""
        return self.first.looked_on

    @property
    def asks_questions(self) -> bool:
        """The questions settle it."""
        return self.first.rule in BY_QUESTIONS

    @property
    def steps(self) -> tuple[str, ...]:
        """What to do; for a condition that is what to ask about it, and to note the answer."""
        asks = tuple(f"Ask: {ask}" for ask in self.asks)
        return (*asks, *self.card.steps[-1:]) if asks else self.card.steps

    @property
    def awaits_limits(self) -> bool:
        """The limits that a clinician named are still to be written down."""
        return self.first.rule == LIMITS_AWAITED

    @property
    def can_be_cleared(self) -> bool:
        """A clinician's look can settle it."""
        return any(map(_can_be_cleared, self.findings))

    @property
    def is_a_note(self) -> bool:
        """Good to know, and nothing to do about."""
        return self.first.tier is Tier.T4

    @property
    def may_be_a_mistake(self) -> bool:
        """It rests on answers that can be put right."""
        return bool(self.told)


def stands(user: User) -> tuple[Finding, ...]:
    """Return what stands now, most urgent first: a referral, or the advice of the day."""
    outcome = records.today(user).outcome
    return outcome.findings if isinstance(outcome, Referral) else outcome.advice


def notices(user: User) -> tuple[Notice, ...]:
    """Return the cards of what stands: what is urgent, then what the questions settle, then the others."""
    return tuple(sorted(_notices(user, stands(user)), key=lambda n: (not n.is_urgent, not n.asks_questions)))


def to_clear(user: User) -> tuple[Finding, ...]:
    """Return the findings that a clinician's look can settle."""
    return tuple(filter(_can_be_cleared, stands(user)))


def told_behind(user: User, found: Sequence[Finding]) -> tuple[Told, ...]:
    """Return each answer that these rest on, once."""
    return _all_told(found, _answered(user))


def also_to_tell(user: User, notice: Notice) -> tuple[Known, ...]:
    """Return what lasts and is not among the answers behind a card: a clinician who looks wants to know of it."""
    behind = {told.question.id for told in notice.told}
    told = records.entries(user, Screening) if behind else ()
    return tuple(known for known in lasting(told) if known.question.id not in behind)


def due(user: User) -> Finding | None:
    """Return the form of questions that is due, the most telling where there are several."""
    asked = {finding.rule: finding for finding in stands(user)}
    return next((asked[kind.value] for kind in DueKind if kind.value in asked), None)


def tapped(user: User) -> tuple[PlayerEvent, ...]:
    """Return the answer in the player that asks for the questions, and the stop just before it."""
    news = {finding.since for finding in stands(user) if finding.rule in ASKED_BY_A_TAP}
    if not news:
        return ()
    events = records.entries(user, PlayerEvent, since=min(news).date() - timedelta(days=1))
    answers = [event for event in events if event.event is Event.ANSWER and event.at in news]
    return tuple(event for event in events if event in answers or any(_led_to(event, each) for each in answers))


def undo(user: User, tap: PlayerEvent) -> PlayerEvent:
    """Return the event that takes a tap back; the tap itself stays in the journal."""
    return PlayerEvent(**records.head_for(user), session=tap.session, event=Event.UNDO, undoes=tap.id)


def _can_be_cleared(finding: Finding) -> bool:
    return finding.tier is not Tier.T4 and finding.rule not in NOT_CLEARED


def _led_to(stop: PlayerEvent, answer: PlayerEvent) -> bool:
    """The stop was tapped in the same session, within the minute before the answer."""
    soon = timedelta() <= answer.at - stop.at <= STOP_AND_ANSWER
    return stop.event is Event.SHARP and stop.session == answer.session and soon


def _notices(user: User, found: Sequence[Finding]) -> tuple[Notice, ...]:
    by_card: dict[str, list[Finding]] = {}
    for finding in found:
        by_card.setdefault(finding.words or finding.rule, []).append(finding)
    said = _answered(user)
    return tuple(_notice(user.country, group, said) for group in by_card.values())


def _notice(country: str, group: Sequence[Finding], said: Answered) -> Notice:
    card = urgent.card(group[0])
    return Notice(card, tuple(group), _all_told(group, said), _calls(card, country), _asks(group))


def _answered(user: User) -> Answered:
    return answered(records.entries(user, Screening), loading.practice().screening)


def _all_told(found: Sequence[Finding], said: Answered) -> tuple[Told, ...]:
    questions = dict.fromkeys(question for finding in found for question in finding.questions)
    return tuple(_told(question, said) for question in questions)


def _told(question: str, said: Answered) -> Told:
    """Return when a question was first answered yes without a no since, and what was last told of it."""
    rounds = said.meant.get(question) or said.told[question]
    first, history = rounds[0], rounds[-1].histories.get(question)
    known, at = loading.practice().screening.questions[question], Moment(first.at, first.zone)
    return Told(known, at, history, said.dates.get(question))


def _asks(group: Sequence[Finding]) -> tuple[str, ...]:
    """Return what to ask about the conditions behind a card, each question once."""
    rules = {finding.rule for finding in group}
    known = [condition for condition in loading.practice().conditions if condition.id.upper() in rules]
    return tuple(dict.fromkeys(ask for condition in known for ask in condition.asks))


def _calls(card: Card, country: str) -> tuple[Line, ...]:
    """Return the numbers on a card. Where no health line is known, none is made up: the steps say whom to ask."""
    known = numbers(country)
    match card.call:
        case Call.EMERGENCY:
            return known.emergency
        case Call.URGENT:
            return known.urgent
        case Call.NONE:
            return ()
