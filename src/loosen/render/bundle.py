"""A session as one JSON the player walks: places with their ways out, what is played there, what is drawn and said.

The player decides nothing: every tap follows a link that is written here, and every link comes from core.relief.
The format is read by static/loosen/pure/bundle.js. Cues are rows and texts are numbers, so that a morning stays small.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from loosen.core.breath import Breath
from loosen.core.day import Link, Place, PlaceKind, Session
from loosen.core.practice import Practice
from loosen.core.reasons import Reason
from loosen.core.score import Dose, Position, Score
from loosen.core.timeline import Cue, change_s, cues
from loosen.render.drawing import drawing

FORMAT = "loosen-bundle"
VERSION = 1

NEUTRAL_S = 1.5
"""Seconds in which the figure comes back to rest after Too sharp. Source: pages, Motion."""

SETTLING = ((Breath.IN, 3), (Breath.OUT, 4)) * 2
"""The two breaths after Too sharp, in counts: shorter than in practice, because pain breathes quicker."""

SETTLE_MOST_S = 20.0
"""The two breaths last 10 to 20 seconds, at the slowest count too. Source: clinical ground 2.5."""

ANSWERS = ("gone", "still", "leg", "dizzy", "cannot-get-up")
"""The answers a question may offer, in the order they are shown."""

DRAWN = 2
"""Decimals of a time in seconds."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the player speaks: its own words, and the sentence of a reason, both in the person's language."""

    words: Mapping[str, str]
    sentence: Callable[[Reason], str]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the player leads: the note at the end, and a page for each card by its name."""

    note: str
    cards: Mapping[str, str]


@dataclass(slots=True)
class _Texts:
    """Every text once, by its number."""

    known: dict[str, int] = field(default_factory=lambda: {"": 0})

    def number(self, text: str) -> int:
        return self.known.setdefault(text, len(self.known))


def bundle(session: Session, practice: Practice, count_s: float, wording: Wording, to: Addresses) -> dict[str, Any]:
    """Return the whole session for the player; a person's count is `count_s` seconds."""
    texts = _Texts()
    by_id = {place.id: place for place in session.places}
    played = {play_key(place): place for place in session.places if place.movement and place.dose}
    positions = _positions(session, practice)
    places = {id_: _place(place, by_id, positions, _Shown(practice, wording, to)) for id_, place in by_id.items()}
    start = session.places[0]
    plays = {key: _play(place, practice, count_s, texts) for key, place in played.items()}
    settle = _settle(count_s, wording.words, texts)
    movements = sorted({play["movement"] for play in plays.values()})
    return {
        "format": FORMAT,
        "version": VERSION,
        "session": session.id,
        "part": session.part.value,
        "countS": count_s,
        "minutes": minutes(session.duration_s),
        "steps": len(session.steps),
        "start": start.id,
        "startS": change_s(None, positions[start.id]),
        "neutralS": NEUTRAL_S,
        "places": places,
        "plays": plays,
        "settle": settle,
        "drawings": {slug: drawing(practice.scores[slug]) for slug in movements},
        "texts": list(texts.known),
        "words": dict(wording.words),
    }


def minutes(duration_s: float) -> int:
    """Return whole minutes as people say them, at least one."""
    return max(1, round(duration_s / 60))


def play_key(place: Place) -> str:
    """Return the name under which a movement at a dose is found: slug/level/repetitions/range."""
    dose = _dose(place)
    return f"{place.movement}/{dose.level}/{dose.repetitions}/{dose.range:g}"


