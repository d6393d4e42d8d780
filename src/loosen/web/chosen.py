"""The programme somebody has, and its sessions in words."""

from collections.abc import Mapping

from loosen.content import loading
from loosen.core.journal import DayPart
from loosen.core.practice import Outline, Programme
from loosen.core.record import USUAL_PROGRAMME
from loosen.web.people.models import User

PART_WORDS: Mapping[DayPart, str] = {
    DayPart.MORNING: "Morning",
    DayPart.NOON: "Noon",
    DayPart.AFTERNOON: "Late afternoon",
    DayPart.BEDTIME: "Before bed",
    DayPart.SMALL: "One small thing",
    DayPart.FULL: "The full routine",
    DayPart.BEFORE_RUN: "Before a run",
    DayPart.AFTER_RUN: "After a run",
}
"""A session, by where it stands in the day."""


def programme_of(user: User) -> Programme:
    """Return the programme that was chosen; one that has left the library gives way to the usual one."""
    programmes = loading.programmes()
    return programmes.get(user.programme) or programmes[USUAL_PROGRAMME]


def parts_of(user: User, programme: Programme) -> list[str]:
    """Return what somebody has of a programme: their own choice where it is theirs, else what it begins with."""
    own = user.parts if programme_of(user) is programme else ()
    had = [outline.part.value for outline in programme.sessions if outline.part.value in own]
    return had or [part.value for part in programme.begins]


def sessions_to_choose(programme: Programme) -> tuple[tuple[str, str], ...]:
    """Return the sessions of a programme as a form offers them: the name of the part, and the words."""
    return tuple((outline.part.value, session_words(outline)) for outline in programme.sessions)


def session_words(outline: Outline) -> str:
    """Say a session and how long it is: "Morning, 5 to 8 minutes"."""
    return f"{PART_WORDS[outline.part]}, {outline.least_minutes} to {outline.most_minutes} minutes"


def parts_chosen(chosen: list[str]) -> list[str]:
    """Return the parts to keep: one small thing can always be had, so it counts only where nothing else was chosen."""
    others = [part for part in chosen if part != DayPart.SMALL.value]
    return others or chosen
