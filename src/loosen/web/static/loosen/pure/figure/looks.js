// How the person looks that a reader chooses: a few words such as "skin-5 hair-curly shape-round", each one choice.
// The same words are the classes that carry the colours (css/figure.css), so a page needs no style of its own. Their
// names for people stand in content/looks.toml, which has the same ids and the same people.
/** @import { Chosen, Person } from "./types.js" */

/** What may be chosen, and the options of each; the first one is taken when nothing is said. @type {Readonly<Record<string, string>>} */
export const OPTIONS = {
  skin: "3 1 2 4 5 6 7",
  hair: "short cropped curly bob tied bald",
  hue: "dark black brown red fair grey white",
  head: "bare scarf turban",
  cover: "plum sea sand night rose",
  face: "plain glasses beard both",
  age: "adult older",
  shape: "medium slim curvy broad round large expecting",
  height: "tall medium short",
  sleeves: "short long",
  top: "teal lilac orange rose yellow sky leaf white coal",
  legs: "navy slate stone pine earth sand",
};

/** The people to begin with, by name. @type {Readonly<Record<string, string>>} */
export const PRESETS = Object.freeze({
  sam: "",
  ada: "skin-2 hair-tied hue-grey age-older shape-curvy height-short top-lilac legs-slate",
  joe: "skin-4 hue-brown shape-round height-medium top-orange legs-stone",
  noor: "skin-5 head-scarf shape-curvy height-medium sleeves-long top-rose",
  kofi: "skin-7 hue-black shape-broad top-yellow legs-pine",
  plain: "plain",
});

/** Their names. */
export const NAMES = Object.keys(PRESETS);

/** In which a body differs: thickness of the limbs, and cm more [width, back, front] at the eight sections of the trunk. @type {Readonly<Record<string, Pick<Person, "limb" | "add">>>} */
const SHAPES = {
  slim: {
    limb: 0.92,
    add: rows("0 0 0, -.5 -.4 -.4, -.6 -.3 -.8, -.9 -.4 -1.2, -.9 -.4 -.8, -.8 -.3 -.5, -.8 0 -.3, -.5 0 0"),
  },
  curvy: { limb: 0.97, add: rows("0 0 0, 1 .8 .2, .2 0 .2, -.8 0 0, -1 0 0, -.8 .2 1, -1.4 0 .2, -.4 0 0") },
  broad: { limb: 1.03, add: rows("0 0 0, -.4 0 0, -.3 0 0, 0 0 0, .6 0 0, 1 0 .4, 1 0 0, .6 0 0") },
  round: {
    limb: 1.14,
    add: rows(".6 0 1, 1.2 1.4 1.6, 2.8 1.6 4.6, 4.6 1.8 6.6, 3.6 1.6 5, 2 1.4 2, 1.4 1 1, .8 .6 .4"),
  },
  large: {
    limb: 1.27,
    add: rows("1 .6 1.6, 3 3 2.6, 4.8 3 6, 6.6 3 7.6, 5.6 2.6 6.4, 3.6 2.4 3.6, 2.2 1.6 1.6, 1.2 1 .6"),
  },
  expecting: { limb: 1, add: rows("0 0 1, .8 .6 3.2, .8 .2 8.2, 1 0 9.6, .4 0 4.6, .2 .2 1.4, 0 0 .2, 0 0 0") },
};
/** Share of a tall person's size; the picture is as much larger, so that hands and feet still reach what they hold. @type {Readonly<Record<string, number>>} */
const HEIGHTS = { medium: 0.95, short: 0.9 };
/** A back that has seen some years: more curve between the shoulders, degrees at the six joints of the spine. */
const OLDER = [0, -1, 1, 3, 3, -5];

/** @param {string} said sections of the trunk, parted by commas */
function rows(said) {
  return said.split(", ").map((row) => row.split(" ").map(Number));
}

/**
 * The look that some words say: a preset's name, or ids of options. Words that nobody knows are left out, so a look that
 * was chosen long ago still is one.
 * @param {string} said @returns {Chosen}
 */
export function lookOf(said) {
  const words = new Set((PRESETS[said] ?? said).split(" "));
  const chosen = Object.entries(OPTIONS).map(([id, keys]) => {
    const known = keys.split(" ");
    return [id, known.find((key) => words.has(`${id}-${key}`)) ?? known[0]];
  });
  return /** @type {Chosen} */ ({ ...Object.fromEntries(chosen), plain: words.has("plain") });
}

/** The words of a look, for keeping and for `lookOf`: what differs from the first options. @param {Chosen} look */
export function wordsOf({ plain, ...chosen }) {
  const differing = Object.entries(chosen).filter(([id, key]) => OPTIONS[id]?.split(" ")[0] !== key);
  return [...(plain ? ["plain"] : []), ...differing.map(([id, key]) => `${id}-${key}`)].join(" ");
}

/** The classes that carry a look's colours; a line drawing has none of its own. @param {string} said */
export function classesOf(said) {
  const look = lookOf(said);
  return look.plain ? "person-plain" : `look ${wordsOf(look)}`.trimEnd();
}

/** In what the drawing differs. @param {string} said @returns {Person} */
export function personOf(said) {
  const { hair, head, face, age, shape, height, sleeves } = lookOf(said);
  const older = age === "older";
  return {
    hair,
    tall: HEIGHTS[height] ?? 1,
    longSleeves: sleeves === "long",
    glasses: face === "glasses" || face === "both",
    beard: face === "beard" || face === "both",
    older,
    ...(head === "bare" ? {} : { cover: head }),
    ...(older ? { spine: OLDER } : {}),
    ...SHAPES[shape],
  };
}
