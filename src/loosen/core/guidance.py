"""How a movement is guided: the layers of its cues, and where to turn when it is too much. See docs/score.md."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layers:
    """One cue each for breath, pelvis, spine and shoulders."""

    breath: str
    pelvis: str
    spine: str
    shoulders: str

    def in_turn(self) -> tuple[str, str, str, str]:
        """Return the four cues in the order they are given."""
        return (self.breath, self.pelvis, self.spine, self.shoulders)


@dataclass(frozen=True, slots=True)
class WaysOut:
    """Ordered wishes: movements to turn to when this one is too much; the planner checks each for the person."""

    easier: tuple[str, ...] = ()
    substitute: tuple[str, ...] = ()
