"""The named invariants: what holds of every morning of anybody, over records of up to 180 days.

The records know conditions and their dates, clinicians and their plans, days away, other time zones, mistakes taken
back and half-answered questions. What must not be given is written out a second time in tests/ruled_out.py.
"""

from dataclasses import replace
from datetime import timedelta
from math import ceil

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.content.words import sentence
from loosen.core.course import LEAST, Course
from loosen.core.day import Day, Referral, Session
from loosen.core.facts import Ground
from loosen.core.journal import Choice, ChoiceKind, DayPart, Event
from loosen.core.moment import Moment
from loosen.core.morning import Colour
from loosen.core.pacing import SORER_SHARE
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.planning import given_from, plan_day, today_of
from loosen.core.practice import BREATHS
from loosen.core.record import Record, window
from loosen.core.routine import LEAST_REPETITIONS, dose_in
from loosen.core.score import Dose, Position
from loosen.core.screening import SKIPPED, Began, History, Screening, Tier, Worse
from loosen.core.walking import FIRST_WALK, LEAST_WALK
from tests import held
from tests.people import MARIA, TODAY, ZONE, ago, at, check_in, moment, practised, screening, steady
from tests.records import MOVEMENTS, NERVES, half_years, plans, records

EXAMPLES = max(20, settings().max_examples // 5)
anybody = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)

RECORDS = half_years() | records()
SCORES = practice().scores


def noon(record: Record) -> Moment:
    return Moment(at(TODAY, 12), record.person.zone)


def outcome(record: Record) -> Day | Referral:
    return plan_day(record, noon(record), practice())


def course_of(record: Record) -> Course:
    return today_of(record, noon(record), practice()).course


def ground_of(record: Record) -> Ground:
    return today_of(record, noon(record), practice()).ground


def day_of(record: Record) -> Day:
    planned = outcome(record)
    assume(isinstance(planned, Day))
    assert isinstance(planned, Day)
    return planned


class TestNothingThatIsRuledOut:
    @anybody
    @given(RECORDS)
    def test_is_given_or_reachable_through_a_way_out(self, record: Record) -> None:
        """No banned, locked or condition-excluded movement, level, position or angle."""
        for session in day_of(record).every:
            assert not list(held.given_though_ruled_out(record, noon(record), session))

    @anybody
    @given(RECORDS, plans(7))
    def test_comes_back_because_a_clinician_asks_for_it(self, record: Record, plan: Plan) -> None:
        wish = replace(plan, sentences=tuple(_require(movement) for movement in MOVEMENTS[:4]))
        wished = replace(record, plans=(*record.plans, wish))

        for session in day_of(wished).every:
            assert not list(held.given_though_ruled_out(wished, noon(wished), session))


def _require(movement: str) -> Sentence:
    return Sentence(Says.REQUIRE, movement=movement, also_on_sore_days=True)


EMERGENCIES = {
    "ces1": Tier.T0, "ces2": Tier.T0, "ces3": Tier.T0, "ces4": Tier.T0, "ces5": Tier.T0, "neu1-rapid": Tier.T0,
    "tra1": Tier.T0, "vas1-chest": Tier.T0, "vas1-belly": Tier.T0, "prg-s": Tier.T0, "neu1": Tier.T1, "inf1": Tier.T1,
    "ca2-weight": Tier.T1, "ca2-shape": Tier.T1, "dvt1": Tier.T1, "uri1": Tier.T1,
}  # fmt: skip


