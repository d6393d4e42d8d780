"""What is said of a session on a lighter day when limits leave hardly anything of it."""

from collections.abc import Iterable
from dataclasses import replace

from loosen.content.loading import practice
from loosen.core.journal import DayPart
from loosen.core.practice import BREATHS
from loosen.core.prescription import Limits
from loosen.core.protocol import drafted
from loosen.core.reasons import Reason
from loosen.core.routine import Draft
from tests.core.test_pacing import today
from tests.people import MARIA, steady, this_morning

SORER = this_morning(steady(replace(MARIA, usual_pain=2), 6, pain=2), 4)
"""A small increase: three quarters of the dose."""


def left_with(kept: Iterable[str]) -> Draft:
    """Return this morning's session for somebody whose clinician leaves the breath and these movements."""
    out = Reason("clinician-movement")
    banned = {slug: out for slug in practice().scores if slug not in {*BREATHS, *kept}}
    return drafted(DayPart.MORNING, today(SORER, Limits(movements=banned)))


def rules(draft: Draft) -> list[str]:
    return [reason.rule for reason in draft.reasons]


class TestASmallIncrease:
    def test_is_said_where_one_movement_is_left_beside_the_breath(self) -> None:
        draft = left_with(["pelvic-tilt"])

        assert [step.movement for step in draft.steps] == ["seated-breath", "pelvic-tilt"]
        assert rules(draft) == ["small-increase"]

    def test_is_not_said_where_the_breath_alone_is_left(self) -> None:
        draft = left_with([])

        assert [step.movement for step in draft.steps] == ["seated-breath"]
        assert rules(draft) == ["breath-is-left"]
