"""The usual session of each part of the day: its movements and their doses, and what stands in for one of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from loosen.core.day import Absence, Step
from loosen.core.practice import BREATHS, Outline, Practice, Slot
from loosen.core.reasons import Reason
from loosen.core.score import Dose, Level, Position, Score

LEAST_REPETITIONS = 2
"""Repetitions (a side) below which no share, cap or budget goes. Source: clinical ground 2.5."""

FIRST_REPETITIONS = 3
"""Repetitions of a movement's first day, at its gentlest level. Source: clinical ground 4.8."""

HALF_RANGE = 0.5
"""How far a movement goes that was too much. Source: clinical ground 2.5."""

LEAST_BREATHS = 3
"""Rounds of breath that a full session keeps at the least: about half a minute. Source: clinical ground 4.0."""

ABED = frozenset({Position.LYING, Position.SIDE_LYING})
AT_HAND = frozenset({"mat", "cushion", "strap"})
"""What a movement done in bed may need: the bed stands for the mat. Reasoned."""

SWAPPED = "rotation-swapped"
"""The reason of a step that has another one's place for some weeks."""

Doses = Mapping[str, Dose]
Swaps = Mapping[str, str]
"""The programme's movements that others have the place of for some weeks, and these."""

NO_SWAPS: Swaps = {}
Allowed = Callable[[Score], Reason | None]
"""Says why a movement is left out today, or None when it may be done."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A session in the making. Its steps have their durations once it was fitted to its minutes.

    `required` are the movements a clinician asks for: they are the last to be shortened. `beginning` are those that are
    new to the person and stand at their first dose.
    """

    outline: Outline
    steps: tuple[Step, ...]
    reasons: tuple[Reason, ...] = ()
    absences: tuple[Absence, ...] = ()
    required: frozenset[str] = frozenset()
    beginning: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def movements(self) -> frozenset[str]:
        """The movements it holds."""
        return frozenset(step.movement for step in self.steps)

    @property
    def amounts(self) -> tuple[tuple[str, Dose], ...]:
        """What it holds, and how much of it."""
        return tuple((step.movement, step.dose) for step in self.steps)

    def only(self, movements: frozenset[str]) -> "Draft":
        """Keep these movements alone."""
        return replace(self, steps=tuple(step for step in self.steps if step.movement in movements))

    def because(self, reason: Reason) -> "Draft":
        """Say why the whole session looks as it does, each reason once."""
        return self if reason in self.reasons else replace(self, reasons=(*self.reasons, reason))

    def each(self, change: Callable[[Step], Step]) -> "Draft":
        """Change every movement and leave the breath alone."""
        return replace(self, steps=tuple(step if step.movement in BREATHS else change(step) for step in self.steps))

    def without(self, movement: str, *reasons: Reason) -> "Draft":
        """Leave a movement out and keep why."""
        return replace(
            self,
            steps=tuple(step for step in self.steps if step.movement != movement),
            absences=(*self.absences, Absence(movement, reasons)),
        )


def usual_session(
    outline: Outline, doses: Doses, practice: Practice, allowed: Allowed, swaps: Swaps = NO_SWAPS
) -> Draft:
    """Return the session as the person has it on a day when nothing holds it back.

    What the person's limits leave out is replaced by the first way that serves the same, so that all on a chair and
    without the floor are whole sessions too. A `later` movement comes in once it has been begun. `swaps` have taken
    the place of a movement for some weeks, where they are allowed; else the movement itself is there.
    """
    draft = Draft(outline, (_breath_step(outline.slots[0], practice, allowed),))
    others = within_reach(allowed, outline)
    own = frozenset(slot.movement for slot in outline.slots if allowed(practice.scores[slot.movement]) is None)
    for slot in outline.slots[1:]:
        wanted = practice.scores[slot.movement]
        why = allowed(wanted)
        score = wanted if why is None else stand_in(wanted, practice, others, draft.movements | own)
        if slot.later and not doses.keys() & {slot.movement, score.slug if score else ""}:
            continue
        swap = practice.scores.get(swaps.get(slot.movement, ""))
        if score and swap and allowed(swap) is None and swap.slug not in draft.movements | own:
            draft = _swapped(_with(draft, slot, score, why, doses), slot, swap, doses)
        else:
            draft = _with(draft, slot, score, why, doses)
    return draft


def _with(draft: Draft, slot: Slot, score: Score | None, why: Reason | None, doses: Doses) -> Draft:
    """Add what a slot asks for, or what stands in for it; keep why when neither can be."""
    whys = () if why is None else (why,)
    if score is None:
        absence = Absence(slot.movement, (*whys, Reason("nothing-else-fits")))
        return replace(draft, absences=(*draft.absences, absence))
    reasons = (*whys, Reason("stands-in", {"instead": slot.movement})) if whys else ()
    step = Step(score.slug, dose_in(slot, score, doses), 0.0, reasons)
    return _beginning(replace(draft, steps=(*draft.steps, step)), slot, step, doses)


def _swapped(draft: Draft, slot: Slot, swap: Score, doses: Doses) -> Draft:
    """Let another movement have the place of the last step for some weeks; new to the person, it begins gently."""
    *before, last = draft.steps
    slot = replace(slot, gently=True)
    why = Reason("rotation-swapped", {"instead": last.movement})
    step = Step(swap.slug, dose_in(slot, swap, doses), 0.0, (*last.reasons, why))
    draft = replace(draft, steps=(*before, step), beginning=draft.beginning - {last.movement})
    return _beginning(draft, slot, step, doses)


