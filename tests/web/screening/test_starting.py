"""From the opened page to the first session: nothing is lost on the way, and nothing counts that was not meant."""

import pytest

from loosen.content import loading
from loosen.core.journal import Body, CheckIn
from tests.web.screening.newcomer import STEPS, Newcomer
from tests.web.visits import TODAY, Visit, head


class TestTheOpenedPage:
    def test_says_what_this_is_and_what_it_is_not(self):
        page = Newcomer().get("/")

        for words in ("What this is", "What it is not", "Not a cure", "Ask someone first", "stays on your own machine"):
            assert words in page.words

    def test_leads_to_the_questions_in_one_tap(self):
        assert "/start/" in Newcomer().get("/").links


class TestALittleAboutYou:
    def test_comes_first(self):
        assert Newcomer().get("/start/").to == "/start/about/"

    def test_is_kept(self):
        visit = Newcomer()

        page = visit.about(1971, "GB", "4")

        visit.user.refresh_from_db()
        assert page.to == "/start/"
        assert (visit.user.birth_year, visit.user.country, visit.user.usual_pain) == (1971, "GB", 4)

    def test_may_leave_out_country_and_pain(self):
        visit = Newcomer()

        assert visit.post("/start/about/", birth_year="1971").to == "/start/"

    @pytest.mark.parametrize(
        ("year", "says"),
        [
            ("", "Please type the year, in four digits."),
            ("last century", "for instance 1969"),
            ("1066", "between 1916 and 2026"),
            ("2031", "between 1916 and 2026"),
        ],
    )
    def test_says_what_to_do_about_a_year_that_cannot_be_and_keeps_the_rest(self, year, says):
        page = Newcomer().about(year, "NZ", "6")

        assert page.status == 422
        assert says in page.words
        assert page.chosen("usual_pain") == ["6"]
        assert '<option value="NZ" selected' in page.html

    def test_says_what_to_do_about_a_country_that_is_not_in_the_list(self):
        page = Newcomer().about(country="XX")

        assert page.status == 422
        assert "choose a country from the list" in page.words


class TestSomebodyUnderEighteen:
    @pytest.mark.parametrize("year", [2012, 2009, 2008])
    def test_meets_a_kind_page_and_nothing_is_kept(self, year):
        visit = Newcomer()

        page = visit.about(year)

        visit.user.refresh_from_db()
        assert page.to == "/start/under-18/"
        assert visit.user.birth_year is None
        assert visit.user.country == ""
        assert "For the adult beside you" in visit.get(page.to).words

    def test_who_gave_an_older_year_before_has_it_forgotten(self):
        visit = Visit()
        assert visit.get("/today/").status == 200

        visit.post("/start/about/", birth_year="2012")

        visit.user.refresh_from_db()
        assert visit.user.birth_year is None
        assert visit.get("/today/").status == 302

    @pytest.mark.parametrize(
        "path",
        [
            "/start/",
            "/start/nerves/",
            "/start/since/",
            "/start/said/",
            "/start/able/",
            "/start/time/",
            "/questions/",
            "/questions/short/",
            "/questions/severe/",
            "/questions/change/known/",
        ],
    )
    def test_is_asked_nothing_on_any_page(self, path):
        visit = Visit(birth_year=2012)

        assert visit.get(path).to == "/start/under-18/"
        assert visit.post(path, none="on").to in {"/start/under-18/", ""}

    def test_can_read_the_urgent_signs(self):
        visit = Newcomer()

        assert "/signs/" in visit.get("/start/under-18/").links
        assert visit.get("/signs/").status == 200

    def test_has_no_way_round_it(self):
        visit = Newcomer()
        visit.about(2012)

        assert visit.get("/start/nerves/").to == "/questions/"
        assert visit.follow("/questions/").words.count("In which year were you born?") == 1


