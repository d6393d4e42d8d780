"""The doors: what they need, what they refuse, and what the locks may hold."""

import importlib.util
import json
import re
import stat
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOORS = ("run", "check", "test", "prove", "bench")
LOCKS = (
    "requirements.lock",
    "requirements-test.lock",
    "requirements-node.lock",
    "requirements-mutants.lock",
    "package-lock.json",
)


def load_doors(root: Path) -> ModuleType:
    """Load the module of the doors as it stands in some checkout."""
    spec = importlib.util.spec_from_file_location("doors", root / "bin" / "doors.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def clone(tmp_path: Path) -> ModuleType:
    """The doors of a checkout that holds nothing but locks of one line."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "doors.py").write_text((ROOT / "bin" / "doors.py").read_text())
    (tmp_path / "src").mkdir()
    for lock in LOCKS:
        (tmp_path / lock).write_text("# nothing\n")
    return load_doors(tmp_path)


@pytest.fixture
def quick(clone: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The same, with an environment that is made of one empty file, since making a real one takes seconds."""

    def make_venv() -> None:
        clone.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        clone.PYTHON.touch()

    monkeypatch.setattr(clone, "_make_venv", make_venv)
    return clone


def pins(lock: str) -> dict[str, str]:
    """Return the packages of a lock with their versions and markers."""
    lines = re.findall(r"^([A-Za-z0-9._-]+==\S+)(.*?)\\?$", (ROOT / lock).read_text(), re.MULTILINE)
    return {pin: marker.strip() for pin, marker in lines}


class TestTheLocks:
    @pytest.mark.parametrize("lock", LOCKS)
    def test_hold_no_address_and_no_path_of_a_machine(self, lock: str) -> None:
        text = (ROOT / lock).read_text()

        assert not re.findall(r"https?://(?!opencollective|github\.com/sponsors)\S+|file:|/opt/|/root/|/home/", text)
        assert '"resolved"' not in text

    @pytest.mark.parametrize("lock", LOCKS[:4])
    def test_pin_every_package_with_hashes(self, lock: str) -> None:
        for entry in re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip()):
            assert re.match(r"[\w.-]+==", entry), entry
            assert "--hash=sha256:" in entry

    def test_of_the_tests_only_adds_to_the_one_of_the_product(self) -> None:
        assert pins("requirements.lock").items() <= pins("requirements-test.lock").items()

    def test_of_node_names_the_bytes_of_every_package_on_every_platform(self) -> None:
        packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
        locked = {name.removeprefix("node_modules/"): entry for name, entry in packages.items() if name}
        wanted = {name for entry in packages.values() for name in entry.get("optionalDependencies", {})}

        assert all(entry["integrity"].startswith("sha512-") for entry in locked.values())
        assert wanted <= set(locked)


class TestADoor:
    @pytest.mark.parametrize("door", DOORS)
    def test_may_be_executed(self, door: str) -> None:
        assert (ROOT / "bin" / door).stat().st_mode & stat.S_IXUSR

    def test_of_the_guard_calls_bin_test(self) -> None:
        assert "exec bin/test" in (ROOT / ".ci" / "run").read_text()
        assert (ROOT / ".ci" / "run").stat().st_mode & stat.S_IXUSR

    @pytest.mark.parametrize("door", [*DOORS, "doors.py"])
    def test_needs_nothing_but_the_standard_library(self, door: str) -> None:
        text = (ROOT / "bin" / door).read_text()
        imported = re.findall(r"^\s*(?:import|from) (\w+)", text, re.MULTILINE)

        assert set(imported) <= {*sys.stdlib_module_names, "doors"}


class TestAnOlderPython:
    def test_is_refused_in_one_sentence(self) -> None:
        pretend = "import sys, runpy; sys.version_info = (3, 9, 2, 'final', 0); runpy.run_path('bin/doors.py')"
        done = subprocess.run([sys.executable, "-c", pretend], cwd=ROOT, check=False, capture_output=True, text=True)

        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert done.stderr.startswith("Loosen needs Python 3.11 or newer; this is 3.9.2")


