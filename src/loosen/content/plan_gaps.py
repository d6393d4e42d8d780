"""A sentence of a plan, from a form's filled gaps and back to them. What a gap cannot hold is said at the gap."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import nan
from typing import Any

from loosen.content.loading import practice
from loosen.content.plan_file import Gap, Template, plan_words, templates
from loosen.content.plan_words import begun, names, template_of, way_of
from loosen.core.journal import DayPart
from loosen.core.plan import Sentence
from loosen.core.score import DESCRIBED, Position

Filled = Mapping[str, str | Sequence[str]]
"""What a form holds: for each gap its text, or the list of what was ticked."""

OWN, GENTLEST, EXACT = "own", "gentlest", "exact"
"""The person's own level, the first level of a movement, and degrees said as a number."""


class GapError(Exception):
    """Gaps that cannot be kept as they are filled; `faults` says of each, in one sentence, what to do."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        """Keep the faults by gap."""
        super().__init__("; ".join(f"{gap}: {fault}" for gap, fault in faults.items()))
        self.faults = faults


def template(name: str) -> Template:
    """Return the template with this id. KeyError when there is none."""
    return {each.id: each for each in templates()}[name]


def gap(name: str) -> Gap:
    """Return what a form needs to know of a gap."""
    return plan_words().gaps[name]


def choices(name: str) -> tuple[tuple[str, str], ...]:
    """Return what may fill a gap, each with its words; no choice depends on another gap."""
    words = plan_words()
    match name:
        case "degrees":
            offered: Mapping[Any, str] = words.degrees
        case "level":
            offered = words.levels
        case "parts":
            offered = {part.value: words.parts[part.value] for part in DayPart}
        case _:
            offered = names(name)
    return tuple((value, begun(said)) for value, said in offered.items())


def gaps_of(said: Template) -> tuple[str, ...]:
    """Return every gap a form shows for a template: its own, the exact degrees where there are any, and the end."""
    return (*(each for name in said.gaps for each in ((name, EXACT) if name == "degrees" else (name,))), "until")


def sentence_from(name: str, filled: Filled) -> Sentence:
    """Return the sentence that the filled gaps of a template make. Raises GapError that speaks of each gap."""
    said, reading = template(name), _Reading(filled)
    kept: dict[str, Any] = {**said.fixed.kept}
    for each in gaps_of(said):
        kept |= reading.of(each)
    if reading.faults:
        raise GapError(reading.faults)
    return Sentence(said.says, **kept)


class _Reading:
    """Reads the gaps of one form, and keeps what is to be said at each."""

    def __init__(self, filled: Filled) -> None:
        self.filled = filled
        self.faults: dict[str, str] = {}

    def of(self, name: str) -> dict[str, Any]:
        """Return the field of a sentence that a gap fills, with its value; a number's gap has no field of its own."""
        match name:
            case "exact":
                return {}
            case "degrees":
                return {"most": self.degrees()}
            case "minutes" | "points":
                return {"most": self.number(name)}
            case "repetitions":
                times = self.number(name)
                return {name: None if times is None else int(times)}
            case "position":
                chosen = self.choice(name)
                return {name: Position(chosen) if chosen else None}
            case "level" | "parts" | "until":
                return {name: getattr(self, name)()}
            case _:
                return {name: self.choice(name)}

    def text(self, name: str) -> str:
        """Return what stands in a gap; one that must not be empty is told so."""
        text = self.filled.get(name, "")
        text = text.strip() if isinstance(text, str) else ""
        if not text and not gap(name).optional:
            self.say(name, "empty")
        return text

    def say(self, name: str, fault: str) -> None:
        """Keep what is to be said at a gap, the first time only."""
        asked = gap(name)
        said = plan_words().faults[fault]
        self.faults.setdefault(name, said.format(least=asked.least, most=asked.most, unit=asked.unit))

    def choice(self, name: str) -> str | None:
        """Return the choice that was made."""
        chosen = self.text(name)
        if not chosen or chosen in dict(choices(name)):
            return chosen or None
        self.say(name, "not-on-the-list")
        return None

    def number(self, name: str) -> float | None:
        """Return the number that was given, within what the gap may hold."""
        text, asked = self.text(name), gap(name)
        if not text:
            return None
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            number = nan
        whole = name == EXACT or number == number // 1
        if not (whole and (asked.least or 0) <= number <= (asked.most or 0)):
            self.say(name, "no-number")
        return number

    def until(self) -> date | None:
        """Return the last day, if one was given."""
        text = self.text("until")
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.say("until", "no-day")
            return None

    def parts(self) -> tuple[DayPart, ...]:
        """Return the parts of the day that were ticked, in the order of the day."""
        given = self.filled.get("parts", ())
        ticked = {given} - {""} if isinstance(given, str) else set(given)
        if not ticked <= {part.value for part in DayPart}:
            self.say("parts", "not-on-the-list")
        return tuple(part for part in DayPart if part.value in ticked)

    def degrees(self) -> float | None:
        """Return how far is all right: the way that was chosen, or the exact number."""
        way, exact = self.choice("degrees"), self.number(EXACT)
        measured = plan_words().measures.get(self.choice("measure") or "")
        if way == EXACT:
            if exact is None:
                self.say(EXACT, "no-number")
            return exact
        if exact is not None:
            self.say(EXACT, "not-exact")
        if measured and way and way not in measured.ways:
            self.say("degrees", "no-such-way")
        return measured.ways.get(way or "") if measured else None

    def level(self) -> str | None:
        """Return the level that was chosen; one of the movement's own levels may be named by its id."""
        chosen, score = self.text("level"), practice().scores.get(self.choice("movement") or "")
        if chosen in ("", OWN) or score is None:
            return None
        if chosen == GENTLEST:
            return score.levels[0].id
        if chosen not in {level.id for level in score.levels}:
            self.say("level", "not-on-the-list")
        return chosen


def gaps_from(sentence: Sentence) -> tuple[str, Filled]:
    """Return the template of a sentence and its gaps as a form holds them, so that it can be corrected."""
    said = template_of(sentence)
    gaps: dict[str, str | Sequence[str]] = {}
    for name in said.gaps:
        gaps.update(_gap_from(name, sentence))
    if sentence.until:
        gaps["until"] = sentence.until.isoformat()
    return said.id, gaps


def _gap_from(name: str, sentence: Sentence) -> Filled:
    match name:
        case "degrees":
            measured = plan_words().measures.get(sentence.measure or "")
            way = way_of(measured, sentence.most) if measured and sentence.most is not None else None
            return {name: way} if way else {name: EXACT, EXACT: _text(sentence.most)}
        case "minutes" | "points":
            return {name: _text(sentence.most)}
        case "repetitions":
            return {name: _text(sentence.repetitions)}
        case "parts":
            return {name: tuple(part.value for part in sentence.parts)}
        case "position":
            return {name: sentence.position.value if sentence.position else ""}
        case "level":
            return {name: _level_from(sentence)}
        case _:
            return {name: getattr(sentence, name) or ""}


def _level_from(sentence: Sentence) -> str:
    score = practice().scores.get(sentence.movement or "")
    gentlest = score is not None and sentence.level == score.levels[0].id != DESCRIBED
    return GENTLEST if gentlest else sentence.level or OWN


def _text(number: float | None) -> str:
    """Return a number as it would be typed; nothing for none."""
    return "" if number is None else str(int(number)) if number == int(number) else str(number)
