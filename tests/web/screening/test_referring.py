"""The referral: what to do and how soon, until a clinician has looked or a slip is put right."""

import pytest

from loosen.content import loading
from loosen.core.journal import Event, PlayerEvent, SharpAnswer
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.screening import Said, Screening
from loosen.web import records
from tests.web.screening.newcomer import KNOWN_FOR_YEARS, STEPS, Newcomer
from tests.web.visits import TODAY, Page, Visit, ago, head

EVERYWHERE = ["/today/", "/questions/", f"/sessions/{TODAY}-morning/"]


def emergency() -> Newcomer:
    """Somebody who said yes to numbness between the legs, and meant it."""
    return Newcomer().referred_for("nerves", "ces1")


def ask_first() -> Newcomer:
    """Somebody who has a condition of the spine that is not named, and answered everything."""
    visit = Newcomer().begin()
    visit.answer(known="cond-other")
    return visit


def asked_about(question: str) -> tuple[str, ...]:
    """Return what to ask about a condition."""
    return next(each.asks for each in loading.practice().conditions if each.question == question)


def look(visit: Newcomer, finding: str, said: str = "go-on", **fields: object) -> Page:
    """Note that a clinician has looked."""
    form = visit.get("/referral/cleared/")
    given = {"findings": [finding], "who": "Dr Lind", "looked_on": TODAY.isoformat(), "said": said, **fields}
    return visit.post("/referral/cleared/", **{"id": form.hidden("id")} | given)


class TestAnEmergency:
    def test_says_what_to_do_how_soon_whom_to_call_and_why(self):
        page = emergency().get("/referral/")

        assert "Please go to an emergency department now" in page.words
        assert "Do not wait for an appointment" in page.words
        assert "tel:999" in page.links
        assert "You told us about numbness, or pins and needles, between the legs" in page.words

    def test_has_three_steps_and_words_to_read_aloud_with_their_date(self):
        page = emergency().get("/referral/")

        assert page.html.count("<li><span>") == 3
        assert "I noted it on Sunday 22 November at 07:30" in page.words
        assert "On an average day my back pain is about 4 of 10." in page.words

    def test_has_no_tabs(self):
        assert "/journal/" not in emergency().get("/referral/").links

    @pytest.mark.parametrize("path", EVERYWHERE)
    def test_leaves_no_session_anywhere(self, path):
        assert emergency().get(path).to == "/referral/"

    def test_stands_at_the_front_door_too(self):
        visit = emergency()

        assert visit.get("/").to == "/today/"
        assert visit.get("/today/").to == "/referral/"

    @pytest.mark.usefixtures("clock")
    def test_stands_the_next_day(self, next_day):
        visit = emergency()
        next_day()

        assert visit.get("/today/").to == "/referral/"

    def test_shows_every_number_where_the_country_is_not_known(self):
        visit = Newcomer()
        visit.about(country="")
        visit.get("/start/")
        visit.tick("nerves", "ces1")
        visit.since("ces1")
        visit.mean("ces1")

        assert {"tel:112", "tel:911", "tel:999"} <= set(visit.get("/referral/").links)


class TestASignForToday:
    def test_shows_the_line_for_today(self):
        page = Newcomer().referred_for("now", "neu1").get("/referral/")

        assert "Please speak to a doctor today" in page.words
        assert "tel:111" in page.links

    def test_names_the_own_doctor_where_no_line_is_known(self):
        visit = Newcomer()
        visit.about(country="US")
        visit.get("/start/")
        visit.tick("nerves")
        visit.tick("now", "neu1")
        visit.mean("neu1")

        assert "Call your own doctor." in visit.get("/referral/").words


class TestAVisitSoon:
    def test_leaves_the_way_to_today_open(self):
        visit = Newcomer().begin()
        visit.answer(pain="ca1")

        page = visit.get("/referral/")

        assert "Please see a doctor in the next week or two" in page.words
        assert "/today/" in page.links
        assert visit.get("/today/").status == 200


class TestSomebodyUnderAge:
    """Their year can only have come in with a record from elsewhere."""

    @pytest.mark.parametrize("path", ["/today/", "/referral/"])
    def test_meets_the_kind_page(self, path):
        visit = Visit(birth_year=2012)

        page = visit.get(path)

        assert (page if path == "/referral/" else visit.get(page.to)).to == "/start/under-18/"

    def test_is_not_cleared_by_anybody(self):
        assert Visit(birth_year=2012).get("/referral/cleared/").to == "/today/"


class TestNothingStanding:
    @pytest.mark.parametrize("path", ["/referral/", "/referral/cleared/", "/referral/mistake/"])
    def test_leads_to_today(self, path):
        assert Visit().get(path).to == "/today/"


