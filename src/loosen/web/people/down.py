"""Somebody could not get up in a session: the browser's session remembers it until they have said how they are."""

from datetime import date

from django.http import HttpRequest

from loosen.web import records

KEY = "could-not-get-up"
BACK = " back on today"


def remember(request: HttpRequest, day: date) -> None:
    """Put down the day, with a token of its own."""
    request.session[KEY] = f"{day} {records.new_id()}"


def is_back(request: HttpRequest, day: date) -> bool:
    """Tell on Today whether it happened on this day; from now on its session is begun afresh."""
    told: str = request.session.get(KEY, "")
    if not told.startswith(str(day)):
        return False
    request.session[KEY] = told.removesuffix(BACK) + BACK
    return True


def afresh(request: HttpRequest) -> str:
    """Return a token once they were back on Today: until then a slip of the finger can be taken back in the session."""
    told: str = request.session.get(KEY, "")
    return told if told.endswith(BACK) else ""


def forget(request: HttpRequest) -> None:
    """They have said how they are."""
    request.session.pop(KEY, None)
