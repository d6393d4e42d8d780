"""The check-in: twenty seconds, everything may be left out, and everything can be put right."""

import pytest

from loosen.core.journal import Body, CheckIn
from tests.web.visits import TODAY, Visit, ago, head


class TestTellingHowItIs:
    def test_one_answer_is_enough(self):
        maria = Visit()

        page = maria.post("/check-in/", pain="3")

        assert (page.status, page.to) == (302, "/today/")
        (told,) = maria.check_ins()
        assert (told.day, told.pain, told.stiffness, told.body) == (TODAY, 3, None, Body.USUAL)

    def test_all_of_it_goes_in_one_answer(self):
        maria = Visit()

        maria.post("/check-in/", pain="0", stiffness="4", sleep="7", mood="6", body="heavy")

        (told,) = maria.check_ins()
        assert (told.pain, told.stiffness, told.sleep, told.mood, told.body) == (0, 4, 7, 6, Body.HEAVY)

    def test_something_new_opens_the_safety_questions(self):
        assert Visit().post("/check-in/", body="new").to == "/questions/"

    @pytest.mark.parametrize(("days", "leads"), [(2, "/questions/"), (14, "/questions/"), (15, "/journal/")])
    def test_something_new_on_a_day_before_asks_openly_while_the_questions_would_hear_of_it(self, days, leads):
        maria = Visit()

        page = maria.post(f"/journal/{ago(days)}/", body="new")

        assert page.to == leads
        assert (maria.get("/today/").status == 200) is (leads == "/journal/")
        assert "Further back it is history." in maria.get(f"/journal/{ago(days)}/").words

    def test_sent_twice_it_is_kept_once(self):
        maria = Visit()
        sent = maria.get("/check-in/").hidden("id")

        maria.post("/check-in/", id=sent, pain="3")
        maria.post("/check-in/", id=sent, pain="3")

        assert len(maria.check_ins()) == 1

    def test_every_number_has_its_meaning_beside_it(self):
        page = Visit().get("/check-in/")

        assert "There, but not in the way." in page.words
        assert "0 no pain" in page.words
        assert "10 the worst I can imagine" in page.words


class TestPuttingItRight:
    def test_the_page_shows_what_was_said(self):
        maria = Visit()
        maria.post("/check-in/", pain="8", body="sorer")

        page = maria.get("/check-in/")

        assert page.chosen("pain") == ["8"]
        assert page.chosen("body") == ["sorer"]

    def test_a_correction_stands_beside_what_it_corrects(self):
        maria = Visit()
        maria.post("/check-in/", pain="8")

        maria.post("/check-in/", pain="3")

        first, second = maria.check_ins()
        assert (first.pain, second.pain, second.revises) == (8, 3, first.id)

    def test_taking_it_back_leaves_nothing_said(self):
        maria = Visit()
        maria.post("/check-in/", pain="8")

        maria.post("/check-in/")

        assert maria.get("/check-in/").chosen("pain") == []
        assert "How are you today?" in maria.get("/today/").words

    def test_as_usual_alone_is_an_answer(self):
        maria = Visit()

        maria.post("/check-in/", body="usual")

        assert "As usual today." in maria.get("/today/").words
        assert "As usual" in maria.get("/journal/").words
        assert maria.get("/check-in/").chosen("body") == ["usual"]

    def test_as_usual_takes_the_place_of_a_number(self):
        maria = Visit()
        maria.post("/check-in/", pain="8")

        sent = maria.get("/check-in/").hidden("id")
        for _ in range(2):
            maria.post("/check-in/", id=sent, body="usual")

        assert "As usual today." in maria.get("/today/").words
        assert len(maria.check_ins()) == 3

    def test_as_usual_can_be_taken_back(self):
        maria = Visit()
        maria.post("/check-in/", body="usual")

        maria.post("/check-in/")

        assert "How are you today?" in maria.get("/today/").words
        assert maria.get("/check-in/").chosen("body") == []

    def test_nothing_said_keeps_nothing(self):
        maria = Visit()

        maria.post("/check-in/")

        assert maria.check_ins() == ()

    def test_one_correction_settles_what_two_devices_said(self):
        maria = Visit()
        maria.keep(CheckIn(**head(), pain=2), CheckIn(**head(), pain=7))

        maria.post("/check-in/", pain="4")

        assert maria.get("/check-in/").chosen("pain") == ["4"]
        assert {told.revises for told in maria.check_ins()[2:]} == {told.id for told in maria.check_ins()[:2]}

    def test_an_older_day_can_be_added(self):
        maria = Visit()

        page = maria.post(f"/journal/{ago(3)}/", pain="5")

        assert page.to == "/journal/"
        assert [(told.day, told.pain) for told in maria.check_ins()] == [(ago(3), 5)]


class TestAnAnswerThatCannotBeKept:
    @pytest.mark.parametrize("fields", [{"pain": "11"}, {"pain": "a lot"}, {"body": "broken"}, {"sleep": "-1"}])
    def test_it_says_what_to_do_and_keeps_nothing(self, fields):
        maria = Visit()

        page = maria.post("/check-in/", **fields)

        assert page.status == 422
        assert "Please choose" in page.words
        assert maria.check_ins() == ()

    def test_the_other_answers_stay_as_they_were(self):
        page = Visit().post("/check-in/", pain="11", stiffness="4")

        assert page.chosen("stiffness") == ["4"]

    @pytest.mark.parametrize("day", ["2026-11-23", "2026-13-01", "yesterday"])
    def test_a_day_that_is_not_there_has_no_page(self, day):
        assert Visit().get(f"/journal/{day}/").status == 404
