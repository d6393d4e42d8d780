"""What the answers show: the tier of every question, what is read back, what a clearing settles, what a slip undoes."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.screening_file import rules
from loosen.core.age import is_under_age
from loosen.core.answers import screened, standing_yes
from loosen.core.findings import findings, to_read_back
from loosen.core.screening import (
    READ_BACK,
    SKIPPED,
    URGENCY,
    Clearing,
    Effect,
    Finding,
    Said,
    Screening,
    Tier,
    holds,
    is_urgent,
    stops,
)
from tests.people import TODAY, ZONE, at, moment

RULES = rules()
NOW = moment()
FIFTY = 1974
ALL_NO = dict.fromkeys(RULES.questions, "no")


def said(*yes: str, day: date = TODAY, hour: int = 7, read_back: bool = True, **answers: str) -> Screening:
    """A round of answers: no to everything, but yes to these."""
    told = ALL_NO | dict.fromkeys(yes, "yes") | answers
    return Screening(id=str(uuid4()), at=at(day, hour), zone=ZONE, day=day, answers=told, read_back=read_back)


def only(question: str, answer: str, day: date = TODAY, hour: int = 9) -> Screening:
    """One question answered by itself."""
    return Screening(id=str(uuid4()), at=at(day, hour), zone=ZONE, day=day, answers={question: answer}, read_back=True)


def look(finding: str, what: Said = Said.GO_ON, day: date = TODAY, hour: int = 12, **more: object) -> Clearing:
    """A clinician has looked, on the day it is noted unless said otherwise."""
    given_ = {"who": "Dr Lind", "looked_on": day, **more}
    return Clearing(id=str(uuid4()), at=at(day, hour), zone=ZONE, day=day, finding=finding, said=what, **given_)


def found(*screenings: Screening, clearings: tuple[Clearing, ...] = (), born: int | None = FIFTY) -> list[Finding]:
    return list(findings(screenings, clearings, RULES, born, moment(hour=20)))


def shown(*yes: str, born: int | None = FIFTY) -> dict[str, tuple[str, Effect | None]]:
    """What one round of yes leads to: rule, tier and effect."""
    return {f.rule: (f.tier.value, f.effect) for f in found(said(*yes), born=born)}


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
    "ca1": ("CA1", "T2", Effect.HOLD),
    "tho1": ("THO1", "T2", Effect.HOLD),
    "nit1": ("NIT1", "T4", None),
    "rad1": ("RAD1", "T4", None),
    "rad1-long": ("RAD1", "T2", Effect.GO_ON),
    "rad1-worse": ("RAD1", "T2", Effect.HOLD),
    "prg": ("PRG", "T3", None),
    "surg": ("SURG", "T3", None),
    "cond": ("COND", "T3", None),
    "fx1": None,
    "axs1": None,
    "axs1-more": None,
    "thin-bones": None,
    "inf1-risk": None,
}
"""What a yes to each question leads to when everything else is no. None: it counts only together with another."""

TOGETHER = [
    (("ca1", "nit1"), "CA1", "T1", None),
    (("ca1", "rad1"), "CA1", "T1", None),
    (("ca1", "neu1"), "CA1", "T1", None),
    (("fx1", "thin-bones"), "FX1", "T1", None),
    (("tho1", "nit1"), "THO1", "T1", None),
    (("tho1", "inf1-risk"), "THO1", "T1", None),
    (("tho1", "rad1-worse"), "THO1", "T1", None),
    (("tho1", "prg-s"), "THO1", "T1", None),
    (("axs1", "axs1-more"), "AXS1", "T2", Effect.GO_ON),
    (("dvt1", "vas1-chest"), "DVT1", "T0", None),
    (("neu1", "neu1-rapid"), "NEU1", "T0", None),
    (("rad1", "rad1-long", "rad1-worse"), "RAD1", "T2", Effect.HOLD),
]


class TestEveryQuestion:
    def test_has_its_line_in_this_table(self):
        assert set(ALONE) == set(RULES.questions)

    @pytest.mark.parametrize("question", ALONE)
    def test_leads_to_its_tier_by_itself(self, question):
        row = ALONE[question]

        assert shown(question) == ({} if row is None else {row[0]: row[1:]})

    @pytest.mark.parametrize("question", ALONE)
    def test_that_is_answered_no_or_left_out_leads_nowhere(self, question):
        assert found(said(**{question: "no"})) == []
        assert found(said(**{question: SKIPPED})) == []

    @pytest.mark.parametrize(("yes", "rule", "tier", "effect"), TOGETHER, ids=["+".join(row[0]) for row in TOGETHER])
    def test_that_counts_more_together_with_another(self, yes, rule, tier, effect):
        assert shown(*yes)[rule] == (tier, effect)

    def test_about_fever_has_other_words_when_infections_come_easily(self):
        words = {f.rule: f.words for f in found(said("inf1", "inf1-risk"))}

        assert words == {"INF1": "fever-risk"}


class TestAge:
    def test_over_seventy_makes_a_sudden_pain_a_matter_for_today(self):
        assert shown("fx1", born=TODAY.year - 71) == {"FX1": ("T1", None)}

    def test_of_seventy_does_not(self):
        assert shown("fx1", born=TODAY.year - 70) == {}

    def test_over_seventy_makes_constant_pain_in_the_upper_back_a_matter_for_today(self):
        assert shown("tho1", born=TODAY.year - 71) == {"THO1": ("T1", None)}
        assert shown("tho1", born=TODAY.year - 70) == {"THO1": ("T2", Effect.HOLD)}

    def test_that_nobody_told_does_not_either(self):
        assert shown("fx1", born=None) == {}

    def test_alone_leads_nowhere(self):
        assert shown(born=TODAY.year - 90) == {}

    @pytest.mark.parametrize(("years", "under"), [(10, True), (17, True), (18, True), (19, False)])
    def test_under_eighteen_or_not_surely_over_it_stops(self, years, under):
        assert is_under_age(TODAY.year - years, NOW) is under
        assert shown(born=TODAY.year - years) == ({"AGE1": ("T3", None)} if under else {})

    def test_under_eighteen_is_lifted_by_no_clearing(self):
        assert [f.rule for f in found(said(), clearings=(look("AGE1"),), born=TODAY.year - 15)] == ["AGE1"]


class TestReadingBack:
    def test_an_urgent_yes_that_was_not_read_back_does_not_count(self):
        assert found(said("ces1", "neu1", "ca1", read_back=False)) == []

    def test_ask_first_and_notes_count_without_it(self):
        assert [f.rule for f in found(said("prg", "nit1", read_back=False))] == ["PRG", "NIT1"]

    def test_an_unread_yes_does_not_take_away_one_that_was_read_back(self):
        first, second = said("ces1", day=TODAY - timedelta(days=1)), said("ces1", read_back=False)

        assert [(f.rule, f.since) for f in found(first, second)] == [("CES1", first.at)]

    def test_names_the_questions_in_the_order_they_were_asked(self):
        answers = ALL_NO | dict.fromkeys(("fx1", "ces3", "thin-bones", "prg", "nit1"), "yes")

        assert to_read_back(answers, RULES, FIFTY, NOW) == ("ces3", "fx1", "thin-bones")

    def test_names_the_questions_of_every_case_that_is_true(self):
        answers = dict.fromkeys(("neu1", "neu1-rapid"), "yes")

        assert to_read_back(answers, RULES, None, NOW) == ("neu1-rapid", "neu1")

    def test_knows_the_age(self):
        assert to_read_back({"fx1": "yes"}, RULES, TODAY.year - 75, NOW) == ("fx1",)
        assert to_read_back({"fx1": "yes"}, RULES, FIFTY, NOW) == ()


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
        assert found(said("neu1"), clearings=(look("NEU1", what),)) == []

    def test_that_says_not_yet_keeps_the_finding_without_its_urgency(self):
        (finding,) = found(said("neu1"), clearings=(look("NEU1", Said.NOT_YET),))

        assert (finding.tier, finding.looked_on) == (Tier.T1, TODAY)

    def test_after_a_not_yet_settles_it(self):
        looks = (look("NEU1", Said.NOT_YET, hour=12), look("NEU1", hour=15))

        assert found(said("neu1"), clearings=looks) == []

    def test_is_taken_back_by_a_later_not_yet(self):
        looks = (look("NEU1", hour=12), look("NEU1", Said.NOT_YET, hour=15))

        (finding,) = found(said("neu1"), clearings=looks)

        assert finding.looked_on == TODAY

    def test_that_was_corrected_counts_no_more(self):
        slip = look("NEU1", hour=15)
        meant = replace(look("NEU1", Said.NOT_YET, hour=15), revises=slip.id)

        assert [f.rule for f in found(said("neu1"), clearings=(slip, meant))] == ["NEU1"]

    def test_that_says_not_yet_is_heard_on_the_day_of_an_emergency_too(self):
        (finding,) = found(said("ces1"), clearings=(look("CES1", Said.NOT_YET),))

        assert (finding.tier, finding.looked_on) == (Tier.T0, TODAY)

    def test_of_another_finding_changes_nothing(self):
        assert [f.rule for f in found(said("neu1"), clearings=(look("INF1"),))] == ["NEU1"]

    def test_noted_before_the_answer_changes_nothing(self):
        assert [f.rule for f in found(said("neu1", hour=15), clearings=(look("NEU1", hour=12),))] == ["NEU1"]

    def test_by_a_look_on_a_day_before_the_answer_cannot_have_seen_what_is_urgent(self):
        early = look("NEU1", looked_on=self.YESTERDAY)

        assert [f.rule for f in found(said("neu1"), clearings=(early,))] == ["NEU1"]

    def test_by_an_earlier_talk_counts_where_it_is_not_urgent(self):
        assert found(said("prg"), clearings=(look("PRG", looked_on=self.YESTERDAY),)) == []

    def test_is_undone_by_a_new_yes(self):
        again = only("neu1", "yes", hour=18)

        (finding,) = found(said("neu1"), again, clearings=(look("NEU1"),))

        assert finding.since == again.at
        assert finding.looked_on is None

    def test_of_an_emergency_on_its_own_day_counts_only_when_asked_once_more(self):
        assert [f.rule for f in found(said("ces1"), clearings=(look("CES1"),))] == ["CES1"]
        assert found(said("ces1"), clearings=(look("CES1", asked_again=True),)) == []

    def test_of_an_emergency_on_a_later_day_counts_at_once(self):
        assert found(said("ces1", day=self.YESTERDAY), clearings=(look("CES1"),)) == []


class TestWhatAFindingMeans:
    @pytest.mark.parametrize(
        ("question", "urgent", "stopped", "held"),
        [
            ("ces1", True, True, False),
            ("neu1", True, True, False),
            ("ca1", False, False, True),
            ("rad1-long", False, False, False),
            ("prg", False, True, False),
            ("nit1", False, False, False),
        ],
    )
    def test_for_the_day(self, question, urgent, stopped, held):
        (finding,) = found(said(question))

        assert (is_urgent(finding), stops(finding), holds(finding)) == (urgent, stopped, held)


class TestBeingScreened:
    def test_needs_an_answer_to_every_question(self):
        assert screened((said(),), RULES)
        assert not screened((only("ces1", "no"),), RULES)
        assert not screened((), RULES)

    def test_may_take_several_rounds(self):
        rest = {question: "no" for question in ALL_NO if question != "ces1"}

        assert screened((only("ces1", "no"), replace(said(), answers=rest)), RULES)

    def test_takes_a_line_that_was_left_out_for_an_answer(self):
        assert screened((said(ces4=SKIPPED),), RULES)


class TestWhatStandsAnsweredYes:
    def test_is_the_latest_answer(self):
        assert set(standing_yes((said("prg", "cond"), only("cond", "no")), RULES)) == {"prg"}


ANSWERS = st.dictionaries(st.sampled_from(sorted(RULES.questions)), st.sampled_from(("yes", "no", SKIPPED)))


@st.composite
def rounds(draw: st.DrawFn) -> tuple[Screening, ...]:
    """Any answers, over some days, read back or not."""
    made = draw(st.lists(st.tuples(ANSWERS, st.booleans(), st.integers(0, 40)), max_size=5))
    return tuple(
        Screening(
            id=str(number), at=at(TODAY) - timedelta(days=back), zone=ZONE, day=TODAY - timedelta(days=back),
            answers=answers, read_back=read,
        )
        for number, (answers, read, back) in enumerate(made)
    )  # fmt: skip


YEARS = st.one_of(st.none(), st.integers(TODAY.year - 100, TODAY.year - 19))


@given(rounds(), YEARS)
def test_findings_come_most_urgent_first(screenings, born):
    order = [URGENCY.index((f.tier, f.effect)) for f in findings(screenings, (), RULES, born, NOW)]

    assert order == sorted(order)


@given(rounds(), YEARS, st.sampled_from([q for q, row in ALONE.items() if row and row[1] == "T0"]))
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

    assert counted <= set(to_read_back(answers, RULES, born, NOW))


@given(rounds(), YEARS)
def test_a_later_no_to_everything_leaves_nothing_standing(screenings, born):
    later: datetime = at() + timedelta(minutes=1)
    no = Screening(id="no", at=later, zone=ZONE, day=TODAY, answers=ALL_NO, read_back=True)

    assert findings((*screenings, no), (), RULES, born, NOW) == ()


@given(rounds(), YEARS)
def test_a_clinician_who_says_go_on_to_everything_leaves_nothing_standing(screenings, born):
    tomorrow = TODAY + timedelta(days=1)
    looks = tuple(look(rule.id, day=tomorrow) for rule in RULES.rules)

    assert findings(screenings, looks, RULES, born, moment(tomorrow, 13)) == ()
