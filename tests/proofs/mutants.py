"""Does a test notice? Every rule is changed in one small place, many hundred times, and the tests of it are run.

`python -m tests.proofs.mutants MODULE` tries one module of core, prints how many changes were noticed, then each one
that was not, with the reason why it changes nothing (tests/proofs/equivalent.toml), and ends with status 1 when a
reason is missing or fewer than 95 of 100 are noticed. It goes on where it stopped, as long as core is the same: what
was noticed once, or has its reason, is not tried again, so that a new test costs only what is left. The changes are
made by mutmut, which has an environment of its own below .cache; it needs a system that can fork.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements-mutants.lock"
CACHE = ROOT / ".cache" / "mutants"
TREE = CACHE / "tree"
CHANGED = TREE / "mutants" / "src" / "loosen" / "core"
PYTHON = CACHE / "venv" / "bin" / "python"
NOTICED = CACHE / "noticed.json"
EQUIVALENT = Path(__file__).with_name("equivalent.toml")

MODULES = (
    "screening", "answers", "findings", "condition", "conditions", "prescription", "prescribed", "plan", "required",
    "pacing", "protocol", "today", "why", "advice", "course", "evening", "morning", "progress", "relief", "planning",
    "rescreening", "swaps", "staying", "contradictions", "routine", "fitting", "rotation", "walking", "walk", "onward",
)  # fmt: skip
"""The modules of core that decide about somebody's day."""

COPIED = ("src", "tests", "docs", "bin", "pyproject.toml")
TESTS = ["tests/core", "tests/golden"]
SLOW_OR_ABOUT_THE_TEXT = (
    "test_safety.py", "test_promises.py", "test_invariants.py", "test_ordinary_people.py", "test_safety_walk.py",
    "test_pace_sample.py", "test_explaining.py",
)  # fmt: skip
"""Tests that read the source of core, or that look so widely that nearly every change would run them."""

PATIENCE = 2
"""A change that has no end counts as noticed after this many times what all its tests take, in seconds of the clock."""

LEAST_NOTICED = 0.95
"""The share of changes that a test must notice. Source: what the project promises of its rules."""

NOT_TRIED, SURVIVED, UNTESTED, NOT_REACHED = None, 0, 5, 33
"""What mutmut keeps for a change of which nobody has said that it is noticed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One small change: in which function, what stood there, and what stands there now."""

    function: str
    was: str
    now: str


def main() -> None:
    """Try the module that was named."""
    named = sys.argv[1:]
    if len(named) != 1 or named[0] not in MODULES:
        sys.exit(f"Say which module: {', '.join(MODULES)}.")
    (module,) = named
    furnish()
    prepare()
    try_changes(module)
    sys.exit(tell(module, codes_of(module)))


def furnish() -> None:
    """Make the environment of mutmut; the packages of the tests are seen from it."""
    stamp = CACHE / "stamp"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", CACHE / "venv"], check=True)
    install = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]
    done = subprocess.run([*install, "--require-hashes", "-r", LOCK], check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"mutmut could not be installed; is there a network?\n{done.stderr.strip()}")
    site = next((CACHE / "venv").rglob("site-packages"))
    (site / "house.pth").write_text(f"{next((ROOT / '.venv').rglob('site-packages'))}\n")
    stamp.write_text(digest)


def prepare() -> None:
    """Copy the house to where it may be changed; another core makes every result an old one."""
    core = CACHE / "core"
    if not core.exists() or core.read_text() != digest_of_core():
        shutil.rmtree(TREE, ignore_errors=True)
    TREE.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        there = TREE / name
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, there, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, there)
    with (TREE / "pyproject.toml").open("a") as settings:
        settings.write(settings_of_mutmut())
    core.write_text(digest_of_core())


def digest_of_core() -> str:
    """Return what identifies core as it is now."""
    whole = hashlib.sha256()
    for path in sorted((ROOT / "src/loosen/core").glob("*.py")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def settings_of_mutmut() -> str:
    """Return which files are changed, and which tests look. A new file of tests changes nothing here."""
    changed = [f"src/loosen/core/{module}.py" for module in MODULES]
    without = [f"--ignore=tests/core/{name}" for name in SLOW_OR_ABOUT_THE_TEXT]
    return (
        f"\n[tool.mutmut]\nsource_paths = ['src/loosen/core']\nonly_mutate = {changed}\nalso_copy = {list(COPIED)}\n"
        f"pytest_add_cli_args_test_selection = {TESTS}\npytest_add_cli_args = {without}\n"
        f"timeout_multiplier = {PATIENCE}\n"
    )


def try_changes(module: str) -> None:
    """Run mutmut on what of the module is not yet noticed, and has no reason."""
    keep_noticed()
    begun = (CHANGED / f"{module}.py.meta").exists()
    names = list(left_to_try(module)) if begun else [f"loosen.core.{module}.*"]
    if not names:
        return
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "mutants"}
    command = [PYTHON, "-m", "mutmut", "run", *names]
    with (CACHE / f"{module}.log").open("w") as log:
        done = subprocess.run(command, cwd=TREE, env=environment, check=False, stdout=log, stderr=subprocess.STDOUT)
    if done.returncode:
        sys.exit(f"mutmut could not run; see {CACHE / f'{module}.log'}")
    keep_noticed()


