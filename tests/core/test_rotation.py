"""Rotation: one movement gives way to another of its region for some weeks, and comes back."""

from dataclasses import replace
from functools import cache
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.core.day import Day, Session, Step
from loosen.core.facts import Ground
from loosen.core.journal import Body, Choice, ChoiceKind, DayPart, Felt, SharpAnswer
from loosen.core.planning import given_from, plan_day, today_of
from loosen.core.practice import BREATHS
from loosen.core.reasons import Reason
from loosen.core.record import Person, Record, Rotation, window
from loosen.core.rotation import DAYS_FOR_LATEST, LATEST, SOONEST
from loosen.core.routine import FIRST_REPETITIONS, in_reach
from loosen.core.score import Position
from loosen.core.staying import SAME_PLACE, fits, usual_in, usual_sessions, where_it_is
from loosen.insights.following import follow
from tests.people import (
    AYSE,
    MARIA,
    TODAY,
    TOM,
    ZONE,
    ago,
    at,
    check_in,
    moment,
    note,
    practised,
    sharp,
    steady,
    this_morning,
)
from tests.plans import no, plan, please, steps, with_plans

SCORES = practice().scores
MORNING = ("pelvic-tilt", "cat-cow", "wall-press", "shoulder-release")
TWO_WEEKS, FOUR_WEEKS = SOONEST.days, LATEST.days


def chose(kind: ChoiceKind, movement: str, days_ago: int = 0) -> Choice:
    day = ago(days_ago)
    return Choice(id=f"{kind.value}-{day}", at=at(day, 7, 22), zone=ZONE, day=day, kind=kind, movement=movement)


def begun(days: int, person: Person = MARIA) -> Record:
    """So many days of the whole morning; the wall press was taken up on the fourth."""
    record = steady(person, days)
    past = [ago(n) for n in range(days, 0, -1)]
    done = tuple(one for day in past for one in practised(day, "seated-breath", *MORNING))
    taken = (chose(ChoiceKind.TAKE_STEP, "wall-press", days - 4),) if days > 4 else ()
    return replace(record, events=done, choices=taken)


def at_ease(record: Record, pain: int) -> Record:
    """The same with this pain every morning, today's too."""
    return this_morning(replace(record, check_ins=tuple(replace(one, pain=pain) for one in record.check_ins)), pain)


def rotation(record: Record) -> Rotation:
    return today_of(record, moment(), practice()).course.now.rotation


def swaps(record: Record) -> dict[str, str]:
    return dict(rotation(record).swaps)


def morning(record: Record) -> Session:
    planned = plan_day(record, moment(), practice())
    assert isinstance(planned, Day)
    return planned.sessions[0]


def step(record: Record, movement: str) -> Step:
    return next(one for one in morning(record).steps if one.movement == movement)


def movements(record: Record) -> list[str]:
    return [one.movement for one in morning(record).steps]


CHANGED = begun(TWO_WEEKS)
"""Two weeks of steady practice: from this morning on one movement is another."""

SWAP = swaps(CHANGED)
((OLD, NEW),) = SWAP.items()


class TestAfterSomeWeeks:
    def test_one_movement_gives_way_to_another_of_its_region(self) -> None:
        assert OLD in MORNING
        assert NEW in practice().alike(OLD)
        assert NEW in movements(CHANGED)
        assert OLD not in movements(CHANGED)

    def test_the_others_stay(self) -> None:
        assert set(MORNING) - set(movements(CHANGED)) == {OLD}

    def test_it_says_so(self) -> None:
        assert step(CHANGED, NEW).reasons == (Reason("rotation-swapped", {"instead": OLD}),)

    def test_it_begins_at_its_gentlest_with_few_repetitions(self) -> None:
        dose = step(CHANGED, NEW).dose

        assert dose.level == SCORES[NEW].levels[0].id
        assert dose.repetitions <= FIRST_REPETITIONS

    def test_no_step_more_is_offered_at_once(self) -> None:
        planned = plan_day(this_morning(CHANGED, 4), moment(), practice())

        assert isinstance(planned, Day)
        assert planned.offer is None

    def test_it_grows_by_steps_of_its_own(self) -> None:
        grown = at_ease(begun(TWO_WEEKS + 4), 0)
        taken = replace(grown, choices=(*grown.choices, chose(ChoiceKind.TAKE_STEP, NEW)))
        before, after = step(grown, NEW).dose, step(taken, NEW).dose

        assert before.repetitions <= FIRST_REPETITIONS
        assert after == replace(before, repetitions=before.repetitions + 1)

    def test_not_a_day_before_two_weeks_have_passed(self) -> None:
        assert swaps(begun(TWO_WEEKS - 1)) == {}

    def test_not_of_less_than_steady_practice(self) -> None:
        seldom = replace(CHANGED, events=tuple(e for e in CHANGED.events if e.day.toordinal() % 2))

        assert swaps(seldom) == {}

    def test_the_body_is_asked_the_same_at_the_most(self) -> None:
        assert morning(CHANGED).duration_s <= morning(begun(TWO_WEEKS - 1)).duration_s


