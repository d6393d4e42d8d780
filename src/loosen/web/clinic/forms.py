"""Who said it, from when until when, and in whose place: what a plan has beside its sentences."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from loosen.core.plan import Plan, Sentence
from loosen.web import records
from loosen.web.people.models import User

LOAD_AGAIN = dict.fromkeys(("required", "invalid"), "Please load this page once more.")

A_DAY = {"invalid": "Please give the day as year-month-day, for instance 2026-12-12."}

NOBODY = ("", "Nobody’s: it comes beside what others said")


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        required=False,
        label=label,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages=A_DAY,
    )


class PlanForm(forms.Form):
    """Everything but the sentences."""

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages=LOAD_AGAIN)
    clinician = forms.CharField(
        max_length=120,
        label="Who said it?",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Please write a name or a place, for instance “Dr Lind” or “the hospital”.",
            "max_length": "Please write it in at most 120 letters.",
        },
    )
    valid_from = _day("From which day?")
    valid_to = _day("Until which day?")
    supersedes = forms.ChoiceField(
        required=False,
        label="Does it come in the place of what somebody said before?",
        error_messages={"invalid_choice": "Please choose one of the names, or the first line."},
    )
    words = forms.CharField(
        required=False,
        max_length=500,
        label="Anything they want you to remember?",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Please keep it to 500 letters."},
    )

    def __init__(self, *args: Any, names: Sequence[str], today: date, **kwargs: Any) -> None:
        """Offer the names of those whose word holds, and judge days by today."""
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["supersedes"].choices = [NOBODY, *((name, name) for name in names)]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """Take a span that has not gone by, and that ends after it begins."""
        super().clean()
        first, last = self.cleaned_data.get("valid_from"), self.cleaned_data.get("valid_to")
        if last and last < self.today:
            self.add_error("valid_to", "That day has gone by. Please give a later one, or leave it empty.")
        elif first and last and last < first:
            self.add_error("valid_to", "That is before it begins. Please give a later day, or leave it empty.")

    def plan(self, user: User, sentences: Sequence[Sentence], revises: str | None) -> Plan:
        """Return the plan as it will be kept; sent twice, it is kept once."""
        told = self.cleaned_data
        return Plan(
            **records.head_for(user, str(told["id"]), revises=revises),
            clinician=told["clinician"],
            sentences=tuple(sentences),
            valid_from=told["valid_from"],
            valid_to=told["valid_to"],
            supersedes=told["supersedes"] or None,
            words=told["words"],
        )


def showing(plan: Plan) -> dict[str, object]:
    """Return what stands in the form when a plan is corrected."""
    return {
        "clinician": plan.clinician,
        "valid_from": plan.valid_from,
        "valid_to": plan.valid_to,
        "supersedes": plan.supersedes or "",
        "words": plan.words,
    }
