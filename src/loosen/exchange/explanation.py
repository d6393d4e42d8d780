"""Why, and why not, in words: what `loosen explain` prints: the morning, then a line for every movement there is."""

from collections.abc import Iterator, Mapping, Sequence

from loosen.content.urgent import card
from loosen.content.words import sentence
from loosen.core.day import Day, Referral
from loosen.core.explaining import Explanation, Fate
from loosen.core.reasons import Reason
from loosen.core.screening import Finding, Tier
from loosen.core.today import Today
from loosen.exchange.plan_json import PlanShown

FATE_LETTERS = max(len(fate.value) for fate in Fate)
"""Letters of the longest word for what became of a movement."""

HOW_SOON: Mapping[Tier, str] = {
    Tier.T0: "an emergency department, now",
    Tier.T1: "a doctor, today",
    Tier.T2: "a visit within two weeks",
    Tier.T3: "a question or a look first",
    Tier.T4: "a note",
}
"""How soon a finding of each tier is looked at."""


def morning_lines(outcome: Day | Referral, today: Today) -> Iterator[str]:
    """Yield what the morning is: of a day its pain, share and advice; of a referral every finding, and what is left."""
    if isinstance(outcome, Referral):
        yield f"{outcome.day}  referral: {_findings(outcome.findings)}"
        yield f"{outcome.day}  no movement is given" + ("; the seated breath may be" if outcome.comfort else "")
        return
    usual = "not known yet" if outcome.standing.usual is None else f"{outcome.standing.usual:g} of 10"
    share = "the least session" if today.does_the_least else f"{today.share:.0%} of the dose"
    yield f"{outcome.day}  a day: usual pain {usual}; {share}; advice: {_findings(outcome.advice) or 'none'}"


def _findings(findings: Sequence[Finding]) -> str:
    """Name each finding with its tier, how soon it is looked at, and its card."""
    return "; ".join(
        f"[{one.rule}, {one.tier.value}: {HOW_SOON[one.tier]}] {card(one).title}. {card(one).soon}" for one in findings
    )


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
    """Return the rule, the finding it rests on if there is one and how soon that is looked at, and the sentence."""
    finding = f": {reason.values['finding']}" if "finding" in reason.values else ""
    soon = f", {HOW_SOON[Tier(reason.values['tier'])]}" if "tier" in reason.values else ""
    return f"[{reason.rule}{finding}{soon}] {sentence(reason, language)}"