class TestAfterFourWeeks:
    def seldom(self, every: int, days: int = FOUR_WEEKS) -> Record:
        whole = begun(days)
        days_done = {ago(n) for n in range(1, days + 1) if n % every == 0 or n == days} | {ago(1)}
        return replace(whole, events=tuple(e for e in whole.events if e.day in days_done))

    def test_a_change_comes_to_those_who_practise_now_and_then_too(self) -> None:
        assert len(swaps(self.seldom(3))) == 1

    def test_not_to_those_who_have_hardly_begun(self) -> None:
        hardly = self.seldom(9)

        assert rotation(hardly).days < DAYS_FOR_LATEST
        assert swaps(hardly) == {}

    def test_they_are_waited_for_while_a_movement_of_the_programme_is_still_to_come(self) -> None:
        small = ("pelvic-tilt", "cat-cow", "shoulder-release")
        grows = steady(MARIA, FOUR_WEEKS - 1)

        assert swaps(replace(grows, events=tuple(e for e in grows.events if e.movement in small))) == {}
        assert len(swaps(steady(MARIA, FOUR_WEEKS))) == 1


class TestTheNextChange:
    def lived(self, days: int) -> Record:
        """Two weeks, then two weeks more with what came for a change."""
        later = begun(days)
        events = tuple(
            one
            for n in range(days, 0, -1)
            for one in practised(
                ago(n), "seated-breath", *(NEW if m == OLD and n <= days - TWO_WEEKS else m for m in MORNING)
            )
        )
        return replace(later, events=events)

    def test_brings_back_what_gave_way(self) -> None:
        after = self.lived(2 * TWO_WEEKS)

        assert OLD not in swaps(after)
        assert OLD in movements(after)

    def test_exchanges_another_one(self) -> None:
        ((old, new),) = swaps(self.lived(2 * TWO_WEEKS)).items()

        assert old != OLD
        assert new != NEW

    def test_never_takes_an_anchor(self) -> None:
        for days in (TWO_WEEKS, 2 * TWO_WEEKS, 2 * TWO_WEEKS + 3):
            kept = set(practice().programmes["gentle-start"].easiest)
            assert not kept & swaps(self.lived(days)).keys()
            assert kept <= set(movements(self.lived(days)))

    def test_without_anything_to_exchange_only_brings_back_what_gave_way(self) -> None:
        after = self.lived(2 * TWO_WEEKS)
        only = {"pelvic-tilt", "shoulder-release", NEW}
        alone = replace(after, events=tuple(e for e in after.events if e.movement in only or e.day < ago(1)))

        assert swaps(alone) == {}
        assert rotation(alone).since == TODAY


class TestADayThatAsksForCare:
    YESTERDAY = ago(1)

    @pytest.mark.parametrize(
        "told",
        [
            {"check_ins": (check_in(ago(1), 6),)},
            {"check_ins": (check_in(ago(1), 8),)},
            {"check_ins": (check_in(ago(1), 4, Body.HEAVY),)},
            {"check_ins": (check_in(ago(1), 4, sleep=1),)},
            {"notes": (note(ago(1), felt=Felt.HARD_GOING),)},
            {"notes": (note(ago(1), pain=5),)},
            {"events": sharp(ago(1), "wall-press", SharpAnswer.GONE)},
            {"choices": (chose(ChoiceKind.FLARE, "", 1),)},
            {"choices": (chose(ChoiceKind.TAKE_STEP, "wall-press", 1),)},
        ],
        ids=["amber", "red", "heavy", "a poor night", "hard going", "pain rose", "sharp", "a flare", "a step taken"],
    )
    def test_exchanges_nothing(self, told: dict) -> None:
        kept = {
            name: (*(e for e in getattr(CHANGED, name) if name != "check_ins" or e.day != self.YESTERDAY), *entries)
            for name, entries in told.items()
        }
        cared = replace(CHANGED, **{k: tuple(sorted(v, key=lambda e: (e.at, e.id))) for k, v in kept.items()})

        assert swaps(cared) == {}

    def test_makes_what_came_for_a_change_smaller_with_all_the_rest(self) -> None:
        calm = at_ease(CHANGED, 2)
        sorer = replace(calm, check_ins=(*calm.check_ins[:-1], check_in(TODAY, 4)))

        assert step(sorer, NEW).dose.repetitions < step(calm, NEW).dose.repetitions

    def test_of_a_heavy_body_leaves_it_out(self) -> None:
        assert NEW not in movements(this_morning(CHANGED, 4, Body.HEAVY))


