"""A field fault is read out with its field: what describes a field is on the page."""

import re

import pytest

from tests.web.screening.newcomer import STEPS, Newcomer
from tests.web.visits import Page

DESCRIBED = re.compile(r'aria-describedby="([^"]+)"')


def about() -> Page:
    return Newcomer().about("nineteen", country="Mars")


def due_date() -> Page:
    visit = Newcomer().begin()
    for step in STEPS:
        visit.tick(step, *(["prg"] if step == "body" else []))
    return visit.tick("carrying", "pregnant", pregnant="2031-01-01")


def second_half() -> Page:
    visit = Newcomer().begin()
    visit.tick("nerves", "ces1")
    return visit.since("ces1", began="", worse="no", looked="yes", **{"looked-on": "soon"})


def look() -> Page:
    visit = Newcomer().referred_for("nerves", "ces1")
    return visit.post("/referral/cleared/", who="", looked_on="soon")


def slip() -> Page:
    return Newcomer().referred_for("nerves", "ces1").post("/referral/mistake/")


def plan() -> Page:
    sent = {"do": "read-back", "sentence": "0:minutes", "minutes-0": "0", "valid_to": "soon"}
    return Newcomer().begin().post("/plan/new/", **sent)


@pytest.mark.parametrize("fault", [about, due_date, second_half, look, slip, plan], ids=lambda each: each.__name__)
def test_what_describes_a_field_is_on_the_page(fault):
    page = fault()

    named = {name for names in DESCRIBED.findall(page.html) for name in names.split()}
    assert page.status == 422
    assert named
    assert named <= set(page.ids)
