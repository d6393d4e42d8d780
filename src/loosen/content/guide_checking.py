"""`loosen check` of pictures, guides and resets: each read, then judged by its rules."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from loosen.content.faults import ContentError, Fault, Remark, line_of
from loosen.content.guide_rules import Known, guide_remarks, reset_remarks
from loosen.content.guides import guide_from_file
from loosen.content.movement_file import text_of
from loosen.content.pictures import pictures_from_file
from loosen.content.resets import drawings_of, resets_from_file
from loosen.content.score_rules import Library
from loosen.content.screening_file import rules_from_file
from loosen.core.body import Shared


def of_guides_and_resets(home: Path, shared: Shared, library: Library) -> Iterator[Fault]:
    """Yield every fault of the guides and resets of a content; what they stand on has been read."""
    try:
        drawn = drawings_of(library.scores, pictures_from_file(home / "pictures.toml", shared))
        questions = rules_from_file(home / "screening.toml").questions
    except ContentError as error:
        yield from error.faults
        return
    known = Known(library.scores, drawn, library.vocabulary, library.sources, questions)
    read = [faults_of_resets(home / "resets.toml", known)]
    read += [faults_of_guide(path, known) for path in sorted((home / "guides").glob("*.toml"))]
    yield from chain.from_iterable(read)


def faults_of_resets(path: Path, known: Known) -> Sequence[Fault]:
    """Return every fault of the file of resets."""
    try:
        resets = resets_from_file(path, known.drawings)
    except ContentError as error:
        return error.faults
    return _located(path, reset_remarks(resets, known))


def faults_of_guide(path: Path, known: Known) -> Sequence[Fault]:
    """Return every fault of one guide."""
    try:
        guide = guide_from_file(path)
    except ContentError as error:
        return error.faults
    return _located(path, guide_remarks(guide, known))


def _located(path: Path, told: Iterator[Remark]) -> Sequence[Fault]:
    text = text_of(path)
    return [Fault(path, line_of(text, remark.where), remark.fault, remark.remedy) for remark in told]
