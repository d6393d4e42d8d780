"""The page of one's own times and place: suggested, remembered, and never owed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from loosen.content import loading
from loosen.core.journal import DayPart, Event, PlayerEvent
from loosen.core.moment import Moment
from loosen.core.score import Position
from loosen.insights.usual_time import Usual, usual_time
from loosen.web import records
from loosen.web.abilities import FLOOR
from loosen.web.chosen import PART_WORDS, parts_of, programme_of
from loosen.web.people.models import User
from loosen.web.people.signed_in import SignedIn
from loosen.web.practised import day_and_part

LOOKED_BACK = timedelta(days=28)
"""How far back it is looked when somebody usually begins."""

SOURCES = ("gardner-2012", "article")

BEFORE_ANY = {
    DayPart.MORNING: (time(7, 0), "After you get up, before breakfast."),
    DayPart.NOON: (time(12, 30), "When the morning’s work ends, or after the midday meal."),
    DayPart.AFTERNOON: (time(17, 30), "When work ends, or before supper."),
    DayPart.BEDTIME: (time(21, 30), "After brushing your teeth."),
}
"""A time to begin with and what it may follow, for somebody who has not practised at that part of the day yet."""

PLACES = (
    ("Beside the bed, mat ready", True),
    ("By a firm chair and a free wall", False),
    ("In the kitchen, while the kettle boils", False),
    ("At the desk, door closed", False),
)
"""Places to begin with, and whether one has to get down to the floor there."""

MEND = "Please write a time such as 7:15, or leave it empty."


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to take with one tap: what it fills in, its words, and why just that."""

    value: str
    words: str
    why: str


class OwnTimesForm(forms.Form):
    """A time for each session, and a place; every one may stay empty."""

    place = forms.CharField(label="Your place", max_length=80, required=False)

    def __init__(self, user: User, told: Mapping[str, Any] | None = None) -> None:
        """Show what was kept."""
        self.user = user
        super().__init__(told, initial={"place": user.place, **user.times})
        self.fields = {part.value: _field(part) for part in _sessions(user)} | self.fields

    def keep(self) -> None:
        """Write the times and the place; times of sessions that were not on the page stay as they are."""
        shown = {part.value for part in _sessions(self.user) if part.value in self.data}
        others = {part: at for part, at in self.user.times.items() if part not in shown}
        told = {part: f"{at:%H:%M}" for part in shown if (at := self.cleaned_data[part])}
        self.user.times, self.user.place = others | told, self.cleaned_data["place"]
        self.user.save(update_fields=["times", "place"])


def _field(part: DayPart) -> forms.TimeField:
    clock = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    return forms.TimeField(
        label=PART_WORDS[part], required=False, widget=clock, input_formats=["%H:%M"], error_messages={"invalid": MEND}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def own_times(request: SignedIn) -> HttpResponse:
    """Show when and where somebody practises, with suggestions, or keep it."""
    suggested = {**dict(_times(request.user)), "place": _places(request.user)}
    told = _with_what_was_taken(request.POST, suggested) if request.method == "POST" else None
    form = OwnTimesForm(request.user, told)
    if form.is_valid():
        form.keep()
        return redirect(reverse("people:own-times") + "?kept")
    context = {
        "form": form,
        "times": [form[part.value] for part in _sessions(request.user)],
        "suggested": [(form[name], offers) for name, offers in suggested.items() if offers and not form[name].value()],
        "sources": [loading.sources()[source] for source in SOURCES],
        "kept": "kept" in request.GET,
    }
    return render(request, "people/own_times.html", context, status=422 if form.is_bound else 200)


def _sessions(user: User) -> tuple[DayPart, ...]:
    """Return the sessions that a day of this person has."""
    return tuple(DayPart(part) for part in parts_of(user, programme_of(user)))


def _with_what_was_taken(told: QueryDict, suggested: Mapping[str, tuple[Suggestion, ...]]) -> dict[str, str]:
    """Return what was sent, with the suggestion that was tapped: `take` names its field and its place there."""
    sent = {name: str(told[name]) for name in told}
    name, _, which = sent.get("take", "").partition("-at-")
    offers = {str(at): offer for at, offer in enumerate(suggested.get(name, ()))}
    return sent | {name: offers[which].value} if which in offers else sent


def _times(user: User) -> Iterator[tuple[str, tuple[Suggestion, ...]]]:
    """Yield a time to suggest by session: when it usually began, else what suits the part of the day."""
    begun = _begun(user)
    for part in _sessions(user):
        if usual := usual_time(begun.get(part, ())):
            yield part.value, (_as_lately(usual),)
        elif part in BEFORE_ANY:
            at, why = BEFORE_ANY[part]
            yield part.value, (Suggestion(f"{at:%H:%M}", f"about {clock(at)}", why),)


def _as_lately(usual: Usual) -> Suggestion:
    why = f"{usual.near} of the {usual.of} in the last four weeks began around then."
    return Suggestion(f"{usual.at:%H:%M}", f"about {clock(usual.at)}", why)


def _begun(user: User) -> Mapping[DayPart, list[time]]:
    """Return when each session of the last weeks was begun, on the clock that held there, by part of the day."""
    since = records.moment_for(user).practice_day - LOOKED_BACK
    begun: dict[DayPart, list[time]] = {}
    seen = set()
    for event in records.entries(user, PlayerEvent, since=since):
        known = day_and_part(event.session)
        if event.event is Event.BEGAN and known and event.session not in seen:
            seen.add(event.session)
            begun.setdefault(known[1], []).append(Moment(event.at, event.zone).local.time())
    return begun


def _places(user: User) -> tuple[Suggestion, ...]:
    cannot_get_down = {Position(position) for position in user.positions_off} >= FLOOR
    return tuple(Suggestion(words, words, "") for words, floor in PLACES if not (floor and cannot_get_down))


def clock(at: time) -> str:
    """Say a time as people write it: 7:15."""
    return f"{at.hour}:{at:%M}"


def in_words(user: User) -> str:
    """Say what somebody keeps in one line: "Morning about 7:15. By the window"; empty where there is nothing."""
    kept = ((part, user.times.get(part.value)) for part in _sessions(user))
    times = ", ".join(f"{PART_WORDS[part]} about {clock(time.fromisoformat(at))}" for part, at in kept if at)
    return ". ".join(filter(None, (times, user.place)))
