"""What limits and tags need to know of a posture."""

import re
from dataclasses import replace
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.loading import scores, shared
from loosen.core.axes import local
from loosen.core.body import MEASURES, RANGES, Posture, computed_tags, fraction_within, moved_deg, posture_from
from loosen.core.posture import Limb, Shared
from loosen.core.trunk import arm_raise, trunk

START = shared().postures
ANGLES = st.floats(min_value=-60, max_value=60)


def posture(**table: object) -> Posture:
    """Read one posture the way a score says it."""
    return posture_from(table, shared())


class TestStandingTall:
    def test_the_trunk_is_upright(self) -> None:
        assert abs(MEASURES["trunk-lean"](START["standing"])) < 5

    def test_the_head_is_above_the_heart(self) -> None:
        assert MEASURES["head-drop"](START["standing"]) < -20

    def test_the_arms_hang(self) -> None:
        assert MEASURES["arm-raise"](START["standing"]) < 15

    def test_it_asks_for_no_tag(self) -> None:
        assert computed_tags(START["standing"]) == frozenset()


class TestLeaningForwards:
    @pytest.mark.parametrize("lean_deg", [10, 45, 80])
    def test_the_inclination_is_the_lean_of_the_hips_and_the_curve_of_the_spine(self, lean_deg: float) -> None:
        leaning = posture(pelvis={"lean_deg": lean_deg})

        assert MEASURES["trunk-lean"](leaning) == pytest.approx(lean_deg - 3.6, abs=0.5)

    def test_a_deep_fold_brings_the_head_below_the_heart(self) -> None:
        folded = posture(pelvis={"lean_deg": 90}, low_back={"bend_deg": 30}, neck={"bend_deg": 20})

        assert "head-below-heart" in computed_tags(folded)

    def test_turning_round_does_not_change_it(self) -> None:
        ahead = posture(pelvis={"lean_deg": 40})
        aside = posture(pelvis={"lean_deg": 40, "turn_deg": 70})

        assert MEASURES["trunk-lean"](aside) == pytest.approx(MEASURES["trunk-lean"](ahead), abs=0.01)

    def test_a_bend_to_the_side_leans_neither_forwards_nor_back(self) -> None:
        aside = posture(low_back={"side_deg": 12}, mid_back={"side_deg": 14})

        assert abs(MEASURES["trunk-lean"](aside)) < 5


