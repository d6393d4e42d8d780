"""The library against the clinical ground, row by row: what it asks for is there, for all, and goes no further."""

from itertools import chain, combinations

import pytest

from loosen.content.loading import practice
from loosen.core.body import MEASURES
from loosen.core.practice import BREATHS, Pool
from loosen.core.reasons import Reason
from loosen.core.routine import Allowed, stand_in, substitutes
from loosen.core.score import Dose, Position, Score

PRACTICE = practice()
SCORES = PRACTICE.scores

LYING, SIDE, FOURS, KNEELING, SITTING, STANDING = Position
"""Lying, on the side, on hands and knees, kneeling, on a chair, on one's feet."""

WALL = "wall"
"""Standing with a wall to lean on; every other place is a position."""

FLEXION, EXTENSION, ROTATION = "flexion", "extension", "rotation"
HINGE, STABILITY, HIPS, SHOULDERS, BREATH = "hinge and strength", "stability", "hips", "shoulder and neck", "breath"

REGIONS = {
    FLEXION: {
        LYING: {"pelvic-tilt", "knee-to-chest", "knee-to-chest-strap", "legs-on-chair"},
        SIDE: {"side-lying-tilt"},
        FOURS: {"cat-round", "childs-pose"},
        SITTING: {"seated-tilt", "seated-fold", "seated-knee-lift"},
        STANDING: {"standing-cat-cow"},
        WALL: {"wall-tilt"},
    },
    EXTENSION: {
        LYING: {"tilt-clock", "floor-angels"},
        FOURS: {"cat-cow"},
        SITTING: {"chair-extension", "seated-cat-cow"},
        STANDING: {"standing-extension", "standing-cat-cow"},
        WALL: {"wall-press"},
    },
    ROTATION: {
        LYING: {"knee-rolls"},
        SIDE: {"open-book"},
        FOURS: {"thread-the-needle"},
        SITTING: {"seated-rotation", "seated-side-bend"},
        STANDING: {"standing-turn", "side-bend"},
    },
    HINGE: {
        LYING: {"bridge"},
        SITTING: {"seated-hinge", "sit-to-stand", "ankle-pumps"},
        STANDING: {"hip-hinge", "heel-raises", "walking"},
        WALL: {"wall-tap-hinge"},
    },
    STABILITY: {
        LYING: {"heel-slides", "dead-bug"},
        SIDE: {"side-plank"},
        FOURS: {"bird-dog"},
        SITTING: {"seated-march", "seated-reach"},
        STANDING: {"standing-bird-dog"},
        WALL: {"wall-side-plank"},
    },
    HIPS: {
        LYING: {"lying-figure-four", "heel-slides"},
        FOURS: {"childs-pose"},
        KNEELING: {"half-kneel-opener"},
        SITTING: {"seated-figure-four", "seated-knee-lift"},
        STANDING: {"standing-hip-opener"},
    },
    SHOULDERS: {
        LYING: {"floor-angels", "lying-head-rolls"},
        SIDE: {"open-book"},
        FOURS: {"thread-the-needle"},
        SITTING: {"seated-w", "arm-circles", "chin-nods", "shoulder-release"},
        STANDING: {"doorway-opener", "standing-release"},
        WALL: {"wall-press", "forearm-slide", "wall-push-up"},
    },
    BREATH: {LYING: {"lying-breath"}, SIDE: {"side-lying-breath"}, SITTING: {"seated-breath"}},
}
"""What looks after a region, and where. Left out, for it makes no sense there: arching on the side or half-kneeling,
turning at a wall that the hands do not need, hinging on the floor but for the bridge, breath alone on one's feet."""

POOL = {
    "R1": ["knee-rolls"], "R2": ["childs-pose"], "R3": ["bird-dog", "standing-bird-dog"], "R4": ["bridge"],
    "R5": ["sit-to-stand"], "R6": ["side-bend", "seated-side-bend"], "R7": ["open-book"], "R8": ["chair-extension"],
    "R9": ["half-kneel-opener", "standing-hip-opener"], "R10": ["seated-figure-four", "lying-figure-four"],
    "R11": ["ankle-pumps", "heel-raises"], "R12": ["standing-extension"], "R13": ["side-plank", "wall-side-plank"],
    "R14": ["dead-bug"], "R15": ["wall-push-up"], "R16": ["walking"],
}  # fmt: skip
"""The rotation pool, in every position it names. Source: clinical ground 4.8."""

