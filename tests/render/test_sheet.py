"""A session for the fridge door."""

import pytest

from loosen.content.loading import scores
from loosen.core.day import Session, Step
from loosen.core.journal import DayPart
from loosen.core.score import Dose
from loosen.render.sheet import Line, lines


def printed(movement: str, dose: Dose) -> Line:
    session = Session("2026-11-22-morning", DayPart.MORNING, (Step(movement, dose, 60.0),), 60.0)
    (line,) = lines(session, scores())
    return line


class TestAMovementOnPaper:
    def test_says_one_repetition_with_its_stay(self):
        assert printed("pelvic-tilt", Dose("described", 8)).words == (
            "Breathe out, flatten your low back.", "Stay for one breath.", "Breathe in, and let it go.",
        )  # fmt: skip

    def test_leaves_the_stay_out_where_the_level_has_none(self):
        words = printed("pelvic-tilt", Dose("small", 5)).words

        assert "Stay for one breath." not in words

    def test_speaks_the_words_of_its_level(self):
        assert printed("seated-breath", Dose("uncounted", 6)).words[0] == "Let a breath come in by itself."

    def test_shows_the_posture_of_its_level(self):
        assert printed("hip-hinge", Dose("described", 8)).posture == "folded"
        assert printed("hip-hinge", Dose("arms-crossed", 8)).posture == "folded-arms-crossed"

    def test_in_parts_counts_each_part(self):
        assert printed("shoulder-release", Dose("described", 5)).words == (
            "Lift and let go, 3 times.", "Roll back, 5 times.", "Tilt to each side, once.", "Quiet breaths, 3 times.",
        )  # fmt: skip

    def test_in_parts_shrinks_with_the_dose(self):
        assert printed("shoulder-release", Dose("small", 3)).words[:2] == (
            "Lift and let go, twice.",
            "Roll back, 3 times.",
        )

    @pytest.mark.parametrize("slug", scores())
    def test_has_words_and_a_drawn_posture_whatever_the_level(self, slug):
        for level in scores()[slug].levels:
            line = printed(slug, Dose(level.id, level.repetitions))

            assert all(line.words)
            assert line.posture in scores()[slug].postures


class TestASession:
    def test_keeps_its_order(self):
        steps = tuple(Step(slug, Dose("described", 8), 60.0) for slug in ("pelvic-tilt", "cat-cow"))
        session = Session("2026-11-22-morning", DayPart.MORNING, steps, 120.0)

        assert [line.score.slug for line in lines(session, scores())] == ["pelvic-tilt", "cat-cow"]
