"""The usual session of each part of the day: its movements, their doses, their order and their minutes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, permutations, product

from loosen.core.day import Absence, Step
from loosen.core.journal import DayPart
from loosen.core.practice import BREATHS, USUAL_PROGRAMME, Outline, Practice, Slot
from loosen.core.reasons import Reason
from loosen.core.score import Dose, Level, Score
from loosen.core.timeline import CHANGE_S, change_s, duration_s

LEAST_REPETITIONS = 2
"""Repetitions (a side) below which no share, cap or budget goes. Source: clinical ground 2.5."""

FIRST_REPETITIONS = 3
"""Repetitions of a movement's first day, at its gentlest level. Source: clinical ground 4.8."""

HALF_RANGE = 0.5
"""How far a movement goes that was too much. Source: clinical ground 2.5."""

LEAST_BREATHS = 3
"""Rounds of breath that a full session keeps at the least: about half a minute. Source: clinical ground 4.0."""

Doses = Mapping[str, Dose]
Allowed = Callable[[Score], Reason | None]
"""Says why a movement is left out today, or None when it may be done."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A session in the making. Its steps have their durations once it was fitted to its minutes.

    `required` are the movements a clinician asks for: they are the last to be shortened.
    """

    outline: Outline
    steps: tuple[Step, ...]
    reasons: tuple[Reason, ...] = ()
    absences: tuple[Absence, ...] = ()
    required: frozenset[str] = frozenset()

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


def outline_of(part: DayPart, practice: Practice) -> Outline:
    """Return what the person's programme has for this part of the day."""
    sessions = practice.programmes[USUAL_PROGRAMME].sessions
    return next(outline for outline in sessions if outline.part is part)


def usual_session(outline: Outline, doses: Doses, practice: Practice, allowed: Allowed) -> Draft:
    """Return the session as the person has it on a day when nothing holds it back.

    What the person's limits leave out is replaced by the first way that serves the same, so that all on a chair and
    without the floor are whole sessions too. A `later` movement comes in once it has been begun.
    """
    draft = Draft(outline, (_breath_step(outline.slots[0], practice, allowed),))
    own = frozenset(slot.movement for slot in outline.slots if allowed(practice.scores[slot.movement]) is None)
    for slot in outline.slots[1:]:
        wanted = practice.scores[slot.movement]
        why = allowed(wanted)
        score = wanted if why is None else stand_in(wanted, practice, allowed, draft.movements | own)
        if not slot.later or doses.keys() & {slot.movement, score.slug if score else ""}:
            draft = _with(draft, slot, score, why, doses)
    return draft


def _with(draft: Draft, slot: Slot, score: Score | None, why: Reason | None, doses: Doses) -> Draft:
    """Add what a slot asks for, or what stands in for it; keep why when neither can be."""
    whys = () if why is None else (why,)
    if score is None:
        absence = Absence(slot.movement, (*whys, Reason("nothing-else-fits")))
        return replace(draft, absences=(*draft.absences, absence))
    reasons = (*whys, Reason("stands-in", {"instead": slot.movement})) if whys else ()
    return replace(draft, steps=(*draft.steps, Step(score.slug, dose_in(slot, score, doses), 0.0, reasons)))


def _breath_step(slot: Slot, practice: Practice, allowed: Allowed) -> Step:
    """Every session begins with the breath, in the first position that is allowed; where none is, on a chair."""
    wishes = (slot.movement, *BREATHS)
    slug = next((wish for wish in wishes if allowed(practice.scores[wish]) is None), BREATHS[0])
    return Step(slug, dose_in(slot, practice.scores[slug], {}), 0.0)


def dose_in(slot: Slot, score: Score, doses: Doses) -> Dose:
    """Return the usual dose of a movement, no more than its place in this session has room for."""
    dose = usual_dose(score, doses)
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


def substitutes(score: Score, practice: Practice) -> Iterator[str]:
    """Yield a movement's substitutes in the order it wishes, then theirs, each once and never itself."""
    seen = {score.slug}
    waiting = [score]
    while waiting:
        for slug in waiting.pop(0).ways_out.substitute:
            if slug not in seen:
                seen.add(slug)
                waiting.append(practice.scores[slug])
                yield slug


