"""Everything the content gives to the planner: movements, programmes, questions and conditions. Values only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from loosen.core.condition import Condition
from loosen.core.journal import DayPart
from loosen.core.score import Evidence, Review, Score
from loosen.core.screening import Rules
from loosen.core.transition import Transitions

BREATHS = ("seated-breath", "lying-breath", "side-lying-breath")
"""The movements that are breath alone: every session begins with one, and every way out ends with one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a programme's session.

    `repetitions` is the most this session has room for (a side, where sides take turns); None: as the level says.
    `later` movements are offered one at a time, once the rest has settled. What is done `gently` begins at its gentlest
    level with few repetitions. `as_described`: never at a level that builds on its source's. A `closing`
    movement keeps the last place.
    """

    movement: str
    repetitions: int | None = None
    later: bool = False
    gently: bool = False
    as_described: bool = False
    closing: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The session of a programme for one part of the day; `most_minutes` is never passed. `in_bed`: it begins there."""

    part: DayPart
    least_minutes: int
    most_minutes: int
    slots: tuple[Slot, ...]
    in_bed: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """A ready routine for one kind of life.

    for_whom, how_long, expect: what is said of it before it is chosen, in whole sentences; `after`: what may come next.
    begins: the parts of the day it begins with; a person may choose others of its sessions. `easiest`: the movements
    that stay on a red or heavy day, most wanted first; these never rotate. `resets`: changes of position inside the
    day. `rotates`: now and then a movement gives way to another of its region. `walks`: walking is part of it.
    """

    slug: str
    name: str
    for_whom: str
    how_long: str
    expect: str
    begins: tuple[DayPart, ...]
    sessions: tuple[Outline, ...]
    easiest: tuple[str, ...]
    sources: tuple[str, ...]
    evidence: Evidence
    reviewed: Review | None = None
    after: tuple[str, ...] = ()
    resets: tuple[str, ...] = ()
    rotates: bool = True
    walks: bool = False

    def outline(self, part: DayPart) -> Outline:
        """Return the session for one part of the day; KeyError when there is none."""
        for outline in self.sessions:
            if outline.part is part:
                return outline
        raise KeyError(f"{self.slug} has no session for {part.value}")


@dataclass(frozen=True, slots=True)
class Pool:
    """Movements that look after the same region, each of which may take another one's place for some weeks."""

    region: str
    movements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """Movements that are one movement in several forms: beside one of them no other comes into a session."""

    movements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """All content a plan may draw on, by slug."""

    scores: Mapping[str, Score]
    programmes: Mapping[str, Programme]
    screening: Rules
    conditions: tuple[Condition, ...] = ()
    pools: tuple[Pool, ...] = ()
    forms: tuple[Forms, ...] = ()
    transitions: Transitions = field(default_factory=Transitions)

    def alike(self, *movements: str) -> tuple[str, ...]:
        """Return what looks after the same region as any of these movements, in the order of the pools, each once."""
        pools = (pool for pool in self.pools if set(movements) & set(pool.movements))
        others = (other for pool in pools for other in pool.movements if other not in movements)
        return tuple(dict.fromkeys(others))

    def forms_of(self, movements: Iterable[str]) -> frozenset[str]:
        """Return every form of these movements, themselves among them."""
        given = frozenset(movements)
        return given.union(*(forms.movements for forms in self.forms if given & set(forms.movements)))
