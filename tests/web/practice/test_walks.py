"""A walk: suggested on Today, kept with one tap, put right or taken back, and never asked twice."""

import pytest

from loosen.core.journal import Walk, walks_that_count
from loosen.core.screening import Screening
from loosen.web import records
from tests.web.visits import TODAY, Visit, ago, head


def walker(**fields: object) -> Visit:
    return Visit(programme="walking", **fields)  # type: ignore[arg-type]


def walks(visit: Visit) -> tuple[Walk, ...]:
    return walks_that_count(records.entries(visit.user, Walk))


class TestTheSuggestion:
    def test_stands_on_today_with_its_reason_and_one_tap(self):
        page = walker().get("/today/")

        assert "A walk of 5 minutes to begin with, at a pace at which you could talk." in page.words
        assert "I walked 5 minutes" in page.words

    def test_is_not_there_where_walking_is_no_part_of_the_programme(self):
        assert "I walked" not in Visit().get("/today/").words

    def test_says_why_there_is_none_today(self):
        visit = walker(positions_off=["standing"])

        page = visit.get("/today/")

        assert "No walk is asked of you today." in page.words
        assert "I walked all the same" in page.words


class TestOneTap:
    def test_keeps_the_walk(self):
        visit = walker()

        assert visit.post("/walk/", minutes="5").to == "/today/#walk"

        (walk,) = walks(visit)
        assert (walk.day, walk.minutes, walk.talked) == (TODAY, 5, None)
        assert "Walked today" in visit.get("/today/").words

    def test_leads_to_where_it_is_answered(self):
        visit = walker()
        visit.post("/walk/", minutes="5")

        page = visit.get("/today/")

        assert "walk" in page.ids
        assert page.html.index('id="walk"') < page.html.index("Could you have talked on the way?")

    def test_sent_twice_keeps_one(self):
        visit, sent = walker(), records.new_id()

        visit.post("/walk/", id=sent, minutes="5")
        visit.post("/walk/", id=sent, minutes="5")

        assert len(records.entries(visit.user, Walk)) == 1

    def test_asks_whether_one_could_talk_and_may_be_left_without_an_answer(self):
        visit = walker()
        visit.post("/walk/", minutes="5")

        page = visit.get("/today/")
        assert "Could you have talked on the way?" in page.words

        visit.post("/walk/", minutes="5", talked="no", revises=page.hidden("revises"))
        assert [walk.talked for walk in walks(visit)] == [False]
        assert "5 minutes, talking was hard" in visit.get("/today/").words
        assert "Could you have talked" not in visit.get("/today/").words

    def test_twice_a_day_keeps_two(self):
        visit = walker()
        visit.post("/walk/", minutes="5")
        visit.post("/walk/", minutes="12", talked="yes")

        assert [walk.minutes for walk in walks(visit)] == [5, 12]


