"""What a frame of the moving figure costs: script until the attributes are set, in a real browser."""

import functools
import http.server
import json
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from loosen.content.loading import scores
from loosen.core.score import Position
from loosen.render.drawing import drawing
from tests.bench.figures import Figure

STATIC = Path(__file__).resolve().parents[2] / "src/loosen/web/static/loosen"
BUDGET_MS = 2.0
FRAMES = """(frames) => {
  const figure = document.querySelector("moving-figure");
  const { first, ghost } = figure.drawing;
  const took = [];
  for (let i = 0; i < frames; i++) {
    const began = performance.now();
    for (let j = 0; j < 10; j++) figure.show({ from: first, to: ghost, u: (i + j / 10) / frames, breath: j / 10 });
    took.push((performance.now() - began) / 10);
  }
  return took.sort((a, b) => a - b)[frames >> 2];
}"""
"""Batches of ten frames, each frame another moment: the lower quartile, as the machine has other work to do."""

PAGE = """<!doctype html><title>Figure</title><link rel="stylesheet" href="css/figure.css">
<moving-figure><script type="application/json">{drawing}</script></moving-figure>
<script type="module" src="elements/moving-figure.js"></script>"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the figures speak."""


def measure() -> Iterator[Figure]:
    """Yield the cost of a frame of each position's dearest movement, measured in all of them."""
    with TemporaryDirectory() as folder, sync_playwright() as play:
        site = Path(folder) / "site"
        shutil.copytree(STATIC, site)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = play.chromium.launch(
            executable_path=os.environ.get("LOOSEN_CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"]
        )
        took: dict[str, float] = {}
        for slug, score in scores().items():
            (site / "page.html").write_text(PAGE.format(drawing=json.dumps(drawing(score))))
            took[slug] = _frame_ms(browser.new_page(), f"http://127.0.0.1:{server.server_port}/page.html")
        for position in Position:
            dearest = max((slug for slug in took if scores()[slug].position is position), key=took.__getitem__)
            name = f"Figure, a frame of the dearest {position.value}: {dearest}"
            yield Figure(name, took[dearest], "ms", at_most=BUDGET_MS)
        browser.close()
        server.shutdown()


def _frame_ms(page: Page, address: str) -> float:
    page.goto(address)
    page.wait_for_selector("moving-figure[data-drawn]")
    page.evaluate(FRAMES, 8)
    cost: float = page.evaluate(FRAMES, 24)
    page.close()
    return cost
