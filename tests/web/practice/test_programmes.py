"""The programmes: seven calm cards, one to choose, its sessions to choose among, and safety that does not move."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loosen.content import loading
from loosen.core.day import Day
from loosen.core.journal import CheckIn, Choice, ChoiceKind, DayPart
from loosen.core.score import Review
from loosen.core.screening import Screening
from loosen.web import records
from loosen.web.practice import programmes as shown_programmes
from tests.web.visits import MORNING, Page, Visit, ago, head, session_of

SLUGS = sorted(loading.programmes())


def chosen(slug: str, *parts: str, **fields: object) -> Visit:
    """Somebody who has just chosen a programme and these sessions of it."""
    visit = Visit(**fields)  # type: ignore[arg-type]
    visit.post(f"/programmes/{slug}/", parts=parts or [part.value for part in loading.programmes()[slug].begins])
    visit.user.refresh_from_db()
    return visit


def given(visit: Visit) -> Day:
    outcome = records.today(visit.user).outcome
    assert isinstance(outcome, Day)
    return outcome


class TestEveryProgramme:
    def test_stands_once_among_the_others_the_persons_own_first(self):
        page = Visit(programme="runner", parts=["morning"]).get("/programmes/")

        cards = [link for link in page.links if link.startswith("/programmes/") and link != "/programmes/"]
        assert set(cards) == {f"/programmes/{slug}/" for slug in SLUGS}
        assert cards[0] == "/programmes/runner/"
        assert page.words.count("Yours now") == 1

    @pytest.mark.parametrize("slug", SLUGS)
    def test_says_for_whom_how_long_what_to_expect_what_it_rests_on_and_who_has_not_looked(self, slug):
        programme = loading.programmes()[slug]
        every, own = Visit().get("/programmes/"), Visit(login="joe").get(f"/programmes/{slug}/")

        for page in (every, own):
            assert all(said in page.words for said in (programme.for_whom, programme.how_long, programme.expect))
            assert "reviewed by a clinician" in page.words
        assert "Where this comes from" in own.words

    @pytest.mark.parametrize("slug", SLUGS)
    def test_shows_each_session_with_its_movements(self, slug):
        programme = loading.programmes()[slug]
        page = Visit().get(f"/programmes/{slug}/")

        ticks = [field["value"] for field in page.fields if field.get("name") == "parts"]
        assert ticks == [outline.part.value for outline in programme.sessions]
        movements = {slot.movement for outline in programme.sessions for slot in outline.slots if not slot.later}
        assert {f"/library/{movement}/" for movement in movements} <= set(page.links)

    @pytest.mark.parametrize("slug", SLUGS)
    def test_ticks_what_it_begins_with(self, slug):
        begins = {part.value for part in loading.programmes()[slug].begins}

        assert set(Visit().get(f"/programmes/{slug}/").chosen("parts")) == begins

    def test_says_that_it_has_no_session_at_an_hour_of_today(self):
        maria = Visit(parts=["afternoon"])

        assert "You practise now at: late afternoon. This programme has no" in maria.get("/programmes/walking/").words
        assert "You practise now at" not in maria.get("/programmes/desk-worker/").words
        assert "You practise now at" not in maria.get("/programmes/gentle-start/").words

    def test_is_counted_and_says_who_has_looked_as_its_file_says(self, monkeypatch):
        assert "Seven programmes, each" in Visit().get("/programmes/").words
        assert "No programme has been reviewed" in Visit(login="joe").get("/programmes/").words
        kept = loading.programmes()
        looked = replace(kept["runner"], reviewed=Review("A. Lind", date(2026, 11, 1)))
        some = {"gentle-start": kept["gentle-start"], "runner": replace(looked, after=())}
        monkeypatch.setattr(shown_programmes, "_after", lambda found: [])
        monkeypatch.setattr(loading, "programmes", lambda: some)

        words = Visit(login="ann").get("/programmes/").words

        assert "Two programmes, each" in words
        assert "No programme has been reviewed" not in words
        assert "Each says on its own page" in words

    def test_is_linked_from_today_and_the_library(self):
        visit = Visit()

        assert "/programmes/" in visit.get("/today/").links
        assert "/programmes/" in visit.get("/library/").links

    def test_suggests_what_may_come_after_and_pushes_nobody(self):
        page = Visit().get("/programmes/")

        assert "What may come after" in page.words
        assert "staying is fine" in page.words

    def test_that_does_not_exist_is_not_found(self):
        assert Visit().get("/programmes/marathon/").status == 404

    def test_can_be_read_before_the_questions_are_answered(self):
        newcomer = Visit(screened=False)

        assert newcomer.get("/programmes/").status == 200
        assert newcomer.get("/programmes/build/").status == 200


class TestChoosingOne:
    @pytest.mark.parametrize("slug", SLUGS)
    def test_makes_todays_sessions_at_once(self, slug):
        visit = chosen(slug)

        begins = loading.programmes()[slug].begins
        assert [session.part for session in given(visit).sessions] == [part for part in DayPart if part in begins]
        assert visit.get("/today/").status == 200

    def test_keeps_the_journal_and_what_was_told(self):
        visit = Visit()
        visit.keep(*session_of(ago(1)))
        before = records.told(visit.user, ago(30))

        visit.post("/programmes/desk-worker/", parts=["noon"])

        visit.user.refresh_from_db()
        told = records.told(visit.user, ago(30))
        assert (told.events, told.screenings) == (before.events, before.screenings)

    def test_leads_to_today_and_is_named_there(self):
        visit = chosen("desk-worker")
        visit.keep(*session_of(ago(1)))

        assert "Your programme: desk worker" in visit.get("/today/").words

    def test_may_be_one_small_thing_alone(self):
        visit = chosen("runner", "small")

        assert [session.part for session in given(visit).sessions] == [DayPart.SMALL]
        assert "One small thing" in visit.get("/today/").words

    def test_one_small_thing_beside_another_session_is_to_be_had_anyway(self):
        visit = chosen("runner", "small", "morning")

        assert visit.user.parts == ["morning"]
        assert given(visit).small is not None

    def test_without_a_session_asks_for_one_and_keeps_nothing(self):
        visit = Visit()
        page = Page(visit.client.post("/programmes/runner/"))

        visit.user.refresh_from_db()
        assert page.status == 422
        assert "Please choose at least one session" in page.words
        assert visit.user.programme == "gentle-start"

    def test_with_a_session_it_does_not_have_keeps_nothing(self):
        visit = Visit()

        assert visit.post("/programmes/build/", parts=["before-run"]).status == 422
        visit.user.refresh_from_db()
        assert visit.user.parts == ["morning"]

    def test_you_offers_the_sessions_of_the_one_that_is_chosen(self):
        page = chosen("full-routine").get("/you/")

        ticks = [field["value"] for field in page.fields if field.get("name") == "parts"]
        assert ticks == [outline.part.value for outline in loading.programmes()["full-routine"].sessions]
        assert page.chosen("parts") == ["full"]


class TestWhatIsSafe:
    def test_does_not_change_with_the_programme(self):
        visit = Visit(positions_off=["lying", "side-lying", "hands-and-knees", "kneeling"])
        for slug in SLUGS:
            visit.post(f"/programmes/{slug}/", parts=[part.value for part in loading.programmes()[slug].begins])
            visit.user.refresh_from_db()

            steps = [step.movement for session in given(visit).every for step in session.steps]
            places = {loading.scores()[movement].position.value for movement in steps}
            assert places <= {"sitting", "standing"}

    def test_shows_what_gives_way_and_why_before_it_is_chosen(self):
        visit = Visit(positions_off=["lying", "side-lying", "hands-and-knees", "kneeling"])

        page = visit.get("/programmes/build/")

        assert "Because of what you told us" in page.words
        assert "/library/bridge/" not in page.links

    def test_says_nothing_of_limits_where_there_are_none(self):
        assert "Because of what you told us" not in Visit().get("/programmes/build/").words

    def test_leaves_out_the_same_before_the_questions_are_all_answered(self):
        newcomer = Visit(screened=False)
        newcomer.keep(Screening(**head(), answers={"thin-bones": "yes"}, read_back=True))

        page = newcomer.get("/programmes/full-routine/")

        assert "Because of what you told us" in page.words
        assert "/library/knee-to-chest/" not in page.links
        assert "/library/pelvic-tilt/" in page.links

    def test_gives_no_session_to_read_while_movement_is_paused(self):
        visit = Visit()
        visit.keep(Screening(**head(), answers={"thin-bones": "yes", "ces1": "yes"}, read_back=True))

        page = visit.get("/programmes/full-routine/")

        assert "Movement is paused" in page.words
        assert not [link for link in page.links if link.startswith("/library/") and link != "/library/"]
        assert "What it holds" not in page.words
        assert page.chosen("parts") == ["full"]

    def test_offers_todays_sessions_on_paper_only_where_there_are_some(self):
        visit = Visit()
        assert "/today/paper/" in visit.get("/programmes/gentle-start/").links
        visit.keep(Choice(**head(), kind=ChoiceKind.REST))

        assert "/today/paper/" not in visit.get("/programmes/gentle-start/").links

    def test_waits_for_a_referral_like_everything_else(self):
        visit = Visit()
        answers = {"ces1": "yes"}
        visit.keep(Screening(**head(), answers=answers, read_back=True))

        visit.post("/programmes/build/", parts=["morning"])

        assert visit.get("/today/").to == "/referral/"
        assert "Movement is paused" in visit.get("/programmes/").words


class TestTheFirstToday:
    def test_asks_gently_and_doing_nothing_keeps_the_gentle_start(self):
        page = Visit().get("/today/")

        assert "What would you like to begin with?" in page.words
        assert "To keep it, do nothing." in page.words

    def test_does_not_ask_who_has_chosen_another_programme(self):
        page = Visit(programme="runner").get("/today/")

        assert "What would you like to begin with?" not in page.words
        assert "Your programme: runner" in page.words

    def test_does_not_ask_again_once_something_was_practised(self):
        visit = Visit()
        visit.keep(*session_of(ago(1)))

        page = visit.get("/today/")
        assert "What would you like to begin with?" not in page.words
        assert "Your programme: gentle start" in page.words


class TestWhatMayComeAfter:
    @pytest.fixture
    def settled(self) -> Visit:
        """Five weeks of calm mornings that slowly ease, each with a session."""
        visit = Visit(programme="full-routine", parts=["full"])
        for n in range(35, 0, -1):
            visit.keep(CheckIn(**head(ago(n)), pain=5 - (35 - n) // 14), *session_of(ago(n)))
        return visit

    def test_is_said_on_today_when_a_programme_has_settled_with_a_way_to_look(self, settled: Visit):
        page = settled.get("/today/")

        assert given(settled).onward
        assert "if you like; what you do now is fine too." in page.words
        after = loading.programmes()["full-routine"].after
        assert f"/programmes/{after[0]}/" in page.links

    def test_is_not_said_again_on_the_next_day(self, settled: Visit, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(records, "now", lambda: MORNING + timedelta(days=1))

        assert "See what it holds" not in settled.get("/today/").words


class TestResets:
    def test_stand_higher_where_they_are_part_of_the_programme(self):
        desk, gentle = chosen("desk-worker").get("/today/"), Visit(login="joe").get("/today/")

        assert desk.html.index('id="sitting"') < desk.html.index('aria-label="Other sessions of today"')
        assert desk.html.count('id="sitting"') == gentle.html.count('id="sitting"') == 1
        assert "/reset/" in desk.links
