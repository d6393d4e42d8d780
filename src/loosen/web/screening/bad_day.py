"""A day with much more pain than usual: the number that was given, and the way back from one tapped by mistake."""

from collections.abc import Mapping
from dataclasses import replace

from loosen.content import loading
from loosen.core.journal import CheckIn, check_in_that_counts, unrevised
from loosen.core.planning import today_of
from loosen.core.rescreening import from_the_check_in
from loosen.web import records
from loosen.web.people.models import User


def pain_today(user: User) -> int | None:
    """Return the pain of today's check-in."""
    told = check_in_that_counts(_of_today(user))
    return told.pain if told else None


def answered_by_the_check_in(user: User) -> Mapping[str, str]:
    """Return what the check-in has answered already: whether the pain is severe."""
    moment, practice = records.moment_for(user), loading.practice()
    return from_the_check_in(today_of(records.window(user, moment), moment, practice).course, practice.screening)


def without_the_number(user: User) -> tuple[CheckIn, ...]:
    """Return today's check-ins once more without their pain; what was tapped first stays in the journal."""
    day = records.moment_for(user).practice_day
    standing = unrevised(_of_today(user))
    return tuple(replace(told, **records.head_for(user, None, day, told.id), pain=None) for told in standing)


def _of_today(user: User) -> tuple[CheckIn, ...]:
    day = records.moment_for(user).practice_day
    return records.entries(user, CheckIn, since=day, until=day)
