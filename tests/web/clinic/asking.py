"""Somebody who comes back from a clinician and puts down what was said."""

from datetime import date
from typing import Any

from loosen.core.journal import DayPart
from loosen.core.plan import Plan, Says, Sentence
from loosen.web import records
from tests.web.visits import Page, Visit, head

NO_CAT_COW = Sentence(Says.AVOID, movement="cat-cow")
DO_CAT_COW = Sentence(Says.REQUIRE, movement="cat-cow", repetitions=4, parts=(DayPart.MORNING,))


class Patient(Visit):
    """A visit that fills in the form of a plan."""

    def send(self, do: str, *sentences: str, to: str = "/plan/new/", **gaps: Any) -> Page:
        """Press a button of the form: these sentences ("0:avoid-movement"), these gaps (`movement_0`)."""
        fields = {name.replace("_", "-") if name[-1:].isdigit() else name: value for name, value in gaps.items()}
        return self.post(to, do=do, sentence=list(sentences), **{"clinician": "Dr Lind"} | fields)

    def plans(self) -> tuple[Plan, ...]:
        return records.entries(self.user, Plan)

    def told(self, *sentences: Sentence, **more: Any) -> Plan:
        """Keep a plan as if it had been put down before."""
        plan = Plan(**head() | {"clinician": "Dr Lind", "sentences": sentences} | more)
        self.keep(plan)
        return plan


UNTIL = date(2026, 12, 12)
