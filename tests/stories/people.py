"""The twelve stories, each a person and what happens on which day; `record_of` plays it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from loosen.core.day import Day
from loosen.core.journal import Body, ChoiceKind, DayPart, Felt, SharpAnswer
from loosen.core.plan import Says, Sentence
from loosen.core.record import Person, Record
from loosen.core.score import Position
from loosen.core.screening import YES, Began, History, Said, Worse
from tests.lives import Life, Told
from tests.people import FLOOR, ZONE

FIRST = date(2026, 10, 24)
DAYS = 30
AWAY, UNRATED = "-", "."

MORNING, NOON, AFTERNOON, BEDTIME, *_ = DayPart

Happens = Callable[[Life, date], None]


@dataclass(frozen=True, slots=True)
class Story:
    """`pains` is a sign a day: the pain of the morning, "." when it was not rated, "-" when nothing was told or done.

    `also` is what a day tells besides, `happens` what else is written down on it before the day is made; both by the
    number of the day, the first is 1. `steps`: what is offered is taken.
    """

    who: str
    person: Person
    pains: str
    says: tuple[str, ...] = ()
    histories: Mapping[str, History] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    also: Mapping[int, Told] = field(default_factory=dict)
    happens: Mapping[int, Happens] = field(default_factory=dict)
    steps: bool = True


def on(nth: int) -> date:
    return FIRST + timedelta(days=nth - 1)


def someone(born: int, usual: int, *parts: DayPart, off: frozenset[Position] = frozenset()) -> Person:
    parts = parts or (MORNING,)
    return Person(birth_year=born, zone=ZONE, country="GB", usual_pain=usual, parts=parts, positions_off=off)


def cleared(finding: str, who: str, said: Said = Said.GO_ON) -> Happens:
    return lambda life, day: life.clear(day, finding, said, who)


def prescribed(who: str, *sentences: Sentence, **more: object) -> Happens:
    return lambda life, day: life.prescribe(day, *sentences, clinician=who, **more)


def both(*several: Happens) -> Happens:
    def happen(life: Life, day: date) -> None:
        for one in several:
            one(life, day)

    return happen


def numb_legs(life: Life, day: date) -> None:
    """Both legs went numb in the night; the answer is read back before it counts."""
    life.answer(day, {"ces5": YES}, {"ces5": History(Began.DAYS, Worse.YES, looked=False)})


STORIES: Mapping[str, Story] = {
    "runner": Story(
        "Joe, 38, runs three times a week, an evening back; morning and late afternoon",
        someone(1988, 3, MORNING, AFTERNOON),
        "333423332333-33233332332-32332",
        also={6: Told(easier=frozenset({"cat-cow"})), 17: Told(felt=Felt.HARD_GOING, during=4)},
    ),
    "desk-worker": Story(
        "Maria, 52, at a desk all day; at noon and in the late afternoon, weekends off",
        someone(1974, 4, NOON, AFTERNOON),
        "--44544--45443--44464--44443--",
        also={18: Told(body=Body.SORER), 24: Told(sleep=2)},
    ),
    "worst-on-getting-up": Story(
        "Bruno, 61, stiff and sore as he gets up, better by ten; before bed and in the morning",
        someone(1965, 5, MORNING, BEDTIME),
        "5565555545.5565455545554544454",
        says=("axs1",),
        histories={},
        also={4: Told(body=Body.HEAVY), 10: Told(sharp={"cat-cow": SharpAnswer.STILL})},
    ),
    "pregnant-24-weeks": Story(
        "Ayla, 34, 22 weeks pregnant as she begins; her midwife says yes on the third day; once a day",
        someone(1992, 4),
        "444343443444-43443445344344344",
        says=("prg", "pregnant"),
        dates={"pregnant": FIRST + timedelta(weeks=18)},
        happens={3: cleared("PREGNANT", "Midwife Ellis")},
    ),
    "thin-bones-old-fracture": Story(
        "Karl, 74, osteoporosis and a vertebra that broke two years ago; his doctor is asked, and says yes on day 2",
        someone(1952, 4),
        "44445454443444544-444344544343",
        says=("thin-bones", "cond-spine", "old-fracture"),
        happens={2: cleared("OLD-FRACTURE", "Dr Roy")},
    ),
    "glaucoma": Story(
        "Hanna, 64, glaucoma; morning and noon",
        someone(1962, 4, MORNING, NOON),
        "4434444443454433--444434343333",
        says=("cond-whole", "glaucoma"),
    ),
    "slipped-vertebra": Story(
        "Finn, 24, a vertebra that slipped; his physiotherapist says yes on the first day; late afternoon",
        someone(2002, 4, AFTERNOON),
        "444544443444454444343443-43433",
        says=("cond-spine", "slipped-vertebra"),
        happens={1: cleared("SLIPPED-VERTEBRA", "Sam Lee, physiotherapist")},
    ),
    "hypermobile": Story(
        "Lina, 26, joints that go too far; morning and before bed",
        someone(2000, 5, MORNING, BEDTIME),
        "554565554555-45554565554454554",
        says=("cond-whole", "hypermobile"),
        also={9: Told(sharp={"shoulder-release": SharpAnswer.GONE})},
    ),
    "no-floor": Story(
        "Nell, 83, cannot get up from the floor and is unsteady; once a day on and beside a chair",
        someone(1943, 4, off=FLOOR),
        "4444.44-4445444-4443444-444344",
        says=("cond-whole", "unsteady"),
        also={13: Told(mood=1)},
    ),
    "fused-with-a-plan": Story(
        "Igor, 50, fused three years ago; his surgeon says yes and writes a plan, his physiotherapist changes it",
        someone(1976, 4, MORNING, AFTERNOON),
        "44445444344445444434443444-343",
        says=("cond-spine", "fusion"),
        happens={
            1: both(
                cleared("FUSION", "Dr Roy", Said.LIMITS),
                prescribed(
                    "Dr Roy",
                    Sentence(Says.AT_MOST, measure="trunk-lean", most=45.0, position=Position.STANDING, until=on(21)),
                    Sentence(Says.AVOID, movement="knee-to-chest"),
                    Sentence(Says.STEPS, allowed=False, until=on(14)),
                    Sentence(Says.MINUTES, most=12.0),
                ),
            ),
            15: prescribed(
                "Sam Lee, physiotherapist",
                Sentence(Says.REQUIRE, movement="bridge", level="low", repetitions=4, parts=(AFTERNOON,)),
                Sentence(Says.PAIN, most=4.0),
            ),
        },
        also={19: Told(body=Body.HEAVY)},
    ),
    "numb-legs-on-day-11": Story(
        "Ines, 45; on the morning of day 11 both legs are numb; seen the same day, back with a yes on day 15",
        someone(1981, 4),
        "4443444344655544444344434443344",
        happens={11: numb_legs, 15: cleared("CES5", "Dr Varga, emergency department")},
    ),
    "flare-on-day-9": Story(
        "Tess, 46; the flare she knows, on day 9",
        someone(1980, 4),
        "44434444876554544443444434443444",
        also={9: Told(choice=ChoiceKind.FLARE), 10: Told(body=Body.SORER)},
    ),
}


def told_on(story: Story, nth: int) -> Told | None:
    """What the person tells on a day; None when nothing is told or done."""
    sign = story.pains[nth - 1]
    if sign == AWAY:
        return None
    also = story.also.get(nth, Told())
    return Told(
        pain=None if sign == UNRATED else int(sign),
        body=also.body,
        sleep=also.sleep,
        mood=also.mood,
        felt=also.felt,
        during=also.during,
        sharp=also.sharp,
        easier=also.easier,
        choice=also.choice,
        takes_the_step=story.steps,
    )


def record_of(story: Story) -> Record:
    """Play thirty days."""
    life = Life(story.person, FIRST)
    life.answer_everything(FIRST, dict.fromkeys(story.says, YES), story.histories, story.dates)
    for nth in range(1, DAYS + 1):
        if nth in story.happens:
            story.happens[nth](life, on(nth))
        told = told_on(story, nth)
        if told is not None:
            outcome = life.wake(on(nth), told)
            if isinstance(outcome, Day):
                life.practise(outcome, told)
    return life.record
