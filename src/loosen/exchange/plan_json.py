"""A day or a referral as one JSON document: what `loosen plan` prints. Durations are in seconds."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from loosen.content.plan_words import span_words, told, words_of
from loosen.content.words import sentence
from loosen.core.contradictions import Contradiction, contradictions
from loosen.core.day import Day, Place, Referral, Session, Step
from loosen.core.moment import Moment
from loosen.core.plan import Plan
from loosen.core.planning import RULES_VERSION
from loosen.core.practice import Practice
from loosen.core.prescribed import plans_in_force
from loosen.core.reasons import Reason
from loosen.core.record import Record, Standing
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


class WalkShown(msgspec.Struct, frozen=True):
    """Today's walk, where walking is part of the programme: its minutes, and why."""

    minutes: int
    reasons: tuple[Why, ...]


class Offer(msgspec.Struct, frozen=True):
    """One small step more, for the person to take or leave."""

    movement: str
    dose: Dose
    reason: Why


class AbsenceShown(msgspec.Struct, frozen=True):
    """A movement of the usual session that today's does not have."""

    movement: str
    reasons: tuple[Why, ...]


class SentenceShown(msgspec.Struct, frozen=True):
    """One sentence of a clinician's plan in words, whether it holds today, and what speaks against it."""

    says: str
    words: str
    holds: bool
    contradictions: tuple[str, ...]


class PlanShown(msgspec.Struct, frozen=True):
    """A clinician's plan that holds today; `words` are to the person, `contradictions` those of the plan itself.

    `span` says its first and last day in words, as far as they were named.
    """

    id: str
    clinician: str
    words: str
    valid_from: date | None
    valid_to: date | None
    span: str
    sentences: tuple[SentenceShown, ...]
    contradictions: tuple[str, ...]


class DayShown(msgspec.Struct, frozen=True, tag_field="outcome", tag="day"):
    """A practice day. `small` can be had at any time in place of a session; `standing` is where the practice stood."""

    format: str
    version: int
    day: date
    rules: str
    reasons: tuple[Why, ...]
    advice: tuple[Shown, ...]
    sessions: tuple[SessionShown, ...]
    small: SessionShown | None
    walk: WalkShown | None
    absences: tuple[AbsenceShown, ...]
    offer: Offer | None
    onward: Why | None
    plans: tuple[PlanShown, ...]
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
    plans: tuple[PlanShown, ...]


def plans_shown(record: Record, moment: Moment, practice: Practice) -> tuple[PlanShown, ...]:
    """Return the clinicians' plans that hold today, each sentence in words with what speaks against it."""
    plans = plans_in_force(record, moment.practice_day)
    return tuple(_plan(plan, contradictions(plan, record, practice, moment), moment.practice_day) for plan in plans)


def _plan(plan: Plan, found: Sequence[Contradiction], day: date) -> PlanShown:
    def said_of(place: int | None) -> tuple[str, ...]:
        return tuple(told(one) for one in found if one.sentence == place)

    sentences = tuple(
        SentenceShown(one.says.value, words_of(one, day), one.whole and one.holds_on(day), said_of(place))
        for place, one in enumerate(plan.sentences)
    )
    days = (plan.valid_from, plan.valid_to, span_words(plan, day))
    return PlanShown(plan.id, plan.clinician, plan.words, *days, sentences, said_of(None))


def write(
    outcome: Day | Referral, practice: Practice, language: str = "en", plans: tuple[PlanShown, ...] = ()
) -> dict[str, Any]:
    """Return the outcome of a morning as plain values, ready for JSON, with the plans that had a part in it."""
    shown = _Shower(practice, language, plans)
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

    def __init__(self, practice: Practice, language: str, plans: tuple[PlanShown, ...]) -> None:
        self.practice = practice
        self.language = language
        self.plans = plans

    def day(self, day: Day) -> DayShown:
        return DayShown(
            format=FORMAT,
            version=VERSION,
            day=day.day,
            rules=RULES_VERSION,
            reasons=self.whys(day.reasons),
            advice=tuple(map(_finding, day.advice)),
            sessions=tuple(map(self.session, day.sessions)),
            small=self.session(day.small) if day.small else None,
            walk=WalkShown(day.walk.minutes, self.whys(day.walk.reasons)) if day.walk else None,
            absences=tuple(AbsenceShown(a.movement, self.whys(a.reasons)) for a in day.absences),
            offer=self.offer(*day.offer) if day.offer else None,
            onward=self.why(day.onward) if day.onward else None,
            plans=self.plans,
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
            plans=self.plans,
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
