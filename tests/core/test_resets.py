"""Which resets fit a person, and which one is proposed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.resets import resets
from loosen.core.prescription import Cap, Limits, Only
from loosen.core.reasons import Reason
from loosen.core.resets import Reset, Where, fits, fitting, following, proposed
from loosen.core.score import Position

WHY = Reason("because")
BY_ID = {reset.id: reset for reset in resets()}
SETTLE, STAND_UP, ROCK, FEET = (BY_ID[name] for name in ("settle", "stand-up", "rock", "wake-your-feet"))
SITTING = tuple(reset for reset in resets() if reset.where is Where.SITTING)
TAGS = sorted({tag for reset in resets() for tag in reset.tags})


class TestAReset:
    def test_lasts_as_long_as_its_sentences(self):
        assert ROCK.seconds == sum(step.seconds for step in ROCK.steps) == 44

    def test_is_quiet_when_it_only_breathes_and_lets_go(self):
        assert SETTLE.is_quiet
        assert not ROCK.is_quiet

    def test_is_measured_where_it_goes_furthest(self):
        assert STAND_UP.measured("trunk-lean") > 30
        assert SETTLE.measured("trunk-lean") < 15


class TestWhatAPersonLeavesOut:
    def test_nothing_left_out_leaves_every_reset(self):
        assert all(fits(reset, Limits()) for reset in resets())

    @pytest.mark.parametrize("position", [Position.SITTING, Position.STANDING])
    def test_somebody_who_cannot_be_in_a_position_is_not_sent_there(self, position):
        assert not fits(STAND_UP, Limits(positions={position: WHY}))

    def test_a_movement_that_a_clinician_left_out_is_no_reset_either(self):
        assert not fits(ROCK, Limits(movements={"seated-tilt": WHY}))

    def test_a_tag_that_is_left_out_leaves_out_what_carries_it(self):
        limits = Limits(tags={"spine-flexion": WHY})

        assert not fits(ROCK, limits)
        assert fits(FEET, limits)

    @pytest.mark.parametrize(
        "limits",
        [
            Limits(gentlest={"belly-effort": WHY}),
            Limits(reach={"spine-flexion": (0.5, WHY)}),
            Limits(repetitions={"spine-flexion": (3, WHY)}),
        ],
        ids=["gentlest", "reach", "repetitions"],
    )
    def test_what_is_kept_small_is_left_out_here(self, limits):
        assert not fits(ROCK, limits)

    def test_where_only_the_breath_and_some_tags_are_allowed_these_are_left(self):
        limits = Limits(only=(Only(frozenset({"circulation"}), WHY),))

        assert [reset.id for reset in SITTING if fits(reset, limits)] == ["settle", "wake-your-feet"]


class TestACap:
    @pytest.mark.parametrize(("most", "allowed"), [(20.0, False), (60.0, True)])
    def test_leaves_out_what_goes_further(self, most, allowed):
        assert fits(STAND_UP, Limits(caps=(Cap("trunk-lean", most, WHY),))) is allowed

    def test_of_another_position_does_not_matter(self):
        kneeling = Cap("trunk-lean", 0.0, WHY, frozenset({Position.KNEELING}))

        assert fits(STAND_UP, Limits(caps=(kneeling,)))

    def test_does_not_keep_anybody_from_the_breath(self):
        assert fits(SETTLE, Limits(caps=(Cap("trunk-lean", -90.0, WHY),)))


class TestTheDay:
    def test_resets_come_by_their_moment(self):
        groups = fitting(resets(), Limits())

        assert list(groups) == list(Where)
        assert groups[Where.SITTING] == SITTING

    def test_a_moment_without_any_is_left_out(self):
        groups = fitting(resets(), Limits(positions={Position.LYING: WHY, Position.SIDE_LYING: WHY}))

        assert Where.LYING not in groups

    def test_a_quiet_day_keeps_to_quiet_resets(self):
        groups = fitting(resets(), Limits(), quiet=True)

        assert all(reset.is_quiet for group in groups.values() for reset in group)
        assert set(groups) == set(Where)

    def test_a_movement_that_rests_after_sharp_pain_rests_here_too(self):
        groups = fitting(resets(), Limits(), at_rest={"seated-tilt", "seated-breath"})

        assert ROCK not in groups[Where.SITTING]
        assert SETTLE in groups[Where.SITTING]


class TestTheOneForNow:
    def test_is_led_to_by_the_hour(self):
        assert proposed(SITTING, 9) is proposed(SITTING, 9)
        assert {proposed(SITTING, hour).id for hour in range(24)} == {reset.id for reset in SITTING}

    @given(hour=st.integers(0, 23), last=st.sampled_from(SITTING))
    def test_is_not_the_one_had_last(self, hour, last):
        assert proposed(SITTING, hour, last.id) is not last

    def test_a_moment_with_one_reset_has_it_again(self):
        assert proposed((SETTLE,), 5, SETTLE.id) is SETTLE

    def test_asked_for_in_turn_they_all_come_before_one_comes_again(self):
        seen = [SITTING[2]]
        while len(seen) < len(SITTING):
            seen.append(following(SITTING, seen[-1].id))

        assert {reset.id for reset in seen} == {reset.id for reset in SITTING}

    def test_after_one_that_no_longer_fits_comes_the_first(self):
        assert following(SITTING, "gone") is SITTING[0]


@st.composite
def limits(draw) -> Limits:
    """Return limits of every kind that speaks of tags, positions or measures."""
    some = st.sets(st.sampled_from(TAGS), max_size=3)
    return Limits(
        positions=dict.fromkeys(draw(st.sets(st.sampled_from(Position), max_size=3)), WHY),
        tags=dict.fromkeys(draw(some), WHY),
        gentlest=dict.fromkeys(draw(some), WHY),
        caps=tuple(Cap("trunk-lean", most, WHY) for most in draw(st.sets(st.floats(0, 60), max_size=1))),
    )


class TestForEverybody:
    @given(limits(), st.sampled_from(resets()))
    def test_no_reset_asks_for_what_is_left_out(self, held, reset: Reset):
        if fits(reset, held):
            assert not reset.tags & held.tags.keys()
            assert not reset.positions & held.positions.keys()

    @given(limits(), st.sampled_from(resets()))
    def test_whoever_may_do_more_is_offered_no_less(self, held, reset: Reset):
        if fits(reset, held):
            assert fits(reset, replace(held, tags={}, caps=()))

    @pytest.mark.parametrize("left", [Position.SITTING, Position.STANDING, Position.LYING, Position.SIDE_LYING])
    def test_somebody_who_can_be_in_one_position_only_has_one(self, left):
        off = {position: WHY for position in Position if position is not left}

        assert fitting(resets(), Limits(positions=off), quiet=True)
