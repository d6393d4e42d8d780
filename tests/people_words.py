"""The words that people read in pages and in the program's own sentences, each with its file and line."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text and where it begins."""

    path: Path
    line: int
    text: str


UNSEEN = re.compile(r"<!--.*?-->|\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}|<script.*?</script>", re.DOTALL)
SIGNS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.DOTALL)
NAMES_OF_THINGS = re.compile(r"""\b(class|href|src|id|for|name|d|style)=("[^"]*"|'[^']*')""")
SCRIPT = re.compile(
    r"""//[^\n]*|/\*.*?\*/|(?P<said>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)""", re.DOTALL
)
"""What explains a script, which nobody hears, and what it says: the first that begins is the one that is there."""

QUOTED = re.compile(r'"([^"]*)"|\'([^\']*)\'')


def of_page(path: Path) -> Iterator[Words]:
    """Yield what a template says: the text between its signs, and sentences in quotes inside them."""
    page = UNSEEN.sub(_as_blank, path.read_text(encoding="utf-8"))
    between = SIGNS.sub(_as_blank, page)
    for found in re.finditer(r"\S(?:.*\S)?(?:\n[ \t]*\S.*\S)*", between):
        yield _at(path, page, found.start(), found[0])
    for sign in SIGNS.finditer(page):
        for said in QUOTED.finditer(NAMES_OF_THINGS.sub(_as_blank, sign[0])):
            if " " in said[0]:
                yield _at(path, page, sign.start() + said.start(), said[1] or said[2])


def _as_blank(match: re.Match[str]) -> str:
    """Leave as many signs and lines as there were."""
    return re.sub(r"[^\n]", " ", match[0])


def _at(path: Path, page: str, start: int, text: str) -> Words:
    return Words(path, 1 + page.count("\n", 0, start), " ".join(text.split()))


def of_program(path: Path) -> Iterator[Words]:
    """Yield every text of a Python module that is more than one word, but what explains the module itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explained = {
        id(line.value)
        for inside in ast.walk(tree)
        if isinstance(inside, ast.Module | ast.ClassDef | ast.FunctionDef)
        for line in inside.body
        if isinstance(line, ast.Expr)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in explained and " " in node.value:
            yield Words(path, node.lineno, node.value)


def of_document(path: Path) -> Iterator[Words]:
    """Yield every paragraph of a document, without its code."""
    text = re.sub(r"```.*?```|`[^`]*`", _as_blank, path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for found in re.finditer(r"\S.*(?:\n.*\S.*)*", text):
        yield _at(path, text, found.start(), found[0])


def of_script(path: Path) -> Iterator[Words]:
    """Yield every text of a script that is more than one word, without what stands in its gaps."""
    text = path.read_text(encoding="utf-8")
    for found in SCRIPT.finditer(text):
        said = re.sub(r"\$\{[^}]*\}|<[^>]*>", " ", (found["said"] or "")[1:-1])
        if " " in said.strip():
            yield _at(path, text, found.start(), said)
