"""The short form: four lines, each week and on its occasions; a tick opens the calm list behind it."""

import pytest

from loosen.content import loading
from loosen.core.journal import Event, PlayerEvent, SharpAnswer
from loosen.core.screening import Began, Clearing, History, Said, Screening, Worse
from tests.web.screening.newcomer import Newcomer
from tests.web.visits import SESSION, TODAY, Page, Visit, ago, head

RULES = loading.practice().screening


class Weekly(Newcomer):
    """Somebody who answered everything eight days ago, some of it with yes."""

    def __init__(self, *entries: Screening | Clearing, **yes: str) -> None:
        """Answer, and let a week go by."""
        super().__init__(birth_year=1969)
        answers = dict.fromkeys(RULES.questions, "no") | {name.replace("_", "-"): said for name, said in yes.items()}
        self.keep(Screening(**head(ago(8)), answers=answers, read_back=True), *entries)

    def short(self, *lines: str) -> Page:
        """Send the short form: these lines, or none of these."""
        self.get("/questions/")
        return self.post("/questions/short/", **dict.fromkeys(lines or ["none"], "on"))

    @property
    def latest(self) -> dict[str, str]:
        """The answers of the latest round."""
        return dict(self.screenings()[-1].answers)


class TestAWeekLater:
    @pytest.mark.parametrize("path", ["/", "/today/", f"/sessions/{SESSION}/", "/referral/", "/questions/"])
    def test_it_stands_before_the_next_session(self, path):
        assert "Is any of this new, or clearly changed?" in Weekly().follow(path).words

    def test_it_is_four_lines_and_none_of_these_and_says_why_and_how_long(self):
        page = Weekly().follow("/today/")

        boxes = [field["name"] for field in page.fields if field.get("type") == "checkbox"]
        assert boxes == [*(line.id for line in RULES.short), "none"]
        assert "under half a minute" in page.words
        assert not any("checked" in field for field in page.fields)

    def test_it_leaves_the_breath_one_tap_away(self):
        visit = Weekly()

        assert "/library/seated-breath/" in visit.follow("/today/").links
        assert visit.get("/library/seated-breath/").status == 200

    def test_none_of_these_leads_straight_to_the_day(self):
        visit = Weekly()

        assert visit.short().to == "/today/"
        assert visit.get("/today/").status == 200
        assert set(visit.latest) == {question for line in RULES.short for question in line.questions}

    def test_nothing_ticked_says_what_to_do(self):
        visit = Weekly()
        visit.get("/questions/")

        page = visit.post("/questions/short/")

        assert page.status == 422
        assert "Please tick what is so" in page.words

    def test_a_line_and_none_of_these_keeps_both_and_asks_which(self):
        page = Weekly().short("legs", "none")

        assert page.status == 422
        assert [field["name"] for field in page.fields if "checked" in field] == ["legs", "none"]

    def test_it_does_not_ask_what_lasts(self):
        visit = Weekly(thin_bones="yes")

        visit.short()

        assert "thin-bones" not in visit.latest

    @pytest.mark.parametrize("path", ["/library/", "/library/cat-cow/", "/check-in/"])
    def test_other_pages_do_not_speak_of_a_pause(self, path):
        assert "Movement is paused" not in Weekly().get(path).words

    def test_its_pages_are_not_there_when_nothing_is_due(self):
        visit = Visit()

        assert visit.get("/questions/short/").to == "/questions/"
        assert visit.get("/questions/severe/").to == "/questions/"


class TestATickedLine:
    def test_asks_the_questions_behind_it_as_one_list(self):
        visit = Weekly()

        page = visit.short("legs")

        assert page.to == "/start/behind-legs/"
        shown = visit.get(page.to)
        assert [f["name"] for f in shown.fields if f.get("type") == "checkbox"] == [*RULES.short[1].questions, "none"]
        assert "You ticked: something new or worse in a leg, or in both legs." in shown.words
        assert "/questions/short/" in shown.links

    def test_lets_the_line_on_sex_be_left_out_there_too(self):
        visit = Weekly()
        visit.short("saddle")

        visit.post("/start/behind-saddle/", none="on", left_out="on")

        assert visit.latest["ces4"] == "skipped"

    def test_behind_which_nothing_is_so_leads_to_the_day(self):
        visit = Weekly()
        visit.short("legs")

        assert visit.post("/start/behind-legs/", none="on").to == "/today/"

    def test_two_ask_two_lists(self):
        visit = Weekly()

        assert visit.short("unwell", "saddle").to == "/start/behind-saddle/"
        assert visit.post("/start/behind-saddle/", none="on").to == "/start/behind-unwell/"

    def test_taken_back_closes_its_list(self):
        visit = Weekly()
        visit.short("legs")

        assert visit.post("/questions/short/", none="on").to == "/today/"

    def test_with_a_sign_of_the_nerves_asks_its_second_half_and_leads_to_the_answer(self):
        visit = Weekly()
        visit.short("saddle")

        visit.post("/start/behind-saddle/", ces1="on")
        visit.since("ces1")

        assert visit.mean("ces1").to == "/referral/"
        assert "emergency department now" in visit.get("/referral/").words

    def test_that_was_a_slip_asks_its_list_again(self):
        visit = Weekly()
        visit.short("saddle")
        visit.post("/start/behind-saddle/", ces1="on")

        assert visit.mean("ces1", so="no").to == "/start/behind-saddle/"


