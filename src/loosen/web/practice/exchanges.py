"""What came for a change: a movement that has another one's place for some weeks, and the person's answer to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from loosen.content import loading
from loosen.content.words import sentence
from loosen.core.day import Day
from loosen.core.journal import SWAPS, Choice, ChoiceKind, unrevised
from loosen.core.reasons import Reason
from loosen.core.routine import SWAPPED

NEW_FOR = timedelta(days=3)
"""How long Today asks; after that the page of reasons and the movement's own page do."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A movement that came for a change, and why. `new`: it came in the last days; `stays`: as the person wishes."""

    movement: str
    name: str
    why: str
    new: bool
    stays: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered today about an exchange; it can be taken back on the same day."""

    choice: Choice
    name: str

    @property
    def stays(self) -> bool:
        """The movement stays; else the one before it is back."""
        return self.choice.kind is ChoiceKind.KEEP_SWAP


def swapped_steps(day: Day) -> Mapping[str, Reason]:
    """Return the movements in today that came for a change, each once, with the reason that says so."""
    each = ((step.movement, reason) for session in day.every for step in session.steps for reason in step.reasons)
    return {movement: reason for movement, reason in each if reason.rule == SWAPPED}


def exchanges_of(day: Day, choices: Sequence[Choice], language: str) -> tuple[Exchange, ...]:
    """Return what came for a change and is in today; `choices` are those of the day."""
    rotation, answer = day.standing.rotation, answer_of(choices)
    kept = {rotation.swaps[movement] for movement in rotation.kept if movement in rotation.swaps}
    kept |= {answer.choice.movement} if answer and answer.stays and answer.choice.movement else set()
    return tuple(
        Exchange(
            movement,
            loading.scores()[movement].name,
            sentence(reason, language),
            new=day.day - rotation.came.get(movement, day.day) <= NEW_FOR,
            stays=movement in kept,
        )
        for movement, reason in swapped_steps(day).items()
    )


def answer_of(choices: Sequence[Choice]) -> Answer | None:
    """Return the last answer to an exchange among the choices of a day."""
    last = next((choice for choice in reversed(unrevised(choices)) if choice.kind in SWAPS), None)
    score = loading.scores().get(last.movement or "") if last else None
    return Answer(last, score.name) if last and score else None
