"""What somebody told about their health that lasts: conditions with their days, and symptoms that are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from loosen.content import loading
from loosen.core.answers import answered
from loosen.core.findings import baselines, waiting
from loosen.core.screening import Baseline, Clearing, Dated, History, Question, Said, Screening, Step
from loosen.web import records
from loosen.web.people.models import User

BASELINE = "baseline"
"""The words of a sign that is known and steady, and whose change is an emergency."""

SAID_IN_WORDS = {Said.GO_ON: "Go on", Said.LIMITS: "Go on, with limits", Said.NOT_YET: "Not yet"}
"""What a clinician who looked may have said."""


@dataclass(frozen=True, slots=True)
class Known:
    """Something that was told and still holds: since when, the day that goes with it, and the list that asks it."""

    question: Question
    told_on: date
    day: date | None
    list: str

    @property
    def when(self) -> str:
        """The day that goes with it, else the day it was told, in words."""
        day = self.day or self.told_on
        words = "Told on" if self.day is None else "Due on" if self.question.dated is Dated.DUE else "On"
        return f"{words} {day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class Steady:
    """A sign of the nerves that is known: since when, and whether a change of it is an emergency."""

    question: Question
    since: date
    is_urgent_when_changed: bool


def lasting(told: Sequence[Screening]) -> tuple[Known, ...]:
    """Return every lasting yes in the order it is asked; a gate speaks through the lines of its list."""
    rules = loading.practice().screening
    said = answered(told, rules)
    gates = {step.after for step in rules.steps if step.after}
    asked = [(step.id, q) for step in rules.steps if step.lasting for q in step.questions if q not in gates]
    return tuple(
        Known(rules.questions[q], said.told[q][0].day, said.dates[q], page) for page, q in asked if q in said.told
    )


def lists_of_what_lasts() -> tuple[tuple[Step, tuple[str, ...]], ...]:
    """Return the lists that everybody is asked about what lasts, each with what stands on it."""
    rules = loading.practice().screening
    lists = [step for step in rules.steps if step.lasting and not step.after]
    return tuple((step, tuple(rules.questions[question].text.lower() for question in step.questions)) for step in lists)


def waits(user: User) -> tuple[str, ...]:
    """Return the questions whose yes was never read back, in the order they are asked: until then no session."""
    told = records.entries(user, Screening)
    return waiting(told, loading.practice().screening, user.birth_year, records.moment_for(user))


def histories_told(told: Sequence[Screening]) -> Mapping[str, History]:
    """Return when and how each symptom that stands began, as it was last told."""
    runs = answered(told, loading.practice().screening).told
    return {q: history for q, run in runs.items() if (history := run[-1].histories.get(q))}


def baselines_of(user: User) -> Mapping[str, Baseline]:
    """Return the symptoms of nerves that are known and were looked at: only a change of them is asked about."""
    told, looks = records.entries(user, Screening), records.entries(user, Clearing)
    return baselines(told, looks, loading.practice().screening, user.birth_year, records.moment_for(user))


def steady_signs(user: User) -> tuple[Steady, ...]:
    """Return what is known of the nerves, and what a change of it would mean."""
    rules = loading.practice().screening
    urgent = {
        q for rule in rules.rules for case in rule.cases if case.words == BASELINE for q in (*case.all, *case.any)
    }
    return tuple(Steady(rules.questions[q], each.since, q in urgent) for q, each in baselines_of(user).items())
