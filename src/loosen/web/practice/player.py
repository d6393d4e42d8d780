"""The player's page, and what it tells the journal."""

import hashlib
from datetime import date

import msgspec
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_POST, require_safe

from loosen.content import loading
from loosen.content.player_words import player_words
from loosen.content.words import sentence
from loosen.core.day import Day, Session
from loosen.core.journal import CheckIn, Choice, DayPart
from loosen.core.screening import Screening
from loosen.render.bundle import Addresses, Wording, bundle
from loosen.web import records
from loosen.web.people import down
from loosen.web.people.expecting import is_pregnant
from loosen.web.people.models import User
from loosen.web.people.referred import no_session_while_referred
from loosen.web.people.signed_in import SignedIn
from loosen.web.practice.cue_list import cue_list, sheet_of
from loosen.web.practice.told import UnreadableError, told_events

IN_A_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
"""What must not stand as it is inside a script element; JSON reads the escapes as the same letters."""

IN_PREGNANCY = "-pregnant"
"""How the names of words end that are said to somebody who is pregnant."""


@require_safe
@no_session_while_referred
def session(request: SignedIn, session_id: str) -> HttpResponse:
    """Lead through one session of today; without script the page is its list of cues."""
    outcome = records.today(request.user).outcome
    found = next((one for one in outcome.every if one.id == session_id), None) if isinstance(outcome, Day) else None
    if not isinstance(outcome, Day) or found is None:
        return render(request, "practice/no_session.html", status=404)
    return render(request, "practice/session.html", _shown(request, found, outcome.day))


@require_POST
def events(request: SignedIn, session_id: str) -> JsonResponse:
    """Keep what the player tells; sent twice it is kept once."""
    try:
        told = told_events(request.body, _known(session_id))
    except UnreadableError as fault:
        return JsonResponse({"place": fault.place, "fault": str(fault), "remedy": fault.remedy}, status=422)
    records.keep_all(request.user, told)
    return JsonResponse({"kept": [event.id for event in told]})


def _known(session_id: str) -> str:
    """Return the id when it is shaped as a session's: a day and a part of it."""
    day, part = session_id[:10], session_id[11:]
    try:
        shaped = f"{date.fromisoformat(day)}-{DayPart(part).value}"
    except ValueError:
        raise Http404 from None
    return shaped


def _shown(request: SignedIn, found: Session, day: date) -> dict[str, object]:
    """Return what the page shows: the list, and the bundle the player makes of it."""
    user = request.user
    lines = cue_list(found, loading.scores(), user.count_s)
    played = bundle(found, loading.practice(), user.count_s, _wording(user), _addresses(found.id))
    return {
        "session": found,
        "title": player_words()[found.part.value],
        "minutes": played["minutes"],
        "lines": lines,
        "sheet": sheet_of(lines),
        "pregnant": is_pregnant(user),
        "bundle": _as_script(played | {"basis": _basis(user, day, down.afresh(request))}),
    }


def _wording(user: User) -> Wording:
    return Wording(_words(pregnant=is_pregnant(user)), lambda reason: sentence(reason, user.language))


def _words(*, pregnant: bool) -> dict[str, str]:
    """Return the player's words; those for somebody who is pregnant stand in the place of the usual ones."""
    usual = {name: said for name, said in player_words().items() if not name.endswith(IN_PREGNANCY)}
    own = {name.removesuffix(IN_PREGNANCY): said for name, said in player_words().items() if name not in usual}
    return usual | own if pregnant else usual


def _addresses(session_id: str) -> Addresses:
    return Addresses(
        note=reverse("diary:note", args=[session_id]),
        cards={
            "urgent-signs": reverse("screening:signs") + "?for=dizzy",
            "questions": reverse("screening:questions"),
            "cannot-get-up": reverse("screening:cannot-get-up") + f"?session={session_id}",
        },
    )


def _basis(user: User, day: date, fell: str) -> str:
    """Return a token of what the person said of today; a session begun before it changed is not gone on with.

    `fell` is set anew when somebody who could not get up is back: that session is over, and another one may begin.
    """
    said = [entry.id for kind in (CheckIn, Choice, Screening) for entry in records.entries(user, kind, since=day)]
    return hashlib.sha256(repr((said, fell, user.positions_off, loading.version())).encode()).hexdigest()[:16]


def _as_script(value: object) -> SafeString:
    """Return JSON that may stand inside a script element."""
    return mark_safe(msgspec.json.encode(value).decode().translate(IN_A_SCRIPT))
