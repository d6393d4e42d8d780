"""What a clinician said is put down on one Sunday morning."""

import itertools
from datetime import timedelta

import pytest


@pytest.fixture(autouse=True)
def on_a_sunday_morning(db, monkeypatch):
    from loosen.web import records  # Django is ready by now
    from tests.web.visits import MORNING

    ticks = itertools.count()
    monkeypatch.setattr(records, "now", lambda: MORNING + timedelta(milliseconds=next(ticks)))
