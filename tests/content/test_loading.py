"""The only door to the content."""

import re

import pytest

from loosen.content import loading
from loosen.core.journal import DayPart


class TestThePractice:
    def test_brings_movements_programmes_questions_and_conditions_together(self):
        practice = loading.practice()

        assert practice.scores is loading.scores()
        assert practice.programmes is loading.programmes()
        assert practice.screening.questions
        assert practice.conditions

    def test_is_read_once(self):
        assert loading.practice() is loading.practice()

    def test_has_the_breath_and_the_seven_movements_of_the_article(self):
        assert loading.scores().keys() >= {
            "seated-breath", "pelvic-tilt", "cat-cow", "knee-to-chest", "hip-hinge", "wall-press", "seated-rotation",
            "shoulder-release",
        }  # fmt: skip


class TestGentleStart:
    outlines = {outline.part: outline for outline in loading.programmes()["gentle-start"].sessions}

    @pytest.mark.parametrize(
        ("part", "minutes"),
        [
            (DayPart.MORNING, (5, 8)),
            (DayPart.NOON, (3, 5)),
            (DayPart.AFTERNOON, (6, 8)),
            (DayPart.BEDTIME, (3, 5)),
        ],
    )
    def test_has_a_session_for_each_part_of_the_day(self, part, minutes):
        assert (self.outlines[part].least_minutes, self.outlines[part].most_minutes) == minutes

    def test_has_the_morning_of_the_article_in_its_order(self):
        assert [slot.movement for slot in self.outlines[DayPart.MORNING].slots] == [
            "seated-breath", "pelvic-tilt", "cat-cow", "wall-press", "shoulder-release",
        ]  # fmt: skip

    def test_has_hips_spine_and_gentle_twists_in_the_afternoon(self):
        regions = {
            region
            for slot in self.outlines[DayPart.AFTERNOON].slots
            for region in loading.scores()[slot.movement].regions
        }

        assert regions >= {"hips", "low-back", "upper-back"}

    def test_never_has_more_than_five_movements_in_a_session(self):
        assert all(len(outline.slots) <= 5 for outline in self.outlines.values())


class TestSources:
    def test_that_were_not_read_say_through_what_they_were_seen(self):
        assert loading.sources()["acog-older"].seen_through == "a page for expectant mothers"
        assert loading.sources()["owen-2020"].seen_through == ""

    def test_all_have_a_plain_id_a_name_and_what_they_gave(self):
        for name, source in loading.sources().items():
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
            assert source.name
            assert source.gave.endswith(".")


class TestTheVocabulary:
    def test_is_used_to_the_last_region_and_need(self):
        words, scores = loading.vocabulary(), loading.scores().values()

        assert {region for score in scores for region in score.regions} == words.regions.keys()
        assert {need for score in scores for need in score.needs} == words.needs.keys()


class TestTheVersion:
    def test_is_a_token_of_all_content(self):
        assert re.fullmatch(r"[0-9a-f]{64}", loading.version())

    def test_changes_when_a_file_changes(self, tmp_path, monkeypatch):
        (tmp_path / "a.toml").write_text("format = 1")
        monkeypatch.setattr(loading, "HERE", tmp_path)
        before = loading.version.__wrapped__()

        (tmp_path / "a.toml").write_text("format = 2")

        assert loading.version.__wrapped__() != before