class TestAClinicianHasLooked:
    def test_and_says_go_on(self):
        visit = ask_first()

        assert look(visit, "COND").to == "/referral/"
        assert visit.get("/today/").status == 200
        (kept,) = visit.clearings()
        assert (kept.finding, kept.who, kept.looked_on, kept.said) == ("COND", "Dr Lind", TODAY, Said.GO_ON)

    def test_and_names_limits_which_are_written_down_next(self):
        visit = ask_first()

        page = look(visit, "COND", "limits")

        assert page.to == "/plan/new/?who=Dr+Lind"
        assert visit.clearings()[0].said is Said.LIMITS

    def test_and_says_not_yet(self):
        visit = ask_first()

        look(visit, "COND", "not-yet")

        page = visit.get("/referral/")
        assert "Not yet, they said" in page.words
        assert visit.get("/today/").to == "/referral/"

    def test_sent_twice_is_kept_once(self):
        visit = ask_first()
        form = visit.get("/referral/cleared/")
        given = {"findings": ["COND"], "who": "Dr Lind", "looked_on": TODAY.isoformat(), "said": "not-yet"}

        for _ in range(2):
            visit.post("/referral/cleared/", id=form.hidden("id"), **given)

        assert len(visit.clearings()) == 1

    def test_for_two_things_sent_twice_is_kept_once_for_each(self):
        visit = Newcomer().begin()
        visit.tick("nerves", "ces1", "ces2")
        visit.mean("ces1")
        visit.mean("ces2")
        form = visit.get("/referral/cleared/")
        given = {"findings": ["CES1", "CES2"], "who": "A", "looked_on": TODAY.isoformat(), "said": "not-yet"}

        for _ in range(2):
            visit.post("/referral/cleared/", id=form.hidden("id"), **given)

        assert [kept.finding for kept in visit.clearings()] == ["CES1", "CES2"]

    @pytest.mark.parametrize(
        ("fields", "says"),
        [
            ({"who": ""}, "Please write a name or a place"),
            ({"looked_on": "yesterday"}, "as year-month-day"),
            ({"looked_on": "2026-12-24"}, "That day is still to come."),
            ({"said": ""}, "Please choose what they said."),
            ({"findings": []}, "Please tick what they looked at."),
            ({"said": "dance"}, "Please choose what they said."),
            ({"id": "1"}, "Please load this page once more."),
        ],
        ids=[
            "no name",
            "no date",
            "a day to come",
            "nothing said",
            "nothing looked at",
            "no answer of ours",
            "no id of ours",
        ],
    )
    def test_keeps_what_was_typed_and_says_what_to_do(self, fields, says):
        visit = ask_first()

        page = look(visit, **{"finding": "COND", "who": "Dr Lind at the clinic"} | fields)

        assert page.status == 422
        assert says in page.words
        assert fields.get("who") == "" or "Dr Lind at the clinic" in page.html
        assert visit.clearings() == ()


class TestLimitsThatAreNotWrittenDownYet:
    def waiting(self) -> Newcomer:
        visit = ask_first()
        look(visit, "COND", "limits")
        return visit

    def test_keep_the_session_away_and_lead_to_their_page(self):
        visit = self.waiting()

        assert visit.get("/today/").to == "/referral/"
        page = visit.get("/referral/")
        assert "First write down the limits" in page.words
        assert "/plan/new/" in page.links

    def test_are_no_finding_that_a_look_could_settle(self):
        assert self.waiting().get("/referral/cleared/").to == "/today/"

    def test_give_the_day_back_once_they_are(self):
        visit = self.waiting()

        visit.keep(Plan(**head(TODAY, 9), clinician="Dr Lind", sentences=(Sentence(Says.PAIN, most=3.0),)))

        assert visit.get("/today/").status == 200


