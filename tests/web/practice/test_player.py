"""The player's page and what it tells: the list without script, the bundle, and events that are kept once."""

import json
import re
from datetime import timedelta

import pytest

from loosen.core.day import Day
from loosen.core.journal import Event, PlayerEvent, SharpAnswer
from loosen.core.screening import Screening
from loosen.web import records

ID = "0198f3a2-6c00-7abc-8def-0123456789ab"


@pytest.fixture
def screened(maria):
    """Maria has answered every question with no."""
    from loosen.content import loading

    answers = dict.fromkeys(loading.practice().screening.questions, "no")
    records.keep(maria, Screening(**records.head_for(maria), answers=answers, read_back=True))
    return maria


@pytest.fixture
def session(screened):
    """The first session of her day."""
    outcome = records.today(screened).outcome
    assert isinstance(outcome, Day)
    return outcome.sessions[0]


def told(**more):
    return {"id": ID, "at": "2026-11-22T07:40:00.000Z", "zone": "Europe/Berlin", "event": "done"} | more


def send(visitor, session, events):
    body = events if isinstance(events, (str, bytes)) else json.dumps(events)
    return visitor.post(f"/sessions/{session.id}/events/", body, content_type="application/json")


class TestThePage:
    def test_without_script_is_the_list_of_cues_with_stills(self, visitor, session):
        page = visitor.get(f"/sessions/{session.id}/").content.decode()

        listed = page.split('<ol class="cues', 1)[1]
        stills = re.findall(r'<use href="/library/stills/[^"#]*#([a-z-]+)\.', listed)
        assert listed.count("<h2") >= len(session.steps)
        assert "Breathe" in listed
        assert set(stills) == {step.movement for step in session.steps}

    def test_carries_the_session_as_data_and_no_inline_script(self, visitor, session):
        page = visitor.get(f"/sessions/{session.id}/").content.decode()

        data = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
        assert data
        assert json.loads(data[1])["session"] == session.id
        assert not re.search(r"<script(?![^>]*(src|application/json))", page)

    def test_of_another_day_is_kind_and_not_found(self, visitor, session):
        answer = visitor.get("/sessions/2020-01-01-morning/")

        assert answer.status_code == 404
        assert "not one of today" in answer.content.decode()

    def test_while_a_referral_stands_leads_to_the_referral(self, visitor, session, maria):
        question = next(iter(records.loading.practice().screening.questions))
        records.keep(maria, Screening(**records.head_for(maria), answers={question: "yes"}, read_back=True))

        answer = visitor.get(f"/sessions/{session.id}/")

        assert answer.status_code == 302
        assert answer.headers["Location"] == "/referral/"

    def test_goes_on_with_a_begun_session_only_while_nothing_new_was_said(self, visitor, session, maria):
        def basis():
            page = visitor.get(f"/sessions/{session.id}/").content.decode()
            return json.loads(re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)[1])["basis"]

        before = basis()
        send(visitor, session, [told()])
        after_an_event = basis()
        from loosen.core.journal import CheckIn

        records.keep(maria, CheckIn(**records.head_for(maria), pain=5))

        assert before == after_an_event
        assert before != basis()


class TestWhatThePlayerTells:
    def test_is_kept_with_the_practice_day_of_its_own_zone(self, visitor, session, maria):
        answer = send(visitor, session, [told(at="2026-11-22T02:30:00Z", movement="cat-cow", level="described")])

        kept = records.entries(maria, PlayerEvent)[0]
        assert answer.json() == {"kept": [ID]}
        assert (kept.event, kept.movement, kept.session) == (Event.DONE, "cat-cow", session.id)
        assert kept.day.isoformat() == "2026-11-21"

    def test_sent_again_is_kept_once_and_acknowledged_again(self, visitor, session, maria):
        send(visitor, session, [told()])

        answer = send(visitor, session, [told()])

        assert answer.json() == {"kept": [ID]}
        assert len(records.entries(maria, PlayerEvent)) == 1

    def test_an_answer_after_too_sharp_is_kept_as_the_answer(self, visitor, session, maria):
        send(visitor, session, [told(event="answer", answer="still", movement="cat-cow")])

        assert records.entries(maria, PlayerEvent)[0].answer is SharpAnswer.STILL

    @pytest.mark.parametrize(
        ("events", "place"),
        [
            ("not json", "$"),
            ({}, "$"),
            ([told(id="7")], "$[0].id"),
            ([told(), told(at="yesterday")], "$[1].at"),
            ([told(at="2026-11-22T07:40:00")], "$[0].at"),
            ([told(at="9999-12-31T23:59:59Z", zone="Pacific/Auckland")], "$[0].at"),
            ([told(zone="Mars/Olympus")], "$[0].zone"),
            ([told(zone="../etc")], "$[0].zone"),
            ([told(event="danced")], "$[0].event"),
            ([told(mood="fine")], "$[0]"),
            ([told(repetitions=-1)], "$[0].repetitions"),
            ([told()] * 201, "$"),
        ],
        ids=[
            "no-json",
            "no-list",
            "id",
            "no-date",
            "no-offset",
            "end-of-time",
            "zone",
            "path-as-zone",
            "event",
            "unknown-key",
            "count",
            "many",
        ],
    )
    def test_that_cannot_be_read_is_refused_with_place_and_remedy_and_nothing_is_kept(
        self, visitor, session, maria, events, place
    ):
        answer = send(visitor, session, events)

        assert answer.status_code == 422
        assert answer.json()["place"] == place
        assert answer.json()["remedy"]
        assert records.entries(maria, PlayerEvent) == ()

    def test_of_no_session_at_all_is_not_found(self, visitor, session):
        assert visitor.post("/sessions/yesterday/events/", "[]", content_type="application/json").status_code == 404

    def test_of_somebody_who_is_not_signed_in_is_not_kept(self, client, session, maria):
        answer = client.post(f"/sessions/{session.id}/events/", json.dumps([told()]), content_type="application/json")

        assert answer.status_code in (302, 401, 403)
        assert records.entries(maria, PlayerEvent) == ()

    def test_still_reaches_the_journal_while_a_referral_stands(self, visitor, session, maria):
        question = next(iter(records.loading.practice().screening.questions))
        records.keep(maria, Screening(**records.head_for(maria), answers={question: "yes"}, read_back=True))

        assert send(visitor, session, [told(event="undo", undoes=ID)]).status_code == 200


def test_the_day_of_an_event_just_before_four_in_the_morning_is_the_day_before(visitor, session, maria):
    night = records.now().replace(hour=1, minute=0) - timedelta(days=1)

    send(visitor, session, [told(at=night.isoformat(), zone="UTC")])

    assert records.entries(maria, PlayerEvent)[0].day == (night - timedelta(days=1)).date()
