"""The four scales of a day, 0 to 10, and what their numbers mean in words. Own words; not an instrument's."""

from dataclasses import dataclass

TOP = 10
"""Every scale ends here."""

SPANS = ((0, 0), (1, 3), (4, 6), (7, 9), (10, 10))
"""The numbers that share a meaning."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a span of numbers means: a short name, and the sentence that makes it plain."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale: its field, what is asked, the words at its ends, and one meaning for each of the SPANS."""

    field: str
    asks: str
    low: str
    high: str
    meanings: tuple[Meaning, ...]

    def meaning(self, number: int) -> Meaning:
        """Return what a number from 0 to 10 means."""
        return next(
            meaning for (least, most), meaning in zip(SPANS, self.meanings, strict=True) if least <= number <= most
        )


_PAIN = (
    Meaning("none", "No pain."),
    Meaning("mild", "There, but not in the way."),
    Meaning("moderate", "In the way of some things."),
    Meaning("strong", "Hard to think of much else."),
    Meaning("the worst", "The worst you can imagine."),
)

PAIN = Scale("pain", "How is your back right now?", "no pain", "the worst I can imagine", _PAIN)

PAIN_DURING = Scale("pain", "Most pain during it", "no pain", "the worst I can imagine", _PAIN)

STIFFNESS = Scale(
    "stiffness",
    "How stiff are you?",
    "loose",
    "can hardly move",
    (
        Meaning("loose", "You move as you like."),
        Meaning("a little stiff", "It goes once you are up."),
        Meaning("stiff", "It takes a while to get going."),
        Meaning("very stiff", "Every change of position is work."),
        Meaning("as stiff as can be", "You can hardly move."),
    ),
)

SLEEP = Scale(
    "sleep",
    "How did you sleep?",
    "hardly at all",
    "through the night",
    (
        Meaning("hardly slept", "A night with next to no sleep."),
        Meaning("slept badly", "Awake often or for long."),
        Meaning("slept all right", "Some breaks, some rest."),
        Meaning("slept well", "You woke rested."),
        Meaning("slept through", "As good as a night can be."),
    ),
)

MOOD = Scale(
    "mood",
    "And your spirits?",
    "very low",
    "very good",
    (
        Meaning("very low", "A dark day."),
        Meaning("low", "Things weigh on you."),
        Meaning("so-so", "Neither up nor down."),
        Meaning("good", "Things feel light enough."),
        Meaning("very good", "A bright day."),
    ),
)

DAILY = (PAIN, STIFFNESS, SLEEP, MOOD)
"""What a check-in may rate, in the order it is asked."""
