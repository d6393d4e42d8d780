"""The way in and the referral in a real browser: for everybody, by keyboard, on paper, and shared."""

from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.journeys.house import DESKTOP, PHONE, House
from tests.journeys.rehearsal import DEMO, NEWCOMER

pytestmark = pytest.mark.journey

AXE = (Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text()

RUN_AXE = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.map(each => `${each.id}: ${each.nodes.map(node => node.target.join(" ")).join(" | ")}`);
}"""

WIDER_THAN_THE_SCREEN = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def go_on(page, *lines):
    """Tick these lines, or none of them, and continue."""
    for line in lines or ["none"]:
        page.locator(f"input[name='{line}']").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()


def tell(page, question, **told):
    """Tell when and how a sign began."""
    for name, said in told.items():
        page.locator(f"input[name='{question}-{name}'][value='{said}']").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()


def way_in(page, house):
    """Walk from the first page to an emergency, out of it by a slip put right, and on; stand on every page once."""
    yield from to_an_emergency(page, house)
    yield from out_of_it(page)
    yield from to_the_first_session(page)


def to_an_emergency(page, house):
    """Walk from the first page to the referral."""
    page.goto(house.link)
    yield "welcome"
    page.get_by_role("link", name="Begin with a few questions").click()
    page.locator("#id_birth_year").fill("197")
    page.get_by_role("button", name="Continue").click()
    page.locator(".mend").first.wait_for()
    yield "about, with something to mend"
    page.locator("#id_birth_year").fill("2012")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="For the adult beside you").wait_for()
    yield "under 18"
    page.get_by_role("link", name="The year was a slip of the finger").click()
    page.locator("#id_country").select_option("GB")
    page.locator("#id_birth_year").fill("1971")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("List 1 of 7").wait_for()
    yield "the first list"
    go_on(page, "ces1")
    yield "when and how it began"
    page.locator("input[name='ces1-looked'][value='yes']").check()
    page.locator("#id_ces1-looked-on").wait_for()
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    yield "when and how, with something to mend"
    tell(page, "ces1", began="days", worse="yes", looked="no")
    yield "reading back"
    with page.expect_navigation():
        page.get_by_role("button", name="Yes, it is so").click()
    yield "an emergency"


def out_of_it(page):
    """Walk past the clinician's questions to the slip that is put right."""
    page.get_by_role("link", name="A clinician has looked at this").click()
    page.locator("#id_who").fill("Dr Lind")
    page.locator("input[name='said'][value='go-on']").check()
    yield "a clinician has looked"
    page.get_by_role("button", name="Keep this").click()
    page.get_by_text("Once more, to be safe").wait_for()
    yield "asked once more"
    page.get_by_role("link", name="No, or I am not sure").click()
    page.get_by_role("link", name="I answered by mistake").click()
    page.locator("input[name='ces1'][value='no']").wait_for()
    yield "a slip"
    page.locator("input[name='ces1'][value='no']").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Keep these answers").click()
    page.get_by_role("link", name="Go to the questions").click()


def to_the_first_session(page):
    """Walk through the other lists, and one behind a tick, to today."""
    for number in range(2, 8):
        page.get_by_text(f"List {number} of 7").wait_for()
        yield f"list {number}"
        go_on(page, *(["surg"] if number == 6 else []))
    page.get_by_text("A little more").wait_for()
    assert not page.locator("#id_fracture-day").is_visible()
    page.locator("input[name='fracture']").check()
    page.locator("#id_fracture-day").fill("2031-01-01")
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    yield "a list behind a tick, with a day that cannot be"
    page.locator("input[name='fracture']").uncheck()
    go_on(page)
    yield "what does not suit"
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()
    yield "one time of day"
    with page.expect_navigation():
        page.get_by_role("button", name="Show me today").click()


class TestTheWayIn:
    def test_is_for_everybody(self, browser, newcomers_house):
        page = browser.new_page(viewport=PHONE, bypass_csp=True)
        found = {}

        for name in way_in(page, newcomers_house):
            page.evaluate(AXE)
            for size, scheme in ((PHONE, "light"), (DESKTOP, "dark")):
                page.set_viewport_size(size)
                page.emulate_media(color_scheme=scheme)
                page.wait_for_function("document.getAnimations().length === 0")
                if faults := page.evaluate(RUN_AXE):
                    found[name, size["width"], scheme] = faults
            page.set_viewport_size(PHONE)

        assert found == {}
        assert page.url.endswith("/today/")
        page.close()

    def test_fits_a_narrow_phone_with_twice_the_text(self, large_text, newcomers_house):
        page = large_text.new_page(viewport={"width": 320, "height": 640})

        wide = {name: page.evaluate(WIDER_THAN_THE_SCREEN) for name in way_in(page, newcomers_house)}

        assert {name: by for name, by in wide.items() if by > 0} == {}
        page.close()


class TestAnAnswerThatWasLeft:
    def test_waits_for_a_browser_that_died_and_then_counts(self, browser, newcomers_house):
        page = browser.new_page(viewport=PHONE)
        next(name for name in to_an_emergency(page, newcomers_house) if name == "reading back")
        kept = page.context.storage_state()
        page.context.close()
        again = browser.new_context(storage_state=kept, viewport=PHONE).new_page()

        again.goto(urljoin(newcomers_house.link, "/today/"))

        again.get_by_text("One answer is waiting").wait_for()
        again.get_by_role("button", name="Yes, it is so").click()
        again.get_by_role("heading", name="Please go to an emergency department now").wait_for()
        again.context.close()


