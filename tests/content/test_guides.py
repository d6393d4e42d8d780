"""Guides, resets and the pictures they show: how a fault is told, and that the real ones keep their word."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from loosen.content import loading
from loosen.content.checking import check
from loosen.content.faults import ContentError, Fault
from loosen.content.guide_checking import faults_of_guide, faults_of_resets
from loosen.content.guide_rules import Known
from loosen.content.guides import GuideKind, guide_from_file, guides
from loosen.content.loading import HERE
from loosen.content.pictures import pictures, pictures_from_file
from loosen.content.resets import drawings_of, resets, resets_from_file

GRADE = 7.0
"""The highest school grade of a guide by Flesch and Kincaid: a reader of about twelve."""

FRACTURE = {"thin-bones", "old-fracture", "fracture"}
FOR_ALL_BUT_SOME = re.compile(r"back is strong|you have come through|does not mean that something", re.IGNORECASE)
"""What is untrue for somebody with a fracture, thin bones or cancer. Source: practice J."""


BEND, RESETS, PICTURES = HERE / "guides" / "bend.toml", HERE / "resets.toml", HERE / "pictures.toml"


def known() -> Known:
    """All that guides and resets may refer to."""
    return Known(
        loading.scores(),
        drawings_of(loading.scores(), pictures()),
        loading.vocabulary(),
        loading.sources(),
        loading.practice().screening.questions,
    )


def spoiled(file: Path, tmp_path: Path, old: str, new: str) -> Path:
    """Return a copy of a file with one thing changed in it."""
    text = file.read_text()
    assert old in text
    (tmp_path / file.name).write_text(text.replace(old, new, 1))
    return tmp_path / file.name


def told(faults: Sequence[Fault]) -> list[str]:
    """The faults of one file, as line, fault and remedy."""
    return [f"{fault.line}: {fault.fault}; {fault.remedy}" for fault in faults]


GUIDE_FAULTS = {
    "a movement there is none of": ('practise = ["hip-hinge"', 'practise = ["hip-hunch"', "there is no movement"),
    "a source there is none of": ('"saraceni-2020", "snook', '"saraceny", "snook', "there is no source 'saraceny'"),
    "a question nobody asks": ('when = ["thin-bones"', 'when = ["thin-bone"', "there is no question 'thin-bone'"),
    "a drawing there is none of": ('"hip-hinge"\nposture', '"hip-hunch"\nposture', "no movement or picture"),
    "a posture that is not drawn": ('posture  = "folded"', 'posture  = "bent"', "there is no posture 'bent'"),
    "a kind there is none of": ('kind     = "carry-over"', 'kind     = "lecture"', "write one of carry-over, toolkit"),
    "an unkind word": ("Backs are made to bend.", "Never bend.", "the text says 'Never bend'"),
    "too many words": ("Backs are made to bend.", "Backs bend. " * 90, "words; keep it between 150"),
    "a slug": ('title    = "Bending"', 'slug = "x"\ntitle = "Bending"', "a guide does not name its slug"),
    "an empty section": ('text = "This way suits the sink, the dishwasher and the boot of the car."\npoints', "other",
                         "there is no key 'other'"),
    "words for some that do not say so": ('"For you, keep your head high"', '"Keep your head high"', "does not say so"),
}  # fmt: skip


class TestAFaultyGuide:
    @pytest.mark.parametrize(("old", "new", "expected"), GUIDE_FAULTS.values(), ids=GUIDE_FAULTS)
    def test_is_told_with_its_place_and_remedy(self, tmp_path, old, new, expected):
        faults = told(faults_of_guide(spoiled(BEND, tmp_path, old, new), known()))

        assert expected in faults[0]

    def test_with_a_section_that_says_nothing_is_told(self, tmp_path):
        path = spoiled(BEND, tmp_path, 'heading = "Try it today"\ntext', 'heading = "Nothing"\n[[section]]\ntext')

        assert any("says nothing; add text or points" in fault for fault in told(faults_of_guide(path, known())))

    def test_is_found_by_the_check_of_the_whole_content(self, tmp_path):
        home = Path(shutil.copytree(HERE, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__")))
        for file in (BEND, RESETS):
            spoiled(file, home, "format   = 1" if file is BEND else "format = 1", "format = 9")
        shutil.move(home / "bend.toml", home / "guides" / "bend.toml")

        found = [fault for fault in check(home) if "format 9" in fault.fault]

        assert [fault.path.name for fault in found] == ["bend.toml", "resets.toml"]


RESET_FAULTS = {
    "too long": ("seconds = 30", "seconds = 80", "lasts 102 seconds; keep it between 30 and 60"),
    "a tag that is missing": ('tags      = ["seated", "spine-flexion", "belly-effort"]', 'tags = ["belly-effort"]',
                              "the tag 'seated' is missing"),
    "a tag of the movement it shows whole": ('"leg-strength", "belly-effort"]', '"belly-effort"]',
                                             "the tag 'leg-strength' is missing: the movement 'sit-to-stand' has it"),
    "a posture that is not drawn": ('postures = ["roll-up", "roll-back"]', 'postures = ["roll"]', "is not drawn"),
    "a drawing there is none of": ('drawing   = "seated-tilt"', 'drawing = "seated-tip"', "no movement or picture"),
    "more words than time": ("seconds = 7\n", "seconds = 1\n", "too much for 1 seconds"),
    "a caption too long": ('"Toes up, heels up, at an easy pace."', '"' + "Toes up, down. " * 5 + 'Rest."', "letters"),
    "an unkind word": ("Heavy hands, soft jaw.", "This will fix you.", "the text says 'fix'"),
    "a source there is none of": ('["footstool-2019"]', '["footstool"]', "there is no source 'footstool'"),
    "an id used twice": ('id        = "rock"', 'id        = "settle"', "the id 'settle' is there 2 times"),
    "too few for a moment": ('where     = "lying"', 'where     = "sitting"', "there are 2 resets for lying"),
}  # fmt: skip


class TestFaultyResets:
    @pytest.mark.parametrize(("old", "new", "expected"), RESET_FAULTS.values(), ids=RESET_FAULTS)
    def test_are_told_with_place_and_remedy(self, tmp_path, old, new, expected):
        faults = told(faults_of_resets(spoiled(RESETS, tmp_path, old, new), known()))

        assert any(expected in fault for fault in faults)

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("reset = 5", "'reset' is not a list"),
            ('reset = ["a"]', "write it as a table of keys"),
            ('[[resets]]\nid = "settle"', "there is no key 'resets' here"),
            ("", "'reset' is missing"),
        ],
        ids=["a number", "a list of words", "another name", "nothing"],
    )
    def test_of_another_form_are_told_and_break_nothing(self, tmp_path, written, expected):
        (tmp_path / "resets.toml").write_text(f"format = 1\n{written}\n")

        (fault,) = told(faults_of_resets(tmp_path / "resets.toml", known()))

        assert expected in fault

    def test_without_one_for_a_moment_are_told(self, tmp_path):
        (tmp_path / "resets.toml").write_text(RESETS.read_text().replace('= "lying"', '= "sitting"'))

        faults = told(faults_of_resets(tmp_path / "resets.toml", known()))

        assert "there is no reset for lying; write at least 3" in faults[0]

    def test_of_a_newer_program_are_refused(self, tmp_path):
        (tmp_path / "resets.toml").write_text("format = 2")

        with pytest.raises(ContentError, match="format 2 is newer"):
            resets_from_file(tmp_path / "resets.toml", {})


class TestAFaultyPicture:
    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ('{ posture = "right", seconds', '{ posture = "rite", seconds', "the posture 'rite' is not drawn"),
            ('kind = "bed"', 'kind = "sofa"', "'sofa' is none of"),
            ("[picture.lifting.figure]", "[picture.lifting.scene]", "there is no key 'scene'"),
            ("[picture.lifting.figure]", "[pictures.lifting.figure]", "there is no key 'pictures'"),
        ],
        ids=["a loop to nowhere", "a thing there is none of", "an unknown key", "an unknown table"],
    )
    def test_is_told_with_its_place(self, tmp_path, old, new, expected):
        with pytest.raises(ContentError, match=expected) as refused:
            pictures_from_file(spoiled(PICTURES, tmp_path, old, new), loading.shared())

        assert refused.value.faults[0].line > 1


class TestEveryGuide:
    def test_of_the_day_and_beside_the_practice_is_there(self):
        kinds = {kind: [g.slug for g in guides().values() if g.kind is kind] for kind in GuideKind}

        assert kinds[GuideKind.CARRY_OVER] == ["bend", "rise", "out-of-bed", "lift", "stand", "walk", "sit"]
        assert kinds[GuideKind.TOOLKIT] == ["sleep", "food", "stress", "flare", "clinician", "class"]

    @pytest.mark.parametrize("slug", guides())
    def test_can_be_read_at_about_twelve(self, slug):
        guide = guides()[slug]
        texts = [text for s in guide.sections for text in (s.text, *s.points) if text]

        assert grade(" ".join([*texts, *(step.say for step in guide.steps)])) <= GRADE

    @pytest.mark.parametrize("slug", guides())
    def test_promises_nothing_about_a_back_that_broke_or_may_be_ill(self, slug):
        for told_of in (*({each} for each in FRACTURE), {"ca1"}):
            said = guides()[slug].sections_for(frozenset(told_of))

            assert not FOR_ALL_BUT_SOME.search(" ".join(section.text for section in said))

    @pytest.mark.parametrize("slug", guides())
    def test_is_not_yet_reviewed(self, slug):
        assert not guides()[slug].reviewed

    def test_says_what_is_for_somebody_alone_to_them_and_first(self):
        bend = guides()["bend"]

        assert "thin-bones" in bend.sections_for(frozenset({"thin-bones"}))[0].when
        assert not any(section.when for section in bend.sections_for(frozenset()))

    def test_of_another_form_is_refused(self, tmp_path):
        (tmp_path / "bend.toml").write_text("format = 1\ntitle = 3\n")

        with pytest.raises(ContentError, match="'title' is 3; write text in quotes"):
            guide_from_file(tmp_path / "bend.toml")


class TestEveryReset:
    @pytest.mark.parametrize("reset", resets(), ids=lambda reset: reset.id)
    def test_speaks_of_changing_and_never_of_putting_right(self, reset):
        said = " ".join([reset.name, *(step.say for step in reset.steps)])

        assert not re.search(r"\b(correct|straighten|should|must|posture|slouch)\b", said, re.IGNORECASE)

    def test_shows_postures_that_are_drawn(self):
        drawn = drawings_of(loading.scores(), pictures())

        assert all(name in drawn[r.drawing] for r in resets() for step in r.steps for name in step.postures)


def grade(text: str) -> float:
    """Return the school grade of Flesch and Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    sentences = [each for each in re.split(r"[.?:;]+", text) if each.strip()]
    words = re.findall(r"[a-z']+", text.lower())
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    sounded = re.sub(r"(?<![aeiouy])e$|(?<=[^td])ed$|(?<=[^sxzcg])es$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", sounded)))
