"""A new movement begun: a score drawn like a neighbour's, whose words, doses and sources are still questions.

Nothing of what the neighbour does for a body is taken over, only how it is drawn and how its phrases follow each other.
Each text begins with a question mark, each dose is 0, and there is no source: `loosen check` names them until they are
answered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loosen.content import loading
from loosen.content.drawing_rules import tags_asked_for
from loosen.content.movement_file import text_of
from loosen.content.vocabulary import Origin, Vocabulary
from loosen.core.score import DESCRIBED, Evidence, Level, Part, Phrase, Position, Score, Sides, Stay

OPEN = "? "
"""How a text begins that is still a question to the author."""

DRAWN = "# --- how it is drawn ---"
"""The line between what is said of a movement and how it is drawn."""

_HOW_OFTEN = "how often, as the source says"

NEIGHBOURS: Mapping[Position, str] = {
    Position.LYING: "pelvic-tilt",
    Position.SIDE_LYING: "side-lying-tilt",
    Position.HANDS_AND_KNEES: "cat-cow",
    Position.KNEELING: "half-kneel-opener",
    Position.SITTING: "seated-tilt",
    Position.STANDING: "hip-hinge",
}
"""A plain movement in each position, to begin with where no neighbour is named."""

ASKED = {
    "purpose": "What should change for the person? One sentence.",
    "notice": "What may they notice afterwards? It goes on from: You may notice ...",
    "get_there": "How do they come into the position? At most 18 words.",
    "daily": "Where in the day does it help?",
    "cautions": "Who does it otherwise, or leaves it? A sentence each; [] where nobody does.",
    "say": "What is said here? Two words a count.",
    "stay": "What is said while they stay? Two words a count.",
    "change": "How do they change to the left side?",
    "part": "What is this part called?",
    "breath": "What does the breath do?",
    "pelvis": "What does the pelvis do?",
    "spine": "What does the spine do?",
    "shoulders": "What do the shoulders do?",
    "gentler": "What is smaller about it?",
    "sign": "When is it time to stop?",
    "then": "What is said then?",
    "what": "What can a camera not see here?",
    "why": "Why can it not?",
}
"""What the author is asked, by the place of the answer."""


def begun(slug: str, like: Score) -> str:
    """Return the text of a new movement, drawn like a neighbour of the library."""
    neighbour = text_of(loading.HERE / "movements" / f"{like.slug}.toml")
    return skeleton(slug, like, neighbour[neighbour.index(DRAWN) :], loading.vocabulary())


def skeleton(slug: str, like: Score, drawn: str, words: Vocabulary) -> str:
    """Return the text of a new score; `drawn` is the lower part of the neighbour's file."""
    parts = (
        _head(slug, like, words),
        _phrases(like),
        _layers(),
        _levels(like),
        _ways_out(like),
        _stop_and_camera(),
        [drawn.rstrip()],
    )
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _asks(key: str) -> str:
    return f'"{OPEN}{ASKED[key]}"'


def _listed(names: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


def _head(slug: str, like: Score, words: Vocabulary) -> list[str]:
    name = slug.replace("-", " ").capitalize()
    drawn_tags = sorted(tags_asked_for(replace(like, levels=(Level(DESCRIBED, "", 1),))))
    own = ", ".join(sorted(tag for tag, word in words.tags.items() if word.origin is Origin.AUTHOR))
    evidence = ", ".join(each.value for each in Evidence)
    return [
        f"# {name}. Begun from {like.slug}: where it comes from belongs here.",
        "format   = 1",
        f'name     = "{name}"',
        f"purpose  = {_asks('purpose')}",
        f"notice   = {_asks('notice')}",
        f"regions  = []                                   # most served first: {', '.join(sorted(words.regions))}",
        f'position = "{like.position.value}"',
        f"get_there = {_asks('get_there')}",
        f"needs    = {_listed(like.needs)}",
        "# These tags the drawing asks for. Add those that only you know, of:",
        f"# {own}",
        f"tags     = {_listed(drawn_tags)}",
        f"daily    = {_asks('daily')}",
        "sources  = []                                   # ids of sources.toml; a new work is added there first",
        f'evidence = "memory"                             # {evidence} (not checked yet)',
        "reviewed = false",
        f'sides    = "{like.sides.value}"',
        f"cautions = [{_asks('cautions')}]",
    ]


def _phrases(like: Score) -> list[str]:
    """The way of the neighbour in its breaths and counts, without its words."""
    lines = ["# Ids and the names of postures are for ever: call them after what yours does."]
    if like.parts:
        lines += [line for part in like.parts for line in _part(part)]
    else:
        lines += [line for phrase in like.phrases for line in _phrase("phrase", phrase)]
    if like.change:
        lines += ["[change]", f"counts = {like.change.counts:g}", f"say    = {_asks('change')}"]
    return lines


def _part(part: Part) -> Iterator[str]:
    yield from ("[[part]]", f'id   = "{part.id}"', f"name = {_asks('part')}")
    yield f"repetitions = 0                                 # {_HOW_OFTEN}"
    if part.sides is not Sides.TOGETHER:
        yield f'sides = "{part.sides.value}"'
    for phrase in part.phrases:
        yield from _phrase("part.phrase", phrase)


def _phrase(table: str, phrase: Phrase) -> Iterator[str]:
    yield from (f"[[{table}]]", f'id      = "{phrase.id}"', f'breath  = "{phrase.breath.value}"')
    yield from (f"counts  = {phrase.counts:g}", f'posture = "{phrase.posture}"')
    if phrase.say:
        yield f"say     = {_asks('say')}"
    if phrase.stay:
        yield f"stay    = {_stay(phrase.stay)}"


def _stay(stay: Stay) -> str:
    counts = f"breaths = {stay.breaths}, counts_in = {stay.counts_in:g}, counts_out = {stay.counts_out:g}"
    return f"{{ {counts}, say = {_asks('stay')} }}" if stay.say else f"{{ {counts} }}"


def _layers() -> list[str]:
    return ["[layers]", *(f"{layer:<9} = {_asks(layer)}" for layer in ("breath", "pelvis", "spine", "shoulders"))]


def _levels(like: Score) -> list[str]:
    """Two levels, the least a score has; half the way in the gentler one, where half the way can be gone."""
    dose = f"repetitions = 0                                 # {_HOW_OFTEN}"
    half = [] if like.rises(like.described) else ["range = 0.5"]
    gentler = ["[[level]]", 'id   = "small"', f"name = {_asks('gentler')}", dose, *half]
    return [*gentler, "[[level]]", f'id   = "{DESCRIBED}"', 'name = "The usual way"', dose]


def _ways_out(like: Score) -> list[str]:
    """The breath alone, in another position: always a way out, and seldom the only one."""
    breath = "lying-breath" if like.position is Position.SITTING else "seated-breath"
    return [
        "[ways-out]                                      # best first; of the same region, one in another position",
        "easier     = []",
        f'substitute = ["{breath}"]',
    ]


def _stop_and_camera() -> list[str]:
    stop = ["[[stop]]", f"sign = {_asks('sign')}", 'do   = "leave-movement"', f"say  = {_asks('then')}"]
    cannot = ["[[camera.cannot]]", f"what = {_asks('what')}", f"why  = {_asks('why')}"]
    return [*stop, "", "[camera]", 'view = "none"', *cannot]
