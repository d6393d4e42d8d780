"""An invented diary that looks like one."""

from datetime import timedelta
from itertools import pairwise

import pytest

from loosen.content.loading import practice
from loosen.core.day import Day
from loosen.core.journal import Event
from loosen.core.planning import plan_day
from loosen.core.record import Record
from loosen.exchange.record_json import read, write
from loosen.insights.simulate import simulate
from tests.people import TODAY, moment


def diary(days: int = 90, seed: int = 4) -> Record:
    return simulate(days, seed, moment(), practice())


NINETY = diary()
PAINS = [one.pain for one in NINETY.check_ins if one.pain is not None]


class TestADiary:
    def test_is_the_same_for_the_same_seed_and_another_for_another(self) -> None:
        assert diary(20) == diary(20)
        assert diary(20, 5) != diary(20)

    def test_leads_up_to_the_day_before(self) -> None:
        days = [one.day for one in NINETY.check_ins]

        assert days[0] == TODAY - timedelta(days=90)
        assert TODAY not in days

    def test_can_be_written_and_read_back(self) -> None:
        assert read(write(NINETY)) == NINETY

    def test_gives_every_entry_its_own_id_that_sorts_by_time(self) -> None:
        ids = [one.id for one in (*NINETY.check_ins, *NINETY.events, *NINETY.notes, *NINETY.screenings)]

        assert len(ids) == len(set(ids))
        assert [one.id for one in NINETY.events] == sorted(one.id for one in NINETY.events)
        assert all(one[14] == "7" for one in ids)

    def test_leads_to_a_day(self) -> None:
        assert isinstance(plan_day(NINETY, moment(), practice()), Day)

    @pytest.mark.parametrize("days", [0, -3])
    def test_has_at_least_one_day(self, days: int) -> None:
        with pytest.raises(ValueError, match="at least one day"):
            diary(days)


class TestItsPain:
    def test_eases_over_the_months(self) -> None:
        months = [[one.pain or 0 for one in diary(90, seed).check_ins] for seed in range(5)]
        first, last = (sum(sum(pains[stretch]) for pains in months) / 100 for stretch in (slice(20), slice(-20, None)))

        assert first - last >= 1

    def test_keeps_to_the_scale(self) -> None:
        assert all(0 <= pain <= 10 for pain in PAINS)

    def test_carries_over_from_day_to_day(self) -> None:
        long = [one.pain for one in diary(900, 1).check_ins[200:] if one.pain is not None]
        mean = sum(long) / len(long)
        spread = sum((pain - mean) ** 2 for pain in long)

        together = sum((a - mean) * (b - mean) for a, b in pairwise(long))

        assert 0.2 <= together / spread <= 0.8


class TestItsDays:
    def test_are_missed_in_clumps(self) -> None:
        there = {one.day for one in diary(900, 1).check_ins}
        days = [TODAY - timedelta(days=n) for n in range(900, 0, -1)]
        missed = [day not in there for day in days]
        after_missed = [now for before, now in pairwise(missed) if before]

        assert 0.05 <= sum(missed) / len(missed) <= 0.3
        assert sum(after_missed) / len(after_missed) >= 2 * sum(missed) / len(missed)

    def test_have_sessions_with_notes(self) -> None:
        sessions = {one.session for one in NINETY.events if one.event is Event.ENDED}

        assert sessions == {one.session for one in NINETY.notes}
        assert len(sessions) >= 50

    def test_have_now_and_then_a_way_out(self) -> None:
        kinds = {one.event for one in diary(900, 1).events}

        assert kinds >= {Event.BEGAN, Event.DONE, Event.EASIER, Event.SHARP, Event.ANSWER, Event.ENDED}
