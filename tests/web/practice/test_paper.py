"""A session of today on one sheet of paper."""

import re

import pytest

from loosen.content import loading
from loosen.core.screening import Screening
from loosen.web.practice import paper
from tests.web.visits import SESSION, Visit, ago, head


def told(*yes):
    """Somebody who answered these questions with yes yesterday."""
    visit = Visit(screened=False)
    answers = dict.fromkeys(loading.practice().screening.questions, "no") | dict.fromkeys(yes, "yes")
    visit.keep(Screening(**head(ago(1)), answers=answers, read_back=True))
    return visit


class TestASheetForTheFridge:
    def test_has_the_session_in_its_order_with_how_much(self):
        words = Visit().get(f"/sessions/{SESSION}/paper/").words

        assert "My morning, about" in words
        assert words.index("1. Seated breath") < words.index("2. Pelvic tilt")
        assert "Breathe out, flatten your low back. Stay for one breath. Breathe in, and let it go." in words

    def test_says_what_to_do_when_it_is_sharp_and_whom_to_call(self):
        words = Visit(country="GB").get(f"/sessions/{SESSION}/paper/").words

        assert "Stop. Two slow breaths." in words
        assert "Call 999" in words

    def test_shows_where_each_movement_begins_and_where_it_ends(self):
        page = Visit().get(f"/sessions/{SESSION}/paper/").html

        assert "#pelvic-tilt.rest" in page
        assert "#pelvic-tilt.tilted" in page

    def test_says_how_much_in_words_and_from_where(self):
        words = Visit().get(f"/sessions/{SESSION}/paper/").words

        assert "1. Seated breath 6 breaths, seated" in words
        assert "2. Pelvic tilt 8 times, lying" in words

    def test_has_one_cue_and_what_is_easier_beside_each_movement(self):
        page = Visit().get(f"/sessions/{SESSION}/paper/")

        assert "One bone after another meets the floor. Easier: Tiny, without staying, 5 times." in page.words
        assert page.words.count("Easier:") == page.html.count('class="fridge-stills"')

    def test_names_the_stop_signs_of_its_movements_once(self):
        words = Visit().get(f"/sessions/{SESSION}/paper/").words

        assert words.count("pain that runs down a leg, or a leg that feels numb or weak") == 1
        assert "End there, and sit or lie down: your chest hurts" in words
        assert "sharp in the back" not in words

    def test_says_what_to_do_when_it_flares(self):
        words = Visit().get(f"/sessions/{SESSION}/paper/").words

        assert "When it flares Unlike your usual, sudden, or with fever: call a doctor now." in words
        assert "Else three small days" in words

    def test_asks_somebody_whose_bones_are_thin_to_call_sooner(self):
        words = told("thin-bones").get(f"/sessions/{SESSION}/paper/").words

        assert "deserves a call to your doctor today" in words
        assert "Else three small days" not in words

    @pytest.mark.parametrize("expecting", [True, False])
    def test_names_the_signs_of_pregnancy_to_somebody_who_is_pregnant(self, expecting, monkeypatch):
        monkeypatch.setattr(paper, "is_pregnant", lambda user: expecting)

        assert ("In pregnancy:" in Visit().get(f"/sessions/{SESSION}/paper/").words) is expecting

    def test_asks_for_nothing_to_be_filled_in(self):
        words = Visit().get(f"/sessions/{SESSION}/paper/").words

        assert "A day left out is just a day." in words
        assert not re.search(r"\b(tick|Mon|Monday|write|fill)\b", words)

    def test_says_of_which_day_it_is(self):
        assert "As planned on 22 November 2026." in Visit().get(f"/sessions/{SESSION}/paper/").words

    def test_says_that_no_physiotherapist_has_reviewed_it(self):
        assert "Not yet reviewed by a physiotherapist." in Visit().get(f"/sessions/{SESSION}/paper/").words

    def test_of_one_small_thing_is_there_too(self):
        assert "One small thing, about" in Visit().get("/sessions/2026-11-22-small/paper/").words

    @pytest.mark.parametrize("session", ["2026-11-22-noon", "2020-01-01-morning", "zebra"])
    def test_of_a_session_that_is_not_of_today_is_not_there(self, session):
        assert Visit().get(f"/sessions/{session}/paper/").status == 404


class TestEverySheetOfTheDay:
    def test_is_printed_at_once(self):
        words = Visit(parts=["morning", "bedtime"]).get("/today/paper/").words

        assert "My morning, about" in words
        assert "Before bed, about" in words

    def test_has_a_heading_for_the_page_for_each_sheet_and_below_it_for_each_movement(self):
        html = Visit(parts=["morning", "bedtime"]).get("/today/paper/").html
        levels = [int(level) for level in re.findall(r"<h([1-6])", html[html.index("<main") :])]

        assert levels[:2] == [1, 2]
        assert levels.count(1) == 1
        assert levels.count(2) == html.count("<article")
        assert html.count('<h3 class="fridge-name"') == html.count('class="fridge-stills"')

    @pytest.mark.parametrize("path", ["/today/paper/", f"/sessions/{SESSION}/paper/"])
    def test_is_not_there_while_a_referral_stands(self, path):
        assert told("ces1").get(path).to == "/referral/"
