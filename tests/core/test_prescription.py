"""What is allowed: movements, positions, tags and how far, each with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.loading import scores
from loosen.core.body import MEASURES
from loosen.core.prescription import Cap, Limits
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
