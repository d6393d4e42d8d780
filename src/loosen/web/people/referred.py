"""While a referral stands there is no session anywhere: a precondition of every view that leads to one."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import redirect

from loosen.core.day import Day, Referral
from loosen.core.rescreening import DueKind
from loosen.core.screening import Tier, stops
from loosen.web import records
from loosen.web.health import waits
from loosen.web.people.models import User
from loosen.web.people.signed_in import SignedIn

QUICK = frozenset({DueKind.SHORT.value, DueKind.DATE.value})
"""Forms that take less than half a minute: on the way to a session, and no news for other pages."""

P = ParamSpec("P")
View = Callable[Concatenate[SignedIn, P], HttpResponse]


def no_session_while_referred(view: View[P]) -> Callable[..., HttpResponse]:
    """Lead to the referral instead of to the view for as long as one stands."""

    @wraps(view)
    def guarded(request: SignedIn, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if isinstance(records.today(request.user).outcome, Referral):
            return redirect("screening:referral")
        return view(request, *args, **kwargs)

    return guarded


def is_paused(user: User) -> bool:
    """A referral stands, and movement waits for more than a few quick lines.

    A newcomer has nothing yet that could be paused.
    """
    outcome = records.today(user).outcome
    if not isinstance(outcome, Referral) or is_newcomer(user, outcome):
        return False
    return any(stops(finding) and finding.rule not in QUICK for finding in outcome.findings)


def is_newcomer(user: User, outcome: Day | Referral) -> bool:
    """Nothing stands but the questions, which were not all answered yet; no answer waits to be read back."""
    if not isinstance(outcome, Referral):
        return False
    stands = {finding.rule for finding in outcome.findings if finding.tier is not Tier.T4}
    return stands == {DueKind.FULL.value} and not waits(user)
