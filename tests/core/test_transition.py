"""From one position to the next: the halts between, up and down, and what is said on the way."""

from dataclasses import replace
from itertools import permutations

import pytest

from loosen.content.loading import practice
from loosen.core.journal import DayPart
from loosen.core.planning import plan_day
from loosen.core.score import Position
from loosen.core.timeline import change_s
from loosen.core.transition import PAUSE_S, Halt, Transitions, spoken_s
from tests.people import MARIA, moment, steady, this_morning

WAYS = practice().transitions
PAIRS = list(permutations(Position, 2))
IDS = [f"{start.value} to {goal.value}" for start, goal in PAIRS]


class TestAWay:
    def test_up_from_lying_goes_over_the_side_the_hands_and_knees_and_one_foot(self):
        halts = [halt.posture for halt in WAYS.way(Position.LYING, Position.STANDING)]

        assert halts == ["on-the-side", "pushing-up", "hands-and-knees", "kneeling", "half-kneeling", "rising"]

    def test_down_to_lying_goes_the_same_halts_the_other_way(self):
        halts = [halt.posture for halt in WAYS.way(Position.STANDING, Position.LYING)]

        assert halts == ["stepping", "half-kneeling", "kneeling", "hands-and-knees", "pushing-up", "on-the-side"]

    def test_has_no_halt_between_neighbours(self):
        assert WAYS.way(Position.SIDE_LYING, Position.LYING) == ()

    def test_has_none_where_a_position_has_no_halt(self):
        alone = Transitions(up=(Halt("standing", position=Position.STANDING),))

        assert alone.way(Position.LYING, Position.STANDING) == ()

    @pytest.mark.parametrize(("start", "goal"), PAIRS, ids=IDS)
    def test_says_what_must_be_said_and_still_has_time_for_the_movement_that_comes(self, start, goal):
        needed_s = sum(spoken_s(halt.say) for halt in WAYS.way(start, goal) if halt.must)
        comes = [score for score in practice().scores.values() if score.position is goal]

        for score in comes if WAYS.way(start, goal) else ():
            words_s = spoken_s(f"{score.name}.") + spoken_s(score.get_there) - PAUSE_S
            assert needed_s + words_s <= change_s(start, goal), f"{score.slug}: get_there is too long"

    @pytest.mark.parametrize(("start", "goal"), PAIRS, ids=IDS)
    def test_gives_every_step_more_than_a_second(self, start, goal):
        assert change_s(start, goal) / (len(WAYS.way(start, goal)) + 1) >= 2.5


class TestItsHalts:
    def test_every_position_has_one_on_the_way_up_and_one_on_the_way_down(self):
        for halts in (WAYS.up, WAYS.down):
            assert {halt.position for halt in halts if halt.position} == set(Position)

    def test_all_postures_are_drawn(self):
        assert {halt.posture for halt in (*WAYS.up, *WAYS.down)} == set(WAYS.postures)


class TestASession:
    @pytest.mark.parametrize("programme", practice().programmes.values(), ids=list(practice().programmes))
    def test_begins_in_bed_before_sleep_and_where_its_programme_says_so(self, programme):
        person = replace(MARIA, programme=programme.slug, parts=tuple(DayPart))
        today = plan_day(this_morning(steady(person), person.usual_pain), moment(), practice())
        outlined = {outline.part: outline.in_bed for outline in programme.sessions}

        assert {session.part: session.in_bed for session in today.sessions}.items() <= outlined.items()
        assert outlined.get(DayPart.BEDTIME, True)


def test_a_spoken_line_takes_its_words_and_a_pause():
    assert spoken_s("Push up with your hands.") == pytest.approx(0.5 + 5 / 2.5)
