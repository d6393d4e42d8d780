"""Write the stories again: `.venv/bin/python -m tests.stories`. Read the difference before you keep it."""

import json
from pathlib import Path

from loosen.core.record import Record
from loosen.exchange import record_json
from tests.stories.people import STORIES, record_of
from tests.stories.telling import told

HERE = Path(__file__).parent


def compact(record: Record) -> str:
    """The record as it is exchanged, with one entry a line."""
    document = json.loads(record_json.write(record))
    lists = {name: value for name, value in document.items() if isinstance(value, list)}
    head = json.dumps({name: value for name, value in document.items() if name not in lists}, ensure_ascii=False)
    lines = (f'"{name}": [\n{_lines(entries)}\n]' for name, entries in lists.items())
    return head[:-1] + ",\n" + ",\n".join(lines) + "}\n"


def _lines(entries: list[object]) -> str:
    return ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in entries)


def main() -> None:
    for name, story in STORIES.items():
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        record = record_of(story)
        (folder / "record.json").write_text(compact(record), encoding="utf-8")
        (folder / "days.txt").write_text(told(story, record), encoding="utf-8")


if __name__ == "__main__":
    main()
