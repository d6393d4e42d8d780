"""Every answer to the questions and every pair of answers, with what each should lead to.

The expectation is written from the clinical ground, row by row; nothing of it asks the program.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from loosen.content.loading import practice
from loosen.core.day import Day, Referral
from loosen.core.planning import plan_day
from loosen.core.record import Person, Record
from loosen.core.screening import NO, SKIPPED, YES, Began, History, Screening, Worse
from tests import held
from tests.people import TODAY, ZONE, at, moment
from tests.records import GATED

NOW, TODAY_SOON, HOLD, GO_ON, ASK, DAY = "T0", "T1", "T2 hold", "T2 go-on", "T3", "a day"
URGENCY = (NOW, TODAY_SOON, ASK, HOLD, GO_ON, DAY)
"""What a morning shows, the most urgent first: what stops a session stands before what holds movement back."""

AGES = {40: 1986, 60: 1966, 75: 1951}
"""Years of age this year, and the year of birth: under 55, over it, and over 70."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one question; a yes about nerves has its second half, or none."""

    question: str
    said: str = YES
    history: History | None = None

    @property
    def known(self) -> bool:
        """Older than two weeks, not worse, and somebody has looked."""
        h = self.history
        return h is not None and h.worse is Worse.NO and h.began in OLDER and h.looked


OLDER = (Began.SIX_WEEKS, Began.LONGER)
NERVES = ("ces1", "ces2", "ces3", "ces4", "ces5", "neu1-rapid", "neu1", "rad1")

ALONE = {
    "vas1-chest": NOW, "vas1-belly": NOW, "tra1": NOW, "prg-s": NOW, "inf1": TODAY_SOON, "uri1": TODAY_SOON,
    "dvt1": TODAY_SOON, "ca2-weight": TODAY_SOON, "ca2-shape": TODAY_SOON, "ca1": HOLD, "tho1": HOLD, "unlike": HOLD,
    "pregnant": ASK, "postpartum": ASK, "spine-surgery": ASK, "fracture": ASK, "belly-surgery": ASK, "new-hip": ASK,
    "fusion": ASK, "old-fracture": ASK, "slipped-vertebra": ASK, "narrow-canal": ASK, "neck": ASK,
    "inflamed-joints": ASK, "heart": ASK, "cond-other": ASK, "sev-unlike": HOLD, "sev-sudden": HOLD,
    "rad1-worse": HOLD, "rad1-long": GO_ON,
}  # fmt: skip
"""What one yes leads to by itself; every other one leads to a day."""

RAISE_CA1 = ("nit1", "rad1", "neu1", "neu1-rapid", "ces1", "ces2", "ces3", "ces4", "ces5")
RAISE_THO1 = (
    "ces1", "ces2", "ces3", "ces4", "ces5", "neu1-rapid", "neu1", "vas1-chest", "vas1-belly", "tra1", "inf1", "uri1",
    "dvt1", "ca2-weight", "fx1", "ca1", "nit1", "ca2-shape", "thin-bones", "inf1-risk", "prg-s", "old-fracture",
    "unlike", "sev-unlike", "sev-sudden", "rad1-worse",
)  # fmt: skip


def of_a_nerve(answer: Answer) -> str:
    """What a yes about nerves leads to, by how it goes. Source: clinical ground 2.2 (b)."""
    h = answer.history
    if answer.question == "rad1":
        return _of_the_leg(h)
    first = {"neu1": TODAY_SOON}.get(answer.question, NOW)
    if h is None or h.worse is not Worse.NO or h.began not in OLDER:
        return first
    return DAY if h.looked else TODAY_SOON


def _of_the_leg(h: History | None) -> str:
    if h is None:
        return DAY
    if h.worse is Worse.UNSURE:
        return GO_ON if h.began is Began.LONGER else DAY
    if h.worse is Worse.YES or (h.began in OLDER and not h.looked):
        return HOLD
    return DAY


def one_answer(answer: Answer, age: int) -> str:
    """What one answer leads to."""
    if answer.said != YES:
        return DAY
    if answer.question in NERVES:
        return of_a_nerve(answer)
    if answer.question in ("fx1", "unlike") and age > 70:
        return TODAY_SOON
    if answer.question == "tho1" and age > 70:
        return TODAY_SOON
    if answer.question == "first":
        return HOLD if age > 55 else DAY
    return ALONE.get(answer.question, DAY)


BESIDES = ("unlike", "sev-unlike", "sev-sudden", "sev-high", "rad1-long", "rad1-worse")
"""Asked in the short form or on a bad day, or no longer asked and still understood."""

