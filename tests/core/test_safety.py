"""Every rule has its sentence, its row in docs/safety.md, a source that exists and a test that exists."""

import re
import tomllib
from pathlib import Path

import pytest

from loosen.content.words import Sentence, sentences

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| `([\w-]+)` \| (.+) \|$", re.MULTILINE)
ROWS = {rule: cells.split(" | ") for rule, cells in ROW.findall((ROOT / "docs/safety.md").read_text(encoding="utf-8"))}
SOURCES = tomllib.loads((ROOT / "src/loosen/content/sources.toml").read_text(encoding="utf-8"))
CORE = ROOT / "src/loosen/core"
GIVEN = {
    rule
    for module in ("course", "evening", "explaining", "facts", "pacing", "planning", "relief", "routine")
    for rule in re.findall(r'Reason\(\s*"([\w-]+)"|why="([\w-]+)"', (CORE / f"{module}.py").read_text(encoding="utf-8"))
    for rule in rule
    if rule
}


@pytest.mark.parametrize("rule", sorted(sentences()))
class TestARule:
    def test_has_the_sentence_the_ledger_says(self, rule: str) -> None:
        words: Sentence = sentences()[rule]

        assert ROWS[rule][2] == (words.say or words.other)

    def test_rests_on_a_source_that_is_listed(self, rule: str) -> None:
        assert ROWS[rule][3] in SOURCES
        assert ROWS[rule][4] in ("guideline", "trial", "consensus", "reasoned", "memory")

    def test_has_a_test_that_exists(self, rule: str) -> None:
        file, _, name = ROWS[rule][5].partition(" ")
        text = (ROOT / "tests/core" / file).read_text(encoding="utf-8")

        assert f"class {name}" in text


class TestEveryReasonTheCoreGives:
    @pytest.mark.parametrize("rule", sorted(GIVEN))
    def test_has_a_row(self, rule: str) -> None:
        assert rule in ROWS

    def test_is_found_here(self) -> None:
        assert len(GIVEN) > 25


class TestTheLedger:
    def test_has_no_row_for_a_rule_that_is_gone(self) -> None:
        assert ROWS.keys() <= sentences().keys()
