"""From a clean clone to the first word: seconds and megabytes."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure
from tests.real_server import ROOT

MB = 1_000_000


def measure() -> Iterator[Figure]:
    """Clone, run once with an empty HOME, then once more."""
    with tempfile.TemporaryDirectory(prefix="loosen-bench-") as folder:
        clone = Path(folder) / "loosen"
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, clone], check=True)
        first_s = _seconds_of_a_run(clone)
        yield Figure("set-up, from a clean clone", first_s, "s", at_most=60)
        yield Figure("set-up, size of .venv", _size(clone / ".venv") / MB, "MB", at_most=350)
        yield Figure("bin/run --version, later starts", _seconds_of_a_run(clone), "s")


def _seconds_of_a_run(clone: Path) -> float:
    home = clone.parent / "home"
    home.mkdir(exist_ok=True)
    environment = {**os.environ, "HOME": str(home)}
    for name in ("LOOSEN_HOME", "PYTHONPATH", "VIRTUAL_ENV"):
        environment.pop(name, None)
    began = time.monotonic()
    subprocess.run([clone / "bin" / "run", "--version"], env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def _size(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)
