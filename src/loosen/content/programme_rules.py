"""What must hold for a programme beyond its shape."""

from collections.abc import Iterator, Mapping

from loosen.content.faults import Remark
from loosen.content.score_rules import Remarks, Where, unknown
from loosen.core.practice import Outline, Programme
from loosen.core.score import Score


def programme_remarks(programme: Programme, scores: Mapping[str, Score]) -> Remarks:
    """Every movement is known, each session begins with the breath and has its minutes in order."""
    for where, name in _named_movements(programme):
        if name not in scores:
            yield unknown(where, "movement", name, scores)
    for at, outline in enumerate(programme.sessions):
        yield from _session_remarks(("session", at), outline, scores)


def _session_remarks(where: Where, outline: Outline, scores: Mapping[str, Score]) -> Remarks:
    part = outline.part.value
    if not 0 < outline.least_minutes <= outline.most_minutes:
        yield Remark((*where, "least_minutes"), "the minutes are not in order", "give 0 < least <= most")
    first = scores.get(outline.slots[0].movement) if outline.slots else None
    if not outline.slots:
        yield Remark(where, f"the session {part!r} is empty", "add [[session.movement]]")
    elif first and not first.is_breath:
        yield Remark(where, f"the session {part!r} does not begin with the breath", "put seated-breath first")


def _named_movements(programme: Programme) -> Iterator[tuple[Where, str]]:
    yield from ((("easiest",), name) for name in programme.easiest)
    for at, outline in enumerate(programme.sessions):
        for place, slot in enumerate(outline.slots):
            yield ("session", at, "movement", place, "movement"), slot.movement
