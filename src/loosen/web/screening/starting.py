"""From the opened page to the first breath: a little about the person, the lists, the body, one time of day."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from loosen.content.urgent import cards
from loosen.core.screening import is_urgent
from loosen.web import records
from loosen.web.health import waits
from loosen.web.people.signed_in import SignedIn
from loosen.web.screening import rounds
from loosen.web.screening.adults import for_adults
from loosen.web.screening.asking import PAGE, onwards, to_the_answer
from loosen.web.screening.forms import PACES, PARTS, USUAL_PAIN, AboutForm, BodyForm, TimeForm
from loosen.web.screening.rounds import Form, round_of
from loosen.web.screening.standing import stands


@require_safe
@for_adults
def start(request: SignedIn) -> HttpResponse:
    """Go on where the questions were left; while somebody must be seen today, they wait."""
    if request.user.birth_year is None:
        return redirect("screening:about")
    if any(map(is_urgent, stands(request.user))):
        return to_the_answer(request)
    if waits(request.user):
        return redirect("screening:read-back")
    under_way = round_of(request)
    goes_on = under_way is not None and (under_way.form == Form.START or records.has_answered(request.user))
    return onwards(request, under_way if under_way and goes_on else rounds.begin(request, Form.START))


@require_http_methods(PAGE)
def about(request: SignedIn) -> HttpResponse:
    """Ask where the person is, how old, and how the back usually feels."""
    moment = records.moment_for(request.user)
    kept = {
        "country": request.user.country,
        "birth_year": request.user.birth_year,
        "usual_pain": request.user.usual_pain,
    }
    form = AboutForm(request.POST or None, moment=moment, initial=kept)
    if not form.is_valid():
        context = {"form": form, "scale": USUAL_PAIN}
        return render(request, "screening/about.html", context, status=422 if form.is_bound else 200)
    if form.is_under_age:
        rounds.end(request)
        form.forget_the_year_of(request.user)
        return redirect("screening:under-age")
    form.keep_for(request.user)
    return redirect("screening:start")


@require_safe
def under_age(request: SignedIn) -> HttpResponse:
    """Say kindly that Loosen is for grown backs; nothing was kept."""
    return render(request, "screening/under_age.html", {"card": cards()["under-age"]})


@require_safe
@for_adults
def last_list(request: SignedIn) -> HttpResponse:
    """Go back from the page of the body to the last list."""
    if any(map(is_urgent, stands(request.user))):
        return to_the_answer(request)
    return onwards(request, rounds.reopen(request))


@require_http_methods(PAGE)
@for_adults
def able(request: SignedIn) -> HttpResponse:
    """Ask what the body cannot do these days."""
    form = BodyForm(request.POST) if request.method == "POST" else BodyForm.showing(request.user)
    if not form.is_valid():
        return render(request, "screening/able.html", {"form": form}, status=422 if form.is_bound else 200)
    form.keep_for(request.user)
    return redirect("screening:time")


@require_http_methods(PAGE)
@for_adults
def time(request: SignedIn) -> HttpResponse:
    """Ask for one time of day, and perhaps the pace of the breath; then the first session is ready."""
    kept = {"part": request.user.parts[0], "pace": str(request.user.count_s)}
    form = TimeForm(request.POST) if request.method == "POST" else TimeForm(initial=kept)
    if not form.is_valid():
        context = {"form": form, "parts": PARTS, "paces": PACES}
        return render(request, "screening/time.html", context, status=422 if form.is_bound else 200)
    form.keep_for(request.user)
    return redirect("practice:today")
