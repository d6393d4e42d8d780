"""The picture in the README, Today beside the player: `python -m tests.journeys.cover docs/pictures/today.png`."""

import base64
import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.home import fill
from tests.real_server import RealServer

PHONE = {"width": 390, "height": 844}
SETTLED_MS = 1500
"""A moment after Begin, as a person would take it."""

TOP_OF_THE_BREATH_MS = 3600
"""Into the first breath of four counts: the disc stands behind the figure."""


def take(target: Path) -> None:
    """Take both pictures on a home with some weeks of journal, and lay them side by side."""
    chromium = os.environ.get("LOOSEN_CHROMIUM", "chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        fill(Path(folder), days=60, sessions=60, seed=4)
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with RealServer(Path(folder)) as server:
            page = browser.new_page(viewport=PHONE)
            page.goto(server.link)
            page.goto(f"{server.url}/today/")
            today = page.screenshot()
            session = _playing(page)
        frames = "".join(
            f'<img src="data:image/png;base64,{base64.b64encode(picture).decode()}" width="390" height="844">'
            for picture in (today, session)
        )
        sheet = browser.new_page(viewport={"width": 844, "height": 884})
        sheet.set_content(
            f"<style>body {{ background: #e9e1d3; margin: 20px; display: flex; gap: 24px }}</style>{frames}"
        )
        sheet.screenshot(path=target)
        browser.close()


def _playing(page: Page) -> bytes:
    page.locator("a[href^='/sessions/']").first.click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Begin").first.click()
    page.wait_for_timeout(SETTLED_MS)
    page.get_by_role("button", name="Ready").click()
    page.wait_for_timeout(TOP_OF_THE_BREATH_MS)
    return page.screenshot()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
