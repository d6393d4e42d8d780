"""How a movement is shown, as its score says it; what cannot be drawn is refused by its key."""

from collections.abc import Mapping
from typing import Any

import pytest

from loosen.core.body import postures_from
from loosen.core.posture import Shared
from loosen.core.scene import Picture, PropPlace, scene_from

PICTURE = {"left": -60, "right": 60, "top": 180, "bottom": -5}
FIGURE: Mapping[str, Any] = {"view": "side", "picture_cm": PICTURE, "shows_end": "tilted"}


class TestAFigure:
    def test_has_its_eye_its_picture_and_its_end(self) -> None:
        scene = scene_from(FIGURE)

        assert scene.camera_deg == (14, 5)
        assert scene.picture == Picture(left=-60, right=60, top=180, bottom=-5)
        assert scene.shows_end == "tilted"

    def test_may_place_its_eye_by_degrees(self) -> None:
        assert scene_from({**FIGURE, "camera_deg": [30, 10]}).camera_deg == (30, 10)

    def test_may_glow_close_its_eyes_and_stand_by_a_wall(self) -> None:
        scene = scene_from({**FIGURE, "glow": "hips", "eyes": "closed", "props": [{"kind": "wall", "at_cm": -30}]})

        assert (scene.glow, scene.eyes_closed) == ("hips", True)
        assert scene.props == (PropPlace("wall", (("at_cm", (-30.0,)),)),)

    def test_may_go_round_and_round_as_in_walking(self) -> None:
        scene = scene_from({**FIGURE, "cycle": ["right-ahead", "left-ahead"], "cycle_s": 2})

        assert (scene.cycle, scene.cycle_s) == (("right-ahead", "left-ahead"), 2.0)

    def test_may_hold_a_strap_round_a_foot(self) -> None:
        scene = scene_from({**FIGURE, "props": [{"kind": "strap", "round": "right-foot", "held_by": "both"}]})

        assert scene.props == (PropPlace("strap", (("round", "right-foot"), ("held_by", "both"))),)


class TestAFigureThatCannotBeDrawn:
    @pytest.mark.parametrize(
        ("said", "fault"),
        [
            ({"zoom": 2}, "figure: there is no key 'zoom'"),
            ({"picture_cm": {"left": -60, "right": 60, "top": 180}}, "picture_cm: bottom is missing"),
            ({"glow": "heart"}, "glow: 'heart' is none of low-back"),
            ({"props": [{"kind": "strap", "round": "waist"}]}, "strap.round: 'waist' is none of right-foot, left-foot"),
            ({"camera_deg": [30]}, r"camera_deg: \[30\] must be 2 numbers"),
            ({"picture_cm": 0}, "picture_cm: 0 must be a table of keys"),
            ({"props": 0}, "props: 0 must be a list in square brackets"),
            ({"props": "wall"}, "props: 'wall' must be a list in square brackets"),
            ({"props": ["wall"]}, "props: 'wall' must be a table of keys"),
            ({"shows_end": []}, r"shows_end: \[\] must be text in quotes"),
            ({"back_line": "yes"}, "back_line: 'yes' must be true or false"),
            ({"cycle": ["right-ahead"]}, "cycle: name the postures in .* and the seconds of one round in cycle_s"),
        ],
    )
    def test_is_refused_by_its_key(self, said: dict[str, Any], fault: str) -> None:
        with pytest.raises(ValueError, match=fault):
            scene_from({**FIGURE, **said})


class TestAPostureThatCannotBeRead:
    @pytest.mark.parametrize(
        ("said", "fault"),
        [
            ({"from": "bridge"}, "from: there is no posture 'bridge'"),
            ({"from": []}, r"from: there is no posture \[\]"),
            ({"arms": {"hold": 0}}, "arms: there is no hold 0"),
            (0, "posture: 0 must be a table in braces"),
        ],
    )
    def test_is_refused_by_its_name(self, said: Any, fault: str) -> None:
        with pytest.raises(ValueError, match=rf"posture\.arched: {fault}"):
            postures_from({"arched": said}, Shared())
