"""A session as one JSON the player walks: places with their ways out, what is played there, what is drawn and said.

The player decides nothing: every tap follows a link that is written here, and every link comes from core.relief.
The format is read by static/loosen/pure/bundle.js. Cues are rows and texts are numbers, so that a morning stays small.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from loosen.core.breath import Breath
from loosen.core.day import Link, Place, PlaceKind, Session
from loosen.core.practice import BREATHS, Practice
from loosen.core.reasons import Reason
from loosen.core.score import Dose, Position, Score
from loosen.core.timeline import CHANGE_S, Cue, change_s, cues
from loosen.render.film import film_of, leads_up
from loosen.render.paired import sent

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

NAMED_SO = 1
"""Stands for an event that has the name of its link, so that a morning stays small."""

RISE = "rise"
"""The place after the end where somebody who finished on the floor is shown the way up, if they like."""

LOW = frozenset({Position.LYING, Position.SIDE_LYING, Position.HANDS_AND_KNEES, Position.KNEELING})
"""Positions on the floor."""

SIDES = (None, "right", "left")
"""Sides by their number in a row."""

DECIMALS = 2
"""Of a time in seconds."""


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
class _Numbered:
    """Things that are said once and meant often, each by its number."""

    numbers: dict[str, int] = field(default_factory=dict)
    things: list[Any] = field(default_factory=list)

    def number(self, thing: Any) -> int:
        known = self.numbers.setdefault(repr(thing), len(self.things))
        if known == len(self.things):
            self.things.append(thing)
        return known

    def known(self) -> list[Any]:
        return self.things


@dataclass(frozen=True, slots=True)
class _Played:
    """A movement at a dose; several places may share it."""

    movement: str
    dose: Dose


class _Graph:
    """A session's places by id, where the body is at each, and what they have in common."""

    def __init__(self, session: Session, practice: Practice, wording: Wording, to: Addresses) -> None:
        self.practice, self.wording, self.to = practice, wording, to
        self.by_id = {place.id: place for place in session.places}
        self.positions = _positions(session, practice)
        low, ways = LOW & set(self.positions.values()), practice.transitions
        self.has_a_way_up = bool(low) and not session.in_bed and leads_up(low, ways, session.passed_over)
        self.about_a_breath = _questions_about_a_breath(self.by_id.values())
        self.texts, self.phrases, self.questions = _Numbered(), _Numbered(), _Numbered()
        self.played = _Numbered()
        self.texts.number("")


def bundle(session: Session, practice: Practice, count_s: float, wording: Wording, to: Addresses) -> dict[str, Any]:
    """Return the whole session for the player; a person's count is `count_s` seconds."""
    graph = _Graph(session, practice, wording, to)
    places = {place.id: _place(place, graph) for place in session.places} | _after(session, graph)
    plays = [_play(place, count_s, graph) for place in graph.played.known()]
    settle = _settle(count_s, graph)
    start = session.places[0]
    return {
        "format": FORMAT,
        "version": VERSION,
        "session": session.id,
        "part": session.part.value,
        "countS": count_s,
        "minutes": minutes(session.duration_s),
        "steps": len(session.steps),
        "start": start.id,
        "startS": CHANGE_S if session.in_bed else change_s(None, graph.positions[start.id]),
        "abed": session.in_bed,
        "neutralS": NEUTRAL_S,
        "places": places,
        "questions": graph.questions.known(),
        "plays": plays,
        "settle": settle,
        "drawings": {slug: sent(practice.scores[slug]) for slug in sorted({play["movement"] for play in plays})},
        "film": film_of(session, graph.positions.values(), practice.transitions, graph.texts.number, wording.words),
        "phrases": graph.phrases.known(),
        "texts": graph.texts.known(),
        "words": {name: said for name, said in wording.words.items() if not name.startswith((LEADS, WAY))},
    }


def minutes(duration_s: float) -> int:
    """Return whole minutes as people say them, at least one."""
    return max(1, round(duration_s / 60))


def _dose(place: Place) -> Dose:
    if place.dose is None:
        raise ValueError(f"place {place.id} plays {place.movement} without a dose")
    return place.dose


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


def _place(place: Place, graph: _Graph) -> dict[str, Any]:
    """Return one place; its links are [to, event, seconds of change], the last two where there are any."""
    made: dict[str, Any] = {"kind": place.kind.value, "step": place.step}
    made["links"] = {name: _link(name, place, link, graph) for name, link in place.links.items()}
    if place.reasons:
        made["why"] = [graph.texts.number(graph.wording.sentence(reason)) for reason in place.reasons]
    match place.kind:
        case PlaceKind.PLAY:
            made["play"] = graph.played.number(_Played(place.movement or "", _dose(place)))
        case PlaceKind.QUESTION:
            made["question"] = graph.questions.number(_question(place, graph))
        case PlaceKind.CARD:
            made["href"] = graph.to.cards[place.card or ""]
        case PlaceKind.END:
            made["href"] = graph.to.note
            if graph.has_a_way_up:
                made["links"]["up"] = [RISE, None, change_s(Position.LYING, Position.STANDING)]
        case PlaceKind.SETTLE:
            pass
    return made


