"""The programmes: which there are, what one holds for this person, and choosing one and its sessions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from loosen.content import loading
from loosen.content.resets import resets
from loosen.core.day import Day
from loosen.core.facts import Ground
from loosen.core.journal import DayPart
from loosen.core.planning import today_of
from loosen.core.practice import Outline, Programme
from loosen.core.record import USUAL_PROGRAMME, Person
from loosen.core.routine import Doses, Draft, stands_for
from loosen.core.score import Evidence
from loosen.core.staying import ground_in, usual_in
from loosen.core.walking import WALKING
from loosen.web import records, stills
from loosen.web.chosen import PART_WORDS, parts_chosen, parts_of, programme_of, session_words, sessions_to_choose
from loosen.web.people.models import User
from loosen.web.people.referred import is_paused
from loosen.web.people.signed_in import SignedIn
from loosen.web.practice.cards import AROUND_A_RUN, HOURS, Left, dose_words, left_out, sentences, where_words

RESTS_ON = {
    Evidence.GUIDELINE: "It follows a guideline.",
    Evidence.TRIAL: "It follows a trial; the sessions around it are reasoned.",
    Evidence.CONSENSUS: "It follows what experts agree on.",
    Evidence.REASONED: "It is put together by reasoning from its sources; no trial has looked at just this.",
    Evidence.MEMORY: "It is not yet checked against its sources.",
}
"""What a programme rests on, said plainly."""

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


@dataclass(frozen=True, slots=True)
class Card:
    """One programme among the others."""

    programme: Programme
    still: stills.Still
    sessions: str
    yours: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One movement of a session: its name, how much, from where, and why it is there or as it is."""

    slug: str
    name: str
    words: str
    still: stills.Still
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One session of a programme for this person: what it holds, what comes later, and what their limits leave out."""

    part: str
    words: str
    lines: tuple[Line, ...]
    later: tuple[str, ...]
    left: tuple[Left, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person before a programme is shown: what is left out, and what was begun."""

    ground: Ground
    doses: Doses


class PartsForm(forms.Form):
    """Which sessions of a programme somebody would like."""

    parts = forms.MultipleChoiceField(
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "Please choose at least one session. The one small thing is enough."
        ),
    )

    def offering(self, programme: Programme) -> "PartsForm":
        """Return the form with the sessions of a programme."""
        self.fields["parts"].choices = sessions_to_choose(programme)  # type: ignore[attr-defined]
        return self

    def keep_for(self, user: User, programme: Programme) -> None:
        """Keep the programme and the sessions, in the order of a day; the journal and all that was told stay."""
        chosen = parts_chosen(self.cleaned_data["parts"])
        user.programme = programme.slug
        user.parts = [part.value for part in DayPart if part.value in chosen]
        user.save(update_fields=["programme", "parts"])


