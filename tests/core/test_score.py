"""What a score says of itself."""

import pytest

from loosen.content.loading import scores
from loosen.core.breath import Breath
from loosen.core.score import Dose, Level, Phrase, Sides, Stay

HUG = Phrase("hug", Breath.OUT, 4, "hugging", "Breathe out.", Stay(4, 2, 3, "Stay here."))


class TestALevel:
    def test_plays_a_phrase_as_it_is_written_when_it_changes_nothing(self):
        assert Level("described", "As described", 5).shape(HUG) == HUG

    def test_can_breathe_it_longer(self):
        assert Level("slow", "Slow", 5, counts={"hug": 6}).shape(HUG).counts == 6

    def test_can_stay_for_fewer_breaths(self):
        stay = Level("light", "Light", 2, stays={"hug": 2}).shape(HUG).stay

        assert stay == Stay(2, 2, 3, "Stay here.")

    def test_can_leave_the_stay_out(self):
        assert Level("light", "Light", 2, stays={"hug": 0}).shape(HUG).stay is None

    def test_can_end_in_another_posture_and_say_so(self):
        level = Level("low", "Low", 2, postures={"hugging": "holding"}, say={"hug": "Only lift it."})

        shaped = level.shape(HUG)

        assert (shaped.posture, shaped.say) == ("holding", "Only lift it.")

    def test_leaves_other_phrases_alone(self):
        lower = Phrase("lower", Breath.IN, 3, "rest")

        assert Level("slow", "Slow", 5, counts={"hug": 6}, stays={"hug": 1}).shape(lower) == lower


class TestAScore:
    def test_gives_a_level_by_its_id(self):
        assert scores()["hip-hinge"].level("half-way").range == 0.5

    def test_names_itself_and_the_level_it_does_not_have(self):
        with pytest.raises(KeyError, match="hip-hinge has no level 'upside-down'"):
            scores()["hip-hinge"].level("upside-down")

    def test_reaches_a_fraction_of_what_its_level_reaches(self):
        hinge = scores()["hip-hinge"]

        assert hinge.reach(Dose("described", 8)) == 1
        assert hinge.reach(Dose("half-way", 5)) == 0.5
        assert hinge.reach(Dose("half-way", 5, range=0.5)) == 0.25

    def test_counts_range_from_its_first_posture_as_the_level_shows_it(self):
        hinge = scores()["hip-hinge"]

        assert hinge.first_posture(hinge.described) == "tall"
        assert hinge.first_posture(hinge.level("arms-crossed")) == "tall-arms-crossed"

    def test_of_plain_phrases_is_one_part_without_a_name(self):
        (part,) = scores()["seated-rotation"].whole()

        assert (part.name, part.repetitions, part.sides) == ("", 5, Sides.EACH)

    def test_in_parts_gives_them_in_order(self):
        assert [part.id for part in scores()["shoulder-release"].whole()] == ["lift", "roll", "tilt", "quiet"]
