"""The rules seen closely: what somebody would notice if one of them were changed in a single place.

Each of these was found by changing a rule and seeing that no other test minded (`bin/prove mutants`).
"""

from dataclasses import replace
from datetime import timedelta

from loosen.content.loading import practice
from loosen.core.conditions import limits
from loosen.core.facts import Ground
from loosen.core.journal import Choice, ChoiceKind, DayPart, Felt
from loosen.core.planning import RULES_VERSION, given_from
from loosen.core.prescription import Limits
from loosen.core.progress import step_to_offer
from loosen.core.reasons import Reason
from loosen.core.record import Given, Lock, Person, Record, Standing
from loosen.core.routine import LEAST_BREATHS
from loosen.core.score import Dose
from loosen.core.today import resting
from tests.core.test_course import course_of, with_mornings
from tests.core.test_pacing import day, session, with_events
from tests.people import AYSE, JOE, MARIA, TODAY, TOM, ZONE, ago, at, moment, note, sharp, steady, this_morning


def stopped(person: Person, movement: str) -> Record:
    """Ten steady days, and yesterday this movement was sharp and stayed so."""
    return this_morning(with_events(steady(person, 10, pain=5), *sharp(ago(1), movement)), 5)


def offered(standing: Standing, more: Limits | None = None) -> tuple[str, Dose] | None:
    known = more or limits(Record(person=MARIA), practice(), moment())
    return step_to_offer(standing, TODAY, standing.doses, Ground(MARIA, known, practice()))


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

    def test_says_a_whole_hour_more_one_second_after_the_hour(self) -> None:
        lock = Lock("cat-cow", at(TODAY, 12, 0))

        assert resting(lock, at(TODAY, 10, 0)).values["hours"] == 2
        assert resting(lock, at(TODAY, 10, 0) - timedelta(seconds=1)).values["hours"] == 3


def _stands_in(reasons: tuple[Reason, ...]) -> bool:
    return any(reason.rule == "stands-in" and reason.values["instead"] == "seated-knee-lift" for reason in reasons)


class TestADayThatIsKept:
    def test_keeps_why_each_movement_was_given(self) -> None:
        made = day(stopped(TOM, "seated-tilt"))

        kept, small = given_from(made).sessions
        assert [step.reasons for step in kept.steps] == [step.reasons for step in made.sessions[0].steps]
        assert any(step.reasons for step in kept.steps)
        assert small.part is DayPart.SMALL

    def test_of_rest_is_kept_as_the_day_it_is(self) -> None:
        rest = Choice(id="rest", at=at(TODAY, 7, 25), zone=ZONE, day=TODAY, kind=ChoiceKind.REST)
        made = day(replace(this_morning(steady(MARIA, 2), 4), choices=(rest,)))

        assert given_from(made) == Given(TODAY, RULES_VERSION, reasons=made.reasons, standing=made.standing)


class TestRestWithTheBreath:
    def test_after_the_last_swap_is_half_a_minute_and_says_so(self) -> None:
        made = session(this_morning(steady(MARIA, 3), 4))
        places = {place.id: place for place in made.places}
        place = next(place for place in made.places if place.movement == "cat-cow")
        while place.step == 2 and place.movement != "seated-breath":
            place = places[place.links["swap"].to]

        assert made.steps[0].dose.repetitions == 6
        assert place.dose == replace(made.steps[0].dose, repetitions=LEAST_BREATHS)
        assert place.reasons == (Reason("rest-with-breath"),)


class TestTheWayBack:
    def test_says_how_much_of_the_dose_it_is(self) -> None:
        third = with_mornings(steady(JOE, 10, pain=2), {2: 5, 1: 2, 0: 2})
        calm = with_mornings(steady(JOE, 10, pain=3), {1: 5, 0: 3})

        assert session(third).reasons[0] == Reason("coming-back", {"share": 0.6})
        assert session(calm).reasons[0] == Reason("back-to-usual", {"share": 1.0})

    def test_ends_with_nothing_left_to_answer_to(self) -> None:
        back = course_of(with_mornings(steady(JOE, 10, pain=3), {1: 5, 0: 3})).now

        assert (back.share, back.cause) == (1.0, "")

    def test_begins_with_what_was_sharp_at_times(self) -> None:
        yesterday = replace(steady(MARIA, 10), notes=(note(ago(1), felt=Felt.SHARP_AT_TIMES),))

        assert session(this_morning(yesterday, 5)).reasons[0].rule == "sharp-at-times"


class TestMorningsInARow:
    def test_far_above_the_usual_are_counted_anew_after_a_calm_one(self) -> None:
        run = with_mornings(steady(MARIA, 20), {4: 8, 3: 8, 2: 4, 1: 8, 0: 8})

        assert course_of(run, 2).now.severe_days == ()
        assert course_of(run).now.severe_hold is None
        assert course_of(with_mornings(run, {2: 8})).now.severe_hold is not None

    def test_make_the_usual_from_the_fifth_one_on_and_without_this_one(self) -> None:
        four = with_mornings(steady(MARIA, 4), {4: 6, 3: 6, 2: 6, 1: 6, 0: 6})
        five = with_mornings(steady(MARIA, 5), {5: 6, 4: 6, 3: 6, 2: 6, 1: 6, 0: 6})

        assert course_of(four).morning.usual == MARIA.usual_pain == 4
        assert course_of(five).morning.usual == 6


class TestTheNextStep:
    BEGUN = {
        "wall-press": Dose("described", 10),
        "cat-cow": Dose("described", 8),
        "shoulder-release": Dose("described", 5),
    }

    def test_may_be_on_the_first_movement_of_the_session(self) -> None:
        small = Standing(greens=3, doses={**self.BEGUN, "pelvic-tilt": Dose("small", 4)})

        assert offered(small) == ("pelvic-tilt", Dose("small", 5))

    def test_is_never_one_of_which_the_limits_leave_nothing(self) -> None:
        """The tilt may not go beyond its gentlest level, where it is already: the next level would be the same."""
        at_its_most = Standing(greens=3, doses={**self.BEGUN, "pelvic-tilt": Dose("small", 5)})
        only_the_gentlest = Limits(gentlest={"pelvic-tilt": Reason("condition-gentlest")})

        free, kept = offered(at_its_most), offered(at_its_most, only_the_gentlest)

        assert free == ("pelvic-tilt", Dose("described", 5))
        assert kept is None or kept[0] != "pelvic-tilt"