class TestWhatIsLeftOut:
    def test_never_comes_for_a_change(self) -> None:
        banned = with_plans(CHANGED, plan("Dr Roy", no(NEW), days_ago=60))

        assert NEW not in swaps(banned).values()
        assert NEW not in movements(banned)

    def test_from_today_on_gives_the_place_back_to_what_was_there(self) -> None:
        kept = replace(CHANGED, choices=(*CHANGED.choices, chose(ChoiceKind.KEEP_SWAP, NEW)))
        banned = with_plans(kept, plan("Dr Roy", no(NEW), days_ago=0))

        assert NEW not in movements(banned)
        assert len(morning(banned).steps) == len(morning(CHANGED).steps)

    def test_stays_out_of_every_part_of_the_day_that_has_it(self) -> None:
        for person in (TOM, AYSE):
            usual = [one.movement for one in morning(steady(person, 3)).steps]
            events = tuple(one for n in range(FOUR_WEEKS, 0, -1) for one in practised(ago(n), *usual))
            changed = replace(steady(person, FOUR_WEEKS), events=events)

            assert len(swaps(changed)) == 1
            assert not {SCORES[m].position for m in movements(changed)} & person.positions_off

    def test_holds_back_every_change_where_a_clinician_wants_no_steps(self) -> None:
        assert swaps(with_plans(CHANGED, plan("Dr Roy", steps(allowed=False), days_ago=60))) == {}

    def test_is_not_what_a_clinician_asks_for(self) -> None:
        asked = with_plans(CHANGED, plan("Dr Roy", please(OLD), days_ago=60))

        assert OLD not in swaps(asked)


class TestThePerson:
    def test_keeps_what_came(self) -> None:
        kept = replace(CHANGED, choices=(*CHANGED.choices, chose(ChoiceKind.KEEP_SWAP, NEW)))

        assert rotation(kept).kept == (OLD,)
        assert swaps(kept) == SWAP

    def test_takes_it_back_at_once(self) -> None:
        undone = replace(CHANGED, choices=(*CHANGED.choices, chose(ChoiceKind.UNDO_SWAP, NEW)))

        assert swaps(undone) == {}
        assert movements(undone) == movements(begun(TWO_WEEKS - 1))
        assert rotation(undone).undone == (NEW,)
        assert rotation(undone).since == TODAY

    def test_is_not_offered_again_what_was_taken_back(self) -> None:
        days = 2 * TWO_WEEKS + 2
        undone = chose(ChoiceKind.UNDO_SWAP, NEW, days - TWO_WEEKS - 1)
        later = begun(days)
        later = replace(later, choices=(*later.choices, undone))

        assert rotation(later).undone == (NEW,)
        assert NEW not in swaps(later).values()

    def test_may_take_back_what_was_kept(self) -> None:
        both = (chose(ChoiceKind.KEEP_SWAP, NEW), replace(chose(ChoiceKind.UNDO_SWAP, NEW), at=at(TODAY, 7, 24)))
        changed = replace(CHANGED, choices=(*CHANGED.choices, *both))

        assert rotation(changed).kept == ()
        assert swaps(changed) == {}

    def test_changes_nothing_by_an_answer_about_something_else(self) -> None:
        other = replace(CHANGED, choices=(*CHANGED.choices, chose(ChoiceKind.UNDO_SWAP, "bridge")))

        assert swaps(other) == SWAP

    def test_keeps_it_through_the_next_change(self) -> None:
        days = 2 * TWO_WEEKS
        lived = TestTheNextChange().lived(days)
        kept = replace(lived, choices=(*lived.choices, chose(ChoiceKind.KEEP_SWAP, NEW, days - TWO_WEEKS)))

        assert swaps(kept)[OLD] == NEW
        assert len(swaps(kept)) == 2
        assert len({m for m in movements(kept) if m in MORNING}) >= 2


