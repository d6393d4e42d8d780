"""What a movement rests on is said as it is, in its score and in docs/evidence.md."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from loosen.content.loading import scores
from loosen.core.practice import BREATHS
from loosen.core.score import Evidence, Score

DOCUMENT = Path(__file__).resolve().parents[2] / "docs/evidence.md"


def rests_on(score: Score) -> tuple[str, tuple[str, ...]]:
    return score.evidence.value, score.sources


def rows() -> Iterator[str]:
    """Yield the rows of the document: movements that rest on the same, by name."""
    for (grade, sources), some in groupby(sorted(scores().values(), key=rests_on), key=rests_on):
        links = ", ".join(f"[{source}](safety.md#{source})" for source in sources)
        names = ", ".join(sorted((score.name for score in some), key=str.casefold))
        yield f"| {links} | {grade} | {names} |"


class TestWhatAMovementRestsOn:
    def test_stands_in_the_document_as_the_scores_have_it(self) -> None:
        written = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("| [")]

        assert written == list(rows())

    def test_is_called_a_trial_only_where_it_was_tried(self) -> None:
        """The slow breath, for heart rate and pressure, and walking. All else follows from facts, or from experts."""
        tried = {slug for slug, score in scores().items() if score.evidence is Evidence.TRIAL}

        assert tried == {*BREATHS, "walking"}

    def test_of_a_stretch_is_not_what_showed_that_stretches_alone_do_little(self) -> None:
        stretches = {
            "side-bend", "seated-side-bend", "standing-hip-opener", "half-kneel-opener", "seated-figure-four",
            "lying-figure-four", "childs-pose", "standing-extension", "chair-extension", "doorway-opener",
            "knee-to-chest", "knee-to-chest-strap", "knee-rolls", "open-book", "thread-the-needle", "seated-fold",
        }  # fmt: skip

        assert not [slug for slug in stretches if "owen-2020" in scores()[slug].sources]
