"""The page You: how the practice, the player and the pages should be."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from loosen.core.screening import Screening
from loosen.web import health, records
from loosen.web.people import own_times
from loosen.web.people.forms import SessionForm, YouForm
from loosen.web.people.signed_in import SignedIn


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: SignedIn) -> HttpResponse:
    """Show the settings, or keep them: the whole page, or the part the player sends."""
    if request.POST.get("part") == "session":
        return _kept_from_the_player(request)
    form = YouForm(request.POST or None, instance=request.user)
    if not form.is_valid():
        context = {"form": form, "kept": "kept" in request.GET, **_answered(request)}
        return render(request, "people/you.html", context, status=422 if form.is_bound else 200)
    form.keep()
    return redirect(reverse("people:settings") + "?kept")


def _kept_from_the_player(request: SignedIn) -> HttpResponse:
    form = SessionForm(request.POST, instance=request.user)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    form.keep()
    return HttpResponse(status=204)


def _answered(request: SignedIn) -> dict[str, object]:
    """Return when the safety questions were last answered, what was told that lasts, and one's own times."""
    told = records.entries(request.user, Screening)
    return {
        "answered": told[-1].day if told else None,
        "health": health.lasting(told),
        "known": health.steady_signs(request.user),
        "lists": health.lists_of_what_lasts() if told else (),
        "times": own_times.in_words(request.user),
    }
