"""What must never be given to somebody, written out a second time and found in another way than the program finds it.

The table of conditions is the clinical ground's own, row by row (sources.toml names where each comes from). What a
movement asks of the body is measured on the posture it really reaches, blended as the figure blends it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from functools import cache

from loosen.content.loading import practice
from loosen.core.body import MEASURES, computed_tags
from loosen.core.moment import Moment
from loosen.core.plan import Plan, Says, Sentence
from loosen.core.posture import Limb, Posture, Prop
from loosen.core.practice import BREATHS
from loosen.core.record import Record
from loosen.core.score import Dose, Position, Score
from loosen.core.screening import NO, SAME, SKIPPED, YES, Clearing, Said

SCORES = practice().scores
MATRIX = (
    "pelvic-tilt", "cat-cow", "knee-to-chest", "hip-hinge", "wall-press", "seated-rotation", "shoulder-release",
)  # fmt: skip
"""The columns M1 to M7."""

ROWS = {
    "pregnant":         "o o o e   o e   o",
    "pregnant-16":      "s e s e45 o e20 o",
    "postpartum":       "e o e e   o e   o",
    "thin-bones":       "e e s o60 o e20 o",
    "old-fracture":     "e e x e45 o x   o",
    "spine-surgery":    "x x x x   x x   e",
    "fracture":         "x x x x   x x   e",
    "fusion":           "e e e o   o e15 o",
    "slipped-vertebra": "o e o e   e o   o",
    "narrow-canal":     "o e o o   e o   o",
    "leg-on-bending":   "o e e e30 o e   o",
    "hypermobile":      "o e e o   e e   e",
    "glaucoma":         "o e o e45 o o   o",
    "heart":            "o e o e45 e o   o",
    "dizzy":            "e e e e45 o e   e",
    "knee":             "o s o o   o o   o",
    "wrist":            "o s o o   o o   o",
    "shoulder":         "o e o o   e e   e",
    "neck":             "o e o o   e o   x",
    "new-hip":          "o o s e   o e   o",
    "hip-rule":         "o o s e   o e   o",
    "belly-surgery":    "e e e e   o e   o",
    "unsteady":         "s s s e   o o   o",
    "inflamed-joints":  "o o o o   o o   o",
}  # fmt: skip
"""o as it is, e smaller or gentler, s or x not this one; a number is the most degrees of leaning or of turning."""

UPRIGHT = frozenset({Position.STANDING, Position.SITTING})
FLOOR = frozenset({Position.LYING, Position.SIDE_LYING, Position.HANDS_AND_KNEES, Position.KNEELING})
LEANS, TURNS = "trunk-lean", "trunk-turn"
ARCHES = "low-back-arch"
"""Counted where the back is not supported: lying on it with the knees bent has its own small arch at rest."""


@dataclass(frozen=True, slots=True)
class Never:
    """What a condition rules out of every movement, and of which tags it allows the gentlest level alone."""

    positions: frozenset[Position] = frozenset()
    tags: frozenset[str] = frozenset()
    most: Mapping[str, float] = field(default_factory=dict)
    gentlest: frozenset[str] = frozenset()


LOADS_THE_BACK = frozenset({"spine-flexion", "spine-extension", "spine-rotation", "trunk-lean", "leg-strength"})

NEVER = {
    "pregnant-16": Never(frozenset({Position.LYING}), frozenset({"lying-flat"}), {ARCHES: 10}),
    "thin-bones": Never(tags=frozenset({"end-range-flexion", "end-range-rotation", "pulled-bend"})),
    "old-fracture": Never(
        tags=frozenset({"spine-rotation", "pulled-bend", "end-range-flexion"}), gentlest=frozenset({"spine-side"})
    ),
    "spine-surgery": Never(tags=LOADS_THE_BACK),
    "fracture": Never(tags=LOADS_THE_BACK),
    "slipped-vertebra": Never(tags=frozenset({"end-range-extension", "low-back-arch"}), most={ARCHES: 5}),
    "narrow-canal": Never(tags=frozenset({"end-range-extension", "low-back-arch"}), most={ARCHES: 5}),
    "glaucoma": Never(tags=frozenset({"end-range-flexion"}), most={"head-drop": 0}),
    "knee": Never(tags=frozenset({"kneeling"}), gentlest=frozenset({"hip-rotation"})),
    "wrist": Never(tags=frozenset({"weight-on-wrists"}), gentlest=frozenset({"arm-support"})),
    "shoulder": Never(most={"arm-raise": 90}, gentlest=frozenset({"arm-pull", "arm-support"})),
    "neck": Never(tags=frozenset({"neck-movement"})),
    "new-hip": Never(tags=frozenset({"pulled-bend", "hip-rotation", "hip-folded", "end-range-flexion"})),
    "hip-rule": Never(tags=frozenset({"pulled-bend", "hip-rotation", "hip-folded", "end-range-flexion"})),
    "hypermobile": Never(gentlest=frozenset({"hip-extension", "hip-rotation", "hip-folded"})),
    "unsteady": Never(positions=FLOOR, gentlest=frozenset({"one-leg"})),
}  # fmt: skip
"""The last column of the table: what holds for a movement added tomorrow as well."""

WEEKS = {"postpartum": 12, "spine-surgery": 12, "fracture": 12, "new-hip": 12, "belly-surgery": 8}
"""Full weeks after which a dated condition keeps nothing small any more."""

FLAT_WEEKS = 16
PREGNANCY_WEEKS = 40

# ---------------------------------------------------------------- what a movement asks of the body


def _between(first: object, last: object, share: float) -> object:
    """Blend two values number by number; what is no number changes half way."""
    if isinstance(first, float | int) and isinstance(last, float | int) and not isinstance(first, bool):
        return first + (last - first) * share
    if isinstance(first, tuple) and isinstance(last, tuple):
        return tuple(_between(a, b, share) for a, b in zip(first, last, strict=True))
    if isinstance(first, Posture) and isinstance(last, Posture):
        said = {one.name: getattr(first, one.name) for one in fields(first)}
        return Posture(**{name: _between(value, getattr(last, name), share) for name, value in said.items()})
    if isinstance(first, Limb | Prop):
        return first if share < 0.5 else last
    return first if share < 0.5 else last


@cache
def asked_of_the_body(movement: str, dose: Dose, measure: str) -> float:
    """The most a measure comes to while a movement is done at this dose."""
    score = SCORES[movement]
    level = score.level(dose.level)
    phrases = [phrase for part in score.whole() for phrase in part.phrases]
    phrases += [phrase for aside in score.asides for phrase in aside.phrases]
    first = score.postures[score.first_posture(level)]
    reached = [score.postures[level.shape(phrase).posture] for phrase in phrases]
    of = MEASURES[measure]
    if measure == "arm-raise":
        return max(of(first), *(of(first) + (of(one) - of(first)) * score.reach(dose) for one in reached))
    return max(of(first), *(of(_between(first, one, score.reach(dose))) for one in reached))  # type: ignore[arg-type]


OFF_THE_CHAIR_CM = 20
"""Hips that rise less than this have not left for standing."""


@cache
def tags_at(movement: str, level: str) -> frozenset[str]:
    """The tags of a movement at a level: without raised arms and the like where its postures show no such thing.

    A level of a movement from a chair that never rises from it is not standing.
    """
    score, chosen = SCORES[movement], SCORES[movement].level(level)
    phrases = [phrase for part in (*score.whole(), *score.asides) for phrase in part.phrases]
    shown = {score.first_posture(chosen), *(chosen.shape(phrase).posture for phrase in phrases)}
    seen = {name: computed_tags(posture) for name, posture in score.postures.items()}
    elsewhere = frozenset[str]().union(*seen.values()) - frozenset[str]().union(*(seen[name] for name in shown))
    heights = [score.postures[name].at_cm[1] for name in shown]
    if score.position is Position.SITTING and max(heights) - min(heights) < OFF_THE_CHAIR_CM:
        elsewhere |= {"standing"}
    return score.tags - elsewhere


def is_eased(movement: str, dose: Dose) -> bool:
    """Gentler in level, smaller in range or fewer than the movement as it is described."""
    score = SCORES[movement]
    ids = [level.id for level in score.levels]
    lower = ids.index(dose.level) < ids.index(score.described.id)
    return lower or score.reach(dose) < 1 or dose.repetitions < score.described.repetitions


# ---------------------------------------------------------------- who has what


def latest_answers(record: Record, moment: Moment) -> Mapping[str, str]:
    """The answer to each question that holds: "same" leaves it as it was."""
    answers: dict[str, str] = {}
    for one in sorted(record.screenings, key=lambda one: (one.at, one.id)):
        answers.update({question: said for question, said in one.answers.items() if said != SAME})
    return answers


def rows_of(record: Record, moment: Moment) -> frozenset[str]:
    """The rows of the table that hold for a person on this day."""
    dates: dict[str, date] = {}
    for one in sorted(record.screenings, key=lambda one: (one.at, one.id)):
        for question, said in one.answers.items():
            if said in (NO, SKIPPED):
                dates.pop(question, None)
        dates.update(one.dates)
    told = {question for question, said in latest_answers(record, moment).items() if said == YES}
    return frozenset(row for question in told if (row := _row(question, dates.get(question), moment.practice_day)))


def _row(question: str, on: date | None, day: date) -> str | None:
    if question == "pregnant":
        weeks = PREGNANCY_WEEKS if on is None else PREGNANCY_WEEKS - -(-(on - day).days // 7)
        return "pregnant-16" if weeks >= FLAT_WEEKS else "pregnant"
    if question in WEEKS and on is not None and (day - on).days // 7 >= WEEKS[question]:
        return None
    return question if question in ROWS else None


def is_replaced(who: str, at: datetime, record: Record, day: date) -> bool:
    """A later plan that has begun stands in the place of what this clinician said at that time."""
    return any(p.supersedes == who and p.at > at and (p.valid_from or day) <= day for p in _standing_plans(record))


def _standing_plans(record: Record) -> list[Plan]:
    revised = {plan.revises for plan in record.plans if plan.revises}
    return [plan for plan in record.plans if plan.id not in revised and not plan.withdrawn]


def sentences_of(record: Record, day: date) -> tuple[Sentence, ...]:
    """What clinicians' plans say on a day."""
    held = (
        plan
        for plan in _standing_plans(record)
        if (plan.valid_from or day) <= day <= (plan.valid_to or day)
        and not is_replaced(plan.clinician, plan.at, record, day)
    )
    said = (one for plan in held for one in plan.sentences)
    return tuple(one for one in said if one.until is None or day <= one.until)