class TestASlip:
    def test_is_put_right(self):
        visit = walker()
        visit.post("/walk/", minutes="50")
        (slip,) = walks(visit)

        page = visit.get(f"/walk/?of={slip.id}")
        assert [field["value"] for field in page.fields if field.get("name") == "minutes"] == ["50"]

        visit.post("/walk/", minutes="5", talked="yes", revises=slip.id)
        assert [(walk.minutes, walk.talked) for walk in walks(visit)] == [(5, True)]

    def test_is_taken_back_and_the_day_is_as_it_was(self):
        visit = walker()
        before = visit.get("/today/")
        visit.post("/walk/", minutes="50")
        (slip,) = walks(visit)

        visit.post("/walk/", minutes="50", revises=slip.id, back="yes")

        assert walks(visit) == ()
        after = visit.get("/today/")
        assert "Walked today" not in after.words
        assert after.words == before.words

    @pytest.mark.parametrize("minutes", ["", "0", "abc", "99999"])
    def test_is_taken_back_whatever_stands_in_the_field(self, minutes):
        visit = walker()
        visit.post("/walk/", minutes="50")
        (slip,) = walks(visit)

        page = visit.post("/walk/", minutes=minutes, talked="perhaps", revises=slip.id, back="yes")

        assert page.to == "/today/#walk"
        assert walks(visit) == ()

    def test_of_another_day_stays_on_that_day_and_leads_back_there(self):
        visit = walker()
        visit.keep(Walk(**head(ago(3)), minutes=40))
        (slip,) = walks(visit)
        assert f"/journal/{ago(3)}/" in visit.get(f"/walk/?of={slip.id}").links

        assert visit.post("/walk/", minutes="4", revises=slip.id).to == f"/journal/{ago(3)}/"

        assert [(walk.day, walk.minutes) for walk in walks(visit)] == [(ago(3), 4)]

    def test_put_right_from_two_open_pages_is_one_walk(self):
        visit = walker()
        visit.post("/walk/", minutes="5")
        (first,) = walks(visit)

        visit.post("/walk/", minutes="6", revises=first.id)
        page = visit.post("/walk/", minutes="7", revises=first.id)

        assert [walk.minutes for walk in walks(visit)] == [6]
        assert page.status == 409
        assert "put right on another page" in page.words
        assert [field["value"] for field in page.fields if field.get("name") == "minutes"] == ["6"]
        visit.post("/walk/", minutes="7", revises=page.hidden("revises"))
        assert [walk.minutes for walk in walks(visit)] == [7]

    def test_put_right_after_it_was_taken_back_elsewhere_is_told_and_nothing_is_kept(self):
        visit = walker()
        visit.post("/walk/", minutes="5")
        (first,) = walks(visit)
        visit.post("/walk/", minutes="5", revises=first.id, back="yes")

        page = visit.post("/walk/", minutes="7", revises=first.id)

        assert page.status == 409
        assert "taken back on another page" in page.words
        assert "revises" not in {field.get("name") for field in page.fields}
        assert walks(visit) == ()

    def test_taken_back_twice_is_taken_back(self):
        visit = walker()
        visit.post("/walk/", minutes="5")
        (first,) = walks(visit)
        visit.post("/walk/", minutes="5", revises=first.id, back="yes")

        assert visit.post("/walk/", minutes="5", revises=first.id, back="yes").to == "/today/#walk"
        assert visit.get(f"/walk/?of={first.id}").to == "/today/#walk"

    def test_put_right_with_the_same_tap_twice_is_put_right_once(self):
        visit, sent = walker(), records.new_id()
        visit.post("/walk/", minutes="5")
        (first,) = walks(visit)
        visit.post("/walk/", id=sent, minutes="6", revises=first.id)

        assert visit.post("/walk/", id=sent, minutes="6", revises=first.id).to == "/today/#walk"
        assert [walk.minutes for walk in walks(visit)] == [6]

    def test_of_somebody_else_cannot_be_touched(self):
        visit, other = walker(), walker(login="joe")
        other.post("/walk/", minutes="5")
        (theirs,) = walks(other)

        assert visit.get(f"/walk/?of={theirs.id}").to == "/today/#walk"
        assert visit.post("/walk/", minutes="9", revises=theirs.id).to == "/today/#walk"
        assert walks(visit) == ()
        assert [walk.minutes for walk in walks(other)] == [5]


class TestMinutesThatCannotBe:
    @pytest.mark.parametrize("minutes", ["", "0", "-3", "12.5", "ten", "601", "999"])
    def test_are_asked_again_in_one_line_and_nothing_is_kept(self, minutes):
        visit = walker()

        page = visit.post("/walk/", minutes=minutes)

        assert page.status == 422
        assert "Please type whole minutes, between 1 and 600, for instance 10." in page.words
        assert walks(visit) == ()

    def test_end_where_a_day_on_foot_ends(self):
        visit = walker()

        visit.post("/walk/", minutes="600")

        assert [walk.minutes for walk in walks(visit)] == [600]

    def test_a_word_that_is_no_answer_is_asked_again(self):
        visit = walker()

        assert "Please choose one of the three." in visit.post("/walk/", minutes="5", talked="perhaps").words
        assert walks(visit) == ()

    @pytest.mark.parametrize("sent", [{"id": ""}, {"id": "zz"}])
    def test_a_walk_that_no_page_of_ours_sent_is_turned_away(self, sent):
        visit = walker()

        assert visit.post("/walk/", minutes="5", **sent).status == 400
        assert walks(visit) == ()


class TestWhileMovementIsPaused:
    def test_nobody_is_asked_to_walk_and_one_walked_already_is_kept(self):
        visit = walker()
        visit.keep(Screening(**head(), answers={"ces1": "yes"}, read_back=True))

        page = visit.get("/walk/")
        assert "Movement is paused for now." in page.words
        assert "To the corner and back counts" not in page.words
        assert "I walked today" not in visit.get("/library/walking/").words

        visit.post("/walk/", minutes="5")
        assert [walk.minutes for walk in walks(visit)] == [5]

    def test_the_page_of_walking_offers_it_otherwise(self):
        assert "I walked today" in walker().get("/library/walking/").words


class TestTheJournal:
    def test_shows_the_walk_of_a_day_and_leads_to_it(self):
        visit = walker()
        visit.keep(Walk(**head(ago(2)), minutes=12, talked=True))
        (walk,) = walks(visit)

        assert "A walk, 12 min" in visit.get("/journal/").words
        page = visit.get(f"/journal/{ago(2)}/")
        assert "A walk, 12 min Talking was easy" in page.words
        assert f"/walk/?of={walk.id}" in page.links
