"""The commands about what the program is made of: movements, words and rules. No person's record is read here."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loosen.core.score import Level, Score

SHOWN_DAYS = (1, 15, 60)
"""The days of a programme that are printed when none is named: its beginning, two weeks on, and two months on."""

LOOPBACK = "127.0.0.1"
"""Where a movement that is being written is shown: this computer only."""

FOUND_FAULTS = 1
"""The exit status of `check` when the content has a fault."""

SCHEMAS = {
    "record": "loosen.exchange.record_json",
    "plan": "loosen.exchange.plan_json",
    "score": "loosen.content.score_schema",
}


class InputError(Exception):
    """The command cannot do what it was asked: the message names the place and the remedy."""


def timeline(asked: argparse.Namespace) -> None:
    """Print the cues of one movement with their times."""
    from loosen.content import loading
    from loosen.core.score import Dose
    from loosen.core.timeline import cues

    score = _score(asked.movement, loading.scores())
    level = _level(score, asked.level)
    dose = Dose(level.id, asked.reps or level.repetitions)
    print_json(cues(score, dose, asked.count_s))


def follow(programme: str, only: int | None) -> None:
    """Print what a programme gives somebody ordinary on its first, 15th and 60th day, or on one day."""
    from itertools import islice

    from loosen.content import loading
    from loosen.exchange.programme_text import day_lines, head_lines
    from loosen.insights.following import follow as followed

    practice, shown = loading.practice(), SHOWN_DAYS if only is None else (only,)
    for line in head_lines(practice.programmes[programme], practice):
        print(line)
    for nth, day in enumerate(islice(followed(programme, practice), max(shown)), start=1):
        if nth in shown:
            print()
            for line in day_lines(nth, day, practice):
                print(line)


def schema(asked: argparse.Namespace) -> None:
    """Print the JSON Schema of a document."""
    import importlib

    print_json(importlib.import_module(SCHEMAS[asked.document]).schema())


def check(asked: argparse.Namespace) -> int:
    """Say every fault of the content, with its file, line and remedy."""
    from loosen.content.checking import check as faults_of
    from loosen.content.checking import checked_files

    try:
        faults = faults_of(asked.path)
    except OSError as fault:
        raise InputError(f"{asked.path}: cannot be read: {fault.strerror}; give a file or folder of content") from fault
    checked = checked_files(asked.path)
    if not checked:
        raise InputError(f"{asked.path}: nothing to check here; give a file or folder of content")
    for found in faults:
        print(found)
    if not faults:
        print(f"{len(checked)} file{'s' if len(checked) > 1 else ''} of content: in order.")
    return FOUND_FAULTS if faults else 0


def new_movement(asked: argparse.Namespace) -> None:
    """Begin a movement: drawn like a neighbour's, its words, doses and sources still questions."""
    from loosen.content import loading
    from loosen.content.new_movement import NEIGHBOURS, begun
    from loosen.content.open_questions import open_questions

    scores, folder = loading.scores(), asked.to or loading.HERE / "movements"
    path = folder / f"{asked.slug}.toml"
    if asked.slug in scores or path.exists():
        raise InputError(f"there is a movement {asked.slug!r} already; choose another slug, or change its file")
    like = _score(asked.like or NEIGHBOURS[asked.position], scores)
    _write_new(path, begun(asked.slug, like))
    number = len(list(open_questions(path)))
    print(f"{path}: begun, drawn like {like.slug} until you bend it; {number} questions are open.")
    print(f"Now: bin/run preview {asked.slug if asked.to is None else path}")


def preview(asked: argparse.Namespace) -> None:
    """Serve a page on this computer that shows a movement, and draws it anew whenever its file changes."""
    import webbrowser

    from loosen.content import loading
    from loosen.web.preview import Server, Watched
    from loosen.web.serving import Address, refuse_taken

    written = loading.HERE / "movements" / f"{asked.movement}.toml"
    place = next((path for path in (Path(asked.movement), written) if path.exists()), None)
    if place is None:
        raise InputError(f"there is no movement {asked.movement!r}; give its slug, its file, or a folder of movements")
    address = Address(LOOPBACK, asked.port)
    refuse_taken(address, f"loosen preview {asked.movement}")
    with Server(Watched(place), address) as server:
        print(f"{address}/ shows {place}; it follows every change you save. Ctrl+C ends it.", flush=True)
        if not asked.no_open:
            webbrowser.open(f"{address}/")
        server.serve_forever()


def ledger(asked: argparse.Namespace) -> int:
    """Print the ledger of the rules, or say where a page differs from it."""
    from loosen.exchange.ledger import differs, markdown

    if asked.compare is None:
        sys.stdout.write(markdown())
        return 0
    found = differs(text_of(asked.compare, "the path of the page"), markdown())
    if found:
        print(f"{asked.compare}:{found}: the rules say it otherwise; write it anew: bin/run ledger > docs/safety.md")
    return FOUND_FAULTS if found else 0


def text_of(path: Path, wanted: str) -> str:
    """Return what a file holds; InputError when it cannot be read, with what is `wanted` in its place."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8 text"
        raise InputError(f"{path}: cannot be read: {reason}; give {wanted}") from fault


def _write_new(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise InputError(f"{path}: cannot be written: {fault.strerror}; give a folder with --to") from fault


def _score(slug: str, scores: "Mapping[str, Score]") -> "Score":
    if slug not in scores:
        raise InputError(f"there is no movement {slug!r}; choose one of {', '.join(sorted(scores))}")
    return scores[slug]


def _level(score: "Score", asked: str | None) -> "Level":
    wanted = asked or "described"
    by_id = {level.id: level for level in score.levels}
    if wanted not in by_id:
        raise InputError(f"{score.slug} has no level {wanted!r}; choose one of {', '.join(by_id)}")
    return by_id[wanted]


def print_json(value: object) -> None:
    """Print a value as JSON."""
    import msgspec

    print(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
