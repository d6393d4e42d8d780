"""The ledger put together: questions, what the plan finds, conditions and the rules of the day, each with its words."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from loosen.content import ledger as written
from loosen.content.ledger import LedgerRule, with_numbers
from loosen.content.loading import practice, sources, vocabulary
from loosen.content.sources import Source
from loosen.content.urgent import cards
from loosen.content.words import Sentence, sentences
from loosen.core.condition import Condition, Most
from loosen.core.screening import Case, Effect, Question, Rule, SymptomCourse, Tier
from loosen.render.ledger import Part, Promised, Row, Work, page

ASKING, CONDITION = "asking", "condition"
"""The chapters whose rules stand in screening.toml and conditions.toml."""

MOST_IN_WORDS = 10
"""Answers of which one will do that are told one by one; more are told together."""

OTHER_SIGNS = "any other sign or risk of the lists, as screening.toml names them"
"""What stands for a long choice of answers."""

COURSES = {
    SymptomCourse.WORSE: "getting worse",
    SymptomCourse.UNSURE: "perhaps worse",
    SymptomCourse.NEW: "begun within two weeks",
    SymptomCourse.UNSEEN: "older and steady, never looked at",
    SymptomCourse.KNOWN: "older and steady, looked at",
}
"""How a sign of the nerves goes, as the second half of its question tells."""

CENTIMETRES = frozenset({"head-drop"})
"""Measures that are no angle."""

STOPPING = frozenset({Tier.T0, Tier.T1, Tier.T3})
"""Tiers that leave no session."""


def markdown() -> str:
    """Return docs/safety.md as the rules have it."""
    ledger = written.ledger()
    parts = (
        Part(chapter.title, chapter.hazard, tuple(_rows(name, ledger.tests)))
        for name, chapter in ledger.chapters.items()
    )
    promised = [Promised(each.hazard, each.promise, each.test) for each in ledger.promises]
    return page(parts, promised, _named(tuple(sources())))


def differs(page: str, ledger: str) -> int:
    """Return the first line (1-based) at which a page is not the ledger, 0 when it is all the same."""
    if page == ledger:
        return 0
    pairs = zip_longest(page.splitlines(), ledger.splitlines())
    return next((line for line, (one, other) in enumerate(pairs, start=1) if one != other), 1)


def _rows(chapter: str, tests: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a chapter, in the order they are written."""
    if chapter == ASKING:
        for rule in practice().screening.rules:
            yield from (_of_case(rule, case, tests[rule.id]) for case in rule.cases)
    if chapter == CONDITION:
        yield from (_of_condition(condition, tests[condition.id]) for condition in practice().conditions)
    for name, finding in written.ledger().findings.items():
        if finding.chapter == chapter:
            yield _of_rule(finding.rule or name, finding, _on_the_card(name))
    for name, of_day in written.ledger().rules.items():
        if of_day.chapter == chapter:
            yield _of_rule(name, of_day, _longest(sentences()[name]))


def _of_rule(name: str, rule: LedgerRule, says: str) -> Row:
    stops = "yes" if rule.stops_alone else "no"
    reviewed = "yes" if rule.reviewed else "no"
    numbers = with_numbers(rule.numbers)
    return Row(
        name,
        str(rule.version),
        rule.hazard,
        says,
        numbers,
        _named(rule.sources),
        rule.evidence,
        reviewed,
        stops,
        rule.test,
    )


def _longest(words: Sentence) -> str:
    """The sentence as it is said of several."""
    return words.say or words.other


def _on_the_card(name: str) -> str:
    card = cards()[name]
    return f"{card.title}. {card.soon}"


def _of_case(rule: Rule, case: Case, test: str) -> Row:
    """One way a question's rule comes true."""
    effect = f" {case.effect.value}" if case.effect else ""
    return Row(
        rule.id,
        f"{rule.version}, {case.tier.value}{effect}",
        rule.because,
        _on_the_card(case.words),
        _when(case),
        _named(rule.sources),
        rule.evidence,
        _reviewed(rule),
        _stops(case),
        test,
    )


def _reviewed(rule: Rule) -> str:
    return f"{rule.reviewer}, {rule.reviewed_on}" if rule.reviewed else "no"


