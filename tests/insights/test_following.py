"""Somebody ordinary who follows a programme."""

from itertools import islice

import pytest

from loosen.content.loading import practice, programmes
from loosen.core.practice import BREATHS
from loosen.insights.following import follow


@pytest.mark.parametrize("programme", sorted(programmes()))
class TestWhoFollowsAProgramme:
    def test_has_its_sessions_from_the_first_day_on(self, programme: str) -> None:
        (first,) = islice(follow(programme, practice()), 1)

        assert {session.part for session in first.sessions} == set(practice().programmes[programme].begins)
        assert all(len(session.steps) > 1 for session in first.every)

    def test_moves_on_every_day_of_three_weeks_and_is_told_why(self, programme: str) -> None:
        for day in islice(follow(programme, practice()), 21):
            for session in day.every:
                assert session.reasons
                assert {step.movement for step in session.steps} - set(BREATHS)


class TestOverTime:
    def test_a_walk_grows(self) -> None:
        days = list(islice(follow("walking", practice()), 16))

        assert [days[n].walk.minutes for n in (0, 8, 15) if days[n].walk] == [5, 6, 7]

    def test_what_is_built_grows_from_its_gentlest(self) -> None:
        days = list(islice(follow("build", practice()), 16))
        first, later = ({step.movement: step.dose for step in days[n].sessions[0].steps} for n in (0, 15))

        assert first["bridge"].level == practice().scores["bridge"].levels[0].id
        assert any(later[movement] != first[movement] for movement in first)

    def test_the_same_days_come_again(self) -> None:
        one, other = ([day.sessions for day in islice(follow("runner", practice()), 3)] for _ in range(2))

        assert one == other
