"""What holds for everyone, whatever they told. Each promise is one property over records of anybody."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.content.words import sentence
from loosen.core.advice import SAID_ONCE
from loosen.core.conditions import limits
from loosen.core.course import Course, course
from loosen.core.day import Day, PlaceKind, Referral, Session
from loosen.core.facts import Ground
from loosen.core.morning import Colour
from loosen.core.planning import given_from, plan_day
from loosen.core.practice import BREATHS
from loosen.core.reasons import Reason
from loosen.core.record import Record, window
from loosen.core.screening import Tier
from tests.people import MARIA, TODAY, ago, check_in, moment, practised, screening, steady
from tests.records import records

EXAMPLES = max(20, settings().max_examples // 5)
"""A whole record and its morning are drawn for each: fewer of them see as much as many small values do."""

anybody = settings(max_examples=EXAMPLES)

SCORES = practice().scores
RECORDS = records()


def outcome(record: Record) -> Day | Referral:
    return plan_day(record, moment(hour=12), practice())


def sessions(record: Record) -> tuple[Session, ...]:
    planned = outcome(record)
    return planned.sessions if isinstance(planned, Day) else ()


def course_of(record: Record, days_ago: int = 0) -> Course:
    known = window(record, ago(days_ago))
    return course(
        known, ago(days_ago), Ground(record.person, limits(known, practice(), moment()), practice(), record.clearings)
    )


def locked(record: Record) -> set[str]:
    return {lock.movement for lock in course_of(record).now.locks if lock.until > moment(hour=12).instant_utc}


def reasons(planned: Day | Referral) -> Iterator[Reason]:
    yield from planned.reasons
    if isinstance(planned, Day):
        for absence in planned.absences:
            yield from absence.reasons
        for session in planned.sessions:
            yield from session.reasons
            for about in (*session.steps, *session.places):
                yield from about.reasons


class TestEveryMorning:
    @anybody
    @given(RECORDS)
    def test_is_a_day_or_a_referral(self, record: Record) -> None:
        assert isinstance(outcome(record), Day | Referral)

    @anybody
    @given(RECORDS)
    def test_is_the_same_from_the_window_as_from_the_whole_record(self, record: Record) -> None:
        assert outcome(window(record, TODAY)) == outcome(record)

    @anybody
    @given(RECORDS)
    def test_is_the_same_when_it_is_asked_again(self, record: Record) -> None:
        assert outcome(record) == outcome(record)

    @anybody
    @given(RECORDS, st.integers(0, 3))
    def test_is_the_same_but_for_advice_said_once_whether_or_not_the_days_before_were_kept(
        self, record: Record, days_ago: int
    ) -> None:
        earlier = plan_day(record, moment(ago(days_ago), 4, 1), practice())
        assume(isinstance(earlier, Day))
        assert isinstance(earlier, Day)
        kept = replace(record, given=(*record.given, given_from(earlier)))

        assert without_what_is_said_once(outcome(kept)) == without_what_is_said_once(outcome(record))


def without_what_is_said_once(planned: Day | Referral) -> Day | Referral:
    """Leave out what remembers that it was said, and the step that waits while it stands."""
    if isinstance(planned, Referral):
        return replace(planned, findings=tuple(f for f in planned.findings if f.rule not in SAID_ONCE))
    return replace(planned, advice=tuple(f for f in planned.advice if f.rule not in SAID_ONCE), offer=None)


class TestEverySession:
    @anybody
    @given(RECORDS)
    def test_begins_with_the_breath(self, record: Record) -> None:
        assert all(session.steps[0].movement in BREATHS for session in sessions(record))

    @anybody
    @given(RECORDS)
    def test_never_passes_its_minutes(self, record: Record) -> None:
        outlines = {outline.part: outline for outline in practice().programmes["gentle-start"].sessions}

        for session in sessions(record):
            assert session.duration_s <= 60 * outlines[session.part].most_minutes

    @anybody
    @given(RECORDS)
    def test_never_holds_a_movement_at_rest(self, record: Record) -> None:
        resting = locked(record)

        for session in sessions(record):
            assert not resting & {step.movement for step in session.steps}

    @anybody
    @given(RECORDS)
    def test_never_asks_for_a_position_that_is_off(self, record: Record) -> None:
        for session in sessions(record):
            moved = {SCORES[step.movement].position for step in session.steps if step.movement not in BREATHS}
            assert not moved & record.person.positions_off

    @anybody
    @given(RECORDS)
    def test_holds_each_movement_once_and_five_to_seven_at_most(self, record: Record) -> None:
        for session in sessions(record):
            movements = [step.movement for step in session.steps]
            assert len(movements) == len(set(movements)) <= 7

    @anybody
    @given(RECORDS)
    def test_gives_at_least_one_repetition_and_no_more_than_the_level_has(self, record: Record) -> None:
        for session in sessions(record):
            for step in session.steps:
                level = SCORES[step.movement].level(step.dose.level)
                assert 1 <= step.dose.repetitions <= (level.most or level.repetitions)
                assert 0 < step.dose.range <= 1

    @anybody
    @given(RECORDS)
    def test_says_why_it_looks_as_it_does(self, record: Record) -> None:
        assert all(session.reasons for session in sessions(record))

    @anybody
    @given(RECORDS)
    def test_says_why_of_every_movement_that_is_not_the_usual_one(self, record: Record) -> None:
        for session in sessions(record):
            usual = {"usual-session", "first-session"}
            if usual & {reason.rule for reason in session.reasons}:
                assert all(step.dose.range == 1 for step in session.steps if not step.reasons)

    @anybody
    @given(RECORDS)
    def test_has_a_sentence_for_every_reason(self, record: Record) -> None:
        for reason in reasons(outcome(record)):
            assert sentence(reason)


class TestEveryPlaceASessionMayComeTo:
    @anybody
    @given(RECORDS)
    def test_is_neither_at_rest_nor_in_a_position_that_is_off(self, record: Record) -> None:
        resting = locked(record)

        for session in sessions(record):
            played = {place.movement for place in session.places if place.movement} - set(BREATHS)
            assert not resting & played
            assert not record.person.positions_off & {SCORES[slug].position for slug in played}

    @anybody
    @given(RECORDS)
    def test_leads_to_the_end_or_to_a_card(self, record: Record) -> None:
        for session in sessions(record):
            ends = {place.id for place in session.places if place.kind in (PlaceKind.END, PlaceKind.CARD)}
            reaching, grown = ends, True
            while grown:
                more = {p.id for p in session.places if any(link.to in reaching for link in p.links.values())}
                grown = not more <= reaching
                reaching = reaching | more
            assert reaching == {place.id for place in session.places}

    @anybody
    @given(RECORDS)
    def test_exists_and_has_a_way_on(self, record: Record) -> None:
        for session in sessions(record):
            known = {place.id for place in session.places}
            for place in session.places:
                assert {link.to for link in place.links.values()} <= known
                assert place.links or place.kind in (PlaceKind.END, PlaceKind.CARD)

    @anybody
    @given(RECORDS)
    def test_offers_every_way_out_while_a_movement_is_played(self, record: Record) -> None:
        for session in sessions(record):
            for place in session.places:
                if place.kind is PlaceKind.PLAY:
                    assert place.links.keys() >= {"done", "easier", "swap", "sharp", "else"}

    @anybody
    @given(RECORDS)
    def test_is_never_more_of_the_same_movement_after_easier(self, record: Record) -> None:
        for session in sessions(record):
            by_id = {place.id: place for place in session.places}
            for place in session.places:
                if place.kind is PlaceKind.PLAY and place.movement not in BREATHS:
                    eased = by_id[place.links["easier"].to]
                    assert eased.movement != place.movement or _is_less(eased, place)


def _is_less(eased: object, place: object) -> bool:
    """Gentler in level, or smaller in range, and no more repetitions."""
    ids = [level.id for level in SCORES[place.movement].levels]  # type: ignore[attr-defined]
    new, old = eased.dose, place.dose  # type: ignore[attr-defined]
    lower = (ids.index(new.level), new.range) < (ids.index(old.level), old.range)
    return lower and new.repetitions <= old.repetitions


class TestAfterAnIncrease:
    @anybody
    @given(RECORDS, st.integers(6, 10))
    def test_neither_dose_nor_share_rises(self, record: Record, pain: int) -> None:
        sorer = (*(one for one in record.check_ins if one.day != TODAY), check_in(TODAY, pain))
        taken = course_of(replace(record, check_ins=sorer, events=(*record.events, *practised(ago(1)))))
        assume(taken.morning.rose)

        assert taken.now.share <= taken.began.share
        for slug, dose in taken.now.doses.items():
            before = taken.began.doses.get(slug)
            assert before is None or dose.repetitions <= before.repetitions

    @anybody
    @given(st.integers(0, 10), st.integers(0, 10))
    def test_no_step_is_offered(self, usual: int, pain: int) -> None:
        record = replace(steady(MARIA, 10, pain=usual), check_ins=())
        record = replace(record, check_ins=(*steady(MARIA, 10, pain=usual).check_ins, check_in(TODAY, pain)))
        planned = outcome(record)
        assert isinstance(planned, Day)

        assert planned.offer is None or course_of(record).morning.colour is Colour.GREEN


class TestAMissedDay:
    @anybody
    @given(st.integers(0, 40), st.integers(1, 30))
    def test_never_adds_a_second(self, practised_days: int, missed: int) -> None:
        then = ago(missed)
        record = replace(steady(MARIA, practised_days, today=then), screenings=(screening(ago(75)),))
        before = plan_day(record, moment(then), practice())
        after = plan_day(record, moment(), practice())
        assert isinstance(before, Day)
        assert isinstance(after, Day)

        assert after.sessions[0].duration_s <= before.sessions[0].duration_s

    @given(st.integers(1, 3))
    def test_alone_changes_nothing(self, missed: int) -> None:
        record = steady(MARIA, 10, today=ago(missed))

        (session,) = sessions(record)

        assert [step.dose.repetitions for step in session.steps] == [6, 8, 8, 5]


class TestNumbness:
    @anybody
    @given(RECORDS)
    def test_always_wins(self, record: Record) -> None:
        numb = replace(screening(TODAY), id="numb", answers={"ces1": "yes"}, read_back=True)
        planned = outcome(replace(record, screenings=(*record.screenings, numb)))

        assert isinstance(planned, Referral)
        assert planned.tier is Tier.T0
        assert not planned.comfort


class TestTheDays:
    @anybody
    @given(RECORDS)
    def test_kept_as_given_tell_where_they_began(self, record: Record) -> None:
        planned = outcome(record)
        assume(isinstance(planned, Day))
        assert isinstance(planned, Day)

        assert given_from(planned).standing == course_of(record).began


class TestAPersonToWhomNothingHappens:
    def test_keeps_nine_tenths_of_the_dose(self) -> None:
        """Mornings vary by a point for no reason; rules must not punish that. Eight people, sixty days each."""
        shares = [share for seed in range(8) for share in shares_of_sixty_days(Random(seed))]

        assert sum(shares) / len(shares) >= 0.9


def shares_of_sixty_days(random: Random) -> list[float]:
    mornings = [max(0, min(10, round(random.gauss(4, 1)))) for _ in range(60)]
    check_ins = tuple(check_in(ago(60 - n), pain) for n, pain in enumerate(mornings))
    record = replace(steady(MARIA, 60), check_ins=check_ins)
    return [course_of(record, days_ago).now.share for days_ago in range(60)]
