"""The ways out of a session seen closely: what a place remembers of how it was reached."""

from loosen.core.day import PlaceKind
from loosen.core.journal import Event
from loosen.core.score import Dose
from tests.core.test_relief import Walk, afternoon, morning


class TestTheTwoBreathsAndTheirQuestion:
    def test_belong_to_the_movement_that_was_too_sharp(self) -> None:
        walk = Walk(morning()).to("cat-cow")

        steps = [(walk.tap(name).at.kind, walk.at.step) for name in ("sharp", "next", "dizzy")]

        assert steps == [(PlaceKind.SETTLE, 2), (PlaceKind.QUESTION, 2), (PlaceKind.CARD, 2)]


class TestAPinchAndThenTooSharp:
    def test_that_is_gone_is_met_once_more(self) -> None:
        walk = Walk(afternoon()).to("knee-to-chest").tap("pinch").too_sharp("gone")

        assert (walk.at.movement, walk.why) == ("knee-to-chest", ["eased-after-sharp"])
        assert walk.at.dose == Dose("light", 2, 0.5)


class TestTooSharpAndThenEasier:
    def test_has_nothing_smaller_and_is_something_else_for_the_same_part(self) -> None:
        walk = Walk(afternoon()).to("knee-to-chest").too_sharp("gone").tap("easier")

        assert walk.events[-1] is Event.EASIER
        assert walk.at.movement == "seated-knee-lift"


class TestASwapAndThenTooSharp:
    def test_that_is_gone_meets_the_swap_once_more_not_the_movement_it_stood_in_for(self) -> None:
        walk = Walk(morning()).to("cat-cow").tap("swap").too_sharp("gone")

        assert (walk.at.movement, walk.why) == ("seated-cat-cow", ["eased-after-sharp"])

    def test_that_is_still_there_goes_on_from_the_swap(self) -> None:
        walk = Walk(morning()).to("cat-cow").tap("swap").too_sharp("still")

        assert walk.at.movement == "standing-cat-cow"


class TestATap:
    def test_is_told_as_what_was_tapped(self) -> None:
        swapped = Walk(morning()).to("cat-cow").tap("swap")
        pinched = Walk(afternoon()).to("knee-to-chest").tap("pinch")
        still = Walk(morning()).to("cat-cow").too_sharp("still")

        told = (swapped.events[-1], pinched.events[-1], still.events[-1])
        assert told == (Event.SWAP, Event.PINCH, Event.ANSWER)


class TestSomethingElseAsked:
    def test_belongs_to_the_movement_it_was_tapped_at(self) -> None:
        walk = Walk(morning()).to("cat-cow").tap("else")

        assert (walk.at.kind, walk.at.step) == (PlaceKind.QUESTION, 2)

    def test_is_one_place_for_all_ways_of_a_step(self) -> None:
        own = Walk(morning()).to("cat-cow").tap("else")
        swapped = Walk(morning()).to("cat-cow").tap("swap", "else")

        assert own.at.id == swapped.at.id


class TestEasierAndThenTooSharp:
    def test_that_is_gone_is_met_once_more(self) -> None:
        walk = Walk(morning()).to("cat-cow").tap("easier").too_sharp("gone")

        assert (walk.at.movement, walk.why) == ("cat-cow", ["eased-after-sharp"])


class TestRestWithTheBreathAndThenTooSharp:
    def test_that_is_gone_is_met_once_more(self) -> None:
        walk = Walk(morning()).to("cat-cow").tap("swap", "swap", "swap").too_sharp("gone")

        assert (walk.at.step, walk.why) == (2, ["eased-after-sharp"])

    def test_that_is_still_there_leads_to_a_next_step_that_knows_of_it(self) -> None:
        walk = Walk(morning()).to("cat-cow").tap("swap", "swap", "swap").too_sharp("still")

        assert walk.at.step == 3
        assert walk.too_sharp("still").why == ["closing-breath"]


class TestASwapThatIsStillSharp:
    def test_with_the_same_position_alone_to_follow_is_the_next_step(self) -> None:
        """After the seated hinge there is sit to stand, on the same chair."""
        hinge = Walk(afternoon()).to("hip-hinge")
        step = hinge.at.step

        assert hinge.tap("swap").too_sharp("still").at.step == step + 1

    def test_with_another_position_to_follow_is_met_there(self) -> None:
        """After the seated knee lift there are the knee rolls, lying down."""
        walk = Walk(afternoon()).to("knee-to-chest").tap("swap").too_sharp("still")

        assert walk.at.movement == "knee-rolls"


class TestASecondTooSharp:
    def test_is_settled_in_one_place_whichever_way_of_the_step_it_was(self) -> None:
        own = Walk(morning()).to("pelvic-tilt").too_sharp("gone").tap("done", "sharp")
        swapped = Walk(morning()).to("pelvic-tilt").too_sharp("gone").tap("done", "swap", "sharp")

        assert own.at.id == swapped.at.id


class TestEveryPlace:
    def test_is_there_once_so_that_a_session_stays_small(self) -> None:
        """Two hundred places at the most: the page carries them all."""
        assert len(morning().places) <= 200
        assert len(afternoon().places) <= 200
