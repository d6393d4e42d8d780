"""The golden mornings hold, word for word."""

from pathlib import Path

import pytest

from loosen.exchange import record_json
from tests.golden.__main__ import as_text, day_of
from tests.golden.scenes import scenes

HERE = Path(__file__).parent
FOLDERS = sorted(path.name for path in HERE.iterdir() if (path / "record.json").is_file())


def text(name: str, file: str) -> str:
    return (HERE / name / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FOLDERS)
class TestAGoldenMorning:
    def test_the_record_gives_the_day_that_is_written_beside_it(self, name: str) -> None:
        record = record_json.read(text(name, "record.json"), f"{name}/record.json")

        assert as_text(day_of(record)) == text(name, "day.json")

    def test_the_record_is_the_scene_it_was_written_from(self, name: str) -> None:
        assert text(name, "record.json") == record_json.write(scenes()[name])

    def test_the_readme_says_who_it_is(self, name: str) -> None:
        assert f"| {name} |" in text("", "README.md")
