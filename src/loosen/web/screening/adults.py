"""Nobody under 18 is asked anything: a precondition of every page of the questions."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import redirect

from loosen.core.age import is_under_age
from loosen.web import records
from loosen.web.people.signed_in import SignedIn

P = ParamSpec("P")
View = Callable[Concatenate[SignedIn, P], HttpResponse]


def for_adults(view: View[P]) -> Callable[..., HttpResponse]:
    """Lead to the kind page instead of to the view; no tick opens it."""

    @wraps(view)
    def guarded(request: SignedIn, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        year = request.user.birth_year
        if year is not None and is_under_age(year, records.moment_for(request.user)):
            return redirect("screening:under-age")
        return view(request, *args, **kwargs)

    return guarded
