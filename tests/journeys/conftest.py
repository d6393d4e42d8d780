"""What journeys need: a browser, and homes served to it."""

import pytest

from tests.journeys.house import House
from tests.journeys.house import chromium as open_chromium
from tests.journeys.rehearsal import DEMO, NEWCOMER


@pytest.fixture(scope="session")
def browser(chromium):
    """One browser for all journeys."""
    with open_chromium(chromium) as opened:
        yield opened


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
