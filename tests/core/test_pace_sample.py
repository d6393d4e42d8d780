"""A small sample of the proof of pace, and the short cut it takes, held against what plan_day does."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from loosen.content.loading import practice
from loosen.core.day import Day
from loosen.core.journal import CheckIn, Event, Note, PlayerEvent
from loosen.core.moment import Moment
from loosen.core.planning import given_from, plan_day, today_of
from loosen.core.record import Record
from loosen.core.screening import NO, Screening
from tests.proofs.pace import HEARD, MOST_TOLD_WORSE, SPREADS, steady, worsening
from tests.steady_people import FIRST, ZONE, Life, Lived, least_of_usual, lives

QUESTIONS = practice().screening


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def asked(day: date, hour: int) -> Screening:
    """Nothing new, and the flare they know: every morning, so that no form is ever due."""
    answers = dict.fromkeys(QUESTIONS.questions, NO)
    return Screening(id=f"asked-{day}", at=at(day, hour), zone=ZONE, day=day, answers=answers, read_back=True)


def woken(record: Record, lived: Lived) -> Record:
    """The record after the morning's check-in and its questions."""
    day, pain = lived.told.day, lived.told.pain
    check_in = CheckIn(id=f"woken-{day}", at=at(day, 7), zone=ZONE, day=day, pain=pain)
    rated = (check_in,) if pain is not None else ()
    return replace(record, check_ins=(*record.check_ins, *rated), screenings=(*record.screenings[:1], asked(day, 9)))


def practised(record: Record, lived: Lived) -> Record:
    """The record after what was done on this day."""
    day, told = lived.told.day, lived.told
    head = {"zone": ZONE, "day": day, "session": f"{day}-morning"}
    done = PlayerEvent(id=f"done-{day}", at=at(day, 12), event=Event.DONE, movement="pelvic-tilt", **head)  # type: ignore[arg-type]
    note = Note(id=f"note-{day}", at=at(day, 13), felt=told.felt, pain=told.during, **head)  # type: ignore[arg-type]
    return replace(
        record,
        events=(*record.events, done) if told.practised else record.events,
        notes=(*record.notes, note) if told.felt else record.notes,
    )


class TestTheShortCut:
    @pytest.mark.parametrize("sd", SPREADS, ids=str)
    def test_paces_as_plan_day_does(self, sd: float) -> None:
        """Eleven weeks of somebody with every spread: beyond the planner's window, where the two could part."""
        life = Life(seed=3, sd=sd, level=4, days=77)
        record = Record(person=life.person, screenings=(asked(FIRST - timedelta(days=1), 9),))
        for lived in lives(life):
            moment = Moment(at(lived.told.day, 10), ZONE)
            record = woken(record, lived)

            planned = plan_day(record, moment, practice())

            assert isinstance(planned, Day)
            assert today_of(record, moment, practice()).share == lived.standing.share
            assert [finding.words for finding in planned.advice if finding.words != "flare-known"] == list(lived.cards)
            record = replace(practised(record, lived), given=(*record.given, given_from(planned)))

    def test_knows_how_much_the_least_session_is(self) -> None:
        assert 0.1 < least_of_usual() < 0.4


class TestASampleOfSteadyPeople:
    @pytest.mark.parametrize(("sd", "kept"), SPREADS.items(), ids=str)
    def test_keeps_most_of_the_dose_and_is_left_in_peace(self, sd: float, kept: float) -> None:
        one = [tuple(lives(Life(seed, sd, 3 + seed % 3, 90))) for seed in range(6)]
        shares = [day.share for days in one for day in days if day.told.practised]

        assert sum(shares) / len(shares) >= kept - 0.06
        assert sum(any("worse-weeks" in day.cards for day in days) for days in one) <= 6 * MOST_TOLD_WORSE + 1

    def test_is_counted_as_the_proof_counts_it(self) -> None:
        figures = steady(0.8, people=3, days=60)

        assert figures.held
        assert figures.counted == "3 steady people, 180 days"


class TestASampleOfPeopleWhoGrowWorse:
    def test_is_heard(self) -> None:
        figures = worsening(people=12)

        assert HEARD == 0.9
        assert figures.counted == "12 people who grow worse, 924 days"
        assert "100.0% were told to see somebody within 35" in figures.lines[1]
