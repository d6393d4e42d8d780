"""What must hold between the screening, its cards, and the conditions it leads to: a misspelt name would be silent."""

from collections.abc import Mapping, Sequence

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
    """A condition leaves out tags that exist, and caps what can be measured."""
    for at, condition in enumerate(conditions):
        for tag in sorted(condition.tags_off - vocabulary.tags.keys()):
            yield unknown(("condition", at, "tags_off"), "tag", tag, vocabulary.tags, ", or define it in tags.toml")
        for cap in condition.caps:
            if cap.measure not in MEASURES:
                yield unknown(("condition", at, "caps"), "measure", cap.measure, MEASURES)
