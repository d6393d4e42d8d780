"""Everything Today shows, gathered once: how the person is, the session of now, what comes later, what was chosen."""

from dataclasses import dataclass
from datetime import date

from loosen.content import loading
from loosen.content.words import sentence
from loosen.core.day import Day
from loosen.core.journal import (
    STEPS,
    Body,
    CheckIn,
    Choice,
    ChoiceKind,
    check_in_that_counts,
    choices_about_the_day,
    unrevised,
)
from loosen.core.practice import Programme
from loosen.core.record import USUAL_PROGRAMME
from loosen.web import records, stills
from loosen.web.chosen import programme_of
from loosen.web.people.models import User
from loosen.web.practice import cards, notes
from loosen.web.practice.cards import Left
from loosen.web.practice.exchanges import Answer, Exchange, answer_of, exchanges_of
from loosen.web.practice.notes import Advice
from loosen.web.practice.sessions import Sessions, sessions_of
from loosen.web.practice.walks import WalkCard, card_of
from loosen.web.records import Today
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
class Onward:
    """Which programme may come next, by its slug, and the sentence that says so."""

    programme: str
    words: str


@dataclass(frozen=True, slots=True)
class Morning:
    """What Today shows. `shape` is the choice that shaped the day, `step` the step taken or left today.

    `advice` is a visit that would be wise, or a note of this very day; `notes` are good to know, and known already.
    `exchanges` came for a change in the last days, `answer` is what was said of one today.
    `asks_what_to_begin_with`: nothing was practised before today, and no other programme was chosen.
    """

    day: date
    greeting: str
    how: str
    sessions: Sessions
    why: tuple[str, ...]
    left: tuple[Left, ...]
    advice: tuple[Advice, ...]
    notes: tuple[Advice, ...]
    a_clinician_may_change: bool
    offer: Offer | None
    shape: Choice | None
    step: Choice | None
    step_name: str
    exchanges: tuple[Exchange, ...]
    answer: Answer | None
    walk: WalkCard | None
    programme: Programme
    onward: Onward | None
    asks_what_to_begin_with: bool
    sheet: str

    @property
    def first_why(self) -> str:
        """The one sentence why: what shaped the session, else what shaped the day."""
        return next(iter(self._whys), "")

    @property
    def more_why(self) -> tuple[str, ...]:
        """Every other reason, for those who want it."""
        return tuple(dict.fromkeys(self._whys))[1:]

    @property
    def _whys(self) -> tuple[str, ...]:
        now = self.sessions.now
        return (*(now.why if now else ()), *self.why)


def morning_of(user: User, found: Today, day: Day) -> Morning:
    """Return Today for a person; one question to the database."""
    told = records.told(user, day.day, day.day)
    of_the_day = choices_about_the_day(told.choices)
    sessions = sessions_of(day, told, found.moment, user.language)
    step = next((choice for choice in reversed(unrevised(told.choices)) if choice.kind in STEPS), None)
    return Morning(
        day=day.day,
        greeting=cards.GREETINGS[found.moment.part] + (f", {user.name}" if user.name else ""),
        how=_how(check_in_that_counts(told.check_ins)),
        sessions=sessions,
        why=cards.sentences(day.reasons, user.language),
        left=cards.left_out(day.absences, loading.scores(), user.language),
        advice=notes.advice_of(day, found.moment),
        notes=tuple(notes.notes_of(day, found.conditions, found.moment)),
        a_clinician_may_change=any(reason.rule.startswith(CHANGED_BY_A_CLINICIAN) for reason in cards.reasons_of(day)),
        offer=_offer(day),
        shape=of_the_day[-1] if of_the_day and of_the_day[-1].kind is not ChoiceKind.USUAL else None,
        step=step,
        step_name=_name(step.movement) if step else "",
        exchanges=tuple(each for each in exchanges_of(day, told.choices, user.language) if each.new and not each.stays),
        answer=answer_of(told.choices),
        walk=card_of(day, told.walks, user.language),
        programme=programme_of(user),
        onward=_onward(day, user.language),
        asks_what_to_begin_with=day.standing.began is None and user.programme == USUAL_PROGRAMME,
        sheet=stills.address(move.still for move in sessions.now.moves) if sessions.now else "",
    )


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


def _onward(day: Day, language: str) -> Onward | None:
    return Onward(str(day.onward.values["next"]), sentence(day.onward, language)) if day.onward else None


def _offer(day: Day) -> Offer | None:
    if day.offer is None:
        return None
    slug, dose = day.offer
    score = loading.scores()[slug]
    level = score.level(dose.level)
    words = cards.dose_words(score, dose)
    return Offer(slug, score.name, words if level is score.described else f"{words}, {level.name.lower()}")
