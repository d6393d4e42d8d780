"""The record as one JSON document: read strictly, written whole. Its first two keys are `format` and `version`."""

import json
import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from loosen.core.breath import LEAST_COUNT_S, MOST_COUNT_S
from loosen.core.course import NEXT_SHARE
from loosen.core.journal import Entry, Walk
from loosen.core.plan import GAPS, NEEDS, Plan, Says, Sentence
from loosen.core.record import FORMAT, VERSION, Person, Record, Standing
from loosen.core.screening import NO, SAME, SKIPPED, YES

SCALES = ("pain", "stiffness", "sleep", "mood", "usual_pain")
"""Fields that hold a number from 0 to 10."""

ENTRIES = ("screenings", "clearings", "check_ins", "events", "notes", "choices", "plans", "walks")
"""The fields of a record that hold what the person told."""

ANSWERS = (YES, NO, SKIPPED, SAME)
"""What a question may be answered with."""

YEARS = range(1880, 2201)
"""Years in which a person can be born who practises now, or whose record was made up."""

WALK_MINUTES = range(24 * 60 + 1)
"""Minutes a walk may last; one of none takes back the walk it revises."""

SHARES = (*sorted(NEXT_SHARE), 1.0)
"""The shares a standing may hold: the ladder, and the whole."""

SETS = {"movements_off", "positions_off"}
"""Fields without an order of their own: written sorted, so that the same record is the same text."""


class RecordError(Exception):
    """A record that cannot be read. The message names the place and the remedy."""


def read(text: str | bytes, name: str = "record") -> Record:
    """Return the record that the JSON text holds. Raises RecordError; `name` is the file to speak of."""
    try:
        return _record(json.loads(text))
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise RecordError(f"{name}: this is not JSON ({fault}); give a record that loosen wrote") from None
    except RecordError as fault:
        raise RecordError(f"{name}: {fault}") from None


def write(record: Record) -> str:
    """Return the record as JSON text that `read` gives back unchanged."""
    plain = msgspec.to_builtins(record)
    for holder in (plain["person"], *plain["clearings"]):
        for key in SETS & holder.keys():
            holder[key] = sorted(holder[key])
    body = {"format": FORMAT, "version": VERSION, **plain}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a record."""
    body = msgspec.json.schema(Record)
    root = body["$defs"]["Record"]
    head = {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    root["properties"] = head | root["properties"]
    root["required"] = ["format", "version", *root.get("required", [])]
    for shape in body["$defs"].values():
        if shape.get("type") == "object" and "properties" in shape:
            shape["additionalProperties"] = False
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Loosen record", **body}


def _record(document: object) -> Record:
    body = _headed(document)
    _refuse_the_first(_unknown_keys(body, Record, "$"))
    try:
        record: Record = msgspec.convert(body, Record, strict=True)
    except msgspec.ValidationError as fault:
        raise RecordError(f"{_sentence(str(fault))}; correct it, or export the record again") from None
    _refuse_the_first(_faults(record))
    ordered: dict[str, Any] = {name: _in_order(getattr(record, name)) for name in ENTRIES}
    return replace(record, **ordered, given=tuple(sorted(record.given, key=lambda given: given.day)))


def _in_order(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries by instant; one that was sent twice exists once."""
    return tuple(sorted({entry.id: entry for entry in entries}.values(), key=lambda entry: (entry.at, entry.id)))


def _refuse_the_first(faults: Iterator[str]) -> None:
    for fault in faults:
        raise RecordError(fault)