class TestWhatIsKnown:
    """A sign of the nerves that is old, not worse and examined is a baseline: only its change is asked about."""

    def known(self) -> Weekly:
        told = {"ces5": History(Began.LONGER, Worse.NO, looked=True, looked_on=ago(900))}
        yes = Screening(**head(ago(8), 8), answers={"ces5": "yes"}, histories=told, read_back=True)
        return Weekly(yes)

    def test_lets_somebody_practise(self):
        visit = self.known()

        assert visit.short().to == "/today/"
        assert visit.get("/today/").status == 200

    def test_is_said_on_the_short_form_with_its_day(self):
        words = self.known().follow("/today/").words

        assert "You told us on 14 November 2026 of pain, tingling, weakness or numbness in both legs" in words
        assert "Tick its line only if it has changed or grown worse since." in words

    def test_stays_as_it_was_when_nothing_changed(self):
        visit = self.known()

        visit.short()

        assert visit.latest["ces5"] == "same"

    @pytest.mark.parametrize("begin", ["short", "all"])
    def test_is_never_asked_as_the_same_yes_again(self, begin):
        visit = self.known()
        if begin == "short":
            visit.short("legs")
        else:
            visit.short()
            visit.get("/questions/")

        page = visit.get("/start/behind-legs/" if begin == "short" else "/start/nerves/")

        assert "both legs. You told us on 14 November 2026, and somebody has looked." in page.words
        assert "Has it changed or grown worse since?" in page.words
        assert not any("checked" in field for field in page.fields)

    def test_that_changed_needs_no_second_half_and_is_an_emergency(self):
        visit = self.known()
        visit.short("legs")

        visit.post("/start/behind-legs/", ces5="on")

        assert "It is getting worse." in visit.get("/start/said/").words
        assert visit.mean("ces5").to == "/referral/"
        assert "emergency department now" in visit.get("/referral/").words

    def test_ticked_by_mistake_stands_as_before(self):
        visit = self.known()
        visit.short("legs")
        visit.post("/start/behind-legs/", ces5="on")
        visit.mean("ces5", so="no")

        assert visit.post("/start/behind-legs/", none="on").to == "/today/"
        assert visit.get("/today/").status == 200
        assert "told on 14 November 2026" in visit.get("/you/").words

    def test_unticked_on_its_list_stands_as_before(self):
        visit = self.known()
        visit.short("legs")
        visit.post("/start/behind-legs/", ces5="on")

        assert visit.post("/start/behind-legs/", none="on").to == "/today/"
        assert "told on 14 November 2026" in visit.get("/you/").words

    def test_is_also_what_a_clinician_has_settled(self):
        look = Clearing(**head(ago(8), 9), finding="CES5", who="A", looked_on=ago(8), said=Said.GO_ON, asked_again=True)
        yes = Screening(**head(ago(8), 8), answers={"ces5": "yes"}, read_back=True)
        visit = Weekly(yes, look)

        words = visit.follow("/today/").words

        assert "Tick its line only if it has changed or grown worse since." in words

    def test_shows_its_note_and_what_to_do_if_it_changes(self):
        visit = self.known()
        visit.short()

        assert "emergency department" in visit.get("/referral/").words


class TestOtherOccasions:
    def test_two_sharp_stops_in_a_week_ask_it(self):
        visit = Visit()
        visit.keep(
            *(
                PlayerEvent(**head(TODAY, 6, minute), session=SESSION, event=Event.SHARP, movement=movement)
                for minute, movement in enumerate(("cat-cow", "pelvic-tilt"))
            )
        )

        assert "Is any of this new, or clearly changed?" in visit.follow("/today/").words

    def test_a_numb_leg_in_the_session_asks_it_with_a_number_to_call_and_a_way_back(self):
        visit = Visit(country="GB")
        session = {"session": SESSION, "movement": "cat-cow"}
        visit.keep(
            PlayerEvent(**head(TODAY, 7, 10), event=Event.SHARP, **session),
            PlayerEvent(**head(TODAY, 7, 11), event=Event.ANSWER, answer=SharpAnswer.LEG, **session),
        )

        page = visit.follow("/today/")

        assert "tel:111" in page.links
        assert "That tap in the session was a mistake" in page.words
        assert visit.get("/questions/").to == "/questions/short/"

    def test_a_due_date_that_passed_asks_about_the_baby(self):
        visit = Newcomer(birth_year=1990)
        answers = dict.fromkeys(RULES.questions, "no")
        expecting = answers | {"prg": "yes", "pregnant": "yes"}
        visit.keep(
            Screening(**head(ago(20)), answers=expecting, dates={"pregnant": ago(2)}),
            Clearing(**head(ago(10)), finding="PREGNANT", who="Midwife", looked_on=ago(10), said=Said.GO_ON),
            Screening(**head(ago(1)), answers={question: "no" for line in RULES.short for question in line.questions}),
        )

        page = visit.follow("/today/")

        assert "The baby: which is it?" in page.words
        assert "The day your baby was due has come." in page.words
        assert "Under half a minute." in page.words
        assert visit.post("/start/carrying/", postpartum="on", **{"postpartum-day": ago(3).isoformat()}).to == "/today/"
        assert "The baby" not in visit.follow("/today/").words
