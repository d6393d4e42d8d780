"""What the answers show at a moment: findings with their tiers, what is still to be read back, what is known."""

from collections.abc import Mapping, Sequence

from loosen.core.age import is_under_age, most_years
from loosen.core.journal import unrevised
from loosen.core.moment import Moment
from loosen.core.screening import (
    READ_BACK,
    UNDER_AGE,
    URGENCY,
    YES,
    Case,
    Clearing,
    Finding,
    Rule,
    Rules,
    Said,
    Screening,
    Tier,
)


def findings(
    screenings: Sequence[Screening],
    clearings: Sequence[Clearing],
    rules: Rules,
    birth_year: int | None,
    moment: Moment,
) -> tuple[Finding, ...]:
    """Return what stands at this moment, most urgent first.

    The latest answer to a question holds, so a later no takes a yes back. A yes that leads to T0, T1 or T2 counts only
    from a screening that was read back. A clearing settles what was answered before it, as `_settles` says.
    """
    age = None if birth_year is None else most_years(birth_year, moment)
    runs = (_runs(screenings, only_meant=True), _runs(screenings, only_meant=False))
    clearings = unrevised(clearings)
    found = [finding for rule in rules.rules if (finding := _finding(rule, runs, age, clearings))]
    if birth_year is not None and is_under_age(birth_year, moment):
        found.append(Finding(UNDER_AGE, Tier.T3, moment.instant_utc, words="under-age"))
    return tuple(sorted(found, key=lambda f: (URGENCY.index((f.tier, f.effect)), f.since, f.rule)))


def screened(screenings: Sequence[Screening], rules: Rules) -> bool:
    """Every question has an answer; "skipped" is one."""
    answered = {question for screening in screenings for question in screening.answers}
    return all(question in answered for step in rules.steps for question in step.questions)


def standing_yes(screenings: Sequence[Screening]) -> frozenset[str]:
    """Return the questions whose latest answer is yes."""
    return frozenset(_runs(screenings, only_meant=False))


def to_read_back(answers: Mapping[str, str], rules: Rules, birth_year: int | None, moment: Moment) -> tuple[str, ...]:
    """Return the questions whose yes would count towards T0, T1 or T2, in the order they are asked."""
    age = None if birth_year is None else most_years(birth_year, moment)
    told: Runs = {question: () for question, answer in answers.items() if answer == YES}
    cases = [
        case for rule in rules.rules for case in rule.cases if case.tier in READ_BACK and _holds_true(case, told, age)
    ]
    asked = {question for case in cases for question in _met(case, told)}
    return tuple(question for step in rules.steps for question in step.questions if question in asked)


def waiting(screenings: Sequence[Screening], rules: Rules, birth_year: int | None, moment: Moment) -> tuple[str, ...]:
    """Return the questions whose latest yes would count towards T0, T1 or T2 and was never read back."""
    told = _runs(screenings, only_meant=False)
    serious = to_read_back(dict.fromkeys(told, YES), rules, birth_year, moment)
    return tuple(question for question in serious if not told[question][-1].read_back)


Runs = Mapping[str, tuple[Screening, ...]]
"""For each question whose latest answer is yes: the screenings of the unbroken run of yes, earliest first."""


def _runs(screenings: Sequence[Screening], *, only_meant: bool) -> Runs:
    runs: dict[str, tuple[Screening, ...]] = {}
    for screening in sorted(screenings, key=lambda s: (s.at, s.id)):
        for question, answer in screening.answers.items():
            if answer != YES:
                runs.pop(question, None)
            elif screening.read_back or not only_meant:
                runs[question] = (*runs.get(question, ()), screening)
    return runs


def _holds_true(case: Case, told: Runs, age: int | None) -> bool:
    alone = not case.any and case.any_age_over is None
    old = age is not None and case.any_age_over is not None and age > case.any_age_over
    return all(q in told for q in case.all) and (alone or old or any(q in told for q in case.any))


def _met(case: Case, told: Runs) -> tuple[str, ...]:
    return tuple(question for question in (*case.all, *case.any) if question in told)


def _finding(rule: Rule, runs: tuple[Runs, Runs], age: int | None, clearings: Sequence[Clearing]) -> Finding | None:
    """Return the rule's most urgent true case, unless a clearing has settled all that was answered yes."""
    meant, told = runs
    for case in rule.cases:
        counted = meant if case.tier in READ_BACK else told
        if _holds_true(case, counted, age):
            break
    else:
        return None
    met = _met(case, counted)
    yeses = sorted({(yes.at, yes.id): yes for question in met for yes in counted[question]}.items())
    looks = _looks(rule.id, case.tier, [yes for _, yes in yeses], clearings)
    last = max(looks, key=lambda look: (look.at, look.id), default=None)
    waits = last is not None and last.said is Said.NOT_YET
    standing = [yes for _, yes in yeses if last is None or waits or yes.at > last.at]
    if not standing:
        return None
    not_yet = last.looked_on if last and waits and last.at >= standing[-1].at else None
    return Finding(rule.id, case.tier, standing[0].at, case.effect, met, case.words, standing[-1].day, not_yet)


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
