"""What in a clinician's plan cannot be so, or speaks against something else: said plainly, with its place.

Nothing here changes a day. The day is made from the limits, where leaving out beats asking for; so a plan with a
contradiction is on the safe side already, and is kept as it was said.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil

from loosen.core.body import MEASURES, RANGES
from loosen.core.conditions import in_force, limits
from loosen.core.moment import Moment
from loosen.core.plan import SORE_DAYS, Plan, Says, Sentence
from loosen.core.practice import BREATHS, Practice
from loosen.core.prescribed import limits_of, same_name
from loosen.core.prescription import Limits
from loosen.core.reasons import Reason
from loosen.core.record import Record
from loosen.core.routine import LEAST_BREATHS, most_repetitions
from loosen.core.score import Dose, Score
from loosen.core.timeline import duration_s

REACHES: Mapping[str, float] = {
    "trunk-lean": 90,
    "trunk-turn": RANGES["trunk-turn"][1],
    "trunk-side": RANGES["trunk-side"][1],
    **{f"{joint}-bend": RANGES[f"{joint}-bend"][1] for joint in ("low-back", "mid-back", "neck")},
    **{f"{joint}-arch": -RANGES[f"{joint}-bend"][0] for joint in ("low-back", "mid-back", "neck")},
    "neck-side": RANGES["neck-side"][1],
    "neck-turn": RANGES["neck-turn"][1],
    "arm-raise": 180,
    "head-drop": 40,
}
"""How far each measure goes from standing tall, in degrees (head-drop: cm): a cap beyond it limits nothing."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What does not fit: the rule, the place of the sentence in its plan (None: the plan itself), and the values."""

    rule: str
    sentence: int | None = None
    values: Mapping[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matter:
    """A plan and all it may speak against: the rest of the record, the content, and the moment it is looked at."""

    plan: Plan
    record: Record
    practice: Practice
    moment: Moment

    @property
    def day(self) -> date:
        """The day on which the plan is looked at: today, or its first day if that is still to come."""
        return max(self.moment.practice_day, self.plan.valid_from or date.min)

    def limits(self, *plans: Plan) -> Limits:
        """Return all that is left out once these plans are among the others."""
        ids = {plan.id for plan in (self.plan, *plans)}
        record = replace(self.record, plans=(*(plan for plan in self.record.plans if plan.id not in ids), *plans))
        return limits(record, self.practice, self.moment)


def contradictions(plan: Plan, record: Record, practice: Practice, moment: Moment) -> tuple[Contradiction, ...]:
    """Return what does not fit: first of the plan itself, then of its sentences in their order."""
    matter = Matter(plan, record, practice, moment)
    of_sentences = (
        Contradiction(found.rule, place, found.values)
        for place, sentence in enumerate(plan.sentences)
        for found in _of_sentence(sentence, matter)
    )
    return (*_of_plan(matter), *of_sentences)


def _of_plan(matter: Matter) -> Iterator[Contradiction]:
    plan = matter.plan
    if plan.valid_from and plan.valid_to and plan.valid_to < plan.valid_from:
        yield Contradiction("ends-before-it-begins")
    elif plan.valid_to and plan.valid_to < matter.moment.practice_day:
        yield Contradiction("already-over")
    if plan.supersedes and not any(same_name(plan.supersedes, who) for who in _said_something(matter)):
        yield Contradiction("supersedes-nobody", values={"who": plan.supersedes})
    if _leaves_nothing(matter.limits(plan), matter) and not _leaves_nothing(matter.limits(), matter):
        yield Contradiction("leaves-nothing")


def _said_something(matter: Matter) -> Iterator[str]:
    yield from (plan.clinician for plan in matter.record.plans)
    yield from (look.who for look in matter.record.clearings)


def _leaves_nothing(allowed: Limits, matter: Matter) -> bool:
    return not any(allowed.allows(score) for slug, score in matter.practice.scores.items() if slug not in BREATHS)


def _of_sentence(sentence: Sentence, matter: Matter) -> Iterator[Contradiction]:
    if not sentence.whole:
        yield Contradiction("not-whole")
        return
    if not sentence.holds_on(matter.day):
        yield Contradiction("already-over")
    if sentence.says in OF_SENTENCE:
        yield from OF_SENTENCE[sentence.says](sentence, matter)


def _of_avoid(sentence: Sentence, matter: Matter) -> Iterator[Contradiction]:
    scores = matter.practice.scores
    if sentence.movement is not None and sentence.movement not in scores:
        yield Contradiction("unknown-movement", values={"what": sentence.movement})
    if sentence.tag is not None and not any(sentence.tag in score.tags for score in scores.values()):
        yield Contradiction("unknown-tag", values={"what": sentence.tag})


def _of_at_most(sentence: Sentence, _: Matter) -> Iterator[Contradiction]:
    measure, asked = sentence.measure or "", sentence.most or 0.0
    if measure not in MEASURES:
        yield Contradiction("unknown-measure", values={"what": measure})
    elif not 0 <= asked <= REACHES[measure]:
        rule = "below-the-range" if asked < 0 else "beyond-the-range"
        yield Contradiction(rule, values={"least": 0, "most": REACHES[measure], "asked": asked})


def _of_minutes(sentence: Sentence, matter: Matter) -> Iterator[Contradiction]:
    """A session needs the time of a few breaths; the minutes of a day are shared among its sessions."""
    person, breath = matter.record.person, matter.practice.scores[BREATHS[0]]
    breaths_s = duration_s(breath, Dose(breath.described.id, LEAST_BREATHS), person.count_s)
    needs = ceil(breaths_s * len(person.parts) / 60)
    if (sentence.most or 0.0) < needs:
        yield Contradiction("too-few-minutes", values={"needs": needs})


def _of_require(sentence: Sentence, matter: Matter) -> Iterator[Contradiction]:
    score = matter.practice.scores.get(sentence.movement or "")
    if score is None:
        yield Contradiction("unknown-movement", values={"what": sentence.movement or ""})
        return
    about = {"movement": score.slug}
    yield from _of_dose(sentence, score)
    if banned := _banned(score, sentence, matter):
        yield banned
    if sentence.parts and not set(sentence.parts) & set(matter.record.person.parts):
        yield Contradiction("part-not-chosen", values=about)
    if sum(_asks_for(score, each) for each in matter.plan.sentences) > 1:
        yield Contradiction("asked-twice", values=about)


def _of_dose(sentence: Sentence, score: Score) -> Iterator[Contradiction]:
    """The level must be one of the movement's; more repetitions than it is described for are not given."""
    levels = [level for level in score.levels if sentence.level in (None, level.id)]
    if not levels:
        yield Contradiction("unknown-level", values={"movement": score.slug, "what": sentence.level or ""})
    most = max(map(most_repetitions, levels or score.levels))
    if (sentence.repetitions or 0) > most:
        yield Contradiction("more-than-described", values={"movement": score.slug, "most": most})


def _asks_for(score: Score, sentence: Sentence) -> bool:
    return sentence.says is Says.REQUIRE and sentence.movement == score.slug


def _banned(score: Score, sentence: Sentence, matter: Matter) -> Contradiction | None:
    """Say by whom what is asked for is left out, the movement or its level: here, by another, by health, by oneself."""
    about = {"movement": score.slug}
    level = next((level for level in score.levels if level.id == sentence.level), score.levels[0])
    if limits_of(Record(plans=(matter.plan,)), matter.day).refuses(score, level):
        return Contradiction("banned-here", values=about)
    why = matter.limits(matter.plan).refuses(score, level)
    if why is None:
        return None
    if "who" in why.values:
        who = str(why.values["who"])
        same = same_name(who, matter.plan.clinician)
        return Contradiction("banned-by-same" if same else "banned-by-another", values={**about, "who": who})
    return Contradiction("banned-by-you" if _is_the_persons(why) else "banned-by-health", values=about)


def _is_the_persons(why: Reason) -> bool:
    return why.rule == "cannot-position"


def _of_steps(sentence: Sentence, matter: Matter) -> Iterator[Contradiction]:
    held = matter.limits(matter.plan).steps
    if sentence.allowed and held and "who" in held.values:
        who = str(held.values["who"])
        same = same_name(who, matter.plan.clinician)
        yield Contradiction("steps-both-ways-same" if same else "steps-both-ways", values={"who": who})


def _of_lift(sentence: Sentence, matter: Matter) -> Iterator[Contradiction]:
    what = sentence.condition or ""
    if what == SORE_DAYS:
        return
    if what not in {condition.id for condition in matter.practice.conditions}:
        yield Contradiction("unknown-condition", values={"what": what})
    elif what not in {condition.id for condition in in_force(matter.record, matter.practice, matter.moment)}:
        yield Contradiction("nothing-to-lift")


OF_SENTENCE: Mapping[Says, Callable[[Sentence, Matter], Iterator[Contradiction]]] = {
    Says.AVOID: _of_avoid,
    Says.AT_MOST: _of_at_most,
    Says.MINUTES: _of_minutes,
    Says.REQUIRE: _of_require,
    Says.STEPS: _of_steps,
    Says.LIFT: _of_lift,
}
"""What each kind of sentence may speak against; any number of points of pain can be kept to."""