@require_safe
def every_programme(request: SignedIn) -> HttpResponse:
    """Show the programmes, the person's own first."""
    own = programme_of(request.user)
    others = sorted((one for one in loading.programmes().values() if one is not own), key=_is_not_usual)
    cards = [_card(programme, own) for programme in (own, *others)]
    context = {
        "cards": cards,
        "count": NUMBERS[len(cards)] if len(cards) < len(NUMBERS) else str(len(cards)),
        "reviewed": any(card.programme.reviewed for card in cards),
        "own": own,
        "after": _after(own),
        "sheet": stills.address(card.still for card in cards),
        "paused": is_paused(request.user),
    }
    return render(request, "practice/programmes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def programme(request: SignedIn, slug: str) -> HttpResponse:
    """Show a programme with its sessions, and keep the choice of it."""
    found = loading.programmes().get(slug)
    if found is None:
        raise Http404
    form = PartsForm(request.POST if request.method == "POST" else None).offering(found)
    if form.is_bound and form.is_valid():
        form.keep_for(request.user, found)
        return redirect("practice:today")
    return render(request, "practice/programme.html", _shown(request, found, form), status=422 if form.errors else 200)


def _is_not_usual(programme: Programme) -> bool:
    """The usual programme stands before the others."""
    return programme.slug != USUAL_PROGRAMME


def _card(programme: Programme, own: Programme) -> Card:
    still = stills.of(loading.scores()[_face(programme)])
    return Card(programme, still, _sessions_words(programme), yours=programme is own)


def _face(programme: Programme) -> str:
    """Return the movement that shows best what a programme is: a walk, else one the usual programme has not."""
    if programme.walks:
        return WALKING
    usual = {slot.movement for outline in loading.programmes()[USUAL_PROGRAMME].sessions for slot in outline.slots}
    slots = programme.outline(programme.begins[0]).slots
    own = (slot.movement for slot in slots if slot.movement not in usual)
    return next(own, slots[len(slots) // 2].movement)


def _sessions_words(programme: Programme) -> str:
    """Say how many sessions a day it begins with: "Two sessions a day, and two around a run"."""
    run = sum(part in AROUND_A_RUN for part in programme.begins)
    usual = len(programme.begins) - run
    also = f", and {NUMBERS[run].lower()} around a run" if run else ""
    walk = ", and a walk" if programme.walks else ""
    return f"{NUMBERS[usual]} session{'' if usual == 1 else 's'} a day{also}{walk}"


def _shown(request: SignedIn, found: Programme, form: PartsForm) -> dict[str, object]:
    user = request.user
    own = programme_of(user)
    known = _known(user, found)
    chosen = request.POST.getlist("parts") if form.is_bound else parts_of(user, found)
    sessions = [_session(outline, known, chosen, user.language) for outline in found.sessions]
    return {
        "programme": found,
        "yours": found is own,
        "own": own,
        "form": form,
        "sessions": sessions,
        "without": _without(user, found),
        "sheet": stills.address(line.still for session in sessions for line in session.lines),
        "limited": any(session.left or any(line.why for line in session.lines) for session in sessions),
        "resets": [reset for reset in resets() if reset.id in found.resets],
        "after": _after(found),
        "sources": [loading.sources()[source] for source in found.sources],
        "rests_on": RESTS_ON[found.evidence],
        "paused": is_paused(user),
        "printable": _has_sessions_today(user),
    }


def _without(user: User, found: Programme) -> list[str]:
    """Return the hours at which somebody practises now, in words, for which this programme has no session."""
    there = {outline.part for outline in found.sessions}
    had = parts_of(user, programme_of(user))
    return [PART_WORDS[part].lower() for part in HOURS if part.value in had and part not in there]


def _has_sessions_today(user: User) -> bool:
    outcome = records.today(user).outcome
    return isinstance(outcome, Day) and bool(outcome.every)


def _after(found: Programme) -> list[Programme]:
    return [loading.programmes()[slug] for slug in found.after]


def _known(user: User, found: Programme) -> Known:
    """Return what is known of the person, also before the questions are answered and while a referral stands."""
    moment = records.moment_for(user)
    known = today_of(records.window(user, moment), moment, loading.practice())
    person: Person = replace(known.ground.person, programme=found.slug)
    return Known(replace(known.ground, person=person, swaps={}), known.course.now.doses)


def _session(outline: Outline, known: Known, chosen: Collection[str], language: str) -> Shown:
    scores = loading.scores()
    draft = _draft(outline, known)
    return Shown(
        part=outline.part.value,
        words=session_words(outline),
        lines=tuple(_lines(draft, language)),
        later=tuple(scores[movement].name for movement in _later(draft, known)),
        left=left_out(draft.absences, scores, language),
        chosen=outline.part.value in chosen,
    )


def _draft(outline: Outline, known: Known) -> Draft:
    """Return the session as this person has it on a calm day."""
    return usual_in(outline, known.doses, ground_in(outline.part, known.doses, known.ground))


def _lines(draft: Draft, language: str) -> Iterator[Line]:
    for step in draft.steps:
        score = loading.scores()[step.movement]
        words = f"{dose_words(score, step.dose)}, {where_words(score)}"
        yield Line(score.slug, score.name, words, stills.of(score), sentences(step.reasons, language))


def _later(draft: Draft, known: Known) -> Iterator[str]:
    """Yield the movements that are offered once the rest has settled, as far as nothing leaves them out."""
    there = frozenset(movement for step in draft.steps for movement in stands_for(step))
    for slot in draft.outline.slots:
        allowed = known.ground.limits.allows(loading.scores()[slot.movement])
        if slot.later and slot.movement not in there and allowed:
            yield slot.movement
