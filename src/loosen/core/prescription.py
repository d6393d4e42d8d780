"""What is allowed: movements, positions and how far, each limit with its reason. Limits add up; the strictest holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from loosen.core.body import fraction_within
from loosen.core.journal import DayPart
from loosen.core.reasons import Reason
from loosen.core.score import Dose, Position, Score


@dataclass(frozen=True, slots=True)
class Cap:
    """The most a measure of the body may reach (`core.body.MEASURES`; degrees, head-drop in cm), and why.

    It holds in these positions; in all when none is named. Leaning forwards is one thing when standing, and another on
    hands and knees.
    """

    measure: str
    most: float
    reason: Reason
    positions: frozenset[Position] = frozenset()

    def holds_for(self, score: Score) -> bool:
        """True when the cap speaks of the position this movement is done in."""
        return not self.positions or score.position in self.positions


@dataclass(frozen=True, slots=True)
class Highest:
    """The highest level of one movement, and why."""

    movement: str
    level: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Limits:
    """What is left out or kept small today, and why. Keys answer `in`.

    Left out: `movements` by slug, `positions`, `tags`. Kept small: `caps` by measure; `gentlest` (only the gentlest
    level), `reach` (at most this share of the described way, 0 to 1) and `repetitions` (at most, a side) by tag, or by
    the slug of one movement; `levels`, the highest of some movements. `minutes` is the most a day's practice may
    last. `pain_during` is the most pain while moving, 0 to 10. `steps`: no small step more. `one_position`: a session
    stays in one position. `parts` holds what is so in one part of the day only, besides all this.
    """

    movements: Mapping[str, Reason] = field(default_factory=dict)
    positions: Mapping[Position, Reason] = field(default_factory=dict)
    tags: Mapping[str, Reason] = field(default_factory=dict)
    caps: tuple[Cap, ...] = ()
    gentlest: Mapping[str, Reason] = field(default_factory=dict)
    levels: tuple[Highest, ...] = ()
    reach: Mapping[str, tuple[float, Reason]] = field(default_factory=dict)
    repetitions: Mapping[str, tuple[int, Reason]] = field(default_factory=dict)
    minutes: tuple[int, Reason] | None = None
    pain_during: tuple[int, Reason] | None = None
    steps: Reason | None = None
    one_position: Reason | None = None
    parts: Mapping[DayPart, "Limits"] = field(default_factory=dict)

    def forbids(self, score: Score) -> Reason | None:
        """Return why this movement is left out, or None when it is allowed.

        A movement whose very first posture is beyond a cap is left out too: no range is small enough.
        """
        if score.slug in self.movements:
            return self.movements[score.slug]
        if score.position in self.positions:
            return self.positions[score.position]
        banned = next((self.tags[tag] for tag in sorted(score.tags) if tag in self.tags), None)
        share, reason = self._share(score)
        return banned or (reason if share <= 0 else None)

    def allows(self, score: Score) -> bool:
        """True when nothing forbids the movement."""
        return self.forbids(score) is None

    def within(self, score: Score, dose: Dose) -> tuple[Dose, Reason | None]:
        """Return the dose no further than the caps allow, and the reason when that is less than was asked."""
        share, reason = self._share(score)
        if score.reach(dose) <= share:
            return dose, None
        return replace(dose, range=share / score.level(dose.level).range), reason

    def _share(self, score: Score) -> tuple[float, Reason | None]:
        """Return how far of the described way the caps let every posture go, 0 to 1, and the cap that says so."""
        first, *others = score.postures.values()
        shares: list[tuple[float, Reason | None]] = [
            (fraction_within(first, posture, cap.measure, cap.most), cap.reason)
            for cap in self.caps
            if cap.holds_for(score)
            for posture in others
        ]
        return min(shares, key=lambda share: share[0], default=(1.0, None))


def strictest(several: Iterable[Limits]) -> Limits:
    """Return one set of limits that leaves out all that any of them leaves out; the first to say so gives why."""
    every = tuple(several)
    parts = {part for limits in every for part in limits.parts}
    return Limits(
        movements=_first(limits.movements for limits in every),
        positions=_first(limits.positions for limits in every),
        tags=_first(limits.tags for limits in every),
        caps=tuple(cap for limits in every for cap in limits.caps),
        gentlest=_first(limits.gentlest for limits in every),
        levels=tuple(level for limits in every for level in limits.levels),
        reach=_lowest(limits.reach for limits in every),
        repetitions=_lowest(limits.repetitions for limits in every),
        minutes=min((limits.minutes for limits in every if limits.minutes), key=_number, default=None),
        pain_during=min((limits.pain_during for limits in every if limits.pain_during), key=_number, default=None),
        steps=next((limits.steps for limits in every if limits.steps), None),
        one_position=next((limits.one_position for limits in every if limits.one_position), None),
        parts={part: strictest(limits.parts[part] for limits in every if part in limits.parts) for part in parts},
    )


Key = TypeVar("Key")
Number = TypeVar("Number", int, float)


def _first(several: Iterable[Mapping[Key, Reason]]) -> Mapping[Key, Reason]:
    """Put them together; of two that speak of the same, the first holds."""
    return {key: why for each in reversed(tuple(several)) for key, why in each.items()}


def _lowest(several: Iterable[Mapping[str, tuple[Number, Reason]]]) -> Mapping[str, tuple[Number, Reason]]:
    """Put them together; of two that speak of the same, the lower one holds."""
    lowest: dict[str, tuple[Number, Reason]] = {}
    for each in several:
        for key, (most, why) in each.items():
            if key not in lowest or most < lowest[key][0]:
                lowest[key] = (most, why)
    return lowest


def _number(most: tuple[int, Reason]) -> int:
    return most[0]
