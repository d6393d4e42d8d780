"""How values of the core lie in rows: the kind of an entry by name, and each value as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import msgspec

from loosen.core.day import Day, Referral
from loosen.core.journal import CheckIn, Choice, DayPart, Entry, Note, PlayerEvent, Walk
from loosen.core.plan import Plan
from loosen.core.record import Given, Person
from loosen.core.score import Position
from loosen.core.screening import Clearing, Screening
from loosen.web.people.models import Entry as EntryRow
from loosen.web.people.models import User

KINDS: dict[str, type[Entry]] = {
    "check-in": CheckIn,
    "event": PlayerEvent,
    "note": Note,
    "choice": Choice,
    "screening": Screening,
    "clearing": Clearing,
    "plan": Plan,
    "walk": Walk,
}
"""Names are for ever: they stand in every database."""

NAMES = {value: name for name, value in KINDS.items()}

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a morning yielded, one of the two, in a form that JSON can tell apart; and the conditions in force by id."""

    day: Day | None = None
    referral: Referral | None = None
    conditions: tuple[str, ...] = ()


_ENCODER = msgspec.json.Encoder()
_ENTRIES = {name: msgspec.json.Decoder(kind) for name, kind in KINDS.items()}
_GIVEN = msgspec.json.Decoder(Given)
_OUTCOME = msgspec.json.Decoder(Outcome)


def person_of(user: User) -> Person:
    """Return what the planner may know of a person."""
    return Person(
        birth_year=user.birth_year,
        zone=user.zone,
        country=user.country,
        language=user.language,
        usual_pain=user.usual_pain,
        parts=tuple(DayPart(part) for part in user.parts),
        count_s=user.count_s,
        positions_off=frozenset(Position(position) for position in user.positions_off),
        programme=user.programme,
    )


def text_of_person(user: User) -> str:
    """Return what the planner may know of a person as JSON, the same text for the same person."""
    person = msgspec.to_builtins(person_of(user))
    person["positions_off"].sort()
    return _text(person)


def row_of(user: User, entry: Entry) -> EntryRow:
    """Return the row that keeps an entry."""
    return EntryRow(
        person=user,
        uid=entry.id,
        kind=NAMES[type(entry)],
        at=entry.at,
        zone=entry.zone,
        day=entry.day,
        revises=entry.revises or "",
        payload=_text(entry),
    )


def entries_of(kind: type[E], payloads: Iterable[tuple[str, str]]) -> tuple[E, ...]:
    """Return the entries of one kind among pairs of kind and payload, in the order of their instants."""
    name = NAMES[kind]
    decode = _ENTRIES[name].decode
    found = (entry for one, text in payloads if one == name and isinstance(entry := decode(text), kind))
    return tuple(sorted(found, key=lambda entry: (entry.at, entry.id)))


def become(user: User, person: Person) -> None:
    """Write what a record says of its person onto the row; it is not saved here."""
    for name in ("birth_year", "zone", "country", "language", "usual_pain", "count_s", "programme"):
        setattr(user, name, getattr(person, name))
    user.parts = [part.value for part in person.parts]
    user.positions_off = sorted(position.value for position in person.positions_off)


def given_of(payloads: Iterable[str]) -> tuple[Given, ...]:
    """Return practice days as they were given, in the order they come."""
    return tuple(_GIVEN.decode(payload) for payload in payloads)


def text_of_given(given: Given) -> str:
    """Return a given day as JSON."""
    return _text(given)


@lru_cache(maxsize=4)
def outcome_of(text: str) -> tuple[Day | Referral, tuple[str, ...]] | None:
    """Return what was planned and the conditions then in force, None where another program wrote another shape.

    The last few are remembered: a household asks for the same day again and again.
    """
    try:
        outcome = _OUTCOME.decode(text)
    except msgspec.ValidationError:
        return None
    planned = outcome.day or outcome.referral
    return (planned, outcome.conditions) if planned else None


def text_of_outcome(outcome: Day | Referral, conditions: tuple[str, ...]) -> str:
    """Return a day or a referral as JSON, with the conditions in force."""
    day, referral = (outcome, None) if isinstance(outcome, Day) else (None, outcome)
    return _text(Outcome(day, referral, conditions))


def _text(value: object) -> str:
    return _ENCODER.encode(value).decode()
