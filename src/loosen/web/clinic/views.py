"""What your clinician said: the plans in force, a new one, one corrected, one ended."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from loosen.content import plan_file
from loosen.core.plan import Plan
from loosen.web import records
from loosen.web.clinic import keeping, shown
from loosen.web.clinic.drafts import Draft, draft_of, new_draft
from loosen.web.people import dark
from loosen.web.people.referred import is_paused
from loosen.web.people.signed_in import SignedIn

PAGE = ["GET", "HEAD", "POST"]
"""A form that is shown, and sent."""


@require_safe
def plans(request: SignedIn) -> HttpResponse:
    """Show what clinicians said, in plain sentences."""
    moment = records.moment_for(request.user)
    record = records.window(request.user, moment)
    context = {
        "in_force": shown.in_force(record, moment),
        "to_come": shown.to_come(record, moment),
        "looks": shown.looks(record, moment.practice_day),
        "earlier": shown.earlier(record, moment),
        "kept": request.GET.get("kept", ""),
        "paused": is_paused(request.user),
    }
    return render(request, "clinic/plans.html", context)


@require_http_methods(PAGE)
def new(request: SignedIn) -> HttpResponse:
    """Ask what a clinician said, sentence by sentence."""
    return _asked(request, None)


@require_http_methods(PAGE)
def correct(request: SignedIn, plan: UUID) -> HttpResponse:
    """Ask again what a plan says; the corrected one stands in its place, and both are kept."""
    stands = _standing(request, plan)
    if request.method != "POST" and stands.id != str(plan):
        return redirect("clinic:plans")
    return _asked(request, stands)


@require_http_methods(PAGE)
def end(request: SignedIn, plan: UUID) -> HttpResponse:
    """Ask once whether a plan holds no more, and end it; one that was corrected or ended since is shown as it is."""
    found = _standing(request, plan)
    if found.withdrawn or found.id != str(plan):
        return redirect("clinic:plans")
    moment = records.moment_for(request.user)
    if request.method != "POST":
        context = {"shown": shown.shown_back(found, records.window(request.user, moment), moment)}
        return render(request, "clinic/end.html", context)
    head = records.head_for(request.user, revises=found.id)
    records.keep(request.user, replace(found, **head, withdrawn=True))
    return redirect(reverse("clinic:plans") + "?kept=ended")


def _asked(request: SignedIn, before: Plan | None) -> HttpResponse:
    """Show the form as it was left, or read it back, or keep it."""
    if request.method != "POST":
        return _form(request, new_draft(request, before), before)
    draft = draft_of(request, before)
    if not draft.is_whole:
        return _form(request, draft, before, status=422 if draft.was_judged else 200)
    if draft.asks_to_be_kept:
        keeping.keep(request.user, draft.plan)
        opens = dark.noticed(request.user, draft.plan.words, {before.words} if before else ())
        return redirect(
            reverse("diary:dark") + "?kept" if opens else reverse("clinic:plans") + f"?kept={_from_when(draft)}"
        )
    context = {"draft": draft, "shown": shown.shown_back(draft.plan, draft.record, draft.moment)}
    return render(request, "clinic/read_back.html", context)


def _form(request: SignedIn, draft: Draft, before: Plan | None, status: int = 200) -> HttpResponse:
    context = {"draft": draft, "before": before, "groups": plan_file.grouped()}
    return render(request, "clinic/plan.html", context, status=status)


def _from_when(draft: Draft) -> str:
    """Tell whether what was kept holds now, or later."""
    first = draft.plan.valid_from
    return "later" if first and first > draft.moment.practice_day else "now"


def _standing(request: SignedIn, plan: UUID) -> Plan:
    """Return a plan of the person's own as it was last corrected."""
    own = records.entries(request.user, Plan)
    found = next((each for each in own if each.id == str(plan)), None)
    if found is None:
        raise Http404
    return keeping.standing(found, own)
