"""What is allowed: movements, positions and how far, each limit with its reason. Limits add up; the strictest holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeVar

from loosen.core.body import fraction_within
from loosen.core.journal import DayPart
from loosen.core.reasons import Reason
from loosen.core.score import Dose, Level, Position, Score


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
class Only:
    """Nothing but the breath and what carries one of these tags, and why."""

    tags: frozenset[str]
    reason: Reason


Told = TypeVar("Told")

LEAST_REACH = 0.2
"""Where limits leave less of a movement than this share of the described way, it is left out. Reasoned."""

Forbidden = dict[str, Reason | None]
Kept = dict[tuple[str, Dose], tuple[Dose, Reason | None]]
Shares = dict[tuple[str, str], tuple[float, Reason | None]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What is left out or kept small today, and why. Keys answer `in`.

    Left out: `movements` by slug, `positions`, `tags`, and what `only` does not name. A level that alone carries a tag
    or breaks a cap is left out, with all above it; gentler ones stay. Kept small: `caps` by measure; `gentlest` (only
    the gentlest level), `reach` (at most this share of the described way, 0 to 1) and `repetitions` (at most, a side)
    by tag of the whole movement, or by the slug of one. The breath is never kept small. `minutes` is the most a
    day's practice may last. `pain_during` is the most pain while moving, 0 to 10. `steps`: no small step more.
    `one_position`: a session stays in one position. `parts` holds what is so in one part of the day only, besides all
    this. Answers are found once, by slug, for one library.
    """

    movements: Mapping[str, Reason] = field(default_factory=dict)
    positions: Mapping[Position, Reason] = field(default_factory=dict)
    tags: Mapping[str, Reason] = field(default_factory=dict)
    only: tuple[Only, ...] = ()
    caps: tuple[Cap, ...] = ()
    gentlest: Mapping[str, Reason] = field(default_factory=dict)
    reach: Mapping[str, tuple[float, Reason]] = field(default_factory=dict)
    repetitions: Mapping[str, tuple[int, Reason]] = field(default_factory=dict)
    minutes: tuple[int, Reason] | None = None
    pain_during: tuple[int, Reason] | None = None
    steps: Reason | None = None
    one_position: Reason | None = None
    parts: Mapping[DayPart, "Limits"] = field(default_factory=dict)
    _forbidden: Forbidden = field(default_factory=dict, init=False, repr=False, compare=False)
    _kept: Kept = field(default_factory=dict, init=False, repr=False, compare=False)
    _shares: Shares = field(default_factory=dict, init=False, repr=False, compare=False)

    def forbids(self, score: Score) -> Reason | None:
        """Return why this movement is left out, or None when it is allowed.

        A movement whose gentlest level is left out is left out whole.
        """
        if score.slug not in self._forbidden:
            self._forbidden[score.slug] = self._why_not(score)
        return self._forbidden[score.slug]

    def _why_not(self, score: Score) -> Reason | None:
        if score.slug in self.movements:
            return self.movements[score.slug]
        if score.position in self.positions:
            return self.positions[score.position]
        refused = self._refused(score, score.levels[0])
        alone = next((only.reason for only in self.only if not (score.is_breath or only.tags & score.tags)), None)
        return _as_left_out(refused) if refused else alone

    def _refused(self, score: Score, level: Level) -> Reason | None:
        """Return why a level is left out by itself: for its tags, or because the caps leave hardly anything of it."""
        banned = sorted(tag for tag in self.tags.keys() & score.tags if score.carries(tag, level))
        if banned:
            return self.tags[banned[0]]
        share, why = self._share(score, level)
        return why if share < LEAST_REACH else None

    def refuses(self, score: Score, level: Level) -> Reason | None:
        """Return why this level or one on the way to it is left out, or None when nothing speaks against it."""
        return self.forbids(score) or self._on_the_way(score, level)[1]

    def _on_the_way(self, score: Score, level: Level) -> tuple[Level, Reason | None]:
        """Return the last level before one that is left out, and why that is; the level itself where none is."""
        upto = score.levels[: score.levels.index(level) + 1]
        for below, above in pairwise(upto):
            if why := self._refused(score, above):
                return below, why
        return level, None

    def allows(self, score: Score) -> bool:
        """True when nothing forbids the movement."""
        return self.forbids(score) is None

    def within(self, score: Score, dose: Dose) -> tuple[Dose, Reason | None]:
        """Return the dose no higher, further or more than is allowed, and why when that is less than was asked."""
        asked = (score.slug, dose)
        if asked not in self._kept:
            self._kept[asked] = self._within(score, dose)
        return self._kept[asked]

    def _within(self, score: Score, dose: Dose) -> tuple[Dose, Reason | None]:
        why: Reason | None = None
        for less in (self._no_higher, self._no_further, self._no_more):
            kept, reason = less(score, dose)
            dose, why = kept, why or (reason if kept != dose else None)
        return dose, why

    def _no_higher(self, score: Score, dose: Dose) -> tuple[Dose, Reason | None]:
        """Take the level down to the gentlest where that is asked, else to one not left out; repetitions never rise."""
        gentlest = score.levels[0]
        why = next(iter(self._about(score, self.gentlest)), None)
        if why and dose.level != gentlest.id:
            return _down_to(gentlest, dose), why
        level, why = self._on_the_way(score, score.level(dose.level))
        return (_down_to(level, dose), why) if why and not score.is_breath else (dose, None)

    def _no_further(self, score: Score, dose: Dose) -> tuple[Dose, Reason | None]:
        """Shorten the way. What is done whole or not at all goes down a level for it first."""
        level = score.level(dose.level)
        share, why = self._share(score, level)
        if score.reach(dose) <= share:
            return dose, None
        if score.rises(level) and level is not score.levels[0]:
            level = score.levels[0]
            dose, share = _down_to(level, dose), self._share(score, level)[0]
        return replace(dose, range=min(dose.range, share / level.range)), why

    def _no_more(self, score: Score, dose: Dose) -> tuple[Dose, Reason | None]:
        """Take repetitions away."""
        most, why = min(self._about(score, self.repetitions), key=_number, default=(dose.repetitions, None))
        return replace(dose, repetitions=min(dose.repetitions, most)), why

    def _share(self, score: Score, level: Level) -> tuple[float, Reason | None]:
        """Return how far of the described way is allowed in every posture of a level, 0 to 1, and what says so."""
        asked = (score.slug, level.id)
        if asked not in self._shares:
            caps = () if score.is_breath else self.caps
            shares: list[tuple[float, Reason | None]] = [
                (_share_within(score, level, cap), cap.reason) for cap in caps if cap.holds_for(score)
            ]
            shares += self._about(score, self.reach)
            self._shares[asked] = min(shares, key=_number, default=(1.0, None))
        return self._shares[asked]

    def _about(self, score: Score, said: Mapping[str, Told]) -> list[Told]:
        """Return what is said of this movement by name, or of one of its tags; nothing of the breath."""
        if score.is_breath or not said:
            return []
        return [said[key] for key in (score.slug, *sorted(score.tags)) if key in said]


