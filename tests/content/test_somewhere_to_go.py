"""Under every condition there is somewhere to go: from each movement, by its wishes, to something allowed."""

import pytest

from loosen.content.loading import practice
from loosen.core.conditions import of_condition
from loosen.core.practice import BREATHS
from loosen.core.prescription import Limits, strictest
from loosen.core.routine import stand_in, substitutes
from loosen.core.score import Dose

PRACTICE = practice()
SCORES = PRACTICE.scores
CONDITIONS = {condition.id: condition for condition in PRACTICE.conditions}
MOVEMENTS = sorted(SCORES.keys() - BREATHS)

BREATH_ALONE = {"spine-surgery": ["chair-extension"], "fracture": ["chair-extension"]}
"""Where nothing but the breath is left: what opens the chest has nothing like it among ankles and nods."""


def left_with_the_breath_alone(limits: Limits) -> list[str]:
    """The movements that are left out, and in whose place no other movement comes."""
    out = (slug for slug in MOVEMENTS if not limits.allows(SCORES[slug]))
    return [slug for slug in out if stand_in(SCORES[slug], PRACTICE, limits.forbids, frozenset()) is None]


def given_at_a_level_left_out(limits: Limits) -> list[str]:
    """The movements that are allowed, and for which a level is asked that comes out as one that is left out."""
    allowed = (score for score in SCORES.values() if limits.allows(score))
    kept = (
        (score, limits.within(score, Dose(each.id, each.repetitions))[0]) for score in allowed for each in score.levels
    )
    return [score.slug for score, dose in kept if limits.refuses(score, score.level(dose.level))]


def without_a_breath(limits: Limits) -> list[str]:
    """The movements that are left out, and whose wishes lead to no breath that is allowed."""
    out = (slug for slug in SCORES if not limits.allows(SCORES[slug]))
    breaths = {slug for slug in BREATHS if limits.allows(SCORES[slug])}
    return [slug for slug in out if breaths.isdisjoint(substitutes(SCORES[slug], PRACTICE))]


class TestEveryMovement:
    @pytest.mark.parametrize("name", sorted(CONDITIONS))
    def test_that_a_condition_leaves_out_leads_to_another_movement(self, name):
        limits = of_condition(CONDITIONS[name])

        assert left_with_the_breath_alone(limits) == BREATH_ALONE.get(name, [])

    @pytest.mark.parametrize("name", sorted(CONDITIONS))
    def test_that_a_condition_allows_is_given_at_a_level_it_allows(self, name):
        assert given_at_a_level_left_out(of_condition(CONDITIONS[name])) == []

    @pytest.mark.parametrize("name", sorted(CONDITIONS))
    def test_is_given_at_an_allowed_level_or_leads_to_a_breath_with_any_other_condition(self, name):
        for other in sorted(CONDITIONS):
            limits = strictest([of_condition(CONDITIONS[name]), of_condition(CONDITIONS[other])])

            assert given_at_a_level_left_out(limits) == [], other
            assert without_a_breath(limits) == [], other
