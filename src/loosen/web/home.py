"""One folder for a person's things: database, key, backups, log. Nothing here knows Django."""

import hashlib
import json
import os
import secrets
import shutil
from pathlib import Path
from typing import Any

import platformdirs

from loosen import __version__

DATABASE = "loosen.sqlite3"
KEY = "secret.key"
VERSION = "version.json"
BACKUPS = "backups"
STATICS = "static"
LOG = "log/loosen.log"

FORMAT = "loosen-home"
FORMAT_VERSION = 1
"""Grows when files of the home change their place or meaning; the database has its own versions, its migrations."""

BUSY_TIMEOUT_S = 5
"""How long a writer waits for another one before it gives up."""

LOG_BYTES = 1_000_000
LOG_FILES = 3
"""The newest log file and those kept beside it, 1 MB each."""

ROOM_BYTES = 20_000_000
"""What must be free on the disk before anything is written: a first start needs about a quarter of it."""


class HomeError(Exception):
    """The home cannot be used: the message names the place and the remedy."""


def place() -> Path:
    """Return the home folder: LOOSEN_HOME, else the platform's own folder for data."""
    chosen = os.environ.get("LOOSEN_HOME") or platformdirs.user_data_path("loosen", appauthor=False)
    return Path(chosen).expanduser().absolute()


def contents(folder: Path) -> list[tuple[str, Path]]:
    """Return what the home holds and where, for people."""
    return [
        ("home", folder),
        ("database", folder / DATABASE),
        ("key", folder / KEY),
        ("backups", folder / BACKUPS),
        ("log", folder / LOG),
    ]


def short_name(folder: Path) -> str:
    """Return eight letters that tell one home from another, for names of cookies."""
    return hashlib.sha256(str(folder).encode()).hexdigest()[:8]


def secret_key(folder: Path) -> str:
    """Return the home's key; a folder that was not opened yet has none, and checks and tests get one for the moment."""
    try:
        return (folder / KEY).read_text()
    except OSError:
        return secrets.token_urlsafe(48)


def refuse_what_cannot_be_written(folder: Path) -> None:
    """Refuse a home that is no folder, may not be written, or lies on a full disk; nothing is written to find out."""
    standing = next(path for path in (folder, *folder.parents) if path.exists())
    if not standing.is_dir():
        raise HomeError(f"{standing} is not a folder, so {folder} cannot be Loosen's. {_ELSEWHERE}")
    if not os.access(standing, os.W_OK | os.X_OK):
        raise HomeError(f"{standing} cannot be written to. Give yourself the right to write there, or: {_ELSEWHERE}")
    free = shutil.disk_usage(standing).free
    if free < ROOM_BYTES:
        raise HomeError(
            f"The disk of {standing} is full: {free // 1_000_000} MB are left and Loosen needs "
            f"{ROOM_BYTES // 1_000_000} MB. Free some space, or: {_ELSEWHERE}"
        )


def refuse_newer(folder: Path) -> None:
    """Refuse a home that a later Loosen has arranged differently."""
    known = read_version(folder)
    if known is None:
        return
    if known.get("format") != FORMAT or not isinstance(known.get("version"), int):
        raise HomeError(f"{folder / VERSION} does not say '{FORMAT}' and a version. {_ELSEWHERE}")
    if known["version"] > FORMAT_VERSION:
        raise HomeError(
            f"{folder} was written by Loosen {known.get('program', '(unknown)')} (home version {known['version']}); "
            f"this is Loosen {__version__} and knows version {FORMAT_VERSION}. {NEWER_REMEDY}"
        )


def read_version(folder: Path) -> dict[str, Any] | None:
    """Return what the version file says, or None where there is none."""
    file = folder / VERSION
    if not file.exists():
        return None
    try:
        said = json.loads(file.read_text())
    except (OSError, ValueError) as fault:
        raise HomeError(f"{file} cannot be read ({fault}). Put it back from a backup, or: {_ELSEWHERE}") from fault
    return said if isinstance(said, dict) else {}


def furnish(folder: Path) -> None:
    """Make the folder and what it must hold, for its owner alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    for name in (BACKUPS, Path(LOG).parent):
        (folder / name).mkdir(mode=0o700, exist_ok=True)
    if not (folder / KEY).exists():
        write_privately(folder / KEY, secrets.token_urlsafe(48))


def write_version(folder: Path) -> None:
    """Note which program and which arrangement the home belongs to now."""
    said = {"format": FORMAT, "version": FORMAT_VERSION, "program": __version__}
    if read_version(folder) != said:
        write_privately(folder / VERSION, json.dumps(said, indent=2) + "\n")


def write_privately(file: Path, text: str) -> None:
    """Write a file for its owner alone, whole or not at all."""
    beside = file.with_name(f"{file.name}.new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as new:
        new.write(text)
        new.flush()
        os.fsync(new.fileno())
    beside.replace(file)


def logging_settings(folder: Path) -> dict[str, Any]:
    """Return the settings of the log: a rotating file in the home, or standard error while there is no home."""
    file = folder / LOG
    to_file = {
        "class": "logging.handlers.RotatingFileHandler",
        "filename": str(file),
        "maxBytes": LOG_BYTES,
        "backupCount": LOG_FILES - 1,
        "delay": True,
        "encoding": "utf-8",
        "formatter": "impersonal",
    }
    to_terminal = {"class": "logging.StreamHandler", "formatter": "impersonal"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"impersonal": {"()": "loosen.web.log.Impersonal"}},
        "handlers": {"log": to_file if file.parent.is_dir() else to_terminal},
        "root": {"handlers": ["log"], "level": "WARNING"},
        "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
    }


_ELSEWHERE = "Set LOOSEN_HOME to a folder of your own to keep your things there."
NEWER_REMEDY = "Update Loosen (git pull, then start it again), or set LOOSEN_HOME to another folder."
