"""Rotation: every two to four weeks one movement gives way to another that looks after the same region.

The one before it comes back then, so that one or two movements change and the rest stays. Nothing is exchanged on a day
that asks for care, nothing new comes that the person's limits leave out, and what is new begins at its gentlest. It
asks for no further change of position, and never brings a second form of what the session has.
Source: clinical ground 2.8 and 4.8. No trial shows that bodies need it: it serves interest, and reaches more of the
back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from loosen.core.day import Step
from loosen.core.facts import Ground, Told
from loosen.core.journal import ChoiceKind
from loosen.core.morning import Morning
from loosen.core.practice import BREATHS
from loosen.core.record import Rotation, Standing
from loosen.core.routine import Draft, Swaps, stands_for
from loosen.core.staying import ANCHORS, fits, ground_in, is_growing, usual_sessions, where_it_is, with_swaps

SOONEST, LATEST = timedelta(days=14), timedelta(days=28)
"""Between two changes lie two to four weeks. Source: clinical ground 4.8."""

DAYS_FOR_SOONEST = 10
"""Practised days of two weeks that bring a change after these. Reasoned: five of seven days is steady practice.

While the programme itself still grows, by movements that come later, only the four weeks count.
"""

DAYS_FOR_LATEST = 6
"""Practised days of four weeks without which nothing changes: what is seldom done is new still. Reasoned."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A movement that may give way: the programme's name for it, the step it is, and the sessions it stands in."""

    movement: str
    step: Step
    sessions: tuple[Draft, ...]


def answer_the_exchange(standing: Standing, told: Told) -> Standing:
    """Keep what came for a change, or take it back: as the person says, at once."""
    for choice in told.swaps:
        for movement in [m for m, swap in standing.rotation.swaps.items() if swap == choice.movement]:
            if choice.kind is ChoiceKind.KEEP_SWAP:
                kept = dict.fromkeys((*standing.rotation.kept, movement))
                standing = replace(standing, rotation=replace(standing.rotation, kept=tuple(kept)))
            else:
                standing = replace(standing, rotation=_taken_back(movement, standing.rotation, told.day))
    return standing


def take_back_what_was_sharp(standing: Standing, told: Told) -> Standing:
    """What came for a change and was sharp, and stayed so, gives its place back; it is not exchanged for again."""
    sharp = {stop.movement for stop in told.sharps if not stop.passed}
    for movement in [m for m, swap in standing.rotation.swaps.items() if swap in sharp]:
        standing = replace(standing, rotation=_taken_back(movement, standing.rotation, told.day))
    return standing


def _taken_back(movement: str, rotation: Rotation, day: date) -> Rotation:
    """Give a movement its place back; the weeks to the next change begin anew."""
    return replace(
        rotation,
        since=day,
        days=0,
        swaps={m: swap for m, swap in rotation.swaps.items() if m != movement},
        kept=tuple(m for m in rotation.kept if m != movement),
        undone=tuple(dict.fromkeys((*rotation.undone, rotation.swaps[movement]))),
    )


def as_it_was_given(rotation: Rotation, given: Rotation) -> Rotation:
    """Return the exchanges a day was given with: what was chosen since then changes no day that lies behind.

    What was answered, or was sharp, on the days before it holds too, though it may have been told later.
    """
    if not given.programme or given == rotation:
        return rotation
    undone = tuple(dict.fromkeys((*given.undone, *rotation.undone)))
    swaps = {movement: swap for movement, swap in given.swaps.items() if swap not in undone}
    told = (movement for movement in rotation.kept if rotation.swaps[movement] == swaps.get(movement))
    kept = tuple(dict.fromkeys((*(movement for movement in given.kept if movement in swaps), *told)))
    return replace(given, swaps=swaps, kept=kept, undone=undone)


def with_the_answers_of(given: Standing, told: Told, standing: Standing) -> Standing:
    """Return a standing with what was kept, taken back or sharp in a day as another programme had given it."""
    answered = take_back_what_was_sharp(answer_the_exchange(given, told), told).rotation
    rotation = standing.rotation
    undone = tuple(dict.fromkeys((*rotation.undone, *answered.undone)))
    standing_in = {**rotation.swaps, **_kept(answered)}
    swaps = {movement: swap for movement, swap in standing_in.items() if swap not in undone}
    kept = tuple(movement for movement in dict.fromkeys((*rotation.kept, *answered.kept)) if movement in swaps)
    return replace(standing, rotation=replace(rotation, swaps=swaps, kept=kept, undone=undone))


def exchange_when_it_is_time(standing: Standing, morning: Morning, ground: Ground) -> Standing:
    """In the evening of a practised day: count it, and now and then exchange one movement from tomorrow on."""
    if not morning.told.whole:
        return standing
    rotation = _in_programme(standing.rotation, ground.programme.slug, morning.day)
    standing = replace(standing, rotation=rotation)
    if (
        not ground.programme.rotates
        or ground.limits.steps
        or not _is_calm(standing, morning)
        or not _is_time(standing, morning.day, ground)
    ):
        return standing
    tomorrow = morning.day + timedelta(days=1)
    changed = replace(rotation, since=tomorrow, days=0, swaps=_kept(rotation))
    if exchange := next(_exchanges(standing, morning.told, ground), None):
        changed = _exchanged(changed, exchange, tomorrow)
    return replace(standing, rotation=changed, greens=standing.greens if changed.swaps == rotation.swaps else 0)


