"""The link: random, kept as a hash, good once and for a quarter of an hour."""

from datetime import timedelta

import pytest
from django.test import Client

from loosen.web import records
from loosen.web.people import sign_in
from loosen.web.people.models import SignInLink, User
from tests.people import moment

pytestmark = pytest.mark.django_db

NOW = moment().instant_utc


@pytest.fixture(autouse=True)
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "now", lambda: NOW)


def lets_in(client: Client, token: str) -> bool:
    client.get(f"/sign-in/{token}/")
    return client.get("/you/").status_code == 200


class TestALink:
    def test_signs_its_person_in(self, maria: User) -> None:
        client = Client(SERVER_NAME="127.0.0.1")

        assert lets_in(client, sign_in.new_token(maria, NOW))
        assert client.session["_auth_user_id"] == str(maria.pk)

    def test_works_once(self, maria: User) -> None:
        token = sign_in.new_token(maria, NOW)

        assert lets_in(Client(SERVER_NAME="127.0.0.1"), token)
        assert not lets_in(Client(SERVER_NAME="127.0.0.1"), token)

    def test_is_not_used_up_by_a_program_that_only_looks(self, maria: User) -> None:
        token = sign_in.new_token(maria, NOW)

        Client(SERVER_NAME="127.0.0.1").head(f"/sign-in/{token}/")

        assert lets_in(Client(SERVER_NAME="127.0.0.1"), token)

    def test_runs_out(self, maria: User, monkeypatch: pytest.MonkeyPatch) -> None:
        token = sign_in.new_token(maria, NOW)
        monkeypatch.setattr(records, "now", lambda: NOW + sign_in.LASTS)

        assert not lets_in(Client(SERVER_NAME="127.0.0.1"), token)

    def test_opened_again_by_somebody_who_is_in_changes_nothing(self, maria: User) -> None:
        client = Client(SERVER_NAME="127.0.0.1")
        token = sign_in.new_token(maria, NOW)

        assert lets_in(client, token)
        assert lets_in(client, token)

    def test_that_nobody_made_lets_nobody_in(self, maria: User) -> None:
        assert not lets_in(Client(SERVER_NAME="127.0.0.1"), "a" * 43)

    def test_is_thirty_two_random_bytes_of_which_only_the_hash_is_kept(self, maria: User) -> None:
        first, second = sign_in.new_token(maria, NOW), sign_in.new_token(maria, NOW)

        assert first != second
        assert len(first) == 43
        assert not SignInLink.objects.filter(digest__in=[first, second]).exists()
        assert SignInLink.objects.count() == 2

    def test_that_ran_out_is_thrown_away_with_the_next(self, maria: User) -> None:
        sign_in.new_token(maria, NOW - timedelta(hours=1))

        sign_in.new_token(maria, NOW)

        assert SignInLink.objects.count() == 1


class TestTheFrontDoor:
    def test_shows_a_newcomer_what_this_is(self, visitor: Client) -> None:
        answer = visitor.get("/")

        assert answer.status_code == 200
        assert "screening/welcome.html" in [template.name for template in answer.templates]

    def test_leads_somebody_who_has_answered_to_today(self, visitor: Client, maria: User) -> None:
        from tests.people import MARIA, steady

        records.take_over(maria, steady(MARIA, days=2))

        assert visitor.get("/").headers["Location"] == "/today/"
