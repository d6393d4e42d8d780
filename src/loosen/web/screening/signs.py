"""Pages for everybody, signed in or not: the urgent signs, the card to keep, and how to get up from the floor."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loosen.content import emergency, loading
from loosen.content.sources import Source
from loosen.content.urgent import Card, cards, rising
from loosen.core.screening import Question, Tier
from loosen.web import records, stills
from loosen.web.people import down
from loosen.web.people.expecting import is_pregnant
from loosen.web.people.models import User
from loosen.web.stills import Still

CARD = "ces"
"""The words that the signs on the card share: those of the nerves at the base of the spine."""


@login_not_required
@require_safe
def signs(request: HttpRequest) -> HttpResponse:
    """Show the signs that need somebody now or today, with the numbers."""
    chosen = _country(request)
    now = _signs(Tier.T0)
    context = {
        "now": now,
        "today": [question for question in _signs(Tier.T1) if question not in now],
        "numbers": emergency.numbers(chosen),
        "chosen": chosen,
        "countries": emergency.countries(),
        "told": _told(request) if request.GET.get("for") == "dizzy" else [],
    }
    return render(request, "screening/signs.html", context)


@login_not_required
@require_safe
def card(request: HttpRequest) -> HttpResponse:
    """Show the signs that cannot wait as one card: to read at once, to print, to share, to show to somebody."""
    chosen = _country(request)
    context = {
        "signs": _on_the_card(),
        "card": cards()[CARD],
        "numbers": emergency.numbers(chosen),
        "chosen": chosen,
        "sources": _behind_the_card(),
    }
    return render(request, "screening/card.html", context)


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


def _told(request: HttpRequest) -> list[Card]:
    """Return what to do about an answer in the session: in a pregnancy its own signs come first."""
    expecting = isinstance(request.user, User) and is_pregnant(request.user)
    return [cards()[name] for name in (*(["pregnant-in-session"] if expecting else []), "dizzy")]


def _country(request: HttpRequest) -> str:
    """Return the country that was asked for, else the person's own."""
    own: str = getattr(request.user, "country", "")
    return request.GET.get("country", own)


def _on_the_card() -> list[Question]:
    """Return the questions of the rules that lead to the card's words, in the order they are asked."""
    screening = loading.practice().screening
    cases = (case for rule in screening.rules for case in rule.cases if case.words == CARD)
    shown = {question for case in cases for question in (*case.all, *case.any)}
    return [
        screening.questions[question] for step in screening.steps for question in step.questions if question in shown
    ]


def _behind_the_card() -> list[Source]:
    """Return where the signs on the card come from."""
    rules = loading.practice().screening.rules
    named = {source: None for rule in rules for source in rule.sources if any(c.words == CARD for c in rule.cases)}
    return [loading.sources()[source] for source in named]


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
