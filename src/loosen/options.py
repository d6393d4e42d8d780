"""The numbers that options of the command line may take; others are refused with the remedy."""

import argparse


def port(text: str) -> int:
    """Return a port."""
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; give a number from 1 to 65535")
    return int(text)


def count(text: str) -> int:
    """Return how many."""
    if not text.isdigit() or not 0 < int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a count; give a whole number from 1 to 10000")
    return int(text)


def count_s(text: str) -> float:
    """Return how long one count of the breath lasts, in seconds."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.8 <= seconds <= 1.5:
        raise argparse.ArgumentTypeError(f"{text!r} is not a count of the breath; give 0.8 to 1.5 seconds")
    return seconds
