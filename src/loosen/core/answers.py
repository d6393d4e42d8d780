"""What was answered up to now: for each question its unbroken run of yes, when it was last asked, and its date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from operator import attrgetter

from loosen.core.screening import (
    NO,
    SAME,
    YES,
    Began,
    Dated,
    History,
    Question,
    Rules,
    Screening,
    SymptomCourse,
    Worse,
)

FULL_TERM = timedelta(days=280)
"""A due date further ahead than a whole pregnancy is a slip. Source: forty weeks from the first day."""

OVERDUE = timedelta(days=21)
"""A baby that was due longer ago than this has been born. Reasoned: births are brought on before."""

SIX_WEEKS = timedelta(weeks=6)
"""The longest that "two to six weeks ago" can be."""

Runs = Mapping[str, tuple[Screening, ...]]
"""For each question whose latest answer is yes: the screenings of the unbroken run of yes, earliest first."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Where the answers stand.

    `told` are all runs of yes, `meant` what of them was read back. `last` is the round that asked a question last,
    `dates` the day that goes with a yes: the latest that was given, None when none was or when it cannot be so.
    """

    told: Runs
    meant: Runs
    last: Mapping[str, Screening]
    dates: Mapping[str, date | None]


def answered(screenings: Sequence[Screening], rules: Rules) -> Answered:
    """Return where the answers stand after these rounds, in whatever order they arrived."""
    heard = _Heard()
    for screening in telling(screenings):
        for question in screening.answers:
            heard.hear(question, screening)
        heard.dated |= dict.fromkeys((q for q in screening.dates if screening.answers.get(q) != NO), screening)
    void = set(_void(heard, rules))
    told = {q: run for q, run in heard.told.items() if q not in void}
    meant = {q: run for q, run in heard.meant.items() if q in told}
    dates = {q: _date(q, rules.questions.get(q), heard.dated.get(q)) for q in told}
    return Answered(told, meant, heard.last, dates)


@dataclass(slots=True)
class _Heard:
    """The answers while they are read, in their order. `plain` is the last round that said yes or no."""

    told: dict[str, tuple[Screening, ...]] = field(default_factory=dict)
    meant: dict[str, tuple[Screening, ...]] = field(default_factory=dict)
    last: dict[str, Screening] = field(default_factory=dict)
    plain: dict[str, Screening] = field(default_factory=dict)
    dated: dict[str, Screening] = field(default_factory=dict)

    def hear(self, question: str, screening: Screening) -> None:
        """A no ends a run; a yes that was not read back counts until the next answer, whatever that is."""
        self.last[question] = screening
        if screening.answers[question] == YES:
            self.plain[question] = screening
            self.told[question] = _joined(self.meant.get(question, ()), screening, question)
            if screening.read_back:
                self.meant[question] = self.told[question]
        elif screening.answers[question] == NO:
            self.plain[question] = screening
            self.told.pop(question, None)
            self.meant.pop(question, None)
            self.dated.pop(question, None)
        elif question in self.meant:
            self.told[question] = self.meant[question]
        else:
            self.told.pop(question, None)

    def answered_since(self, others: Iterable[str], question: str) -> bool:
        """One of these was answered with yes or no after the last yes to a question."""
        run = self.told.get(question)
        return run is not None and any(self.plain[q].at > run[-1].at for q in others if q in self.plain)


def telling(screenings: Sequence[Screening]) -> tuple[Screening, ...]:
    """Return the rounds that still say something, in their order; the others change no answer.

    Ten years of weekly rounds are read once, and from then on only those that hold the latest answer to a question, a
    yes of its run or the no before it, or the latest date.
    """
    kept: list[Screening] = []
    seen: set[str] = set()
    closed: set[str] = set()
    dated: set[str] = set()
    for screening in reversed(_in_order(screenings)):
        if screening.answers.keys() <= closed and not screening.dates:
            continue
        open_still = screening.answers.keys() - closed
        new_dates = screening.dates.keys() - closed - dated
        if not open_still and not new_dates:
            continue
        no = {question for question in open_still if screening.answers[question] == NO}
        if new_dates or no or not open_still <= seen or any(screening.answers[q] == YES for q in open_still):
            kept.append(screening)
        seen |= open_still
        closed |= no
        dated |= new_dates
    return tuple(reversed(kept))


def _in_order(screenings: Sequence[Screening]) -> Sequence[Screening]:
    """Return the rounds by their instants, those of one instant by their ids; where they are so already, in no time."""
    ordered = sorted(screenings, key=attrgetter("at"))
    if any(earlier.at == later.at for earlier, later in pairwise(ordered)):
        return sorted(ordered, key=attrgetter("at", "id"))
    return ordered


def standing_yes(screenings: Sequence[Screening], rules: Rules) -> Mapping[str, date | None]:
    """Return the questions whose latest answer is yes, each with the day that goes with it, if there is one."""
    return answered(screenings, rules).dates


def screened(screenings: Sequence[Screening], rules: Rules) -> bool:
    """Every question has an answer; "skipped" is one. A list behind a gate is asked when the gate's answer is yes."""
    said = answered(screenings, rules)
    return all(question in said.last for question in _asked_of_everybody(rules)) and all(
        screening.at >= run[0].at if (screening := said.last.get(question)) else False
        for step in rules.steps
        if (run := said.told.get(step.after))
        for question in step.questions
    )


