"""One fault each: what is changed in the small score, and what is said of it, from the line on."""

from loosen.content.loading import scores, vocabulary

TAGS = ", ".join(sorted(vocabulary().tags))
NEEDS = ", ".join(sorted(vocabulary().needs))
MOVEMENTS = ", ".join(sorted(scores()))
PELVIS = "at_cm, lean_deg, over_knees, roll_deg, turn_deg"
KEYS = (
    "aside, camera, cautions, change, daily, evidence, figure, format, get_there, layers, level, name, needs, notice, "
    "part, phrase, position, posture, purpose, regions, reviewed, sides, sources, stop, tags, ways-out"
)

FAULTS = {
    "an unknown key that is nearly right": (
        ("purpose  =", "purpos  ="),
        "4: there is no key 'purpos' here; did you mean 'purpose'?",
    ),
    "an unknown key of its own": (
        ("daily    =", "zebra    ="),
        f"11: there is no key 'zebra' here; known keys are {KEYS}",
    ),
    "a missing key": (('daily    = "At the table."\n', ""), "1: 'daily' is missing; add it"),
    "a key of an inner table": (
        ("counts_in = 2", "count_in = 2"),
        "24: there is no key 'count_in' here; did you mean 'counts_in'?",
    ),
    "a slug in the file": (
        ("format   = 1", 'format   = 1\nslug = "lean"'),
        "3: a score does not name its slug; leave it out: the name of the file is the slug",
    ),
    "no format": (("format   = 1", ""), "1: the format is not named; write 'format = 1' first"),
    "a newer format": (
        ("format   = 1", "format   = 2"),
        "2: format 2 is newer than this program, which reads 1; update Loosen first",
    ),
    "an older format than the first": (("format   = 1", "format   = 0"), "2: there is no format 0; write 'format = 1'"),
    "not TOML": (
        ("name     = ", "name     "),
        "3: this is not TOML: expected '=' after a key in a key/value pair; mend the line",
    ),
    "TOML that ends too soon": (
        ("pelvis = { lean_deg = 25 }", "pelvis = ["),
        "88: this is not TOML: invalid value; mend the line",
    ),
    "text for a number": (("repetitions = 8", 'repetitions = "8"'), "47: 'repetitions' is '8'; write a whole number"),
    "half a repetition": (("repetitions = 8", "repetitions = 7.5"), "47: 'repetitions' is 7.5; write a whole number"),
    "a number for text": (('say     = "Breathe in, and come up."', "say = 5"), "30: 'say' is 5; write text in quotes"),
    "an unknown breath": (('breath  = "in"', 'breath  = "hold"'), "27: 'breath' is 'hold'; write one of in, out, easy"),
    "an unknown position": (
        ('"sitting"', '"floating"'),
        "7: 'position' is 'floating'; write one of lying, side-lying, hands-and-knees, kneeling, sitting, standing",
    ),
    "a word for a list": (
        ('regions  = ["hips"]', 'regions  = "hips"'),
        "6: 'regions' is not a list; write it in square brackets",
    ),
    "two points for an angle": (
        ('angle = ["ear", "shoulder", "hip"]', 'angle = ["ear", "shoulder"]'),
        "65: 'angle' has 2 entries; give exactly 3",
    ),
    "a list for a table": (("[layers]", "[[layers]]"), "32: 'layers' is a list; write it as a table of keys"),
    "reviewed without a name": (
        ("reviewed = false", "reviewed = true"),
        '14: reviewed is true without a name and a date; write reviewed = { name = "...", on = 2026-01-31 }, or false',
    ),
    "nothing about a review": (
        ("reviewed = false\n", ""),
        "1: 'reviewed' is missing; write 'reviewed = false' until a physiotherapist has looked",
    ),
    "an id that is not plain": (
        ('id   = "half-way"', 'id   = "Half way"'),
        "39: the level id 'Half way' is not plain; use small letters, digits and single hyphens",
    ),
    "an unknown tag": (
        ('"trunk-lean"', '"trunk-lean", "bouncing"'),
        f"10: there is no tag 'bouncing'; use one of {TAGS}, or define it in tags.toml",
    ),
    "an unknown need": (
        ('["chair"]', '["trapeze"]'),
        f"9: there is no need 'trapeze'; use one of {NEEDS}, or define it in tags.toml",
    ),
    "no source": (('["article"]', "[]"), "12: there is no source; name at least one"),
    "a dose of zero": (("repetitions = 8", "repetitions = 0"), "47: 'repetitions' is 0; give more than nothing"),
    "a breath of zero": (("counts  = 4", "counts  = 0"), "21: 'counts' is 0; give more than nothing"),
    "a range of nothing": (
        ("range = 0.5", "range = 0.0"),
        "42: a range of 0; give a fraction above 0 and up to 1",
    ),
    "a most below the dose": (
        ("most = 10", "most = 5"),
        "48: 'most' is below the repetitions; raise it, or leave it out",
    ),
    "a stay of a phrase that is not there": (
        ("stays = { lean = 0 }", "stays = { dive = 0 }"),
        "43: there is no phrase 'dive'; use one of lean, rise",
    ),
    "a stay of a phrase that has none": (
        ("stays = { lean = 0 }", "stays = { rise = 1 }"),
        "43: the phrase 'rise' has no stay; give the phrase a stay = { ... }",
    ),
    "a way out that is no movement": (
        ('["seated-tilt"]', '["handstand"]'),
        f"51: there is no other movement 'handstand'; use one of {MOVEMENTS}",
    ),
    "ways out that do not end in breath": (
        ('["hip-hinge", "seated-breath"]', '["hip-hinge"]'),
        "52: the ways out do not end in the breath; end the list with seated-breath or lying-breath",
    ),
    "a substitute of another region": (
        ('"hip-hinge"', '"wall-press"'),
        "52: 'wall-press' serves none of this movement's regions; choose another substitute",
    ),
    "substitutes in one position only": (
        ('"hip-hinge"', '"seated-hinge"'),
        "52: no substitute is in another position; add one for those who cannot be in this one",
    ),
    "words that do not fit their breath": (
        ("Breathe in, and come up.", "Breathe in, and come up slowly through your crown."),
        "30: 9 words in 4 counts, where 8 can be spoken; say it shorter, or give the phrase more counts",
    ),
    "words that breathe the other way": (
        ("Breathe in, and come up.", "Breathe out, and come up."),
        "30: 'breathe out' in a phrase that breathes in; change one",
    ),
    "a posture that is not drawn": (
        ('posture = "tall"', 'posture = "taller"'),
        "29: the posture 'taller' is not drawn; add [posture.taller] below, or name one that is",
    ),
    "a drawing that ends in no posture": (
        ('shows_end = "leaning"', 'shows_end = "lying"'),
        "81: the posture 'lying' is not drawn; add [posture.lying] below, or name one that is",
    ),
    "an unknown key of a posture": (
        ("lean_deg = 25", "lean = 25"),
        f"88: posture.leaning: pelvis: there is no key 'lean'; known are {PELVIS}; see the head of postures.toml",
    ),
    "a tag the position asks for": (
        ('"seated", ', ""),
        "10: the tag 'seated' is missing: position or postures ask for it; add it",
    ),
    "a tag the drawing asks for": (
        ("pelvis = { lean_deg = 25 }", "pelvis = { lean_deg = 25 }\nlegs = { forward_deg = 95 }"),
        "10: the tag 'thigh-lifted' is missing: position or postures ask for it; add it",
    ),
    "a tag of the way between postures": (
        ("pelvis = { lean_deg = 25 }", "pelvis = { lean_deg = 25 }\nmid_back = { turn_deg = 20 }"),
        "10: the tag 'spine-rotation' is missing: position or postures ask for it; add it",
    ),
    "a tag of a part that keeps still": (
        ('"trunk-lean"', '"trunk-lean", "spine-extension"'),
        "10: the tag 'spine-extension' is not in the drawing; leave it out, or draw it",
    ),
    "a tag the drawing denies": (
        ('"trunk-lean"', '"trunk-lean", "lying-flat"'),
        "10: the tag 'lying-flat' is not in the drawing; leave it out, or draw it",
    ),
    "a body point no camera finds": (
        ('"hip", "knee"]\n', '"hip", "knee", "navel"]\n'),
        "61: there is no body point 'navel'; use one of ankle, ear, elbow, hip, knee, nose, shoulder, toe, wrist",
    ),
    "an angle at a point no camera finds": (
        ('count = { angle = ["shoulder",', 'count = { angle = ["navels",'),
        (
            "62: there is no body point 'navels'; use one of ankle, ear, elbow, hip, knee, nose, shoulder, toe, wrist, "
            "'up', or one of them with 'right-' or 'left-' before it or an 's' after it"
        ),
    ),
    "a point that is measured but not needed": (
        ('needs = ["ear", ', "needs = ["),
        "61: 'ear' is measured but not needed; add it",
    ),
    "an angle without a point to measure it at": (
        ('count = { angle = ["shoulder", "hip",', 'count = { angle = ["shoulder", "up",'),
        "62: the three points make no angle; name three, the one at the angle in the middle",
    ),
    "a camera that counts anything": (
        ("least_deg = 12", "least_deg = 0"),
        "62: anything would count; give least_deg and least_s more than nothing",
    ),
    "a camera that counts a posture nobody takes": (
        ("enter = 0.55,", 'enter = 0.55, posture = "asleep",'),
        "62: there is no posture in the phrases 'asleep'; use one of leaning, tall",
    ),
    "a camera that counts a part that is not there": (
        (
            "[[camera.check]]",
            """[camera.parts.roll]
angle = ["shoulder", "hip", "knee"]
enter = 0.5
leave = 0.3
least_deg = 9
least_s = 3
[[camera.check]]""",
        ),
        "63: there is no part 'roll'; use one of ",
    ),
    "a correction within what a camera is off": (
        ("tolerance_deg = 15", "tolerance_deg = 5"),
        "68: a tolerance of 5 degrees; a camera is off by that much: give at least 10",
    ),
    "a correction without a span": (
        ("between_deg = [155, 180]", "between_deg = [180, 155]"),
        "67: the span is empty; write the smaller angle first",
    ),
    "a correction at a level that is not there": (
        ("tolerance_deg = 15", 'tolerance_deg = 15\nlevels = ["asleep"]'),
        "69: there is no level 'asleep'; use one of described, half-way",
    ),
    "a correction too long to say in a repetition": (
        ("Let your head follow your back.", "Let it all go on in a line to be as one is, so we do it."),
        "69: 17 words in 8 counts, where 16 can be spoken; say it shorter, or give the phrase more counts",
    ),
    "a camera that looks where it sees nothing": (
        ('view  = "side"\nneeds', 'view  = "none"\nneeds'),
        "59: something is looked at where nothing is seen; leave it out, or name the view",
    ),
    "a camera that never counts": (
        ("enter = 0.55, leave = 0.30", "enter = 0.30, leave = 0.55"),
        "62: enter and leave are not in order; give 0 < leave < enter < 1",
    ),
    "a word that frightens": (
        ("Lets you lean a little.", "Stops damage when you lean."),
        "4: the text says 'damage'; find a calmer word: damage frightens and is seldom so",
    ),
    "a caption too long to read from the floor": (
        ("Long from tail to crown.", "Extraordinarily lengthened, unhurriedly, contentedly, throughout."),
        "35: a caption of 65 letters; keep to 60",
    ),
    "no gentler level": (
        ('id   = "half-way"\nname = "Half way"\nrepetitions = 4\nrange = 0.5\nstays = { lean = 0 }\n[[level]]\n', ""),
        "38: nothing is gentler than the level described; put a gentler level before it",
    ),
    "levels out of order": (
        ('most = 10', 'most = 10\n[[level]]\nid = "later"\nname = "Later"\nrepetitions = 2\nrange = 0.5'),
        "49: the level 'later' is gentler than 'described' before it; put the levels in order, gentlest first",
    ),
    "sides without a change between them": (
        ('"together"', '"each"'),
        "15: nothing says how to change sides; add [change] with counts and say",
    ),
    "a change where nothing changes": (
        ("[layers]", '[change]\ncounts = 4\nsay = "The other way."\n[layers]'),
        "32: nothing changes sides here; leave [change] out, or say sides = \"each\"",
    ),
    "a stay after an easy breath": (
        ('breath  = "out"', 'breath  = "easy"'),
        "24: a stay after an easy breath; let the phrase breathe in or out",
    ),
    "no word on what a camera cannot see": (
        ('[[camera.cannot]]\nwhat = "round or flat back"\nwhy  = "a camera sees joints, not the spine"\n', ""),
        "59: it does not say what a camera cannot see; add [[camera.cannot]] with what and why",
    ),
    "an exclamation mark": (("At the table.", "At the table!"), "11: the text has '!'; use plain stops and commas"),
    "an empty text": (('"At the table."', '""'), "11: the text is empty; write it"),
}  # fmt: skip
