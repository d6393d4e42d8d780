"""What a page costs: queries, requests and bytes, in a real Chromium on a home with four years of journal."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright

from tests.bench.figures import Figure
from tests.bench.home import fill
from tests.bench.serving import YEARS_4
from tests.real_server import ROOT, RealServer

PAGES = {"Today": "/today/", "Journal": "/journal/"}
KB = 1000


@dataclass
class Traffic:
    """What went over the network for one page, as the browser counted it."""

    requests: int = 0
    total: int = 0
    script: int = 0
    kinds: dict[str, str] = field(default_factory=dict)

    def note_request(self, event: dict[str, Any]) -> None:
        """Count a request that is not answered by the page itself."""
        if not event["request"]["url"].startswith("data:"):
            self.requests += 1
            self.kinds[event["requestId"]] = event.get("type", "")

    def note_end(self, event: dict[str, Any]) -> None:
        """Add the bytes of an answer, headers included; an answer from the cache has none."""
        size = int(event["encodedDataLength"])
        self.total += size
        self.script += size if self.kinds.get(event["requestId"]) == "Script" else 0


def measure() -> Iterator[Figure]:
    """Count queries in the house, then requests and bytes in the browser, cold and warm."""
    with tempfile.TemporaryDirectory(prefix="loosen-bench-") as folder:
        home = Path(folder)
        fill(home, **YEARS_4)
        for name, path in PAGES.items():
            yield Figure(f"{name}, queries", queries(home, path), "", at_most=10)
        with RealServer(home) as server, sync_playwright() as player:
            browser = player.chromium.launch(executable_path=os.environ["LOOSEN_CHROMIUM"], args=["--no-sandbox"])
            cookies = server.sign_in().cookies
            for name, path in PAGES.items():
                context = browser.new_context(viewport={"width": 390, "height": 844})
                context.add_cookies([{"name": n, "value": v, "url": server.url} for n, v in cookies.items()])
                yield from _costs(context, name, server.url + path)
                context.close()
            browser.close()


def _costs(context: BrowserContext, name: str, url: str) -> Iterator[Figure]:
    cold, warm = traffic(context, url), traffic(context, url)
    yield Figure(f"{name}, cold, requests", cold.requests, "", at_most=15)
    yield Figure(f"{name}, cold, all bytes", cold.total / KB, "KB", at_most=100)
    yield Figure(f"{name}, cold, bytes of script", cold.script / KB, "KB", at_most=50)
    yield Figure(f"{name}, warm, all bytes", warm.total / KB, "KB", at_most=15)


def traffic(context: BrowserContext, url: str) -> Traffic:
    """Open a page in a new tab and count until the network is quiet."""
    page, seen = context.new_page(), Traffic()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", seen.note_request)
    wire.on("Network.loadingFinished", seen.note_end)
    answer = page.goto(url, wait_until="networkidle")
    assert answer
    assert answer.status == 200, f"{url} answered {answer.status}"
    page.close()
    return seen


def queries(home: Path, path: str) -> int:
    """Return how many times the database is asked for one page."""
    environment = {**os.environ, "LOOSEN_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "tests.bench.queries", path]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return int(done.stdout)