class TestALiveEmergency:
    @anybody
    @given(RECORDS, st.sampled_from(sorted(EMERGENCIES)), st.sampled_from(ChoiceKind), plans(8))
    def test_always_ends_in_a_referral(self, record: Record, question: str, chosen: ChoiceKind, plan: Plan) -> None:
        """Whatever the plan, the preference or the day."""
        history = {question: History(Began.DAYS, Worse.YES, looked=False)} if question in NERVES else {}
        told = Screening(
            id="told", at=at(TODAY, 11), zone=ZONE, day=TODAY, answers={question: "yes"}, read_back=True,
            histories=history,
        )  # fmt: skip
        choice = Choice(id="chosen", at=at(TODAY, 11, 5), zone=ZONE, day=TODAY, kind=chosen)
        planned = outcome(
            replace(
                record,
                screenings=(*record.screenings, told),
                choices=(*record.choices, choice),
                plans=(*record.plans, plan),
            )
        )

        assert isinstance(planned, Referral)
        assert planned.tier is Tier.T0 or planned.tier is EMERGENCIES[question]

    @anybody
    @given(RECORDS)
    def test_leaves_no_session_and_in_an_emergency_no_breath(self, record: Record) -> None:
        assert not list(held.not_held(record, noon(record), outcome(record)))


class TestAfterASmallOrALargeIncrease:
    @anybody
    @given(RECORDS, st.integers(4, 10))
    def test_neither_the_dose_nor_the_share_rises(self, record: Record, pain: int) -> None:
        told = tuple(one for one in record.check_ins if one.day != TODAY)
        sorer = replace(record, check_ins=(*told, check_in(TODAY, pain)), events=(*record.events, *practised(ago(1))))
        taken = course_of(sorer)
        assume(taken.morning.rose)

        assert taken.now.share <= taken.began.share
        for slug, dose in taken.now.doses.items():
            before = taken.began.doses.get(slug)
            assert before is None or dose.repetitions <= before.repetitions

    @anybody
    @given(st.integers(0, 10), st.integers(0, 10))
    def test_no_step_is_offered(self, usual: int, pain: int) -> None:
        record = steady(MARIA, 10, pain=usual)
        planned = outcome(replace(record, check_ins=(*record.check_ins, check_in(TODAY, pain))))
        assume(isinstance(planned, Day))
        assert isinstance(planned, Day)

        assert planned.offer is None or course_of(record).morning.colour in (None, Colour.GREEN)


class TestSharesOfTheDose:
    @anybody
    @given(RECORDS)
    def test_never_multiply_the_smallest_holds(self, record: Record) -> None:
        today = today_of(record, noon(record), practice())
        share = min(today.course.now.share, SORER_SHARE if today.held_back == "sorer-today" else 1.0)
        assume(share != LEAST and not today.does_the_least)

        for session in day_of(record).every:
            outline = practice().programmes[record.person.programme].outline(session.part)
            if {reason.rule for reason in session.reasons} & {"fits-minutes", "days-away"}:
                continue
            for slot in outline.slots[1:]:
                for step in session.steps:
                    if step.movement == slot.movement and not step.reasons:
                        usual = dose_in(slot, SCORES[step.movement], today.course.now.doses)
                        whole = min(usual.repetitions, max(LEAST_REPETITIONS, int(usual.repetitions * share + 1e-9)))
                        assert step.dose.repetitions >= whole


class TestTheMinutes:
    @anybody
    @given(RECORDS)
    def test_never_pass_the_cap(self, record: Record) -> None:
        assert not list(held.minutes_beyond(record, noon(record), day_of(record)))

    @anybody
    @given(st.integers(0, 40), st.integers(1, 30))
    def test_do_not_grow_by_a_second_after_missed_days(self, practised_days: int, missed: int) -> None:
        then = ago(missed)
        record = replace(steady(MARIA, practised_days, today=then), screenings=(screening(ago(75)),))
        record = replace(record, screenings=(*record.screenings, replace(screening(then), id="short")))
        before = plan_day(record, moment(then), practice())
        after = plan_day(
            replace(record, screenings=(*record.screenings, replace(screening(TODAY), id="again"))),
            moment(),
            practice(),
        )
        assert isinstance(before, Day)
        assert isinstance(after, Day)

        assert after.sessions[0].duration_s <= before.sessions[0].duration_s


