"""The questions: the form that is due, its pages, the second half of a yes, and the reading back."""

from collections.abc import Mapping
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from loosen.content import loading
from loosen.core.answers import standing_yes
from loosen.core.rescreening import DueKind
from loosen.core.screening import YES, Dated, History, Screening, Step, Tier, is_urgent
from loosen.web import records
from loosen.web.health import steady_signs, waits
from loosen.web.people import down
from loosen.web.people.signed_in import SignedIn
from loosen.web.screening import bad_day, heads, rounds, waiting
from loosen.web.screening.adults import for_adults
from loosen.web.screening.lists import ListForm, SevereForm, ShortForm
from loosen.web.screening.rounds import SEVERE_PAGE, SHORT_PAGE, Form, Round, address_of, list_named, round_of
from loosen.web.screening.second_half import SecondHalfForm, is_known, said_back
from loosen.web.screening.standing import due, stands

PAGE = ["GET", "HEAD", "POST"]
"""A form that is shown, and sent."""

FORMS = {
    DueKind.FULL.value: Form.START,
    DueKind.SEVERE.value: Form.SEVERE,
    DueKind.NEWS.value: Form.AGAIN,
    DueKind.SHORT.value: Form.SHORT,
    DueKind.DATE.value: Form.ONE,
}
"""Which form answers what is due."""


@require_safe
@for_adults
def questions(request: SignedIn) -> HttpResponse:
    """Ask what is due, else all lists again; while somebody must be seen, answers are put right at the referral."""
    if any(map(is_urgent, stands(request.user))):
        return to_the_answer(request)
    if waits(request.user):
        return redirect("screening:read-back")
    if not records.has_answered(request.user):
        return redirect("screening:start")
    asked = due(request.user)
    if asked is None:
        return onwards(request, rounds.begin(request, Form.AGAIN))
    form = FORMS[asked.rule]
    return onwards(
        request, rounds.begin(request, form, _list_with_a_due_date() if form is Form.ONE else "", asked.words)
    )


@require_safe
@for_adults
def change(request: SignedIn, step: str) -> HttpResponse:
    """Ask one list of what lasts again."""
    asked = _list(step)
    if not asked.lasting:
        raise Http404(f"{step!r} asks for news")
    if any(map(is_urgent, stands(request.user))):
        return redirect("screening:referral")
    return onwards(request, rounds.begin(request, Form.ONE, _open_list(request, asked)))


@require_http_methods(PAGE)
@for_adults
def calm_list(request: SignedIn, step: str) -> HttpResponse:
    """Ask one list; going back shows it as it was left."""
    asked = _list(step)
    under_way = _round_with(request, asked)
    if under_way is None:
        return redirect("screening:questions")
    how = heads.shown(request, under_way, asked)
    left = heads.as_left(request, under_way, asked, how)
    form = ListForm(asked, how, request.POST) if request.method == "POST" else left
    if not form.is_valid():
        context = {"form": form, **heads.around(request.user, under_way, asked), **heads.said(under_way, asked)}
        return render(request, "screening/list.html", context, status=422 if form.is_bound else 200)
    return _put(request, under_way, step, form.answers, form.dates)


@require_http_methods(PAGE)
@for_adults
def short(request: SignedIn) -> HttpResponse:
    """Ask the four lines of the short form."""
    under_way = round_of(request)
    if under_way is None or SHORT_PAGE not in under_way.pages:
        return redirect("screening:questions")
    left = dict.fromkeys(under_way.lines, True) | {"none": SHORT_PAGE in under_way.done and not under_way.lines}
    form = ShortForm(rounds.rules().short, request.POST or None, initial=left)
    if not form.is_valid():
        context = {
            "form": form,
            "baselines": steady_signs(request.user),
            **heads.why(request.user, under_way, SHORT_PAGE),
        }
        return render(request, "screening/short.html", context, status=422 if form.is_bound else 200)
    return _put(request, under_way, SHORT_PAGE, under_way.hear_short(request.user, form.ticked))


@require_http_methods(PAGE)
@for_adults
def severe(request: SignedIn) -> HttpResponse:
    """Ask about a day with much more pain than usual."""
    under_way = round_of(request)
    if under_way is None or SEVERE_PAGE not in under_way.pages:
        return redirect("screening:questions")
    left = {question: under_way.answers.get(question) for question in rounds.rules().severe}
    form = SevereForm(rounds.rules().severe, request.POST or None, initial=left)
    if not form.is_valid():
        context = {
            "form": form,
            "pain": bad_day.pain_today(request.user),
            **heads.why(request.user, under_way, SEVERE_PAGE),
        }
        return render(request, "screening/severe.html", context, status=422 if form.is_bound else 200)
    return _put(request, under_way, SEVERE_PAGE, {**form.answers, **bad_day.answered_by_the_check_in(request.user)})


@require_POST
def slip_in_the_check_in(request: SignedIn) -> HttpResponse:
    """Take back a number that was tapped by mistake; the day is made again without it."""
    asked = due(request.user)
    if asked is None or asked.rule != DueKind.SEVERE.value:
        return redirect("practice:today")
    records.keep_all(request.user, bad_day.without_the_number(request.user))
    rounds.end(request)
    return redirect(f"{reverse('diary:check-in')}?again")


@require_http_methods(PAGE)
@for_adults
def since(request: SignedIn) -> HttpResponse:
    """Ask when each sign of the nerves that waits began, whether it grows, and whether somebody has looked."""
    asked = waiting.second_halves(request.user)
    if not asked:
        return redirect("screening:read-back")
    today = records.moment_for(request.user).practice_day
    form = SecondHalfForm(asked, request.POST or None, today=today, birth_year=request.user.birth_year)
    if not form.is_valid():
        context = {"form": form, "told": [half.question.told for half in form.halves]}
        return render(request, "screening/since.html", context, status=422 if form.is_bound else 200)
    waiting.tell(request.user, form.histories)
    return redirect("screening:read-back")


