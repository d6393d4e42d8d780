"""A story told for a physiotherapist: one line a day with what was told, what was given, and by which rules."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from loosen.content.loading import practice
from loosen.content.words import sentence
from loosen.core.day import Day, Referral, Session, Step
from loosen.core.journal import Body, check_in_that_counts
from loosen.core.moment import Moment
from loosen.core.planning import plan_day
from loosen.core.reasons import Reason
from loosen.core.record import Record
from loosen.core.score import DESCRIBED, Dose
from loosen.core.screening import Tier
from tests.lives import FORMS
from tests.stories.people import DAYS, Story, on

Outcome = Day | Referral
KINDS = ("screenings", "clearings", "check_ins", "events", "notes", "choices", "plans")


def as_of(record: Record, moment: Moment) -> Record:
    """The record as it stood at a moment."""
    known = {k: tuple(one for one in getattr(record, k) if one.at <= moment.instant_utc) for k in KINDS}
    given = tuple(one for one in record.given if one.day < moment.practice_day)
    return replace(record, **known, given=given)


def morning_of(record: Record, day: date, hour: int = 7, minute: int = 45) -> tuple[Record, Outcome]:
    moment = Moment(datetime.combine(day, time(hour, minute), ZoneInfo(record.person.zone)), record.person.zone)
    known = as_of(record, moment)
    return known, plan_day(known, moment, practice())


def told(story: Story, record: Record) -> str:
    """The whole story as text."""
    said: dict[str, str] = {}
    days = "".join(f"{line}\n" for line in _days(record, said))
    why = "".join(f"  {rule}: {words}\n" for rule, words in sorted(said.items()))
    return f"{story.who}.\n\n{days}\nThe rules, each in its first words:\n{why}"


def _days(record: Record, said: dict[str, str]) -> Iterator[str]:
    """Yield a line a day; sessions like those of the day before are not said again."""
    before = ""
    for nth in range(1, DAYS + 1):
        known, outcome = morning_of(record, on(nth))
        given = _given(outcome, said)
        same = given == before
        head = f"{nth:>2}  {on(nth):%a %d %b}  {_told(known, on(nth)):<14}  {_asked(record, nth)}"
        yield head + (AS_BEFORE if same else given)
        if isinstance(outcome, Day) and outcome.offer:
            yield f"{'':>31}offered: {_offered(*outcome.offer)}"
        before = given


AS_BEFORE = "as the day before"


def _offered(movement: str, dose: Dose) -> str:
    return f"{_name(movement)} {dose.repetitions}{_level(movement, dose.level)}"


def _asked(record: Record, nth: int) -> str:
    """What had to be answered before the day was made; without a round of answers nothing was."""
    if all(one.day != on(nth) for one in record.screenings):
        return ""
    _, before = morning_of(record, on(nth), 7, 25)
    forms = sorted({f.rule for f in before.findings} & FORMS) if isinstance(before, Referral) else []
    return f"asked: {', '.join(forms)}; " if forms else ""


def _told(known: Record, day: date) -> str:
    check_in = check_in_that_counts([one for one in known.check_ins if one.day == day])
    if check_in is None:
        return "nothing"
    words = ["unrated" if check_in.pain is None else f"pain {check_in.pain}"]
    words += [check_in.body.value] if check_in.body is not Body.USUAL else []
    words += [f"sleep {check_in.sleep}"] if check_in.sleep is not None else []
    words += [f"mood {check_in.mood}"] if check_in.mood is not None else []
    return ", ".join(words)


def _given(outcome: Outcome, said: dict[str, str]) -> str:
    if isinstance(outcome, Referral):
        found = ", ".join(f"{f.rule} ({f.words})" for f in outcome.findings if f.tier is not Tier.T4)
        return f"NO SESSION {outcome.tier.value}: {found}; {'the breath' if outcome.comfort else 'no breath either'}"
    advice = "".join(f"; advice {f.rule} ({f.tier.value})" for f in outcome.advice)
    return " / ".join(_session(session, said) for session in outcome.sessions) + advice


def _session(session: Session, said: dict[str, str]) -> str:
    steps = ", ".join(_step(step, said) for step in session.steps)
    seconds = round(session.duration_s)
    return f"{session.part.value} {seconds // 60}:{seconds % 60:02} {steps}{_why(session.reasons, said)}"


def _step(step: Step, said: dict[str, str]) -> str:
    smaller = f" at {step.dose.range:.0%}" if step.dose.range < 1 else ""
    name = _name(step.movement)
    return f"{name} {step.dose.repetitions}{_level(step.movement, step.dose.level)}{smaller}{_why(step.reasons, said)}"


def _name(movement: str) -> str:
    return practice().scores[movement].name.lower()


def _level(movement: str, level: str) -> str:
    return "" if level == DESCRIBED else f" ({practice().scores[movement].level(level).name.lower()})"


def _why(reasons: tuple[Reason, ...], said: dict[str, str]) -> str:
    for reason in reasons:
        said.setdefault(_id(reason), sentence(reason))
    return f" [{', '.join(dict.fromkeys(map(_id, reasons)))}]" if reasons else ""


def _id(reason: Reason) -> str:
    """A rule by its id, a condition's by the condition too."""
    condition = reason.values.get("condition")
    return f"{reason.rule} {condition}" if condition else reason.rule
