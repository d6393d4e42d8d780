"""A walk: logged with one tap, put right or taken back with another. It is no session of the player."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from loosen.core.day import Day
from loosen.core.journal import Walk, walks_that_count
from loosen.core.walking import LONGEST_WALK
from loosen.web import records
from loosen.web.people.models import User
from loosen.web.people.referred import is_paused
from loosen.web.people.signed_in import SignedIn
from loosen.web.practice.cards import sentences

TALKED = {"yes": True, "no": False, "": None}
"""The answer to the talk test, as a form sends it."""

TALKED_WORDS = {True: "talking was easy", False: "talking was hard", None: ""}

PUT_RIGHT = "This walk was put right on another page. It stands like this now; what you sent just now was not kept."

TAKEN_BACK = "This walk was taken back on another page. What you sent just now was not kept."

A_NUMBER = f"Please type whole minutes, between 1 and {LONGEST_WALK}, for instance 10."

CARD = "#walk"
"""The walk's own place on Today: who told of a walk arrives there, where it is answered."""


@dataclass(frozen=True, slots=True)
class Walked:
    """A walk of today as it was last told."""

    id: str
    minutes: int
    talked: bool | None

    @property
    def words(self) -> str:
        """How long it was, and whether one could talk: "10 minutes, talking was easy"."""
        said = f"{self.minutes} minute{'' if self.minutes == 1 else 's'}"
        return ", ".join(filter(None, (said, TALKED_WORDS[self.talked])))


@dataclass(frozen=True, slots=True)
class WalkCard:
    """Walking on Today: the minutes suggested (0: none today), why, and what was walked."""

    minutes: int
    why: tuple[str, ...]
    walked: tuple[Walked, ...]

    @property
    def tap(self) -> str:
        """The words of the one tap."""
        return f"I walked {self.minutes} minute{'' if self.minutes == 1 else 's'}"

    @property
    def unsaid(self) -> Walked | None:
        """The last walk, when nothing was said of talking on the way."""
        return self.walked[-1] if self.walked and self.walked[-1].talked is None else None


class WalkForm(forms.Form):
    """The minutes, and the talk test, which may be left out. `revises` names a walk to be put right or taken back."""

    id = forms.UUIDField()
    minutes = forms.IntegerField(
        required=False,
        label="How many minutes did you walk?",
        min_value=1,
        max_value=LONGEST_WALK,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), A_NUMBER),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    talked = forms.ChoiceField(
        required=False,
        label="Could you have talked on the way?",
        choices=[("yes", "Yes, easily"), ("no", "No, that was hard"), ("", "Leave it out")],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Please choose one of the three."},
    )
    back = forms.BooleanField(required=False)

    @classmethod
    def showing(cls, before: Walk | None) -> "WalkForm":
        """Return the form as the walk was told; empty for a new one."""
        talked = {told: said for said, told in TALKED.items()}
        return cls(initial={"minutes": before.minutes, "talked": talked[before.talked]} if before else {"talked": ""})

    def clean(self) -> dict[str, Any]:
        """A walk has its minutes; one that is taken back needs none."""
        told = super().clean() or {}
        if told.get("back"):
            self.errors.pop("minutes", None)
            self.errors.pop("talked", None)
        elif told.get("minutes") is None and "minutes" not in self.errors:
            self.add_error("minutes", A_NUMBER)
        return told

    def entry(self, person: User, before: Walk | None) -> Walk:
        """Return the walk; one that puts an earlier one right belongs to that one's day."""
        told = self.cleaned_data
        head = records.head_for(
            person, str(told["id"]), day=before.day if before else None, revises=before.id if before else None
        )
        return Walk(**head, minutes=0 if told["back"] else told["minutes"], talked=TALKED[told.get("talked", "")])


def card_of(day: Day, walks: Sequence[Walk], language: str) -> WalkCard | None:
    """Return the card, None where walking is no part of the programme and nothing was walked today."""
    walked = tuple(Walked(walk.id, walk.minutes, walk.talked) for walk in walks_that_count(walks))
    if day.walk is None:
        return WalkCard(0, (), walked) if walked else None
    return WalkCard(day.walk.minutes, sentences(day.walk.reasons, language), walked)


@require_http_methods(["GET", "HEAD", "POST"])
def walk(request: SignedIn) -> HttpResponse:
    """Ask for a walk's minutes and keep them; `of` and `revises` name one that is put right, or taken back."""
    of = request.POST.get("revises") or request.GET.get("of") or ""
    walks = records.entries(request.user, Walk)
    before = _as_last_told(walks, of)
    if _is_settled(request, walks, of, before):
        return redirect(_home(request.user, before))
    if request.method == "POST" and before and before.id != of:
        return _asked(request, WalkForm.showing(before if before.minutes else None), before, status=409)
    form = WalkForm(request.POST) if request.method == "POST" else WalkForm.showing(before)
    if "id" in form.errors:
        return render(request, "400.html", status=400)
    if not form.is_valid():
        return _asked(request, form, before, status=422 if form.is_bound else 200)
    records.keep(request.user, form.entry(request.user, before))
    return redirect(_home(request.user, before))


def _as_last_told(walks: Sequence[Walk], of: str) -> Walk | None:
    """Return the walk of this id as it stands after all that put it right; of no minutes: it was taken back."""
    found = next((walk for walk in walks if walk.id == of), None)
    for walk in walks:
        found = walk if found and walk.revises == found.id else found
    return found


def _is_settled(request: SignedIn, walks: Sequence[Walk], of: str, before: Walk | None) -> bool:
    """True of the same tap once more, of what is taken back already, and of a walk that is not this person's."""
    if any(walk.id == request.POST.get("id") for walk in walks):
        return True
    if before is None:
        return bool(of) or "back" in request.POST
    return not before.minutes and (request.method != "POST" or "back" in request.POST)


def _asked(request: SignedIn, form: WalkForm, before: Walk | None, status: int) -> HttpResponse:
    standing = before if before and before.minutes else None
    home = _home(request.user, before)
    context = {
        "form": form,
        "before": standing,
        "late": (PUT_RIGHT if standing else TAKEN_BACK) if status == 409 else "",
        "home": home,
        "home_words": "Today" if home.endswith(CARD) else "That day",
        "new_id": records.new_id,
        "paused": is_paused(request.user),
    }
    return render(request, "practice/walk.html", context, status=status)


def _home(user: User, before: Walk | None) -> str:
    """Return where a walk stands: on Today, or on the journal's page of an earlier day."""
    if before is None or before.day == records.moment_for(user).practice_day:
        return reverse("practice:today") + CARD
    return reverse("diary:day", args=[before.day])
