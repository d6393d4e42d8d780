"""When something cannot be shown, a page says so kindly and leads back."""

import pytest
from django.test import Client
from django.urls import path

from loosen.web import urls

pytestmark = pytest.mark.django_db


def _fall(_request):
    raise RuntimeError("on purpose")


urlpatterns = [*urls.urlpatterns, path("fall/", _fall)]


class TestKindWords:
    def test_a_page_that_is_not_there(self, visitor):
        answer = visitor.get("/nowhere/")

        assert answer.status_code == 404
        assert "This page is not here" in answer.content.decode()

    def test_a_form_without_its_token(self, maria):
        strict = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1")
        strict.force_login(maria)

        answer = strict.post("/check-in/", {"pain": "3"})

        assert answer.status_code == 403
        assert "Please send that once more" in answer.content.decode()

    @pytest.mark.urls("tests.web.test_kind_errors")
    def test_a_fault_of_ours(self, visitor):
        visitor.raise_request_exception = False

        answer = visitor.get("/fall/")

        assert answer.status_code == 500
        assert "It is not you, and it is not your back." in answer.content.decode()
        assert "on purpose" not in answer.content.decode()
