"""The evening: what was practised and how it felt, and what tomorrow remembers of it. Source: sources.toml#pace."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from loosen.core.facts import Ground, Sharp, Told
from loosen.core.journal import ChoiceKind, Felt
from loosen.core.morning import Morning, holds_back, most_during, pain_rose_to
from loosen.core.practice import BREATHS
from loosen.core.record import Lock, Standing
from loosen.core.rotation import exchange_when_it_is_time, take_back_what_was_sharp
from loosen.core.routine import gentlest_dose, usual_dose
from loosen.core.screening import Clearing, Said
from loosen.core.walking import remember_the_walks

FIRST_MORNINGS = 7
"""Rated mornings that show where a person began. Source: clinical ground 2.2, PER1."""

HARD_GOING = 0.8
"""Share after a session that was hard going. Reasoned: the mildest share of the ladder."""

ABOVE_THE_CAP = 0.75
"""Share after more pain during a session than its cap, or sharp pain at times. Reasoned: as after a small increase."""

LOCK_HOURS = 48
"""Hours a movement rests after sharp pain that did not pass. Source: clinical ground 2.5."""

RETURN_TOLD = timedelta(days=7)
"""How long after a rest the plan still says why a movement is back at its gentlest."""

SHARP_DAYS, SHARP_WITHIN_DAYS = 3, 7
"""Days with sharp pain, of so many, from which somebody should look. Source: clinical ground 2.5."""

SHARP_HOLD = "sharp-days"
"""The finding that stands from then on, until a clinician has looked."""

DURING_HALF = 4
"""Pain during from which a rise asks for half the range and no step. Source: clinical ground 2.5."""


def lowered(standing: Standing, share: float, cause: str, day: date) -> Standing:
    """Lower the share and say why; the smallest holds, so a higher one changes nothing."""
    if share >= standing.share and not (share == standing.share and cause == "small-increase"):
        return standing
    return replace(standing, share=share, cause=cause, since=day)


def after_the_taps(standing: Standing, morning: Morning, ground: Ground) -> Standing:
    """Apply what the player's taps change at once: rests, easier ways, and the pause after sharp pain on three days."""
    for stop in morning.told.sharps:
        standing = rest_what_was_sharp(standing, stop, ground)
    if morning.told.sharps and standing.rotation.swaps:
        standing = take_back_what_was_sharp(standing, morning.told)
    if morning.told.taps:
        taps = {movement: tap.value for movement, tap in morning.told.taps}
        standing = replace(standing, eased={**standing.eased, **taps})
    if morning.told.was_sharp or standing.sharp_days or standing.hold_since:
        standing = pause_after_sharp_days(standing, morning, ground.clearings)
    return standing


def rest_what_was_sharp(standing: Standing, stop: Sharp, ground: Ground) -> Standing:
    """Sharp pain that passed is met half way next time; otherwise the movement rests 48 hours and returns gently.

    The breath is no movement to rest: it can be had in any position.
    """
    if stop.movement in BREATHS:
        return standing
    if stop.passed:
        return replace(standing, eased={**standing.eased, stop.movement: "sharp-passed"})
    lock = Lock(stop.movement, stop.at + timedelta(hours=LOCK_HOURS))
    doses = dict(standing.doses)
    if score := ground.practice.scores.get(stop.movement):
        usual, gentlest = usual_dose(score, doses), gentlest_dose(score)
        doses[score.slug] = replace(gentlest, repetitions=min(usual.repetitions, gentlest.repetitions))
    return replace(standing, doses=doses, locks=(*(one for one in standing.locks if one != lock), lock))


def pause_after_sharp_days(standing: Standing, morning: Morning, clearings: Sequence[Clearing]) -> Standing:
    """Sharp pain on three days of seven: breath only until a clinician has looked. A clearing begins the count anew."""
    first = morning.day - timedelta(days=SHARP_WITHIN_DAYS - 1)
    looked = last_look(clearings, SHARP_HOLD, morning.day)
    days = {day for day in standing.sharp_days if day >= first and (looked is None or day >= looked.day)}
    if sharp := _sharp_since(morning.told, looked):
        days.add(morning.day)
    since = standing.hold_since
    if looked and since and looked.at > since:
        since = None
    if len(days) >= SHARP_DAYS and since is None:
        since = sharp
    return replace(standing, sharp_days=tuple(sorted(days)), hold_since=since)