def _beginning(draft: Draft, slot: Slot, step: Step, doses: Doses) -> Draft:
    """Remember what begins gently and has not been taken a step further yet."""
    begins = slot.gently and step.movement not in doses
    return replace(draft, beginning=draft.beginning | {step.movement}) if begins else draft


def _breath_step(slot: Slot, practice: Practice, allowed: Allowed) -> Step:
    """Every session begins with the breath: in its own position, else as near to it as is allowed, else on a chair.

    Nearest is what its own score names first: somebody who must not lie flat at bedtime lies on the side.
    """
    nearest = (slug for slug in substitutes(practice.scores[slot.movement], practice) if slug in BREATHS)
    wishes = (slot.movement, *nearest, *BREATHS)
    slug = next((wish for wish in wishes if allowed(practice.scores[wish]) is None), BREATHS[0])
    return Step(slug, dose_in(slot, practice.scores[slug], {}), 0.0)


def dose_in(slot: Slot, score: Score, doses: Doses) -> Dose:
    """Return the usual dose of a movement, no more than its place in this session has room for."""
    dose = familiar_dose(score, doses) if slot.gently else usual_dose(score, doses)
    if slot.as_described and score.level(dose.level).build:
        dose = Dose(score.described.id, most_repetitions(score.described))
    return dose if slot.repetitions is None else replace(dose, repetitions=min(dose.repetitions, slot.repetitions))


def usual_dose(score: Score, doses: Doses) -> Dose:
    """Return where the person stands with a movement; until a step was taken, as its source describes it."""
    dose = doses.get(score.slug)
    if dose and any(level.id == dose.level for level in score.levels):
        return dose
    return Dose(score.described.id, score.described.repetitions)


def gentlest_dose(score: Score) -> Dose:
    """Return the gentlest level as it is written."""
    return Dose(score.levels[0].id, score.levels[0].repetitions)


def first_dose(score: Score) -> Dose:
    """Return how a movement that is new to the person begins."""
    gentlest = gentlest_dose(score)
    return replace(gentlest, repetitions=min(FIRST_REPETITIONS, gentlest.repetitions))


def familiar_dose(score: Score, doses: Doses) -> Dose:
    """Return the person's own dose of a movement, or a first one when it is new."""
    return usual_dose(score, doses) if score.slug in doses else first_dose(score)


def most_repetitions(level: Level) -> int:
    """Return as often as a level is described for, a side."""
    return level.most or level.repetitions


def fewer(dose: Dose, share: float, least: int = LEAST_REPETITIONS) -> Dose:
    """Return this share of a dose, rounded down, at least two repetitions and never more than before."""
    return replace(dose, repetitions=min(dose.repetitions, max(least, int(dose.repetitions * share + 1e-9))))


def gentler(score: Score, dose: Dose) -> Dose | None:
    """Return the next gentler level of a movement, None at the gentlest. Repetitions never rise."""
    place = next(n for n, level in enumerate(score.levels) if level.id == dose.level)
    if place == 0:
        return None
    level = score.levels[place - 1]
    return Dose(level.id, min(level.repetitions, dose.repetitions), dose.range)


def half_way(score: Score, dose: Dose) -> Dose:
    """Return the dose at the next gentler level and half as far as it went; at the gentlest, half its range."""
    lower = gentler(score, dose)
    if lower is None:
        return replace(dose, range=min(dose.range, HALF_RANGE))
    return replace(lower, range=min(1.0, HALF_RANGE * score.reach(dose) / score.level(lower.level).range))


def least_way(score: Score, dose: Dose) -> Dose:
    """Return the dose at the next gentler level, if there is one, and half of that level's range."""
    return replace(gentler(score, dose) or dose, range=HALF_RANGE)


def stand_in(
    score: Score, practice: Practice, allowed: Allowed, taken: frozenset[str], elsewhere: bool = False
) -> Score | None:
    """Return the first movement that may stand in for this one, or for what would; None when nothing does.

    `elsewhere` asks for another position.
    """
    for slug in substitutes(score, practice):
        other = practice.scores[slug]
        if slug in taken or slug in BREATHS or (elsewhere and other.position is score.position):
            continue
        if allowed(other) is None:
            return other
    return None


def in_reach(score: Score, in_bed: bool) -> bool:
    """In bed there is no chair and no wall: what is done lying has to do with what is there."""
    return not in_bed or score.position not in ABED or set(score.needs) <= AT_HAND


def within_reach(allowed: Allowed, outline: Outline) -> Allowed:
    """Return what may stand in for something in this session."""
    if not outline.in_bed:
        return allowed
    return lambda score: allowed(score) or (None if in_reach(score, in_bed=True) else Reason("nothing-else-fits"))


def stands_for(step: Step) -> frozenset[str]:
    """Return the movement of a step, and every movement whose place it has."""
    return frozenset({step.movement, *(str(r.values["instead"]) for r in step.reasons if "instead" in r.values)})


def substitutes(score: Score, practice: Practice) -> Iterator[str]:
    """Yield a movement's substitutes, each once and never itself.

    First those it wishes, in its order, then theirs; last whatever else looks after the same region.
    """
    seen = {score.slug}
    waiting = [score]
    while waiting:
        for slug in waiting.pop(0).ways_out.substitute:
            if slug not in seen:
                seen.add(slug)
                waiting.append(practice.scores[slug])
                yield slug
    yield from (slug for slug in practice.alike(score.slug) if slug not in seen)
