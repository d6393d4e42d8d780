"""Today's sessions on paper, for the fridge door: one sheet each, and all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loosen.content import emergency, loading
from loosen.content.guides import guides
from loosen.core.day import Day, Session
from loosen.core.journal import DayPart
from loosen.core.score import StopDoes
from loosen.render.bundle import minutes
from loosen.render.sheet import Easier, Line, lines, stop_signs
from loosen.web import records, stills
from loosen.web.people.expecting import is_pregnant
from loosen.web.people.models import User
from loosen.web.people.referred import no_session_while_referred
from loosen.web.people.signed_in import SignedIn
from loosen.web.practice.cards import dose_words, where_words
from loosen.web.practice.guides import told

TITLES = {
    DayPart.MORNING: "My morning",
    DayPart.NOON: "My noon",
    DayPart.AFTERNOON: "My late afternoon",
    DayPart.BEDTIME: "Before bed",
    DayPart.SMALL: "One small thing",
    DayPart.FULL: "The full routine",
    DayPart.BEFORE_RUN: "Before a run",
    DayPart.AFTER_RUN: "After a run",
}

ROOMY, USUAL = 3, 5
"""Up to so many movements the pictures are large, or of middle size; with more they are small, for one page."""

FLARE = "flare"
"""The guide whose words hold when it flares."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One movement as it stands on the paper: how much, its two pictures, how it begins and goes, what is easier."""

    name: str
    dose: str
    begin: str
    words: str
    cue: str
    easier: str
    stills: tuple[stills.Still, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One session on its page. `size` says how large its pictures are."""

    title: str
    minutes: int
    size: str
    printed: tuple[Printed, ...]
    leave: tuple[str, ...]
    ends: tuple[str, ...]
    asks: tuple[str, ...]


@require_safe
@no_session_while_referred
def paper(request: SignedIn, session_id: str) -> HttpResponse:
    """Show one session of today as a sheet to print."""
    today = _today(request.user)
    return _shown(request, today, [one for one in today.every if one.id == session_id] if today else [])


@require_safe
@no_session_while_referred
def papers(request: SignedIn) -> HttpResponse:
    """Show every session of today, a sheet each."""
    today = _today(request.user)
    return _shown(request, today, today.every if today else [])


def _today(user: User) -> Day | None:
    outcome = records.today(user).outcome
    return outcome if isinstance(outcome, Day) else None


def _shown(request: SignedIn, today: Day | None, sessions: Sequence[Session]) -> HttpResponse:
    if today is None or not sessions:
        return render(request, "practice/no_session.html", status=404)
    user, sheets = request.user, [_sheet(session) for session in sessions]
    shown = {
        "sheets": sheets,
        "drawn": stills.address(still for sheet in sheets for each in sheet.printed for still in each.stills),
        "numbers": emergency.numbers(user.country).emergency,
        "pregnant": is_pregnant(user),
        "sooner": _sooner(user),
        "day": today.day,
    }
    return render(request, "practice/paper.html", shown)


def _sheet(session: Session) -> Sheet:
    signs = stop_signs(session, loading.scores())
    printed = tuple(_printed(line) for line in lines(session, loading.scores()))
    return Sheet(
        title=TITLES[session.part],
        minutes=minutes(session.duration_s),
        size="roomy" if len(printed) <= ROOMY else "usual" if len(printed) <= USUAL else "close",
        printed=printed,
        leave=tuple(sign for sign in signs[StopDoes.LEAVE_MOVEMENT] if not _is_only_sharp(sign)),
        ends=signs[StopDoes.END_SESSION],
        asks=signs[StopDoes.OPEN_QUESTIONS],
    )


def _is_only_sharp(sign: str) -> bool:
    """True of what the sheet says of everything that is sharp."""
    return sign.startswith("Sharp") and ", or" not in sign


def _printed(line: Line) -> Printed:
    slug = line.score.slug
    return Printed(
        name=line.score.name,
        dose=f"{dose_words(line.score, line.dose)}, {where_words(line.score)}",
        begin=line.score.get_there,
        words=" ".join(said for said in (*line.words, line.sides, line.far) if said),
        cue=line.cue,
        easier=_easier_words(line.easier),
        stills=tuple(dict.fromkeys(stills.Still(slug, posture) for posture in (line.begins, line.posture))),
    )


def _easier_words(easier: Easier | None) -> str:
    """Return a smaller way as a sentence; where there is none, the breath is always there."""
    if easier is None:
        return "Leave it out, and breathe."
    return f"{easier.words}, {dose_words(easier.score, easier.dose)}."


def _sooner(user: User) -> Sequence[str]:
    """Return what the guide to a flare says to this person beside what it says to everybody."""
    return [section.text for section in guides()[FLARE].sections_for(told(records.lasting(user))) if section.when]