def given_since(record: Record, days: int) -> Record:
    """The same with each of the last days, and this one, kept as it was given, as the pages keep them."""
    for n in range(days, -1, -1):
        before = until(record, n)
        planned = plan_day(before, moment(ago(n)), practice())
        assert isinstance(planned, Day)
        record = replace(record, given=(*record.given, given_from(planned)))
    return record


def until(record: Record, days_ago: int) -> Record:
    """The record as that morning began."""
    first = at(ago(days_ago), 7, 15)
    names = ("check_ins", "events", "choices", "screenings")
    return replace(record, **{n: tuple(e for e in getattr(record, n) if e.at < first) for n in names})


GIVEN = given_since(CHANGED, 5)
"""Two weeks of steady practice, and the last days kept as they were given: the exchange with this morning."""


class TestWhatThePersonChoosesAnew:
    """The past weeks are what they were: neither another part of the day nor another programme turns them over."""

    KEPT = replace(GIVEN, choices=(*GIVEN.choices, chose(ChoiceKind.KEEP_SWAP, NEW)))
    UNDONE = replace(GIVEN, choices=(*GIVEN.choices, chose(ChoiceKind.UNDO_SWAP, NEW)))
    SHARP = replace(GIVEN, events=(*GIVEN.events, *sharp(TODAY, NEW)))
    ALL_DAY = replace(MARIA, parts=(DayPart.MORNING, DayPart.NOON, DayPart.AFTERNOON, DayPart.BEDTIME))
    WALKS = replace(MARIA, programme="walking")
    OTHERS = pytest.mark.parametrize("person", [ALL_DAY, WALKS], ids=["another part of the day", "another programme"])

    def test_a_given_day_says_the_same_as_the_record_alone(self) -> None:
        assert rotation(GIVEN) == rotation(CHANGED)

    @OTHERS
    def test_leaves_what_is_kept(self, person: Person) -> None:
        anew = replace(self.KEPT, person=person)

        assert rotation(anew).kept == (OLD,)
        assert swaps(anew)[OLD] == NEW

    @OTHERS
    @pytest.mark.parametrize("record", [UNDONE, SHARP], ids=["taken back", "sharp"])
    def test_leaves_out_what_was_taken_back_or_sharp(self, record: Record, person: Person) -> None:
        anew = replace(record, person=person)

        assert rotation(anew).undone == (NEW,)
        assert NEW not in swaps(anew).values()

    def test_another_part_of_the_day_exchanges_nothing_else(self) -> None:
        assert swaps(replace(GIVEN, person=self.ALL_DAY)) == SWAP

    def test_another_programme_begins_as_it_is_written(self) -> None:
        anew = replace(GIVEN, person=self.WALKS)
        own = {slot.movement for slot in practice().programmes["walking"].outline(DayPart.MORNING).slots}

        assert set(movements(anew)) <= own
        assert rotation(anew).programme == "walking"

    def test_another_programme_has_what_is_kept_from_its_first_day(self) -> None:
        desk = replace(self.KEPT, person=replace(MARIA, programme="runner"))
        has_it = OLD in {slot.movement for slot in practice().programmes["runner"].outline(DayPart.MORNING).slots}

        assert (NEW in movements(desk)) is has_it

    def test_going_back_on_the_same_day_has_changed_nothing(self) -> None:
        tried = replace(GIVEN, person=self.WALKS)
        planned = plan_day(tried, moment(), practice())
        assert isinstance(planned, Day)
        back = replace(tried, given=(*tried.given[:-1], given_from(planned)), person=MARIA)

        assert rotation(back) == rotation(GIVEN)

    def test_what_is_told_of_a_day_before_holds_still(self) -> None:
        later = replace(given_since(begun(TWO_WEEKS + 3), 6), person=self.ALL_DAY)
        days = TWO_WEEKS + 3
        events = tuple(
            one
            for n in range(days, 0, -1)
            for one in practised(
                ago(n), "seated-breath", *(NEW if m == OLD and n <= days - TWO_WEEKS else m for m in MORNING)
            )
        )
        told = replace(later, events=tuple(sorted((*events, *sharp(ago(2), NEW)), key=lambda one: (one.at, one.id))))

        assert NEW not in swaps(told).values()
        assert rotation(told).undone == (NEW,)


