"""The page You: what is kept is kept at once, and what cannot be kept says what to do."""

import pytest

from loosen.core.score import Position
from tests.web.visits import Visit

WHOLE = {
    "count_s": "1.0", "volume": "70", "parts": "morning", "zone": "Europe/London", "country": "GB",
    "theme": "auto", "contrast": "auto", "name": "", "chime": "on",
}  # fmt: skip


def kept(visit: Visit) -> Visit:
    visit.user.refresh_from_db()
    return visit


class TestKeeping:
    def test_everything_holds_from_now_on(self):
        maria = Visit()

        page = maria.post("/you/", **WHOLE | {"count_s": "1.2", "theme": "dark", "name": "Mia"})

        assert page.to == "/you/?kept"
        user = kept(maria).user
        assert (user.count_s, user.theme, user.name, user.chime, user.voice) == (
            1.2,
            "dark",
            "Mia",
            True,
            False,
        )

    def test_what_is_not_possible_leaves_its_positions_out(self):
        maria = Visit()

        maria.post("/you/", **WHOLE | {"cannot": ["kneel", "stand"]})

        off = {Position(position) for position in kept(maria).user.positions_off}
        assert off == {Position.KNEELING, Position.HANDS_AND_KNEES, Position.STANDING}
        assert maria.get("/you/").chosen("cannot") == ["kneel", "stand"]

    def test_the_day_follows(self):
        maria = Visit()
        maria.post("/you/", **WHOLE | {"cannot": ["floor"]})

        page = maria.get("/today/")

        assert "Seated cat-cow" in page.words
        assert "times, lying" not in page.words

    def test_the_player_keeps_its_part_alone(self):
        maria = Visit(theme="dark")

        page = maria.post("/you/", part="session", count_s="0.8", volume="30", tone="on")

        assert page.status == 204
        user = kept(maria).user
        assert (user.count_s, user.volume, user.tone, user.chime, user.theme) == (0.8, 30, True, False, "dark")


class TestWhatCannotBeKept:
    @pytest.mark.parametrize(
        ("field", "value", "remedy"),
        [
            ("zone", "Moon/Crater", "Please write a zone such as Europe/London."),
            ("parts", [], "Please keep at least one part of the day."),
            ("cannot", ["floor", "stand", "sit"], "Please leave one way to be"),
            ("count_s", "3", "Please choose a pace from the list."),
        ],
    )
    def test_it_says_what_to_do_and_keeps_the_rest_as_typed(self, field, value, remedy):
        maria = Visit()

        page = maria.post("/you/", **WHOLE | {"name": "Mia", field: value})

        assert page.status == 422
        assert remedy in page.words
        assert 'value="Mia"' in page.html
        assert kept(maria).user.name == "Maria"

    def test_the_summary_leads_to_the_field_and_the_field_has_the_focus(self):
        page = Visit().post("/you/", **WHOLE | {"parts": []})

        assert "#parts-look" in page.links
        assert "parts-look" in page.ids
        assert [field["name"] for field in page.fields if "autofocus" in field][:1] == ["parts"]

    def test_the_player_is_told_too(self):
        assert Visit().post("/you/", part="session", count_s="9", volume="30").status == 422


class TestHowItLooks:
    @pytest.mark.parametrize(
        ("theme", "media"),
        [("auto", "screen and (prefers-color-scheme: dark)"), ("dark", "screen"), ("light", "not all")],
    )
    def test_the_choice_is_one_attribute_in_the_head(self, theme, media):
        html = Visit(theme=theme).get("/you/").html

        assert f'dark.css" media="{media}"' in html

    def test_stronger_contrast_can_be_asked_for(self):
        assert 'contrast.css" media="screen"' in Visit(contrast="more").get("/you/").html

    def test_no_page_holds_style_or_script_of_its_own(self):
        maria = Visit()
        for path in ("/today/", "/check-in/", "/journal/", "/library/", "/library/cat-cow/", "/you/"):
            html = maria.get(path).html
            assert "style=" not in html
            assert "<style" not in html
            assert "onclick" not in html


class TestAPageLeftOpen:
    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("parts", "Your programme has changed. Please choose again."),
            ("cannot", "Please choose from the list."),
            ("country", "Please choose from the list."),
            ("theme", "Please choose from the list."),
            ("contrast", "Please choose from the list."),
        ],
    )
    def test_that_offers_what_is_no_longer_there_says_so_in_plain_words(self, name, said):
        maria = Visit()

        page = maria.post("/you/", **WHOLE | {name: "gone"})

        assert page.status == 422
        assert said in page.words
        assert "valid choice" not in page.words
        assert kept(maria).user.parts == ["morning"]

    @pytest.mark.parametrize("volume", ["101", "-1", "loud", ""])
    def test_a_volume_that_cannot_be_is_told_in_plain_words(self, volume):
        page = Visit().post("/you/", **WHOLE | {"volume": volume})

        assert page.status == 422
        assert "Please choose a volume from 0 to 100." in page.words
