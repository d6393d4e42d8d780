"""The movements of the library: doses of the article, durations of the time budget, words that fit their breath."""

import itertools

import pytest

from loosen.content.loading import programmes, scores
from loosen.core.breath import LEAST_COUNT_S, WORDS_A_SECOND
from loosen.core.camera import View
from loosen.core.score import DESCRIBED, Dose, Position, Sides
from loosen.core.timeline import change_s, cues, duration_s, first_round

SLUGS = sorted(scores())

FLOOR = {Position.LYING, Position.SIDE_LYING, Position.HANDS_AND_KNEES, Position.KNEELING}

DOSES = {
    "seated-breath": (6, 8),
    "lying-breath": (6, 8),
    "pelvic-tilt": (8, 8),
    "seated-tilt": (8, 8),
    "wall-tilt": (8, 8),
    "cat-cow": (8, 8),
    "seated-cat-cow": (8, 8),
    "standing-cat-cow": (8, 8),
    "knee-to-chest": (5, 7),
    "hip-hinge": (8, 8),
    "seated-hinge": (8, 8),
    "wall-press": (8, 10),
    "seated-w": (8, 10),
    "floor-angels": (8, 10),
    "seated-rotation": (5, 5),
    "sit-to-stand": (5, 8),
    "bridge": (5, 8),
    "open-book": (5, 5),
    "knee-rolls": (6, 8),
    "side-bend": (5, 5),
    "seated-side-bend": (5, 5),
    "chair-extension": (6, 6),
    "standing-extension": (5, 5),
    "ankle-pumps": (10, 15),
    "heel-raises": (10, 15),
    "wall-tap-hinge": (8, 8),
    "wall-push-up": (5, 8),
    "standing-bird-dog": (5, 5),
    "wall-side-plank": (3, 3),
    "side-plank": (3, 3),
    "bird-dog": (5, 5),
    "dead-bug": (5, 8),
    "cat-round": (8, 8),
    "forearm-slide": (8, 10),
    "side-lying-tilt": (8, 8),
    "side-lying-breath": (6, 8),
    "standing-turn": (5, 5),
    "shoulder-release": (5, 5),
    "standing-release": (5, 5),
}
"""Repetitions of the article and of the rotation pool, least and most. Source: practice C and D, clinical ground 4."""

OWN_DOSES = {
    "arm-circles": (6, 8),
    "chin-nods": (6, 8),
    "doorway-opener": (3, 4),
    "heel-slides": (5, 8),
    "knee-to-chest-strap": (3, 5),
    "legs-on-chair": (8, 12),
    "lying-head-rolls": (4, 6),
    "seated-knee-lift": (3, 5),
    "seated-march": (5, 8),
    "seated-reach": (5, 5),
    "thread-the-needle": (4, 5),
    "tilt-clock": (5, 8),
    "childs-pose": (2, 3),
    "seated-fold": (1, 2),
    "half-kneel-opener": (2, 3),
    "standing-hip-opener": (1, 2),
    "lying-figure-four": (1, 2),
    "seated-figure-four": (1, 2),
}
"""Repetitions where the clinical ground gives none, or breaths alone: reasoned from the nearest movement it has."""

MINUTES_WALKED = {"two-minutes": 2, "described": 10, "half-an-hour": 30}
"""From two to ten minutes, and on to thirty. Source: clinical ground 4.8, R16."""

BUDGET_S = {
    "seated-breath": (60, 80),
    "pelvic-tilt": (80, 96),
    "cat-cow": (64, 80),
    "knee-to-chest": (250, 420),
    "hip-hinge": (48, 64),
    "wall-press": (64, 80),
    "seated-rotation": (100, 110),
    "shoulder-release": (100, 130),
    "lying-breath": (60, 80),
    "standing-release": (100, 130),
}
"""Seconds at the described dose and the usual pace. Source: clinical ground 4.0."""

REPETITION_S = {
    "seated-breath": (10, 10),
    "pelvic-tilt": (10, 12),
    "cat-cow": (8, 10),
    "knee-to-chest": (25, 30),
    "hip-hinge": (6, 8),
    "wall-press": (8, 8),
    "seated-rotation": (10, 11),
}
"""Seconds of one repetition, on one side. Source: clinical ground 4.0."""


