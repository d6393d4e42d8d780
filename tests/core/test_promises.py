"""What holds of every session and of its pace, whatever was told. Of every morning: see test_invariants.py."""

from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.core.conditions import limits
from loosen.core.course import Course, course
from loosen.core.day import Day, PlaceKind, Referral, Session
from loosen.core.facts import Ground
from loosen.core.journal import DayPart
from loosen.core.planning import given_from, plan_day
from loosen.core.practice import BREATHS
from loosen.core.record import Record, window
from tests.people import MARIA, ago, check_in, moment, steady
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


class TestEverySession:
    @anybody
    @given(RECORDS)
    def test_begins_with_the_breath(self, record: Record) -> None:
        assert all(session.steps[0].movement in BREATHS for session in sessions(record))

    @anybody
    @given(RECORDS)
    def test_holds_each_movement_once_and_five_to_seven_at_most(self, record: Record) -> None:
        for session in sessions(record):
            movements = [step.movement for step in session.steps]
            assert len(movements) == len(set(movements)) <= (8 if session.part is DayPart.FULL else 7)

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


class TestEveryPlaceASessionMayComeTo:
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


class TestAMissedDay:
    @given(st.integers(1, 3))
    def test_alone_changes_nothing(self, missed: int) -> None:
        record = steady(MARIA, 10, today=ago(missed))

        (session,) = sessions(record)

        assert [step.dose.repetitions for step in session.steps] == [6, 8, 8, 5]


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
