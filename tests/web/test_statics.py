"""Static files as they are served: hashed, compressed, and without what only readers of the source need."""

import gzip
import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from loosen.web import statics
from loosen.web.statics import HashedStatics, without_comments

MODULE = b"""/**
 * What it is.
 */
import { a } from "./a.js"; // stays: it shares its line

// goes
let x = /** @type {number} */ (1);
  /** goes, too */
const s = "/** not a comment */";
export const b = x / a; /* stays */
"""

LOSING = {
    "lines.js": b"export const s = `a\n// a line of the text\nb`;\n",
    "text.js": b'export const s = "/** @type {x} */";\n',
    "open.js": b"export const a = 1; // see /** @type {X} and\nexport let b = 2;\n/** @type {Y} */\nexport let c;\n",
}
"""What is not to be written: texts that look like comments, and a comment that looks as if it went on."""

COMPILER = Path(__file__).resolve().parents[2] / "node_modules" / ".bin" / "tsc"


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from django.conf import settings
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("statics")
    with override_settings(STATIC_ROOT=folder, STORAGES=settings.STORAGES):
        statics.collect(folder)
    return folder


def code_of(folder: Path, texts: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Return modules as the compiler writes them: nothing but their code, line by line."""
    source, written = folder / "source", folder / "written"
    for name, text in texts:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(text)
    modules = [str(file) for file in source.rglob("*.js")]
    plainly = ["--ignoreConfig", "--allowJs", "--noCheck", "--noResolve", "--target", "esnext", "--module", "esnext"]
    out = ["--removeComments", "--rootDir", str(source), "--outDir", str(written)]
    subprocess.run([str(COMPILER), *plainly, *out, *modules], check=True, capture_output=True, timeout=60)
    return {str(file.relative_to(written)): file.read_text() for file in written.rglob("*.js")}


class TestAModule:
    def test_loses_types_and_the_comments_that_fill_whole_lines_and_nothing_else(self) -> None:
        assert without_comments("m.js", MODULE).decode().splitlines() == [
            'import { a } from "./a.js"; // stays: it shares its line',
            "",
            "let x = (1);",
            'const s = "/** not a comment */";',
            "export const b = x / a; /* stays */",
        ]

    def test_may_name_the_types_of_one_that_names_its_own(self, tmp_path: Path) -> None:
        source, served = FileSystemStorage(tmp_path / "source"), HashedStatics(tmp_path / "served", "/static/")
        for name, other in (("a.js", "b.js"), ("b.js", "a.js")):
            text = f'/** @import {{ T }} from "./{other}" */\nexport const x = 1;\n'
            source.save(name, ContentFile(text.encode()))
            served.save(name, ContentFile(text.encode()))

        done = list(served.post_process({name: (source, name) for name in ("a.js", "b.js")}))

        assert [fault for *_, fault in done if isinstance(fault, Exception)] == []
        assert served.hashed_files.keys() == {"a.js", "b.js"}

    def test_of_another_kind_stays_as_it_is(self) -> None:
        assert without_comments("m.svg", MODULE) == MODULE


class TestEveryModule:
    def test_has_the_same_code_with_and_without_its_comments(self, tmp_path: Path) -> None:
        modules = {str(file.relative_to(statics.SOURCE)): file.read_bytes() for file in statics.SOURCE.rglob("*.js")}

        written = code_of(tmp_path / "whole", modules.items())
        served = code_of(tmp_path / "served", [(name, without_comments(name, text)) for name, text in modules.items()])

        assert served.keys() == written.keys() == modules.keys()
        assert [name for name in written if served[name] != written[name]] == []

    def test_that_would_lose_some_is_noticed(self, tmp_path: Path) -> None:
        written = code_of(tmp_path / "whole", LOSING.items())
        served = code_of(tmp_path / "served", [(name, without_comments(name, text)) for name, text in LOSING.items()])

        assert [name for name in LOSING if served[name] == written[name]] == []


class TestWhatIsServed:
    def test_every_file_has_a_name_that_holds_its_hash_and_is_not_empty(self, collected: Path) -> None:
        names = json.loads((collected / "staticfiles.json").read_text())["paths"]

        assert {Path(name).suffix for name in names} >= {".css", ".js", ".svg"}
        for plain, hashed in names.items():
            assert re.search(r"\.[0-9a-f]{12}\.", hashed), plain
            assert (collected / hashed).stat().st_size > 0, plain

    def test_modules_import_each_other_by_their_hashed_names(self, collected: Path) -> None:
        imports = [
            (module.name, target)
            for module in collected.rglob("*.????????????.js")
            for target in re.findall(r"""(?:from|import)\s*\(?["'](\.{1,2}/[^"']+)["']""", module.read_text())
        ]

        assert imports
        assert not [(name, target) for name, target in imports if not re.search(r"\.[0-9a-f]{12}\.js$", target)]

    def test_texts_lie_there_compressed_too(self, collected: Path) -> None:
        modules = [file for file in collected.rglob("*.????????????.js") if file.stat().st_size > 500]

        assert modules
        for module in modules:
            assert gzip.decompress(Path(f"{module}.gz").read_bytes()) == module.read_bytes()

    def test_is_made_once_for_the_same_source(self, collected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("django.core.management.call_command", lambda *_a, **_k: pytest.fail("made again"))

        statics.collect(collected)
