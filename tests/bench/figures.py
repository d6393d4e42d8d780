"""A measured figure beside its budget."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, how much it came to, and what it may come to at most (or must reach at least)."""

    name: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def keeps_its_budget(self) -> bool:
        """Whether the value lies within its bounds; a figure without bounds is there to be known."""
        low_enough = self.at_most is None or self.value <= self.at_most
        high_enough = self.at_least is None or self.value >= self.at_least
        return low_enough and high_enough

    @property
    def budget(self) -> str:
        """The bound in words."""
        if self.at_most is not None:
            return f"at most {self.at_most:g}"
        return "" if self.at_least is None else f"at least {self.at_least:g}"


def show(figures: Iterable[Figure]) -> bool:
    """Print each figure as it comes; True when every one kept its budget."""
    kept = True
    for figure in figures:
        kept = kept and figure.keeps_its_budget
        mark = "ok  " if figure.keeps_its_budget else "OVER"
        print(f"{mark} {figure.name:<58} {figure.value:>9.1f} {figure.unit:<10} {figure.budget}")
        sys.stdout.flush()
    return kept
