"""Loosen as a real process on a home of its own, and somebody who visits it over the network.

For what a test client cannot show: signals, restarts, ports, several workers, a real browser.
"""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_S = 30
"""How long a start may take before the test gives up; far above the budget, for busy machines."""


def free_port() -> int:
    """Return a port on loopback that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_an_answer(port: int) -> None:
    """Return as soon as somebody listens on the port."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    raise AssertionError(f"nothing answers at port {port}")


@dataclass
class Answer:
    """What came back: status, headers in lower case, and the body as text."""

    status: int
    headers: Mapping[str, str]
    body: str

    def form_token(self) -> str:
        """Return the token that Django wants back with a form of this page."""
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.body)
        assert found, "the page holds no form"
        return found.group(1)


@dataclass
class Visitor:
    """Somebody with a browser's manners and nothing else: keeps cookies, follows nothing."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    connection: http.client.HTTPConnection | None = None

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for a page."""
        return self._ask("GET", path, None, dict(headers or {}))

    def post(self, path: str, fields: Mapping[str, str] | list[tuple[str, str]]) -> Answer:
        """Send a form, with the token of the cookie."""
        return self.send(path, urlencode(fields).encode(), "application/x-www-form-urlencoded")

    def send(self, path: str, body: bytes, kind: str) -> Answer:
        """Send a body of any kind, with the token of the cookie."""
        token = next((value for name, value in self.cookies.items() if name.endswith("csrf")), "")
        return self._ask("POST", path, body, {"Content-Type": kind, "X-CSRFToken": token})

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.connection.request(method, path, body=body, headers=headers)
        response = self.connection.getresponse()
        text = response.read().decode(errors="replace")
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, text)


class RealServer:
    """`loosen COMMAND --no-open --port PORT` in a process group of its own."""

    def __init__(
        self,
        home: Path,
        command: tuple[str, ...] = ("serve",),
        port: int | None = None,
        source: Path = ROOT / "src",
    ) -> None:
        """Remember what to start; `with` starts it. `source` is another checkout's, where that is the question."""
        self.source = source
        self.home = home
        self.command = command
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.link = ""
        self.ready_s = 0.0
        self.process: subprocess.Popen[str] | None = None
        self.complaints = tempfile.TemporaryFile("w+")  # noqa: SIM115  closed by stop()

    def __enter__(self) -> "RealServer":
        """Start, and wait for the sign-in link, which is printed when the first page can be had."""
        arguments = [sys.executable, "-m", "loosen", *self.command, "--no-open", "--port", str(self.port)]
        environment = {**os.environ, "LOOSEN_HOME": str(self.home), "PYTHONPATH": str(self.source)}
        began = time.monotonic()
        self.process = subprocess.Popen(
            arguments,
            cwd=self.home,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self.complaints,
            text=True,
            start_new_session=True,
            preexec_fn=_hear_hangups,  # noqa: PLW1509  sets one signal and nothing else
        )
        self.link = self._printed_link(self.process)
        wait_for_an_answer(self.port)
        self.ready_s = time.monotonic() - began
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, kindly at first."""
        self.stop()

    def sign_in(self) -> Visitor:
        """Return a visitor who used the printed link."""
        visitor = Visitor(self.port)
        visitor.get(urlsplit(self.link).path)
        return visitor

    def pids(self) -> list[int]:
        """Return the ids of the server and its workers."""
        assert self.process
        group = self.process.pid
        return [pid for pid in _all_pids() if _group_of(pid) == group]

    def kill(self) -> None:
        """Pull the plug: SIGKILL to every process of the server, with no chance to tidy up."""
        assert self.process
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE_S)

    def stop(self) -> None:
        """End the server as Ctrl-C would, and with force when it lingers."""
        assert self.process
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
        self.kill()
        assert self.process.stdout
        self.process.stdout.close()
        self.complaints.close()

    def said_on_stderr(self) -> str:
        """Return what the server wrote to standard error so far."""
        self.complaints.seek(0)
        return self.complaints.read()

    def _printed_link(self, process: subprocess.Popen[str]) -> str:
        assert process.stdout
        link = next((line.strip() for line in _lines(process.stdout) if line.startswith("http")), "")
        assert link, f"the server ended without a link: {self.said_on_stderr()}"
        return link


def _hear_hangups() -> None:
    """Undo what `nohup` hands down, so that a server under test ends with its terminal wherever the tests run."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _lines(stream: IO[str]) -> Iterator[str]:
    while line := stream.readline():
        yield line


def _all_pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _group_of(pid: int) -> int | None:
    try:
        return os.getpgid(pid)
    except ProcessLookupError:
        return None
