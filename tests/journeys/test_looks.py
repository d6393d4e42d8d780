"""The person one sees: tried at once, kept with one tap, and the same on every page."""

import pytest

from tests.journeys.house import PHONE

pytestmark = pytest.mark.journey

DRAWN = "document.querySelector('moving-figure > svg:last-of-type').getAttribute('class')"
PATHS = "[...document.querySelectorAll('moving-figure > svg:last-of-type path')]"
SHAPE = f"{PATHS}.map((path) => path.getAttribute('d')).join()"


@pytest.fixture(scope="module")
def signed_in(browser, demo_house):
    """What a browser keeps of a sign-in; the link of a house works once."""
    context = browser.new_context()
    context.new_page().goto(demo_house.link)
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def looking(browser, demo_house, signed_in):
    """Somebody at the page of the person they see, which is Sam."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce", storage_state=signed_in)
    page = context.new_page()
    page.goto(demo_house.address + "/you/figure/")
    page.wait_for_selector("moving-figure[data-drawn]")
    yield page
    context.close()


class TestTrying:
    def test_a_choice_is_seen_at_once_and_is_one_of_their_own(self, looking):
        before = looking.evaluate(SHAPE)

        looking.get_by_label("Hair", exact=True).select_option("curly")
        looking.get_by_label("Skin").select_option("6")

        assert looking.evaluate(DRAWN) == "fig look skin-6 hair-curly"
        assert looking.evaluate(SHAPE) != before
        assert looking.get_by_label("My own, put together below").is_checked()

    def test_somebody_to_begin_with_fills_in_what_they_are_made_of(self, looking):
        looking.get_by_label("Noor").check()

        assert "head-scarf" in looking.evaluate(DRAWN)
        assert looking.get_by_label("On the head").input_value() == "scarf"
        assert looking.get_by_label("Sleeves").input_value() == "long"

    def test_strong_lines_keep_the_shape(self, looking):
        looking.get_by_label("Noor").check()
        coloured = looking.evaluate(SHAPE)

        looking.get_by_role("switch").check()

        assert looking.evaluate(DRAWN) == "fig person-plain"
        assert looking.evaluate(SHAPE) == coloured

    def test_nothing_is_kept_before_the_tap(self, looking):
        looking.get_by_label("Kofi").check()
        looking.reload()

        assert looking.get_by_label("Sam", exact=True).is_checked()


class TestKeeping:
    def test_the_same_person_is_in_the_guide_the_reset_and_the_session(self, looking, demo_house):
        looking.get_by_label("Shape").select_option("round")
        looking.get_by_role("button", name="Keep this look").click()
        assert "Kept." in looking.inner_text("main")

        for path in ("/guides/bend/", "/reset/", "/library/cat-cow/"):
            looking.goto(demo_house.address + path)
            looking.wait_for_selector("moving-figure[data-drawn]")
            assert looking.evaluate(DRAWN) == "fig look shape-round", path
