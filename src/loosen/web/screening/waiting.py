"""An urgent yes that waits to be read back: in the journal, so that no page left and no lost device loses it."""

from collections.abc import Iterable, Mapping

from django.http import QueryDict

from loosen.content import loading
from loosen.core.answers import nothing_new
from loosen.core.screening import YES, History, Screening
from loosen.web import records
from loosen.web.health import baselines_of, waits
from loosen.web.people.models import User
from loosen.web.screening.second_half import changed


def second_halves(user: User) -> dict[str, History | None]:
    """Return what is known of when and how each answer about nerves that waits began, None where it was not asked."""
    known, told = loading.practice().screening.questions, records.entries(user, Screening)
    return {question: _latest(question, told) for question in waits(user) if known[question].history}


def let_wait(user: User, questions: Iterable[str]) -> None:
    """Keep each yes at once, not yet read back: until it is, there is no session.

    A yes to a known symptom means that it changed, and needs no second half.
    """
    known, before = waits(user), baselines_of(user)
    new = [question for question in questions if question not in known]
    changes = {question: changed(before[question]) for question in new if question in before}
    _keep(user, dict.fromkeys(new, YES), changes, read_back=False)


def tell(user: User, histories: Mapping[str, History]) -> None:
    """Keep the second half of answers that wait."""
    _keep(user, dict.fromkeys(histories, YES), histories, read_back=False)


def ask_again(user: User, questions: Iterable[str]) -> None:
    """Let answers that stand wait once more, so that their second half is asked anew."""
    _keep(user, dict.fromkeys(questions, YES), {}, read_back=False)


def untick(user: User, answers: Mapping[str, str]) -> None:
    """Take back what waits and was unticked when its list was answered again."""
    gone = [question for question in waits(user) if answers.get(question, YES) != YES]
    _keep(user, _taken_back(user, gone), {}, read_back=True)


def heard(user: User, sent: QueryDict) -> Mapping[str, str]:
    """Return what was answered when these were read back: one was a slip, or those on the page are so."""
    slip, shown = sent.get("slip"), sent.getlist("question")
    if slip:
        return _taken_back(user, [question for question in waits(user) if question == slip])
    return {question: YES for question in waits(user) if question in shown and sent.get("so") == YES}


def put_down(user: User, answers: Mapping[str, str]) -> None:
    """Keep what was read back, each with its second half; from now on it counts."""
    meant = {question for question, said in answers.items() if said == YES}
    histories = {q: told for q, told in second_halves(user).items() if told and q in meant}
    _keep(user, answers, histories, read_back=True)


def _keep(user: User, answers: Mapping[str, str], histories: Mapping[str, History], *, read_back: bool) -> None:
    if answers:
        head = records.head_for(user)
        records.keep(user, Screening(**head, answers=answers, histories=histories, read_back=read_back))


def _taken_back(user: User, questions: Iterable[str]) -> Mapping[str, str]:
    """Return the answers after a slip: what stood before stays as it was."""
    return nothing_new(questions, records.entries(user, Screening), loading.practice().screening)


def _latest(question: str, told: Iterable[Screening]) -> History | None:
    """Return what the latest answer to a question says of when and how."""
    answered = [screening for screening in told if question in screening.answers]
    return answered[-1].histories.get(question) if answered else None
