"""Is it safe to move today? The questions, the rules, the answers, and the findings they may lead to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from loosen.core.journal import Entry
from loosen.core.score import Position

YES = "yes"
NO = "no"
SKIPPED = "skipped"
SAME = "same"
"""As it was before, nothing changed: a standing yes stays as it is, and nothing is added to it."""

UNDER_AGE = "AGE1"


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


class Began(Enum):
    """When a symptom began: in the last days, less than two weeks ago, two to six weeks ago, or longer ago."""

    DAYS = "days"
    TWO_WEEKS = "two-weeks"
    SIX_WEEKS = "six-weeks"
    LONGER = "longer"


class Worse(Enum):
    """Whether a symptom is getting worse."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class SymptomCourse(Enum):
    """How a symptom goes, the first that fits: worse, unsure, new, never looked at; or known, which is a baseline."""

    WORSE = "worse"
    UNSURE = "unsure"
    NEW = "new"
    UNSEEN = "unseen"
    KNOWN = "known"


class Dated(Enum):
    """Which date goes with a yes: the day a baby is due, or the day since when it is so."""

    DUE = "due"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class History:
    """The second half of a question about nerves, asked only after a yes.

    `looked`: a clinician has looked at it since it began, on `looked_on` if the person knows the day.
    """

    began: Began
    worse: Worse
    looked: bool
    looked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a list that may be ticked.

    `text` is what is asked, `detail` makes it plain, `told` says it back to the person ("numbness between the legs"),
    `say` is the sentence to read aloud to a clinician. An `optional` question may be left out. One with a `history` has
    a second half, a `dated` one asks for a day. An `event` happened once: "nothing new" leaves its yes as it is. A
    `retired` one is on no screen: its old yes is understood until a question it was `replaced_by` is answered.
    """

    id: str
    text: str
    told: str
    say: str
    detail: str = ""
    optional: bool = False
    history: bool = False
    event: bool = False
    dated: Dated | None = None
    retired: bool = False
    replaced_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One calm screen: a heading, at most five questions, and why they are asked.

    `lasting` questions ask for a state, not for news: asked again, the person's own last answer is shown. A step with
    `after` is asked only when that question is a yes.
    """

    id: str
    title: str
    why: str
    questions: tuple[str, ...]
    lead: str = ""
    lasting: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One way a rule comes true: every question of `all`, and one of `any` or an age above `any_age_over` years.

    A case without `any` and `any_age_over` asks for `all` alone. Either half may be empty. A question with a history
    counts only on one of these `courses`, when none is named on all but a known one, and once it has lasted for
    `least_weeks`. `words` names the words of the card.
    """

    tier: Tier
    words: str
    effect: Effect | None = None
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    any_age_over: int | None = None
    courses: tuple[SymptomCourse, ...] = ()
    least_weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the clinical ground: its cases, most urgent first, with where it comes from and how good that is."""

    id: str
    version: int
    cases: tuple[Case, ...]
    because: str
    sources: tuple[str, ...]
    evidence: str
    reviewed: bool = False
    reviewer: str = ""
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ShortLine:
    """One line of the short form, in the place of its questions: a yes asks them, as one calm list; a no is theirs."""

    id: str
    text: str
    told: str
    questions: tuple[str, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """The whole screening: steps in the order they are asked, questions by id, rules, and ids kept for later rows.

    `short` are the lines of the short form, `severe` the questions of a day with much more pain than usual, and `high`
    the one that the check-in itself answers: that the pain is severe.
    """

    version: int
    steps: tuple[Step, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    kept: tuple[str, ...] = ()
    short: tuple[ShortLine, ...] = ()
    severe: tuple[str, ...] = ()
    high: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening(Entry):
    """A round of answers. `answers` maps question ids to "yes", "no", "skipped" or "same".

    `read_back` is true once every yes that leads to T0, T1 or T2 was read back and meant; only then does one count.
    `histories` and `dates` hold the second half of a yes, by question.
    """

    answers: Mapping[str, str]
    read_back: bool = False
    histories: Mapping[str, History] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearing(Entry):
    """A clinician has looked at a finding: who, when, and what they said.

    `movements_off` and `positions_off` are what the clinician asked to leave out. `asked_again` is true when an
    emergency that was cleared on its own day was asked about once more.
    """

    finding: str
    who: str
    looked_on: date
    said: Said
    movements_off: frozenset[str] = frozenset()
    positions_off: frozenset[Position] = frozenset()
    asked_again: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the answers show: the rule, its tier, its effect, and since when it has been known.

    `answered_on` is the practice day of the last yes behind it. `looked_on` is the day a clinician looked and said "not
    yet": the finding stays, without its urgency.
    """

    rule: str
    tier: Tier
    since: datetime
    effect: Effect | None = None
    questions: tuple[str, ...] = ()
    words: str = ""
    answered_on: date | None = None
    looked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Baseline:
    """A symptom that is known: older, not worse, and looked at. From here on only a change of it is asked about."""

    question: str
    since: date
    looked_on: date | None = None


READ_BACK = frozenset({Tier.T0, Tier.T1, Tier.T2})
"""A yes that leads here counts only after it was read back."""

URGENCY = (
    (Tier.T0, None),
    (Tier.T1, None),
    (Tier.T2, Effect.HOLD),
    (Tier.T2, Effect.GO_ON),
    (Tier.T3, None),
    (Tier.T4, None),
)
"""From now to when it suits."""


def is_urgent(finding: Finding) -> bool:
    """Somebody must be seen today."""
    return finding.tier in {Tier.T0, Tier.T1}


def stops(finding: Finding) -> bool:
    """No session while this stands."""
    return is_urgent(finding) or finding.tier is Tier.T3


def holds(finding: Finding) -> bool:
    """Only breath, walking and changes of position while this stands."""
    return finding.effect is Effect.HOLD