class TestACalmList:
    def test_has_nothing_ticked_and_a_line_for_none(self):
        page = Newcomer().begin().get("/start/nerves/")

        assert "None of these" in page.words
        assert not any("checked" in field for field in page.fields)

    def test_asks_about_the_nerves_first_and_alone(self):
        visit = Newcomer()
        visit.about()

        assert visit.get("/start/").to == "/start/nerves/"

    @pytest.mark.parametrize("step", STEPS)
    def test_has_at_most_five_lines_and_says_why(self, step):
        page = Newcomer().begin().get(f"/start/{step}/")

        lines = [field for field in page.fields if field.get("name") in loading.practice().screening.questions]
        assert 1 <= len(lines) <= 5
        assert "Why we ask" in page.words

    def test_that_was_sent_empty_says_what_to_do(self):
        page = Newcomer().begin().post("/start/nerves/")

        assert page.status == 422
        assert "Please tick what is so" in page.words

    def test_that_says_both_keeps_the_ticks_and_asks_which(self):
        page = Newcomer().begin().tick("nerves", "ces1", "none")

        assert page.status == 422
        assert "You ticked a line, and also" in page.words
        assert [field["name"] for field in page.fields if "checked" in field] == ["ces1", "none"]

    def test_is_shown_as_it_was_left_when_one_goes_back(self):
        visit = Newcomer().begin()
        visit.tick("nerves")
        visit.tick("now")

        page = visit.get("/start/now/")

        assert [field["name"] for field in page.fields if "checked" in field] == ["none"]
        assert "/start/nerves/" in page.links

    def test_lets_the_line_on_sex_be_left_out_and_shows_its_sign_all_the_same(self):
        visit = Newcomer().begin()

        visit.tick("nerves", "none", "left_out")

        assert "You left one out, and that is fine." in visit.get("/start/now/").words
        for step in STEPS[1:]:
            visit.tick(step)
        assert visit.screenings()[0].answers["ces4"] == "skipped"

    def test_that_does_not_exist_is_not_found(self):
        assert Newcomer().begin().get("/start/nothing/").status == 404


class TestTheWayToTheFirstSession:
    def test_is_seven_lists_the_body_and_one_time_of_day(self):
        visit = Newcomer().begin()

        assert visit.answer().to == "/start/able/"
        assert visit.post("/start/able/", cannot=["floor"]).to == "/start/time/"
        assert visit.post("/start/time/", part="noon", pace="1.2").to == "/today/"
        visit.user.refresh_from_db()
        assert visit.user.parts == ["noon"]
        assert visit.user.count_s == 1.2
        assert visit.user.positions_off == ["hands-and-knees", "kneeling", "lying", "side-lying"]
        assert visit.get("/today/").status == 200

    def test_keeps_every_answer_once(self):
        visit = Newcomer().begin()

        visit.answer()

        (kept,) = visit.screenings()
        asked = {
            question for step in loading.practice().screening.steps if not step.after for question in step.questions
        }
        assert dict(kept.answers) == dict.fromkeys(asked, "no")

    def test_goes_back_from_the_time_of_day_to_what_does_not_suit(self):
        visit = Newcomer().begin()
        visit.answer()
        visit.post("/start/able/", cannot=["floor"])

        assert "/start/able/" in visit.get("/start/time/").links
        assert "floor" in visit.get("/start/able/").chosen("cannot")

    def test_asks_for_a_time_of_day(self):
        visit = Newcomer().begin()
        visit.answer()

        page = visit.post("/start/time/", part="midnight")

        assert page.status == 422

    def test_leaves_the_body_at_least_one_place(self):
        page = Newcomer().begin().post("/start/able/", cannot=["floor", "flat", "kneel", "stand", "sit"])

        assert page.status == 422
        assert "Please leave one of them open." in page.words

    def test_goes_on_where_it_was_left(self):
        visit = Newcomer().begin()
        visit.tick("nerves")
        visit.tick("now")

        assert visit.get("/start/").to == "/start/unwell/"

    def test_goes_on_the_next_day_and_begins_anew_after_that(self, next_day):
        visit = Newcomer().begin()
        visit.tick("nerves")

        next_day()
        assert visit.get("/start/").to == "/start/now/"
        next_day()
        assert visit.get("/start/now/").to == "/questions/"
        assert visit.get("/start/").to == "/start/nerves/"

    def test_goes_past_the_lists_that_were_answered_before_an_emergency_was_settled(self):
        visit = Newcomer().referred_for("nerves", "ces1")
        form = visit.get("/referral/mistake/")
        visit.post("/referral/mistake/", id=form.hidden("id"), ces1="no")

        assert visit.get("/start/").to == "/start/now/"

    def test_does_not_read_back_again_what_a_clinician_has_settled(self):
        visit = Newcomer().referred_for("now", "neu1")
        form = visit.get("/referral/cleared/")
        look = {"findings": ["NEU1"], "who": "Dr Lind", "looked_on": "2026-11-22", "said": "go-on"}
        visit.post("/referral/cleared/", id=form.hidden("id"), **look)
        visit.get("/start/")

        assert visit.tick("unwell").to == "/start/pain/"

    def test_reads_back_what_counts_only_with_an_answer_of_before(self):
        visit = Newcomer().begin()
        visit.answer(pain="ca1")
        visit.get("/questions/")
        for step in STEPS[:4]:
            visit.tick(step, *(["ca1"] if step == "pain" else []))
        visit.mean("ca1")

        visit.tick("leg", "rad1")
        visit.since("rad1")

        assert [f["value"] for f in visit.get("/start/said/").fields if f.get("name") == "question"] == ["rad1"]

    def test_waits_while_somebody_must_be_seen(self):
        visit = Newcomer().referred_for("nerves", "ces1")

        assert visit.get("/start/").to == "/referral/"

    def test_that_asks_somebody_first_ends_at_the_referral(self):
        visit = Newcomer().begin()
        visit.answer(known="cond-other")

        page = visit.get("/today/")

        assert page.to == "/referral/"
        assert "First ask the professional who knows your condition" in visit.get("/referral/").words


