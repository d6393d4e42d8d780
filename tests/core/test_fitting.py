"""A session in time: its order, its seconds, and what gives way."""

from dataclasses import replace

from loosen.content.loading import practice
from loosen.core.conditions import of_person
from loosen.core.day import Step
from loosen.core.fitting import fitted, in_easy_order, seconds_of, timed
from loosen.core.journal import DayPart
from loosen.core.reasons import Reason
from loosen.core.record import USUAL_PROGRAMME, Person
from loosen.core.routine import Draft, usual_session
from loosen.core.score import Dose
from tests.people import MARIA

SCORES = practice().scores
MORNING = practice().programmes[USUAL_PROGRAMME].outline(DayPart.MORNING)
WHOLE = {"wall-press": Dose("described", 8), "hip-hinge": Dose("described", 8), "knee-rolls": Dose("described", 5)}


def usual(part: DayPart, person: Person = MARIA, doses: dict | None = None) -> Draft:
    return usual_session(
        practice().programmes[USUAL_PROGRAMME].outline(part), doses or {}, practice(), of_person(person).forbids
    )


def movements(draft: Draft) -> list[str]:
    return [step.movement for step in draft.steps]


def seconds(draft: Draft, count_s: float = 1.0) -> float:
    return seconds_of(timed(draft, practice(), count_s).steps, practice())


class TestTheOrder:
    def test_keeps_the_programmes_own_when_no_change_is_saved(self) -> None:
        draft = usual(DayPart.MORNING, doses=WHOLE)

        assert in_easy_order(draft, practice()) == draft

    def test_spares_a_change_of_position(self) -> None:
        draft = usual(DayPart.MORNING, doses=WHOLE)
        breath, tilt, cat_cow, press, release = draft.steps
        hinge = Step("hip-hinge", Dose("described", 8), 0.0)
        up_and_down = replace(draft, steps=(breath, press, tilt, hinge, cat_cow, release))

        easy = in_easy_order(up_and_down, practice())

        assert seconds(easy) <= seconds(up_and_down) - 10
        assert (easy.steps[0], easy.steps[-1]) == (breath, release)


class TestTheMinutes:
    DRAFT = usual(DayPart.MORNING, doses=WHOLE)

    def fit(self, minutes: float, count_s: float = 1.0) -> Draft:
        return fitted(self.DRAFT, practice(), count_s, 60 * minutes)

    def test_are_left_alone_when_the_session_fits(self) -> None:
        assert [step.dose for step in self.fit(8).steps] == [step.dose for step in self.DRAFT.steps]
        assert self.fit(8).reasons == ()

    def test_are_kept_by_fewer_repetitions_first(self) -> None:
        fit = self.fit(6)

        assert movements(fit) == movements(self.DRAFT)
        assert seconds(fit) <= 6 * 60
        assert fit.reasons == (Reason("fits-minutes", {"minutes": 6}),)

    def test_are_kept_for_somebody_who_breathes_slowly(self) -> None:
        assert seconds(self.fit(8, 1.5), 1.5) <= 8 * 60

    def test_are_kept_by_fewer_movements_then_and_the_closing_one_stays(self) -> None:
        fit = self.fit(3)

        assert movements(fit)[-1] == "shoulder-release"
        assert len(fit.steps) < len(self.DRAFT.steps)
        assert {absence.reasons[-1].rule for absence in fit.absences} == {"fits-minutes"}

    def test_leave_the_breath_at_the_very_least(self) -> None:
        fit = self.fit(0)

        assert movements(fit) == ["seated-breath"]
        assert fit.steps[0].dose.repetitions == 3

    def test_are_kept_by_fewer_rounds_of_a_breath_that_is_all(self) -> None:
        alone = fitted(self.DRAFT.only(frozenset({"seated-breath"})), practice(), 1.0, 60)

        assert seconds(alone) <= 60
        assert alone.reasons == (Reason("fits-minutes", {"minutes": 1}),)
