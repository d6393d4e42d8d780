"""Today as it is shown: which session is now, what each movement asks, and why the day looks as it does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loosen.content.words import sentence
from loosen.core.day import Absence, Day, Session, Step
from loosen.core.journal import DayPart
from loosen.core.moment import Moment
from loosen.core.reasons import Reason
from loosen.core.score import Dose, Position, Score, Sides
from loosen.web import stills
from loosen.web.chosen import PART_WORDS

HOURS = (DayPart.MORNING, DayPart.NOON, DayPart.AFTERNOON, DayPart.BEDTIME)
"""The parts of a day that have an hour, in their order; every other session is had whenever it suits."""

AROUND_A_RUN = frozenset({DayPart.BEFORE_RUN, DayPart.AFTER_RUN})

TOLD_BESIDE_THE_MOVEMENT = "usual-with-a-change"
"""The reason of a usual session in which one movement is not as usual."""

NOW_WORDS = {
    **PART_WORDS,
    DayPart.MORNING: "This morning",
    DayPart.NOON: "At noon",
    DayPart.AFTERNOON: "This afternoon",
}

PAST_WORDS = {
    DayPart.MORNING: "The morning session",
    DayPart.NOON: "The noon session",
    DayPart.AFTERNOON: "The afternoon session",
    DayPart.BEDTIME: "Before bed",
}

GREETINGS = {
    DayPart.MORNING: "Good morning",
    DayPart.NOON: "Good afternoon",
    DayPart.AFTERNOON: "Good afternoon",
    DayPart.BEDTIME: "Good evening",
}

POSITION_WORDS = {
    Position.LYING: "lying",
    Position.SIDE_LYING: "on your side",
    Position.HANDS_AND_KNEES: "hands and knees",
    Position.KNEELING: "kneeling",
    Position.SITTING: "seated",
    Position.STANDING: "standing",
}


@dataclass(frozen=True, slots=True)
class Move:
    """One movement of the chain: its name, how much, from where, its still, and why it is as it is."""

    slug: str
    name: str
    dose: str
    still: stills.Still
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One session."""

    id: str
    part: DayPart
    minutes: int
    moves: tuple[Move, ...]
    why: tuple[str, ...]

    @property
    def hero(self) -> Move:
        """The movement in the middle of the chain: it shows best what the session is."""
        return self.moves[len(self.moves) // 2]

    @property
    def changed(self) -> tuple[Move, ...]:
        """The movements that are not as they usually are."""
        return tuple(move for move in self.moves if move.why)

    @property
    def later_words(self) -> str:
        """The heading when it comes later, or was earlier."""
        return PART_WORDS[self.part]

    @property
    def names(self) -> str:
        """The movements in one line."""
        return ", ".join(move.name if at == 0 else move.name.lower() for at, move in enumerate(self.moves))


@dataclass(frozen=True, slots=True)
class Left:
    """A movement the usual session has and today's has not, and why."""

    name: str
    why: tuple[str, ...]


def cards_of(day: Day, scores: Mapping[str, Score], language: str) -> tuple[Card, ...]:
    """Return every session that can be had today, one small thing last."""
    return tuple(_card(session, scores, language) for session in day.every)


def the_one_for_now(cards: Sequence[Card], moment: Moment, done: frozenset[str]) -> Card | None:
    """Return the session of this part of the day, else the next to come, one without an hour, or the last one left.

    None: all are done. One that was passed by is never added to the next; it can still be had. What belongs around a
    run waits for the run, where there is anything else.
    """
    usual = [card for card in cards if card.part not in AROUND_A_RUN] or cards
    open_ = [card for card in usual if card.id not in done]
    ahead = [card for card in open_ if is_ahead(card, moment)]
    whenever = [card for card in open_ if card.part not in HOURS]
    return next(iter((*ahead, *whenever, *reversed(open_))), None)


def is_ahead(card: Card, moment: Moment) -> bool:
    """True of a session whose part of the day is now or still to come."""
    return card.part in HOURS and HOURS.index(card.part) >= HOURS.index(moment.part)


def is_past(card: Card, moment: Moment) -> bool:
    """True of a session whose part of the day has gone by."""
    return card.part in HOURS and not is_ahead(card, moment)


def sentences(reasons: Sequence[Reason], language: str) -> tuple[str, ...]:
    """Return what the reasons say, each once."""
    return tuple(dict.fromkeys(sentence(reason, language) for reason in reasons))


def left_out(absences: Sequence[Absence], scores: Mapping[str, Score], language: str) -> tuple[Left, ...]:
    """Return the movements that are not given today."""
    return tuple(
        Left(scores[absence.movement].name, sentences(absence.reasons, language))
        for absence in absences
        if absence.movement in scores
    )


def reasons_of(day: Day) -> Iterator[Reason]:
    """Yield every reason that a day carries."""
    yield from day.reasons
    for absence in day.absences:
        yield from absence.reasons
    for session in day.every:
        yield from session.reasons
        for step in session.steps:
            yield from step.reasons


def dose_words(score: Score, dose: Dose) -> str:
    """Return how much, as a person says it: "6 times", "5 a side", "6 breaths", "once through"."""
    number = dose.repetitions
    if len(score.whole()) > 1:
        return "once through"
    if "breath" in score.regions:
        return f"{number} breath{'s' if number > 1 else ''}"
    if score.whole()[0].sides is not Sides.TOGETHER:
        return f"{number} a side"
    return "once" if number == 1 else f"{number} times"


def where_words(score: Score) -> str:
    """Return where the body is."""
    return POSITION_WORDS[score.position]


def _card(session: Session, scores: Mapping[str, Score], language: str) -> Card:
    return Card(
        id=session.id,
        part=session.part,
        minutes=max(1, round(session.duration_s / 60)),
        moves=tuple(_move(step, scores[step.movement], language) for step in session.steps),
        why=sentences(_concrete(session), language),
    )


def _concrete(session: Session) -> tuple[Reason, ...]:
    """Return why the session looks as it does; where that only points to a movement, the movement's own reason."""
    beside = tuple(reason for step in session.steps for reason in step.reasons)
    points = session.reasons[:1] and session.reasons[0].rule == TOLD_BESIDE_THE_MOVEMENT
    return (*beside[:1], *session.reasons[1:]) if points and beside else session.reasons


def _move(step: Step, score: Score, language: str) -> Move:
    return Move(
        slug=score.slug,
        name=score.name,
        dose=f"{dose_words(score, step.dose)}, {where_words(score)}",
        still=stills.of(score),
        why=sentences(step.reasons, language),
    )