def keep_noticed() -> None:
    """Add to what was noticed so far what mutmut has written since; mutmut forgets all when its settings change."""
    noticed = set(noticed_so_far())
    for module in MODULES:
        codes = codes_of(module)
        noticed |= {name for name in codes if codes[name] not in (NOT_TRIED, SURVIVED, UNTESTED, NOT_REACHED)}
    NOTICED.write_text(json.dumps({"core": digest_of_core(), "noticed": sorted(noticed)}))


def noticed_so_far() -> frozenset[str]:
    """Return mutmut's names of the changes to core, as it is now, that a test noticed."""
    kept = json.loads(NOTICED.read_text()) if NOTICED.exists() else {}
    return frozenset(kept["noticed"]) if kept.get("core") == digest_of_core() else frozenset()


def left_to_try(module: str) -> Iterator[str]:
    """Yield mutmut's names of the changes that nobody noticed and no reason explains."""
    reasons = [change for change, _ in reasons_for(module)]
    noticed = noticed_so_far()
    for name in codes_of(module):
        if name not in noticed and not (reasons and shown(name) in reasons):
            yield name


def codes_of(module: str) -> dict[str, int | None]:
    """Return mutmut's last word on each change of a module, by mutmut's name for it."""
    kept = CHANGED / f"{module}.py.meta"
    codes: dict[str, int | None] = json.loads(kept.read_text())["exit_code_by_key"] if kept.exists() else {}
    return codes


def tell(module: str, codes: Mapping[str, int | None]) -> int:
    """Print the counts, then every change nobody noticed with its reason; return the exit status."""
    found = noticed_so_far()
    unnoticed = [name for name in codes if name not in found]
    noticed = len(codes) - len(unnoticed)
    print(f"{len(codes)} changes, {noticed} noticed, {len(unnoticed)} not noticed")
    print(f"`{module}`: {noticed} of {len(codes)}")
    reasons = list(reasons_for(module))
    missing = 0
    changes = {name: shown(name) for name in unnoticed}
    for name, change in sorted(changes.items(), key=lambda item: (item[1].function, item[1].was)):
        why = next((why for known, why in reasons if known == change), None)
        missing += why is None
        untried = "NOT TRIED" if codes[name] is NOT_TRIED else "NO REASON YET"
        print(f"  `{change.function}`: `{change.was}` made `{change.now}`: {why or untried}")
    for known, _ in stale(reasons, list(changes.values())):
        print(f"  `{known.function}`: `{known.now}` is noticed, or is gone: take it out of {EQUIVALENT.name}")
    return int(missing > 0 or noticed < LEAST_NOTICED * len(codes))


def reasons_for(module: str) -> Iterator[tuple[Change, str]]:
    """Yield the changes of a module that change nothing, each with the reason."""
    for each in tomllib.loads(EQUIVALENT.read_text(encoding="utf-8")).get(module, []):
        yield Change(each["function"], each["was"], each["now"]), each["why"]


def stale(reasons: list[tuple[Change, str]], unnoticed: list[Change]) -> Iterator[tuple[Change, str]]:
    """Yield the reasons of changes that are no longer there."""
    left = Counter(unnoticed)
    return ((known, why) for known, why in reasons if known not in left)


def shown(name: str) -> Change:
    """Return a change as mutmut shows it: the lines taken out, and those put in."""
    done = subprocess.run(
        [PYTHON, "-m", "mutmut", "show", name], cwd=TREE, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    was, now = (
        " ".join(line[1:].strip() for line in done if line.startswith(sign) and not line.startswith(sign * 3))
        for sign in "-+"
    )
    function = re.sub(r"^x_?|__mutmut_\d+$", "", name.rpartition(".")[2]).replace("ǁ", ".").strip(".")
    return Change(function, was, now)


if __name__ == "__main__":
    main()
