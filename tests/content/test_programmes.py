"""The seven programmes: whole sessions for everybody, and honest words."""

from collections.abc import Sequence
from itertools import pairwise, permutations, product

import pytest

from loosen.content.loading import practice, programmes
from loosen.core.conditions import of_person
from loosen.core.day import Step
from loosen.core.fitting import in_easy_order, seconds_of, timed
from loosen.core.journal import DayPart
from loosen.core.practice import Outline, Programme
from loosen.core.record import Person
from loosen.core.routine import Draft, first_dose, usual_session
from loosen.core.score import Dose, Position
from loosen.core.timeline import CHANGE_S, change_s
from tests.people import ALL_BUT_A_CHAIR, FLOOR

SEVEN = {"gentle-start", "runner", "desk-worker", "getting-up", "full-routine", "build", "walking"}
SCORES = practice().scores
KNEES = frozenset({Position.KNEELING, Position.HANDS_AND_KNEES})
CANNOT = {"no floor": FLOOR, "all on a chair": ALL_BUT_A_CHAIR, "no kneeling": KNEES}
SESSIONS = [(programme, outline) for programme in programmes().values() for outline in programme.sessions]
NAMES = [f"{programme.slug} {outline.part.value}" for programme, outline in SESSIONS]


NUMBERS = {3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 13: "thirteen", 20: "twenty"}


def session(outline: Outline, off: frozenset[Position] = frozenset(), grown: bool = True) -> Draft:
    """The usual session in the order in which it is done; `grown`: with every movement that comes later."""
    later = (slot.movement for slot in outline.slots if slot.later and grown)
    limits = of_person(Person(positions_off=off))
    draft = usual_session(outline, {m: first_dose(SCORES[m]) for m in later}, practice(), limits.forbids)
    return in_easy_order(timed(draft, practice(), 1.0), practice())


def changes(draft: Draft) -> int:
    """How often the body changes position."""
    positions = [SCORES[step.movement].position for step in draft.steps]
    return sum(one is not other for one, other in pairwise(positions))


def test_there_are_seven() -> None:
    assert set(programmes()) == SEVEN


@pytest.mark.parametrize("programme", programmes().values(), ids=lambda each: each.slug)
class TestAProgramme:
    def test_says_for_whom_how_long_what_to_expect_and_what_comes_after(self, programme: Programme) -> None:
        for said in (programme.for_whom, programme.how_long, programme.expect):
            assert said.endswith(".")
        assert programme.after

    def test_promises_no_more_than_studies_found(self, programme: Programme) -> None:
        honest = ("some people", "some do not", "many people", "no promise", "a little to a moderate")

        assert any(words in programme.expect.lower() for words in honest)

    def test_has_one_small_thing_that_anybody_can_do_anywhere(self, programme: Programme) -> None:
        small = programme.outline(DayPart.SMALL)

        assert {SCORES[slot.movement].position for slot in small.slots} == {Position.SITTING}
        assert seconds_of(session(small).steps, practice()) <= 120

    def test_says_the_minutes_that_its_sessions_have(self, programme: Programme) -> None:
        for part in programme.begins:
            outline = programme.outline(part)
            minutes = f"{NUMBERS[outline.least_minutes]} to {NUMBERS[outline.most_minutes]}"

            assert minutes in programme.how_long.lower(), part

    def test_begins_with_sessions_of_its_own(self, programme: Programme) -> None:
        assert programme.begins
        assert all(programme.outline(part) for part in programme.begins)