class TestSharpPain:
    def test_that_stays_gives_the_place_back_for_good(self) -> None:
        stopped = replace(CHANGED, events=(*CHANGED.events, *sharp(TODAY, NEW)))

        assert swaps(stopped) == {}
        assert rotation(stopped).undone == (NEW,)
        assert OLD in movements(stopped)

    def test_that_passed_leaves_it_there_at_half_the_way(self) -> None:
        passed = replace(CHANGED, events=(*CHANGED.events, *sharp(TODAY, NEW, SharpAnswer.GONE)))

        assert swaps(passed) == SWAP
        assert step(passed, NEW).reasons[-1].rule == "sharp-passed"

    def test_of_something_else_leaves_it_there(self) -> None:
        other = replace(CHANGED, events=(*CHANGED.events, *sharp(TODAY, "pelvic-tilt")))

        assert swaps(other) == SWAP


class TestAProgrammeThatDoesNotRotate:
    FULL = replace(MARIA, programme="full-routine", parts=(DayPart.FULL,))

    def test_stays_as_it_is(self) -> None:
        assert swaps(begun(FOUR_WEEKS, self.FULL)) == {}

    def test_shows_nothing_that_another_one_had_exchanged(self) -> None:
        full = replace(CHANGED, person=replace(self.FULL, parts=(DayPart.MORNING,)))

        assert OLD in movements(full)


