"""The command line: what the interface table promises, and one message with a remedy for what cannot be done."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from loosen import __version__, cli
from loosen.content.loading import scores
from loosen.exchange import record_json
from tests.people import MARIA, steady, this_morning
from tests.real_server import ROOT, RealServer

GOLDEN = ROOT / "tests" / "golden"
NOW = "2026-11-22T07:30"


class Said:
    """What a command printed, and how it ended."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def json(self) -> Any:
        assert self.status == 0, self.err
        return json.loads(self.out)


Loosen = Callable[..., Said]


@pytest.fixture
def loosen(capsys: pytest.CaptureFixture[str]) -> Loosen:
    def run(*arguments: str) -> Said:
        try:
            status = cli.run(arguments)
        except SystemExit as left:
            status = int(left.code or 0)
        printed = capsys.readouterr()
        return Said(status, printed.out, printed.err)

    return run


@pytest.fixture
def record(tmp_path: Path) -> Path:
    file = tmp_path / "record.json"
    file.write_text(record_json.write(this_morning(steady(MARIA), 4)))
    return file


class TestPlan:
    def test_prints_the_day_with_its_sessions_steps_and_reasons(self, loosen: Loosen, record: Path) -> None:
        day = loosen("plan", str(record), "--at", NOW).json

        assert (day["outcome"], day["day"]) == ("day", "2026-11-22")
        [session] = day["sessions"]
        assert session["duration_s"] > 200
        assert session["steps"][0]["movement"] == "seated-breath"

    def test_reads_a_time_without_offset_in_the_records_zone(self, loosen: Loosen, record: Path) -> None:
        """In Berlin, where MARIA lives, half past three at night is still the day before."""
        assert loosen("plan", str(record), "--at", "2026-11-22T03:30").json["day"] == "2026-11-21"
        assert loosen("plan", str(record), "--at", "2026-11-22T03:30+00:00").json["day"] == "2026-11-22"

    def test_says_the_same_twice(self, loosen: Loosen, record: Path) -> None:
        assert loosen("plan", str(record), "--at", NOW).out == loosen("plan", str(record), "--at", NOW).out

    def test_follows_its_own_schema(self, loosen: Loosen, record: Path) -> None:
        schema = loosen("schema", "plan").json

        jsonschema.validate(loosen("plan", str(record), "--at", NOW).json, schema)

    @pytest.mark.parametrize("golden", sorted(file.parent.name for file in GOLDEN.glob("*/record.json")))
    def test_prints_a_day_or_a_referral_for_everybody_in_the_golden_cast(self, loosen: Loosen, golden: str) -> None:
        printed = loosen("plan", str(GOLDEN / golden / "record.json"), "--at", NOW).json

        assert printed["outcome"] in {"day", "referral"}


