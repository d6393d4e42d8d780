"""Somebody who told of a pregnancy: their signs to stop for are their own, in the player and on the urgent card."""

from loosen.content import loading
from loosen.core.answers import standing_yes
from loosen.core.screening import Screening
from loosen.web import records
from loosen.web.people.models import User

PREGNANT = frozenset({"pregnant", "prg"})
"""The question that says so, and the one of earlier days that meant pregnancy or a birth not long ago."""


def is_pregnant(user: User) -> bool:
    """Tell whether the person told of a pregnancy and has not taken it back."""
    return not PREGNANT.isdisjoint(standing_yes(records.entries(user, Screening), loading.practice().screening))
