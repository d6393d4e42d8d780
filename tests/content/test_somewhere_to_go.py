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


def goes_somewhere(slug: str, limits: Limits) -> bool:
    """Say whether a movement may be done, whichever level is asked for, or something it leads to may."""
    score = SCORES[slug]
    if limits.allows(score):
        doses = (limits.within(score, Dose(level.id, level.repetitions))[0] for level in score.levels)
        return all(limits.refuses(score, score.level(dose.level)) is None for dose in doses)
    ways = (SCORES[way] for way in substitutes(score, PRACTICE))
    return stand_in(score, PRACTICE, limits.forbids, frozenset()) is not None or any(
        limits.allows(way) for way in ways if way.slug in BREATHS
    )


class TestEveryMovement:
    @pytest.mark.parametrize("name", sorted(CONDITIONS))
    def test_leads_to_something_that_a_condition_allows_at_every_level(self, name):
        limits = of_condition(CONDITIONS[name])

        assert [slug for slug in SCORES if not goes_somewhere(slug, limits)] == []

    @pytest.mark.parametrize("name", sorted(CONDITIONS))
    def test_leads_to_something_that_any_other_condition_allows_with_it(self, name):
        for other in sorted(CONDITIONS):
            limits = strictest([of_condition(CONDITIONS[name]), of_condition(CONDITIONS[other])])

            assert [slug for slug in SCORES if not goes_somewhere(slug, limits)] == [], other