@pytest.mark.parametrize(("programme", "outline"), SESSIONS, ids=NAMES)
class TestASession:
    def test_begins_with_the_breath_and_is_a_chain_of_few(self, programme: Programme, outline: Outline) -> None:
        most = 7 if outline.part is DayPart.FULL else 5

        assert SCORES[outline.slots[0].movement].is_breath
        assert 1 <= len(session(outline).steps[1:]) <= most

    def test_keeps_to_its_minutes(self, programme: Programme, outline: Outline) -> None:
        assert seconds_of(session(outline).steps, practice()) <= 60 * outline.most_minutes + 45

    def test_comes_to_each_position_once_and_back_to_the_chair_at_the_most(
        self, programme: Programme, outline: Outline
    ) -> None:
        draft = session(outline)

        assert changes(draft) <= len({SCORES[step.movement].position for step in draft.steps})

    def test_begins_with_as_many_movements_as_one_can_remember(self, programme: Programme, outline: Outline) -> None:
        if outline.part is not DayPart.FULL:
            assert len(session(outline, grown=False).steps[1:]) <= 4


@pytest.mark.parametrize(
    ("session_of", "cannot"),
    list(product(SESSIONS, CANNOT)),
    ids=[f"{name}, {cannot}" for name, cannot in product(NAMES, CANNOT)],
)
class TestEqualChoice:
    def test_is_as_many_movements_for_somebody_who_cannot(
        self, session_of: tuple[Programme, Outline], cannot: str
    ) -> None:
        (_, outline), off = session_of, CANNOT[cannot]
        whole, own = session(outline), session(outline, off)

        assert abs(len(own.steps) - len(whole.steps)) <= 1
        assert len(own.steps) >= 2
        assert not {SCORES[step.movement].position for step in own.steps} & off

    def test_is_no_more_getting_up_and_down(self, session_of: tuple[Programme, Outline], cannot: str) -> None:
        (_, outline), off = session_of, CANNOT[cannot]

        assert changes(session(outline, off)) <= changes(session(outline)) + 1


class TestTheFullRoutine:
    OUTLINE = programmes()["full-routine"].outline(DayPart.FULL)

    def test_has_the_seven_movements_at_the_articles_dose(self) -> None:
        doses = {step.movement: step.dose for step in session(self.OUTLINE).steps}

        assert {movement: dose.repetitions for movement, dose in doses.items()} == {
            "seated-breath": 6,
            "pelvic-tilt": 8,
            "knee-to-chest": 5,
            "cat-cow": 8,
            "hip-hinge": 8,
            "wall-press": 8,
            "seated-rotation": 5,
            "shoulder-release": 5,
        }
        assert {dose.level for dose in doses.values()} == {"described"}

    def test_stays_at_that_dose_through_all_steps(self) -> None:
        """8 tilts, 5 to 7 a leg, 8 cycles, 8 hinges, 8 to 10 presses, 5 turns a side: never a level beyond."""
        taken = {score.slug: Dose(score.levels[-1].id, score.levels[-1].repetitions) for score in SCORES.values()}
        draft = usual_session(self.OUTLINE, taken, practice(), of_person(Person()).forbids)
        most = {"knee-to-chest": 7, "wall-press": 10}

        assert {step.dose.level for step in draft.steps} == {"described"}
        assert all(
            step.dose.repetitions <= most.get(step.movement, 8) for step in draft.steps if step.movement in SCORES
        )


class TestTheOrder:
    @pytest.mark.parametrize(("programme", "outline"), SESSIONS, ids=NAMES)
    @pytest.mark.parametrize("off", [frozenset(), *CANNOT.values()], ids=["everything", *CANNOT])
    def test_changes_position_as_little_as_can_be(
        self, programme: Programme, outline: Outline, off: frozenset[Position]
    ) -> None:
        draft = session(outline, off)
        first, *between = draft.steps
        last = [between.pop()] if outline.slots[-1].closing else []
        orders = ([first, *way, *last] for way in permutations(between))

        assert changes_s(draft.steps) < min(map(changes_s, orders)) + CHANGE_S


def changes_s(steps: Sequence[Step]) -> float:
    """How long the changes of position of a session last."""
    return sum(change_s(*pair) for pair in pairwise(SCORES[step.movement].position for step in steps))
