"""A score as the drawing the moving figure plays: plain values, ready for JSON, in the words of pure/figure."""

from collections.abc import Mapping, Sequence
from typing import Any

from loosen.core.axes import Vec
from loosen.core.posture import Limb, Posture
from loosen.core.scene import PropPlace, Scene
from loosen.core.score import DESCRIBED, Phrase, Score
from loosen.core.timeline import first_round

REST_S = 0.4
STAY_S = 2.0

SEGMENT = {"pelvis": "pelvis", "chest": "chest", "head": "head", "right-thigh": "thighR", "left-thigh": "thighL"}
STRAPPED_AS = {"right-foot": "footR", "left-foot": "footL", "right-thigh": "thighR", "left-thigh": "thighL"}
PROP_KEYS = {
    "front_cm": "x", "height_cm": "h", "depth_cm": "d", "width_cm": "w",
    "at_cm": "at", "from_to_cm": "x", "size_cm": "size", "facing": "facing", "near_cm": "near",
    "opening_cm": "opening", "aside_cm": "z", "radius_cm": "r", "round": "round", "held_by": "by",
}  # fmt: skip


def drawing(score: Score, range: float = 1.0, level: str = DESCRIBED) -> dict[str, Any]:  # noqa: A002  the trade's word
    """Return all the figure needs of one score; `range` is how far of the way to each posture it moves, 0 to 1.

    What moves by itself is one repetition of this level, and the dashed end is the one it comes to.
    """
    scene, shown = _scene(score), score.level(level)
    loop = [beat for phrase in first_round(score) for beat in _beats(shown.shape(phrase))]
    flow = {"flow": True, "loop": _flowing(scene)} if scene.cycle else {}
    end = shown.postures.get(scene.shows_end, scene.shows_end)
    made = {**picture(scene, score.postures), "range": range, "ghost": end, "loop": loop, "bases": _bases(score)}
    return made | flow


def _flowing(scene: Scene) -> list[dict[str, Any]]:
    """Return the way through a cycle, evenly parted and without a rest."""
    return [{"posture": name, "s": _short(scene.cycle_s / len(scene.cycle))} for name in scene.cycle]


def _bases(score: Score) -> dict[str, str]:
    """Return from where the range counts, for postures whose level begins in another one than the score."""
    first = next(iter(score.postures))
    begins = ((level, score.first_posture(level)) for level in score.levels)
    return {shown: base for level, base in begins if base != first for shown in level.postures.values()}


def picture(scene: Scene, postures: Mapping[str, Posture]) -> dict[str, Any]:
    """Return postures in their scene, with nothing to play."""
    return {
        **_stage(scene),
        "range": 1,
        "first": next(iter(postures)),
        "poses": {name: pose(posture) for name, posture in postures.items()},
        "loop": [],
        "bases": {},
    }


def moving(scene: Scene, postures: Mapping[str, Posture], loop: Sequence[tuple[str, float]] = ()) -> dict[str, Any]:
    """Return postures in their scene, and the way through them: each posture with the seconds it takes to reach it."""
    return picture(scene, postures) | {"loop": [{"posture": posture, "s": _short(s)} for posture, s in loop]}


def _beats(phrase: Phrase) -> list[dict[str, Any]]:
    """Return the way to the posture in seconds, and a moment of rest there, longer where the phrase stays."""
    way = {"posture": phrase.posture, "s": _short(phrase.counts)}
    return [way, {"posture": phrase.posture, "s": STAY_S if phrase.stay else REST_S}]


def box(score: Score) -> list[float]:
    """Return the part of the world that is shown: x, y, width and height in cm, y down."""
    return _box(_scene(score))


def _scene(score: Score) -> Scene:
    if score.figure is None:
        raise ValueError(f"{score.slug}: nothing is drawn below the line; add [figure] and its postures")
    return score.figure


def _box(scene: Scene) -> list[float]:
    area = scene.picture
    return _vec((area.left, -area.top, area.right - area.left, area.top - area.bottom))