@require_http_methods(PAGE)
@for_adults
def read_back(request: SignedIn) -> HttpResponse:
    """Read every urgent yes that waits back, on one page and in full. What is confirmed is kept, and counts at once."""
    waiting_now = waits(request.user)
    if not waiting_now:
        return _nothing_waits(request)
    answers = waiting.heard(request.user, request.POST)
    if answers:
        waiting.put_down(request.user, answers)
        return _after_reading_back(request, answers)
    halves = waiting.second_halves(request.user)
    if None in halves.values() and "unsure" not in request.GET:
        return redirect(f"{reverse('screening:since')}{'?waiting' if 'waiting' in request.GET else ''}")
    known = loading.practice().screening.questions
    told = [(known[question], _half_in_words(question, halves)) for question in waiting_now]
    today = records.moment_for(request.user).practice_day
    steady = all(is_known(halves.get(question), today) for question in waiting_now)
    return render(request, "screening/read_back.html", {"told": told, "halves": bool(halves), "steady": steady})


def onwards(request: SignedIn, under_way: Round) -> HttpResponse:
    """Lead to the first page without an answer, or past them when all have one."""
    page = under_way.still_asks(request.user)
    return redirect(_after(under_way) if page is None else address_of(page))


def to_the_answer(request: SignedIn) -> HttpResponse:
    """Lead to the referral; while nothing is an emergency, first to what the round still asks."""
    still = goes_on(request)
    if waits(request.user) and not any(finding.tier is Tier.T0 for finding in stands(request.user)):
        return redirect("screening:read-back")
    return redirect(still or "screening:referral")


def goes_on(request: SignedIn) -> str:
    """Return where the round under way goes on although somebody must be seen today, or nothing."""
    under_way = round_of(request)
    page = under_way.still_asks(request.user) if under_way else None
    return address_of(page) if page else ""


def _round_with(request: SignedIn, asked: Step) -> Round | None:
    """Return the round that asks a list. One that was sent after its round was over is heard all the same.

    The round was ended in another window, or left for days: a tick on its list must not vanish without a word.
    """
    under_way = round_of(request)
    if under_way is not None and asked.id in under_way.pages:
        return under_way
    if request.method != "POST" or asked not in rounds.rules().steps or asked.after:
        return None
    return rounds.begin(request, *((Form.ONE, asked.id) if records.has_answered(request.user) else (Form.START,)))


def _put(
    request: SignedIn, under_way: Round, page: str, answers: Mapping[str, str], dates: Mapping[str, date] | None = None
) -> HttpResponse:
    """Put down one page, and go on."""
    under_way.put(page, answers, dates)
    rounds.save(request, under_way)
    waiting.untick(request.user, answers)
    return _after_answers(request, under_way)


def _nothing_waits(request: SignedIn) -> HttpResponse:
    """Go on with the round: it was read back already, in another window or with a second tap."""
    under_way, still = round_of(request), goes_on(request)
    if under_way is None or (any(map(is_urgent, stands(request.user))) and not still):
        return redirect("practice:today")
    return onwards(request, under_way)


def _after_reading_back(request: SignedIn, answers: Mapping[str, str]) -> HttpResponse:
    """Go on with the round; one that was lost with its browser is over, and today knows what comes next."""
    under_way = round_of(request)
    if under_way is not None:
        under_way.settle(answers)
        rounds.save(request, under_way)
    if waits(request.user):
        return redirect("screening:read-back")
    if under_way is None:
        return redirect("practice:today")
    slipped = [page for q, said in answers.items() if said != YES and (page := under_way.page_of(q))]
    if slipped and not under_way.is_urgent(request.user):
        return redirect(address_of(slipped[0]))
    return _after_answers(request, under_way)


def _after_answers(request: SignedIn, under_way: Round) -> HttpResponse:
    """Read back what is urgent; an emergency goes straight to the answer, a visit today leaves the pages of news."""
    unsure = under_way.unsure(request.user)
    if unsure:
        waiting.let_wait(request.user, unsure)
        return redirect("screening:read-back")
    urgent_now = under_way.is_urgent(request.user)
    if under_way.still_asks(request.user) is not None:
        if urgent_now:
            under_way.keep_so_far(request.user)
        return onwards(request, under_way)
    under_way.keep(request.user)
    rounds.end(request)
    down.forget(request)
    if urgent_now:
        return redirect("screening:referral")
    return redirect(_after(under_way))


def _after(under_way: Round) -> str:
    """Return where a round ends: at the first session, at what was changed, or at today."""
    match under_way.form:
        case Form.START:
            return reverse("screening:able")
        case Form.ONE if not under_way.why:
            return reverse("people:settings")
        case _:
            return reverse("practice:today")


def _list(slug: str) -> Step:
    """Return the list of this name."""
    found = list_named(slug)
    if found is None:
        raise Http404(f"there is no list {slug!r}")
    return found


def _open_list(request: SignedIn, asked: Step) -> str:
    """Return the list, or that of its gate where the gate is closed."""
    closed = asked.after not in standing_yes(records.entries(request.user, Screening), rounds.rules())
    return (
        next(s.id for s in rounds.rules().steps if asked.after in s.questions) if asked.after and closed else asked.id
    )


def _list_with_a_due_date() -> str:
    """Return the list that asks on which day a baby is due."""
    known = rounds.rules().questions
    return next(step.id for step in rounds.rules().steps if any(known[q].dated is Dated.DUE for q in step.questions))


def _half_in_words(question: str, halves: Mapping[str, History | None]) -> str:
    told = halves.get(question)
    return said_back(told) if told else ""
