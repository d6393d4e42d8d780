"""A very dark day: the note is kept first, then a page asks and shows whom to call. Nothing is locked, told or kept."""

from datetime import timedelta

import pytest
from django.test import Client

from loosen.web.people import dark
from tests.web.clinic.asking import Patient
from tests.web.visits import SESSION, TODAY, Page, Visit, session_of

NOTE = f"/sessions/{SESSION}/note/"
DARK = "I don't want to live any more"


def after_a_session(**fields: object) -> Visit:
    maria = Visit(**fields)
    maria.keep(*session_of(TODAY))
    return maria


def after_a_dark_note(**fields: object) -> Visit:
    maria = after_a_session(**fields)
    maria.post(NOTE, line=DARK)
    maria.user.refresh_from_db()
    return maria


class TestANoteOfNotWantingToLive:
    def test_is_kept_as_it_was_written(self):
        maria = after_a_session()

        maria.post(NOTE, felt="good", line=DARK)

        assert [note.line for note in maria.notes()] == [DARK]

    def test_opens_the_page(self):
        assert after_a_session().post(NOTE, line=DARK).to == "/dark/?kept"

    def test_opens_it_once_when_only_something_else_is_put_right(self):
        maria = after_a_dark_note()

        assert maria.post(NOTE, felt="good", line=DARK).to == "/today/"

    def test_locks_nothing(self):
        maria = after_a_dark_note()

        assert maria.get("/today/").status == 200
        assert maria.get("/referral/").to != ""

    def test_leaves_nothing_but_the_day_of_the_page(self):
        maria = after_a_dark_note()

        assert maria.user.dark_on == TODAY

    def test_opens_nothing_in_a_language_without_a_list(self):
        assert after_a_session(language="tlh").post(NOTE, line=DARK).to == "/today/"


class TestAnOrdinaryNote:
    @pytest.mark.parametrize("line", ["My back is killing me", "Dead tired, good session", ""])
    def test_leads_back_to_today(self, line):
        maria = after_a_session()

        assert maria.post(NOTE, line=line).to == "/today/"
        maria.user.refresh_from_db()
        assert maria.user.dark_on is None

    @pytest.mark.parametrize("language", ["en", "tlh"])
    def test_has_the_page_one_tap_away(self, language):
        assert "/dark/" in after_a_session(language=language).get(NOTE).links


class TestThePage:
    def test_asks_and_takes_three_answers_that_are_not_sent(self):
        page = Visit(country="GB").get("/dark/?kept")

        assert "What you wrote is kept" in page.words
        assert "Are you thinking of ending your life?" in page.words
        for answer in ("Yes", "No", "I would rather not say"):
            assert f"<summary>{answer}</summary>" in page.html
        assert "<form" not in page.html.split("<main")[1]

    def test_has_lines_to_call_and_to_text_under_each_answer(self):
        answers = Visit(country="GB").get("/dark/").html.split("<details")[1:]

        for line in ("tel:116123", "sms:85258", "tel:999"):
            assert [answer.count(f'"{line}"') for answer in answers] == [1, 1, 1], line

    @pytest.mark.parametrize(("country", "lines"), [("GB", ["tel:116123", "sms:85258"]), ("BG", ["tel:112"])])
    def test_shows_one_line_of_help_before_anything_is_asked(self, country, lines):
        before = Visit(country=country).get("/dark/").html.split("Are you thinking")[0]

        assert "You are not alone with this." in before
        for line in lines:
            assert before.count(f'"{line}"') == 1, line

    def test_says_that_nobody_has_been_told(self):
        words = Visit().get("/dark/").words

        assert "Nobody has been told" in words
        assert "Loosen watches no one, so it cannot tell anybody for you." in words
        assert "is not sent and not kept" in words

    def test_has_a_plain_way_back(self):
        assert "/today/" in Visit().get("/dark/").links

    def test_is_there_for_somebody_who_is_not_signed_in(self):
        page = Page(Client().get("/dark/"))

        assert page.status == 200
        assert "tel:112" in page.links
        assert "/" in page.links

    def test_says_what_helps_where_no_line_is_known(self):
        words = Visit(country="BG").get("/dark/").words

        assert "We know no line to talk to in your country." in words
        assert "Call 112 emergency, at any hour" in words

    def test_speaks_of_no_note_when_none_was_kept(self):
        assert "What you wrote is kept" not in Visit().get("/dark/").html


class TestTheNextDay:
    def test_today_has_one_line_once(self):
        maria = after_a_dark_note()
        tomorrow = TODAY + timedelta(days=1)

        assert dark.line_is_due(maria.user, tomorrow)
        maria.user.refresh_from_db()
        assert maria.user.dark_on is None
        assert not dark.line_is_due(maria.user, tomorrow)

    def test_has_it_also_when_it_is_a_later_day(self):
        assert dark.line_is_due(after_a_dark_note().user, TODAY + timedelta(days=9))

    def test_has_not_come_on_the_same_day(self):
        assert not dark.line_is_due(after_a_dark_note().user, TODAY)

    def test_has_no_line_for_others(self):
        assert not dark.line_is_due(Visit().user, TODAY)


class TestWordsBesideAPlan:
    def test_are_kept_and_open_the_page_too(self):
        maria = Patient()

        page = maria.send("keep", "0:no-steps", words=DARK)

        assert page.to == "/dark/?kept"
        assert [plan.words for plan in maria.plans()] == [DARK]
