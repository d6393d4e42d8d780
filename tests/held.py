"""What must hold of every morning, whoever it is: each check yields what does not hold, in a few words.

Used where anybody's record is drawn (tests/core/test_invariants.py), where every condition meets every day
(tests/proofs/safety.py), and where a life is played day by day (tests/proofs/life.py).
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from loosen.content.loading import practice
from loosen.core.day import Day, Place, PlaceKind, Referral, Session
from loosen.core.journal import DayPart, Event, PlayerEvent, SharpAnswer
from loosen.core.moment import Moment
from loosen.core.plan import Says
from loosen.core.practice import BREATHS
from loosen.core.reasons import Reason
from loosen.core.record import Record
from loosen.core.score import Dose
from loosen.core.screening import Tier
from tests.ruled_out import offences, sentences_of

Outcome = Day | Referral
MOST_MINUTES = {
    DayPart.MORNING: 9, DayPart.NOON: 5, DayPart.AFTERNOON: 8, DayPart.BEDTIME: 5, DayPart.SMALL: 2, DayPart.FULL: 20,
    DayPart.BEFORE_RUN: 6, DayPart.AFTER_RUN: 8,
}  # fmt: skip
"""Source: practice.md E1 and the programmes' files; to build strength takes a minute more of the morning."""

RESTS = timedelta(hours=48)
EPS_S = 1e-6


def not_held(record: Record, moment: Moment, outcome: Outcome) -> Iterator[str]:
    """Yield everything that does not hold of a morning."""
    if isinstance(outcome, Referral):
        yield from _of_a_referral(outcome)
        return
    yield from _nobody_should_be_seen_first(outcome)
    yield from minutes_beyond(record, moment, outcome)
    for session in outcome.every:
        yield from given_though_ruled_out(record, moment, session)
        yield from ways_without_an_end(session)
        yield from unexplained(record, session)
        if session.steps[0].movement not in BREATHS:
            yield f"{session.id} does not begin with the breath"
    if not outcome.sessions and "rest-chosen" not in {reason.rule for reason in outcome.reasons}:
        yield "a day without a session"


def _of_a_referral(referral: Referral) -> Iterator[str]:
    if referral.tier is Tier.T0 and referral.comfort:
        yield "an emergency that offers the breath"
    if referral.tier not in (Tier.T0, Tier.T1, Tier.T3):
        yield f"a referral for {referral.tier.value}"


def _nobody_should_be_seen_first(day: Day) -> Iterator[str]:
    for finding in day.advice:
        if finding.tier in (Tier.T0, Tier.T1, Tier.T3):
            yield f"a day beside {finding.rule} ({finding.tier.value})"
        if finding.effect and finding.effect.value == "hold" and any(_moved(session) for session in day.every):
            yield f"movement while {finding.rule} holds"


def _moved(session: Session) -> list[str]:
    return [place.movement for place in session.places if place.movement and place.movement not in BREATHS]


# ---------------------------------------------------------------- movements, levels, positions, angles


def everything_in(session: Session) -> frozenset[tuple[str, Dose]]:
    """Every movement with its dose that is given, or that a way out may come to."""
    given = {(step.movement, step.dose) for step in session.steps}
    return frozenset(given | {(p.movement, p.dose) for p in session.places if p.movement and p.dose})


def given_though_ruled_out(record: Record, moment: Moment, session: Session) -> Iterator[str]:
    """Yield what is banned, at rest or kept small, and given all the same or reachable through a way out."""
    resting = at_rest(record, moment.instant_utc)
    for movement, dose in sorted(everything_in(session), key=str):
        if movement in BREATHS:
            continue
        if movement in resting:
            yield f"{movement} rests until {resting[movement]}"
        level = practice().scores[movement].level(dose.level)
        if not 1 <= dose.repetitions <= (level.most or level.repetitions):
            yield f"{movement}: {dose.repetitions} repetitions of {level.id}"
        yield from (f"{movement} {dose}: {offence}" for offence in offences(record, moment, movement, dose))


def at_rest(record: Record, now: datetime) -> dict[str, datetime]:
    """What was sharp and did not pass within the last 48 hours, and until when it rests."""
    taken_back = {event.undoes for event in record.events if event.event is Event.UNDO}
    taken_back |= {event.revises for event in record.events if event.revises}
    mistaken = [note.not_sharp for note in record.notes if not any(n.revises == note.id for n in record.notes)]
    taken_back |= {one for note in mistaken for one in note}
    told = [event for event in record.events if now - RESTS < event.at]
    found: dict[str, datetime] = {}
    for place, stop in enumerate(told):
        counts = stop.event is Event.SHARP and stop.id not in taken_back and stop.movement not in BREATHS
        if counts and stop.movement and _answer(stop, told[place + 1 :], taken_back) is not SharpAnswer.GONE:
            found[stop.movement] = stop.at + RESTS
    return found


