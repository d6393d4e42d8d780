"""Sessions beside the four of a day: one small thing, the full routine, before and after a run."""

from datetime import UTC, datetime

import pytest

from loosen.core.journal import DayPart
from loosen.web import records
from loosen.web.practised import day_and_part
from tests.web.visits import TODAY, Visit, session_of

SMALL = f"/sessions/{TODAY}-small/"


class TestOneSmallThing:
    def test_stands_beside_the_session_of_now(self):
        page = Visit().get("/today/")

        assert "One small thing, 2 minutes" in page.words
        assert SMALL in page.links

    def test_is_a_session_with_its_player_and_its_sheet(self):
        visit = Visit()

        assert "One small thing" in visit.get(SMALL).words
        assert visit.get(f"{SMALL}paper/").status == 200

    def test_is_still_to_be_had_when_all_else_is_done(self):
        visit = Visit()
        visit.keep(*session_of(TODAY))

        page = visit.get("/today/")

        assert "At any hour" in page.words
        assert SMALL in page.links

    def test_can_be_noted_and_is_done_then(self):
        visit = Visit()
        visit.keep(*session_of(TODAY, DayPart.SMALL, minutes=2))

        assert visit.get(f"{SMALL}note/").status == 200
        assert "One small thing, done" in visit.get("/today/").words
        assert SMALL not in visit.get("/today/").links
        assert "One small thing, 2 min" in visit.get("/journal/").words


class TestTheFullRoutine:
    def test_is_the_session_of_now_at_any_hour(self, monkeypatch: pytest.MonkeyPatch):
        visit = Visit(programme="full-routine", parts=["full"])
        for hour in (7, 15, 22):
            monkeypatch.setattr(records, "now", lambda hour=hour: datetime(2026, 11, 22, hour, tzinfo=UTC))

            page = visit.get("/today/")
            assert f"/sessions/{TODAY}-full/" in page.links
            assert "now if you like" not in page.words

    def test_waits_beside_a_session_that_has_its_hour(self):
        page = Visit(programme="full-routine", parts=["morning", "full"]).get("/today/")

        assert page.words.index("This morning") < page.words.index("At any hour") < page.words.index("The full routine")


class TestARun:
    def test_has_its_two_sessions_in_a_place_of_their_own(self):
        page = Visit(programme="runner", parts=["morning", "afternoon", "before-run", "after-run"]).get("/today/")

        assert page.words.index("This morning") < page.words.index("When you run") < page.words.index("Before a run")
        assert {f"/sessions/{TODAY}-before-run/", f"/sessions/{TODAY}-after-run/"} <= set(page.links)

    def test_is_the_session_of_now_where_nothing_else_was_chosen(self):
        page = Visit(programme="runner", parts=["before-run", "after-run"]).get("/today/")

        assert page.html.count("button-tall") == 1
        assert f"/sessions/{TODAY}-before-run/" in page.links


@pytest.mark.parametrize("part", list(DayPart))
def test_the_id_of_a_session_says_its_day_and_part(part: DayPart):
    assert day_and_part(f"{TODAY}-{part.value}") == (TODAY, part)
