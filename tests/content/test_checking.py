"""What `loosen check` says of a faulty file: file, line, fault and remedy."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.checking import check
from loosen.content.loading import HERE, scores
from tests.content.faulty import FAULTS
from tests.content.small import SMALL, spoiled


def told(tmp_path: Path, text: str) -> list[str]:
    """The faults of one file, without its path."""
    path = tmp_path / "small-lean.toml"
    path.write_text(text, encoding="utf-8")
    return [str(fault).removeprefix(f"{path}:") for fault in check(path)]


class TestAWholeScore:
    def test_has_no_fault(self, tmp_path):
        assert told(tmp_path, SMALL) == []


class TestAFaultyScore:
    @pytest.mark.parametrize(("change", "expected"), FAULTS.values(), ids=FAULTS)
    def test_is_refused_by_line_fault_and_remedy(self, tmp_path, change, expected):
        assert told(tmp_path, spoiled(*change)) == [expected]

    def test_is_told_at_both_places_of_an_id_used_twice(self, tmp_path):
        twice = spoiled('id      = "rise"', 'id      = "lean"').replace("stays = { lean = 0 }\n", "")

        assert told(tmp_path, twice) == [
            "19: the phrase id 'lean' is used twice; give each phrase its own id",
            "26: the phrase id 'lean' is used twice; give each phrase its own id",
        ]

    def test_is_told_all_its_faults_in_the_order_of_lines(self, tmp_path):
        faulty = spoiled("At the table.", "At the table!").replace("most = 10", "most = 5")

        assert [fault.split(":")[0] for fault in told(tmp_path, faulty)] == ["11", "48"]


WRITTEN = {slug: (HERE / "movements" / f"{slug}.toml").read_text(encoding="utf-8") for slug in scores()}
ASSIGNED = re.compile(r"^(?!format|reviewed)([a-z_-]+)(?= *=)", re.MULTILINE)
"""Every key that begins a line, but those two whose absence is told first."""


@st.composite
def misspelt_keys(draw) -> tuple[str, str, int, str]:
    """A movement with one key misspelt somewhere: slug, text, line and the key as it stands."""
    slug = draw(st.sampled_from(sorted(WRITTEN)))
    text = WRITTEN[slug]
    key = draw(st.sampled_from(list(ASSIGNED.finditer(text))))
    wrong = draw(st.sampled_from([f"{key[0]}-zz", f"zz_{key[0]}"]))
    return slug, text[: key.start()] + wrong + text[key.end() :], text[: key.start()].count("\n") + 1, wrong


class TestAMisspeltKeyAnywhere:
    @given(misspelt_keys())
    def test_is_refused_by_name_and_line(self, tmp_path_factory, misspelt):
        slug, text, line, key = misspelt
        path = tmp_path_factory.mktemp("misspelt") / f"{slug}.toml"
        path.write_text(text, encoding="utf-8")

        (fault,) = check(path)

        assert fault.line == line
        assert repr(key) in fault.fault


@pytest.fixture
def content(tmp_path) -> Path:
    """The whole content, to be spoiled."""
    return Path(shutil.copytree(HERE, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


class TestTheContentThatTravelsWithTheProgram:
    def test_has_no_fault(self):
        assert [str(fault) for fault in check()] == []


class TestAFolderOfContent:
    def faults(self, content: Path) -> list[str]:
        return [str(fault).removeprefix(f"{content}/") for fault in check(content)]

    def test_is_whole_when_copied(self, content):
        assert self.faults(content) == []

    def test_refuses_a_session_that_does_not_begin_with_the_breath(self, content):
        spoil(content / "programmes" / "gentle-start.toml", 'movement = "seated-breath"', 'movement = "hip-hinge"')

        (fault,) = self.faults(content)

        assert fault.endswith("the session 'morning' does not begin with the breath; put seated-breath first")

    def test_refuses_a_programme_with_a_movement_that_is_not_there(self, content):
        spoil(content / "programmes" / "gentle-start.toml", 'movement = "cat-cow"', 'movement = "lion"')

        (fault,) = self.faults(content)

        assert fault.startswith(
            "programmes/gentle-start.toml:33: there is no movement 'lion'; use one of ankle-pumps, arm-circles"
        )

    @pytest.mark.parametrize(
        ("old", "new", "fault"),
        [
            ('after  = ["build",', 'after  = ["gentle-start",', "there is no other programme 'gentle-start'"),
            ('after  = ["build",', 'after  = ["lion",', "there is no other programme 'lion'"),
            ('begins = ["morning"]', 'begins = ["full"]', "it does not begin with sessions of its own"),
            ('begins = ["morning"]', "begins = []", "it does not begin with sessions of its own"),
            ('part = "noon"', 'part = "morning"', "two sessions are for the same part of the day"),
            ('part = "small"', 'part = "full"', "there is no one small thing"),
            ("most_minutes  = 2", "most_minutes  = 3", "one small thing is more than that"),
            ('sources = ["article",', 'sources = ["hearsay",', "there is no source 'hearsay'"),
            ("begins = [", 'resets = ["jump"]\nbegins = [', "there is no reset 'jump'"),
            ("some do not.", "it will heal you.", "promises that something heals"),
        ],
        ids=[
            "after itself", "after nothing", "begins elsewhere", "begins with nothing", "a part twice", "nothing small",
            "much for a small thing", "no source", "no reset", "a promise",
        ],
    )  # fmt: skip
    def test_refuses_a_programme_that_is_not_whole(self, content, old, new, fault):
        spoil(content / "programmes" / "gentle-start.toml", old, new)

        assert any(fault in told for told in self.faults(content))

    @pytest.mark.parametrize(
        ("old", "new", "fault"),
        [
            ('"seated-w"', '"lion"', "there is no movement 'lion'"),
            ('"seated-w"', '"seated-breath"', "is rest with the breath"),
            ('"seated-w"', '"floor-angels"', "names no two different movements"),
            ('sources  = ["article"', 'sources  = ["hearsay"', "there is no source 'hearsay'"),
            ("format   = 1", "format   = 9", "format 9 is newer"),
        ],
        ids=["unknown", "a breath", "twice", "no source", "newer"],
    )
    def test_refuses_a_pool_that_is_not_whole(self, content, old, new, fault):
        spoil(content / "rotation.toml", old, new)

        assert any(told.startswith("rotation.toml:") and fault in told for told in self.faults(content))

    def test_refuses_minutes_out_of_order(self, content):
        spoil(content / "programmes" / "gentle-start.toml", "least_minutes = 5", "least_minutes = 9")

        (fault,) = self.faults(content)

        assert fault.endswith("the minutes are not in order; give 0 < least <= most")

    def test_refuses_a_session_without_movements(self, content):
        path = content / "programmes" / "gentle-start.toml"
        path.write_text(
            path.read_text() + '[[session]]\npart = "before-run"\nleast_minutes = 1\nmost_minutes = 2\nmovement = []\n'
        )

        (fault,) = self.faults(content)

        assert fault.endswith("the session 'before-run' is empty; add [[session.movement]]")

    def test_refuses_a_sentence_that_frightens(self, content):
        spoil(content / "words" / "rules.toml", 'say = "This is your usual session."', 'say = "That would damage you."')

        (fault,) = self.faults(content)

        assert fault.endswith("the text says 'damage'; find a calmer word: damage frightens and is seldom so")

    def test_refuses_a_rule_without_a_sentence(self, content):
        path = content / "words" / "rules.toml"
        path.write_text(path.read_text() + '[zebra]\none = "One."\n')

        (fault,) = self.faults(content)

        assert fault.endswith("zebra has no one form; give 'say', or 'count' with 'one' and 'other'")

    def test_refuses_a_question_that_cites_an_unknown_source(self, content):
        spoil(content / "screening.toml", '"girft-ces-2023"', '"hearsay"')

        assert all("there is no source 'hearsay'; use one of" in fault for fault in self.faults(content))
        assert self.faults(content)

    @pytest.mark.parametrize(
        ("name", "old", "new", "line"),
        [
            ("words/urgent.toml", "It is rare. When", "The damage is rare. When", "why = "),
            ("words/player.toml", '"Breathe in"', '"Your fault"', "in   = "),
            ("words/rising.toml", 'say = "', 'say = "Never bend. ', "say = "),
            ("screening.toml", "These are rare too.", "Wear and tear is rare.", "lead = "),
            ("programmes/gentle-start.toml", '"Gentle start"', '"Champion start"', "name "),
        ],
    )
    def test_refuses_an_unkind_word_wherever_it_stands(self, content, name, old, new, line):
        spoil(content / name, old, new)

        (fault,) = self.faults(content)

        place, _, told = fault.partition(": the text says ")
        assert "find a calmer word: " in told
        written = (content / name).read_text(encoding="utf-8").splitlines()
        assert written[int(place.rpartition(":")[2]) - 1].startswith(line)

    def test_refuses_an_answer_that_leads_to_no_card(self, content):
        spoil(content / "screening.toml", 'words = "ces"', 'words = "cess"')

        (fault,) = self.faults(content)

        assert "there is no card 'cess'; use one of" in fault

    def test_refuses_a_condition_that_is_there_twice(self, content):
        spoil(content / "conditions.toml", 'id = "fracture-later"', 'id = "fracture"')

        assert any("'fracture' is there twice" in fault for fault in self.faults(content))

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ('"trunk-turn"', '"trunk-twist"', "there is no measure 'trunk-twist'"),
            ('tags_off = ["lying-flat", ', 'tags_off = ["lying-flatt", ', "there is no tag 'lying-flatt'"),
            ('only = ["circulation", ', 'only = ["circulating", ', "there is no tag 'circulating'"),
            ('gentlest = ["thigh-lifted"]', 'gentlest = ["knee-lifted"]', "there is no tag 'knee-lifted'"),
            ("reach = { trunk-lean", "reach = { trunk-leans", "there is no tag 'trunk-leans'"),
            ("repetitions = { spine-flexion", "repetitions = { spine-flex", "there is no tag 'spine-flex'"),
            ('say = "being pregnant"', 'say = ""', "'pregnant' has no name or no sentence"),
            ('words = "ask-surgery"', 'words = "ask-surgeon"', "there is no card 'ask-surgeon'"),
            ('asks = ["Is there a rule of', 'advised = ["Is there a rule of', "there is no key 'advised'"),
        ],
    )
    def test_refuses_a_limit_that_would_be_silent(self, content, old, new, told):
        spoil(content / "conditions.toml", old, new)

        (fault,) = self.faults(content)

        assert told in fault

    @pytest.mark.parametrize(
        "name",
        ["tags.toml", "sources.toml", "postures.toml", "screening.toml", "emergency.toml", "words/urgent.toml",
         "words/player.toml", "words/rising.toml"],
    )  # fmt: skip
    def test_refuses_a_file_that_is_not_toml(self, content, name):
        (content / name).write_text("this is = = not TOML\n")

        faults = self.faults(content)

        assert [fault.startswith(f"{name}:1: this is not TOML") for fault in faults] == [True]

    def test_refuses_a_file_that_is_not_there(self, content):
        (content / "tags.toml").unlink()

        assert (
            "tags.toml:0: the file cannot be read (no such file or directory); check its place and rights"
            in self.faults(content)
        )

    def test_refuses_a_movement_that_is_not_text(self, content):
        (content / "movements" / "bridge.toml").write_bytes(b"\xff\xfe\x00")

        assert "movements/bridge.toml:0: the file is not UTF-8 text; save it as UTF-8" in self.faults(content)


class TestAFileInsideAContent:
    @pytest.mark.parametrize(
        ("name", "old", "new"),
        [
            ("movements/bridge.toml", "most = 8", "most = 2"),
            ("programmes/gentle-start.toml", "least_minutes = 5", "least_minutes = 9"),
            ("words/rules.toml", "say = ", "says = "),
            ("sources.toml", "gave  =", "gives  ="),
        ],
    )
    def test_is_judged_in_its_place_and_alone(self, content, name, old, new):
        spoil(content / name, old, new)
        spoil(content / "movements" / "cat-cow.toml", "range = 0.5", "range = 5.0")

        faults = check(content / name)

        assert {fault.path for fault in faults} == {content / name}

    def test_without_a_fault_is_silent(self, content):
        assert check(content / "programmes" / "gentle-start.toml") == []


class TestAFolderOfMovements:
    def test_is_checked_movement_by_movement(self, tmp_path):
        (tmp_path / "good-lean.toml").write_text(SMALL)
        another_lean = spoiled("most = 10", "most = 5").replace("lean_deg = 25", "lean_deg = 24")
        (tmp_path / "poor-lean.toml").write_text(another_lean)

        assert [fault.path.name for fault in check(tmp_path)] == ["poor-lean.toml"]


class TestAPathThatCannotBeRead:
    def test_is_the_callers_business(self, tmp_path):
        with pytest.raises(FileNotFoundError):
            check(tmp_path / "nothing.toml")
