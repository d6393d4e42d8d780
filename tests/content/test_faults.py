"""Where in a file a fault is."""

import pytest

from loosen.content.faults import ContentError, Fault, line_of

TEXT = '''\
name = "One"
long = """
name = "not here"
[nor-here]
"""
list = [
  "a",
  "b",
]

[[level]]
id = "first"
[[level]]
id = "second"
stays = { hug = 0 }

[[part]]
id = "lift"
[[part.phrase]]
id = "up"
[[part.phrase]]
id = "down"
[[part]]
id = "roll"
[[part.phrase]]
id = "round"

[camera]
view = "side"
[posture.tall]
pelvis.lean_deg = 5
"quoted key" = 1
'''


class TestTheLineOfAKey:
    @pytest.mark.parametrize(
        ("where", "line"),
        [
            (("name",), 1),
            (("list", 1), 6),
            (("level", 0, "id"), 12),
            (("level", 1, "id"), 14),
            (("level", 1, "stays", "hug"), 15),
            (("level", 1, "missing"), 13),
            (("level",), 11),
            (("part", 0, "phrase", 1, "id"), 22),
            (("part", 1, "phrase", 0, "id"), 26),
            (("camera", "view"), 29),
            (("posture", "tall", "pelvis", "lean_deg"), 31),
            (("posture", "tall", "quoted key"), 32),
            (("nor-here",), 1),
            ((), 1),
        ],
        ids=str,
    )
    def test_is_that_of_the_longest_part_that_is_written(self, where, line):
        assert line_of(TEXT, where) == line


class TestAContentError:
    def test_says_each_fault_on_a_line_of_its_own(self, tmp_path):
        path = tmp_path / "a.toml"

        error = ContentError([Fault(path, 1, "this", "do that"), Fault(path, 2, "these", "do those")])

        assert str(error) == f"{path}:1: this; do that\n{path}:2: these; do those"
