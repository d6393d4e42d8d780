"""Everything the content gives to the planner: movements, programmes, questions and conditions. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass

from loosen.core.condition import Condition
from loosen.core.journal import DayPart
from loosen.core.score import Score
from loosen.core.screening import Rules

BREATHS = ("seated-breath", "lying-breath")
"""The movements that are breath alone: every session begins with one, and every way out ends with one."""

USUAL_PROGRAMME = "gentle-start"
"""The programme of everybody who has not chosen another."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a programme's session.

    `repetitions` is the most this session has room for (a side, where sides take turns); None: as the level says.
    `later` movements are offered one at a time, once the rest has settled. A `closing` movement keeps the last place.
    """

    movement: str
    repetitions: int | None = None
    later: bool = False
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The session a programme has for one part of the day; `most_minutes` is never passed."""

    part: DayPart
    least_minutes: int
    most_minutes: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """A ready routine. `easiest`: the movements that stay on a red or heavy day, most wanted first."""

    slug: str
    name: str
    sessions: tuple[Outline, ...]
    easiest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """All content a plan may draw on, by slug."""

    scores: Mapping[str, Score]
    programmes: Mapping[str, Programme]
    screening: Rules
    conditions: tuple[Condition, ...] = ()
