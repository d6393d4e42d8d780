"""What is urgent is asked in full, read back, and counts only when it is meant; and it waits for whoever left."""

from itertools import chain

import pytest

from loosen.core.screening import Began, Clearing, History, Said, Screening, Worse
from loosen.web import records
from tests.web.screening.newcomer import KNOWN_FOR_YEARS, STEPS, Newcomer
from tests.web.visits import SESSION, TODAY, Visit, ago, head


def counted(visit: Visit) -> dict[str, str]:
    """Return the answers that count because they were read back, each as it was last given."""
    told = [each.answers for each in records.entries(visit.user, Screening) if each.read_back]
    return dict(chain.from_iterable(answers.items() for answers in told))


def ticked(step: str, *lines: str) -> Newcomer:
    """Somebody who ticked these lines of a list."""
    visit = Newcomer().begin()
    for each in STEPS[: STEPS.index(step)]:
        visit.tick(each)
    visit.tick(step, *lines)
    return visit


class TestTheSecondHalf:
    """After a yes about nerves: when did it begin, is it getting worse, has somebody looked."""

    def test_is_asked_after_a_yes_and_before_the_reading_back(self):
        visit = ticked("nerves", "ces2")

        page = visit.follow("/start/said/")

        for words in ("When did it begin?", "Is it getting worse?", "Has a clinician looked at it since it began?"):
            assert words in page.words
        assert "You ticked: trouble with passing water" in page.words

    def test_is_asked_for_every_tick_on_one_page(self):
        page = ticked("nerves", "ces1", "ces3").get("/start/since/")

        assert page.html.count("When did it begin?</legend>") == 2
        assert "Three short questions about each" in page.words

    def test_is_not_asked_after_a_yes_that_has_none(self):
        visit = ticked("now", "tra1")

        assert "Is that so?" in visit.get("/start/said/").words
        assert visit.get("/start/since/").to == "/start/said/"

    def test_is_read_back_in_full_with_the_answer(self):
        visit = ticked("nerves", "ces2")

        visit.since("ces2", **KNOWN_FOR_YEARS)

        words = visit.get("/start/said/").words
        assert "You said: trouble with passing water" in words
        assert "It began more than six weeks ago. It is not getting worse." in words
        assert "A clinician looked at it on 3 March 2024." in words

    def test_is_kept_with_the_answer(self):
        visit = ticked("nerves", "ces2")
        visit.since("ces2", **KNOWN_FOR_YEARS)

        visit.mean("ces2")

        told = History(Began.LONGER, Worse.NO, looked=True, looked_on=ago(994))
        assert visit.screenings()[-1].histories == {"ces2": told}

    @pytest.mark.parametrize(
        ("told", "leads"),
        [
            ({"began": "days", "worse": "no", "looked": "no"}, "Please go to an emergency department now"),
            ({"began": "longer", "worse": "yes", "looked": "yes"}, "Please go to an emergency department now"),
            ({"began": "longer", "worse": "unsure", "looked": "yes"}, "Please go to an emergency department now"),
            ({"began": "longer", "worse": "no", "looked": "no"}, "Please speak to a doctor today"),
        ],
        ids=["new", "worse", "not sure", "never looked at"],
    )
    def test_decides_how_soon(self, told, leads):
        visit = ticked("nerves", "ces1")
        visit.since("ces1", **told)

        visit.mean("ces1")
        assert leads in visit.get("/referral/").words

    def test_of_something_known_for_years_lets_the_lists_go_on(self):
        visit = ticked("nerves", "ces1")
        visit.since("ces1", **KNOWN_FOR_YEARS)

        assert visit.mean("ces1").to == "/start/now/"

    def test_may_be_left_out_and_the_answer_then_counts_as_unsure(self):
        visit = ticked("nerves", "ces1")
        assert "/start/said/?unsure" in visit.get("/start/since/").links

        assert "Is that so?" in visit.get("/start/said/?unsure").words

        assert visit.mean("ces1").to == "/referral/"
        assert "emergency department now" in visit.get("/referral/").words

    def test_can_be_put_right_before_it_counts(self):
        visit = ticked("nerves", "ces1")
        visit.since("ces1")
        assert "/start/since/" in visit.get("/start/said/").links

        shown = visit.get("/start/since/")
        visit.since("ces1", **KNOWN_FOR_YEARS)

        assert shown.chosen("ces1-began") == ["days"]
        assert "more than six weeks ago" in visit.get("/start/said/").words

    def test_stands_in_the_words_to_read_aloud(self):
        visit = Newcomer().referred_for("nerves", "ces1", began="two-weeks", worse="yes", looked="no")

        words = visit.get("/referral/").words

        assert "It began less than two weeks ago. It is getting worse. Nobody has looked at it yet." in words

    @pytest.mark.parametrize(
        ("fields", "says"),
        [
            ({"began": ""}, "Please choose the answer that fits best."),
            ({"looked": "yes", "looked-on": "spring"}, "as year-month-day"),
            ({"looked": "yes", "looked-on": "2027-01-01"}, "That day is still to come."),
            ({"looked": "yes", "looked-on": "1066-10-14"}, "before you were born"),
            ({"looked": "yes", "looked-on": "2026-08-01"}, "That day lies before it began."),
        ],
        ids=["nothing chosen", "no date", "a day to come", "before birth", "before it began"],
    )
    def test_says_what_to_do_about_what_cannot_be_and_keeps_what_was_typed(self, fields, says):
        visit = ticked("nerves", "ces1")
        told = {"began": "two-weeks", "worse": "no", "looked": "no"} | fields

        page = visit.since("ces1", **told)

        assert page.status == 422
        assert says in page.words
        assert page.chosen("ces1-worse") == ["no"]
        assert not fields.get("looked-on") or fields["looked-on"] in page.html
        assert all(not screening.histories for screening in visit.screenings())

    def test_of_nobody_having_looked_has_no_day(self):
        visit = ticked("nerves", "ces1")

        visit.since("ces1", began="longer", worse="no", looked="no", **{"looked-on": "2030-01-01"})

        assert visit.screenings()[-1].histories["ces1"].looked_on is None


