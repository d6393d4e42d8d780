"""What journeys need: a browser, and homes served to it."""

import pytest

from tests.journeys.house import House, browsers
from tests.journeys.rehearsal import DEMO, NEWCOMER


@pytest.fixture(scope="session")
def both_browsers(chromium):
    """Two browsers for all journeys: as it comes, and with twice the text."""
    with browsers(chromium) as opened:
        yield opened


@pytest.fixture(scope="session")
def browser(both_browsers):
    """The browser as it comes."""
    return both_browsers[0]


@pytest.fixture(scope="session")
def large_text(both_browsers):
    """The browser of somebody who set the text to twice its size."""
    return both_browsers[1]


@pytest.fixture
def newcomers_house(tmp_path):
    """A home in which nobody has answered anything yet."""
    with House(tmp_path, NEWCOMER) as house:
        yield house


@pytest.fixture(scope="module")
def demo_house(tmp_path_factory):
    """A home with an invented person and ninety days of journal."""
    with House(tmp_path_factory.mktemp("demo"), DEMO) as house:
        yield house
