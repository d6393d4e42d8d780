"""What the answers show at a moment: findings with their tiers, what is still to be read back, what is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loosen.core.age import is_under_age, most_years
from loosen.core.answers import Answered, Runs, answered, course_of
from loosen.core.journal import unrevised
from loosen.core.moment import Moment
from loosen.core.screening import (
    READ_BACK,
    UNDER_AGE,
    URGENCY,
    Baseline,
    Began,
    Case,
    Clearing,
    Finding,
    History,
    Rule,
    Rules,
    Said,
    Screening,
    SymptomCourse,
    Tier,
)

BEGAN_AGO = {
    Began.DAYS: timedelta(),
    Began.TWO_WEEKS: timedelta(),
    Began.SIX_WEEKS: timedelta(weeks=2),
    Began.LONGER: timedelta(weeks=6),
}
"""How long ago a symptom began, at the least, on the day it was told."""


def findings(
    screenings: Sequence[Screening],
    clearings: Sequence[Clearing],
    rules: Rules,
    birth_year: int | None,
    moment: Moment,
) -> tuple[Finding, ...]:
    """Return what stands at this moment, most urgent first.

    The latest answer to a question holds, so a later no takes a yes back. A yes that leads to T0, T1 or T2 counts only
    from a screening that was read back. A clearing settles what was answered before it, as `_looks` says.
    """
    shown = _Shown(answered(screenings, rules), rules, _years(birth_year, moment), moment.practice_day)
    looks = unrevised(clearings)
    found = [finding for rule in rules.rules if (finding := _finding(rule, shown, looks))]
    if birth_year is not None and is_under_age(birth_year, moment):
        found.append(Finding(UNDER_AGE, Tier.T3, moment.instant_utc, words="under-age"))
    return tuple(sorted(found, key=lambda f: (URGENCY.index((f.tier, f.effect)), f.since, f.rule)))


def to_read_back(
    answers: Mapping[str, str],
    rules: Rules,
    birth_year: int | None,
    moment: Moment,
    histories: Mapping[str, History] | None = None,
) -> tuple[str, ...]:
    """Return the questions whose yes is to be read back, in the order they are asked.

    They are those that would count towards T0, T1 or T2, and those with a history: a baseline must be meant as well.
    """
    told = Screening(
        id="", at=moment.instant_utc, zone=moment.zone, day=moment.practice_day, answers=answers,
        histories=histories or {},
    )  # fmt: skip
    shown = _Shown(answered((told,), rules), rules, _years(birth_year, moment), moment.practice_day)
    return tuple(_serious(shown))


def waiting(screenings: Sequence[Screening], rules: Rules, birth_year: int | None, moment: Moment) -> tuple[str, ...]:
    """Return the questions whose latest yes is to be read back and never was, in the order they are asked."""
    shown = _Shown(answered(screenings, rules), rules, _years(birth_year, moment), moment.practice_day)
    return tuple(question for question in _serious(shown) if not shown.said.told[question][-1].read_back)


def baselines(
    screenings: Sequence[Screening],
    clearings: Sequence[Clearing],
    rules: Rules,
    birth_year: int | None,
    moment: Moment,
) -> Mapping[str, Baseline]:
    """Return what is known, by question: told as older, not worse and looked at, or settled by a look since.

    From then on the question asks about change only. What is not read back yet is no baseline.
    """
    shown = _Shown(answered(screenings, rules), rules, _years(birth_year, moment), moment.practice_day)
    looks = unrevised(clearings)
    known: dict[str, Baseline] = {}
    for rule in rules.rules:
        finding = _finding(rule, shown, looks)
        for question in finding.questions if finding and finding.tier is Tier.T4 else ():
            baseline = _baseline(question, rule, shown, looks)
            known |= {question: baseline} if baseline else {}
    return known


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the rules are held against: the answers, the age in years where it is known, and the practice day."""

    said: Answered
    rules: Rules
    age: int | None
    day: date

    def counted(self, case: Case, runs: Runs) -> Runs:
        """Return the runs of yes that count towards a case."""
        return {q: runs[q] for q in (*case.all, *case.any) if q in runs and self._fits(case, q, runs[q])}

    def holds_true(self, case: Case, counted: Runs) -> bool:
        """Every question of `all`, and one of `any` or the age."""
        alone = not case.any and case.any_age_over is None
        old = self.age is not None and case.any_age_over is not None and self.age > case.any_age_over
        return all(q in counted for q in case.all) and (alone or old or any(q in counted for q in case.any))

    def _fits(self, case: Case, question: str, run: tuple[Screening, ...]) -> bool:
        known = self.rules.questions.get(question)
        if known is None or not known.history:
            return True
        history = run[-1].histories.get(question)
        course = course_of(history, run[-1].day)
        told = timedelta() if history is None else BEGAN_AGO[history.began]
        lasted = max(self.day - run[0].day, self.day - run[-1].day + told)
        fits = course in case.courses if case.courses else course is not SymptomCourse.KNOWN
        return fits and (case.least_weeks is None or lasted >= timedelta(weeks=case.least_weeks))


