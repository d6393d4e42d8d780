"""What the player says by itself, from words/player.toml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from loosen.content.faults import ShapeError
from loosen.content.loading import HERE
from loosen.content.movement_file import located, table_of, text_of


@cache
def player_words() -> Mapping[str, str]:
    """Return the player's own words by name."""
    return player_words_from_file(HERE / "words" / "player.toml")


def player_words_from_file(path: Path) -> Mapping[str, str]:
    """Read the player's words. Raises ContentError that names file, line, fault and remedy."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: {name: _words(name, said) for name, said in table.items()})


def _words(name: str, said: object) -> str:
    if not isinstance(said, str):
        raise ShapeError((name,), f"{name} is not text", "put the words in quotes")
    return said
