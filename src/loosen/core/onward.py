"""What may come next: said once a week when a programme has settled. A gentle start should lead somewhere.

Source: clinical ground 2.8, to build once mornings were calm for two to three weeks.
"""

from datetime import timedelta

from loosen.core.progress import CALM_DAYS_TO_BUILD
from loosen.core.reasons import Reason
from loosen.core.staying import is_growing, usual_sessions
from loosen.core.today import Today

FIRST_WEEKS = timedelta(days=28)
"""From the first practice until something else is suggested. Reasoned: the shortest that a programme asks for."""

SAID_EVERY_DAYS = 7
"""Days from one time that it is said to the next, so that it stays an offer. Reasoned."""


def onward(today: Today) -> Reason | None:
    """Return which programme may come next, on a day of its week, once all of this one is there and mornings are calm.

    Never while somebody should look first, on a lighter day, or where a clinician wants no steps.
    """
    now, programme = today.course.now, today.ground.programme
    if now.began is None or now.calm_since is None or not programme.after:
        return None
    practised = today.day - now.began
    calm = (today.day - now.calm_since).days >= CALM_DAYS_TO_BUILD
    if practised < FIRST_WEEKS or practised.days % SAID_EVERY_DAYS or not calm:
        return None
    if today.held or today.share < 1.0 or today.ground.limits.steps:
        return None
    if any(map(is_growing, usual_sessions(now.doses, today.ground))):
        return None
    return Reason("onward", {"programme": programme.slug, "next": programme.after[0]})
