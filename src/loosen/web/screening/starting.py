"""From the opened page to the first breath: a little about the person, the six lists, the body, one time of day."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from loosen.content import loading
from loosen.content.urgent import cards
from loosen.core.screening import NO, SKIPPED, Step, is_urgent
from loosen.web import records
from loosen.web.people import down
from loosen.web.people.signed_in import SignedIn
from loosen.web.screening import rounds, waiting
from loosen.web.screening.forms import PACES, PARTS, USUAL_PAIN, AboutForm, BodyForm, ListForm, TimeForm
from loosen.web.screening.rounds import AGAIN, START, Round, round_of
from loosen.web.screening.standing import stands

PAGE = ["GET", "HEAD", "POST"]
"""A form that is shown, and sent."""


@require_safe
def start(request: SignedIn) -> HttpResponse:
    """Go on where the questions were left; while somebody must be seen today, they wait."""
    if request.user.birth_year is None:
        return redirect("screening:about")
    if any(map(is_urgent, stands(request.user))):
        return redirect("screening:referral")
    if waiting.waits(request.user):
        return redirect("screening:read-back")
    return _onwards(round_of(request) or rounds.begin(request, START))


@require_http_methods(PAGE)
def about(request: SignedIn) -> HttpResponse:
    """Ask where the person is, how old, and how the back usually feels."""
    moment = records.moment_for(request.user)
    kept = {
        "country": request.user.country,
        "birth_year": request.user.birth_year,
        "usual_pain": request.user.usual_pain,
    }
    form = AboutForm(request.POST or None, moment=moment, initial=kept)
    if not form.is_valid():
        context = {"form": form, "scale": USUAL_PAIN}
        return render(request, "screening/about.html", context, status=422 if form.is_bound else 200)
    if form.is_under_age:
        rounds.end(request)
        return redirect("screening:under-age")
    form.keep_for(request.user)
    return redirect("screening:start")


@require_safe
def under_age(request: SignedIn) -> HttpResponse:
    """Say kindly that Loosen is for grown backs; nothing was kept."""
    return render(request, "screening/under_age.html", {"card": cards()["under-age"]})


@require_safe
def questions(request: SignedIn) -> HttpResponse:
    """Ask the lists again, from the first; while somebody must be seen, the referral is where answers are put right."""
    if any(map(is_urgent, stands(request.user))):
        return redirect("screening:referral")
    if waiting.waits(request.user):
        return redirect("screening:read-back")
    if not records.has_answered(request.user):
        return redirect("screening:start")
    return _onwards(rounds.begin(request, AGAIN))


@require_http_methods(PAGE)
def calm_list(request: SignedIn, step: str) -> HttpResponse:
    """Ask one list; going back shows it as it was left."""
    under_way, asked = round_of(request), _step(step)
    if under_way is None:
        return redirect("screening:start")
    kept = ListForm.showing(asked, under_way.answers, under_way.known, done=step in under_way.done)
    form = ListForm(asked, request.POST) if request.method == "POST" else kept
    if not form.is_valid():
        context = {"form": form, **_around(asked), **_said(under_way, asked)}
        return render(request, "screening/list.html", context, status=422 if form.is_bound else 200)
    under_way.put(asked, form.answers)
    rounds.save(request, under_way)
    waiting.untick(request.user, form.answers)
    return _after_answers(request, under_way)


@require_http_methods(PAGE)
def read_back(request: SignedIn) -> HttpResponse:
    """Read every urgent yes that waits back, on one page and in full. What is confirmed is kept, and counts at once."""
    waits = waiting.waits(request.user)
    if not waits:
        return redirect("screening:start")
    answers = waiting.heard(request.POST, waits)
    if not answers:
        known = loading.practice().screening.questions
        return render(request, "screening/read_back.html", {"questions": [known[question] for question in waits]})
    waiting.put_down(request.user, answers)
    return _after_reading_back(request, answers)


@require_http_methods(PAGE)
def able(request: SignedIn) -> HttpResponse:
    """Ask what the body cannot do these days."""
    form = BodyForm(request.POST) if request.method == "POST" else BodyForm.showing(request.user)
    if not form.is_valid():
        return render(request, "screening/able.html", {"form": form}, status=422 if form.is_bound else 200)
    form.keep_for(request.user)
    return redirect("screening:time")


@require_http_methods(PAGE)
def time(request: SignedIn) -> HttpResponse:
    """Ask for one time of day, and perhaps the pace of the breath; then the first session is ready."""
    kept = {"part": request.user.parts[0], "pace": str(request.user.count_s)}
    form = TimeForm(request.POST) if request.method == "POST" else TimeForm(initial=kept)
    if not form.is_valid():
        context = {"form": form, "parts": PARTS, "paces": PACES}
        return render(request, "screening/time.html", context, status=422 if form.is_bound else 200)
    form.keep_for(request.user)
    return redirect("practice:today")


def _after_reading_back(request: SignedIn, answers: dict[str, str]) -> HttpResponse:
    """Go on with the round; one that was lost with its browser is over, and today knows what comes next."""
    under_way = round_of(request)
    if under_way is not None:
        under_way.settle(answers)
        rounds.save(request, under_way)
    if waiting.waits(request.user):
        return redirect("screening:read-back")
    if under_way is None:
        return redirect("practice:today")
    slips = [question for question, said in answers.items() if said == NO]
    if slips and not under_way.is_urgent(request.user):
        return redirect("screening:list", rounds.step_of(slips[0]).id)
    return _after_answers(request, under_way)


def _after_answers(request: SignedIn, under_way: Round) -> HttpResponse:
    """Read back what is urgent; who must be seen today goes straight to the answer, without the other lists."""
    unsure = under_way.unsure(request.user)
    if unsure:
        waiting.let_wait(request.user, unsure)
        return redirect("screening:read-back")
    urgent = under_way.is_urgent(request.user)
    if not urgent and under_way.next() is not None:
        return _onwards(under_way)
    under_way.keep(request.user)
    rounds.end(request)
    down.forget(request)
    if urgent:
        return redirect("screening:referral")
    return redirect("screening:able" if under_way.way == START else "practice:today")


def _onwards(under_way: Round) -> HttpResponse:
    """Lead to the first list without an answer, or past the lists when all have one."""
    step = under_way.next()
    return redirect("screening:able") if step is None else redirect("screening:list", step.id)


def _steps() -> tuple[Step, ...]:
    return loading.practice().screening.steps


def _step(slug: str) -> Step:
    """Return the list of this name."""
    found = next((step for step in _steps() if step.id == slug), None)
    if found is None:
        raise Http404(f"there is no list {slug!r}")
    return found


def _around(asked: Step) -> dict[str, object]:
    """Return what the head of a list shows: the lists in order, and the one before."""
    place = _steps().index(asked)
    return {"step": asked, "steps": _steps(), "place": place + 1, "before": _steps()[place - 1] if place else None}


def _said(under_way: Round, asked: Step) -> dict[str, object]:
    """Return what just happened: a line of the list before was left out, or a tick of this one was taken back."""
    steps = _steps()
    before = steps[: steps.index(asked)][-1:]
    left_out = any(under_way.answers.get(question) == SKIPPED for step in before for question in step.questions)
    slipped = asked.id not in under_way.done and asked.questions[0] in under_way.answers
    return {"left_one_out": left_out, "taken_back": slipped, "again": under_way.way == AGAIN}
