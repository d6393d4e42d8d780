"""Is it safe to move today? Questions, answers and the findings they lead to, each with its tier. Source: sources.toml#screening."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from loosen.core.journal import Entry


class Tier(Enum):
    """How soon, most urgent first."""

    T0 = "T0"
    T1 = "T1"
    T2 = "T2"
    T3 = "T3"
    T4 = "T4"


class Effect(Enum):
    """What a T2 finding leaves: HOLD only breath, walking and changes of position; GO_ON the usual day."""

    HOLD = "hold"
    GO_ON = "go-on"


class Said(Enum):
    """What the clinician said when a finding was looked at."""

    GO_ON = "go-on"
    LIMITS = "limits"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening(Entry):
    """A round of answers. `answers` maps question ids to "yes", "no" or "skipped".

    `read_back` is true once a yes that leads to T0, T1 or T2 was read back and meant; only then does it count.
    """

    answers: Mapping[str, str]
    read_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearing(Entry):
    """A clinician has looked at a finding: who, when, and what they said."""

    finding: str
    who: str
    looked_on: date
    said: Said


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the answers show: the rule, its tier, its effect, and since when it has been known."""

    rule: str
    tier: Tier
    since: datetime
    effect: Effect | None = None
    questions: tuple[str, ...] = ()
