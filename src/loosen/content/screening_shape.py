"""What must hold inside the screening: every question is asked once, where it can be answered, and counts as it is."""

from collections.abc import Iterable, Iterator

from loosen.content.faults import Key, ShapeError
from loosen.core.screening import Case, Dated, Effect, Question, Rule, Rules, Tier

MOST_LINES = 5
"""Lines on one calm screen. Source: the look of the pages, screening."""

Where = tuple[Key, ...]


def faults_of(read: Rules) -> Iterator[ShapeError]:
    """Return what keeps these questions from being asked, or these rules from being held against the answers."""
    yield from _of_steps(read)
    yield from _of_gates(read)
    yield from _of_the_short_form(read)
    yield from _of_a_bad_day(read)
    for question in read.questions.values():
        yield from _of_question(read, question, ("question", question.id))
    for place, rule in enumerate(read.rules):
        yield from _of_rule(read, rule, ("rule", place))


def _on_screens(read: Rules) -> tuple[str, ...]:
    return tuple(question for step in read.steps for question in step.questions)


def _of_steps(read: Rules) -> Iterator[ShapeError]:
    """Every question is asked once, on a screen of at most five lines."""
    asked: list[str] = []
    for place, step in enumerate(read.steps):
        where = ("step", place, "questions")
        if len(step.questions) > MOST_LINES:
            yield ShapeError(where, f"{step.id!r} asks {len(step.questions)} things", f"ask at most {MOST_LINES}")
        for question in step.questions:
            yield from _known(read, (question,), where)
            if question in asked:
                yield ShapeError(where, f"{question!r} is asked twice", "leave one out")
            asked.append(question)


def _of_gates(read: Rules) -> Iterator[ShapeError]:
    """A list that is asked only after a yes comes after the list with that question."""
    asked: set[str] = set()
    for place, step in enumerate(read.steps):
        if step.after and step.after not in asked:
            yield ShapeError(
                ("step", place, "after"),
                f"{step.id!r} waits for {step.after!r}, which no list before it asks",
                "name a question of an earlier list",
            )
        asked |= set(step.questions)


def _of_the_short_form(read: Rules) -> Iterator[ShapeError]:
    """Its lines stand for questions of the lists, which may be news; no question stands behind two lines."""
    lasting = {question for step in read.steps if step.lasting for question in step.questions}
    behind: list[str] = []
    if len(read.short) > MOST_LINES:
        yield ShapeError(("short",), f"the short form has {len(read.short)} lines", f"keep at most {MOST_LINES}")
    for place, line in enumerate(read.short):
        where = ("short", place, "questions")
        yield from _known(read, line.questions, where)
        for question in line.questions:
            if question not in _on_screens(read) or question in lasting:
                yield ShapeError(where, f"{question!r} is on no list of news", "name questions that may be news")
            if question in behind:
                yield ShapeError(where, f"{question!r} stands behind two lines", "leave one out")
            behind.append(question)
        if not line.questions:
            yield ShapeError(where, f"no question stands behind {line.id!r}", "name the questions that its tick asks")


def _of_a_bad_day(read: Rules) -> Iterator[ShapeError]:
    """The questions of a bad day are on no list, and the check-in answers one of them."""
    bad_day = (*read.severe, *filter(None, (read.high,)))
    for key, questions in (("severe", read.severe), ("high", bad_day[len(read.severe) :])):
        yield from _known(read, questions, (key,))
    for question in bad_day:
        if question in _on_screens(read):
            yield ShapeError(("severe",), f"{question!r} is on a list as well", "ask it on a bad day only")
    if bool(read.severe) != bool(read.high):
        yield ShapeError((), "a bad day needs its questions and what the check-in answers", "write severe and high")


def _of_question(read: Rules, question: Question, where: Where) -> Iterator[ShapeError]:
    """It is asked somewhere, or retired with what replaced it; and has at most one second half."""
    steps = [step for step in read.steps if question.id in step.questions]
    asked = bool(steps) or question.id in (*read.severe, read.high)
    if question.retired and asked:
        yield ShapeError(where, f"{question.id!r} is retired and still asked", "take it off its list")
    if question.retired != bool(question.replaced_by):
        yield ShapeError(where, f"{question.id!r} is retired or replaced, not both", "give retired and replaced_by")
    yield from _known(read, question.replaced_by, (*where, "replaced_by"))
    if not asked and not question.retired:
        yield ShapeError(where, f"{question.id!r} is on no screen", "name it in a step")
    lasting = any(step.lasting for step in steps)
    if question.history and (not steps or lasting or question.dated):
        yield ShapeError(where, f"{question.id!r} cannot have a history", "give one to news only, and no date with it")
    short = {behind for line in read.short for behind in line.questions}
    if question.event and (question.history or question.id not in short):
        yield ShapeError(where, f"{question.id!r} is no event", "only a question of the short form may be one")
    if isinstance(question.dated, Dated) and not lasting:
        yield ShapeError(where, f"{question.id!r} cannot have a date", "give one to a line of a lasting list only")


def _of_rule(read: Rules, rule: Rule, where: Where) -> Iterator[ShapeError]:
    """A rule's id is its own, its cases begin with the most urgent one, and a named person stands behind a review."""
    if rule.id in read.kept or [each.id for each in read.rules].count(rule.id) > 1:
        yield ShapeError((*where, "id"), f"the id {rule.id!r} is taken", "give it another")
    if rule.reviewed and not (rule.reviewer and rule.reviewed_on):
        yield ShapeError(
            (*where, "reviewed"),
            f"{rule.id} is reviewed without a name and a date",
            "add reviewer and reviewed_on, or write false",
        )
    tiers = [case.tier.value for case in rule.cases]
    if not tiers or tiers != sorted(tiers):
        yield ShapeError((*where, "case"), f"{rule.id} has no case, or not the most urgent first", "sort its cases")
    for number, case in enumerate(rule.cases):
        yield from _of_case(read, case, (*where, "case", number))


def _of_case(read: Rules, case: Case, where: Where) -> Iterator[ShapeError]:
    """A case asks something, of questions that are asked; T2 alone has an effect."""
    asks = (*case.all, *case.any)
    yield from _known(read, asks, where, "use an id of a question")
    if not asks:
        yield ShapeError(where, "the case would be true for everybody", "name the questions in `all` or `any`")
    if (case.tier is Tier.T2) != isinstance(case.effect, Effect):
        yield ShapeError(where, "the effect does not go with the tier", "give T2 hold or go-on, and the others none")
    told = any(read.questions[question].history for question in asks if question in read.questions)
    if (case.courses or case.least_weeks is not None) and not told:
        yield ShapeError(where, "no question of the case has a history", "leave out courses and least_weeks")
    if case.least_weeks is not None and case.least_weeks < 1:
        yield ShapeError((*where, "least_weeks"), "the weeks are less than one", "write 1 or more, or leave it out")


def _known(read: Rules, questions: Iterable[str], where: Where, remedy: str = "") -> Iterator[ShapeError]:
    for question in questions:
        if question not in read.questions:
            yield ShapeError(where, f"no question is called {question!r}", remedy or f"add [question.{question}]")
