"""The content is read once a process, and so cheaply that sixty movements load in a blink on any machine."""

import json
import subprocess
import sys
from collections import Counter

import pytest

from loosen.content.loading import scores

CALLS_A_MOVEMENT = 5500
"""Calls of Python functions to read one movement, with its share of all else: about 1.5 ms on a small machine.

Calls are the same on every machine, milliseconds are not: `bin/bench content` has those, and their budget of 150.
"""

LOADING = """
import json, sys, tomllib
parsed, calls = [], 0
def counted(text, loads=tomllib.loads):
    parsed.append(hash(text))
    return loads(text)
def called(frame, event, argument):
    global calls
    calls += event == "call"
from loosen.content import loading
tomllib.loads = counted
sys.setprofile(called)
loading.practice()
sys.setprofile(None)
loading.practice(), loading.scores(), loading.programmes(), loading.rotation(), loading.transitions(), loading.shared()
print(json.dumps([parsed, calls]))
"""


@pytest.fixture(scope="module")
def loaded() -> tuple[list[int], int]:
    """What a new process parsed, in order, and how many functions it called to load the practice."""
    done = subprocess.run([sys.executable, "-c", LOADING], check=True, capture_output=True, text=True)
    parsed, calls = json.loads(done.stdout)
    return parsed, calls


class TestANewProcess:
    def test_reads_every_file_exactly_once_however_often_it_is_asked(self, loaded):
        parsed, _ = loaded

        assert len(parsed) > len(scores())
        assert set(Counter(parsed).values()) == {1}

    def test_calls_no_more_functions_than_a_blink_allows(self, loaded):
        _, calls = loaded

        assert calls / len(scores()) <= CALLS_A_MOVEMENT
