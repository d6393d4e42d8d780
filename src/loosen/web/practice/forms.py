"""What may be chosen for a day."""

from typing import Any

from django import forms

from loosen.core.day import Day, Referral
from loosen.core.journal import STEPS, Choice, ChoiceKind
from loosen.web import records
from loosen.web.people.models import User


class ChoiceForm(forms.Form):
    """One tap on Today: another shape of the day, or a yes or no to a small step."""

    id = forms.UUIDField()
    kind = forms.TypedChoiceField(choices=[(kind.value, kind.value) for kind in ChoiceKind], coerce=ChoiceKind)
    movement = forms.SlugField(required=False)
    revises = forms.UUIDField(required=False)

    def clean(self) -> dict[str, Any]:
        """A step is a step of some movement."""
        told = super().clean() or {}
        if told.get("kind") in STEPS and not told.get("movement"):
            raise forms.ValidationError("This step names no movement.")
        return told

    def fits(self, outcome: Day | Referral) -> bool:
        """A step is one that is offered now: a page left open may show one from before."""
        offer = outcome.offer if isinstance(outcome, Day) else None
        is_offered = offer is not None and offer[0] == self.cleaned_data["movement"]
        return self.cleaned_data["kind"] not in STEPS or is_offered

    def entry(self, person: User) -> Choice:
        """Return the choice; one that takes an earlier one back revises it."""
        told = self.cleaned_data
        revises = str(told["revises"]) if told["revises"] else None
        head = records.head_for(person, str(told["id"]), revises=revises)
        return Choice(**head, kind=told["kind"], movement=told["movement"] or None)
