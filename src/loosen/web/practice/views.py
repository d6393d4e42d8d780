"""Today, the choices made there, the library and its movements."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from loosen.content import loading
from loosen.core.day import Day
from loosen.core.journal import Choice
from loosen.core.walking import WALKING
from loosen.web import records, stills
from loosen.web.chosen import programme_of
from loosen.web.people import dark, down
from loosen.web.people.models import User
from loosen.web.people.referred import is_newcomer, is_paused
from loosen.web.people.signed_in import SignedIn
from loosen.web.practice import easing
from loosen.web.practice.exchanges import Exchange, exchanges_of, swapped_steps
from loosen.web.practice.forms import ChoiceForm
from loosen.web.practice.leaves import leaf_of, leaves
from loosen.web.practice.morning import morning_of

KEEP_FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def today(request: SignedIn) -> HttpResponse:
    """Show the day: one session with its reason, what comes later, and the ways to choose less."""
    found = records.today(request.user)
    if not isinstance(found.outcome, Day):
        return redirect("people:welcome" if is_newcomer(request.user, found.outcome) else "screening:referral")
    morning = morning_of(request.user, found, found.outcome)
    flare = easing.has_a_known_flare(found.outcome)
    eases = easing.positions_for(request.user) if flare else []
    context = {
        "morning": morning,
        "flare": flare,
        "eases": eases,
        "eases_sheet": easing.address(eases) if eases else "",
        "new_id": records.new_id,
        "down": down.is_back(request, found.outcome.day),
        "dark_line": dark.line_is_due(request.user, found.outcome.day),
    }
    return render(request, "practice/today.html", context)


@require_POST
def choices(request: SignedIn) -> HttpResponse:
    """Keep a choice about the day, as far as it may still be made, and make the day again."""
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        return render(request, "400.html", status=400)
    outcome = records.today(request.user).outcome
    if form.fits(outcome, records.entries(request.user, Choice, since=outcome.day, until=outcome.day)):
        records.keep(request.user, form.entry(request.user))
    return redirect("practice:today")


@require_safe
def library(request: SignedIn) -> HttpResponse:
    """Show every movement with its still."""
    own = programme_of(request.user)
    shown = leaves(loading.scores(), own) | {"paused": is_paused(request.user)}
    return render(request, "practice/library.html", shown)


@require_safe
def movement(request: SignedIn, slug: str) -> HttpResponse:
    """Show one movement, whole."""
    scores = loading.scores()
    if slug not in scores:
        raise Http404
    beside = {
        "paused": is_paused(request.user),
        "exchanges": _exchanges(request.user, slug),
        "new_id": records.new_id,
        "is_walk": slug == WALKING,
    }
    return render(request, "practice/movement.html", leaf_of(scores[slug], scores) | beside)


def _exchanges(user: User, slug: str) -> list[Exchange]:
    """Return that a movement came for a change, when it is in today and did."""
    outcome = records.today(user).outcome
    if not isinstance(outcome, Day) or slug not in swapped_steps(outcome):
        return []
    told = records.entries(user, Choice, since=outcome.day, until=outcome.day)
    return [each for each in exchanges_of(outcome, told, user.language) if each.movement == slug]


@login_not_required
@require_safe
def drawn(_request: HttpRequest, names: str) -> HttpResponse:
    """Give the stills of one page as one drawing; its address holds its hash, so that it may be kept for ever."""
    drawing = stills.joined(stills.read(names))
    if drawing is None:
        raise Http404
    return HttpResponse(drawing, content_type="image/svg+xml", headers={"Cache-Control": KEEP_FOR_EVER})
