"""A very dark day: from the note to somebody to talk to, and back, with the keyboard alone and without script too."""

from datetime import UTC, datetime

import pytest

from tests.journeys.house import PHONE

pytestmark = pytest.mark.journey

LINE = "I don\u2019t want to live any more"
NUMBERS = "details[open] a[href^='tel:'], details[open] a[href^='sms:']"


@pytest.fixture(scope="module")
def signed_in(browser, demo_house):
    """The link signs in once; every window of this person remembers it."""
    context = browser.new_context()
    context.new_page().goto(demo_house.link)
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request, browser, demo_house, signed_in):
    """The note of this morning's session, on a phone."""
    context = browser.new_context(storage_state=signed_in, viewport=PHONE, java_script_enabled=request.param)
    opened = context.new_page()
    opened.set_default_timeout(8000)
    opened.goto(f"{demo_house.address}/sessions/{datetime.now(UTC).date()}-morning/note/")
    yield opened
    context.close()


class TestADarkNote:
    def test_opens_the_page_and_each_answer_shows_whom_to_call(self, page):
        page.get_by_label("Anything to remember?").fill(LINE)
        page.get_by_role("button", name="Keep this note").click()

        assert page.url.endswith("/dark/?kept")
        for answer in ("Yes", "No", "I would rather not say"):
            page.get_by_text(answer, exact=True).click()
            assert page.locator(NUMBERS).count() >= 1
        page.get_by_role("link", name="Back to today").click()
        assert page.url.endswith("/today/")
        page.go_back()
        page.go_back()
        page.get_by_label("Anything to remember?").fill("")
        page.get_by_role("button", name="Keep this note").click()

    def test_is_one_tap_from_the_page_by_itself(self, page):
        page.get_by_role("link", name="Somebody to talk to").click()

        assert page.get_by_role("heading", name="Some days are very dark.").is_visible()

    def test_takes_an_answer_from_the_keyboard_and_sends_it_nowhere(self, page):
        page.get_by_role("link", name="Somebody to talk to").click()
        page.wait_for_load_state("networkidle")
        sent = []
        page.on("request", lambda request: sent.append(request.url))

        page.get_by_text("Yes", exact=True).focus()
        page.keyboard.press("Enter")

        assert page.locator("details[open]").count() == 1
        assert sent == []
