// One posture as SVG text: for the stills in the tree, for paper and for tests. Colours stay CSS variables.
import { frame, ghost, poseAt, setting } from "./figure.js";
import { LOOKS } from "./looks.js";
import { UNIT } from "./path.js";

/** @typedef {import("./figure.js").Stage} Stage */
/** @typedef {import("./figure.js").Part} Part */
/** @typedef {import("./figure.js").Frame} Frame */

/** Share of the light in each ring, from wide to narrow: no gradient, whose colours a page could not set. */
const RINGS = [1, 0.84, 0.7, 0.57, 0.45, 0.34, 0.23];
const RING_LIGHT = 0.13;

/** @param {string} name @param {Readonly<Record<string, string | number>>} attributes @param {string} [inner] */
function tag(name, attributes, inner) {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${said.join("")}${inner === undefined ? "/>" : `>${inner}</${name}>`}`;
}

/** @param {Part[]} parts */
const drawn = (parts) =>
  parts
    .map(({ look, d, opacity }) => tag("path", { ...LOOKS[look], ...(opacity === undefined ? {} : { opacity }), d }))
    .join("");

/** @param {Frame["glow"]} glow @param {"body" | "sleeves"} where @param {string} id */
function light(glow, where, id) {
  if (!glow?.[where]) return "";
  const rings = glow.circles.flatMap(({ cx, cy, r }) =>
    RINGS.map((share) => tag("circle", { cx, cy, r: Math.round(r * share) })),
  );
  const clip = tag("clipPath", { id: `${id}-${where}` }, tag("path", { d: glow[where] }));
  const circles = tag(
    "g",
    { fill: "var(--fig-glow)", "fill-opacity": RING_LIGHT, "clip-path": `url(#${id}-${where})` },
    rings.join(""),
  );
  return clip + circles;
}

/**
 * The inside of an <svg> or <symbol> whose viewBox is `on.box`.
 * @param {Stage} on @param {string} posture @param {{ id: string, withGhost?: boolean }} how  id: unique within the document
 */
export function still(on, posture, { id, withGhost = false }) {
  const now = frame(on, poseAt(on, { from: posture, to: posture, u: 1 }));
  const shadows = now.shadows.filter(({ opacity }) => opacity > 0).map((oval) => tag("ellipse", { ...oval }));
  const end = withGhost ? tag("path", { ...LOOKS.ghost, d: ghost(on) }) : "";
  const back = now.backline ? tag("path", { ...LOOKS.backline, d: now.backline }) : "";
  const arms = now.arms.map(({ parts }) => drawn(parts)).join("");
  const world = { transform: `scale(${1 / UNIT} ${-1 / UNIT})`, "stroke-linejoin": "round", "stroke-linecap": "round" };
  const figure = drawn(now.parts) + light(now.glow, "body", id) + back + arms + light(now.glow, "sleeves", id);
  const around = drawn(setting(on)) + end + tag("g", { fill: "var(--fig-shade)" }, shadows.join(""));
  return tag("g", world, around + figure);
}
