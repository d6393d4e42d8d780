"""One round of questions: what was ticked so far. It waits in the session until it is whole, then becomes an entry."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from loosen.content import loading
from loosen.core.findings import findings, standing_yes, to_read_back
from loosen.core.screening import NO, SKIPPED, YES, Clearing, Screening, Step, is_urgent
from loosen.web import records
from loosen.web.people.models import User
from loosen.web.people.signed_in import SignedIn

KEY = "screening-round"

START = "start"
AGAIN = "again"


@dataclass(slots=True)
class Round:
    """`id` becomes the entry's, so that a round sent twice is kept once.

    `meant` questions were read back and confirmed; `done` names the lists that were answered, `at` the one answered
    last; `known` is what was yes before this round.
    """

    id: str
    way: str = START
    answers: dict[str, str] = field(default_factory=dict)
    meant: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    at: str = ""

    def put(self, step: Step, answers: Mapping[str, str]) -> None:
        """Put down the answers of one list; what was read back before and is still yes stays confirmed."""
        self.answers |= answers
        self.at = step.id
        self.done = [*(each for each in self.done if each != step.id), step.id]
        self.meant = [question for question in self.meant if self.answers.get(question) == YES]

    def unsure(self, user: User) -> tuple[str, ...]:
        """Return the answers of this round whose yes must be read back and was not yet, in the order they were asked.

        What was known before counts together with them, and is not read back again.
        """
        moment = records.moment_for(user)
        told = dict.fromkeys(self.known, YES) | self.answers
        asked = to_read_back(told, loading.practice().screening, user.birth_year, moment)
        return tuple(q for q in asked if self.answers.get(q) == YES and q not in self.meant)

    def settle(self, answers: Mapping[str, str]) -> None:
        """Put down what was read back: a yes was meant; a no was a slip, and its list is asked again."""
        self.answers |= answers
        self.meant += [question for question, said in answers.items() if said == YES]
        slipped = {step_of(question).id for question, said in answers.items() if said == NO}
        self.done = [each for each in self.done if each not in slipped]

    def next(self) -> Step | None:
        """Return the first list that has no answer, or None when all have."""
        return next((step for step in loading.practice().screening.steps if step.id not in self.done), None)

    def is_urgent(self, user: User) -> bool:
        """True when what was answered so far means that somebody must be seen today."""
        told = [*records.entries(user, Screening), self._entry(user)]
        clearings, rules = records.entries(user, Clearing), loading.practice().screening
        found = findings(told, clearings, rules, user.birth_year, records.moment_for(user))
        return any(is_urgent(finding) for finding in found)

    def keep(self, user: User) -> None:
        """Keep what was answered as an entry. A lasting answer that did not change is not given anew."""
        records.keep(user, self._entry(user))

    def _entry(self, user: User) -> Screening:
        same = {q for step in loading.practice().screening.steps if step.lasting for q in step.questions}
        new = {q: said for q, said in self.answers.items() if not (said == YES and q in same and q in self.known)}
        return Screening(**records.head_for(user, self.id), answers=new, read_back=True)


def round_of(request: SignedIn) -> Round | None:
    """Return the round that is under way."""
    kept: dict[str, Any] | None = request.session.get(KEY)
    return None if kept is None else Round(**kept)


def begin(request: SignedIn, way: str) -> Round:
    """Begin a round. At the start, lists that were answered before an interruption are not asked again."""
    earlier = records.entries(request.user, Screening)
    answered = {question for screening in earlier for question in screening.answers}
    steps = loading.practice().screening.steps
    done = [step.id for step in steps if answered.issuperset(step.questions)] if way == START else []
    begun = Round(records.new_id(), way, done=done, known=sorted(standing_yes(earlier)))
    save(request, begun)
    return begun


def save(request: SignedIn, under_way: Round) -> None:
    """Let the round wait in the session."""
    request.session[KEY] = asdict(under_way)


def end(request: SignedIn) -> None:
    """Forget the round: it was kept, or must not be."""
    request.session.pop(KEY, None)


def step_of(question: str) -> Step:
    """Return the list that asks a question."""
    return next(step for step in loading.practice().screening.steps if question in step.questions)


def answers_from(step: Step, ticked: Iterable[str], *, left_out: bool) -> dict[str, str]:
    """Return an answer to every line of a list: ticked is yes, the rest no; the optional line may be left out."""
    questions = loading.practice().screening.questions
    answers = {question: YES if question in ticked else NO for question in step.questions}
    if left_out:
        answers |= {q: SKIPPED for q in step.questions if questions[q].optional and answers[q] == NO}
    return answers
