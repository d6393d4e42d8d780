"""The referral: what to do and how soon, until a clinician has looked or a slip is put right."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from loosen.core.rescreening import DueKind
from loosen.core.screening import UNDER_AGE, is_urgent
from loosen.web import records
from loosen.web.health import waits
from loosen.web.people.signed_in import SignedIn
from loosen.web.screening import rounds, waiting
from loosen.web.screening.answers import CLEARED, ClearingForm, MistakeForm, without_limits
from loosen.web.screening.asking import goes_on, onwards
from loosen.web.screening.rounds import Form
from loosen.web.screening.standing import STRAIGHT, also_to_tell, notices, stands, tapped, to_clear, told_behind, undo

PAGE = ["GET", "HEAD", "POST"]
"""A form that is shown, and sent."""


@require_safe
def referral(request: SignedIn) -> HttpResponse:
    """Show the most urgent card in full, and after it the others that ask for a visit."""
    found = notices(request.user)
    if not found:
        return redirect("practice:today")
    first, *others = found
    if not first.is_now and waits(request.user):
        return redirect(f"{reverse('screening:read-back')}?waiting")
    if first.first.rule == UNDER_AGE:
        return redirect("screening:under-age")
    taps = tapped(request.user)
    if first.first.rule in STRAIGHT and not taps:
        return redirect("screening:questions")
    stopped = any(notice.stops for notice in found)
    others = [notice for notice in others if not (notice.asks_questions or (stopped and notice.is_a_note))]
    context = {"notice": first, "others": others, "stopped": stopped, "tapped": taps}
    context["lasting"] = also_to_tell(request.user, first)
    context["goes_on"] = "" if first.is_now else goes_on(request)
    return render(request, "screening/referral.html", context)


@require_POST
def slip_in_the_player(request: SignedIn) -> HttpResponse:
    """Take back the answer in the player that asks for the questions, with the stop before it."""
    taps = tapped(request.user)
    records.keep_all(request.user, [undo(request.user, tap) for tap in taps])
    return redirect("screening:referral")


@require_http_methods(PAGE)
def cleared(request: SignedIn) -> HttpResponse:
    """Ask who looked, when, and what they said; an emergency of the same day is asked about once more."""
    moment, standing = records.moment_for(request.user), to_clear(request.user)
    if not standing:
        return redirect("practice:today")
    first = {"id": records.new_id(), "looked_on": moment.practice_day, "findings": [f.rule for f in standing[:1]]}
    form = ClearingForm(request.POST or None, standing=standing, moment=moment, initial=first)
    context = {"form": form, "said": CLEARED}
    if not form.is_valid():
        return render(request, "screening/cleared.html", context, status=422 if form.is_bound else 200)
    if form.must_ask_again:
        return render(request, "screening/asked_again.html", context)
    records.keep_all(request.user, form.entries(request.user))
    if form.names_limits:
        return redirect(f"{reverse('clinic:new')}?{urlencode({'who': form.cleaned_data['who']})}")
    return redirect("screening:referral")


@require_POST
def no_limits(request: SignedIn) -> HttpResponse:
    """Hear that a look which was noted with limits named none; both notes are kept."""
    records.keep_all(request.user, without_limits(request.user))
    return redirect("screening:referral")


@require_http_methods(PAGE)
def mistake(request: SignedIn) -> HttpResponse:
    """Read the questions of what stands again; both answers are kept, each with its date."""
    told = told_behind(request.user, to_clear(request.user))
    if not told:
        return redirect("practice:today")
    form = MistakeForm(told, request.POST or None, initial={"id": records.new_id()})
    if not form.is_valid():
        return render(request, "screening/mistake.html", {"form": form}, status=422 if form.is_bound else 200)
    entry = form.entry(request.user)
    if entry is not None:
        records.keep(request.user, entry)
    waiting.ask_again(request.user, form.asks_again)
    if form.asks_again:
        return redirect("screening:since")
    return _after_the_slip(request, form)


def _after_the_slip(request: SignedIn, form: MistakeForm) -> HttpResponse:
    """Ask the short form after the questions of a bad day were put right: it belongs to them, and was left out."""
    if form.is_of_a_bad_day and not any(map(is_urgent, stands(request.user))):
        return onwards(request, rounds.begin(request, Form.SHORT, why=DueKind.SEVERE.value))
    return redirect("screening:referral")
