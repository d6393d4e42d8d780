"""The document of the format names everything a file may say."""

import re
from pathlib import Path

import pytest

from loosen.content.loading import vocabulary
from loosen.content.score_schema import schema
from loosen.content.vocabulary import Origin

DOC = (Path(__file__).parents[2] / "docs" / "score.md").read_text(encoding="utf-8")


def keys(table: dict) -> set[str]:
    """Every key that the schema knows, at any depth."""
    found = set(table.get("properties", {}))
    for inner in table.get("properties", {}).values():
        found |= keys(inner) | keys(inner.get("items", {}))
        for either in inner.get("anyOf", ()):
            found |= keys(either)
    return found


class TestTheDocument:
    @pytest.mark.parametrize("key", sorted(keys(schema())))
    def test_names_every_key(self, key):
        assert re.search(rf"`{key}`|\b{key}\s*=|[\[.]{key}\]", DOC)

    @pytest.mark.parametrize("region", sorted(vocabulary().regions))
    def test_names_every_region(self, region):
        assert f"`{region}`" in DOC

    @pytest.mark.parametrize("need", sorted(vocabulary().needs))
    def test_names_everything_that_may_stand_ready(self, need):
        assert f"`{need}`" in DOC

    def test_names_every_tag_that_follows_from_position_or_drawing(self):
        known = (tag for tag, words in vocabulary().tags.items() if words.origin is not Origin.AUTHOR)

        assert [tag for tag in known if f"`{tag}`" not in DOC] == []