def in_easy_order(draft: Draft, practice: Practice) -> Draft:
    """Spare the person changes of position: the breath stays first and a closing movement last.

    The programme's own order stands unless another saves a whole change.
    """
    first, *rest = draft.steps
    last = [step for step in rest if closes(step, draft.outline)][-1:]
    between = [step for step in rest if step not in last]
    positions = {step.movement: practice.scores[step.movement].position for step in draft.steps}
    lasts = {pair: change_s(*pair) for pair in product(set(positions.values()), repeat=2)}

    def changes_s(way: tuple[Step, ...]) -> float:
        return sum(lasts[pair] for pair in pairwise([positions[step.movement] for step in way]))

    wished = (first, *between, *last)
    easiest = min(((first, *way, *last) for way in permutations(between)), key=changes_s)
    return replace(draft, steps=easiest if changes_s(wished) - changes_s(easiest) >= CHANGE_S else wished)


def closes(step: Step, outline: Outline) -> bool:
    """True when a step keeps the last place of its session, or stands in for what keeps it."""
    closing = {slot.movement for slot in outline.slots if slot.closing}
    return bool(closing & {step.movement, *(reason.values.get("instead") for reason in step.reasons)})


def timed(draft: Draft, practice: Practice, count_s: float) -> Draft:
    """Give every step the seconds its cues last."""
    steps = (_timed(step, practice, count_s) for step in draft.steps)
    return replace(draft, steps=tuple(steps))


def _timed(step: Step, practice: Practice, count_s: float) -> Step:
    return replace(step, duration_s=duration_s(practice.scores[step.movement], step.dose, count_s))


def seconds_of(timed_steps: Sequence[Step], practice: Practice) -> float:
    """Return how long a session of timed steps lasts, changes of position included, in seconds."""
    positions = [None, *(practice.scores[step.movement].position for step in timed_steps)]
    changes = (change_s(one, other) for one, other in pairwise(positions) if other)
    return sum(step.duration_s for step in timed_steps) + sum(changes)


def fitted(draft: Draft, practice: Practice, count_s: float, most_s: float) -> Draft:
    """Time a session, and fit it to its minutes without rushing: fewer repetitions, then fewer movements.

    What a clinician asks for is shortened only when nothing else is left; a few rounds of breath always stay.
    """
    asked = draft = timed(draft, practice, count_s)
    while seconds_of(draft.steps, practice) > most_s and (len(draft.steps) > 1 or _sparing(draft.steps)):
        draft = _a_little_less(draft, practice, count_s, most_s)
    return draft if draft is asked else draft.because(_fits(most_s))


def _fits(most_s: float) -> Reason:
    return Reason("fits-minutes", {"minutes": round(most_s / 60)})


def _a_little_less(draft: Draft, practice: Practice, count_s: float, most_s: float) -> Draft:
    """Take a repetition, else a movement, from what no clinician asks for while there is any."""
    others = tuple(step for step in draft.steps if step.movement not in draft.required)
    giving = others if len(others) > 1 else draft.steps
    sparing = _sparing(giving)
    if not sparing:
        return _one_movement_fewer(draft, giving, most_s)
    longest = max(sparing, key=lambda step: step.duration_s)
    dose = replace(longest.dose, repetitions=longest.dose.repetitions - 1)
    shorter = _timed(replace(longest, dose=dose), practice, count_s)
    return replace(draft, steps=tuple(shorter if step is longest else step for step in draft.steps))


def _sparing(steps: Sequence[Step]) -> list[Step]:
    """Return the steps that can spare a repetition."""
    floors = ((step, LEAST_BREATHS if step.movement in BREATHS else LEAST_REPETITIONS) for step in steps)
    return [step for step, floor in floors if step.dose.repetitions > floor]


def _one_movement_fewer(draft: Draft, giving: Sequence[Step], most_s: float) -> Draft:
    """Leave out the last movement of the session that is not its closing one, or the closing one itself."""
    open_ended = [step for step in giving[1:] if not closes(step, draft.outline)]
    last = (open_ended or giving)[-1]
    return draft.without(last.movement, *last.reasons, _fits(most_s))
