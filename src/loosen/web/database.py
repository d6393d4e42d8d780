"""The database file of a home, looked at from outside: is it there, whole, free, and not from a later Loosen?"""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from loosen import __version__
from loosen.web.home import BACKUPS, DATABASE, NEWER_REMEDY, HomeError

LOOK_TIMEOUT_S = 1.5
"""How long a start waits for somebody else who is writing."""

WEB = Path(__file__).resolve().parent


def refuse_unusable(folder: Path) -> None:
    """Refuse a database that is locked, broken, or written by a later Loosen. One that is not there yet is fine."""
    file = folder / DATABASE
    if not file.exists():
        return
    try:
        with closing(_open(file)) as database:
            database.execute("BEGIN IMMEDIATE")
            applied = _applied(database)
            database.execute("ROLLBACK")
    except sqlite3.OperationalError as fault:
        raise HomeError(_said(file, fault)) from fault
    except sqlite3.DatabaseError as fault:
        raise HomeError(_broken(file, str(fault))) from fault
    _refuse_newer(file, applied)


def has_pending(folder: Path) -> bool:
    """Tell whether the program knows a migration that the database has not had; true also where there is none yet."""
    file = folder / DATABASE
    if not file.exists():
        return True
    with closing(_open(file)) as database:
        return not _known() <= _applied(database)


def back_up(folder: Path, now: datetime) -> Path:
    """Check the database whole, copy it into backups/ and return the copy; a broken one is refused, not copied."""
    file = folder / DATABASE
    copy = folder / BACKUPS / f"loosen-{now:%Y-%m-%dT%H%M%SZ}-before-{__version__}.sqlite3"
    with closing(_open(file)) as database, closing(sqlite3.connect(copy)) as backup:
        [(verdict,)] = database.execute("PRAGMA integrity_check(1)").fetchall()
        if verdict != "ok":
            copy.unlink()
            raise HomeError(_broken(file, verdict))
        database.backup(backup)
    copy.chmod(0o600)
    return copy


def _refuse_newer(file: Path, applied: frozenset[str]) -> None:
    ours = {name.partition(".")[0] for name in _known()}
    unknown = sorted(name for name in applied - _known() if name.partition(".")[0] in ours)
    if unknown:
        raise HomeError(
            f"{file} was written by a newer Loosen: it has {', '.join(unknown)}, which Loosen {__version__} does not "
            f"know. {NEWER_REMEDY}"
        )


def _known() -> frozenset[str]:
    """Return the migrations this program brings, as app.name."""
    files = WEB.glob("*/migrations/[0-9]*.py")
    return frozenset(f"{file.parent.parent.name}.{file.stem}" for file in files)


def _applied(database: sqlite3.Connection) -> frozenset[str]:
    tables = database.execute("SELECT 1 FROM sqlite_master WHERE name = 'django_migrations'").fetchall()
    if not tables:
        return frozenset()
    return frozenset(f"{app}.{name}" for app, name in database.execute("SELECT app, name FROM django_migrations"))


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=LOOK_TIMEOUT_S, isolation_level=None)


def _said(file: Path, fault: sqlite3.OperationalError) -> str:
    if "locked" in str(fault):
        return f"{file} is locked: another program is writing to it. Close that program and start Loosen again."
    return f"{file} cannot be written to ({fault}). Free some space, or give yourself the right to write there."


def _broken(file: Path, what: str) -> str:
    newest = max((file.parent / BACKUPS).glob("*.sqlite3"), default=None)
    remedy = f"Put the newest backup, {newest}, in its place" if newest else "Put a copy of your own in its place"
    found = ", ".join(what.splitlines())
    return f"{file} is not a whole database ({found}). {remedy}, or move it away to begin anew."
