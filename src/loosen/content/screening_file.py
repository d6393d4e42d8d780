"""The questions, the rules and the conditions read from their files, and checked against each other."""

from functools import cache
from pathlib import Path
from typing import Any

from loosen.content.faults import ShapeError
from loosen.content.movement_file import located, table_of, text_of
from loosen.content.screening_shape import faults_of
from loosen.content.shapes import Written, shaped
from loosen.core.condition import Condition
from loosen.core.screening import Rule, Rules

HERE = Path(__file__).parent

WRITTEN: Written = {Rules: {"steps": "step", "questions": "question", "rules": "rule"}, Rule: {"cases": "case"}}
"""Where the file's key differs from the value's field."""


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
    for fault in faults_of(read):
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
