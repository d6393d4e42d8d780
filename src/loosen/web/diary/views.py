"""What the person tells: how they are, how a session felt, and what the weeks look like."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from loosen.content import loading
from loosen.core.journal import Body, CheckIn, Note, check_in_that_counts, notes_that_count, unrevised
from loosen.web import records
from loosen.web.diary import days
from loosen.web.diary.chips import chips_for
from loosen.web.diary.forms import CheckInForm, NoteForm
from loosen.web.diary.journal import first_day, journal_of
from loosen.web.people import dark, down
from loosen.web.people.referred import is_paused
from loosen.web.people.signed_in import SignedIn
from loosen.web.practised import Practised
from loosen.web.scales import DAILY, PAIN_DURING


@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: SignedIn) -> HttpResponse:
    """Ask how the person is today."""
    moment = records.moment_for(request.user)
    return _asked(
        request,
        moment.practice_day,
        "diary/check_in.html",
        {"moment": moment, "paused": is_paused(request.user), "again": "again" in request.GET},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def day(request: SignedIn, day: date) -> HttpResponse:
    """Show one day of the journal, and let its check-in be put right."""
    moment = records.moment_for(request.user)
    if not first_day(request.user, moment.practice_day) <= day <= moment.practice_day:
        raise Http404
    return _asked(request, day, "diary/day.html", {"day": days.day_of(request.user, day), "today": moment.practice_day})


def _asked(request: SignedIn, day: date, page: str, also: dict[str, object]) -> HttpResponse:
    """Ask for the check-in of a day, keep the answer, and go back to where it matters."""
    standing = unrevised(records.entries(request.user, CheckIn, since=day, until=day))
    form = (
        CheckInForm(request.POST) if request.method == "POST" else CheckInForm.showing(check_in_that_counts(standing))
    )
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "scales": DAILY, "before": standing, **also}
        return render(request, page, context, status=status)
    records.keep_all(request.user, form.entries(request.user, day, standing))
    of_today = "moment" in also
    if of_today:
        down.forget(request)
    if form.cleaned_data["body"] is Body.NEW and is_paused(request.user):
        return redirect("screening:questions")
    return redirect("practice:today" if of_today else "diary:journal")


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: SignedIn, session: str) -> HttpResponse:
    """Ask how a session felt; what was done is filled in."""
    done = days.session_of(request.user, session)
    if done is None:
        raise Http404
    standing = tuple(n for n in unrevised(records.entries(request.user, Note, since=done.day)) if n.session == session)
    form = _note_form(request, done, standing)
    if not form.is_bound or not form.is_valid():
        context = {"form": form, "pain": PAIN_DURING, "before": standing, **days.words_of(done)}
        return render(request, "diary/note.html", context, status=422 if form.is_bound else 200)
    records.keep_all(request.user, form.entries(request.user, done, standing))
    return _after_the_note(request, form.cleaned_data["line"], standing)


def _after_the_note(request: SignedIn, line: str, standing: tuple[Note, ...]) -> HttpResponse:
    """Go back to today; new words of not wanting to live open a page first, once they are kept."""
    if dark.noticed(request.user, line, {note.line for note in standing}):
        return redirect(reverse("diary:dark") + "?kept")
    return redirect("practice:today")


def _note_form(request: SignedIn, done: Practised, standing: tuple[Note, ...]) -> NoteForm:
    before = next(iter(notes_that_count(standing)), None)
    form = NoteForm(request.POST) if request.method == "POST" else NoteForm.showing(before)
    stops = [(stop.event, words) for stop, words in zip(done.stops, days.stops_in_words(done.stops), strict=True)]
    return form.offering(chips_for(done.movements, loading.scores()), stops)


@require_safe
def journal(request: SignedIn) -> HttpResponse:
    """Show the weeks, then the days, newest first."""
    moment = records.moment_for(request.user)
    until = days.read_date(request.GET.get("until")) or moment.practice_day
    return render(request, "diary/journal.html", {"journal": journal_of(request.user, moment, until)})
