"""Budgets on a journal of four years: questions to the database, and bytes of a page that was visited before."""

import gzip
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from loosen.core.moment import Moment
from loosen.web import records
from loosen.web.people.models import User
from tests.bench.home import PERSON, journal
from tests.people import TODAY, check_in, moment

pytestmark = pytest.mark.django_db

QUERIES = 10
WARM_BYTES = 15_000
PAGES = ["/today/", "/journal/"]


@pytest.fixture(autouse=True)
def four_years(maria: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "now", lambda: moment().instant_utc)
    records.take_over(maria, journal(days=1461, sessions=1500, seed=4, today=TODAY))


def queries(visitor: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_the_database_at_most_ten_times(visitor: Client, address: str) -> None:
    visitor.get(address)

    assert queries(visitor, address) <= QUERIES


def test_today_asks_four_times_when_it_is_planned_already(visitor: Client) -> None:
    visitor.get("/today/")

    assert queries(visitor, "/today/") == 4  # who signed in, the person, the plan, what was told today


@pytest.mark.parametrize("address", PAGES)
def test_a_page_visited_before_costs_at_most_fifteen_kilobytes(visitor: Client, address: str) -> None:
    answer = visitor.get(address, headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.content) <= WARM_BYTES
    assert b"</html>" in gzip.decompress(answer.content)


def test_today_asks_at_most_ten_times_also_when_it_is_planned_anew(visitor: Client, maria: User) -> None:
    visitor.get("/today/")
    records.keep(maria, check_in(TODAY, 6))

    assert queries(visitor, "/today/") <= QUERIES


def test_the_planners_window_is_the_same_size_after_one_year_and_after_four(maria: User, tom: User) -> None:
    records.take_over(tom, journal(days=365, sessions=375, seed=4, today=TODAY))

    now = Moment(moment().instant_utc, PERSON.zone)
    after_four, after_one = records.window(maria, now), records.window(tom, now)

    assert len(after_four.check_ins) == len(after_one.check_ins) == 42
    assert min(entry.day for entry in after_four.events) == TODAY - timedelta(days=42)
