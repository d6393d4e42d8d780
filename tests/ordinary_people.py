"""Forty people a physiotherapist would let practise: the other error is to send them away.

Four of five people with a sore back have some warning sign, and hardly any of them is ill (sources.toml#henschke-2009).
Each is somebody with what they answer beside no, whom they have asked, what their clinician wrote, and how their
mornings go. `life` plays a month of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from loosen.core.journal import Body, DayPart, Felt, SharpAnswer
from loosen.core.plan import Says, Sentence
from loosen.core.record import Person
from loosen.core.score import Position
from loosen.core.screening import SKIPPED, YES, Began, History, Worse
from tests.lives import QUIET, Life, Outcome, Told
from tests.people import ALL_BUT_A_CHAIR, FLOOR, ZONE

FIRST = date(2026, 10, 24)
"""The first morning of all of them; the clocks go back on the second."""

DAYS = 30

KNOWN = History(Began.LONGER, Worse.NO, looked=True, looked_on=date(2023, 5, 4))
"""For years, not worse, and somebody has looked at it."""

CALM = (0, 0, 1, 0, -1, 0, 1, 0, 0, -1)
"""Points by which mornings differ from the usual for no reason."""


@dataclass(frozen=True, slots=True)
class Ordinary:
    """One person. `asked` are the findings that a clinician was asked about; all of them said it may go on.

    `mornings` are points above the usual, again and again; `told` is what else they tell on most days. On the
    days of `away` (the first is 0) nothing is told or done.
    """

    name: str
    born: int = 1974
    usual: int = 4
    says: Mapping[str, str] = field(default_factory=dict)
    histories: Mapping[str, History] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    plan: tuple[Sentence, ...] = ()
    off: frozenset[Position] = frozenset()
    parts: tuple[DayPart, ...] = (DayPart.MORNING,)
    mornings: tuple[int | None, ...] = CALM
    told: Told = QUIET
    away: frozenset[int] = frozenset({5, 12, 20, 21})
    sharp_on: Mapping[int, SharpAnswer] = field(default_factory=dict)
    zones: tuple[str, ...] = (ZONE,)

    def person(self) -> Person:
        return Person(
            birth_year=self.born,
            zone=self.zones[0],
            country="GB",
            usual_pain=self.usual,
            parts=self.parts,
            positions_off=self.off,
        )


def yes(*questions: str) -> Mapping[str, str]:
    return dict.fromkeys(questions, YES)


def skipped(*questions: str) -> Mapping[str, str]:
    return dict.fromkeys(questions, SKIPPED)


def known(*questions: str) -> Mapping[str, History]:
    return dict.fromkeys(questions, KNOWN)


def ago(weeks: int) -> date:
    return FIRST - timedelta(weeks=weeks)


def due_in(weeks: int) -> date:
    return FIRST + timedelta(weeks=weeks)


PEOPLE = (
    Ordinary("Maria, 52, at a desk all day, nothing to tell"),
    Ordinary("Walter, 63, sore for twenty years", born=1963),
    Ordinary("Lena, 41, worse at night", born=1985, says=yes("nit1")),
    Ordinary("Bruno, 67, worse at night", born=1959, says=yes("nit1"), usual=5),
    Ordinary("Ken, 48, a stable sciatica that was looked at", born=1978, says=yes("rad1"), histories=known("rad1")),
    Ordinary(
        "Ruth, 70, toes numb on both sides for years, looked at", born=1956, says=yes("ces5"), histories=known("ces5")
    ),
    Ordinary(
        "Pia, 33, a leg weak since an operation years ago, looked at",
        born=1993,
        says=yes("neu1"),
        histories=known("neu1"),
    ),
    Ordinary("Otto, 58, a bladder slow for years, looked at", born=1968, says=yes("ces2"), histories=known("ces2")),
    Ordinary("Jan, 39, stiff for an hour each morning", born=1987, says=yes("axs1")),
    Ordinary("Mei, 36, stiff for an hour, and psoriasis", born=1990, says=yes("axs1", "axs1-more")),
    Ordinary("Grace, 66, a cancer of long ago, discharged, the same pain as ever", born=1960),
    Ordinary(
        "Omar, 61, a cancer and a changed pain that a doctor looked at", born=1965, says=yes("ca1"), asked=("CA1",)
    ),
    Ordinary("Noor, 30, much pain on most days", born=1996, usual=7),
    Ordinary("Sven, 45, pain of 8 for years, looked at last month", born=1981, usual=8, mornings=(0, 0, 1, 0, -1)),
    Ordinary(
        "Alma, 29, anxious, leaves out what she is not sure of",
        born=1997,
        says=skipped("nit1", "tho1", "axs1", "ca2-weight", "ces4", "thin-bones", "inf1-risk"),
        mornings=(0, 1, 1, 0, -1, 1, 0),
    ),
    Ordinary("Hanna, 64, glaucoma", born=1962, says=yes("cond-whole", "glaucoma")),
    Ordinary("Paul, 57, knees that cannot kneel", born=1969, says=yes("cond-joints", "knee")),
    Ordinary("Sofia, 31, a sore wrist", born=1995, says=yes("cond-joints", "wrist")),
    Ordinary("Emil, 54, a frozen shoulder", born=1972, says=yes("cond-joints", "shoulder")),
    Ordinary(
        "Vera, 49, a neck that was operated on, asked", born=1977, says=yes("cond-joints", "neck"), asked=("NECK",)
    ),
    Ordinary(
        "Iris, 44, calm rheumatoid joints, asked",
        born=1982,
        says=yes("cond-joints", "inflamed-joints"),
        asked=("INFLAMED-JOINTS",),
    ),
    Ordinary(
        "Ayla, 34, 24 weeks pregnant, with her midwife's yes",
        born=1992,
        says=yes("prg", "pregnant"),
        dates={"pregnant": due_in(16)},
        asked=("PREGNANT",),
    ),
    Ordinary(
        "Kim, 28, 11 weeks pregnant, with her doctor's yes",
        born=1998,
        says=yes("prg", "pregnant"),
        dates={"pregnant": due_in(29)},
        asked=("PREGNANT",),
        usual=3,
    ),
    Ordinary(
        "Dana, 37, a baby of seven weeks, asked",
        born=1989,
        says=yes("prg", "postpartum"),
        dates={"postpartum": ago(7)},
        asked=("POSTPARTUM",),
    ),
    Ordinary("Edith, 71, thin bones, never a fracture", born=1955, says=yes("thin-bones")),
    Ordinary(
        "Karl, 74, an old fracture of a vertebra, cleared",
        born=1952,
        says=yes("thin-bones", "cond-spine", "old-fracture"),
        asked=("OLD-FRACTURE",),
    ),
    Ordinary("Rosa, 60, steroid tablets, no new pain", born=1966, says=yes("thin-bones", "inf1-risk")),
    Ordinary("Lina, 26, hypermobile", born=2000, says=yes("cond-whole", "hypermobile")),
    Ordinary("Tom, 68, cannot get down to the floor", born=1958, off=FLOOR, usual=5),
    Ordinary("Ayse, 77, everything on a chair", born=1949, off=ALL_BUT_A_CHAIR, usual=5),
    Ordinary("Nell, 83, unsteady on her feet", born=1943, says=yes("cond-whole", "unsteady"), off=FLOOR),
    Ordinary(
        "Igor, 50, fused three years ago, cleared, with a plan",
        born=1976,
        says=yes("cond-spine", "fusion"),
        asked=("FUSION",),
        plan=(
            Sentence(Says.AT_MOST, measure="trunk-lean", most=60.0, position=Position.STANDING),
            Sentence(Says.REQUIRE, movement="pelvic-tilt", repetitions=6),
            Sentence(Says.STEPS, allowed=False),
        ),
    ),
    Ordinary(
        "Finn, 24, a vertebra that slipped, cleared",
        born=2002,
        says=yes("cond-spine", "slipped-vertebra"),
        asked=("SLIPPED-VERTEBRA",),
    ),
    Ordinary(
        "Gus, 72, a narrow canal, cleared", born=1954, says=yes("cond-spine", "narrow-canal"), asked=("NARROW-CANAL",)
    ),
    Ordinary(
        "Yara, 35, bending sends pain down the leg",
        born=1991,
        says=yes("cond-spine", "leg-on-bending", "rad1"),
        histories=known("rad1"),
    ),
    Ordinary(
        "Hugo, 69, a heart that is looked after, asked", born=1957, says=yes("cond-whole", "heart"), asked=("HEART",)
    ),
    Ordinary("Tess, 46, gets dizzy on standing up", born=1980, says=yes("cond-whole", "dizzy")),
    Ordinary(
        "Joe, 38, a runner, two sessions a day, away for a week and a half",
        born=1988,
        usual=3,
        parts=(DayPart.MORNING, DayPart.AFTERNOON),
        away=frozenset(range(11, 21)),
    ),
    Ordinary(
        "Sam, 43, sleeps badly, flies every week, rates nothing",
        born=1983,
        mornings=(None,),
        told=Told(sleep=2),
        zones=("Europe/London", "America/New_York"),
        parts=(DayPart.BEDTIME,),
    ),
    Ordinary(
        "Bea, 55, sharp twice in a month, hard going now and then, sorer on Mondays",
        born=1971,
        usual=5,
        mornings=(0, 1, -1, 2, 0, 0, 1),
        told=Told(felt=Felt.HARD_GOING, during=5),
        sharp_on={8: SharpAnswer.GONE, 19: SharpAnswer.STILL},
    ),
)


def begin(who: Ordinary) -> Life:
    """The first morning: the questions answered, whoever had to be asked asked, and the plan written down."""
    life = Life(who.person(), FIRST)
    life.answer_everything(FIRST, who.says, who.histories, who.dates)
    for finding in who.asked:
        life.clear(FIRST, finding)
    if who.plan:
        life.prescribe(FIRST, *who.plan)
    return life


def told_on(who: Ordinary, nth: int) -> Told:
    """What they tell on the day `nth` (the first is 0)."""
    points = who.mornings[nth % len(who.mornings)]
    pain = None if points is None else max(0, min(10, who.usual + points))
    sharp = {"cat-cow": who.sharp_on[nth]} if nth in who.sharp_on else {}
    body = Body.SORER if points is not None and points > 1 else who.told.body
    return replace(who.told, pain=pain, body=body, sharp=sharp)


def month(who: Ordinary) -> Iterator[tuple[date, Outcome]]:
    """Every morning of their thirty days on which they are there."""
    life = begin(who)
    for nth, day in enumerate(life.days(DAYS)):
        life.zone = who.zones[nth // 7 % len(who.zones)]
        if nth not in who.away:
            yield day, life.live(day, told_on(who, nth))
