"""What authors of movements have: a movement begun in a word, and a page that follows its file."""

import json
import re
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from loosen import cli
from loosen.content.loading import HERE, scores
from loosen.web import preview
from loosen.web.preview import Server, Watched
from loosen.web.serving import Address
from tests.real_server import ROOT, free_port

Said = tuple[int, str, str]
Loosen = Callable[..., Said]


@pytest.fixture
def loosen(capsys: pytest.CaptureFixture[str]) -> Loosen:
    def run(*arguments: str) -> Said:
        try:
            status = cli.run(arguments)
        except SystemExit as left:
            status = int(left.code or 0)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


class TestNewMovement:
    def test_begins_a_movement_and_says_what_comes_next(self, loosen: Loosen, tmp_path: Path) -> None:
        status, out, err = loosen("new-movement", "sink-lean", "--like", "hip-hinge", "--to", str(tmp_path))

        path = tmp_path / "sink-lean.toml"
        assert (status, err) == (0, "")
        assert path.read_text().startswith("# Sink lean. Begun from hip-hinge")
        assert out.splitlines()[0].startswith(f"{path}: begun, drawn like hip-hinge until you bend it; ")
        assert out.splitlines()[1] == f"Now: bin/run preview {path}"

    @pytest.mark.parametrize("position", ["lying", "side-lying", "hands-and-knees", "kneeling", "sitting", "standing"])
    def test_begins_in_any_position(self, loosen: Loosen, tmp_path: Path, position: str) -> None:
        loosen("new-movement", "sink-lean", "--position", position, "--to", str(tmp_path))

        assert f'position = "{position}"' in (tmp_path / "sink-lean.toml").read_text()

    def test_without_a_folder_goes_among_the_movements_of_the_library(
        self, loosen: Loosen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from loosen.content import loading

        shutil.copytree(HERE / "movements", tmp_path / "movements")
        monkeypatch.setattr(loading, "HERE", tmp_path)

        _, out, _ = loosen("new-movement", "sink-lean", "--like", "hip-hinge")

        assert (tmp_path / "movements" / "sink-lean.toml").exists()
        assert out.endswith("Now: bin/run preview sink-lean\n")

    def test_of_the_library_is_never_written_over(self, loosen: Loosen, tmp_path: Path) -> None:
        before = (HERE / "movements" / "hip-hinge.toml").read_text()

        status, out, err = loosen("new-movement", "hip-hinge", "--like", "cat-cow")

        assert (status, out) == (2, "")
        assert err == ("loosen: there is a movement 'hip-hinge' already; choose another slug, or change its file\n")
        assert (HERE / "movements" / "hip-hinge.toml").read_text() == before

    def test_that_was_begun_is_never_written_over(self, loosen: Loosen, tmp_path: Path) -> None:
        (tmp_path / "sink-lean.toml").write_text("mine")

        status, _, err = loosen("new-movement", "sink-lean", "--like", "hip-hinge", "--to", str(tmp_path))

        assert status == 2
        assert "already" in err
        assert (tmp_path / "sink-lean.toml").read_text() == "mine"

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("Sink lean", "--like", "hip-hinge"), "'Sink lean' is not plain; use small letters, digits and single"),
            (("sink-lean", "--like", "hip-hing"), "there is no movement 'hip-hing'; choose one of "),
            (("sink-lean", "--position", "floating"), "'floating' is not a position; give one of lying, side-lying"),
            (("sink-lean",), "one of the arguments --like --position is required"),
            (("sink-lean", "--like", "hip-hinge", "--position", "sitting"), "not allowed with argument"),
            (("sink-lean", "--like", "hip-hinge", "--to", "/nowhere"), "'/nowhere' is not a folder; give one that is"),
        ],
    )
    def test_says_in_one_message_what_it_cannot_do(self, loosen: Loosen, arguments: tuple[str, ...], told: str) -> None:
        status, out, err = loosen("new-movement", *arguments)

        assert (status, out) == (2, "")
        assert told in err

    def test_says_where_it_cannot_write(self, loosen: Loosen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refused(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "write_text", refused)

        status, _, err = loosen("new-movement", "sink-lean", "--like", "hip-hinge", "--to", str(tmp_path))

        assert status == 2
        assert "cannot be written: Permission denied; give a folder with --to" in err


@pytest.fixture
def movement(tmp_path: Path) -> Path:
    """A movement somebody works on."""
    return Path(shutil.copy(HERE / "movements" / "hip-hinge.toml", tmp_path / "hip-hinge.toml"))


@pytest.fixture
def server(movement: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(preview, "WAIT_S", 0.3)
    monkeypatch.setattr(preview, "LOOK_AGAIN_S", 0.02)
    with Server(Watched(movement), Address("127.0.0.1", free_port())) as served:
        threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield served
        served.shutdown()


def get(server: Server, path: str, **headers: str) -> str:
    asked = urllib.request.Request(f"http://127.0.0.1:{server.server_port}{path}", headers=headers)
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return str(answer.read().decode())


def asked(server: Server, path: str) -> Any:
    return json.loads(get(server, path))


def status_of(server: Server, path: str, **headers: str) -> int:
    with pytest.raises(urllib.error.HTTPError) as refused:
        get(server, path, **headers)
    refused.value.close()
    return refused.value.code


@contextmanager
def asking(server: Server, path: bytes) -> Iterator[socket.socket]:
    """A question as it goes over the wire, byte by byte; its answer is still to be read."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=30) as page:
        page.sendall(b"GET " + path + b" HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
        yield page


def answered(server: Server, path: bytes) -> bytes:
    with asking(server, path) as page, page.makefile("rb") as answer:
        return answer.read()


def until(held: Callable[[], bool]) -> None:
    """Wait for what a thread of the server still does."""
    last = time.monotonic() + 30
    while not held() and time.monotonic() < last:
        time.sleep(0.02)
    assert held()


def change(path: Path, old: str, new: str) -> None:
    """Save a file as an editor does, and be sure that its time differs."""
    time.sleep(0.01)
    path.write_text(path.read_text().replace(old, new, 1))


class TestThePage:
    def test_names_only_what_the_server_has(self, server: Server) -> None:
        own = re.findall(r'(?:src|href)="(/static/[^"]+)"', get(server, "/"))

        assert len(own) >= 4
        assert all(get(server, path) for path in own)

    @pytest.mark.parametrize("path", ["/static/../preview.py", "/static/nothing.js", "/etc/passwd", "/static/loosen"])
    def test_gives_nothing_else(self, server: Server, path: str) -> None:
        assert status_of(server, path) == 404

    @pytest.mark.parametrize("path", [b"/static/\x00.js", b"//[", b"/static//etc/hosts"])
    def test_gives_nothing_where_no_file_can_be_called_so(self, server: Server, path: bytes) -> None:
        assert b" 404 " in answered(server, path)

    @pytest.mark.parametrize("host", ["elsewhere.example", "[", ""])
    def test_is_for_this_computer_only(self, server: Server, host: str) -> None:
        assert status_of(server, "/", Host=host) == 403

    def test_may_be_closed_while_it_waits(
        self, server: Server, movement: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(preview, "WAIT_S", 30)
        token = asked(server, "/new")["token"]
        before = threading.active_count()
        with asking(server, f"/new?after={token}".encode()) as page:
            page.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

        change(movement, '"Hip hinge"', '"Sink lean"')

        assert asked(server, "/new")["movements"][0]["name"] == "Sink lean"
        until(lambda: threading.active_count() == before)
        assert capfd.readouterr().err == ""

    def test_says_in_the_terminal_what_else_goes_amiss(
        self, server: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        def unreadable(_: object) -> None:
            raise RuntimeError("the page cannot be built")

        monkeypatch.setattr(Watched, "faults", unreadable)

        assert answered(server, b"/faults") == b""
        assert "the page cannot be built" in capfd.readouterr().err


class TestWhatIsNew:
    def test_is_told_at_once_to_somebody_who_has_seen_nothing(self, server: Server) -> None:
        [shown] = asked(server, "/new")["movements"]

        assert shown["name"] == "Hip hinge"
        assert [level["id"] for level in shown["leaf"]["levels"]] == [
            level.id for level in scores()["hip-hinge"].levels
        ]
        assert shown["plays"]["described"][0]["say"] == scores()["hip-hinge"].phrases[0].say

    def test_is_nothing_while_the_file_stays(self, server: Server) -> None:
        token = asked(server, "/new")["token"]

        assert asked(server, f"/new?after={token}") is None

    def test_comes_when_the_file_changes(self, server: Server, movement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(preview, "WAIT_S", 30)
        token = asked(server, "/new")["token"]
        threading.Timer(0.2, change, (movement, '"Hip hinge"', '"Sink lean"')).start()

        [shown] = asked(server, f"/new?after={token}")["movements"]

        assert shown["name"] == "Sink lean"

    def test_is_the_line_that_cannot_be_read(self, server: Server, movement: Path) -> None:
        change(movement, 'breath  = "out"', 'breath  = "hold"')

        news = asked(server, "/new")

        line = movement.read_text().splitlines().index('breath  = "hold"') + 1
        assert news["movements"] == []
        assert news["faults"] == [
            {
                "file": "hip-hinge.toml",
                "line": line,
                "fault": "'breath' is 'hold'",
                "remedy": "write one of in, out, easy",
            }
        ]

    def test_survives_a_file_that_is_gone_for_a_moment(self, server: Server, movement: Path) -> None:
        text = movement.read_text()
        movement.unlink()
        assert "cannot be read" in asked(server, "/new")["faults"][0]["fault"]
        assert "cannot be read" in asked(server, "/faults")[0]["fault"]

        movement.write_text(text)

        assert asked(server, "/new")["faults"] == []

    def test_is_shown_before_a_dose_is_known_or_a_posture_is_drawn(self, server: Server, movement: Path) -> None:
        movement.write_text(re.sub(r"repetitions = \d+", "repetitions = 0", movement.read_text()))
        assert asked(server, "/new")["movements"][0]["plays"]["described"]

        movement.write_text(movement.read_text().partition("# --- how it is drawn")[0])

        [shown] = asked(server, "/new")["movements"]
        assert shown["leaf"] is None


class TestWhatIsAmiss:
    def test_is_what_the_check_says(self, server: Server, movement: Path) -> None:
        change(movement, "purpose  = ", 'purpose  = "? What for?" # ')

        told = asked(server, "/faults")

        assert {"file": "hip-hinge.toml", "line": 4, "fault": "still open: What for?"}.items() <= told[0].items()


class TestAFolder:
    def test_is_shown_movement_by_movement(self, movement: Path) -> None:
        shutil.copy(HERE / "movements" / "cat-cow.toml", movement.parent)

        names = [shown["name"] for shown in Watched(movement.parent).drawn()["movements"]]

        assert names == ["Cat-cow", "Hip hinge"]


class TestPreview:
    def test_follows_a_file_from_a_process_of_its_own(self, movement: Path) -> None:
        port = free_port()
        command = [sys.executable, "-m", "loosen", "preview", str(movement), "--no-open", "--port", str(port)]
        process = subprocess.Popen(command, cwd=ROOT / "src", stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout
            assert f"http://127.0.0.1:{port}/ shows {movement}" in process.stdout.readline()
            base = f"http://127.0.0.1:{port}/new"
            with urllib.request.urlopen(base, timeout=30) as answer:
                token = json.load(answer)["token"]
            threading.Timer(0.2, change, (movement, '"Hip hinge"', '"Sink lean"')).start()
            with urllib.request.urlopen(f"{base}?after={token}", timeout=60) as answer:
                assert json.load(answer)["movements"][0]["name"] == "Sink lean"
        finally:
            process.kill()
            process.communicate()

    @pytest.mark.parametrize("asked_for", ["hip-hinge", "file"])
    @pytest.mark.parametrize("options", [(), ("--no-open",)])
    def test_takes_a_slug_or_a_file_and_opens_the_browser_unless_told_not_to(
        self, loosen: Loosen, movement: Path, monkeypatch: pytest.MonkeyPatch, asked_for: str, options: tuple[str, ...]
    ) -> None:
        opened: list[str] = []
        monkeypatch.setattr("webbrowser.open", opened.append)
        monkeypatch.setattr(Server, "serve_forever", lambda self: None)
        port = free_port()

        named = str(movement) if asked_for == "file" else asked_for
        status, out, _ = loosen("preview", named, "--port", str(port), *options)

        place = movement if asked_for == "file" else HERE / "movements" / "hip-hinge.toml"
        assert status == 0
        assert f"shows {place}; it follows every change you save" in out
        assert opened == ([] if options else [f"http://127.0.0.1:{port}/"])

    def test_says_what_it_cannot_find(self, loosen: Loosen) -> None:
        status, _, err = loosen("preview", "sink-lean", "--no-open")

        assert status == 2
        assert "there is no movement 'sink-lean'; give its slug, its file, or a folder of movements" in err

    def test_says_when_the_port_is_taken(self, loosen: Loosen, server: Server, movement: Path) -> None:
        status, _, err = loosen("preview", str(movement), "--no-open", "--port", str(server.server_port))

        assert status == 2
        assert f"another port: loosen preview {movement} --port {server.server_port + 1}" in err
