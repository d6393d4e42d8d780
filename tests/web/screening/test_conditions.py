"""What lasts: a tick opens its list, a day goes with it, and You shows it and lets it be changed."""

from datetime import date, timedelta

import pytest

from loosen.web import health
from tests.web.screening.newcomer import STEPS, Newcomer
from tests.web.visits import TODAY, Visit

IN_WEEKS = {weeks: (TODAY + timedelta(weeks=weeks)).isoformat() for weeks in (-30, -2, 12, 41, 104)}


def at(step: str) -> Newcomer:
    """Somebody who has answered none of these as far as a list."""
    visit = Newcomer().begin()
    for each in STEPS[: STEPS.index(step)]:
        visit.tick(each)
    return visit


def pregnant(day: str = IN_WEEKS[12]) -> Newcomer:
    """Somebody who is pregnant, with or without a due date, and has answered everything."""
    visit = at("body")
    visit.tick("body", "prg")
    visit.tick("known")
    visit.tick("carrying", "pregnant", **{"pregnant": day} if day else {})
    return visit


def standing(visit: Visit) -> dict[str, date | None]:
    """Return what lasts and still holds, with its day."""
    from loosen.core.screening import Screening
    from loosen.web import records

    return {each.question.id: each.day for each in health.lasting(records.entries(visit.user, Screening))}


class TestAListBehindATick:
    def test_is_asked_when_its_line_was_ticked(self):
        visit = at("body")
        visit.tick("body", "surg")

        assert visit.tick("known", "cond-joints").to == "/start/operations/"
        assert visit.tick("operations", "fracture").to == "/start/joints/"
        assert visit.tick("joints", "knee").to == "/start/able/"

    def test_is_not_asked_otherwise(self):
        assert at("known").tick("known").to == "/start/able/"

    def test_has_no_number_of_its_own_among_the_seven(self):
        visit = at("known")
        visit.tick("known", "cond-spine")

        page = visit.get("/start/spine/")

        assert "A little more" in page.words
        assert "List" not in page.words

    def test_that_fits_in_no_line_takes_back_the_tick_that_led_there(self):
        visit = at("known")
        visit.tick("known", "cond-spine")
        assert "Then the tick that led here is taken back." in visit.get("/start/spine/").words

        visit.tick("spine")

        assert visit.screenings()[-1].answers["cond-spine"] == "no"

    def test_is_closed_again_by_unticking_its_line(self):
        visit = at("known")
        visit.tick("known", "cond-spine")
        visit.tick("spine", "fusion")
        visit.get("/questions/")

        visit.answer(known="cond-other")

        assert standing(visit).keys() == {"cond-other"}


class TestADay:
    def test_may_be_left_out(self):
        assert standing(pregnant("")) == {"pregnant": None}

    def test_is_kept_with_its_line(self):
        assert standing(pregnant()) == {"pregnant": TODAY + timedelta(weeks=12)}

    @pytest.mark.parametrize(
        ("line", "day", "says"),
        [
            ("pregnant", IN_WEEKS[104], "A due date lies at most 40 weeks ahead."),
            ("pregnant", IN_WEEKS[41], "A due date lies at most 40 weeks ahead."),
            ("pregnant", IN_WEEKS[-30], "That day is more than three weeks past."),
            ("pregnant", "in spring", "as year-month-day"),
            ("postpartum", IN_WEEKS[12], "That day is still to come."),
            ("postpartum", "1066-10-14", "That day lies before you were born."),
        ],
        ids=["two years off", "a week too far", "long past", "no date", "a birth to come", "before the mother"],
    )
    def test_that_cannot_be_is_said_plainly_at_its_field_and_stays_as_typed(self, line, day, says):
        visit = at("body")
        visit.tick("body", "prg")
        visit.tick("known")

        page = visit.tick("carrying", line, **{line: day})

        assert page.status == 422
        assert says in page.words
        assert f"id_{line}-day_error" in page.ids
        assert day in page.html
        assert [f["name"] for f in page.fields if f.get("type") == "checkbox" and "checked" in f] == [line]
        assert visit.screenings() == ()

    def test_just_past_is_a_baby_that_takes_its_time(self):
        assert standing(pregnant(IN_WEEKS[-2])) == {"pregnant": TODAY - timedelta(weeks=2)}

    def test_beside_a_line_that_is_not_ticked_is_left_alone(self):
        visit = at("body")
        visit.tick("body", "prg")
        visit.tick("known")

        assert visit.tick("carrying", "postpartum", pregnant="in spring").to == "/start/able/"
        assert standing(visit) == {"postpartum": None}


