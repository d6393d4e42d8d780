"""Today's walk: how many minutes, and why."""

from dataclasses import replace

import pytest

from loosen.content.loading import practice
from loosen.core.day import Day, WalkToday
from loosen.core.journal import Body, Choice, ChoiceKind, DayPart, SharpAnswer
from loosen.core.planning import plan_day
from loosen.core.reasons import Reason
from loosen.core.record import Record
from loosen.core.walking import FIRST_WALK, LEAST_WALK, WALKING
from tests.core.test_walking import A_WEEK, WALKER, walk, walked
from tests.people import AYSE, MARIA, TODAY, ZONE, ago, asked_weekly, at, check_in, moment, sharp, short_form, steady
from tests.plans import at_most_minutes, no, plan, with_plans


def morning(record: Record, pain: int | None = 4, body: Body = Body.USUAL) -> WalkToday:
    planned = plan_day(
        replace(record, check_ins=(*record.check_ins, check_in(TODAY, pain, body))), moment(), practice()
    )
    assert isinstance(planned, Day)
    assert planned.walk
    return planned.walk


def says(walk: WalkToday) -> tuple[str, int]:
    return walk.reasons[0].rule, walk.minutes


TWELVE = walked(walk(3, 12), walk(1, 12))


class TestTheFirstWalk:
    def test_is_short(self) -> None:
        assert says(morning(walked())) == ("walk-first", FIRST_WALK)
        assert morning(walked()).reasons == (Reason("walk-first", {"minutes": FIRST_WALK}),)


class TestAnOrdinaryDay:
    def test_has_the_minutes_of_the_walks_before(self) -> None:
        assert says(morning(TWELVE)) == ("walk-usual", 12)

    def test_has_a_minute_more_after_a_week_at_ease(self) -> None:
        assert says(morning(walked(*A_WEEK))) == ("walk-more", FIRST_WALK + 1)

    def test_of_another_programme_has_none(self) -> None:
        planned = plan_day(replace(TWELVE, person=MARIA), moment(), practice())

        assert isinstance(planned, Day)
        assert planned.walk is None


class TestAfterAWalkWithoutBreathToTalk:
    def test_the_next_is_shorter(self) -> None:
        assert says(morning(walked(walk(3, 10), walk(1, 10, talked=False)))) == ("walk-slower", 8)

    def test_the_one_after_an_easy_one_is_the_usual_one(self) -> None:
        assert says(morning(walked(walk(3, 10, talked=False), walk(1, 8)))) == ("walk-usual", 8)


class TestASorerDay:
    def test_has_its_share_of_the_minutes(self) -> None:
        calm = replace(TWELVE, check_ins=tuple(replace(one, pain=2) for one in TWELVE.check_ins))

        assert says(morning(calm, 4)) == ("walk-less", 9)
        assert says(morning(calm, 3, Body.SORER)) == ("walk-less", 9)

    def test_never_has_less_than_the_shortest_walk(self) -> None:
        shortest = walked(walk(3, LEAST_WALK), walk(1, LEAST_WALK))

        assert morning(shortest, 4, Body.SORER).minutes == LEAST_WALK


class TestADayOfTheLeast:
    @pytest.mark.parametrize(
        ("pain", "body"), [(4, Body.HEAVY), (6, Body.USUAL)], ids=["a heavy body", "much pain before it"]
    )
    def test_has_a_walk_as_it_is_comfortable(self, pain: int, body: Body) -> None:
        assert says(morning(TWELVE, pain, body)) == ("walk-comfortable", FIRST_WALK)

    def test_in_a_flare_has_it_too(self) -> None:
        flare = Choice(id="flare", at=at(TODAY, 7, 25), zone=ZONE, day=TODAY, kind=ChoiceKind.FLARE)

        assert says(morning(replace(TWELVE, choices=(flare,)))) == ("walk-comfortable", FIRST_WALK)

    def test_while_somebody_should_look_first_has_it_too(self) -> None:
        stops = tuple(one for n in (5, 3, 1) for one in sharp(ago(n), "hip-hinge", SharpAnswer.STILL))
        events = tuple(sorted((*TWELVE.events, *stops), key=lambda one: one.at))
        held = replace(TWELVE, events=events, screenings=(*asked_weekly(30), short_form(TODAY)))

        assert says(morning(held)) == ("walk-comfortable", FIRST_WALK)

    def test_of_rest_has_none(self) -> None:
        rest = Choice(id="rest", at=at(TODAY, 7, 25), zone=ZONE, day=TODAY, kind=ChoiceKind.REST)
        planned = plan_day(replace(TWELVE, choices=(rest,)), moment(), practice())

        assert isinstance(planned, Day)
        assert planned.walk is None


class TestALimit:
    def test_that_leaves_walking_out_says_so(self) -> None:
        banned = morning(with_plans(TWELVE, plan("Dr Roy", no(WALKING))))

        assert says(banned) == ("clinician-movement", 0)

    def test_of_somebody_all_on_a_chair_says_so(self) -> None:
        seated = replace(steady(AYSE, 10, pain=4), person=replace(AYSE, programme="walking"))

        assert says(morning(seated)) == ("cannot-position", 0)

    def test_on_the_minutes_of_a_day_holds_for_sessions_and_walk_together(self) -> None:
        capped = with_plans(TWELVE, plan("Dr Roy", at_most_minutes(12)))
        planned = plan_day(replace(capped, check_ins=(*capped.check_ins, check_in(TODAY, 4))), moment(), practice())

        assert isinstance(planned, Day)
        assert planned.walk
        assert sum(one.duration_s for one in planned.sessions) + 60 * planned.walk.minutes <= 12 * 60
        assert planned.walk.reasons[0].rule == "clinician-minutes"
        assert planned.walk.minutes >= LEAST_WALK

    def test_that_leaves_too_little_of_the_day_leaves_no_walk(self) -> None:
        capped = with_plans(TWELVE, plan("Dr Roy", at_most_minutes(5)))

        assert says(morning(capped)) == ("clinician-minutes", 0)

    def test_of_many_minutes_changes_nothing(self) -> None:
        assert says(morning(with_plans(TWELVE, plan("Dr Roy", at_most_minutes(60))))) == ("walk-usual", 12)


def test_the_walking_programme_has_a_session_as_well() -> None:
    assert practice().programmes["walking"].begins == (DayPart.MORNING,)
    assert WALKER.parts == (DayPart.MORNING,)
