"""What must hold between a score's words, its drawing and its tags. One rule, one function."""

from collections.abc import Iterator, Mapping

from loosen.content.faults import Remark
from loosen.content.score_rules import Library, Remarks, Rule, Where, placed_phrases
from loosen.content.vocabulary import Origin
from loosen.core.body import CLEARLY_DEG, HARDLY_DEG, computed_tags, moved_deg
from loosen.core.score import Position, Score

POSITION_TAGS = {
    Position.LYING: "floor",
    Position.SIDE_LYING: "floor",
    Position.HANDS_AND_KNEES: "floor",
    Position.KNEELING: "floor",
    Position.SITTING: "seated",
    Position.STANDING: "standing",
}
"""The tag that each position brings."""

HOLD_ON_TO = frozenset({"wall", "chair", "counter", "doorway"})
"""What somebody who stands has beside them: without any of it they stand free."""


def everything_is_drawn(score: Score, _: Library) -> Remarks:
    """Each posture that a phrase, a level, the camera or the figure names has its numbers."""
    if score.figure is None:
        yield Remark(("figure",), "the movement has no [figure]", "say how it is seen, below its postures")
    for where, name in _named_postures(score):
        if name not in score.postures:
            yield Remark(
                where, f"the posture {name!r} is not drawn", f"add [posture.{name}] below, or name one that is"
            )


def tags_match_the_drawing(score: Score, library: Library) -> Remarks:
    """The tags that position and postures ask for are there, and none that the drawing denies."""
    known = library.vocabulary.tags
    asked, moved = tags_asked_for(score), _moved_deg(score)
    for tag in sorted(asked - score.tags):
        yield Remark(("tags",), f"the tag {tag!r} is missing: position or postures ask for it", "add it")
    if score.postures:
        drawn = {tag for tag in score.tags if tag in known and known[tag].origin is Origin.DRAWING}
        still = {tag for tag in score.tags & moved.keys() if moved[tag] < HARDLY_DEG}
        for tag in sorted((drawn - asked) | still):
            yield Remark(("tags",), f"the tag {tag!r} is not in the drawing", "leave it out, or draw it")


def tags_asked_for(score: Score) -> set[str]:
    """Return the tags of a movement's position, of its postures and of what clearly moves between them."""
    asked = {POSITION_TAGS[score.position]}
    if score.position is Position.STANDING and not HOLD_ON_TO & {*score.needs}:
        asked.add("free-standing")
    for name in _shown_postures(score):
        asked |= computed_tags(score.postures[name])
    return asked | {tag for tag, deg in _moved_deg(score).items() if deg >= CLEARLY_DEG}


def _moved_deg(score: Score) -> Mapping[str, float]:
    """Return how far each part of the spine moves in this movement, by the tag that says so."""
    most: dict[str, float] = {}
    for first in tuple(score.postures.values())[:1]:
        for name in _shown_postures(score):
            for tag, deg in moved_deg(first, score.postures[name]).items():
                most[tag] = max(deg, most.get(tag, 0.0))
    return most


RULES: tuple[Rule, ...] = (everything_is_drawn, tags_match_the_drawing)


def _named_postures(score: Score) -> Iterator[tuple[Where, str]]:
    """Every posture that the score names, with its place."""
    if score.figure:
        yield ("figure", "shows_end"), score.figure.shows_end
        yield from ((("figure", "cycle"), name) for name in score.figure.cycle)
    for where, phrase in placed_phrases(score):
        yield (*where, "posture"), phrase.posture
    for at, level in enumerate(score.levels):
        yield from ((("level", at, "postures"), name) for name in level.postures.values())
    for at, check in enumerate(score.camera.checks):
        yield ("camera", "check", at, "posture"), check.posture


def _shown_postures(score: Score) -> Iterator[str]:
    """The drawn postures that some level really shows."""
    for level in score.levels:
        for _, phrase in placed_phrases(score):
            name = level.shape(phrase).posture
            if name in score.postures:
                yield name
