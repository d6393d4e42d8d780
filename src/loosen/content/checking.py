"""`loosen check`: every fault of the content, each with its file, line, fault and remedy. Empty means fit to use."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from loosen.content import camera_rules, drawing_rules, level_rules, loading, score_rules, word_rules
from loosen.content.dark_words import dark_words_from_file
from loosen.content.emergency import numbers_from_file
from loosen.content.faults import ContentError, Fault, Remark, line_of
from loosen.content.guide_checking import of_guides_and_resets
from loosen.content.ledger import Ledger, ledger_from_file
from loosen.content.ledger_rules import (
    Ruled,
    cards_without_a_rule,
    conditions_without_a_test,
    of_the_ledger,
    questions_without_a_test,
    rules_without_a_row,
)
from loosen.content.loading import HERE, shared_from_file
from loosen.content.looks import looks_from_file
from loosen.content.movement_file import score_from_file, table_of, text_of
from loosen.content.open_questions import questions_first, texts_of
from loosen.content.plan_file import plan_words_from_file
from loosen.content.plan_rules import of_the_plan
from loosen.content.player_words import player_words_from_file
from loosen.content.programme_checking import of_programmes_and_pools
from loosen.content.score_rules import Library, unknown
from loosen.content.screening_file import conditions_from_file, rules_from_file
from loosen.content.screening_rules import every_case_has_a_card, every_condition_is_told, every_limit_is_known
from loosen.content.sources import Source, sources_from_file
from loosen.content.transition_file import transitions_from_file
from loosen.content.urgent import cards_from_file, rising_from_file
from loosen.content.vocabulary import vocabulary_from_file
from loosen.content.word_rules import kind, unkind_words
from loosen.content.words import sentences_from_file
from loosen.core.body import Shared
from loosen.core.condition import Condition
from loosen.core.score import Score
from loosen.core.screening import Rule

SCORE_RULES = (*score_rules.RULES, *level_rules.RULES, *camera_rules.RULES, *drawing_rules.RULES, *word_rules.RULES)
"""Every rule a movement must keep, in the order it is told."""

READ_ELSEWHERE = ("movements/*.toml", "words/rules.toml")
"""Words that have stricter rules of their own."""

QUOTED = "sources.toml"
"""Titles of other people's works stand as they were printed."""


def check(path: Path | None = None) -> Sequence[Fault]:
    """Return every fault of the content at `path`, in order of file and line.

    A folder that has `movements/` is a whole content; another folder holds movements. A file inside a content is judged
    in its place; one from elsewhere is a movement, judged beside the content that travels with the program. None is
    that content itself. Raises OSError when the path cannot be read.
    """
    if path is None or _is_content(path):
        return sorted(set(_of_content(path or HERE)))
    if path.is_dir():
        return sorted(_of_guests(sorted(path.glob("*.toml"))))
    with path.open("rb"):
        pass
    for home in path.absolute().parents[:2]:
        if _is_content(home):
            told = (fault for fault in _of_content(home) if fault.path.resolve() == path.resolve())
            return sorted({replace(fault, path=path) for fault in told})
    return sorted(_of_guests([path]))


def checked_files(path: Path | None = None) -> Sequence[Path]:
    """Return the files that `check` looks at; empty when a folder holds none."""
    if path is None or _is_content(path):
        return sorted((path or HERE).rglob("*.toml"))
    return sorted(path.glob("*.toml")) if path.is_dir() else (path,)


def _is_content(path: Path) -> bool:
    return (path / "movements").is_dir()


def _of_content(home: Path) -> Iterator[Fault]:
    """A whole content: what movements stand on, the movements, and what stands beside them."""
    yield from _of_screening(home)
    yield from _of_words(home / "words" / "rules.toml")
    yield from _of_the_ledger(home)
    yield from _of_plans(home)
    yield from _unread(partial(numbers_from_file, home / "emergency.toml"))
    yield from _unread(partial(dark_words_from_file, home / "dark-words.toml"))
    yield from _unread(partial(rising_from_file, home / "words" / "rising.toml"))
    yield from _unread(partial(player_words_from_file, home / "words" / "player.toml"))
    yield from _unread(partial(looks_from_file, home / "looks.toml"))
    for path in sorted(home.rglob("*.toml")):
        within = path.relative_to(home)
        if path.name != QUOTED and not any(map(within.match, READ_ELSEWHERE)):
            yield from _of_unkind_words(path)
    try:
        library = _library(home)
        shared = shared_from_file(home / "postures.toml")
    except ContentError as error:
        yield from error.faults
        return
    yield from _unread(partial(transitions_from_file, home / "transitions.toml", shared))
    scores, faults = _read(sorted((home / "movements").glob("*.toml")), shared)
    yield from faults
    yield from _of_scores(scores, replace(library, scores=_by_slug(scores)))
    yield from of_programmes_and_pools(home, replace(library, scores=_by_slug(scores)))
    yield from of_guides_and_resets(home, shared, replace(library, scores=_by_slug(scores)))


def _of_guests(paths: Sequence[Path]) -> Iterator[Fault]:
    """Movements from elsewhere, judged beside the content that travels with the program."""
    scores, faults = _read(paths, loading.shared())
    yield from faults
    known = Library({**loading.scores(), **_by_slug(scores)}, loading.vocabulary(), loading.sources())
    yield from _of_scores(scores, known)


