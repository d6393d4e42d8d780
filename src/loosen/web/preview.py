"""A movement while it is being written: one page on this computer that is drawn anew whenever its file changes.

Nobody's record is read and nothing is kept. The page asks what is new and waits for the answer; meanwhile the times of
the files are looked at. A file with a fault changes the words at the top of the page and leaves its last picture.
"""

import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from loosen.content.checking import check
from loosen.content.faults import ContentError, Fault
from loosen.content.loading import HERE, shared_from_file
from loosen.content.movement_file import score_from_file
from loosen.core.score import Dose, Level, Score
from loosen.core.timeline import Cue, cues
from loosen.render.contact import COUNT_S, leaf
from loosen.web.serving import LOOPBACK, Address

LOOK_AGAIN_S = 0.2
"""How often the times of the files are looked at."""

WAIT_S = 20.0
"""How long a question waits for something new before it is answered with nothing."""

STAND_IN = 2
"""How often is shown what has no dose yet."""

SHARED = HERE / "postures.toml"
"""The postures that every movement may start from: they are watched too."""

PAGE = Path(__file__).parent / "templates" / "preview.html"
STATIC = (Path(__file__).parent / "static").resolve()
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}

POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"
"""What the page may load: its own files, and nothing from elsewhere."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A movement's file, or a folder of them."""

    place: Path

    def files(self) -> Sequence[Path]:
        """Return the files as they are there now."""
        return sorted(self.place.glob("*.toml")) if self.place.is_dir() else [self.place]

    def token(self) -> str:
        """Return what changes with every change of a file."""
        return "-".join(str(_changed_ns(path)) for path in (*self.files(), SHARED))

    def drawn(self) -> dict[str, Any]:
        """Return every movement that can be read, and what keeps the others from it."""
        token, movements, faults = self.token(), [], []
        for path in self.files():
            try:
                movements.append(_movement(score_from_file(path, shared_from_file(SHARED))))
            except ContentError as error:
                faults += [_told(fault) for fault in error.faults]
        return {"token": token, "place": str(self.place), "movements": movements, "faults": faults}

    def faults(self) -> list[dict[str, Any]]:
        """Return what `loosen check` says of the place."""
        try:
            return [_told(fault) for fault in check(self.place)]
        except OSError as fault:
            return [{"file": self.place.name, "line": 0, "fault": "it cannot be read", "remedy": str(fault.strerror)}]


class Server(ThreadingHTTPServer):
    """Answers on loopback; each question has a thread, since one of them waits."""

    daemon_threads = True

    def __init__(self, watched: Watched, address: Address) -> None:
        """Listen at the address."""
        self.watched = watched
        super().__init__((address.host, address.port), Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a page that was closed or loaded again before its answer came; tell of anything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Reads and shows; it changes nothing."""

    server: Server

    def do_GET(self) -> None:
        """Answer with the page, what is new, what is amiss, or one of the page's own files."""
        asked = urlsplit(f"/{self.path.lstrip('/')}")
        if not self._is_for_this_computer():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"This page is for this computer only.")
        elif asked.path == "/":
            self._send(HTTPStatus.OK, "text/html", PAGE.read_bytes())
        elif asked.path == "/new":
            self._send_json(_when_new(self.server.watched, parse_qs(asked.query).get("after", [""])[0]))
        elif asked.path == "/faults":
            self._send_json(self.server.watched.faults())
        else:
            self._send_file(asked.path)

    def log_message(self, *_: object) -> None:
        """Say nothing of a question: the terminal is for what was asked there."""

    def _is_for_this_computer(self) -> bool:
        """False for a page from elsewhere whose name leads here."""
        try:
            return urlsplit(f"//{self.headers.get('Host', '')}").hostname in LOOPBACK
        except ValueError:
            return False

    def _send_file(self, path: str) -> None:
        file = _own_file(path)
        if file is None:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"There is nothing here.")
        else:
            self._send(HTTPStatus.OK, KINDS[file.suffix], file.read_bytes())

    def _send_json(self, value: object) -> None:
        self._send(HTTPStatus.OK, "application/json", json.dumps(value).encode())

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", POLICY),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _own_file(path: str) -> Path | None:
    """Return the file of the page that an address names; None for any other, and for what no file can be called."""
    try:
        file = (STATIC / path.removeprefix("/static/")).resolve()
        there = path.startswith("/static/") and file.is_relative_to(STATIC) and file.is_file()
    except ValueError:
        return None
    return file if there and file.suffix in KINDS else None


def _when_new(watched: Watched, seen: str) -> dict[str, Any] | None:
    """Return the movements as soon as a file has changed since `seen`; None when none does for a while."""
    until = time.monotonic() + WAIT_S
    while watched.token() == seen:
        if time.monotonic() > until:
            return None
        time.sleep(LOOK_AGAIN_S)
    return watched.drawn()


def _changed_ns(path: Path) -> int:
    """Return when a file was changed last; 0 while an editor puts a new one in its place."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _told(fault: Fault) -> dict[str, Any]:
    return {"file": fault.path.name, "line": fault.line, "fault": fault.fault, "remedy": fault.remedy}


def _movement(score: Score) -> dict[str, Any]:
    """Return a movement for the page; one without a drawing has its words alone."""
    played = _with_doses(score)
    drawn = leaf(played) if score.figure and score.postures else None
    return {
        "slug": score.slug,
        "name": score.name,
        "getThere": score.get_there,
        "leaf": drawn,
        "plays": {level.id: [_cue(cue) for cue in _cues(played, level)] for level in played.levels},
    }


def _with_doses(score: Score) -> Score:
    """Return the movement with something to show where a dose is not written yet."""
    levels = tuple(replace(level, repetitions=max(level.repetitions, 0) or STAND_IN) for level in score.levels)
    parts = tuple(replace(part, repetitions=max(part.repetitions, 0) or STAND_IN) for part in score.parts)
    return replace(score, levels=levels, parts=parts)


def _cues(score: Score, level: Level) -> Sequence[Cue]:
    return cues(score, Dose(level.id, level.repetitions), COUNT_S)


def _cue(cue: Cue) -> Mapping[str, Any]:
    return {
        "at": cue.at_s,
        "s": cue.duration_s,
        "breath": cue.breath.value,
        "posture": cue.posture,
        "say": cue.say,
        "layer": cue.layer,
        "side": cue.side,
        "round": f"{cue.repetition} of {cue.of}",
        "part": cue.part,
    }
