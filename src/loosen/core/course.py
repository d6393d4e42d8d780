"""The course of the practice: how one day changes where the next one begins. Source: sources.toml#pace.

A day has a morning (how did the body answer yesterday?) and an evening (what was practised, and how did it feel?).
Two things are kept apart: the dose, which rises by one small step at a time and only when the person takes it, and
today's share of it, which falls and recovers. A share never multiplies a share: the smallest holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from loosen.core.evening import after_the_taps, evening, last_look, lowered
from loosen.core.facts import Ground, Told, told_by_day
from loosen.core.journal import ChoiceKind
from loosen.core.morning import (
    GREEN_POINTS,
    Colour,
    Morning,
    days_since_movement,
    days_since_practice,
    morning_of,
)
from loosen.core.progress import a_step_is_due, step_taken
from loosen.core.record import Record, Rotation, Standing, standing_before
from loosen.core.rotation import answer_the_exchange, as_it_was_given, with_the_answers_of
from loosen.core.routine import Doses
from loosen.core.screening import Clearing

LEAST = 0.0
"""The share of a day with the least session: breath and the two easiest movements."""

AFTER_AMBER = 0.75
"""Share after a small increase. Source: clinical ground 2.5."""

SECOND_AMBER_DAYS = 7
"""Days a second small increase in a row keeps the share where it is. Source: clinical ground 2.5."""

RED_DAYS = 2
"""Days of the least session from a red morning on. Source: clinical ground 2.5."""

FLARE_DAYS = 3
"""Days of the least session when the person says it is a flare. Source: clinical ground 2.5."""

AWAY = ((14, 0.5), (4, 0.75))
"""Days missed in a row, and the share that is come back to; one to three change nothing. Source: clinical 2.5."""

NEXT_SHARE = {LEAST: 0.6, 0.6: 0.8, 0.8: 1.0, 0.5: 0.75, 0.75: 1.0}
"""The ladder back to the full dose. Source: clinical ground 2.5."""

SEVERE_DAYS = 3
"""Days of severe pain running from which somebody should look. Source: clinical ground 2.2, SEV1."""

SEVERE_HOLD = "severe-days"
"""The finding that stands from then on, until a clinician has looked."""

RISES_BY_PRACTICE = frozenset({"days-away", "sessions-away", "hard-going", "above-the-cap", "sharp-at-times"})
"""Causes whose share rises after a practised day that left no increase; the others wait for a rated calm morning."""

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Course:
    """The practice up to now. `began` is the standing as today began, `now` the same with what today told so far.

    `week_ago` holds the doses of a week ago, or the first there were; `told` every day of the window.
    """

    began: Standing
    now: Standing
    morning: Morning
    week_ago: Doses
    told: Mapping[date, Told]


def course(record: Record, day: date, ground: Ground) -> Course:
    """Return where the practice stands on this day: folded from the window, beginning at the standing before it.

    `record` is the planner's window of this day. A day that was given keeps the exchanges it was given with, whatever
    programme and parts of the day were chosen since. Who flew west may have tapped on a day that is still to come here:
    what was sharp there rests here too.
    """
    told = told_by_day(record)
    anchor = standing_before(record, day)
    standing = anchor.standing if anchor else Standing()
    first = anchor.day if anchor else min(told, default=day)
    week_ago = standing.doses
    given = {one.day: one.standing.rotation for one in record.given}
    for past in _days(first, day):
        standing = _as_given(standing, given.get(past))
        week_ago = standing.doses if past <= day - WEEK else week_ago
        morning = morning_of(past, standing, told, ground)
        standing = evening(after_the_morning(standing, morning, ground), morning, ground)
    standing = _begun(standing, given.get(day), told.get(day, Told(day)), ground)
    morning = morning_of(day, standing, told, ground)
    now = after_the_taps(after_the_morning(standing, morning, ground), morning, ground)
    for ahead in (told[later] for later in told if later > day):
        now = after_the_taps(now, replace(morning, day=ahead.day, told=ahead), ground)
    return Course(standing, now, morning, week_ago, told)


def _as_given(standing: Standing, given: Rotation | None) -> Standing:
    rotation = as_it_was_given(standing.rotation, given) if given else standing.rotation
    return standing if rotation is standing.rotation else replace(standing, rotation=rotation)


def _begun(standing: Standing, given: Rotation | None, told: Told, ground: Ground) -> Standing:
    """Return the standing of a day that may have been given already; in another programme its answers hold still."""
    if given is None or given.programme in ("", ground.programme.slug):
        return _as_given(standing, given)
    return with_the_answers_of(replace(standing, rotation=given), told, standing)


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days))


def after_the_morning(standing: Standing, morning: Morning, ground: Ground) -> Standing:
    """Apply the rules of the morning in their order."""
    if standing.usual != morning.usual:
        standing = replace(standing, usual=morning.usual)
    standing = come_back_gently_after_days_away(standing, morning)
    standing = do_the_least_after_a_large_increase(standing, morning)
    standing = do_a_little_less_after_a_small_increase(standing, morning)
    standing = come_back_step_by_step(standing, morning)
    standing = count_calm_mornings(standing, morning)
    standing = pause_after_severe_days(standing, morning, ground.clearings)
    standing = do_the_least_in_a_flare(standing, morning)
    standing = take_the_step_that_was_chosen(standing, morning, ground)
    return answer_the_exchange(standing, morning.told) if morning.told.swaps else standing


def come_back_gently_after_days_away(standing: Standing, morning: Morning) -> Standing:
    """After 4 to 13 missed days three quarters of the dose, after 14 or more half of it. Nothing is caught up.

    Walks go on as they are when nothing but the sessions was missed.
    """
    share = _share_after(days_since_movement(standing, morning.day))
    if share == 1.0:
        return standing
    walks = _share_after(days_since_practice(standing, morning.day)) == 1.0
    return replace(lowered(standing, share, "sessions-away" if walks else "days-away", morning.day), greens=0, ambers=0)


def _share_after(days: int | None) -> float:
    """Return the share to come back to so many days after the last practised one."""
    missed = (days or 1) - 1
    return next((share for least, share in AWAY if missed >= least), 1.0)


def do_the_least_after_a_large_increase(standing: Standing, morning: Morning) -> Standing:
    """Three points or more above the usual, or still up after 48 hours: two days of the least session."""
    if morning.colour is not Colour.RED:
        return standing
    until = morning.day + timedelta(days=RED_DAYS - 1)
    return replace(
        lowered(standing, LEAST, "large-increase", morning.day),
        since=morning.day,
        least_until=max(until, standing.least_until or until),
        greens=0,
        ambers=0,
        calm_since=None,
    )


def do_a_little_less_after_a_small_increase(standing: Standing, morning: Morning) -> Standing:
    """Two points above the usual: three quarters of the dose. The second time in a row it stays so for seven days."""
    if morning.colour is not Colour.AMBER:
        return standing
    standing = replace(standing, ambers=standing.ambers + 1, greens=0, calm_since=None)
    if standing.ambers > 1:
        standing = replace(standing, steady_until=morning.day + timedelta(days=SECOND_AMBER_DAYS))
    return lowered(standing, AFTER_AMBER, "small-increase", morning.day)


def come_back_step_by_step(standing: Standing, morning: Morning) -> Standing:
    """A calm morning after a practised day brings the share up one step.

    The days of the least end by themselves, but not on a morning that is rated sorer than usual.
    """
    if standing.share == 1.0 or morning.rose or not _may_rise(standing, morning):
        return standing
    share = NEXT_SHARE[standing.share]
    return replace(standing, share=share, since=morning.day, cause=standing.cause if share < 1.0 else "")


def _may_rise(standing: Standing, morning: Morning) -> bool:
    if standing.share == LEAST:
        over = standing.least_until is None or morning.day > standing.least_until
        return over and morning.points <= GREEN_POINTS
    if standing.steady_until and morning.day < standing.steady_until:
        return False
    sessions = standing.cause == "sessions-away"
    days = days_since_movement(standing, morning.day) if sessions else days_since_practice(standing, morning.day)
    practised_at_it = standing.since is None or (days is not None and morning.day - timedelta(days) >= standing.since)
    by_practice = standing.cause in RISES_BY_PRACTICE and days == 1
    return practised_at_it and (morning.colour is Colour.GREEN or by_practice)


def count_calm_mornings(standing: Standing, morning: Morning) -> Standing:
    """Count calm mornings in a row, each after a session at full.

    A morning not rated neither counts nor breaks it, nor does one after no more than a walk or one small thing.
    """
    if morning.colour is not Colour.GREEN:
        return standing
    greens = standing.greens + bool(standing.full) if standing.full is not False else 0
    return replace(standing, ambers=0, greens=greens, calm_since=standing.calm_since or morning.day)


def pause_after_severe_days(standing: Standing, morning: Morning, clearings: Sequence[Clearing]) -> Standing:
    """Pain far above the usual on three days running: breath only until a clinician has looked; then it counts anew.

    A morning that is not rated neither counts nor breaks the run; a week without one ends it. Where the usual is 7,
    an 8 is within the noise of mornings: it is asked about, and does not count here.
    """
    if not (morning.far_above_usual or standing.severe_days or standing.severe_hold):
        return standing
    looked = last_look(clearings, SEVERE_HOLD, morning.day)
    days, since = _severe_run(standing, morning, looked), standing.severe_hold
    if looked and since and looked.at > since:
        since = None
    if len(days) >= SEVERE_DAYS and since is None:
        since = morning.told.checked_at
    return replace(standing, severe_days=days, severe_hold=since)


def _severe_run(standing: Standing, morning: Morning, looked: Clearing | None) -> tuple[date, ...]:
    checked_at = morning.told.checked_at
    if morning.told.pain is not None and not morning.far_above_usual:
        return ()
    first = max(morning.day - WEEK, looked.day) if looked else morning.day - WEEK
    days = tuple(day for day in standing.severe_days if day >= first)
    told_since = checked_at is not None and (looked is None or checked_at > looked.at)
    return (*days, morning.day) if morning.far_above_usual and told_since else days


def do_the_least_in_a_flare(standing: Standing, morning: Morning) -> Standing:
    """A flare the person knows: three days of the least session, then back step by step."""
    if morning.told.choice is not ChoiceKind.FLARE:
        return standing
    until = morning.day + timedelta(days=FLARE_DAYS - 1)
    return replace(
        standing, share=LEAST, cause="flare", since=morning.day, least_until=until, greens=0, calm_since=None
    )


def take_the_step_that_was_chosen(standing: Standing, morning: Morning, ground: Ground) -> Standing:
    """One small step on one movement, when it was offered and taken. Taken or left, the count begins again."""
    if not morning.told.steps or not a_step_is_due(standing):
        return standing
    choice = morning.told.steps[-1]
    standing = replace(standing, greens=0)
    score = ground.practice.scores.get(choice.movement or "")
    if choice.kind is ChoiceKind.LEAVE_STEP or score is None:
        return standing
    dose = step_taken(score, standing, morning.day, ground)
    return replace(standing, doses={**standing.doses, score.slug: dose}) if dose else standing
