"""The second half of a question about nerves: when it began, whether it grows, and whether somebody has looked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict

from loosen.content import loading
from loosen.core.answers import course_of
from loosen.core.screening import Baseline, Began, Dated, History, Question, SymptomCourse, Worse

BEGAN = {
    Began.DAYS: ("In the last days", "It began in the last days."),
    Began.TWO_WEEKS: ("Less than two weeks ago", "It began less than two weeks ago."),
    Began.SIX_WEEKS: ("Two to six weeks ago", "It began two to six weeks ago."),
    Began.LONGER: ("Longer ago", "It began more than six weeks ago."),
}
"""By when it began: the words to tick, and the sentence that says it back."""

WORSE = {
    Worse.YES: ("Yes", "It is getting worse."),
    Worse.NO: ("No", "It is not getting worse."),
    Worse.UNSURE: ("I am not sure", "I am not sure whether it is getting worse."),
}

LOOKED = {"yes": "Yes", "no": "No, nobody yet"}

AT_MOST_AGO = {Began.DAYS: timedelta(days=7), Began.TWO_WEEKS: timedelta(days=14), Began.SIX_WEEKS: timedelta(days=42)}
"""How long ago a symptom can have begun at the earliest; nobody can have looked at it before."""

CHOOSE = dict.fromkeys(("required", "invalid_choice"), "Please choose the answer that fits best.")


def said_back(history: History) -> str:
    """Return a history in sentences to the person who told it."""
    return in_words(history).replace("I am", "You are")


def in_words(history: History) -> str:
    """Return a history in sentences to read aloud to a clinician."""
    return f"{BEGAN[history.began][1]} {WORSE[history.worse][1]} {_looked_in_words(history)}"


def day_in_words(question: Question, day: date) -> str:
    """Return the day that goes with a yes, as a sentence."""
    match question.dated:
        case Dated.DUE:
            return f"The baby is due on {in_figures(day)}."
        case Dated.SINCE:
            return f"It was on {in_figures(day)}."
        case None:
            return ""


def is_known(history: History | None, today: date) -> bool:
    """True of a symptom that is older, not getting worse, and was looked at."""
    return course_of(history, today) is SymptomCourse.KNOWN


def changed(baseline: Baseline) -> History:
    """Return the history of a known symptom that has changed or grown."""
    return History(Began.LONGER, Worse.YES, looked=True, looked_on=baseline.looked_on)


def _looked_in_words(history: History) -> str:
    if not history.looked:
        return "Nobody has looked at it yet."
    if history.looked_on is None:
        return "A clinician has looked at it since."
    return f"A clinician looked at it on {in_figures(history.looked_on)}."


def in_figures(day: date) -> str:
    """Return a day as people write it: 3 March 2026."""
    return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class Half:
    """The three questions about one answer."""

    question: Question
    began: forms.BoundField
    worse: forms.BoundField
    looked: forms.BoundField
    looked_on: forms.BoundField


class SecondHalfForm(forms.Form):
    """When did each begin, is it getting worse, has a clinician looked at it since."""

    def __init__(
        self, asked: Mapping[str, History | None], sent: QueryDict | None, *, today: date, birth_year: int | None
    ) -> None:
        """Ask about these questions; what was told before is shown."""
        kept = {name: value for q, told in asked.items() if told for name, value in _as_fields(q, told).items()}
        super().__init__(sent, initial=kept)
        self.asked, self.today, self.born = tuple(asked), today, birth_year
        for question in self.asked:
            self.fields |= _fields(question)

    @property
    def halves(self) -> Iterator[Half]:
        """Yield the questions about each answer."""
        known = loading.practice().screening.questions
        for question in self.asked:
            names = ("began", "worse", "looked", "looked-on")
            yield Half(known[question], *(self[f"{question}-{name}"] for name in names))

    def clean(self) -> None:
        """Take a look that can have been: after it began, and not still to come."""
        super().clean()
        for question in self.asked:
            fault = self._fault(question)
            if fault:
                self.add_error(f"{question}-looked-on", fault)

    @property
    def histories(self) -> dict[str, History]:
        """What was told, by question."""
        return {question: self._history(question) for question in self.asked}

    def _history(self, question: str) -> History:
        given = {name: self.cleaned_data[f"{question}-{name}"] for name in ("began", "worse", "looked", "looked-on")}
        looked = given["looked"] == "yes"
        return History(Began(given["began"]), Worse(given["worse"]), looked, given["looked-on"] if looked else None)

    def _fault(self, question: str) -> str:
        day: date | None = self.cleaned_data.get(f"{question}-looked-on")
        if day is None or self.cleaned_data.get(f"{question}-looked") != "yes":
            return ""
        if day > self.today:
            return "That day is still to come. Please give the day they looked, or leave it empty."
        if self.born is not None and day.year < self.born:
            return "That day lies before you were born. Please look at the year once more."
        began = self.cleaned_data.get(f"{question}-began")
        earliest = self.today - AT_MOST_AGO[Began(began)] if began and Began(began) in AT_MOST_AGO else None
        if earliest is not None and day < earliest:
            return "That day lies before it began. Please look at the two answers once more, or choose “No” above."
        return ""


def _as_fields(question: str, history: History) -> dict[str, Any]:
    return {
        f"{question}-began": history.began.value,
        f"{question}-worse": history.worse.value,
        f"{question}-looked": "yes" if history.looked else "no",
        f"{question}-looked-on": history.looked_on,
    }


def _fields(question: str) -> dict[str, forms.Field]:
    return {
        f"{question}-began": _one_of([(began.value, words) for began, (words, _) in BEGAN.items()]),
        f"{question}-worse": _one_of([(worse.value, words) for worse, (words, _) in WORSE.items()]),
        f"{question}-looked": _one_of(list(LOOKED.items())),
        f"{question}-looked-on": day_field(),
    }


def _one_of(choices: Sequence[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, error_messages=CHOOSE)


def day_field() -> forms.DateField:
    """Return a field for a day that may be left out."""
    return forms.DateField(
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "Please give the day as year-month-day, for instance 2026-11-22."},
    )
