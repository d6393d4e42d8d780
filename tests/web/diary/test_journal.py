"""The journal: what was noted in words, what was not noted as absence, and the same in numbers."""

import re

import pytest

from loosen.core.journal import CheckIn, Choice, ChoiceKind, Felt, Note
from tests.web.visits import SESSION, TODAY, Visit, ago, head, session_of


class TestTheDays:
    def test_they_stand_newest_first_in_words(self):
        maria = Visit()
        maria.keep(
            CheckIn(**head(), pain=3, stiffness=4, sleep=5, mood=8),
            *session_of(TODAY),
            Note(**head(TODAY, 9), session=SESSION, felt=Felt.GOOD, line="Looser after the third round."),
            CheckIn(**head(ago(1)), pain=6),
        )

        words = maria.get("/journal/").words

        assert "Pain 3 Stiffness 4 Slept all right Spirits good Morning, 6 min" in words
        assert "Looser after the third round." in words
        assert words.index("Pain 3") < words.index("Pain 6")

    def test_a_day_of_rest_looks_like_other_days(self):
        maria = Visit()
        maria.keep(Choice(**head(), kind=ChoiceKind.REST))

        assert "Rested" in maria.get("/journal/").words

    def test_a_rest_that_was_taken_back_is_none(self):
        maria = Visit()
        maria.keep(Choice(**head(), kind=ChoiceKind.REST), Choice(**head(TODAY, 8), kind=ChoiceKind.USUAL))

        assert "Rested" not in maria.get("/journal/").words

    def test_a_missing_day_is_offered_and_not_counted(self):
        page = Visit().get("/journal/")

        assert "Add a note for 10 November" in page.words
        assert f"/journal/{ago(1)}/" in page.links

    def test_older_days_are_a_page_further(self):
        maria = Visit()
        maria.keep(CheckIn(**head(ago(20)), pain=9))

        page = maria.get(f"/journal/?until={ago(14)}")

        assert "Pain 9" in page.words
        assert f"?until={TODAY}#days" in page.links

    @pytest.mark.parametrize("until", ["soon", "0001-01-01", "9999-12-31"])
    def test_a_day_that_cannot_be_shows_the_newest(self, until):
        page = Visit().get(f"/journal/?until={until}")

        assert f"/journal/{TODAY}/" in page.links

    def test_words_of_a_person_are_words_and_not_markup(self):
        maria = Visit()
        maria.keep(*session_of(TODAY), Note(**head(), session=SESSION, line="<script>alert(1)</script>"))

        assert "<script>alert" not in maria.get("/journal/").html


class TestTheBeginning:
    def test_no_day_before_it_is_listed_and_it_is_told(self):
        page = Visit().get(f"/journal/?until={ago(300)}")

        assert "Here your journal begins." in page.words
        assert f"/journal/{ago(30)}/" in page.links
        assert f"/journal/{ago(31)}/" not in page.links

    @pytest.mark.parametrize("day", ["1800-01-01", str(ago(31))])
    def test_a_day_before_it_has_no_page(self, day):
        assert Visit().get(f"/journal/{day}/").status == 404


class TestThePictures:
    def test_a_newcomer_reads_what_will_come(self):
        assert "Nothing here yet" in Visit().get("/journal/").words

    def test_pain_and_stiffness_each_have_a_picture_and_a_sentence(self):
        maria = Visit()
        maria.keep(*(CheckIn(**head(ago(n)), pain=6 if n > 20 else 3, stiffness=5) for n in range(80)))

        page = maria.get("/journal/")

        assert page.html.count('role="img"') == 2
        assert "Usually 6 in the first two weeks, 3 in the last two." in page.words

    def test_a_day_told_on_two_devices_shows_the_more_careful_answer_in_every_place(self):
        maria = Visit()
        for n in range(4):
            maria.keep(CheckIn(**head(ago(n)), pain=7), CheckIn(**head(ago(n), 8), pain=2))

        page = maria.get("/journal/").words

        assert "Pain 7" in page
        assert "7 too few 4 of" in page

    def test_they_hold_no_text_of_their_own(self):
        maria = Visit()
        maria.keep(CheckIn(**head(), pain=3, stiffness=2))

        pictures = re.findall(r'<svg class="plot.*?</svg>', maria.get("/journal/").html, re.DOTALL)

        assert len(pictures) == 2
        assert not any("<text" in picture for picture in pictures)

    def test_the_same_stands_beside_them_in_numbers(self):
        maria = Visit()
        maria.keep(*(CheckIn(**head(ago(n)), pain=4) for n in range(14)))

        assert "7 of 7 days" in maria.get("/journal/").words


class TestOneDay:
    def test_it_shows_what_was_done_and_how_it_felt(self):
        maria = Visit()
        maria.keep(*session_of(TODAY), Note(**head(), session=SESSION, felt=Felt.GOOD, pain=2, line="Fine."))

        page = maria.get(f"/journal/{TODAY}/")

        assert "Good, most pain 2" in page.words
        assert f"/sessions/{SESSION}/note/" in page.links

    def test_its_check_in_can_be_put_right(self):
        maria = Visit()
        maria.keep(CheckIn(**head(ago(2)), pain=7))

        maria.post(f"/journal/{ago(2)}/", pain="5")

        assert maria.get(f"/journal/{ago(2)}/").chosen("pain") == ["5"]

    def test_it_has_somebody_to_talk_to_one_tap_away(self):
        assert "/dark/" in Visit().get(f"/journal/{TODAY}/").links


class TestTwoPeople:
    def test_nobody_reads_another_ones_journal(self):
        maria = Visit()
        maria.keep(*session_of(TODAY), Note(**head(), session=SESSION, line="Mine alone."))
        other = Visit(login="joe")

        assert "Mine alone." not in other.get("/journal/").words
        assert "Seated breath" not in other.get(f"/sessions/{SESSION}/note/").words


def test_a_long_journal_asks_the_database_as_seldom_as_a_short_one(django_assert_max_num_queries):
    maria = Visit()
    maria.keep(*(entry for n in range(90) for entry in (CheckIn(**head(ago(n)), pain=4), *session_of(ago(n)))))

    with django_assert_max_num_queries(10):
        maria.get("/journal/")
