"""What may come next: said once a week when a programme has settled. A gentle start should lead somewhere.

Source: clinical ground 2.8, to build once mornings were calm for two to three weeks.
"""

from datetime import timedelta

from loosen.core.conditions import in_part
from loosen.core.practice import Programme
from loosen.core.progress import CALM_DAYS_TO_BUILD
from loosen.core.reasons import Reason
from loosen.core.staying import is_growing, usual_sessions
from loosen.core.today import Today
from loosen.core.walking import WALKING

FIRST_WEEKS = timedelta(days=28)
"""From the first practice until something else is suggested. Reasoned: the shortest that a programme asks for."""

SAID_EVERY_DAYS = 7
"""Days from one time that it is said to the next, so that it stays an offer. Reasoned."""

LEAST_SUITING = 0.5
"""Share of a programme's movements that limits must allow as they are, before it is named. Reasoned."""


def onward(today: Today) -> Reason | None:
    """Return which programme may come next, on a day of its week, once all of this one is there and mornings are calm.

    Never while somebody should look first, on a lighter day, or where a clinician wants no steps.
    """
    now, programme = today.course.now, today.ground.programme
    if now.began is None or now.calm_since is None:
        return None
    practised = today.day - now.began
    calm = (today.day - now.calm_since).days >= CALM_DAYS_TO_BUILD
    if practised < FIRST_WEEKS or practised.days % SAID_EVERY_DAYS or not calm:
        return None
    if today.held or today.share < 1.0 or today.ground.limits.steps:
        return None
    if any(map(is_growing, usual_sessions(now.doses, today.ground))):
        return None
    onto = next((slug for slug in programme.after if _suits(today.ground.practice.programmes[slug], today)), None)
    return Reason("onward", {"programme": programme.slug, "next": onto}) if onto else None


def _suits(programme: Programme, today: Today) -> bool:
    """True when most of a programme is allowed as it is, and its walk where it has one; never for a few movements."""
    scores, limits = today.ground.practice.scores, today.ground.limits
    if limits.only or (programme.walks and not limits.allows(scores[WALKING])):
        return False
    outlines = [programme.outline(part) for part in programme.begins]
    each = [
        in_part(limits, outline.part).allows(scores[slot.movement])
        for outline in outlines
        for slot in outline.slots[1:]
    ]
    return sum(each) >= LEAST_SUITING * len(each)
