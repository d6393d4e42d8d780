"""What the content gives to the planner."""

import pytest

from loosen.content.loading import practice
from loosen.core.journal import DayPart

GENTLE = practice().programmes["gentle-start"]


class TestAProgramme:
    def test_has_a_session_for_each_part_it_names(self) -> None:
        assert GENTLE.outline(DayPart.NOON).part is DayPart.NOON

    def test_says_which_session_it_does_not_have(self) -> None:
        with pytest.raises(KeyError, match="gentle-start has no session for before-run"):
            GENTLE.outline(DayPart.BEFORE_RUN)


class TestPools:
    def test_name_what_looks_after_the_same_region_once_and_never_itself(self) -> None:
        alike = practice().alike("wall-press", "seated-w")

        assert "floor-angels" in alike
        assert len(set(alike)) == len(alike)
        assert not {"wall-press", "seated-w"} & set(alike)

    def test_have_nothing_for_a_movement_that_is_in_none(self) -> None:
        assert practice().alike("seated-breath") == ()
