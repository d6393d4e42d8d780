"""A very dark day: that its page was opened is remembered until Today has said one line; no answer is kept anywhere."""

from collections.abc import Collection
from datetime import date

from loosen.content.dark_words import dark_words, opens
from loosen.web import records
from loosen.web.people.models import User


def noticed(person: User, line: str, before: Collection[str] = ()) -> bool:
    """True when a line that was just kept opens the page; the day is put down, and nothing of what was written.

    `before` are the lines that stood there already: what is only put right elsewhere opens nothing again.
    """
    words = dark_words(person.language)
    if words is None or line.strip() in before or not opens(line, words):
        return False
    person.dark_on = records.moment_for(person).practice_day
    person.save(update_fields=["dark_on"])
    return True


def line_is_due(person: User, today: date) -> bool:
    """Tell on a later day whether Today has its one line to say, and forget it."""
    if person.dark_on is None or person.dark_on >= today:
        return False
    person.dark_on = None
    person.save(update_fields=["dark_on"])
    return True
