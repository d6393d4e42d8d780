"""A day with much more pain than usual: two questions, then the short form; a wrong number is one tap to undo."""

import pytest

from loosen.core.journal import Body, CheckIn, check_in_that_counts, unrevised
from tests.web.visits import TODAY, Page, Visit, ago, head


class BadDay(Visit):
    """Somebody whose usual is 4, and who gave a number this morning."""

    def __init__(self, pain: int = 7, **more: object) -> None:
        """Check in on ten mornings, and today."""
        super().__init__(usual_pain=4)
        usual = [CheckIn(**head(ago(days)), pain=4) for days in range(10, 0, -1)]
        self.keep(*usual, CheckIn(**head(TODAY), pain=pain, **more))

    def answers(self, unlike: str, sudden: str) -> Page:
        """Answer the two questions."""
        self.get("/questions/")
        return self.post("/questions/severe/", **{"sev-unlike": unlike, "sev-sudden": sudden})

    def pain(self) -> int | None:
        """The number that counts."""
        today = check_in_that_counts(unrevised([c for c in self.check_ins() if c.day == TODAY]))
        return today.pain if today else None


class TestMuchMoreThanUsual:
    @pytest.mark.parametrize("pain", [7, 8, 10])
    def test_is_asked_about_before_anything_else(self, pain):
        page = BadDay(pain).follow("/today/")

        assert f"Pain {pain} of 10 today. That is more than your usual." in page.words
        assert "Is this the flare you know, or unlike your usual?" in page.words
        assert "Did it come on suddenly?" in page.words
        assert "Under a minute." in page.words

    def test_is_asked_right_after_the_check_in(self):
        visit = BadDay(4)

        page = visit.post("/check-in/", pain="9", body="usual")

        assert "Did it come on suddenly?" in visit.follow(page.to).words

    def test_has_nothing_chosen_and_the_breath_one_tap_away(self):
        page = BadDay().follow("/today/")

        assert page.chosen("sev-unlike") == page.chosen("sev-sudden") == []
        assert "/library/seated-breath/" in page.links

    def test_a_little_more_than_usual_is_not(self):
        assert BadDay(6).get("/today/").status == 200

    def test_asks_for_both_answers(self):
        page = BadDay().answers("no", "")

        assert page.status == 422
        assert "Please choose one of the two." in page.words
        assert page.chosen("sev-unlike") == ["no"]


class TestTheFlareThatIsKnown:
    def test_leads_to_the_short_form_and_then_to_the_day(self):
        visit = BadDay()

        assert visit.answers("no", "no").to == "/questions/short/"
        assert "/questions/severe/" in visit.get("/questions/short/").links
        assert visit.post("/questions/short/", none="on").to == "/today/"
        assert visit.get("/today/").status == 200

    def test_is_asked_about_once(self):
        visit = BadDay()
        visit.answers("no", "no")
        visit.post("/questions/short/", none="on")

        assert visit.get("/today/").status == 200


