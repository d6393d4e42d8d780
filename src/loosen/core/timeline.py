"""The score in time: what is breathed, shown and said from second to second, for one dose at one pace."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from loosen.core.breath import Breath, seconds
from loosen.core.score import Change, Dose, Level, Part, Phrase, Position, Score, Sides, Stay

SAME_POSITION_S = 5.0
"""Seconds between two movements in one position: time to hear what comes."""

CHANGE_S = 10.0
"""Least seconds to change position. Source: clinical ground 4.0, 10 to 20 seconds each, 30 for the older and stiff."""

HEARING_S = 5.0
"""Of a change of position: to hear what comes, and to come to rest in it."""

BOTH_SIDES = ("right", "left")
"""The order of the sides; a score is written for the right one."""

FROM_LYING_S = {
    Position.LYING: 0,
    Position.SIDE_LYING: 3,
    Position.HANDS_AND_KNEES: 9,
    Position.KNEELING: 9,
    Position.STANDING: 16,
    Position.SITTING: 20,
}
"""Seconds that a sore back takes along the one line from the floor, over the side and one knee, to the chair.

From the floor to the chair goes by way of standing, so it lasts longer than to standing. Source: clinical ground 4.0.
"""


@dataclass(frozen=True, slots=True)
class Cue:
    """One stretch of one breath phase.

    `at_s` counts from the movement's first cue. `posture` is reached when the cue ends. `counts` is 0 when nothing is
    counted. `say` is the phrase's own words, `layer` one of the four layers or "". `repetition` of `of` counts within
    a part and side. `chime` marks the start of the movement, of a part and of a side.
    """

    at_s: float
    duration_s: float
    breath: Breath
    counts: float
    posture: str
    say: str
    layer: str
    repetition: int
    of: int
    side: str | None
    chime: bool
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Round:
    """One repetition of a part on one side."""

    part: Part
    repetition: int
    of: int
    side: str | None
    begins: bool


@dataclass(frozen=True, slots=True)
class _Beat:
    """A cue before it has its time."""

    breath: Breath
    counts: float
    posture: str
    say: str


def cues(score: Score, dose: Dose, count_s: float) -> tuple[Cue, ...]:
    """Return the cues of a dose, gapless and in order; range changes none of them."""
    level = score.level(dose.level)
    layers = list(score.layers.in_turn())
    made: list[Cue] = []
    at_s = 0.0
    for given in _rounds(score, dose):
        layer = layers.pop(0) if layers and given.repetition > 1 else ""
        for place, beat in enumerate(_beats(score, level, given)):
            cue = Cue(
                at_s=at_s,
                duration_s=seconds(beat.counts, count_s),
                breath=beat.breath,
                counts=beat.counts if level.counting else 0,
                posture=beat.posture,
                say=beat.say,
                layer="" if place else layer,
                repetition=given.repetition,
                of=given.of,
                side=given.side,
                chime=given.begins and not place,
                part=given.part.name,
            )
            made.append(cue)
            at_s += cue.duration_s
    return tuple(made)


def duration_s(score: Score, dose: Dose, count_s: float) -> float:
    """Return how long a dose lasts, in seconds: where its last cue ends, without making the cues."""
    level = score.level(dose.level)
    counts = 0.0
    for part in score.whole():
        of = repetitions_of(part, score, dose)
        sides = 1 if part.sides is Sides.TOGETHER else 2
        asides = sum(_counts(aside.phrases, level) for aside in score.asides if aside.after < of)
        counts += sides * (of * _counts(part.phrases, level) + asides)
        if score.change and part.sides is Sides.EACH:
            counts += score.change.counts
    return seconds(counts, count_s)


def first_round(score: Score) -> tuple[Phrase, ...]:
    """Return the phrases of one repetition in order; of a movement in parts, those of each part once."""
    return tuple(phrase for part in score.whole() for phrase in part.phrases)


def change_s(from_position: Position | None, to_position: Position) -> float:
    """Return the seconds to come from one position to the next; None is standing, before a session."""
    if from_position is to_position:
        return SAME_POSITION_S
    return max(CHANGE_S, HEARING_S + abs(FROM_LYING_S[from_position or Position.STANDING] - FROM_LYING_S[to_position]))


def repetitions_of(part: Part, score: Score, dose: Dose) -> int:
    """Return how often a part is done: its share of the dose, at least once."""
    return max(1, floor(part.repetitions * dose.repetitions / score.described.repetitions + 0.5))


def _rounds(score: Score, dose: Dose) -> Iterator[_Round]:
    """Every repetition in order: all parts, each with its sides."""
    for part in score.whole():
        of = repetitions_of(part, score, dose)
        for side, repetition in _turns(part.sides, of):
            begins = repetition == 1 and (side != "left" or part.sides is Sides.EACH)
            yield _Round(part, repetition, of, side, begins)


def _counts(phrases: tuple[Phrase, ...], level: Level) -> float:
    """Sum the counts of phrases and their stays at a level."""
    counts = 0.0
    for phrase in phrases:
        counts += level.counts.get(phrase.id, phrase.counts)
        if phrase.stay:
            breaths = level.stays.get(phrase.id, phrase.stay.breaths)
            counts += breaths * (phrase.stay.counts_in + phrase.stay.counts_out)
    return counts


def _turns(sides: Sides, of: int) -> list[tuple[str | None, int]]:
    """Sides and repetitions in the order they are done."""
    numbers = range(1, of + 1)
    if sides is Sides.TOGETHER:
        return [(None, number) for number in numbers]
    if sides is Sides.EACH:
        return [(side, number) for side in BOTH_SIDES for number in numbers]
    return [(side, number) for number in numbers for side in BOTH_SIDES]


def _beats(score: Score, level: Level, given: _Round) -> Iterator[_Beat]:
    """One repetition: perhaps the change to this side, its phrases, perhaps an aside after it."""
    phrases = [level.shape(phrase) for phrase in given.part.phrases]
    if score.change and given.part.sides is Sides.EACH and given.side == "left" and given.begins:
        yield _changing(score.change, phrases)
    yield from _played(phrases)
    for aside in score.asides:
        if aside.after == given.repetition < given.of:
            yield from _played([level.shape(phrase) for phrase in aside.phrases])


def _changing(change: Change, phrases: list[Phrase]) -> _Beat:
    """Changing sides ends where a repetition ends."""
    return _Beat(Breath.EASY, change.counts, phrases[-1].posture, change.say)


def _played(phrases: list[Phrase]) -> Iterator[_Beat]:
    for phrase in phrases:
        yield _Beat(phrase.breath, phrase.counts, phrase.posture, phrase.say)
        if phrase.stay:
            yield from _stayed(phrase, phrase.stay)


def _stayed(phrase: Phrase, stay: Stay) -> Iterator[_Beat]:
    """Whole breaths that go on from the phrase: after an in-breath they begin with the out-breath."""
    halves = [(Breath.IN, stay.counts_in), (Breath.OUT, stay.counts_out)]
    if phrase.breath is Breath.IN:
        halves.reverse()
    for breath in range(stay.breaths):
        for half, (phase, counts) in enumerate(halves):
            yield _Beat(phase, counts, phrase.posture, "" if breath or half else stay.say)
