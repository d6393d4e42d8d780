"""One folder for a person's things: database, key, backups, log. Nothing here knows Django."""

import hashlib
import os
import secrets
from pathlib import Path
from typing import Any

import platformdirs

DATABASE = "loosen.sqlite3"
KEY = "secret.key"
LOG = "log/loosen.log"

BUSY_TIMEOUT_S = 5
"""How long a writer waits for another one before it gives up."""

LOG_BYTES = 1_000_000
LOG_FILES = 3
"""The newest log file and those kept beside it, 1 MB each."""


def place() -> Path:
    """Return the home folder: LOOSEN_HOME, else the platform's own folder for data."""
    return Path(os.environ.get("LOOSEN_HOME") or platformdirs.user_data_path("loosen", appauthor=False)).absolute()


def short_name(folder: Path) -> str:
    """Return eight letters that tell one home from another, for names of cookies."""
    return hashlib.sha256(str(folder).encode()).hexdigest()[:8]


def secret_key(folder: Path) -> str:
    """Return the home's key; a folder that was not opened yet has none, and checks and tests get one for the moment."""
    try:
        return (folder / KEY).read_text()
    except OSError:
        return secrets.token_urlsafe(48)


def statics(folder: Path) -> Path:
    """Return where the hashed static files lie."""
    return folder / "static"


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