def _after(session: Session, graph: _Graph) -> dict[str, Any]:
    """Return the place behind the end, where there is a way up to show."""
    last = len(session.steps) - 1
    return {RISE: {"kind": RISE, "step": last, "links": {}, "href": graph.to.note}} if graph.has_a_way_up else {}


def _link(name: str, place: Place, link: Link, graph: _Graph) -> list[str | float | None]:
    event = link.event and (NAMED_SO if link.event.value == name else link.event.value)
    if graph.by_id[link.to].kind is not PlaceKind.PLAY:
        return [link.to, event] if event else [link.to]
    return [link.to, event, _short(change_s(graph.positions[place.id], graph.positions[link.to]))]


def _question(place: Place, graph: _Graph) -> list[Any]:
    """Return [what is asked, [link, answer, where it leads] for each answer], texts by their numbers."""
    asks = "asks" if "gone" in place.links else "asks-else"
    answers = [_answer(name, place, graph) for name in ANSWERS if name in place.links]
    return [graph.texts.number(graph.wording.words[asks]), *answers]


def _answer(name: str, place: Place, graph: _Graph) -> list[str | int]:
    """Return one answer and what it leads to, read off the graph."""
    words, number = graph.wording.words, graph.texts.number
    rests = name == "still" and place.id not in graph.about_a_breath
    leads = _leads(rests, graph.by_id[place.links[name].to], graph.practice)
    return [name, number(words[name]), number(leads.said_with(words))]


@dataclass(frozen=True, slots=True)
class _Leads:
    """The words of what comes, with their values."""

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    def said_with(self, words: Mapping[str, str]) -> str:
        return words[self.key].format(**self.values)


LEADS, WAY = "leads-", "way-"
"""How the words begin that are written into the answers and the film here; the player needs them no more."""

CARD_LEADS = {"urgent-signs": "leads-signs", "questions": "leads-questions", "cannot-get-up": "leads-up"}
"""What is said of an answer that opens a card, by the card's name."""


def _questions_about_a_breath(places: Iterable[Place]) -> frozenset[str]:
    """Return the questions a sharp breath may lead to. The breath never rests, so none of them speaks of a rest."""
    by_id = {place.id: place for place in places}
    settles = (by_id[place.links["sharp"].to] for place in by_id.values() if place.movement in BREATHS)
    return frozenset(settle.links["next"].to for settle in settles)


def _leads(rests: bool, onward: Place, practice: Practice) -> _Leads:
    """Return what an answer leads to; `rests`: a movement stayed sharp, and rests now."""
    if onward.kind is PlaceKind.CARD:
        return _Leads(CARD_LEADS[onward.card or ""])
    if onward.kind is PlaceKind.END:
        return _Leads("leads-end" if rests else "leads-over")
    why = {reason.rule for reason in onward.reasons}
    if "eased-after-sharp" in why:
        return _Leads("leads-smaller", {"repetitions": _dose(onward).repetitions})
    if "closing-breath" in why:
        return _Leads("leads-close")
    return _Leads("leads-instead" if rests else "leads-gone-on", {"name": practice.scores[onward.movement or ""].name})


def _play(played: _Played, count_s: float, graph: _Graph) -> dict[str, Any]:
    score: Score = graph.practice.scores[played.movement]
    dose = played.dose
    return _ends(score, dose, graph) | {
        "movement": score.slug,
        "name": graph.texts.number(score.name),
        "level": dose.level,
        "getThere": graph.texts.number(score.get_there),
        "range": round(score.reach(dose), 3),
        "cues": [_row(cue, graph) for cue in cues(score, dose, count_s)],
    }


def _ends(score: Score, dose: Dose, graph: _Graph) -> dict[str, int]:
    """Return where the level begins, and whose outline is dashed: each where it is another posture than the score's."""
    level, end = score.level(dose.level), score.figure.shows_end if score.figure else ""
    ends = {"first": level.postures.get(next(iter(score.postures))), "ghost": level.postures.get(end)}
    return {key: graph.texts.number(posture) for key, posture in ends.items() if posture}


def _row(cue: Cue, graph: _Graph) -> list[int]:
    """Return a cue as [phrase, repetition, of, side, layer, chime], without the zeros at its end."""
    number = graph.texts.number
    texts = [number(cue.posture), number(cue.say), number(cue.part)]
    phrase = graph.phrases.number([_short(cue.duration_s), cue.breath.value, _short(cue.counts), *texts])
    row = [phrase, cue.repetition, cue.of, SIDES.index(cue.side), number(cue.layer), int(cue.chime)]
    while row[-1] == 0:
        row.pop()
    return row


def _settle(count_s: float, graph: _Graph) -> dict[str, Any]:
    """Return the two counted breaths after Too sharp."""
    count = min(count_s, SETTLE_MOST_S / sum(counts for _, counts in SETTLING))
    rows = []
    for n, (breath, counts) in enumerate(SETTLING):
        said = graph.texts.number(graph.wording.words[f"settle-{breath.value}"])
        phrase = graph.phrases.number([_short(counts * count), breath.value, counts, 0, said, 0])
        rows.append([phrase, 1 + n // 2, len(SETTLING) // 2])
    return {"name": 0, "getThere": 0, "cues": rows}


def _short(value: float) -> float:
    """Return the number without a trailing .0, so that the JSON stays small."""
    rounded = round(value, DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded
