"""What is allowed: movements, positions, tags and how far, each with its reason."""

import re
from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.loading import scores
from loosen.content.words import sentence
from loosen.core.body import MEASURES
from loosen.core.journal import DayPart
from loosen.core.prescription import LEAST_REACH, Cap, Limits, Only, strictest
from loosen.core.reasons import Reason
from loosen.core.score import Dose, Position

WHY = Reason("a-rule", {"value": 1})
HINGE = scores()["hip-hinge"]
CAT_COW = scores()["cat-cow"]
TURN = scores()["seated-rotation"]


def lean(most: float, *positions: Position) -> Limits:
    return Limits(caps=(Cap("trunk-lean", most, WHY, frozenset(positions)),))


class TestNothingLeftOut:
    def test_allows_every_movement(self):
        assert all(Limits().allows(score) for score in scores().values())

    def test_leaves_every_dose_as_it_was(self):
        dose = Dose("described", 8)

        assert Limits().within(HINGE, dose) == (dose, None)


class TestWhatIsLeftOut:
    @pytest.mark.parametrize(
        "limits",
        [
            Limits(movements={"cat-cow": WHY}),
            Limits(positions={Position.HANDS_AND_KNEES: WHY}),
            Limits(tags=dict.fromkeys(CAT_COW.tags, WHY)),
        ],
        ids=["a movement", "a position", "a tag"],
    )
    def test_is_said_with_its_reason(self, limits):
        assert limits.forbids(CAT_COW) == WHY
        assert not limits.allows(CAT_COW)

    def test_leaves_the_others_alone(self):
        assert Limits(movements={"cat-cow": WHY}, positions={Position.LYING: WHY}).allows(HINGE)


class TestWhatIsTooSmallToDo:
    """A limit that keeps small leaves out what it would leave next to nothing of, and then says that."""

    VALUES: ClassVar = {"measure": "trunk-lean"}

    @pytest.mark.parametrize("rule", ["clinician-cap", "condition-cap"])
    def test_by_a_cap_is_left_out_and_says_so(self, rule):
        limits = Limits(caps=(Cap("trunk-lean", 1, Reason(rule, self.VALUES)),))

        assert limits.forbids(HINGE) == Reason(f"{rule}-out", self.VALUES)

    def test_by_its_reach_is_left_out_and_says_so(self):
        limits = Limits(reach={"hip-hinge": (LEAST_REACH / 2, Reason("condition-reach", self.VALUES))})

        assert limits.forbids(HINGE) == Reason("condition-reach-out", self.VALUES)

    @pytest.mark.parametrize("rule", ["clinician-cap", "condition-cap", "condition-reach"])
    def test_says_that_it_is_left_out_and_what_is_done_says_it_not(self, rule):
        values = {"measure": "trunk-lean", "condition": "fusion", "who": "Dr Roy"}

        assert "left out" in sentence(Reason(f"{rule}-out", values))
        assert "left out" not in sentence(Reason(rule, values))
        assert not re.search("smaller|stays well", sentence(Reason(f"{rule}-out", values)))

    def test_is_kept_small_as_long_as_enough_is_left(self):
        limits = Limits(caps=(Cap("trunk-lean", 45, Reason("condition-cap", self.VALUES)),))

        assert limits.forbids(HINGE) is None
        assert limits.within(HINGE, Dose("described", 8))[1] == Reason("condition-cap", self.VALUES)


class TestACap:
    def test_shortens_the_way_to_what_it_allows(self):
        dose, reason = lean(45).within(HINGE, Dose("described", 8))

        tall, folded = (MEASURES["trunk-lean"](HINGE.postures[name]) for name in ("tall", "folded"))
        assert tall + dose.range * (folded - tall) == pytest.approx(45)
        assert reason == WHY

    def test_keeps_the_repetitions(self):
        assert lean(45).within(HINGE, Dose("described", 8))[0].repetitions == 8

    def test_leaves_a_smaller_way_as_it_was(self):
        small = Dose("described", 8, range=0.3)

        assert lean(45).within(HINGE, small) == (small, None)

    def test_counts_the_range_of_the_level_in(self):
        gentlest = HINGE.levels[0]

        dose, _ = lean(45).within(HINGE, Dose(gentlest.id, 5))

        assert HINGE.reach(dose) <= HINGE.reach(lean(45).within(HINGE, Dose("described", 5))[0]) + 1e-9

    def test_below_the_first_posture_leaves_the_movement_out(self):
        assert lean(10).forbids(CAT_COW) == WHY

    def test_of_one_position_says_nothing_of_another(self):
        standing = lean(10, Position.STANDING)

        assert standing.allows(CAT_COW)
        assert standing.within(HINGE, Dose("described", 8))[1] == WHY

    def test_has_nothing_to_say_of_a_movement_that_stays_where_it_begins(self):
        begins = next(iter(HINGE.postures))
        still = replace(HINGE, postures={begins: HINGE.postures[begins]})

        assert lean(10).allows(still)
        assert lean(10).within(still, Dose("described", 8)) == (Dose("described", 8), None)

    def test_that_is_lower_wins_over_one_that_is_higher(self):
        both = Limits(caps=(*lean(50).caps, *lean(30).caps))

        assert both.within(HINGE, Dose("described", 8))[0] == lean(30).within(HINGE, Dose("described", 8))[0]


@given(
    st.sampled_from(sorted(scores())),
    st.sampled_from(sorted(MEASURES)),
    st.floats(-30, 120),
    st.floats(0.01, 1),
)
def test_no_cap_ever_makes_a_movement_larger(slug, measure, most, asked):
    score = scores()[slug]
    dose = Dose("described", 4, asked)

    kept, reason = Limits(caps=(Cap(measure, most, WHY),)).within(score, dose)

    assert kept.range <= dose.range
    assert (reason is None) == (kept == dose)


class TestTheGentlestOnly:
    def test_takes_the_level_down_and_says_why(self):
        kept, reason = Limits(gentlest={"spine-rotation": WHY}).within(TURN, Dose("described", 5))

        assert (kept, reason) == (Dose("small", 3), WHY)

    def test_may_name_one_movement(self):
        assert Limits(gentlest={"cat-cow": WHY}).within(CAT_COW, Dose("slower", 8))[0] == Dose("small", 4)

    def test_never_raises_repetitions(self):
        assert Limits(gentlest={"cat-cow": WHY}).within(CAT_COW, Dose("slower", 2))[0].repetitions == 2

    def test_keeps_a_smaller_way(self):
        small = Dose("slower", 8, range=0.3)

        assert Limits(gentlest={"cat-cow": WHY}).within(CAT_COW, small)[0] == Dose("small", 4, range=0.3)

    def test_leaves_what_is_gentle_already_and_what_it_does_not_speak_of(self):
        gentle = Limits(gentlest={"spine-rotation": WHY})

        assert gentle.within(TURN, Dose("small", 3)) == (Dose("small", 3), None)
        assert gentle.within(HINGE, Dose("described", 8)) == (Dose("described", 8), None)

    def test_leaves_the_breath_as_it_is(self):
        breath, counted = scores()["seated-breath"], Dose("described", 8)

        assert Limits(gentlest={"seated": WHY}, reach={"seated": (0.5, WHY)}).within(breath, counted) == (counted, None)


class TestAShareOfTheWay:
    def test_is_not_passed_at_any_level(self):
        near = Limits(reach={"trunk-lean": (0.4, WHY)})

        for level in HINGE.levels:
            kept, reason = near.within(HINGE, Dose(level.id, 5))
            assert HINGE.reach(kept) == pytest.approx(min(0.4, level.range))
            assert reason == WHY

    def test_and_a_cap_hold_at_the_smaller(self):
        both = Limits(reach={"trunk-lean": (0.9, Reason("share"))}, caps=lean(45).caps)

        assert both.within(HINGE, Dose("described", 8)) == lean(45).within(HINGE, Dose("described", 8))

    def test_of_hardly_anything_leaves_the_movement_out(self):
        assert Limits(reach={"trunk-lean": (LEAST_REACH / 2, WHY)}).forbids(HINGE) == WHY
        assert Limits(reach={"trunk-lean": (LEAST_REACH, WHY)}).allows(HINGE)

    def test_counts_the_range_of_the_level_it_goes_down_to(self):
        rise = scores()["sit-to-stand"]
        half = replace(rise, levels=(replace(rise.levels[0], range=0.5), *rise.levels[1:]))

        kept, _ = Limits(reach={"leg-strength": (0.4, WHY)}).within(half, Dose("described", 5))

        assert kept == Dose("lean-only", 4, range=0.8)

    def test_that_is_all_of_it_leaves_what_is_done_whole_as_it_is(self):
        rise, whole = scores()["sit-to-stand"], Dose("described", 5)

        assert Limits(reach={"leg-strength": (1.0, WHY)}).within(rise, whole) == (whole, None)

    def test_of_what_is_done_whole_or_not_at_all_takes_the_level_down(self):
        rise = scores()["sit-to-stand"]

        kept, reason = Limits(reach={"leg-strength": (0.5, WHY)}).within(rise, Dose("described", 5, range=0.8))

        assert (kept, reason) == (Dose("lean-only", 4, range=0.5), WHY)


class TestRepetitions:
    def test_are_taken_away_down_to_the_most(self):
        few = Limits(repetitions={"spine-flexion": (6, WHY), "cat-cow": (4, Reason("fewer"))})

        assert few.within(CAT_COW, Dose("described", 8)) == (Dose("described", 4), Reason("fewer"))
        assert few.within(CAT_COW, Dose("described", 3)) == (Dose("described", 3), None)

    def test_as_few_by_two_limits_are_said_by_the_one_that_names_the_movement(self):
        both = Limits(repetitions={"spine-flexion": (4, WHY), "cat-cow": (4, Reason("named"))})

        assert both.within(CAT_COW, Dose("described", 8))[1] == Reason("named")


class TestOnlyWhatIsNamed:
    QUIET = Limits(only=(Only(frozenset({"neck-movement"}), WHY),))

    def test_is_allowed_beside_the_breath(self):
        assert self.QUIET.allows(scores()["shoulder-release"])
        assert self.QUIET.allows(scores()["lying-breath"])
        assert self.QUIET.forbids(HINGE) == WHY


class TestSeveralReasons:
    def test_are_said_by_the_first_that_made_it_smaller(self):
        both = Limits(gentlest={"cat-cow": Reason("level")}, repetitions={"cat-cow": (2, Reason("count"))})

        assert both.within(CAT_COW, Dose("described", 8)) == (Dose("small", 2), Reason("level"))
        assert both.within(CAT_COW, Dose("small", 4)) == (Dose("small", 2), Reason("count"))


class TestPuttingLimitsTogether:
    def test_keeps_the_lowest_of_each(self):
        one = Limits(reach={"a": (0.5, Reason("one"))}, repetitions={"a": (3, Reason("one"))}, pain_during=(4, WHY))
        other = Limits(
            reach={"a": (0.7, Reason("two")), "b": (0.9, Reason("two"))},
            repetitions={"a": (2, Reason("two"))},
            pain_during=(3, Reason("two")),
        )

        both = strictest((one, other))

        assert both.reach == {"a": (0.5, Reason("one")), "b": (0.9, Reason("two"))}
        assert both.repetitions == {"a": (2, Reason("two"))}
        assert both.pain_during == (3, Reason("two"))

    def test_of_two_that_are_as_strict_keeps_the_first(self):
        one, other = (
            Limits(
                reach={"a": (0.5, Reason(name))},
                repetitions={"a": (3, Reason(name))},
                minutes=(5, Reason(name)),
                pain_during=(4, Reason(name)),
            )
            for name in ("one", "two")
        )

        assert strictest((one, other)) == one

    def test_keeps_what_any_of_them_says(self):
        one = Limits(steps=WHY, parts={DayPart.MORNING: Limits(tags={"floor": WHY})})
        other = Limits(one_position=WHY, parts={DayPart.MORNING: Limits(movements={"cat-cow": WHY})})

        both = strictest((one, other))

        assert (both.steps, both.one_position) == (WHY, WHY)
        assert both.parts == {DayPart.MORNING: Limits(tags={"floor": WHY}, movements={"cat-cow": WHY})}

    def test_forgets_what_was_answered_before(self):
        free = Limits()
        assert free.allows(HINGE)

        assert not replace(free, movements={"hip-hinge": WHY}).allows(HINGE)