class TestTags:
    @pytest.mark.parametrize(
        ("table", "tag"),
        [
            ({"from": "lying"}, "lying-flat"),
            ({"from": "hands-and-knees"}, "kneeling"),
            ({"from": "hands-and-knees"}, "weight-on-wrists"),
            ({"arms": {"forward_deg": 160}}, "arms-above-shoulder"),
            ({"pelvis": {"lean_deg": 40}}, "trunk-lean"),
            ({"pelvis": {"lean_deg": -15}}, "leaning-back"),
            ({"right_leg": {"forward_deg": 95, "bend_deg": 95}}, "thigh-lifted"),
            (
                {"from": "hands-and-knees", "pelvis": {"at_cm": [-34, 27], "lean_deg": 69}, "propped": False},
                "hip-folded",
            ),
            ({"right_leg": {"forward_deg": 20, "bend_deg": 30}}, "one-leg"),
            ({"left_leg": {"forward_deg": -20}}, "one-leg"),
            ({"from": "lying", "neck": {"turn_deg": 40}}, "lying-head-turn"),
            ({"low_back": {"bend_deg": 55}}, "end-range-flexion"),
            ({"mid_back": {"bend_deg": -20}}, "end-range-extension"),
            ({"neck": {"bend_deg": -60}}, "end-range-extension"),
            ({"mid_back": {"turn_deg": 45}}, "end-range-rotation"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_the_drawing_knows(self, table: dict[str, object], tag: str) -> None:
        assert tag in computed_tags(posture(**table))

    def test_a_hand_on_the_floor_beside_a_lying_body_bears_no_weight(self) -> None:
        assert "weight-on-wrists" not in computed_tags(posture(**{"from": "lying", "arms": "hand-beside-hip"}))

    def test_on_hands_and_knees_no_hip_is_folded_far(self) -> None:
        assert "hip-folded" not in computed_tags(START["hands-and-knees"])

    def test_a_lifted_foot_on_a_chair_is_no_standing_on_one_leg(self) -> None:
        assert "one-leg" not in computed_tags(posture(**{"from": "sitting", "right_leg": {"forward_deg": 95}}))

    def test_a_side_is_not_flat(self) -> None:
        assert "lying-flat" not in computed_tags(START["side-lying"])

    @pytest.mark.parametrize("slug", sorted(scores()))
    def test_every_movement_stays_well_within_what_joints_can_do(self, slug: str) -> None:
        for name, drawn in scores()[slug].postures.items():
            for measure, (least, most) in RANGES.items():
                assert least * 0.75 <= MEASURES[measure](drawn) <= most * 0.75, (name, measure)


class TestLeaningOnAnArm:
    STRAIGHT_CM = 0.988 * 52.5

    def away_cm(self, leaning: Posture, side: int) -> float:
        arm = leaning.right_arm if side > 0 else leaning.left_arm
        return dist(arm.at_cm, trunk(leaning).shoulder(side))

    @pytest.mark.parametrize(("arm", "side"), [("right", 1), ("left", -1)])
    @pytest.mark.parametrize("bend", [-20, 0, 32])
    def test_leans_until_the_planted_arm_is_straight(self, arm: str, side: int, bend: float) -> None:
        propped = {"arm": arm, "straight": 0.988}

        leaning = posture(**{"from": "hands-and-knees", "low_back": {"bend_deg": bend}, "propped": propped})

        assert self.away_cm(leaning, side) == pytest.approx(self.STRAIGHT_CM, abs=0.01)

    def test_leans_no_further_than_it_can_towards_a_hand_out_of_reach(self) -> None:
        far = posture(**{"from": "hands-and-knees", "right_arm": {"hand_cm": [400, 0, 0]}})

        assert self.away_cm(far, 1) > 300

    def test_leans_as_is_said_on_an_arm_that_holds_no_place(self) -> None:
        hanging = posture(**{"from": "hands-and-knees", "right_arm": {"forward_deg": 90}})

        assert trunk(hanging) == trunk(replace(hanging, propped=None))

    def test_keeps_the_thighs_as_long_as_they_are(self) -> None:
        kneeling = posture(**{"from": "hands-and-knees", "pelvis": {"at_cm": [6, 46]}})
        pelvis, axes = trunk(kneeling).pelvis

        hip = local(pelvis, axes, (0.0, 0.0, 8.6))

        assert dist(hip, kneeling.right_leg.knee_cm) == pytest.approx(42.0, abs=0.01)

    def test_on_one_knee_measures_from_that_one(self) -> None:
        left = posture(**{"from": "hands-and-knees", "right_leg": {"forward_deg": 10}})

        assert trunk(left).pelvis[0] == pytest.approx(trunk(START["hands-and-knees"]).pelvis[0])


class TestAnArmThatHoldsAPlace:
    @pytest.mark.parametrize(("elbow", "raised_deg"), [([0, -1, 0.2], 60), ([0, 1, 0.2], 120)])
    def test_is_raised_as_far_as_its_upper_arm(self, elbow: list[float], raised_deg: float) -> None:
        held = posture(right_arm={"hand_cm": [2, 138, 50], "elbow": elbow})

        assert arm_raise(held, 1) == pytest.approx(raised_deg, abs=25)

    def test_may_hold_the_trunk_or_a_thigh(self) -> None:
        on_hip = posture(arms={"hold": "hand-on-hip"})
        on_thigh = posture(**{"from": "sitting", "arms": "hand-on-thigh"})

        assert 20 < arm_raise(on_hip, 1) < 60
        assert arm_raise(on_thigh, 1) == arm_raise(on_thigh, -1) == 45

    def test_beyond_its_length_is_straight(self) -> None:
        up = posture(right_arm={"hand_cm": [2, 400, 15.6]})

        assert arm_raise(up, 1) > 170

    def test_at_the_shoulder_itself_is_measured_all_the_same(self) -> None:
        here = trunk(START["standing"]).shoulder(1)

        assert 0 <= arm_raise(posture(right_arm={"hand_cm": list(here)}), 1) <= 180


class TestHowFarItMoves:
    def test_is_told_by_the_tag_that_says_so(self) -> None:
        tall, turned = (
            START["sitting"],
            posture(**{"from": "sitting", "mid_back": {"turn_deg": 30}, "neck": {"turn_deg": 20}}),
        )

        moved = moved_deg(tall, turned)

        assert moved["spine-rotation"] == pytest.approx(30)
        assert moved["neck-movement"] <= 0
        assert moved["spine-flexion"] == 0

    def test_counts_a_neck_that_turns_by_itself(self) -> None:
        looking = posture(**{"from": "sitting", "neck": {"turn_deg": 20}})

        assert moved_deg(START["sitting"], looking)["neck-movement"] == pytest.approx(20)

    def test_counts_a_bend_to_the_side(self) -> None:
        aside = posture(**{"from": "sitting"}, low_back={"side_deg": 8}, mid_back={"side_deg": -20})

        assert moved_deg(START["sitting"], aside)["spine-side"] == pytest.approx(12)

    @pytest.mark.parametrize(("bend", "seen"), [(4, 4), (10, 10), (30, 13)])
    def test_sees_a_nod_and_demands_no_tag_for_it(self, bend: float, seen: float) -> None:
        nodding = posture(**{"from": "sitting"}, neck={"bend_deg": bend})

        assert moved_deg(START["sitting"], nodding)["neck-movement"] == pytest.approx(seen)


class TestAMovementWithinACap:
    leans = tuple(MEASURES["trunk-lean"](posture(pelvis={"lean_deg": deg})) for deg in (0, 80))

    def test_no_cap_leaves_the_whole_way(self) -> None:
        assert fraction_within(*self.leans, 120) == 1

    def test_a_cap_leaves_the_part_of_the_way_that_stays_under_it(self) -> None:
        part = fraction_within(*self.leans, 45)

        there = posture(pelvis={"lean_deg": 80 * part})
        assert MEASURES["trunk-lean"](there) == pytest.approx(45, abs=0.5)

    def test_a_first_posture_beyond_the_cap_leaves_nothing(self) -> None:
        assert fraction_within(80, 80, 45) == 0

    def test_a_movement_away_from_the_cap_is_not_shortened(self) -> None:
        assert fraction_within(0, -20, 0) == 1

    @given(first=ANGLES, last=ANGLES, cap=st.floats(min_value=0, max_value=90))
    def test_the_cap_holds_wherever_the_movement_began_under_it(self, first: float, last: float, cap: float) -> None:
        part = fraction_within(first, last, cap)

        assert 0 <= part <= 1
        if first <= cap:
            assert first + (last - first) * part <= cap + 1e-6

    @given(deg=ANGLES)
    def test_both_sides_turn_alike(self, deg: float) -> None:
        right, left = (posture(mid_back={"turn_deg": turn}) for turn in (deg, -deg))

        assert MEASURES["trunk-turn"](right) == pytest.approx(MEASURES["trunk-turn"](left))


class TestReadingAPosture:
    def test_one_number_is_shared_by_both_joints_of_a_part(self) -> None:
        assert posture(low_back={"bend_deg": 30}).bends[:2] == (15, 15)

    def test_a_pair_is_lower_and_upper(self) -> None:
        assert posture(neck={"bend_deg": [4, 12]}).bends[4:] == (4, 12)

    def test_what_is_not_said_stays_as_it_was(self) -> None:
        arched = posture(**{"from": "hands-and-knees", "low_back": {"bend_deg": -20}})

        assert arched.right_arm == START["hands-and-knees"].right_arm
        assert arched.bends[4:] == START["hands-and-knees"].bends[4:]

    def test_both_arms_are_said_for_the_right_and_mirrored(self) -> None:
        held = posture(arms={"hand_cm": [10, 20, 30], "palm": [0, 0, -1], "fingers": [1, 0, 0]})

        assert held.right_arm.at_cm == (10, 20, 30)
        assert held.left_arm.at_cm == (10, 20, -30)
        assert held.left_arm.palm == (0, 0, 1)

    def test_a_hold_on_the_own_thigh_is_on_each_sides_thigh(self) -> None:
        sitting = START["sitting"]

        assert (sitting.right_arm.of, sitting.left_arm.of) == ("right-thigh", "left-thigh")

    def test_a_hold_for_the_left_alone_is_its_mirror_image(self) -> None:
        one_hand = posture(left_arm="hand-on-hip")

        assert one_hand.left_arm == posture(arms="hand-on-hip").left_arm
        assert one_hand.right_arm == START["standing"].right_arm

    def test_a_head_lies_on_something_until_the_neck_carries_it(self) -> None:
        assert START["lying"].head_rests_cm == 0
        assert posture(**{"from": "lying", "head_rests_cm": 8}).head_rests_cm == 8
        assert posture(**{"from": "lying", "head_rests_cm": False}).head_rests_cm is None

    def test_a_trunk_that_was_propped_can_be_free_again(self) -> None:
        kneeling = posture(**{"from": "hands-and-knees", "propped": False})

        assert START["hands-and-knees"].propped is not None
        assert kneeling.propped is None

    def test_a_hold_can_be_changed_in_one_point(self) -> None:
        nearer = posture(legs={"hold": "foot-lying", "foot_cm": [46, 7, 8.6]})

        assert nearer.right_leg == replace(START["lying"].right_leg, at_cm=(46, 7, 8.6))

    def test_naming_the_chest_lets_the_chest_rest_instead_of_the_pelvis(self) -> None:
        lying = posture(**{"from": "hands-and-knees", "chest": {"at_cm": [0, 8], "lean_deg": -90}})

        assert (lying.rests_on, lying.over_knees) == ("chest", False)

    @pytest.mark.parametrize(
        ("table", "message"),
        [
            ({"pelvic": {}}, "there is no key 'pelvic'"),
            ({"pelvis": {"lean": 3}}, "pelvis: there is no key 'lean'; known are at_cm, lean_deg"),
            ({"pelvis": {"lean_deg": "far"}}, "pelvis.lean_deg: 'far' must be a number"),
            ({"pelvis": {"at_cm": [1, 2, 3, 4]}}, "pelvis.at_cm: [1, 2, 3, 4] must be [forwards, up]"),
            ({"pelvis": 3}, "pelvis: 3 must be a table"),
            ({"pelvis": {"over_knees": 1}}, "pelvis.over_knees: 1 must be true or false"),
            ({"neck": {"bend_deg": [1, 2, 3]}}, "neck.bend_deg: [1, 2, 3] must be one number or a pair"),
            ({"breath": 2}, "breath: 2 is outside 0 (out) to 1 (in)"),
            ({"arms": "on-the-moon"}, "arms: there is no hold 'on-the-moon'"),
            ({"arms": {"bend_deg": -5}}, "arms.bend_deg: no knee or elbow bends backwards"),
            ({"right_arm": {"of": "tail"}}, "right_arm.of: 'tail' is none of pelvis, chest"),
            ({"propped": {"arm": "both"}}, "propped.arm: say right or left"),
            ({"from": "flying"}, "from: there is no posture 'flying'"),
        ],
    )
    def test_a_slip_is_named_with_what_is_known(self, table: dict[str, object], message: str) -> None:
        with pytest.raises(ValueError, match=re.escape(message)):
            posture(**table)

    def test_a_hold_does_not_start_from_another_hold(self) -> None:
        holds = Shared(holds={"a": {"hold": "b"}, "b": {}})

        with pytest.raises(ValueError, match=r"hold\.a: a hold does not start from another hold"):
            posture_from({"arms": "a"}, holds)

    def test_a_limb_without_words_hangs(self) -> None:
        assert Posture().right_arm == Limb()
