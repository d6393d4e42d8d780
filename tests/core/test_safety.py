"""The ledger is whole: every reason the core gives has a row, no row is without a rule, every test named exists."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from loosen.content.ledger import ledger
from loosen.content.words import sentences
from loosen.exchange.ledger import differs, markdown

ROOT = Path(__file__).parents[2]
CORE = sorted((ROOT / "src/loosen/core").glob("*.py"))
TREES = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in CORE}
RULE_ID = re.compile(r"[a-z]+(-[a-z]+)*")

FROM_ELSEWHERE = {
    "str(today.held_back)": [("returned by", "holds_back")],
    "rule": [
        ("given to", "_eased"),
        ("kept in", "eased"),
        ("a value of", "Tap"),
        ("given to", "because"),
        ("given to", "why"),
        ("given to", "_told"),
    ],
    "now.cause": [("given to", "lowered")],
    "at.why": [("named", "why")],
}
"""Where a reason's rule is not spelled out: the expression, and what in core it gets its value from."""


def in_core(kind: type[ast.AST]) -> Iterator[ast.AST]:
    """Every node of this kind in the core."""
    return (node for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, kind))


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def spelled(node: ast.AST | None) -> Iterator[str]:
    """The rule ids spelled out in an expression: of a choice, both."""
    match node:
        case ast.Constant(value=str(text)) if RULE_ID.fullmatch(text):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from spelled(body)
            yield from spelled(orelse)


def unspelled(node: ast.AST | None) -> Iterator[str]:
    """The expressions whose value stands elsewhere: of a choice, both."""
    match node:
        case ast.Constant() | None:
            return
        case ast.IfExp(body=body, orelse=orelse):
            yield from unspelled(body)
            yield from unspelled(orelse)
        case _:
            yield ast.unparse(node)


def rule_of(call: ast.Call) -> ast.AST | None:
    """What a Reason is given as its rule, by place or by name."""
    named = next((keyword.value for keyword in call.keywords if keyword.arg == "rule"), None)
    return call.args[0] if call.args else named


def reasons() -> list[ast.Call]:
    return [call for call in in_core(ast.Call) if name_of(call) == "Reason"]


def returned_by(function: str) -> Iterator[str]:
    for made in in_core(ast.FunctionDef):
        if made.name == function:
            for node in ast.walk(made):
                yield from spelled(node.value) if isinstance(node, ast.Return) else ()


def given_to(function: str) -> Iterator[str]:
    for call in in_core(ast.Call):
        for value in [*call.args, *(keyword.value for keyword in call.keywords)] if name_of(call) == function else ():
            yield from spelled(value)


def named(keyword: str) -> Iterator[str]:
    for found in in_core(ast.keyword):
        yield from spelled(found.value) if found.arg == keyword else ()


def kept_in(table: str) -> Iterator[str]:
    """What a table is made anew with: {**table, key: rule}."""
    for found in in_core(ast.keyword):
        if found.arg == table and isinstance(found.value, ast.Dict):
            for value in found.value.values:
                yield from spelled(value)


def a_value_of(enum: str) -> Iterator[str]:
    for made in in_core(ast.ClassDef):
        for line in made.body if made.name == enum else ():
            yield from spelled(line.value) if isinstance(line, ast.Assign) else ()


FOUND = {"returned by": returned_by, "given to": given_to, "named": named, "kept in": kept_in, "a value of": a_value_of}


@cache
def given() -> frozenset[str]:
    """Every rule that any reason anywhere in core may name."""
    here = {rule for call in reasons() for rule in spelled(rule_of(call))}
    elsewhere = {rule for places in FROM_ELSEWHERE.values() for how, what in places for rule in FOUND[how](what)}
    return frozenset(here | elsewhere)


@cache
def classes_of(path: str) -> dict[str, frozenset[str]]:
    """The test classes of a file with their tests, those of their parents in the same file included."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {
        node.name: frozenset(inside.name for inside in node.body if isinstance(inside, ast.FunctionDef))
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }


def exists(test: str) -> bool:
    path, name, *of_class = test.split("::")
    found = classes_of(path) if (ROOT / path).exists() else {}
    return name in found and set(of_class) <= found[name] and any(each.startswith("test_") for each in found[name])


def rows_with_tests() -> dict[str, str]:
    """Every test of the ledger with what names it."""
    book = ledger()
    rows = {name: row.test for name, row in [*book.rules.items(), *book.findings.items()]}
    return rows | dict(book.tests) | {each.promise: each.test for each in book.promises}


class TestEveryReasonTheCoreGives:
    @pytest.mark.parametrize("rule", sorted(given()))
    def test_has_a_row_in_the_ledger(self, rule: str) -> None:
        assert rule in ledger().rules, f"write [rule.{rule}] in content/ledger.toml"

    @pytest.mark.parametrize("rule", sorted(given()))
    def test_has_a_sentence(self, rule: str) -> None:
        assert rule in sentences(), f"write [{rule}] in content/words/rules.toml"

    def test_is_found_here_even_where_it_is_not_spelled_out(self) -> None:
        unknown = {expression for call in reasons() for expression in unspelled(rule_of(call))} - FROM_ELSEWHERE.keys()

        assert not unknown, "say in FROM_ELSEWHERE where these get their rule from"

    @pytest.mark.parametrize(("how", "what"), sorted({place for places in FROM_ELSEWHERE.values() for place in places}))
    def test_that_stands_elsewhere_is_found_there(self, how: str, what: str) -> None:
        assert set(FOUND[how](what))


class TestARowOfTheLedger:
    @pytest.mark.parametrize("rule", sorted(ledger().rules))
    def test_has_a_rule_that_the_core_gives(self, rule: str) -> None:
        assert rule in given(), f"take [rule.{rule}] out of content/ledger.toml"

    @pytest.mark.parametrize(("row", "test"), rows_with_tests().items(), ids=lambda each: each)
    def test_names_a_test_that_exists(self, row: str, test: str) -> None:
        assert exists(test), f"content/ledger.toml: {row}: write the test {test}, or name another"


class TestTheLedger:
    def test_is_the_page_that_people_read(self) -> None:
        page = (ROOT / "docs/safety.md").read_text(encoding="utf-8")

        assert differs(page, markdown()) == 0, "write it anew: bin/run ledger > docs/safety.md"

    def test_says_the_line_at_which_a_page_differs(self) -> None:
        assert differs("one\ntwo\n", "one\nthree\n") == 2
        assert differs("one\n", "one\ntwo\n") == 2
        assert differs("one\ntwo", "one\ntwo\n") == 1

    def test_resolves_every_number(self) -> None:
        assert not re.search(r"\{\w+\.", markdown())
        assert "more than 1 and less than 3 points above the usual: share 0.75" in markdown()
