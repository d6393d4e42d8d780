"""Half a year of somebody, played day by day against the planner with whatever a life may bring.

Conditions and their dates, clinicians who write and withdraw plans, days away, another time zone, bad days, sharp
stops, taps taken back, answers corrected, forms left unanswered. Every morning all that is promised is looked at.
`python -m tests.proofs.life SEED ...` or `--from SEED --people N` plays people and prints what did not hold.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from loosen.content.loading import practice
from loosen.content.words import sentence
from loosen.core.body import MEASURES
from loosen.core.day import Day, Referral, Step
from loosen.core.journal import Body, ChoiceKind, DayPart, Event, Felt, PlayerEvent, SharpAnswer
from loosen.core.moment import Moment
from loosen.core.plan import SORE_DAYS, Says, Sentence
from loosen.core.planning import plan_day, today_of
from loosen.core.record import Person, window
from loosen.core.score import Position
from loosen.core.screening import NO, YES, Began, Dated, History, Said, Tier, Worse
from tests import held
from tests.lives import FORMS, Life, Outcome, Told
from tests.people import ALL_BUT_A_CHAIR, FLOOR
from tests.records import GATED, MOVEMENTS, NERVES, ZONES

FIRST = date(2026, 7, 1)
"""The clocks change twice within the half year, in two hemispheres."""

DAYS = 180
RULES = practice().screening
TAGS = ("kneeling", "spine-rotation", "weight-on-wrists", "arms-above-shoulder")
EMERGENCIES = ("ces1", "ces2", "ces5", "neu1-rapid", "tra1", "vas1-chest", "inf1", "ca2-weight")
LASTING = tuple(q for step in RULES.steps if step.lasting and step.after for q in step.questions)


@dataclass(slots=True)
class Player:
    """One life in the making: who it is, how the body is, and what is still to come of what began."""

    random: Random
    life: Life
    pain: float
    away: int = 0
    urgent: str = ""
    faults: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    doses: Mapping[str, object] = field(default_factory=dict)

    def happens(self, chance: float) -> bool:
        return self.random.random() < chance

    def wrong(self, day: date, what: str) -> None:
        self.faults.append(f"{day}: {what}")


def somebody(seed: int) -> Player:
    """A person with up to three conditions, most of whom asked whoever had to be asked."""
    random = Random(seed)
    usual = random.choice((2, 3, 4, 4, 5, 6, 7, 8))
    programme, parts = a_programme(random)
    person = Person(
        birth_year=random.randint(1935, 2004),
        zone=random.choice(ZONES),
        usual_pain=usual,
        programme=programme,
        parts=parts,
        count_s=random.choice((0.8, 1.0, 1.5)),
        positions_off=random.choice((frozenset(), frozenset(), FLOOR, ALL_BUT_A_CHAIR)),
    )
    player = Player(random, Life(person, FIRST), float(usual))
    told = random.sample(LASTING, random.choice((0, 0, 1, 1, 2, 3)))
    answers = {**{GATED[q]: YES for q in told}, **dict.fromkeys(told, YES)}
    player.life.answer_everything(FIRST, answers, {}, {q: on for q in told if (on := _date(q, random))})
    ask_whoever_is_to_be_asked(player, FIRST)
    return player


def a_programme(random: Random) -> tuple[str, tuple[DayPart, ...]]:
    """A programme, and one or two of its sessions."""
    programme = random.choice(list(practice().programmes.values()))
    parts = random.sample([outline.part for outline in programme.sessions], random.choice((1, 1, 1, 2)))
    return programme.slug, tuple(sorted(parts, key=list(DayPart).index))


def _date(question: str, random: Random) -> date | None:
    kind = RULES.questions[question].dated
    if kind is None or random.random() < 0.15:
        return None
    return FIRST + timedelta(days=random.randint(10, 250) if kind is Dated.DUE else random.randint(-90, 0))


def ask_whoever_is_to_be_asked(player: Player, day: date) -> None:
    """Clear what asks first or was looked at; now and then it is not yet, or with a movement left out."""
    outcome = player.life.plan(player.life.moment(day))
    found = outcome.findings if isinstance(outcome, Referral) else outcome.advice
    for finding in found:
        if finding.rule in FORMS or finding.tier is Tier.T4:
            continue
        said = player.random.choice((Said.GO_ON, Said.GO_ON, Said.GO_ON, Said.LIMITS, Said.NOT_YET))
        off = frozenset(player.random.sample(MOVEMENTS, 1)) if said is Said.LIMITS else frozenset()
        player.life.clear(day, finding.rule, said, movements_off=off, asked_again=player.happens(0.5))


# ---------------------------------------------------------------- what a day brings


def before_the_day(player: Player, day: date) -> None:
    """What may change before anything is told: where they are, what a clinician wrote, what is new."""
    life, random = player.life, player.random
    if player.happens(0.02):
        life.zone = random.choice(ZONES)
    if player.happens(0.01):
        programme, parts = a_programme(random)
        life.record = replace(life.record, person=replace(life.record.person, programme=programme, parts=parts))
    if player.happens(0.02):
        begins = day + timedelta(days=random.randint(0, 5))
        life.prescribe(
            day,
            *(a_sentence(random) for _ in range(random.randint(1, 3))),
            clinician=random.choice(("Dr Roy", "Sam Lee")),
            valid_from=random.choice((None, begins)),
            valid_to=random.choice((None, begins + timedelta(days=random.randint(3, 40)))),
            supersedes=random.choice((None, None, "Dr Roy", "Sam Lee")),
        )
    if life.record.plans and player.happens(0.01):
        last = life.record.plans[-1]
        taken_back = replace(
            last, id=f"{last.id}-back", at=life.at(day, 7, 8), day=day, revises=last.id, withdrawn=True
        )
        life.record = replace(life.record, plans=(*life.record.plans, taken_back))
    if player.happens(0.008):
        something_urgent(player, day)
    if player.happens(0.01):
        question = random.choice(LASTING)
        others = next(step.questions for step in RULES.steps if question in step.questions)
        life.answer(day, {**dict.fromkeys(others, NO), GATED[question]: YES, question: YES}, at=life.at(day, 7, 1))


def something_urgent(player: Player, day: date) -> None:
    """An answer that must stop everything; sometimes tapped by mistake, and read again."""
    question = player.random.choice(EMERGENCIES)
    history = {question: History(Began.DAYS, Worse.YES, looked=False)} if question in NERVES else {}
    player.life.answer(day, {question: YES}, history, at=player.life.at(day, 7, 2))
    if player.happens(0.3):
        player.life.answer(day, {question: NO}, at=player.life.at(day, 7, 3))
    else:
        player.urgent = question


def a_sentence(random: Random) -> Sentence:
    """One sentence of a plan, sensible or not."""
    says, movement = random.choice(list(Says)), random.choice(MOVEMENTS)
    avoids = ({"movement": movement}, {"position": random.choice(list(Position))}, {"tag": random.choice(TAGS)})
    conditions = [*(c.id for c in practice().conditions), SORE_DAYS]
    gaps: dict[Says, dict[str, object]] = {
        Says.AVOID: random.choice(avoids),
        Says.AT_MOST: {"measure": random.choice(sorted(MEASURES)), "most": float(random.randint(5, 90))},
        Says.MINUTES: {"most": float(random.randint(4, 20))},
        Says.PAIN: {"most": float(random.randint(1, 8))},
        Says.REQUIRE: {
            "movement": movement,
            "repetitions": random.choice((None, 2, 5)),
            "also_on_sore_days": random.random() < 0.3,
        },
        Says.STEPS: {"allowed": random.random() < 0.5},
        Says.LIFT: {"condition": random.choice(conditions)},
    }
    return Sentence(says, **gaps[says])  # type: ignore[arg-type]


def what_is_told(player: Player, day: date) -> Told:
    """The check-in and how the sessions go."""
    random, usual = player.random, player.life.record.person.usual_pain or 4
    flare = random.uniform(2, 5) if player.happens(0.02) else 0.0
    player.pain += 0.5 * (usual - player.pain) + random.gauss(0, 1.0) + flare
    movement = random.choice(MOVEMENTS)
    stops = {
        m: random.choice(list(SharpAnswer)) for m in (movement, "cat-cow", "seated-rotation") if player.happens(0.02)
    }
    return Told(
        pain=None if player.happens(0.1) else max(0, min(10, round(player.pain))),
        body=random.choice((*([Body.USUAL] * 15), Body.SORER, Body.HEAVY, Body.NEW)),
        sleep=random.choice((None, random.randint(0, 10))),
        mood=random.choice((None, random.randint(0, 10))),
        skips=player.happens(0.05),
        practises=player.happens(0.85),
        felt=random.choice((None, *Felt)),
        during=random.choice((None, max(0, min(10, round(player.pain + random.randint(-1, 2)))))),
        sharp=stops,
        easier=frozenset({movement} if player.happens(0.1) else ()),
        choice=random.choice(list(ChoiceKind)[:4]) if player.happens(0.05) else None,
        takes_the_step=player.happens(0.6),
    )


def after_the_day(player: Player, day: date, outcome: Day) -> None:
    """A walk, what is said of an exchange, and mistakes put right: a stop taken back at once, a number corrected."""
    life, random = player.life, player.random
    if outcome.walk and player.happens(0.7):
        life.walk(day, random.choice((outcome.walk.minutes, 1, 10, 45)), random.choice((True, True, False, None)))
    swapped = [step.movement for one in outcome.every for step in one.steps if "rotation-swapped" in _rules_of(step)]
    if swapped and player.happens(0.1):
        life.say_of_an_exchange(day, swapped[0], random.choice((ChoiceKind.KEEP_SWAP, ChoiceKind.UNDO_SWAP)))
    stops = [one for one in life.record.events if one.day == day and one.event is Event.SHARP]
    if stops and player.happens(0.4):
        stop = random.choice(stops)
        undone = PlayerEvent(
            id=f"undo-{stop.id}", at=stop.at + timedelta(seconds=5), zone=stop.zone, day=day, session=stop.session,
            event=Event.UNDO, undoes=stop.id,
        )  # fmt: skip
        events = sorted((*life.record.events, undone), key=lambda one: (one.at, one.id))
        life.record = replace(life.record, events=tuple(events))
    told = [one for one in life.record.check_ins if one.day == day]
    if told and player.happens(0.05):
        right = replace(told[-1], id=f"{told[-1].id}-right", at=life.at(day, 20), revises=told[-1].id, pain=3)
        life.record = replace(life.record, check_ins=(*life.record.check_ins, right))


# ---------------------------------------------------------------- what is looked at


def look(player: Player, day: date, moment: Moment, outcome: Outcome) -> None:
    """Look at everything that is promised of a morning."""
    record = player.life.record
    for what in held.not_held(record, moment, outcome):
        player.wrong(day, what)
    for reason in {reason.rule: reason for reason in held.reasons(outcome)}.values():
        if not sentence(reason):
            player.wrong(day, f"{reason.rule} has no sentence")
    if player.urgent and not (isinstance(outcome, Referral) and outcome.tier in (Tier.T0, Tier.T1)):
        player.wrong(day, f"{player.urgent} is alive and nobody is sent")
    if player.happens(0.1) and plan_day(window(record, moment.practice_day), moment, practice()) != outcome:
        player.wrong(day, "the window gives another day than the whole record")
    player.seen[type(outcome).__name__ if isinstance(outcome, Day) else outcome.tier.value] += 1
    if player.happens(0.3):
        look_at_the_dose(player, day, moment)
    if player.happens(0.1):
        look_at_another_hour(player, day)


def look_at_another_hour(player: Player, day: date) -> None:
    """In the small hours of the day before, or late at night: what is promised holds at any moment."""
    later = player.life.moment(day + timedelta(days=player.random.choice((0, 1))), player.random.choice((3, 4, 12, 23)))
    for what in held.not_held(player.life.record, later, player.life.plan(later)):
        player.wrong(day, f"at {later.instant_utc:%H:%M}: {what}")


def look_at_the_dose(player: Player, day: date, moment: Moment) -> None:
    """After an increase neither dose nor share rises; a day takes one step at most, and only one that was taken."""
    course = today_of(player.life.record, moment, practice()).course
    began, now = course.began, course.now
    grown = {m for m in now.doses if m not in began.doses or _more(m, now.doses[m], began.doses[m])}
    sharp = {stop.movement for stop in course.morning.told.sharps}
    taken = {choice.movement for choice in course.morning.told.steps}
    if course.morning.rose and (grown - sharp or now.share > began.share):
        player.wrong(day, f"after an increase {sorted(grown)} and the share of {began.share} -> {now.share} rose")
    if len(grown - sharp) > 1 or not grown - sharp <= taken:
        player.wrong(day, f"{sorted(grown)} grew though {sorted(map(str, taken))} was taken up")


def _rules_of(step: Step) -> set[str]:
    return {reason.rule for reason in step.reasons}


def _more(movement: str, new: object, old: object) -> bool:
    ids = [level.id for level in practice().scores[movement].levels]
    return (ids.index(new.level), new.repetitions) > (ids.index(old.level), old.repetitions)  # type: ignore[attr-defined]


# ---------------------------------------------------------------- a life


def lived(seed: int, days: int = DAYS) -> Player:
    """Play one person's half year."""
    player = somebody(seed)
    for day in player.life.days(days):
        if player.away:
            player.away -= 1
            continue
        if player.happens(0.02):
            player.away = player.random.randint(1, 20)
        live_one_day(player, day)
    return player


