"""A session for the fridge door."""

import pytest

from loosen.content.loading import scores
from loosen.core.day import Link, Place, PlaceKind, Session, Step
from loosen.core.journal import DayPart
from loosen.core.score import Dose, StopDoes
from loosen.render.sheet import Line, lines, stop_signs


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


class TestHowFar:
    @pytest.mark.parametrize(
        ("share", "words"),
        [
            (1.0, ""),
            (0.9, ""),
            (0.75, "three quarters"),
            (0.6, "two thirds"),
            (0.5, "half"),
            (0.3, "a third"),
            (0.25, "a quarter"),
        ],
    )
    def test_is_said_where_it_is_less_than_the_picture(self, share, words):
        said = printed("hip-hinge", Dose("described", 8, share)).far

        assert said == (f"Go only about {words} as far as the picture." if words else "")


class TestASheet:
    def test_says_how_the_sides_are_taken(self):
        assert printed("knee-to-chest", Dose("described", 5)).sides == "All on the right, then all on the left."
        assert printed("heel-slides", Dose("described", 5)).sides == "Right and left in turns."
        assert printed("cat-cow", Dose("described", 8)).sides == ""

    def test_gives_the_cue_of_the_region_it_serves_first(self):
        score = scores()["hip-hinge"]

        assert score.regions[0] == "hips"
        assert printed("hip-hinge", Dose("described", 8)).cue == score.layers.pelvis

    @pytest.mark.parametrize("slug", scores())
    def test_has_a_cue_for_every_movement(self, slug):
        assert printed(slug, Dose("described", 5)).cue


class TestWhatIsEasier:
    def session(self, *steps, leads):
        """A session whose places lead on Easier to these, by step."""
        given = [
            Place(f"p{at}", PlaceKind.PLAY, at, {"easier": Link(f"e{at}")}, step.movement, step.dose)
            for at, step in enumerate(steps)
        ]
        return Session("2026-11-22-morning", DayPart.MORNING, steps, 60.0, places=(*given, *leads))

    def easier(self, movement, dose, place):
        session = self.session(Step(movement, dose, 60.0), leads=(place,))
        return lines(session, scores())[0].easier

    def test_is_a_gentler_level_by_its_name(self):
        place = Place("e0", PlaceKind.PLAY, 0, {}, "pelvic-tilt", Dose("small", 5))

        easier = self.easier("pelvic-tilt", Dose("described", 8), place)

        assert easier.words == scores()["pelvic-tilt"].level("small").name
        assert easier.dose.repetitions == 5

    def test_is_half_as_far_at_the_gentlest_level(self):
        place = Place("e0", PlaceKind.PLAY, 0, {}, "pelvic-tilt", Dose("small", 5, 0.5))

        assert self.easier("pelvic-tilt", Dose("small", 5), place).words == "Half as far"

    def test_is_another_movement_by_its_name(self):
        place = Place("e0", PlaceKind.PLAY, 0, {}, "seated-tilt", Dose("small", 5))

        assert self.easier("pelvic-tilt", Dose("small", 5), place).words == "Seated tilt"

    @pytest.mark.parametrize("place", [Place("e0", PlaceKind.END, 0, {}), Place("e0", PlaceKind.PLAY, 1, {})])
    def test_is_nothing_where_easier_only_goes_on(self, place):
        steps = (Step("pelvic-tilt", Dose("small", 5), 60.0), Step("cat-cow", Dose("described", 8), 60.0))
        at_the_last = Place("e1", PlaceKind.PLAY, 1, {}, "cat-cow", Dose(scores()["cat-cow"].levels[0].id, 4))

        printed_lines = lines(self.session(*steps, leads=(place, at_the_last)), scores())

        assert printed_lines[0].easier is None


class TestStopSigns:
    def test_stand_once_each_by_what_follows(self):
        steps = tuple(Step(slug, Dose("described", 8), 60.0) for slug in ("pelvic-tilt", "knee-to-chest"))
        signs = stop_signs(Session("2026-11-22-morning", DayPart.MORNING, steps, 120.0), scores())

        assert signs[StopDoes.OPEN_QUESTIONS].count("Pain that runs down a leg, or a leg that feels numb or weak") == 1
        assert "A pinch in the hip that less pull does not ease" in signs[StopDoes.LEAVE_MOVEMENT]


class TestASession:
    def test_keeps_its_order(self):
        steps = tuple(Step(slug, Dose("described", 8), 60.0) for slug in ("pelvic-tilt", "cat-cow"))
        session = Session("2026-11-22-morning", DayPart.MORNING, steps, 120.0)

        assert [line.score.slug for line in lines(session, scores())] == ["pelvic-tilt", "cat-cow"]
