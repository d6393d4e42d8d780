"""The score in time."""

from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.loading import scores
from loosen.core.breath import LEAST_COUNT_S, MOST_COUNT_S, Breath
from loosen.core.score import Dose, Position, Score, Sides
from loosen.core.timeline import change_s, cues, duration_s, first_round, repetitions_of

SCORES = st.sampled_from(list(scores().values()))
PACES = st.floats(LEAST_COUNT_S, MOST_COUNT_S)


@st.composite
def doses(draw, score: Score) -> Dose:
    level = draw(st.sampled_from(score.levels))
    return Dose(level.id, draw(st.integers(1, 12)), draw(st.floats(0.05, 1)))


@st.composite
def given_movements(draw) -> tuple[Score, Dose]:
    score = draw(SCORES)
    return score, draw(doses(score))


MOVEMENTS = given_movements()


def described(slug: str, repetitions: int, count_s: float = 1.0):
    return cues(scores()[slug], Dose("described", repetitions), count_s)


class TestOneRepetition:
    def test_is_its_phrases_in_order(self):
        fold, rise = described("hip-hinge", 1)

        assert (fold.breath, fold.counts, fold.posture) == (Breath.OUT, 4, "folded")
        assert (rise.breath, rise.counts, rise.posture) == (Breath.IN, 4, "tall")
        assert fold.say == "Breathe out, and let your hips drift back."

    def test_lasts_its_counts_at_the_persons_own_pace(self):
        fold, rise = described("hip-hinge", 1, count_s=1.5)

        assert (fold.at_s, fold.duration_s, rise.at_s) == (0, 6, 6)

    def test_stays_for_whole_breaths_in_the_posture_it_has_reached(self):
        tilt, stay_in, stay_out, release = described("pelvic-tilt", 1)

        assert [cue.posture for cue in (tilt, stay_in, stay_out, release)] == ["tilted", "tilted", "tilted", "rest"]
        assert [cue.breath.value for cue in (tilt, stay_in, stay_out, release)] == ["out", "in", "out", "in"]
        assert [cue.say for cue in (stay_in, stay_out)] == ["Stay for one breath.", ""]

    def test_begins_its_stay_with_the_out_breath_when_it_arrived_breathing_in(self):
        lift_up, stay_out, stay_in, let_go = described("shoulder-release", 5)[:4]

        assert [cue.breath.value for cue in (lift_up, stay_out, stay_in, let_go)] == ["in", "out", "in", "out"]

    def test_of_a_movement_in_parts_is_each_part_once(self):
        assert [phrase.id for phrase in first_round(scores()["shoulder-release"])] == [
            "lift-up", "let-go", "roll-up", "roll-back", "tilt-aside", "tilt-back", "quiet-in", "quiet-out",
        ]  # fmt: skip


class TestLayers:
    def test_come_one_a_repetition_from_the_second_on(self):
        said = [cue.layer for cue in described("hip-hinge", 8) if cue.posture == "folded"]

        assert said == ["", *scores()["hip-hinge"].layers.in_turn(), "", "", ""]

    def test_are_said_on_the_first_cue_of_their_repetition_only(self):
        assert not any(cue.layer for cue in described("hip-hinge", 8) if cue.posture == "tall")


class TestSides:
    def test_that_follow_each_other_finish_the_right_one_first(self):
        sides = [side for side, _ in groupby(described("seated-rotation", 5), key=lambda cue: cue.side)]

        assert sides == ["right", "left"]

    def test_have_a_cue_to_change_between_them(self):
        changes = [cue for cue in described("seated-rotation", 5) if cue.breath is Breath.EASY]

        assert [cue.say for cue in changes] == ["Rest in the middle. Then the other way."]
        assert (changes[0].side, changes[0].posture, changes[0].chime) == ("left", "centre", True)

    def test_that_alternate_take_turns(self):
        sides = [side for side, _ in groupby(described("knee-rolls", 2), key=lambda cue: cue.side)]

        assert sides == ["right", "left", "right", "left"]


class TestTheShoulderRollOfTheBreath:
    def rolls(self, repetitions: int) -> list[int]:
        return [cue.repetition for cue in described("seated-breath", repetitions) if cue.posture == "roll-up"]

    def test_comes_once_after_the_third_round(self):
        assert self.rolls(6) == [3]

    def test_is_left_out_when_the_third_round_is_the_last(self):
        assert self.rolls(3) == []

    def test_is_not_a_round(self):
        assert {cue.of for cue in described("seated-breath", 6)} == {6}


