"""A home served to its own person: opened, held, and left with a link that signs in once."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loosen.content import loading
from loosen.web import database, opening, serving
from loosen.web.home import HomeError
from loosen.web.serving import Address, AlreadyRunningError

LOCALTIME = Path("/etc/localtime")
ZONES = "zoneinfo/"


@dataclass(frozen=True, slots=True)
class Start:
    """How a server is asked to start: where, when, how it speaks, and whether it opens the browser."""

    address: Address
    now: datetime
    say: Callable[[str], None]
    hint: Callable[[str], None]
    opens: bool


def serve(folder: Path, start: Start) -> None:
    """Serve the person's home until it is told to stop; what is in the way is said before anything is written."""
    loading.practice()
    opening.refuse_unusable(folder)
    try:
        serving.refuse_running(folder)
    except AlreadyRunningError as running:
        raise HomeError(_lead_to(running, folder, start)) from running
    serving.refuse_taken(start.address, "loosen serve")
    for done in opening.open_home(folder, start.now):
        start.hint(done)
    run(folder, start)


def run(folder: Path, start: Start) -> None:
    """Serve an opened home, and say its link as soon as somebody who knocks is let in."""
    from django.conf import settings
    from django.contrib.sessions.backends.db import SessionStore
    from django.db import connections

    from loosen.web import statics

    statics.collect(Path(settings.STATIC_ROOT))
    SessionStore.clear_expired()
    link = _link(start.address, start.now)
    connections.close_all()  # the worker is a child of this process: an open database must not be shared with it
    with serving.alone(folder, start.address):
        serving.serve(start.address, lambda: _announce(link, start))


def machine_zone() -> str:
    """Return the IANA zone of this machine, UTC where it does not say."""
    named = os.environ.get("TZ", "").lstrip(":")
    linked = str(LOCALTIME.resolve()).partition(ZONES)[2]
    return next((zone for zone in (named, linked) if _is_zone(zone)), "UTC")


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and bool(ZoneInfo(name).key)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return False


def _link(address: Address, now: datetime) -> str:
    from loosen.web.people import sign_in
    from loosen.web.people.models import User

    return f"{address}/sign-in/{sign_in.new_token(User.objects.owner(machine_zone()), now)}/"


def _lead_to(running: AlreadyRunningError, folder: Path, start: Start) -> str:
    """Give whoever starts Loosen a second time a new link to where it is, and return how things stand."""
    stands = f"{folder} is open already, at {running.address} (process {running.process})."
    if database.has_pending(folder):
        return f"{stands} It is older than this program: stop that process and start again."
    opening.set_up()
    _announce(_link(running.address, start.now), start)
    return f"{stands} The new link signs you in there; or stop that process and start again."


def _announce(link: str, start: Start) -> None:
    if start.opens:
        serving.open_browser(link)
        start.hint(f"Loosen is open in your browser. This link works once, within a quarter of an hour:\n{link}")
        start.hint("To stop it, press Ctrl+C here.")
    else:
        start.say(link)
        sys.stdout.flush()
