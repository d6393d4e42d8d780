// What a part of the picture is made of: presentation attributes whose colours are CSS variables of the page
// (css/figure.css), the same for the moving figure and for the stills.
/** @import { Look } from "./types.js" */

/**
 * A filled shape with a contour behind its fill.
 * @param {string} fill @param {string} [edge] @param {string | number} [width] @returns {Look}
 */
const edged = (fill, edge = "contour", width = "var(--fig-contour-width)") => ({
  fill: `var(--fig-${fill})`,
  stroke: `var(--fig-${edge})`,
  "stroke-width": width,
  "paint-order": "stroke",
});
/** @param {string} fill @returns {Look} */
const flat = (fill) => ({ fill: `var(--fig-${fill})` });
/** @param {string} colour @param {number} width @param {number} [opacity] @returns {Look} */
const line = (colour, width, opacity = 1) => ({
  fill: "none",
  stroke: `var(--fig-${colour})`,
  "stroke-width": width,
  ...(opacity === 1 ? {} : { opacity }),
});

/** @type {Readonly<Record<string, Look>>} */
export const LOOKS = {
  skin: edged("skin"),
  hair: edged("hair"),
  cover: edged("cover"),
  shirt: edged("shirt"),
  trousers: edged("trousers"),
  bare: flat("skin"),
  sleeve: flat("shirt"),
  lap: flat("trousers"),
  shade: { fill: "var(--fig-shade)", opacity: "var(--fig-shading)" },
  light: { fill: "var(--fig-light)", opacity: "var(--fig-shading)" },
  veil: { fill: "var(--fig-shade)" },
  line: line("contour", 17),
  cuff: line("contour", 13),
  fine: line("contour", 11, 0.65),
  dot: flat("contour"),
  backline: line("back-line", 44, 0.95),
  ghost: { ...edged("ghost", "ghost-edge", 30), "stroke-dasharray": "60 52", opacity: 0.9 },
  wood: edged("wood", "wood-edge", 18),
  woodFar: edged("wood-far", "wood-edge", 18),
  mat: edged("mat", "mat-edge", 16),
  dial: line("wood-edge", 26, 0.75),
  cushion: edged("cushion", "wood-edge", 18),
  counterFront: edged("counter", "wood-edge", 14),
  counterSide: edged("counter-side", "wood-edge", 14),
  counterFoot: flat("wood-edge"),
  frame: edged("frame", "floor-edge", 16),
  strap: line("strap", 44),
  strapEdge: line("contour", 74),
  wall: flat("wall"),
  wallSide: flat("wall-side"),
  skirting: { fill: "var(--fig-floor-edge)", opacity: 0.55 },
  floor: flat("floor"),
  horizon: line("floor-edge", 16),
};
