"""Two taps from every page of the product, in reading order: the urgent signs, and the emergency card behind them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from loosen.web import records
from tests.web.visits import MORNING, SESSION, Page, Visit, head

pytestmark = pytest.mark.django_db

NO_PAGES = {
    "people:sign-in", "practice:choices", "practice:events", "practice:stills", "screening:slip",
}  # fmt: skip
"""Addresses that show nothing: they take something, lead on, or give a drawing."""

IN_THE_HEAD = 3
"""Links before and with the way to help: past the head, the mark, and then it."""

ERRORS = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html")


@pytest.fixture(autouse=True)
def on_a_sunday_morning(monkeypatch):
    monkeypatch.setattr(records, "now", lambda: MORNING)


def names() -> set[str]:
    """Return the name of every page."""

    def walk(resolver: URLResolver, space: str) -> Iterator[str]:
        for found in resolver.url_patterns:
            if isinstance(found, URLPattern):
                yield f"{space}:{found.name}"
            else:
                yield from walk(found, found.namespace or space)

    return set(walk(get_resolver(), "")) - NO_PAGES


def leads_to_help(page: Page) -> bool:
    """Tell whether one of the first links of a page is the urgent signs or the emergency card."""
    return any(link.split("?")[0] in {"/signs/", "/card/"} for link in page.links[:IN_THE_HEAD])


def walk(client: Client, *begin: str) -> dict[str, Page]:
    """Open these pages and all that their links lead to, each once; return them by name."""
    found: dict[str, Page] = {}
    ahead, seen = list(begin), set[str]()
    while ahead:
        path = ahead.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = client.get(path)
        ahead += [answer.headers["Location"]] if "Location" in answer.headers else []
        if "html" not in answer.headers.get("Content-Type", "") or answer.status_code == 302:
            continue
        page = Page(answer)
        assert leads_to_help(page), path
        found[name_of(path)] = page
        ahead += list(onwards(page))
    return found


def onwards(page: Page) -> Iterable[str]:
    for link in page.links:
        address = urlsplit(link)
        if address.scheme or not address.path.startswith("/"):
            continue
        yield address.path + (f"?{address.query}" if address.query else "")


def name_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return "none"


def answered_yes(*questions: str, **fields: Any) -> Visit:
    """Somebody who was well a month ago, and said yes to these this morning."""
    from loosen.core.screening import Screening

    visit = Visit(**fields)
    visit.keep(Screening(**head(), answers=dict.fromkeys(questions, "yes"), read_back=True))
    return visit


class TestEveryPage:
    def test_of_everybody_in_every_state_leads_to_help(self):
        from tests.web.screening.newcomer import STEPS, Newcomer

        walked: dict[str, Page] = {}
        newcomer = Newcomer().begin()
        walked |= walk(
            newcomer.client, "/", "/start/", "/start/about/", "/start/under-18/", *(f"/start/{s}/" for s in STEPS)
        )
        walked |= walk(newcomer.client, "/start/able/", "/start/time/", "/nowhere/")
        newcomer.tick("nerves", "ces1")
        walked |= walk(newcomer.client, "/start/said/")
        for login, questions in (("now", ["ces1"]), ("today", ["inf1"]), ("soon", ["tho1"])):
            walked |= walk(answered_yes(*questions, login=login).client, "/referral/", "/today/", "/plan/")
        steady = Visit(login="steady")
        walked |= walk(steady.client, "/today/", f"/sessions/{SESSION}/", "/sessions/2020-01-01-morning/", "/you/")
        walked |= walk(Client(), "/signs/", "/card/", "/up/", "/signed-out/", "/nowhere/")

        assert names() - walked.keys() == set()

    @pytest.mark.parametrize("template", ERRORS)
    def test_of_something_that_went_amiss_leads_to_help(self, template):
        links = re.findall(r'<a [^>]*href="([^"]+)"', render_to_string(template))

        assert "/signs/" in links[:IN_THE_HEAD]

    def test_of_the_signs_has_the_card_one_tap_further(self):
        page = Page(Client().get("/signs/"))

        assert any(link.startswith("/card/") for link in page.links[:IN_THE_HEAD])
        assert any(link.startswith("tel:") for link in page.links)


class TestThePlayer:
    @pytest.fixture
    def template(self) -> str:
        return Visit().get(f"/sessions/{SESSION}/").html.split("<template>")[1].split("</template>")[0]

    @pytest.mark.parametrize("address", ["/signs/", "/card/"])
    def test_has_it_on_every_panel_but_the_movement_itself(self, template, address):
        panels = {panel for each in re.findall(r'data-panel="([^"]+)"', template) for panel in each.split()}

        assert panels - panels_with(address, template) == {"play"}

    def test_has_it_on_the_panel_that_too_sharp_leads_to(self, template):
        assert 'data-panel="play" data-tap="sharp"' in template
        assert "settle" in panels_with("/card/", template)


def panels_with(address: str, template: str) -> set[str]:
    """Return the panels of the player on which a link stands."""
    found = re.search(rf'<a [^>]*href="{address}" data-panel="([^"]+)"', template)
    return set(found[1].split()) if found else set()
