"""Opening a home: everything that could be in the way is looked at before anything is written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.db.utils import DatabaseError

from loosen import __version__
from loosen.web import database, home


def open_home(folder: Path, now: datetime) -> list[str]:
    """Make the home ready for this program and return what was done, in sentences; raise HomeError when it cannot be.

    From here on the process makes files for their owner alone, and Django is ready to be used.
    """
    refuse_unusable(folder)
    os.umask(0o077)
    with _saying_what_went_full(folder):
        home.furnish(folder)
        set_up()
        done = _migrate(folder, now) if _is_new_here(folder) else []
        home.write_version(folder)
    return done


def set_up() -> None:
    """Make Django ready to be used with the home that LOOSEN_HOME names."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "loosen.web.settings"
    django.setup()


def refuse_unusable(folder: Path) -> None:
    """Raise HomeError for a home that is read-only, full, locked, broken or from a later Loosen; write nothing."""
    home.refuse_what_cannot_be_written(folder)
    home.refuse_newer(folder)
    database.refuse_unusable(folder)


def _is_new_here(folder: Path) -> bool:
    """Tell whether this program has not opened the home before: its Django may bring migrations too."""
    said = home.read_version(folder)
    return said is None or said.get("program") != __version__ or database.has_pending(folder)


def _migrate(folder: Path, now: datetime) -> list[str]:
    from django.core.management import call_command

    backup = database.back_up(folder, now) if (folder / home.DATABASE).exists() else None
    call_command("migrate", verbosity=0)
    if backup is None:
        return []
    return [f"Your journal was brought up to Loosen {__version__}; a copy from before is {backup}."]


@contextmanager
def _saying_what_went_full(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, DatabaseError) as fault:
        raise home.HomeError(
            f"{folder} could not be made ready: {fault}. Free some space, or set LOOSEN_HOME to another folder."
        ) from fault
