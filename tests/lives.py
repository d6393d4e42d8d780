"""A life with Loosen, played day by day: what a person tells, what is given, and what is done of it.

A `Life` keeps one record. Each morning the person tells what the script says, is asked what is due, and practises what
was given; every entry is made the way the pages make it, at its own instant on the person's own clock.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from loosen.content.loading import practice
from loosen.core.day import Day, Referral, Session
from loosen.core.findings import baselines
from loosen.core.journal import (
    Body,
    CheckIn,
    Choice,
    ChoiceKind,
    DayPart,
    Event,
    Felt,
    Note,
    PlayerEvent,
    SharpAnswer,
    Walk,
)
from loosen.core.moment import Moment
from loosen.core.plan import Plan, Sentence
from loosen.core.planning import given_from, plan_day
from loosen.core.practice import BREATHS
from loosen.core.record import Person, Record
from loosen.core.screening import NO, SAME, YES, Clearing, History, Said, Screening, Tier

HOURS = {
    DayPart.MORNING: 8, DayPart.FULL: 9, DayPart.NOON: 12, DayPart.SMALL: 14, DayPart.AFTERNOON: 16,
    DayPart.BEFORE_RUN: 17, DayPart.AFTER_RUN: 18, DayPart.BEDTIME: 21,
}  # fmt: skip
"""When a session of each part is practised."""

WAKES = time(7, 20)
FORMS = frozenset({"not-screened", "something-new", "severe-pain", "short-form", "date-passed"})
"""The findings that a round of answers settles."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one day tells. `sharp` maps a movement to the answer after its stop; `easier` are taps of that name.

    `skips`: the check-in stays empty. `practises` false: nothing is done. `takes_the_step`: the step that
    is offered is taken.
    """

    pain: int | None = None
    body: Body = Body.USUAL
    sleep: int | None = None
    mood: int | None = None
    skips: bool = False
    practises: bool = True
    felt: Felt | None = None
    during: int | None = None
    sharp: Mapping[str, SharpAnswer] = field(default_factory=dict)
    easier: frozenset[str] = frozenset()
    choice: ChoiceKind | None = None
    takes_the_step: bool = False


QUIET = Told()
Outcome = Day | Referral


class Life:
    """One person's record as it grows."""

    def __init__(self, person: Person, first: date) -> None:
        self.record = Record(person=person)
        self.first = first
        self.zone = person.zone
        self.last_moment = self.moment(first)
        self._made = 0

    # ------------------------------------------------------------------ entries

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), ZoneInfo(self.zone))

    def moment(self, day: date, hour: int = 7, minute: int = 30) -> Moment:
        return Moment(self.at(day, hour, minute), self.zone)

    def _head(self, kind: str, day: date, at: datetime) -> dict[str, Any]:
        self._made += 1
        return {"id": f"{kind}-{self._made:05}", "at": at, "zone": self.zone, "day": day}

    def _keep(self, kind: str, *entries: object) -> None:
        kept = sorted((*getattr(self.record, kind), *entries), key=lambda entry: (entry.at, entry.id))
        self.record = replace(self.record, **{kind: tuple(kept)})

    def answer(
        self,
        day: date,
        answers: Mapping[str, str],
        histories: Mapping[str, History] | None = None,
        dates: Mapping[str, date] | None = None,
        *,
        at: datetime | None = None,
        read_back: bool = True,
    ) -> None:
        """A round of answers, read back."""
        head = self._head("screening", day, at or self.at(day, 7))
        self._keep(
            "screenings",
            Screening(**head, answers=answers, read_back=read_back, histories=histories or {}, dates=dates or {}),
        )

    def answer_everything(
        self, day: date, answers: Mapping[str, str], histories: Mapping[str, History], dates: Mapping[str, date]
    ) -> None:
        """The first round: no to all that is asked, but for these."""
        rules = practice().screening
        asked = [q for step in rules.steps if not step.after or answers.get(step.after) == YES for q in step.questions]
        self.answer(day, {**dict.fromkeys(asked, NO), **answers}, histories, dates)

    def clear(self, day: date, finding: str, said: Said = Said.GO_ON, who: str = "Dr Roy", **more: Any) -> None:
        """A clinician looked at a finding."""
        head = self._head("clearing", day, more.pop("at", None) or self.at(day, 7, 5))
        looked_on = more.pop("looked_on", day)
        self._keep("clearings", Clearing(**head, finding=finding, who=who, looked_on=looked_on, said=said, **more))

    def prescribe(self, day: date, *sentences: Sentence, clinician: str = "Dr Roy", **more: Any) -> None:
        """A clinician's plan."""
        head = self._head("plan", day, more.pop("at", None) or self.at(day, 7, 6))
        self._keep("plans", Plan(**head, clinician=clinician, sentences=sentences, **more))

    def check_in(self, day: date, told: Told, at: datetime | None = None) -> None:
        head = self._head("check-in", day, at or datetime.combine(day, WAKES, ZoneInfo(self.zone)))
        self._keep("check_ins", CheckIn(**head, pain=told.pain, body=told.body, sleep=told.sleep, mood=told.mood))

    # ------------------------------------------------------------------ a day

    def plan(self, moment: Moment) -> Outcome:
        return plan_day(self.record, moment, practice())

    def wake(self, day: date, told: Told = QUIET, *, answers_forms: bool = True) -> Outcome:
        """Check in, choose, answer what is due, and see the day: what a morning is before anything is done."""
        if not told.skips:
            self.check_in(day, told)
        if told.choice:
            self._keep("choices", Choice(**self._head("choice", day, self.at(day, 7, 22)), kind=told.choice))
        for minute in range(30, 34):
            self.last_moment = self.moment(day, 7, minute)
            outcome = self.plan(self.last_moment)
            is_asked = isinstance(outcome, Referral) and outcome.tier is Tier.T3 and _rules(outcome) & FORMS
            if not (is_asked and answers_forms):
                break
            self.answer_the_form(self.last_moment)
        return outcome

    def answer_the_form(self, moment: Moment, **told: str) -> None:
        """Say no to all that is news, same where it is known, and that the pain is the one they know."""
        rules = practice().screening
        known = baselines(self.record.screenings, self.record.clearings, rules, self.record.person.birth_year, moment)
        news = [q for step in rules.steps if not step.lasting and not step.after for q in step.questions]
        asked = dict.fromkeys((*news, *(q for line in rules.short for q in line.questions), *rules.severe[:2]), NO)
        answers = {**asked, **dict.fromkeys(known, SAME), **told}
        self.answer(moment.practice_day, answers, at=moment.instant_utc)

    def practise(self, day: Day, told: Told = QUIET) -> None:
        """Do every session of the day as the script says, note it, and keep the day as it was given."""
        kept = given_from(day)
        self.record = replace(self.record, given=(*(one for one in self.record.given if one.day != day.day), kept))
        for session in day.sessions if told.practises else ():
            self._do(session, day.day, told)
        if told.takes_the_step and day.offer:
            head = self._head("choice", day.day, self.at(day.day, 22))
            self._keep("choices", Choice(**head, kind=ChoiceKind.TAKE_STEP, movement=day.offer[0]))

    def _do(self, session: Session, day: date, told: Told) -> None:
        begins = self.at(day, HOURS[session.part])
        made: list[PlayerEvent] = []

        def happened(what: Event, movement: str | None = None, **more: Any) -> None:
            head = self._head(what.value, day, begins + timedelta(seconds=20 * len(made)))
            made.append(PlayerEvent(**head, session=session.id, event=what, movement=movement, **more))

        happened(Event.BEGAN)
        for step in session.steps:
            if answer := told.sharp.get(step.movement):
                happened(Event.SHARP, step.movement)
                happened(Event.ANSWER, step.movement, answer=answer)
                if answer is not SharpAnswer.GONE:
                    continue
            if step.movement in told.easier:
                happened(Event.EASIER, step.movement)
            happened(Event.DONE, step.movement, level=step.dose.level, repetitions=step.dose.repetitions)
        happened(Event.ENDED)
        self._keep("events", *made)
        if told.felt or told.during is not None:
            head = self._head("note", day, begins + timedelta(minutes=12))
            self._keep("notes", Note(**head, session=session.id, felt=told.felt, pain=told.during))

    def walk(self, day: date, minutes: int, talked: bool | None) -> None:
        self._keep("walks", Walk(**self._head("walk", day, self.at(day, 19)), minutes=max(1, minutes), talked=talked))

    def say_of_an_exchange(self, day: date, movement: str, kind: ChoiceKind) -> None:
        self._keep("choices", Choice(**self._head("choice", day, self.at(day, 22, 5)), kind=kind, movement=movement))

    def live(self, day: date, told: Told = QUIET) -> Outcome:
        """A whole day: the morning, and what is done of it."""
        outcome = self.wake(day, told)
        if isinstance(outcome, Day):
            self.practise(outcome, told)
        return outcome

    def days(self, count: int) -> Iterable[date]:
        return (self.first + timedelta(days=n) for n in range(count))


def _rules(outcome: Referral) -> set[str]:
    return {finding.rule for finding in outcome.findings}


def moves(outcome: Outcome) -> bool:
    """There is a session with more than the breath in it."""
    return isinstance(outcome, Day) and any(
        step.movement not in BREATHS for session in outcome.sessions for step in session.steps
    )


def why_not(outcome: Outcome) -> str:
    """The rules by which a morning has no movement."""
    if isinstance(outcome, Referral):
        return ", ".join(f"{finding.rule} ({finding.tier.value})" for finding in outcome.findings)
    said = (*outcome.reasons, *(reason for session in outcome.sessions for reason in session.reasons))
    return ", ".join(dict.fromkeys(reason.rule for reason in said)) or "no session"