class TestUnlikeTheUsual:
    @pytest.mark.parametrize(("unlike", "sudden"), [("yes", "no"), ("no", "yes"), ("yes", "yes")])
    def test_is_read_back_and_then_the_short_form_is_asked(self, unlike, sudden):
        visit = BadDay(7)

        assert visit.answers(unlike, sudden).to == "/start/said/"
        shown = visit.get("/start/said/")
        assert "much more pain than usual" in shown.words
        asked = [field["value"] for field in shown.fields if field.get("name") == "question"]
        assert visit.post("/start/said/", question=asked, so="yes").to == "/questions/short/"
        visit.post("/questions/short/", none="on")
        assert "in the next week or two" in visit.get("/referral/").words

    def test_of_eight_or_more_leads_to_somebody_today_after_the_short_form(self):
        visit = BadDay(8)
        visit.answers("yes", "no")

        assert visit.post("/start/said/", question="sev-unlike", so="yes").to == "/questions/short/"
        assert "A few more lines come first" in visit.get("/questions/short/").words
        assert visit.post("/questions/short/", none="on").to == "/referral/"
        assert "today" in visit.get("/referral/").words
        assert "pain of 8 or more out of 10" in visit.get("/referral/").words
        assert "A few more lines" not in visit.get("/referral/").words

    def test_with_a_sign_of_the_nerves_leads_to_the_emergency_department(self):
        visit = BadDay(9)
        visit.answers("yes", "yes")
        visit.post("/start/said/", question=["sev-unlike", "sev-sudden"], so="yes")
        visit.post("/questions/short/", saddle="on")
        visit.post("/start/behind-saddle/", ces1="on")
        visit.post("/start/since/", **{"ces1-began": "days", "ces1-worse": "no", "ces1-looked": "no"})

        assert visit.post("/start/said/", question="ces1", so="yes").to == "/referral/"
        assert "Please go to an emergency department now" in visit.get("/referral/").words

    def test_stops_everything_when_it_is_left_before_the_short_form_and_waits_for_it(self):
        visit = BadDay(9)
        visit.answers("yes", "no")
        visit.post("/start/said/", question="sev-unlike", so="yes")

        referred = visit.follow("/today/")

        assert referred.path == "/referral/"
        assert "pain of 8 or more out of 10" in referred.words
        assert "/questions/short/" in referred.links
        assert visit.get("/questions/").to == "/questions/short/"

    def test_tapped_by_mistake_is_asked_again(self):
        visit = BadDay(7)
        visit.answers("yes", "no")

        assert visit.post("/start/said/", slip="sev-unlike").to == "/questions/severe/"


class TestTheFlareTheyKnow:
    @staticmethod
    def flare(**fields: object) -> Page:
        visit = BadDay(9)
        for name, value in fields.items():
            setattr(visit.user, name, value)
        visit.user.save()
        visit.answers("no", "no")
        visit.post("/questions/short/", none="on")
        return visit.follow("/today/")

    def test_shows_positions_to_rest_in(self):
        page = self.flare()

        assert "Positions that ease most backs" in page.words
        assert "lower legs on the seat of a chair" in page.words
        assert "#lying-breath.out" in page.html
        assert "knees bent, a cushion between them" in page.words

    def test_shows_none_that_is_left_out(self):
        words = self.flare(positions_off=["lying"]).words

        assert "lower legs on the seat of a chair" not in words
        assert "knees bent, a cushion between them" in words

    def test_is_not_asked_whether_it_is_a_flare(self):
        page = self.flare()

        assert "A flare you know?" not in page.words
        assert "Three small days" in page.words


def test_a_usual_day_shows_no_such_positions():
    words = BadDay(4).get("/today/").words

    assert "Positions that ease" not in words
    assert "A flare you know?" in words


class TestAWrongNumber:
    def test_is_taken_back_with_one_tap_and_the_day_is_made_again(self):
        visit = BadDay(9, sleep=6)
        assert "That number was a slip" in visit.follow("/today/").words

        page = visit.post("/questions/slip/")

        assert page.to == "/check-in/?again"
        assert visit.pain() is None
        assert visit.check_ins()[-1].sleep == 6
        assert visit.get("/today/").status == 200

    def test_stays_in_the_journal_beside_its_correction(self):
        visit = BadDay(9)

        visit.post("/questions/slip/")

        assert [check_in.pain for check_in in visit.check_ins()][-2:] == [9, None]

    def test_leads_to_the_scale_to_tap_the_right_one(self):
        visit = BadDay(9, sleep=6)
        page = visit.post("/questions/slip/")

        shown = visit.get(page.to)
        assert "Taken back. Tap the number that is so, or leave it out." in shown.words
        assert shown.chosen("pain") == []
        assert shown.chosen("sleep") == ["6"]

    def test_from_two_devices_is_taken_back_on_both(self):
        visit = BadDay(9)
        visit.keep(CheckIn(**head(TODAY, 7, 5), pain=8, body=Body.SORER))

        visit.post("/questions/slip/")

        assert visit.pain() is None

    def test_is_not_touched_when_nothing_is_asked(self):
        visit = BadDay(5)

        assert visit.post("/questions/slip/").to == "/today/"
        assert visit.pain() == 5
