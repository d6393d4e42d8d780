"""A page for a very dark day. It asks, shows whom to call, and keeps nothing: an answer is not even sent."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loosen.content import emergency


@login_not_required
@require_safe
def dark(request: HttpRequest) -> HttpResponse:
    """Ask, and show the country's lines under each answer; `kept` says that a note was just kept."""
    numbers = emergency.numbers(getattr(request.user, "country", ""))
    return render(request, "diary/dark.html", {"numbers": numbers, "kept": "kept" in request.GET})