def _in_programme(rotation: Rotation, programme: str, day: date) -> Rotation:
    """Count a day; with the first one of another programme the weeks begin anew, and only what is kept stays."""
    if rotation.programme not in ("", programme):
        rotation = replace(rotation, since=day, days=0, swaps=_kept(rotation))
    return replace(rotation, programme=programme, since=rotation.since or day, days=rotation.days + 1)


def _is_time(standing: Standing, day: date, ground: Ground) -> bool:
    """Two weeks of steady practice, or four of any; four as long as the programme's own movements are still to come."""
    rotation = standing.rotation
    passed = day - (rotation.since or day) + timedelta(days=1)
    if passed >= LATEST and rotation.days >= DAYS_FOR_LATEST:
        return True
    steady = passed >= SOONEST and rotation.days >= DAYS_FOR_SOONEST
    return steady and not any(map(is_growing, usual_sessions(standing.doses, with_swaps(ground, standing))))


def _is_calm(standing: Standing, morning: Morning) -> bool:
    """The day was done at full, and nothing holds back: never after a sorer morning, nor beside a step just taken."""
    held = standing.hold_since or standing.severe_hold or morning.told.steps
    return bool(standing.full) and standing.share == 1.0 and not held and not morning.rose


def _exchanged(rotation: Rotation, exchange: tuple[str, str], day: date) -> Rotation:
    """Let one movement have the place of another."""
    movement, swap = exchange
    return replace(
        rotation,
        swaps={**rotation.swaps, movement: swap},
        came={**rotation.came, swap: day},
        went={**rotation.went, movement: day},
    )


def _kept(rotation: Rotation) -> Swaps:
    return {movement: rotation.swaps[movement] for movement in rotation.kept}


def _exchanges(standing: Standing, told: Told, ground: Ground) -> Iterator[tuple[str, str]]:
    """Yield what may be exchanged for what, best first: what has stayed longest, for what was longest away."""
    kept = replace(standing, rotation=replace(standing.rotation, swaps=_kept(standing.rotation)))
    sessions = usual_sessions(standing.doses, with_swaps(ground, kept))
    places = [place for place in _places(sessions, standing, ground) if place.step.movement in told.done]
    for place in sorted(places, key=lambda place: standing.rotation.went.get(place.movement, date.min)):
        for swap in _others(place, sessions, standing, ground):
            yield place.movement, swap


def _places(sessions: list[Draft], standing: Standing, ground: Ground) -> Iterator[_Place]:
    """Yield the places whose movement may give way: no anchor, nothing that closes a session, nothing asked for.

    What was there from the first day comes before what came later.
    """
    fixed = {*ground.programme.easiest, *standing.rotation.kept, *(one.movement for one in ground.required)}
    slots = sorted((slot for draft in sessions for slot in draft.outline.slots[1:]), key=lambda slot: slot.later)
    closing = {slot.movement for slot in slots if slot.closing}
    for movement in dict.fromkeys(slot.movement for slot in slots if slot.movement not in closing | fixed):
        found = [(step, draft) for draft in sessions for step in draft.steps[1:] if movement in stands_for(step)]
        if not found or any(_anchors(draft, standing) <= ANCHORS for _, draft in found):
            continue
        if found[0][0].movement not in fixed | _troubled(standing):
            yield _Place(movement, found[0][0], tuple(draft for _, draft in found))


def _anchors(draft: Draft, standing: Standing) -> int:
    """Count the movements of a session that are as the programme has them."""
    return sum(1 for step in draft.steps[1:] if step.movement not in standing.rotation.swaps.values())


def _troubled(standing: Standing) -> set[str]:
    """What rests, or goes half way until it was done once more."""
    return {lock.movement for lock in standing.locks} | set(standing.eased)


def _others(place: _Place, sessions: list[Draft], standing: Standing, ground: Ground) -> Iterator[str]:
    """Yield what may come in a movement's place: of its region, new or longest away, in the same position first."""
    rotation, scores = standing.rotation, ground.practice.scores
    own = scores[place.step.movement]
    taken = {slot.movement for draft in sessions for slot in draft.outline.slots}
    taken |= {movement for draft in sessions for movement in draft.movements}
    taken |= {*BREATHS, *rotation.undone, *rotation.swaps.values(), *_troubled(standing)}
    others = [slug for slug in ground.practice.alike(place.movement, own.slug) if slug not in taken]
    fitting = [slug for slug in others if all(_fits(slug, place, draft, ground) for draft in place.sessions)]
    grounds = [ground_in(draft.outline.part, standing.doses, ground) for draft in place.sessions]
    allowed = [slug for slug in fitting if all(here.limits.allows(scores[slug]) for here in grounds)]
    yield from sorted(
        allowed, key=lambda slug: (rotation.came.get(slug, date.min), scores[slug].position is not own.position)
    )


def _fits(slug: str, place: _Place, draft: Draft, ground: Ground) -> bool:
    scores = ground.practice.scores
    places = where_it_is(scores[step.movement] for step in draft.steps)
    return fits(scores[slug], draft.movements - {place.step.movement}, places, draft.outline, ground)
