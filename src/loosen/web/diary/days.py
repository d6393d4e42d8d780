"""Days and sessions as the journal tells them: what was noted, what was done, what was said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loosen.content import loading
from loosen.core.journal import (
    Body,
    CheckIn,
    Choice,
    ChoiceKind,
    Note,
    PlayerEvent,
    Walk,
    check_in_that_counts,
    choices_about_the_day,
    notes_that_count,
    unrevised,
    walks_that_count,
)
from loosen.web import records
from loosen.web.diary.chips import is_breath
from loosen.web.diary.chips import words_of as chip_words
from loosen.web.diary.forms import BODY_WORDS, FELT_WORDS
from loosen.web.people.models import User
from loosen.web.practised import Practised, Stop, day_and_part, practised
from loosen.web.said import says_nothing_else, still_said
from loosen.web.scales import MOOD, SLEEP

EARLIEST = date(1970, 1, 1)
"""No device had a clock before this day, so no journal has an entry."""


@dataclass(frozen=True, slots=True)
class Told:
    """One session with what was said of it."""

    session: Practised
    felt: str = ""
    pain: int | None = None
    chips: tuple[str, ...] = ()
    line: str = ""


@dataclass(frozen=True, slots=True)
class DayNoted:
    """One day: facts in words, sessions, walks, and whether the person chose to rest."""

    day: date
    check_in: CheckIn | None
    told: tuple[Told, ...]
    rested: bool
    walks: tuple[Walk, ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing was noted: the day counts as nothing, not as zero."""
        return self.check_in is None and not self.told and not self.rested and not self.walks

    @property
    def facts(self) -> tuple[str, ...]:
        """The day in a few words."""
        rated = _facts_of(self.check_in) if self.check_in else ()
        walked = (f"A walk, {walk.minutes} min" for walk in self.walks)
        return (*rated, *(told.session.words for told in self.told), *walked, *(("Rested",) if self.rested else ()))


def _facts_of(check_in: CheckIn) -> tuple[str, ...]:
    numbers = (("Pain", check_in.pain), ("Stiffness", check_in.stiffness))
    words = ((SLEEP, check_in.sleep), (MOOD, check_in.mood))
    told = check_in.body is not Body.USUAL or says_nothing_else(check_in)
    return (
        *(f"{name} {number}" for name, number in numbers if number is not None),
        *((BODY_WORDS[check_in.body],) if told else ()),
        *(_in_words(scale.meaning(number).name, scale.field) for scale, number in words if number is not None),
    )


def _in_words(name: str, field: str) -> str:
    return name.capitalize() if field == "sleep" else f"Spirits {name}"


def days_of(user: User, first: date, last: date) -> tuple[DayNoted, ...]:
    """Return the days from last back to first; one question to the database."""
    kept = records.told(user, first, last)
    told = _told(practised(kept.events, kept.notes, loading.scores()), kept.notes)
    rests, walks = _rest_days(kept.choices), walks_that_count(kept.walks)
    each = (last - timedelta(days=back) for back in range((last - first).days + 1))
    return tuple(
        DayNoted(
            day=day,
            check_in=_said_on(day, kept.check_ins),
            told=tuple(one for one in told if one.session.day == day),
            rested=day in rests,
            walks=tuple(walk for walk in walks if walk.day == day),
        )
        for day in each
    )


def _said_on(day: date, check_ins: Iterable[CheckIn]) -> CheckIn | None:
    """Return the check-in of a day; None when it was taken back."""
    return check_in_that_counts(still_said(unrevised([told for told in check_ins if told.day == day])))


def day_of(user: User, day: date) -> DayNoted:
    """Return one day."""
    return days_of(user, day, day)[0]


def session_of(user: User, session: str) -> Practised | None:
    """Return one session as it went; one practised from the paper is filled in as it was given. None: there is none."""
    known = day_and_part(session)
    if known is None or known[0] > records.moment_for(user).practice_day:
        return None
    events = [e for e in records.entries(user, PlayerEvent, since=known[0]) if e.session == session]
    played = next(iter(practised(events, (), loading.scores())), None)
    return played or Practised(session, *known, _given(user, session, known[0]), (), None)


def _given(user: User, session: str, day: date) -> tuple[str, ...]:
    """Return the movements a session was given with; none when none was given."""
    given = records.given_on(user, day)
    sessions = given.sessions if given else ()
    return next((tuple(step.movement for step in each.steps) for each in sessions if each.id == session), ())


def words_of(done: Practised) -> dict[str, object]:
    """Return what the note's page says of a session: what was done, and a movement to carry into the day."""
    scores = loading.scores()
    moved = [scores[movement] for movement in done.movements]
    carried = [score for score in moved if score.daily and not is_breath(score)]
    return {
        "session": done,
        "movements": [score.name for score in moved],
        "carry": carried[done.day.toordinal() % len(carried)] if carried else None,
    }


def stops_in_words(stops: Sequence[Stop]) -> list[str]:
    """Return what was sharp, each stop by its movement; of several at one movement also which."""
    names = [stop.name for stop in stops]
    times = [names[: at + 1].count(name) for at, name in enumerate(names)]
    return [f"{name}, tap {time}" if names.count(name) > 1 else name for name, time in zip(names, times, strict=True)]


def read_date(text: str | None) -> date | None:
    """Read a day from an address; None when it is none, or lies before any journal."""
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return day if day and day >= EARLIEST else None


def _told(sessions: Sequence[Practised], notes: Sequence[Note]) -> tuple[Told, ...]:
    said = {note.session: note for note in notes_that_count(notes)}
    played = {session.session for session in sessions}
    by_paper = (_unplayed(session) for session in said if session not in played)
    every = (*sessions, *(session for session in by_paper if session))
    return tuple(_one_told(session, said.get(session.session)) for session in every)


def _unplayed(session: str) -> Practised | None:
    """Return a session that has a note and was not played, as from the paper on the fridge."""
    known = day_and_part(session)
    return Practised(session, *known, (), (), None) if known else None


def _one_told(session: Practised, note: Note | None) -> Told:
    if note is None:
        return Told(session)
    chips = tuple(chip_words(chip, loading.scores()) for chip in note.chips)
    return Told(session, FELT_WORDS[note.felt] if note.felt else "", note.pain, chips, note.line)


def _rest_days(choices: Iterable[Choice]) -> frozenset[date]:
    """Return the days whose last choice was to rest."""
    last = {choice.day: choice.kind for choice in choices_about_the_day(choices)}
    return frozenset(day for day, kind in last.items() if kind is ChoiceKind.REST)
