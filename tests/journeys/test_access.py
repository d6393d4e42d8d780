"""Pages can be used by everybody: axe finds nothing, nothing scrolls sideways, the keyboard alone is enough."""

from pathlib import Path

import pytest

from tests.journeys.house import DESKTOP, PHONE
from tests.journeys.pages import FOR_EVERYBODY, SIGNED_IN, of_the_demo

pytestmark = pytest.mark.journey

AXE = (Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text()

RUN_AXE = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  const told = node => `${node.target.join(" ")} ${node.any.map(reason => reason.message).join()}`;
  return found.violations.map(each => `${each.id}: ${each.nodes.map(told).join(" | ")}`);
}"""

SIDEWAYS = """() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  const told = each => `${each.tagName}.${each.getAttribute("class")}`;
  const beyond = each => each.getBoundingClientRect().right > edge + 1;
  return [...document.querySelectorAll("body *")].filter(beyond).map(told).slice(0, 12);
}"""

SMALL_TARGETS = """() => [...document.querySelectorAll("main a[href], main button, main summary, main label.choice")]
  .filter(each => each.checkVisibility() && each.parentElement.tagName !== "P")
  .map(each => [each.textContent.trim(), each.getBoundingClientRect()])
  .filter(([, box]) => box.height < 44)
  .map(([words, box]) => `${words}: ${box.height}`)"""

WALK = """() => {
  const here = document.activeElement;
  const box = here.getBoundingClientRect();
  const label = here.closest("label");
  const seen = label ? label.getBoundingClientRect() : box;
  const at = document.elementFromPoint(seen.x + seen.width / 2, seen.y + Math.min(seen.height / 2, 20));
  const style = getComputedStyle(label ?? here);
  return {
    name: here.tagName + "." + here.className + "#" + (here.id || here.name || here.textContent.trim().slice(0, 30)),
    body: here === document.body,
    ring: style.outlineStyle !== "none" || getComputedStyle(here).outlineStyle !== "none",
    hidden: at !== null && ![here, label].some(each => each && (each.contains(at) || at.contains(each))),
    bottom: seen.bottom, top: seen.top,
  };
}"""

NAMES = sorted({**SIGNED_IN, **FOR_EVERYBODY, "day": "", "session": "", "note": "", "paper": ""})


@pytest.fixture(scope="module")
def state(browser, demo_house):
    """Somebody signed in, so that each page can be opened in a window of its own."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(demo_house.link)
    pages = of_the_demo(page, demo_house)
    kept = context.storage_state()
    context.close()
    return kept, pages


@pytest.fixture
def opened(browser, large_text, demo_house, state):
    """Open a page by its name; every context is closed at the end."""
    contexts = []
    kept, pages = state

    def open_page(name, *, large=False, **settings):
        context = (large_text if large else browser).new_context(storage_state=kept, **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(demo_house.address + pages[name])
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(opened, name):
    page = opened(name, viewport=PHONE, bypass_csp=True)
    page.evaluate(AXE)

    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(RUN_AXE) == [], (size, scheme)


@pytest.mark.parametrize("name", ["today", "check-in", "journal", "movement", "guide", "reset", "you", "figure"])
def test_axe_finds_nothing_with_the_wishes_of_the_device(opened, name):
    page = opened(name, viewport=PHONE, bypass_csp=True, reduced_motion="reduce")
    page.evaluate(AXE)

    for wish in ({"forced_colors": "active"}, {"forced_colors": "none", "contrast": "more"}):
        page.emulate_media(**wish)
        assert page.evaluate(RUN_AXE) == [], wish


@pytest.mark.parametrize("name", ["programmes", "programme", "walk", "guides", "own-times"])
def test_what_is_tapped_is_tall_enough_for_a_thumb(opened, name):
    page = opened(name, viewport=PHONE)

    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")

    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_scrolls_sideways_on_a_narrow_phone_with_twice_the_text(opened, name):
    page = opened(name, viewport={"width": 320, "height": 640}, large=True)

    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize(
    "name",
    [
        "today", "check-in", "journal", "library", "movement", "programmes", "programme", "guides", "guide", "reset",
        "walk", "papers", "you", "figure", "own-times", "day", "note",
    ],
)  # fmt: skip
def test_the_keyboard_reaches_everything_and_shows_where_it_is(opened, name):
    page = opened(name, viewport=PHONE)
    reachable = page.evaluate(
        """() => {
          const groups = new Set();
          return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
            .filter(each => each.type !== "hidden" && each.checkVisibility())
            .filter(each => each.type !== "radio" || (!groups.has(each.name) && groups.add(each.name))).length;
        }"""
    )

    walked = []
    for _ in range(reachable + 5):
        page.keyboard.press("Tab")
        step = page.evaluate(WALK)
        if step["body"]:
            break
        walked.append(step)

    assert len({step["name"] for step in walked}) > 4
    assert len(walked) >= reachable
    assert [step["name"] for step in walked if not step["ring"]] == []
    assert [step["name"] for step in walked if step["hidden"]] == []


def test_the_first_tab_leads_past_the_head(opened):
    page = opened("today", viewport=PHONE)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize(
    "name",
    [
        "today", "check-in", "journal", "programmes", "programme", "walk", "guides", "guide", "you", "figure",
        "own-times", "note",
    ],
)  # fmt: skip
def test_without_script_the_page_is_whole(opened, name):
    with_script = opened(name, viewport=PHONE).inner_text("main")

    without = opened(name, viewport=PHONE, java_script_enabled=False).inner_text("main")

    assert without == with_script