class TestReadingBack:
    def test_an_urgent_yes_is_read_back_in_full_before_it_counts(self):
        visit = Newcomer().begin()

        page = visit.tick("nerves", "ces2")

        assert page.to == "/start/said/"
        visit.since("ces2")
        assert "You said: trouble with passing water" in visit.get(page.to).words
        assert counted(visit) == {}

    def test_what_is_so_goes_straight_to_its_answer(self):
        visit = Newcomer().begin()
        visit.tick("nerves", "ces2")

        assert visit.mean("ces2").to == "/referral/"
        assert counted(visit)["ces2"] == "yes"

    def test_several_are_read_back_together_and_one_tap_leads_to_the_answer(self):
        visit = Newcomer().begin()
        visit.tick("nerves", "ces1", "ces3")
        visit.since("ces1", "ces3")

        page = visit.get("/start/said/")
        assert "between the legs" in page.words
        assert "bowel movement" in page.words
        assert visit.post("/start/said/", question=["ces1", "ces3"], so="yes").to == "/referral/"
        assert (counted(visit)["ces1"], counted(visit)["ces3"]) == ("yes", "yes")

    def test_of_several_the_slip_goes_and_the_others_are_read_back(self):
        visit = Newcomer().begin()
        visit.tick("nerves", "ces1", "ces3")

        assert visit.mean("ces1", so="no").to == "/start/said/"
        assert "between the legs" not in visit.get("/start/since/").words
        assert visit.mean("ces3").to == "/referral/"

    def test_of_several_the_first_that_is_confirmed_counts_at_once(self):
        visit = Visit()
        visit.get("/questions/")
        visit.post("/start/nerves/", none="on")
        visit.post("/start/now/", **{"vas1-chest": "on", "tra1": "on"})

        visit.post("/start/said/", question="vas1-chest", so="yes")

        assert visit.get("/today/").to == "/referral/"
        assert "ambulance" in visit.get("/referral/").words

    def test_a_slip_goes_back_to_its_list_without_the_tick(self):
        visit = Newcomer().begin()
        visit.tick("nerves", "ces2")

        page = visit.mean("ces2", so="no")

        assert page.to == "/start/nerves/"
        shown = visit.get(page.to)
        assert "Taken back." in shown.words
        assert not any("checked" in field for field in shown.fields)

    def test_an_answer_to_another_question_than_the_one_shown_changes_nothing(self):
        visit = Newcomer().begin()
        visit.tick("nerves", "ces2")
        visit.since("ces2")

        assert visit.mean("ces1").status == 200
        assert visit.mean("ces1", so="no").status == 200
        assert counted(visit) == {}

    def test_an_answer_that_is_neither_takes_nothing_back(self):
        visit = Newcomer().begin()
        visit.tick("nerves", "ces2")
        visit.since("ces2")

        assert visit.mean("ces2", so="").status == 200
        assert visit.mean("ces2").to == "/referral/"

    def test_going_on_without_answering_leads_back_to_it(self):
        visit = Newcomer().begin()
        visit.tick("nerves", "ces2")

        visit.tick("now")

        assert counted(visit) == {}
        assert "passing water" in visit.follow("/start/said/").words

    def test_a_tick_that_is_taken_off_on_its_list_waits_no_more(self):
        visit = Newcomer().begin()
        visit.tick("nerves", "ces2")

        assert visit.tick("nerves").to == "/start/now/"
        assert visit.get("/start/said/").to == "/start/now/"

    def test_a_line_that_counts_only_with_another_is_read_back_when_the_other_comes(self):
        visit = Newcomer().begin()
        for step in STEPS[:3]:
            visit.tick(step)

        assert visit.tick("pain", "fx1").to == "/start/leg/"
        visit.tick("leg")
        assert visit.tick("body", "thin-bones").to == "/start/said/"


