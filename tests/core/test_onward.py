"""What may come next: said once a week, when a programme has settled."""

from dataclasses import fields, replace
from itertools import islice

import pytest

from loosen.content.loading import practice
from loosen.content.words import sentence
from loosen.core.condition import Condition
from loosen.core.conditions import in_part, of_condition
from loosen.core.day import Day
from loosen.core.journal import Body, ChoiceKind
from loosen.core.onward import FIRST_WEEKS, SAID_EVERY_DAYS, onward
from loosen.core.planning import plan_day, today_of
from loosen.core.practice import Slot
from loosen.core.progress import CALM_DAYS_TO_BUILD
from loosen.core.reasons import Reason
from loosen.core.record import Person, Record
from loosen.core.routine import first_dose
from loosen.core.today import Today
from loosen.core.walking import WALKING
from loosen.insights.following import follow
from tests.core.test_course import chose
from tests.core.test_rotation import begun
from tests.people import AYSE, MARIA, ago, moment, steady, this_morning
from tests.plans import plan, steps, with_plans

SETTLED = {"wall-press": first_dose(practice().scores["wall-press"])}
WEEKS = FIRST_WEEKS.days
SAYS = Reason("onward", {"programme": "gentle-start", "next": "build"})


def settled(person: Person = MARIA, record: Record | None = None, **now: object) -> Today:
    """Four weeks after the first practice, calm for two, with all of the programme begun; but for this."""
    today = today_of(record or this_morning(steady(person, 6), 4), moment(), practice())
    told = {"began": ago(WEEKS), "calm_since": ago(CALM_DAYS_TO_BUILD), "doses": SETTLED, **now}
    return replace(today, course=replace(today.course, now=replace(today.course.now, **told)))


class TestFourWeeksAfterTheFirstPractice:
    def test_what_may_come_next_is_said(self) -> None:
        assert onward(settled()) == SAYS
        assert sentence(SAYS).startswith(
            "Two calm weeks and more with gentle start. You may go on to build, if you like;"
        )

    def test_it_is_said_once_a_week(self) -> None:
        said = [n for n in range(WEEKS, WEEKS + 15) if onward(settled(began=ago(n)))]

        assert said == [WEEKS, WEEKS + SAID_EVERY_DAYS, WEEKS + 2 * SAID_EVERY_DAYS]

    @pytest.mark.parametrize(
        "now",
        [
            {"began": None},
            {"began": ago(WEEKS - SAID_EVERY_DAYS)},
            {"calm_since": None},
            {"calm_since": ago(CALM_DAYS_TO_BUILD - 1)},
            {"share": 0.8},
            {"doses": {}},
        ],
        ids=["not begun", "too soon", "never calm", "not calm long enough", "a lighter day", "a movement is to come"],
    )
    def test_nothing_is_said_before_it_is_time(self, now: dict) -> None:
        assert onward(settled(**now)) is None

    def test_nothing_is_said_while_somebody_should_look_first(self) -> None:
        assert onward(replace(settled(), held="CA1")) is None

    def test_nothing_is_said_where_a_clinician_wants_no_steps(self) -> None:
        record = with_plans(this_morning(steady(MARIA, 6), 4), plan("Dr Roy", steps(allowed=False), days_ago=3))

        assert onward(settled(record=record)) is None

    def test_nothing_is_said_by_a_programme_that_leads_nowhere(self) -> None:
        today = settled()
        last = replace(today.ground.programme, after=())
        programmes = {**practice().programmes, last.slug: last}
        ground = replace(today.ground, practice=replace(practice(), programmes=programmes))

        assert onward(replace(today, ground=ground)) is None


class TestWhatSomebodyMayDo:
    def next_of(self, programme: str, person: Person = MARIA, **limits: object) -> str | None:
        today = settled(replace(person, programme=programme))
        doses = {slot.movement: first_dose(practice().scores[slot.movement]) for slot in _slots(programme)}
        now = replace(today.course.now, doses=doses)
        ground = replace(today.ground, limits=replace(today.ground.limits, **limits))
        said = onward(replace(today, course=replace(today.course, now=now), ground=ground))
        return str(said.values["next"]) if said else None

    def test_is_led_to(self) -> None:
        assert self.next_of("walking") == "build"

    def test_all_on_a_chair_is_not_led_to_walk_nor_to_the_mat(self) -> None:
        assert self.next_of("build", AYSE) is None
        assert self.next_of("gentle-start", AYSE) is None

    def test_leads_past_a_programme_of_which_little_is_left(self) -> None:
        hip = Reason("clinician-movement", {"who": "Dr Roy"})

        assert self.next_of("build", movements={"walking": hip}) == "full-routine"

    @pytest.mark.parametrize("condition", practice().conditions, ids=lambda one: one.id)
    def test_is_led_nowhere_but_where_half_is_allowed(self, condition: Condition) -> None:
        limits = of_condition(condition)
        for programme in practice().programmes.values():
            said = self.next_of(programme.slug, **{f.name: getattr(limits, f.name) for f in fields(limits) if f.init})
            if limits.only:
                assert said is None
            elif said:
                onto = practice().programmes[said]
                here = [in_part(limits, outline.part) for outline in map(onto.outline, onto.begins)]
                slots = [onto.outline(part).slots[1:] for part in onto.begins]
                allowed = [
                    each.allows(practice().scores[slot.movement])
                    for each, of_part in zip(here, slots, strict=True)
                    for slot in of_part
                ]
                assert 2 * sum(allowed) >= len(allowed)
                assert limits.allows(practice().scores[WALKING]) or not onto.walks


def _slots(programme: str) -> list[Slot]:
    return [slot for outline in practice().programmes[programme].sessions for slot in outline.slots]


class TestADayOfSomebodyOrdinary:
    DAYS = tuple(islice(follow("gentle-start", practice()), 50))

    def test_says_it_in_the_weeks_after_the_first_four(self) -> None:
        said = [nth for nth, day in enumerate(self.DAYS) if day.onward]

        assert said
        assert min(said) >= WEEKS
        assert all(day.onward in (None, SAYS) for day in self.DAYS)

    @pytest.mark.parametrize(
        ("body", "choice", "says"),
        [(Body.USUAL, None, SAYS), (Body.HEAVY, None, None), (Body.USUAL, ChoiceKind.BREATH_ONLY, None)],
        ids=["a usual day", "a heavy body", "the breath alone, by choice"],
    )
    def test_says_it_on_a_usual_day_alone(self, body: Body, choice: ChoiceKind | None, says: Reason | None) -> None:
        easier = begun(WEEKS)
        check_ins = tuple(replace(one, pain=5 if one.day < ago(15) else 3) for one in easier.check_ins)
        choices = (*easier.choices, chose(choice)) if choice else easier.choices
        record = this_morning(replace(easier, check_ins=check_ins, choices=choices), 3, body)

        planned = plan_day(record, moment(), practice())

        assert isinstance(planned, Day)
        assert planned.onward == says
