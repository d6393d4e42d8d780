"""A clinician's plan in words: its sentences shown back, its days, and what speaks against something in it."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

from loosen.content.loading import practice, vocabulary
from loosen.content.plan_file import GAP_IN_WORDS, Measured, Template, plan_words, templates
from loosen.core.contradictions import Contradiction
from loosen.core.journal import DayPart
from loosen.core.plan import Plan, Sentence

FAR_AHEAD_DAYS = 300
"""Days from which a date is said with its year."""


def words_of(sentence: Sentence, today: date) -> str:
    """Return a sentence as it is shown back: "No bending past halfway until 12 December."."""
    said = template_of(sentence)
    form = said.say_until if sentence.until else said.say
    return begun(GAP_IN_WORDS.sub(lambda match: _filled(match[1], sentence, today), form))


def template_of(sentence: Sentence) -> Template:
    """Return the template that says what a sentence keeps: one that fixes it, else the one with most of its gaps."""
    fitting = [each for each in templates() if each.says is sentence.says and _agrees(each, sentence)]
    return max(fitting, key=lambda each: (len(each.fixed.kept), sum(_has(name, sentence) for name in each.gaps)))


def _agrees(said: Template, sentence: Sentence) -> bool:
    return all(getattr(sentence, name) == value for name, value in said.fixed.kept.items())


def _has(name: str, sentence: Sentence) -> bool:
    fields = {"degrees": "most", "minutes": "most", "points": "most"}
    return getattr(sentence, fields.get(name, name)) is not None


def _filled(name: str, sentence: Sentence, today: date) -> str:
    """Return the words that stand in a gap; an id that has no words here stands for itself."""
    if name == "until":
        return date_words(sentence.until, today) if sentence.until else ""
    if name == "parts":
        return parts_words(sentence.parts)
    if name == "level":
        return level_words(sentence)
    if name in NUMBERS:
        return _number_words(name, sentence)
    chosen = getattr(sentence, name)
    key = chosen.value if isinstance(chosen, Enum) else chosen
    return _within(names(name).get(key, key))


NUMBERS = frozenset({"degrees", "minutes", "points", "repetitions"})
"""Gaps that hold a number."""


def names(gap: str) -> Mapping[str, str]:
    """Return what people call the things that fill a gap, by id."""
    words = plan_words()
    match gap:
        case "movement":
            return {slug: score.name for slug, score in practice().scores.items()}
        case "position":
            return {position.value: word.name for position, word in vocabulary().positions.items()}
        case "tag":
            return words.tags
        case "measure":
            return {measure: measured.name for measure, measured in words.measures.items()}
        case "condition":
            return {condition.id: condition.name or condition.id for condition in practice().conditions}
        case _:
            raise KeyError(f"nothing has a name that fills the gap {gap!r}")


def _number_words(name: str, sentence: Sentence) -> str:
    """Return a number with its noun; degrees by the words for a way, where there are any for just so many."""
    count, most = plan_words().count, sentence.most
    if name == "repetitions":
        return count.own if sentence.repetitions is None else count.times.of(sentence.repetitions)
    if most is None:
        return ELLIPSIS
    if name == "minutes":
        return count.minutes.of(most)
    if name == "points":
        return count.points.of(most)
    measured = plan_words().measures.get(sentence.measure or "")
    if measured and (way := way_of(measured, most)):
        return plan_words().degrees[way]
    return (count.cm if measured and measured.unit == "cm" else count.degrees).of(most)


ELLIPSIS = "…"
"""Stands in a gap that nobody filled."""


def way_of(measured: Measured, most: float) -> str | None:
    """Return the name of the way that is just so many degrees, if one is."""
    return next((way for way, degrees in measured.ways.items() if degrees == most), None)


def level_words(sentence: Sentence) -> str:
    """Return how a movement is asked for: at one's own level, its gentlest, as described, or at a level by its name."""
    words, score = plan_words().levels, practice().scores.get(sentence.movement or "")
    if sentence.level is None or score is None:
        return words["own"] if sentence.level is None else sentence.level
    if sentence.level in words:
        return words[sentence.level]
    if sentence.level == score.levels[0].id:
        return words["gentlest"]
    return next((_within(level.name) for level in score.levels if level.id == sentence.level), sentence.level)


def parts_words(parts: tuple[DayPart, ...]) -> str:
    """Return the parts of the day in words; in every session, when none is named."""
    words = plan_words().parts
    named = [words[part.value] for part in DayPart if part in parts] or [words["every"]]
    said = named[0]
    for part in named[1:]:
        said = words["and"].replace("{parts}", said).replace("{part}", part)
    return said


def date_words(day: date, today: date) -> str:
    """Return a date in words, with its year when it is long ago or far ahead."""
    dates = plan_words().date
    form = dates.day if abs((day - today).days) < FAR_AHEAD_DAYS else dates.year
    return form.format(day=day.day, month=dates.months[day.month - 1], year=day.year)


def span_words(plan: Plan, today: date) -> str:
    """Return from when until when a plan holds; nothing when neither was named."""
    dates = plan_words().date
    first = plan.valid_from and date_words(plan.valid_from, today)
    last = plan.valid_to and date_words(plan.valid_to, today)
    form = dates.between if first and last else dates.first if first else dates.last if last else ""
    return form.format(first=first, last=last)


def plan_lines(plan: Plan, today: date) -> tuple[str, ...]:
    """Return the sentences of a plan as they are shown back."""
    return tuple(words_of(sentence, today) for sentence in plan.sentences)


def told(contradiction: Contradiction) -> str:
    """Return what contradicts itself in one plain sentence, with what to do."""
    said = plan_words().contradictions[contradiction.rule]
    return begun(GAP_IN_WORDS.sub(lambda match: _shown(contradiction.values[match[1]]), said))


def _shown(value: float | str) -> str:
    if isinstance(value, str):
        name = names("movement").get(value) or names("tag").get(value)
        return _within(name) if name else value
    return f"{value:g}"


def _within(name: str | None) -> str:
    """Return a name as it stands within a sentence; a gap that nobody filled as three dots."""
    return name[:1].lower() + name[1:] if name else ELLIPSIS


def begun(said: str) -> str:
    """Return the words as they begin a sentence."""
    return said[:1].upper() + said[1:]
