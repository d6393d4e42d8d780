"""A new movement: drawn like its neighbour, and honest about everything that is not known yet."""

import tomllib

import pytest

from loosen.content.checking import check
from loosen.content.loading import scores, shared, vocabulary
from loosen.content.movement_file import score_from_file
from loosen.content.new_movement import NEIGHBOURS, OPEN, begun
from loosen.content.open_questions import open_questions, texts_of
from loosen.content.vocabulary import Origin
from loosen.core.score import Evidence, Position

EXPECTED = ("still open: ", "there is no region", "there is no source", "'repetitions' is 0", "it is drawn exactly as ")
"""What the check may say of a movement that has just been begun; all of it is the author's to answer."""


@pytest.fixture
def new(tmp_path):
    """A movement begun from another, in a folder of its own."""

    def make(like):
        path = tmp_path / "new-one.toml"
        path.write_text(begun("new-one", scores()[like]))
        return path

    return make


class TestEveryMovementOfTheLibrary:
    @pytest.mark.parametrize("like", scores())
    def test_may_be_begun_from_and_leaves_nothing_but_questions(self, new, like):
        told = [fault.fault for fault in check(new(like))]

        assert told
        assert [fault for fault in told if not fault.startswith(EXPECTED)] == []

    @pytest.mark.parametrize("like", scores())
    def test_lends_its_drawing_and_nothing_that_it_does_for_a_body(self, new, like):
        path, score = new(like), scores()[like]

        made = score_from_file(path, shared())

        assert (made.postures, made.figure, made.position) == (score.postures, score.figure, score.position)
        assert (made.regions, made.sources, made.evidence, made.reviewed) == ((), (), Evidence.MEMORY, None)
        assert {level.repetitions for level in made.levels} == {0}
        assert made.ways_out.easier == ()
        assert {vocabulary().tags[tag].origin for tag in made.tags} <= {*Origin} - {Origin.AUTHOR}
        own = {said for _, said in texts_of(tomllib.loads(path.read_text())) if " " in said}
        assert {said for said in own if not said.startswith(OPEN)} == {"New one", "The usual way"}


class TestAPlaceToBegin:
    def test_is_there_for_every_position(self):
        assert {position: scores()[slug].position for position, slug in NEIGHBOURS.items()} == {
            position: position for position in Position
        }


class TestAnOpenQuestion:
    def test_is_named_with_its_line_and_nothing_else_is_said_of_that_line(self, new):
        path = new("hip-hinge")
        line = (
            path.read_text().splitlines().index('purpose  = "? What should change for the person? One sentence."') + 1
        )

        [told] = [fault for fault in check(path) if fault.line == line]

        assert told.fault == "still open: What should change for the person? One sentence."
        assert told.remedy == "write the answer in its place"

    def test_that_is_answered_is_no_longer_there(self, new):
        path = new("hip-hinge")
        before = len(list(open_questions(path)))

        path.write_text(path.read_text().replace('"? Where in the day does it help?"', '"At the sink."'))

        assert len(list(open_questions(path))) == before - 1

    def test_is_looked_for_in_a_movement_of_the_library_too(self):
        assert [fault for fault in check() if "still open" in fault.fault] == []


class TestAMovementThatIsStillDrawnAsItsNeighbour:
    def test_is_told_at_its_first_posture(self, new):
        path = new("hip-hinge")

        [told] = [fault for fault in check(path) if "drawn exactly" in fault.fault]

        assert told.fault == "it is drawn exactly as 'hip-hinge' is"
        assert path.read_text().splitlines()[told.line - 1] == "[posture.tall]"