class TestProgress:
    @anybody
    @given(RECORDS, st.sampled_from(MOVEMENTS), st.integers(3, 12))
    def test_is_one_movement_a_day_at_most_and_only_if_it_is_taken_up(
        self, record: Record, movement: str, calm: int
    ) -> None:
        quiet = replace(record, check_ins=(*record.check_ins, *(check_in(ago(n), 2) for n in range(calm))))
        offered = outcome(quiet)
        wish = offered.offer[0] if isinstance(offered, Day) and offered.offer else movement
        taken = replace(quiet, choices=(*quiet.choices, _takes(wish)))

        for each, may in ((quiet, _wishes(quiet)), (taken, {wish})):
            began, now = course_of(each).began.doses, course_of(each).now.doses
            grown = {slug for slug in now if slug not in began or _is_more(slug, now[slug], began[slug])}
            grown -= _returned(each)
            assert len(grown) <= 1
            assert grown <= may


def _takes(movement: str) -> Choice:
    return Choice(
        id="takes", at=at(TODAY, 11), zone=ZONE, day=TODAY, kind=ChoiceKind.TAKE_STEP, movement=movement
    )  # fmt: skip


def _wishes(record: Record) -> set[str | None]:
    return {one.movement for one in record.choices if one.day >= TODAY and one.kind is ChoiceKind.TAKE_STEP}


def _returned(record: Record) -> set[str | None]:
    """What was sharp today has its dose written down at its gentlest: new in the list, and no growth."""
    return {one.movement for one in record.events if one.event is Event.SHARP and one.day >= TODAY}


def _is_more(slug: str, new: Dose, old: Dose) -> bool:
    ids = [level.id for level in SCORES[slug].levels]
    return (ids.index(new.level), new.repetitions) > (ids.index(old.level), old.repetitions)


class TestEveryWayOut:
    @anybody
    @given(RECORDS)
    def test_ends_and_the_last_is_rest_with_the_breath(self, record: Record) -> None:
        for session in day_of(record).every:
            assert not list(held.ways_without_an_end(session))


class TestEveryChange:
    @anybody
    @given(RECORDS)
    def test_has_a_reason(self, record: Record) -> None:
        day = day_of(record)

        for session in day.every:
            assert not list(held.unexplained(record, session))
            if len(session.steps) > 1 and session is not day.small:
                assert _accounted_for(record, day, session) == set()

    @anybody
    @given(RECORDS)
    def test_has_a_sentence_to_say_it(self, record: Record) -> None:
        for reason in held.reasons(outcome(record)):
            assert sentence(reason)


def _accounted_for(record: Record, day: Day, session: Session) -> set[str]:
    """The movements of the programme that are neither given, nor replaced, nor said to be absent."""
    outline = practice().programmes[record.person.programme].outline(session.part)
    steps = session.steps
    told = {step.movement for step in steps} | {absence.movement for absence in day.absences}
    told |= {str(r.values["instead"]) for step in steps for r in step.reasons if "instead" in r.values}
    told |= {str(r.values["instead"]) for a in day.absences for r in a.reasons if "instead" in r.values}
    return {slot.movement for slot in outline.slots if not slot.later and slot.movement not in BREATHS} - told


def walker_on_a_sorer_morning(record: Record) -> Record:
    """The same record of somebody who walks, with two points more than usual this morning, and no choice made."""
    record = replace(record, person=replace(record.person, programme="walking"), choices=())
    usual = today_of(record, noon(record), practice()).course.morning.usual
    this = check_in(TODAY, min(10, ceil(2 if usual is None else usual) + 2))
    others = (one for one in record.check_ins if one.day < TODAY)
    return replace(record, check_ins=tuple(sorted((*others, this), key=lambda one: one.at)))


