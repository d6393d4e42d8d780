"""The ways between positions as a file: what is amiss is told by file, line, fault and remedy."""

import pytest

from loosen.content.faults import ContentError
from loosen.content.loading import HERE, shared
from loosen.content.transition_file import transitions_from_file

WHOLE = (HERE / "transitions.toml").read_text(encoding="utf-8")


def told(tmp_path, text):
    path = tmp_path / "transitions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as error:
        transitions_from_file(path, shared())
    return str(error.value)


class TestAFileThatIsWhole:
    def test_gives_both_ways_and_their_postures(self):
        ways = transitions_from_file(HERE / "transitions.toml", shared())

        assert ways.up[0].posture == ways.down[-1].posture == "on-the-back"
        assert "half-kneeling" in ways.postures
        assert ways.sources == ("rising-from-the-floor",)

    @pytest.mark.parametrize(
        ("posture", "tags"),
        [
            ("on-the-back", {"floor", "lying-flat"}),
            ("hands-and-knees", {"floor", "kneeling", "weight-on-wrists"}),
            ("half-kneeling", {"floor", "kneeling", "standing", "thigh-lifted"}),
            ("lowering", {"seated", "standing", "trunk-lean"}),
        ],
    )
    def test_tells_of_each_halt_what_it_asks_of_the_body(self, posture, tags):
        ways = transitions_from_file(HERE / "transitions.toml", shared())

        assert all(halt.tags >= tags for halt in (*ways.up, *ways.down) if halt.posture == posture)


class TestAFaultIsToldWithItsLineAndRemedy:
    def test_a_key_that_nobody_knows(self, tmp_path):
        said = told(tmp_path, WHOLE.replace("seconds  = 2\n", "second = 2\n", 1))

        line = WHOLE[: WHOLE.index("seconds  = 2\n")].count("\n") + 1
        assert f"transitions.toml:{line}: there is no key 'second' here; did you mean 'seconds'?" in said

    def test_a_position_that_is_none(self, tmp_path):
        assert "one of lying" in told(tmp_path, WHOLE.replace('"side-lying"', '"sideways"', 1))

    def test_a_posture_with_a_wrong_key(self, tmp_path):
        assert "posture.on-the-side" in told(tmp_path, WHOLE.replace("roll_deg = 90", "rolled = 90", 1))

    def test_a_format_of_tomorrow(self, tmp_path):
        assert "update Loosen first" in told(tmp_path, WHOLE.replace("format   = 1", "format   = 2", 1))

    def test_a_halt_that_is_not_drawn(self, tmp_path):
        said = told(tmp_path, WHOLE.replace('posture  = "rising"', 'posture  = "raising"', 1))

        assert "the posture 'raising' is not drawn" in said
