"""Print how many times the database is asked for one page: `LOOSEN_HOME=... python -m tests.bench.queries /today/`."""

import os
import sys

import django


def count(path: str) -> int:
    """Ask for the page twice, as the person who lives in this home, and count the second time."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loosen.web.settings")
    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from loosen.web.people.models import User

    visitor = Client(SERVER_NAME="127.0.0.1")
    visitor.force_login(User.objects.get())
    visitor.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(path)
    assert answer.status_code == 200, f"{path} answered {answer.status_code}"
    return len(asked)


if __name__ == "__main__":
    print(count(sys.argv[1]))
