"""No word for people promises, blames, frightens or hands out trophies. The list is in content/word_rules.py."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from loosen.content.faults import Fault
from loosen.content.word_rules import unkind_words
from tests.people_words import Words, of_document, of_page, of_program, of_script

ROOT = Path(__file__).resolve().parent.parent
FOR_PEOPLE = ("privacy", "intended-purpose", "evidence", "pages", "glossary")
"""Documents that somebody who practises may open. The ledger is made of content, which `loosen check` has read."""

SOURCE = ROOT / "src" / "loosen"
PAGES = sorted(SOURCE.rglob("*.html"))
PROGRAM = sorted(
    [
        *(path for room in ("web", "render", "exchange") for path in (SOURCE / room).rglob("*.py")),
        SOURCE / "cli.py",
        SOURCE / "commands.py",
    ]
)
SCRIPTS = sorted(path for path in (SOURCE / "web" / "static").rglob("*.js"))
DOCUMENTS = [ROOT / "README.md", *(ROOT / "docs" / f"{page}.md" for page in FOR_PEOPLE)]


def faults(words: Iterable[Words]) -> list[str]:
    return [
        str(Fault(said.path.relative_to(ROOT), said.line, fault, remedy))
        for said in words
        for fault, remedy in unkind_words(said.text)
    ]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


class TestTheWords:
    @pytest.mark.parametrize("page", PAGES, ids=name)
    def test_of_a_page_are_kind(self, page: Path) -> None:
        assert faults(of_page(page)) == []

    @pytest.mark.parametrize("module", PROGRAM, ids=name)
    def test_of_the_program_are_kind(self, module: Path) -> None:
        assert faults(of_program(module)) == []

    @pytest.mark.parametrize("script", SCRIPTS, ids=name)
    def test_of_a_script_are_kind(self, script: Path) -> None:
        assert faults(of_script(script)) == []

    @pytest.mark.parametrize("document", DOCUMENTS, ids=name)
    def test_of_a_document_for_people_are_kind(self, document: Path) -> None:
        assert faults(of_document(document)) == []


class TestReading:
    def test_finds_the_words_of_a_page_with_their_lines(self, tmp_path: Path) -> None:
        page = tmp_path / "page.html"
        page.write_text(
            '{# no word of this #}\n<p class="bad posture">Sit\n  tall.</p>\n'
            '{% include "field.html" with says="One is enough." %}\n<button aria-label="Stop now">{{ stop }}</button>\n'
        )

        assert sorted((said.line, said.text) for said in of_page(page)) == [
            (2, "Sit tall."),
            (4, "One is enough."),
            (5, "Stop now"),
        ]

    def test_finds_the_words_of_a_module_and_leaves_its_docstrings(self, tmp_path: Path) -> None:
        module = tmp_path / "module.py"
        module.write_text('"""About wrong words."""\n\nSAID = "Rest is wise."\n"""Why so."""\nKEY = "rest"\n')

        assert [(said.line, said.text) for said in of_program(module)] == [(3, "Rest is wise.")]

    def test_finds_the_words_of_a_script_and_leaves_its_comments(self, tmp_path: Path) -> None:
        script = tmp_path / "player.js"
        script.write_text(
            '// That is wrong, "says" nobody.\n/** Never bend. */\nconst KEY = "rest";\n'
            'say("Rest is wise.");\nsay(`${n} more // to go`);\n'
        )

        assert [(said.line, said.text) for said in of_script(script)] == [(4, "Rest is wise."), (5, "more // to go")]

    def test_finds_the_words_of_a_document_without_its_code(self, tmp_path: Path) -> None:
        document = tmp_path / "page.md"
        document.write_text("# Rest\n\n```\nbin/run wrong\n```\n\nSit `wrong` tall,\nand breathe.\n")

        assert [(said.line, said.text) for said in of_document(document)] == [
            (1, "# Rest"),
            (7, "Sit tall, and breathe."),
        ]

    def test_sees_every_room_that_speaks(self) -> None:
        spoken = {said.text for page in PAGES for said in of_page(page)}

        assert "Not a cure, and not a test. There is nothing to win." in spoken
        assert len(spoken) > 200
        assert {said.text for script in SCRIPTS for said in of_script(script)}


def test_a_word_that_is_refused_is_told_with_its_place_and_remedy(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Rest.</p>\n<p>You have a slipped disc.</p>\n")

    (told, *_) = [
        str(Fault(said.path, said.line, *found)) for said in of_page(page) for found in unkind_words(said.text)
    ]

    assert told == f"{page}:2: the text says 'slipped disc'; find a calmer word: such pictures frighten"