def last_asked(said: Answered, questions: Iterable[str]) -> Screening | None:
    """Return the round after which all of these questions have been asked, None when one of them never was."""
    rounds = [said.last.get(question) for question in questions]
    asked = [each for each in rounds if each]
    return min(asked, key=attrgetter("at", "id"), default=None) if len(asked) == len(rounds) else None


def nothing_new(questions: Iterable[str], screenings: Sequence[Screening], rules: Rules) -> Mapping[str, str]:
    """Return what "no, nothing new or worse" answers to these questions.

    A symptom with a history that is known or waits for a look, and a fall that was told, stay the same; anything else
    is a no: a fever has gone.
    """
    meant = answered(screenings, rules).meant
    lasts = {q for q in meant if q in rules.questions and (rules.questions[q].history or rules.questions[q].event)}
    return {q: SAME if q in lasts else NO for q in questions}


def course_of(history: History | None, told_on: date) -> SymptomCourse:
    """Return how a symptom goes. Without a history it is unsure.

    A look that is still to come, or that was before it began, cannot have seen it.
    """
    if history is None:
        return SymptomCourse.UNSURE
    if history.worse is not Worse.NO:
        return SymptomCourse.WORSE if history.worse is Worse.YES else SymptomCourse.UNSURE
    if history.began in (Began.DAYS, Began.TWO_WEEKS):
        return SymptomCourse.NEW
    return SymptomCourse.KNOWN if _was_looked_at(history, told_on) else SymptomCourse.UNSEEN


def _was_looked_at(history: History, told_on: date) -> bool:
    if not history.looked or history.looked_on is None:
        return history.looked
    earliest = SIX_WEEKS if history.began is Began.SIX_WEEKS else timedelta.max
    return timedelta() <= told_on - history.looked_on <= earliest


def _joined(run: tuple[Screening, ...], screening: Screening, question: str) -> tuple[Screening, ...]:
    """Return the run with one yes more; where a known symptom changes, or turns out to be known, it begins anew."""
    if run and _is_known(run[-1], question) is not _is_known(screening, question):
        return (screening,)
    return (*run, screening)


def _is_known(screening: Screening, question: str) -> bool:
    return course_of(screening.histories.get(question), screening.day) is SymptomCourse.KNOWN


def _asked_of_everybody(rules: Rules) -> Iterator[str]:
    return (question for step in rules.steps if not step.after for question in step.questions)


def _void(heard: _Heard, rules: Rules) -> Iterator[str]:
    """Yield each yes that says nothing any more: its gate was closed since, or what replaced it was answered."""
    for step in rules.steps:
        if step.after and step.after not in heard.told:
            yield from (q for q in step.questions if heard.answered_since((step.after,), q))
    for question in heard.told:
        known = rules.questions.get(question)
        if known and heard.answered_since(known.replaced_by, question):
            yield question


def _date(question: str, asked: Question | None, given: Screening | None) -> date | None:
    """Return the date of a yes, None when it cannot be so: then whatever depends on it holds without a date."""
    if asked is None or asked.dated is None or given is None:
        return None
    day = given.dates[question]
    ago = given.day - day
    possible = -FULL_TERM <= ago <= OVERDUE if asked.dated is Dated.DUE else ago >= timedelta()
    return day if possible else None
