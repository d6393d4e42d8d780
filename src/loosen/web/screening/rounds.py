"""One round of questions: what was ticked so far. It waits in the session until it is whole, then becomes an entry."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.urls import reverse

from loosen.content import loading
from loosen.core.answers import nothing_new, standing_yes
from loosen.core.findings import findings, to_read_back
from loosen.core.screening import NO, SAME, SKIPPED, YES, Clearing, Rules, Screening, ShortLine, Step, Tier
from loosen.web import records
from loosen.web.health import histories_told
from loosen.web.people.models import User
from loosen.web.people.signed_in import SignedIn

KEY = "round-of-questions"

HOLDS_FOR = timedelta(days=1)
"""A round that was left is gone on with until the next day."""

SEVERE_PAGE = "severe"
SHORT_PAGE = "short"
BEHIND = "behind-"
"""The name of the list behind a tick of the short form begins so; the line's own name follows."""


class Form(StrEnum):
    """Which questions a round asks: all before the first session, all again, one list, the short form, a bad day."""

    START = "start"
    AGAIN = "again"
    ONE = "one"
    SHORT = "short"
    SEVERE = "severe"


@dataclass(slots=True)
class Round:
    """`id` becomes the entry's, so that a round sent twice is kept once; `day` is the practice day it began on.

    `one` names the list of a round of one list, `why` the card that says why it is asked. `lines` are the ticked lines
    of the short form, `dates` the days that go with a yes. `meant` questions were read back and confirmed, and stand in
    the journal; `done` names the pages that were answered. `known` is what was yes before this round.
    """

    id: str
    day: str
    form: str = Form.START
    one: str = ""
    why: str = ""
    lines: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    meant: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page of this round in its order, as far as the answers so far can tell."""
        if self.asks_for_news_alone:
            bad_day = (SEVERE_PAGE,) if self.form == Form.SEVERE else ()
            return (*bad_day, SHORT_PAGE, *(BEHIND + line for line in self.lines))
        return tuple(step.id for step in self._steps() if self._is_open(step))

    @property
    def asks_for_news_alone(self) -> bool:
        """The short form: what was known before stays as it was unless it is ticked."""
        return self.form in {Form.SHORT, Form.SEVERE}

    def next(self) -> str | None:
        """Return the first page that has no answer, or None when all have."""
        return next((page for page in self.pages if page not in self.done), None)

    def before(self, page: str) -> str | None:
        """Return the page before this one."""
        place = self.pages.index(page) if page in self.pages else 0
        return self.pages[place - 1] if place else None

    def put(self, page: str, answers: Mapping[str, str], dates: Mapping[str, date] | None = None) -> None:
        """Put down the answers of one page; what was read back before and is still yes stays confirmed."""
        self.answers |= answers
        self.dates |= {question: day.isoformat() for question, day in (dates or {}).items()}
        self.done = [*(each for each in self.done if each != page), page]
        self.meant = [question for question in self.meant if self.answers.get(question) == YES]
        self._close_gates(page, answers)

    def hear_short(self, user: User, ticked: Collection[str]) -> Mapping[str, str]:
        """Take the ticked lines of the short form; a line that is not ticked says that nothing of it is new."""
        lines = rules().short
        self.lines = [line.id for line in lines if line.id in ticked]
        asked = {question for line in lines if line.id in ticked for question in line.questions}
        quiet = [question for line in lines for question in line.questions if question not in asked]
        return nothing_new(quiet, records.entries(user, Screening), rules())

    def unsure(self, user: User) -> tuple[str, ...]:
        """Return the answers of this round whose yes must be read back and was not yet, in the order they were asked.

        What was known before counts together with them, and is not read back again.
        """
        told = dict.fromkeys(self.known, YES) | {q: said for q, said in self.answers.items() if said != SAME}
        histories = histories_told(records.entries(user, Screening))
        asked = to_read_back(told, rules(), user.birth_year, records.moment_for(user), histories)
        return tuple(q for q in asked if self.answers.get(q) == YES and q not in self.meant)

    def settle(self, answers: Mapping[str, str]) -> None:
        """Put down what was read back: a yes was meant; all else was a slip, and its page is asked again."""
        self.answers |= answers
        self.meant += [question for question, said in answers.items() if said == YES]
        slipped = {self.page_of(question) for question, said in answers.items() if said != YES}
        self.done = [page for page in self.done if page not in slipped]

    def page_of(self, question: str) -> str | None:
        """Return the page of this round that asks a question."""
        return next((page for page in self.pages if question in questions_of(page)), None)

    def is_urgent(self, user: User) -> bool:
        """True when what was answered so far means that somebody must be seen today."""
        return self._soonest(user) in {Tier.T0, Tier.T1}

    def still_asks(self, user: User) -> str | None:
        """Return the page to ask next. An emergency ends the round; a visit today leaves what may still show one."""
        soonest = self._soonest(user)
        if soonest is not Tier.T1:
            return None if soonest is Tier.T0 else self.next()
        return next((page for page in self.pages if page not in self.done and self._may_show_more(page)), None)

    def keep_so_far(self, user: User) -> None:
        """Keep what was answered while somebody must be seen today: the round goes on, and may be left at any page."""
        records.keep(user, replace(self._entry(user), id=records.new_id()))

    def keep(self, user: User) -> None:
        """Keep what was answered as an entry. A lasting answer that did not change is not given anew."""
        records.keep(user, self._entry(user))

    def _soonest(self, user: User) -> Tier | None:
        """Return how soon somebody must be seen by what was answered so far."""
        told = [*records.entries(user, Screening), self._entry(user)]
        found = findings(told, records.entries(user, Clearing), rules(), user.birth_year, records.moment_for(user))
        return found[0].tier if found else None

    def _may_show_more(self, page: str) -> bool:
        """News may be an emergency; what lasts may only be one together with what is a yes already."""
        asked = list_named(page)
        if asked is None or not asked.lasting:
            return True
        here = {*asked.questions, *(q for s in rules().steps if s.after in asked.questions for q in s.questions)}
        emergencies = [{*case.all, *case.any} for rule in rules().rules for case in rule.cases if case.tier is Tier.T0]
        told = {question for question, said in self.answers.items() if said == YES}
        return any(case & told and case & here for case in emergencies)

    def _entry(self, user: User) -> Screening:
        before = standing_yes(records.entries(user, Screening), rules())
        lasting = {q for step in rules().steps if step.lasting for q in step.questions}
        new = {
            question: SAME if said == YES and question in lasting and question in before else said
            for question, said in self.answers.items()
            if question not in self.meant
        }
        days = {q: date.fromisoformat(day) for q, day in self.dates.items() if self.answers.get(q) == YES}
        changed = {q: day for q, day in days.items() if before.get(q) != day}
        return Screening(**records.head_for(user, self.id), answers=new, read_back=True, dates=changed)

    def _steps(self) -> tuple[Step, ...]:
        """Return the lists of this round, those behind a gate too."""
        if self.form != Form.ONE:
            return rules().steps
        asked = questions_of(self.one)
        return tuple(step for step in rules().steps if step.id == self.one or step.after in asked)

    def _is_open(self, step: Step) -> bool:
        """A list behind a gate is asked when the gate was a yes."""
        return not step.after or self.answers.get(step.after, YES if step.after in self.known else NO) == YES

    def _close_gates(self, page: str, answers: Mapping[str, str]) -> None:
        """Keep gate and list of one mind: no list without its gate, and no gate without a yes behind it."""
        for step in rules().steps:
            if step.after in answers and answers[step.after] != YES:
                taken_back = {q: NO for q in step.questions if q in self.known or self.answers.get(q) == YES}
                self.answers |= taken_back
                self.done = [page for page in self.done if page != step.id]
        asked = list_named(page)
        if asked is not None and asked.after and YES not in answers.values():
            self.answers[asked.after] = NO


def gates_left_alone(told: Sequence[Screening], answers: Mapping[str, str]) -> dict[str, str]:
    """Return a no for the gate of each list on which these answers leave no yes."""
    standing = (standing_yes(told, rules()).keys() - answers.keys()) | {q for q, said in answers.items() if said == YES}
    touched = [step for step in rules().steps if step.after and any(answers.get(q) == NO for q in step.questions)]
    return {step.after: NO for step in touched if not standing.intersection(step.questions)}


def rules() -> Rules:
    """Return the questions and what they lead to."""
    return loading.practice().screening


def round_of(request: SignedIn) -> Round | None:
    """Return the round that is under way; one that was left for days is asked anew, for it asks how things are now."""
    kept: dict[str, Any] | None = request.session.get(KEY)
    if kept is None or date.fromisoformat(kept["day"]) < records.moment_for(request.user).practice_day - HOLDS_FOR:
        return None
    return Round(**kept)


def begin(request: SignedIn, form: Form, one: str = "", why: str = "") -> Round:
    """Begin a round. At the start, lists that were answered before an interruption are not asked again."""
    earlier = records.entries(request.user, Screening)
    answered = {question for screening in earlier for question in screening.answers}
    known = standing_yes(earlier, rules())
    whole = [step for step in rules().steps if answered.issuperset(step.questions)]
    done = [step.id for step in whole if form is Form.START or (step.after in known and step.id != one)]
    day = str(records.moment_for(request.user).practice_day)
    begun = Round(records.new_id(), day, form, one, why, done=done, known=sorted(known))
    save(request, begun)
    return begun


def reopen(request: SignedIn) -> Round:
    """Begin the round of the start again at its last list that everybody is asked."""
    begun = begin(request, Form.START)
    last = [step.id for step in rules().steps if not step.after][-1]
    begun.done = [page for page in begun.done if page != last]
    save(request, begun)
    return begun


def save(request: SignedIn, under_way: Round) -> None:
    """Let the round wait in the session."""
    request.session[KEY] = asdict(under_way)


def end(request: SignedIn) -> None:
    """Forget the round: it was kept, or must not be."""
    request.session.pop(KEY, None)


def address_of(page: str) -> str:
    """Return where a page of a round stands."""
    named = {SEVERE_PAGE: "screening:severe", SHORT_PAGE: "screening:short"}
    return reverse(named[page]) if page in named else reverse("screening:list", args=[page])


def list_named(page: str) -> Step | None:
    """Return the list of this name, that behind a line of the short form too."""
    line = next((line for line in rules().short if BEHIND + line.id == page), None)
    return _behind(line) if line else next((step for step in rules().steps if step.id == page), None)


def questions_of(page: str) -> tuple[str, ...]:
    """Return what a page asks."""
    if page == SEVERE_PAGE:
        return rules().severe
    asked = list_named(page)
    return asked.questions if asked else ()


def answers_from(
    step: Step, ticked: Iterable[str], *, left_out: bool = False, same: Collection[str] = ()
) -> dict[str, str]:
    """Return an answer to every line of a list: ticked is yes, the rest no; the optional line may be left out.

    A line of `same` asks for a change of what is known: not ticked, it stays as it was.
    """
    questions = rules().questions
    answers = {q: YES if q in ticked else SAME if q in same else NO for q in step.questions}
    if left_out:
        answers |= {q: SKIPPED for q in step.questions if questions[q].optional and answers[q] == NO}
    return answers


def _behind(line: ShortLine) -> Step:
    return Step(BEHIND + line.id, "Which of these is it?", "", line.questions, lead=f"You ticked: {line.told}.")
