"""The server on a home with four years of journal: start, memory, processor time, answers a second."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

from tests.bench.crowd import answers_a_second
from tests.bench.figures import Figure
from tests.bench.home import fill
from tests.real_server import ROOT, RealServer, Visitor, free_port, wait_for_an_answer

YEARS_4 = {"days": 1461, "sessions": 1500, "seed": 4}
CLIENTS = 8
CROWD_S = 8.0
WARM_UP = 30
WARM_UP_S = 2.0
"""Each worker reads its templates at their first use; that is paid once."""

REQUESTS = 200
CHECK_INS = 60


def measure() -> Iterator[Figure]:
    """Fill a home once and serve from it."""
    with tempfile.TemporaryDirectory(prefix="loosen-bench-") as folder:
        home = Path(folder)
        fill(home, **YEARS_4)
        yield Figure("start to ready", min(_start_s(home) for _ in range(3)), "s", at_most=1.5)
        with RealServer(home) as server:
            visitor = server.sign_in()
            yield from _one_worker(server, visitor)
        with _two_workers(home) as port:
            crowd = [Visitor(port, dict(visitor.cookies)) for _ in range(CLIENTS)]
            answers_a_second(crowd, "/today/", WARM_UP_S)
            rate = answers_a_second(crowd, "/today/", CROWD_S)
            yield Figure(f"Today, two workers, {CLIENTS} clients", rate, "answers/s", at_least=100)


def _start_s(home: Path) -> float:
    with RealServer(home) as server:
        return server.ready_s


def _one_worker(server: RealServer, visitor: Visitor) -> Iterator[Figure]:
    for _ in range(WARM_UP):
        visitor.get("/today/")
    before_s = _processor_s(server.pids())
    for _ in range(REQUESTS):
        visitor.get("/today/")
    cpu_ms = (_processor_s(server.pids()) - before_s) / REQUESTS * 1000
    yield Figure("Today, processor time a request", cpu_ms, "ms", at_most=12)
    crowd = [Visitor(server.port, dict(visitor.cookies)) for _ in range(CLIENTS)]
    rate = answers_a_second(crowd, "/today/", CROWD_S)
    yield Figure(f"Today, one worker, {CLIENTS} clients", rate, "answers/s", at_least=60)
    yield Figure("one check-in in one POST, median", _check_in_ms(visitor), "ms", at_most=15)
    yield Figure("one worker, resident memory", _largest_mb(server.pids()), "MB", at_most=90)


def _check_in_ms(visitor: Visitor) -> float:
    took_ms = []
    for _ in range(CHECK_INS):
        form = visitor.get("/check-in/")  # a new page each time: an entry sent twice would cost nothing
        assert form.status == 200, f"/check-in/ answered {form.status}"
        answers = FilledForm.of(form.body)
        began = time.perf_counter()
        answer = visitor.post("/check-in/", answers)
        took_ms.append((time.perf_counter() - began) * 1000)
        assert answer.status in {302, 303}, f"the check-in was answered with {answer.status}"
    return statistics.median(took_ms)


class FilledForm(HTMLParser):
    """The fields of a page's forms, each answered in the middle of what it offers."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.offers: dict[str, list[str]] = {}

    @classmethod
    def of(cls, page: str) -> dict[str, str]:
        """Return one answer for every field."""
        form = cls()
        form.feed(page)
        return {name: values[len(values) // 2] for name, values in form.offers.items()}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an input offers."""
        given = dict(attrs)
        name = given.get("name")
        if tag == "input" and name and given.get("type") not in {"submit", "checkbox"}:
            self.offers.setdefault(name, []).append(given.get("value") or "")


@contextmanager
def _two_workers(home: Path) -> Iterator[int]:
    """Serve as a hosted home would, with two workers; the port it listens on."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2", "--blocking-threads", "4"]
    command += [
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-ws",
        "--log-level",
        "error",
        "loosen.web.wsgi:application",
    ]
    environment = {**os.environ, "LOOSEN_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    server = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)
    try:
        wait_for_an_answer(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _processor_s(pids: list[int]) -> float:
    """Return the seconds of processor time these processes have used so far, in user and in system mode."""
    ticks = os.sysconf("SC_CLK_TCK")
    fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]
    return sum(int(field[11]) + int(field[12]) for field in fields) / ticks


def _largest_mb(pids: list[int]) -> float:
    """Return the resident memory of the largest of these processes, in megabytes."""
    page = os.sysconf("SC_PAGE_SIZE")
    return max(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * page for pid in pids) / 1_000_000
