"""Everything Today shows, gathered once: how the person is, the session of now, what comes later, what was chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loosen.content import loading, urgent
from loosen.core import conditions
from loosen.core.day import Day
from loosen.core.journal import (
    STEPS,
    Body,
    CheckIn,
    Choice,
    ChoiceKind,
    Event,
    check_in_that_counts,
    choices_about_the_day,
    events_that_count,
    unrevised,
)
from loosen.core.moment import Moment
from loosen.core.record import Record
from loosen.core.screening import Finding, Screening, Tier
from loosen.web import records, stills
from loosen.web.health import BASELINE
from loosen.web.people.models import User
from loosen.web.practice import cards
from loosen.web.practice.cards import Card, Left
from loosen.web.said import says_nothing_else, was_taken_back

BODY_WORDS = {
    Body.SORER: "a bit sorer than usual",
    Body.HEAVY: "heavy or slow",
    Body.NEW: "something new",
}
"""How the body is, when it is not as usual. The usual is also what nobody touched: it is not said beside a number."""

NUMBER_WORDS = {"pain": "Pain", "stiffness": "Stiffness", "sleep": "Sleep", "mood": "Spirits"}
"""The numbers of a check-in, the one that says most of the back first."""


CHANGED_BY_A_CLINICIAN = ("clinician-", "condition-")
"""How rules begin that a clinician's word made, or can change."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One small step that may be taken or left."""

    movement: str
    name: str
    dose: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A `visit` that would be wise, or a note beside the day: its title, and how soon or what to watch."""

    title: str
    words: str
    visit: bool = False


@dataclass(frozen=True, slots=True)
class Morning:
    """What Today shows. `shape` is the choice that shaped the day, `step` the step taken or left today.

    `advice` is a visit that would be wise, or a note of this very day; `notes` are good to know, and known already.
    """

    day: date
    greeting: str
    how: str
    now: Card | None
    later: tuple[Card, ...]
    earlier: tuple[Card, ...]
    done: tuple[Card, ...]
    why: tuple[str, ...]
    left: tuple[Left, ...]
    advice: tuple[Advice, ...]
    notes: tuple[Advice, ...]
    a_clinician_may_change: bool
    offer: Offer | None
    now_is_past: bool
    shape: Choice | None
    step: Choice | None
    step_name: str
    sheet: str

    @property
    def now_words(self) -> str:
        """The heading of the session of now; one whose part of the day has gone by is never called late."""
        words = cards.PAST_WORDS if self.now_is_past else cards.NOW_WORDS
        return words[self.now.part] if self.now else ""

    @property
    def first_why(self) -> str:
        """The one sentence why: what shaped the session, else what shaped the day."""
        of_session = self.now.why if self.now else ()
        return next(iter((*of_session, *self.why)), "")

    @property
    def more_why(self) -> tuple[str, ...]:
        """Every other reason, for those who want it."""
        of_session = self.now.why if self.now else ()
        return tuple(dict.fromkeys((*of_session, *self.why)))[1:]


def morning_of(user: User, moment: Moment, day: Day) -> Morning:
    """Return Today for a person; two questions to the database."""
    told = records.told(user, day.day, day.day)
    of_the_day = choices_about_the_day(told.choices)
    all_cards = cards.cards_of(day, loading.scores(), user.language)
    done = _done(told)
    still_open = [card for card in all_cards if card.id not in done]
    now = cards.the_one_for_now(all_cards, moment, done)
    step = next((choice for choice in reversed(unrevised(told.choices)) if choice.kind in STEPS), None)
    return Morning(
        day=day.day,
        greeting=cards.GREETINGS[moment.part] + (f", {user.name}" if user.name else ""),
        how=_how(check_in_that_counts(told.check_ins)),
        now=now,
        later=tuple(card for card in still_open if card is not now and cards.is_ahead(card, moment)),
        earlier=tuple(card for card in still_open if card is not now and not cards.is_ahead(card, moment)),
        done=tuple(card for card in all_cards if card.id in done),
        why=cards.sentences(day.reasons, user.language),
        left=cards.left_out(day.absences, loading.scores(), user.language),
        advice=tuple(_advice(finding) for finding in day.advice if not _is_known(finding, day.day, moment)),
        notes=tuple(_notes(user, day, moment)),
        a_clinician_may_change=any(reason.rule.startswith(CHANGED_BY_A_CLINICIAN) for reason in cards.reasons_of(day)),
        offer=_offer(day),
        now_is_past=now is not None and not cards.is_ahead(now, moment),
        shape=of_the_day[-1] if of_the_day and of_the_day[-1].kind is not ChoiceKind.USUAL else None,
        step=step,
        step_name=_name(step.movement) if step else "",
        sheet=stills.address(move.still for move in now.moves) if now else "",
    )


def _done(told: Record) -> frozenset[str]:
    """Return the sessions of the day that were ended, or noted."""
    events = events_that_count(told.events, told.notes)
    ended = {event.session for event in events if event.event is Event.ENDED}
    return frozenset(ended | {note.session for note in told.notes})


def _how(check_in: CheckIn | None) -> str:
    """Say the check-in in one line, only what was told; empty when there is none, or when it was taken back."""
    if check_in is None or was_taken_back(check_in):
        return ""
    if says_nothing_else(check_in):
        return "As usual today"
    numbers = ((name, getattr(check_in, field)) for field, name in NUMBER_WORDS.items())
    number = next((f"{name} {number} of 10" for name, number in numbers if number is not None), "")
    body = "" if check_in.body is Body.USUAL else BODY_WORDS[check_in.body]
    said = ", ".join(filter(None, (number, body)))
    return said[:1].upper() + said[1:] if body else f"{said} today"


def _name(movement: str | None) -> str:
    score = loading.scores().get(movement or "")
    return score.name if score else ""


def _advice(finding: Finding) -> Advice:
    card = urgent.card(finding)
    return Advice(card.title, _what_is_known(finding) + card.soon, visit=finding.tier is not Tier.T4)


def _what_is_known(finding: Finding) -> str:
    """Return the signs that a note of something known is about, as a sentence; nothing for any other finding."""
    if finding.words != BASELINE:
        return ""
    known = loading.practice().screening.questions
    told = "; ".join(known[question].told for question in finding.questions)
    return f"{told[:1].upper()}{told[1:]}: you told us, and a clinician has looked. "


def _is_known(finding: Finding, day: date, moment: Moment) -> bool:
    """True of a note that was there before today: it need not be read again."""
    return finding.tier is Tier.T4 and Moment(finding.since, moment.zone).practice_day < day


def _notes(user: User, day: Day, moment: Moment) -> Iterator[Advice]:
    """Yield what is good to know and was known before, and the one sentence of each condition beside the day."""
    for finding in day.advice:
        if _is_known(finding, day.day, moment):
            yield _advice(finding)
    told = Record(screenings=records.entries(user, Screening))
    for condition in conditions.in_force(told, loading.practice(), moment):
        if condition.advice:
            yield Advice(condition.say, condition.advice)


def _offer(day: Day) -> Offer | None:
    if day.offer is None:
        return None
    slug, dose = day.offer
    score = loading.scores()[slug]
    level = score.level(dose.level)
    words = cards.dose_words(score, dose)
    return Offer(slug, score.name, words if level is score.described else f"{words}, {level.name.lower()}")
