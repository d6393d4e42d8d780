"""What every test stands on: a home folder of its own, and how hard Hypothesis looks.

The home is set before Django is: settings read LOOSEN_HOME once, so no test can touch the journal of the person who
runs it.
"""

import atexit
import os
import shutil
import tempfile

import django
import pytest
from django.conf import settings as settings_of_django
from hypothesis import HealthCheck, is_hypothesis_test, settings

if settings_of_django.configured:
    pytest.exit("Django woke before the tests had a home of their own: unset DJANGO_SETTINGS_MODULE and try again", 2)

HOME = tempfile.mkdtemp(prefix="loosen-tests-")
os.environ["LOOSEN_HOME"] = HOME
os.environ["DJANGO_SETTINGS_MODULE"] = "loosen.web.settings"
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

# No deadline anywhere: how long an example takes says more about the machine than about the promise.
settings.register_profile("quick", max_examples=100, deadline=None)
settings.register_profile("steady", max_examples=100, deadline=None, derandomize=True, print_blob=True)
settings.register_profile(
    "thorough", max_examples=2000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
# bin/prove mutants runs the same test object again and again in one process, and asks only whether it notices a change.
settings.register_profile(
    "mutants",
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)
# bin/test looks at the same examples every time, so a red run can be had again; bin/prove looks far and wide.
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "quick")
settings.load_profile(PROFILE)


def pytest_configure() -> None:
    """Wake Django after the home is set and before any test is read."""
    django.setup()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where a change is to be noticed, ask first who tells soonest: a whole morning, then one example, then many."""
    if PROFILE == "mutants":
        items.sort(key=_how_soon_it_tells)


def _how_soon_it_tells(item: pytest.Item) -> int:
    changed = os.environ.get("MUTANT_UNDER_TEST", "").split(".")
    if "tests/golden" in item.nodeid:
        return 0
    looks_at_many = is_hypothesis_test(getattr(item, "obj", None))
    is_its_own = len(changed) > 2 and f"test_{changed[2]}.py" in item.nodeid
    return 1 + 2 * looks_at_many + (not is_its_own)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser that journeys drive; bin/test names it, else the machine's is looked for."""
    named = os.environ.get("LOOSEN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not named:
        pytest.fail("No Chromium or Chrome here: bin/test finds or installs one")
    return named
