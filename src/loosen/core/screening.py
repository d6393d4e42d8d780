"""Is it safe to move today? Questions, answers and the findings they lead to, each with its tier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from loosen.core.age import is_under_age, most_years
from loosen.core.journal import Entry, unrevised
from loosen.core.moment import Moment
from loosen.core.score import Position

YES = "yes"
NO = "no"
SKIPPED = "skipped"

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


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a list that may be ticked.

    `text` is what is asked, `detail` makes it plain, `told` says it back to the person ("numbness between the legs"),
    `say` is the sentence to read aloud to a clinician. An `optional` question may be left out.
    """

    id: str
    text: str
    told: str
    say: str
    detail: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One calm screen: a heading, at most five questions, and why they are asked.

    `lasting` questions ask for a state, not for news: asked again, the person's own last answer is shown.
    """

    id: str
    title: str
    why: str
    questions: tuple[str, ...]
    lead: str = ""
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One way a rule comes true: every question of `all`, and one of `any` or an age above `any_age_over` years.

    A case without `any` and `any_age_over` asks for `all` alone. Either half may be empty. `words` names the words of
    the card.
    """

    tier: Tier
    words: str
    effect: Effect | None = None
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    any_age_over: int | None = None


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
class Rules:
    """The whole screening: steps in the order they are asked, questions by id, rules, and ids kept for later rows."""

    version: int
    steps: tuple[Step, ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening(Entry):
    """A round of answers. `answers` maps question ids to "yes", "no" or "skipped".

    `read_back` is true once every yes that leads to T0, T1 or T2 was read back and meant; only then does one count.
    """

    answers: Mapping[str, str]
    read_back: bool = False


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


def findings(
    screenings: Sequence[Screening],
    clearings: Sequence[Clearing],
    rules: Rules,
    birth_year: int | None,
    moment: Moment,
) -> tuple[Finding, ...]:
    """Return what stands at this moment, most urgent first.

    The latest answer to a question holds, so a later no takes a yes back. A yes that leads to T0, T1 or T2 counts only
    from a screening that was read back. A clearing settles what was answered before it, as `_settles` says.
    """
    age = None if birth_year is None else most_years(birth_year, moment)
    runs = (_runs(screenings, only_meant=True), _runs(screenings, only_meant=False))
    clearings = unrevised(clearings)
    found = [finding for rule in rules.rules if (finding := _finding(rule, runs, age, clearings))]
    if birth_year is not None and is_under_age(birth_year, moment):
        found.append(Finding(UNDER_AGE, Tier.T3, moment.instant_utc, words="under-age"))
    return tuple(sorted(found, key=lambda f: (URGENCY.index((f.tier, f.effect)), f.since, f.rule)))


def is_urgent(finding: Finding) -> bool:
    """Somebody must be seen today."""
    return finding.tier in {Tier.T0, Tier.T1}


def stops(finding: Finding) -> bool:
    """No session while this stands."""
    return is_urgent(finding) or finding.tier is Tier.T3


def holds(finding: Finding) -> bool:
    """Only breath, walking and changes of position while this stands."""
    return finding.effect is Effect.HOLD


def screened(screenings: Sequence[Screening], rules: Rules) -> bool:
    """Every question has an answer; "skipped" is one."""
    answered = {question for screening in screenings for question in screening.answers}
    return all(question in answered for step in rules.steps for question in step.questions)


def standing_yes(screenings: Sequence[Screening]) -> frozenset[str]:
    """Return the questions whose latest answer is yes."""
    return frozenset(_runs(screenings, only_meant=False))


def to_read_back(answers: Mapping[str, str], rules: Rules, birth_year: int | None, moment: Moment) -> tuple[str, ...]:
    """Return the questions whose yes would count towards T0, T1 or T2, in the order they are asked."""
    age = None if birth_year is None else most_years(birth_year, moment)
    told: Runs = {question: () for question, answer in answers.items() if answer == YES}
    cases = [
        case for rule in rules.rules for case in rule.cases if case.tier in READ_BACK and _holds_true(case, told, age)
    ]
    asked = {question for case in cases for question in _met(case, told)}
    return tuple(question for step in rules.steps for question in step.questions if question in asked)


def waiting(screenings: Sequence[Screening], rules: Rules, birth_year: int | None, moment: Moment) -> tuple[str, ...]:
    """Return the questions whose latest yes would count towards T0, T1 or T2 and was never read back."""
    told = _runs(screenings, only_meant=False)
    serious = to_read_back(dict.fromkeys(told, YES), rules, birth_year, moment)
    return tuple(question for question in serious if not told[question][-1].read_back)


Runs = Mapping[str, tuple[Screening, ...]]
"""For each question whose latest answer is yes: the screenings of the unbroken run of yes, earliest first."""


def _runs(screenings: Sequence[Screening], *, only_meant: bool) -> Runs:
    runs: dict[str, tuple[Screening, ...]] = {}
    for screening in sorted(screenings, key=lambda s: (s.at, s.id)):
        for question, answer in screening.answers.items():
            if answer != YES:
                runs.pop(question, None)
            elif screening.read_back or not only_meant:
                runs[question] = (*runs.get(question, ()), screening)
    return runs


def _holds_true(case: Case, told: Runs, age: int | None) -> bool:
    alone = not case.any and case.any_age_over is None
    old = age is not None and case.any_age_over is not None and age > case.any_age_over
    return all(q in told for q in case.all) and (alone or old or any(q in told for q in case.any))


def _met(case: Case, told: Runs) -> tuple[str, ...]:
    return tuple(question for question in (*case.all, *case.any) if question in told)


def _finding(rule: Rule, runs: tuple[Runs, Runs], age: int | None, clearings: Sequence[Clearing]) -> Finding | None:
    """Return the rule's most urgent true case, unless a clearing has settled all that was answered yes."""
    meant, told = runs
    for case in rule.cases:
        counted = meant if case.tier in READ_BACK else told
        if _holds_true(case, counted, age):
            break
    else:
        return None
    met = _met(case, counted)
    yeses = sorted({(yes.at, yes.id): yes for question in met for yes in counted[question]}.items())
    looks = _looks(rule.id, case.tier, [yes for _, yes in yeses], clearings)
    last = max(looks, key=lambda look: (look.at, look.id), default=None)
    waits = last is not None and last.said is Said.NOT_YET
    standing = [yes for _, yes in yeses if last is None or waits or yes.at > last.at]
    if not standing:
        return None
    not_yet = last.looked_on if last and waits and last.at >= standing[-1].at else None
    return Finding(rule.id, case.tier, standing[0].at, case.effect, met, case.words, standing[-1].day, not_yet)


def _looks(rule: str, tier: Tier, yeses: Sequence[Screening], clearings: Sequence[Clearing]) -> list[Clearing]:
    """Return the clearings of this rule that count; the last one holds.

    Where it is urgent, a look on a day before the answer cannot have seen it. An emergency that is cleared on the day
    it was told counts only once it was asked about again; "not yet" clears nothing, and counts at once.
    """

    def counts(look: Clearing) -> bool:
        before = [yes for yes in yeses if yes.at <= look.at]
        if look.finding != rule or not before:
            return False
        seen = look.looked_on >= before[-1].day or tier not in {Tier.T0, Tier.T1}
        sure = look.asked_again or look.said is Said.NOT_YET or look.day != before[-1].day
        return seen and (sure or tier is not Tier.T0)

    return [look for look in clearings if counts(look)]
