"""The ledger is refused where a rule lacks a sentence, a source, a test or a row; and its numbers are the program's."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from loosen.content.checking import check
from loosen.content.faults import ContentError, ShapeError
from loosen.content.ledger import ledger, ledger_from_file, with_numbers
from loosen.content.loading import HERE
from loosen.core import advice, course, evening, morning


@pytest.fixture
def content(tmp_path) -> Path:
    """The whole content, to be spoiled."""
    return Path(shutil.copytree(HERE, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


def faults(content: Path, file: str, old: str, new: str) -> list[str]:
    """What is said after one change."""
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [str(fault).removeprefix(f"{content}/") for fault in check(content)]


def line_of(content: Path, file: str, text: str) -> int:
    lines = (content / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


class TestARuleThatIsNotWhole:
    def test_without_a_row_is_told_at_its_sentence(self, content):
        told = faults(content, "words/rules.toml", "[comes-later]", "[comes-soon]")

        at = line_of(content, "words/rules.toml", "[comes-soon]")
        fault = f"words/rules.toml:{at}: the rule 'comes-soon' has no row in the ledger; write [rule.comes-soon] in"
        assert any(each.startswith(fault) for each in told)

    def test_without_a_sentence_is_told_at_its_row(self, content):
        told = faults(content, "ledger.toml", "[rule.comes-later]", "[rule.comes-soon]")

        at = line_of(content, "ledger.toml", "[rule.comes-soon]")
        assert (
            f"ledger.toml:{at}: the rule 'comes-soon' has no sentence; write [comes-soon] in words/rules.toml" in told
        )

    @pytest.mark.parametrize(
        ("old", "new", "fault"),
        [
            ('sources = ["silbernagel-pain-monitoring"]', "sources = []", "has no source; name one of sources.toml"),
            (
                'sources = ["silbernagel-pain-monitoring"]',
                'sources = ["hearsay"]',
                "there is no source 'hearsay'; use one of acog-2020",
            ),
            ('evidence = "reasoned"', 'evidence = "certain"', "there is no grade 'certain'; use one of consensus"),
            ('chapter = "pace"', 'chapter = "hurry"', "there is no chapter 'hurry'; use one of absence"),
            (
                'test = "tests/core/test_pacing.py::TestAfterASmallIncrease"',
                'test = "by hand"',
                "'by hand' names no test; write tests/FILE.py::TestClass, or with ::test_name",
            ),
            (
                'numbers = "more than {morning.GREEN_POINTS}',
                'numbers = "more than 1',
                "the number 1 stands by itself; name a constant of core: {module.NAME}",
            ),
            (
                "{morning.GREEN_POINTS}",
                "{morning.BLUE_POINTS}",
                "core/morning.py has no number BLUE_POINTS; name one that it defines",
            ),
            (
                "{morning.GREEN_POINTS}",
                "{evenings.GREEN_POINTS}",
                "core has no module 'evenings'; name the module that holds the number",
            ),
        ],
        ids=["no source", "an unknown source", "a grade", "a chapter", "no test", "a digit", "a name", "a module"],
    )
    def test_is_told_with_its_fault_and_remedy(self, content, old, new, fault):
        text = (content / "ledger.toml").read_text(encoding="utf-8")
        of_the_rule = text[text.index("[rule.small-increase]") :].split("\n\n")[0]

        (told,) = faults(content, "ledger.toml", of_the_rule, of_the_rule.replace(old, new, 1))

        assert fault in told
        assert told.startswith(f"ledger.toml:{line_of(content, 'ledger.toml', new)}: ")


class TestAQuestionOrCondition:
    @pytest.mark.parametrize(("name", "file"), [("CES1", "screening.toml"), ("glaucoma", "conditions.toml")])
    def test_without_a_test_is_told_where_it_stands(self, content, name, file):
        line = next(
            line for line in (content / "ledger.toml").read_text(encoding="utf-8").splitlines() if f"{name} = " in line
        )

        (told,) = faults(content, "ledger.toml", f"{line}\n", "")

        assert told.startswith(f"{file}:")
        assert f"{name} has no test; name one in ledger.toml, under [test]: {name} = ..." in told

    def test_that_is_gone_leaves_no_line(self, content):
        (told,) = faults(content, "ledger.toml", "[test]\n", '[test]\nLUCK1 = "tests/core/test_luck.py::TestLuck"\n')

        assert told.endswith("there is no question's rule or condition 'LUCK1'; take the line out")


class TestACard:
    def test_that_nothing_leads_to_is_told(self, content):
        told = faults(content, "ledger.toml", "[finding.told-dizzy]", "[finding.told-dizzier]")

        assert any("nothing leads to the card 'told-dizzy'; write [finding.told-dizzy] in" in each for each in told)
        assert any("the finding 'told-dizzier' has no card; write [told-dizzier] in" in each for each in told)


class TestAPromise:
    def test_names_a_test(self, content):
        told = faults(content, "ledger.toml", "::TestReadingBack", "")

        assert any("'tests/core/test_screening.py' names no test" in each for each in told)


class TestAFileThatIsNoLedger:
    def test_is_refused_by_line_fault_and_remedy(self, tmp_path):
        path = tmp_path / "ledger.toml"
        path.write_text("format = 1\n[chapters]\n")

        with pytest.raises(ContentError, match="there is no key 'chapters' here; did you mean 'chapter'"):
            ledger_from_file(path)


class TestNumbers:
    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("{morning.RED_POINTS} points", f"{morning.RED_POINTS} points"),
            ("share {course.AFTER_AMBER}", "share 0.75"),
            ("{advice.SAID_AGAIN} days", f"{advice.SAID_AGAIN // timedelta(days=1)} days"),
            ("{course.AWAY}", "14 or more: 0.5, 4 or more: 0.75"),
            ("{course.NEXT_SHARE}", "0 to 0.6, 0.6 to 0.8, 0.8 to 1, 0.5 to 0.75, 0.75 to 1"),
            ("{course.RISES_BY_PRACTICE}", ", ".join(sorted(course.RISES_BY_PRACTICE))),
            ("{evening.SHARP_HOLD}", evening.SHARP_HOLD),
        ],
    )
    def test_are_those_of_the_program(self, written, shown):
        assert with_numbers(written) == shown

    def test_that_core_does_not_have_are_refused(self):
        with pytest.raises(ShapeError):
            with_numbers("{morning.LUCK}")


class TestTheLedgerThatTravelsWithTheProgram:
    def test_reviews_nothing_before_somebody_has(self):
        rows = [*ledger().rules.values(), *ledger().findings.values()]

        assert len(rows) > 80
        assert not [row for row in rows if row.reviewed]
