"""Reasons become sentences."""

import pytest

from loosen.content.faults import ContentError
from loosen.content.loading import practice
from loosen.content.word_rules import unkind_words
from loosen.content.words import sentence, sentences, sentences_from_file
from loosen.core.reasons import Reason


@pytest.fixture
def spoken(tmp_path, monkeypatch):
    """A small file of words, spoken by `sentence`."""
    path = tmp_path / "rules.toml"
    path.write_text(
        """\
format = 1
[rests]
say = "{movement} rests until {day}, and {instead} comes in its place."
[fewer]
count = "rounds"
one = "One round of the {movement} today."
other = "{rounds} rounds of the {movement} today."
[share]
say = "About {part} of it."
[place]
say = "{position} waits."
[plan]
say = "{who} asked for less: {measure}, {tag}."
until = "{who} asked for less until {until}: {measure}, {tag}."
[health]
say = "You told us about {condition}. {because}"
"""
    )
    words = sentences_from_file(path)
    monkeypatch.setattr("loosen.content.words.sentences", lambda: words)


@pytest.mark.usefixtures("spoken")
class TestASentence:
    def test_names_movements_by_their_names_and_begins_with_a_capital(self):
        reason = Reason("rests", {"movement": "cat-cow", "day": "Tuesday", "instead": "seated-w"})

        assert sentence(reason) == "Cat-cow rests until Tuesday, and seated W comes in its place."

    def test_names_positions_as_people_do(self):
        assert sentence(Reason("place", {"position": "hands-and-knees"})) == "Being on hands and knees waits."

    @pytest.mark.parametrize(
        ("rounds", "said"), [(1, "One round of the hip hinge today."), (3, "3 rounds of the hip hinge today.")]
    )
    def test_counts_in_the_right_form(self, rounds, said):
        assert sentence(Reason("fewer", {"movement": "hip-hinge", "rounds": rounds})) == said

    def test_writes_whole_numbers_without_a_point_and_others_with_one(self):
        assert sentence(Reason("share", {"part": 2.0})) == "About 2 of it."
        assert sentence(Reason("share", {"part": 0.75})) == "About 0.75 of it."

    def test_names_measures_and_tags_as_a_plan_does(self):
        reason = Reason("plan", {"who": "Dr Lee", "measure": "trunk-lean", "tag": "spine-flexion"})

        assert sentence(reason) == "Dr Lee asked for less: bending, rounding the back."

    def test_says_the_last_day_when_there_is_one(self):
        until = {"until": "2026-12-12", "who": "Dr Lee", "measure": "trunk-lean", "tag": "spine-flexion"}

        assert sentence(Reason("plan", until)) == "Dr Lee asked for less until 12 December: bending, rounding the back."

    def test_says_a_condition_and_why_it_keeps_something_small(self):
        condition = practice().conditions[0]

        said = sentence(Reason("health", {"condition": condition.id}))

        assert said == f"You told us about {condition.say}. {condition.because}"

    def test_speaks_english_where_a_language_has_no_words_yet(self):
        assert sentence(Reason("share", {"part": 2}), "tlh") == "About 2 of it."

    def test_names_a_rule_that_has_no_words(self):
        with pytest.raises(KeyError, match=r"rules.toml has no sentence for 'zebra'"):
            sentence(Reason("zebra"))

    def test_names_a_value_that_is_not_there(self):
        with pytest.raises(KeyError, match="part"):
            sentence(Reason("share"))


class TestTheSentencesThatTravelWithTheProgram:
    def test_are_there(self):
        assert len(sentences()) > 0

    def test_end_with_a_stop(self):
        for rule, words in sentences().items():
            for text in (words.say, words.until, words.one, words.other):
                assert not text or text.endswith((".", "?")), rule


