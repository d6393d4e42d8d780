"""What stands for a person now, and the page that says it: what to do, how soon, whom to call, what to tell them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from loosen.content import loading, urgent
from loosen.content.emergency import Line, numbers
from loosen.content.urgent import Call, Card
from loosen.core.day import Referral
from loosen.core.journal import Event, PlayerEvent, SharpAnswer
from loosen.core.moment import Moment
from loosen.core.screening import UNDER_AGE, Finding, Question, Screening, Tier, is_urgent, stops
from loosen.web import records
from loosen.web.people.models import User

SOMETHING_NEW = "something-new"

STOP_AND_ANSWER = timedelta(minutes=1)
"""From "Too sharp" over its two breaths to the answer."""

BY_QUESTIONS = frozenset({"not-screened", SOMETHING_NEW})
"""These are settled by the questions, not by a visit."""


TOLD = {SharpAnswer.DIZZY: "told-dizzy", SharpAnswer.LEG: "told-leg"}
"""The card of an answer in the player, the more urgent first."""

NOT_CLEARED = BY_QUESTIONS | {UNDER_AGE}
"""No look settles these."""


@dataclass(frozen=True, slots=True)
class Told:
    """One answer behind a finding, and when it was given."""

    question: Question
    at: Moment


@dataclass(frozen=True, slots=True)
class Notice:
    """Findings that share their words, as one card. `looked_on`: a clinician looked and said "not yet"."""

    card: Card
    findings: tuple[Finding, ...]
    told: tuple[Told, ...]
    calls: tuple[Line, ...]

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
    """Return the cards of what stands, most urgent first."""
    return _notices(user, stands(user))


def to_clear(user: User) -> tuple[Finding, ...]:
    """Return the findings that a clinician's look can settle."""
    return tuple(f for f in stands(user) if f.tier is not Tier.T4 and f.rule not in NOT_CLEARED)


def tapped(user: User) -> tuple[PlayerEvent, ...]:
    """Return the answer in the player that asks for the questions, and the stop just before it."""
    news = {finding.since for finding in stands(user) if finding.rule == SOMETHING_NEW}
    if not news:
        return ()
    events = records.entries(user, PlayerEvent, since=min(news).date() - timedelta(days=1))
    answers = [event for event in events if event.event is Event.ANSWER and event.at in news]
    return tuple(event for event in events if event in answers or any(_led_to(event, each) for each in answers))


def as_told(notice: Notice, taps: Sequence[PlayerEvent], user: User) -> Notice:
    """Return the card with the words for what was answered in the player, where that is what asks for the questions."""
    answers = {tap.answer for tap in taps}
    told = next((card for answer, card in TOLD.items() if answer in answers), None)
    if told is None or notice.first.rule != SOMETHING_NEW:
        return notice
    card = urgent.cards()[told]
    return replace(notice, card=card, calls=_calls(card, user.country))


def undo(user: User, tap: PlayerEvent) -> PlayerEvent:
    """Return the event that takes a tap back; the tap itself stays in the journal."""
    return PlayerEvent(**records.head_for(user), session=tap.session, event=Event.UNDO, undoes=tap.id)


def _led_to(stop: PlayerEvent, answer: PlayerEvent) -> bool:
    """The stop was tapped in the same session, within the minute before the answer."""
    soon = timedelta() <= answer.at - stop.at <= STOP_AND_ANSWER
    return stop.event is Event.SHARP and stop.session == answer.session and soon


def _notices(user: User, found: Sequence[Finding]) -> tuple[Notice, ...]:
    by_card: dict[str, list[Finding]] = {}
    for finding in found:
        by_card.setdefault(finding.words or finding.rule, []).append(finding)
    answered = records.entries(user, Screening) if found else ()
    return tuple(_notice(user, group, answered) for group in by_card.values())


def _notice(user: User, group: Sequence[Finding], answered: Sequence[Screening]) -> Notice:
    card = urgent.card(group[0])
    asked = dict.fromkeys(question for finding in group for question in finding.questions)
    return Notice(
        card, tuple(group), tuple(_told(question, answered) for question in asked), _calls(card, user.country)
    )


def _told(question: str, answered: Sequence[Screening]) -> Told:
    """Return when a question was first answered yes without a no since."""
    first: Screening | None = None
    for screening in answered:
        said = screening.answers.get(question)
        first = None if said not in {None, "yes"} else first or (screening if said else None)
    if first is None:
        raise LookupError(f"{question} counts, and no screening answered it yes")
    return Told(loading.practice().screening.questions[question], Moment(first.at, first.zone))


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