def _of_scores(scores: Mapping[Path, Score], library: Library) -> Iterator[Fault]:
    for path, score in scores.items():
        told = chain.from_iterable(rule(score, library) for rule in SCORE_RULES)
        yield from questions_first(path, _located(path, told))


def _of_words(path: Path) -> Iterator[Fault]:
    try:
        words = sentences_from_file(path)
    except ContentError as error:
        yield from error.faults
        return
    told = (
        Remark((rule, form), fault, remedy)
        for rule, sentence in words.items()
        for form, text in (
            ("say", sentence.say),
            ("until", sentence.until),
            ("one", sentence.one),
            ("other", sentence.other),
        )
        if text
        for fault, remedy in kind(text)
    )
    yield from _located(path, told)


def _of_plans(home: Path) -> Iterator[Fault]:
    """The sentences of a clinician's plan, and the tags they speak of."""
    path = home / "words" / "plan.toml"
    try:
        words, vocabulary = plan_words_from_file(path), vocabulary_from_file(home / "tags.toml")
    except ContentError as error:
        yield from error.faults
        return
    yield from _located(path, of_the_plan(words, vocabulary))


def _of_unkind_words(path: Path) -> Iterator[Fault]:
    """Every text of a file, whatever its key; what keeps the file from being read is told by its own reader."""
    try:
        table = table_of(path, text_of(path))
    except ContentError:
        return
    told = ((where, *found) for where, text in texts_of(table) for found in unkind_words(text))
    yield from _located(path, (Remark(where, fault, remedy) for where, fault, remedy in told))


def _of_screening(home: Path) -> Iterator[Fault]:
    """Questions, the cards and conditions they lead to, and what these refer to."""
    try:
        questions = rules_from_file(home / "screening.toml")
        conditions = conditions_from_file(home / "conditions.toml", questions)
        known = sources_from_file(home / "sources.toml")
        cards = cards_from_file(home / "words" / "urgent.toml")
        vocabulary = vocabulary_from_file(home / "tags.toml")
    except ContentError as error:
        yield from error.faults
        return
    of_questions = (_unknown_sources("rule", questions.rules, known), every_case_has_a_card(questions, cards))
    yield from _located(home / "screening.toml", chain.from_iterable(of_questions))
    of_conditions = (
        _unknown_sources("condition", conditions, known),
        every_limit_is_known(conditions, vocabulary),
        every_condition_is_told(conditions, cards),
    )
    yield from _located(home / "conditions.toml", chain.from_iterable(of_conditions))


def _of_the_ledger(home: Path) -> Iterator[Fault]:
    """What every rule must have; a file that cannot be read is told by its own reader."""
    yield from _unread(partial(ledger_from_file, home / "ledger.toml"))
    try:
        ledger, ruled = ledger_from_file(home / "ledger.toml"), _ruled(home)
    except ContentError:
        return
    for file, told in _remarks_of(ledger, ruled).items():
        yield from _located(home / file, told)


def _ruled(home: Path) -> Ruled:
    """All that has to have a row in the ledger."""
    questions = rules_from_file(home / "screening.toml")
    return Ruled(
        sentences_from_file(home / "words" / "rules.toml"),
        cards_from_file(home / "words" / "urgent.toml"),
        questions,
        conditions_from_file(home / "conditions.toml", questions),
        sources_from_file(home / "sources.toml"),
    )


def _remarks_of(ledger: Ledger, ruled: Ruled) -> Mapping[str, Iterator[Remark]]:
    """What is amiss with the ledger, by the file it is told of."""
    return {
        "ledger.toml": of_the_ledger(ledger, ruled),
        "words/rules.toml": rules_without_a_row(ledger, ruled.sentences),
        "words/urgent.toml": cards_without_a_rule(ledger, ruled),
        "screening.toml": questions_without_a_test(ledger, ruled.questions),
        "conditions.toml": conditions_without_a_test(ledger, ruled.conditions),
    }


def _unknown_sources(key: str, citing: Sequence[Rule | Condition], known: Mapping[str, Source]) -> Iterator[Remark]:
    for at, each in enumerate(citing):
        for source in each.sources:
            if source not in known:
                yield unknown((key, at, "sources"), "source", source, known, ", or define it in sources.toml")


def _unread(read: Callable[[], object]) -> Iterator[Fault]:
    """The faults that keep a file from being read at all."""
    try:
        read()
    except ContentError as error:
        yield from error.faults


def _located(path: Path, told: Iterator[Remark]) -> Iterator[Fault]:
    text = text_of(path)
    for remark in told:
        yield Fault(path, line_of(text, remark.where), remark.fault, remark.remedy)


def _read(paths: Sequence[Path], shared: Shared) -> tuple[dict[Path, Score], list[Fault]]:
    """The movements that can be read, and what keeps the others from it."""
    scores: dict[Path, Score] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            scores[path] = score_from_file(path, shared)
        except ContentError as error:
            faults += error.faults
    return scores, faults


def _by_slug(scores: Mapping[Path, Score]) -> dict[str, Score]:
    return {score.slug: score for score in scores.values()}


def _library(home: Path) -> Library:
    """What movements may refer to besides each other."""
    return Library({}, vocabulary_from_file(home / "tags.toml"), sources_from_file(home / "sources.toml"))