def _as_left_out(reason: Reason) -> Reason:
    """Return the reason of what keeps a movement small as that of leaving it out: hardly anything of it is left."""
    match reason.rule:
        case "clinician-cap":
            return Reason("clinician-cap-out", reason.values)
        case "condition-cap":
            return Reason("condition-cap-out", reason.values)
        case "condition-reach":
            return Reason("condition-reach-out", reason.values)
        case _:
            return reason


def _down_to(level: Level, dose: Dose) -> Dose:
    return Dose(level.id, min(level.repetitions, dose.repetitions), dose.range)


def _share_within(score: Score, level: Level, cap: Cap) -> float:
    """Return how far of the described way a cap lets every posture of a level go."""
    start, *others = score.measured(cap.measure, level)
    return min((fraction_within(start, end, cap.most) for end in others), default=1.0)


def strictest(several: Iterable[Limits]) -> Limits:
    """Return one set of limits that leaves out all that any of them leaves out; the first to say so gives why."""
    every = tuple(several)
    parts = {part for limits in every for part in limits.parts}
    return Limits(
        movements=_first(limits.movements for limits in every),
        positions=_first(limits.positions for limits in every),
        tags=_first(limits.tags for limits in every),
        only=tuple(only for limits in every for only in limits.only),
        caps=tuple(cap for limits in every for cap in limits.caps),
        gentlest=_first(limits.gentlest for limits in every),
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


def _number(most: tuple[float, Reason | None]) -> float:
    return most[0]
