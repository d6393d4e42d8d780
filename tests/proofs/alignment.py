"""Everything that a camera could count, from every side, trembling: `python -m tests.proofs.alignment 3`.

Runs tests/js/alignment.test.js over all sides and levels, where the tests of every day look at some; the number seeds
the trembling and where the camera stands. Prints the counts; exit status 1 when something does not hold.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1] / "js"
HELD, NOT_HELD = 0, 1


def main() -> int:
    """Run it once."""
    node = os.environ.get("LOOSEN_NODE") or shutil.which("node")
    if node is None:
        sys.exit("There is no node; set LOOSEN_NODE to it.")
    around = {**os.environ, "LOOSEN_WHOLE": "1", "LOOSEN_SEED": sys.argv[1], "LOOSEN_PYTHON": sys.executable}
    tests = [str(HERE / "alignment.test.js")]
    done = subprocess.run(
        [node, "--test", "--test-reporter=tap", *tests], check=False, capture_output=True, text=True, env=around
    )
    counted = re.search(r"^# tests (\d+)$", done.stdout, re.MULTILINE)
    if not counted:
        sys.exit(done.stdout + done.stderr)
    print(f"{counted[1]} tests")
    failed = re.findall(r"^ *not ok \d+ - (.+)$", done.stdout, re.MULTILINE)
    print("\n".join(failed))
    return NOT_HELD if done.returncode else HELD


if __name__ == "__main__":
    sys.exit(main())
