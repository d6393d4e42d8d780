"""What clinicians' plans limit, lift and ask for on one practice day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.core.conditions import limits
from loosen.core.plan import SORE_DAYS, Plan, Says, Sentence
from loosen.core.prescribed import (
    LIMITS_AWAITED,
    lifted,
    limits_awaited,
    limits_of,
    plans_in_force,
    required,
    same_name,
    sore_days,
)
from loosen.core.prescription import Limits
from loosen.core.reasons import Reason
from loosen.core.record import Record
from loosen.core.score import Dose, Position
from loosen.core.screening import Clearing, Finding, Said, Tier
from tests.people import MARIA, TODAY, ZONE, ago, at, moment, screening
from tests.plans import (
    CLINICIANS,
    LIMITS,
    at_most_minutes,
    lift,
    no,
    no_further,
    no_kind,
    no_position,
    pain_up_to,
    plan,
    plans,
    please,
    steps,
    taken_back,
)

SCORES = practice().scores
TWELFTH = date(2026, 12, 12)


def said(*plans: Plan, looks: tuple[Clearing, ...] = ()) -> Record:
    return Record(person=MARIA, plans=plans, clearings=looks)


def names(record: Record, day: date = TODAY) -> list[str]:
    return [each.clinician for each in plans_in_force(record, day)]


def look(who: str = "Dr Roy", days_ago: int = 5, said: Said = Said.LIMITS, **off: frozenset) -> Clearing:
    day = ago(days_ago)
    made = {"id": f"look-{who}-{days_ago}", "at": at(day, 9), "zone": ZONE, "day": day, "finding": "AXS1"}
    return Clearing(**made, who=who, looked_on=day, said=said, **off)


CATS = frozenset({"cat-cow"})


class TestPlansInForce:
    def test_are_told_the_oldest_first(self) -> None:
        record = said(plan("Anna Beck", days_ago=1), plan("Dr Roy", days_ago=9))

        assert names(record) == ["Dr Roy", "Anna Beck"]

    def test_leave_out_what_is_over_or_still_to_come(self) -> None:
        over, to_come = plan("Dr Roy", valid_to=ago(1)), plan("Anna Beck", valid_from=TODAY + timedelta(days=1))

        assert names(said(over, to_come)) == []

    def test_hold_in_their_last_version(self) -> None:
        first = plan("Dr Roy", no("cat-cow"))
        corrected = replace(first, id="corrected", revises=first.id, sentences=(no("bridge"),))

        assert set(limits_of(said(first, corrected), TODAY).movements) == {"bridge"}

    def test_that_were_taken_back_hold_no_longer(self) -> None:
        before = plan("Dr Roy", no("cat-cow"))

        assert limits_of(said(before, taken_back(before)), TODAY) == Limits()

    def test_end_with_each_sentence_of_its_own(self) -> None:
        record = said(plan("Dr Roy", no("cat-cow", until=ago(1)), no("bridge", until=TODAY)))

        assert set(limits_of(record, TODAY).movements) == {"bridge"}


class TestAPlanInAnothersPlace:
    OLD = plan("Dr Roy", no("cat-cow"), days_ago=9)
    NEW = plan("Anna Beck", no("bridge"), days_ago=2, supersedes="dr  ROY")

    def test_takes_the_place_of_all_that_the_named_one_said_before(self) -> None:
        assert names(said(self.OLD, self.NEW)) == ["Anna Beck"]

    def test_leaves_what_the_named_one_says_later(self) -> None:
        assert names(said(self.NEW, replace(self.OLD, at=at(ago(1))))) == ["Anna Beck", "Dr Roy"]

    def test_leaves_what_the_named_one_puts_right_later(self) -> None:
        corrected = replace(self.OLD, id="corrected", at=at(ago(1)), revises=self.OLD.id)

        assert names(said(self.OLD, self.NEW, corrected)) == ["Anna Beck", "Dr Roy"]

    def test_corrected_later_still_counts_from_its_first_version(self) -> None:
        between = replace(self.OLD, id="between", at=at(ago(1)))
        corrected = replace(self.NEW, id="corrected", at=at(TODAY), revises=self.NEW.id)

        assert names(said(self.OLD, self.NEW, between, corrected)) == ["Dr Roy", "Anna Beck"]

    def test_takes_the_place_of_limits_noted_when_that_clinician_looked(self) -> None:
        noted = look(movements_off=CATS)

        assert "cat-cow" in limits_of(said(looks=(noted,)), TODAY).movements
        assert "cat-cow" not in limits_of(said(self.NEW, looks=(noted,)), TODAY).movements

    def test_does_so_from_its_first_day_on(self) -> None:
        later = replace(self.NEW, valid_from=TODAY + timedelta(days=1))

        assert names(said(self.OLD, later)) == ["Dr Roy"]
        assert names(said(self.OLD, later), TODAY + timedelta(days=1)) == ["Anna Beck"]

    def test_does_so_even_after_it_has_ended(self) -> None:
        assert names(said(self.OLD, replace(self.NEW, valid_to=ago(1)))) == []

    def test_gives_it_back_when_it_is_taken_back(self) -> None:
        assert names(said(self.OLD, self.NEW, taken_back(self.NEW))) == ["Dr Roy"]

    def test_never_takes_its_own(self) -> None:
        own = replace(self.NEW, supersedes="Anna Beck")

        assert names(said(own)) == ["Anna Beck"]

    def test_in_a_ring_of_corrections_is_still_read(self) -> None:
        ring = (replace(self.NEW, id="a", revises="b"), replace(self.NEW, id="b", revises="a"), self.OLD)
        third = replace(self.NEW, id="c", revises="b")

        assert names(said(*ring, third)) == ["Anna Beck"]

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [("Dr Roy", " dr  roy ", True), ("Dr Roy", "drroy", True), ("Dr Roy", "Dr Ray", False)],
    )
    def test_is_named_without_regard_to_capitals_and_spaces(self, one, other, same) -> None:
        assert same_name(one, other) is same


class TestWhatIsLeftOut:
    def test_says_who_asked(self) -> None:
        kept = limits_of(said(plan("Dr Roy", no("cat-cow"))), TODAY)

        assert kept.forbids(SCORES["cat-cow"]) == Reason("clinician-movement", {"who": "Dr Roy", "movement": "cat-cow"})

    def test_says_until_when(self) -> None:
        kept = limits_of(said(plan("Dr Roy", no_position(Position.KNEELING, until=TWELFTH))), TODAY)

        assert kept.positions[Position.KNEELING].values["until"] == "2026-12-12"

    def test_ends_with_the_plan_when_that_is_earlier(self) -> None:
        kept = limits_of(said(plan("Dr Roy", no("cat-cow", until=TWELFTH), valid_to=TODAY)), TODAY)

        assert kept.movements["cat-cow"].values["until"] == TODAY.isoformat()

    def test_by_its_kind_covers_every_movement_of_that_kind(self) -> None:
        kept = limits_of(said(plan("Dr Roy", no_kind("kneeling"))), TODAY)

        kneeling = {slug for slug, score in SCORES.items() if "kneeling" in score.tags}
        assert kneeling
        assert {slug for slug, score in SCORES.items() if not kept.allows(score)} == kneeling
        assert kept.forbids(SCORES["cat-cow"]) == Reason("clinician-tag", {"who": "Dr Roy", "tag": "kneeling"})

    def test_is_nothing_but_what_was_named(self) -> None:
        by_position, by_kind = (
            limits_of(said(plan("Dr Roy", sentence)), TODAY)
            for sentence in (no_position(Position.KNEELING), no_kind("kneeling"))
        )

        why = Reason("clinician-position", {"who": "Dr Roy", "position": "kneeling"})
        assert by_position == Limits(positions={Position.KNEELING: why})
        assert by_kind == Limits(tags={"kneeling": Reason("clinician-tag", {"who": "Dr Roy", "tag": "kneeling"})})

    def test_may_be_three_things_in_one_sentence_of_an_old_record(self) -> None:
        three = Sentence(Says.AVOID, movement="bridge", position=Position.SITTING, tag="kneeling")

        kept = limits_of(said(plan("Dr Roy", three)), TODAY)

        assert (set(kept.movements), set(kept.positions), set(kept.tags)) == (
            {"bridge"},
            {Position.SITTING},
            {"kneeling"},
        )

    def test_may_be_unknown_here_and_changes_nothing(self) -> None:
        kept = limits_of(said(plan("Dr Roy", no("headstand"), no_kind("flying"), no_further(9, "tail-wag"))), TODAY)

        assert all(kept.allows(score) for score in SCORES.values())

    def test_with_an_empty_gap_changes_nothing(self) -> None:
        assert limits_of(said(plan("Dr Roy", *(Sentence(says) for says in Says))), TODAY) == Limits()

    def test_adds_up_over_several_clinicians(self) -> None:
        kept = limits_of(said(plan("Dr Roy", no("cat-cow")), plan("Anna Beck", no("bridge"), no("cat-cow"))), TODAY)

        assert set(kept.movements) == {"cat-cow", "bridge"}
        assert kept.movements["cat-cow"].values["who"] == "Anna Beck"


class TestACap:
    def test_keeps_a_movement_small(self) -> None:
        kept = limits_of(said(plan("Dr Roy", no_further(45))), TODAY)

        dose, why = kept.within(SCORES["hip-hinge"], Dose("described", 8))

        assert dose.range < 1
        assert why == Reason("clinician-cap", {"who": "Dr Roy", "measure": "trunk-lean", "most": 45})

    def test_of_bending_leaves_hands_and_knees_alone(self) -> None:
        kept = limits_of(said(plan("Dr Roy", no_further(45))), TODAY)

        assert kept.within(SCORES["cat-cow"], Dose("described", 8)) == (Dose("described", 8), None)

    def test_may_be_for_one_position(self) -> None:
        kept = limits_of(said(plan("Dr Roy", no_further(45, position=Position.SITTING))), TODAY)

        assert kept.within(SCORES["hip-hinge"], Dose("described", 8)) == (Dose("described", 8), None)

    def test_of_the_back_holds_in_every_position(self) -> None:
        kept = limits_of(said(plan("Dr Roy", no_further(10, "low-back-bend"))), TODAY)

        assert kept.within(SCORES["cat-cow"], Dose("described", 8))[0].range < 1

    @pytest.mark.parametrize("order", [(30, 45), (45, 30)])
    def test_of_two_clinicians_is_the_smaller(self, order) -> None:
        both = said(*(plan(f"Dr {most}", no_further(most)) for most in order))

        dose, why = limits_of(both, TODAY).within(SCORES["hip-hinge"], Dose("described", 8))

        assert why
        assert why.values["who"] == "Dr 30"
        alone = limits_of(said(plan("Dr 30", no_further(30))), TODAY)
        assert dose == alone.within(SCORES["hip-hinge"], Dose("described", 8))[0]


class TestMinutes:
    def test_may_be_none_at_all(self) -> None:
        kept = limits_of(said(plan("Dr Roy", at_most_minutes(0))), TODAY)

        assert kept.minutes == (0, Reason("clinician-minutes", {"who": "Dr Roy", "minutes": 0}))

    def test_of_two_clinicians_are_the_fewer(self) -> None:
        both = said(plan("Dr Roy", at_most_minutes(9)), plan("Anna Beck", at_most_minutes(4.5)))

        kept = limits_of(both, TODAY)

        assert kept.minutes == (4, Reason("clinician-minutes", {"who": "Anna Beck", "minutes": 4}))


class TestPain:
    def test_of_two_clinicians_is_the_less(self) -> None:
        both = said(plan("Dr Roy", pain_up_to(4)), plan("Anna Beck", pain_up_to(3)))

        kept = limits_of(both, TODAY)

        assert kept.pain_during == (3, Reason("clinician-pain", {"who": "Anna Beck", "points": 3}))


class TestSteps:
    def test_are_held_back_by_one_clinician_whatever_another_says(self) -> None:
        both = said(plan("Anna Beck", steps(allowed=True)), plan("Dr Roy", steps(allowed=False)))

        assert limits_of(both, TODAY).steps == Reason("clinician-no-steps", {"who": "Dr Roy"})

    def test_that_are_welcome_are_no_limit(self) -> None:
        assert limits_of(said(plan("Dr Roy", steps(allowed=True))), TODAY) == Limits()


class TestLifting:
    BONES = "thin-bones"
    TOLD = replace(said(), screenings=(screening(ago(30), **{"thin-bones": "yes"}),))

    def test_says_who_lifted_which_limits_and_until_when(self) -> None:
        record = said(plan("Dr Roy", lift(self.BONES, until=TWELFTH)))

        assert lifted(record, TODAY) == {
            self.BONES: Reason("clinician-lifts", {"who": "Dr Roy", "condition": self.BONES, "until": "2026-12-12"})
        }

    def test_takes_a_conditions_limits_away(self) -> None:
        lifting = replace(self.TOLD, plans=(plan("Dr Roy", lift(self.BONES)),))

        assert not limits(self.TOLD, practice(), moment()).allows(SCORES["knee-to-chest"])
        assert limits(lifting, practice(), moment()) == Limits()

    def test_leaves_what_another_clinician_left_out(self) -> None:
        both = (plan("Dr Roy", lift(self.BONES)), plan("Anna Beck", no("knee-to-chest")))

        assert not limits(replace(self.TOLD, plans=both), practice(), moment()).allows(SCORES["knee-to-chest"])

    def test_leaves_what_the_person_cannot_do(self) -> None:
        off = replace(MARIA, positions_off=frozenset({Position.LYING}))
        lifting = replace(self.TOLD, person=off, plans=(plan("Dr Roy", lift(self.BONES)),))

        assert not limits(lifting, practice(), moment()).allows(SCORES["knee-to-chest"])

    def test_ends_on_its_last_day(self) -> None:
        assert lifted(said(plan("Dr Roy", lift(self.BONES, until=ago(1)))), TODAY) == {}


class TestSoreDays:
    def test_say_who_lifted_their_limits(self) -> None:
        assert sore_days(said(plan("Dr Roy", lift(SORE_DAYS))), TODAY) == Reason(
            "clinician-sore-days", {"who": "Dr Roy"}
        )

    def test_keep_their_limits_unless_somebody_lifts_them(self) -> None:
        assert sore_days(said(plan("Dr Roy", lift("thin-bones"))), TODAY) is None
        assert sore_days(said(plan("Dr Roy", lift(SORE_DAYS), valid_to=ago(1))), TODAY) is None


class TestWhatIsAskedFor:
    def test_comes_with_its_dose_and_by_whom(self) -> None:
        (one,) = required(said(plan("Dr Roy", please("bridge", 6, "low", also_on_sore_days=True))), TODAY)

        assert (one.movement, one.level, one.repetitions, one.also_on_sore_days) == ("bridge", "low", 6, True)
        assert one.reason == Reason("clinician-required", {"who": "Dr Roy", "movement": "bridge"})

    def test_comes_in_the_order_it_was_said(self) -> None:
        record = said(plan("Dr Roy", please("bridge"), days_ago=1), plan("Anna Beck", please("cat-cow"), no("bridge")))

        assert [one.movement for one in required(record, TODAY)] == ["cat-cow", "bridge"]


class TestALookWithLimits:
    def test_leaves_out_what_was_noted_then(self) -> None:
        noted = look(movements_off=CATS, positions_off=frozenset({Position.KNEELING}))

        kept = limits_of(said(looks=(noted,)), TODAY)

        assert kept.movements == {"cat-cow": Reason("clinician-movement", {"who": "Dr Roy", "movement": "cat-cow"})}
        assert kept.positions == {
            Position.KNEELING: Reason("clinician-position", {"who": "Dr Roy", "position": "kneeling"})
        }

    def test_ends_when_a_later_look_says_to_go_on(self) -> None:
        record = said(looks=(look(movements_off=CATS), look(days_ago=2, said=Said.GO_ON)))

        assert limits_of(record, TODAY) == Limits()

    def test_still_holds_when_a_later_look_says_not_yet(self) -> None:
        record = said(looks=(look(movements_off=CATS), look(days_ago=2, said=Said.NOT_YET)))

        assert limits_of(record, TODAY).movements.keys() == CATS

    def test_that_named_none_still_waits_when_a_later_look_says_not_yet(self) -> None:
        (finding,) = limits_awaited(said(looks=(look(), look(days_ago=2, said=Said.NOT_YET))))

        assert finding.since == look().at

    def test_that_named_none_waits_for_them(self) -> None:
        (finding,) = limits_awaited(said(looks=(look(),)))

        assert finding == Finding(LIMITS_AWAITED, Tier.T3, look().at, words=LIMITS_AWAITED)

    @pytest.mark.parametrize(
        "record",
        [
            said(looks=(look(movements_off=CATS),)),
            said(looks=(look(positions_off=frozenset({Position.LYING})),)),
            said(looks=(look(said=Said.GO_ON),)),
            said(plan("Dr Roy", days_ago=1), looks=(look(),)),
            said(plan("Anna Beck", no("cat-cow"), days_ago=1), looks=(look(),)),
        ],
        ids=["a movement", "a position", "no limits", "their own plan since", "a limit in another's plan since"],
    )
    def test_waits_for_nothing_once_they_are_written_down(self, record) -> None:
        assert limits_awaited(record) == ()

    @pytest.mark.parametrize(
        "plans",
        [
            (plan("Dr Roy", days_ago=9),),
            (plan("Dr Roy"), taken_back(plan("Dr Roy"))),
            (plan("Anna Beck", steps(True), please("bridge"), days_ago=1),),
        ],
        ids=["from before", "taken back", "of another, without a limit"],
    )
    def test_still_waits_after_a_plan_that_cannot_hold_them(self, plans) -> None:
        assert limits_awaited(said(*plans, looks=(look(),)))


class TestForEverybody:
    @settings(max_examples=150)
    @given(st.lists(plans(), max_size=3), plans(LIMITS | st.builds(please, st.sampled_from(sorted(SCORES)))))
    def test_one_plan_more_that_lifts_nothing_never_allows_more(self, before, more) -> None:
        more = replace(more, supersedes=None)

        fewer, many = (limits_of(said(*each), TODAY) for each in (before, (*before, more)))

        for score in SCORES.values():
            dose = Dose(score.levels[-1].id, 8)
            assert fewer.allows(score) or not many.allows(score)
            assert score.reach(many.within(score, dose)[0]) <= score.reach(fewer.within(score, dose)[0]) + 1e-9
        assert fewer.minutes is None or (many.minutes or (99,))[0] <= fewer.minutes[0]
        assert not fewer.steps or many.steps

    @settings(max_examples=100)
    @given(st.lists(plans(), max_size=3), plans(), st.dates(ago(20), TODAY + timedelta(days=60)))
    def test_taking_a_plan_back_gives_back_what_was_before(self, before, more, day) -> None:
        without = said(*before)
        back = said(*before, more, taken_back(more))

        assert limits_of(back, day) == limits_of(without, day)
        assert lifted(back, day) == lifted(without, day)
        assert required(back, day) == required(without, day)
        assert plans_in_force(back, day) == plans_in_force(without, day)

    @given(st.lists(plans(), max_size=3), CLINICIANS)
    def test_the_order_in_which_plans_reach_the_record_changes_nothing(self, several, who) -> None:
        several = [replace(one, clinician=who) for one in several]

        assert plans_in_force(said(*several), TODAY) == plans_in_force(said(*reversed(several)), TODAY)