class TestOnceThrough:
    def counted(self, dose: Dose) -> dict[str, int]:
        return {cue.part: cue.of for cue in cues(scores()["shoulder-release"], dose, 1.0)}

    def test_gives_each_part_its_own_number(self):
        assert self.counted(Dose("described", 5)) == {
            "Lift and let go": 3, "Roll back": 5, "Tilt to each side": 1, "Quiet breaths": 3,
        }  # fmt: skip

    def test_shrinks_every_part_alike_and_none_away(self):
        assert self.counted(Dose("described", 2)) == {
            "Lift and let go": 1, "Roll back": 2, "Tilt to each side": 1, "Quiet breaths": 1,
        }  # fmt: skip

    def test_chimes_where_a_part_begins(self):
        chimes = [cue.part for cue in cues(scores()["shoulder-release"], Dose("described", 5), 1.0) if cue.chime]

        assert chimes == ["Lift and let go", "Roll back", "Tilt to each side", "Quiet breaths"]


class TestALevelWithoutCounting:
    def test_has_its_time_and_no_counts(self):
        breath = cues(scores()["seated-breath"], Dose("uncounted", 6), 1.0)

        assert {cue.counts for cue in breath} == {0}
        assert min(cue.duration_s for cue in breath) >= 4


class TestChangingPosition:
    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            (Position.SITTING, Position.SITTING, 5),
            (Position.LYING, Position.SIDE_LYING, 10),
            (Position.SITTING, Position.STANDING, 10),
            (Position.LYING, Position.HANDS_AND_KNEES, 14),
            (Position.HANDS_AND_KNEES, Position.SITTING, 16),
            (Position.STANDING, Position.LYING, 21),
            (Position.SITTING, Position.LYING, 25),
        ],
    )
    def test_takes_longer_the_further_it_is(self, before, after, expected):
        assert change_s(before, after) == expected

    @given(st.sampled_from(Position), st.sampled_from(Position))
    def test_is_ten_to_twenty_five_seconds_and_the_same_both_ways(self, before, after):
        if before is not after:
            assert 10 <= change_s(before, after) <= 25
        assert change_s(before, after) == change_s(after, before)

    @pytest.mark.parametrize(
        ("first", "expected"), [(Position.STANDING, 10), (Position.SITTING, 10), (Position.LYING, 21)]
    )
    def test_begins_from_standing(self, first, expected):
        assert change_s(None, first) == expected


class TestForEveryMovementDoseAndPace:
    @given(MOVEMENTS, PACES)
    def test_the_cues_follow_each_other_without_a_gap(self, movement, count_s):
        score, dose = movement

        played = cues(score, dose, count_s)

        assert played[0].at_s == 0
        for cue, following in pairwise(played):
            assert following.at_s == pytest.approx(cue.at_s + cue.duration_s)

    @given(MOVEMENTS, PACES)
    def test_the_duration_is_where_the_last_cue_ends(self, movement, count_s):
        score, dose = movement

        last = cues(score, dose, count_s)[-1]

        assert duration_s(score, dose, count_s) == pytest.approx(last.at_s + last.duration_s)

    @given(MOVEMENTS)
    def test_every_repetition_is_counted(self, movement):
        score, dose = movement
        played = cues(score, dose, 1.0)

        for part in score.whole():
            of = repetitions_of(part, score, dose)
            for side in {cue.side for cue in played if cue.part == part.name}:
                counted = {cue.repetition for cue in played if cue.part == part.name and cue.side == side}
                assert counted == set(range(1, of + 1))

    @given(MOVEMENTS)
    def test_a_movement_of_one_part_is_done_as_often_as_the_dose_says(self, movement):
        score, dose = movement

        if not score.parts:
            assert {cue.of for cue in cues(score, dose, 1.0)} == {dose.repetitions}

    @given(MOVEMENTS)
    def test_right_and_left_get_the_same(self, movement):
        score, dose = movement
        given_cues = [cue for cue in cues(score, dose, 1.0) if cue.breath is not Breath.EASY]

        right, left = (
            [(cue.breath, cue.counts, cue.posture) for cue in given_cues if cue.side == side]
            for side in ("right", "left")
        )

        assert right == left
        assert bool(right) == any(part.sides is not Sides.TOGETHER for part in score.whole())

    @given(MOVEMENTS, st.floats(0.05, 1))
    def test_range_changes_nothing_but_range(self, movement, range_):
        score, dose = movement

        assert cues(score, dose, 1.0) == cues(score, Dose(dose.level, dose.repetitions, range_), 1.0)

    @given(MOVEMENTS, PACES, PACES)
    def test_a_slower_count_changes_the_time_and_never_the_number_of_cues(self, movement, one, other):
        score, dose = movement
        quick, slow = sorted((one, other))

        assert len(cues(score, dose, quick)) == len(cues(score, dose, slow))
        assert duration_s(score, dose, quick) <= duration_s(score, dose, slow)

    @given(MOVEMENTS)
    def test_one_repetition_more_never_takes_less_time(self, movement):
        score, dose = movement
        more = Dose(dose.level, dose.repetitions + 1)

        assert duration_s(score, more, 1.0) >= duration_s(score, dose, 1.0)

    @given(MOVEMENTS)
    def test_it_ends_in_a_posture_that_is_drawn(self, movement):
        score, dose = movement

        assert {cue.posture for cue in cues(score, dose, 1.0)} <= score.postures.keys()
