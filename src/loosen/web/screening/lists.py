"""The calm lists: lines to tick, none of these, and the day that goes with a line. What was typed is never lost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms

from loosen.content import loading
from loosen.core.answers import FULL_TERM, OVERDUE
from loosen.core.screening import NO, SKIPPED, YES, Baseline, Dated, Question, ShortLine, Step
from loosen.web.screening.rounds import answers_from
from loosen.web.screening.second_half import day_field

ASKS_DAY = {
    Dated.DUE: "Which day is the baby due?",
    Dated.SINCE: "On which day was it?",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: its tick, the day beside it, and what is known already."""

    question: Question
    box: forms.BoundField
    day: forms.BoundField | None
    asks_day: str
    baseline: Baseline | None


@dataclass(frozen=True, slots=True)
class Shown:
    """How a list is asked: on which day, of somebody born when, and which symptoms are known."""

    today: date
    birth_year: int | None
    baselines: Mapping[str, Baseline]
    same: frozenset[str] = frozenset()


class NoneForm(forms.Form):
    """Lines to tick, or none of these: never both, and never nothing."""

    none = forms.BooleanField(required=False)

    @property
    def ticked(self) -> list[str]:
        """The lines that were ticked."""
        return []

    def clean(self) -> None:
        """Take lines, or none of these."""
        super().clean()
        none = self.cleaned_data.get("none")
        if self.ticked and none:
            raise forms.ValidationError("You ticked a line, and also “None of these”. Please leave the one that is so.")
        if not self.ticked and not none:
            raise forms.ValidationError("Please tick what is so, or “None of these”.")


class ListForm(NoneForm):
    """One calm list; perhaps with a line that may be left out, and a day beside a line."""

    left_out = forms.BooleanField(required=False)

    def __init__(self, step: Step, shown: Shown, *args: Any, **kwargs: Any) -> None:
        """Ask the lines of a step."""
        super().__init__(*args, **kwargs)
        self.step, self.shown = step, shown
        self.questions = [loading.practice().screening.questions[question] for question in step.questions]
        self.optional = any(q.optional and q.id not in shown.baselines for q in self.questions)
        for question in self.questions:
            self.fields[question.id] = forms.BooleanField(required=False)
            if question.dated:
                self.fields[_day(question.id)] = day_field()

    @property
    def lines(self) -> Iterator[Line]:
        """Each question with its tick, and its day."""
        for question in self.questions:
            day = self[_day(question.id)] if question.dated else None
            asks = ASKS_DAY[question.dated] if question.dated else ""
            yield Line(question, self[question.id], day, asks, self.shown.baselines.get(question.id))

    @property
    def ticked(self) -> list[str]:
        """The lines that were ticked."""
        return [question for question in self.step.questions if self.cleaned_data.get(question)]

    @property
    def answers(self) -> dict[str, str]:
        """An answer to every line."""
        same = self.shown.same | self.shown.baselines.keys()
        return answers_from(self.step, self.ticked, left_out=self.cleaned_data["left_out"], same=same)

    @property
    def dates(self) -> dict[str, date]:
        """The days that go with what was ticked."""
        days = {question: self.cleaned_data.get(_day(question)) for question in self.ticked}
        return {question: day for question, day in days.items() if day}

    def clean(self) -> None:
        """Take days that can be, beside lines that are ticked."""
        for question in self.questions:
            if question.dated and self.cleaned_data.get(question.id):
                self._clean_day(question)
            elif question.dated:
                self.errors.pop(_day(question.id), None)
        super().clean()

    def _clean_day(self, question: Question) -> None:
        day: date | None = self.cleaned_data.get(_day(question.id))
        fault = fault_of(question.dated, day, self.shown) if question.dated and day else ""
        if fault:
            self.add_error(_day(question.id), fault)


def showing(
    step: Step, shown: Shown, answers: Mapping[str, str], dates: Mapping[str, date | str], *, done: bool
) -> ListForm:
    """Return a list as it was left; `answers` of a lasting one hold the person's own last answers."""
    ticked = {question: answers.get(question) == YES for question in step.questions}
    left_out = SKIPPED in {answers.get(question) for question in step.questions}
    days = {_day(question): day for question, day in dates.items() if question in step.questions}
    return ListForm(
        step, shown, initial=ticked | days | {"left_out": left_out, "none": done and not any(ticked.values())}
    )


class ShortForm(NoneForm):
    """The four lines, and none of these."""

    def __init__(self, asked: tuple[ShortLine, ...], *args: Any, **kwargs: Any) -> None:
        """Ask each line."""
        super().__init__(*args, **kwargs)
        self.asked = asked
        for line in asked:
            self.fields[line.id] = forms.BooleanField(required=False)

    @property
    def lines(self) -> list[tuple[ShortLine, forms.BoundField]]:
        """Each line with its tick."""
        return [(line, self[line.id]) for line in self.asked]

    @property
    def ticked(self) -> list[str]:
        """The lines that were ticked."""
        return [line.id for line in self.asked if self.cleaned_data.get(line.id)]


class SevereForm(forms.Form):
    """A bad day: is it the flare they know, and did it come on suddenly."""

    CHOICES: ClassVar = {
        "sev-unlike": ("It is the flare I know", "It is unlike my usual, or I cannot tell"),
        "sev-sudden": ("No, bit by bit", "Yes, suddenly"),
    }
    """By question: the words of no, then of yes."""

    def __init__(self, asked: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        """Ask each question, with nothing filled in."""
        super().__init__(*args, **kwargs)
        self.asked = asked
        for question in asked:
            no, yes = self.CHOICES[question]
            self.fields[question] = forms.ChoiceField(
                choices=[(NO, no), (YES, yes)],
                widget=forms.RadioSelect,
                error_messages=dict.fromkeys(("required", "invalid_choice"), "Please choose one of the two."),
            )

    @property
    def lines(self) -> list[tuple[Question, forms.BoundField]]:
        """Each question with its two answers."""
        known = loading.practice().screening.questions
        return [(known[question], self[question]) for question in self.asked]

    @property
    def answers(self) -> dict[str, str]:
        """An answer to each."""
        return {question: self.cleaned_data[question] for question in self.asked}


def fault_of(dated: Dated, day: date, shown: Shown) -> str:
    """Say plainly why a day cannot be, or nothing."""
    if shown.birth_year is not None and day.year < shown.birth_year:
        return "That day lies before you were born. Please look at the year once more, or leave it empty."
    match dated:
        case Dated.DUE if day > shown.today + FULL_TERM:
            weeks = FULL_TERM.days // 7
            return f"A due date lies at most {weeks} weeks ahead. Please look at it once more, or leave it empty."
        case Dated.DUE if day < shown.today - OVERDUE:
            return "That day is more than three weeks past. If the baby is there, please tick that line instead."
        case Dated.SINCE if day > shown.today:
            return "That day is still to come. Please look at it once more, or leave it empty."
        case Dated.DUE | Dated.SINCE:
            return ""


def _day(question: str) -> str:
    return f"{question}-day"
