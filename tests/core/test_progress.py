"""One small step more: offered, never imposed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from loosen.content.loading import practice
from loosen.core.conditions import limits
from loosen.core.facts import Ground
from loosen.core.journal import DayPart
from loosen.core.prescribed import Require
from loosen.core.prescription import Limits
from loosen.core.progress import MOST_GROWTH, one_step_more, step_taken, step_to_offer
from loosen.core.reasons import Reason
from loosen.core.record import Lock, Person, Record, Standing
from loosen.core.routine import first_dose
from loosen.core.score import Dose
from tests.people import AYSE, MARIA, TODAY, ago, at, moment

SCORES = practice().scores
DUE = Standing(greens=3)
BEGUN = {"wall-press": Dose("half-way", 3)}


def ground(person: Person = MARIA) -> Ground:
    return Ground(person, limits(Record(person=person), practice(), moment()), practice())


def offered(standing: Standing, person: Person = MARIA, week_ago: dict | None = None) -> tuple[str, Dose] | None:
    before = standing.doses if week_ago is None else week_ago
    return step_to_offer(standing, TODAY, before, ground(person))


class TestThreeCalmMornings:
    def test_bring_a_movement_more_at_its_gentlest(self) -> None:
        assert offered(DUE) == ("wall-press", Dose("half-way", 3))

    def test_bring_what_stands_in_for_it_where_that_fits_the_person(self) -> None:
        offer = offered(DUE, AYSE)

        assert offer is not None
        assert offer[0] == "seated-w"

    def test_bring_a_little_more_of_what_has_come_least_far_once_all_is_begun(self) -> None:
        assert offered(replace(DUE, doses=BEGUN)) == ("wall-press", Dose("half-way", 4))

    @pytest.mark.parametrize(
        "standing",
        [replace(DUE, greens=2), replace(DUE, share=0.75), replace(DUE, hold_since=at(ago(1)))],
        ids=["two mornings", "less than the whole", "sharp on three days"],
    )
    def test_are_needed_and_nothing_that_holds_back(self, standing: Standing) -> None:
        assert offered(standing) is None

    def test_bring_nothing_of_what_rests_or_is_eased(self) -> None:
        eased = replace(DUE, doses=BEGUN, eased={"wall-press": "easier-last-time"})
        resting = replace(DUE, doses=BEGUN, locks=(Lock("wall-press", at(TODAY)),))

        assert offered(eased) is None
        assert offered(resting) is None

    def test_bring_nothing_when_the_week_would_grow_by_more_than_a_fifth(self) -> None:
        small = {slug: Dose("small", 2) for slug in ("pelvic-tilt", "cat-cow", "shoulder-release")}

        assert MOST_GROWTH == 1.2
        assert offered(replace(DUE, doses=BEGUN), week_ago=small) is None

    def test_bring_what_makes_the_week_longer_by_just_a_fifth(self) -> None:
        noon = replace(MARIA, parts=(DayPart.NOON,))
        few = {"seated-rotation": Dose("small", 2), "hip-hinge": Dose("described", 5)}
        week_ago = {**few, "shoulder-release": Dose("small", 2)}

        more = replace(DUE, doses={**few, "shoulder-release": Dose("described", 4)})

        assert offered(more, noon, week_ago) == ("hip-hinge", Dose("described", 6))

    def test_bring_the_next_movement_where_the_first_rests_or_is_eased(self) -> None:
        small = {"wall-press": Dose("half-way", 2), "pelvic-tilt": Dose("small", 3)}
        eased = replace(DUE, doses=small, eased={"wall-press": "easier-last-time"})

        assert offered(replace(DUE, doses=small)) == ("wall-press", Dose("half-way", 3))
        assert offered(eased) == ("pelvic-tilt", Dose("small", 4))

    def test_bring_first_what_has_come_least_far_of_its_level_begun_or_not(self) -> None:
        """Three tilts of five, two releases of three, four presses of five."""
        tilt_first = {
            "wall-press": Dose("half-way", 4),
            "pelvic-tilt": Dose("small", 3),
            "shoulder-release": Dose("small", 2),
        }

        assert offered(replace(DUE, doses=tilt_first)) == ("pelvic-tilt", Dose("small", 4))

    def test_bring_a_harder_level_after_two_calm_weeks_as_often_as_there_is_time_for(self) -> None:
        begun = {"wall-press": Dose("described", 8)}

        assert offered(replace(DUE, doses=begun, calm_since=ago(13))) is None
        assert offered(replace(DUE, doses=begun, calm_since=ago(14))) == ("pelvic-tilt", Dose("two-breaths", 5))

    def test_bring_the_harder_level_whole_where_there_is_time_for_all_of_it(self) -> None:
        afternoon = ground(replace(MARIA, parts=(DayPart.AFTERNOON,)))

        dose = step_taken(SCORES["hip-hinge"], replace(DUE, calm_since=ago(14)), TODAY, afternoon)

        assert dose == Dose("arms-crossed", 8)

    def test_bring_no_repetition_for_which_another_movement_would_have_to_give_way(self) -> None:
        """The whole morning lasts its eight minutes to the second."""
        whole, less = {"wall-press": Dose("described", 8)}, {"wall-press": Dose("described", 7)}

        assert offered(replace(DUE, doses=less)) == ("wall-press", Dose("described", 8))
        assert offered(replace(DUE, doses=whole)) is None
        assert step_taken(SCORES["wall-press"], replace(DUE, doses=whole), TODAY, ground()) is None

    def test_bring_the_next_level_where_a_repetition_more_has_no_room(self) -> None:
        calm = replace(DUE, doses={"wall-press": Dose("described", 9)}, calm_since=ago(14))

        dose = step_taken(SCORES["wall-press"], calm, TODAY, ground())

        assert dose is not None
        assert dose.level == "breath-at-the-top"

    def test_bring_a_movement_more_even_where_the_minutes_are_full(self) -> None:
        slow = replace(MARIA, count_s=1.5)

        assert offered(DUE, slow) == ("wall-press", Dose("half-way", 3))

    def test_bring_nothing_that_the_session_has_no_room_to_show(self) -> None:
        afternoon = replace(MARIA, parts=(DayPart.BEDTIME,))
        begun = {"lying-head-rolls": Dose("described", 4), "pelvic-tilt": Dose("described", 8)}

        offer = offered(replace(DUE, doses=begun), afternoon)

        assert offer is None or offer[0] != "knee-to-chest"


class TestALimit:
    WHY = Reason("clinician-no-steps")

    def within(self, **limits: object) -> Ground:
        return replace(ground(), limits=Limits(**limits))  # type: ignore[arg-type]

    def test_of_a_clinician_who_wants_no_steps_offers_none_and_takes_none(self) -> None:
        no_steps = self.within(steps=self.WHY)

        assert step_to_offer(DUE, TODAY, {}, no_steps) is None
        assert step_taken(SCORES["wall-press"], DUE, TODAY, no_steps) is None

    def test_that_leaves_a_movement_out_takes_no_step_on_it(self) -> None:
        assert step_taken(SCORES["wall-press"], DUE, TODAY, self.within(movements={"wall-press": self.WHY})) is None
        assert step_taken(SCORES["wall-press"], DUE, TODAY, ground()) == Dose("half-way", 3)

    def test_of_the_gentlest_level_allows_more_of_it_and_nothing_beyond(self) -> None:
        tag = min(SCORES["wall-press"].tags)
        gentle = self.within(gentlest={tag: self.WHY})
        few, all_of_it = (
            {"wall-press": Dose("half-way", reps)} for reps in (3, SCORES["wall-press"].levels[0].repetitions)
        )

        assert step_taken(SCORES["wall-press"], replace(DUE, doses=few), TODAY, gentle) == Dose("half-way", 4)
        assert step_taken(SCORES["wall-press"], replace(DUE, doses=all_of_it), TODAY, gentle) is None

    def test_on_the_range_is_in_the_dose_that_is_offered(self) -> None:
        capped = self.within(reach=dict.fromkeys(SCORES["wall-press"].tags, (0.2, self.WHY)))

        offer = step_to_offer(DUE, TODAY, {}, capped)

        assert offer is not None
        assert offer[0] == "wall-press"
        assert SCORES["wall-press"].reach(offer[1]) <= 0.2


class TestWhatAClinicianAsksFor:
    @pytest.mark.parametrize(
        ("level", "repetitions"), [("half-way", None), (None, 3), ("half-way", 3)], ids=["level", "repetitions", "both"]
    )
    def test_at_a_dose_is_offered_no_more_of(self, level: str | None, repetitions: int | None) -> None:
        asked = Require("wall-press", Reason("clinician-required"), level, repetitions)

        assert step_to_offer(replace(DUE, doses=BEGUN), TODAY, BEGUN, replace(ground(), required=(asked,))) is None

    def test_at_no_dose_is_offered_more_of(self) -> None:
        free = replace(ground(), required=(Require("wall-press", Reason("clinician-required")),))

        assert step_to_offer(replace(DUE, doses=BEGUN), TODAY, BEGUN, free) == ("wall-press", Dose("half-way", 4))


class TestALimitOfOnePartOfTheDay:
    WHY = Reason("clinician-avoid")

    def test_brings_what_may_be_had_then(self) -> None:
        no_press = Limits(parts={DayPart.MORNING: Limits(movements={"wall-press": self.WHY})})

        offer = step_to_offer(DUE, TODAY, {}, replace(ground(), limits=no_press))

        assert offer == ("seated-w", first_dose(SCORES["seated-w"]))

    def test_of_one_position_brings_what_is_in_it(self) -> None:
        in_one = replace(ground(), limits=Limits(one_position=self.WHY))

        offer = step_to_offer(DUE, TODAY, {}, in_one)

        assert offer == ("seated-w", first_dose(SCORES["seated-w"]))


class TestOneStep:
    CALM = Standing(calm_since=TODAY - timedelta(days=14))

    @pytest.mark.parametrize(
        ("dose", "next_one"),
        [
            (Dose("half-way", 3), Dose("half-way", 4)),
            (Dose("half-way", 5), Dose("described", 5)),
            (Dose("described", 8), Dose("described", 9)),
            (Dose("described", 10), Dose("breath-at-the-top", 8)),
            (Dose("breath-at-the-top", 10), None),
        ],
        ids=["a repetition", "a level", "to the upper number", "a harder level", "nothing more"],
    )
    def test_of_the_wall_press_after_two_calm_weeks(self, dose: Dose, next_one: Dose | None) -> None:
        assert one_step_more(SCORES["wall-press"], replace(self.CALM, doses={"wall-press": dose}), TODAY) == next_one

    @pytest.mark.parametrize("calm_since", [None, ago(13)])
    def test_to_a_harder_level_waits_for_two_calm_weeks(self, calm_since: object) -> None:
        standing = Standing(calm_since=calm_since, doses={"wall-press": Dose("described", 10)})  # type: ignore[arg-type]

        assert one_step_more(SCORES["wall-press"], standing, TODAY) is None

    @pytest.mark.parametrize("slug", sorted(SCORES))
    def test_after_another_climbs_every_movement_to_its_top(self, slug: str) -> None:
        standing, climbed = self.CALM, []
        while dose := one_step_more(SCORES[slug], standing, TODAY):
            climbed.append(dose)
            standing = replace(standing, doses={slug: dose})
            assert len(climbed) < 300

        top = SCORES[slug].levels[-1]
        last = climbed[-1] if climbed else Dose(SCORES[slug].described.id, top.repetitions)
        assert last.level == top.id
        assert last.repetitions == (top.most or top.repetitions)