def _answer(stop: PlayerEvent, later: list[PlayerEvent], taken_back: set[str | None]) -> SharpAnswer | None:
    for event in later:
        if event.session == stop.session and event.day == stop.day and event.event in (Event.ANSWER, Event.SHARP):
            return event.answer if event.id not in taken_back else None
    return None


# ---------------------------------------------------------------- minutes


def minutes_beyond(record: Record, moment: Moment, day: Day) -> Iterator[str]:
    """Yield sessions longer than their part of the day allows, and a day longer than a clinician does."""
    for session in day.every:
        if session.duration_s > 60 * MOST_MINUTES[session.part] + EPS_S:
            yield f"{session.id} lasts {session.duration_s:.0f} s"
    said = [one.most for one in sentences_of(record, moment.practice_day) if one.says is Says.MINUTES]
    whole = sum(session.duration_s for session in day.sessions if len(session.steps) > 1)
    whole += 60 * day.walk.minutes if day.walk and whole else 0
    if said and whole > 60 * min(one for one in said if one is not None) + EPS_S:
        yield f"the day lasts {whole:.0f} s of {said} minutes"


# ---------------------------------------------------------------- ways out


def ways_without_an_end(session: Session) -> Iterator[str]:
    """Yield places from which the ways out turn in a circle, lead nowhere, or do not come to rest with the breath."""
    places = {place.id: place for place in session.places}
    done: set[str] = set()
    for first in places:
        if circle := _circle(first, places, done):
            yield f"a circle at {circle}"
            return
    for place in session.places:
        if place.kind in (PlaceKind.END, PlaceKind.CARD):
            continue
        if not place.links:
            yield f"{place.id} leads nowhere"
        if place.kind is PlaceKind.PLAY and (last := _last_swap(place, places)) not in BREATHS:
            yield f"swapping {place.movement} again and again ends with {last}"


def _circle(first: str, places: dict[str, Place], done: set[str]) -> str | None:
    """Walk the ways out without recursion: a place met again on the way to itself is a circle."""
    way: list[tuple[str, list[str]]] = [(first, [link.to for link in places[first].links.values()])]
    on_the_way = {first}
    while way:
        here, ahead = way[-1]
        if here in done or not ahead:
            way.pop()
            on_the_way.discard(here)
            done.add(here)
            continue
        there = ahead.pop()
        if there in on_the_way:
            return there
        if there not in done:
            way.append((there, [link.to for link in places[there].links.values()]))
            on_the_way.add(there)
    return None


def _last_swap(place: Place, places: dict[str, Place]) -> str | None:
    """The last movement that swap, again and again, comes to before the next step or the end."""
    while (there := places[place.links["swap"].to]).kind is PlaceKind.PLAY and there.step == place.step:
        place = there
    return place.movement


# ---------------------------------------------------------------- reasons


AS_USUAL = frozenset({"usual-session", "usual-with-a-change", "first-session"})


def unexplained(record: Record, session: Session) -> Iterator[str]:
    """Yield what differs from the usual and does not say why."""
    if not session.reasons:
        yield f"{session.id} gives no reason"
    own = {slot.movement for slot in practice().programmes[record.person.programme].outline(session.part).slots}
    of_session = {reason.rule for reason in session.reasons} - AS_USUAL
    for step in session.steps:
        foreign = step.movement not in own and step.movement not in BREATHS
        if not step.reasons and not of_session and (foreign or step.dose.range < 1):
            yield f"{step.movement} {step.dose} in {session.id} gives no reason"
    first = {(step.movement, step.dose) for step in session.steps}
    for place in session.places:
        if place.kind is PlaceKind.PLAY and (place.movement, place.dose) not in first and not place.reasons:
            yield f"{place.id} gives no reason"


def reasons(outcome: Outcome) -> Iterator[Reason]:
    """Every reason a morning gives."""
    yield from outcome.reasons
    if isinstance(outcome, Day):
        for absence in outcome.absences:
            yield from absence.reasons
        yield from outcome.walk.reasons if outcome.walk else ()
        for session in outcome.every:
            yield from session.reasons
            for about in (*session.steps, *session.places):
                yield from about.reasons