class TestPlanOfAProgramme:
    def test_prints_what_is_said_of_it_and_the_day_with_its_reasons(self, loosen: Loosen) -> None:
        said = loosen("plan", "walking", "--day", "2")

        assert (said.status, said.err) == (0, "")
        assert said.out.startswith("Walking\n  For anybody who can walk a little")
        assert "\nDay 2\n" in said.out
        assert "  This morning, " in said.out
        assert "  One small thing, " in said.out
        assert "  A walk, 5 minutes\n" in said.out
        assert "Day 1\n" not in said.out

    def test_offers_a_small_step_in_its_own_words(self, loosen: Loosen) -> None:
        assert "Would you like one small step more" in loosen("plan", "gentle-start", "--day", "4").out

    def test_without_a_day_prints_three(self, loosen: Loosen, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("loosen.commands.SHOWN_DAYS", (1, 3))

        said = loosen("plan", "build").out

        assert [line for line in said.splitlines() if line.startswith("Day ")] == ["Day 1", "Day 3"]

    def test_says_that_a_day_belongs_to_a_programme(self, loosen: Loosen, record: Path) -> None:
        said = loosen("plan", str(record), "--day", "3")

        assert said.status == 2
        assert "--day belongs to a programme; choose one of build, desk-worker" in said.err


class TestExplain:
    def test_prints_a_line_for_every_movement(self, loosen: Loosen, record: Path) -> None:
        said = loosen("explain", str(record), "--at", NOW)

        assert (said.status, said.err) == (0, "")
        assert [line.split()[0] for line in said.out.splitlines()] == ["2026-11-22", *sorted(scores())]

    @pytest.mark.parametrize(
        ("golden", "told"), [("small-increase", "75% of the dose"), ("large-increase", "the least session")]
    )
    def test_says_first_what_kind_of_day_it_is(self, loosen: Loosen, golden: str, told: str) -> None:
        said = loosen("explain", str(GOLDEN / golden / "record.json"), "--at", NOW).out

        assert said.startswith(f"2026-11-22  a day: usual pain 3 of 10; {told}; advice: ")

    def test_says_first_what_was_found_and_how_soon_it_is_looked_at(self, loosen: Loosen) -> None:
        said = loosen("explain", str(GOLDEN / "emergency" / "record.json"), "--at", NOW).out

        first, second, *movements = said.splitlines()
        assert first.startswith("2026-11-22  referral: [CES1, T0: an emergency department, now] Please go")
        assert second == "2026-11-22  no movement is given"
        assert all("[referral: CES1, an emergency department, now]" in line for line in movements)

    @pytest.mark.parametrize("golden", sorted(file.parent.name for file in GOLDEN.glob("*/explained.txt")))
    def test_prints_what_is_written_beside_the_golden_mornings(self, loosen: Loosen, golden: str) -> None:
        said = loosen("explain", str(GOLDEN / golden / "record.json"), "--at", NOW)

        assert said.out == (GOLDEN / golden / "explained.txt").read_text(encoding="utf-8")


class TestTimeline:
    def test_prints_cues_that_follow_each_other(self, loosen: Loosen) -> None:
        cues = loosen("timeline", "cat-cow", "--reps", "2").json

        assert cues[0]["at_s"] == 0
        ends = [cue["at_s"] + cue["duration_s"] for cue in cues]
        assert ends[:-1] == pytest.approx([cue["at_s"] for cue in cues[1:]])
        assert {cue["repetition"] for cue in cues} == {1, 2}

    def test_breathes_slower_with_a_longer_count(self, loosen: Loosen) -> None:
        quick, slow = (loosen("timeline", "cat-cow", "--count-s", count).json for count in ("1.0", "1.5"))

        assert slow[-1]["at_s"] == pytest.approx(1.5 * quick[-1]["at_s"])


class TestSimulate:
    def test_prints_a_record_that_can_be_planned(self, loosen: Loosen, tmp_path: Path) -> None:
        file = tmp_path / "simulated.json"
        file.write_text(loosen("simulate", "--days", "30", "--seed", "7", "--until", NOW).out)

        assert loosen("plan", str(file), "--at", NOW).json["outcome"] in {"day", "referral"}

    def test_is_the_same_for_the_same_seed_and_another_for_another(self, loosen: Loosen) -> None:
        first, again, other = (
            loosen("simulate", "--days", "20", "--seed", seed, "--until", NOW).out for seed in ("3", "3", "4")
        )

        assert first == again != other

    def test_follows_the_published_schema(self, loosen: Loosen) -> None:
        schema = loosen("schema", "record").json

        jsonschema.validate(loosen("simulate", "--days", "9", "--until", NOW).json, schema)


class TestCheck:
    def test_finds_nothing_to_mend_in_what_is_shipped(self, loosen: Loosen) -> None:
        said = loosen("check")

        assert said.status == 0
        assert said.out.endswith("files of content: in order.\n")

    def test_refuses_a_folder_with_nothing_to_check(self, loosen: Loosen, tmp_path: Path) -> None:
        said = loosen("check", str(tmp_path))

        assert said.status == 2
        assert "nothing to check here" in said.err

    def test_names_file_line_fault_and_remedy_and_ends_with_one(self, loosen: Loosen, tmp_path: Path) -> None:
        movement = ROOT / "src" / "loosen" / "content" / "movements" / "cat-cow.toml"
        faulty = tmp_path / "cat-cow.toml"
        faulty.write_text(movement.read_text().replace("\nposition", "\npositon", 1))

        said = loosen("check", str(faulty))

        assert said.status == 1
        line = 1 + movement.read_text()[: movement.read_text().index("\nposition") + 1].count("\n")
        assert f"{faulty}:{line}: " in said.out
        assert "; " in said.out


class TestLedger:
    def test_prints_the_page_of_the_rules(self, loosen: Loosen) -> None:
        said = loosen("ledger")

        assert said.status == 0
        assert said.out.startswith("# Safety: ")
        assert "| `small-increase` 1 |" in said.out

    def test_finds_the_page_in_order(self, loosen: Loosen, tmp_path: Path) -> None:
        page = tmp_path / "safety.md"
        page.write_text(loosen("ledger").out)

        said = loosen("ledger", "--compare", str(page))

        assert (said.status, said.out) == (0, "")

    def test_says_at_which_line_a_page_is_old_and_how_to_write_it_anew(self, loosen: Loosen, tmp_path: Path) -> None:
        page = tmp_path / "safety.md"
        page.write_text(loosen("ledger").out.replace("share 0.75", "share 0.9", 1))

        said = loosen("ledger", "--compare", str(page))

        line = 1 + page.read_text()[: page.read_text().index("share 0.9")].count("\n")
        assert said.status == 1
        assert said.out.startswith(f"{page}:{line}: ")
        assert "bin/run ledger > docs/safety.md" in said.out

    def test_refuses_a_page_that_cannot_be_read(self, loosen: Loosen, tmp_path: Path) -> None:
        said = loosen("ledger", "--compare", str(tmp_path / "nowhere.md"))

        assert said.status == 2
        assert "nowhere.md: cannot be read" in said.err


class TestWhere:
    def test_prints_every_place_of_the_home(
        self, loosen: Loosen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LOOSEN_HOME", str(tmp_path / "mine"))

        said = loosen("where")

        assert said.status == 0
        assert str(tmp_path / "mine" / "loosen.sqlite3") in said.out
        assert "backups" in said.out
        assert not (tmp_path / "mine").exists()


class TestBadInput:
    @pytest.mark.parametrize(
        ("arguments", "place", "remedy"),
        [
            (["plan", "/no/such/record.json"], "/no/such/record.json", "give the path"),
            (["plan", "/"], "/: cannot be read", "give the path"),
            (["plan", "RECORD", "--at", "tomorrow"], "'tomorrow' is not a date", "2026-11-22T07:30"),
            (["plan", "RECORD", "--at", "2026-02-30T07:30"], "'2026-02-30T07:30' is not a date", "write it like"),
            (["plan", "RECORD", "--at", "0001-01-01T00:00"], "0001-01-01", "between 2000 and 2200"),
            (["plan", "NEWER"], "version 99", "update"),
            (["plan", "TEXT"], "TEXT", "record"),
            (["plan", "UNKNOWN"], "key 'colour'", "take it out"),
            (["explain", "TEXT"], "TEXT", "record"),
            (["explain", "RECORD", "--at", "tomorrow"], "'tomorrow' is not a date", "2026-11-22T07:30"),
            (["timeline", "handstand"], "'handstand'", "choose one of ankle-pumps, "),
            (["timeline", "cat-cow", "--level", "wild"], "'wild'", "choose one of"),
            (["timeline", "cat-cow", "--reps", "0"], "--reps", "from 1 to 10000"),
            (["timeline", "cat-cow", "--count-s", "nan"], "--count-s", "0.8 to 1.5"),
            (["simulate", "--days", "-3"], "--days", "loosen simulate --help"),
            (["simulate", "--days", "many"], "--days", "whole number"),
            (["simulate", "--until", "soon"], "'soon'", "2026-11-22T07:30"),
            (["check", "/no/such/place"], "/no/such/place", "give a file or folder"),
            (["schema", "dream"], "'dream'", "choose from"),
            (["serve", "--port", "70000"], "--port", "1 to 65535"),
            (["serve", "--host", "0.0.0.0"], "--host 0.0.0.0", "127.0.0.1"),
            (["serve", "--home"], "--home", "this computer"),
            (["--host", "0.0.0.0"], "--host 0.0.0.0", "127.0.0.1"),
            (["--no-open", "--home"], "--home", "this computer"),
            (["dance"], "'dance'", "choose from"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_is_one_message_with_place_and_remedy_and_status_two(
        self, loosen: Loosen, record: Path, arguments: list[str], place: str, remedy: str
    ) -> None:
        written = {
            "RECORD": record.read_text(),
            "NEWER": '{"format": "loosen-record", "version": 99}',
            "TEXT": "Dear diary",
            "UNKNOWN": '{"format": "loosen-record", "version": 1, "colour": "blue"}',
        }
        for name, text in written.items():
            (record.parent / name).write_text(text)

        said = loosen(*(str(record.parent / word) if word in written else word for word in arguments))

        assert (said.status, said.out) == (2, "")
        assert said.err.startswith("loosen")
        assert said.err.count("\n") == 1
        assert place in said.err
        assert remedy in said.err


class TestTheCommandItself:
    def test_says_its_version(self, loosen: Loosen) -> None:
        assert loosen("--version").out == f"Loosen {__version__}\n"

    def test_explains_every_command(self, loosen: Loosen) -> None:
        said = loosen("--help").out

        for command in ("serve", "demo", "plan", "explain", "timeline", "check", "schema", "simulate", "where"):
            assert command in said

    def test_starts_without_loading_what_it_does_not_need(self) -> None:
        ask = "import sys; from loosen import cli; print({'django', 'granian', 'msgspec'} & set(sys.modules))"
        done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, cwd=ROOT / "src")

        assert done.stdout == "set()\n"

    def test_a_reader_that_leaves_early_is_no_fault(self) -> None:
        command = f"{sys.executable} -m loosen schema score | head -c 10"
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, cwd=ROOT / "src")

        assert done.stderr == ""


class TestTheDemo:
    def test_shows_an_invented_person_in_a_folder_that_goes_with_it(self, tmp_path: Path) -> None:
        with RealServer(tmp_path, command=("demo",)) as server:
            visitor = server.sign_in()
            pages = {page: visitor.get(page) for page in ("/today/", "/journal/", "/library/", "/you/")}
            said = server.said_on_stderr()

        assert {page: answer.status for page, answer in pages.items()} == dict.fromkeys(pages, 200)
        assert all("invented" in answer.body for answer in pages.values())
        assert "thrown away" in said
        assert not list(tmp_path.iterdir())
