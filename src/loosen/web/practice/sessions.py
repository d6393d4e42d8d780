"""Today's sessions as the page lays them out: the one for now, what comes later, and what was done."""

from collections.abc import Iterable
from dataclasses import dataclass

from loosen.content import loading
from loosen.core.day import Day, Session
from loosen.core.journal import DayPart, Event, PlayerEvent, events_that_count
from loosen.core.moment import Moment
from loosen.core.record import Record
from loosen.web.practice import cards
from loosen.web.practice.cards import Card


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of a day, each in one place; `is_past`: the part of the day of the one for now has gone by.

    `small` is one small thing, which stands beside the session for now; once that is done, or was chosen away, it is
    among those that may be had at any hour. `around` are those before and after a run.
    """

    now: Card | None
    is_past: bool
    small: Card | None
    later: tuple[Card, ...]
    earlier: tuple[Card, ...]
    anytime: tuple[Card, ...]
    around: tuple[Card, ...]
    done: tuple[Card, ...]

    @property
    def several(self) -> bool:
        """The day has more than one session, one small thing apart."""
        others = (*self.later, *self.earlier, *self.anytime, *self.around, *self.done)
        return any(card.part is not DayPart.SMALL for card in others)

    @property
    def now_words(self) -> str:
        """The heading of the session of now; one whose part of the day has gone by is never called late."""
        words = cards.PAST_WORDS if self.is_past else cards.NOW_WORDS
        return words[self.now.part] if self.now else ""


def sessions_of(day: Day, told: Record, moment: Moment, language: str) -> Sessions:
    """Return the sessions of a day; `told` is what was told on it."""
    every = cards.cards_of(day, loading.scores(), language)
    done = _done(day, told)
    small = next((card for card in every if day.small and card.id == day.small.id and card.id not in done), None)
    now = cards.the_one_for_now([card for card in every if card is not small], moment, done)
    others = [card for card in every if card.id not in done and card is not now and (card is not small or now is None)]
    return Sessions(
        now=now,
        is_past=now is not None and cards.is_past(now, moment),
        small=small if now else None,
        later=tuple(card for card in others if cards.is_ahead(card, moment)),
        earlier=tuple(card for card in others if cards.is_past(card, moment)),
        anytime=tuple(card for card in others if card.part in (DayPart.FULL, DayPart.SMALL)),
        around=tuple(card for card in others if card.part in cards.AROUND_A_RUN),
        done=tuple(card for card in every if card.id in done),
    )


def _done(day: Day, told: Record) -> frozenset[str]:
    """Return the sessions of the day that were gone through to their end, or noted."""
    events = events_that_count(told.events, told.notes)
    ended = {event.session for event in events if event.event is Event.ENDED}
    through = {session.id for session in day.every if _is_through(session, events)}
    return frozenset(ended | through | {note.session for note in told.notes})


def _is_through(session: Session, events: Iterable[PlayerEvent]) -> bool:
    """True when every movement was done since the session was last begun: the player tells of each one once."""
    done = 0
    for event in events:
        if event.session == session.id:
            done = 0 if event.event is Event.BEGAN else done + (event.event is Event.DONE)
    return 0 < len(session.steps) <= done
