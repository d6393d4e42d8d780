"""Why today is less than the usual, or whole again: one reason for the day. Source: sources.toml#pace."""

from loosen.core.course import LEAST
from loosen.core.morning import Colour, days_since_practice
from loosen.core.reasons import Reason
from loosen.core.today import Today


def why_this_share(today: Today) -> Reason | None:
    """Return why today is less than the usual, or that the usual is back; None when nothing changed."""
    began, now = today.course.began, today.course.now
    if today.share > now.share:
        return None
    if today.course.morning.rose and now.cause != "flare":
        return _why_it_fell(today)
    if now.share > began.share:
        return Reason("back-to-usual" if now.share == 1.0 else "coming-back", {"share": now.share})
    if now.share == 1.0:
        return None
    return _why_it_stays(today)


def _why_it_fell(today: Today) -> Reason:
    now, morning = today.course.now, today.course.morning
    points = int(morning.points)
    if morning.colour is Colour.RED:
        settled = days_since_practice(now, today.day) == 1
        return Reason("large-increase" if settled else "not-settled", {"points": points})
    if now.ambers > 1:
        days = (now.steady_until or today.day) - today.day
        return Reason("second-small-increase", {"points": points, "share": now.share, "days": days.days})
    return Reason("small-increase", {"points": points, "share": now.share})


def _why_it_stays(today: Today) -> Reason:
    """Say what the lower share still answers to."""
    now = today.course.now
    if now.share == LEAST:
        left = ((now.least_until or today.day) - today.day).days + 1
        if left < 1:
            return Reason("least-until-calm")
        return Reason("flare" if now.cause == "flare" else "least-day", {"days": left})
    if now.cause in ("days-away", "sessions-away"):
        return Reason(now.cause, {"share": now.share})
    if now.steady_until and today.day < now.steady_until:
        return Reason("kept-steady", {"share": now.share, "days": (now.steady_until - today.day).days})
    first = now.since == today.day
    return Reason(now.cause if first else "still-a-little-less", {"share": now.share})
