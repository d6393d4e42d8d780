"""What the days themselves show, and when it is said."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from loosen.content.loading import practice
from loosen.core.advice import RATED_OF_A_WEEK, is_no_easier, is_worse
from loosen.core.day import Day
from loosen.core.facts import Told
from loosen.core.planning import given_from, plan_day
from loosen.core.record import Given, Record, Standing
from loosen.core.screening import Clearing, Effect, Finding, Said, Tier
from tests.core.test_course import course_of, with_mornings
from tests.people import MARIA, TODAY, ZONE, ago, at, check_in, known_flare, moment, practised, screening, steady

USUAL = 4


def planned(record: Record, day: date = TODAY, hour: int = 12) -> Day:
    outcome = plan_day(record, moment(day, hour), practice())
    assert isinstance(outcome, Day)
    return outcome


def advice(record: Record, day: date = TODAY) -> list[str]:
    """The cards of the advice on this day, without its notes."""
    return [finding.words for finding in planned(record, day).advice if finding.tier is not Tier.T4]


def look(finding: str, days_ago: int = 0, said: Said = Said.GO_ON, hour: int = 6) -> Clearing:
    day = ago(days_ago)
    return Clearing(
        id=f"look-{finding}-{days_ago}-{hour}", at=at(day, hour), zone=ZONE, day=day, finding=finding, who="Dr Roy",
        looked_on=day, said=said,
    )  # fmt: skip


def said(rule: str, *days_ago: int) -> tuple[Given, ...]:
    """Days on which this advice was given."""
    return tuple(Given(ago(n), "2", said=(rule,)) for n in sorted(days_ago, reverse=True))


def bad(*days_ago: int) -> Record:
    """Far above the usual on these mornings, each told to be the flare she knows."""
    record = with_mornings(steady(MARIA, 10), dict.fromkeys(days_ago, USUAL + 3))
    return replace(record, screenings=(*record.screenings, *(known_flare(ago(n)) for n in sorted(days_ago))))


class TestSeverePainOnThreeDaysRunning:
    def test_pauses_the_movements_until_somebody_looks(self) -> None:
        held = planned(bad(2, 1, 0))

        (finding,) = held.advice
        assert finding == Finding("severe-days", Tier.T2, at(TODAY, 7, 20), Effect.HOLD, words="severe-days")
        assert [step.movement for step in held.sessions[0].steps] == ["seated-breath"]

    def test_does_not_pause_on_two(self) -> None:
        assert advice(bad(1, 0)) == []

    def test_is_not_broken_by_a_morning_that_was_not_rated(self) -> None:
        record = bad(3, 1, 0)
        record = replace(record, check_ins=tuple(one for one in record.check_ins if one.day != ago(2)))

        assert advice(record) == ["severe-days"]

    def test_is_broken_by_a_calmer_morning(self) -> None:
        assert advice(bad(3, 2, 0)) == []

    def test_is_not_counted_over_a_week_without_a_rating(self) -> None:
        record = bad(10, 9, 0)
        record = replace(
            record, check_ins=tuple(one for one in record.check_ins if one.day in {ago(10), ago(9), TODAY})
        )

        assert course_of(record).now.severe_days == (TODAY,)

    def test_stays_until_a_clinician_has_looked(self) -> None:
        week_later = bad(7, 6, 5)

        assert course_of(week_later).now.severe_hold == at(ago(5), 7, 20)

    def test_ends_when_a_clinician_has_looked_and_counts_anew(self) -> None:
        record = replace(bad(5, 4, 3, 0), clearings=(look("severe-days", 2),))

        assert course_of(record).now.severe_hold is None
        assert course_of(record).now.severe_days == (TODAY,)

    def test_counts_a_morning_told_after_the_look_on_its_day(self) -> None:
        before, after = look("severe-days", hour=9), look("severe-days", hour=6)

        assert course_of(replace(bad(0), clearings=(before,))).now.severe_days == ()
        assert course_of(replace(bad(0), clearings=(after,))).now.severe_days == (TODAY,)

    def test_does_not_end_with_not_yet(self) -> None:
        record = replace(bad(5, 4, 3), clearings=(look("severe-days", 2, Said.NOT_YET),))

        assert course_of(record).now.severe_hold is not None

    def test_does_not_count_an_eight_where_the_usual_is_seven(self) -> None:
        at_seven = steady(replace(MARIA, usual_pain=7), 10, pain=7)
        record = with_mornings(at_seven, {2: 8, 1: 8, 0: 8})

        assert course_of(record).morning.severe
        assert course_of(record).now.severe_days == ()

    def test_counts_an_eight_where_the_usual_is_unknown(self) -> None:
        unknown = Record(person=replace(MARIA, usual_pain=None), check_ins=(check_in(TODAY, 8),))

        assert course_of(unknown).now.severe_days == (TODAY,)


class TestNoEasierAfterTwoWeeks:
    STEADY = steady(MARIA, 14)

    def test_is_said_with_the_usual_day_and_no_step(self) -> None:
        day = planned(self.STEADY)

        assert [(f.rule, f.tier, f.effect, f.words) for f in day.advice] == [
            ("PER1", Tier.T2, Effect.GO_ON, "no-easier")
        ]
        assert len(day.sessions[0].steps) == 4
        assert day.offer is None

    def test_is_not_said_before_two_weeks(self) -> None:
        assert advice(steady(MARIA, 13)) == []

    def test_is_not_said_when_it_is_a_point_easier(self) -> None:
        easier = with_mornings(self.STEADY, dict.fromkeys(range(1, 8), USUAL - 1))

        assert advice(easier) == []

    def test_is_said_when_it_is_half_a_point_easier(self) -> None:
        first = dict.fromkeys(ago_range(14, 8), 4)
        last = dict(zip(ago_range(7, 1), (4, 4, 4, 4, 3, 3, 3), strict=True))

        assert advice(with_mornings(self.STEADY, first | last)) == ["no-easier"]

    def test_is_not_said_of_mornings_without_pain(self) -> None:
        assert advice(steady(replace(MARIA, usual_pain=0), 14, pain=0)) == []

    def test_is_said_of_a_pain_of_one_that_stays(self) -> None:
        assert advice(steady(replace(MARIA, usual_pain=1), 14, pain=1)) == ["no-easier"]

    @pytest.mark.parametrize(("days", "cards"), [(7, []), (8, ["no-easier"])], ids=["seven", "eight"])
    def test_needs_eight_days_of_practice(self, days: int, cards: list[str]) -> None:
        kept = {ago(14), *(ago(n) for n in range(1, days))}
        record = replace(self.STEADY, events=tuple(one for one in self.STEADY.events if one.day in kept))

        assert advice(record) == cards

    def test_needs_seven_mornings_after_the_first_seven(self) -> None:
        told = {ago(n): Told(ago(n), pain=4, practised=True) for n in range(14, 0, -1)}
        first = {ago(n): 4 for n in range(14, 7, -1)}
        standing = Standing(began=ago(14), first_mornings=first)

        assert is_no_easier(standing, told, TODAY)
        assert not is_no_easier(standing, told | {ago(3): Told(ago(3), practised=True)}, TODAY)
        assert not is_no_easier(replace(standing, first_mornings=dict(list(first.items())[:6])), told, TODAY)

    def test_holds_against_the_first_mornings_for_good(self) -> None:
        months_later = steady(MARIA, 90)
        began = Given(ago(60), "2", standing=Standing(began=ago(90), first_mornings={ago(90 - n): 7 for n in range(7)}))

        assert advice(replace(months_later, given=(began,))) == []


def ago_range(first: int, last: int) -> range:
    """Days ago, from the earlier to the later."""
    return range(first, last - 1, -1)


def told(weeks: Mapping[int, int], today: date) -> dict[date, Told]:
    """Rated mornings of whole weeks before this day, by weeks ago."""
    return {
        day: Told(day, pain=pain)
        for week, pain in weeks.items()
        for n in range(7)
        for day in [today - timedelta(days=7 * week - n)]
    }


class TestWorseFromWeekToWeek:
    MONDAY = ago(6)
    """The tests stand on Sunday, the last day of the week that began then."""

    CALM = dict.fromkeys(range(3, 8), 4)

    @pytest.mark.parametrize("weekday", range(7))
    def test_is_seen_on_every_day_of_the_week_after(self, weekday: int) -> None:
        weeks = told({2: 6, 1: 6} | self.CALM, self.MONDAY)

        assert is_worse(weeks, self.MONDAY + timedelta(days=weekday))

    def test_is_not_seen_after_one_week(self) -> None:
        assert not is_worse(told({2: 4, 1: 7} | self.CALM, self.MONDAY), self.MONDAY)

    def test_is_not_seen_at_a_point(self) -> None:
        assert not is_worse(told({2: 5, 1: 5} | self.CALM, self.MONDAY), self.MONDAY)

    @pytest.mark.parametrize(("sixes", "worse"), [(1, False), (2, True)], ids=["by a seventh more", "by two sevenths"])
    def test_begins_at_a_point_and_a_quarter(self, sixes: int, worse: bool) -> None:
        weeks = told({2: 6, 1: 5} | self.CALM, self.MONDAY)
        for n in range(sixes):
            day = self.MONDAY - timedelta(days=1 + n)
            weeks[day] = Told(day, pain=6)

        assert is_worse(weeks, self.MONDAY) is worse

    def test_needs_five_rated_mornings_a_week(self) -> None:
        weeks = told({2: 6, 1: 6} | self.CALM, self.MONDAY)
        for n in range(7 - RATED_OF_A_WEEK + 1):
            weeks.pop(self.MONDAY - timedelta(days=1 + n))

        assert not is_worse(weeks, self.MONDAY)

    def test_needs_two_weeks_of_ratings_before(self) -> None:
        assert is_worse(told({2: 6, 1: 6, 3: 4, 4: 4}, self.MONDAY), self.MONDAY)
        assert not is_worse(told({2: 6, 1: 6, 3: 4}, self.MONDAY), self.MONDAY)

    def test_is_said_in_words_of_its_own(self) -> None:
        steady_weeks = replace(steady(MARIA, 60), given=(Given(ago(48), "2"),))
        worse = with_mornings(steady_weeks, dict.fromkeys(range(7, 21), USUAL + 2))

        assert advice(worse) == ["worse-weeks"]


class TestAUsualThatIsSevere:
    RECORD = steady(replace(MARIA, usual_pain=8), 8, pain=8)

    def test_leaves_the_least_session_and_asks_for_a_look(self) -> None:
        day = planned(self.RECORD)

        assert [(f.rule, f.effect, f.words) for f in day.advice] == [("HIGH8", Effect.GO_ON, "high-usual")]
        assert len(day.sessions[0].steps) == 3

    def test_is_known_from_the_first_questions(self) -> None:
        newcomer = Record(person=replace(MARIA, usual_pain=8), screenings=(screening(TODAY),))

        assert advice(newcomer) == ["high-usual"]

    def test_is_not_a_usual_of_seven(self) -> None:
        assert advice(steady(replace(MARIA, usual_pain=7), 8, pain=7)) == []

    def test_that_somebody_has_looked_at_is_not_said(self) -> None:
        assert advice(replace(self.RECORD, clearings=(look("HIGH8", 41),))) == []
        assert advice(replace(self.RECORD, clearings=(look("HIGH8", 42),))) == ["high-usual"]


class TestAdviceThatIsSaidOnce:
    DUE = steady(MARIA, 60)

    def test_stands_for_a_week(self) -> None:
        assert advice(replace(self.DUE, given=said("PER1", 6, 5, 2))) == ["no-easier"]

    def test_begins_on_the_day_it_was_first_given(self) -> None:
        (finding,) = planned(replace(self.DUE, given=said("PER1", 6, 5, 2))).advice

        assert finding.since == at(ago(6), 12, 0)

    def test_stands_whatever_the_days_show_then(self) -> None:
        eased = with_mornings(replace(self.DUE, given=said("PER1", 3)), dict.fromkeys(range(1, 8), USUAL - 2))

        assert advice(eased) == ["no-easier"]

    def test_rests_until_four_weeks_after(self) -> None:
        assert advice(replace(self.DUE, given=said("PER1", 13, 12, 7))) == []
        assert advice(replace(self.DUE, given=said("PER1", 27))) == []

    def test_is_said_again_after_four_weeks(self) -> None:
        assert advice(replace(self.DUE, given=said("PER1", 28, 25))) == ["no-easier"]

    def test_that_was_said_again_rests_from_then(self) -> None:
        assert advice(replace(self.DUE, given=said("PER1", 40, 36, 10, 9))) == []

    def test_does_not_stand_because_of_what_was_kept_today(self) -> None:
        eased = with_mornings(replace(self.DUE, given=said("PER1", 0)), dict.fromkeys(range(1, 8), USUAL - 2))

        assert advice(eased) == []

    def test_is_silent_for_six_weeks_after_any_look(self) -> None:
        assert advice(replace(self.DUE, clearings=(look("CA1", 41),))) == []
        assert advice(replace(self.DUE, clearings=(look("CA1", 42),))) == ["no-easier"]

    def test_goes_on_when_the_look_says_not_yet(self) -> None:
        assert advice(replace(self.DUE, clearings=(look("PER1", 3, Said.NOT_YET),))) == ["no-easier"]

    def test_is_kept_with_the_day_it_was_given(self) -> None:
        assert given_from(planned(self.DUE)).said == ("PER1",)
        assert given_from(planned(replace(self.DUE, given=said("PER1", 10)))).said == ()


class TestTheFirstMornings:
    def test_are_those_from_the_first_practice_on(self) -> None:
        rated_before = tuple(check_in(ago(n), 9) for n in range(20, 10, -1))
        record = steady(MARIA, 10)

        standing = course_of(replace(record, check_ins=(*rated_before, *record.check_ins))).began

        assert standing.began == ago(10)
        assert standing.first_mornings == {ago(n): USUAL for n in ago_range(10, 4)}

    def test_wait_for_the_first_practice(self) -> None:
        assert course_of(Record(person=MARIA, check_ins=(check_in(ago(2), 4),))).began.first_mornings == {}

    def test_leave_out_what_was_not_rated(self) -> None:
        record = Record(person=MARIA, events=practised(ago(3)), check_ins=(check_in(ago(1), 3),))

        assert course_of(record).began.first_mornings == {ago(1): 3}
