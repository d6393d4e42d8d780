"""The library: every movement, what it is for, how it goes, and where it comes from."""

from dataclasses import replace

import pytest

from loosen.content import loading
from loosen.web import stills
from tests.web.visits import Visit

SLUGS = sorted(loading.scores())


class TestTheLibrary:
    def test_every_movement_is_in_it_once(self):
        links = Visit().get("/library/").links

        assert sorted(link for link in links if link.startswith("/library/") and link != "/library/") == sorted(
            f"/library/{slug}/" for slug in SLUGS
        )

    def test_it_begins_with_the_movements_of_a_usual_day(self):
        links = Visit().get("/library/").links

        assert links.index("/library/seated-breath/") < links.index("/library/bridge/")

    @pytest.mark.parametrize("later", ["bird-dog", "side-plank", "dead-bug"])
    def test_what_comes_after_is_not_among_what_one_begins_with(self, later):
        page = Visit().get("/library/")

        lying = page.html.index('id="group-1"')
        assert page.html.index('/library/knee-rolls/"') < lying < page.html.index(f'/library/{later}/"')

    def test_a_programme_of_ones_own_comes_first(self):
        links = Visit(programme="build").get("/library/").links

        assert links.index("/library/bird-dog/") < links.index("/library/knee-rolls/")


class TestAMovement:
    @pytest.mark.parametrize("slug", SLUGS)
    def test_its_page_says_all_there_is_to_know(self, slug):
        score = loading.scores()[slug]

        words = Visit().get(f"/library/{slug}/").words

        for said in (score.name, score.purpose, score.notice, score.daily, score.layers.spine, score.stops[0].sign):
            assert said in words
        assert "Not yet reviewed by a physiotherapist." in words

    def test_other_ways_lead_to_their_own_pages(self):
        page = Visit().get("/library/cat-cow/")

        assert "/library/seated-cat-cow/" in page.links
        assert "Half as far, four rounds" in page.words

    def test_a_source_that_was_not_read_says_through_what_it_was_seen(self, monkeypatch):
        named = {name: replace(source, seen_through="a review") for name, source in loading.sources().items()}
        monkeypatch.setattr(loading, "sources", lambda: named)

        assert ", seen through a review." in Visit().get("/library/cat-cow/").words

    def test_the_figure_moves_unless_still_pictures_were_asked_for(self):
        assert "moving-figure" in Visit().get("/library/cat-cow/").html
        assert "moving-figure" not in Visit(login="joe", still_pictures=True).get("/library/cat-cow/").html

    def test_one_that_is_not_there_has_a_kind_page(self):
        page = Visit().get("/library/headstand/")

        assert page.status == 404
        assert "This page is not here" in page.words


class TestStills:
    @pytest.mark.parametrize("slug", SLUGS)
    def test_every_movement_has_the_still_that_shows_it(self, slug):
        assert stills.joined([stills.of(loading.scores()[slug])])

    def test_joined_they_can_be_told_apart(self):
        drawing = stills.joined([stills.Still("cat-cow", "arched"), stills.Still("cat-cow", "rounded")])

        assert drawing
        assert 'id="cat-cow.arched"' in drawing
        assert 'id="cat-cow.rounded"' in drawing

    def test_a_browser_may_keep_them_for_ever(self):
        answer = Visit().client.get(stills.address([stills.Still("cat-cow", "arched")]))

        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Content-Type"] == "image/svg+xml"

    @pytest.mark.parametrize("names", ["cat-cow.upside-down", "..%2F..%2Fsettings.py", "none", "a.b.c+..", "x.y"])
    def test_what_is_no_still_is_not_found(self, names):
        assert Visit().client.get(f"/library/stills/{names}.svg").status_code == 404
