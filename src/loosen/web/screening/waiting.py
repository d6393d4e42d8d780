"""An urgent yes that waits to be read back: in the journal, so that no page left and no lost device loses it."""

from collections.abc import Iterable, Mapping

from django.http import QueryDict

from loosen.content import loading
from loosen.core import findings
from loosen.core.screening import NO, YES, Screening
from loosen.web import records
from loosen.web.people.models import User


def waits(user: User) -> tuple[str, ...]:
    """Return the questions whose yes waits, in the order they are asked."""
    told = records.entries(user, Screening)
    return findings.waiting(told, loading.practice().screening, user.birth_year, records.moment_for(user))


def let_wait(user: User, questions: Iterable[str]) -> None:
    """Keep each yes at once, not yet read back: until it is, there is no session."""
    known = waits(user)
    _keep(user, {question: YES for question in questions if question not in known}, read_back=False)


def untick(user: User, answers: Mapping[str, str]) -> None:
    """Take back what waits and was unticked when its list was answered again."""
    _keep(user, {question: NO for question in waits(user) if answers.get(question, YES) != YES}, read_back=True)


def heard(sent: QueryDict, questions: Iterable[str]) -> dict[str, str]:
    """Return what was answered when these were read back: one was a slip, or those on the page are so."""
    slip, shown = sent.get("slip"), sent.getlist("question")
    if slip:
        return {question: NO for question in questions if question == slip}
    return {question: YES for question in questions if question in shown and sent.get("so") == YES}


def put_down(user: User, answers: Mapping[str, str]) -> None:
    """Keep what was read back; from now on it counts."""
    _keep(user, answers, read_back=True)


def _keep(user: User, answers: Mapping[str, str], *, read_back: bool) -> None:
    if answers:
        records.keep(user, Screening(**records.head_for(user), answers=answers, read_back=read_back))
