"""Why, and why not: every movement of the library, what holds for the person, and where that comes from."""

import re
from dataclasses import replace

import pytest

from loosen.content import loading
from loosen.core.explaining import Fate
from loosen.core.journal import CheckIn
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.screening import Screening
from loosen.web import records
from loosen.web.practice.why import FATES
from tests.web.visits import Page, Visit, ago, head, session_of

NO_CAT_COW = Sentence(Says.AVOID, movement="cat-cow")


def told_by_dr_lind(*sentences: Sentence) -> Visit:
    """Somebody whose clinician said this a week ago."""
    maria = Visit()
    maria.keep(Plan(**head(ago(7)), clinician="Dr Lind", sentences=sentences))
    return maria


def with_thin_bones() -> Visit:
    """Somebody whose bones may be thin, and who practises."""
    maria = Visit()
    maria.keep(Screening(**head(), answers={"thin-bones": "yes"}, read_back=True), *session_of(ago(1)))
    return maria


def group(page: Page, words: str) -> str:
    """Return what the page says under one heading of the movements."""
    after = page.html.split(f"<h3>{words}</h3>", 1)[1]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", after.split("<h3>", 1)[0].split("</section>", 1)[0]))


class TestEveryMovement:
    def test_is_told_of_once(self):
        page = Visit().get("/today/why/")

        told = re.findall(r"<li>(.*?)</li>", page.html.split('id="each"')[1], re.DOTALL)
        named = [slug for line in told for slug in re.findall(r'href="/library/([a-z-]+)/"', line.split(": today")[0])]
        assert sorted(named) == sorted(loading.scores())

    def test_that_is_given_says_so(self):
        page = Visit().get("/today/why/")

        assert "Pelvic tilt" in group(page, "In today")

    def test_that_is_not_in_the_programme_says_so(self):
        assert "Your programme does without it." in group(Visit().get("/today/why/"), "Not today")

    def test_many_alike_are_folded_away_with_their_number(self):
        page = Visit().get("/today/why/")

        folded = re.search(r"<summary>(\d+) movements</summary>(.*?)</details>\s*(.*?)</li>", page.html, re.DOTALL)
        assert folded
        assert int(folded[1]) == folded[2].count("<a ")
        assert folded[3].strip().startswith("Your programme does without it.")

    def test_that_gave_way_names_what_is_done_instead_and_who_asked(self):
        told = group(told_by_dr_lind(NO_CAT_COW).get("/today/why/"), "Something else in its place")

        assert "Cat-cow: today seated cat-cow." in told
        assert "Dr Lind asked you to leave this out for now." in told

    def test_that_is_smaller_on_a_sorer_morning_says_why(self):
        maria = Visit()
        for n in range(12, 0, -1):
            maria.keep(CheckIn(**head(ago(n)), pain=4), *session_of(ago(n)))
        maria.keep(CheckIn(**head(), pain=6))

        assert "sorer than usual" in group(maria.get("/today/why/"), "In today, made easier")

    def test_has_words_for_every_fate(self):
        assert list(FATES) == list(Fate)


class TestWhatHolds:
    def test_names_the_plan_in_force_with_the_way_to_change_it(self):
        page = told_by_dr_lind(NO_CAT_COW).get("/today/why/")

        assert "Dr Lind No cat-cow." in page.words
        assert "/plan/" in page.links

    def test_says_which_of_two_sentences_holds_where_they_contradict_each_other(self):
        page = told_by_dr_lind(NO_CAT_COW, Sentence(Says.REQUIRE, movement="cat-cow")).get("/today/why/")

        asked = page.words.split("Please do cat-cow")[1]
        assert "left out by another sentence of the same plan. Leaving out holds" in asked.split("Correct or end it")[0]

    def test_names_the_condition_why_and_where_that_comes_from(self):
        page = with_thin_bones().get("/today/why/")

        condition = next(each for each in loading.practice().conditions if each.id == "thin-bones")
        assert condition.say.capitalize() in page.words
        assert condition.because in page.words
        for source in condition.sources:
            assert loading.sources()[source].name in page.words
        assert "Your clinician can change this" in page.words

    def test_names_the_advice_of_the_day_with_its_source(self):
        maria = Visit()
        maria.keep(Screening(**head(), answers={"nit1": "yes"}, read_back=True))

        page = maria.get("/today/why/")

        assert "About the nights" in page.words
        assert loading.sources()["henschke-2009"].name in page.words

    def test_says_nothing_of_what_is_not_there(self):
        words = Visit().get("/today/why/").words

        assert "What you told us" not in words
        assert "Beside the day" not in words
        assert "What your clinician said" not in words


