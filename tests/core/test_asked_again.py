"""What is asked again, and what is not: only a due date passes, and only a bad day is a flare."""

from dataclasses import replace

from loosen.core.planning import today_of
from loosen.core.record import Record
from loosen.core.rescreening import Due, DueKind, known_flare
from tests.core.test_rescreening import PRACTICE, RULES, STEADY, asked, kinds, whole
from tests.people import MARIA, TODAY, ago, moment, screening, short_form, this_morning


class TestADueDate:
    def test_that_has_passed_is_asked_about_from_now_on(self) -> None:
        told = replace(screening(ago(60), prg="yes", pregnant="yes"), dates={"pregnant": ago(10)})

        found = whole(Record(person=MARIA, screenings=(told, short_form(ago(1)))))

        assert found == [Due(DueKind.DATE, moment(hour=9).instant_utc, "date-passed")]

    def test_is_nothing_that_any_other_answer_has(self) -> None:
        """She told of her glaucoma longer ago than a pregnancy lasts."""
        told = screening(ago(300), **{"cond-whole": "yes", "glaucoma": "yes"})

        assert kinds(Record(person=MARIA, screenings=(told, short_form(ago(1))))) == []


class TestAKnownFlare:
    def test_is_none_on_a_calm_morning_although_all_of_a_bad_day_was_answered(self) -> None:
        bad = dict.fromkeys((*RULES.severe, RULES.high), "no")
        record = asked(this_morning(STEADY, 4), replace(short_form(TODAY, hour=8), answers=bad))

        assert known_flare(record, today_of(record, moment(hour=9), PRACTICE).course, PRACTICE) == ()