def _stops(case: Case) -> str:
    """Whether one answer alone leaves no movement that day."""
    if case.tier not in STOPPING and case.effect is not Effect.HOLD:
        return "no"
    answers = len(case.all) + bool(case.any or case.any_age_over is not None)
    return "yes" if answers == 1 else "with another"


def _when(case: Case) -> str:
    """The answers a case asks for, in the words people are told them in; a long choice as one."""
    questions = practice().screening.questions
    some = [questions[each].told for each in case.any] if len(case.any) <= MOST_IN_WORDS else [OTHER_SIGNS]
    some += [f"an age over {case.any_age_over}"] if case.any_age_over is not None else []
    told = [questions[each].told for each in case.all]
    told += [("one of: " if len(some) > 1 else "") + ", or ".join(some)] if some else []
    courses = ", or ".join(COURSES[course] for course in case.courses)
    lasted = "" if case.least_weeks is None else f"; for {case.least_weeks} weeks or longer"
    return "; and ".join(told) + (f"; {courses}" if courses else _of_any_course(case, questions)) + lasted


def _of_any_course(case: Case, questions: Mapping[str, Question]) -> str:
    asked = any(questions[each].history for each in (*case.all, *case.any))
    return "; unless it is known and unchanged" if asked else ""


def _of_condition(condition: Condition, test: str) -> Row:
    return Row(
        condition.id,
        "",
        f"{condition.name}: {condition.because}",
        f"You told us about {condition.say}. {condition.because} Your clinician can change this. {condition.advice}",
        "; ".join(_leaves_out(condition)),
        _named(condition.sources),
        condition.evidence,
        "yes" if condition.reviewed else "no",
        "yes, until a clinician agrees" if condition.ask_first else "no",
        test,
    )


def _leaves_out(condition: Condition) -> Iterator[str]:
    """What a condition keeps out or small, and when."""
    words = vocabulary()
    out = [words.positions[each].name for each in sorted(condition.positions_off, key=lambda each: each.value)]
    out += [_tag(each) for each in sorted(condition.tags_off)]
    if out:
        yield "left out: " + ", ".join(each.lower() for each in out)
    if condition.only:
        yield "nothing but the breath and: " + ", ".join(_tag(each).lower() for each in sorted(condition.only))
    yield from map(_cap, condition.caps)
    if condition.gentlest:
        yield "gentlest level of: " + ", ".join(_tag(each).lower() for each in sorted(condition.gentlest))
    yield from (f"{_tag(tag).lower()}: {share:.0%} of the way" for tag, share in condition.reach.items())
    yield from (f"{_tag(tag).lower()}: {most} repetitions at most" for tag, most in condition.repetitions.items())
    yield from _frame(condition)


def _frame(condition: Condition) -> Iterator[str]:
    """What a condition says of the whole session, and for how long it holds."""
    if condition.minutes is not None:
        yield f"{condition.minutes} minutes a day at most"
    if condition.one_position:
        yield "one position a session"
    if condition.weeks_from is not None:
        yield f"from {condition.weeks_from} full weeks on"
    if condition.weeks_until is not None:
        yield f"until {condition.weeks_until} full weeks"
    if condition.asks_on:
        yield "asked about after that too, until a clinician agrees"
    if condition.parts:
        yield "in the " + ", ".join(sorted(part.value for part in condition.parts))


def _cap(cap: Most) -> str:
    names = vocabulary().positions
    where = ", ".join(sorted(names[each].name.lower() for each in cap.positions))
    unit = "cm" if cap.measure in CENTIMETRES else "degrees"
    most = f"{cap.measure.replace('-', ' ')} {cap.most:g} {unit} at most"
    return f"{most} ({where})" if where else most


def _tag(tag: str) -> str:
    return vocabulary().tags[tag].name


def _named(ids: tuple[str, ...]) -> tuple[Work, ...]:
    return tuple(_work(each, sources()[each]) for each in ids)


def _work(name: str, source: Source) -> Work:
    read = f"seen through {source.seen_through}" if source.seen_through else "read itself"
    return Work(name, source.name, source.gave, read)
