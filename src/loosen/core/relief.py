"""The ways out of a session: easier, swapped, stopped. The whole graph is made here; the player only follows links.

A place knows how sharp the session has been so far: not at all, in this very movement, or in another one. A movement
that was sharp and passed is met once more, smaller; sharp again, it is left. A second sharp movement ends the session
with the breath.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from loosen.core.day import Link, Place, PlaceKind, Step
from loosen.core.journal import Event
from loosen.core.pacing import LEAST_SHARE
from loosen.core.practice import BREATHS
from loosen.core.reasons import Reason
from loosen.core.routine import (
    HALF_RANGE,
    LEAST_BREATHS,
    LEAST_REPETITIONS,
    fewer,
    first_dose,
    gentler,
    gentlest_dose,
    half_way,
)
from loosen.core.score import Dose
from loosen.core.swaps import ways_of
from loosen.core.today import Today

PINCHES = "thigh-lifted"
"""The tag of movements that may pinch at the hip, with a way out of their own. Source: clinical ground 2.5."""

CARDS = {"leg": "questions", "dizzy": "urgent-signs", "cannot-get-up": "cannot-get-up"}
"""The card an answer opens; the session is over then."""


class Sharp(IntEnum):
    """How sharp the session has been when a place is reached."""

    NOT_YET = 0
    HERE = 1
    ELSEWHERE = 2


ELSE, CLOSING = -1, -2
"""Ways that are no movement of the step: the question behind Something else, and the breath that closes the session."""

NOT_YET, HERE, ELSEWHERE = Sharp
PLAY, SETTLE, QUESTION, CARD = PlaceKind.PLAY, PlaceKind.SETTLE, PlaceKind.QUESTION, PlaceKind.CARD
DONE, EASIER, SWAP, SHARP, PINCH, ANSWER = (
    Event.DONE, Event.EASIER, Event.SWAP, Event.SHARP, Event.PINCH, Event.ANSWER,
)  # fmt: skip
# By their own names: Python 3.11 looks a member up in its enum slowly, and a session asks for some thousands.


@dataclass(slots=True, eq=False)
class At:
    """A place before it has its links. `way` counts the step's own movement (0), its swaps, then rest with breath.

    `why` is the rule that led here, "" where the step is as it was given. `id` is given when it is first led to. There
    is one of each, and one of each dose, so that a thousand taps are followed without comparing what they lead to.
    """

    kind: PlaceKind
    step: int
    way: int = 0
    dose: Dose | None = None
    sharp: Sharp = NOT_YET
    card: str | None = None
    why: str = ""
    id: str = ""


Way = tuple[int, int, Sharp]
Key = tuple[PlaceKind, int, int, int, Sharp, str | None, str]


def places(steps: Sequence[Step], today: Today, in_bed: bool = False) -> tuple[Place, ...]:
    """Return every place the session may come to; the first is where it starts."""
    return tuple(_Session(tuple(steps), today, in_bed).unfolded())


class _Session:
    """The session whose places are unfolded: for each step its movement, what may stand in, and rest with breath."""

    def __init__(self, steps: tuple[Step, ...], today: Today, in_bed: bool) -> None:
        self.steps = steps
        self.today = today
        self.scores = today.ground.practice.scores
        self.ways = ways_of(steps, today, in_bed)
        self.doses: dict[Dose, Dose] = {}
        self.breath = self._same(replace(steps[0].dose, repetitions=min(LEAST_BREATHS, steps[0].dose.repetitions)))
        self.given = tuple(self._same(step.dose) for step in steps)
        self.whys: dict[tuple[int, str], tuple[Reason, ...]] = {}
        self.common: dict[Way, dict[str, Link]] = {}
        self.swaps: dict[Way, At] = {}
        self.cards: dict[int, dict[str, Link]] = {}
        self.smaller: dict[tuple[str, int], Dose | None] = {}
        movements = {movement for ways in self.ways for movement in ways}
        self.first = {movement: self._first(movement) for movement in movements}
        self.least = {movement: self._least(movement) for movement in movements}
        self.met: dict[Key, At] = {}
        self.named = 0
        self.waiting: deque[At] = deque()
        self.end = At(PlaceKind.END, 0)

    def unfolded(self) -> Iterator[Place]:
        """Yield the places in the order in which they are first led to."""
        self._link(self._begin(0), None)
        while self.waiting:
            at = self.waiting.popleft()
            if at.kind is PLAY:
                movement, reasons = self._movement(at), self._reasons(at)
                yield Place(at.id, PLAY, at.step, self._of_play(at), movement, at.dose, None, reasons)
            else:
                yield Place(at.id, at.kind, at.step, self._of_pause(at), card=at.card)

    def _link(self, to: At, event: Event | None) -> Link:
        """Return the link to a place; one that is led to for the first time has its name from now on."""
        if not to.id:
            to.id = "end" if to is self.end else f"p{self.named}"
            self.named += 1
            self.waiting.append(to)
        return Link(to.id, event)

    def _play(self, step: int, way: int, dose: Dose | None, sharp: Sharp, why: str = "") -> At:
        """Return the one place where this is played."""
        key = (PLAY, step, way, id(dose), sharp, None, why)
        at = self.met.get(key)
        if at is None:
            at = self.met[key] = At(PLAY, step, way, dose, sharp, None, why)
        return at

    def _pause(self, kind: PlaceKind, step: int, way: int, sharp: Sharp = NOT_YET, card: str | None = None) -> At:
        """Return the one place like this where nothing is played."""
        key = (kind, step, way, 0, sharp, card, "")
        at = self.met.get(key)
        if at is None:
            at = self.met[key] = At(kind, step, way, None, sharp, card)
        return at

    def _same(self, dose: Dose) -> Dose:
        """Return the one dose that is like this."""
        return self.doses.setdefault(dose, dose)

    def _first(self, movement: str) -> Dose:
        """Return how a movement that stands in for another begins; on a day of the least, with no more than that."""
        dose = first_dose(self.scores[movement])
        return self._capped(movement, fewer(dose, LEAST_SHARE) if self.today.does_the_least else dose)

    def _least(self, movement: str) -> Dose:
        """Return the gentlest level at half range, two repetitions: what is left of a movement that was sharp."""
        least = replace(gentlest_dose(self.scores[movement]), repetitions=LEAST_REPETITIONS, range=HALF_RANGE)
        return self._capped(movement, least)

    def _movement(self, at: At) -> str:
        """Return what is played at a place."""
        return self.ways[at.step][-1 if at.way == CLOSING else at.way]

    def _reasons(self, at: At) -> tuple[Reason, ...]:
        """Return why this is played: as it was given with the step's reasons, or by the way out that led here."""
        asked = (at.step, at.why)
        if asked not in self.whys:
            step = self.steps[at.step]
            values = {"instead": step.movement} if at.why == "swapped-now" else {}
            self.whys[asked] = (Reason(at.why, values),) if at.why else step.reasons
        return self.whys[asked]

    def _of_play(self, at: At) -> dict[str, Link]:
        """Return the ways out of a movement. All but easier and pinch are the same at every dose, and found once."""
        way = (at.step, at.way, at.sharp)
        common = self.common.get(way)
        if common is None:
            swapped = self.swaps[way] = self._swapped(at)
            links = self.common[way] = {
                "done": self._link(self._after(at), DONE),
                "easier": self._link(self._easier(at) or swapped, EASIER),
                "swap": self._link(swapped, SWAP),
                "sharp": self._link(self._settling(at), SHARP),
                "else": self._link(self._something_else(at), None),
            }
        else:
            links = {**common, "easier": self._link(self._easier(at) or self.swaps[way], EASIER)}
        if PINCHES in self.scores[self._movement(at)].tags:
            links = {**links, "pinch": self._link(self._less_pull(at) or self.swaps[way], PINCH)}
        return links

    def _of_pause(self, at: At) -> dict[str, Link]:
        """Return the ways on from the two breaths, and the answers to a question; a card and the end have none."""
        if at.kind is SETTLE:
            asked = self._pause(QUESTION, at.step, at.way, at.sharp)
            return {"next": self._link(asked, None), "else": self._link(self._something_else(at), None)}
        return self._of_question(at) if at.kind is QUESTION else {}

    def _something_else(self, at: At) -> At:
        return self._pause(QUESTION, at.step, ELSE)

    def _settling(self, at: At) -> At:
        """Return the two breaths after a stop. After a second sharp movement it no longer matters which one it was."""
        way = 0 if at.sharp is ELSEWHERE and at.way != CLOSING else at.way
        return self._pause(SETTLE, at.step, way, at.sharp)

    def _of_question(self, at: At) -> dict[str, Link]:
        """Return the answers. Legs, dizziness, chest and breath end the session on their card, whatever went before."""
        if at.step not in self.cards:
            self.cards[at.step] = {name: self._link(self._card(at, name), ANSWER) for name in ("leg", "dizzy")}
        cards = self.cards[at.step]
        if at.way == ELSE:
            return {**cards, "cannot-get-up": self._link(self._card(at, "cannot-get-up"), None)}
        gone = self._link(self._gone(at), ANSWER)
        return {**cards, "gone": gone, "still": self._link(self._still(at), ANSWER)}

    def _card(self, at: At, answer: str) -> At:
        return self._pause(CARD, at.step, 0, card=CARDS[answer])

    def _begin(self, step: int, sharp: Sharp = NOT_YET) -> At:
        """Return where a step begins, or the end after the last."""
        return self.end if step == len(self.steps) else self._play(step, 0, self.given[step], sharp)

    def _after(self, at: At) -> At:
        """Return what follows when a movement is done or left."""
        return self.end if at.way == CLOSING else self._begin(at.step + 1, _elsewhere(at.sharp))

    def _easier(self, at: At) -> At | None:
        """Return the next gentler level; at the gentlest half the range; None when nothing is smaller."""
        dose = at.dose and self._smaller(self._movement(at), at.dose)
        return self._play(at.step, at.way, dose, at.sharp, why="easier-now") if dose else None

    def _smaller(self, movement: str, dose: Dose) -> Dose | None:
        """Return what is easier than this dose. Some hundred places ask the same; each answer is found once."""
        asked = (movement, id(dose))
        if asked not in self.smaller:
            self.smaller[asked] = self._found_smaller(movement, dose)
        return self.smaller[asked]

    def _found_smaller(self, movement: str, dose: Dose) -> Dose | None:
        lower = gentler(self.scores[movement], dose)
        if lower is None and movement not in BREATHS and dose.range > HALF_RANGE:
            lower = replace(dose, range=HALF_RANGE)
        return lower and self._capped(movement, lower)

    def _less_pull(self, at: At) -> At | None:
        """Return the movement with a lighter lift, for a pinch at the hip; None when it is at its lightest."""
        movement = self._movement(at)
        dose = at.dose and self._capped(movement, half_way(self.scores[movement], at.dose))
        return None if dose is at.dose else self._play(at.step, at.way, dose, at.sharp, why="less-pull")

    def _swapped(self, at: At) -> At:
        """Return what stands in for this movement, rest with the breath after that, and then the next step."""
        rest = len(self.ways[at.step]) - 1
        return self._after(at) if at.way in (CLOSING, rest) else self._stand_in(at, at.way + 1, at.sharp)

    def _stand_in(self, at: At, way: int, sharp: Sharp) -> At:
        """Return another way of this step, after a movement that was this sharp."""
        if way == len(self.ways[at.step]) - 1:
            return self._play(at.step, way, self.breath, _elsewhere(sharp), why="rest-with-breath")
        dose = self.first[self.ways[at.step][way]]
        return self._play(at.step, way, dose, _elsewhere(sharp), why="swapped-now")

    def _gone(self, at: At) -> At:
        """Return the least of this movement; sharp a second time, the movement is left."""
        if at.sharp is not NOT_YET:
            return self._still(at)
        return self._play(at.step, at.way, self.least[self._movement(at)], HERE, why="eased-after-sharp")

    def _still(self, at: At) -> At:
        """Return something for the same region in another position, else the next step; after two, a closing breath."""
        if at.way == CLOSING:
            return self.end
        if at.sharp is ELSEWHERE:
            return self._play(at.step, CLOSING, self.breath, ELSEWHERE, why="closing-breath")
        here = self.scores[self._movement(at)].position
        for way in range(at.way + 1, len(self.ways[at.step]) - 1):
            if self.scores[self.ways[at.step][way]].position is not here:
                return self._stand_in(at, way, ELSEWHERE)
        return self._begin(at.step + 1, ELSEWHERE)

    def _capped(self, movement: str, dose: Dose) -> Dose:
        """Return the dose no further than the person's limits allow, on every way out."""
        return self._same(self.today.ground.limits.within(self.scores[movement], dose)[0])


def _elsewhere(sharp: Sharp) -> Sharp:
    """A movement that was sharp lies behind once the next one begins."""
    return NOT_YET if sharp is NOT_YET else ELSEWHERE
