"""A small whole score, for tests that spoil one thing in it."""

SMALL = """\
# A small movement: a lean on a chair.
format   = 1
name     = "Small lean"
purpose  = "Lets you lean a little."
notice   = "that leaning is easy."
regions  = ["hips"]
position = "sitting"
get_there = "Sit near the front of your chair."
needs    = ["chair"]
tags     = ["seated", "trunk-lean"]
daily    = "At the table."
sources  = ["article"]
evidence = "reasoned"
reviewed = false
sides    = "together"
cautions = ["Lean half way when you are dizzy."]

[[phrase]]
id      = "lean"
breath  = "out"
counts  = 4
posture = "leaning"
say     = "Breathe out, and lean forwards."
stay    = { breaths = 1, counts_in = 2, counts_out = 3, say = "Stay for one breath." }
[[phrase]]
id      = "rise"
breath  = "in"
counts  = 4
posture = "tall"
say     = "Breathe in, and come up."

[layers]
breath    = "Let the breath set the pace."
pelvis    = "Tip over your thighs."
spine     = "Long from tail to crown."
shoulders = "Shoulders soft."

[[level]]
id   = "half-way"
name = "Half way"
repetitions = 4
range = 0.5
stays = { lean = 0 }
[[level]]
id   = "described"
name = "As described"
repetitions = 8
most = 10

[ways-out]
easier     = ["seated-tilt"]
substitute = ["hip-hinge", "seated-breath"]

[[stop]]
sign = "Sharp for longer than a breath or two"
do   = "leave-movement"
say  = "Let this one go for today."

[camera]
view  = "side"
needs = ["ear", "shoulder", "hip", "knee"]
count = { angle = ["shoulder", "hip", "knee"], enter = 0.55, leave = 0.30, least_deg = 12, least_s = 3 }
[[camera.check]]
id = "head-in-line"
angle = ["ear", "shoulder", "hip"]
posture = "leaning"
between_deg = [155, 180]
tolerance_deg = 15
say = "Let your head follow your back."
[[camera.cannot]]
what = "round or flat back"
why  = "a camera sees joints, not the spine"

# --- how it is drawn ---

[figure]
view = "side"
picture_cm = { left = -62, right = 68, top = 150, bottom = -22 }
glow = "hips"
props = [{ kind = "chair" }]
shows_end = "leaning"

[posture.tall]
from = "sitting"

[posture.leaning]
from = "tall"
pelvis = { lean_deg = 25 }
"""


def spoiled(old: str, new: str) -> str:
    """The small score with one thing changed; the thing must be there."""
    assert SMALL.count(old) >= 1, f"the small score has no {old!r}"
    return SMALL.replace(old, new, 1)
