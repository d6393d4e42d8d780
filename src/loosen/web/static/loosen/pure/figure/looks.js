// How the person looks that a reader chooses: a few words such as "skin-5 hair-curly shape-round", each one choice.
// The same words are the classes that carry the colours (css/looks.css), so a page needs no style of its own.
/** @import { Chosen, Person } from "./types.js" */

/**
 * @param {string} id @param {string} name @param {readonly (readonly [string, string])[]} options
 * the first one is taken when nothing is said
 */
const choice = (id, name, options) => ({
  id,
  name,
  options: options.map(([key, called]) => ({ id: `${id}-${key}`, name: called })),
});

/** What may be chosen, with names for people. Every option's id is a word of a look. */
export const CHOICES = /** @type {const} */ ([
  choice("skin", "Skin", [
    ["3", "Light brown"],
    ["1", "Very light"],
    ["2", "Light"],
    ["4", "Tan"],
    ["5", "Brown"],
    ["6", "Deep brown"],
    ["7", "Very deep brown"],
  ]),
  choice("hair", "Hair", [
    ["short", "Short"],
    ["cropped", "Cropped"],
    ["curly", "Curly"],
    ["bob", "To the chin"],
    ["tied", "Tied up"],
    ["bald", "None"],
  ]),
  choice("hue", "Colour of the hair", [
    ["dark", "Dark brown"],
    ["black", "Black"],
    ["brown", "Brown"],
    ["red", "Red"],
    ["fair", "Fair"],
    ["grey", "Grey"],
    ["white", "White"],
  ]),
  choice("head", "On the head", [
    ["bare", "Nothing"],
    ["scarf", "A headscarf"],
    ["turban", "A turban"],
  ]),
  choice("cover", "Its colour", [
    ["plum", "Plum"],
    ["sea", "Sea green"],
    ["sand", "Sand"],
    ["night", "Dark blue"],
    ["rose", "Rose"],
  ]),
  choice("face", "Face", [
    ["plain", "As it is"],
    ["glasses", "Glasses"],
    ["beard", "A beard"],
    ["both", "Glasses and a beard"],
  ]),
  choice("age", "Age", [
    ["adult", "Grown up"],
    ["older", "Older"],
  ]),
  choice("shape", "Body", [
    ["medium", "Medium"],
    ["slim", "Slim"],
    ["curvy", "Curvy"],
    ["broad", "Broad"],
    ["round", "Round"],
    ["large", "Large"],
    ["expecting", "Expecting a baby"],
  ]),
  choice("height", "Height", [
    ["tall", "Tall"],
    ["medium", "Medium"],
    ["short", "Short"],
  ]),
  choice("sleeves", "Sleeves", [
    ["short", "Short"],
    ["long", "Long"],
  ]),
  choice("top", "Shirt", [
    ["teal", "Teal"],
    ["lilac", "Lilac"],
    ["orange", "Orange"],
    ["rose", "Rose"],
    ["yellow", "Yellow"],
    ["sky", "Sky blue"],
    ["leaf", "Leaf green"],
    ["white", "White"],
    ["coal", "Dark grey"],
  ]),
  choice("legs", "Trousers", [
    ["navy", "Dark blue"],
    ["slate", "Purple grey"],
    ["stone", "Grey"],
    ["pine", "Dark green"],
    ["earth", "Brown"],
    ["sand", "Sand"],
  ]),
]);

/** The people to begin with, by name. @type {Readonly<Record<string, string>>} */
export const PRESETS = Object.freeze({
  sam: "",
  ada: "skin-2 hair-tied hue-grey age-older shape-curvy height-short top-lilac legs-slate",
  joe: "skin-4 hue-brown shape-round height-medium top-orange legs-stone",
  noor: "skin-5 head-scarf shape-curvy height-medium sleeves-long top-rose legs-navy",
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
  const chosen = CHOICES.map(({ id, options }) => {
    const found = options.find((option) => words.has(option.id)) ?? options[0];
    return [id, found?.id.slice(id.length + 1)];
  });
  return /** @type {Chosen} */ ({ ...Object.fromEntries(chosen), plain: words.has("plain") });
}

/** The words of a look, for keeping and for `lookOf`. @param {Chosen} look */
export const wordsOf = ({ plain, ...chosen }) =>
  plain
    ? "plain"
    : Object.entries(chosen)
        .map(([id, key]) => `${id}-${key}`)
        .join(" ");

/** The classes that carry a look's colours. @param {string} said */
export const classesOf = (said) => (said in PRESETS ? `person-${said}` : `look ${wordsOf(lookOf(said))}`);

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
