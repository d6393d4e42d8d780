"""Today and the journal are light: for a slow line, a small plan, an old phone."""

import pytest

from tests.journeys.house import PHONE

pytestmark = pytest.mark.journey

COLD_KB = 100
SCRIPT_KB = 50
WARM_KB = 15
REQUESTS = 15

FIGURE_KB = 140
FIGURE_SCRIPT_KB = 75
"""What a page may bring the first time when the figure moves on it: its modules come once for all pages."""


class Load:
    """What one opening of a page brought over the line, as the browser itself counts it."""

    def __init__(self, page, address):
        self.kinds = {}
        self.bytes = {}
        line = page.context.new_cdp_session(page)
        line.on("Network.responseReceived", self._answered)
        line.on("Network.loadingFinished", self._finished)
        line.send("Network.enable")
        page.goto(address, wait_until="networkidle")
        line.detach()

    def _answered(self, told):
        if not told["response"].get("fromDiskCache") and not told["response"].get("fromPrefetchCache"):
            self.kinds[told["requestId"]] = told["type"]

    def _finished(self, told):
        self.bytes[told["requestId"]] = told["encodedDataLength"]

    @property
    def requests(self):
        """Answers that came over the line: what the browser still had costs nothing."""
        return [one for one in self.kinds if self.bytes.get(one)]

    def kb(self, kind=None):
        return sum(self.bytes[one] for one in self.requests if kind in (None, self.kinds[one])) / 1000


@pytest.fixture
def signed_in(browser, demo_house):
    """A browser that has seen only the sign-in, which leads to Today: its cache is emptied before it looks."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(demo_house.link)
    kept = context.storage_state()
    context.close()
    fresh = browser.new_context(viewport=PHONE, storage_state=kept)
    yield fresh.new_page()
    fresh.close()


@pytest.mark.parametrize("path", ["/today/", "/journal/"])
def test_a_page_is_light_the_first_time_and_feathery_after(signed_in, demo_house, path):
    cold = Load(signed_in, demo_house.address + path)
    warm = Load(signed_in, demo_house.address + path)

    assert len(cold.requests) <= REQUESTS
    assert cold.kb() <= COLD_KB
    assert cold.kb("Script") <= SCRIPT_KB
    assert warm.kb() <= WARM_KB


@pytest.mark.parametrize("path", ["/guides/out-of-bed/", "/reset/", "/you/figure/"])
def test_a_page_with_the_moving_figure_is_light_for_what_it_brings(signed_in, demo_house, path):
    cold = Load(signed_in, demo_house.address + path)
    warm = Load(signed_in, demo_house.address + path)

    assert cold.kb() <= FIGURE_KB
    assert cold.kb("Script") <= FIGURE_SCRIPT_KB
    assert warm.kb() <= WARM_KB


@pytest.mark.parametrize("path", ["/guides/", "/you/", "/you/when-and-where/"])
def test_a_page_without_it_stays_light(signed_in, demo_house, path):
    cold = Load(signed_in, demo_house.address + path)

    assert cold.kb() <= COLD_KB
    assert cold.kb("Script") <= WARM_KB
