"""What must hold for the camera section of a score: points, shares, spans and words. One rule, one function."""

from collections.abc import Iterator, Sequence

from loosen.content.faults import Remark
from loosen.content.score_rules import Library, Remarks, Rule, Where, placed_phrases, unknown
from loosen.core.camera import CameraCount, View
from loosen.core.score import Score

BODY_POINTS = ("ear", "nose", "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "toe")
"""What a camera can find of a body."""

UP = "up"
"""Straight above the point at which an angle is."""

OFF_DEG = 10.0
"""Degrees by which a camera itself is off; less would blame people. Source: clinical ground 4, bands of 10 to 15."""


def points_can_be_found(score: Score, _: Library) -> Remarks:
    """Points are ones a camera can find, angles are between three of them, and all of them stand among the needs."""
    for place, point in enumerate(score.camera.needs):
        if point not in BODY_POINTS:
            yield unknown(("camera", "needs", place), "body point", point, BODY_POINTS)
    for where, angle in _angles(score):
        for point in angle:
            if point != UP and found_as(point) not in BODY_POINTS:
                more = ", 'up', or one of them with 'right-' or 'left-' before it or an 's' after it"
                yield unknown(where, "body point", point, BODY_POINTS, more)
            elif point != UP and found_as(point) not in score.camera.needs:
                yield Remark(("camera", "needs"), f"{found_as(point)!r} is measured but not needed", "add it")
        if len(set(angle)) < len(angle) or angle[1] == UP:
            yield Remark(where, "the three points make no angle", "name three, the one at the angle in the middle")


def found_as(point: str) -> str:
    """Return the body point that a name of an angle is made of: `right-hip` and `hips` are a hip."""
    one = point.removeprefix("right-").removeprefix("left-")
    return one if one in BODY_POINTS else one.removesuffix("s")


def repetitions_can_be_counted(score: Score, _: Library) -> Remarks:
    """Shares are in order, the least is more than nothing, and parts and postures are there."""
    parts = {part.id for part in score.parts}
    shown = {phrase.posture for _, phrase in placed_phrases(score)}
    for name in score.camera.parts:
        if name not in parts:
            yield unknown(("camera", "parts", name), "part", name, parts)
    for where, count in _counts(score):
        if not 0 < count.leave < count.enter < 1:
            yield Remark(where, "enter and leave are not in order", "give 0 < leave < enter < 1")
        if min(count.least_deg, count.least_s) <= 0:
            yield Remark(where, "anything would count", "give least_deg and least_s more than nothing")
        if count.posture and count.posture not in shown:
            yield unknown(where, "posture in the phrases", count.posture, shown)


def corrections_are_fair(score: Score, _: Library) -> Remarks:
    """A span has two ends, the tolerance is wider than a camera is off, and its levels are there."""
    levels = {level.id for level in score.levels}
    for at, check in enumerate(score.camera.checks):
        where: Where = ("camera", "check", at)
        if check.between_deg[0] >= check.between_deg[1]:
            yield Remark((*where, "between_deg"), "the span is empty", "write the smaller angle first")
        if check.tolerance_deg < OFF_DEG:
            told = f"a tolerance of {check.tolerance_deg:g} degrees"
            yield Remark((*where, "tolerance_deg"), told, f"a camera is off by that much: give at least {OFF_DEG:g}")
        for name in check.levels:
            if name not in levels:
                yield unknown((*where, "levels"), "level", name, levels)


def it_says_what_it_cannot_see(score: Score, _: Library) -> Remarks:
    """Every score says what a camera cannot see; where it sees nothing of use, there is nothing to look at."""
    camera = score.camera
    if not camera.cannot:
        yield Remark(("camera",), "it does not say what a camera cannot see", "add [[camera.cannot]] with what and why")
    if camera.view is View.NONE and (camera.needs or camera.checks or any(_counts(score))):
        yield Remark(("camera",), "something is looked at where nothing is seen", "leave it out, or name the view")


RULES: tuple[Rule, ...] = (
    points_can_be_found,
    repetitions_can_be_counted,
    corrections_are_fair,
    it_says_what_it_cannot_see,
)


def _counts(score: Score) -> Iterator[tuple[Where, CameraCount]]:
    if score.camera.count:
        yield ("camera", "count"), score.camera.count
    yield from ((("camera", "parts", name), count) for name, count in score.camera.parts.items())


def _angles(score: Score) -> Iterator[tuple[Where, Sequence[str]]]:
    yield from ((where, count.angle) for where, count in _counts(score))
    yield from ((("camera", "check", at, "angle"), check.angle) for at, check in enumerate(score.camera.checks))
