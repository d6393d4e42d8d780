"""A programme as text: what is said of it, and what it gives on one of its days, with the reasons."""

from collections.abc import Iterator

from loosen.content.player_words import player_words
from loosen.content.words import sentence
from loosen.core.day import Day, Session, Step
from loosen.core.practice import Practice, Programme
from loosen.core.reasons import Reason
from loosen.core.score import DESCRIBED


def head_lines(programme: Programme, practice: Practice) -> Iterator[str]:
    """Yield what is said of a programme before it is chosen."""
    yield programme.name
    for said in (programme.for_whom, programme.how_long, programme.expect):
        yield f"  {said}"
    if programme.after:
        yield f"  What may come next: {', '.join(practice.programmes[slug].name for slug in programme.after)}."


def day_lines(nth: int, day: Day, practice: Practice) -> Iterator[str]:
    """Yield what the day `nth` gives: its sessions with their movements, one small thing, the walk, and the offer."""
    yield f"Day {nth}"
    for session in day.every:
        yield from _of_a_session(session, practice)
    if day.walk:
        yield f"  A walk, {day.walk.minutes} minutes"
        yield from _why(day.walk.reasons, 4)
    if day.offer:
        yield f"  {sentence(Reason('small-step', {'movement': day.offer[0]}))}"
    if day.onward:
        yield f"  {sentence(day.onward)}"


def _of_a_session(session: Session, practice: Practice) -> Iterator[str]:
    minutes, seconds = divmod(round(session.duration_s), 60)
    yield f"  {player_words()[session.part.value]}, {minutes} min {seconds:02} s"
    yield from _why(session.reasons, 4)
    for step in session.steps:
        yield f"    {step.dose.repetitions} x {_movement(step, practice)}"
        yield from _why(step.reasons, 6)


def _movement(step: Step, practice: Practice) -> str:
    score = practice.scores[step.movement]
    level = score.level(step.dose.level)
    return score.name if level.id == DESCRIBED else f"{score.name}, {level.name[:1].lower()}{level.name[1:]}"


def _why(reasons: tuple[Reason, ...], indent: int) -> Iterator[str]:
    return (f"{' ' * indent}{sentence(reason)}" for reason in reasons)
