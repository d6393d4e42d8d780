"""Guides: short pages with the figure, said to the person who reads them, and no further than they may go."""

import json
import re

import pytest

from loosen.content import loading
from loosen.content.guides import guides
from loosen.content.pictures import pictures
from loosen.core import conditions
from loosen.core.body import MEASURES
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.screening import Screening
from loosen.web import records, stills
from tests.web.visits import Page, Visit, head

pytestmark = pytest.mark.django_db

BYTES = 9_000
"""Most of a guide's page over the line, after it was squeezed; its drawing is in it."""


def visit_of(*told: str, **fields: object) -> Visit:
    """Somebody who answered these questions with yes, and a clinician has agreed where one must."""
    visit = Visit(**fields)
    visit.keep(Screening(**head(), answers=dict.fromkeys(told, "yes"), read_back=True))
    return visit


def drawing_of(page: Page) -> dict:
    return json.loads(re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page.html, re.DOTALL)[0])


class TestTheGuides:
    def test_are_one_tap_from_the_library(self):
        assert "/guides/" in Visit().get("/library/").links

    def test_stand_on_one_page_each_once(self):
        links = Visit().get("/guides/").links

        assert [link for link in links if link.startswith("/guides/") and link != "/guides/"] == [
            f"/guides/{slug}/" for slug in guides()
        ]

    def test_lead_on_from_the_movement_that_they_carry_into_the_day(self):
        visit = Visit()

        assert "/guides/bend/" in visit.get("/library/hip-hinge/").links
        assert "/guides/bend/" not in visit.get("/library/arm-circles/").links

    def test_leave_the_tab_of_the_library_lit(self):
        assert re.search(r'href="/library/" aria-current="page"', Visit().get("/guides/sleep/").html)


class TestAGuide:
    @pytest.mark.parametrize("slug", guides())
    def test_says_what_it_says_and_where_it_is_from(self, slug):
        found = guides()[slug]

        page = Visit().get(f"/guides/{slug}/")

        for said in (found.title, found.summary, *(s.heading for s in found.sections_for(frozenset()))):
            assert said in page.words
        assert "Not yet reviewed by a physiotherapist." in page.words
        assert loading.sources()[found.sources[0]].name in page.words
        assert "/card/" in page.links

    @pytest.mark.parametrize("slug", guides())
    def test_has_a_figure_that_moves_and_a_still_for_those_without(self, slug):
        found = guides()[slug]

        page = Visit().get(f"/guides/{slug}/")

        assert drawing_of(page)["loop"]
        assert stills.joined([stills.Still(found.drawing, found.posture)])

    @pytest.mark.parametrize("slug", guides())
    def test_is_light(self, slug):
        answer = Visit().client.get(f"/guides/{slug}/", headers={"Accept-Encoding": "gzip"})

        assert len(answer.content) <= BYTES

    def test_stands_still_for_who_likes_it_still(self):
        page = visit_of(login="joe", still_pictures=True).get("/guides/bend/")

        assert "moving-figure" not in page.html
        assert "Hip hinge" in page.words

    def test_that_is_not_there_has_a_kind_page(self):
        assert Visit().get("/guides/marathon/").status == 404


class TestWhatIsSaidToWhom:
    def test_thin_bones_are_spoken_to_and_told_nothing_untrue(self):
        words = visit_of("thin-bones").get("/guides/bend/").words

        assert "For you, since you told us about your bones" in words
        assert "Let your back round a little" not in words

    def test_nobody_else_is_told_of_bones(self):
        words = Visit().get("/guides/bend/").words

        assert "your bones" not in words
        assert "Let your back round a little" in words

    @pytest.mark.parametrize("told", ["thin-bones", "old-fracture", "ca1"])
    def test_who_told_of_bones_or_cancer_is_not_told_that_the_back_is_strong(self, told):
        strong = "Your back is strong and can settle."

        assert strong in Visit(login="tom").get("/guides/stress/").words
        assert strong not in visit_of(told).get("/guides/stress/").words

    def test_a_dark_day_is_one_tap_from_worry(self):
        assert "/dark/" in Visit().get("/guides/stress/").links


class TestLimits:
    def test_the_figure_goes_no_further_than_the_person_may(self):
        assert drawing_of(Visit(login="tom").get("/guides/bend/"))["range"] == 1
        assert 0 < drawing_of(visit_of("glaucoma").get("/guides/bend/"))["range"] < 1

    def test_a_movement_that_a_clinician_left_out_is_not_shown_and_says_why(self):
        visit = Visit()
        visit.keep(Plan(**head(), clinician="Dr Lind", sentences=(Sentence(Says.AVOID, movement="hip-hinge"),)))

        page = visit.get("/guides/bend/")

        assert "<moving-figure" not in page.html
        assert "Not for you now." in page.words
        assert "Dr Lind" in page.words

    def test_lifting_is_not_shown_to_somebody_who_must_not_lean(self):
        visit = Visit()
        visit.keep(Plan(**head(), clinician="Dr Lind", sentences=(Sentence(Says.AVOID, tag="trunk-lean"),)))

        page = visit.get("/guides/lift/")

        assert "<moving-figure" not in page.html
        assert "Two small bags" in page.words

    @pytest.mark.parametrize("condition", loading.practice().conditions, ids=lambda each: each.id)
    def test_no_picture_goes_further_than_a_condition_allows(self, condition):
        visit = visit_of(condition.question)
        limits = conditions.limits(records.lasting(visit.user), loading.practice(), records.moment_for(visit.user))
        kept_small = {*limits.tags, *limits.gentlest, *limits.reach, *limits.repetitions}

        for found in (each for each in guides().values() if each.drawing in pictures()):
            if "<moving-figure" not in visit.get(f"/guides/{found.slug}/").html:
                continue
            assert not found.tags & kept_small
            postures = pictures()[found.drawing].postures.values()
            for cap in limits.caps:
                if cap.measure in found.tags:
                    assert max(map(MEASURES[cap.measure], postures)) <= cap.most

    @pytest.mark.parametrize("told", ["thin-bones", "glaucoma", "pregnant", "new-hip", "leg-on-bending"])
    def test_lifting_is_neither_shown_nor_told_step_by_step_to_who_may_not_lean_as_far(self, told):
        page = visit_of(told).get("/guides/lift/")

        assert "<moving-figure" not in page.html
        assert "Step by step" not in page.words
        assert "left out for you" in page.words
        assert "Two small bags" in page.words

    def test_getting_out_of_bed_stays_for_them(self):
        assert "<moving-figure" in visit_of("thin-bones").get("/guides/out-of-bed/").html

    def test_while_movement_is_paused_the_page_says_so(self):
        assert "Movement is paused for now." in visit_of("ces1").get("/guides/walk/").words
