"""Now, as the practice sees it: an instant and a zone, and the practice day they make."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from loosen.core.journal import DayPart

DAY_TURNS_AT = timedelta(hours=4)
"""A practice day begins at 04:00 on the person's own clock: a short night still belongs to the evening before."""

PART_BEGINS = ((11, DayPart.NOON), (14, DayPart.AFTERNOON), (20, DayPart.BEDTIME))
"""The hours after midnight at which the later parts of a day begin; before the first it is morning."""


@dataclass(frozen=True)
class Moment:
    """An instant and an IANA zone. Runs, weeks and windows count practice days; locks count hours of the instant."""

    instant_utc: datetime
    zone: str

    def __post_init__(self) -> None:
        """Refuse an instant that does not say where on the clock it stands."""
        if self.instant_utc.tzinfo is None:
            raise ValueError(f"{self.instant_utc.isoformat()} has no offset from UTC; a moment needs one")

    @cached_property
    def local(self) -> datetime:
        """The instant on the person's own clock."""
        return self.instant_utc.astimezone(ZoneInfo(self.zone))

    @cached_property
    def practice_day(self) -> date:
        """The local date, which turns at 04:00 on the wall clock, whatever daylight saving does."""
        return (self.local.replace(tzinfo=None) - DAY_TURNS_AT).date()

    @property
    def part(self) -> DayPart:
        """The part of the practice day it is now; the hours before 04:00 are still bedtime."""
        hour = (self.local.replace(tzinfo=None) - DAY_TURNS_AT).hour + 4
        return next((part for begins, part in reversed(PART_BEGINS) if hour >= begins), DayPart.MORNING)
