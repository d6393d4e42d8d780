"""The note after a session: what was done is filled in; two taps and a line, or nothing."""

import pytest

from loosen.core.journal import Event, Felt, PlayerEvent
from tests.web.visits import SESSION, TODAY, Visit, ago, head, session_of

NOTE = f"/sessions/{SESSION}/note/"


def after_a_session(*more: PlayerEvent) -> Visit:
    maria = Visit()
    maria.keep(*session_of(TODAY), *more)
    return maria


def sharp(movement: str) -> PlayerEvent:
    return PlayerEvent(**head(TODAY, 8, 2), session=SESSION, event=Event.SHARP, movement=movement)


class TestAfterASession:
    def test_what_was_done_is_filled_in(self):
        page = after_a_session().get(NOTE)

        assert "Seated breath, pelvic tilt, cat-cow, shoulder and neck release." in page.words
        assert "morning, 6 min" in page.words

    def test_chips_come_from_what_was_done(self):
        page = after_a_session().get(NOTE)

        assert "Looser after the cat-cow" in page.words
        assert "Looser after the hip hinge" not in page.words

    def test_two_taps_and_a_line_are_kept(self):
        maria = after_a_session()

        page = maria.post(NOTE, felt="good", pain="2", chips=["looser-after:cat-cow"], line="  Socks on, standing. ")

        (note,) = maria.notes()
        assert page.to == "/today/"
        assert (note.session, note.felt, note.pain, note.chips) == (SESSION, Felt.GOOD, 2, ("looser-after:cat-cow",))
        assert note.line == "Socks on, standing."

    def test_something_is_carried_into_the_day(self):
        assert "Take it with you" in after_a_session().get(NOTE).words

    def test_the_urgent_signs_stand_on_it(self):
        page = after_a_session().get(NOTE)

        assert "Numbness around the genitals or back passage" in page.words
        assert "/signs/" in page.links

    def test_a_session_without_the_player_can_have_a_note_too(self):
        assert Visit().get(NOTE).status == 200


class TestAStopThatWasAMistake:
    def test_every_stop_is_listed(self):
        page = after_a_session(sharp("cat-cow")).get(NOTE)

        assert "Cat-cow: that was a mistake" in page.words

    def test_two_at_one_movement_are_told_apart(self):
        words = after_a_session(sharp("cat-cow"), sharp("cat-cow")).get(NOTE).words

        assert "Cat-cow, tap 1: that was a mistake" in words
        assert "Cat-cow, tap 2: that was a mistake" in words

    def test_it_can_be_taken_back(self):
        stop = sharp("cat-cow")
        maria = after_a_session(stop)

        maria.post(NOTE, not_sharp=[stop.id])

        assert maria.notes()[0].not_sharp == (stop.id,)
        assert maria.get(NOTE).chosen("not_sharp") == [stop.id]

    def test_a_stop_taken_back_in_the_player_is_not_listed(self):
        stop = sharp("cat-cow")
        undo = PlayerEvent(**head(TODAY, 8, 3), session=SESSION, event=Event.UNDO, undoes=stop.id)

        assert "that was a mistake" not in after_a_session(stop, undo).get(NOTE).words


class TestPuttingANoteRight:
    def test_the_later_one_corrects_the_earlier(self):
        maria = after_a_session()
        maria.post(NOTE, felt="hard-going", line="Too much")

        maria.post(NOTE, felt="good", line="Fine in the end")

        first, second = maria.notes()
        assert second.revises == first.id
        assert maria.get(NOTE).chosen("felt") == ["good"]

    def test_the_correction_belongs_to_the_day_of_the_session(self):
        maria = Visit()
        maria.keep(*session_of(ago(5)))

        maria.post(f"/sessions/{ago(5)}-morning/note/", felt="good")

        assert maria.notes()[0].day == ago(5)


class TestANoteThatCannotBeKept:
    def test_a_line_too_long_keeps_what_was_typed(self):
        maria = after_a_session()

        page = maria.post(NOTE, felt="good", line="long " * 80)

        assert page.status == 422
        assert "Please shorten it" in page.words
        assert page.chosen("felt") == ["good"]
        assert "long long" in page.words
        assert maria.notes() == ()

    @pytest.mark.parametrize("session", ["nonsense", "2026-11-22-midnight", "2026-11-23-morning", "2026-02-30-morning"])
    def test_a_session_that_is_none_has_no_note(self, session):
        assert Visit().get(f"/sessions/{session}/note/").status == 404


class TestASessionFromThePaper:
    def test_what_was_given_is_filled_in(self):
        maria = Visit()
        maria.get("/today/")

        page = maria.get(NOTE)

        assert "pelvic tilt" in page.words
        assert "Looser after the cat-cow" in page.words

    def test_a_note_belongs_to_it_as_to_any_other(self):
        maria = Visit()
        maria.get("/today/")

        maria.post(NOTE, chips=["looser-after:cat-cow"], line="Done by the fridge.")

        assert maria.notes()[0].chips == ("looser-after:cat-cow",)
        assert "Done by the fridge." in maria.get("/journal/").words
