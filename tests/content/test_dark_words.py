"""Words of not wanting to live open a page: here are lines that must open it, and lines that must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.dark_words import dark_words, dark_words_from_file, opens
from loosen.content.faults import ContentError

ENGLISH = dark_words("en")

MUST_OPEN = [
    "I want to die",
    "i just want to die.",
    "I WANT TO DIE",
    "I don't want to live any more",
    "I don\u2019t want to live anymore",
    "dont want to live",
    "Some days I wish I was dead.",
    "I wish I were dead",
    "They would be better off without me",
    "I'd be better off dead",
    "thinking about suicide again",
    "feeling suicidal tonight",
    "feeling sucidal tonight",
    "I keep thinking of suicde",
    "I could kill myself",
    "I want to kil myself",
    "I want to killl myyyself",
    "going to end my life",
    "I've been thinking about ending my life",
    "I just want to end it all",
    "Can't see the point of living. I don't see the point of living",
    "there is no point in living like this",
    "No reason to live",
    "nothing left to live for",
    "Life isn't worth living with this back",
    "I am so tired of living",
    "I hope I don't wake up tomorrow",
    "I want to fall asleep and never wake up",
    "I don't want to be here any more",
    "I do not want to exist",
    "I thought about taking my own life",
    "wanna die",
    "kms",
    "Good session. But I still want to die.",
    "Not hungry, and I want to die",
    "I can't stop thinking about suicide",
    "The hinge was fine; honestly I want to die",
    "My back is killing me and I want to die",
    "I thought of taking an overdose",
    "Hi\u00ef, i w\u00e0nt to di\u00e9",
    "Why not kill myself",
    "I don't know if I want to live",
    "I'm not sure I want to live",
    "Nobody would miss me",
    "I can't go on like this",
    "Self-harm is on my mind",
    "Tired - want to die",
    "I wish I had never been born",
    "I wish I would not wake up",
    "I wish I wouldn't wake up",
    "I wish I wouldn't wake up at all",
    "I am a burden to everyone",
    "I'm just a burden",
    "can't take this anymore",
    "I can not bear it any more",
    "I don't see a future",
    "I see no future for me",
    "I have been saving up my tablets",
    "hoarding pills again",
    "Everyone is better off if I was gone",
    "I don't want to be around anymore",
    "What's the point of living",
    "I wish it was all over",
    "I have written a goodbye letter",
    "Cut myself on purpose last night",
    "Nothing matters any more",
    "I'd rather not be alive",
    "I wish I wasn't here",
    "I want to sleep forever",
    "I deserve to die",
    "I can't stop thinking about dying",
    "I can't live like this",
    "I have lost all hope",
    "I don't want to be here at all",
]

MUST_NOT_OPEN = [
    "My back is killing me",
    "my back's killing me today",
    "these stairs are killing me",
    "I am dying to try the hip hinge",
    "dying for a cup of tea",
    "I could die of laughing",
    "I nearly died laughing",
    "Thought I would die of embarrassment on the mat",
    "dead tired after work",
    "dead leg for a minute, then fine",
    "The dead bug went well",
    "dead lift at the gym, 20 kg",
    "I could kill for a massage",
    "Killed time with a walk",
    "The pain died down by noon",
    "waiting for it to die down",
    "A cake to die for",
    "I'd rather die than do another plank",
    "I do not want to die",
    "I don't want to die of boredom in this queue",
    "I would never kill myself",
    "I'm not suicidal, just tired",
    "No suicidal thoughts",
    "No thoughts of suicide, the doctor asked",
    "not thinking of ending my life or anything",
    "I never wanted to die",
    "We did suicide sprints at practice",
    "Took a suicide prevention course at work",
    "My life got easier since the walks",
    "Taking my life back, one walk a day",
    "Ended it early because of the phone",
    "I hurt myself lifting a box",
    "My neighbour died, a sad week",
    "Tired of living with this stiff back",
    "I want to live to be a hundred",
    "I want the pain to disappear",
    "I can't go on the floor yet",
    "I know that I want to live",
    "Woke up at five and could not sleep",
    "I never wake up before seven",
    "I don't want to get up",
    "I want to dye my hair",
    "Shot myself in the foot by doing too much",
    "",
    "12345 ... !!!",
    "Did not want to be here at the gym today",
    "I didn't want to be here in the waiting room",
    "I wish I wouldn't wake up at five",
    "I wish I would not wake up so stiff",
    "I don't want to wake up with this neck again",
    "The bags were a burden to everyone",
    "Can't take any more tablets than two a day",
    "I can't take this shoe off any more without a stool",
    "I don't see a future for this old mattress",
    "Saving up for new trainers",
    "Saved my tablets for after breakfast",
    "I could sleep forever after that walk",
    "There was no way out of the car park without turning",
    "I see no way out of the traffic",
    "Cut myself shaving",
    "Putting myself first today",
    "What's the point of the living room mat",
    "The future looks better than last month",
    "I can't live without my morning tea",
    "I wasn't here last week",
    "I wouldn't want to be around when the sofa comes",
    "I do not deserve to sit all day",
]


class TestALineThatMustOpenThePage:
    @pytest.mark.parametrize("line", MUST_OPEN)
    def test_opens_it(self, line: str) -> None:
        assert opens(line, ENGLISH)

    def test_is_tried_in_thirty_ways_or_more(self) -> None:
        assert len(set(MUST_OPEN)) >= 30


class TestALineThatMustNotOpenThePage:
    @pytest.mark.parametrize("line", MUST_NOT_OPEN)
    def test_leaves_it_closed(self, line: str) -> None:
        assert not opens(line, ENGLISH)

    def test_is_tried_in_thirty_ways_or_more(self) -> None:
        assert len(set(MUST_NOT_OPEN)) >= 30


class TestEveryPhrase:
    @pytest.mark.parametrize("phrase", ENGLISH.phrases, ids=" ".join)
    def test_opens_the_page_in_the_middle_of_a_line(self, phrase: tuple[str, ...]) -> None:
        assert opens(f"Walked a little. {' '.join(phrase)}, that is how it is.", ENGLISH)

    @pytest.mark.parametrize("phrase", ENGLISH.harmless, ids=" ".join)
    def test_that_is_harmless_opens_nothing(self, phrase: tuple[str, ...]) -> None:
        assert not opens(f"Walked a little, {' '.join(phrase)} today", ENGLISH)

    @given(st.text(max_size=280))
    def test_is_looked_for_in_whatever_somebody_writes(self, line: str) -> None:
        assert opens(line, ENGLISH) in (True, False)

    @given(st.sampled_from(MUST_OPEN), st.text(alphabet="., \n-!", max_size=5))
    def test_is_found_whatever_stands_around_it(self, line: str, around: str) -> None:
        assert opens(f"{around}.{line}.{around}", ENGLISH)


class TestALanguage:
    def test_of_a_country_has_its_words(self) -> None:
        assert dark_words("en-GB") is ENGLISH

    def test_without_a_list_has_none(self) -> None:
        assert dark_words("tlh") is None


class TestAFileOfDarkWords:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("[en]\n", "1: the format is not named; write 'format = 1' first"),
            ("format = 1\n[en]\nphrase = []\n", "3: there is no key 'phrase' here; did you mean 'phrases'?"),
        ],
        ids=["no format", "an unknown key"],
    )
    def test_is_refused_by_line_fault_and_remedy(self, tmp_path, text, told) -> None:
        path = tmp_path / "dark-words.toml"
        path.write_text(text)

        with pytest.raises(ContentError) as error:
            dark_words_from_file(path)

        assert str(error.value) == f"{path}:{told}"
