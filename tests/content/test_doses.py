"""Holds and breaths add up: a dose lasts as long as its cues, and as the clinical ground asks, within 5 %."""

import itertools

import pytest

from loosen.content.loading import scores
from loosen.core.breath import LEAST_COUNT_S, MOST_COUNT_S, USUAL_COUNT_S, Breath
from loosen.core.score import DESCRIBED, Dose, Level, Score
from loosen.core.timeline import BOTH_SIDES, Cue, cues, duration_s

PACES = (LEAST_COUNT_S, USUAL_COUNT_S, MOST_COUNT_S)
WITHIN = 0.05

SLUGS = sorted(scores())
LEVELS = [(slug, level.id) for slug in SLUGS for level in scores()[slug].levels]

HELD_S = {
    "bridge": (3, 10),
    "side-plank": (5, 10),
    "wall-side-plank": (5, 10),
}
"""Seconds that a described posture is held at the usual pace. Source: clinical ground 4.8, R4 and R13."""

HELD_BREATHS = {
    "pelvic-tilt": (1, 1),
    "childs-pose": (3, 5),
    "half-kneel-opener": (3, 3),
    "standing-hip-opener": (3, 3),
    "lying-figure-four": (3, 5),
    "seated-figure-four": (3, 5),
    "knee-to-chest": (4, 5),
}
"""Whole breaths in the posture of the described level, a side. Source: clinical ground 4 (M3) and 4.8 (R2, R9, R10)."""


def given(slug: str, level: str) -> tuple[Score, Level, Dose]:
    score = scores()[slug]
    return score, score.level(level), Dose(level, score.level(level).repetitions)


def written_counts(score: Score, level: Level, dose: Dose) -> float:
    """The counts of a dose as they stand in the file: phrases, their stays, asides and the change of sides."""
    whole = 0.0
    for part in score.whole():
        sides = 1 if part.sides.value == "together" else len(BOTH_SIDES)
        share = part.repetitions * dose.repetitions / score.described.repetitions
        of = max(1, int(share + 0.5))
        whole += sides * of * counts_of([level.shape(phrase) for phrase in part.phrases])
        for aside in score.asides:
            whole += sides * (aside.after < of) * counts_of([level.shape(phrase) for phrase in aside.phrases])
        whole += score.change.counts if score.change and part.sides.value == "each" else 0
    return whole


def counts_of(phrases) -> float:
    stays = [phrase.stay for phrase in phrases if phrase.stay]
    moves = sum(phrase.counts for phrase in phrases)
    return moves + sum(stay.breaths * (stay.counts_in + stay.counts_out) for stay in stays)


def near(seconds: float, asked: float) -> bool:
    return abs(seconds - asked) <= WITHIN * asked


class TestADose:
    @pytest.mark.parametrize(("slug", "level"), LEVELS)
    def test_lasts_as_long_as_its_phrases_holds_and_breaths_at_every_pace(self, slug, level):
        score, at, dose = given(slug, level)

        for count_s in PACES:
            played = cues(score, dose, count_s)
            asked_s = written_counts(score, at, dose) * count_s

            assert near(sum(cue.duration_s for cue in played), asked_s)
            assert near(duration_s(score, dose, count_s), asked_s)

    @pytest.mark.parametrize(("slug", "level"), LEVELS)
    def test_has_no_gap_between_its_cues(self, slug, level):
        score, _, dose = given(slug, level)

        for one, following in itertools.pairwise(cues(score, dose, USUAL_COUNT_S)):
            assert following.at_s == pytest.approx(one.at_s + one.duration_s)

    @pytest.mark.parametrize(("slug", "level"), LEVELS)
    def test_gives_both_sides_the_same_time(self, slug, level):
        score, _, dose = given(slug, level)
        change = score.change.say if score.change else None
        sides = {
            side: sum(cue.duration_s for cue in cues(score, dose, 1.0) if cue.side == side and cue.say != change)
            for side in BOTH_SIDES
        }

        assert sides["right"] == pytest.approx(sides["left"])


class TestTheClinicalGround:
    @pytest.mark.parametrize(("slug", "span"), HELD_S.items(), ids=HELD_S)
    def test_asks_for_the_seconds_of_a_hold(self, slug, span):
        assert span[0] * (1 - WITHIN) <= longest_hold_s(slug) <= span[1] * (1 + WITHIN)

    @pytest.mark.parametrize(("slug", "span"), HELD_BREATHS.items(), ids=HELD_BREATHS)
    def test_asks_for_the_breaths_of_a_posture(self, slug, span):
        assert span[0] <= breaths_held(slug) <= span[1]


def first_repetition(slug: str) -> list[Cue]:
    score = scores()[slug]
    played = cues(score, Dose(DESCRIBED, score.described.repetitions), USUAL_COUNT_S)
    return [cue for cue in played if cue.repetition == 1 and cue.side != "left"]


def longest_hold_s(slug: str) -> float:
    """Seconds for which the body stays in a posture it has reached."""
    played = first_repetition(slug)
    stays = [0.0]
    for one, following in itertools.pairwise(played):
        stays.append(stays[-1] + following.duration_s if one.posture == following.posture else 0.0)
    return max(stays)


def breaths_held(slug: str) -> int:
    """Whole breaths for which the body stays in a posture of the described dose, a side."""
    played = first_repetition(slug)
    held = [two for one, two in itertools.pairwise(played) if one.posture == two.posture]
    return sum(cue.breath is Breath.OUT for cue in held)
