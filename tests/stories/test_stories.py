"""The stories hold, line for line."""

from pathlib import Path

import pytest

from loosen.exchange import record_json
from tests.stories.__main__ import compact
from tests.stories.people import DAYS, STORIES, record_of
from tests.stories.telling import told

HERE = Path(__file__).parent


def text(name: str, file: str) -> str:
    return (HERE / name / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STORIES)
class TestAStory:
    def test_the_record_gives_the_days_that_are_written_beside_it(self, name: str) -> None:
        record = record_json.read(text(name, "record.json"), f"{name}/record.json")

        assert told(STORIES[name], record) == text(name, "days.txt")

    def test_the_record_is_what_the_thirty_days_leave_behind(self, name: str) -> None:
        assert compact(record_of(STORIES[name])) == text(name, "record.json")

    def test_the_readme_says_who_it_is(self, name: str) -> None:
        assert f"[{name}]({name}/days.txt)" in text("", "README.md")


class TestTheStories:
    def test_are_twelve_of_thirty_days(self) -> None:
        assert len(STORIES) == 12
        assert DAYS == 30
