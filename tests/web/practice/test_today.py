"""Today: one session and why, what else there is, and less is always one tap away and one tap back."""

from datetime import UTC, datetime

import pytest

from loosen.content import loading
from loosen.core.journal import CheckIn, Choice, ChoiceKind, DayPart, Event, PlayerEvent
from loosen.core.screening import Screening
from loosen.web import records
from tests.web.visits import SESSION, TODAY, Visit, ago, head, session_of


def with_weeks_of_practice(pain_today: int, login: str = "maria") -> Visit:
    """Three weeks of mornings, every one practised: the first at 5, the last two weeks at 4."""
    maria = Visit(login=login)
    for n in range(21, 0, -1):
        maria.keep(CheckIn(**head(ago(n)), pain=5 if n > 14 else 4), *session_of(ago(n)))
    maria.post("/check-in/", pain=str(pain_today))
    return maria


class TestAnOrdinaryMorning:
    def test_the_session_of_now_comes_first_and_can_be_begun(self):
        page = Visit().get("/today/")

        assert "Good morning, Maria." in page.words
        assert "This morning" in page.words
        assert f"/sessions/{SESSION}/" in page.links

    def test_its_movements_stand_in_order_with_how_much(self):
        words = Visit().get("/today/").words

        assert words.index("Seated breath") < words.index("Pelvic tilt") < words.index("Shoulder and neck release")
        assert "breaths, seated" in words
        assert "times, lying" in words

    def test_other_parts_of_the_day_are_quieter_and_never_added(self):
        page = Visit(parts=["morning", "bedtime"]).get("/today/")

        assert "Later, if you like" in page.words
        assert f"/sessions/{TODAY}-bedtime/" in page.links
        assert "never added to the next" in page.words

    def test_one_filled_button_is_enough(self):
        assert Visit().get("/today/").html.count("button-tall") == 1

    def test_the_stills_come_as_one_drawing(self):
        page = Visit().get("/today/")

        drawings = {part.partition("#")[0] for part in page.html.split('href="') if part.startswith("/library/stills/")}
        assert len(drawings) == 1
        assert Visit(login="joe").get(drawings.pop()).status == 200

    def test_a_place_of_ones_own_is_remembered(self):
        assert "By the window" in Visit(place="By the window").get("/today/").words


class TestHowThePersonIs:
    def test_it_is_asked_once(self):
        assert "/check-in/" in Visit().get("/today/").links

    def test_the_answer_stands_in_one_line_with_change_beside_it(self):
        maria = Visit()
        maria.post("/check-in/", pain="3", body="sorer")

        page = maria.get("/today/")

        assert "Pain 3 of 10, a bit sorer than usual." in page.words
        assert "Change how you are today" in page.words

    @pytest.mark.parametrize(
        ("told", "said"),
        [
            ({"pain": "9"}, "Pain 9 of 10 today."),
            ({"sleep": "2"}, "Sleep 2 of 10 today."),
            ({"pain": "3", "sleep": "8"}, "Pain 3 of 10 today."),
            ({"body": "heavy"}, "Heavy or slow."),
            ({"sleep": "2", "body": "heavy"}, "Sleep 2 of 10, heavy or slow."),
        ],
        ids=str,
    )
    def test_nothing_is_said_that_was_not_told(self, told, said):
        maria = Visit(usual_pain=8)
        maria.post("/check-in/", **told)

        page = maria.get("/today/")

        assert said in page.words
        assert "as usual" not in page.words.split("Begin")[0]
        assert maria.get("/check-in/").chosen("body") == [body for field, body in told.items() if field == "body"]

    def test_a_sorer_morning_is_less_and_says_why(self):
        usual = with_weeks_of_practice(pain_today=4).get("/today/")
        sorer = with_weeks_of_practice(pain_today=6, login="joe").get("/today/")

        assert "sorer" in sorer.words
        assert "sorer" not in usual.words


