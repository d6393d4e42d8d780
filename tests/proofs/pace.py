"""Rules of pace must not punish noise, and must hear who grows worse: `python -m tests.proofs.pace 0` (to 3).

0, 1 and 2 are steady people, whose mornings spread by 0.8, 1.1 and 1.4 points; 3 are people who grow worse by a point a
week after six steady weeks. Prints the counts, then figures; exit status 1 when a promise does not hold.
"""

import sys
from dataclasses import dataclass
from statistics import mean

from loosen.core.morning import Colour
from tests.steady_people import Life, Lived, lives

PEOPLE = 500
HALF_A_YEAR, STEADY_DAYS, WORSE_DAYS = 182, 42, 35
LEVELS = (2, 3, 4, 5, 6, 7)
"""Usual pain, one after the other."""

SPREADS = {0.8: 0.95, 1.1: 0.90, 1.4: 0.85}
"""The spread of mornings, and the share of their dose that steady people keep at the least, on average."""

MOST_TOLD_WORSE = 0.2
"""Steady people who are told within half a year that they are worse, at most."""

HEARD = 0.9
"""People who grow worse that have a red day within 21 days, and a word to see somebody within 35."""

RED_WITHIN = 21
WORSENING = ("worse-weeks", "severe-days")
SEE_SOMEBODY = ("no-easier", "high-usual", *WORSENING)


@dataclass(frozen=True)
class Figures:
    """What came of some people: lines for the page, and whether it holds."""

    counted: str
    lines: tuple[str, ...]
    held: bool


def steady(sd: float, people: int = PEOPLE, days: int = HALF_A_YEAR) -> Figures:
    """Return what became of people to whom nothing happened."""
    lived = [tuple(lives(Life(seed, sd, LEVELS[seed % len(LEVELS)], days))) for seed in range(people)]
    kept = mean(mean(day.share for day in one if day.told.practised) for one in lived)
    told = mean(any("worse-weeks" in day.cards for day in one) for one in lived)
    held = mean(any(day.held for day in one) for one in lived)
    with_holds = mean(mean(day.share for day in one if day.told.practised or day.held) for one in lived)
    looks = mean(any(day.worse for day in one) for one in lived)
    given = mean(mean(day.given for day in one if day.told.practised) for one in lived)
    return Figures(
        f"{people} steady people, {people * days} days",
        (
            f"Spread {sd}: {kept:.1%} of the dose kept on days with practice (at least {SPREADS[sd]:.0%}).",
            f"Spread {sd}: {told:.1%} told that they are worse (at most {MOST_TOLD_WORSE:.0%}).",
            f"Spread {sd}, besides: {held:.1%} held until a look, for three mornings running far above their usual.",
            f"Spread {sd}, besides: {with_holds:.1%} of the dose when the held days count as nothing.",
            f"Spread {sd}, besides: {given:.1%} of it when days of much pain count as the least session they are.",
            f"Spread {sd}, besides: {looks:.1%} had two worse weeks at some time, said or not.",
        ),
        kept >= SPREADS[sd] and told <= MOST_TOLD_WORSE,
    )


def worsening(people: int = PEOPLE, steady_days: int = STEADY_DAYS) -> Figures:
    """Return what became of people who grew worse by a point a week, a third of them with each spread."""
    spreads = tuple(SPREADS)
    red, told = dict.fromkeys(spreads, 0), dict.fromkeys(spreads, 0)
    worse = 0
    for seed in range(people):
        sd = spreads[seed % len(spreads)]
        life = Life(seed, sd, LEVELS[seed // len(spreads) % len(LEVELS)], WORSE_DAYS, 1 / 7, steady_days)
        days = tuple(lives(life))[steady_days:]
        red[sd] += any(_is_red(day) for day in days[:RED_WITHIN])
        told[sd] += any(card in SEE_SOMEBODY for day in days for card in day.cards)
        worse += any(card in WORSENING for day in days for card in day.cards)
    of_each = {sd: len(range(n, people, len(spreads))) for n, sd in enumerate(spreads)}
    each = ", ".join(f"{red[sd] / of_each[sd]:.1%} at a spread of {sd}" for sd in spreads)
    all_red, all_told = sum(red.values()) / people, sum(told.values()) / people
    after = f"After {steady_days} steady days"
    return Figures(
        f"{people} people who grow worse, {people * (steady_days + WORSE_DAYS)} days",
        (
            f"{after}: {all_red:.1%} had a red day within {RED_WITHIN} days (at least {HEARD:.0%}): {each}.",
            f"{after}: {all_told:.1%} were told to see somebody within {WORSE_DAYS} (at least {HEARD:.0%}).",
            f"{after}, besides: {worse / people:.1%} were told in so many words that it is worse.",
        ),
        all_red >= HEARD and all_told >= HEARD,
    )


def _is_red(day: Lived) -> bool:
    """The day is one of the least because pain is far above the usual, after practice or not."""
    return day.morning.colour is Colour.RED or day.morning.severe


def main() -> None:
    """Print the figures of one group."""
    number = int(sys.argv[1])
    figures = (steady(tuple(SPREADS)[number]),) if number < len(SPREADS) else (worsening(), worsening(steady_days=0))
    print(figures[0].counted)
    print("\n".join(line for one in figures for line in one.lines))
    sys.exit(0 if figures[0].held else 1)


if __name__ == "__main__":
    main()