def _stage(scene: Scene) -> dict[str, Any]:
    """Return camera, picture, props and light."""
    return {
        "cam": [_short(deg) for deg in scene.camera_deg],
        "box": _box(scene),
        "props": [_prop(place) for place in scene.props],
        "glow": scene.glow,
        "eyes": "closed" if scene.eyes_closed else "open",
        "backline": scene.back_line,
        "mirror": scene.mirror,
        "ghost": scene.shows_end,
    }


def _prop(place: PropPlace) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": place.kind}
    for key, said in place.measures:
        made[PROP_KEYS[key]] = STRAPPED_AS.get(said, said) if isinstance(said, str) else _one_or_more(said)
    return made


def _one_or_more(numbers: Sequence[float]) -> float | list[float]:
    return [_short(v) for v in numbers] if len(numbers) > 1 else _short(numbers[0])


def pose(posture: Posture) -> dict[str, Any]:
    """Return a posture in the words of pure/figure/skeleton.js; what is zero is left out."""
    anchor: dict[str, Any] = {"seg": posture.rests_on, "at": _vec(posture.at_cm), "lean": _short(posture.lean_deg)}
    if posture.over_knees:
        anchor["on"] = "knees"
    made: dict[str, Any] = {"anchor": anchor | _numbers({"turn": posture.turn_deg, "roll": posture.roll_deg})}
    rows = {"flex": posture.bends, "side": posture.sides, "turn": posture.turns,
            "shrug": posture.raised_cm, "push": posture.pushed_cm}  # fmt: skip
    made |= {key: _vec(row) for key, row in rows.items() if any(row)}
    made |= _numbers({"breath": posture.breath})
    if posture.head_rests_cm is not None:
        made["head"] = {"cm": _short(posture.head_rests_cm), "share": 1}
    if posture.propped:
        made["reach"] = {"limb": "armR" if posture.propped.arm == "right" else "armL", "k": posture.propped.straight}
    limbs = {"legR": posture.right_leg, "legL": posture.left_leg, "armR": posture.right_arm, "armL": posture.left_arm}
    return made | {key: _limb(limb, key.startswith("leg")) for key, limb in limbs.items()}


def _limb(limb: Limb, leg: bool) -> dict[str, Any]:
    """Return a limb by its knee on the floor, its held place or its angles, and how its hand or foot lies."""
    made = _bones(limb) | _numbers({"lift": limb.heel_up_deg, "arc": limb.lift_cm, "grip": limb.grip_deg})
    if limb.fingers and limb.palm:
        made["hand"] = {"dir": _vec(limb.fingers), "palm": _vec(limb.palm)}
    if limb.toes_out_deg is not None:
        made["toe"] = _short(limb.toes_out_deg)
    elif leg and limb.point_deg is not None:
        made["ankle"] = _short(limb.point_deg)
    if limb.toes_up_deg is not None:
        made["toes"] = _short(limb.toes_up_deg)
    if limb.in_front is not None:
        made["layer"] = 1 if limb.in_front else -1
    return made


def _bones(limb: Limb) -> dict[str, Any]:
    if limb.knee_cm is not None:
        return {"knee": _vec(limb.knee_cm), "shin": _vec(limb.towards or (-1.0, 0.0, 0.0))}
    if limb.at_cm is None:
        angles = {"flex": limb.forward_deg, "out": limb.out_deg, "twist": limb.twist_deg, "bend": limb.bend_deg}
        return dict(_numbers(angles))
    made: dict[str, Any] = {"to": _vec(limb.at_cm)}
    if limb.of:
        made["in"] = SEGMENT[limb.of]
    if limb.towards:
        made["pole"] = _vec(limb.towards)
    return made


def _numbers(values: dict[str, float]) -> dict[str, float]:
    return {key: _short(value) for key, value in values.items() if value}


def _vec(values: Vec | Sequence[float]) -> list[float]:
    return [_short(value) for value in values]


def _short(value: float) -> float:
    """Return the number without a trailing .0, so that the JSON stays small."""
    rounded = round(value, 3)
    return int(rounded) if rounded == int(rounded) else rounded
