"""What must hold between the screening, its cards, and the conditions it leads to: a misspelt name would be silent."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from loosen.content.faults import Remark
from loosen.content.score_rules import Remarks, unknown
from loosen.content.urgent import Card
from loosen.content.vocabulary import Vocabulary
from loosen.core.body import MEASURES
from loosen.core.condition import Condition
from loosen.core.screening import Rules


def every_case_has_a_card(rules: Rules, cards: Mapping[str, Card]) -> Remarks:
    """What a yes leads to has words to show."""
    for at, rule in enumerate(rules.rules):
        for place, case in enumerate(rule.cases):
            if case.words not in cards:
                where = ("rule", at, "case", place, "words")
                yield unknown(where, "card", case.words, cards, ", or write it in words/urgent.toml")


def every_limit_is_known(conditions: Sequence[Condition], vocabulary: Vocabulary) -> Remarks:
    """A condition speaks of tags that exist, caps what can be measured, and names itself once."""
    ids = [condition.id for condition in conditions]
    for at, condition in enumerate(conditions):
        if ids.count(condition.id) > 1:
            yield Remark(("condition", at, "id"), f"{condition.id!r} is there twice", "give each condition its own id")
        for key, tags in _tags_of(condition):
            for tag in sorted(tags - vocabulary.tags.keys()):
                yield unknown(("condition", at, key), "tag", tag, vocabulary.tags, ", or define it in tags.toml")
        for cap in condition.caps:
            if cap.measure not in MEASURES:
                yield unknown(("condition", at, "caps"), "measure", cap.measure, MEASURES)


def _tags_of(condition: Condition) -> Iterator[tuple[str, AbstractSet[str]]]:
    """Every key of a condition that speaks of tags, with its tags."""
    for key in ("tags_off", "only", "gentlest"):
        yield key, getattr(condition, key)
    yield "reach", condition.reach.keys()
    yield "repetitions", condition.repetitions.keys()


def every_condition_is_told(conditions: Sequence[Condition], cards: Mapping[str, Card]) -> Remarks:
    """A condition has its sentence, and one that asks first a card and what to ask."""
    for at, condition in enumerate(conditions):
        where = ("condition", at)
        if not (condition.say and condition.because and condition.name):
            yield Remark(where, f"{condition.id!r} has no name or no sentence", "give it name, say and because")
        if condition.ask_first and condition.words not in cards:
            yield unknown((*where, "words"), "card", condition.words, cards, ", or write it in words/urgent.toml")
        if condition.ask_first and not condition.asks:
            yield Remark(where, f"{condition.id!r} asks first, and not what", "give it asks")
