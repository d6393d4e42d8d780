"""The only door to the content: each function reads its files once and keeps the values."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from loosen.content.movement_file import located, score_from_file, table_of, text_of
from loosen.content.programme_file import programme_from_file
from loosen.content.rotation_file import Pools, pools_from_file
from loosen.content.screening_file import conditions, rules
from loosen.content.sources import Source, sources_from_file
from loosen.content.transition_file import transitions_from_file
from loosen.content.vocabulary import Vocabulary, vocabulary_from_file
from loosen.core.body import Shared, shared_from
from loosen.core.practice import Practice, Programme
from loosen.core.score import Score
from loosen.core.transition import Transitions

HERE = Path(__file__).parent
"""The folder of the content that travels with the program."""


@cache
def practice() -> Practice:
    """Return everything the planner may draw on."""
    return Practice(
        scores=scores(),
        programmes=programmes(),
        screening=rules(),
        conditions=conditions(),
        pools=rotation().pools,
        forms=rotation().forms,
        transitions=transitions(),
    )


@cache
def scores() -> Mapping[str, Score]:
    """Return every movement by slug, in alphabetical order."""
    return {path.stem: score_from_file(path, shared()) for path in sorted((HERE / "movements").glob("*.toml"))}


@cache
def programmes() -> Mapping[str, Programme]:
    """Return every programme by slug."""
    return {path.stem: programme_from_file(path) for path in sorted((HERE / "programmes").glob("*.toml"))}


@cache
def rotation() -> Pools:
    """Return the movements of each region that may take each other's place for some weeks, and the forms of one."""
    return pools_from_file(HERE / "rotation.toml")


@cache
def transitions() -> Transitions:
    """Return the ways between positions."""
    return transitions_from_file(HERE / "transitions.toml", shared())


@cache
def sources() -> Mapping[str, Source]:
    """Return every source by its id."""
    return sources_from_file(HERE / "sources.toml")


@cache
def vocabulary() -> Vocabulary:
    """Return tags, regions and things that stand ready, with their definitions."""
    return vocabulary_from_file(HERE / "tags.toml")


@cache
def version() -> str:
    """Return a token that changes whenever a file of the content does: a day planned with other content is old."""
    whole = sha256()
    for path in sorted(HERE.rglob("*.toml")):
        whole.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


@cache
def shared() -> Shared:
    """Return the postures and holds that every score may start from."""
    return shared_from_file(HERE / "postures.toml")


def shared_from_file(path: Path) -> Shared:
    """Read postures.toml. Raises ContentError that names the posture and the key."""
    text = text_of(path)
    table = table_of(path, text)
    return located(path, text, lambda: shared_from(table))