class TestSeveralThatAskFirst:
    def asked(self) -> Newcomer:
        visit = Newcomer().begin()
        for step in STEPS[: STEPS.index("known")]:
            visit.tick(step)
        visit.tick("known", "cond-spine", "cond-whole")
        visit.tick("spine", "narrow-canal")
        visit.tick("whole", "heart")
        return visit

    def test_stand_on_one_page_with_what_to_ask(self):
        page = self.asked().get("/referral/")

        asks = {ask for condition in ("narrow-canal", "heart") for ask in asked_about(condition)}
        assert all(f"Ask: {ask}" in page.words for ask in asks)
        assert page.words.count("I noted it on Sunday 22 November") == 2

    def test_can_be_cleared_at_once(self):
        visit = self.asked()
        form = visit.get("/referral/cleared/")
        assert len(form.chosen("findings")) == 1
        chosen = [field["value"] for field in form.fields if field.get("name") == "findings"]
        assert len(chosen) == 2

        visit.post("/referral/cleared/", id=form.hidden("id"), findings=chosen, who="A", looked_on=TODAY, said="go-on")

        assert visit.get("/today/").status == 200

    def test_can_be_cleared_one_by_one(self):
        visit = self.asked()
        (first,) = visit.get("/referral/cleared/").chosen("findings")

        look(visit, first)

        assert visit.get("/today/").to == "/referral/"
        assert visit.get("/referral/cleared/").chosen("findings") not in ([], [first])

    def test_cost_the_database_no_more_than_one(self, django_assert_max_num_queries):
        visit, more = self.asked(), ("prg", "pregnant", "surg", "spine-surgery")
        visit.keep(Screening(**head(TODAY, 9), answers=dict.fromkeys(more, "yes"), read_back=True))
        words = visit.get("/referral/").words
        assert "First ask your midwife or doctor" in words
        assert "First ask the team that treated you" in words

        with django_assert_max_num_queries(6):
            visit.get("/referral/")


class TestAnEmergencyClearedOnItsOwnDay:
    def test_is_asked_about_once_more(self):
        visit = emergency()

        page = look(visit, "CES1")

        assert page.status == 200
        assert "Once more, to be safe" in page.words
        assert visit.clearings() == ()

    def test_counts_when_they_looked_at_exactly_this(self):
        visit = emergency()
        look(visit, "CES1")

        page = look(visit, "CES1", asked_again="on")

        assert page.to == "/referral/"
        assert visit.clearings()[0].asked_again
        assert visit.get("/").status == 200

    def test_carries_what_was_typed_into_the_second_question(self):
        page = look(emergency(), "CES1")

        sent = {field["name"]: field["value"] for field in page.fields if field.get("type") == "hidden"}
        assert sent["who"] == "Dr Lind"
        assert sent["looked_on"] == TODAY.isoformat()
        assert sent["asked_again"] == "on"

    def test_needs_no_second_question_when_they_said_not_yet(self):
        assert look(emergency(), "CES1", "not-yet").to == "/referral/"

    def test_needs_none_on_a_later_day(self, next_day):
        visit = emergency()
        next_day()

        page = look(visit, "CES1", looked_on=(TODAY).isoformat())

        assert page.to == "/referral/"

    def test_by_a_look_before_the_answer_is_not_kept(self):
        visit = emergency()

        page = look(visit, "CES1", looked_on=ago(3).isoformat())

        assert page.status == 422
        assert "a look before that day cannot have seen it" in page.words


class TestASlip:
    def test_has_its_question_read_again_with_nothing_filled_in(self):
        page = emergency().get("/referral/mistake/")

        assert "Numbness, or pins and needles, between the legs" in page.words
        assert not any("checked" in field for field in page.fields)

    def test_is_put_right_and_both_answers_are_kept(self):
        visit = emergency()
        form = visit.get("/referral/mistake/")

        visit.post("/referral/mistake/", id=form.hidden("id"), ces1="no")

        told = [screening.answers.get("ces1") for screening in visit.screenings()]
        assert (told[0], told[-1]) == ("yes", "no")
        assert visit.get("/").status == 200

    def test_that_was_none_stays_where_it_was(self):
        visit = emergency()
        form = visit.get("/referral/mistake/")

        visit.post("/referral/mistake/", id=form.hidden("id"), ces1="yes")

        assert visit.get("/today/").to == "/referral/"

    def test_asks_for_an_answer_to_each(self):
        page = emergency().post("/referral/mistake/")

        assert page.status == 422
        assert "Please choose the answer that is so." in page.words


class TestASlipInWhenAndHow:
    def test_is_offered_where_it_was_asked(self):
        page = emergency().get("/referral/mistake/")

        assert "It began in the last days. It is getting worse." in page.words
        assert "Yes, but when or how it began was a slip" in page.words

    def test_is_asked_again_read_back_and_both_are_kept(self):
        visit = emergency()
        form = visit.get("/referral/mistake/")

        assert visit.post("/referral/mistake/", id=form.hidden("id"), ces1="since").to == "/start/since/"
        visit.since("ces1", **KNOWN_FOR_YEARS)
        visit.mean("ces1")

        told = [screening.histories["ces1"].began.value for screening in visit.screenings() if screening.histories]
        assert (told[0], told[-1]) == ("days", "longer")
        assert visit.get("/").status == 200

    def test_leaves_the_emergency_standing_until_it_is_read_back(self):
        visit = emergency()
        form = visit.get("/referral/mistake/")

        visit.post("/referral/mistake/", id=form.hidden("id"), ces1="since")

        assert "emergency department now" in visit.get("/referral/").words

    def test_is_not_offered_where_nothing_was_asked(self):
        assert "when or how" not in ask_first().get("/referral/mistake/").words


