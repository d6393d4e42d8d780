"""What is asked before the first session. A form that cannot be kept keeps what was typed, and says what to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from loosen.content import emergency, loading, urgent
from loosen.core.journal import DayPart
from loosen.core.moment import Moment
from loosen.core.score import Position
from loosen.core.screening import (
    NO,
    SKIPPED,
    YES,
    Clearing,
    Finding,
    Question,
    Said,
    Screening,
    Step,
    Tier,
    is_under_age,
    is_urgent,
)
from loosen.web import records
from loosen.web.abilities import CANNOT, cannot_of, positions_off
from loosen.web.people.models import User
from loosen.web.scales import PAIN
from loosen.web.screening.rounds import answers_from

OLDEST = 110
"""Years; a birth year further back is taken for a slip of the finger."""

USUAL_PAIN = replace(PAIN, field="usual_pain", asks="On an average day this past week, how sore was your back?")

PARTS = {
    DayPart.MORNING: ("Morning", "5 to 8 minutes, soon after getting up"),
    DayPart.NOON: ("Noon", "about 5 minutes"),
    DayPart.AFTERNOON: ("Late afternoon", "6 to 8 minutes, after the day’s work"),
    DayPart.BEDTIME: ("Before bed", "a short one, to settle"),
}

PACES = {
    "0.8": ("A little quicker", "in for about 3 seconds, out for 5"),
    "1.0": ("The usual pace", "in for 4 seconds, out for 6"),
    "1.2": ("A little slower", "in for about 5 seconds, out for 7"),
    "1.5": ("Slow", "in for 6 seconds, out for 9"),
}
"""Seconds of one count of the breath, four in and six out."""

CLEARED = {
    Said.GO_ON: ("Go on", "I may practise as usual."),
    Said.LIMITS: ("Go on, with limits", "I may practise, and should leave something out."),
    Said.NOT_YET: ("Not yet", "I should wait, or come again."),
}

LEAVE_OUT = {
    Position.LYING: "Lying flat on the back",
    Position.SIDE_LYING: "Lying on the side",
    Position.HANDS_AND_KNEES: "Hands and knees",
    Position.STANDING: "Standing movements",
    Position.SITTING: "Sitting movements",
}


def _movements() -> list[tuple[str, str]]:
    """Return every movement by name."""
    return sorted(((score.slug, score.name) for score in loading.practice().scores.values()), key=lambda pair: pair[1])


def _in_words(finding: Finding) -> str:
    """Return what a finding is about: the answers behind it, or the title of its card."""
    known = loading.practice().screening.questions
    told = "; ".join(known[question].told for question in finding.questions)
    return told[:1].upper() + told[1:] if told else urgent.card(finding).title


class AboutForm(forms.Form):
    """Where the person is, how old, and how the back usually feels."""

    country = forms.ChoiceField(
        required=False,
        label="Where are you?",
        choices=lambda: [("", "Another country, or I would rather not say"), *emergency.countries()],
        error_messages={"invalid_choice": "Please choose a country from the list, or the first line."},
    )
    birth_year = forms.IntegerField(
        label="In which year were you born?",
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year", "min": None}),
        error_messages={
            "required": "Please type the year, in four digits.",
            "invalid": "Please type the year in four digits, for instance 1969.",
        },
    )
    usual_pain = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, choices=[(n, str(n)) for n in range(11)], widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, moment: Moment, **kwargs: Any) -> None:
        """Ask at a moment, for a year in the future is a slip."""
        super().__init__(*args, **kwargs)
        self.moment = moment

    def clean_birth_year(self) -> int:
        """Take a year a living person can be born in."""
        year: int = self.cleaned_data["birth_year"]
        this_year = self.moment.local.year
        if not this_year - OLDEST <= year <= this_year:
            raise forms.ValidationError(f"Please type a year between {this_year - OLDEST} and {this_year}.")
        return year

    @property
    def is_under_age(self) -> bool:
        """Nobody under 18 goes on, and nothing of theirs is kept."""
        return is_under_age(self.cleaned_data["birth_year"], self.moment)

    def keep_for(self, user: User) -> None:
        """Keep the answers on the person."""
        user.country = self.cleaned_data["country"]
        user.birth_year = self.cleaned_data["birth_year"]
        user.usual_pain = self.cleaned_data["usual_pain"]
        user.save(update_fields=["country", "birth_year", "usual_pain"])


class ListForm(forms.Form):
    """One calm list: lines to tick, none of these, and perhaps one line left out."""

    none = forms.BooleanField(required=False)
    left_out = forms.BooleanField(required=False)

    def __init__(self, step: Step, *args: Any, **kwargs: Any) -> None:
        """Ask the lines of a step."""
        super().__init__(*args, **kwargs)
        self.step = step
        self.questions = [loading.practice().screening.questions[question] for question in step.questions]
        self.optional = any(question.optional for question in self.questions)
        for question in self.questions:
            self.fields[question.id] = forms.BooleanField(required=False)

    @classmethod
    def showing(cls, step: Step, answers: Mapping[str, str], known: Iterable[str], *, done: bool) -> "ListForm":
        """Return the list as it was left; a lasting line shows the person's own last answer."""
        kept = dict.fromkeys(known, YES) | dict(answers) if step.lasting else answers
        ticked = {question: kept.get(question) == YES for question in step.questions}
        left_out = SKIPPED in {answers.get(question) for question in step.questions}
        return cls(step, initial=ticked | {"left_out": left_out, "none": done and not any(ticked.values())})

    @property
    def lines(self) -> list[tuple[Any, forms.BoundField]]:
        """Each question with its tick."""
        return [(question, self[question.id]) for question in self.questions]

    @property
    def ticked(self) -> list[str]:
        """The lines that were ticked."""
        return [question for question in self.step.questions if self.cleaned_data.get(question)]

    @property
    def answers(self) -> dict[str, str]:
        """An answer to every line."""
        return answers_from(self.step, self.ticked, left_out=self.cleaned_data["left_out"])

    def clean(self) -> None:
        """Take lines, or none of these, never both and never nothing."""
        super().clean()
        none = self.cleaned_data.get("none")
        if self.ticked and none:
            raise forms.ValidationError("You ticked a line, and also “None of these”. Please leave the one that is so.")
        if not self.ticked and not none:
            raise forms.ValidationError("Please tick what is so, or “None of these”.")


