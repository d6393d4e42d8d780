"""The protocol of a session: its rules, from top to bottom. Source: sources.toml#pace."""

from collections.abc import Callable
from dataclasses import replace

from loosen.core.day import Session
from loosen.core.facts import Tap
from loosen.core.fitting import seconds_of
from loosen.core.journal import DayPart
from loosen.core.pacing import (
    begin_with_the_usual,
    breathe_only,
    do_the_least,
    fit_the_minutes,
    give_todays_share,
    go_half_way_where_it_was_too_much,
    go_lightly_when_the_body_is_heavy,
    leave_a_sore_day_as_the_clinician_asks,
    rest_what_was_sharp,
    return_gently_after_a_rest,
    spare_changes_of_position,
    stay_within_the_caps,
)
from loosen.core.passing import passed_over
from loosen.core.reasons import Reason
from loosen.core.relief import places
from loosen.core.required import add_what_the_clinician_requires, say_what_could_not_be_had
from loosen.core.routine import Draft
from loosen.core.staying import ground_in
from loosen.core.today import LIGHT, Today
from loosen.core.why import why_this_share

OF_TODAY = frozenset({"sharp-rest", "gentle-return", *(tap.value for tap in Tap), "sharp-passed", "pain-during"})
"""Rules that make one movement different today, in a session that is else the usual one."""

MUCH_PAIN = ("severe-pain", "high-start", "high-usual")
FIRST_TOLD = (
    "severe-pain", "large-increase", "not-settled", "flare", "least-day", "least-until-calm", *MUCH_PAIN[1:],
    *sorted(LIGHT),
)  # fmt: skip
LAST_TOLD = ("fits-minutes",)
"""The order in which the reasons of a session are told; all others stand between."""

Rule = Callable[[Draft, Today], Draft]

RULES: tuple[Rule, ...] = (
    begin_with_the_usual,
    add_what_the_clinician_requires,
    rest_what_was_sharp,
    return_gently_after_a_rest,
    go_lightly_when_the_body_is_heavy,
    do_the_least,
    leave_a_sore_day_as_the_clinician_asks,
    give_todays_share,
    go_half_way_where_it_was_too_much,
    stay_within_the_caps,
    breathe_only,
    spare_changes_of_position,
    fit_the_minutes,
    say_what_could_not_be_had,
)
"""The protocol of a session, from top to bottom."""


def today_in(part: DayPart, today: Today) -> Today:
    """Return what the rules look at in one part of the day: with what is left out then, and in one position."""
    ground = ground_in(part, today.course.now.doses, today.ground)
    return today if ground is today.ground else replace(today, ground=ground)


def drafted(part: DayPart, today: Today) -> Draft:
    """Apply every rule in its order."""
    draft = Draft(today.ground.programme.outline(part), ())
    why = why_this_share(today)
    for rule in RULES:
        draft = rule(draft, today)
    if why and len(draft.steps) > 1:
        draft = draft.because(why)
    draft = replace(draft, reasons=tuple(sorted(draft.reasons, key=_how_telling)))
    return draft if draft.reasons else draft.because(_why_as_usual(draft, today))


def _how_telling(reason: Reason) -> int:
    """The reason that shaped the session most comes first: it is the one sentence beside it."""
    return FIRST_TOLD.index(reason.rule) if reason.rule in FIRST_TOLD else len(FIRST_TOLD) + (reason.rule in LAST_TOLD)


def _why_as_usual(draft: Draft, today: Today) -> Reason:
    """Say that nothing shortens the session, or that something looks different, or that only the breath is left."""
    if len(draft.steps) == 1:
        return Reason("breath-is-left")
    if today.course.now.practised is None:
        return Reason("first-session")
    told = {reason.rule for step in draft.steps for reason in step.reasons}
    told |= {reason.rule for absence in draft.absences for reason in absence.reasons}
    return Reason("usual-with-a-change" if told & OF_TODAY else "usual-session")


def session_of(draft: Draft, today: Today) -> Session:
    """Return the session with every place it may come to."""
    practice, in_bed = today.ground.practice, draft.outline.in_bed
    return Session(
        id=f"{today.day}-{draft.outline.part.value}",
        part=draft.outline.part,
        steps=draft.steps,
        duration_s=seconds_of(draft.steps, practice),
        reasons=draft.reasons,
        places=places(draft.steps, today, draft.outline.in_bed),
        in_bed=in_bed,
        passed_over=passed_over(practice.transitions, today.ground.limits, in_bed=in_bed),
    )
