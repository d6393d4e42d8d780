"""Somebody at the pages: signed in, screened, on a morning that the test sets."""

from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

from django.test import Client

from loosen.content import loading
from loosen.core.journal import CheckIn, DayPart, Event, Note, PlayerEvent
from loosen.core.screening import Screening
from loosen.web import records
from loosen.web.people.models import User

MORNING = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)
"""The morning the visits take place: a Sunday."""

TODAY = MORNING.date()
SESSION = f"{TODAY}-morning"

CHAIN = ("seated-breath", "pelvic-tilt", "cat-cow", "shoulder-release")


class Visit:
    """One person, and the browser they look through."""

    def __init__(self, *, screened: bool = True, **fields: Any) -> None:
        """Sign in; a screened person said no to every question a month ago, and again yesterday."""
        self.user = User.objects.create(
            **{"login": "maria", "zone": "UTC", "name": "Maria", "birth_year": 1969} | fields
        )
        self.client = Client()
        self.client.force_login(self.user)
        if screened:
            answers = dict.fromkeys(loading.practice().screening.questions, "no")
            self.keep(*(Screening(**head(ago(days)), answers=answers) for days in (30, 1)))

    def keep(self, *entries: Any) -> None:
        """Keep what was told on earlier days."""
        records.keep_all(self.user, entries)
        self.user.refresh_from_db()

    def get(self, path: str) -> "Page":
        """Open a page."""
        return Page(self.client.get(path))

    def follow(self, path: str) -> "Page":
        """Open a page, and go where it leads."""
        return Page(self.client.get(path, follow=True))

    def post(self, path: str, **fields: Any) -> "Page":
        """Send a form."""
        return Page(self.client.post(path, {"id": records.new_id(), **fields}))

    def check_ins(self) -> tuple[CheckIn, ...]:
        return records.entries(self.user, CheckIn)

    def notes(self) -> tuple[Note, ...]:
        return records.entries(self.user, Note)


class Page(HTMLParser):
    """What came back: the status, where it leads, the words a person reads, and the addresses of its links."""

    def __init__(self, response: Any) -> None:
        """Read the page."""
        super().__init__()
        self.status = response.status_code
        self.to = response.headers.get("Location", "")
        self.path: str = response.request["PATH_INFO"]
        self.html = response.content.decode()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.fields: list[dict[str, str]] = []
        self._words: list[str] = []
        self.feed(self.html)
        self.words = " ".join(" ".join(self._words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links, ids and fields."""
        named = {key: value or "" for key, value in attrs}
        if tag == "a":
            self.links.append(named.get("href", ""))
        if "id" in named:
            self.ids.append(named["id"])
        if tag in {"input", "textarea", "select"}:
            self.fields.append(named)

    def handle_data(self, data: str) -> None:
        """Note words."""
        self._words.append(data)

    def chosen(self, name: str) -> list[str]:
        """Return the values of a field that are ticked; leaving it out is none."""
        ticked = [field.get("value", "") for field in self.fields if field.get("name") == name and "checked" in field]
        return [value for value in ticked if value]

    def hidden(self, name: str) -> str:
        """Return the value of a hidden field."""
        return next(field["value"] for field in self.fields if field.get("name") == name)


def head(day: date = TODAY, hour: int = 7, minute: int = 0) -> dict[str, Any]:
    """Return the head of an entry of that day."""
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    return {"id": records.new_id(), "at": at, "zone": "UTC", "day": day}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def session_of(day: date, part: DayPart = DayPart.MORNING, minutes: int = 6) -> tuple[PlayerEvent, ...]:
    """Return a session done to its end."""
    name = f"{day}-{part.value}"
    done = [(Event.DONE, movement) for movement in CHAIN]
    told = [(Event.BEGAN, None), *done, (Event.ENDED, None)]
    at = [0, *range(1, len(done) + 1), minutes]
    return tuple(
        PlayerEvent(**head(day, 8, minute), session=name, event=event, movement=movement)
        for (event, movement), minute in zip(told, at, strict=True)
    )
