"""What must hold for a programme beyond its shape."""

from collections.abc import Collection, Container, Iterator, Mapping
from itertools import chain

from loosen.content.faults import Remark
from loosen.content.score_rules import Remarks, Where, unknown
from loosen.content.word_rules import kind
from loosen.core.journal import DayPart
from loosen.core.practice import Outline, Programme
from loosen.core.score import Score

SMALL_MINUTES = 2
"""The most one small thing lasts: what can be done on any day. Source: practice E3."""

SAID = ("for_whom", "how_long", "expect")
"""What is said of a programme before it is chosen."""


def programme_remarks(programme: Programme, scores: Mapping[str, Score], sources: Container[str]) -> Remarks:
    """Every movement and source is known, each session begins with the breath and has its minutes in order."""
    for where, name in _named_movements(programme):
        if name not in scores:
            yield unknown(where, "movement", name, scores)
    for at, outline in enumerate(programme.sessions):
        yield from _session_remarks(("session", at), outline, scores)
    yield from chain(_about_its_parts(programme), _about_the_small_thing(programme), _about_its_words(programme))
    for source in programme.sources:
        if source not in sources:
            yield Remark(("sources",), f"there is no source {source!r}", "define it in sources.toml")


def of_the_programmes(programmes: Mapping[str, Programme], programme: Programme) -> Remarks:
    """What may come next is a programme too, and not itself."""
    for after in programme.after:
        if after not in programmes or after == programme.slug:
            yield unknown(("after",), "other programme", after, programmes)


def of_the_resets(resets: Collection[str], programme: Programme) -> Remarks:
    """Every change of position is known."""
    for reset in programme.resets:
        if reset not in resets:
            yield unknown(("resets",), "reset", reset, resets)


def _about_its_parts(programme: Programme) -> Remarks:
    parts = [outline.part for outline in programme.sessions]
    if len(set(parts)) < len(parts):
        yield Remark(("session",), "two sessions are for the same part of the day", "give each its own part")
    if not programme.begins or not set(programme.begins) <= set(parts) - {DayPart.SMALL}:
        yield Remark(("begins",), "it does not begin with sessions of its own", "name one or more parts it has")


def _about_the_small_thing(programme: Programme) -> Remarks:
    small = [(at, one) for at, one in enumerate(programme.sessions) if one.part is DayPart.SMALL]
    if not small:
        yield Remark(("session",), "there is no one small thing", 'add [[session]] with part = "small"')
    for at, outline in small:
        movements = [slot.movement for slot in outline.slots[1:]]
        if len(movements) != 1 or movements[0] not in programme.easiest or outline.most_minutes > SMALL_MINUTES:
            remedy = f"give it the breath and one of the easiest movements, in {SMALL_MINUTES} minutes at the most"
            yield Remark(("session", at, "part"), "one small thing is more than that", remedy)


def _about_its_words(programme: Programme) -> Remarks:
    for name in SAID:
        for fault, remedy in kind(getattr(programme, name)):
            yield Remark((name,), fault, remedy)


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
