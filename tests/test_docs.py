"""The documents tell the truth: every command, page, setting, door and path they should name, they name."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from loosen import cli
from loosen.content.checking import check

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
EXAMPLES = re.findall(r"^bin/run (.+)$", (ROOT / "docs/commands.md").read_text(), re.MULTILINE)
IN_LINES = ("explain", "plan build")
"""Commands that answer in lines to read; every other answers in JSON."""

NOT_A_SETTING = {"id", "login", "password", "last_login", "birth_year", "usual_pain", "demo", "facts", "dark_on"}
"""Columns of a person that are no wish of theirs: who they are, and what the house notes."""


def headings(document: str) -> set[str]:
    """Return the headings of a document without their signs."""
    return set(re.findall(r"^#+ (.+)$", (ROOT / document).read_text(), re.MULTILINE))


def anchor(heading: str) -> str:
    """Return the heading as it stands in a link."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def links() -> Iterator[tuple[Path, str]]:
    """Yield every link of every document that leads to a place in the house."""
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)]+)\)", document.read_text()):
            if "://" not in target:
                yield document, target


def commands() -> list[str]:
    """Return the commands that `loosen --help` lists."""
    help_text = subprocess.run(
        [sys.executable, "-m", "loosen", "--help"], cwd=ROOT / "src", check=True, capture_output=True, text=True
    ).stdout
    return re.findall(r"^    ([a-z-]+)(?= |$)", help_text, re.MULTILINE)


def addresses(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """Yield the address of every page, without the parts that vary."""
    for pattern in patterns:
        address = before + re.sub(r"<[^>]+>(/|\.\w+)?", "", str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, address)
        else:
            yield address


class TestEveryLink:
    @pytest.mark.parametrize(("document", "target"), list(links()), ids=lambda value: str(value).replace(str(ROOT), ""))
    def test_leads_to_something(self, document: Path, target: str) -> None:
        path, _, part = target.partition("#")
        there = (document.parent / path).resolve() if path else document

        assert there.exists()
        assert not part or part in {anchor(heading) for heading in headings(str(there.relative_to(ROOT)))}


class TestCommands:
    @pytest.mark.parametrize("command", commands())
    def test_have_a_heading(self, command: str) -> None:
        assert f"loosen {command}" in headings("docs/commands.md")

    def test_of_the_readme_exist(self) -> None:
        named = set(re.findall(r"bin[/\\]run ([a-z]+)", (ROOT / "README.md").read_text()))

        assert named
        assert named <= set(commands())

    @pytest.mark.parametrize("example", EXAMPLES)
    def test_in_the_examples_run_as_they_stand(self, example: str) -> None:
        arguments = [sys.executable, "-m", "loosen", *example.split()]
        done = subprocess.run(arguments, cwd=ROOT, check=False, capture_output=True, text=True)

        assert done.returncode == 0, done.stderr
        assert done.stdout if example.startswith(IN_LINES) else json.loads(done.stdout)

    def test_that_are_gone_have_no_heading(self) -> None:
        described = {heading.removeprefix("loosen ") for heading in headings("docs/commands.md")} - {"Commands"}

        assert described == set(commands())


class TestAddingAMovement:
    PAGE = (ROOT / "docs/how-to/add-a-movement.md").read_text()

    def test_names_commands_and_doors_that_exist(self) -> None:
        lines = re.findall(r"^bin/(.+)$", self.PAGE, re.MULTILINE)
        named = {line.split()[1] for line in lines if line.startswith("run ")}
        doors = {line.split()[0] for line in lines}

        assert {"new-movement", "preview", "check", "timeline"} <= named <= set(commands())
        assert all((ROOT / "bin" / door).exists() for door in doors)

    def test_has_a_whole_example_that_the_check_accepts(self, tmp_path: Path) -> None:
        [(name, text)] = re.findall(
            r"^## [^\n]*`([\w-]+\.toml)`\n```toml\n(.*?)```", self.PAGE, re.DOTALL | re.MULTILINE
        )
        (tmp_path / name).write_text(text)

        assert [str(fault) for fault in check(tmp_path / name)] == []

    def test_begins_its_example_with_the_command_it_shows(self, tmp_path: Path) -> None:
        [arguments] = re.findall(r"^bin/run (new-movement .+)$", self.PAGE, re.MULTILINE)

        assert cli.run([*arguments.split(), "--to", str(tmp_path)]) == 0
        assert [path.name for path in tmp_path.iterdir()] == ["desk-bow.toml"]

    def test_leaves_no_key_of_a_score_out_that_a_movement_must_have(self) -> None:
        asked = {key for key, _ in re.findall(r'^(\w+) += (".*"|\[.*)$', self.PAGE, re.MULTILINE)}

        assert {"purpose", "notice", "regions", "get_there", "daily", "cautions", "sources", "evidence"} <= asked


class TestPages:
    @pytest.mark.parametrize("address", sorted(set(addresses(get_resolver().url_patterns))))
    def test_have_a_heading(self, address: str) -> None:
        assert address in headings("docs/pages.md")

    def test_that_are_gone_have_no_heading(self) -> None:
        described = {heading for heading in headings("docs/pages.md") if heading.startswith("/")}

        assert described == set(addresses(get_resolver().url_patterns))


class TestSettings:
    def test_are_each_explained(self) -> None:
        from loosen.web.people.models import User

        settings = {field.name for field in User._meta.concrete_fields} - NOT_A_SETTING
        explained = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/pages.md").read_text(), re.MULTILINE))

        assert explained == settings


class TestTheTableOfContributing:
    def test_names_only_what_exists(self) -> None:
        rows = re.findall(r"^\|(.+)\|$", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE)
        paths = {path for row in rows for path in re.findall(r"`([\w./-]+/[\w./-]+|[\w-]+\.toml)`", row)}

        assert len(paths) > 20
        assert not {path for path in paths if not (ROOT / path).exists()}


class TestTheMap:
    @pytest.mark.parametrize(
        "door", sorted(path.name for path in (ROOT / "bin").iterdir() if path.is_file() and not path.suffix)
    )
    def test_names_every_door(self, door: str) -> None:
        assert f"`bin/{door}" in (ROOT / "docs/index.md").read_text()


class TestADecision:
    @pytest.mark.parametrize("page", sorted((ROOT / "docs/decisions").glob("0*.md")), ids=lambda page: page.stem)
    def test_has_its_four_parts_and_its_row(self, page: Path) -> None:
        text = page.read_text()

        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Status", "Consequences"]
        assert f"({page.name})" in (ROOT / "docs/decisions/index.md").read_text()


class TestTheWords:
    @pytest.mark.parametrize("document", DOCUMENTS, ids=lambda page: str(page.relative_to(ROOT)))
    def test_are_quiet(self, document: Path) -> None:
        prose = re.sub(r"`[^`]*`|!\[|```.*?```", "", document.read_text(), flags=re.DOTALL)

        assert "!" not in prose
        assert "\N{EM DASH}" not in prose

    def test_of_the_glossary_stand_in_order(self) -> None:
        words = re.findall(r"^\| ([a-z][\w -]*) \|", (ROOT / "docs/glossary.md").read_text(), re.MULTILINE)[1:]

        assert words == sorted(words)
