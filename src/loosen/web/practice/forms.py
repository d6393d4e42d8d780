"""What may be chosen for a day."""

from collections.abc import Collection
from typing import Any

from django import forms

from loosen.core.day import Day, Referral
from loosen.core.journal import ANSWERS, SWAPS, Choice, ChoiceKind
from loosen.web import records
from loosen.web.people.models import User
from loosen.web.practice.exchanges import swapped_steps


class ChoiceForm(forms.Form):
    """One tap: another shape of the day, or an answer about one movement: a small step, or what came for a change."""

    id = forms.UUIDField()
    kind = forms.TypedChoiceField(choices=[(kind.value, kind.value) for kind in ChoiceKind], coerce=ChoiceKind)
    movement = forms.SlugField(required=False)
    revises = forms.UUIDField(required=False)

    def clean(self) -> dict[str, Any]:
        """An answer is about some movement."""
        told = super().clean() or {}
        if told.get("kind") in ANSWERS and not told.get("movement"):
            raise forms.ValidationError("This answer names no movement.")
        return told

    def fits(self, outcome: Day | Referral, choices: Collection[Choice]) -> bool:
        """An answer is about what is offered, or exchanged, now: a page left open may show what was before.

        `choices` are those of this practice day: only one of them is taken back.
        """
        kind, movement, revises = (self.cleaned_data[name] for name in ("kind", "movement", "revises"))
        if revises and all(choice.id != str(revises) for choice in choices):
            return False
        if kind not in ANSWERS:
            return True
        if not isinstance(outcome, Day):
            return False
        if kind in SWAPS:
            return movement in swapped_steps(outcome)
        return outcome.offer is not None and outcome.offer[0] == movement

    def entry(self, person: User) -> Choice:
        """Return the choice; one that takes an earlier one back revises it."""
        told = self.cleaned_data
        revises = str(told["revises"]) if told["revises"] else None
        head = records.head_for(person, str(told["id"]), revises=revises)
        return Choice(**head, kind=told["kind"], movement=told["movement"] or None)