class BodyForm(forms.Form):
    """What the body cannot do these days, or would rather not."""

    cannot = forms.MultipleChoiceField(
        required=False,
        choices=[(key, words) for key, (words, _) in CANNOT.items()],
        widget=forms.CheckboxSelectMultiple,
    )

    def keep_for(self, user: User) -> None:
        """Keep the positions that are left out."""
        user.positions_off = sorted(position.value for position in positions_off(self.cleaned_data["cannot"]))
        user.save(update_fields=["positions_off"])

    def clean_cannot(self) -> list[str]:
        """Leave the body at least one place to be."""
        cannot: list[str] = self.cleaned_data["cannot"]
        if positions_off(cannot) == frozenset(Position):
            raise forms.ValidationError(
                "With all of these, no place is left to practise. Please leave one of them open."
            )
        return cannot

    @classmethod
    def showing(cls, user: User) -> "BodyForm":
        """Return the form as the person left it."""
        return cls(initial={"cannot": cannot_of(map(Position, user.positions_off))})


class TimeForm(forms.Form):
    """One time of day, and the pace of the breath."""

    part = forms.ChoiceField(
        choices=[(part.value, words) for part, (words, _) in PARTS.items()],
        error_messages={"required": "Please choose one. You can change it on any day."},
    )
    pace = forms.ChoiceField(required=False, choices=[(pace, words) for pace, (words, _) in PACES.items()])

    def keep_for(self, user: User) -> None:
        """Keep the time of day, and the pace when one was chosen."""
        user.parts = [self.cleaned_data["part"]]
        user.count_s = float(self.cleaned_data["pace"] or user.count_s)
        user.save(update_fields=["parts", "count_s"])