# ---------------------------------------------------------------- what offends


def offences(record: Record, moment: Moment, movement: str, dose: Dose) -> Iterator[str]:
    """Yield everything that a movement at this dose does and must not, in a few words each."""
    score, day = SCORES[movement], moment.practice_day
    said = sentences_of(record, day)
    lifted = {one.condition for one in said if one.says is Says.LIFT}
    if movement not in BREATHS and score.position in record.person.positions_off:
        yield f"{score.position.value}: the person cannot"
    for row in sorted(rows_of(record, moment)):
        if row not in lifted:
            yield from (f"{row}: {what}" for what in against_the_row(row, movement, dose))
    for one in said:
        if against_the_sentence(one, score, dose):
            yield f"clinician: {one}"
    for look in _limits_of_looks(record, day):
        if movement in look.movements_off or score.position in look.positions_off:
            yield "clinician, when asked"


def _limits_of_looks(record: Record, day: date) -> Iterator[Clearing]:
    """The last look of each finding, where it set limits that nobody has replaced."""
    revised = {one.revises for one in record.clearings if one.revises}
    latest = {
        one.finding: one for one in sorted(record.clearings, key=lambda one: (one.at, one.id)) if one.id not in revised
    }
    with_limits = (one for one in latest.values() if one.said is Said.LIMITS)
    return (one for one in with_limits if not is_replaced(one.who, one.at, record, day))


