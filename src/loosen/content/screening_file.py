"""The questions, the rules and the conditions read from their files, and checked against each other."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from loosen.content.faults import Key, ShapeError
from loosen.content.movement_file import located, table_of, text_of
from loosen.content.shapes import Written, shaped
from loosen.core.condition import Condition
from loosen.core.screening import Case, Effect, Rule, Rules, Tier

HERE = Path(__file__).parent

WRITTEN: Written = {Rules: {"steps": "step", "questions": "question", "rules": "rule"}, Rule: {"cases": "case"}}
"""Where the file's key differs from the value's field."""

MOST_LINES = 5
"""Lines on one calm screen. Source: the look of the pages, screening."""


@cache
def rules() -> Rules:
    """Return the screening that travels with the program."""
    return rules_from_file(HERE / "screening.toml")


@cache
def conditions() -> tuple[Condition, ...]:
    """Return what each condition leaves out."""
    return conditions_from_file(HERE / "conditions.toml", rules())


def rules_from_file(path: Path) -> Rules:
    """Read a screening. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: rules_from(table))


def rules_from(table: dict[str, Any]) -> Rules:
    """Read a screening's table. Raises ShapeError that names the key."""
    questions = table.get("question", {})
    named = {key: each | {"id": key} if isinstance(each, dict) else each for key, each in questions.items()}
    read = shaped(Rules, table | {"question": named}, WRITTEN)
    for fault in _faults(read):
        raise fault
    return read


def conditions_from_file(path: Path, known: Rules) -> tuple[Condition, ...]:
    """Read the conditions. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: conditions_from(table, known))


def conditions_from(table: dict[str, Any], known: Rules) -> tuple[Condition, ...]:
    """Read the conditions' table. Raises ShapeError that names the key."""
    read = shaped(tuple[Condition, ...], table.get("condition", []), where=("condition",))
    for place, condition in enumerate(read):
        if condition.question not in known.questions:
            where = ("condition", place, "question")
            raise ShapeError(where, f"no question is called {condition.question!r}", "use an id of screening.toml")
    return read


def _faults(read: Rules) -> Iterator[ShapeError]:
    yield from _faults_of_steps(read)
    for place, rule in enumerate(read.rules):
        yield from _faults_of_rule(read, rule, place)


def _faults_of_steps(read: Rules) -> Iterator[ShapeError]:
    """Every question is asked once, on a screen of at most five lines."""
    asked: list[str] = []
    for place, step in enumerate(read.steps):
        where = ("step", place, "questions")
        if len(step.questions) > MOST_LINES:
            yield ShapeError(where, f"{step.id!r} asks {len(step.questions)} things", f"ask at most {MOST_LINES}")
        for question in step.questions:
            if question not in read.questions:
                yield ShapeError(where, f"no question is called {question!r}", f"add [question.{question}]")
            if question in asked:
                yield ShapeError(where, f"{question!r} is asked twice", "leave one out")
            asked.append(question)
    for question in read.questions:
        if question not in asked:
            yield ShapeError(("question", question), f"{question!r} is on no screen", "name it in a step")


def _faults_of_rule(read: Rules, rule: Rule, place: int) -> Iterator[ShapeError]:
    """A rule's id is its own, its cases begin with the most urgent one, and a named person stands behind a review."""
    if rule.id in read.kept or [each.id for each in read.rules].count(rule.id) > 1:
        yield ShapeError(("rule", place, "id"), f"the id {rule.id!r} is taken", "give it another")
    if rule.reviewed and not (rule.reviewer and rule.reviewed_on):
        yield ShapeError(
            ("rule", place, "reviewed"),
            f"{rule.id} is reviewed without a name and a date",
            "add reviewer and reviewed_on, or write false",
        )
    tiers = [case.tier.value for case in rule.cases]
    if not tiers or tiers != sorted(tiers):
        yield ShapeError(
            ("rule", place, "case"), f"{rule.id} has no case, or not the most urgent first", "sort its cases"
        )
    for number, case in enumerate(rule.cases):
        yield from _faults_of_case(read, case, ("rule", place, "case", number))


def _faults_of_case(read: Rules, case: Case, where: tuple[Key, ...]) -> Iterator[ShapeError]:
    """A case asks something, of questions that are asked; T2 alone has an effect."""
    for question in (*case.all, *case.any):
        if question not in read.questions:
            yield ShapeError(where, f"no question is called {question!r}", "use an id of a question")
    if not case.all and not case.any:
        yield ShapeError(where, "the case would be true for everybody", "name the questions in `all` or `any`")
    if (case.tier is Tier.T2) != isinstance(case.effect, Effect):
        yield ShapeError(where, "the effect does not go with the tier", "give T2 hold or go-on, and the others none")
