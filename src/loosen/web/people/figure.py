"""The page of the person on screen: somebody to begin with, or a look of one's own."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from loosen.content.looks import Choice, Look, look_of, looks, person_with
from loosen.web import drawn
from loosen.web.people.models import Figure, User
from loosen.web.people.signed_in import SignedIn
from loosen.web.stills import Still
from loosen.web.templatetags.loosen import on_screen

OWN = "own"
"""The answer of somebody who chooses each thing themselves."""

OWN_WORDS = "My own, put together below"

PORTRAIT = "portrait"
"""The picture of somebody standing, without a task."""

UNKNOWN = {"invalid_choice": "Please choose one from the list."}


class FigureForm(forms.Form):
    """Whom one sees; a look is kept only as words that are known (content/looks.toml)."""

    figure = forms.ChoiceField(
        label="Begin with", choices=[*Figure.choices, (OWN, OWN_WORDS)], widget=forms.RadioSelect
    )
    lines = forms.BooleanField(required=False)

    def __init__(self, user: User, told: Mapping[str, Any] | None = None) -> None:
        """Show whom this person sees now."""
        self.user = user
        self.now = look_of(on_screen(user))
        shown = {**self.now.options, "lines": self.now.lines, "figure": OWN if user.look else user.figure}
        super().__init__(told, initial=shown)
        self.fields["figure"].error_messages |= UNKNOWN
        self.fields |= {choice.id: _field(choice) for choice in looks().choices}

    @property
    def groups(self) -> Sequence[tuple[str, list[BoundField]]]:
        """The choices as they stand together on the page: the name of a group, and its fields."""
        grouped = groupby(looks().choices, key=lambda choice: choice.group)
        return [(name, [self[choice.id] for choice in choices]) for name, choices in grouped]

    def keep(self) -> None:
        """Write whom this person sees from now on."""
        self.user.figure, self.user.look = self._chosen()
        self.user.save(update_fields=["figure", "look"])

    def _chosen(self) -> tuple[str, str]:
        """Return the person to begin with and the words of a look of one's own.

        Without script nobody ticks their own for the person: where somebody changed a thing and no more, it is
        what they chose.
        """
        told = self.cleaned_data
        own = Look({choice.id: told[choice.id] for choice in looks().choices}, lines=told["lines"])
        if told["figure"] != OWN and ("figure" in self.changed_data or own == self.now):
            return told["figure"], ""
        known = person_with(own.words)
        return (known, "") if known else (self.user.figure, own.words)


def _field(choice: Choice) -> forms.ChoiceField:
    return forms.ChoiceField(label=choice.name, choices=list(choice.options.items()), error_messages=UNKNOWN)


@require_http_methods(["GET", "HEAD", "POST"])
def figure(request: SignedIn) -> HttpResponse:
    """Show who is on screen and who else might be, or keep what was chosen."""
    form = FigureForm(request.user, request.POST or None)
    if form.is_valid():
        form.keep()
        return redirect(reverse("people:figure") + "?kept")
    people = [(radio, Still("people", radio.data["value"])) for radio in form["figure"]]
    context = {
        "form": form,
        "people": people[:-1],
        "own": people[-1][0],
        "drawing": drawn.picture_of(PORTRAIT),
        "still": _still(request.user),
        "kept": "kept" in request.GET,
    }
    return render(request, "people/figure.html", context, status=422 if form.is_bound else 200)


def _still(user: User) -> Still:
    """Return the still of whom somebody sees; of a look of one's own there is only Sam's, in its colours."""
    return Still(PORTRAIT, "even") if user.look else Still("people", user.figure)
