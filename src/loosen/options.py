"""What options of the command line may take; others are refused with the remedy."""

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loosen.core.score import Position


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


def slug(text: str) -> str:
    """Return what a movement is called for ever."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not plain; use small letters, digits and single hyphens")
    return text


def folder(text: str) -> Path:
    """Return a folder that is there."""
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"{text!r} is not a folder; give one that is there")
    return Path(text)


def position(text: str) -> "Position":
    """Return where the body is."""
    from loosen.core.score import Position

    known = {each.value: each for each in Position}
    if text not in known:
        raise argparse.ArgumentTypeError(f"{text!r} is not a position; give one of {', '.join(known)}")
    return known[text]
