// What a person may choose of the figure's look, with names for people. Only a page for choosing loads this.
import { OPTIONS } from "./looks.js";

/** The name of each choice and of its options. @type {Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>>} */
const NAMED = {
  skin: [
    "Skin",
    { 3: "Light brown", 1: "Very light", 2: "Light", 4: "Tan", 5: "Brown", 6: "Deep brown", 7: "Very deep brown" },
  ],
  hair: [
    "Hair",
    { short: "Short", cropped: "Cropped", curly: "Curly", bob: "To the chin", tied: "Tied up", bald: "None" },
  ],
  hue: [
    "Colour of the hair",
    { dark: "Dark brown", black: "Black", brown: "Brown", red: "Red", fair: "Fair", grey: "Grey", white: "White" },
  ],
  head: ["On the head", { bare: "Nothing", scarf: "A headscarf", turban: "A turban" }],
  cover: ["Its colour", { plum: "Plum", sea: "Sea green", sand: "Sand", night: "Dark blue", rose: "Rose" }],
  face: ["Face", { plain: "As it is", glasses: "Glasses", beard: "A beard", both: "Glasses and a beard" }],
  age: ["Age", { adult: "Grown up", older: "Older" }],
  shape: [
    "Body",
    {
      medium: "Medium",
      slim: "Slim",
      curvy: "Curvy",
      broad: "Broad",
      round: "Round",
      large: "Large",
      expecting: "Expecting a baby",
    },
  ],
  height: ["Height", { tall: "Tall", medium: "Medium", short: "Short" }],
  sleeves: ["Sleeves", { short: "Short", long: "Long" }],
  top: [
    "Shirt",
    {
      teal: "Teal",
      lilac: "Lilac",
      orange: "Orange",
      rose: "Rose",
      yellow: "Yellow",
      sky: "Sky blue",
      leaf: "Leaf green",
      white: "White",
      coal: "Dark grey",
    },
  ],
  legs: [
    "Trousers",
    { navy: "Dark blue", slate: "Purple grey", stone: "Grey", pine: "Dark green", earth: "Brown", sand: "Sand" },
  ],
};

/** Every choice in order, and its options in order; an option's id is a word of a look. */
export const CHOICES = Object.entries(OPTIONS).map(([id, keys]) => {
  const [name = id, named = {}] = NAMED[id] ?? [];
  const options = keys.split(" ").map((key) => ({ id: `${id}-${key}`, name: named[key] ?? key }));
  return { id, name, options };
});
