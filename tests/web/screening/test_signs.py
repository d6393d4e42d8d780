"""Two pages for everybody, signed in or not."""

import pytest
from django.test import Client

from loosen.content import emergency, loading
from loosen.core.screening import Tier
from tests.web.screening.newcomer import Newcomer
from tests.web.visits import Page, Visit


def stranger(path: str) -> Page:
    return Page(Client().get(path))


class TestTheUrgentSigns:
    def test_are_there_without_signing_in_with_every_number(self):
        page = stranger("/signs/")

        assert page.status == 200
        assert {"tel:112", "tel:911", "tel:999"} <= set(page.links)

    def test_name_every_question_that_is_an_emergency_by_itself(self):
        screening = loading.practice().screening
        words = stranger("/signs/").words

        for rule in screening.rules:
            for case in rule.cases:
                if case.tier is Tier.T0 and len((*case.all, *case.any)) == 1:
                    assert screening.questions[(*case.all, *case.any)[0]].text in words

    def test_show_the_numbers_of_the_own_country(self):
        page = Visit(country="NZ").get("/signs/")

        assert "tel:111" in page.links
        assert "tel:999" not in page.links

    def test_show_the_numbers_of_another_country_when_asked(self):
        assert "tel:000" in stranger("/signs/?country=AU").links

    def test_show_every_number_for_a_country_nobody_knows(self):
        assert "tel:911" in stranger("/signs/?country=XX").links

    @pytest.mark.parametrize("code", [code for code, _ in emergency.countries()])
    def test_can_be_called_in_every_country_of_the_list(self, code):
        page = stranger(f"/signs/?country={code}")

        for line in emergency.numbers(code).emergency:
            assert line.href in page.links


class TestGettingUp:
    def test_is_there_without_signing_in(self):
        page = stranger("/up/")

        for word in ("Rest", "Roll", "Push up", "Kneel", "Rise"):
            assert word in page.words
        assert "tel:112" in page.links

    def test_is_one_tap_from_the_signs(self):
        assert "/up/" in stranger("/signs/").links


class TestTwoTapsFromEverywhere:
    @pytest.mark.parametrize("path", ["/", "/start/about/", "/start/nerves/", "/referral/cleared/"])
    def test_the_signs_are_in_the_head_of_the_page(self, path):
        visit = Newcomer().referred_for("nerves", "ces1") if "referral" in path else Newcomer().begin()

        assert "/signs/" in visit.get(path).links
