"""Looks: what may be chosen stands in one file, and the drawing knows the same words."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from loosen.content.faults import ContentError
from loosen.content.loading import HERE
from loosen.content.looks import Look, classes_of, look_of, looks, looks_from_file, person_with
from loosen.web.people.models import Figure

DRAWN = Path(__file__).resolve().parents[2] / "src/loosen/web/static/loosen/pure/figure/looks.js"
SAYS = f'import {{ OPTIONS, PRESETS }} from "{DRAWN.as_uri()}"; console.log(JSON.stringify([OPTIONS, PRESETS]))'

WHOLE = (HERE / "looks.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def drawn():
    """What the drawing knows: options by choice, and people."""
    node = shutil.which("node")
    assert node, "the figure's tests need node"
    said = subprocess.run([node, "--input-type=module", "-e", SAYS], check=True, capture_output=True, text=True).stdout
    return json.loads(said)


class TestTheFileAndTheDrawing:
    def test_know_the_same_options_and_begin_with_the_same(self, drawn):
        options, _ = drawn

        assert {choice.id: choice.first for choice in looks().choices} == {
            choice: keys.split()[0] for choice, keys in options.items()
        }
        assert {choice.id: set(choice.options) for choice in looks().choices} == {
            choice: set(keys.split()) for choice, keys in options.items()
        }

    def test_know_the_same_people(self, drawn):
        _, people = drawn

        assert dict(looks().people) == people
        assert list(looks().people) == Figure.values


class TestALook:
    def test_is_kept_in_the_words_that_differ_from_the_first_options(self):
        assert look_of("hair-curly skin-5 top-teal").words == "skin-5 hair-curly"
        assert look_of("sam").words == ""

    @pytest.mark.parametrize("name", [name for name, words in looks().people.items() if words])
    def test_of_somebody_to_begin_with_is_known_again(self, name):
        words = look_of(name).words

        assert look_of(words) == look_of(name)
        assert person_with(words) == name

    def test_of_ones_own_is_nobody_elses(self):
        assert person_with("skin-5") == ""

    def test_leaves_out_words_that_nobody_knows_any_more(self):
        assert look_of("hat-tall skin-99 hair-bob").words == "hair-bob"

    def test_longest_there_is_fits_where_it_is_kept(self):
        longest = {
            choice.id: max(choice.options, key=lambda key: (key != choice.first, len(key)))
            for choice in looks().choices
        }

        assert len(Look(longest, lines=True).words) <= 240

    def test_has_the_colours_as_classes_unless_it_is_a_line_drawing(self):
        assert classes_of("skin-5 hair-curly") == "look skin-5 hair-curly"
        assert classes_of("sam") == "look"
        assert classes_of("plain head-scarf") == "person-plain"


class TestAFaultIsToldWithItsRemedy:
    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ('"skin-4 hue-brown', '"skin-4 hue-purple', "'hue-purple' is no word of a look"),
            ('name    = "Skin"', 'title   = "Skin"', "there is no key 'title'"),
            ("format = 1", "format = 2", "update Loosen first"),
        ],
        ids=["a person with a word there is none of", "an unknown key", "a format of tomorrow"],
    )
    def test_and_its_line(self, tmp_path, old, new, expected):
        path = tmp_path / "looks.toml"
        path.write_text(WHOLE.replace(old, new, 1), encoding="utf-8")

        with pytest.raises(ContentError, match=expected):
            looks_from_file(path)
