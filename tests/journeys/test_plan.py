"""What a clinician said, put down in a real browser: without script, by the keyboard alone, and held to at once."""

import pytest

from tests.journeys.house import DESKTOP, PHONE
from tests.journeys.test_access import AXE, RUN_AXE, SIDEWAYS

NARROW = {"width": 320, "height": 640}

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def kept(browser, demo_house):
    """What the browser keeps of somebody who is signed in."""
    context = browser.new_context()
    context.new_page().goto(demo_house.link)
    yield context.storage_state()
    context.close()


@pytest.fixture
def desk(browser, demo_house, kept):
    """Somebody signed in, at the page of a new plan."""
    contexts = []

    def sit_down(**settings):
        context = browser.new_context(viewport=PHONE, storage_state=kept, **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{demo_house.address}/plan/new/?who=Dr%20Lind")
        return page

    yield sit_down
    for context in contexts:
        context.close()


def end_every_plan(page):
    """Leave the house as it was."""
    page.goto(page.url.replace("/today/why/", "/plan/"))
    while page.get_by_role("link", name="It holds no more").count():
        page.get_by_role("link", name="It holds no more").first.click()
        page.get_by_role("button", name="It holds no more").click()


def test_a_plan_is_put_down_read_back_and_held_to_without_script(desk):
    page = desk(java_script_enabled=False)

    page.get_by_label("Leave out a movement").check()
    page.get_by_label("Keep the day").check()
    page.get_by_role("button", name="Go on with these").click()
    page.get_by_label("Which movement").select_option("cat-cow")
    page.get_by_label("Minutes a day").fill("20")
    page.get_by_role("button", name="Read it back").click()
    read = page.inner_text("main")
    page.get_by_role("button", name="Yes, keep it").click()

    assert "No cat-cow." in read
    assert "At most 20 minutes of practice a day." in read
    assert "Kept. It holds from now on." in page.inner_text("main")
    page.get_by_role("link", name="See today").click()
    page.goto(f"{page.url}why/")
    assert "Dr Lind asked you to leave this out" in page.inner_text("main")
    end_every_plan(page)
    assert "What holds no more" in page.inner_text("main")


def test_the_return_key_keeps_what_was_typed_and_takes_nothing_away(desk):
    page = desk()
    page.get_by_label("Keep the day").check()
    page.get_by_role("button", name="Go on with these").click()

    page.get_by_label("Minutes a day").fill("20")
    page.get_by_label("Minutes a day").press("Enter")
    page.wait_for_load_state()

    assert page.get_by_label("Minutes a day").input_value() == "20"
    assert page.get_by_label("Who said it?").input_value() == "Dr Lind"


def test_the_keyboard_alone_is_enough(desk):
    page = desk()
    page.get_by_label("No steps more for now").focus()
    page.keyboard.press("Space")
    tab_to(page, "Go on with these")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Take it away")

    page.get_by_label("Who said it?").focus()
    tab_to(page, "Read it back")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Is that what they said?")

    assert "No steps more for now." in page.inner_text("main")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_gaps_nor_where_they_are_read_back_and_nothing_scrolls_sideways(desk, scheme):
    page = desk(color_scheme=scheme, bypass_csp=True)
    page.evaluate("for (const each of document.querySelectorAll('[name=add]')) each.checked = true")
    page.get_by_role("button", name="Go on with these").click()
    page.wait_for_selector("text=Take it away")
    seen = [looked_at(page)]
    page.get_by_role("button", name="Read it back").click()
    page.wait_for_selector("[role=alert]")
    seen.append(looked_at(page))
    page.get_by_role("link", name="Back", exact=True).click()
    page.get_by_role("link", name="Write down what they said").click()
    page.get_by_label("Who said it?").fill("Dr Lind")
    page.get_by_label("No steps more for now").check()
    page.get_by_role("button", name="Go on with these").click()
    page.get_by_role("button", name="Read it back").click()
    page.wait_for_selector("text=Is that what they said?")
    seen.append(looked_at(page))

    assert seen == [[], [], []]


def looked_at(page):
    """Return what axe finds on a phone and on a desk, and what lies beyond the edge of a narrow phone."""
    page.evaluate(AXE)
    found = []
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        found += page.evaluate(RUN_AXE)
    page.set_viewport_size(NARROW)
    return found + page.evaluate(SIDEWAYS)


def tab_to(page, words):
    """Press Tab until this button has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == words:
            return
    raise AssertionError(f"the keyboard never came to {words!r}")
