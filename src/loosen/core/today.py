"""What the rules of a session may look at: the day, the person's ground, and where the practice stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from loosen.core.course import LEAST, Course
from loosen.core.facts import Ground
from loosen.core.morning import holds_back
from loosen.core.reasons import Reason
from loosen.core.record import Lock
from loosen.core.score import Score

LIGHT = frozenset({"heavy-day", "short-night", "low-mood"})
"""What the check-in says that makes a day light."""

MUCH_PAIN = frozenset({"severe-pain", "high-start"})
"""What the check-in says that leaves only the least session; no clinician's word lifts it."""

SORE = frozenset({"small-increase", "sorer-today"})
"""What makes a day a little less, and what a clinician's "also on sore days" leaves alone."""


@dataclass(frozen=True, slots=True)
class Today:
    """What the rules of a session may look at. `held`: the finding by which a professional should look first."""

    day: date
    now: datetime
    ground: Ground
    course: Course
    held: str | None = None

    @property
    def locks(self) -> Mapping[str, Lock]:
        """The movements at rest at this moment; of two rests the longer."""
        running = sorted((lock for lock in self.course.now.locks if self.now < lock.until), key=lambda lock: lock.until)
        return {lock.movement: lock for lock in running}

    @property
    def told_back(self) -> str | None:
        """The rule by which the check-in alone would make the day lighter."""
        return holds_back(self.course.morning)

    @property
    def held_back(self) -> str | None:
        """The rule by which the check-in makes the day lighter; a clinician may have lifted a sore day's, no more."""
        rule = self.told_back
        return None if self.ground.sore_days and rule not in MUCH_PAIN else rule

    @property
    def share(self) -> float:
        """How much of the dose today asks for, 0 (the least session) to 1."""
        now = self.course.now
        return 1.0 if self.ground.sore_days and now.share > LEAST and now.cause in SORE else now.share

    @property
    def lifted(self) -> Reason | None:
        """The clinician's word that leaves this sore day as it would be, when there is something to leave."""
        kept = self.share != self.course.now.share or self.held_back != self.told_back
        return self.ground.sore_days if kept else None

    @property
    def does_the_least(self) -> bool:
        """Whether only the least session is given."""
        return self.share == LEAST or self.held_back in MUCH_PAIN

    @property
    def kept(self) -> frozenset[str]:
        """The movements a clinician asks for on sore days too; none when only the least is given."""
        if self.does_the_least:
            return frozenset()
        return frozenset(one.movement for one in self.ground.required if one.also_on_sore_days)

    def forbids(self, score: Score) -> Reason | None:
        """Say why a movement is left out today: a limit, or the rest after sharp pain."""
        lock = self.locks.get(score.slug)
        return self.ground.limits.forbids(score) or (resting(lock, self.now) if lock else None)


def resting(lock: Lock, now: datetime) -> Reason:
    """Return why a movement is at rest, with the hours that are left."""
    hours = -(-(lock.until - now).total_seconds() // 3600)
    return Reason("sharp-rest", {"movement": lock.movement, "hours": int(hours)})
