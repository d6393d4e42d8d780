"""A reset for now: one is proposed, by the hour and by what was had last; the others stand below it."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loosen.content import loading
from loosen.content.resets import resets
from loosen.core.conditions import in_part
from loosen.core.day import Day, Referral
from loosen.core.moment import Moment
from loosen.core.planning import today_of
from loosen.core.resets import Reset, Where, fitting, following, proposed
from loosen.core.screening import holds
from loosen.render.drawing import drawing
from loosen.web import drawn, records, stills
from loosen.web.people.models import User
from loosen.web.people.referred import no_session_while_referred
from loosen.web.people.signed_in import SignedIn

KEY = "reset"
"""What the browser's session remembers: the hour, and the reset that was shown in it, by moment."""

WHERE_WORDS = {
    Where.SITTING: "Sitting",
    Where.STANDING: "Standing",
    Where.MEETING: "In a meeting",
    Where.LYING: "Lying down",
}

LEAD = {
    Where.SITTING: "You have sat for a while. Let the body find another place.",
    Where.STANDING: "You have stood for a while. Let the weight go somewhere else.",
    Where.MEETING: "Nobody will see it.",
    Where.LYING: "You have lain for a while. A little change is enough.",
}


@require_safe
@no_session_while_referred
def reset(request: SignedIn) -> HttpResponse:
    """Show one reset for now, and the others that fit this person."""
    today = records.today(request.user)
    groups = _fitting(request.user, today.moment, today.outcome)
    where = _where(request, groups)
    if where is None:
        return render(request, "practice/no_reset.html")
    chosen = _chosen(request, where, groups[where], today.moment)
    return render(request, "practice/reset.html", _shown(where, groups, chosen))


def _fitting(user: User, moment: Moment, outcome: Day | Referral) -> Mapping[Where, tuple[Reset, ...]]:
    """Return what is left for this person now. Where a professional should look first, it keeps to the breath."""
    today = today_of(records.window(user, moment), moment, loading.practice())
    limits = in_part(today.ground.limits, moment.part)
    held = isinstance(outcome, Day) and any(map(holds, outcome.advice))
    return fitting(resets(), limits, today.locks, quiet=held or today.does_the_least)


def _where(request: HttpRequest, groups: Mapping[Where, tuple[Reset, ...]]) -> Where | None:
    """Return the moment that was asked for, if there is a reset for it; else the first there is one for."""
    asked = request.GET.get("where")
    return next((where for where in groups if where.value == asked), next(iter(groups), None))


def _chosen(request: HttpRequest, where: Where, group: tuple[Reset, ...], moment: Moment) -> Reset:
    """Return the one after the last where another was asked for, the same within the hour, else the hour's own."""
    now = f"{moment.local:%Y-%m-%dT%H}"
    shown = dict(request.session.get(KEY, {}))
    hour, last = shown.get(where.value, ("", ""))
    kept = next((reset for reset in group if reset.id == last and hour == now), None)
    if after := request.GET.get("after"):
        chosen = following(group, after)
    else:
        chosen = kept or proposed(group, moment.local.hour, last)
    if chosen is not kept:
        request.session[KEY] = shown | {where.value: (now, chosen.id)}
    return chosen


def _shown(where: Where, groups: Mapping[Where, tuple[Reset, ...]], chosen: Reset) -> dict[str, object]:
    others = [reset for reset in groups[where] if reset is not chosen]
    pictures = [stills.Still(chosen.drawing, step.postures[-1]) for step in chosen.steps]
    beside = [(reset, stills.Still(reset.drawing, reset.steps[-1].postures[0])) for reset in others]
    sources = (loading.sources()[source] for source in chosen.sources)
    return {
        "where": where,
        "lead": LEAD[where],
        "moments": [(each, WHERE_WORDS[each]) for each in groups],
        "reset": chosen,
        "steps": list(zip(chosen.steps, pictures, strict=True)),
        "drawing": _drawing(chosen),
        "others": beside,
        "sheet": stills.address([*pictures, *(still for _, still in beside)]),
        "sources": list(sources),
    }


def _drawing(chosen: Reset) -> dict[str, object]:
    """Return what the figure plays, with the postures of this reset alone."""
    score = loading.scores().get(chosen.drawing)
    whole = drawing(score) if score else drawn.picture_of(chosen.drawing)
    shown = {name for step in chosen.steps for name in step.postures}
    poses = {name: pose for name, pose in whole["poses"].items() if name in shown}
    return whole | {"poses": poses, "first": chosen.steps[0].postures[0], "bases": {}, "loop": [], "ghost": ""}