def _dose(place: Place) -> Dose:
    if place.dose is None:
        raise ValueError(f"place {place.id} plays {place.movement} without a dose")
    return place.dose


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a place needs besides the graph to be shown."""

    practice: Practice
    wording: Wording
    to: Addresses


def _positions(session: Session, practice: Practice) -> dict[str, Position]:
    """Return the position the body is in at each place: of its movement, else of where the person came from."""
    by_id = {place.id: place for place in session.places}
    first = session.places[0]
    found = {first.id: practice.scores[first.movement or ""].position}
    ahead = [first]
    while ahead:
        place = ahead.pop()
        for link in place.links.values():
            if link.to not in found:
                onward = by_id[link.to]
                found[link.to] = practice.scores[onward.movement].position if onward.movement else found[place.id]
                ahead.append(onward)
    return found


def _place(
    place: Place, by_id: Mapping[str, Place], positions: Mapping[str, Position], shown: _Shown
) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": place.kind.value, "step": place.step}
    made["links"] = {name: _link(place, link, by_id, positions) for name, link in place.links.items()}
    if place.reasons:
        made["why"] = [shown.wording.sentence(reason) for reason in place.reasons]
    match place.kind:
        case PlaceKind.PLAY:
            made["play"] = play_key(place)
        case PlaceKind.QUESTION:
            words = shown.wording.words
            made["asks"] = words["asks"] if "gone" in place.links else words["asks-else"]
            made["answers"] = [_answer(name, place, by_id, shown) for name in ANSWERS if name in place.links]
        case PlaceKind.CARD:
            made["href"] = shown.to.cards[place.card or ""]
        case PlaceKind.END:
            made["href"] = shown.to.note
        case PlaceKind.SETTLE:
            pass
    return made


def _link(
    place: Place, link: Link, by_id: Mapping[str, Place], positions: Mapping[str, Position]
) -> dict[str, str | float]:
    made: dict[str, str | float] = {"to": link.to}
    if link.event is not None:
        made["event"] = link.event.value
    if by_id[link.to].kind is PlaceKind.PLAY:
        made["changeS"] = change_s(positions[place.id], positions[link.to])
    return made


def _answer(name: str, place: Place, by_id: Mapping[str, Place], shown: _Shown) -> dict[str, str]:
    """Return one answer and what it leads to, read off the graph."""
    onward = by_id[place.links[name].to]
    words = shown.wording.words
    return {"link": name, "label": words[name], "then": _then(name, onward, shown.practice).format_with(words)}


@dataclass(frozen=True, slots=True)
class _Then:
    """The words of what comes, with their values."""

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    def format_with(self, words: Mapping[str, str]) -> str:
        return words[self.key].format(**self.values)


CARD_THEN = {"urgent-signs": "then-signs", "questions": "then-questions", "cannot-get-up": "then-up"}
"""What is said of an answer that opens a card, by the card's name."""


def _then(name: str, onward: Place, practice: Practice) -> _Then:
    if onward.kind is PlaceKind.CARD:
        return _Then(CARD_THEN[onward.card or ""])
    if onward.kind is PlaceKind.END:
        return _Then("then-end")
    score = practice.scores[onward.movement or ""]
    if name != "gone":
        return _Then("then-instead", {"name": score.name})
    repetitions = _dose(onward).repetitions
    return _Then("then-smaller-once" if repetitions == 1 else "then-smaller", {"repetitions": repetitions})


def _play(place: Place, practice: Practice, count_s: float, texts: _Texts) -> dict[str, Any]:
    score: Score = practice.scores[place.movement or ""]
    dose = _dose(place)
    return {
        "movement": score.slug,
        "name": score.name,
        "level": dose.level,
        "levelName": score.level(dose.level).name,
        "position": score.position.value,
        "getThere": score.get_there,
        "drawing": score.slug,
        "range": round(score.reach(dose), 3),
        "cues": [_row(cue, texts) for cue in cues(score, dose, count_s)],
    }


def _row(cue: Cue, texts: _Texts) -> list[Any]:
    """Return a cue as its row: see cueOf in pure/bundle.js."""
    numbers = [texts.number(text) for text in (cue.posture, cue.say, cue.layer, cue.part)]
    round_of = [cue.repetition, cue.of, cue.side, int(cue.chime)]
    return [_short(cue.duration_s), cue.breath.value, _short(cue.counts), *numbers, *round_of]


def _settle(count_s: float, words: Mapping[str, str], texts: _Texts) -> dict[str, Any]:
    """Return the two counted breaths after Too sharp."""
    count = min(count_s, SETTLE_MOST_S / sum(counts for _, counts in SETTLING))
    rows = []
    for n, (breath, counts) in enumerate(SETTLING):
        say = texts.number(words[f"settle-{breath.value}"])
        rows.append(
            [_short(counts * count), breath.value, counts, 0, say, 0, 0, 1 + n // 2, len(SETTLING) // 2, None, 0]
        )
    return {"name": "", "getThere": "", "cues": rows}


def _short(value: float) -> float:
    """Return the number without a trailing .0, so that the JSON stays small."""
    rounded = round(value, DRAWN)
    return int(rounded) if rounded == int(rounded) else rounded
