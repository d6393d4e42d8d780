"""The front door: the one-time link in, the page of a session that ran out, and where `/` leads."""

from django.contrib.auth import authenticate, login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_safe

from loosen.web import records
from loosen.web.people.referred import is_newcomer
from loosen.web.people.signed_in import SignedIn
from loosen.web.stills import Still

WELCOME = Still("pelvic-tilt", "tilted")
"""A body at rest on a mat."""


@require_safe
def welcome(request: SignedIn) -> HttpResponse:
    """Show what this is and is not to a newcomer; lead everybody else to today."""
    if not is_newcomer(request.user, records.today(request.user).outcome):
        return redirect("practice:today")
    return render(request, "screening/welcome.html", {"welcome_still": WELCOME})


@login_not_required
@require_GET
def sign_in(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in whoever holds an unused link; somebody already signed in keeps their session. A HEAD uses no link up."""
    person = authenticate(request, token=token, now=records.now())
    if person is not None:
        login(request, person)
    return redirect("people:welcome")


@login_not_required
@require_safe
def signed_out(request: HttpRequest) -> HttpResponse:
    """Say how to get a new link."""
    return render(request, "people/signed_out.html", status=401)
