"""What stands in for a movement at rest, and what is left out says why: what a person would notice."""

from dataclasses import replace

from loosen.core.journal import DayPart
from loosen.core.record import Person, Record
from tests.core.test_pacing import day, session, with_events
from tests.people import AYSE, TOM, ago, sharp, steady, this_morning


def stopped(person: Person, movement: str) -> Record:
    """Ten steady days, and yesterday this movement was sharp and stayed so."""
    return this_morning(with_events(steady(person, 10, pain=5), *sharp(ago(1), movement)), 5)


class TestAMovementAtRest:
    def test_gives_way_to_another_position_not_to_its_first_wish(self) -> None:
        """The seated tilt is on the same chair as the seated knee lift; the wall is another place."""
        no_floor = replace(TOM, parts=(DayPart.AFTERNOON,))

        (step,) = (step for step in session(stopped(no_floor, "seated-knee-lift")).steps if _stands_in(step.reasons))

        assert step.movement == "wall-tilt"

    def test_that_nothing_can_replace_says_for_what_it_stood_in_itself(self) -> None:
        record = stopped(AYSE, "seated-tilt")

        (absence,) = (absence for absence in day(record).absences if absence.movement == "seated-tilt")

        told = ["cannot-position", "stands-in", "sharp-rest", "nothing-else-fits"]
        assert [reason.rule for reason in absence.reasons] == told


def _stands_in(reasons: tuple) -> bool:
    return any(reason.rule == "stands-in" and reason.values["instead"] == "seated-knee-lift" for reason in reasons)
