"""Somebody could not get up in a session: the browser's session remembers it until they have said how they are."""

from datetime import date

from django.http import HttpRequest

from loosen.web import records

KEY = "could-not-get-up"


def remember(request: HttpRequest, day: date) -> None:
    """Put down the day, with a token: the session that ended on the floor is begun afresh and not gone on with."""
    request.session[KEY] = f"{day} {records.new_id()}"


def token(request: HttpRequest, day: date) -> str:
    """Return the token of that day; empty when nothing happened on it, or when they have said how they are."""
    told: str = request.session.get(KEY, "")
    return told if told.startswith(str(day)) else ""


def forget(request: HttpRequest) -> None:
    """They have said how they are."""
    request.session.pop(KEY, None)
