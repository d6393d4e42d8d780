"""Why, and why not, in words: what `loosen explain` prints, one line for every movement of the library."""

from collections.abc import Iterator, Sequence

from loosen.content.words import sentence
from loosen.core.explaining import Explanation, Fate
from loosen.core.reasons import Reason
from loosen.exchange.plan_json import PlanShown

FATE_LETTERS = max(len(fate.value) for fate in Fate)
"""Letters of the longest word for what became of a movement."""


def lines(explained: Sequence[Explanation], language: str = "en") -> Iterator[str]:
    """Yield the movement, what became of it, and each rule in brackets before its sentence."""
    letters = max(len(one.movement) for one in explained)
    for one in explained:
        whys = " ".join(_why(reason, language) for reason in one.reasons)
        place = f"for {one.instead}: " if one.instead else ""
        yield f"{one.movement:<{letters}}  {one.fate.value:<{FATE_LETTERS}}  {place}{whys}"


def plan_lines(plans: Sequence[PlanShown]) -> Iterator[str]:
    """Yield every sentence of the clinicians' plans in force, with what speaks against it in brackets."""
    for plan in plans:
        who = f"{plan.clinician}, {plan.span[:1].lower()}{plan.span[1:]}" if plan.span else plan.clinician
        yield from (f"{who}: [{against}]" for against in plan.contradictions)
        for said in plan.sentences:
            yield " ".join((f"{who}: {said.words}", *(f"[{against}]" for against in said.contradictions)))


def _why(reason: Reason, language: str) -> str:
    """Return the rule, the finding it rests on if there is one, and the sentence."""
    finding = f": {reason.values['finding']}" if "finding" in reason.values else ""
    return f"[{reason.rule}{finding}] {sentence(reason, language)}"
