"""The sheet for the fridge on real paper: one page a session on A4 and on Letter, readable without any colour."""

import json
import os
import re
import sqlite3
import subprocess
import sys

import pytest

from tests.journeys.house import ROOT, House
from tests.journeys.pages import first_link
from tests.journeys.rehearsal import DEMO

pytestmark = pytest.mark.journey

PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b(?!s)")
PAPERS = ("A4", "letter")

THIN_BONES = """
import django
django.setup()
from dataclasses import replace
from loosen.core.screening import Screening
from loosen.web import records
from loosen.web.people.models import User
user = User.objects.get()
last = records.entries(user, Screening)[-1]
told = replace(last, id=records.new_id(), answers={**last.answers, "thin-bones": "yes"}, read_back=True)
records.keep_all(user, [told])
"""
"""Somebody whose bones are thin says so: the sheet has more to tell them."""

GREYS = """() => {
  const grey = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\\d.]+/g) ?? []).map(Number);
    return a === 0 || (Math.abs(r - g) < 2 && Math.abs(g - b) < 2);
  };
  const properties = ["color", "background-color", "border-top-color", "border-bottom-color", "fill", "stroke"];
  return [...document.querySelectorAll(".a4, .a4 *")].flatMap((one) => {
    const style = getComputedStyle(one);
    const drawn = properties.map((name) => [name, style.getPropertyValue(name)]);
    const coloured = drawn.filter(([, value]) => /^rgb/.test(value) && !grey(value));
    return coloured.map(([name, value]) => `${one.tagName} ${one.className.baseVal ?? one.className} ${name} ${value}`);
  });
}"""

PEOPLE = {
    "the usual morning": {"parts": ["morning"]},
    "a whole day": {"parts": ["morning", "noon", "afternoon", "bedtime"]},
    "the full routine": {"programme": "full-routine", "parts": ["full", "morning"]},
    "a runner": {"programme": "runner", "parts": ["morning", "before-run", "after-run"]},
    "at a desk": {"programme": "desk-worker", "parts": ["morning", "noon", "afternoon"]},
    "building up, never on the floor": {
        "programme": "build",
        "parts": ["morning"],
        "positions_off": ["lying", "side-lying", "hands-and-knees", "kneeling"],
    },
    "getting up": {"programme": "getting-up", "parts": ["morning"]},
}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A home whose person changes from test to test."""
    with House(tmp_path_factory.mktemp("paper"), DEMO) as served:
        yield served


@pytest.fixture(scope="module")
def signed_in(browser, house):
    """What the browser keeps of somebody who is signed in."""
    context = browser.new_context()
    context.new_page().goto(house.link)
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def printer(browser, house, signed_in):
    """Opens a page for a person as this test has them."""
    contexts = []

    def opened(path, *, scheme="light", **person):
        become(house, person)
        context = browser.new_context(color_scheme=scheme, storage_state=signed_in)
        contexts.append(context)
        page = context.new_page()
        page.goto(house.address + path, wait_until="networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()


def become(house, person):
    """Give the person of a home what this test asks, and let the day be planned anew."""
    usual = {"programme": "gentle-start", "parts": ["morning"], "positions_off": [], "theme": "auto"}
    fields = {name: value if isinstance(value, str) else json.dumps(value) for name, value in (usual | person).items()}
    said = ", ".join(f"{name} = ?" for name in fields)
    with sqlite3.connect(house.folder / "loosen.sqlite3") as rows:
        rows.execute(f"UPDATE people_user SET {said}, facts = facts + 1", tuple(fields.values()))


LOADED = """(paper) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paper);
  document.adoptedStyleSheets = [sheet];
}"""
"""Puts a paper into the printer: the sheet itself takes whatever paper there is."""


def pages(page, paper):
    page.evaluate(LOADED, f"@page fridge {{ size: {paper} }}")
    return len(PAGE_OF_A_PDF.findall(page.pdf(prefer_css_page_size=True)))


class TestEverySession:
    @pytest.mark.parametrize("who", PEOPLE)
    def test_is_one_page_on_either_paper(self, who, printer):
        page = printer("/today/paper/", **PEOPLE[who])

        sheets = page.locator("article").count()
        assert sheets >= len(PEOPLE[who]["parts"])
        assert {paper: pages(page, paper) for paper in PAPERS} == dict.fromkeys(PAPERS, sheets)

    def test_from_the_button_on_today_is_one_page_too(self, printer):
        page = printer("/today/", programme="full-routine", parts=["full"])
        page.goto(page.url.removesuffix("/today/") + first_link(page, r"/sessions/[\w-]+/paper/$"))

        assert page.locator("article").count() == 1
        assert {paper: pages(page, paper) for paper in PAPERS} == dict.fromkeys(PAPERS, 1)


FIGURE = sorted(
    set(re.findall(r"--fig-[\w-]+(?=: )", (ROOT / "src/loosen/web/static/loosen/css/figure.css").read_text()))
)
"""What the figure's drawing takes its colours from."""

HUES = """(names) => {
  const said = getComputedStyle(document.querySelector(".a4"));
  const probe = document.createElement("i");
  document.querySelector(".a4").append(probe);
  return names.flatMap((name) => {
    probe.style.color = "";
    probe.style.color = said.getPropertyValue(name);
    const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number);
    return Math.abs(r - g) < 2 && Math.abs(g - b) < 2 ? [] : [`${name} ${r} ${g} ${b}`];
  });
}"""


SMALLEST_PT = """() => Math.min(...[...document.querySelectorAll(".a4 *")]
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75))"""
"""The smallest type of the sheets, in points."""


class TestTheTypeOfALongSession:
    def test_is_at_least_nine_points(self, printer):
        page = printer("/today/paper/", programme="full-routine", parts=["full"])
        page.emulate_media(media="print")

        assert page.evaluate(SMALLEST_PT) >= 9


class TestWithoutColour:
    @pytest.mark.parametrize("theme", ["light", "dark"])
    def test_nothing_on_the_paper_has_a_hue_whatever_the_theme(self, theme, printer):
        page = printer("/today/paper/", scheme="dark", theme=theme)
        page.emulate_media(media="print")

        assert page.evaluate(GREYS) == []
        assert page.evaluate(HUES, FIGURE) == []

    @pytest.mark.parametrize("theme", ["auto", "dark"])
    def test_the_ground_is_white_in_a_dark_room(self, theme, printer):
        page = printer("/today/paper/", scheme="dark", theme=theme)
        page.emulate_media(media="print")

        grounds = page.evaluate(
            "['html', 'body', '.a4'].map(s => getComputedStyle(document.querySelector(s)).backgroundColor)"
        )
        assert set(grounds) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


class TestSomebodyToWhomMoreIsSaid:
    def test_has_it_on_the_one_page(self, printer, house):
        environment = {**os.environ, "LOOSEN_HOME": str(house.folder), "DJANGO_SETTINGS_MODULE": "loosen.web.settings"}
        command = [sys.executable, "-c", THIN_BONES]
        subprocess.run(command, cwd=ROOT, env=environment | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}, check=True)
        page = printer("/today/paper/", programme="full-routine", parts=["full"])

        sheets = page.locator("article").count()
        assert page.get_by_text("deserves a call to your doctor today").count() == sheets
        assert {paper: pages(page, paper) for paper in PAPERS} == dict.fromkeys(PAPERS, sheets)
