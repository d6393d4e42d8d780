"""What stands around the questions of a page: how they are asked of this person, why, and where back leads."""

from django.urls import reverse

from loosen.content import urgent
from loosen.core.answers import nothing_new, standing_yes
from loosen.core.screening import SAME, SKIPPED, YES, Screening, Step
from loosen.web import records
from loosen.web.health import baselines_of
from loosen.web.people.models import User
from loosen.web.people.signed_in import SignedIn
from loosen.web.screening import rounds
from loosen.web.screening.lists import ListForm, Shown, showing
from loosen.web.screening.rounds import Form, Round, address_of, list_named


def shown(request: SignedIn, under_way: Round, asked: Step) -> Shown:
    """Return how a list is asked of this person. The short form asks for news alone: what was known stays as it was."""
    told = records.entries(request.user, Screening)
    known = {q: each for q, each in baselines_of(request.user).items() if q in asked.questions}
    quiet = nothing_new(asked.questions, told, rounds.rules()) if under_way.asks_for_news_alone else {}
    same = frozenset(question for question, said in quiet.items() if said == SAME)
    return Shown(records.moment_for(request.user).practice_day, request.user.birth_year, known, same)


def as_left(request: SignedIn, under_way: Round, asked: Step, how: Shown) -> ListForm:
    """Return the list as it was left; a lasting one shows the person's own last answers and days."""
    answers, dates = dict(under_way.answers), dict(under_way.dates)
    if asked.lasting:
        standing = standing_yes(records.entries(request.user, Screening), rounds.rules())
        answers = dict.fromkeys(standing, YES) | answers
        dates = {question: str(day) for question, day in standing.items() if day} | dates
    return showing(asked, how, answers, dates, done=asked.id in under_way.done)


def around(user: User, under_way: Round, asked: Step) -> dict[str, object]:
    """Return what the head of a list shows: its place among the lists that everybody is asked, and the page before."""
    before = under_way.before(asked.id)
    everybodys = [page for page in under_way.pages if not _list_behind_a_gate(page)]
    noted = under_way.is_urgent(user)
    counted = not noted and under_way.form in {Form.START, Form.AGAIN} and asked.id in everybodys
    return {
        "step": asked,
        "noted": noted,
        "pages": everybodys if counted else (),
        "place": everybodys.index(asked.id) + 1 if counted else 0,
        "before": address_of(before) if before else _way_out(under_way),
        "then_two_pages": counted and under_way.form == Form.START and asked.id == everybodys[-1],
        "first": before is None,
        "why": _card(under_way) if before is None else None,
        "again": before is None and under_way.form == Form.AGAIN,
    }


def why(user: User, under_way: Round, page: str) -> dict[str, object]:
    """Return what the head of a short page shows: why it is asked, and the page before."""
    before = under_way.before(page)
    noted = under_way.is_urgent(user)
    return {"why": _card(under_way), "before": address_of(before) if before else "", "noted": noted}


def said(under_way: Round, asked: Step) -> dict[str, object]:
    """Return what just happened: a line of the list before was left out, or a tick of this one was taken back."""
    before = under_way.before(asked.id)
    left_out = before is not None and any(under_way.answers.get(q) == SKIPPED for q in rounds.questions_of(before))
    slipped = asked.id not in under_way.done and asked.questions[0] in under_way.answers
    return {"left_one_out": left_out, "taken_back": slipped}


def _card(under_way: Round) -> urgent.Card | None:
    """Return the card that says why it is asked, and how long it takes."""
    return urgent.cards().get(under_way.why)


def _way_out(under_way: Round) -> str:
    """Return where the first page of a round leads back to."""
    match under_way.form:
        case Form.START:
            return reverse("screening:about")
        case Form.ONE if not under_way.why:
            return reverse("people:settings")
        case _:
            return reverse("practice:today")


def _list_behind_a_gate(page: str) -> bool:
    step = list_named(page)
    return bool(step and step.after)
