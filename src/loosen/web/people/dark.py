"""A very dark day: that its page was opened is remembered until Today has said one line; no answer is kept anywhere."""

from datetime import date

from loosen.content.dark_words import dark_words, opens
from loosen.web.people.models import User


def speaks_of_it(person: User, line: str) -> bool:
    """True when what somebody wrote speaks of not wanting to live, in a language that has a list of such words."""
    words = dark_words(person.language)
    return words is not None and opens(line, words)


def remember(person: User, today: date) -> None:
    """Put down the day, and nothing of what was written."""
    person.dark_on = today
    person.save(update_fields=["dark_on"])


def line_is_due(person: User, today: date) -> bool:
    """Tell on a later day whether Today has its one line to say, and forget it."""
    if person.dark_on is None or person.dark_on >= today:
        return False
    person.dark_on = None
    person.save(update_fields=["dark_on"])
    return True