class TestChoosingLess:
    def test_rest_leaves_no_session_and_no_reproach(self):
        maria = Visit()

        maria.post("/choices/", kind="rest")

        page = maria.get("/today/")
        assert "Resting today. Rest is part of the practice." in page.words
        assert f"/sessions/{SESSION}/" not in page.links

    def test_it_can_be_taken_back_from_where_it_was_made(self):
        maria = Visit()
        maria.post("/choices/", kind="rest")

        maria.post("/choices/", kind="usual")

        page = maria.get("/today/")
        assert "Resting today" not in page.words
        assert f"/sessions/{SESSION}/" in page.links

    def test_only_the_breath_is_a_whole_practice(self):
        maria = Visit()

        maria.post("/choices/", kind="breath-only")

        page = maria.get("/today/")
        assert "Only the breath today" in page.words
        assert "Pelvic tilt" not in page.words

    def test_a_flare_makes_the_day_small_and_can_be_taken_back(self):
        maria = Visit()
        usual = maria.get("/today/")

        maria.post("/choices/", kind="flare")
        small = maria.get("/today/")
        maria.post("/choices/", kind="usual", revises=small.hidden("revises"))

        assert "A flare you know. Small and easy for three days." in small.words
        assert "Cat-cow" in usual.words
        assert "Cat-cow" not in small.words
        assert "A flare you know. Small" not in maria.get("/today/").words

    def test_a_choice_sent_twice_is_kept_once(self):
        maria = Visit()
        sent = records.new_id()

        maria.post("/choices/", id=sent, kind="rest")
        maria.post("/choices/", id=sent, kind="rest")

        assert len(records.entries(maria.user, Choice)) == 1

    @pytest.mark.parametrize("fields", [{}, {"kind": "run"}, {"kind": "take-step"}, {"kind": "rest", "id": "7"}])
    def test_what_cannot_be_read_is_refused_with_the_remedy(self, fields):
        maria = Visit()

        page = maria.post("/choices/", **fields)

        assert page.status == 400
        assert "Nothing was changed." in page.words
        assert records.entries(maria.user, Choice) == ()

    def test_looking_does_not_choose(self):
        assert Visit().get("/choices/").status == 405


class TestWhenItIsDone:
    def test_the_session_moves_to_what_is_done_and_its_note_is_one_tap_away(self):
        maria = Visit()
        maria.keep(*session_of(TODAY))

        page = maria.get("/today/")

        assert "That is all for today" in page.words
        assert f"/sessions/{SESSION}/note/" in page.links

    def test_a_later_one_is_now(self):
        maria = Visit(parts=["morning", "bedtime"])
        maria.keep(*session_of(TODAY))

        page = maria.get("/today/")

        assert "Before bed" in page.words
        assert "Morning, done" in page.words

    def test_in_the_evening_the_evening_is_now(self, monkeypatch):
        monkeypatch.setattr(records, "now", lambda: datetime(2026, 11, 22, 21, 0, tzinfo=UTC))

        page = Visit(parts=[part.value for part in DayPart]).get("/today/")

        assert "Good evening, Maria." in page.words
        assert page.words.index("Before bed") < page.words.index("Earlier today, still open") < page.words.index("Noon")

    def test_a_part_of_the_day_that_has_gone_by_is_never_late(self, monkeypatch):
        monkeypatch.setattr(records, "now", lambda: datetime(2026, 11, 22, 21, 0, tzinfo=UTC))

        page = Visit(parts=["morning"]).get("/today/")

        assert "The morning session" in page.words
        assert "now if you like" in page.words


class TestWhenItIsGoneThroughAndNotNoted:
    """The player tells of each movement, and nothing at the end."""

    @pytest.fixture
    def visit(self) -> Visit:
        return Visit()

    def through(self, visit: Visit, movements: int, minute: int = 0) -> None:
        day = records.today(visit.user).outcome
        told = [(Event.BEGAN, None), *((Event.DONE, step.movement) for step in day.sessions[0].steps[:movements])]
        for at, (event, movement) in enumerate(told):
            happened = head(hour=7, minute=minute + at)
            visit.keep(PlayerEvent(**happened, session=SESSION, event=event, movement=movement))

    def test_it_is_done_and_leads_to_its_note(self, visit: Visit):
        self.through(visit, 99)

        page = visit.get("/today/")

        assert "Morning, done" in page.words
        assert f"/sessions/{SESSION}/note/" in page.links

    def test_it_is_still_open_when_a_movement_is_left(self, visit: Visit):
        self.through(visit, 3)

        assert "Morning, done" not in visit.get("/today/").words

    def test_it_is_still_open_when_it_was_begun_anew_on_the_way(self, visit: Visit):
        self.through(visit, 3)
        self.through(visit, 3, minute=10)

        assert "Morning, done" not in visit.get("/today/").words


