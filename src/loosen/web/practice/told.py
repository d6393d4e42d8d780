"""What the player tells: a JSON list of events, read strictly, so that nothing half understood reaches the journal."""

from datetime import datetime
from typing import Annotated

import msgspec

from loosen.core.journal import Event, PlayerEvent, SharpAnswer
from loosen.core.moment import Moment

MOST_EVENTS = 200
"""Events in one list; the player sends at most fifty."""

Id = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]{1,64}$")]
Repetitions = Annotated[int, msgspec.Meta(ge=0, le=1000)]


class UnreadableError(ValueError):
    """The list cannot be read: `place` says where, `remedy` what to do."""

    def __init__(self, place: str, fault: str, remedy: str) -> None:
        """Keep the place and the remedy for the answer."""
        super().__init__(f"{place}: {fault}")
        self.place, self.remedy = place, remedy


class _Told(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One event as it is sent."""

    id: Id
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    zone: Annotated[str, msgspec.Meta(max_length=64)]
    event: Event
    movement: Slug | None = None
    level: Slug | None = None
    repetitions: Repetitions | None = None
    answer: SharpAnswer | None = None
    undoes: Id | None = None


_LIST = msgspec.json.Decoder(Annotated[list[_Told], msgspec.Meta(max_length=MOST_EVENTS)])


def told_events(body: bytes, session: str) -> tuple[PlayerEvent, ...]:
    """Return the events of one session in the order they were sent. Raises UnreadableError."""
    try:
        told = _LIST.decode(body)
    except (msgspec.ValidationError, msgspec.DecodeError) as fault:
        what, _, place = str(fault).partition(" - at `")
        raise UnreadableError(place.rstrip("`") or "$", what, "Reload the page and tap once more.") from None
    return tuple(_event(one, f"$[{at}]", session) for at, one in enumerate(told))


def _event(told: _Told, place: str, session: str) -> PlayerEvent:
    try:
        day = Moment(told.at, told.zone).practice_day
    except OverflowError:
        raise UnreadableError(f"{place}.at", "outside the calendar", "Set this device's clock.") from None
    except (KeyError, ValueError, OSError):
        raise UnreadableError(
            f"{place}.zone", "unknown time zone", "Send an IANA zone such as Europe/London."
        ) from None
    return PlayerEvent(
        id=told.id,
        at=told.at,
        zone=told.zone,
        day=day,
        session=session,
        event=told.event,
        movement=told.movement,
        level=told.level,
        repetitions=told.repetitions,
        answer=told.answer,
        undoes=told.undoes,
    )
