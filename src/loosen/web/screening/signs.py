"""Two pages for everybody, signed in or not: the urgent signs, and how to get up from the floor."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loosen.content import emergency, loading
from loosen.content.urgent import cards, rising
from loosen.core.screening import Question, Tier
from loosen.web import records, stills
from loosen.web.people import down
from loosen.web.stills import Still


@login_not_required
@require_safe
def signs(request: HttpRequest) -> HttpResponse:
    """Show the signs that need somebody now or today, with the numbers."""
    chosen = request.GET.get("country", getattr(request.user, "country", ""))
    context = {
        "now": _signs(Tier.T0),
        "today": _signs(Tier.T1),
        "numbers": emergency.numbers(chosen),
        "chosen": chosen,
        "countries": emergency.countries(),
        "told": cards()["dizzy"] if request.GET.get("for") == "dizzy" else None,
    }
    return render(request, "screening/signs.html", context)


@login_not_required
@require_safe
def cannot_get_up(request: HttpRequest) -> HttpResponse:
    """Show how to rest, roll and rise, and whom to call."""
    if request.user.is_authenticated and "session" in request.GET:
        down.remember(request, records.moment_for(request.user).practice_day)
    chosen = getattr(request.user, "country", "")
    steps = [(step, Still(step.drawing, step.posture)) for step in rising()]
    sheet = stills.address(still for _, still in steps)
    context = {"numbers": emergency.numbers(chosen), "steps": steps, "sheet": sheet}
    return render(request, "screening/cannot_get_up.html", context)


def _signs(tier: Tier) -> list[Question]:
    """Return the questions that lead to this tier by themselves, in the order they are asked."""
    screening = loading.practice().screening
    alone = {
        question
        for rule in screening.rules
        for case in rule.cases
        if case.tier is tier
        for question in (case.all if len(case.all) == 1 and not case.any else case.any if not case.all else ())
    }
    return [
        screening.questions[question] for step in screening.steps for question in step.questions if question in alone
    ]
