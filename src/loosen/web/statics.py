"""Static files under names that hold the hash of their content, so that a browser may keep them for ever."""

import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SOURCE = Path(__file__).resolve().parent / "static"
MADE_FROM = "made-from.txt"

COMMENTS = {
    ".js": re.compile(
        r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n|/\*\* @(?:(?!\*/).)*\*/ ?", re.MULTILINE | re.DOTALL
    ),
    ".css": re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL),
}
"""Comments that have their lines to themselves, and types within a line: for readers of the source, a third of what a
phone would fetch."""


class HashedStatics(CompressedManifestStaticFilesStorage):
    """Hashed names, also inside ES modules (each `import` there ends with a semicolon), with gzip beside each file.

    Where nothing was collected (a development server, the tests) files keep their plain names.
    """

    support_js_module_import_aggregation = True
    max_post_process_passes = 12
    """A name settles once those it imports have settled: no more passes than modules stand above each other."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Remember the addresses given out: they hold for as long as the process lives."""
        super().__init__(*args, **kwargs)
        self._addresses: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        """Return the address of a file; every page asks for a dozen and a half."""
        if name not in self._addresses:
            self._addresses[name] = super().url(name, force)
        return self._addresses[name]

    def post_process(self, paths: Mapping[str, Any], *args: Any, **options: Any) -> Iterator[Any]:
        """Name the copies, whose comments are gone: a type that a comment imports is nothing the browser fetches."""
        yield from super().post_process({name: (self, name) for name in paths}, *args, **options)

    def _save(self, name: str, content: Any) -> str:
        content.seek(0)
        written = without_comments(name, content.read())
        saved: str = super()._save(name, ContentFile(written))
        return saved

    def stored_name(self, name: str) -> str:
        """Return the hashed name, or the plain one where there is no manifest at all."""
        if not self.hashed_files:
            return name
        stored: str = super().stored_name(name)
        return stored


def without_comments(name: str, content: bytes) -> bytes:
    """Return a file without the comments that fill whole lines or name a type; the rest stays letter for letter."""
    comments = COMMENTS.get(Path(name).suffix)
    return comments.sub("", content.decode()).encode() if comments else content


def collect(folder: Path) -> None:
    """Bring hashed and compressed files to the folder, unless those that are there were made from the same source."""
    source = _fingerprint()
    note = folder / MADE_FROM
    if note.exists() and note.read_text() == source:
        return
    from django.core.management import call_command

    shutil.rmtree(folder, ignore_errors=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    note.write_text(source)


def _fingerprint() -> str:
    """Return a token of the source: every file's name, size and time of change."""
    seen = hashlib.sha256()
    for file in sorted(SOURCE.rglob("*")):
        what = file.stat()
        seen.update(f"{file.relative_to(SOURCE)} {what.st_size} {what.st_mtime_ns}\n".encode())
    return seen.hexdigest()