def _sharp_since(told: Told, looked: Clearing | None) -> datetime | None:
    """Return when the day was last sharp after the look; before it, the look has settled it."""
    sharp = [stop.at for stop in told.sharps]
    if told.felt is Felt.SHARP_AT_TIMES and told.noted_at:
        sharp.append(told.noted_at)
    return max((at for at in sharp if looked is None or at > looked.at), default=None)


def last_look(clearings: Sequence[Clearing], finding: str, day: date) -> Clearing | None:
    """Return the last time a clinician looked at this finding, up to this day, and did not say "not yet"."""
    said = [c for c in clearings if c.finding == finding and c.day <= day and c.said is not Said.NOT_YET]
    return max(said, key=lambda clearing: clearing.at, default=None)


def evening(standing: Standing, morning: Morning, ground: Ground) -> Standing:
    """Apply what was practised, and how it felt, to the standing that tomorrow begins with."""
    told, full = morning.told, at_full(standing, morning)
    standing = remember_the_first_mornings(standing, morning)
    standing = remember_what_came_back(standing, told)
    standing = after_the_taps(standing, morning, ground)
    standing = ease_after_pain_during(standing, morning)
    standing = forget_old_rests(standing, morning.day)
    if not told.practised:
        return standing
    moved = told.day if told.moved else standing.moved
    standing = replace(standing, practised=told.day, moved=moved, full=full)
    return remember_the_walks(exchange_when_it_is_time(standing, morning, ground), morning, ground)


def remember_the_first_mornings(standing: Standing, morning: Morning) -> Standing:
    """Keep the first day with practice, and the first rated mornings from it on: later ones are held against them."""
    began = standing.began or (morning.day if morning.told.practised else None)
    first, pain = standing.first_mornings, morning.told.pain
    if began and pain is not None and len(first) < FIRST_MORNINGS:
        first = {**first, morning.day: pain}
    if began == standing.began and first is standing.first_mornings:
        return standing
    return replace(standing, began=began, first_mornings=first)


def forget_old_rests(standing: Standing, day: date) -> Standing:
    """A rest is remembered for some days after it ends, so that the movement's gentle return can be told."""
    kept = tuple(lock for lock in standing.locks if lock.until.date() > day - RETURN_TOLD)
    return standing if kept == standing.locks else replace(standing, locks=kept)


def at_full(standing: Standing, morning: Morning) -> bool | None:
    """The day's sessions were given whole and went through without a way out, a hard going or pain that rose.

    None when no more than one small thing or a walk was done, and nothing spoke against it.
    """
    told = morning.told
    chosen = told.choice not in (None, ChoiceKind.USUAL)
    held_back = chosen or holds_back(morning) or standing.share < 1.0 or standing.hold_since
    struggled = told.sharps or told.taps or told.left or told.felt in (Felt.HARD_GOING, Felt.SHARP_AT_TIMES)
    if held_back or struggled or pain_rose_to(morning, DURING_HALF):
        return False
    return True if told.whole else None


def ease_after_pain_during(standing: Standing, morning: Morning) -> Standing:
    """More pain during than its cap, or sharp at times: half the range and less of it. From 4 upwards: half the range.

    Hard going alone: a little less next time.
    """
    told = morning.told
    cap = most_during(morning)
    tomorrow = morning.day + timedelta(days=1)
    if told.during is not None and told.during > cap:
        return _eased(lowered(standing, ABOVE_THE_CAP, "above-the-cap", tomorrow), told, "above-the-cap")
    if told.felt is Felt.SHARP_AT_TIMES and not told.sharps:
        return _eased(lowered(standing, ABOVE_THE_CAP, "sharp-at-times", tomorrow), told, "sharp-at-times")
    if pain_rose_to(morning, DURING_HALF):
        return _eased(standing, told, "pain-during")
    return lowered(standing, HARD_GOING, "hard-going", tomorrow) if told.felt is Felt.HARD_GOING else standing


def _eased(standing: Standing, told: Told, rule: str) -> Standing:
    """Ease what was done, where nothing else eases it already."""
    return replace(standing, eased={**dict.fromkeys(sorted(told.done), rule), **standing.eased})


def remember_what_came_back(standing: Standing, told: Told) -> Standing:
    """A movement that was eased and then done without a way out is itself again."""
    if not standing.eased.keys() & told.done:
        return standing
    return replace(standing, eased={m: rule for m, rule in standing.eased.items() if m not in told.done})