def described(slug: str) -> Dose:
    return Dose(DESCRIBED, scores()[slug].described.repetitions)


class TestTheDoseOfTheArticle:
    def test_is_written_down_for_every_movement(self):
        assert {*DOSES, *OWN_DOSES} == {*SLUGS} - {"walking"}
        assert not DOSES.keys() & OWN_DOSES.keys()

    @pytest.mark.parametrize(("level", "minutes"), MINUTES_WALKED.items(), ids=MINUTES_WALKED)
    def test_of_walking_is_minutes(self, level, minutes):
        walk = scores()["walking"]

        walked_s = duration_s(walk, Dose(level, walk.level(level).repetitions), 1.0)

        assert walked_s == pytest.approx(60 * minutes, rel=0.05)

    @pytest.mark.parametrize(("slug", "span"), (DOSES | OWN_DOSES).items(), ids=DOSES | OWN_DOSES)
    def test_is_what_the_described_level_gives(self, slug, span):
        level = scores()[slug].described

        assert (level.repetitions, level.most or level.repetitions) == span
        assert level.range == 1
        assert not level.build

    @pytest.mark.parametrize(("slug", "span"), BUDGET_S.items(), ids=BUDGET_S)
    def test_takes_the_seconds_of_the_time_budget(self, slug, span):
        assert span[0] <= duration_s(scores()[slug], described(slug), 1.0) <= span[1]

    @pytest.mark.parametrize(("slug", "span"), REPETITION_S.items(), ids=REPETITION_S)
    def test_gives_each_repetition_its_seconds(self, slug, span):
        first = [
            cue for cue in cues(scores()[slug], described(slug), 1.0) if cue.repetition == 1 and cue.side != "left"
        ]

        assert span[0] <= sum(cue.duration_s for cue in first) <= span[1]

    def test_of_the_release_is_three_lifts_five_rolls_a_tilt_each_side_and_quiet_breaths(self):
        parts = {part.id: (part.repetitions, part.sides) for part in scores()["shoulder-release"].whole()}

        assert parts == {
            "lift": (3, Sides.TOGETHER),
            "roll": (5, Sides.TOGETHER),
            "tilt": (1, Sides.ALTERNATE),
            "quiet": (3, Sides.TOGETHER),
        }

    def test_of_the_standing_release_is_the_same(self):
        assert scores()["standing-release"].parts == scores()["shoulder-release"].parts

    def test_breathes_in_for_four_and_out_for_six(self):
        breath = scores()["seated-breath"]

        assert [(phrase.breath.value, phrase.counts) for phrase in breath.phrases] == [("in", 4), ("out", 6)]

    def test_can_be_two_a_leg_of_knee_to_chest_in_about_eighty_seconds(self):
        light = scores()["knee-to-chest"].levels[0]

        assert 60 <= duration_s(scores()["knee-to-chest"], Dose(light.id, 2), 1.0) <= 100


class TestTheMorningOfTheArticle:
    def test_fits_its_eight_minutes_with_all_its_movements(self):
        (outline,) = [each for each in programmes()["gentle-start"].sessions if each.part.value == "morning"]
        chain = [(scores()[slot.movement], slot.repetitions) for slot in outline.slots]

        moving = sum(duration_s(score, Dose(DESCRIBED, n or score.described.repetitions), 1.0) for score, n in chain)
        positions = [None, *(score.position for score, _ in chain)]
        changing = sum(change_s(one, other) for one, other in itertools.pairwise(positions))

        assert 5 * 60 <= moving + changing <= 8 * 60


