"""A movement while it is being written: whatever a line says at the moment, the author is told where and what to do."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from loosen.content.faults import ShapeError
from loosen.content.loading import HERE, shared
from loosen.content.movement_file import score_from
from loosen.core.body import shared_from
from loosen.web.preview import Watched

TEXT = (HERE / "movements" / "bridge.toml").read_text(encoding="utf-8")
SAID = ("0", '""', "[]")
"""What may stand for a moment where something else will stand."""

VALUES: tuple[Any, ...] = (0, -1.5, True, "", [], {})
"""The same where one value deep in a table is meant, of every kind."""

Place = tuple[str | int, ...]


def half_written(text: str) -> Iterator[tuple[str, str]]:
    """Every line left out, emptied or zeroed: what was done, and the text."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if not line.strip() or line.startswith("#"):
            continue
        key, equals, _ = line.partition("=")
        yield f"{at + 1} left out", "\n".join(lines[:at] + lines[at + 1 :])
        for said in SAID if equals else ():
            changed = f"{key}= {said}"
            yield f"{at + 1}: {changed}", "\n".join([*lines[:at], changed, *lines[at + 1 :]])


def places(node: Any, where: Place = ()) -> Iterator[Place]:
    """Every key and every entry of a list, however deep."""
    items = node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*where, key)
        yield from places(value, (*where, key))


def with_said(table: Mapping[str, Any], where: Place, said: Any) -> dict[str, Any]:
    changed = deepcopy(dict(table))
    node: Any = changed
    for key in where[:-1]:
        node = node[key]
    node[where[-1]] = said
    return changed


def surprises(table: Mapping[str, Any], read: Callable[[dict[str, Any]], object], told: type[Exception]) -> list[str]:
    """What a reader ends in, other than a value or what it tells the author."""
    found = []
    for where in places(table):
        for said in VALUES:
            try:
                read(with_said(table, where, said))
            except told:
                continue
            except Exception as fault:
                found.append(f"{where} = {said!r}: {fault!r}")
    return found


class TestAHalfWrittenMovement:
    def test_is_shown_or_told_by_its_line(self, tmp_path: Path) -> None:
        watched = Watched(tmp_path / "bridge.toml")
        found = []
        for done, text in half_written(TEXT):
            watched.place.write_text(text, encoding="utf-8")
            try:
                news, amiss = watched.drawn(), watched.faults()
            except Exception as fault:
                found.append(f"{done}: {fault!r}")
                continue
            if not news["movements"] and (not news["faults"] or not amiss):
                found.append(f"{done}: neither shown nor told")

        assert found == []

    @pytest.mark.parametrize("slug", ["bridge", "walking"])
    def test_is_read_or_refused_by_its_key_at_every_value(self, slug: str) -> None:
        table = tomllib.loads((HERE / "movements" / f"{slug}.toml").read_text(encoding="utf-8"))

        assert surprises(table, lambda changed: score_from(slug, changed, shared()), ShapeError) == []

    def test_says_which_level_is_missing(self, tmp_path: Path) -> None:
        place = tmp_path / "bridge.toml"
        place.write_text(TEXT.replace('id   = "described"', 'id   = ""'), encoding="utf-8")

        [told] = Watched(place).faults()

        assert told["fault"] == "no level is the one described"
        assert TEXT.splitlines()[told["line"] - 1] == "[[level]]"


class TestTheSharedPostures:
    def test_are_read_or_refused_by_their_key_at_every_value(self) -> None:
        table = {
            "hold": {"hand-low": {"forward_deg": 10}},
            "posture": {"tall": {"low_back": {"bend_deg": 4}}, "held": {"from": "tall", "arms": "hand-low"}},
        }

        assert surprises(table, shared_from, ValueError) == []
