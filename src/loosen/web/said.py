"""Whether a check-in says "as usual" and no more, or takes back what was said: in the record both have no numbers."""

from collections.abc import Sequence

from loosen.core.journal import Body, CheckIn


def says_nothing_else(check_in: CheckIn) -> bool:
    """True when no number was given and the body is as usual."""
    numbers = (check_in.pain, check_in.stiffness, check_in.sleep, check_in.mood)
    return check_in.body is Body.USUAL and all(number is None for number in numbers)


def was_taken_back(check_in: CheckIn) -> bool:
    """True of an empty check-in in place of another; one that stands by itself says that all is as usual."""
    return says_nothing_else(check_in) and check_in.revises is not None


def still_said(standing: Sequence[CheckIn]) -> tuple[CheckIn, ...]:
    """Return those that were not taken back."""
    return tuple(check_in for check_in in standing if not was_taken_back(check_in))
