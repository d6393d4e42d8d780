"""Help in a real browser: the emergency card and the urgent signs, small, dark, on paper, and from the mat."""

import re

import pytest

from tests.journeys.house import PHONE
from tests.journeys.test_player import Mat, acknowledge, signed_in

pytestmark = pytest.mark.journey

NARROW = {"width": 320, "height": 640}

ORDER = """() => [...document.querySelectorAll("h1, h2, a[href^='tel:'], li")]
  .filter(each => each.closest("main") && each.checkVisibility())
  .map(each => ({ words: each.innerText.trim(), top: each.getBoundingClientRect().top }))"""

PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.fixture
def stranger(browser, demo_house):
    """Somebody who is not signed in, on a page, with or without script."""
    contexts = []

    def open_page(path, **settings):
        context = browser.new_context(**{"viewport": PHONE} | settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(demo_house.address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


class TestTheCard:
    def test_is_read_on_one_screen_with_its_number(self, stranger):
        page = stranger("/card/?country=GB")

        card = page.locator("#card").bounding_box()
        assert card["y"] + card["height"] <= PHONE["height"]
        assert page.get_by_role("link", name="Call 999").is_visible()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_on_a_small_phone_says_where_to_go_and_whom_to_call_on_the_first_screen(self, stranger, scheme):
        page = stranger("/card/?country=GB", viewport={"width": 320, "height": 568}, color_scheme=scheme)

        told = page.evaluate(ORDER)
        assert [each["words"] for each in told[:2]] == ["Emergency department, now", "Call 999"]
        call = page.get_by_role("link", name="Call 999").bounding_box()
        assert call["y"] + call["height"] <= 568
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    def test_prints_on_one_page_with_a_line_for_since_when(self, stranger):
        page = stranger("/card/?country=GB")

        printed = page.pdf(prefer_css_page_size=True)

        page.emulate_media(media="print")
        assert len(PAGE_OF_A_PDF.findall(printed)) == 1
        assert page.locator(".keep-since").is_visible()
        assert not page.get_by_text("Another country").is_visible()

    def test_says_the_same_without_script(self, stranger):
        with_script = stranger("/card/").locator("#card").inner_text()

        assert stranger("/card/", java_script_enabled=False).locator("#card").inner_text() == with_script

    @pytest.mark.parametrize("path", ["/card/", "/signs/", "/up/"])
    def test_and_the_signs_need_nothing_that_is_not_in_the_page_or_its_styles(self, stranger, path):
        page = stranger(path, java_script_enabled=False)

        assert page.locator("a[href^='tel:']").first.is_visible()
        assert page.locator("form[method='post']").count() == 0


class TestTheUrgentSigns:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_on_a_narrow_phone_say_first_where_to_go_then_whom_to_call_then_why(self, stranger, scheme):
        page = stranger("/signs/?country=GB", viewport=NARROW, color_scheme=scheme)

        told = page.evaluate(ORDER)
        words = [each["words"] for each in told]
        assert words[:3] == ["Urgent signs", "Emergency department, now", "Call 999"]
        assert words[3].startswith("Numbness, or pins and needles")
        assert [each["top"] for each in told] == sorted(each["top"] for each in told)
        assert told[2]["top"] < NARROW["height"]

    def test_on_paper_keep_their_numbers(self, stranger):
        page = stranger("/signs/?country=GB")
        page.emulate_media(media="print")

        assert page.get_by_role("link", name="Call 999").is_visible()
        assert not page.locator(".masthead").is_visible()


@pytest.fixture(scope="module")
def home(browser, demo_house):
    """Somebody signed in, and the path of their session of now."""
    return signed_in(browser, demo_house)


class TestFromTheMat:
    @pytest.fixture
    def mat(self, browser, home):
        address, path, kept = home
        context = browser.new_context(viewport=PHONE, storage_state=kept)
        context.route("**/events/", acknowledge)
        page = context.new_page()
        page.clock.install()
        yield Mat(page, address, path).begin().play(1)
        context.close()

    def test_the_last_screen_says_what_is_not_waited_out(self, mat):
        while mat.panel == "play":
            mat.tap("ready" if mat.page.locator("[data-tap='ready']:visible").count() else "done")

        said = mat.page.locator("[data-panel='end']:visible").first.inner_text()
        assert mat.panel == "end"
        assert (
            "Numbness around the genitals or back passage, new bladder or bowel trouble, or weakness in the legs: "
            "emergency department, now."
        ) in said

    @pytest.mark.parametrize(("link", "path"), [("Emergency card", "/card/"), ("Urgent signs", "/signs/")])
    def test_help_is_two_taps_from_the_middle_of_a_movement(self, mat, link, path):
        mat.tap("sharp")
        mat.page.get_by_role("link", name=link).click()

        mat.page.wait_for_url(f"**{path}")
        assert mat.page.locator("a[href^='tel:']").first.is_visible()
