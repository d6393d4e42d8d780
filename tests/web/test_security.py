"""What every answer promises: nothing from elsewhere, nobody without the link, no other host, no person in the log."""

import logging
import re
import sys
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from loosen.web import records
from loosen.web.log import Impersonal
from loosen.web.people.models import User
from loosen.web.security import CONTENT_SECURITY_POLICY
from tests.people import MARIA, moment, steady

pytestmark = pytest.mark.django_db

OPEN_TO_ALL = {
    "people:sign-in",
    "people:signed-out",
    "screening:signs",
    "screening:card",
    "screening:cannot-get-up",
    "practice:stills",
    "diary:dark",
}
"""What somebody may need before or without signing in, with its pictures; every other page asks who it is."""

EXAMPLES = {
    "token": "nobody-knows-it",
    "step": "now",
    "session_id": "2026-11-22-morning",
    "session": "2026-11-22-morning",
    "plan": "0198f3a2-6c00-7abc-8def-0123456789ab",
    "slug": "cat-cow",
    "names": "cat-cow.arched",
    "day": moment().practice_day,
}


def addresses() -> Iterator[tuple[str, str]]:
    """Yield every address of the product, by name and with an example of each part."""

    def walk(resolver: URLResolver, space: str) -> Iterator[tuple[str, str]]:
        for found in resolver.url_patterns:
            if isinstance(found, URLPattern):
                name = f"{space}:{found.name}"
                yield name, reverse(name, kwargs={part: EXAMPLES[part] for part in found.pattern.converters})
            else:
                yield from walk(found, found.namespace or space)

    yield from walk(get_resolver(), "")


@pytest.fixture(autouse=True)
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "now", lambda: moment().instant_utc)


class TestSomebodyWithoutALink:
    def test_sees_nothing_but_the_pages_that_are_for_everybody(self, client: Client) -> None:
        let_in = {name for name, address in addresses() if client.get(address).status_code == 200}

        assert let_in == OPEN_TO_ALL - {"people:sign-in", "people:signed-out"}

    def test_sees_the_urgent_signs(self, client: Client) -> None:
        assert client.get("/signs/").status_code == 200
        assert client.get("/up/").status_code == 200

    def test_is_told_how_to_get_a_link(self, client: Client) -> None:
        answer = client.get("/today/", follow=True)

        assert answer.status_code == 401
        assert "bin/run" in answer.content.decode()

    def test_can_keep_nothing(self, client: Client, maria: User) -> None:
        for _name, address in addresses():
            assert client.post(address, {"pain": "3"}).status_code in {302, 401, 403, 405}, address

        assert not maria.entries.exists()


class TestEveryAnswer:
    def test_lets_nothing_come_from_elsewhere_and_nobody_frame_it(self, visitor: Client, maria: User) -> None:
        records.take_over(maria, steady(MARIA, days=3))

        for _name, address in [*addresses(), ("none", "/no-such-page/")]:
            answer = visitor.get(address)
            assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Referrer-Policy"] == "same-origin"
            assert answer.headers["X-Frame-Options"] == "DENY"
            assert "camera=()" in answer.headers["Permissions-Policy"]

    def test_is_left_in_no_cache_when_it_is_a_page_of_a_person(self, visitor: Client, maria: User) -> None:
        records.take_over(maria, steady(MARIA, days=3))

        for address in ("/today/", "/journal/", "/you/", "/check-in/"):
            assert visitor.get(address).headers["Cache-Control"] == "no-store"

    def test_names_no_outside_address_and_no_inline_script_or_style(self, visitor: Client, maria: User) -> None:
        records.take_over(maria, steady(MARIA, days=3))
        outside = re.compile(r'(?:src|href|action|poster|srcset)="(?:https?:)?//', re.IGNORECASE)
        inline = re.compile(
            r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE
        )

        for name, address in addresses():
            page = visitor.get(address).content.decode(errors="ignore")
            assert not outside.search(page), name
            assert not inline.search(page), name

    def test_rests_on_a_policy_that_allows_its_own_origin_alone(self) -> None:
        assert CONTENT_SECURITY_POLICY.startswith("default-src 'self'; media-src 'self' blob:;")
        assert "unsafe" not in CONTENT_SECURITY_POLICY
        assert "http" not in CONTENT_SECURITY_POLICY


class TestAnotherHost:
    @pytest.mark.parametrize("host", ["evil.example", "loosen.example:8417", "127.0.0.1.evil.example", "192.168.1.4"])
    def test_is_refused(self, visitor: Client, host: str) -> None:
        assert visitor.get("/today/", headers={"Host": host}).status_code == 400

    @pytest.mark.parametrize("host", ["127.0.0.1:8417", "localhost:9", "[::1]:8417"])
    def test_of_this_computer_is_answered(self, visitor: Client, host: str) -> None:
        assert visitor.get("/you/", headers={"Host": host}).status_code == 200


class TestAFormFromElsewhere:
    def test_is_refused(self, maria: User) -> None:
        strict = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1")
        strict.force_login(maria)

        assert strict.post("/check-in/", {"pain": "3"}).status_code == 403


class TestTheCookies:
    def test_cannot_be_read_by_scripts_nor_sent_from_elsewhere(self, client: Client, maria: User) -> None:
        from loosen.web.people import sign_in

        answer = client.get(f"/sign-in/{sign_in.new_token(maria, records.now())}/")

        session = next(cookie for name, cookie in answer.cookies.items() if name.endswith("-session"))
        assert (session["httponly"], session["samesite"]) == (True, "Lax")

    def test_have_names_of_their_home_so_that_a_demo_beside_it_signs_nobody_out(self) -> None:
        from django.conf import settings

        from loosen.web import home

        assert home.short_name(settings.HOME) in settings.SESSION_COOKIE_NAME
        assert home.short_name(settings.HOME) in settings.CSRF_COOKIE_NAME


class TestTheLog:
    @staticmethod
    def line(message: str, *values: object, fault: bool = False) -> str:
        record = logging.LogRecord(
            "django.request", logging.ERROR, "f", 1, message, values, sys.exc_info() if fault else None
        )
        return Impersonal().format(record)

    def test_keeps_no_address_and_no_value(self) -> None:
        assert "secret-token" not in self.line("Not Found: %s", "/sign-in/secret-token/")

    def test_keeps_the_kind_and_the_place_of_a_fault_but_not_its_words(self) -> None:
        try:
            raise ValueError("numb between the legs")
        except ValueError:
            line = self.line("Internal Server Error: %s", "/check-in/", fault=True)

        assert "ValueError" in line
        assert "test_security.py" in line
        assert "numb" not in line
