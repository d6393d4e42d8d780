"""The server from outside: where it listens, what it prints, how it ends."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from loosen.web import personal
from loosen.web.personal import machine_zone
from tests.real_server import ROOT, RealServer, Visitor, free_port

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and /proc are other things there")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


class TestAServer:
    def test_prints_the_link_alone_on_a_line_and_nothing_else(self, home: Path) -> None:
        with RealServer(home) as server:
            assert server.link.startswith(f"{server.url}/sign-in/")
            assert server.said_on_stderr() == ""

    def test_shows_a_newcomer_the_welcome(self, home: Path) -> None:
        with RealServer(home) as server:
            answer = server.sign_in().get("/")

        assert answer.status == 200
        assert "Loosen" in answer.body

    @pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="Linux alone says who listens where")
    def test_listens_on_loopback_alone(self, home: Path) -> None:
        with RealServer(home) as server:
            lines = [line.split() for name in ("tcp", "tcp6") for line in _listening(name)]
            where = {
                local.rpartition(":")[0] for _, local, *_ in lines if int(local.rpartition(":")[2], 16) == server.port
            }

        assert where == {"0100007F"}

    def test_serves_static_files_that_may_be_kept_for_ever(self, home: Path) -> None:
        with RealServer(home) as server:
            page = server.sign_in().get("/signs/").body
            style = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
            answer = Visitor(server.port).get(style, {"Accept-Encoding": "gzip"})

        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["x-content-type-options"] == "nosniff"

    def test_keeps_its_things_for_its_owner_alone(self, home: Path) -> None:
        with RealServer(home) as server:
            server.sign_in().get("/")
            private = [home / "loosen.sqlite3", home / "secret.key", home / "version.json"]

            assert {stat.S_IMODE(file.stat().st_mode) for file in private} == {0o600}
        assert stat.S_IMODE(home.stat().st_mode) == 0o700

    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda how: how.name)
    def test_ends_when_told_to_and_leaves_the_port_and_no_process(self, home: Path, how: signal.Signals) -> None:
        with RealServer(home) as server:
            server.sign_in().get("/")
            assert server.process
            server.process.send_signal(how)

            assert server.process.wait(10) == 0
            assert server.pids() == []


class TestTheBrowser:
    def test_is_opened_with_a_link_that_signs_in(self, home: Path, tmp_path: Path) -> None:
        opened = tmp_path / "opened"
        browser = tmp_path / "browser"
        browser.write_text(f'#!/bin/sh\necho "$1" > {opened}.new && mv {opened}.new {opened}\n')
        browser.chmod(0o700)
        port = free_port()
        environment = {**os.environ, "LOOSEN_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), "BROWSER": str(browser)}
        command = [sys.executable, "-m", "loosen", "serve", "--port", str(port)]
        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr
            said = [process.stderr.readline() for _ in range(3)]
            process.terminate()

        assert said[0].startswith("Loosen is open in your browser.")
        assert said[1].startswith(f"http://127.0.0.1:{port}/sign-in/")
        assert "Ctrl+C" in said[2]
        assert opened.read_text() == said[1]


def _listening(name: str) -> list[str]:
    """Return the lines of sockets that listen (state 0A)."""
    lines = Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    return [line for line in lines if line.split()[3] == "0A"]


class TestTheZoneOfTheMachine:
    @pytest.mark.parametrize("named", ["Europe/Rome", ":Europe/Rome"])
    def test_is_what_it_says(self, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TZ", named)

        assert machine_zone() == "Europe/Rome"

    @pytest.mark.parametrize("named", ["", "Foo/Bar", "../etc/passwd", "/usr/share", "CET-1CEST,M3.5.0"])
    def test_is_utc_when_it_says_nothing_that_is_known(
        self, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TZ", named)
        monkeypatch.setattr(personal, "LOCALTIME", tmp_path / "localtime")

        assert machine_zone() == "UTC"

    def test_is_read_from_where_the_system_keeps_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("TZ", raising=False)
        (tmp_path / "localtime").symlink_to("/usr/share/zoneinfo/Asia/Tokyo")
        monkeypatch.setattr(personal, "LOCALTIME", tmp_path / "localtime")

        assert machine_zone() == "Asia/Tokyo"
