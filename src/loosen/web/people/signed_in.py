"""The request of somebody who is signed in, for the types of the views."""

from django.http import HttpRequest

from loosen.web.people.models import User


class SignedIn(HttpRequest):
    """Every view that is not marked `@login_not_required` has one of these."""

    user: User