class TestSomebodyWhoHasNotAnsweredYet:
    def test_they_are_led_to_the_welcome(self):
        assert Visit(screened=False).get("/today/").to == "/"


class TestWhileAReferralStands:
    def test_there_is_no_session_on_today(self):
        maria = Visit()
        answers = dict.fromkeys(loading.practice().screening.questions, "no") | {"ces1": "yes"}
        maria.keep(Screening(**head(), answers=answers, read_back=True))

        assert maria.get("/today/").to == "/referral/"


class TestASmallStep:
    def offered(self) -> Visit:
        maria = with_weeks_of_practice(pain_today=4)
        assert "A small step, if you like" in maria.get("/today/").words
        return maria

    def test_it_is_offered_and_never_imposed(self):
        page = self.offered().get("/today/")

        assert "Staying as you are is just as good." in page.words

    def test_taking_it_back_leaves_the_rest_that_was_chosen_after_it(self):
        maria = self.offered()
        maria.post("/choices/", kind="take-step", movement=maria.get("/today/").hidden("movement"))
        (step,) = records.entries(maria.user, Choice)
        maria.post("/choices/", kind="rest")

        maria.post("/choices/", kind="usual", revises=step.id)

        assert "Resting today. Rest is part of the practice." in maria.get("/today/").words
        assert "Rested" in maria.get("/journal/").words

    def test_what_another_day_held_is_not_taken_back_today(self):
        maria = Visit()
        rest = Choice(**head(ago(1)), kind=ChoiceKind.REST)
        maria.keep(rest)

        maria.post("/choices/", kind="usual", revises=rest.id)

        assert records.entries(maria.user, Choice) == (rest,)

    @pytest.mark.parametrize("kind", ["take-step", "leave-step"])
    def test_yes_and_no_are_both_kept_and_both_undone(self, kind):
        maria = self.offered()
        page = maria.get("/today/")
        movement = page.hidden("movement")

        maria.post("/choices/", kind=kind, movement=movement)
        after = maria.get("/today/")
        maria.post("/choices/", kind="usual", revises=after.hidden("revises"))

        assert "A small step, if you like" not in after.words
        assert "A small step, if you like" in maria.get("/today/").words

    def test_from_a_page_left_open_is_not_taken_once_somebody_should_look_first(self):
        maria = self.offered()
        movement = maria.get("/today/").hidden("movement")
        maria.keep(Screening(**head(), answers={"axs1": "yes", "axs1-more": "yes"}, read_back=True))

        maria.post("/choices/", kind="take-step", movement=movement)

        assert records.entries(maria.user, Choice) == ()

    def test_of_a_movement_that_is_not_offered_is_not_taken(self):
        maria = self.offered()

        maria.post("/choices/", kind="take-step", movement="sit-to-stand")

        assert records.entries(maria.user, Choice) == ()
        assert "A small step, if you like" in maria.get("/today/").words


@pytest.mark.parametrize("days", [0, 1, 3])
def test_days_away_are_never_counted_against_anybody(days):
    maria = Visit()
    for n in range(10 + days, days, -1):
        maria.keep(CheckIn(**head(ago(n)), pain=4), *session_of(ago(n)))

    words = maria.get("/today/").words.lower()

    assert not any(word in words for word in ("streak", "missed", "catch up"))


class TestAdvice:
    def test_a_visit_that_would_be_wise_is_said_and_leads_to_its_page(self):
        maria = Visit()
        answers = dict.fromkeys(loading.practice().screening.questions, "no") | {"rad1": "yes", "rad1-long": "yes"}
        maria.keep(Screening(**head(), answers=answers, read_back=True))

        page = maria.get("/today/")

        assert "You can practise as usual meanwhile." in page.words
        assert "/referral/" in page.links


def test_today_asks_the_database_seldom(django_assert_max_num_queries):
    maria = with_weeks_of_practice(pain_today=4)
    maria.get("/today/")

    with django_assert_max_num_queries(10):
        maria.get("/today/")


class TestTheDayAfterAVeryDarkOne:
    @pytest.mark.parametrize(("days", "said"), [(1, True), (0, False)])
    def test_one_line_says_once_that_somebody_is_there(self, days, said):
        maria = Visit(dark_on=ago(days))

        first, second = maria.get("/today/").words, maria.get("/today/").words

        assert ("somebody to talk to" in first) is said
        assert "somebody to talk to" not in second