def _years(birth_year: int | None, moment: Moment) -> int | None:
    return None if birth_year is None else most_years(birth_year, moment)


def _serious(shown: _Shown) -> Iterator[str]:
    """Yield the questions whose yes must be meant, whether it was read back or not, in the order they are asked."""
    rules, told = shown.rules, shown.said.told
    cases = [case for rule in rules.rules for case in rule.cases if case.tier in READ_BACK]
    counted = {q for case in cases if shown.holds_true(case, runs := shown.counted(case, told)) for q in runs}
    for question in (*rules.severe, *(q for step in rules.steps for q in step.questions)):
        if question in told and (question in counted or rules.questions[question].history):
            yield question


def _finding(rule: Rule, shown: _Shown, clearings: Sequence[Clearing]) -> Finding | None:
    """Return the rule's most urgent true case that no clearing has settled; what was settled may be known from now."""
    settled = False
    for case in rule.cases:
        counted = shown.counted(case, shown.said.meant if case.tier in READ_BACK else shown.said.told)
        if counted and shown.holds_true(case, counted):
            finding = _of_case(rule.id, case, counted, clearings)
            if finding:
                return finding
            settled = True
    return _as_known(rule, shown) if settled else None


def _of_case(rule: str, case: Case, counted: Runs, clearings: Sequence[Clearing]) -> Finding | None:
    yeses = sorted({(yes.at, yes.id): yes for run in counted.values() for yes in run}.items())
    looks = _looks(rule, case.tier, [yes for _, yes in yeses], clearings)
    last = max(looks, key=lambda look: (look.at, look.id), default=None)
    waits = last is not None and last.said is Said.NOT_YET
    standing = [yes for _, yes in yeses if last is None or waits or yes.at > last.at]
    if not standing:
        return None
    not_yet = last.looked_on if last and waits and last.at >= standing[-1].at else None
    return Finding(rule, case.tier, standing[0].at, case.effect, tuple(counted), case.words, standing[-1].day, not_yet)


def _as_known(rule: Rule, shown: _Shown) -> Finding | None:
    """Return the note of a symptom that was looked at: known from now on, and a change of it is not waited out."""
    told = shown.said.told
    for case in (case for case in rule.cases if SymptomCourse.KNOWN in case.courses):
        met = tuple(question for question in (*case.all, *case.any) if question in told)
        if met:
            first, latest = min(told[q][0].at for q in met), max(told[q][-1].day for q in met)
            return Finding(rule.id, case.tier, first, case.effect, met, case.words, latest)
    return None


def _looks(rule: str, tier: Tier, yeses: Sequence[Screening], clearings: Sequence[Clearing]) -> list[Clearing]:
    """Return the clearings of this rule that count; the last one holds.

    Where it is urgent, a look on a day before the answer cannot have seen it. An emergency that is cleared on the day
    it was told counts only once it was asked about again; "not yet" clears nothing, and counts at once.
    """

    def counts(look: Clearing) -> bool:
        before = [yes for yes in yeses if yes.at <= look.at]
        if look.finding != rule or not before:
            return False
        seen = look.looked_on >= before[-1].day or tier not in {Tier.T0, Tier.T1}
        sure = look.asked_again or look.said is Said.NOT_YET or look.day != before[-1].day
        return seen and (sure or tier is not Tier.T0)

    return [look for look in clearings if counts(look)]


def _baseline(question: str, rule: Rule, shown: _Shown, clearings: Sequence[Clearing]) -> Baseline | None:
    """Return a question's baseline: as it was told, or as it was looked at."""
    run, meant = shown.said.told[question], shown.said.meant.get(question)
    if not shown.rules.questions[question].history or not meant or meant[-1] is not run[-1]:
        return None
    history = run[-1].histories.get(question)
    if course_of(history, run[-1].day) is SymptomCourse.KNOWN:
        return Baseline(question, run[-1].day, history.looked_on if history else None)
    looks = [look for look in _looks(rule.id, Tier.T4, run, clearings) if look.at >= run[-1].at]
    last = max(looks, key=lambda look: (look.at, look.id), default=None)
    return Baseline(question, last.looked_on, last.looked_on) if last and last.said is not Said.NOT_YET else None
