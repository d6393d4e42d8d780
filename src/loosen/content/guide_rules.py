"""What must hold for guides and resets beyond their shape: names that are known, postures drawn, words few and kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loosen.content.drawing_rules import POSITION_TAGS
from loosen.content.faults import Remark
from loosen.content.guides import Guide
from loosen.content.score_rules import Remarks, Where, unknown
from loosen.content.sources import Source
from loosen.content.vocabulary import Origin, Vocabulary
from loosen.content.word_rules import CAPTION_LETTERS, kind
from loosen.core.body import CLEARLY_DEG, Posture, computed_tags, moved_deg
from loosen.core.breath import words_that_fit
from loosen.core.resets import Reset
from loosen.core.resets import Where as Moment
from loosen.core.score import Score

WORDS = (150, 300)
"""Least and most words of a guide, as somebody reads it who told of nothing."""

SECONDS = (30, 60)
"""Least and most seconds of a reset. Source: practice E6, clinical ground 4.0."""

EACH = 3
"""The least number of resets for a moment, so that the same one does not come every hour."""


@dataclass(frozen=True, slots=True)
class Known:
    """What guides and resets may refer to. `drawings`: the postures of every movement and picture."""

    scores: Mapping[str, Score]
    drawings: Mapping[str, Mapping[str, Posture]]
    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    questions: Iterable[str]


def guide_remarks(guide: Guide, known: Known) -> Remarks:
    """Return all that is amiss with a guide."""
    for rule in GUIDE_RULES:
        yield from rule(guide, known)


def reset_remarks(resets: Sequence[Reset], known: Known) -> Remarks:
    """Return all that is amiss with the resets."""
    for at, reset in enumerate(resets):
        for rule in RESET_RULES:
            yield from (Remark(("reset", at, *told.where), told.fault, told.remedy) for told in rule(reset, known))
    yield from _each_id_once(resets)
    for moment, count in Counter(reset.where for reset in resets).items():
        if count < EACH:
            yield Remark((), f"there are {count} resets for {moment.value}", f"write at least {EACH}")
    for moment in set(Moment) - {reset.where for reset in resets}:
        yield Remark((), f"there is no reset for {moment.value}", f"write at least {EACH}")


def names_are_known(guide: Guide, known: Known) -> Remarks:
    """Every movement, source, tag and question is one there is."""
    yield from _unknown(("practise",), "movement", guide.practise, known.scores)
    yield from _unknown(("sources",), "source", guide.sources, known.sources)
    yield from _unknown(("tags",), "tag", guide.tags, known.vocabulary.tags)
    for at, section in enumerate(guide.sections):
        yield from _unknown(("section", at, "when"), "question", section.when, known.questions)
        yield from _unknown(("section", at, "unless"), "question", section.unless, known.questions)


def pictures_are_drawn(guide: Guide, known: Known) -> Remarks:
    """The drawing exists, and has the postures that are shown."""
    if guide.drawing not in known.drawings:
        yield Remark(("drawing",), f"there is no movement or picture {guide.drawing!r}", "name one that is drawn")
        return
    named = [(("posture",), guide.posture), *((("step", at), step.posture) for at, step in enumerate(guide.steps))]
    for where, posture in named:
        if posture not in known.drawings[guide.drawing]:
            yield unknown(where, "posture", posture, known.drawings[guide.drawing])


def words_are_few(guide: Guide, _: Known) -> Remarks:
    """It is short, and neither empty nor a lecture."""
    least, most = WORDS
    said = [text for _, text in _texts(guide, for_everybody=True)]
    count = len(" ".join(said).split())
    if not least <= count <= most:
        yield Remark((), f"the guide has {count} words", f"keep it between {least} and {most}")


def words_are_kind(guide: Guide, _: Known) -> Remarks:
    """Every text is calm and neatly written."""
    for where, text in _texts(guide):
        for fault, remedy in kind(text):
            yield Remark(where, fault, remedy)


def a_section_says_something(guide: Guide, _: Known) -> Remarks:
    """No section is empty, and what is said to some alone has a heading that says so."""
    for at, section in enumerate(guide.sections):
        if not section.text and not section.points:
            yield Remark(("section", at), "the section says nothing", "add text or points")
        if section.when and not section.heading.startswith("For you"):
            yield Remark(("section", at), "what is said to some alone does not say so", "begin the heading 'For you'")


GUIDE_RULES: tuple[Callable[[Guide, Known], Remarks], ...] = (
    names_are_known, pictures_are_drawn, words_are_few, words_are_kind, a_section_says_something,
)  # fmt: skip


def lasts_as_long_as_it_should(reset: Reset, _: Known) -> Remarks:
    """Half a minute to a minute."""
    least, most = SECONDS
    if not least <= reset.seconds <= most:
        yield Remark((), f"the reset lasts {reset.seconds} seconds", f"keep it between {least} and {most}")


def sentences_can_be_read(reset: Reset, _: Known) -> Remarks:
    """Each sentence is kind, short enough for a caption, and can be said in its time."""
    for where, text in ((("name",), reset.name), *((("step", at), step.say) for at, step in enumerate(reset.steps))):
        for fault, remedy in kind(text):
            yield Remark(where, fault, remedy)
        if len(text) > CAPTION_LETTERS:
            yield Remark(where, f"a caption of {len(text)} letters", f"keep to {CAPTION_LETTERS}")
    for at, step in enumerate(reset.steps):
        if len(step.say.split()) > words_that_fit(step.seconds):
            yield Remark(("step", at), f"too much for {step.seconds} seconds", "say it shorter, or give it longer")


def tags_tell_what_it_asks(reset: Reset, known: Known) -> Remarks:
    """The tags that positions and postures ask for are there, and every tag and source is one there is."""
    yield from _unknown(("tags",), "tag", reset.tags, known.vocabulary.tags)
    yield from _unknown(("sources",), "source", reset.sources, known.sources)
    for tag in sorted(_asked(reset) - reset.tags):
        yield Remark(("tags",), f"the tag {tag!r} is missing: positions or postures ask for it", "add it")
    for tag in sorted(_done(reset, known) - reset.tags):
        told = f"the tag {tag!r} is missing: the movement {reset.drawing!r} has it, and a level of it is shown whole"
        yield Remark(("tags",), told, "add it")


RESET_RULES: tuple[Callable[[Reset, Known], Remarks], ...] = (
    lasts_as_long_as_it_should, sentences_can_be_read, tags_tell_what_it_asks,
)  # fmt: skip


def _asked(reset: Reset) -> set[str]:
    """Return the tags that positions and shown postures bring with them."""
    shown = [reset.postures[name] for step in reset.steps for name in step.postures]
    moved = {tag for posture in shown for tag, deg in moved_deg(shown[0], posture).items() if deg >= CLEARLY_DEG}
    of_postures = {tag for posture in shown for tag in computed_tags(posture)}
    return moved | of_postures | {POSITION_TAGS[position] for position in reset.positions}


def _done(reset: Reset, known: Known) -> frozenset[str]:
    """Return what only an author knows of a movement, where a reset shows all that one of its levels shows."""
    score = known.scores.get(reset.drawing)
    shown = {name for step in reset.steps for name in step.postures}
    if score is None or not any(shown >= {*score.shown(level)} for level in score.levels):
        return frozenset()
    return frozenset(tag for tag in score.tags if _is_the_authors(tag, known))


def _is_the_authors(tag: str, known: Known) -> bool:
    said = known.vocabulary.tags.get(tag)
    return said is not None and said.origin is Origin.AUTHOR


def _each_id_once(resets: Sequence[Reset]) -> Remarks:
    for name, count in Counter(reset.id for reset in resets).items():
        if count > 1:
            yield Remark((), f"the id {name!r} is there {count} times", "names are for ever: give each its own")


def _unknown(where: Where, noun: str, names: Iterable[str], known: Iterable[str]) -> Remarks:
    there = frozenset(known)
    for name in sorted(names):
        if name not in there:
            yield unknown(where, noun, name, there)


def _texts(guide: Guide, for_everybody: bool = False) -> Iterator[tuple[Where, str]]:
    """Every text of a guide with its place; those for some alone only where they are asked for."""
    yield from ((("title",), guide.title), (("summary",), guide.summary))
    yield from ((("step", at, "say"), step.say) for at, step in enumerate(guide.steps))
    yield from ((("link", at, "words"), link.words) for at, link in enumerate(guide.links))
    for at, section in enumerate(guide.sections):
        if for_everybody and section.when:
            continue
        texts = (("heading", section.heading), ("text", section.text))
        yield from ((("section", at, key), text) for key, text in texts if text)
        yield from ((("section", at, "points"), point) for point in section.points)