EASIER_AND_INSTEAD = {
    "seated-breath": {"lying-breath", "side-lying-breath"},
    "pelvic-tilt": {"seated-tilt", "wall-tilt", "side-lying-tilt"},
    "cat-cow": {"seated-cat-cow", "standing-cat-cow", "tilt-clock"},
    "knee-to-chest": {
        "knee-to-chest-strap", "heel-slides", "seated-knee-lift", "knee-rolls", "seated-fold", "childs-pose",
        "legs-on-chair",
    },
    "hip-hinge": {"wall-tap-hinge", "seated-hinge", "sit-to-stand", "bridge"},
    "wall-press": {"floor-angels", "seated-w", "doorway-opener", "forearm-slide", "chair-extension"},
    "seated-rotation": {"open-book", "knee-rolls", "standing-turn"},
    "shoulder-release": {"lying-head-rolls", "chin-nods", "arm-circles", "seated-w"},
}  # fmt: skip
"""What the clinical ground (4, M0 to M7) names as easier or instead; all can be come to by ways out."""

LEADS_ON = {
    "pelvic-tilt": {"two-breaths"},
    "cat-cow": {"slower"},
    "knee-to-chest": {"other-leg-long"},
    "hip-hinge": {"arms-crossed"},
    "wall-press": {"breath-at-the-top"},
    "seated-rotation": {"two-breaths"},
}
"""The next thing after the described level. The release leads on to another movement, the chin nods."""

TRUNK = {
    ("seated-rotation", "turned", "trunk-turn"): (20, 45),
    ("knee-rolls", "rolled", "trunk-turn"): (20, 45),
    ("open-book", "opened", "trunk-turn"): (20, 55),
    ("standing-turn", "turned", "trunk-turn"): (20, 45),
    ("side-bend", "bent", "trunk-side"): (15, 25),
    ("seated-side-bend", "bent", "trunk-side"): (15, 25),
    ("standing-extension", "back", "trunk-lean"): (-18, -10),
    ("hip-hinge", "folded", "trunk-lean"): (45, 90),
    ("wall-tap-hinge", "tapped", "trunk-lean"): (30, 60),
    ("seated-hinge", "folded", "trunk-lean"): (25, 45),
    ("shoulder-release", "tilted", "neck-side"): (20, 35),
    ("chin-nods", "nodded", "neck-bend"): (4, 20),
    ("wall-press", "high", "arm-raise"): (120, 152),
    ("floor-angels", "high", "arm-raise"): (120, 150),
    ("forearm-slide", "high", "arm-raise"): (120, 152),
}
"""How far, in degrees. Source: clinical ground 4 and 4.8; asked of the limbs: tests/js/asked.js."""


def place(score: Score) -> object:
    return WALL if WALL in score.needs and score.position is STANDING else score.position


class TestEveryRegion:
    @pytest.mark.parametrize(
        ("region", "where", "slug"),
        [(region, where, slug) for region, row in REGIONS.items() for where, slugs in row.items() for slug in slugs],
        ids=str,
    )
    def test_is_looked_after_where_the_table_says(self, region: str, where: object, slug: str) -> None:
        assert place(SCORES[slug]) == where

    def test_has_every_movement_of_the_library(self) -> None:
        assert {slug for row in REGIONS.values() for slugs in row.values() for slug in slugs} == set(SCORES)

    @pytest.mark.parametrize("where", [*Position, WALL], ids=str)
    def test_in_every_position_there_is_something(self, where: object) -> None:
        assert any(place(score) == where for score in SCORES.values())


class TestEqualChoice:
    """Somebody who stays on a chair, or off the floor, has at least two things for every part of the body."""

    @pytest.mark.parametrize("region", REGIONS.keys() - {BREATH})
    @pytest.mark.parametrize("where", [(SITTING,), (SITTING, STANDING, WALL)], ids=["on a chair", "off the floor"])
    def test_leaves_two_for_every_region(self, region: str, where: tuple[object, ...]) -> None:
        assert len(set().union(*(REGIONS[region].get(each, set()) for each in where))) >= 2

    @pytest.mark.parametrize("pool", PRACTICE.pools, ids=lambda pool: pool.region)
    @pytest.mark.parametrize("where", [{SITTING}, {SITTING, STANDING}], ids=["on a chair", "off the floor"])
    def test_leaves_two_for_every_pool_of_rotation(self, pool: Pool, where: set[Position]) -> None:
        assert sum(SCORES[slug].position in where for slug in pool.movements) >= 2

    def test_leaves_a_breath(self) -> None:
        assert REGIONS[BREATH][SITTING]