class TestTheQuestionsAskedAgain:
    def test_begin_with_the_first_list(self):
        assert Visit().get("/questions/").to == "/start/nerves/"

    def test_say_how_long_they_take_and_leave_the_breath_one_tap_away(self):
        page = Visit().follow("/questions/")

        assert "Short lists, about two minutes." in page.words
        assert "/library/seated-breath/" in page.links

    def test_say_why_they_are_asked(self):
        visit = Visit()
        visit.keep(CheckIn(**head(TODAY), body=Body.NEW))

        assert "The questions help to find the few new signs" in visit.follow("/questions/").words

    def test_lead_a_newcomer_to_the_start(self):
        assert Newcomer().get("/questions/").to == "/start/"

    def test_end_at_today(self):
        visit = Newcomer().begin()
        visit.answer()
        visit.get("/questions/")

        assert visit.answer().to == "/today/"
        assert len(visit.screenings()) == 2

    def test_show_the_own_last_answer_of_what_lasts_and_nothing_else(self):
        visit = Newcomer().begin()
        visit.answer(body="thin-bones", leg="rad1")
        visit.get("/questions/")

        lasting, new = visit.get("/start/body/"), visit.get("/start/leg/")

        assert [field["name"] for field in lasting.fields if "checked" in field] == ["thin-bones"]
        assert not any("checked" in field for field in new.fields)

    def test_do_not_give_a_lasting_answer_anew(self):
        visit = Newcomer().begin()
        visit.answer(body="thin-bones")
        visit.get("/questions/")

        visit.answer(body="thin-bones")

        assert visit.screenings()[1].answers["thin-bones"] == "same"

    def test_count_a_lasting_answer_together_with_a_new_one(self):
        visit = Newcomer().begin()
        visit.answer(body="thin-bones")
        visit.get("/questions/")
        for step in STEPS[:3]:
            visit.tick(step)

        assert visit.tick("pain", "fx1").to == "/start/said/"
        assert visit.get("/start/said/").hidden("question") == "fx1"


class TestThatNobodyHasReviewedIt:
    SAYS = "not yet been reviewed by a physiotherapist"

    def test_stands_on_welcome_and_on_the_first_list(self):
        assert self.SAYS in Newcomer().get("/").words
        assert self.SAYS in Newcomer(login="next").begin().get("/start/nerves/").words

    @pytest.mark.parametrize("path", ["/today/", "/you/"])
    def test_stands_at_the_foot_of_today_and_you(self, path):
        assert self.SAYS in Visit().get(path).words


class TestTheTwoPagesAfterTheLists:
    def test_are_told_of_on_the_last_list(self):
        visit = Newcomer().begin()
        for step in STEPS[:-1]:
            assert "two short pages" not in visit.get(f"/start/{step}/").words
            visit.tick(step)

        assert "then two short pages" in visit.get(f"/start/{STEPS[-1]}/").words

    def test_lead_back_to_the_last_list_and_on_again(self):
        visit = Newcomer().begin()
        visit.answer(known="cond-other")
        page = visit.get("/start/able/")

        assert "/start/last/" in page.links
        back = visit.follow("/start/last/")
        assert back.path == f"/start/{STEPS[-1]}/"
        assert "cond-other" in {f["name"] for f in back.fields if "checked" in f}
        assert visit.tick(STEPS[-1], "cond-other").to == "/start/able/"
