"""A day or a referral as one JSON document: what `loosen plan` prints. Durations are in seconds."""

from datetime import date, datetime
from typing import Any

import msgspec

from loosen.content.words import sentence
from loosen.core.day import Day, Place, Referral, Session, Step
from loosen.core.planning import RULES_VERSION
from loosen.core.practice import Practice
from loosen.core.reasons import Reason
from loosen.core.record import Standing
from loosen.core.score import Dose
from loosen.core.screening import Finding

FORMAT, VERSION = "loosen-plan", 1


class Why(msgspec.Struct, frozen=True):
    """A reason with its sentence in the person's language."""

    rule: str
    values: dict[str, int | float | str]
    sentence: str


class Shown(msgspec.Struct, frozen=True):
    """A finding: the rule, its tier, and since when it has been known."""

    rule: str
    tier: str
    effect: str | None
    since: datetime


class WayOut(msgspec.Struct, frozen=True):
    """Where a tap leads, and the event that is noted when it is followed."""

    to: str
    event: str | None


class PlaceShown(msgspec.Struct, frozen=True):
    """One place of a session with its ways out by tap."""

    id: str
    kind: str
    step: int
    movement: str | None
    dose: Dose | None
    card: str | None
    ways_out: dict[str, WayOut]
    reasons: tuple[Why, ...]


class StepShown(msgspec.Struct, frozen=True):
    """One movement of a session."""

    movement: str
    name: str
    dose: Dose
    duration_s: float
    reasons: tuple[Why, ...]


class SessionShown(msgspec.Struct, frozen=True):
    """One session: its movements, and every place it may come to; the first is where it starts."""

    id: str
    part: str
    duration_s: float
    reasons: tuple[Why, ...]
    steps: tuple[StepShown, ...]
    places: tuple[PlaceShown, ...]


class Offer(msgspec.Struct, frozen=True):
    """One small step more, for the person to take or leave."""

    movement: str
    dose: Dose
    reason: Why


class AbsenceShown(msgspec.Struct, frozen=True):
    """A movement of the usual session that today's does not have."""

    movement: str
    reasons: tuple[Why, ...]


class DayShown(msgspec.Struct, frozen=True, tag_field="outcome", tag="day"):
    """A practice day. `standing` is where the practice stood as it began."""

    format: str
    version: int
    day: date
    rules: str
    reasons: tuple[Why, ...]
    advice: tuple[Shown, ...]
    sessions: tuple[SessionShown, ...]
    absences: tuple[AbsenceShown, ...]
    offer: Offer | None
    standing: Standing


class ReferralShown(msgspec.Struct, frozen=True, tag_field="outcome", tag="referral"):
    """No session today. `comfort`: the seated breath may be offered."""

    format: str
    version: int
    day: date
    rules: str
    tier: str
    comfort: bool
    findings: tuple[Shown, ...]
    reasons: tuple[Why, ...]


def write(outcome: Day | Referral, practice: Practice, language: str = "en") -> dict[str, Any]:
    """Return the outcome of a morning as plain values, ready for JSON."""
    shown = _Shower(practice, language)
    document = shown.day(outcome) if isinstance(outcome, Day) else shown.referral(outcome)
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(document))
    head = {key: plain.pop(key) for key in ("format", "version", "outcome")}
    return head | plain


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a plan."""
    body = msgspec.json.schema(DayShown | ReferralShown)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Loosen plan", **body}


class _Shower:
    """Shows the parts of an outcome with names from one library and sentences in one language."""

    def __init__(self, practice: Practice, language: str) -> None:
        self.practice = practice
        self.language = language

    def day(self, day: Day) -> DayShown:
        return DayShown(
            format=FORMAT,
            version=VERSION,
            day=day.day,
            rules=RULES_VERSION,
            reasons=self.whys(day.reasons),
            advice=tuple(map(_finding, day.advice)),
            sessions=tuple(map(self.session, day.sessions)),
            absences=tuple(AbsenceShown(a.movement, self.whys(a.reasons)) for a in day.absences),
            offer=self.offer(*day.offer) if day.offer else None,
            standing=day.standing,
        )

    def referral(self, referral: Referral) -> ReferralShown:
        return ReferralShown(
            format=FORMAT,
            version=VERSION,
            day=referral.day,
            rules=RULES_VERSION,
            tier=referral.tier.value,
            comfort=referral.comfort,
            findings=tuple(map(_finding, referral.findings)),
            reasons=self.whys(referral.reasons),
        )

    def session(self, session: Session) -> SessionShown:
        return SessionShown(
            id=session.id,
            part=session.part.value,
            duration_s=round(session.duration_s, 1),
            reasons=self.whys(session.reasons),
            steps=tuple(map(self.step, session.steps)),
            places=tuple(map(self.place, session.places)),
        )

    def step(self, step: Step) -> StepShown:
        name = self.practice.scores[step.movement].name
        return StepShown(step.movement, name, step.dose, round(step.duration_s, 1), self.whys(step.reasons))

    def place(self, place: Place) -> PlaceShown:
        ways = {tap: WayOut(link.to, link.event and link.event.value) for tap, link in place.links.items()}
        whys = self.whys(place.reasons)
        return PlaceShown(place.id, place.kind.value, place.step, place.movement, place.dose, place.card, ways, whys)

    def offer(self, movement: str, dose: Dose) -> Offer:
        return Offer(movement, dose, self.why(Reason("small-step", {"movement": movement})))

    def whys(self, reasons: tuple[Reason, ...]) -> tuple[Why, ...]:
        return tuple(map(self.why, reasons))

    def why(self, reason: Reason) -> Why:
        return Why(reason.rule, dict(reason.values), sentence(reason, self.language))


def _finding(finding: Finding) -> Shown:
    return Shown(finding.rule, finding.tier.value, finding.effect and finding.effect.value, finding.since)
