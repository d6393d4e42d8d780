"""What the answers show: the tier of every question and its second half, what is read back, settled, put right."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.content.screening_file import rules
from loosen.core.age import is_under_age
from loosen.core.findings import baselines, findings, to_read_back, waiting
from loosen.core.screening import (
    READ_BACK,
    SAME,
    SKIPPED,
    URGENCY,
    Baseline,
    Began,
    Case,
    Clearing,
    Effect,
    Finding,
    History,
    Said,
    Screening,
    SymptomCourse,
    Tier,
    Worse,
    holds,
    is_urgent,
    stops,
)
from tests.people import TODAY, ZONE, at, moment

RULES = rules()
NOW = moment()
FIFTY = 1974
ALL_NO = dict.fromkeys(RULES.questions, "no")


HISTORIES = {
    SymptomCourse.WORSE: History(Began.LONGER, Worse.YES, looked=True),
    SymptomCourse.UNSURE: History(Began.LONGER, Worse.UNSURE, looked=True),
    SymptomCourse.NEW: History(Began.DAYS, Worse.NO, looked=True),
    SymptomCourse.UNSEEN: History(Began.SIX_WEEKS, Worse.NO, looked=False),
    SymptomCourse.KNOWN: History(Began.LONGER, Worse.NO, looked=True),
}
"""A second half for every course."""

KNOWN = SymptomCourse.KNOWN


def said(
    *yes: str,
    day: date = TODAY,
    hour: int = 7,
    read_back: bool = True,
    course: SymptomCourse | None = None,
    **answers: str,
) -> Screening:
    """A round of answers: no to everything, but yes to these, with the second half of a course where one is named."""
    told = ALL_NO | dict.fromkeys(yes, "yes") | answers
    histories = dict.fromkeys((q for q in yes if RULES.questions[q].history and course), HISTORIES.get(course))
    return Screening(
        id=str(uuid4()), at=at(day, hour), zone=ZONE, day=day, answers=told, read_back=read_back, histories=histories
    )


def only(
    question: str, answer: str, day: date = TODAY, hour: int = 9, course: SymptomCourse | None = None
) -> Screening:
    """One question answered by itself."""
    histories = {question: HISTORIES[course]} if course else {}
    return Screening(
        id=str(uuid4()), at=at(day, hour), zone=ZONE, day=day, answers={question: answer}, read_back=True,
        histories=histories,
    )  # fmt: skip


def look(finding: str, what: Said = Said.GO_ON, day: date = TODAY, hour: int = 12, **more: object) -> Clearing:
    """A clinician has looked, on the day it is noted unless said otherwise."""
    given_ = {"who": "Dr Lind", "looked_on": day, **more}
    return Clearing(id=str(uuid4()), at=at(day, hour), zone=ZONE, day=day, finding=finding, said=what, **given_)


def found(*screenings: Screening, clearings: tuple[Clearing, ...] = (), born: int | None = FIFTY) -> list[Finding]:
    return list(findings(screenings, clearings, RULES, born, moment(hour=20)))


def shown(
    *yes: str, born: int | None = FIFTY, course: SymptomCourse | None = None
) -> dict[str, tuple[str, Effect | None]]:
    """What one round of yes leads to: rule, tier and effect."""
    return {f.rule: (f.tier.value, f.effect) for f in found(said(*yes, course=course), born=born)}


def standing(*screenings: Screening, clearings: tuple[Clearing, ...] = ()) -> list[Finding]:
    """What stands beside the notes of the day."""
    return [finding for finding in found(*screenings, clearings=clearings) if finding.tier is not Tier.T4]


GO_ON, HOLD = Effect.GO_ON, Effect.HOLD

ALONE = {
    "ces1": ("CES1", "T0", None),
    "ces2": ("CES2", "T0", None),
    "ces3": ("CES3", "T0", None),
    "ces4": ("CES4", "T0", None),
    "ces5": ("CES5", "T0", None),
    "neu1-rapid": ("NEU1", "T0", None),
    "neu1": ("NEU1", "T1", None),
    "vas1-chest": ("VAS1", "T0", None),
    "vas1-belly": ("VAS1", "T0", None),
    "tra1": ("TRA1", "T0", None),
    "inf1": ("INF1", "T1", None),
    "uri1": ("URI1", "T1", None),
    "dvt1": ("DVT1", "T1", None),
    "ca2-weight": ("CA2", "T1", None),
    "ca2-shape": ("CA2", "T1", None),
    "prg-s": ("PRG-S", "T0", None),
    "ca1": ("CA1", "T2", HOLD),
    "tho1": ("THO1", "T2", HOLD),
    "nit1": ("NIT1", "T4", None),
    "rad1": ("RAD1", "T4", None),
    "rad1-long": ("RAD1", "T2", GO_ON),
    "rad1-worse": ("RAD1", "T2", HOLD),
    "unlike": ("UNL1", "T2", HOLD),
    "sev-unlike": ("SEV1", "T2", HOLD),
    "sev-sudden": ("SEV1", "T2", HOLD),
    "cond-other": ("COND", "T3", None),
    "cond": ("COND", "T3", None),
}
"""What a yes to each question leads to when everything else is no."""

COUNTS_WITH_ANOTHER = {"fx1", "first", "axs1", "axs1-more", "thin-bones", "inf1-risk", "sev-high", "old-fracture"}
"""A yes to these counts only together with another, or with the age."""

OPENS_A_LIST = {"prg", "surg", "cond-spine", "cond-joints", "cond-whole"}

TOGETHER = [
    (("ca1", "nit1"), "CA1", "T1", None),
    (("ca1", "rad1"), "CA1", "T1", None),
    (("ca1", "neu1"), "CA1", "T1", None),
    (("ca1", "ces5"), "CA1", "T1", None),
    (("inf1", "nit1"), "INF1", "T0", None),
    (("ca2-weight", "nit1"), "CA2", "T0", None),
    (("ca2-shape", "nit1"), "CA2", "T0", None),
    (("fx1", "thin-bones"), "FX1", "T1", None),
    (("fx1", "old-fracture"), "FX1", "T1", None),
    (("unlike", "thin-bones"), "UNL1", "T1", None),
    (("unlike", "old-fracture"), "UNL1", "T1", None),
    (("tho1", "nit1"), "THO1", "T1", None),
    (("tho1", "inf1-risk"), "THO1", "T1", None),
    (("tho1", "rad1-worse"), "THO1", "T1", None),
    (("tho1", "unlike"), "THO1", "T1", None),
    (("tho1", "sev-unlike"), "THO1", "T1", None),
    (("tho1", "sev-sudden"), "THO1", "T1", None),
    (("tho1", "prg-s"), "THO1", "T1", None),
    (("tho1", "rad1"), "THO1", "T2", HOLD),
    (("axs1", "axs1-more"), "AXS1", "T2", GO_ON),
    (("dvt1", "vas1-chest"), "DVT1", "T0", None),
    (("pregnant", "prg", "dvt1"), "PRG-S", "T0", None),
    (("pregnant", "prg", "vas1-chest"), "PRG-S", "T0", None),
    (("neu1", "neu1-rapid"), "NEU1", "T0", None),
    (("rad1", "rad1-long", "rad1-worse"), "RAD1", "T2", HOLD),
    (("sev-high", "sev-unlike"), "SEV1", "T1", None),
    (("sev-high", "sev-sudden"), "SEV1", "T1", None),
]

NERVES = ("ces1", "ces2", "ces3", "ces4", "ces5", "neu1-rapid")

BY_COURSE = {
    SymptomCourse.WORSE: {"neu1": ("T1", None), "rad1": ("T2", HOLD)} | dict.fromkeys(NERVES, ("T0", None)),
    SymptomCourse.UNSURE: {"neu1": ("T1", None), "rad1": ("T2", GO_ON)} | dict.fromkeys(NERVES, ("T0", None)),
    SymptomCourse.NEW: {"neu1": ("T1", None), "rad1": ("T4", None)} | dict.fromkeys(NERVES, ("T0", None)),
    SymptomCourse.UNSEEN: {"neu1": ("T1", None), "rad1": ("T2", HOLD)} | dict.fromkeys(NERVES, ("T1", None)),
    SymptomCourse.KNOWN: {"neu1": ("T4", None), "rad1": ("T4", None)} | dict.fromkeys(NERVES, ("T4", None)),
}
"""What a nerve question leads to by its second half. Leg pain that is unsure began more than six weeks ago here."""


class TestEveryQuestion:
    def test_has_its_place_in_these_tables(self):
        asks_first = {condition.question for condition in practice().conditions}

        assert set(ALONE) | COUNTS_WITH_ANOTHER | OPENS_A_LIST | asks_first == set(RULES.questions)

    @pytest.mark.parametrize("question", RULES.questions)
    def test_leads_to_its_tier_by_itself(self, question):
        row = ALONE.get(question)

        assert shown(question) == ({row[0]: row[1:]} if row else {})

    @pytest.mark.parametrize("question", RULES.questions)
    def test_that_is_answered_no_or_left_out_leads_nowhere(self, question):
        assert found(said(**{question: "no"})) == []
        assert found(said(**{question: SKIPPED})) == []
        assert found(said(**{question: SAME})) == []

    @pytest.mark.parametrize(("yes", "rule", "tier", "effect"), TOGETHER, ids=["+".join(row[0]) for row in TOGETHER])
    def test_that_counts_more_together_with_another(self, yes, rule, tier, effect):
        assert shown(*yes)[rule] == (tier, effect)

    def test_about_fever_has_other_words_when_infections_come_easily(self):
        words = {f.rule: f.words for f in found(said("inf1", "inf1-risk"))}

        assert words == {"INF1": "fever-risk"}


class TestTheSecondHalf:
    def test_belongs_to_the_questions_about_nerves_and_the_leg(self):
        assert {q.id for q in RULES.questions.values() if q.history} == {*NERVES, "neu1", "rad1"}

    @pytest.mark.parametrize(
        ("course", "question"), [(course, question) for course, row in BY_COURSE.items() for question in row]
    )
    def test_decides_the_tier(self, course, question):
        ((rule, reached),) = shown(question, course=course).items()

        assert (rule[:4].lower(), reached) == (question[:4], BY_COURSE[course][question])

    def test_of_what_is_known_says_to_go_at_once_if_it_changes(self):
        assert {f.words for f in found(said(*NERVES, "neu1", course=KNOWN))} == {"baseline"}

    @pytest.mark.parametrize(
        ("yes", "rule"), [(("ca1", "neu1"), "CA1"), (("ca1", "rad1"), "CA1"), (("tho1", "ces5"), "THO1")]
    )
    def test_of_what_is_known_adds_nothing_to_another_sign(self, yes, rule):
        assert shown(*yes)[rule] == ("T1", None)
        assert shown(*yes, course=KNOWN)[rule] == ("T2", HOLD)

    @pytest.mark.parametrize("course", [SymptomCourse.WORSE, SymptomCourse.UNSEEN])
    def test_of_a_leg_that_needs_a_visit_counts_with_the_upper_back(self, course):
        assert shown("tho1", "rad1", course=course)["THO1"] == ("T1", None)

    def test_left_out_is_taken_for_unsure(self):
        assert shown("ces1") == shown("ces1", course=SymptomCourse.UNSURE)


class TestLegPain:
    def after(self, days: int, history: History | None) -> tuple[str, Effect | None]:
        day = TODAY - timedelta(days=days)
        told = replace(only("rad1", "yes", day=day), histories={"rad1": history} if history else {})
        (finding,) = found(told)
        return (finding.tier.value, finding.effect)

    @pytest.mark.parametrize(
        ("began", "days"), [(Began.DAYS, 42), (Began.TWO_WEEKS, 42), (Began.SIX_WEEKS, 28), (Began.LONGER, 0)]
    )
    def test_of_more_than_six_weeks_is_worth_a_visit_and_the_day_goes_on(self, began, days):
        unsure = History(began, Worse.UNSURE, looked=False)

        assert self.after(days, unsure) == ("T2", GO_ON)
        assert days == 0 or self.after(days - 1, unsure) == ("T4", None)

    def test_without_a_second_half_counts_its_weeks_from_the_first_yes(self):
        assert self.after(41, None) == ("T4", None)
        assert self.after(42, None) == ("T2", GO_ON)

    def test_that_somebody_looked_at_stays_a_note_however_long_it_lasts(self):
        assert self.after(400, HISTORIES[KNOWN]) == ("T4", None)

    def test_told_on_a_list_of_an_earlier_program_leaves_nothing_once_it_was_looked_at(self):
        told = only("rad1-worse", "yes")

        assert [finding.rule for finding in found(told)] == ["RAD1"]
        assert found(told, clearings=(look("RAD1"),)) == []


class TestABaseline:
    MONTHS_AGO = TODAY - timedelta(days=90)

    def known(self, *screenings: Screening, clearings: tuple[Clearing, ...] = ()) -> dict[str, Baseline]:
        return dict(baselines(screenings, clearings, RULES, FIFTY, moment(hour=20)))

    def test_is_what_is_older_not_worse_and_looked_at(self):
        told = replace(only("neu1", "yes"), histories={"neu1": replace(HISTORIES[KNOWN], looked_on=self.MONTHS_AGO)})

        assert self.known(told) == {"neu1": Baseline("neu1", TODAY, self.MONTHS_AGO)}

    @pytest.mark.parametrize("course", [course for course in SymptomCourse if course is not KNOWN])
    def test_is_nothing_else(self, course):
        assert self.known(said("ces1", "rad1", course=course)) == {}

    def test_is_only_what_was_read_back(self):
        assert self.known(said("ces1", course=KNOWN, read_back=False)) == {}

    @pytest.mark.parametrize("what", [Said.GO_ON, Said.LIMITS])
    def test_is_also_what_a_clinician_has_looked_at_since(self, what):
        yes = said("neu1", "nit1", day=self.MONTHS_AGO)

        assert self.known(yes, clearings=(look("NEU1", what),)) == {"neu1": Baseline("neu1", TODAY, TODAY)}

    def test_is_not_what_a_clinician_wants_to_look_at_again(self):
        yes, seen = said("rad1", day=self.MONTHS_AGO), look("RAD1", Said.NOT_YET)

        assert self.known(yes, clearings=(seen,)) == {}

    def test_may_be_looked_at_in_the_instant_it_was_told(self):
        seen = look("NEU1", hour=7)

        assert self.known(said("neu1", hour=7), clearings=(seen,)) == {"neu1": Baseline("neu1", TODAY, TODAY)}

    def test_that_was_looked_at_twice_is_as_it_was_at_the_later_look(self):
        yes, seen = said("neu1", day=self.MONTHS_AGO), look("NEU1", day=TODAY - timedelta(days=30))
        latest = {"neu1": Baseline("neu1", TODAY, TODAY)}

        assert self.known(yes, clearings=(seen, look("NEU1"))) == latest
        assert self.known(yes, clearings=(look("NEU1"), seen)) == latest

    def test_that_was_looked_at_stays_as_a_note(self):
        (finding,) = found(said("ces1", day=self.MONTHS_AGO), clearings=(look("CES1"),))

        assert finding == Finding(
            "CES1", Tier.T4, at(self.MONTHS_AGO, 7), None, ("ces1",), "baseline", answered_on=self.MONTHS_AGO
        )

    def test_that_has_not_changed_stays_as_it_is(self):
        told = (said("ces1", day=self.MONTHS_AGO, course=KNOWN), only("ces1", SAME))

        assert [(f.tier, f.since) for f in found(*told)] == [(Tier.T4, told[0].at)]
        assert self.known(*told)["ces1"].since == self.MONTHS_AGO

    def test_that_changed_is_as_urgent_as_its_row_from_that_day_on(self):
        changed = only("ces1", "yes", course=SymptomCourse.WORSE)

        (finding,) = found(said("ces1", day=self.MONTHS_AGO, course=KNOWN), changed)

        assert (finding.tier, finding.since) == (Tier.T0, changed.at)
        assert self.known(said("ces1", day=self.MONTHS_AGO, course=KNOWN), changed) == {}

    def test_that_changed_and_was_looked_at_again_is_known_anew(self):
        changed = only("neu1", "yes", course=SymptomCourse.WORSE)

        told = (said("neu1", day=self.MONTHS_AGO, course=KNOWN), changed)

        assert self.known(*told, clearings=(look("NEU1"),))["neu1"].since == TODAY

    def test_whose_change_was_a_slip_stands_as_before(self):
        unread = replace(only("ces1", "yes", course=SymptomCourse.WORSE), read_back=False)
        told = (said("ces1", day=self.MONTHS_AGO, course=KNOWN), unread, only("ces1", SAME, hour=10))

        assert [f.tier for f in found(*told)] == [Tier.T4]
        assert waiting(told, RULES, FIFTY, NOW) == ()

    def test_is_gone_when_it_is_gone(self):
        told = (said("ces1", day=self.MONTHS_AGO, course=KNOWN), only("ces1", "no"))

        assert found(*told) == []
        assert self.known(*told) == {}


class TestAge:
    def test_over_seventy_makes_a_sudden_pain_a_matter_for_today(self):
        assert shown("fx1", born=TODAY.year - 71) == {"FX1": ("T1", None)}

    def test_of_seventy_does_not(self):
        assert shown("fx1", born=TODAY.year - 70) == {}

    def test_over_seventy_makes_constant_pain_in_the_upper_back_a_matter_for_today(self):
        assert shown("tho1", born=TODAY.year - 71) == {"THO1": ("T1", None)}
        assert shown("tho1", born=TODAY.year - 70) == {"THO1": ("T2", Effect.HOLD)}

    def test_over_fifty_five_makes_it_so_when_it_is_the_first_severe_pain(self):
        assert shown("tho1", "first", born=TODAY.year - 56)["THO1"] == ("T1", None)
        assert shown("tho1", "first", born=TODAY.year - 55)["THO1"] == ("T2", Effect.HOLD)

    def test_over_seventy_makes_a_sudden_pain_unlike_the_usual_a_matter_for_today(self):
        assert shown("unlike", born=TODAY.year - 71) == {"UNL1": ("T1", None)}
        assert shown("unlike", born=TODAY.year - 70) == {"UNL1": ("T2", HOLD)}

    def test_over_fifty_five_makes_a_first_severe_pain_worth_a_visit_first(self):
        assert shown("first", born=TODAY.year - 56) == {"PAIN55": ("T2", HOLD)}
        assert shown("first", born=TODAY.year - 55) == {}

    @pytest.mark.parametrize("yes", [(), ("nit1",)], ids=["alone", "with pain at night"])
    def test_over_fifty_stops_nobody(self, yes):
        assert all(tier == "T4" for tier, _ in shown(*yes, born=TODAY.year - 60).values())

    def test_that_nobody_told_does_not_either(self):
        assert shown("fx1", born=None) == {}

    def test_alone_leads_nowhere(self):
        assert shown(born=TODAY.year - 90) == {}

    @pytest.mark.parametrize(("years", "under"), [(10, True), (17, True), (18, True), (19, False)])
    def test_under_eighteen_or_not_surely_over_it_stops(self, years, under):
        assert is_under_age(TODAY.year - years, NOW) is under
        assert shown(born=TODAY.year - years) == ({"AGE1": ("T3", None)} if under else {})

    def test_under_eighteen_has_its_own_words_and_stands_from_now_on(self):
        (finding,) = found(said(), born=TODAY.year - 15)

        assert (finding.words, finding.since) == ("under-age", moment(hour=20).instant_utc)

    def test_under_eighteen_is_lifted_by_no_clearing(self):
        assert [f.rule for f in found(said(), clearings=(look("AGE1"),), born=TODAY.year - 15)] == ["AGE1"]


class TestReadingBack:
    def test_an_urgent_yes_that_was_not_read_back_does_not_count(self):
        assert found(said("ces1", "neu1", "ca1", read_back=False)) == []

    def test_ask_first_and_notes_count_without_it(self):
        assert [f.rule for f in found(said("cond-other", "nit1", read_back=False))] == ["COND", "NIT1"]

    def test_an_unread_yes_does_not_take_away_one_that_was_read_back(self):
        first, second = said("ces1", day=TODAY - timedelta(days=1)), said("ces1", read_back=False)

        assert [(f.rule, f.since) for f in found(first, second)] == [("CES1", first.at)]

    def test_names_the_questions_in_the_order_they_were_asked(self):
        answers = ALL_NO | dict.fromkeys(("fx1", "ces3", "thin-bones", "cond-other", "nit1"), "yes")

        assert to_read_back(answers, RULES, FIFTY, NOW) == ("ces3", "fx1", "thin-bones")

    def test_names_the_questions_of_every_case_that_is_true(self):
        answers = dict.fromkeys(("neu1", "neu1-rapid"), "yes")

        assert to_read_back(answers, RULES, None, NOW) == ("neu1-rapid", "neu1")

    def test_begins_with_the_questions_of_a_bad_day(self):
        answers = dict.fromkeys(("ca1", "sev-sudden", "sev-high"), "yes")

        assert to_read_back(answers, RULES, FIFTY, NOW) == ("sev-sudden", "ca1")

    @pytest.mark.parametrize("course", SymptomCourse)
    def test_names_what_has_a_second_half_whatever_that_says(self, course):
        told = {"rad1": HISTORIES[course]}

        assert to_read_back({"rad1": "yes", "nit1": "yes"}, RULES, FIFTY, NOW, told) == ("rad1",)

    def test_counts_the_second_half(self):
        answers = {"tho1": "yes", "rad1": "yes", "axs1": "yes"}
        told = {"rad1": HISTORIES[KNOWN]}

        assert to_read_back(answers, RULES, FIFTY, NOW, told) == ("tho1", "rad1")

    def test_counts_it_where_it_makes_another_sign_count(self):
        getting_worse = Case(Tier.T2, "visit", all=("axs1", "rad1"), courses=(SymptomCourse.WORSE,))
        one_rule = replace(RULES, rules=(replace(RULES.rules[0], cases=(getting_worse,)),))
        answers = {"rad1": "yes", "axs1": "yes"}

        for course, named in ((SymptomCourse.WORSE, {"rad1", "axs1"}), (KNOWN, {"rad1"})):
            assert set(to_read_back(answers, one_rule, FIFTY, NOW, {"rad1": HISTORIES[course]})) == named

    def test_knows_the_age(self):
        assert to_read_back({"fx1": "yes"}, RULES, TODAY.year - 75, NOW) == ("fx1",)
        assert to_read_back({"fx1": "yes"}, RULES, FIFTY, NOW) == ()


class TestWaiting:
    YESTERDAY = TODAY - timedelta(days=1)

    def test_for_its_reading_back_is_a_yes_that_would_count(self):
        assert waiting((said("ca1", "rad1", "nit1", read_back=False),), RULES, FIFTY, NOW) == ("ca1", "nit1", "rad1")

    def test_for_its_reading_back_may_depend_on_the_age(self):
        unread = (said("fx1", read_back=False),)

        assert waiting(unread, RULES, TODAY.year - 75, NOW) == ("fx1",)
        assert waiting(unread, RULES, FIFTY, NOW) == ()

    def test_is_over_when_it_was_read_back(self):
        told = (said("ca1", read_back=False, day=self.YESTERDAY), only("ca1", "yes"))

        assert waiting(told, RULES, FIFTY, NOW) == ()

    def test_is_over_with_the_next_answer_whatever_it_is(self):
        for answer in ("no", SAME, SKIPPED):
            assert waiting((said("ces4", read_back=False), only("ces4", answer)), RULES, FIFTY, NOW) == ()

    def test_hides_no_yes_that_was_read_back_before(self):
        told = (said("ces1", day=self.YESTERDAY), said("ces1", read_back=False), only("ces1", SAME))

        assert [f.since for f in found(*told)] == [told[0].at]


class TestASlip:
    def test_is_put_right_by_a_later_no_to_the_same_question(self):
        assert found(said("ces1"), only("ces1", "no")) == []

    def test_leaves_the_other_answers_standing(self):
        assert [f.rule for f in found(said("ces1", "ces2"), only("ces1", "no"))] == ["CES2"]

    def test_in_an_earlier_round_does_not_hide_a_later_yes(self):
        again = only("ces1", "yes", hour=11)

        assert [f.since for f in found(said("ces1"), only("ces1", "no"), again)] == [again.at]

    def test_is_judged_by_the_instants_not_by_the_order_of_arrival(self):
        assert found(only("ces1", "no", hour=9), said("ces1", hour=7)) == []


class TestSince:
    def test_a_sign_is_dated_by_the_first_yes_of_the_run(self):
        first, second = said("inf1", day=TODAY - timedelta(days=2)), said("inf1")

        (finding,) = found(first, second)

        assert finding.since == first.at
        assert finding.answered_on == TODAY

    def test_the_questions_behind_it_are_named(self):
        assert found(said("ca1", "nit1"))[0].questions == ("ca1", "nit1")


class TestClearing:
    YESTERDAY = TODAY - timedelta(days=1)

    @pytest.mark.parametrize("what", [Said.GO_ON, Said.LIMITS])
    def test_lets_the_day_go_on(self, what):
        assert standing(said("neu1"), clearings=(look("NEU1", what),)) == []

    def test_settles_only_what_was_told_before(self):
        looks = (look("NEU1", asked_again=True, hour=12),)
        told = (said("neu1-rapid"), only("neu1", "yes", hour=15))

        assert [(f.rule, f.tier, f.questions) for f in standing(*told, clearings=looks)] == [
            ("NEU1", Tier.T1, ("neu1",))
        ]

    def test_that_says_not_yet_keeps_the_finding_without_its_urgency(self):
        (finding,) = found(said("neu1"), clearings=(look("NEU1", Said.NOT_YET),))

        assert (finding.tier, finding.looked_on) == (Tier.T1, TODAY)

    def test_after_a_not_yet_settles_it(self):
        looks = (look("NEU1", Said.NOT_YET, hour=12), look("NEU1", hour=15))

        assert standing(said("neu1"), clearings=looks) == []

    def test_is_taken_back_by_a_later_not_yet(self):
        looks = (look("NEU1", hour=12), look("NEU1", Said.NOT_YET, hour=15))

        (finding,) = found(said("neu1"), clearings=looks)

        assert finding.looked_on == TODAY

    def test_that_was_corrected_counts_no_more(self):
        slip = look("NEU1", hour=15)
        meant = replace(look("NEU1", Said.NOT_YET, hour=15), revises=slip.id)

        assert [f.rule for f in standing(said("neu1"), clearings=(slip, meant))] == ["NEU1"]

    def test_that_says_not_yet_is_heard_on_the_day_of_an_emergency_too(self):
        (finding,) = found(said("ces1"), clearings=(look("CES1", Said.NOT_YET),))

        assert (finding.tier, finding.looked_on) == (Tier.T0, TODAY)

    def test_of_another_finding_changes_nothing(self):
        assert [f.rule for f in standing(said("neu1"), clearings=(look("INF1"),))] == ["NEU1"]

    def test_noted_before_the_answer_changes_nothing(self):
        assert [f.rule for f in standing(said("neu1", hour=15), clearings=(look("NEU1", hour=12),))] == ["NEU1"]

    def test_noted_at_the_instant_of_the_answer_has_seen_it(self):
        assert standing(said("neu1", hour=12), clearings=(look("NEU1", hour=12),)) == []

    def test_that_says_not_yet_at_the_instant_of_the_answer_is_heard(self):
        (finding,) = found(said("neu1", hour=12), clearings=(look("NEU1", Said.NOT_YET, hour=12),))

        assert finding.looked_on == TODAY

    def test_by_a_look_on_a_day_before_the_answer_cannot_have_seen_what_is_urgent(self):
        early = look("NEU1", looked_on=self.YESTERDAY)

        assert [f.rule for f in standing(said("neu1"), clearings=(early,))] == ["NEU1"]

    def test_by_an_earlier_talk_counts_where_it_is_not_urgent(self):
        assert found(said("cond-other"), clearings=(look("COND", looked_on=self.YESTERDAY),)) == []

    def test_is_undone_by_a_new_yes(self):
        again = only("neu1", "yes", hour=18)

        (finding,) = found(said("neu1"), again, clearings=(look("NEU1"),))

        assert finding.since == again.at
        assert finding.looked_on is None

    def test_of_an_emergency_on_its_own_day_counts_only_when_asked_once_more(self):
        assert [f.rule for f in standing(said("ces1"), clearings=(look("CES1"),))] == ["CES1"]
        assert standing(said("ces1"), clearings=(look("CES1", asked_again=True),)) == []

    def test_of_an_emergency_on_a_later_day_counts_at_once(self):
        assert standing(said("ces1", day=self.YESTERDAY), clearings=(look("CES1"),)) == []


class TestWhatAFindingMeans:
    @pytest.mark.parametrize(
        ("question", "urgent", "stopped", "held"),
        [
            ("ces1", True, True, False),
            ("neu1", True, True, False),
            ("ca1", False, False, True),
            ("rad1-long", False, False, False),
            ("cond-other", False, True, False),
            ("nit1", False, False, False),
        ],
    )
    def test_for_the_day(self, question, urgent, stopped, held):
        (finding,) = found(said(question))

        assert (is_urgent(finding), stops(finding), holds(finding)) == (urgent, stopped, held)


ANSWERS = st.dictionaries(st.sampled_from(sorted(RULES.questions)), st.sampled_from(("yes", "no", SKIPPED, SAME)))
SECOND_HALVES = st.dictionaries(st.sampled_from((*NERVES, "neu1", "rad1")), st.sampled_from(list(HISTORIES.values())))


@st.composite
def rounds(draw: st.DrawFn) -> tuple[Screening, ...]:
    """Any answers, over some days, read back or not."""
    made = draw(st.lists(st.tuples(ANSWERS, SECOND_HALVES, st.booleans(), st.integers(0, 40)), max_size=5))
    return tuple(
        Screening(
            id=str(number), at=at(TODAY) - timedelta(days=back), zone=ZONE, day=TODAY - timedelta(days=back),
            answers=answers, histories=histories, read_back=read,
        )
        for number, (answers, histories, read, back) in enumerate(made)
    )  # fmt: skip


YEARS = st.one_of(st.none(), st.integers(TODAY.year - 100, TODAY.year - 19))


@given(rounds(), YEARS)
def test_findings_come_most_urgent_first(screenings, born):
    order = [URGENCY.index((f.tier, f.effect)) for f in findings(screenings, (), RULES, born, NOW)]

    assert order == sorted(order)


@given(rounds(), YEARS, st.sampled_from([q for q, row in ALONE.items() if row[1] == "T0"]))
def test_a_confirmed_emergency_always_comes_first(screenings, born, question):
    told = (*screenings, only(question, "yes", hour=23))

    assert findings(told, (), RULES, born, NOW)[0].tier is Tier.T0


@given(rounds(), YEARS)
def test_nothing_that_was_not_read_back_counts_as_urgent(screenings, born):
    unread = tuple(replace(screening, read_back=False) for screening in screenings)

    assert all(f.tier not in READ_BACK for f in findings(unread, (), RULES, born, NOW))


@given(ANSWERS, YEARS)
def test_what_counts_as_urgent_is_what_was_to_be_read_back(answers, born):
    told = Screening(id="1", at=at(), zone=ZONE, day=TODAY, answers=answers, read_back=True)

    counted = {q for f in findings((told,), (), RULES, born, NOW) if f.tier in READ_BACK for q in f.questions}

    asked = {*RULES.severe, *(q for step in RULES.steps for q in step.questions)}
    assert counted & asked <= set(to_read_back(answers, RULES, born, NOW))


@given(rounds(), YEARS)
def test_a_later_no_to_everything_leaves_nothing_standing(screenings, born):
    later: datetime = at() + timedelta(minutes=1)
    no = Screening(id="no", at=later, zone=ZONE, day=TODAY, answers=ALL_NO, read_back=True)

    assert findings((*screenings, no), (), RULES, born, NOW) == ()


@given(rounds(), YEARS)
def test_a_clinician_who_says_go_on_to_everything_leaves_nothing_but_notes(screenings, born):
    tomorrow = TODAY + timedelta(days=1)
    looks = tuple(look(rule.id, day=tomorrow) for rule in RULES.rules)

    assert all(f.tier is Tier.T4 for f in findings(screenings, looks, RULES, born, moment(tomorrow, 13)))
