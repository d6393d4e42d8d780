"""Drawings on their way to the player: nothing is sent twice, and nothing is lost."""

import pytest

from loosen.content.loading import practice
from loosen.render.drawing import pose
from loosen.render.paired import PAIRS, halved, mirrored, sent

SCORES = practice().scores
POSES = [pose(posture) for score in SCORES.values() for posture in score.postures.values()]


class TestAPose:
    def test_leaves_out_a_left_limb_that_mirrors_the_right_one(self):
        hands_and_knees = pose(practice().transitions.postures["hands-and-knees"])

        assert set(hands_and_knees) - set(halved(hands_and_knees)) == {"legL", "armL"}

    def test_keeps_a_left_limb_that_does_something_else(self):
        on_the_side = pose(practice().transitions.postures["on-the-side"])

        assert halved(on_the_side) == on_the_side

    def test_can_be_made_whole_again_in_every_movement(self):
        for whole in POSES:
            small = halved(whole)

            again = {left: mirrored(small[right]) for right, left in PAIRS if left not in small}
            assert small | again == whole

    def test_holds_the_other_thigh_on_the_other_side(self):
        assert mirrored({"to": [1, 2, 3], "in": "thighR"}) == {"to": [1, 2, -3], "in": "thighL"}


@pytest.mark.parametrize("slug", ["pelvic-tilt", "bird-dog"])
def test_a_drawing_is_sent_without_what_is_empty(slug):
    made = sent(SCORES[slug])

    assert "loop" not in made
    assert all(value not in ({}, []) for value in made.values())
    assert set(made["poses"]) == set(SCORES[slug].postures)
