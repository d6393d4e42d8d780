"""Guides as they are shown: what to each person, with the figure no further than they may go."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from loosen.content import loading
from loosen.content.guides import Guide, GuideKind, Page, guides
from loosen.content.pictures import pictures
from loosen.content.words import sentence
from loosen.core import conditions
from loosen.core.answers import answered
from loosen.core.body import MEASURES
from loosen.core.prescription import Limits
from loosen.core.record import Record
from loosen.web import drawn, records, stills
from loosen.web.people.models import User
from loosen.web.people.referred import is_paused
from loosen.web.people.signed_in import SignedIn

KINDS = {GuideKind.CARRY_OVER: "Into the day", GuideKind.TOOLKIT: "Beside the practice"}
"""The headings of the page of all guides."""

PAGES = {
    Page.RESET: "practice:reset",
    Page.SIGNS: "screening:signs",
    Page.TODAY: "practice:today",
    Page.PLANS: "clinic:plans",
    Page.JOURNAL: "diary:journal",
    Page.DARK: "diary:dark",
}


@dataclass(frozen=True, slots=True)
class Practised:
    """A movement that trains it; `why_not` says so when this person leaves it out."""

    slug: str
    name: str
    why_not: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One guide on the page of all of them."""

    slug: str
    title: str
    summary: str
    still: stills.Still


@require_safe
def every_guide(request: SignedIn) -> HttpResponse:
    """Show every guide, in two groups."""
    shown = [Shown(guide.slug, guide.title, guide.summary, _still(guide)) for guide in guides().values()]
    groups = [(words, [one for one in shown if guides()[one.slug].kind is kind]) for kind, words in KINDS.items()]
    context = {"groups": groups, "sheet": stills.address(one.still for one in shown), "paused": is_paused(request.user)}
    return render(request, "practice/guides.html", context)


@require_safe
def guide(request: SignedIn, slug: str) -> HttpResponse:
    """Show one guide, said to this person."""
    found = guides().get(slug)
    if found is None:
        raise Http404
    return render(request, "practice/guide.html", _whole(found, request.user) | {"paused": is_paused(request.user)})


def _whole(found: Guide, user: User) -> dict[str, object]:
    record, moment = records.lasting(user), records.moment_for(user)
    limits = conditions.limits(record, loading.practice(), moment)
    steps = [(stills.Still(found.drawing, step.posture), step.say) for step in found.steps]
    return {
        "guide": found,
        "still": _still(found),
        "drawing": _drawing(found, limits),
        "steps": steps,
        "sheet": stills.address([_still(found), *(still for still, _ in steps)]),
        "sections": found.sections_for(told(record)),
        "practise": list(_practise(found, limits, user.language)),
        "links": [(reverse(PAGES[link.to]), link.words) for link in found.links],
        "sources": [loading.sources()[source] for source in found.sources],
    }


def told(record: Record) -> frozenset[str]:
    """Return the questions of the screening that this person has answered with yes."""
    return frozenset(answered(record.screenings, loading.practice().screening).told)


def _drawing(found: Guide, limits: Limits) -> dict[str, Any] | None:
    """Return what moves: no further than the person may go; None where they leave out what is shown."""
    if score := loading.scores().get(found.drawing):
        return drawn.within(score, limits)
    return drawn.picture_of(found.drawing) if _may_be_shown(found, limits) else None


def _may_be_shown(found: Guide, limits: Limits) -> bool:
    """True of a picture of which nothing is left out or kept small for this person: it has one way to go only."""
    if found.tags & {*limits.tags, *limits.gentlest, *limits.reach, *limits.repetitions}:
        return False
    if any(not only.tags & found.tags for only in limits.only):
        return False
    postures = pictures()[found.drawing].postures.values()
    caps = (cap for cap in limits.caps if cap.measure in found.tags)
    return all(MEASURES[cap.measure](posture) <= cap.most for cap in caps for posture in postures)


def _practise(found: Guide, limits: Limits, language: str) -> Iterator[Practised]:
    for slug in found.practise:
        score = loading.scores()[slug]
        why_not = limits.forbids(score)
        yield Practised(slug, score.name, f"Not for you now. {sentence(why_not, language)}" if why_not else "")


def _still(found: Guide) -> stills.Still:
    return stills.Still(found.drawing, found.posture)
