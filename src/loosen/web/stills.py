"""The stills of movements on pages: those a page shows come as one drawing, which the browser keeps.

Each movement's file (static/loosen/stills/SLUG.svg, built by bin/stills) holds one symbol a posture, coloured by the
page's own variables. A page with six thumbnails would ask six times; joined, it asks once.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.urls import reverse

from loosen.core.score import Score

FOLDER = Path(__file__).parent / "static" / "loosen" / "stills"

SYMBOL = re.compile(r'<symbol id="([\w-]+)"(.*?</symbol>)', re.DOTALL)

NAME = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")
"""A still in an address: the movement's slug and the posture."""


@dataclass(frozen=True, slots=True, order=True)
class Still:
    """One posture of one movement."""

    slug: str
    posture: str

    @property
    def name(self) -> str:
        """Its id in a joined drawing."""
        return f"{self.slug}.{self.posture}"


def of(score: Score) -> Still:
    """Return the still that shows best what a movement is: the posture it leads to."""
    last = score.figure.shows_end if score.figure else tuple(score.postures)[-1]
    return Still(score.slug, last)


def joined(wanted: Iterable[Still]) -> str | None:
    """Return one SVG with the symbols of these stills; None when there is none of them."""
    found = [_symbols(still.slug).get(still.posture, "") for still in sorted(set(wanted))]
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(found)}</svg>' if any(found) else None


def address(wanted: Iterable[Still]) -> str:
    """Return where a page finds its stills; the address changes with what is drawn, so it may be kept for ever."""
    return _address(tuple(sorted(set(wanted))))


@lru_cache(maxsize=512)
def _address(stills: tuple[Still, ...]) -> str:
    """Return the address of these stills. A day shows the same ones again and again: they are joined once."""
    drawn = hashlib.sha256((joined(stills) or "").encode()).hexdigest()[:12]
    path = reverse("practice:stills", args=["+".join(still.name for still in stills) or "none"])
    return f"{path}?v={drawn}"


def read(names: str) -> list[Still]:
    """Read the names of an address; what is no name is left out."""
    return [Still(*name.split(".")) for name in names.split("+") if NAME.fullmatch(name)]


@lru_cache(maxsize=64)
def _symbols(slug: str) -> Mapping[str, str]:
    """Return the symbols of one movement by posture, their ids made unique among movements."""
    file = FOLDER / f"{slug}.svg"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return {posture: f'<symbol id="{slug}.{posture}"{rest}' for posture, rest in SYMBOL.findall(text)}
