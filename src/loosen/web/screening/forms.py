"""What is asked before the first session. A form that cannot be kept keeps what was typed, and says what to do."""

from dataclasses import replace
from typing import Any

from django import forms

from loosen.content import emergency
from loosen.core.age import is_under_age
from loosen.core.journal import DayPart
from loosen.core.moment import Moment
from loosen.core.score import Position
from loosen.web.abilities import CANNOT, cannot_of, positions_off
from loosen.web.people.models import User
from loosen.web.scales import PAIN, TOP

OLDEST = 110
"""Years; a birth year further back is taken for a slip of the finger."""

USUAL_PAIN = replace(PAIN, field="usual_pain", asks="On an average day this past week, how sore was your back?")

PARTS = {
    DayPart.MORNING: ("Morning", "5 to 8 minutes, soon after getting up"),
    DayPart.NOON: ("Noon", "3 to 5 minutes"),
    DayPart.AFTERNOON: ("Late afternoon", "6 to 8 minutes, after the day’s work"),
    DayPart.BEDTIME: ("Before bed", "3 to 5 minutes, to settle"),
}

PACES = {
    "0.8": ("A little quicker", "in for about 3 seconds, out for 5"),
    "1.0": ("The usual pace", "in for 4 seconds, out for 6"),
    "1.2": ("A little slower", "in for about 5 seconds, out for 7"),
    "1.5": ("Slow", "in for 6 seconds, out for 9"),
}
"""Seconds of one count of the breath, four in and six out."""


class AboutForm(forms.Form):
    """Where the person is, how old, and how the back usually feels."""

    country = forms.ChoiceField(
        required=False,
        label="Where are you?",
        choices=lambda: [("", "Another, or not to say"), *emergency.countries()],
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
        required=False,
        coerce=int,
        empty_value=None,
        choices=[*((n, str(n)) for n in range(TOP + 1)), ("", "Leave it out")],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Please choose a number from 0 to 10, or none."},
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

    def forget_the_year_of(self, user: User) -> None:
        """Take back a year that was given before: two years that differ are neither."""
        user.birth_year = None
        user.save(update_fields=["birth_year"])

    def keep_for(self, user: User) -> None:
        """Keep the answers on the person."""
        user.country = self.cleaned_data["country"]
        user.birth_year = self.cleaned_data["birth_year"]
        user.usual_pain = self.cleaned_data["usual_pain"]
        user.save(update_fields=["country", "birth_year", "usual_pain"])


class BodyForm(forms.Form):
    """What the body cannot do these days, or would rather not."""

    cannot = forms.MultipleChoiceField(
        required=False,
        choices=[(key, words) for key, (words, _) in CANNOT.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Please tick lines of this list only."},
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
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "Please choose one of the four. You can change it on any day."
        ),
    )
    pace = forms.ChoiceField(
        required=False,
        choices=[(pace, words) for pace, (words, _) in PACES.items()],
        error_messages={"invalid_choice": "Please choose one of the four paces, or none."},
    )

    def keep_for(self, user: User) -> None:
        """Keep the time of day, and the pace when one was chosen."""
        user.parts = [self.cleaned_data["part"]]
        user.count_s = float(self.cleaned_data["pace"] or user.count_s)
        user.save(update_fields=["parts", "count_s"])
