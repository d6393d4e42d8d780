"""Pictures of every page, phone and desk, light and dark: `python -m tests.journeys.pictures FOLDER [NAME...]`.

For eyes, not for tests: look at them after every change to a page.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.journeys.house import DESKTOP, PHONE, House, browsers
from tests.journeys.pages import of_the_demo
from tests.journeys.rehearsal import DEMO, NEWCOMER

CHROMIUM = "/usr/bin/chromium"


def take(folder: Path, only: list[str]) -> None:
    """Take every picture, or those named."""
    with tempfile.TemporaryDirectory() as homes, browsers(CHROMIUM) as (browser, _):
        for kind in (DEMO, NEWCOMER):
            home = Path(homes) / kind
            home.mkdir()
            with House(home, kind) as house:
                _visit(browser, house, folder, only)


def _visit(browser: Browser, house: House, folder: Path, only: list[str]) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(house.link)
    pages = of_the_demo(page, house) if house.kind == DEMO else {"welcome": "/", "about": "/start/about/"}
    kept = context.storage_state()
    context.close()
    for size, viewport in (("phone", PHONE), ("desk", DESKTOP)):
        for scheme in ("light", "dark"):
            context = browser.new_context(storage_state=kept, viewport=viewport, color_scheme=scheme)
            for name, path in pages.items():
                if not only or name in only:
                    _picture(context.new_page(), house.address + path, folder / f"{name}-{size}-{scheme}.png")
            context.close()


def _picture(page, address: str, file: Path) -> None:
    """Take one picture of a whole page; the window grows first, so that what stays at its edge stays at the edge."""
    page.goto(address)
    page.wait_for_timeout(300)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": page.viewport_size["width"], "height": max(height, page.viewport_size["height"])})
    page.wait_for_timeout(100)
    page.screenshot(path=file)
    page.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    take(target, sys.argv[2:])
