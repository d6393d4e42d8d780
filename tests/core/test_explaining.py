"""Why, and why not: what becomes of every movement, and by which rules."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from loosen.content.loading import practice
from loosen.content.words import sentence
from loosen.core.day import Day, Referral
from loosen.core.explaining import Explanation, Fate, explain
from loosen.core.journal import Body, Choice, ChoiceKind, DayPart, Event, SharpAnswer
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.planning import plan_day, today_of
from loosen.core.prescription import Limits
from loosen.core.reasons import Reason
from loosen.core.record import Person, Record
from loosen.core.screening import Screening
from tests.core.test_rotation import CHANGED, NEW, OLD, TWO_WEEKS, begun
from tests.people import (
    AYSE,
    JOE,
    MARIA,
    TODAY,
    TOM,
    ZONE,
    ago,
    at,
    event,
    moment,
    screening,
    sharp,
    steady,
    this_morning,
)
from tests.records import records

USUAL = this_morning(steady(MARIA, 2), 4)
SHARP_CAT_COW = replace(USUAL, events=(*USUAL.events, *sharp(ago(1), "cat-cow")))


def told(record: Record) -> dict[str, Explanation]:
    known = (record, moment(hour=12), practice())
    explained = explain(plan_day(*known), today_of(*known))
    return {one.movement: one for one in explained}


def fate(record: Record, movement: str) -> tuple[Fate, list[str]]:
    one = told(record)[movement]
    return one.fate, [reason.rule for reason in one.reasons]


def chose(record: Record, kind: ChoiceKind) -> Record:
    return replace(record, choices=(Choice(id="mine", at=at(), zone=ZONE, day=TODAY, kind=kind),))


class TestEveryMovement:
    @settings(max_examples=25)
    @given(records())
    def test_has_one_explanation_whose_rules_have_their_sentences(self, record: Record) -> None:
        explained = told(record)

        assert explained.keys() == practice().scores.keys()
        for one in explained.values():
            assert one.reasons, one.movement
            assert all(sentence(reason) for reason in one.reasons)

    @settings(max_examples=25)
    @given(records())
    def test_is_given_or_eased_when_a_session_has_it_and_only_then(self, record: Record) -> None:
        planned = plan_day(record, moment(hour=12), practice())
        given_today = {slug for slug, one in told(record).items() if one.fate in (Fate.GIVEN, Fate.EASED)}

        sessions = planned.sessions if isinstance(planned, Day) else ()
        assert given_today == {step.movement for session in sessions for step in session.steps}


class TestAnOrdinaryDay:
    def test_gives_what_is_usual_by_the_rule_of_the_session(self) -> None:
        assert fate(USUAL, "pelvic-tilt") == (Fate.GIVEN, ["usual-session"])


class TestADayAfterASmallIncrease:
    def test_eases_what_has_fewer_repetitions(self) -> None:
        assert fate(this_morning(steady(JOE, 10, pain=3), 5), "cat-cow") == (Fate.EASED, ["small-increase"])

    def test_says_each_rule_once_when_two_sessions_have_it(self) -> None:
        """Before bed there are five minutes, and a slow breath fills them sooner."""
        twice = this_morning(steady(replace(JOE, parts=(DayPart.MORNING, DayPart.BEDTIME)), 10, pain=3), 5)

        assert fate(twice, "pelvic-tilt") == (Fate.EASED, ["small-increase", "fits-minutes"])

    def test_gives_what_was_already_at_its_least(self) -> None:
        assert fate(this_morning(steady(JOE, 10, pain=3), 5), "knee-to-chest")[0] is Fate.GIVEN


class TestAMovementThatIsEasedByItself:
    def test_names_its_own_rule_and_no_other(self) -> None:
        passed = replace(USUAL, events=(*USUAL.events, *sharp(ago(1), "cat-cow", SharpAnswer.GONE)))

        assert fate(passed, "cat-cow") == (Fate.EASED, ["sharp-passed"])


class TestAMovementThatWasSwapped:
    def test_names_what_left_it_out_and_what_stands_in(self) -> None:
        swapped = told(SHARP_CAT_COW)["cat-cow"]

        assert (swapped.fate, swapped.instead) == (Fate.SWAPPED, "seated-cat-cow")
        assert [reason.rule for reason in swapped.reasons] == ["sharp-rest"]

    def test_is_told_again_beside_what_stands_in(self) -> None:
        assert fate(SHARP_CAT_COW, "seated-cat-cow") == (Fate.GIVEN, ["stands-in"])

    def test_is_told_of_each_when_the_stand_in_rests_too(self) -> None:
        tom = this_morning(steady(TOM, 2, pain=5), 5)
        rests_too = replace(tom, events=(*tom.events, *sharp(ago(1), "seated-cat-cow")))

        assert fate(rests_too, "cat-cow") == (Fate.SWAPPED, ["cannot-position"])
        assert fate(rests_too, "seated-cat-cow") == (Fate.SWAPPED, ["sharp-rest"])
        assert told(rests_too)["cat-cow"].instead == told(rests_too)["seated-cat-cow"].instead == "standing-cat-cow"

    def test_names_only_its_own_rules_when_nothing_else_fits(self) -> None:
        ayse = this_morning(steady(AYSE, 2), 5)
        rests = replace(ayse, events=(*ayse.events, *sharp(ago(1), "seated-cat-cow")))

        assert fate(rests, "seated-cat-cow") == (Fate.NOT_GIVEN, ["sharp-rest", "nothing-else-fits"])
        assert fate(rests, "cat-cow") == (Fate.NOT_GIVEN, ["cannot-position"])


class TestAMovementThatIsLeftOut:
    def test_names_the_limit(self) -> None:
        chair = Record(person=AYSE, screenings=(screening(TODAY),))

        assert fate(chair, "bridge") == (Fate.NOT_GIVEN, ["cannot-position"])

    def test_names_the_heavy_day(self) -> None:
        assert fate(this_morning(steady(MARIA, 2), 4, Body.HEAVY), "cat-cow") == (Fate.NOT_GIVEN, ["easiest-only"])

    def test_names_the_rest_that_was_chosen(self) -> None:
        assert fate(chose(USUAL, ChoiceKind.REST), "cat-cow") == (Fate.NOT_GIVEN, ["rest-chosen"])

    def test_names_the_breath_that_was_chosen(self) -> None:
        assert fate(chose(USUAL, ChoiceKind.BREATH_ONLY), "cat-cow") == (Fate.NOT_GIVEN, ["breath-chosen"])


class TestAMovementThatWaits:
    def test_comes_later(self) -> None:
        assert fate(USUAL, "wall-press") == (Fate.NOT_GIVEN, ["comes-later"])

    def test_is_offered_after_calm_mornings(self) -> None:
        assert fate(this_morning(steady(MARIA, 8), 4), "wall-press") == (Fate.NOT_GIVEN, ["small-step"])

    def test_belongs_to_another_part_of_the_day(self) -> None:
        assert fate(USUAL, "hip-hinge") == (Fate.NOT_GIVEN, ["other-part"])

    def test_is_not_in_the_programme(self) -> None:
        assert fate(USUAL, "bridge") == (Fate.NOT_GIVEN, ["not-in-programme"])


class TestAMovementThatGaveWay:
    def test_is_swapped_for_a_change(self) -> None:
        assert fate(CHANGED, OLD) == (Fate.SWAPPED, ["rotation-swapped"])
        assert told(CHANGED)[OLD].instead == NEW

    def test_leaves_what_came_given_and_not_eased(self) -> None:
        assert fate(CHANGED, NEW) == (Fate.GIVEN, ["rotation-swapped"])

    def test_leaves_what_came_eased_where_the_day_asks_for_less(self) -> None:
        later = begun(TWO_WEEKS + 2)
        eased = replace(later, events=(*later.events, event(ago(1), Event.EASIER, NEW, 50)))

        assert fate(eased, NEW) == (Fate.EASED, ["rotation-swapped", "easier-last-time"])


class TestAMorningOfAReferral:
    def test_gives_nothing_and_names_every_finding_that_stops(self) -> None:
        numb = replace(USUAL, screenings=(*USUAL.screenings, screening(TODAY, ces1="yes", inf1="yes")))
        planned = plan_day(numb, moment(hour=12), practice())

        assert isinstance(planned, Referral)
        assert {one.fate for one in told(numb).values()} == {Fate.NOT_GIVEN}
        (why,) = told(numb)["seated-breath"].reasons
        assert why.rule == "referral"
        assert str(why.values["finding"]).startswith("CES1, ")


def planned_by(record: Record, *sentences: Sentence) -> Record:
    plan = Plan(id="plan", at=at(ago(9)), zone=ZONE, day=ago(9), clinician="Dr Roy", sentences=sentences)
    return replace(record, plans=(plan,))


class TestWhatAClinicianOrAConditionSays:
    def test_leaves_out_by_its_own_rule(self) -> None:
        record = planned_by(USUAL, Sentence(Says.AVOID, movement="bridge"))

        assert fate(record, "bridge") == (Fate.NOT_GIVEN, ["clinician-movement"])

    def test_lets_a_later_movement_wait_for_the_clinician(self) -> None:
        record = planned_by(USUAL, Sentence(Says.STEPS, allowed=False))

        assert fate(record, "wall-press") == (Fate.NOT_GIVEN, ["clinician-no-steps"])

    def test_swaps_what_is_in_another_position_than_the_session(self) -> None:
        dizzy = replace(USUAL, screenings=(*USUAL.screenings, _told_of("dizzy")))

        one = told(dizzy)["cat-cow"]

        assert one.fate is Fate.SWAPPED
        assert one.instead
        assert "condition-one-position" in [reason.rule for reason in one.reasons]

    @pytest.mark.parametrize(
        ("person", "why"), [(MARIA, "condition-tag"), (JOE, "not-in-programme")], ids=["one", "two"]
    )
    def test_of_one_part_of_the_day_holds_where_there_is_no_other(self, person: Person, why: str) -> None:
        record = this_morning(steady(person, 2), 4)
        known = today_of(record, moment(), practice())
        morning = Limits(parts={DayPart.MORNING: Limits(movements={"bridge": Reason("condition-tag")})})
        of_day = replace(known, ground=replace(known.ground, limits=morning))

        explained = {one.movement: one for one in explain(plan_day(record, moment(), practice()), of_day)}

        assert [reason.rule for reason in explained["bridge"].reasons] == [why]

    def test_holds_everything_but_the_breath_by_the_finding(self) -> None:
        held = replace(USUAL, screenings=(*USUAL.screenings, _told_of("ca1")))

        assert fate(held, "cat-cow") == (Fate.NOT_GIVEN, ["breath-until-seen"])


def _told_of(question: str) -> Screening:
    return Screening(id=question, at=at(TODAY, 7, 22), zone=ZONE, day=TODAY, answers={question: "yes"}, read_back=True)
