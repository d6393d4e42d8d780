"""Where the answers stand: runs of yes, gates, dates, and the rounds that still say something."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.screening_file import rules
from loosen.core.answers import (
    FULL_TERM,
    OVERDUE,
    answered,
    course_of,
    last_asked,
    nothing_new,
    screened,
    standing_yes,
    telling,
)
from loosen.core.findings import findings
from loosen.core.screening import SAME, SKIPPED, Began, History, Screening, SymptomCourse, Worse
from tests.people import TODAY, ZONE, ago, asked_weekly, at, moment, screening

RULES = rules()


def told(number: int, day: date = TODAY, read_back: bool = True, **more: object) -> Screening:
    """A round of its own, at the minute of its number."""
    given_ = {"answers": {}, **more}
    return Screening(id=str(number), at=at(day, 9, number), zone=ZONE, day=day, read_back=read_back, **given_)


def yes(*screenings: Screening) -> set[str]:
    return set(standing_yes(screenings, RULES))


class TestASymptom:
    @pytest.mark.parametrize("began", Began)
    @pytest.mark.parametrize("looked", [True, False])
    def test_that_gets_worse_or_may_is_so_whatever_else_is_told(self, began, looked):
        assert course_of(History(began, Worse.YES, looked), TODAY) is SymptomCourse.WORSE
        assert course_of(History(began, Worse.UNSURE, looked), TODAY) is SymptomCourse.UNSURE

    @pytest.mark.parametrize(
        ("began", "looked", "course"),
        [
            (Began.DAYS, True, SymptomCourse.NEW),
            (Began.TWO_WEEKS, True, SymptomCourse.NEW),
            (Began.SIX_WEEKS, False, SymptomCourse.UNSEEN),
            (Began.LONGER, False, SymptomCourse.UNSEEN),
            (Began.SIX_WEEKS, True, SymptomCourse.KNOWN),
            (Began.LONGER, True, SymptomCourse.KNOWN),
        ],
    )
    def test_that_is_steady_is_new_for_two_weeks_then_unseen_or_known(self, began, looked, course):
        assert course_of(History(began, Worse.NO, looked), TODAY) is course

    def test_without_a_second_half_is_unsure(self):
        assert course_of(None, TODAY) is SymptomCourse.UNSURE

    @pytest.mark.parametrize(
        ("began", "looked_on", "course"),
        [
            (Began.LONGER, TODAY, SymptomCourse.KNOWN),
            (Began.LONGER, TODAY + timedelta(days=1), SymptomCourse.UNSEEN),
            (Began.LONGER, ago(4000), SymptomCourse.KNOWN),
            (Began.SIX_WEEKS, ago(42), SymptomCourse.KNOWN),
            (Began.SIX_WEEKS, ago(43), SymptomCourse.UNSEEN),
        ],
        ids=["today", "still to come", "years ago", "as it began", "before it began"],
    )
    def test_was_seen_only_on_a_day_on_which_it_was_there(self, began, looked_on, course):
        assert course_of(History(began, Worse.NO, looked=True, looked_on=looked_on), TODAY) is course

    def test_that_nobody_looked_at_is_unseen_even_with_a_day(self):
        assert course_of(History(Began.LONGER, Worse.NO, False, TODAY), TODAY) is SymptomCourse.UNSEEN

    def test_that_stays_known_is_one_run_and_begins_anew_when_it_changes(self):
        known = {"rad1": History(Began.LONGER, Worse.NO, looked=True, looked_on=ago(100))}
        worse = {"rad1": History(Began.LONGER, Worse.YES, looked=True, looked_on=ago(100))}
        days = ((1, ago(9), known), (2, ago(5), known), (3, TODAY, worse))
        said = [told(number, day, answers={"rad1": "yes"}, histories=course) for number, day, course in days]

        assert [each.id for each in answered(said[:2], RULES).told["rad1"]] == ["1", "2"]
        assert [each.id for each in answered(said, RULES).told["rad1"]] == ["3"]


class TestTheLatestAnswer:
    def test_holds(self):
        assert yes(told(1, answers={"nit1": "yes", "ca1": "yes"}), told(2, answers={"nit1": "no"})) == {"ca1"}

    @pytest.mark.parametrize("answer", [SAME, SKIPPED])
    def test_that_is_the_same_or_left_out_changes_nothing(self, answer):
        assert yes(told(1, answers={"ces4": "yes"}), told(2, answers={"ces4": answer})) == {"ces4"}
        assert yes(told(1, answers={"ces4": answer})) == set()

    def test_is_judged_by_the_instants_whatever_the_order(self):
        assert yes(told(2, answers={"nit1": "no"}), told(1, answers={"nit1": "yes"})) == set()

    def test_of_two_at_one_instant_is_the_one_of_the_later_id_whatever_the_order(self):
        first = told(1, answers={"nit1": "no"})
        second = replace(first, id="2", answers={"nit1": "yes"})

        assert yes(second, first) == yes(first, second) == {"nit1"}

    def test_of_two_at_one_instant_is_still_later_than_an_earlier_one_of_a_higher_id(self):
        earlier = told(9, answers={"nit1": "yes"})
        first = replace(told(10, answers={"nit1": "no"}), id="1")

        assert yes(earlier, first, replace(first, id="2")) == set()

    def test_to_questions_of_one_instant_is_the_one_of_the_earlier_id(self):
        first = told(1, answers={"nit1": "no"})
        said = answered((first, replace(first, id="2", answers={"ca1": "no"})), RULES)

        assert last_asked(said, ("ca1", "nit1")) == first


class TestAGate:
    JOINTS = dict.fromkeys(("knee", "wrist", "shoulder", "neck", "inflamed-joints"), "no")

    def test_that_is_closed_later_takes_back_what_was_told_behind_it(self):
        opened = told(1, answers={"cond-joints": "yes"} | self.JOINTS | {"knee": "yes"})

        assert yes(opened) == {"cond-joints", "knee"}
        assert yes(opened, told(2, answers={"cond-joints": "no"})) == set()

    def test_that_is_closed_and_told_behind_in_one_breath_is_taken_for_open(self):
        assert yes(told(1, answers={"cond-joints": "no", "knee": "yes"})) == {"knee"}

    def test_that_is_told_again_hides_nothing(self):
        opened = told(1, answers={"cond-joints": "yes"} | self.JOINTS | {"knee": "yes"})

        assert yes(opened, told(2, answers={"cond-joints": "yes"})) == {"cond-joints", "knee"}

    def test_that_nobody_asked_hides_nothing(self):
        assert yes(told(1, answers={"knee": "yes"})) == {"knee"}

    def test_that_is_opened_again_asks_its_list_again(self):
        first = screening(ago(9), **{"cond-joints": "yes", "knee": "yes"})
        closed = told(1, ago(5), answers={"cond-joints": "no"})
        again = told(2, ago(1), answers={"cond-joints": "yes"})

        assert screened((first, closed), RULES)
        assert not screened((first, closed, again), RULES)
        assert screened((first, closed, again, told(3, answers=self.JOINTS)), RULES)


class TestBeingScreened:
    def test_needs_an_answer_to_every_question_of_the_lists_for_everybody(self):
        rest = {q: "no" for step in RULES.steps if not step.after for q in step.questions if q != "ces1"}

        assert not screened((), RULES)
        assert not screened((told(1, answers=rest),), RULES)
        assert screened((told(1, answers=rest), told(2, answers={"ces1": "no"})), RULES)

    def test_needs_an_answer_to_a_list_whose_gate_is_open(self):
        rest = {q: "no" for step in RULES.steps if not step.after for q in step.questions}

        assert not screened((told(1, answers=rest | {"cond-joints": "yes"}),), RULES)

    @pytest.mark.parametrize("answer", [SAME, SKIPPED])
    def test_takes_a_line_that_was_left_out_for_an_answer(self, answer):
        assert screened((screening(TODAY, ces4=answer),), RULES)


class TestARetiredQuestion:
    def test_is_heard_until_what_replaced_it_was_answered(self):
        old = told(1, answers={"rad1-worse": "yes"})

        assert yes(old) == {"rad1-worse"}
        assert yes(old, told(2, answers={"rad1": SAME})) == {"rad1-worse"}
        assert yes(old, told(2, answers={"rad1": "no"})) == set()
        assert yes(old, told(2, answers={"rad1": "yes"})) == {"rad1"}


class TestADate:
    def of(self, question: str, day: date, on: date = TODAY) -> date | None:
        return standing_yes((told(1, on, answers={question: "yes"}, dates={question: day}),), RULES)[question]

    def test_goes_with_its_yes(self):
        assert self.of("postpartum", ago(30)) == ago(30)
        assert standing_yes((told(1, answers={"postpartum": "yes"}),), RULES) == {"postpartum": None}

    def test_that_is_put_right_needs_no_new_yes(self):
        said = (told(1, answers={"fracture": "yes"}, dates={"fracture": ago(30)}), told(2, dates={"fracture": ago(20)}))

        assert standing_yes(said, RULES) == {"fracture": ago(20)}
        assert [each.id for each in answered(said, RULES).told["fracture"]] == ["1"]

    def test_stays_while_nothing_changed(self):
        said = (
            told(1, answers={"fracture": "yes"}, dates={"fracture": ago(30)}),
            told(2, answers={"fracture": SAME}),
            told(3, answers={"fracture": "yes"}),
        )

        assert standing_yes(said, RULES) == {"fracture": ago(30)}

    def test_ends_with_a_no(self):
        said = (
            told(1, answers={"pregnant": "yes"}, dates={"pregnant": TODAY}),
            told(2, answers={"pregnant": "no"}, dates={"pregnant": TODAY}),
            told(3, answers={"pregnant": "yes"}),
        )

        assert standing_yes(said, RULES) == {"pregnant": None}

    def test_ends_with_a_no_though_the_round_that_gave_it_still_tells_of_something_else(self):
        said = (
            told(1, answers={"pregnant": "yes", "ca1": "yes"}, dates={"pregnant": TODAY}),
            told(2, answers={"pregnant": "no"}),
            told(3, answers={"pregnant": "yes"}),
        )

        assert standing_yes(said, RULES) == {"pregnant": None, "ca1": None}

    @pytest.mark.parametrize(
        ("question", "day"),
        [
            ("pregnant", TODAY + FULL_TERM + timedelta(days=1)),
            ("pregnant", TODAY - OVERDUE - timedelta(days=1)),
            ("postpartum", TODAY + timedelta(days=1)),
            ("spine-surgery", date.max),
        ],
    )
    def test_that_cannot_be_counts_as_none(self, question, day):
        assert self.of(question, day) is None

    @pytest.mark.parametrize(
        ("question", "day"),
        [("pregnant", TODAY + FULL_TERM), ("pregnant", TODAY - OVERDUE), ("postpartum", TODAY), ("new-hip", date.min)],
    )
    def test_that_just_can_be_is_taken(self, question, day):
        assert self.of(question, day) == day

    def test_of_a_question_that_asks_for_none_is_not_read(self):
        assert self.of("knee", TODAY) is None
        assert self.of("unheard-of", TODAY) is None


class TestNothingNew:
    def test_is_a_no_or_the_same_where_a_symptom_stands(self):
        said = (screening(ago(9), rad1="yes", nit1="yes"),)

        assert nothing_new(("ces1", "rad1", "nit1"), said, RULES) == {"ces1": "no", "rad1": SAME, "nit1": "no"}

    @pytest.mark.parametrize(("question", "answer"), [("tra1", SAME), ("fx1", SAME), ("unlike", SAME), ("inf1", "no")])
    def test_takes_back_no_fall_and_no_sudden_pain_but_a_fever_that_has_gone(self, question, answer):
        said = (screening(ago(9), **{question: "yes"}),)

        assert nothing_new((question,), said, RULES) == {question: answer}
        assert nothing_new((question,), (screening(ago(9)),), RULES) == {question: "no"}

    def test_says_nothing_of_a_yes_that_was_never_meant(self):
        unread = told(1, answers={"rad1": "yes"}, read_back=False)

        assert nothing_new(("rad1",), (unread,), RULES) == {"rad1": "no"}


QUESTIONS = ("ces1", "rad1", "rad1-worse", "prg", "pregnant", "nit1", "cond-joints", "knee")
ANSWERS = st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(("yes", "no", SAME, SKIPPED)))
SECOND_HALVES = st.builds(History, st.sampled_from(Began), st.sampled_from(Worse), st.booleans())


ROUND = st.tuples(
    st.integers(0, 60),
    st.booleans(),
    ANSWERS,
    st.dictionaries(st.sampled_from(("ces1", "rad1")), SECOND_HALVES, max_size=2),
    st.dictionaries(st.just("pregnant"), st.dates(ago(60), TODAY + timedelta(days=300))),
)
ROUNDS = st.lists(ROUND, max_size=8).map(
    lambda made: tuple(
        told(number, ago(days), read_back, answers=answers, histories=histories, dates=dates)
        for number, (days, read_back, answers, histories, dates) in enumerate(made)
    )
)
"""Some weeks of rounds, in any order."""


def read_one_by_one(
    said: tuple[Screening, ...], question: str
) -> tuple[list[Screening], list[Screening], Screening | None]:
    """The run of yes, what of it was meant, and the round that gave its date, read from every round there is."""
    run: list[Screening] = []
    meant: list[Screening] = []
    dated: Screening | None = None
    for each in sorted(said, key=lambda each: (each.at, each.id)):
        answer = each.answers.get(question)
        if answer == "no":
            run, meant, dated = [], [], None
        elif answer == "yes":
            changed = meant and is_known(meant[-1], question) != is_known(each, question)
            run = [each] if changed else [*meant, each]
            meant = run if each.read_back else meant
        elif answer:
            run = meant
        if question in each.dates and answer != "no":
            dated = each
    return run, meant, dated


def is_known(screening: Screening, question: str) -> bool:
    return course_of(screening.histories.get(question), screening.day) is SymptomCourse.KNOWN


@given(ROUNDS)
def test_the_rounds_that_still_say_something_say_all_that_every_round_does(said):
    without_gates = replace(
        RULES, steps=(), questions={q: replace(RULES.questions[q], replaced_by=()) for q in QUESTIONS}
    )

    stands = answered(said, without_gates)

    for question in QUESTIONS:
        run, meant, _ = read_one_by_one(said, question)
        assert list(stands.told.get(question, ())) == run
        assert list(stands.meant.get(question, ())) == meant
        asked = [each for each in said if question in each.answers]
        assert stands.last.get(question) == max(asked, key=lambda each: (each.at, each.id), default=None)


@given(ROUNDS)
def test_the_date_of_a_yes_is_the_latest_since_the_last_no(said):
    for question, day in standing_yes(said, RULES).items():
        dated = read_one_by_one(said, question)[2]
        told_day = dated and dated.dates[question]
        possible = dated and told_day and -FULL_TERM <= dated.day - told_day <= OVERDUE
        assert day == (told_day if possible else None)


@given(ROUNDS)
def test_reading_only_what_still_says_something_changes_no_finding(said):
    assert findings(telling(said), (), RULES, 1974, moment()) == findings(said, (), RULES, 1974, moment())


@given(ROUNDS)
def test_an_answer_is_never_read_into_a_round_that_does_not_hold_it(said):
    stands = answered(said, RULES)

    assert all(run[-1].answers[q] == "yes" for q, run in stands.told.items())
    assert all(each.read_back for run in stands.meant.values() for each in run)
    assert stands.meant.keys() <= stands.told.keys() == stands.dates.keys()


class TestTenYearsOfShortForms:
    def test_are_told_by_a_handful_of_rounds(self):
        weekly = asked_weekly(3650)
        assert len(weekly) > 500

        assert len(telling(weekly)) == 2

    def test_with_something_known_are_told_by_a_handful_too(self):
        first, *rest = asked_weekly(3650)
        known = replace(first, answers={**first.answers, "rad1": "yes"})
        same = [replace(each, answers={**each.answers, "rad1": SAME}) for each in rest]

        assert len(telling((known, *same))) == 2

    def test_that_say_only_that_nothing_changed_are_told_by_the_last(self):
        same = (told(1, answers={"rad1": "yes"}), *(told(n, answers={"rad1": SAME}) for n in (2, 3, 4)))

        assert [each.id for each in telling(same)] == ["1", "4"]

    def test_that_ask_by_turns_are_told_by_the_last_of_each(self):
        both = told(1, answers={"rad1": "yes", "ces4": "yes"})
        turns = (told(n, answers={"rad1" if n % 2 else "ces4": SAME}) for n in (2, 3, 4, 5, 6))

        assert [each.id for each in telling((both, *turns))] == ["1", "5", "6"]

    def test_that_give_the_same_day_again_are_told_by_the_last(self):
        again = (told(n, answers={"fracture": SAME}, dates={"fracture": ago(30)}) for n in (2, 3, 4))

        assert [each.id for each in telling((told(1, answers={"fracture": "yes"}), *again))] == ["1", "4"]