class TestThePage:
    def test_is_one_tap_from_the_reason_on_today(self):
        assert "/today/why/" in Visit().get("/today/").links

    def test_leads_to_the_referral_while_one_stands(self):
        maria = Visit()
        maria.keep(Screening(**head(), answers={"ca2-weight": "yes"}, read_back=True))

        assert maria.get("/today/why/").to == "/referral/"

    def test_explains_a_day_of_rest_too(self):
        maria = Visit()
        maria.post("/choices/", kind="rest")

        assert "You chose to rest today." in maria.get("/today/why/").words

    def test_asks_the_database_seldom(self, django_assert_max_num_queries):
        maria = told_by_dr_lind(NO_CAT_COW)
        maria.get("/today/why/")

        with django_assert_max_num_queries(10):
            maria.get("/today/why/")


class TestAdviceOnToday:
    def test_of_steady_weeks_without_ease_says_so_and_that_practice_goes_on(self):
        maria = Visit()
        for n in range(20, 0, -1):
            maria.keep(CheckIn(**head(ago(n)), pain=5), *session_of(ago(n)))

        page = maria.get("/today/")

        assert "Two weeks of steady practice, and no easier yet" in page.words
        assert "You can carry on meanwhile." in page.words
        assert page.words.index("carry on meanwhile") < page.words.index("Begin")

    def test_of_a_condition_is_one_quiet_line(self):
        page = with_thin_bones().get("/today/")

        condition = next(each for each in loading.practice().conditions if each.id == "thin-bones")
        assert condition.advice
        assert f"{condition.say.capitalize()}. {condition.advice}" in page.words
        assert "Good to know today" in page.words

    @pytest.mark.parametrize(("days", "stands_open"), [(0, True), (3, False)])
    def test_that_only_notes_something_asks_for_no_visit_and_stands_open_once(self, days, stands_open):
        maria = Visit(screened=False)
        answers = dict.fromkeys(loading.practice().screening.questions, "no") | {"nit1": "yes"}
        maria.keep(Screening(**head(ago(days)), answers=answers, read_back=True))

        page = maria.get("/today/")

        folded = "".join(page.html.split("<details>")[1:])
        assert "About the nights" in page.words
        assert ("About the nights" not in folded) is stands_open
        assert "Why, and what to tell them" not in page.words

    def test_of_a_flare_that_is_known_says_at_once_when_to_call(self):
        maria = Visit(usual_pain=4)
        answers = {"sev-unlike": "no", "sev-sudden": "no", "sev-high": "yes"}
        maria.keep(CheckIn(**head(), pain=9), Screening(**head(minute=5), answers=answers))

        page = maria.get("/today/")

        assert "The flare you know" in page.words.split("Good to know today")[0]
        assert "speak to a doctor today" in page.words

    def test_names_what_was_changed_why_and_who_can_change_it(self):
        page = with_thin_bones().get("/today/")

        assert "You told us about" in page.words
        assert "Your clinician can change this" in page.words
        assert "/plan/" in page.links

    def test_is_not_there_on_an_ordinary_morning(self):
        words = Visit().get("/today/").words

        assert "Good to know today" not in words
        assert "Your clinician can change this" not in words


def test_what_holds_no_more_explains_nothing():
    maria = told_by_dr_lind(NO_CAT_COW)
    (plan,) = records.entries(maria.user, Plan)

    maria.keep(replace(plan, **head() | {"revises": plan.id}, withdrawn=True))

    assert "Dr Lind" not in maria.get("/today/why/").words
