"""What must hold for words that people read or hear: they fit their breath, and they neither frighten nor boast."""

import re
from collections.abc import Iterator

from loosen.content.faults import Key, Remark
from loosen.content.score_rules import Library, Remarks, Rule, placed_phrases
from loosen.core.breath import Breath, words_that_fit
from loosen.core.score import Score, Stay

CAPTION_LETTERS = 60
"""Letters of one caption, to be read from the floor; about 45 is better. Source: the look of the pages, player."""

GET_THERE_COUNTS = 12
"""Counts in which the way into a position must be said: the least change of position at the quickest pace."""

ILLNESSES = (
    r"arthritis|cancer|disease|disorder|fracture|hernia\w*|infection|inflammation|injury|osteoporosis|prolapse|sciatica|"
    r"scoliosis|spondyl\w+|stenosis|syndrome|tumou?r|blood clot|clot"
)
"""Names of what a person might have: a question may ask for one, no text says that somebody has it."""

_PERHAPS = "(probably |most likely |clearly |may |might |could |seem to |appear to )?"
_HAS = "have|suffer from|are suffering from"
_SOME = r"(an? |the )?([\w-]+ ){0,2}"

FORBIDDEN: tuple[tuple[str, str], ...] = (
    (r"damag\w*", "damage frightens and is seldom so"),
    (r"fix(es|ed|ing)?", "a body is not a machine"),
    (r"wrong(ly)?", "there is no wrong way to be careful"),
    (r"fail(s|ed|ing)?|failures?", "nobody fails a practice"),
    (r"(?<!not a )(?<!no )cure(s|d)?|curing|remed(y|ies) for", "no text promises a cure"),
    (r"guarantee\w*|miracles?|(will|can) (heal|treat)|heals? your?", "no text promises that something heals"),
    (r"(relieves?|removes?|treats?|banish\w*|eliminat\w*|gets? rid of) (your |the |all |back )*pain", "promise less"),
    (r"(clinically|scientifically|medically) proven|works for everyone|lasting relief", "say what a study found"),
    (r"(?<!not )(?<!no )diagnos\w*", "say what can be felt; what it is, a clinician says"),
    (rf"you {_PERHAPS}({_HAS}) {_SOME}({ILLNESSES})", "say what can be felt; what it is, a clinician says"),
    (rf"(this|it) (is|means) {_PERHAPS}{_SOME}({ILLNESSES})", "say what can be felt; what it is, a clinician says"),
    (r"pain-free|painless", "no text promises a day without pain"),
    (r"burn(s|ing)?|crush(es|ed|ing)?", "this is not a contest"),
    (r"journeys?", "it is a practice"),
    (r"streaks?", "a missed day is just a missed day"),
    (r"troph(y|ies)|medals?|badges?|rewards?|prizes?|champions?|super ?stars?|hero(es|ic)?", "there is nothing to win"),
    (r"leader ?boards?|high scores?|level up|personal best|winn(ers?|ing)|rankings?", "there is nothing to win"),
    (
        r"achievements?|congratulat\w*|well done|(good|great) job|bravo|awesome|keep it up",
        "a practice needs no applause",
    ),
    (r"(your|own) fault|blam(e|ed|es|ing)|laz(y|iness)|excuses?|cheat(s|ed|ing)?", "nobody is to blame"),
    (r"you (forgot|missed|skipped|gave up|should have|did not bother)|non-?complian\w*", "nobody is to blame"),
    (r"try harder|do better|disappoint\w*|ashamed?|(?<!without )guilt(y)?|not good enough", "nobody is to blame"),
    (r"no pain,? no gain|push through|toughen up", "nothing is forced"),
    (r"hold (your|the) breath", "say 'stay for one breath'"),
    (r"(correct|incorrect|bad|poor|perfect|improper|faulty) posture", "no one posture is the right one"),
    (r"wear and tear|worn[- ]out|degenerat\w*|crumbl\w*|slipped dis[ck]s?|bone on bone", "such pictures frighten"),
    (r"out of (place|alignment)|fragile|weak (back|spine|core)|ruin(s|ed|ing)?", "a back is strong and can settle"),
    (r"(?<!not )dangerous|harmful|hazardous|never (bend|lift|twist)", "fear makes pain worse: say what to do instead"),
    (
        r"paraly[sz]\w*|crippl\w*|catastroph\w*|irreversibl\w*|permanent(ly)?|wheelchairs?",
        "say what to do, and how soon",
    ),
    (r"terrif\w*|scary|alarming|horr\w+|agon(y|ising|izing)", "such words frighten: say what can be felt"),
)
"""Words that stand in no text for people, each with the reason. Source: practice J and the look of the pages, Words."""

_FORBIDDEN = tuple((re.compile(rf"\b({pattern})\b", re.IGNORECASE), why) for pattern, why in FORBIDDEN)
_BREATHES = re.compile(r"breathe (in|out)\b", re.IGNORECASE)
_MARKS = re.compile("[!\u2013\u2014\U0001f300-\U0001faff]")


