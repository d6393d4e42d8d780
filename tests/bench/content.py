"""How long a new process takes to read the content: what every start of the program waits for."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from time import process_time

from loosen.content.loading import HERE, scores
from tests.bench.figures import Figure

BUDGET_MS = 150
FOR_MOVEMENTS = 60
TIMES_OF_PARSING = 4
STARTS = 7

LOADING = """
from time import process_time
from loosen.content import loading
began = process_time()
loading.practice()
print((process_time() - began) * 1000)
"""


def measure() -> Iterator[Figure]:
    """Load everything the planner draws on in new processes; the quickest is the one that was disturbed least."""
    loaded_ms = min(_loaded_ms() for _ in range(STARTS)) * FOR_MOVEMENTS / len(scores())
    parsed_ms = min(_parsed_ms() for _ in range(STARTS)) * FOR_MOVEMENTS / len(scores())
    yield Figure(f"Content read once a start, for {FOR_MOVEMENTS} movements", loaded_ms, "ms", at_most=BUDGET_MS)
    yield Figure("of it, to parse the TOML of the movements", parsed_ms, "ms")
    yield Figure("Content to that parsing alone", loaded_ms / parsed_ms, "times", at_most=TIMES_OF_PARSING)


def _loaded_ms() -> float:
    done = subprocess.run([sys.executable, "-c", LOADING], check=True, capture_output=True, text=True)
    return float(done.stdout)


def _parsed_ms() -> float:
    texts = [path.read_text(encoding="utf-8") for path in (HERE / "movements").glob("*.toml")]
    began = process_time()
    for text in texts:
        tomllib.loads(text)
    return (process_time() - began) * 1000