class TestTheKeyboard:
    def test_alone_leads_from_the_list_to_the_referral(self, browser, newcomers_house):
        page = browser.new_page(viewport=PHONE)
        next(name for name in to_an_emergency(page, newcomers_house) if name == "the first list")

        page.locator("input[name='ces1']").focus()
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.get_by_text("When did it begin?").wait_for()
        for question in ("began", "worse", "looked"):
            page.locator(f"input[name='ces1-{question}']").first.focus()
            page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.get_by_text("Is that so?").wait_for()
        page.get_by_role("button", name="Yes, it is so").focus()
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Please go to an emergency department now").wait_for()

        assert page.get_by_role("link", name="Call 999").get_attribute("href") == "tel:999"
        page.close()


@pytest.fixture(scope="class")
def referred(browser, tmp_path_factory):
    """Somebody who stands on the referral, with a device that can share."""
    with House(tmp_path_factory.mktemp("referred"), NEWCOMER) as house:
        page = browser.new_page(viewport=PHONE)
        page.add_init_script("window.shared = []; navigator.share = async what => { window.shared.push(what.text); }")
        assert list(to_an_emergency(page, house))[-1] == "an emergency"
        yield page
        page.close()


class TestAnEmergency:
    def test_shares_the_words_to_read_aloud(self, referred):
        referred.get_by_role("button", name="Share").click()

        (text,) = referred.evaluate("window.shared")
        assert "numbness, or pins and needles, between my legs" in text

    def test_prints_what_to_do_and_what_to_say_and_no_buttons(self, referred):
        referred.emulate_media(media="print")
        assert referred.get_by_text("What to tell them").is_visible()
        for gone in ("Share", "Print", "I answered by mistake", "Urgent signs"):
            assert not referred.get_by_text(gone, exact=True).is_visible()
        referred.emulate_media(media="screen")

    @pytest.mark.parametrize("path", ["/", "/today/", "/start/", "/questions/"])
    def test_leaves_no_way_to_a_session(self, referred, path):
        referred.goto(urljoin(referred.url, path))

        assert referred.url.endswith("/referral/")


def weeks_later(page, house):
    """Walk through the short form, a bad day and what lasts; stand on every page once."""
    page.goto(house.link)
    house.until(days=8, hour=7, minute=30)
    page.goto(urljoin(house.link, "/today/"))
    page.get_by_role("heading", name="Is any of this new, or clearly changed?").wait_for()
    yield "the short form"
    go_on(page, "legs")
    yield "the list behind a line"
    go_on(page)
    page.goto(urljoin(house.link, "/check-in/"))
    page.locator("input[name='pain'][value='10']").check()
    with page.expect_navigation():
        page.get_by_role("button", name="See today’s session").click()
    page.get_by_role("heading", name="Pain 10 of 10 today").wait_for()
    yield "a bad day"
    with page.expect_navigation():
        page.get_by_role("button", name="That number was a slip").click()
    yield "a number taken back"
    page.goto(urljoin(house.link, "/questions/change/known/"))
    go_on(page, "cond-spine", "cond-whole")
    page.locator("input[name='narrow-canal']").check()
    yield "one list, changed"
    go_on(page, "narrow-canal")
    go_on(page, "heart")
    yield "what was told about health"
    page.goto(urljoin(house.link, "/referral/"))
    yield "two that ask first"
    page.get_by_role("link", name="A clinician has looked at this").click()
    yield "two to tick"


@pytest.fixture
def house_of_weeks(tmp_path):
    """A home of its own with an invented person and ninety days of journal."""
    with House(tmp_path, DEMO) as house:
        yield house


class TestTheWeeksAfter:
    def test_are_for_everybody(self, browser, house_of_weeks):
        page = browser.new_page(viewport=PHONE, bypass_csp=True)
        found = {}

        for name in weeks_later(page, house_of_weeks):
            page.evaluate(AXE)
            for size, scheme in ((PHONE, "light"), (DESKTOP, "dark")):
                page.set_viewport_size(size)
                page.emulate_media(color_scheme=scheme)
                page.wait_for_function("document.getAnimations().length === 0")
                if faults := page.evaluate(RUN_AXE):
                    found[name, size["width"], scheme] = faults
            page.set_viewport_size(PHONE)

        assert found == {}
        page.close()

    def test_fit_a_narrow_phone_with_twice_the_text(self, large_text, house_of_weeks):
        page = large_text.new_page(viewport={"width": 320, "height": 640})

        wide = {name: page.evaluate(WIDER_THAN_THE_SCREEN) for name in weeks_later(page, house_of_weeks)}

        assert {name: by for name, by in wide.items() if by > 0} == {}
        page.close()

    def test_work_without_script(self, browser, house_of_weeks):
        page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()

        assert list(weeks_later(page, house_of_weeks))[-1] == "two to tick"

        page.context.close()

    def test_take_under_half_a_minute_of_taps(self, browser, house_of_weeks):
        page = browser.new_page(viewport=PHONE)
        page.goto(house_of_weeks.link)
        house_of_weeks.until(days=8, hour=7, minute=30)
        page.goto(urljoin(house_of_weeks.link, "/today/"))

        go_on(page)

        assert page.url.endswith("/today/")
        page.close()
