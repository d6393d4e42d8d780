"""Measure the parts that were named, or all of them; exit status 1 when a figure is over its budget."""

import argparse
import sys
from importlib import import_module

from tests.bench.figures import show

PARTS = ("setting-up", "content", "planning", "serving", "pages", "figure", "chime")


def main() -> None:
    """Run the parts one after the other, so that none disturbs another."""
    parser = argparse.ArgumentParser(prog="bin/bench", description="Every figure with its budget.")
    parser.add_argument("part", nargs="*", help=f"one of {', '.join(PARTS)}; none means all")
    names = parser.parse_args().part or PARTS
    if unknown := set(names) - set(PARTS):
        parser.error(f"no part is called {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    kept = [show_part(name) for name in names]
    sys.exit(0 if all(kept) else 1)


def show_part(name: str) -> bool:
    """Measure one part under its name."""
    print(f"\n{name}", flush=True)
    return show(import_module(f"tests.bench.{name.replace('-', '_')}").measure())


if __name__ == "__main__":
    main()
