"""What a condition, the person and a clinician leave out, together."""

from datetime import timedelta
from uuid import uuid4

import pytest

from loosen.content.loading import practice
from loosen.core.body import MEASURES
from loosen.core.condition import Condition, Most
from loosen.core.conditions import limits, of_condition, of_person
from loosen.core.prescription import Limits, strictest
from loosen.core.reasons import Reason
from loosen.core.record import Person, Record
from loosen.core.score import Dose, Position
from loosen.core.screening import Clearing, Said, Screening
from tests.people import TODAY, ZONE, at, moment

SCORES = practice().scores


def limits_of(record: Record) -> Limits:
    return limits(record, practice(), moment())


def told(answer: str, question: str = "prg", hour: int = 7) -> Screening:
    return Screening(id=str(uuid4()), at=at(hour=hour), zone=ZONE, day=TODAY, answers={question: answer})


def look(said: Said, finding: str = "COND", hour: int = 9, **off: frozenset) -> Clearing:
    return Clearing(
        id=str(uuid4()),
        at=at(hour=hour),
        zone=ZONE,
        day=TODAY,
        finding=finding,
        who="Dr Lind",
        looked_on=TODAY - timedelta(days=1),
        said=said,
        **off,
    )


class TestAPersonWhoCannotGetToTheFloor:
    def test_is_given_nothing_on_it_and_told_that_they_said_so(self):
        floor = frozenset({Position.LYING, Position.SIDE_LYING, Position.HANDS_AND_KNEES})

        found = limits_of(Record(person=Person(positions_off=floor)))

        assert set(found.positions) == floor
        assert found.forbids(SCORES["cat-cow"]) == Reason("cannot-position", {"position": "hands-and-knees"})
        assert found.allows(SCORES["hip-hinge"])


class TestPregnancy:
    def test_leaves_out_lying_flat_and_keeps_the_hinge_and_the_turn_small(self):
        found = limits_of(Record(screenings=(told("yes"),)))

        assert found.forbids(SCORES["pelvic-tilt"]) == Reason(
            "condition-position", {"condition": "pregnancy", "position": "lying"}
        )
        for slug in ("hip-hinge", "seated-rotation", "cat-cow"):
            dose, reason = found.within(SCORES[slug], Dose("described", 8))
            assert dose.range < 1
            assert reason is not None
            assert reason.rule == "condition-cap"

    def test_that_is_over_leaves_nothing_out(self):
        assert limits_of(Record(screenings=(told("yes"), told("no", hour=9)))) == Limits()

    def test_is_judged_by_the_latest_answer_in_time(self):
        assert limits_of(Record(screenings=(told("no", hour=9), told("yes", hour=7)))) == Limits()

    def test_still_leaves_a_whole_chain_of_movements(self):
        found = limits_of(Record(screenings=(told("yes"),)))

        assert sum(found.allows(score) for score in SCORES.values()) >= 10


class TestThinBones:
    def test_keep_the_hinge_and_the_turn_small(self):
        found = limits_of(Record(screenings=(told("yes", "thin-bones"),)))

        for slug, measure, most in (("hip-hinge", "trunk-lean", 60), ("seated-rotation", "trunk-turn", 20)):
            dose, reason = found.within(SCORES[slug], Dose("described", 5))
            furthest = max(MEASURES[measure](posture) for posture in SCORES[slug].postures.values())
            assert reason is not None
            assert dose.range == pytest.approx(most / furthest, abs=0.02)

    def test_leave_a_whole_session(self):
        found = limits_of(Record(screenings=(told("yes", "thin-bones"),)))

        assert all(found.allows(SCORES[slug]) for slug in ("pelvic-tilt", "cat-cow", "hip-hinge", "shoulder-release"))

    def test_have_nothing_that_pulls_the_back_into_a_bend(self):
        found = limits_of(Record(screenings=(told("yes", "thin-bones"),)))

        why = Reason("condition-tag", {"condition": "thin-bones", "tag": "pulled-bend"})
        assert found.forbids(SCORES["knee-to-chest"]) == why
        assert found.allows(SCORES["seated-knee-lift"])


class TestAClinicianWhoSaysGoOnWithLimits:
    LIMITS = look(
        Said.LIMITS, movements_off=frozenset({"hip-hinge"}), positions_off=frozenset({Position.HANDS_AND_KNEES})
    )

    def test_is_obeyed_by_name(self):
        found = limits_of(Record(clearings=(self.LIMITS,)))

        assert found.forbids(SCORES["hip-hinge"]) == Reason(
            "clinician-movement", {"who": "Dr Lind", "movement": "hip-hinge"}
        )
        assert found.forbids(SCORES["cat-cow"]) == Reason(
            "clinician-position", {"who": "Dr Lind", "position": "hands-and-knees"}
        )

    def test_is_obeyed_until_the_same_thing_is_looked_at_again(self):
        record = Record(clearings=(look(Said.GO_ON, hour=12), self.LIMITS))

        assert limits_of(record) == Limits()

    def test_is_obeyed_whatever_is_said_about_something_else(self):
        record = Record(clearings=(self.LIMITS, look(Said.GO_ON, finding="PRG", hour=12)))

        assert "hip-hinge" in limits_of(record).movements


class TestATag:
    def test_of_a_condition_is_left_out_with_the_condition_as_its_reason(self):
        score = next(score for score in SCORES.values() if score.tags)
        tag = min(score.tags)
        condition = Condition("sore", "cond", (), "reasoned", tags_off=frozenset({tag}))

        assert of_condition(condition).forbids(score) == Reason("condition-tag", {"condition": "sore", "tag": tag})


class TestSeveralLimits:
    def test_add_up(self):
        both = strictest(
            (
                of_person(Person(positions_off=frozenset({Position.STANDING}))),
                Limits(movements={"cat-cow": Reason("clinician-movement")}),
            )
        )

        assert not both.allows(SCORES["hip-hinge"])
        assert not both.allows(SCORES["cat-cow"])

    def test_give_the_reason_of_the_first_to_say_so(self):
        first, second = (Limits(movements={"cat-cow": Reason(name)}) for name in ("first", "second"))

        assert strictest((first, second)).movements == {"cat-cow": Reason("first")}

    @pytest.mark.parametrize(("minutes", "least"), [((None, None), None), ((None, 5), 5), ((8, 5), 5)])
    def test_keep_the_fewest_minutes(self, minutes, least):
        capped = [Limits(minutes=None if each is None else (each, Reason(f"at-most-{each}"))) for each in minutes]

        assert strictest(capped).minutes == (None if least is None else (least, Reason(f"at-most-{least}")))

    def test_hold_the_lowest_cap(self):
        wide, tight = (
            of_condition(Condition(name, "cond", (), "reasoned", caps=(Most("trunk-lean", most),)))
            for name, most in (("wide", 50.0), ("tight", 30.0))
        )

        dose = Dose("described", 8)
        assert strictest((wide, tight)).within(SCORES["hip-hinge"], dose) == tight.within(SCORES["hip-hinge"], dose)
