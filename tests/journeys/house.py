"""A house to visit with a real browser: a rehearsal process, a Chromium, and the manners of a person in it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.journeys.rehearsal import AHEAD
from tests.real_server import free_port

ROOT = Path(__file__).resolve().parents[2]

FLAGS = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}


class House:
    """One home, served; its clock can be set to an hour of a day to come."""

    def __init__(self, folder: Path, kind: str) -> None:
        """Remember where and what; `with` opens it."""
        self.folder = folder
        self.kind = kind
        self.port = free_port()
        self.link = ""

    def __enter__(self) -> "House":
        """Start the process and wait for its link."""
        self.until(hour=7, minute=30)
        environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "TZ": "Etc/UTC"}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        command = [sys.executable, "-m", "tests.journeys.rehearsal", str(self.folder), str(self.port), self.kind]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        self.link = self.process.stdout.readline().strip()
        assert self.link, self.process.stderr.read() if self.process.stderr else ""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(10)
        for stream in (self.process.stdout, self.process.stderr):
            if stream:
                stream.close()

    def until(self, *, days: int = 0, hour: int, minute: int = 0) -> None:
        """Move the clock to an hour of the practice day this many days from the real one."""
        real = datetime.now(UTC)
        then = real.replace(hour=hour, minute=minute, second=0, microsecond=0) + timedelta(days=days)
        hours = (then - real).total_seconds() / 3600
        (self.folder / AHEAD).write_text(f"{hours:.6f}")

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self.port}"


LARGE_TEXT = ["--blink-settings=defaultFontSize=32"]
"""A browser whose person set the text to twice its size."""


@contextmanager
def browsers(path: str) -> Iterator[tuple[Browser, Browser]]:
    """Open the browser twice: as it comes, and with twice the text."""
    with sync_playwright() as playwright:
        usual, large = (
            playwright.chromium.launch(executable_path=path, args=[*FLAGS, *more]) for more in ([], LARGE_TEXT)
        )
        try:
            yield usual, large
        finally:
            usual.close()
            large.close()