class TestFurnishing:
    def test_makes_an_environment_that_finds_the_sources(self, clone: ModuleType) -> None:
        (clone.ROOT / "src" / "hello.py").write_text("print('hello')")
        clone._make_venv()

        done = subprocess.run([clone.PYTHON, "-m", "hello"], cwd="/", check=True, capture_output=True, text=True)

        assert done.stdout == "hello\n"

    def test_happens_once(self, quick: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        installed: list[Path] = []
        monkeypatch.setattr(quick, "_install", installed.append)

        quick.furnish(quick.RUNTIME_LOCK)
        quick.furnish(quick.RUNTIME_LOCK)

        assert installed == [quick.RUNTIME_LOCK]

    def test_happens_again_when_the_lock_has_changed(self, quick: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        installed: list[Path] = []
        monkeypatch.setattr(quick, "_install", installed.append)
        quick.furnish(quick.RUNTIME_LOCK)

        quick.RUNTIME_LOCK.write_text("# something\n")
        quick.furnish(quick.RUNTIME_LOCK)

        assert len(installed) == 2

    def test_that_was_interrupted_is_taken_up_again(self, quick: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        def pull_the_plug(lock: Path) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(quick, "_install", pull_the_plug)
        with pytest.raises(KeyboardInterrupt):
            quick.furnish(quick.RUNTIME_LOCK)

        installed: list[Path] = []
        monkeypatch.setattr(quick, "_install", installed.append)
        quick.furnish(quick.RUNTIME_LOCK)

        assert installed == [quick.RUNTIME_LOCK]

    def test_says_which_package_of_debian_is_missing(self, clone: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clone.importlib.util, "find_spec", lambda name: None)

        with pytest.raises(SystemExit, match="apt install python3-venv"):
            clone.furnish(clone.RUNTIME_LOCK)

    def test_that_cannot_reach_the_packages_says_so(self, clone: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clone, "PYTHON", Path(sys.executable))
        clone.RUNTIME_LOCK.write_text("a-package-without-a-hash==1.0\n")

        with pytest.raises(SystemExit, match="could not be installed; is there a network"):
            clone._install(clone.RUNTIME_LOCK)


class TestTheBrowserOfTheJourneys:
    def test_is_found_by_its_usual_names(
        self, clone: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        chrome = tmp_path / "google-chrome"
        chrome.write_text("#!/bin/sh\n")
        chrome.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(clone, "CHROMIUM_PLACES", ())

        assert clone.chromium() == str(chrome)

    def test_is_asked_for_in_one_sentence_when_it_may_not_be_installed(
        self, clone: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(clone, "CHROMIUM_PLACES", ())

        with pytest.raises(SystemExit, match="apt install chromium"):
            clone.chromium_or_install_it()


class TestRunning:
    def test_hands_over_arguments_and_exit_status(self) -> None:
        done = subprocess.run(
            [ROOT / "bin" / "run", "no-such-command"], cwd="/", check=False, capture_output=True, text=True
        )

        assert done.returncode == 2
        assert "no-such-command" in done.stderr

    def test_of_a_proof_nobody_knows_names_those_there_are(self) -> None:
        done = subprocess.run([ROOT / "bin" / "prove", "luck"], check=False, capture_output=True, text=True)

        assert done.returncode == 2
        assert "kill" in done.stderr


COUNTING = """\
import sys
print(f"{int(sys.argv[1]) + 1},000 answers, 3 pairs of answers")
print("\\n`calm`: all of them")
print("  not `loud`")
sys.exit(int(sys.argv[1] == "1"))
"""


@pytest.fixture
def prove(clone: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The door of the proofs in that checkout, with a module that counts and does not hold the second time."""
    (tmp_path / "tests" / "proofs").mkdir(parents=True)
    (tmp_path / "tests" / "proofs" / "mutants.py").write_text('MODULES = ("one", "two")\n')
    (tmp_path / "counting.py").write_text(COUNTING)
    (tmp_path / "docs").mkdir()
    (tmp_path / "bin" / "prove").write_text((ROOT / "bin" / "prove").read_text())
    monkeypatch.setitem(sys.modules, "doors", clone)
    monkeypatch.setattr(clone, "PYTHON", Path(sys.executable))
    loader = SourceFileLoader("prove", str(tmp_path / "bin" / "prove"))
    spec = importlib.util.spec_from_loader("prove", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "prove", module)
    loader.exec_module(module)
    return module


class TestAProof:
    def part(self, prove: ModuleType, **others: object) -> Any:
        return prove.Part(claim="It adds up.", module="counting", unit="tries", **{"trials": 3, **others})

    def test_adds_up_what_its_trials_counted_and_says_which_did_not_hold(self, prove: ModuleType) -> None:
        assert not prove.prove("sums", self.part(prove))

        page = (prove.PROOFS / "sums.md").read_text()
        assert "| answers | 6,000 |\n| pairs of answers | 9 |" in page
        assert "It did not hold in the trials [2]." in page
        assert "- `calm`: all of them\n  - not `loud`\n" in page

    def test_goes_on_where_it_stopped(self, prove: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
        prove.prove("sums", self.part(prove, trials=1))
        capfd.readouterr()

        prove.prove("sums", self.part(prove))

        assert "trial 1 of 3" not in (said := capfd.readouterr().out)
        assert "trial 2 of 3" in said

    def test_begins_again_when_the_sources_are_others(
        self, prove: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        prove.prove("sums", self.part(prove, trials=1))
        (tmp_path / "src" / "new.py").write_text("")

        prove.prove("sums", self.part(prove, trials=1))

        assert capfd.readouterr().out.count("trial 1 of 1") == 2

    def test_asks_the_tests_again_where_a_trial_is_a_module_of_the_rules(
        self, prove: ModuleType, capfd: pytest.CaptureFixture[str]
    ) -> None:
        named = self.part(prove, trials=2, each=("0", "1"))
        prove.prove("sums", named)
        capfd.readouterr()

        prove.prove("sums", named)

        assert "trial 1 of 2" not in (said := capfd.readouterr().out)
        assert "trial 2 of 2" in said

    def test_is_no_proof_when_a_trial_could_not_be_run(self, prove: ModuleType, tmp_path: Path) -> None:
        (tmp_path / "counting.py").write_text("raise SystemExit(3)")

        with pytest.raises(SystemExit, match="ended with status 3"):
            prove.prove("sums", self.part(prove))
