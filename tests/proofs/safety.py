"""The exhaustive walk: every answer and every pair of answers; every condition and every pair on every kind of day.

`python -m tests.proofs.safety N OF` walks the N-th of so many shares (the first is 0), prints what it counted and what
did not hold, and ends with status 1 when something did not.
"""

import sys
from collections import Counter

from tests.proofs.asking import against_answers, pairs, singles
from tests.proofs.limiting import (
    KINDS,
    against_a_wish,
    against_conditions,
    against_the_library,
    programmes_with_conditions,
    rows_and_pairs,
    wishes,
)


def walk(share: int = 0, of: int = 1) -> tuple[Counter[str], list[str]]:
    """Walk every `of`-th case from `share` on. Return how many of each kind there were, and what did not hold."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    for name, check, cases in (
        ("answers", against_answers, singles()),
        ("pairs of answers", against_answers, pairs()),
        ("days with conditions", against_conditions, ((r, k.name) for r in rows_and_pairs() for k in KINDS)),
        ("programmes with conditions", against_conditions, programmes_with_conditions()),
        ("conditions x library", against_the_library, ((r,) for r in rows_and_pairs())),
        ("wishes", against_a_wish, wishes()),
    ):
        for nth, case in enumerate(cases):
            if nth % of == share:
                counts[name] += 1
                faults += check(*case)  # type: ignore[operator]
    return counts, faults


def main() -> None:
    share, of = (int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (0, 1)
    counts, faults = walk(share, of)
    print(", ".join(f"{count} {name}" for name, count in counts.items()))
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
