"""A reset for now: one is proposed, another is one tap away, and none is counted."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from loosen.content.resets import resets
from loosen.core.journal import CheckIn, Choice, ChoiceKind
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.resets import Where
from loosen.core.score import Position
from loosen.core.screening import Screening
from loosen.web import records
from loosen.web.practice import resets as shown_resets
from tests.web.visits import MORNING, Page, Visit, head

pytestmark = pytest.mark.django_db

BYTES = 9_000
QUERIES = 12

SITTING = [reset for reset in resets() if reset.where is Where.SITTING]


@pytest.fixture(autouse=True)
def on_a_sunday_morning(monkeypatch):
    monkeypatch.setattr(records, "now", lambda: MORNING)


def shown(page: Page) -> str:
    """The name of the reset that is proposed."""
    return re.search(r"<reset-run.*?<h2>(.*?)</h2>", page.html, re.DOTALL)[1]


class TestAReset:
    def test_is_one_tap_from_today(self):
        assert "/reset/" in Visit().get("/today/").links

    def test_is_whole_without_script(self):
        page = Visit().get("/reset/")

        (now,) = [reset for reset in SITTING if reset.name == shown(page)]
        for step in now.steps:
            assert step.say in page.words
        assert f"{now.seconds} seconds" in page.words

    def test_stays_the_same_within_the_hour(self):
        visit = Visit()

        assert shown(visit.get("/reset/")) == shown(visit.get("/reset/"))

    def test_is_another_one_an_hour_later(self, monkeypatch):
        visit = Visit()
        first = shown(visit.get("/reset/"))
        monkeypatch.setattr(records, "now", lambda: MORNING + timedelta(hours=len(SITTING)))

        assert shown(visit.get("/reset/")) != first

    def test_another_one_is_one_tap_and_all_come_in_turn(self):
        visit = Visit()
        seen = []
        page = visit.get("/reset/")
        for _ in SITTING:
            seen.append(shown(page))
            page = visit.get(next(link for link in page.links if "after=" in link))

        assert sorted(seen) == sorted(reset.name for reset in SITTING)

    @pytest.mark.parametrize("where", [where.value for where in Where])
    def test_is_there_for_each_moment(self, where):
        names = {reset.name for reset in resets() if reset.where.value == where}

        assert shown(Visit().get(f"/reset/?where={where}")) in names

    def test_of_a_moment_there_is_none_of_leads_to_the_first(self):
        assert shown(Visit().get("/reset/?where=flying&after=nothing")) in {reset.name for reset in SITTING}

    def test_is_never_counted(self):
        visit = Visit()
        visit.get("/reset/")

        words = visit.get("/reset/").words
        assert not re.search(r"\b(done|today you|times|streak|so far)\b", words, re.IGNORECASE)
        assert records.told(visit.user, MORNING.date()).events == ()

    def test_says_where_it_is_from_and_that_nobody_reviewed_it(self):
        words = Visit().get("/reset/").words

        assert "Where this comes from" in words
        assert "Not yet reviewed by a physiotherapist." in words

    def test_is_light(self):
        answer = Visit().client.get("/reset/", headers={"Accept-Encoding": "gzip"})

        assert len(answer.content) <= BYTES

    def test_asks_the_database_little(self, django_assert_max_num_queries):
        visit = Visit()
        visit.get("/reset/")

        with django_assert_max_num_queries(QUERIES):
            visit.get("/reset/")


class TestWhoeverCannot:
    def test_sit_has_others_first(self):
        visit = Visit(positions_off=[Position.SITTING.value])

        page = visit.get("/reset/")

        assert shown(page) in {reset.name for reset in resets() if reset.where is Where.STANDING}
        assert "/reset/?where=sitting" not in page.links

    def test_stand_is_not_asked_to(self):
        page = Visit(positions_off=[Position.STANDING.value]).get("/reset/")

        assert "Stand up, and sit again" not in page.words

    def test_be_anywhere_has_three_breaths(self):
        page = Visit(positions_off=[position.value for position in Position]).get("/reset/")

        assert "take three slow breaths" in page.words


class TestLimits:
    def test_what_a_clinician_leaves_out_is_left_out_here(self):
        visit = Visit()
        assert "Rock on your seat" in visit.get("/reset/").words
        visit.keep(Plan(**head(), clinician="Dr Lind", sentences=(Sentence(Says.AVOID, tag="spine-flexion"),)))

        assert "Rock on your seat" not in visit.get("/reset/").words

    def test_what_a_condition_keeps_small_is_left_out_here(self):
        visit = Visit()
        visit.keep(Screening(**head(), answers={"thin-bones": "yes"}, read_back=True))

        words = visit.get("/reset/").words

        assert "Rock on your seat" not in words
        assert "Let it all settle" in words

    def test_a_day_that_waits_for_a_professional_keeps_to_the_quiet_ones(self):
        visit = Visit()
        visit.keep(Screening(**head(), answers={"tho1": "yes"}, read_back=True))

        words = visit.follow("/reset/").words

        assert "Wake your feet" not in words

    def test_a_day_of_rest_that_waits_for_a_professional_keeps_to_the_quiet_ones(self):
        visit = Visit()
        visit.keep(Choice(**head(), kind=ChoiceKind.REST))
        visit.keep(Screening(**head(), answers={"tho1": "yes"}, read_back=True))

        words = visit.get("/reset/").words

        assert "Rock on your seat" not in words
        assert "Wake your feet" not in words
        assert "Let it all settle" in words

    def test_what_is_left_out_in_one_part_of_the_day_is_left_out_then_and_no_longer(self, monkeypatch):
        visit = Visit()
        visit.keep(Screening(**head(), answers={"leg-on-bending": "yes"}, read_back=True))
        rock = next(reset for reset in SITTING if reset.id == "rock")
        little = {name: replace(each, bends=(6, 6, 0, 0, *each.bends[4:])) for name, each in rock.postures.items()}
        monkeypatch.setattr(
            shown_resets, "resets", lambda: (*resets(), replace(rock, name="Rock less", postures=little))
        )

        assert "Rock less" not in visit.get("/reset/").words
        monkeypatch.setattr(records, "now", lambda: MORNING + timedelta(hours=12))
        assert "Rock less" in visit.get("/reset/").words

    def test_a_day_of_much_pain_keeps_to_the_quiet_ones(self):
        visit = Visit(usual_pain=7)
        visit.keep(CheckIn(**head(), pain=7))

        words = visit.get("/reset/").words

        assert "Rock on your seat" not in words
        assert "Let it all settle" in words

    def test_while_a_referral_stands_it_comes_first(self):
        visit = Visit()
        visit.keep(Screening(**head(), answers={"ces1": "yes"}, read_back=True))

        assert visit.get("/reset/").to == "/referral/"
