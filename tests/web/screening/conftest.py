"""Every page of the screening is looked at on one Sunday morning; a test may let a day go by."""

import itertools
from datetime import timedelta

import pytest


@pytest.fixture(autouse=True)
def clock(db, monkeypatch):
    from loosen.web import records  # Django is ready by now
    from tests.web.visits import MORNING

    ticks, moved = itertools.count(), [timedelta()]
    monkeypatch.setattr(records, "now", lambda: MORNING + moved[0] + timedelta(milliseconds=next(ticks)))
    return moved


@pytest.fixture
def next_day(clock):
    def go_by() -> None:
        clock[0] += timedelta(days=1)

    return go_by
