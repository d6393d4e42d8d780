"""Two pages for everybody, signed in or not."""

import json
import re
from datetime import date

import pytest
from django.test import Client

from loosen.content import emergency, loading
from loosen.content.urgent import cards
from loosen.core.screening import Clearing, Said, Screening, Tier
from tests.web.screening.newcomer import STEPS, Newcomer
from tests.web.visits import SESSION, TODAY, Page, Visit, head

CARRYING = {"prg": "yes", "pregnant": "yes", "postpartum": "no"}

DUE = date(2027, 4, 10)
"""About twenty weeks from the visit."""


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
                    told = screening.questions[(*case.all, *case.any)[0]].told
                    assert told[:1].upper() + told[1:] in words

    def test_send_both_legs_and_growing_weakness_now_and_one_weak_leg_to_a_doctor_today(self):
        told = {name: each.told for name, each in loading.practice().screening.questions.items()}
        now, today = stranger("/signs/").words.split("Emergency department, now")[1].split("A doctor, today")

        for name, there, not_there in (("ces5", now, today), ("neu1-rapid", now, today), ("neu1", today, now)):
            assert told[name].casefold() in there.casefold()
            assert told[name].casefold() not in not_there.casefold()

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


class TestTheSignsAfterDizzyInASession:
    def test_say_first_what_to_do_now_and_when_to_call_which_number(self):
        page = Visit(country="GB").get("/signs/?for=dizzy")

        first = page.words[: page.words.index("Urgent signs", page.words.index("Stop here"))]
        for words in ("sit or lie down", "Call at once", "chest", "fainting", "Call 999", "Call 111"):
            assert words in first

    def test_have_the_general_list_below(self):
        words = stranger("/signs/?for=dizzy").words

        assert words.index("Stop here, and sit or lie down") < words.index("Emergency department, now")

    def test_stay_with_the_numbers_of_another_country(self):
        page = Visit().get("/signs/?for=dizzy")

        assert page.hidden("for") == "dizzy"
        assert Visit(login="joe").get("/signs/").words.count("Stop here") == 0

    def test_say_nothing_of_it_to_others(self):
        assert "Stop here" not in stranger("/signs/").words

    def test_name_sources_that_are_known_and_that_nobody_reviewed_the_words(self):
        for name in ("dizzy", "told-dizzy", "told-leg"):
            card = cards()[name]
            assert card.sources
            assert set(card.sources) <= set(loading.sources())
            assert not card.reviewed
        assert "not yet been reviewed by a physiotherapist" in stranger("/signs/?for=dizzy").words


class TestTheSignsInPregnancy:
    SIGNS = ("bleeding", "fluid", "contractions", "chest", "calf", "fainting", "headache")

    def expecting(self) -> Visit:
        visit = Visit(country="GB")
        visit.keep(Screening(**head(), answers=CARRYING, dates={"pregnant": DUE}))
        visit.keep(Clearing(**head(minute=1), finding="PREGNANT", who="Anna", looked_on=TODAY, said=Said.GO_ON))
        return visit

    def test_come_first_after_stopping_in_a_session(self):
        page = self.expecting().get("/signs/?for=dizzy")

        first = page.words[page.words.index("Stop now, and call") : page.words.index("Stop here, and sit or lie down")]
        for sign in (*self.SIGNS, "maternity unit", "Call 999"):
            assert sign in first

    def test_are_named_by_the_player_itself(self):
        answers = bundle_of(self.expecting())["texts"]

        said = " ".join(text for text in answers if "bleeding" in text or "swollen calf" in text).lower()
        for sign in (*self.SIGNS, "dizzy"):
            assert sign in said

    def test_are_named_on_the_page_without_script(self):
        page = self.expecting().get(f"/sessions/{SESSION}/")

        listed = page.html.split("</template>")[1]
        assert "stop now, and call" in listed
        for sign in self.SIGNS:
            assert sign in listed.lower()

    def test_are_said_to_nobody_else(self):
        others = Visit()

        assert "Stop now, and call" not in others.get("/signs/?for=dizzy").words
        assert "contractions" not in others.get(f"/sessions/{SESSION}/").html
        assert "Dizzy, or chest or breathing trouble" in bundle_of(others)["texts"]

    def test_name_a_source_that_is_known(self):
        assert set(cards()["pregnant-in-session"].sources) <= set(loading.sources())


def bundle_of(visit: Visit) -> dict[str, list[str]]:
    """Return what the player of today's session is given."""
    html = visit.get(f"/sessions/{SESSION}/").html
    return json.loads(re.search(r'<script type="application/json">(.*?)</script>', html, re.DOTALL)[1])


class TestSomebodyWhoCouldNotGetUp:
    def back_on_today(self) -> Visit:
        visit = Visit()
        visit.get(f"/up/?session={SESSION}")
        return visit

    def test_is_asked_on_today_how_they_are(self):
        page = self.back_on_today().get("/today/")

        assert "Are you up again? How are you now?" in page.words
        assert {"/check-in/", "/questions/", "/up/"} <= set(page.links)

    def test_is_asked_until_they_have_said_it(self):
        visit = self.back_on_today()
        visit.post("/check-in/", pain="3")

        assert "Are you up again?" not in visit.get("/today/").words

    def test_is_asked_until_the_questions_have_heard_it(self):
        visit = self.back_on_today()
        visit.get("/questions/")
        for step in STEPS:
            visit.post(f"/start/{step}/", none="on")

        assert "Are you up again?" not in visit.get("/today/").words

    def test_is_not_asked_again_the_next_morning(self, next_day):
        visit = self.back_on_today()
        next_day()

        assert "Are you up again?" not in visit.get("/today/").words

    def test_begins_the_session_anew_and_not_where_it_ended(self):
        visit = Visit()
        before = basis(visit)
        visit.get(f"/up/?session={SESSION}")
        visit.get("/today/")

        assert basis(visit) != before

    def test_can_take_a_slip_back_in_the_session_as_long_as_they_were_not_back_on_today(self):
        visit = Visit()
        before = basis(visit)
        visit.get(f"/up/?session={SESSION}")

        assert basis(visit) == before

    def test_finds_the_same_ways_on_the_page_itself(self):
        assert {"/check-in/", "/questions/"} <= set(self.back_on_today().get("/up/").links)


def basis(visit: Visit) -> str:
    """Return what a session that was begun is compared with before it is gone on with."""
    return re.search(r'"basis":"(\w+)"', visit.get(f"/sessions/{SESSION}/").html)[1]
