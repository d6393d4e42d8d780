"""A condition as content: what it keeps out or small, for how long, and what to ask the professional who knows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loosen.core.journal import DayPart
from loosen.core.score import Position


@dataclass(frozen=True, slots=True)
class Most:
    """The most a measure of the body (`core.body.MEASURES`) may reach in these positions; in all when none is named."""

    measure: str
    most: float
    positions: frozenset[Position] = frozenset()


@dataclass(frozen=True, slots=True)
class Condition:
    """What answering yes to a screening question leaves out or keeps small for as long as it is so.

    `say` names it within a sentence, `because` says why it keeps something small, `advice` is one sentence beside the
    day. `ask_first`: nothing but the breath before a clinician agreed; `words` names the card that says so, `asks` what
    to ask, and with `asks_on` it is asked when the weeks are over too. `weeks_from` and `weeks_until` are full weeks
    since the date of the answer, or of the pregnancy when the question asks for the due date; without a date the
    condition holds. With `only`, nothing but the breath and what carries one of these tags. `gentlest` tags are done at
    their gentlest level, `reach` keeps a tag to a share of the described way, `repetitions` to a count a side.
    `minutes` is the most a day's practice may last. With `parts`, all of it is so in these parts of the day only.
    """

    id: str
    question: str
    sources: tuple[str, ...]
    evidence: str
    name: str = ""
    say: str = ""
    because: str = ""
    reviewed: bool = False
    ask_first: bool = False
    asks_on: bool = False
    words: str = "ask-condition"
    asks: tuple[str, ...] = ()
    advice: str = ""
    weeks_from: int | None = None
    weeks_until: int | None = None
    positions_off: frozenset[Position] = frozenset()
    tags_off: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    caps: tuple[Most, ...] = ()
    gentlest: frozenset[str] = frozenset()
    reach: Mapping[str, float] = field(default_factory=dict)
    repetitions: Mapping[str, int] = field(default_factory=dict)
    minutes: int | None = None
    one_position: bool = False
    parts: frozenset[DayPart] = frozenset()