class TestTheRotationPool:
    def test_is_all_there(self) -> None:
        assert {slug for slugs in POOL.values() for slug in slugs} <= SCORES.keys()
        assert list(POOL) == [f"R{n}" for n in range(1, 17)]


class TestTheSeven:
    @pytest.mark.parametrize(("slug", "named"), EASIER_AND_INSTEAD.items(), ids=EASIER_AND_INSTEAD)
    def test_have_what_the_ground_names_as_easier_and_instead(self, slug: str, named: set[str]) -> None:
        ways = {*SCORES[slug].ways_out.easier, *substitutes(SCORES[slug], PRACTICE)}

        assert named <= ways

    @pytest.mark.parametrize(("slug", "levels"), LEADS_ON.items(), ids=LEADS_ON)
    def test_lead_on(self, slug: str, levels: set[str]) -> None:
        assert {level.id for level in SCORES[slug].levels if level.build} == levels


class TestHowFar:
    @pytest.mark.parametrize(("asked", "span"), TRUNK.items(), ids=str)
    def test_is_what_the_ground_says(self, asked: tuple[str, str, str], span: tuple[float, float]) -> None:
        slug, posture, measure = asked
        first, here = (
            MEASURES[measure](SCORES[slug].postures[name]) for name in (next(iter(SCORES[slug].postures)), posture)
        )

        assert span[0] <= (here if measure in ("trunk-lean", "arm-raise") else here - first) <= span[1]


def _able_only(able: frozenset[Position]) -> Allowed:
    return lambda score: None if score.position in able else Reason("cannot-position")


class TestWhoIsOffered:
    """A movement that nobody is ever offered would be a picture in a book."""

    SLOTS = {
        slot.movement for one in PRACTICE.programmes.values() for outline in one.sessions for slot in outline.slots
    }
    ABLE = [frozenset(some) for some in chain(*(combinations(Position, n) for n in range(1, len(Position) + 1)))]

    def offered(self) -> set[str]:
        """The programmes' own, what rotation brings, and what stands in for somebody who is not able to do one."""
        here = set(self.SLOTS) | set(PRACTICE.alike(*self.SLOTS))
        for able in self.ABLE:
            for slug in self.SLOTS - {*BREATHS}:
                other = stand_in(
                    SCORES[slug],
                    PRACTICE,
                    _able_only(able),
                    frozenset(),
                )
                here |= {other.slug} if other else set()
        return here

    def test_any_movement_is_offered_to_somebody(self) -> None:
        swapped = {way for slug in self.offered() for way in SCORES[slug].ways_out.substitute}
        walked = {"walking"} if any(one.walks for one in PRACTICE.programmes.values()) else set()

        assert self.offered() | swapped | walked == set(SCORES)


class TestWhatIsSaid:
    @pytest.mark.parametrize("slug", SCORES)
    def test_leads_there_in_few_words(self, slug: str) -> None:
        """The figure changes position meanwhile, and more words would outlast it."""
        assert len(SCORES[slug].get_there.split()) <= 18

    @pytest.mark.parametrize("slug", SCORES)
    def test_carries_into_the_day_in_words_of_its_own(self, slug: str) -> None:
        others = {score.daily for other, score in SCORES.items() if other != slug}

        assert SCORES[slug].daily not in others
        assert 6 <= len(SCORES[slug].daily.split()) <= 24

    @pytest.mark.parametrize("slug", SCORES)
    def test_names_every_level_by_what_is_different(self, slug: str) -> None:
        names = [level.name for level in SCORES[slug].levels]

        assert len(set(names)) == len(names)
        assert all(name[0].isupper() and not name.endswith(".") for name in names)

    @pytest.mark.parametrize("slug", SCORES)
    def test_has_a_level_to_begin_with_that_asks_for_less(self, slug: str) -> None:
        first = Dose(SCORES[slug].levels[0].id, SCORES[slug].levels[0].repetitions)

        assert first.level != "described"
        assert first.repetitions <= SCORES[slug].described.repetitions