class TestAnAnswerThatWaits:
    """Ticked, and the page was left before it was read back."""

    def left(self) -> Visit:
        visit = Visit()
        visit.get("/questions/")
        visit.post("/start/nerves/", ces1="on")
        return visit

    def told(self) -> Visit:
        """Somebody who told the second half as well, and left then."""
        visit = self.left()
        visit.post("/start/since/", **{"ces1-began": "days", "ces1-worse": "yes", "ces1-looked": "no"})
        return visit

    @pytest.mark.parametrize("path", ["/", "/today/", f"/sessions/{SESSION}/", "/questions/", "/start/"])
    def test_is_read_back_wherever_one_goes(self, path):
        visit = self.told()

        page = visit.follow(path)

        assert "Is that so?" in page.words
        assert "between the legs" in page.words
        assert "Begin" not in page.words

    @pytest.mark.parametrize("path", ["/", "/today/", f"/sessions/{SESSION}/", "/questions/", "/start/"])
    def test_has_its_second_half_asked_wherever_one_goes(self, path):
        assert "When did it begin?" in self.left().follow(path).words

    def test_is_said_to_be_waiting(self):
        assert "One answer is waiting" in self.left().follow("/today/").words

    def test_outlives_its_browser_and_counts_when_it_is_confirmed(self):
        visit = self.told()
        visit.client.logout()
        visit.client.force_login(visit.user)

        assert "Is that so?" in visit.follow("/today/").words
        visit.post("/start/said/", question="ces1", so="yes")
        assert "emergency department now" in visit.follow("/today/").words

    def test_that_was_a_slip_gives_the_day_back(self):
        visit = self.left()
        visit.client.logout()
        visit.client.force_login(visit.user)

        assert visit.post("/start/said/", slip="ces1").to == "/today/"
        assert visit.get("/today/").status == 200

    def test_waits_though_a_clinician_has_settled_the_same_answer_before(self):
        visit = Visit()
        look = {"finding": "CES1", "who": "Dr Lind", "said": Said.GO_ON, "asked_again": True}
        visit.keep(Screening(**head(TODAY, 5), answers={"ces1": "yes"}, read_back=True))
        visit.keep(Clearing(**head(TODAY, 6), looked_on=TODAY, **look))
        assert visit.get("/today/").status == 200
        visit.get("/questions/")

        visit.post("/start/nerves/", ces1="on")

        assert "Is that so?" in visit.follow("/today/").words

    @pytest.mark.parametrize("path", ["/", "/today/", "/start/", "/questions/"])
    def test_of_a_newcomer_waits_as_well(self, path):
        visit = ticked("nerves", "ces1")
        visit.since("ces1")
        visit.client.logout()
        visit.client.force_login(visit.user)

        assert "Is that so?" in visit.follow(path).words


class TestTheWordsOfWhatIsReadBack:
    UNSURE = {"began": "longer", "worse": "unsure", "looked": "yes"}

    def test_speak_to_the_person_and_for_the_person(self):
        visit = ticked("nerves", "ces1")
        visit.since("ces1", **self.UNSURE)

        assert "You are not sure whether it is getting worse." in visit.get("/start/said/").words
        visit.mean("ces1")
        assert "I am not sure whether it is getting worse." in visit.get("/referral/").words
        assert "You are not sure whether it is getting worse." in visit.get("/referral/mistake/").words

    def test_promise_what_to_do_only_where_there_is_something_to_do(self):
        visit = ticked("nerves", "ces1")
        visit.since("ces1", **self.UNSURE)
        assert "we say what to do, how soon" in visit.get("/start/said/").words

        visit.since("ces1", **KNOWN_FOR_YEARS)

        page = visit.get("/start/said/")
        assert "it is noted as known and looked at" in page.words
        assert "what to do" not in page.words


class TestASignThatIsKnown:
    def test_is_named_on_today(self):
        visit = Newcomer().begin()
        visit.answer(KNOWN_FOR_YEARS, nerves="ces5")

        page = visit.get("/today/")

        assert "Pain, tingling, weakness or numbness in both legs: you told us, and a clinician" in page.words
        assert "If it changes: emergency department, now." in page.words
