"""The way back in the browser, a second window, a second tap, a slip: nothing told is lost, and nobody is stuck."""

import pytest

from loosen.core.journal import CheckIn
from loosen.core.screening import Clearing, Said, Screening
from loosen.web import records
from loosen.web.screening.rounds import KEY
from tests.web.screening.newcomer import RULES, Newcomer
from tests.web.screening.test_short_form import Weekly
from tests.web.visits import TODAY, Page, Visit, ago, head


def asked_first(*conditions: str) -> Visit:
    """Somebody who told this morning of conditions that are asked about first."""
    visit = Visit()
    visit.keep(Screening(**head(), answers=dict.fromkeys(conditions, "yes"), read_back=True))
    return visit


class TestALookThatWasGoneBackTo:
    def look(self, visit: Visit, page: str, *findings: str, said: str) -> Page:
        given = {"findings": findings, "who": "Dr Lind", "looked_on": TODAY.isoformat(), "said": said}
        return visit.post("/referral/cleared/", id=page, **given)

    def test_is_kept_with_what_was_changed(self):
        visit = asked_first("cond-other")
        page = visit.get("/referral/cleared/").hidden("id")
        self.look(visit, page, "COND", said="not-yet")

        self.look(visit, page, "COND", said="go-on")

        assert visit.get("/today/").status == 200

    def test_is_kept_for_the_other_finding_too(self):
        visit = asked_first("cond-other", "heart")
        page = visit.get("/referral/cleared/").hidden("id")
        self.look(visit, page, "COND", said="go-on")

        self.look(visit, page, "HEART", said="go-on")

        assert visit.get("/today/").status == 200

    def test_says_of_a_second_tap_that_it_is_noted_already(self):
        visit = asked_first("cond-other", "heart")
        page = visit.get("/referral/cleared/").hidden("id")
        self.look(visit, page, "COND", said="go-on")

        again = self.look(visit, page, "COND", said="go-on")

        assert "What you ticked is noted already" in again.words


class TestASlipThatWasGoneBackTo:
    def test_is_kept_with_what_was_changed(self):
        visit = Newcomer().referred_for("nerves", "ces1")
        page = visit.get("/referral/mistake/").hidden("id")
        visit.post("/referral/mistake/", id=page, ces1="yes")

        visit.post("/referral/mistake/", id=page, ces1="no")

        assert visit.screenings()[-1].answers["ces1"] == "no"


class TestLimitsThatWereNone:
    def waiting(self) -> Visit:
        visit = asked_first("cond-other")
        given = {"findings": ["COND"], "who": "Dr Lind", "looked_on": TODAY.isoformat(), "said": "limits"}
        visit.post("/referral/cleared/", **given)
        return visit

    def test_give_the_day_back_with_one_tap(self):
        visit = self.waiting()

        assert "They named no limits, or none that still hold" in visit.get("/referral/").words
        visit.post("/referral/no-limits/")

        assert visit.get("/today/").status == 200

    def test_are_kept_beside_what_was_noted_first(self):
        visit = self.waiting()

        visit.post("/referral/no-limits/")
        visit.post("/referral/no-limits/")

        kept = {look.said: look for look in records.entries(visit.user, Clearing)}
        assert kept.keys() == {Said.LIMITS, Said.GO_ON}
        assert kept[Said.GO_ON].revises == kept[Said.LIMITS].id

    def test_settle_nothing_that_was_told_since(self):
        visit = self.waiting()
        visit.keep(Screening(**head(TODAY, 9), answers={"ces1": "yes"}, read_back=True))

        visit.post("/referral/no-limits/")

        assert "emergency department now" in visit.get("/referral/").words


class TestASecondTap:
    def test_on_a_slip_goes_on_with_the_round(self):
        visit = Weekly()
        visit.short("unwell", "sudden")
        visit.tick("behind-unwell", "ca2-weight")
        visit.mean("ca2-weight", so="no")

        again = visit.mean("ca2-weight", so="no")

        assert again.to == "/start/behind-unwell/"

    def test_on_a_yes_leads_to_the_answer(self):
        visit = Newcomer().begin()
        visit.tick("now", "tra1")
        visit.mean("tra1")

        assert visit.follow(visit.mean("tra1").to).path == "/referral/"

    def test_of_the_front_door_takes_no_round_away(self):
        visit = Weekly()
        visit.short("unwell")

        assert visit.get("/start/").to == "/start/behind-unwell/"


class TestAListWhoseRoundIsOver:
    def sent(self, visit: Newcomer) -> Page:
        """Open all lists, end the round in another window, and send the first list of this one."""
        visit.get("/questions/")
        session = visit.client.session
        session.pop(KEY, None)
        session.save()
        return visit.tick("now", "tra1")

    def test_is_heard_and_an_urgent_tick_stops_movement(self):
        visit = Newcomer(birth_year=1969)
        answers = dict.fromkeys(RULES.questions, "no")
        visit.keep(Screening(**head(ago(1)), answers=answers))

        assert self.sent(visit).to == "/start/said/"
        assert visit.follow("/today/").path == "/start/said/"

    def test_is_heard_from_somebody_new_too(self):
        visit = Newcomer().begin()

        assert self.sent(visit).to == "/start/said/"

    @pytest.mark.parametrize("page", ["behind-unwell", "spine"])
    def test_behind_another_answer_is_asked_from_there(self, page):
        visit = Weekly()

        assert visit.tick(page).to == "/questions/"


class TestThreeQuestionsThatWereLeftOut:
    def test_can_be_answered_after_all(self):
        visit = Newcomer().begin()
        visit.tick("nerves", "ces1")

        page = visit.get("/start/said/?unsure")

        assert "Answer the three questions after all" in page.words
        assert "/start/since/" in page.links


class TestABadDayThatWasASlip:
    def put_right(self) -> Visit:
        visit = Visit(usual_pain=4)
        visit.keep(*(CheckIn(**head(ago(days)), pain=4) for days in range(10, 0, -1)), CheckIn(**head(), pain=9))
        visit.get("/questions/")
        visit.post("/questions/severe/", **{"sev-unlike": "yes", "sev-sudden": "no"})
        shown = [field["value"] for field in visit.get("/start/said/").fields if field.get("name") == "question"]
        visit.post("/start/said/", question=shown, so="yes")
        return visit

    def test_is_read_as_a_statement_not_as_a_choice_of_two(self):
        page = self.put_right().get("/referral/mistake/")

        assert "Much more pain than usual, and unlike your usual" in page.words
        assert "Is this the flare you know" not in page.words

    def test_asks_the_short_form_that_belongs_to_it(self):
        visit = self.put_right()

        page = visit.post("/referral/mistake/", **{"sev-high": "yes", "sev-unlike": "no"})

        assert page.to == "/questions/short/"
        assert visit.post("/questions/short/", none="on").to == "/today/"

    def test_that_was_none_stays_where_it_was(self):
        visit = self.put_right()

        assert visit.post("/referral/mistake/", **{"sev-high": "yes", "sev-unlike": "yes"}).to == "/referral/"
