"""How old somebody is, as far as a year of birth can tell."""

from loosen.core.moment import Moment

ADULT_AGE = 18
"""Years. Below it Loosen gives no session, and no answer opens one. Source: clinical ground, AGE1."""


def most_years(birth_year: int, moment: Moment) -> int:
    """Return the age in whole years that is reached by the end of this year."""
    return moment.local.year - birth_year


def is_under_age(birth_year: int, moment: Moment) -> bool:
    """Under 18, or not surely 18: a birth year alone cannot tell before the year after the 18th birthday."""
    return most_years(birth_year, moment) <= ADULT_AGE