PEOPLE = st.sampled_from([MARIA, TOM, AYSE])
PROGRAMMES = st.sampled_from(sorted(practice().programmes))
A_FEW = settings(max_examples=max(6, settings().max_examples // 20), deadline=None)


class TestForEverybody:
    @A_FEW
    @given(PEOPLE, PROGRAMMES, st.integers(1, 45), st.sets(st.integers(1, 45), max_size=12), st.integers(0, 5))
    def test_one_or_two_movements_change_at_a_time_and_one_stays(
        self, person: Person, programme: str, days: int, away: set[int], usual: int
    ) -> None:
        person = replace(person, programme=programme, parts=practice().programmes[programme].begins)
        record, before = lived(person, days, away, usual)

        for then, now in zip(before, sessions(record), strict=True):
            assert len(now - then) <= 2
            assert now & then

    @A_FEW
    @given(PEOPLE, PROGRAMMES, st.integers(1, 45))
    def test_it_follows_from_the_record_alone(self, person: Person, programme: str, days: int) -> None:
        person = replace(person, programme=programme, parts=practice().programmes[programme].begins)
        record, _ = lived(person, days, set(), 4)

        assert rotation(window(record, TODAY)) == rotation(record)


def sessions(record: Record, days_ago: int = 0) -> list[set[str]]:
    """The movements of each usual session of a day."""
    today = today_of(record, moment(ago(days_ago)), practice())
    return [draft.movements - set(BREATHS) for draft in usual_sessions(today.course.now.doses, today.ground)]


def lived(person: Person, days: int, away: set[int], pain: int) -> tuple[Record, list[set[str]]]:
    """So many days of doing what was given, but for the days away; and what yesterday gave."""
    record, given_then = replace(steady(person, days, pain=pain), events=()), []
    for n in range(days, 0, -1):
        given_then = sessions(record, n)
        if n not in away:
            done = sorted(set().union(*given_then))
            record = replace(record, events=(*record.events, *practised(ago(n), *done)))
    return record, given_then


CHANGING = ("gentle-start", "desk-worker", "getting-up", "runner")


class TestWhatMayComeInAPlace:
    @pytest.mark.parametrize("programme", CHANGING)
    def test_is_in_a_position_that_the_session_comes_to_anyway(self, programme: str) -> None:
        assert changed_days(programme)
        for day in changed_days(programme):
            for session in day.sessions:
                outline = practice().programmes[programme].outline(session.part)
                own = {SCORES[slot.movement].position for slot in outline.slots}
                near = {here for here, there in SAME_PLACE.items() if there in own}
                assert {SCORES[step.movement].position for step in session.steps} <= own | near

    @pytest.mark.parametrize("programme", CHANGING)
    def test_is_never_a_second_form_of_what_is_there(self, programme: str) -> None:
        for day in changed_days(programme):
            for session in day.sessions:
                for forms in practice().forms:
                    assert len({step.movement for step in session.steps} & set(forms.movements)) <= 1

    @A_FEW
    @given(st.sampled_from(CHANGING), st.data())
    def test_is_so_whatever_parts_of_the_day_somebody_has(self, programme: str, data: st.DataObject) -> None:
        found = practice().programmes[programme]
        every = [outline.part for outline in found.sessions if outline.part is not DayPart.SMALL]
        parts = data.draw(st.lists(st.sampled_from(every), min_size=1, unique=True))
        _, now = lived(replace(MARIA, programme=programme, parts=tuple(parts)), FOUR_WEEKS + 2, set(), 4)

        for part, given_now in zip([part for part in DayPart if part in parts], now, strict=True):
            outline = found.outline(part)
            own = [SCORES[slot.movement] for slot in outline.slots]
            assert where_it_is(SCORES[one] for one in given_now) <= where_it_is(own)
            assert all(in_reach(SCORES[one], outline.in_bed) for one in given_now)
            for forms in practice().forms:
                assert len(given_now & set(forms.movements)) <= 1

    def test_looks_after_the_same_region(self) -> None:
        for day in changed_days("runner"):
            for step in (step for session in day.every for step in session.steps if came_for_a_change(step)):
                instead = str(step.reasons[-1].values["instead"])
                assert any({instead, step.movement} <= set(pool.movements) for pool in practice().pools)


class TestASessionInBed:
    ABED = practice().programmes["gentle-start"].outline(DayPart.BEDTIME)
    OUT_OF_REACH = frozenset({"legs-on-chair"})

    def test_has_nothing_come_in_that_needs_more_than_is_there(self) -> None:
        lying = [step for step in usual_in(self.ABED, {}, self.ground()).steps if step.movement not in BREATHS]
        cushion = SCORES["legs-on-chair"]
        where = where_it_is(SCORES[step.movement] for step in lying)

        assert not fits(cushion, frozenset(), where, self.ABED, self.ground())
        assert fits(cushion, frozenset(), where, replace(self.ABED, in_bed=False), self.ground())

    @pytest.mark.parametrize("off", sorted(SCORES))
    def test_has_nothing_stand_in_or_taken_up_that_does(self, off: str) -> None:
        bedtime = replace(MARIA, parts=(DayPart.BEDTIME,))
        out = with_plans(this_morning(steady(bedtime, 6), 4), plan("Dr Roy", no(off), days_ago=60))

        planned = plan_day(out, moment(), practice())

        assert isinstance(planned, Day)
        assert not {place.movement for place in planned.sessions[0].places} & self.OUT_OF_REACH

    def ground(self) -> Ground:
        return today_of(steady(replace(MARIA, parts=(DayPart.BEDTIME,)), 6), moment(), practice()).ground


class TestWhatCameBeforeASessionWasThere:
    """A part of the day that was ticked later takes what came for a change only where it fits."""

    NOON = practice().programmes["desk-worker"].outline(DayPart.NOON)

    def usual(self, swaps: dict[str, str]) -> list[str]:
        desk = replace(MARIA, programme="desk-worker", parts=(DayPart.NOON,))
        ground = replace(today_of(steady(desk, 6), moment(), practice()).ground, swaps=swaps)
        return [step.movement for step in usual_in(self.NOON, {}, ground).steps]

    def test_stays_as_it_was_where_it_would_have_to_lie_down(self) -> None:
        own = self.usual({})

        assert Position.LYING not in {SCORES[one].position for one in own}
        assert self.usual({own[1]: "bridge"}) == own

    def test_keeps_one_of_its_own_movements(self) -> None:
        own = self.usual({})
        seated = sorted(m for m, score in SCORES.items() if score.position is Position.SITTING and m not in own)

        assert self.usual(dict(zip(own[1:], seated[1:], strict=False))) == own


@cache
def changed_days(programme: str) -> tuple[Day, ...]:
    """A day of each change in two months of somebody ordinary."""
    seen: dict[str, Day] = {}
    for day in islice(follow(programme, practice()), 60):
        swapped = [step.movement for session in day.every for step in session.steps if came_for_a_change(step)]
        seen.setdefault(",".join(swapped), day)
    return tuple(day for swapped, day in seen.items() if swapped)


def came_for_a_change(step: Step) -> bool:
    return any(reason.rule == "rotation-swapped" for reason in step.reasons)
