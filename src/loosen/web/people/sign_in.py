"""Signing in by a link that works once; the link is printed by `loosen` and opened in a browser."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.http import HttpRequest

from loosen.web.people.models import SignInLink, User

LASTS = timedelta(minutes=15)
"""How long a link may wait to be opened."""

TOKEN_BYTES = 32


def new_token(person: User, now: datetime) -> str:
    """Return the secret of a new link for the person; links that ran out are thrown away."""
    SignInLink.objects.filter(expires__lte=now).delete()
    token = secrets.token_urlsafe(TOKEN_BYTES)
    SignInLink.objects.create(person=person, digest=_digest(token), expires=now + LASTS)
    return token


class ByLink:
    """Whoever holds the secret of a link is its person, once."""

    def authenticate(self, request: HttpRequest | None, *, token: str, now: datetime) -> User | None:  # noqa: ARG002
        """Return the person of the link and use it up; None when it was used, ran out or never was."""
        link = SignInLink.objects.filter(digest=_digest(token), expires__gt=now).select_related("person").first()
        if link is None:
            return None
        used_up, _rows = SignInLink.objects.filter(pk=link.pk).delete()
        return link.person if used_up else None

    def get_user(self, user_id: int) -> User | None:
        """Return the person of a session."""
        return User.objects.filter(pk=user_id).first()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
