"""The ways out of a session: easier, swapped, stopped. The whole graph is made here; the player only follows links.

A place knows how sharp the session has been so far: not at all, in this very movement, or in another one. A movement
that was sharp and passed is met once more, smaller; sharp again, it is left. A second sharp movement ends the session
with the breath.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple

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
    substitutes,
)
from loosen.core.score import Dose, Score
from loosen.core.today import Today

SWAPS = 2
"""Movements offered in place of one before rest with the breath: more would be a search, not a relief. Reasoned."""

PINCHES = frozenset({"knee-to-chest", "seated-knee-lift"})
"""Movements that may pinch at the hip, with a way out of their own. Source: clinical ground 2.5."""

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


class At(NamedTuple):
    """A place before it has its links. `way` counts the step's own movement (0), its swaps, then rest with breath.

    `why` is the rule that led here, "" where the step is as it was given. A tuple, because some hundred are compared.
    """

    kind: PlaceKind
    step: int
    way: int = 0
    dose: Dose | None = None
    sharp: Sharp = NOT_YET
    card: str | None = None
    why: str = ""


Links = dict[str, tuple[At, Event | None]]

END = At(PlaceKind.END, 0)


def places(steps: Sequence[Step], today: Today) -> tuple[Place, ...]:
    """Return every place the session may come to; the first is where it starts."""
    session = _Session(tuple(steps), today)
    first = session.begin(0)
    names = {first: "p0"}
    waiting = deque((first,))
    made: list[Place] = []
    while waiting:
        at = waiting.popleft()
        links: dict[str, Link] = {}
        for tap, (to, event) in session.links(at).items():
            name = names.get(to)
            if name is None:
                name = names[to] = "end" if to == END else f"p{len(names)}"
                waiting.append(to)
            links[tap] = Link(name, event)
        made.append(_place(names[at], at, links, session))
    return tuple(made)


def _place(name: str, at: At, links: Mapping[str, Link], session: "_Session") -> Place:
    if at.kind is not PLAY:
        return Place(name, at.kind, at.step, card=at.card, links=links)
    return Place(name, at.kind, at.step, session.movement(at), at.dose, None, links, session.reasons(at))


class _Session:
    """The session whose places are unfolded: for each step its movement, what may stand in, and rest with breath."""

    def __init__(self, steps: tuple[Step, ...], today: Today) -> None:
        self.steps = steps
        self.today = today
        self.scores = today.ground.practice.scores
        self.ways = tuple(self._ways(step) for step in steps)
        self.breath = replace(steps[0].dose, repetitions=min(LEAST_BREATHS, steps[0].dose.repetitions))
        self.whys: dict[tuple[int, str], tuple[Reason, ...]] = {}
        self.common: dict[tuple[int, int, Sharp], Links] = {}
        self.capped: dict[tuple[str, Dose], Dose] = {}
        self.smaller: dict[tuple[str, Dose], Dose | None] = {}
        movements = {movement for ways in self.ways for movement in ways}
        self.first = {movement: self._first(movement) for movement in movements}
        self.least = {movement: self._least(movement) for movement in movements}
        self.cards = tuple(self._cards(step) for step in range(len(steps)))
        self.something_else = tuple(At(QUESTION, step, ELSE) for step in range(len(steps)))

    def _ways(self, step: Step) -> tuple[str, ...]:
        taken = {step.movement for step in self.steps}
        own = self.scores[step.movement]
        others = [score for score in self._allowed(own) if score.slug not in taken]
        first = others[:1]
        away = [score for score in others[1:] if own.position not in (score.position, *(one.position for one in first))]
        chosen = [*first, *(away or others[1:])][:SWAPS]
        return (step.movement, *(score.slug for score in chosen), self._rest(own))

    def _allowed(self, own: Score) -> Iterator[Score]:
        """Yield what may stand in: for a movement other movements, for the breath the breath in another position."""
        breath = own.slug in BREATHS
        for slug in substitutes(own, self.today.ground.practice):
            if (slug in BREATHS) is breath and self.today.forbids(self.scores[slug]) is None:
                yield self.scores[slug]

    def _rest(self, own: Score) -> str:
        """Return the breath to rest with: the one this movement wishes, if it may be, else the session's own."""
        wishes = (slug for slug in substitutes(own, self.today.ground.practice) if slug in BREATHS)
        return next((w for w in wishes if self.today.forbids(self.scores[w]) is None), self.steps[0].movement)

    def _first(self, movement: str) -> Dose:
        """Return how a movement that stands in for another begins; on a day of the least, with no more than that."""
        dose = first_dose(self.scores[movement])
        return self._capped(movement, fewer(dose, LEAST_SHARE) if self.today.does_the_least else dose)

    def _least(self, movement: str) -> Dose:
        """Return the gentlest level at half range, two repetitions: what is left of a movement that was sharp."""
        least = replace(gentlest_dose(self.scores[movement]), repetitions=LEAST_REPETITIONS, range=HALF_RANGE)
        return self._capped(movement, least)

    def _cards(self, step: int) -> dict[str, At]:
        return {name: At(CARD, step, card=card) for name, card in CARDS.items()}

    def movement(self, at: At) -> str:
        """Return what is played at a place."""
        return self.ways[at.step][-1 if at.way == CLOSING else at.way]

    def reasons(self, at: At) -> tuple[Reason, ...]:
        """Return why this is played: as it was given with the step's reasons, or by the way out that led here."""
        asked = (at.step, at.why)
        if asked not in self.whys:
            step = self.steps[at.step]
            values = {"instead": step.movement} if at.why == "swapped-now" else {}
            self.whys[asked] = (Reason(at.why, values),) if at.why else step.reasons
        return self.whys[asked]

    def links(self, at: At) -> Links:
        """Return where each tap at this place leads."""
        if at.kind is PLAY:
            return self._of_play(at)
        if at.kind is SETTLE:
            asked = At(QUESTION, at.step, at.way, sharp=at.sharp)
            return {"next": (asked, None), "else": (self.something_else[at.step], None)}
        return self._of_question(at) if at.kind is QUESTION else {}

    def _of_play(self, at: At) -> Links:
        common = self._common(at)
        swapped = common["swap"][0]
        links = {**common, "easier": (self._easier(at) or swapped, EASIER)}
        if self.movement(at) in PINCHES:
            links["pinch"] = (self._less_pull(at) or swapped, PINCH)
        return links

    def _common(self, at: At) -> Links:
        """Return the ways out that are the same at every dose of a movement; each is found once."""
        asked = (at.step, at.way, at.sharp)
        if asked not in self.common:
            swapped = self._swapped(at)
            self.common[asked] = {
                "done": (self.after(at), DONE),
                "easier": (swapped, EASIER),
                "swap": (swapped, SWAP),
                "sharp": (self._settling(at), SHARP),
                "else": (self.something_else[at.step], None),
            }
        return self.common[asked]

    def _settling(self, at: At) -> At:
        """Return the two breaths after a stop. After a second sharp movement it no longer matters which one it was."""
        way = 0 if at.sharp is ELSEWHERE and at.way != CLOSING else at.way
        return At(SETTLE, at.step, way, sharp=at.sharp)

    def _of_question(self, at: At) -> Links:
        """Return the answers. Legs, dizziness, chest and breath end the session on their card, whatever went before."""
        cards = self.cards[at.step]
        links: Links = {name: (cards[name], ANSWER) for name in ("leg", "dizzy")}
        if at.way == ELSE:
            links["cannot-get-up"] = (cards["cannot-get-up"], None)
        else:
            links["gone"] = (self._gone(at), ANSWER)
            links["still"] = (self._still(at), ANSWER)
        return links

    def begin(self, step: int, sharp: Sharp = NOT_YET) -> At:
        """Return where a step begins, or the end after the last."""
        if step == len(self.steps):
            return END
        return At(PLAY, step, 0, self.steps[step].dose, sharp)

    def after(self, at: At) -> At:
        """Return what follows when a movement is done or left."""
        return END if at.way == CLOSING else self.begin(at.step + 1, _elsewhere(at.sharp))

    def _easier(self, at: At) -> At | None:
        """Return the next gentler level; at the gentlest half the range; None when nothing is smaller."""
        dose = at.dose and self._smaller(self.movement(at), at.dose)
        return At(PLAY, at.step, at.way, dose, at.sharp, why="easier-now") if dose else None

    def _smaller(self, movement: str, dose: Dose) -> Dose | None:
        """Return what is easier than this dose. Some hundred places ask the same; each answer is found once."""
        asked = (movement, dose)
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
        movement = self.movement(at)
        dose = at.dose and self._capped(movement, half_way(self.scores[movement], at.dose))
        return None if dose == at.dose else at._replace(dose=dose, why="less-pull")

    def _swapped(self, at: At) -> At:
        """Return what stands in for this movement, rest with the breath after that, and then the next step."""
        rest = len(self.ways[at.step]) - 1
        return self.after(at) if at.way in (CLOSING, rest) else self._stand_in(at, at.way + 1)

    def _stand_in(self, at: At, way: int) -> At:
        sharp = _elsewhere(at.sharp)
        if way == len(self.ways[at.step]) - 1:
            return At(PLAY, at.step, way, self.breath, sharp, why="rest-with-breath")
        dose = self.first[self.ways[at.step][way]]
        return At(PLAY, at.step, way, dose, sharp, why="swapped-now")

    def _gone(self, at: At) -> At:
        """Return the least of this movement; sharp a second time, the movement is left."""
        if at.sharp is not NOT_YET:
            return self._still(at)
        dose = self.least[self.movement(at)]
        return At(PLAY, at.step, at.way, dose, HERE, why="eased-after-sharp")

    def _still(self, at: At) -> At:
        """Return something for the same region in another position, else the next step; after two, a closing breath."""
        if at.way == CLOSING:
            return END
        if at.sharp is ELSEWHERE:
            return At(PLAY, at.step, CLOSING, self.breath, ELSEWHERE, why="closing-breath")
        here = self.scores[self.movement(at)].position
        left = At(PLAY, at.step, at.way, sharp=ELSEWHERE)
        for way in range(at.way + 1, len(self.ways[at.step]) - 1):
            if self.scores[self.ways[at.step][way]].position is not here:
                return self._stand_in(left, way)
        return self.after(left)

    def _capped(self, movement: str, dose: Dose) -> Dose:
        if not self.today.ground.limits.caps:
            return dose
        asked = (movement, dose)
        if asked not in self.capped:
            self.capped[asked] = self.today.ground.limits.within(self.scores[movement], dose)[0]
        return self.capped[asked]


def _elsewhere(sharp: Sharp) -> Sharp:
    """A movement that was sharp lies behind once the next one begins."""
    return NOT_YET if sharp is NOT_YET else ELSEWHERE
