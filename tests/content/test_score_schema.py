"""The JSON Schema of a score says what the reader says."""

import tomllib

import pytest
from jsonschema import Draft202012Validator

from loosen.content.loading import HERE, scores
from loosen.content.score_schema import schema
from tests.content.small import SMALL, spoiled

VALIDATOR = Draft202012Validator(schema())


def plain(table: object) -> object:
    """TOML as JSON would hold it: dates as text."""
    match table:
        case dict():
            return {key: plain(value) for key, value in table.items()}
        case list():
            return [plain(value) for value in table]
        case str() | bool() | int() | float():
            return table
        case _:
            return str(table)


def complaints(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(plain(tomllib.loads(text)))]


class TestTheSchema:
    def test_is_itself_a_schema(self):
        Draft202012Validator.check_schema(schema())

    @pytest.mark.parametrize("slug", scores())
    def test_accepts_every_movement_of_the_library(self, slug):
        assert complaints((HERE / "movements" / f"{slug}.toml").read_text(encoding="utf-8")) == []

    def test_accepts_a_review_with_name_and_date(self):
        assert complaints(spoiled("reviewed = false", 'reviewed = { name = "A. Name", on = 2026-11-01 }')) == []

    @pytest.mark.parametrize(
        "change",
        [
            ("format   = 1", "format   = 2"),
            ("purpose  =", "purpos  ="),
            ('daily    = "At the table."\n', ""),
            ("repetitions = 8", 'repetitions = "8"'),
            ('breath  = "in"', 'breath  = "hold"'),
            ("reviewed = false", "reviewed = true"),
            ('angle = ["ear", "shoulder", "hip"]', 'angle = ["ear", "shoulder"]'),
            ('view = "side"\npicture', 'zebra = "side"\npicture'),
        ],
        ids=["newer format", "unknown key", "missing key", "text", "unknown word", "no name", "two points", "figure"],
    )
    def test_refuses_what_the_reader_refuses(self, change):
        assert complaints(SMALL) == []
        assert len(complaints(spoiled(*change))) >= 1
