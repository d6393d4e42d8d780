"""Whatever answers a rule puts together, on whichever lists: the pages ask them all, and come to its tier."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest

from loosen.core.findings import findings
from loosen.core.screening import NO, YES, Case, History, Screening, SymptomCourse, Tier, is_urgent
from loosen.web import records
from loosen.web.screening.standing import stands
from tests.core.test_screening import HISTORIES
from tests.web.screening.newcomer import RULES, Newcomer, list_in
from tests.web.visits import TODAY, head

THIS_YEAR = TODAY.year
MIDDLE_AGED = 45
GATES = {question: step.after for step in RULES.steps if step.after for question in step.questions}
ON_A_LIST = {question for step in RULES.steps for question in step.questions}


class Told(NamedTuple):
    """What somebody of an age answers with yes, and how every sign of the nerves among it goes."""

    yes: frozenset[str]
    course: SymptomCourse
    age: int


def of_case(case: Case) -> Iterator[Told]:
    """Every way a case comes true, on each of its courses."""
    all_of = frozenset(case.all)
    needed = [(all_of | {one}, MIDDLE_AGED) for one in case.any] or [(all_of, MIDDLE_AGED)] * (not case.any_age_over)
    if case.any_age_over:
        needed.append((all_of, case.any_age_over + 2))
    for yes, age in needed:
        has_history = any(RULES.questions[question].history for question in yes)
        for course in (case.courses or (SymptomCourse.NEW,)) if has_history else (SymptomCourse.NEW,):
            if yes <= ON_A_LIST:
                yield Told(yes | {GATES[question] for question in yes if question in GATES}, course, age)


def histories(told: Told) -> Mapping[str, History]:
    return {q: HISTORIES[told.course] for q in told.yes if RULES.questions[q].history}


def by_the_rules(told: Told, visit: Newcomer) -> Tier:
    """The tier when every list is answered, in one round."""
    answers = dict.fromkeys(ON_A_LIST, NO) | dict.fromkeys(told.yes, YES)
    whole = Screening(**head(TODAY), answers=answers, histories=histories(told), read_back=True)
    return findings([whole], [], RULES, visit.user.birth_year, records.moment_for(visit.user))[0].tier


def through_the_pages(told: Told, visit: Newcomer) -> None:
    """Answer page after page, and mean everything that is read back, until a round has ended."""
    half = HISTORIES[told.course]
    said = {"began": half.began.value, "worse": half.worse.value, "looked": "yes" if half.looked else "no"}
    page = visit.get("/start/")
    while step := list_in(page.to):
        asked = next(each.questions for each in RULES.steps if each.id == step)
        page = visit.meaning(visit.tick(step, *told.yes.intersection(asked)), said)


EVERY_WAY = sorted({told for rule in RULES.rules for case in rule.cases for told in of_case(case)}, key=str)


def named(told: Told) -> str:
    return f"{'+'.join(sorted(told.yes))}, {told.course.value}, {told.age}"


@pytest.mark.parametrize("told", EVERY_WAY, ids=named)
def test_the_pages_come_to_the_tier_of_the_rules(told):
    visit = Newcomer().begin(born=THIS_YEAR - told.age)

    through_the_pages(told, visit)
    visit.user.refresh_from_db()

    assert stands(visit.user)[0].tier is by_the_rules(told, visit)


class TestAVisitTodayBeforeTheLastListOfNews:
    def test_goes_on_with_the_lists_of_news_and_says_why(self):
        visit = Newcomer().begin()
        for step in ("nerves", "now"):
            visit.tick(step)
        visit.tick("unwell", "inf1")

        assert visit.mean("inf1").to == "/start/pain/"
        page = visit.get("/start/pain/")
        assert "A few more lines come first, because together they can mean now." in page.words
        assert "/referral/" in page.links

    def test_leaves_out_the_lists_of_what_lasts(self):
        visit = Newcomer().begin().referred_for("unwell", "inf1")
        visit.tick("pain")

        assert visit.tick("leg").to == "/referral/"

    def test_asks_of_what_lasts_when_that_may_mean_now(self):
        visit = Newcomer().begin().referred_for("unwell", "dvt1")
        visit.tick("pain")

        assert visit.tick("leg").to == "/start/body/"
        assert visit.tick("body", "prg").to == "/start/carrying/"
        visit.tick("carrying", "pregnant")
        assert visit.mean("dvt1", "pregnant").to == "/referral/"
        assert "emergency" in visit.get("/referral/").words

    def test_stops_everything_from_the_moment_it_is_meant(self):
        visit = Newcomer().begin().referred_for("unwell", "inf1")

        assert visit.follow("/today/").path == "/referral/"
        assert any(map(is_urgent, stands(visit.user)))

    def test_is_gone_on_with_from_the_referral(self):
        visit = Newcomer().begin().referred_for("unwell", "inf1")

        assert "/start/pain/" in visit.get("/referral/").links
        assert visit.get("/start/").to == visit.get("/questions/").to == "/start/pain/"

    def test_read_back_and_sent_twice_goes_on_all_the_same(self):
        visit = Newcomer().begin().referred_for("unwell", "inf1")

        assert visit.mean("inf1").to == "/start/pain/"

    def test_keeps_what_was_ticked_when_it_is_left(self):
        visit = Newcomer().begin()
        for step in ("nerves", "now"):
            visit.tick(step)
        visit.meaning(visit.tick("unwell", "inf1"), {})
        visit.tick("pain", "nit1")

        assert visit.get("/referral/").to == "/start/said/?waiting"

    def test_an_emergency_ends_the_lists_at_once(self):
        visit = Newcomer().begin().referred_for("unwell", "inf1")
        visit.tick("pain", "nit1")

        assert visit.mean("nit1").to == "/referral/"
        assert "now" in visit.get("/referral/").words
        assert visit.get("/start/").to == "/referral/"