class TestAFileOfWords:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("[a]\nsay = 'A.'\n", "1: the format is not named; write 'format = 1' first"),
            ("format = 2\n", "1: format 2 is newer than this program, which reads 1; update Loosen first"),
            ("format = 1\n[a]\nsays = 'A.'\n", "3: there is no key 'says' here; did you mean 'say'?"),
            (
                "format = 1\n[a]\nsay = 'A.'\none = 'B.'\n",
                "2: a has no one form; give 'say', or 'count' with 'one' and 'other'",
            ),
            (
                "format = 1\n[a]\nuntil = 'A.'\ncount = 'n'\none = 'B.'\nother = 'C.'\n",
                "2: a has no one form; give 'say', or 'count' with 'one' and 'other'",
            ),
            ("format = 1\n[a]\n", "2: a has no one form; give 'say', or 'count' with 'one' and 'other'"),
        ],
        ids=["no format", "a newer format", "an unknown key", "both forms", "a last day of several", "neither form"],
    )
    def test_is_refused_by_line_fault_and_remedy(self, tmp_path, text, told):
        path = tmp_path / "rules.toml"
        path.write_text(text)

        with pytest.raises(ContentError) as error:
            sentences_from_file(path)

        assert str(error.value) == f"{path}:{told}"


PROMISES = [
    "It cures back pain.",
    "We guarantee calm.",
    "This will heal it.",
    "It heals your back.",
    "Pain-free in a week.",
    "This routine relieves back pain.",
    "Get rid of the pain: it gets rid of your back pain.",
    "A remedy for stiff backs.",
    "It is clinically proven.",
    "Lasting relief in ten minutes.",
    "It works for everyone.",
]
DIAGNOSES = [
    "Your diagnosis is clear.",
    "Loosen can diagnose it.",
    "You have arthritis.",
    "You may have a herniated disc or a fracture.",
    "You probably have spinal stenosis.",
    "It means an infection.",
    "This is most likely sciatica.",
    "You are suffering from a disorder.",
]
BLAME = [
    "It is your own fault.",
    "You missed three days.",
    "You should have rested.",
    "No excuses.",
    "You failed.",
    "Try harder tomorrow.",
    "Do not disappoint yourself.",
    "No need to feel guilty.",
    "You did not bother to rate it.",
]
FEAR = [
    "Your disc is damaged.",
    "That is the wrong posture.",
    "It comes from bad posture.",
    "Wear and tear of the spine.",
    "You have a weak back.",
    "A slipped disc.",
    "Bending is dangerous.",
    "Never bend like this.",
    "It may become permanent.",
    "You could end in a wheelchair.",
    "Improper posture does it.",
    "Bone on bone.",
    "It must be agony.",
    "An alarming sign.",
]
TROPHIES = [
    "You won a medal.",
    "A streak of nine days.",
    "Your achievements.",
    "Congratulations.",
    "Level up today.",
    "Well done.",
    "Great job today.",
    "A true champion.",
    "Earn a badge, or a reward.",
    "You are a hero.",
    "Your ranking this week.",
]
KIND = [
    "Not a cure, and not a test.",
    "It promises no cure.",
    "It does not diagnose.",
    "Most back pain is not dangerous.",
    "A missed day is just a missed day.",
    "A slipped or broken vertebra.",
    "The people who treated you know it.",
    "Rest is a wise choice.",
    "Back pain with a fever can be an infection.",
    "You told us about bones that may be thin.",
    "Have you had a broken bone?",
    "Rest is offered without guilt.",
    "It does not treat, and it promises no cure.",
    "Stop when pain passes 4 out of 10.",
    "Most causes turn out not to be serious.",
    "These can be signs that nerves at the base of the spine are squeezed.",
    "Pain that draws back towards the spine is a good sign.",
    "The people who treated your fracture know it.",
    "Do you have a minute?",
    "Well practised.",
]


class TestWordsThatAreRefused:
    @pytest.mark.parametrize("text", [*PROMISES, *DIAGNOSES, *BLAME, *FEAR, *TROPHIES])
    def test_promise_blame_frighten_or_boast(self, text):
        assert [remedy for _, remedy in unkind_words(text) if remedy.startswith("find a calmer word: ")]

    @pytest.mark.parametrize("text", KIND)
    def test_are_not_found_where_something_kind_is_said(self, text):
        assert list(unkind_words(text)) == []