class TestAWalk:
    @anybody
    @given(RECORDS)
    def test_is_never_suggested_where_standing_is_ruled_out(self, record: Record) -> None:
        walk = day_of(replace(record, person=replace(record.person, programme="walking"))).walk
        assume(walk is not None and walk.minutes)

        assert Position.STANDING not in record.person.positions_off

    @anybody
    @given(RECORDS)
    def test_is_no_longer_after_a_sorer_morning(self, record: Record) -> None:
        record = walker_on_a_sorer_morning(record)
        walk, today = day_of(record).walk, today_of(record, noon(record), practice())

        assume(today.course.morning.rose)
        assert walk is not None
        assert walk.minutes <= max(LEAST_WALK, today.course.now.walking.minutes or FIRST_WALK)
        assert today.course.now.walking == today.course.began.walking


class TestTheSameRecord:
    @anybody
    @given(RECORDS)
    def test_gives_the_same_day(self, record: Record) -> None:
        assert outcome(record) == outcome(record)

    @anybody
    @given(RECORDS)
    def test_gives_the_same_day_from_its_window(self, record: Record) -> None:
        assert outcome(window(record, TODAY)) == outcome(record)

    @anybody
    @given(RECORDS, st.integers(0, 3))
    def test_gives_the_same_day_whether_or_not_the_days_before_were_kept(self, record: Record, days_ago: int) -> None:
        earlier = plan_day(record, Moment(at(ago(days_ago), 4, 30), record.person.zone), practice())
        assume(isinstance(earlier, Day) and earlier.day <= TODAY)
        assert isinstance(earlier, Day)
        kept = replace(record, given=(*record.given, given_from(earlier)))

        assert _apart_from_what_is_said_once(outcome(kept)) == _apart_from_what_is_said_once(outcome(record))


def _apart_from_what_is_said_once(planned: Day | Referral) -> object:
    """Advice that was said on a day that is kept is not said anew."""
    return (planned.sessions, planned.reasons, planned.absences) if isinstance(planned, Day) else planned.day


KINDS = ("screenings", "clearings", "check_ins", "events", "notes", "choices", "plans", "given", "walks")


class TestAJournalWithHoles:
    @anybody
    @given(RECORDS, st.sets(st.sampled_from(KINDS)), st.sampled_from([None, 1900, 1974, 2015, 2030]))
    def test_never_fails(self, record: Record, lost: set[str], birth_year: int | None) -> None:
        person = replace(record.person, birth_year=birth_year)
        torn = replace(record, person=person, **dict.fromkeys(lost, ()))

        assert isinstance(outcome(torn), Day | Referral)

    @pytest.mark.parametrize("days_ahead", [-400, -1, 0, 1, 2, 400])
    def test_of_nothing_at_all_asks_the_questions(self, days_ahead: int) -> None:
        planned = plan_day(Record(), moment(TODAY + timedelta(days=days_ahead)), practice())

        assert isinstance(planned, Referral)
        assert planned.comfort

    @anybody
    @given(RECORDS)
    def test_of_skipped_answers_is_a_day_or_a_referral(self, record: Record) -> None:
        skipped = tuple(
            replace(one, answers=dict.fromkeys(one.answers, SKIPPED), histories={}, dates={})
            for one in record.screenings
        )

        assert isinstance(outcome(replace(record, screenings=skipped)), Day | Referral)


class TestAMorningWithoutAReferral:
    @anybody
    @given(RECORDS)
    def test_has_a_session_the_person_can_do(self, record: Record) -> None:
        day = day_of(record)
        assume(not any(reason.rule == "rest-chosen" for reason in day.reasons))

        assert tuple(session.part for session in day.sessions) == ground_of(record).parts
        assert {session.part for session in day.every} >= {DayPart.SMALL}
        for session in day.every:
            assert session.steps[0].movement in BREATHS
            done = {SCORES[step.movement].position for step in session.steps if step.movement not in BREATHS}
            assert not done & record.person.positions_off
