"""Clinicians' plans to the letter: none at all, and on the very minute."""

from loosen.core.prescribed import limits_awaited, limits_of
from loosen.core.prescription import Cap, Limits
from loosen.core.reasons import Reason
from tests.core.test_prescribed import look, said
from tests.people import TODAY
from tests.plans import no_further, pain_up_to, plan


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