def against_the_row(row: str, movement: str, dose: Dose) -> Iterator[str]:
    """Yield what a movement at this dose does against one row of the table."""
    score, never = SCORES[movement], NEVER.get(row, Never())
    code = dict(zip(MATRIX, ROWS[row].split(), strict=True)).get(movement, "o")
    if code in ("s", "x"):
        yield "not this one"
    if code == "e" and not is_eased(movement, dose):
        yield "smaller or gentler only"
    if never.gentlest & score.tags and dose.level != score.levels[0].id:
        yield "its gentlest level only"
    if score.position in never.positions:
        yield f"not {score.position.value}"
    if banned := sorted(never.tags & tags_at(movement, dose.level)):
        yield f"not {', '.join(banned)}"
    for measure, degrees in _degrees(row, score.position).items():
        if (reached := asked_of_the_body(movement, replace(dose, repetitions=1), measure)) > degrees + NEAR:
            yield f"{measure} {reached:.0f} beyond {degrees:.0f}"


def _degrees(row: str, position: Position) -> Mapping[str, float]:
    """The most of each measure that a row allows: its own, and what its numbers say of leaning and of turning."""
    numbers = {column: float(code[1:]) for column, code in zip(MATRIX, ROWS[row].split(), strict=True) if code[1:]}
    most = {m: d for m, d in NEVER.get(row, Never()).most.items() if not (m == ARCHES and position is Position.LYING)}
    if "hip-hinge" in numbers and position in UPRIGHT:
        most[LEANS] = numbers["hip-hinge"]
    if "seated-rotation" in numbers:
        most[TURNS] = numbers["seated-rotation"]
    return most


NEAR = 1.5
"""Degrees (cm of a head) by which the drawing between two postures may differ from a straight line."""


def against_the_sentence(one: Sentence, score: Score, dose: Dose) -> bool:
    """Whether a movement at this dose is what a clinician's sentence leaves out."""
    if one.says is Says.AVOID:
        named = one.movement == score.slug or one.position is score.position
        return named or one.tag in tags_at(score.slug, dose.level)
    if one.says is Says.AT_MOST and one.measure and one.most is not None:
        upright = one.measure != LEANS or score.position in UPRIGHT
        if not (upright if one.position is None else one.position is score.position):
            return False
        return asked_of_the_body(score.slug, replace(dose, repetitions=1), one.measure) > one.most + NEAR
    return False
