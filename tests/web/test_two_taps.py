"""Two taps from every page of the product, in reading order: the urgent signs, and the emergency card behind them."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from loosen.content import loading
from loosen.core.journal import CheckIn
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.screening import Screening
from loosen.web import records
from tests.web.visits import MORNING, SESSION, Page, Visit, ago, head, session_of

pytestmark = pytest.mark.django_db

NO_PAGES = {
    "people:sign-in", "practice:choices", "practice:events", "practice:stills", "screening:start", "screening:slip",
    "screening:slip-in-the-check-in", "screening:questions", "screening:change", "screening:no-limits",
    "screening:last-list",
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


def newcomers() -> dict[str, Page]:
    """Walk the pages of somebody who opens Loosen for the first time, up to an answer that is read back."""
    from tests.web.screening.newcomer import STEPS, Newcomer

    new = Newcomer().begin()
    lists = [f"/start/{step}/" for step in STEPS]
    walked = walk(new.client, "/", "/start/about/", "/start/under-18/", *lists, "/start/able/", "/start/time/")
    new.tick("nerves", "ces1")
    walked |= walk(new.client, "/start/since/")
    new.since("ces1")
    return walked | walk(new.client, "/start/said/")


def somebody_steady() -> dict[str, Page]:
    """Walk the pages of somebody who practises, with a plan, a note, and a day behind them."""
    visit = Visit(login="steady")
    plan = Plan(**head(), clinician="Dr Lind", sentences=(Sentence(Says.STEPS, allowed=False),))
    visit.keep(plan, *session_of(ago(1)))
    return walk(visit.client, "/today/", f"/sessions/{SESSION}/", "/sessions/2020-01-01-morning/", "/nowhere/")


def asked_again() -> dict[str, Page]:
    """Walk the pages of somebody who is asked the short form, and of somebody on a bad day."""
    away = Visit(login="away", screened=False)
    answers = dict.fromkeys(loading.practice().screening.questions, "no")
    away.keep(Screening(**head(ago(30)), answers=answers), *session_of(ago(20)))
    bad_day = Visit(login="bad", usual_pain=4)
    bad_day.keep(CheckIn(**head(), pain=9))
    return walk(away.client, "/questions/", "/today/") | walk(bad_day.client, "/questions/", "/today/")


def referred() -> dict[str, Page]:
    """Walk the pages of those whom somebody should see now, today, soon, and before they begin."""
    cases = {"now": "ces1", "today": "ca2-weight", "soon": "tho1", "first": "cond-other"}
    walked: dict[str, Page] = {}
    for login, question in cases.items():
        visit = Visit(login=login)
        visit.keep(Screening(**head(), answers={question: "yes"}, read_back=True))
        walked |= walk(visit.client, "/referral/", "/today/", "/plan/")
    return walked


class TestEveryPage:
    def test_in_every_state_a_person_can_be_in_leads_to_help(self):
        walked = newcomers() | somebody_steady() | asked_again() | referred()
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
