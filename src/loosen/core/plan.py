"""What a clinician said: a plan of single sentences, each with its gaps filled. It is never read out of free text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import isfinite

from loosen.core.journal import DayPart, Entry
from loosen.core.score import Position


class Says(Enum):
    """What a sentence does: the first four limit, then what it asks for, and what it says of limits and of steps."""

    AVOID = "avoid"
    AT_MOST = "at-most"
    MINUTES = "minutes"
    PAIN = "pain"
    REQUIRE = "require"
    STEPS = "steps"
    LIFT = "lift"


SORE_DAYS = "sore-days"
"""What LIFT names to lift the limits of heavy and of slightly sorer days, as it else names a condition."""


GAPS: Mapping[Says, frozenset[str]] = {
    Says.AVOID: frozenset({"movement", "position", "tag"}),
    Says.AT_MOST: frozenset({"measure", "most", "position"}),
    Says.MINUTES: frozenset({"most"}),
    Says.PAIN: frozenset({"most"}),
    Says.REQUIRE: frozenset({"movement", "level", "repetitions", "parts", "also_on_sore_days"}),
    Says.STEPS: frozenset({"allowed"}),
    Says.LIFT: frozenset({"condition"}),
}
"""The gaps each kind of sentence has, besides its last day; AVOID fills one of its three."""

NEEDS: Mapping[Says, tuple[str, ...]] = {
    Says.AT_MOST: ("measure", "most"),
    Says.MINUTES: ("most",),
    Says.PAIN: ("most",),
    Says.REQUIRE: ("movement",),
    Says.STEPS: ("allowed",),
    Says.LIFT: ("condition",),
}
"""The gaps without which the other kinds of sentence say nothing."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a plan.

    AVOID leaves out a `movement`, a `position` or whatever carries a `tag`. AT_MOST keeps a `measure` of the body
    (`core.body.MEASURES`) at or under `most` degrees (head-drop: cm), in one `position` or in all. MINUTES: `most`
    minutes of practice a day. PAIN: `most` points (0-10) while practising, in place of five. REQUIRE asks for a
    `movement`, at a `level` and with `repetitions` (None: the person's own), in these `parts` of the day (empty:
    all the person has). STEPS says whether steps more are `allowed`. LIFT takes away the limits of a `condition`.
    `also_on_sore_days`: what is required keeps its dose on heavy and on slightly sorer days. `until` is the last
    practice day; None: for as long as the plan holds.
    """

    says: Says
    movement: str | None = None
    position: Position | None = None
    tag: str | None = None
    measure: str | None = None
    most: float | None = None
    level: str | None = None
    repetitions: int | None = None
    parts: tuple[DayPart, ...] = ()
    allowed: bool | None = None
    condition: str | None = None
    also_on_sore_days: bool = False
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """True up to and on its last day."""
        return self.until is None or day <= self.until

    @property
    def whole(self) -> bool:
        """True when every gap that this kind of sentence needs is filled."""
        if self.says is Says.AVOID:
            return any(getattr(self, gap) is not None for gap in GAPS[self.says])
        filled = all(getattr(self, gap) is not None for gap in NEEDS[self.says])
        return filled and (self.most is None or isfinite(self.most))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Entry):
    """What one clinician said on one occasion; plans of several clinicians add up.

    `valid_from` and `valid_to` are its first and last practice day. `supersedes` names a clinician, whose plans and
    limits from before it no longer hold. `words` is what the clinician wants the person to read. A revision that is
    `withdrawn` takes the plan back.
    """

    clinician: str
    sentences: tuple[Sentence, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    supersedes: str | None = None
    words: str = ""
    withdrawn: bool = False

    def holds_on(self, day: date) -> bool:
        """True from its first to its last practice day, unless it was taken back."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and not self.withdrawn and (self.valid_to is None or day <= self.valid_to)