def unkind_words(text: str) -> Iterator[tuple[str, str]]:
    """Return the words of a text that promise, blame, frighten or boast, as fault and remedy."""
    for pattern, why in _FORBIDDEN:
        if found := pattern.search(text):
            yield f"the text says {found[0]!r}", f"find a calmer word: {why}"


def kind(text: str) -> Iterator[tuple[str, str]]:
    """Return what a text should not say, and how it should not be written, as fault and remedy."""
    yield from unkind_words(text)
    if found := _MARKS.search(text):
        yield f"the text has {found[0]!r}", "use plain stops and commas"
    if "  " in text or text != text.strip():
        yield "the text has stray spaces", "take them out"
    if not text:
        yield "the text is empty", "write it"


def kind_words(score: Score, _: Library) -> Remarks:
    """Every text of the score for people is calm."""
    for where, text in _texts(score):
        for fault, remedy in kind(text):
            yield Remark(where, fault, remedy)


def spoken_in_time(score: Score, _: Library) -> Remarks:
    """Each spoken text can be said in its phrase, by a calm voice at the quickest pace, and read from the floor."""
    for where, text, counts in _spoken(score):
        words, room = len(text.split()), words_that_fit(counts)
        if counts > 0 and words > room:
            told = f"{words} words in {counts:g} counts, where {room} can be spoken"
            yield Remark(where, told, "say it shorter, or give the phrase more counts")
        if len(text) > CAPTION_LETTERS and where[0] != "get_there":
            yield Remark(where, f"a caption of {len(text)} letters", f"keep to {CAPTION_LETTERS}")


def words_follow_the_breath(score: Score, _: Library) -> Remarks:
    """What is said breathes the way the phrase does."""
    for where, phrase in placed_phrases(score):
        spoken = [((*where, "say"), phrase.say)]
        spoken += [(("level", at, "say"), level.say.get(phrase.id, "")) for at, level in enumerate(score.levels)]
        for place, said in spoken:
            told = _BREATHES.match(said)
            if told and phrase.breath is not Breath.EASY and told[1].lower() != phrase.breath.value:
                yield Remark(
                    place, f"'breathe {told[1]}' in a phrase that breathes {phrase.breath.value}", "change one"
                )


def breath_flows(score: Score, _: Library) -> Remarks:
    """A stay begins on a breath that has a direction."""
    for where, phrase in placed_phrases(score):
        if phrase.stay and phrase.breath is Breath.EASY:
            yield Remark((*where, "stay"), "a stay after an easy breath", "let the phrase breathe in or out")


RULES: tuple[Rule, ...] = (kind_words, spoken_in_time, words_follow_the_breath, breath_flows)


def _texts(score: Score) -> Iterator[tuple[tuple[Key, ...], str]]:
    for key in ("name", "purpose", "notice", "daily", "get_there"):
        yield (key,), getattr(score, key)
    yield from ((("cautions",), text) for text in score.cautions)
    for at, level in enumerate(score.levels):
        yield ("level", at, "name"), level.name
    for at, part in enumerate(score.parts):
        yield ("part", at, "name"), part.name
    for at, stop in enumerate(score.stops):
        yield ("stop", at, "sign"), stop.sign
        yield ("stop", at, "say"), stop.say
    yield from ((where, text) for where, text, _ in _spoken(score) if where != ("get_there",))


def _spoken(score: Score) -> Iterator[tuple[tuple[Key, ...], str, float]]:
    """Every text that is spoken, with its place and the counts it has."""
    yield ("get_there",), score.get_there, GET_THERE_COUNTS
    for where, phrase in placed_phrases(score):
        if phrase.say:
            yield (*where, "say"), phrase.say, phrase.counts
        if phrase.stay and phrase.stay.say:
            yield (*where, "stay"), phrase.stay.say, _one_breath(phrase.stay)
    yield from _spoken_of_levels(score)
    if score.change:
        yield ("change", "say"), score.change.say, score.change.counts
    shortest = min((_round_counts(score, at) for at in range(len(score.whole()))), default=0) if score.levels else 0
    for layer in ("breath", "pelvis", "spine", "shoulders"):
        yield ("layers", layer), getattr(score.layers, layer), shortest
    for at, check in enumerate(score.camera.checks):
        yield ("camera", "check", at, "say"), check.say, shortest


def _spoken_of_levels(score: Score) -> Iterator[tuple[tuple[Key, ...], str, float]]:
    """What a level says otherwise, or has less time for."""
    for at, level in enumerate(score.levels):
        for _, phrase in placed_phrases(score):
            if phrase.id in level.say or phrase.id in level.counts:
                shaped = level.shape(phrase)
                key = "say" if phrase.id in level.say else "counts"
                yield ("level", at, key), shaped.say, shaped.counts


def _one_breath(stay: Stay) -> float:
    return stay.counts_in + stay.counts_out


def _round_counts(score: Score, part: int) -> float:
    """The counts of one repetition of a part, without its stays: the least room a layer has."""
    return sum(phrase.counts for phrase in score.whole()[part].phrases)