def _headed(document: object) -> dict[str, Any]:
    """Return the document without its head, which must be ours."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise RecordError(f'the first key is not "format": "{FORMAT}"; give a record that loosen wrote')
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise RecordError(f"$.version is {version!r}; a record of this program says {VERSION}")
    if version > VERSION:
        raise RecordError(f"the record is version {version} and this program reads up to {VERSION}; update loosen")
    return {key: value for key, value in document.items() if key not in ("format", "version")}


def _unknown_keys(value: object, shape: Any, where: str) -> Iterator[str]:
    """Yield a fault for every key that the format does not have."""
    args = get_args(shape)
    if get_origin(shape) in (Union, types.UnionType):
        yield from _unknown_keys(value, args[0], where)
    elif is_dataclass(shape) and isinstance(value, dict):
        yield from _unknown_fields(value, _hints(cast("type", shape)), where)
    elif isinstance(value, list) and args:
        for place, each in enumerate(value):
            yield from _unknown_keys(each, args[0], f"{where}[{place}]")
    elif isinstance(value, dict) and args:
        for key, each in value.items():
            yield from _unknown_keys(each, args[-1], f"{where}.{key}")


def _unknown_fields(value: dict[str, Any], known: Mapping[str, Any], where: str) -> Iterator[str]:
    for key, each in value.items():
        if key in known:
            yield from _unknown_keys(each, known[key], f"{where}.{key}")
        else:
            yield f"{where} has a key {key!r} that a record does not have; {_meant(key, known)}"


@cache
def _hints(shape: type) -> Mapping[str, Any]:
    return get_type_hints(shape)


def _faults(record: Record) -> Iterator[str]:
    """Yield what has the right type and still cannot be so."""
    yield from _of_person(record.person)
    for place, screening in enumerate(record.screenings):
        yield from _of_answers(screening.answers, f"$.screenings[{place}].answers")
    for name in ENTRIES:
        ids: dict[str, Entry] = {}
        for place, entry in enumerate(getattr(record, name)):
            yield from _of_entry(entry, f"$.{name}[{place}]")
            if ids.setdefault(entry.id, entry) != entry:
                yield f"$.{name}[{place}].id is {entry.id!r}, which another entry has; give each its own"
    yield from _of_walks(record.walks)
    for place, plan in enumerate(record.plans):
        yield from _of_plan(plan, f"$.plans[{place}]")
    for place, given in enumerate(record.given):
        yield from _of_standing(given.standing, f"$.given[{place}].standing")


def _of_walks(walks: tuple[Walk, ...]) -> Iterator[str]:
    for place, walk in enumerate(walks):
        if walk.minutes not in WALK_MINUTES or not (walk.minutes or walk.revises):
            yield f"$.walks[{place}].minutes is {walk.minutes}; a walk lasts from a minute to a day"


def _of_person(person: Person) -> Iterator[str]:
    if not LEAST_COUNT_S <= person.count_s <= MOST_COUNT_S:
        yield f"$.person.count_s is {person.count_s}; a count lasts 0.8 to 1.5 seconds"
    if not person.parts:
        yield "$.person.parts is empty; name one part of the day at least"
    if len(set(person.parts)) < len(person.parts):
        yield "$.person.parts names a part of the day twice; name each once"
    if person.birth_year is not None and person.birth_year not in YEARS:
        yield f"$.person.birth_year is {person.birth_year}; give the year in four digits, or leave it out"
    yield from _of_scales(person, "$.person")
    yield from _of_zone(person.zone, "$.person.zone")


def _of_standing(standing: Standing, where: str) -> Iterator[str]:
    if standing.share not in SHARES:
        shares = ", ".join(f"{share:g}" for share in SHARES)
        yield f"{where}.share is {standing.share}; shares are {shares}"
    for place, lock in enumerate(standing.locks):
        yield from _of_instant(lock.until, f"{where}.locks[{place}].until")
    for name in ("hold_since", "severe_hold"):
        if (since := getattr(standing, name)) is not None:
            yield from _of_instant(since, f"{where}.{name}")


def _of_entry(entry: Entry, where: str) -> Iterator[str]:
    yield from _of_instant(entry.at, f"{where}.at")
    yield from _of_zone(entry.zone, f"{where}.zone")
    yield from _of_scales(entry, where)


def _of_answers(answers: Mapping[str, str], where: str) -> Iterator[str]:
    for question, answer in answers.items():
        if answer not in ANSWERS:
            yield f"{where}.{question} is {answer!r}; an answer is {', '.join(ANSWERS)}"


def _of_plan(plan: Plan, where: str) -> Iterator[str]:
    """Yield what cannot be kept to; what only contradicts itself is kept, and told where the plan is shown."""
    if not plan.clinician.strip():
        yield f"{where}.clinician is empty; say who it was"
    for place, sentence in enumerate(plan.sentences):
        yield from _of_sentence(sentence, f"{where}.sentences[{place}]")


def _of_sentence(sentence: Sentence, where: str) -> Iterator[str]:
    gaps = {field.name for field in fields(sentence)} - {"says", "until"}
    empty = Sentence(sentence.says)
    filled = {gap for gap in gaps if getattr(sentence, gap) != getattr(empty, gap)}
    own = GAPS[sentence.says]
    names = ", ".join(sorted(own))
    needed = "one of " + names if sentence.says is Says.AVOID else " and ".join(NEEDS[sentence.says])
    if not sentence.whole or (sentence.says is Says.AVOID and len(filled & own) > 1):
        yield f'{where} says "{sentence.says.value}" and not what; fill {needed}'
    for gap in sorted(filled - own):
        yield f'{where}.{gap} does not belong to "{sentence.says.value}"; its gaps are {names}'
    if sentence.says is Says.PAIN and not 0 <= (sentence.most or 0) <= 10:
        yield f"{where}.most is {sentence.most}; the scale goes from 0 to 10"
    if sentence.says is Says.MINUTES and (sentence.most or 0) < 0:
        yield f"{where}.most is {sentence.most}; minutes are 0 or more"
    if sentence.repetitions is not None and sentence.repetitions < 1:
        yield f"{where}.repetitions is {sentence.repetitions}; ask for one at least, or leave the movement out"


def _of_instant(at: datetime, where: str) -> Iterator[str]:
    if at.tzinfo is None:
        yield (f'{where} is "{at.isoformat()}" without an offset; write it like "2026-11-22T07:30:00Z"')


def _of_scales(value: Any, where: str) -> Iterator[str]:
    for field in fields(value):
        number = getattr(value, field.name) if field.name in SCALES else None
        if number is not None and not 0 <= number <= 10:
            yield (f"{where}.{field.name} is {number}; the scale goes from 0 to 10")


def _of_zone(zone: str, where: str) -> Iterator[str]:
    if not _is_zone(zone):
        yield (f'{where} is "{zone}", which is no time zone; write it like "Europe/Berlin"')


@cache
def _is_zone(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _meant(key: str, known: Mapping[str, Any]) -> str:
    near = get_close_matches(key, known, n=1)
    return f"did you mean {near[0]!r}?" if near else "take it out, or update loosen"


def _sentence(fault: str) -> str:
    """Turn the decoder's message round, so that the place stands first."""
    said, _, where = fault.partition(" - at `")
    return f"{where.rstrip('`') or '$'}: {said[0].lower()}{said[1:]}"
