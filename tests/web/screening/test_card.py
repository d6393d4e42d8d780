"""The emergency card: read at once, kept on paper, shown to somebody; there for everybody."""

import pytest
from django.test import Client

from loosen.content import emergency, loading
from loosen.content.urgent import cards
from tests.web.visits import Page, Visit

SIGNS = ("ces1", "ces2", "ces3", "ces4", "ces5")


def stranger(path: str) -> Page:
    return Page(Client().get(path))


class TestTheCard:
    def test_names_every_sign_in_full_to_somebody_who_is_not_signed_in(self):
        page = stranger("/card/")

        for sign in SIGNS:
            told = loading.practice().screening.questions[sign].told
            assert told[:1].upper() + told[1:] in page.words

    def test_says_where_to_go_before_anything_else_and_that_nobody_needs_to_be_sure(self):
        page = stranger("/card/")

        told = [page.words.index(words) for words in ("Emergency department, now", "Call 112", "Numbness")]
        assert told == sorted(told)
        assert f"You do not need to be sure. {cards()['ces'].soon}" in page.words

    def test_has_words_to_show_to_those_who_will_look(self):
        assert "Please check the nerves at the base of my spine (cauda equina)." in stranger("/card/").words

    @pytest.mark.parametrize("code", [code for code, _ in emergency.countries()])
    def test_can_be_called_from_in_every_country_of_the_list(self, code):
        page = stranger(f"/card/?country={code}")

        assert [line.href for line in emergency.numbers(code).emergency] == [to for to in page.links if "tel:" in to]
        assert f"The number is for {emergency.numbers(code).name}." in page.words

    def test_has_the_number_of_ones_own_country(self):
        assert "tel:111" in Visit(country="NZ").get("/card/").links

    def test_has_every_number_where_the_country_is_not_known(self):
        assert {"tel:112", "tel:911", "tel:999"} <= set(stranger("/card/").links)

    def test_says_where_it_comes_from_and_that_nobody_reviewed_it(self):
        words = stranger("/card/").words

        for source in loading.practice().screening.rules[0].sources:
            assert loading.sources()[source].name in words
        assert "Not yet reviewed by a physiotherapist." in words

    def test_needs_no_script_for_anything_but_printing_and_sharing(self):
        html = stranger("/card/").html

        assert html.count("<script") == 2
        assert "print-button hidden" in html
        assert "share-button hidden" in html

    def test_is_led_to_by_the_signs_with_the_country_that_was_chosen(self):
        assert "/card/?country=AU" in stranger("/signs/?country=AU").links