class TestASlipInACondition:
    def test_takes_its_gate_back_too(self):
        visit = Newcomer().begin()
        visit.answer(known="cond-spine", spine="narrow-canal")
        form = visit.get("/referral/mistake/")

        visit.post("/referral/mistake/", id=form.hidden("id"), **{"narrow-canal": "no"})

        assert visit.screenings()[-1].answers == {"narrow-canal": "no", "cond-spine": "no"}
        assert visit.get("/today/").status == 200


class TestASlipInThePlayer:
    def tapped(self, answer: SharpAnswer, **person: str) -> Visit:
        """Somebody who stopped a movement and gave an answer that asks for the questions."""
        visit = Visit(**person)
        session = f"{TODAY}-morning"
        visit.keep(
            PlayerEvent(**head(TODAY, 7, 10), session=session, event=Event.SHARP, movement="cat-cow"),
            PlayerEvent(**head(TODAY, 7, 11), session=session, event=Event.ANSWER, movement="cat-cow", answer=answer),
        )
        return visit

    @pytest.mark.parametrize("answer", [SharpAnswer.LEG, SharpAnswer.DIZZY])
    def test_asks_for_the_questions_first(self, answer):
        visit = self.tapped(answer)

        assert visit.get("/today/").to == "/referral/"
        assert "That tap in the session was a mistake" in visit.get("/referral/").words

    def test_is_taken_back_with_the_stop_before_it(self):
        visit = self.tapped(SharpAnswer.LEG)

        assert visit.post("/referral/slip/").to == "/referral/"

        events = records.entries(visit.user, PlayerEvent)
        assert [event.event for event in events] == [Event.SHARP, Event.ANSWER, Event.UNDO, Event.UNDO]
        assert {event.undoes for event in events[2:]} == {event.id for event in events[:2]}
        assert visit.get("/today/").status == 200

    def test_sent_again_changes_nothing(self):
        visit = self.tapped(SharpAnswer.LEG)
        visit.post("/referral/slip/")
        visit.post("/referral/slip/")

        assert len(records.entries(visit.user, PlayerEvent)) == 4

    def test_is_not_offered_where_no_tap_is_behind_it(self):
        assert "That tap in the session" not in emergency().get("/referral/").words

    @pytest.mark.parametrize(
        ("answer", "says", "calls"),
        [
            (SharpAnswer.DIZZY, "short breath, fainting", "tel:999"),
            (SharpAnswer.LEG, "A leg that grows weaker", "tel:111"),
        ],
    )
    def test_is_answered_in_its_own_words_with_a_named_number(self, answer, says, calls):
        page = self.tapped(answer, country="GB").get("/referral/")

        assert says in page.words
        assert calls in page.links
        assert "harmless" not in page.words


class TestWhileMovementIsPaused:
    @pytest.mark.parametrize("path", ["/library/", "/library/cat-cow/", "/check-in/"])
    def test_every_page_that_speaks_of_movement_says_so_and_leads_to_the_referral(self, path):
        page = emergency().get(path)

        assert "Movement is paused for now." in page.words
        assert "/referral/" in page.links

    def test_the_check_in_promises_no_session(self):
        assert "See today’s session" not in emergency().get("/check-in/").words

    @pytest.mark.parametrize("path", ["/library/", "/library/cat-cow/", "/check-in/"])
    def test_nothing_is_said_to_others(self, path):
        assert "Movement is paused" not in Visit().get(path).words

    def test_a_newcomer_may_look_around(self):
        assert "Movement is paused" not in Newcomer().get("/library/").words


class TestWhatToTellThem:
    def test_names_every_answer_behind_the_card_and_the_age(self):
        visit = Newcomer().begin(born=1950)
        visit.answer(pain="fx1")
        page = visit.get("/referral/")

        assert "sudden, severe, new pain after something small" in page.words
        assert "I was born in 1950." in page.words

    def test_names_thin_bones_that_belong_to_it(self):
        visit = Newcomer().begin()
        visit.answer(pain="fx1", body="thin-bones")

        assert "I have osteoporosis, or broke a bone after a small fall" in visit.get("/referral/").words

    def test_names_what_lasts_beside_it_with_its_day(self):
        visit = Newcomer().begin()
        visit.answer(body="thin-bones", known="cond-spine", spine="old-fracture")
        visit.get("/questions/")
        visit.answer(unwell="inf1")

        page = visit.get("/referral/")

        assert "I have osteoporosis" in page.words
        assert "I have had a broken vertebra in the past." in page.words
