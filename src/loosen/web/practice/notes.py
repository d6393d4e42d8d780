"""What stands beside the day: a visit that would be wise, and what is good to know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from loosen.content import loading, urgent
from loosen.core.day import Day
from loosen.core.moment import Moment
from loosen.core.screening import Finding, Tier
from loosen.web.health import BASELINE


@dataclass(frozen=True, slots=True)
class Advice:
    """A `visit` that would be wise, or a note beside the day: its title, and how soon or what to watch."""

    title: str
    words: str
    visit: bool = False


def advice_of(day: Day, moment: Moment) -> tuple[Advice, ...]:
    """Return what was not there before today."""
    return tuple(_advice(finding) for finding in day.advice if not _is_known(finding, day.day, moment))


def notes_of(day: Day, in_force: Sequence[str], moment: Moment) -> Iterator[Advice]:
    """Yield what is good to know and was known before, and the one sentence of each condition beside the day."""
    for finding in day.advice:
        if _is_known(finding, day.day, moment):
            yield _advice(finding)
    for condition in loading.practice().conditions:
        if condition.id in in_force and condition.advice:
            yield Advice(condition.say, condition.advice)


def _advice(finding: Finding) -> Advice:
    card = urgent.card(finding)
    return Advice(card.title, _what_is_known(finding) + card.soon, visit=finding.tier is not Tier.T4)


def _what_is_known(finding: Finding) -> str:
    """Return the signs that a note of something known is about, as a sentence; nothing for any other finding."""
    if finding.words != BASELINE:
        return ""
    known = loading.practice().screening.questions
    told = "; ".join(known[question].told for question in finding.questions)
    return f"{told[:1].upper()}{told[1:]}: you told us, and a clinician has looked. "


def _is_known(finding: Finding, day: date, moment: Moment) -> bool:
    """True of a note that was there before today: it need not be read again."""
    return finding.tier is Tier.T4 and Moment(finding.since, moment.zone).practice_day < day
