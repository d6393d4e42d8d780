"""Loosen as a process of its own, whose clock the journeys move: `python -m tests.journeys.rehearsal HOME PORT KIND`.

The product has no switch for its clock. This process replaces the one function that reads it by one that adds the
hours written in HOME/ahead, so a browser can sleep a night in a second. Everything else is the product as it is.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

AHEAD = "ahead"
"""The file that holds how many hours the clock is ahead."""

NEWCOMER = "newcomer"
DEMO = "demo"


class Server(ThreadingMixIn, WSGIServer):
    """One thread a request, as the product's own server has several."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Keeps standard error for what went wrong."""

    def log_message(self, *_: object) -> None:
        """Say nothing of a request."""


def serve(folder: Path, port: int, kind: str) -> None:
    """Open the home, move its clock, say the link, and serve until the process ends."""
    os.environ["LOOSEN_HOME"] = str(folder)
    from loosen.web import opening

    opening.open_home(folder, _moved(folder))
    from django.conf import settings

    from loosen.web import demo, personal, records, statics

    records.now = lambda: _moved(folder)
    if kind == DEMO:
        demo.load(_start(port, folder))
    statics.collect(Path(settings.STATIC_ROOT))
    from loosen.web import wsgi  # it looks for the static files when it is made

    link = personal._link(_start(port, folder).address, _moved(folder))
    server = make_server("127.0.0.1", port, wsgi.application, server_class=Server, handler_class=Quiet)
    sys.stdout.write(f"{link}\n")
    sys.stdout.flush()
    server.serve_forever()


def _moved(folder: Path) -> datetime:
    file = folder / AHEAD
    hours = float(file.read_text()) if file.exists() else 0.0
    return datetime.now(UTC) + timedelta(hours=hours)


def _start(port: int, folder: Path):
    from loosen.web.personal import Start
    from loosen.web.serving import Address

    address = Address("127.0.0.1", port)
    return Start(address=address, now=_moved(folder), say=lambda words: None, hint=lambda words: None, opens=False)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
