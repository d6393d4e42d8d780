"""Clinicians' plans to the letter: none at all, on the very minute, and until the very day."""

from datetime import timedelta

from loosen.core.journal import DayPart
from loosen.core.plan import Says, Sentence
from loosen.core.prescribed import lifted, limits_awaited, limits_of, required
from loosen.core.prescription import Cap, Limits
from loosen.core.reasons import Reason
from tests.core.test_prescribed import CATS, look, said
from tests.people import TODAY
from tests.plans import lift, no_further, pain_up_to, plan, please

TOMORROW = TODAY + timedelta(days=1)


def of(*sentences) -> Limits:
    return limits_of(said(plan("Dr Roy", *sentences)), TODAY)


class TestNoneAtAll:
    def test_is_a_cap_of_no_degrees(self) -> None:
        why = Reason("clinician-cap", {"who": "Dr Roy", "measure": "low-back-bend", "most": 0.0})

        assert of(no_further(0, "low-back-bend")) == Limits(caps=(Cap("low-back-bend", 0.0, why),))

    def test_is_no_pain_while_practising(self) -> None:
        why = Reason("clinician-pain", {"who": "Dr Roy", "points": 0})

        assert of(pain_up_to(0)) == Limits(pain_during=(0, why))


class TestALookWithLimits:
    def test_is_written_down_by_a_plan_of_the_same_minute(self) -> None:
        together = plan("Dr Roy", days_ago=5, hour=9)

        assert together.at == look().at
        assert limits_awaited(said(together, looks=(look(),))) == ()

    def test_holds_until_the_day_on_which_another_stands_in_its_place(self) -> None:
        another = plan("Anna Beck", supersedes="Dr Roy", valid_from=TOMORROW)
        record = said(another, looks=(look(movements_off=CATS),))

        assert limits_of(record, TODAY).movements.keys() == CATS
        assert limits_of(record, TOMORROW) == Limits()


class TestWhatIsAskedFor:
    def test_is_asked_for_until_its_last_day(self) -> None:
        record = said(plan("Dr Roy", please("bridge", until=TODAY)))

        assert [one.movement for one in required(record, TODAY)] == ["bridge"]
        assert required(record, TOMORROW) == ()

    def test_is_for_the_parts_of_the_day_that_were_named(self) -> None:
        named, open_ended = please("bridge", parts=(DayPart.NOON,)), please("cat-cow")

        parts = [one.parts for one in required(said(plan("Dr Roy", named, open_ended)), TODAY)]

        assert parts == [(DayPart.NOON,), ()]


class TestLifting:
    def test_is_done_by_no_other_kind_of_sentence(self) -> None:
        astray = Sentence(Says.AVOID, movement="bridge", condition="thin-bones")

        assert lifted(said(plan("Dr Roy", astray, lift(""))), TODAY) == {}
