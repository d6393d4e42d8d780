"""Small sentences to tap after a session, made from what was done. Kept by name, worded where they are shown."""

from collections.abc import Iterable, Mapping

from loosen.core.score import Score

LOOSER = "looser-after:"
"""Followed by the slug of a movement."""

ALWAYS = {
    "eased-on-the-way": "Stiff at first, then easier",
    "breath-came-easily": "The breath came easily",
    "tired-after": "Tired afterwards",
}

MOST = 4
"""Movements that get a chip of their own: more is a form, not a tap."""


def chips_for(movements: Iterable[str], scores: Mapping[str, Score]) -> tuple[tuple[str, str], ...]:
    """Return names and words of the chips that fit what was done."""
    moved = [movement for movement in movements if movement in scores and not is_breath(scores[movement])]
    looser = [(LOOSER + movement, words_of(LOOSER + movement, scores)) for movement in moved[:MOST]]
    return (*looser, *ALWAYS.items())


def words_of(chip: str, scores: Mapping[str, Score]) -> str:
    """Return the words of a chip; of one from an older program, its name."""
    score = scores.get(chip.removeprefix(LOOSER))
    return f"Looser after the {score.name.lower()}" if score and chip.startswith(LOOSER) else ALWAYS.get(chip, chip)


def is_breath(score: Score) -> bool:
    """True of a movement that is the breath alone."""
    return "breath" in score.regions
