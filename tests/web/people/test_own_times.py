"""One's own times and place: suggested, remembered, shown on Today, and never owed."""

from datetime import timedelta

import pytest

from loosen.core.journal import DayPart, Event, PlayerEvent
from loosen.core.score import Position
from loosen.web import records
from tests.web.visits import MORNING, Visit, ago, head

PAGE = "/you/when-and-where/"


def began(days: int, hour: int, minute: int, part: DayPart = DayPart.MORNING) -> PlayerEvent:
    """A session that was begun some days ago."""
    return PlayerEvent(**head(ago(days), hour, minute), session=f"{ago(days)}-{part.value}", event=Event.BEGAN)


def kept(visit: Visit) -> tuple[dict[str, str], str]:
    visit.user.refresh_from_db()
    return visit.user.times, visit.user.place


class TestWhatIsKept:
    def test_is_a_time_for_a_session_and_a_place(self):
        maria = Visit(parts=["morning", "bedtime"])

        page = maria.post(PAGE, morning="07:15", bedtime="", place="By the window")

        assert page.to == f"{PAGE}?kept"
        assert kept(maria) == ({"morning": "07:15"}, "By the window")

    def test_stands_beside_the_session_on_today(self):
        words = Visit(times={"morning": "07:05"}, place="By the window").get("/today/").words

        assert "About 7:05. By the window" in words

    def test_stands_beside_a_session_that_comes_later_and_never_beside_one_gone_by(self, monkeypatch):
        maria = Visit(parts=["morning", "bedtime"], times={"morning": "07:05", "bedtime": "21:30"})

        assert "Before bed About 21:30, " in maria.get("/today/").words
        monkeypatch.setattr(records, "now", lambda: MORNING + timedelta(hours=14))
        evening = maria.get("/today/").words
        assert "About 21:30" in evening
        assert "About 7:05" not in evening

    def test_stands_on_you_in_one_line(self):
        words = Visit(times={"morning": "07:05"}, place="By the window").get("/you/").words

        assert "Morning about 7:05. By the window" in words

    def test_may_be_nothing_at_all(self):
        maria = Visit(times={"morning": "07:15"}, place="By the window")

        assert maria.post(PAGE, morning="", place="").to == f"{PAGE}?kept"
        assert kept(maria) == ({}, "")
        assert "About" not in maria.get("/today/").words
        assert "A time and a place of your own, if you like" in maria.get("/you/").words

    def test_of_a_session_that_is_not_there_now_waits(self):
        maria = Visit(parts=["morning"], times={"bedtime": "21:30"})

        maria.post(PAGE, morning="07:15", place="")

        assert kept(maria)[0] == {"bedtime": "21:30", "morning": "07:15"}

    def test_of_a_session_that_a_page_left_open_did_not_show_stays(self):
        maria = Visit(parts=["morning", "noon"], times={"noon": "12:30"})

        maria.post(PAGE, morning="07:15", place="")

        assert kept(maria)[0] == {"morning": "07:15", "noon": "12:30"}

    def test_that_is_no_time_is_told_and_the_rest_stays_as_typed(self):
        maria = Visit()

        page = maria.post(PAGE, morning="soon", place="By the stove")

        assert page.status == 422
        assert "Please write a time such as 7:15, or leave it empty." in page.words
        assert "#morning-look" in page.links
        assert 'value="By the stove"' in page.html
        assert kept(maria) == ({}, "")


class TestSuggestions:
    def test_begin_with_the_part_of_the_day(self):
        words = Visit(parts=["morning", "bedtime"]).get(PAGE).words

        assert "Morning, about 7:00. After you get up" in words
        assert "Before bed, about 21:30." in words
        assert "Noon" not in words

    def test_come_from_when_it_was_practised_and_say_so(self):
        maria = Visit(zone="Europe/London")
        maria.keep(*(began(days, 6, 40 + days) for days in (1, 2, 3)), began(5, 11, 0))

        words = maria.get(PAGE).words

        assert "Morning, about 6:45. 3 of the 4 in the last four weeks began around then." in words

    def test_are_taken_with_one_tap_beside_what_was_typed(self):
        maria = Visit()

        maria.post(PAGE, morning="", place="Attic", take="morning-at-0")

        assert kept(maria) == ({"morning": "07:00"}, "Attic")

    def test_of_a_place_are_taken_too(self):
        maria = Visit()

        maria.post(PAGE, morning="07:15", place="", take="place-at-1")

        assert kept(maria) == ({"morning": "07:15"}, "By a firm chair and a free wall")

    @pytest.mark.parametrize(
        "take", ["morning-at-9", "noon-at-0", "place-at-x", "place", "morning-at-" + 5000 * "9", "morning-at-²"]
    )
    def test_that_are_not_there_change_nothing(self, take):
        maria = Visit()

        maria.post(PAGE, morning="07:15", place="Attic", take=take)

        assert kept(maria) == ({"morning": "07:15"}, "Attic")

    def test_are_gone_once_there_is_something(self):
        page = Visit(times={"morning": "07:15"}, place="Attic").get(PAGE)

        assert "To begin with, perhaps" not in page.words

    def test_of_a_mat_are_not_for_who_cannot_get_down(self):
        floor = (Position.LYING, Position.SIDE_LYING, Position.HANDS_AND_KNEES, Position.KNEELING)

        assert "mat ready" in Visit(login="tom").get(PAGE).words
        assert "mat ready" not in Visit(positions_off=[each.value for each in floor]).get(PAGE).words

    def test_look_back_four_weeks_and_no_further(self):
        maria = Visit()
        maria.keep(*(began(days, 9, 0) for days in (40, 41, 42)))

        assert "about 9:00" not in maria.get(PAGE).words


class TestThePage:
    def test_says_where_it_is_from_and_that_nothing_is_owed(self):
        words = Visit().get(PAGE).words

        assert "Gardner, Lally and Wardle 2012" in words
        assert "nothing is late" in words

    def test_is_one_tap_from_you(self):
        assert PAGE in Visit().get("/you/").links
