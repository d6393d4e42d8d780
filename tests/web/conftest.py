"""Somebody with rows in the database, and a visitor who is signed in as them."""

from typing import TYPE_CHECKING

import pytest

from tests.people import MARIA

if TYPE_CHECKING:  # a conftest is read before Django is ready
    from django.test import Client

    from loosen.web.people.models import User


@pytest.fixture
def maria(db: None) -> "User":
    from loosen.web import rows
    from loosen.web.people.models import User

    person = User(login="maria")
    rows.become(person, MARIA)
    person.save()
    return person


@pytest.fixture
def tom(db: None) -> "User":
    from loosen.web.people.models import User

    return User.objects.create(login="tom", zone="Europe/London")


@pytest.fixture
def visitor(maria: "User") -> "Client":
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(maria)
    return client
