"""What can go wrong around Loosen: power, ports, disks, old and new programs. Real processes on real folders."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from shutil import copytree, rmtree
from uuid import uuid4

import pytest

from tests.bench.home import fill
from tests.real_server import ROOT, RealServer, Visitor, free_port

KILLS = 5


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose person has practised for a month, and that was served once."""
    folder = tmp_path_factory.mktemp("filled") / "home"
    fill(folder, days=30, sessions=30, seed=1)
    with RealServer(folder):
        return folder


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """A home of this test's own."""
    return copytree(filled, tmp_path / "home")


def loosen(home: Path, *arguments: str, **more: object) -> "subprocess.CompletedProcess[str]":
    """Run one command to its end."""
    environment = {**os.environ, "LOOSEN_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "loosen", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False, **more)


def obey_the_rights_of_files() -> None:
    """Be refused what anybody would be refused: root gives up CAP_DAC_OVERRIDE."""
    if os.geteuid() == 0:
        import ctypes

        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def one_message(done: "subprocess.CompletedProcess[str]") -> str:
    """Return the one message of a command that was refused."""
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("loosen")
    assert done.stderr.count("\n") == 1
    return done.stderr


def an_id() -> str:
    """Return an id as a device makes them, a UUID of version 7."""
    made = str(uuid4())
    return f"{made[:14]}7{made[15:]}"


def tell(visitor: Visitor, session: str, *ids: str) -> list[str]:
    """Send the player's events; return the ids that were acknowledged."""
    told = [{"id": one, "at": "2026-11-22T07:35:00Z", "zone": "Europe/Berlin", "event": "began"} for one in ids]
    answer = visitor.send(f"/sessions/{session}/events/", json.dumps(told).encode(), "application/json")
    assert answer.status == 200, answer.body[:500]
    kept: list[str] = json.loads(answer.body)["kept"]
    return kept


def entries_in(home: Path, *ids: str) -> int:
    """Count the entries with these ids in a database that is whole."""
    with closing(sqlite3.connect(home / "loosen.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        marks = ",".join("?" * len(ids))
        return int(database.execute(f"SELECT count(*) FROM people_entry WHERE uid IN ({marks})", ids).fetchone()[0])


class TestAServerKilledRightAfterAnAcknowledgedEntry:
    def test_loses_nothing_and_comes_back(self, home: Path) -> None:
        port, acknowledged = free_port(), list[str]()

        for _ in range(KILLS):
            with RealServer(home, port=port) as server:
                acknowledged += tell(server.sign_in(), "2026-11-22-morning", an_id())
                server.kill()

        assert len(acknowledged) == KILLS
        assert entries_in(home, *acknowledged) == KILLS

    def test_starts_again_at_once_when_only_its_first_process_was_killed(self, home: Path) -> None:
        port = free_port()
        with RealServer(home, port=port) as server:
            kept = tell(server.sign_in(), "2026-11-22-morning", an_id())
            assert server.process
            server.process.kill()
            server.process.wait()

            with RealServer(home, port=port) as again:
                assert again.sign_in().get("/today/").status == 200
        assert entries_in(home, *kept) == 1


class TestAnEntrySentTwice:
    def test_exists_once_also_when_the_first_answer_was_lost(self, home: Path) -> None:
        same = an_id()
        with RealServer(home) as server:
            tell(server.sign_in(), "2026-11-22-morning", same)
            server.kill()
        with RealServer(home) as server:
            again = tell(server.sign_in(), "2026-11-22-morning", same)

        assert again == [same]
        assert entries_in(home, same) == 1

    def test_exists_once_also_when_all_come_at_the_same_moment(self, home: Path) -> None:
        same = an_id()
        with RealServer(home) as server:
            cookies = server.sign_in().cookies
            crowd = [Visitor(server.port, dict(cookies)) for _ in range(8)]
            with ThreadPoolExecutor(len(crowd)) as at_once:
                kept = list(at_once.map(lambda visitor: tell(visitor, "2026-11-22-morning", same), crowd))

        assert kept == [[same]] * len(crowd)
        assert entries_in(home, same) == 1


class TestATakenPort:
    def test_is_said_with_its_number_and_another_one_and_nothing_is_written(self, tmp_path: Path) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]

            said = one_message(loosen(tmp_path / "home", "serve", "--no-open", "--port", str(port)))

        assert f"Port {port} on 127.0.0.1 is taken" in said
        assert f"another port: loosen serve --port {port + 1}" in said
        assert not (tmp_path / "home").exists()

    def test_is_said_by_the_demo_too(self, tmp_path: Path) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()

            port = taken.getsockname()[1]

            said = one_message(loosen(tmp_path, "demo", "--no-open", "--port", str(port)))

        assert f"another port: loosen demo --port {port + 1}" in said


class TestAHomeThatIsOpenAlready:
    def test_is_not_opened_twice_but_gives_a_new_link_to_where_it_is(self, home: Path) -> None:
        with RealServer(home) as server:
            done = loosen(home, "serve", "--no-open", "--port", str(free_port()))

            assert f"is open already, at {server.url}" in one_message(done)
            assert done.stdout.startswith(f"{server.url}/sign-in/")
            server.link = done.stdout.strip()
            assert server.sign_in().get("/today/").status == 200


class TestAHomeThatCannotBeWritten:
    @pytest.mark.skipif(sys.platform == "win32", reason="rights are other things there")
    def test_is_refused_with_its_place_and_a_remedy(self, tmp_path: Path) -> None:
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o555)
        said = one_message(loosen(closed / "home", "serve", "--no-open", preexec_fn=obey_the_rights_of_files))

        assert f"{closed} cannot be written to" in said
        assert "LOOSEN_HOME" in said
        assert not list(closed.iterdir())

    def test_is_refused_where_a_file_stands(self, tmp_path: Path) -> None:
        (tmp_path / "home").write_text("mine")

        said = one_message(loosen(tmp_path / "home", "serve", "--no-open"))

        assert "is not a folder" in said
        assert (tmp_path / "home").read_text() == "mine"

    @pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits there")
    def test_is_refused_when_there_is_no_room_for_a_single_byte(self, home: Path) -> None:
        import resource

        before = files(home)

        done = loosen(
            home,
            "serve",
            "--no-open",
            "--port",
            str(free_port()),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
        )

        said = one_message(done)
        assert str(home) in said
        assert "Free some space" in said
        assert {name: text for name, text in files(home).items() if "-" not in name} == {
            name: text for name, text in before.items() if "-" not in name
        }


class TestALockedHome:
    def test_is_refused_with_the_file_that_is_locked(self, home: Path) -> None:
        with closing(sqlite3.connect(home / "loosen.sqlite3")) as other:
            other.execute("BEGIN IMMEDIATE")

            said = one_message(loosen(home, "serve", "--no-open", "--port", str(free_port())))

        assert f"{home / 'loosen.sqlite3'} is locked" in said


class TestAHomeOfANewerProgram:
    def test_is_refused_by_name_and_left_as_it_is(self, home: Path) -> None:
        with closing(sqlite3.connect(home / "loosen.sqlite3")) as newer:
            newer.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('people', '0099_goals', '2030')")
            newer.commit()
        before = files(home)

        said = one_message(loosen(home, "serve", "--no-open", "--port", str(free_port())))

        assert "people.0099_goals" in said
        assert "Update Loosen" in said
        assert files(home) == before


class TestAHomeOfAnOlderProgram:
    @pytest.fixture
    def older(self, home: Path) -> Path:
        """A home as Loosen 0.0.9 left it, from before there were sign-in links."""
        (home / "version.json").write_text('{"format": "loosen-home", "version": 1, "program": "0.0.9"}')
        return home

    def test_is_checked_backed_up_brought_up_to_date_and_told_of(self, older: Path) -> None:
        before = (older / "loosen.sqlite3").read_bytes()

        with RealServer(older) as server:
            said = server.said_on_stderr()
            journal = server.sign_in().get("/journal/").body

        [copy] = (older / "backups").iterdir()
        assert str(copy) in said
        assert len(copy.read_bytes()) == len(before)
        assert "Easier once moving." in journal
        assert '"0.0.9"' not in (older / "version.json").read_text()

    def test_is_left_as_it_is_when_its_database_is_not_whole(self, older: Path) -> None:
        file = older / "loosen.sqlite3"
        whole = file.read_bytes()
        file.write_bytes(whole[:40_000] + b"\xff" * 20_000 + whole[60_000:])
        before = file.read_bytes()

        said = one_message(loosen(older, "serve", "--no-open", "--port", str(free_port())))

        assert f"{file} is not a whole database" in said
        assert file.read_bytes() == before
        assert not list((older / "backups").iterdir())

    def test_is_backed_up_once_and_not_at_every_start(self, older: Path) -> None:
        for _ in range(2):
            with RealServer(older):
                pass

        assert len(list((older / "backups").iterdir())) == 1


class TestAContentFileThatIsBroken:
    def test_stops_the_start_with_its_name_line_and_remedy_before_anything_is_written(self, tmp_path: Path) -> None:
        source = copytree(ROOT / "src", tmp_path / "src", ignore=lambda _folder, names: {"__pycache__"} & set(names))
        score = source / "loosen" / "content" / "movements" / "cat-cow.toml"
        score.write_text(score.read_text().replace("position", "positon", 1))

        for command in (["serve", "--no-open"], ["timeline", "cat-cow"]):
            environment = {**os.environ, "LOOSEN_HOME": str(tmp_path / "home"), "PYTHONPATH": str(source)}
            done = subprocess.run(
                [sys.executable, "-m", "loosen", *command],
                env=environment,
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )

            assert "cat-cow.toml:" in one_message(done)
        assert not (tmp_path / "home").exists()


class TestACheckoutThatWasDeletedAndClonedAgain:
    def test_finds_the_journal_where_it_was(self, home: Path, tmp_path: Path) -> None:
        same = an_id()
        first = copytree(ROOT / "src", tmp_path / "first" / "src")
        with RealServer(home, source=first) as server:
            tell(server.sign_in(), "2026-11-22-morning", same)
        rmtree(first.parent)

        second = copytree(ROOT / "src", tmp_path / "second" / "src")
        with RealServer(home, source=second) as server:
            journal = server.sign_in().get("/journal/")

        assert journal.status == 200
        assert "Easier once moving." in journal.body
        assert entries_in(home, same) == 1


class TestAHomeThatIsJustBeingOpened:
    def test_is_left_to_the_one_who_came_first(self, home: Path) -> None:
        import fcntl

        with (home / "running.json").open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)

            said = one_message(loosen(home, "serve", "--no-open", "--port", str(free_port())))

        assert f"{home / 'running.json'} is held" in said
        assert "try again" in said
