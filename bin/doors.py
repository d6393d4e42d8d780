"""What the doors share: where the house stands, and how its rooms are furnished on first use.

Standard library only: the doors open on a machine that has nothing but Python. They must also parse under an older
Python, so that somebody who has one is told so in a sentence.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.version_info < (3, 11):
    found = ".".join(map(str, sys.version_info[:3]))
    sys.exit(f"Loosen needs Python 3.11 or newer; this is {found} ({sys.executable}).")

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
STAMP = VENV / "loosen-stamp.json"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")

RUNTIME_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"
NODE_LOCK = ROOT / "requirements-node.lock"

OLDEST_NODE = 20
"""The first major version of node whose test runner takes a folder and whose language is ES2023."""

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM_PLACES = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
)


def furnish(lock: Path) -> None:
    """Make `.venv` hold exactly what the lock asks; a stamp makes every later call a matter of milliseconds."""
    if lock.name in _stamped():
        return
    with _one_at_a_time():
        stamped = _stamped()
        if lock.name in stamped:
            return
        print(f"Setting up from {lock.name}; this happens once and takes about a minute.", file=sys.stderr, flush=True)
        if not stamped:
            _make_venv()
        _install(lock)
        STAMP.write_text(json.dumps({"python": _python_identity(), "locks": {**stamped, lock.name: _digest(lock)}}))


def furnish_for_tests() -> None:
    """Add the tools of the tests: Python's, then node's."""
    furnish(RUNTIME_LOCK)
    furnish(TEST_LOCK)
    _install_node_tools()


def loosen(*arguments: str) -> list[str]:
    """Return the command line that is `loosen ARGUMENTS`."""
    return [str(PYTHON), "-m", "loosen", *arguments]


def tool(name: str) -> str:
    """Return the path of a Python tool of the tests."""
    return str(SCRIPTS / name)


def node_tool(name: str) -> str:
    """Return the path of a node tool of the checks."""
    return str(ROOT / "node_modules" / ".bin" / name)


def node() -> str:
    """Return a node that is new enough: the machine's, else the one in `.venv`."""
    return _machine_node() or tool("node")


def surroundings() -> dict[str, str]:
    """Return the environment in which tools find `node` and each other, wherever node came from."""
    return {**os.environ, "PATH": os.pathsep.join([str(SCRIPTS), os.environ.get("PATH", "")])}


def become(command: list[str]) -> None:
    """Give the process over to the command, so that signals and the exit status are the command's own."""
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def chromium() -> str | None:
    """Return the path of a Chromium or Chrome on this machine."""
    named = (shutil.which(name) for name in CHROMIUM_NAMES)
    placed = (str(place) for place in CHROMIUM_PLACES if place.exists())
    return next((path for path in (*named, *placed) if path), None)


def chromium_or_install_it() -> str:
    """Return a browser for the journeys; as root on Debian it is installed, else one sentence says what to do."""
    present = chromium()
    if present:
        return present
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing Debian's chromium for the browser journeys.", file=sys.stderr, flush=True)
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([apt, "update", "-q"], env=quietly, check=False, stdout=subprocess.DEVNULL)
        install = [apt, "install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]
        subprocess.run(install, env=quietly, check=False, stdout=subprocess.DEVNULL)
        present = chromium()
    if not present:
        sys.exit("The browser journeys need Chromium or Chrome: install one, on Debian with `apt install chromium`.")
    return present


def _stamped() -> dict[str, str]:
    """Return the locks whose present content is installed, or nothing when the Python has changed."""
    try:
        stamp = json.loads(STAMP.read_text())
        same_python = stamp["python"] == _python_identity()
        locks = stamp["locks"] if same_python and PYTHON.exists() else {}
    except (OSError, ValueError, KeyError):
        return {}
    return {name: digest for name, digest in locks.items() if digest == _digest(ROOT / name)}


def _python_identity() -> str:
    """Return where the Python of `.venv` really lives; that changes when the machine's Python is upgraded."""
    return str(PYTHON.resolve())


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two doors opened at once on a fresh clone must not furnish the same room together."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "setting-up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit("Python's venv module is missing here; on Debian install it with `apt install python3-venv`.")
    _run_or_say([_outer_python(), "-m", "venv", "--clear", str(VENV)], "The folder .venv could not be made")
    site = next(VENV.rglob("site-packages"))
    # A line in a .pth file puts src on the path without building a wheel, which would need the network once more.
    # It is relative, so the checkout may be moved.
    (site / "loosen.pth").write_text(os.path.relpath(ROOT / "src", site) + "\n")


def _outer_python() -> str:
    """The Python outside any environment, so that `.venv` never hangs on another one."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _install(lock: Path) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--only-binary", ":all:", "--require-hashes", "-r", str(lock)]
    _run_or_say(command, f"The packages of {lock.name} could not be installed; is there a network?")


def _run_or_say(command: list[str], sentence: str) -> None:
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{sentence}\n{(done.stdout + done.stderr).strip()}")


def _machine_node() -> str | None:
    path = shutil.which("node")
    if not path or not shutil.which("npm"):
        return None
    version = subprocess.run([path, "--version"], check=False, capture_output=True, text=True).stdout
    major = version.strip().lstrip("v").split(".")[0]
    return path if major.isdigit() and int(major) >= OLDEST_NODE else None


def _install_node_tools() -> None:
    stamp = ROOT / "node_modules" / ".loosen-stamp"
    wanted = _digest(ROOT / "package-lock.json")
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if not _machine_node():
        furnish(NODE_LOCK)
    npm = (shutil.which("npm") if _machine_node() else None) or tool("npm")
    with _one_at_a_time():
        command = [npm, "ci", "--ignore-scripts", "--silent", "--prefix", str(ROOT)]
        done = subprocess.run(command, cwd=ROOT, env=surroundings(), check=False, stdin=subprocess.DEVNULL)
        if done.returncode:
            sys.exit("The node tools of package-lock.json could not be installed; is there a network?")
        stamp.write_text(wanted)