class ClearingForm(forms.Form):
    """A clinician has looked: at what, who, when, and what they said."""

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"invalid": "Please load this page once more."})
    who = forms.CharField(
        max_length=120,
        label="Who looked at it?",
        error_messages={"required": "Please write a name or a place, for instance “Dr Lind” or “the hospital”."},
    )
    looked_on = forms.DateField(
        label="On which day?",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": "Please give the day they looked at it.",
            "invalid": "Please give the day as year-month-day, for instance 2026-11-22.",
        },
    )
    said = forms.TypedChoiceField(
        coerce=Said,
        choices=[(said.value, words) for said, (words, _) in CLEARED.items()],
        error_messages={"required": "Please choose what they said."},
    )
    positions_off = forms.MultipleChoiceField(
        required=False, choices=[(position.value, words) for position, words in LEAVE_OUT.items()]
    )
    movements_off = forms.MultipleChoiceField(required=False, choices=_movements)
    asked_again = forms.BooleanField(required=False)

    data: QueryDict

    def __init__(self, *args: Any, standing: Iterable[Finding], moment: Moment, **kwargs: Any) -> None:
        """Ask about the findings that stand, at a moment."""
        super().__init__(*args, **kwargs)
        self.standing, self.today = tuple(standing), moment.practice_day
        self.days = {f.rule: f.answered_on or Moment(f.since, moment.zone).practice_day for f in self.standing}
        self.fields["findings"] = forms.MultipleChoiceField(
            choices=[(finding.rule, _in_words(finding)) for finding in self.standing],
            error_messages={"required": "Please tick what they looked at."},
        )

    def clean(self) -> None:
        """Take a look that can have seen what was answered, and limits that say what to leave out."""
        super().clean()
        given = self.cleaned_data
        self._look_is_possible()
        if given.get("said") is Said.LIMITS and not (given.get("positions_off") or given.get("movements_off")):
            self.add_error("positions_off", "Please tick what you should leave out, or choose another answer above.")

    def _look_is_possible(self) -> None:
        looked_on: date | None = self.cleaned_data.get("looked_on")
        if looked_on is None:
            return
        if looked_on > self.today:
            self.add_error("looked_on", "That day is still to come. Please come back when they have looked.")
        answered = max((self.days[f.rule] for f in self.looked_at if is_urgent(f)), default=looked_on)
        if looked_on < answered:
            self.add_error(
                "looked_on",
                f"You answered yes on {answered:%A} {answered.day} {answered:%B}, and a look before that day cannot "
                "have seen it. Please give a day since then on which somebody looked at exactly this.",
            )

    @property
    def as_sent(self) -> list[tuple[str, str]]:
        """Every answer as it came, to be sent once more with the second question."""
        own = [name for name in self.fields if name != "asked_again"]
        return [(name, value) for name in own for value in self.data.getlist(name)]

    @property
    def looked_at(self) -> tuple[Finding, ...]:
        """The findings that the clinician looked at."""
        chosen = self.cleaned_data.get("findings", [])
        return tuple(finding for finding in self.standing if finding.rule in chosen)

    @property
    def must_ask_again(self) -> bool:
        """An emergency that would be cleared on the day it was told is asked about once more."""
        if self.cleaned_data["asked_again"] or self.cleaned_data["said"] is Said.NOT_YET:
            return False
        return any(finding.tier is Tier.T0 and self.days[finding.rule] == self.today for finding in self.looked_at)

    def entries(self, user: User) -> list[Clearing]:
        """Return one clearing for each finding; the first has the id that the page was made with."""
        given = self.cleaned_data
        ids = [str(given["id"]), *(None for _ in self.looked_at[1:])]
        return [
            Clearing(
                **records.head_for(user, entry_id),
                finding=finding.rule,
                who=given["who"],
                looked_on=given["looked_on"],
                said=given["said"],
                movements_off=frozenset(given["movements_off"] if given["said"] is Said.LIMITS else ()),
                positions_off=frozenset(map(Position, given["positions_off"] if given["said"] is Said.LIMITS else ())),
                asked_again=given["asked_again"],
            )
            for entry_id, finding in zip(ids, self.looked_at, strict=True)
        ]


class MistakeForm(forms.Form):
    """The questions behind what stands, read again."""

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"invalid": "Please load this page once more."})

    def __init__(self, questions: Sequence[Question], *args: Any, **kwargs: Any) -> None:
        """Ask each question again, with nothing filled in."""
        super().__init__(*args, **kwargs)
        self.questions = questions
        for question in questions:
            self.fields[question.id] = forms.ChoiceField(
                choices=[(YES, "Yes, it is so"), (NO, "No, I tapped the wrong one")],
                widget=forms.RadioSelect,
                error_messages={"required": "Please choose one of the two."},
            )

    @property
    def lines(self) -> list[tuple[Question, forms.BoundField]]:
        """Each question with its two answers."""
        return [(question, self[question.id]) for question in self.questions]

    def entry(self, user: User) -> Screening:
        """Return the new answers; the old ones stay where they are."""
        answers = {question.id: self.cleaned_data[question.id] for question in self.questions}
        return Screening(**records.head_for(user, str(self.cleaned_data["id"])), answers=answers, read_back=True)
