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
