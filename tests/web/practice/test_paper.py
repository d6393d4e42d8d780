"""A session of today on one sheet of paper."""

import pytest

from tests.web.visits import SESSION, Visit


class TestASheetForTheFridge:
    def test_has_the_session_in_its_order_with_how_much(self):
        words = Visit().get(f"/sessions/{SESSION}/paper/").words

        assert "My morning, about" in words
        assert words.index("1. Seated breath") < words.index("2. Pelvic tilt")
        assert "Breathe out, flatten your low back. Stay for one breath. Breathe in, and let it go." in words

    def test_says_what_to_do_when_it_is_sharp_and_whom_to_call(self):
        words = Visit(country="GB").get(f"/sessions/{SESSION}/paper/").words

        assert "Stop. Two slow breaths." in words
        assert "Call 999" in words

    def test_shows_each_movement_with_its_still(self):
        page = Visit().get(f"/sessions/{SESSION}/paper/")

        assert page.html.count("<use") >= 4

    def test_says_that_no_physiotherapist_has_reviewed_it(self):
        assert "Not yet reviewed by a physiotherapist." in Visit().get(f"/sessions/{SESSION}/paper/").words

    def test_has_no_boxes_to_tick(self):
        assert 'type="checkbox"' not in Visit().get(f"/sessions/{SESSION}/paper/").html

    @pytest.mark.parametrize("session", ["2026-11-22-noon", "2020-01-01-morning", "zebra"])
    def test_of_a_session_that_is_not_of_today_is_not_there(self, session):
        assert Visit().get(f"/sessions/{session}/paper/").status == 404