TOGETHER = (
    ({"dvt1"}, {"vas1-chest"}, NOW),
    ({"pregnant"}, {"vas1-chest", "dvt1"}, NOW),
    ({"nit1"}, {"inf1", "ca2-weight", "ca2-shape"}, NOW),
    ({"ca1"}, {*RAISE_CA1}, TODAY_SOON),
    ({"tho1"}, {*RAISE_THO1}, TODAY_SOON),
    ({"fx1", "unlike"}, {"thin-bones", "old-fracture"}, TODAY_SOON),
    ({"sev-high"}, {"sev-unlike", "sev-sudden"}, TODAY_SOON),
    ({"axs1"}, {"axs1-more"}, GO_ON),
)
"""What one of the first and one of the second make together; what is known about nerves no longer counts."""


def expected(answers: Sequence[Answer], age: int) -> str:
    """What a few answers lead to together: the most urgent of each, and of what they make with one another."""
    told = {answer.question: answer for answer in answers if answer.said == YES}
    counted = {question for question, answer in told.items() if not answer.known}
    found = [one_answer(answer, age) for answer in answers]
    found += [shows for first, other, shows in TOGETHER if counted & first and counted & other]
    if "tho1" in told and "first" in told and age > 55:
        found.append(TODAY_SOON)
    if "tho1" in told and "rad1" in told and of_a_nerve(told["rad1"]) == HOLD:
        found.append(TODAY_SOON)
    return min(found, key=URGENCY.index)


@cache
def every_answer() -> tuple[Answer, ...]:
    """Every answer to every question that is asked: yes, with every second half, and left out."""
    rules = practice().screening
    asked = [*(q for step in rules.steps for q in step.questions), *BESIDES]
    found = [Answer(question, said) for question in dict.fromkeys(asked) for said in (YES, SKIPPED)]
    for question in (q for q in dict.fromkeys(asked) if rules.questions[q].history):
        halves = product(Began, Worse, (True, False))
        found += [Answer(question, YES, History(*half)) for half in halves]
    return tuple(found)


def record_of(answers: Sequence[Answer], age: int) -> Record:
    """Somebody's first morning: no to all the rest, read back."""
    rules = practice().screening
    told = {answer.question: answer for answer in answers}
    gates = {GATED[q]: YES for q, answer in told.items() if q in GATED and answer.said == YES}
    said = {**gates, **{question: answer.said for question, answer in told.items()}}
    asked = [q for step in rules.steps if not step.after or said.get(step.after) == YES for q in step.questions]
    screening = Screening(
        id="first", at=at(TODAY, 7), zone=ZONE, day=TODAY, answers={**dict.fromkeys(asked, NO), **said},
        read_back=True, histories={q: answer.history for q, answer in told.items() if answer.history},
    )  # fmt: skip
    return Record(person=Person(birth_year=AGES[age], zone=ZONE, usual_pain=3), screenings=(screening,))


def shown(outcome: Day | Referral) -> str:
    """What a morning shows, in the words of the expectation."""
    if isinstance(outcome, Referral):
        return outcome.tier.value
    effects = {f.effect.value for f in outcome.advice if f.effect and f.tier.value == "T2"}
    if "hold" in effects:
        return HOLD
    return GO_ON if "go-on" in effects else DAY


def against_answers(answers: Sequence[Answer], age: int) -> Iterator[str]:
    """Yield how a morning differs from what these answers should lead to."""
    if len({answer.question for answer in answers}) < len(answers):
        return
    record = record_of(answers, age)
    outcome = plan_day(record, moment(), practice())
    wanted = expected(answers, age)
    told = " + ".join(f"{a.question} {a.said} {_half(a.history)}".strip() for a in answers)
    if shown(outcome) != wanted:
        yield f"age {age}: {told}: {shown(outcome)} instead of {wanted}"
    yield from (f"age {age}: {told}: {what}" for what in held.not_held(record, moment(), outcome))


def _half(history: History | None) -> str:
    return "" if history is None else f"({history.began.value}, worse {history.worse.value}, looked {history.looked})"


def singles() -> Iterator[tuple[Sequence[Answer], int]]:
    return (((answer,), age) for answer in every_answer() for age in AGES)


def pairs() -> Iterator[tuple[Sequence[Answer], int]]:
    return ((pair, age) for pair in combinations(every_answer(), 2) for age in AGES)


def pairs_with_an_emergency() -> Iterator[tuple[Sequence[Answer], int]]:
    """One emergency beside every other answer."""
    for emergency in (answer for answer in every_answer() if answer.history is None and one_answer(answer, 40) == NOW):
        yield from (((emergency, other), 40) for other in every_answer() if other.question != emergency.question)
