"""The home folder: made for its owner alone, looked at before it is touched, and never opened by an older program."""

import json
import logging
import logging.handlers
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from loosen import __version__
from loosen.web import database, home

NOW = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)


MIGRATIONS = [("0001_first",), ("0002_dark_on",), ("0003_of_ones_own",)]
"""What the database of this program has had."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A furnished home with the beginnings of a database."""
    home.furnish(tmp_path / "home")
    with closing(sqlite3.connect(tmp_path / "home" / home.DATABASE)) as made:
        made.execute("CREATE TABLE django_migrations (app TEXT, name TEXT)")
        made.executemany("INSERT INTO django_migrations VALUES ('people', ?)", MIGRATIONS)
        made.commit()
    return tmp_path / "home"


def seen(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


class TestANewHome:
    def test_is_for_its_owner_alone(self, folder: Path) -> None:
        assert oct(folder.stat().st_mode)[-3:] == "700"
        assert oct((folder / home.KEY).stat().st_mode)[-3:] == "600"

    def test_has_a_key_that_stays(self, folder: Path) -> None:
        first = home.secret_key(folder)
        home.furnish(folder)

        assert home.secret_key(folder) == first
        assert len(first) >= 64

    def test_says_which_program_made_it(self, folder: Path) -> None:
        home.write_version(folder)

        assert json.loads((folder / home.VERSION).read_text()) == {
            "format": "loosen-home",
            "version": 1,
            "program": __version__,
        }

    def test_lies_where_loosen_home_says(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("LOOSEN_HOME", str(tmp_path / "mine"))

        assert home.place() == tmp_path / "mine"

    def test_lies_in_the_platforms_data_folder_when_nothing_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("LOOSEN_HOME")

        assert home.place().name == "loosen"
        assert home.place().is_absolute()


class TestAHomeThatCannotBeUsed:
    def test_is_refused_when_a_file_stands_in_its_place(self, tmp_path: Path) -> None:
        file = tmp_path / "notes.txt"
        file.write_text("mine")

        with pytest.raises(home.HomeError, match=r"notes\.txt is not a folder.*Set LOOSEN_HOME"):
            home.refuse_what_cannot_be_written(file / "home")

    def test_is_refused_when_the_disk_is_full(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        full = shutil._ntuple_diskusage(total=10**9, used=10**9 - 3_000_000, free=3_000_000)
        monkeypatch.setattr(shutil, "disk_usage", lambda _place: full)

        with pytest.raises(home.HomeError, match=r"full: 3 MB are left and Loosen needs 20 MB\. Free some space"):
            home.refuse_what_cannot_be_written(tmp_path / "home")
        assert not (tmp_path / "home").exists()

    def test_is_refused_when_a_later_program_arranged_it(self, folder: Path) -> None:
        (folder / home.VERSION).write_text('{"format": "loosen-home", "version": 2, "program": "3.1.0"}')

        with pytest.raises(home.HomeError, match=r"was written by Loosen 3\.1\.0 \(home version 2\).*Update Loosen"):
            home.refuse_newer(folder)

    @pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": "loosen-home"}', '{"version": "1"}'])
    def test_is_refused_when_its_version_cannot_be_read(self, folder: Path, text: str) -> None:
        (folder / home.VERSION).write_text(text)

        with pytest.raises(home.HomeError, match=r"version\.json"):
            home.refuse_newer(folder)


class TestADatabase:
    def test_that_is_not_there_yet_is_fine(self, tmp_path: Path) -> None:
        database.refuse_unusable(tmp_path)

        assert database.has_pending(tmp_path)
        assert not list(tmp_path.iterdir())

    def test_of_this_program_is_fine(self, folder: Path) -> None:
        before = seen(folder)

        database.refuse_unusable(folder)

        assert not database.has_pending(folder)
        assert seen(folder) == before

    def test_of_a_newer_program_is_refused_by_name(self, folder: Path) -> None:
        with closing(sqlite3.connect(folder / home.DATABASE)) as newer:
            newer.execute("INSERT INTO django_migrations VALUES ('people', '0099_goals')")
            newer.commit()

        with pytest.raises(home.HomeError, match=r"loosen\.sqlite3 was written by a newer.*people\.0099_goals"):
            database.refuse_unusable(folder)

    def test_that_another_program_holds_is_refused(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(database, "LOOK_TIMEOUT_S", 0.05)
        with closing(sqlite3.connect(folder / home.DATABASE)) as other:
            other.execute("BEGIN EXCLUSIVE")

            with pytest.raises(home.HomeError, match=r"loosen\.sqlite3 is locked.*Close that program"):
                database.refuse_unusable(folder)

    def test_that_is_no_database_is_refused_and_left_alone(self, folder: Path) -> None:
        (folder / home.DATABASE).write_text("this is a letter, and a long one " * 100)
        before = seen(folder)

        with pytest.raises(home.HomeError, match=r"is not a whole database.*a copy of your own"):
            database.refuse_unusable(folder)
        assert seen(folder) == before


class TestTheSettings:
    @pytest.mark.django_db
    def test_write_ahead_and_wait_for_the_disk_so_that_an_acknowledged_entry_survives(self, tmp_path: Path) -> None:
        from django.conf import settings
        from django.db import ConnectionHandler

        kept = {**settings.DATABASES["default"], "NAME": tmp_path / "kept.sqlite3"}
        with closing(ConnectionHandler({"default": kept})["default"]) as connection:
            asked = {}
            for pragma in ("journal_mode", "synchronous", "busy_timeout"):
                with connection.cursor() as cursor:
                    asked[pragma] = cursor.execute(f"PRAGMA {pragma}").fetchone()[0]

        assert asked == {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 5000}
        assert kept["OPTIONS"]["transaction_mode"] == "IMMEDIATE"

    def test_keep_three_files_of_log_however_much_is_logged(self, folder: Path) -> None:
        configured = home.logging_settings(folder)["handlers"]["log"]
        handler = logging.handlers.RotatingFileHandler(
            configured["filename"], maxBytes=configured["maxBytes"], backupCount=configured["backupCount"]
        )

        for _ in range(5000):
            handler.emit(logging.LogRecord("loosen", logging.ERROR, "f", 1, "x" * 1000, (), None))
        handler.close()

        written = sorted(file.stat().st_size for file in (folder / "log").iterdir())
        assert len(written) == 3
        assert written[-1] <= 1_000_000


class TestABackup:
    def test_is_a_whole_copy_for_the_owner_alone(self, folder: Path) -> None:
        copy = database.back_up(folder, NOW)

        assert copy.name == f"loosen-2026-11-22T073000Z-before-{__version__}.sqlite3"
        assert oct(copy.stat().st_mode)[-3:] == "600"
        with closing(sqlite3.connect(copy)) as opened:
            assert opened.execute("SELECT name FROM django_migrations").fetchall() == MIGRATIONS

    def test_of_a_damaged_database_is_refused_and_names_the_newest_good_one(self, folder: Path) -> None:
        with closing(sqlite3.connect(folder / home.DATABASE)) as filled:
            filled.execute("CREATE TABLE entry (line TEXT)")
            filled.executemany("INSERT INTO entry VALUES (?)", [("x" * 500,)] * 500)
            filled.commit()
        good = database.back_up(folder, NOW)
        whole = (folder / home.DATABASE).read_bytes()
        (folder / home.DATABASE).write_bytes(whole[:40_000] + b"\xff" * 40_000 + whole[80_000:])

        with pytest.raises(home.HomeError, match=f"not a whole database.*{good.name}"):
            database.back_up(folder, NOW.replace(hour=9))
        assert list((folder / home.BACKUPS).iterdir()) == [good]
