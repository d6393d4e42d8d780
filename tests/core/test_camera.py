"""What a score says of a camera."""

from loosen.core.camera import Camera, CameraCount, View

LIFT = CameraCount(("right-shoulder", "nose", "left-shoulder"), 0.55, 0.30, 6, 2)
LEAN = CameraCount(("shoulder", "hip", "knee"), 0.55, 0.30, 15, 3)


class TestACamera:
    def test_counts_a_part_as_that_part_asks(self):
        assert Camera(View.FRONT, parts={"lift": LIFT}).counts("lift") is LIFT

    def test_does_not_count_a_part_that_says_nothing(self):
        assert Camera(View.FRONT, parts={"lift": LIFT}).counts("quiet") is None

    def test_counts_a_movement_without_parts_by_its_one_angle(self):
        assert Camera(View.SIDE, count=LEAN).counts("whole") is LEAN
