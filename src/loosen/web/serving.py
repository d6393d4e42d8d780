"""The server of a home: on loopback only, one at a time, with a link that signs its person in."""

import errno
import json
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from loosen.web.home import HomeError

LOOPBACK = ("127.0.0.1", "localhost", "::1")

PORT = 8417
DEMO_PORT = 8418
PREVIEW_PORT = 8419

THREADS = 4
"""One worker with four threads: 65 MB, and far more than one household asks for."""

LINGER_S = 1
"""How long a server that is told to stop waits for browsers that keep their connection open, in whole seconds."""

PATIENCE_S = 1.5
"""How long a start waits for a server that was just stopped to let go of its port and its home."""

RUNNING = "running.json"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens."""

    host: str
    port: int

    def __str__(self) -> str:
        """Return the address as a browser wants it."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


class AlreadyRunningError(Exception):
    """This home is being served at another address, or at this one."""

    def __init__(self, address: Address, process: int) -> None:
        """Say where, and which process to stop."""
        super().__init__(f"served at {address} by process {process}")
        self.address, self.process = address, process


def refuse_taken(address: Address, command: str) -> None:
    """Raise HomeError when another program listens there, with what to ask of the command; nothing is left behind."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    for last in _attempts():
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address.host, address.port))
            except OSError as fault:
                if last:
                    raise HomeError(_why_not(address, command, fault)) from fault
                continue
            return


def refuse_running(folder: Path) -> None:
    """Raise AlreadyRunningError when another process serves this home."""
    file = folder / RUNNING
    if file.exists():
        with file.open() as held:
            _hold_or_raise(held)


@contextmanager
def alone(folder: Path, address: Address) -> Iterator[None]:
    """Hold the home for this process, and say where it is served."""
    with (folder / RUNNING).open("a+") as held:
        _hold_or_raise(held)
        held.truncate(0)
        held.write(json.dumps({"host": address.host, "port": address.port, "process": os.getpid()}))
        held.flush()
        yield


def serve(address: Address, on_ready: Callable[[], None]) -> None:
    """Serve until the process is told to stop; `on_ready` is called once somebody who knocks is let in."""
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces

    os.environ["LOOSEN_SERVER"] = str(os.getpid())
    server = Granian(
        "loosen.web.worker:application",
        address=address.host,
        port=address.port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        workers=1,
        blocking_threads=THREADS,
        workers_kill_timeout=LINGER_S,
        log_enabled=False,
    )
    hangup = _hangup()
    server.on_startup(lambda: _end_with_the_terminal(hangup, server.signal_handler_interrupt))
    server.on_startup(lambda: threading.Thread(target=_when_ready, args=(address, on_ready), daemon=True).start())
    server.serve()


def open_browser(link: str) -> None:
    """Open the link in the person's own browser, where there is one."""
    import webbrowser

    webbrowser.open(link)


def _hangup() -> object:
    return signal.getsignal(signal.SIGHUP) if hasattr(signal, "SIGHUP") else signal.SIG_IGN


def _end_with_the_terminal(before: object, end: Callable[..., None]) -> None:
    """A terminal that is closed ends its server, unless it was started to outlive it (nohup)."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN if before is signal.SIG_IGN else end)


def _when_ready(address: Address, on_ready: Callable[[], None]) -> None:
    while True:
        time.sleep(0.02)
        with socket.socket(socket.AF_INET6 if ":" in address.host else socket.AF_INET) as knock:
            if knock.connect_ex((address.host, address.port)) == 0:
                break
    on_ready()


def _attempts() -> Iterator[bool]:
    """Yield False every tenth of a second while patience lasts, then True once."""
    for _ in range(round(PATIENCE_S * 10)):
        yield False
        time.sleep(0.1)
    yield True


def _hold_or_raise(held: TextIO) -> None:
    if _hold(held.fileno()):
        return
    held.seek(0)
    try:
        other = json.loads(held.read())
    except ValueError:
        raise HomeError(
            f"{held.name} is held by a Loosen that is just starting; wait a moment, then try again"
        ) from None
    raise AlreadyRunningError(Address(other["host"], other["port"]), other["process"])


def _hold(descriptor: int) -> bool:
    """Lock the file for as long as the process lives; True where the system knows no such locks."""
    if sys.platform == "win32":
        return True
    import fcntl

    for _last in _attempts():
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            continue
        return True
    return False


def _why_not(address: Address, command: str, fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        return (
            f"Port {address.port} on {address.host} is taken by another program. Stop that program, or choose another "
            f"port: {command} --port {address.port + 1}"
        )
    return f"Port {address.port} on {address.host} cannot be used ({fault.strerror}). Choose another: --port {PORT}"
