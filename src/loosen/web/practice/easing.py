"""Positions that ease most backs on a bad day: shown where the day asks for one, and only those that are allowed."""

from dataclasses import dataclass

from loosen.content import loading
from loosen.core import conditions
from loosen.core.day import Day
from loosen.core.rescreening import KNOWN_FLARE
from loosen.web import records, stills
from loosen.web.people.models import User
from loosen.web.stills import Still

POSITIONS = (
    ("lying-breath", "out", "On your back, knees bent. Or your lower legs on the seat of a chair, or on cushions."),
    ("open-book", "closed", "On the side that is easier, knees bent, a cushion between them and one under your head."),
    ("seated-breath", "out", "On a chair, feet flat. Or lean forwards, your arms and head on a table."),
)
"""The movement whose still shows the position, the still, and how to come to rest. From the scores; not reviewed."""


@dataclass(frozen=True, slots=True)
class Easing:
    """A position to rest in: its still, its words, and the movement's page."""

    slug: str
    still: Still
    words: str


def has_a_known_flare(day: Day) -> bool:
    """True of a day on which the person told that it is the flare they know."""
    return any(finding.rule == KNOWN_FLARE for finding in day.advice)


def positions_for(user: User) -> list[Easing]:
    """Return the positions that nothing leaves out for this person."""
    moment = records.moment_for(user)
    limits = conditions.limits(records.lasting(user), loading.practice(), moment)
    scores = loading.scores()
    allowed = ((slug, still, words) for slug, still, words in POSITIONS if limits.forbids(scores[slug]) is None)
    return [Easing(slug, Still(slug, still), words) for slug, still, words in allowed]


def address(shown: list[Easing]) -> str:
    """Return where the page finds the stills."""
    return stills.address(each.still for each in shown)