class TestTheWordsToTakeAlong:
    @pytest.mark.parametrize(
        ("gate", "step", "line", "day", "says"),
        [
            ("prg", "carrying", "pregnant", "2027-02-14", "I am pregnant. The baby is due on 14 February 2027."),
            ("surg", "operations", "fracture", "2026-10-01", "I broke a bone. It was on 1 October 2026."),
        ],
        ids=["due", "since"],
    )
    def test_say_the_day(self, gate, step, line, day, says):
        visit = at("body")
        visit.tick("body", gate)
        visit.tick("known")
        visit.tick(step, line, **{line: day})

        assert says in visit.get("/referral/").words


class TestYou:
    def test_shows_what_was_told_with_its_day_and_leads_to_its_list(self):
        page = pregnant().get("/you/")

        assert "What you told us about your health" in page.words
        assert "Being pregnant Due on 14 February 2027. Change it" in page.words
        assert "/questions/change/carrying/" in page.links

    def test_says_so_when_nothing_lasts(self):
        visit = Visit()

        assert "Nothing that lasts. If that changes, tell it here." in visit.get("/you/").words
        assert {"/questions/change/body/", "/questions/change/known/"} <= set(visit.get("/you/").links)

    def test_shows_nothing_of_it_to_somebody_who_has_answered_nothing(self):
        assert "What you told us about your health" not in Newcomer(birth_year=1971).get("/you/").words

    def test_shows_a_known_sign_and_what_to_do_if_it_changes(self):
        visit = Newcomer().begin()
        visit.answer({"began": "longer", "worse": "no", "looked": "yes"}, nerves="ces5")

        words = visit.get("/you/").words

        assert "both legs: told on 22 November 2026, and somebody has looked." in words
        assert "If it changes or grows: emergency department." in words

    def test_frightens_nobody_about_one_leg_that_is_known(self):
        visit = Newcomer().begin()
        visit.answer({"began": "longer", "worse": "no", "looked": "yes"}, leg="rad1")

        words = visit.get("/you/").words

        assert "below the knee, with numbness or tingling: told on 22 November 2026" in words
        assert "If it changes or grows, tell it in the safety questions" in words
        assert "emergency department" not in words
        assert "Nothing that lasts" not in words


class TestAChange:
    def test_asks_one_list_as_it_was_told_and_ends_where_it_began(self):
        visit = pregnant()

        assert visit.get("/questions/change/carrying/").to == "/start/carrying/"
        shown = visit.get("/start/carrying/")
        assert [f["name"] for f in shown.fields if f.get("type") == "checkbox" and "checked" in f] == ["pregnant"]
        assert any(f.get("value") == IN_WEEKS[12] for f in shown.fields)
        assert "/you/" in shown.links

        assert visit.tick("carrying", "postpartum", postpartum=TODAY.isoformat()).to == "/you/"
        assert standing(visit) == {"postpartum": TODAY}

    def test_of_a_day_alone_gives_no_new_yes(self):
        visit = pregnant()
        visit.get("/questions/change/carrying/")

        visit.tick("carrying", "pregnant", pregnant=(TODAY + timedelta(weeks=13)).isoformat())

        assert standing(visit) == {"pregnant": TODAY + timedelta(weeks=13)}
        assert visit.screenings()[-1].answers["pregnant"] == "same"

    def test_leads_on_to_the_list_behind_a_new_tick(self):
        visit = Visit()
        visit.get("/questions/change/body/")

        assert visit.post("/start/body/", surg="on").to == "/start/operations/"
        assert visit.post("/start/operations/", **{"new-hip": "on"}).to == "/you/"
        assert standing(visit) == {"new-hip": None}

    def test_of_the_last_line_of_a_list_takes_its_gate_back(self):
        visit = pregnant()
        visit.get("/questions/change/carrying/")

        visit.tick("carrying")

        assert standing(visit) == {}
        assert visit.get("/questions/change/carrying/").to == "/start/body/"

    @pytest.mark.parametrize("step", ["nerves", "nothing"])
    def test_is_for_what_lasts(self, step):
        assert Visit().get(f"/questions/change/{step}/").status == 404
