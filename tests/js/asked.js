// What the clinical ground asks of a movement's limbs, posture by posture: [limb, angle, least, most] in degrees.
// bend 0 is straight; swing is the hip or shoulder forwards against its own end of the trunk; raise is an arm from
// hanging. What it asks of the trunk is measured in tests/content/test_movements_ground.py.

const STANDING = ["legR", "bend", 5, 25];
const SITTING = [
  ["legR", "swing", 75, 100],
  ["legR", "bend", 75, 105],
];
const HOOK_LYING = [
  ["legR", "bend", 75, 115],
  ["legR", "swing", 35, 65],
];
const ALL_FOURS = [
  ["armR", "bend", 0, 20],
  ["legR", "bend", 80, 100],
];
/** The leg that stays, while the other one is drawn in. */
const LONG = ["legL", "bend", 0, 35];

/** @type {Record<string, Record<string, [string, "bend" | "swing" | "out" | "raise", number, number][]>>} */
export const ASKED = {
  "ankle-pumps": { flat: SITTING, "toes-up": SITTING, "heels-up": SITTING },
  "arm-circles": {
    forwards: [["armR", "raise", 60, 90]],
    back: [["armR", "raise", 60, 90]],
  },
  "bird-dog": {
    "all-fours": ALL_FOURS,
    "leg-level": [
      ["legR", "swing", -10, 10],
      ["legR", "bend", 0, 15],
    ],
    "leg-and-arm": [
      ["legR", "swing", -10, 10],
      ["armL", "raise", 145, 180],
    ],
  },
  bridge: { rest: HOOK_LYING, lifted: [["legR", "swing", -30, 30]] },
  "cat-cow": {
    flat: ALL_FOURS,
    arched: [["armR", "bend", 0, 20]],
    rounded: [["armR", "bend", 0, 20]],
  },
  "cat-round": { flat: ALL_FOURS, rounded: [["armR", "bend", 0, 20]] },
  "chair-extension": { tall: SITTING, "tall-arms-crossed": [["armR", "raise", 0, 90]] },
  "childs-pose": { "all-fours": ALL_FOURS, resting: [["legR", "swing", 100, 135]] },
  "chin-nods": { level: SITTING, nodded: SITTING },
  "dead-bug": {
    tabletop: [
      ["legR", "swing", 80, 100],
      ["legR", "bend", 80, 100],
      ["armR", "raise", 80, 100],
    ],
    tapped: [["legL", "swing", 80, 100]],
    reached: [
      ["legR", "bend", 0, 20],
      ["legL", "swing", 80, 100],
    ],
    "one-knee-up": [["legL", "bend", 80, 105]],
  },
  "doorway-opener": { tall: [["armR", "raise", 75, 95]], open: [["armR", "raise", 75, 95]] },
  "floor-angels": {
    low: [
      ["armR", "raise", 74, 100],
      ["armR", "bend", 75, 105],
    ],
    high: [["armR", "raise", 115, 150]],
  },
  "forearm-slide": { low: [["armR", "raise", 60, 95]], high: [["armR", "raise", 115, 150]] },
  "half-kneel-opener": {
    upright: [
      ["legR", "swing", -15, 10],
      ["legL", "bend", 75, 105],
    ],
    opened: [["legR", "swing", -35, -12]],
  },
  "heel-raises": { flat: [STANDING], high: [STANDING] },
  "heel-slides": {
    rest: HOOK_LYING,
    long: [
      ["legR", "bend", 5, 35],
      ["legL", "bend", 75, 105],
    ],
  },
  "hip-hinge": {
    tall: [STANDING],
    folded: [
      ["legR", "bend", 12, 28],
      ["legR", "swing", 45, 95],
    ],
    "folded-arms-crossed": [["legR", "bend", 12, 28]],
  },
  "knee-rolls": { centre: HOOK_LYING },
  "knee-to-chest": {
    rest: HOOK_LYING,
    hugging: [
      ["legR", "swing", 95, 125],
      ["legL", "bend", 70, 110],
    ],
    "hugging-lightly": [["legR", "swing", 90, 112]],
    "rest-leg-long": [LONG],
    "hugging-leg-long": [["legR", "swing", 95, 125], LONG],
  },
  "knee-to-chest-strap": {
    drawn: [
      ["legR", "swing", 95, 125],
      ["legL", "bend", 70, 110],
    ],
    "drawn-lightly": [["legR", "swing", 85, 105]],
  },
  "legs-on-chair": {
    out: [
      ["legR", "bend", 65, 105],
      ["legR", "swing", 60, 100],
    ],
  },
  "lying-breath": { out: HOOK_LYING },
  "lying-figure-four": { rest: HOOK_LYING, open: [["legR", "out", 10, 45]] },
  "lying-head-rolls": { rest: HOOK_LYING },
  "open-book": { closed: [["legR", "swing", 45, 95]], opened: [["legR", "swing", 45, 95]] },
  "pelvic-tilt": { rest: HOOK_LYING },
  "seated-breath": { out: SITTING },
  "seated-cat-cow": { tall: SITTING },
  "seated-figure-four": {
    tall: [
      ["legR", "out", 15, 50],
      ["legL", "bend", 75, 105],
    ],
  },
  "seated-fold": { tall: SITTING },
  "seated-hinge": { tall: SITTING, folded: [["legR", "bend", 75, 105]] },
  "seated-knee-lift": { tall: SITTING, hugging: [["legR", "swing", 95, 125]] },
  "seated-march": {
    tall: SITTING,
    floating: [
      ["legR", "swing", 92, 110],
      ["legL", "swing", 75, 100],
    ],
    "heel-up": SITTING,
  },
  "seated-reach": {
    tall: SITTING,
    reaching: [
      ["legR", "bend", 25, 60],
      ["armL", "raise", 60, 90],
    ],
    "heel-out": [["legR", "bend", 25, 60]],
  },
  "seated-rotation": { centre: SITTING, turned: SITTING },
  "seated-side-bend": { tall: SITTING, bent: SITTING },
  "seated-tilt": { tall: SITTING },
  "seated-w": {
    open: [["armR", "bend", 90, 135]],
    drawn: [
      ["armR", "bend", 90, 135],
      ["armR", "raise", 15, 60],
    ],
  },
  "shoulder-release": { rest: SITTING, tilted: SITTING },
  "side-bend": { tall: [STANDING], bent: [STANDING] },
  "side-lying-breath": { out: [["legR", "bend", 60, 105]] },
  "side-lying-tilt": { rest: [["legR", "bend", 60, 105]] },
  "side-plank": { propped: [["legR", "bend", 75, 105]], lifted: [["legR", "swing", -10, 20]] },
  "sit-to-stand": { sitting: SITTING, standing: [["legR", "bend", 0, 20]] },
  "standing-bird-dog": {
    reaching: [
      ["legR", "swing", -10, 15],
      ["legR", "bend", 0, 15],
    ],
    "leg-back": [["legR", "swing", -10, 15]],
  },
  "standing-cat-cow": { flat: [["legR", "bend", 20, 50]] },
  "standing-extension": { tall: [STANDING], back: [STANDING] },
  "standing-hip-opener": { tucked: [["legR", "swing", -35, -12]] },
  "standing-release": { rest: [STANDING] },
  "standing-turn": { centre: [STANDING], turned: [STANDING] },
  "thread-the-needle": { "all-fours": ALL_FOURS },
  "tilt-clock": { rest: HOOK_LYING },
  walking: { "right-ahead": [["legR", "bend", 0, 30]] },
  "wall-press": {
    low: [
      ["armR", "raise", 74, 100],
      ["armR", "bend", 75, 105],
    ],
    high: [["armR", "raise", 115, 150]],
  },
  "wall-push-up": { straight: [["armR", "bend", 0, 20]], near: [["armR", "bend", 60, 100]] },
  "wall-side-plank": { lifted: [["armR", "raise", 60, 95]] },
  "wall-tap-hinge": { tall: [STANDING], tapped: [["legR", "bend", 12, 40]] },
  "wall-tilt": { rest: [["legR", "bend", 10, 40]], tilted: [["legR", "bend", 10, 40]] },
};
