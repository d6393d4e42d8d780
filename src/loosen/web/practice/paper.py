"""A session on one sheet of paper, for the fridge door."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loosen.content import emergency, loading
from loosen.core.day import Day, Session
from loosen.core.journal import DayPart
from loosen.render.bundle import minutes
from loosen.render.sheet import Line, lines
from loosen.web import records, stills
from loosen.web.people.models import User
from loosen.web.people.referred import no_session_while_referred
from loosen.web.people.signed_in import SignedIn
from loosen.web.practice.cards import dose_words

TITLES = {
    DayPart.MORNING: "My morning",
    DayPart.NOON: "My noon",
    DayPart.AFTERNOON: "My late afternoon",
    DayPart.BEDTIME: "Before bed",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """One movement as it stands on the paper."""

    name: str
    dose: str
    begin: str
    words: str
    still: stills.Still


@require_safe
@no_session_while_referred
def paper(request: SignedIn, session_id: str) -> HttpResponse:
    """Show one session of today as a sheet to print."""
    outcome = records.today(request.user).outcome
    found = next((one for one in outcome.sessions if one.id == session_id), None) if isinstance(outcome, Day) else None
    if found is None:
        return render(request, "practice/no_session.html", status=404)
    return render(request, "practice/paper.html", _shown(request.user, found))


def _shown(user: User, session: Session) -> dict[str, object]:
    printed = [_printed(line) for line in lines(session, loading.scores())]
    return {
        "title": TITLES[session.part],
        "minutes": minutes(session.duration_s),
        "printed": printed,
        "sheet": stills.address(each.still for each in printed),
        "numbers": emergency.numbers(user.country).emergency,
    }


def _printed(line: Line) -> Printed:
    return Printed(
        name=line.score.name,
        dose=dose_words(line.score, line.dose),
        begin=line.score.get_there,
        words=" ".join(line.words),
        still=stills.Still(line.score.slug, line.posture),
    )
