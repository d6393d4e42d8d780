"""What must hold of the ledger: no rule without a sentence, a source, a grade and a test; no row without a rule."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from loosen.content.faults import Remark, ShapeError
from loosen.content.ledger import EVIDENCE, NAMED, Ledger, LedgerRule, with_numbers
from loosen.content.score_rules import Remarks, unknown
from loosen.content.sources import Source
from loosen.content.urgent import Card
from loosen.core.condition import Condition
from loosen.core.screening import Rules

TEST = re.compile(r"tests/[\w/]+\.py::Test\w+(::test_\w+)?")
"""A test by its file, its class and, where one says it all, its name."""

_LOOSE_NUMBER = re.compile(r"(?<![A-Za-z])\d")
"""A digit that is no part of a name such as T2: it would go stale."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """All that has to have a row: sentences, cards, questions and conditions, and the sources they may name."""

    sentences: Collection[str]
    cards: Mapping[str, Card]
    questions: Rules
    conditions: tuple[Condition, ...]
    sources: Mapping[str, Source]


def of_the_ledger(ledger: Ledger, ruled: Ruled) -> Remarks:
    """What is amiss in ledger.toml itself."""
    for name, rule in ledger.rules.items():
        yield from _of_row(("rule", name), rule, ledger, ruled.sources)
        if name not in ruled.sentences:
            yield Remark(("rule", name), f"the rule {name!r} has no sentence", f"write [{name}] in words/rules.toml")
    for name, finding in ledger.findings.items():
        yield from _of_row(("finding", name), finding, ledger, ruled.sources)
        if name not in ruled.cards:
            yield Remark(("finding", name), f"the finding {name!r} has no card", f"write [{name}] in words/urgent.toml")
    for at, promise in enumerate(ledger.promises):
        yield from _of_test(("promise", at, "test"), promise.test)
    yield from _of_the_tests(ledger, ruled)


def _of_row(where: tuple[str, str], rule: LedgerRule, ledger: Ledger, sources: Mapping[str, Source]) -> Remarks:
    if rule.chapter not in ledger.chapters:
        yield unknown((*where, "chapter"), "chapter", rule.chapter, ledger.chapters)
    if not rule.sources:
        yield Remark((*where, "sources"), f"the rule {where[1]!r} has no source", "name one of sources.toml")
    for source in rule.sources:
        if source not in sources:
            yield unknown((*where, "sources"), "source", source, sources, ", or define it in sources.toml")
    if rule.evidence not in EVIDENCE:
        yield unknown((*where, "evidence"), "grade", rule.evidence, EVIDENCE)
    yield from _of_test((*where, "test"), rule.test)
    yield from _of_numbers((*where, "numbers"), rule.numbers)


def _of_test(where: tuple[str | int, ...], test: str) -> Remarks:
    if not TEST.fullmatch(test):
        yield Remark(where, f"{test!r} names no test", "write tests/FILE.py::TestClass, or with ::test_name")


def _of_numbers(where: tuple[str, ...], numbers: str) -> Remarks:
    """Every number comes from the program, so that none in the ledger is ever another."""
    if found := _LOOSE_NUMBER.search(NAMED.sub("", numbers)):
        yield Remark(where, f"the number {found[0]} stands by itself", "name a constant of core: {module.NAME}")
    try:
        with_numbers(numbers)
    except ShapeError as fault:
        yield Remark(where, *str(fault).split("; ", 1))


def _of_the_tests(ledger: Ledger, ruled: Ruled) -> Remarks:
    """The tests of questions and conditions: none for a rule that is gone."""
    known = {*_ids(ruled.questions), *_ids_of(ruled.conditions)}
    for name, test in ledger.tests.items():
        yield from _of_test(("test", name), test)
        if name not in known:
            yield Remark(("test", name), f"there is no question's rule or condition {name!r}", "take the line out")


def rules_without_a_row(ledger: Ledger, sentences: Collection[str]) -> Remarks:
    """The sentences whose rule the ledger does not know."""
    for name in sentences:
        if name not in ledger.rules:
            yield Remark((name,), f"the rule {name!r} has no row in the ledger", f"write [rule.{name}] in ledger.toml")


def questions_without_a_test(ledger: Ledger, questions: Rules) -> Remarks:
    """The rules of the questions for which no test is named."""
    return _without_a_test("rule", _ids(questions), ledger)


def conditions_without_a_test(ledger: Ledger, conditions: tuple[Condition, ...]) -> Remarks:
    """The conditions for which no test is named."""
    return _without_a_test("condition", _ids_of(conditions), ledger)


def cards_without_a_rule(ledger: Ledger, ruled: Ruled) -> Remarks:
    """The cards that no question, no condition and no finding of the plan leads to."""
    led_to = {case.words for rule in ruled.questions.rules for case in rule.cases}
    led_to |= {condition.words for condition in ruled.conditions} | ledger.findings.keys()
    for name in ruled.cards:
        if name not in led_to:
            remedy = f"write [finding.{name}] in ledger.toml, or take the card out"
            yield Remark((name,), f"nothing leads to the card {name!r}", remedy)


def _without_a_test(key: str, names: list[str], ledger: Ledger) -> Iterator[Remark]:
    for at, name in enumerate(names):
        if name not in ledger.tests:
            yield Remark((key, at), f"{name} has no test", f"name one in ledger.toml, under [test]: {name} = ...")


def _ids(questions: Rules) -> list[str]:
    return [rule.id for rule in questions.rules]


def _ids_of(conditions: tuple[Condition, ...]) -> list[str]:
    return [condition.id for condition in conditions]