def live_one_day(player: Player, day: date) -> None:
    """Before the day, the morning, the sessions, and what is put right after them."""
    before_the_day(player, day)
    told = what_is_told(player, day)
    life, forms = player.life, player.happens(0.9)
    outcome = life.wake(day, told, answers_forms=forms)
    look(player, day, life.last_moment, outcome)
    if isinstance(outcome, Day):
        life.practise(outcome, told)
        after_the_day(player, day, outcome)
    elif player.happens(0.5):
        ask_whoever_is_to_be_asked(player, day)
        player.urgent = "" if player.urgent else player.urgent
    if player.urgent and player.happens(0.5):
        life.answer(day, {player.urgent: NO}, at=life.at(day, 23))
        player.urgent = ""


def people(seeds: Iterator[int] | range | list[int], days: int = DAYS) -> tuple[Counter[str], list[str]]:
    """Play people; return the mornings by kind, and what did not hold with its seed."""
    seen: Counter[str] = Counter()
    faults: list[str] = []
    for seed in seeds:
        player = lived(seed, days)
        seen += player.seen + Counter({"people": 1})
        faults += [f"seed {seed}: {fault}" for fault in player.faults]
    return seen, faults


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("seeds", type=int, nargs="*")
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--people", type=int, default=0)
    asked = parser.parse_args()
    seen, faults = people([*asked.seeds, *range(asked.first, asked.first + asked.people)])
    print(", ".join(f"{count} {name}" for name, count in sorted(seen.items())))
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
