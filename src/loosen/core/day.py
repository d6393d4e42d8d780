"""What a morning yields: a day with sessions, or a referral. Values only; planning.py makes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from loosen.core.journal import DayPart, Event
from loosen.core.reasons import Reason
from loosen.core.record import Standing
from loosen.core.score import Dose
from loosen.core.screening import Finding, Tier


class PlaceKind(StrEnum):
    """What the player does at a place of the session's graph."""

    PLAY = "play"
    SETTLE = "settle"
    QUESTION = "question"
    CARD = "card"
    END = "end"


class Link(NamedTuple):
    """A tap and where it leads; `event` is what is noted when it is followed.

    A tuple, as is a place: a session has some hundred of each, and tuples are made in a third of the time.
    """

    to: str
    event: Event | None = None


class Place(NamedTuple):
    """One place of a session: a movement at a dose, the two settling breaths, a question, a card, or the end.

    `links` keys: done, easier, pinch, swap, sharp, else (Something else), next (from settle), gone, still, leg, dizzy,
    cannot-get-up. `card` names the page a CARD place opens: urgent-signs, questions, cannot-get-up.
    `step` is the index of the session's step this place stands in for.
    """

    id: str
    kind: PlaceKind
    step: int
    links: Mapping[str, Link]
    movement: str | None = None
    dose: Dose | None = None
    card: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One movement of a session with its dose and why."""

    movement: str
    dose: Dose
    duration_s: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A short chain of movements, the breath first, perhaps in bed. `places[0]` is where the player starts.

    `passed_over`: the postures between positions through which this person is not led.
    """

    id: str
    part: DayPart
    steps: tuple[Step, ...]
    duration_s: float
    reasons: tuple[Reason, ...] = ()
    places: tuple[Place, ...] = ()
    in_bed: bool = False
    passed_over: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WalkToday:
    """The walk a day suggests: its minutes, 0 where something speaks against it, and why."""

    minutes: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """A movement that the usual session has and today's does not, and why."""

    movement: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A practice day: the sessions of the parts the person chose, advice (T2, T4), an offer of one step.

    `small`: one small thing, to be had at any time in place of a session; None where it is one of the sessions already.
    `walk`: today's, where walking is part of the programme. `onward`: what programme may come next. `standing` is where
    the practice stood as the day began: it is kept with the day, and later days are folded from it.
    """

    day: date
    sessions: tuple[Session, ...]
    advice: tuple[Finding, ...] = ()
    reasons: tuple[Reason, ...] = ()
    absences: tuple[Absence, ...] = ()
    offer: tuple[str, Dose] | None = None
    standing: Standing = field(default_factory=Standing)
    small: Session | None = None
    walk: WalkToday | None = None
    onward: Reason | None = None

    @property
    def every(self) -> tuple[Session, ...]:
        """Every session that can be had today, the small one last."""
        return (*self.sessions, self.small) if self.small else self.sessions


@dataclass(frozen=True, slots=True)
class Referral:
    """No session today: what to do and how soon. `comfort`: the seated breath may still be offered (never at T0)."""

    day: date
    tier: Tier
    findings: tuple[Finding, ...]
    comfort: bool
    reasons: tuple[Reason, ...] = ()
