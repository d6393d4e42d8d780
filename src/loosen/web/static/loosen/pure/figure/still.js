// One posture as SVG text: for the stills in the tree, for paper and for tests. Colours stay CSS variables.
import { frame, ghost, poseAt, setting } from "./figure.js";
import { LOOKS } from "./materials.js";
import { UNIT } from "./path.js";
import { nth } from "./vector.js";

/** @import { Light, Look, Part, Stage } from "./types.js" */

/** Share of the light in each ring, from wide to narrow: no gradient, whose colours a page could not set. */
const RINGS = [1, 0.9, 0.8, 0.71, 0.62, 0.53, 0.44, 0.35, 0.26];
const RING_LIGHT = 0.1;

/** Path units in one step of a still, 1 mm. */
const STEP = UNIT / 10;
/** A span that bends less than this, in path units, is drawn straight: 0.8 mm, which the eye does not see. */
const STRAIGHT = 0.08 * UNIT;

/** @param {number} v */
const coarse = (v) => Math.round(v / STEP);
/** A number after another one: a minus sign parts them already. @param {number} v */
const next = (v) => (v < 0 ? `${v}` : ` ${v}`);

/** How far a span bends away from its chord, about. @param {number[]} span both handles and the end, relative */
function bendOf(span) {
  const [ax, ay, bx, by, x, y] = /** @type {[number, number, number, number, number, number]} */ (span);
  const length = Math.hypot(x, y) || 1;
  return (0.75 * Math.max(Math.abs(ax * y - ay * x), Math.abs(bx * y - by * x))) / length;
}

/**
 * The numbers of each span of one path command; a nearly straight curve becomes a line.
 * @param {string} command @param {string} said
 */
function spansOf(command, said) {
  const numbers = (said.match(/-?\d+/g) ?? []).map(Number);
  const length = command === "c" ? 6 : 2;
  const spans = Array.from({ length: numbers.length / length }, (_, i) => numbers.slice(i * length, (i + 1) * length));
  return spans.map((span) => (length === 6 && bendOf(span) < STRAIGHT ? span.slice(4) : span));
}

/** Path data in steps of a still. Each point is rounded where it is, so that nothing adds up. @param {string} d */
function coarser(d) {
  let [x, y] = [0, 0];
  let out = "";
  let was = "";
  const draw = (/** @type {number[]} */ span) => {
    const [fromX, fromY, atX, atY] = [x, y, coarse(x), coarse(y)];
    x += nth(span, span.length - 2);
    y += nth(span, span.length - 1);
    if (coarse(x) === atX && coarse(y) === atY) return;
    const text = span.map((v, n) => next(n % 2 ? coarse(fromY + v) - atY : coarse(fromX + v) - atX)).join("");
    const command = span.length === 6 ? "c" : "l";
    out += command === was ? text : command + text.trimStart();
    was = command;
  };
  for (const [, command = "", said = ""] of d.matchAll(/([MclLz])([^MclLz]*)/g)) {
    if (command === "z") out += "z";
    else if (command === "M") {
      [x, y] = /** @type {[number, number]} */ (spansOf("M", said)[0]);
      out += `M${coarse(x)}${next(coarse(y))}`;
    } else for (const span of spansOf(command, said)) draw(span);
    if (!"cl".includes(command)) was = "";
  }
  return out;
}

/** What most parts share stands once, on the group around them. */
const SHARED = {
  transform: `scale(${STEP / UNIT} ${-STEP / UNIT})`,
  stroke: "var(--fig-contour)",
  "stroke-width": "var(--fig-still-contour-width)",
  "stroke-linejoin": "round",
  "stroke-linecap": "round",
  "paint-order": "stroke",
};

/** A look in steps of a still, without what is shared. @param {string} name */
function lookOf(name) {
  const { "paint-order": _, "stroke-width": width, stroke = "none", ...look } = /** @type {Look} */ (LOOKS[name]);
  const edge = stroke === SHARED.stroke ? {} : { stroke };
  const thin = typeof width === "number" ? { "stroke-width": width / STEP } : {};
  return { ...look, ...edge, ...thin };
}

/** @param {string} name @param {Readonly<Record<string, string | number>>} attributes @param {string} [inner] */
function tag(name, attributes, inner) {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${said.join("")}${inner === undefined ? "/>" : `>${inner}</${name}>`}`;
}

/** Measures in steps of a still. @param {Record<string, number>} measures */
const mapped = (measures) => Object.fromEntries(Object.entries(measures).map(([key, v]) => [key, coarse(v)]));

/** One band of shade is enough at rest. @param {Part[]} parts */
const drawn = (parts) =>
  parts
    .filter(({ id }) => !id.endsWith("-deep"))
    .map(({ look, d, opacity }) =>
      tag("path", { ...lookOf(look), ...(opacity === undefined ? {} : { opacity }), d: coarser(d) }),
    )
    .join("");

/** @param {Light | undefined} light @param {string} id */
function shining(light, id) {
  if (!light?.clip) return "";
  const rings = light.circles.flatMap(({ cx, cy, r }) =>
    RINGS.map((share) => tag("circle", { cx: coarse(cx), cy: coarse(cy), r: coarse(r * share) })),
  );
  const look = { fill: "var(--fig-glow)", stroke: "none", "fill-opacity": RING_LIGHT, "clip-path": `url(#${id})` };
  return tag("clipPath", { id }, tag("path", { d: coarser(light.clip) })) + tag("g", look, rings.join(""));
}

/**
 * The inside of an <svg> or <symbol> whose viewBox is `on.box`.
 * @param {Stage} on @param {string} posture
 * @param {{ id: string, withGhost?: boolean }} how  id: unique within the document
 */
export function still(on, posture, { id, withGhost = false }) {
  const now = frame(on, poseAt(on, { from: posture, to: posture, u: 1 }));
  const shadows = now.shadows
    .filter(({ opacity }) => opacity > 0)
    .map(({ opacity, ...oval }) => tag("ellipse", { ...mapped(oval), opacity }));
  const end = withGhost ? tag("path", { ...lookOf("ghost"), d: coarser(ghost(on)) }) : "";
  const back = now.backline ? tag("path", { ...lookOf("backline"), d: coarser(now.backline) }) : "";
  const arms = now.arms.map(
    ({ parts, over, id: arm }, i) => drawn(parts) + shining(now.glow?.sleeves[i], `${id}-${arm}`) + drawn(over),
  );
  const lit = drawn(now.parts) + shining(now.glow?.body, `${id}-body`);
  const figure = lit + drawn(now.head) + back + arms.join("");
  const around = drawn(setting(on)) + end + tag("g", { fill: "var(--fig-shade)", stroke: "none" }, shadows.join(""));
  return tag("g", SHARED, around + figure);
}
