"""The breath and the two easiest movements: what a heavy day leaves, and why each of it is there."""

from dataclasses import replace

from loosen.core.journal import Body, DayPart
from loosen.core.reasons import Reason
from loosen.core.record import Record
from tests.core.test_pacing import day, session, with_events
from tests.people import AYSE, MARIA, ago, sharp, steady, this_morning
from tests.plans import plan, please, with_plans

ON_A_CHAIR = (Reason("cannot-position", {"position": "lying"}), Reason("stands-in", {"instead": "pelvic-tilt"}))


def reasons(record: Record) -> dict[str, tuple[Reason, ...]]:
    return {step.movement: step.reasons for step in session(record).steps}


class TestAHeavyNoonOnAChair:
    NOON = this_morning(steady(replace(AYSE, parts=(DayPart.NOON,)), 6, pain=5), 5, Body.HEAVY)

    def test_says_what_an_easiest_movement_stands_in_for_that_noon_does_not_have(self) -> None:
        assert reasons(self.NOON) == {"seated-breath": (), "seated-tilt": ON_A_CHAIR, "shoulder-release": ()}

    def test_says_it_of_a_movement_that_a_clinician_asks_for_too(self) -> None:
        asked = with_plans(self.NOON, plan("Dr Roy", please("seated-tilt")))

        by_whom = Reason("clinician-required", {"who": "Dr Roy", "movement": "seated-tilt"})
        assert reasons(asked)["seated-tilt"] == (*ON_A_CHAIR, by_whom)


class TestAHeavyDayAfterSharpPain:
    def test_says_of_what_stood_in_why_it_was_there_and_why_it_is_not(self) -> None:
        stopped = with_events(steady(MARIA, 6), *sharp(ago(1), "cat-cow"))

        absences = {one.movement: one.reasons for one in day(this_morning(stopped, 4, Body.HEAVY)).absences}

        assert [reason.rule for reason in absences["seated-cat-cow"]] == ["sharp-rest", "stands-in", "easiest-only"]
