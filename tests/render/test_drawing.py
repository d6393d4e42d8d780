"""A score as the figure plays it."""

import json
import re
from dataclasses import replace

import pytest

from loosen.content.loading import scores
from loosen.core.posture import Limb
from loosen.core.scene import scene_from
from loosen.render.drawing import drawing, picture, pose

HINGE = scores()["hip-hinge"]
PICTURE = {"left": -60, "right": 70, "top": 180, "bottom": -20}


class TestTheDrawingOfAMovement:
    drawn = drawing(HINGE)

    def test_it_holds_every_posture_of_the_score(self) -> None:
        assert list(self.drawn["poses"]) == list(HINGE.postures)

    def test_the_range_counts_from_the_first_posture(self) -> None:
        assert self.drawn["first"] == "tall"

    def test_the_dashed_outline_is_the_posture_the_score_names(self) -> None:
        assert self.drawn["ghost"] == "folded"

    def test_the_loop_is_one_repetition_with_a_rest_at_each_posture(self) -> None:
        assert [beat["posture"] for beat in self.drawn["loop"]] == ["folded", "folded", "tall", "tall"]

    def test_the_loop_of_a_walk_flows_from_step_to_step_without_a_rest(self) -> None:
        walk = drawing(scores()["walking"])

        assert walk["flow"]
        assert "flow" not in self.drawn
        assert [beat["posture"] for beat in walk["loop"]] == list(scores()["walking"].postures)[1:]
        assert sum(beat["s"] for beat in walk["loop"]) == pytest.approx(2.4)

    def test_the_picture_is_said_in_the_screens_way_with_y_down(self) -> None:
        assert self.drawn["box"] == [-62, -184, 137, 202]

    def test_a_smaller_range_is_passed_on(self) -> None:
        assert drawing(HINGE, range=0.5)["range"] == 0.5

    @pytest.mark.parametrize("slug", sorted(scores()))
    def test_every_movement_can_be_sent_as_json_and_is_small(self, slug: str) -> None:
        assert len(json.dumps(drawing(scores()[slug]), separators=(",", ":"))) < 5000

    @pytest.mark.parametrize("slug", sorted(scores()))
    def test_what_is_played_is_drawn(self, slug: str) -> None:
        drawn = drawing(scores()[slug])
        assert {beat["posture"] for beat in drawn["loop"]} | {drawn["ghost"], drawn["first"]} <= drawn["poses"].keys()

    def test_a_level_that_begins_with_crossed_arms_keeps_them_crossed_at_any_range(self) -> None:
        assert self.drawn["bases"]["folded-arms-crossed"] == "tall-arms-crossed"

    def test_a_gentler_level_moves_and_ends_as_it_is_shown(self) -> None:
        """With sore shoulders the arms stay crossed, and no outline asks for elbows in the air."""
        gentle = drawing(scores()["chair-extension"], level="arms-crossed")
        crossed = scores()["chair-extension"].level("arms-crossed").postures

        assert gentle["ghost"] in crossed.values()
        assert {beat["posture"] for beat in gentle["loop"]} <= set(crossed.values())

    def test_a_score_without_a_figure_says_so(self) -> None:
        with pytest.raises(ValueError, match="hip-hinge: nothing is drawn below the line"):
            drawing(replace(HINGE, figure=None))


class TestAPoseInTheFiguresWords:
    def test_knees_on_the_floor_carry_the_pelvis(self) -> None:
        flat = pose(scores()["cat-cow"].postures["flat"])

        assert flat["anchor"]["on"] == "knees"
        assert flat["legR"] == {"knee": [2, 5.4, 8.6], "shin": [-1, -0.01, 0], "ankle": 62}
        assert flat["reach"] == {"limb": "armR", "k": 0.988}

    def test_a_head_that_rests_says_on_how_high_a_thing(self) -> None:
        assert pose(scores()["bridge"].postures["rest"])["head"] == {"cm": 0, "share": 1}
        assert "head" not in pose(HINGE.postures["tall"])

    def test_toes_that_are_tucked_under_bend_up(self) -> None:
        tucked = replace(HINGE.postures["tall"], left_leg=Limb(toes_up_deg=80))

        assert pose(tucked)["legL"] == {"toes": 80}

    def test_a_hand_on_the_hip_is_said_in_the_axes_of_the_pelvis(self) -> None:
        assert pose(HINGE.postures["tall"])["armR"]["in"] == "pelvis"

    def test_angles_that_are_zero_are_left_out(self) -> None:
        assert "side" not in pose(HINGE.postures["folded"])

    def test_an_arm_said_by_angles(self) -> None:
        assert pose(scores()["sit-to-stand"].postures["leaning"])["armL"] == {"flex": 78, "out": 4, "bend": 8}


class TestReadingAScene:
    @pytest.mark.parametrize(
        ("table", "message"),
        [
            ({"picture_cm": {"left": 1}}, "picture_cm: right is missing"),
            ({"picture_cm": {**PICTURE, "depth": 3}}, "picture_cm: there is no key 'depth'"),
            ({"picture_cm": PICTURE, "view": "above"}, "view: 'above' is none of side, three-quarter, front"),
            ({"picture_cm": PICTURE, "glow": "spleen"}, "glow: 'spleen' is none of low-back"),
            ({"picture_cm": PICTURE, "eyes": "wide"}, "eyes: 'wide' is none of open, closed"),
            ({"picture_cm": PICTURE, "camera_deg": [1]}, "camera_deg: [1] must be 2 numbers"),
            ({"picture_cm": PICTURE, "props": [{"kind": "sofa"}]}, "props.kind: 'sofa' is none of chair, wall"),
            ({"picture_cm": PICTURE, "props": [{"kind": "mat", "at_cm": 3}]}, "props.mat: there is no key 'at_cm'"),
            ({"zoom": 2}, "figure: there is no key 'zoom'"),
        ],
    )
    def test_a_slip_is_named_with_what_is_known(self, table: dict[str, object], message: str) -> None:
        with pytest.raises(ValueError, match=re.escape(message)):
            scene_from(table)

    def test_a_prop_keeps_its_measures(self) -> None:
        scene = scene_from({"picture_cm": PICTURE, "props": [{"kind": "mat", "from_to_cm": [-9, 9]}]})

        assert scene.props[0].measures == (("from_to_cm", (-9, 9)),)

    def test_a_strap_says_what_it_goes_round(self) -> None:
        strap = {"kind": "strap", "round": "left-foot", "held_by": "right"}
        around = picture(scene_from({"picture_cm": PICTURE, "props": [strap]}), {"tall": HINGE.postures["tall"]})

        assert around["props"] == [{"kind": "strap", "round": "footL", "by": "right"}]
