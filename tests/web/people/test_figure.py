"""The person one sees: chosen once, seen everywhere."""

import pytest

from loosen.content.looks import look_of, looks
from tests.web.visits import SESSION, Visit

CHOICES = looks().choices
SEEN_ON = ("/library/cat-cow/", "/guides/bend/", "/reset/", f"/sessions/{SESSION}/")
"""Pages on which the figure moves."""


def told(words: str = "", figure: str = "own", **others: str) -> dict[str, str]:
    """What the page sends for a look."""
    return {"figure": figure, **look_of(words).options, **others}


def kept(visit: Visit) -> tuple[str, str]:
    visit.user.refresh_from_db()
    return visit.user.figure, visit.user.look


class TestSomebodyToBeginWith:
    def test_is_kept_by_name(self):
        maria = Visit()

        page = maria.post("/you/figure/", **told(figure="noor"))

        assert page.to == "/you/figure/?kept"
        assert kept(maria) == ("noor", "")
        assert "Kept." in maria.get(page.to).words

    def test_takes_the_place_of_a_look_of_ones_own(self):
        maria = Visit(look="skin-6 hair-bald")

        maria.post("/you/figure/", **told("skin-6 hair-bald", figure="kofi"))

        assert kept(maria) == ("kofi", "")

    def test_shows_what_they_are_made_of_to_change_it(self):
        page = Visit(figure="ada").get("/you/figure/")

        assert page.chosen("figure") == ["ada"]
        assert '<option value="tied" selected>' in page.html
        assert '<option value="lilac" selected>' in page.html


class TestALookOfOnesOwn:
    def test_is_kept_in_words_and_seen_again(self):
        maria = Visit()

        maria.post("/you/figure/", **told("skin-5 hair-curly shape-round"))

        assert kept(maria) == ("sam", "skin-5 hair-curly shape-round")
        page = maria.get("/you/figure/")
        assert page.chosen("figure") == ["own"]
        assert '<option value="curly" selected>' in page.html

    def test_is_also_what_somebody_changed_who_ticked_nothing(self):
        maria = Visit(figure="ada")

        maria.post("/you/figure/", **told(look_of("ada").words.replace("top-lilac", "top-leaf"), figure="ada"))

        assert "top-leaf" in kept(maria)[1]
        assert "hair-tied" in kept(maria)[1]

    def test_that_is_somebody_elses_is_kept_by_their_name(self):
        maria = Visit()

        maria.post("/you/figure/", **told(look_of("noor").words))

        assert kept(maria) == ("noor", "")

    def test_may_be_drawn_in_strong_lines(self):
        maria = Visit()

        maria.post("/you/figure/", **told("head-scarf", lines="on"))

        assert kept(maria)[1] == "plain head-scarf"
        assert 'class="page person-plain' in maria.get("/library/").html

    @pytest.mark.parametrize(("field", "value"), [("skin", "99"), ("figure", "mona"), ("hair", "<b>")])
    def test_of_things_there_are_none_of_is_not_kept_and_says_what_to_do(self, field, value):
        maria = Visit()

        page = maria.post("/you/figure/", **told() | {field: value})

        assert page.status == 422
        assert "Please choose one from the list." in page.words
        assert f"#{field}-look" in page.links
        assert f"{field}-look" in page.ids
        assert kept(maria) == ("sam", "")


class TestWhoIsSeen:
    @pytest.mark.parametrize("path", [*SEEN_ON, "/you/figure/"])
    def test_moves_on_every_page_with_a_figure(self, path):
        assert 'person="skin-5 hair-curly"' in Visit(look="skin-5 hair-curly").get(path).html

    @pytest.mark.parametrize("path", ["/today/", "/library/", "/guides/", "/you/", "/signs/"])
    def test_has_the_colours_on_every_page(self, path):
        assert 'class="page look skin-5 hair-curly' in Visit(look="skin-5 hair-curly").get(path).html

    def test_is_sam_for_whoever_has_not_chosen(self, client):
        assert 'class="page look ' in client.get("/signs/").content.decode()
        assert 'person="sam"' in Visit().get("/library/cat-cow/").html


class TestThePage:
    def test_is_one_tap_from_you(self):
        page = Visit(figure="joe").get("/you/")

        assert "/you/figure/" in page.links
        assert "The person you see Joe" in page.words

    def test_names_every_choice_and_option(self):
        page = Visit().get("/you/figure/")

        for choice in CHOICES:
            assert choice.name in page.words
            for name in choice.options.values():
                assert name in page.words

    def test_is_for_people_who_are_signed_in(self, client):
        assert client.get("/you/figure/").status_code == 302
