// Neck and head as named parts, back to front; collar and neckline.
import { headShape } from "./head.js";
import { around } from "./hull.js";
import { path, strokes } from "./path.js";
import { along, disc, minus, plus, times } from "./plane.js";
import { cos, dot, mix, nth, RAD, ramp, sin } from "./vector.js";

/** @import { Disc, HeadShape, Part, Poly, Pt, Segment, View } from "./types.js" */

/** Half-widths of the neckline, and how much lower it is in front; cm. */
const NECKLINE = { deep: 5.2, wide: 6, dip: 2.8 };
const NECK_CM = 5;

/** A place on the neckline. @param {View} view @param {number} deg from the front towards the right @returns {Pt} */
const onNeckline = ({ cam, G }, deg) =>
  cam.pt(G.at("t2", 1.2 + NECKLINE.deep * cos(deg), 14.6 - NECKLINE.dip * cos(deg), NECKLINE.wide * sin(deg)));

/** The shirt up to the neckline, which is higher at the back. @param {View} view @returns {Poly} */
export const collar = (view) =>
  around([
    ...Array.from({ length: 12 }, (_, i) => /** @type {Disc} */ ([onNeckline(view, i * 30), 0.5])),
    [view.cam.pt(view.G.at("t2", 0.5, 8)), 5],
  ]);

/** Neck down to the half of the neckline that the viewer sees. @param {View} view @returns {Poly[]} */
function neckShape(view) {
  const { cam, G } = view;
  const { f, r } = /** @type {Segment} */ (G.S.t2).A;
  const towards = Math.atan2(dot(r, cam.Z), dot(f, cam.Z)) / RAD;
  const line = [-90, -60, -30, 0, 30, 60, 90].map((deg) => onNeckline(view, towards + deg));
  const [base, top] = [cam.pt(G.at("t2", 1, 14.4)), cam.pt(G.at("head", 1.4, 3.5))];
  const way = minus(top, base);
  const aside = times([-way[1], way[0]], NECK_CM / (Math.hypot(...way) || 1));
  const turned = along(minus(nth(line, 6), nth(line, 0)), aside) > 0 ? 1 : -1;
  return [[...line, plus(top, times(aside, turned)), plus(top, times(aside, -turned))], disc(top, NECK_CM)];
}

/** A headscarf round neck and collar. @param {View} view @returns {Poly[]} */
function drape({ cam, G }) {
  const at = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) => cam.pt(G.at("t2", x, y, z));
  return [
    around([
      [cam.pt(G.at("t2", 1, 14.4)), 7.6],
      [cam.pt(G.at("head", 1.4, 3.5)), 7.2],
    ]),
    around([
      [at(4, 9, 0), 6.5],
      [at(1, 12, 6), 4],
      [at(1, 12, -6), 4],
      [at(-3.5, 10.5, 0), 5],
    ]),
  ];
}

/** @param {View} view @param {boolean} closed eyes */
export const headShapes = (view, closed) => ({
  ...headShape(view.cam, view.G, view.person, closed),
  neck: neckShape(view),
  drape: view.person.cover === "scarf" ? drape(view) : [],
});

/** The shadow of the chin. @param {View} view @param {number} g where the face looks @returns {Part[]} */
function underChin({ cam, G, person }, g) {
  const opacity = Math.round((1 - ramp(g, 85, 125)) * 11) / 100;
  if (person.cover === "scarf" || !opacity) return [];
  const high = G.at("head", 1.4, 3.5);
  const shape = around([
    [cam.pt(mix(G.at("t2", 1, 14.4), high, 0.75)), 5],
    [cam.pt(high), 5],
  ]);
  return [{ id: "chin-shade", look: "veil", d: path([shape]), opacity }];
}

/** @param {View} view @param {HeadShape & { neck: Poly[], drape: Poly[] }} h @returns {Part[]} */
export function headParts(view, h) {
  const neck = { id: "neck", look: "skin", d: path(h.neck) };
  const [nape, bun] = [ramp(h.g, 118, 127), ramp(h.g, 95, 125)].map((share) => Math.round(share * 100) / 100);
  return [
    { id: "ears-behind", look: "skin", d: path(h.earsBehind) },
    { id: "bun", look: "hair", d: path(h.g > 70 ? [] : h.bun) },
    neck,
    ...underChin(view, h.g),
    { id: "face", look: "skin", d: path([h.face]) },
    ...(nape ? [{ ...neck, id: "nape", opacity: nape }] : []),
    { id: "beard", look: "hair", d: path(h.beard) },
    { id: "hair", look: "hair", d: path([...h.hair, ...(h.g > 70 ? h.bun : [])]) },
    ...(bun ? [{ id: "bun-before", look: "hair", d: path(h.bun), opacity: bun }] : []),
    { id: "cover", look: "cover", d: path([...h.cover, ...h.drape]) },
    { id: "opening", look: "skin", d: path(h.opening) },
    { id: "ears", look: "skin", d: path(h.ears) },
    { id: "lived", look: "fine", d: strokes(h.fine) },
    { id: "features", look: "line", d: strokes(h.lines) },
    { id: "pupils", look: "dot", d: path(h.pupils) },
  ];
}