class TestEveryMovement:
    @pytest.mark.parametrize("slug", SLUGS)
    def test_has_a_gentler_level_before_the_described_one_and_at_most_one_build_level(self, slug):
        levels = scores()[slug].levels

        assert [level.id for level in levels].index(DESCRIBED) >= 1
        assert sum(level.build for level in levels) <= 1

    @pytest.mark.parametrize("slug", SLUGS)
    def test_is_gentler_at_its_gentlest_than_as_described(self, slug):
        score = scores()[slug]
        gentle = score.levels[0]
        seconds = duration_s(score, Dose(gentle.id, gentle.repetitions), 1.0)

        assert gentle.range < 1 or not gentle.counting or seconds < duration_s(score, described(slug), 1.0)

    @pytest.mark.parametrize("slug", SLUGS)
    def test_says_nothing_that_does_not_fit_its_breath_at_the_quickest_pace(self, slug):
        score = scores()[slug]
        for level in score.levels:
            played = cues(score, Dose(level.id, level.repetitions), LEAST_COUNT_S)
            for cue, following in zip(played, [*played[1:], None], strict=True):
                room_s = cue.duration_s + (following.duration_s if following and not following.say else 0)
                assert len(cue.say.split()) <= room_s * WORDS_A_SECOND + 1e-6, cue.say

    @pytest.mark.parametrize("slug", SLUGS)
    def test_begins_each_phrase_with_its_breath(self, slug):
        for phrase in first_round(scores()[slug]):
            assert phrase.say.startswith(f"Breathe {phrase.breath.value}"), phrase.say

    @pytest.mark.parametrize("slug", SLUGS)
    def test_can_be_reached_in_the_time_its_words_take(self, slug):
        score = scores()[slug]

        assert len(score.get_there.split()) <= change_s(None, score.position) * WORDS_A_SECOND

    @pytest.mark.parametrize("slug", SLUGS)
    def test_ends_every_way_out_in_the_breath(self, slug):
        last = scores()[slug].ways_out.substitute[-1]

        assert last in ("seated-breath", "lying-breath")

    @pytest.mark.parametrize("slug", SLUGS)
    def test_has_not_been_reviewed_until_a_physiotherapist_has_looked(self, slug):
        assert scores()[slug].reviewed is None

    @pytest.mark.parametrize("slug", SLUGS)
    def test_is_moved_by_the_breath_in_turns(self, slug):
        for part in scores()[slug].whole():
            assert {phrase.breath.value for phrase in part.phrases} == {"in", "out"}

    @pytest.mark.parametrize("slug", SLUGS)
    def test_says_how_a_camera_counts_only_where_one_can_see_it(self, slug):
        camera = scores()[slug].camera

        assert camera.view is not View.NONE or (camera.count is None and not camera.checks)


class TestSomebodyWho:
    @pytest.mark.parametrize("slug", SLUGS)
    def test_stays_on_a_chair_finds_a_substitute_for_every_movement(self, slug):
        assert self.reachable(slug, {Position.SITTING})

    @pytest.mark.parametrize("slug", SLUGS)
    def test_cannot_get_to_the_floor_finds_a_substitute_for_every_movement(self, slug):
        assert self.reachable(slug, {Position.SITTING, Position.STANDING})

    @pytest.mark.parametrize("slug", SLUGS)
    def test_lies_in_bed_finds_a_way_out_of_every_movement(self, slug):
        known, seen, waiting = scores(), set(), [slug]
        while waiting:
            name = waiting.pop()
            if known[name].position is Position.LYING:
                return
            seen.add(name)
            waiting += [other for other in known[name].ways_out.substitute if other not in seen]
        pytest.fail(f"{slug} has no way to a movement lying down")

    def reachable(self, slug: str, positions: set[Position]) -> bool:
        score = scores()[slug]
        others = [scores()[name] for name in score.ways_out.substitute]
        return score.position in positions or any(other.position in positions for other in others)

    def test_stays_on_a_chair_has_movement_for_every_region_and_not_only_breath(self):
        seated = [score for score in scores().values() if score.position is Position.SITTING]

        assert {region for score in seated for region in score.regions} >= {
            "low-back", "upper-back", "hips", "legs", "shoulders", "neck", "chest",
        }  # fmt: skip


class TestSomebodyWhoCannotLieFlat:
    @pytest.mark.parametrize("slug", [slug for slug in SLUGS if "lying-flat" in scores()[slug].tags])
    def test_is_told_what_to_take_instead(self, slug):
        assert any("lying flat is not easy" in caution for caution in scores()[slug].cautions)
