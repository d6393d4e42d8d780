// Outlines of an arm and a leg: cloth, skin and what may be shaded.
import { foot } from "./foot.js";
import { hand } from "./hand.js";
import { around } from "./hull.js";
import { disc } from "./plane.js";
import { band, ring, sidesOf, slice } from "./profile.js";
import { dot, lerp, mix, ramp, sub, unit } from "./vector.js";

/** @import { ArmShape, Camera, LegShape, Limb, Sides, Stations } from "./types.js" */

/** @type {Stations} */
const THIGH = [
  [0, 8.3, 8.5],
  [0.1, 8.8, 9],
  [0.25, 8.9, 8.5],
  [0.5, 7.9, 7.3],
  [0.75, 6.5, 5.9],
  [0.92, 5.6, 5.2],
  [1, 5.4, 5],
];
/** @type {Stations} */
const SHANK = [
  [0, 5.3, 5.1],
  [0.1, 5, 5.5],
  [0.28, 4.4, 6.7],
  [0.5, 3.9, 6],
  [0.72, 3.5, 4.4],
  [0.87, 3.5, 3.9],
  [0.91, 3.7, 4.1],
];
/** @type {Stations} */
const UPPER = [
  [0.36, 4.7, 4.7],
  [0.6, 4.2, 4.2],
  [0.9, 3.5, 3.6],
  [1, 3.4, 3.5],
];
/** @type {Stations} */
const FORE = [
  [0, 3.4, 3.5],
  [0.12, 3.8, 3.7],
  [0.3, 3.9, 3.7],
  [0.6, 3.1, 3.1],
  [0.85, 2.5, 2.5],
  [1, 2.3, 2.3],
];
/** @type {Stations} */
const LONG_UPPER = [
  [0, 4.4, 4.4],
  [0.12, 5.4, 5.4],
  [0.24, 5.4, 5.5],
  [0.6, 4.9, 4.9],
  [1, 4.2, 4.2],
];
/** @type {Stations} */
const LONG_FORE = [
  [0, 4.1, 4.2],
  [0.3, 4.2, 4.2],
  [0.7, 3.6, 3.6],
  [0.94, 3.3, 3.3],
];
/** @type {Stations} */
const SLEEVE = [
  [0, 4.4, 4.4],
  [0.12, 5.4, 5.4],
  [0.24, 5.4, 5.5],
  [0.4, 5.3, 5.4],
  [0.52, 5.4, 5.5],
];

/**
 * Balls on a bone that points at the viewer.
 * @param {Camera} cam @param {Limb["root"]} p @param {Limb["root"]} q
 * @param {[number, number][]} balls [share, radius]
 */
const stub = (cam, p, q, balls) => around(balls.map(([t, r]) => [cam.pt(mix(p, q, t)), r]));

/** @param {Camera} cam @param {Limb} L @param {number} k thickness @returns {LegShape} */
export function legShape(cam, L, k) {
  const thigh = sidesOf(cam, L.root, L.mid, L.A1, THIGH, k);
  const shank = sidesOf(cam, L.mid, L.end, L.A2, SHANK, lerp(1, k, 0.5));
  const cloth = [ring(thigh), ring(shank), disc(cam.pt(L.mid), 5.15 * k)];
  if (thigh.short < 0.9)
    cloth.push(
      stub(cam, L.root, L.mid, [
        [0, 8.6 * k],
        [0.4, 8.1 * k],
        [1, 5.3 * k],
      ]),
    );
  if (shank.short < 0.9)
    cloth.push(
      stub(cam, L.mid, L.end, [
        [0, 5.2 * k],
        [0.35, 5.3],
        [0.82, 3.7],
      ]),
    );
  const { polys, lines } = foot(cam, L);
  return { cloth, skin: polys, toes: lines, swept: [thigh, shank], short: thigh.short };
}

/** The shoulder under a sleeve, a little smaller than the shirt there, so that it hides no contour. */
const CAP_CM = 5.2;
/** A forearm so much nearer than its upper arm lies before it, cm. */
const BEFORE_CM = 2;
/** From this cosine between its bones on an arm is folded: about 70 degrees. */
const FOLDED = 0.34;

/** Whether the forearm hides some of its own sleeve. @param {Camera} cam @param {Limb} L @param {number} short */
function folds(cam, { root, mid, end }, short) {
  const nearer = cam.depth(mix(mid, end, 0.6)) - cam.depth(mix(root, mid, 0.3));
  return nearer > BEFORE_CM && (short < 0.7 || dot(unit(sub(mid, root)), unit(sub(end, mid))) < FOLDED);
}

/** @param {Camera} cam @param {Limb} L @param {number} k thickness @param {boolean} long sleeves @returns {ArmShape} */
export function armShape(cam, L, k, long) {
  const upper = sidesOf(cam, L.root, L.mid, L.A1, UPPER, k);
  const fore = sidesOf(cam, L.mid, L.end, L.A2, FORE, lerp(1, k, 0.5));
  const { polys, lines } = hand(cam, L);
  const elbow = disc(cam.pt(L.mid), 3.45 * k);
  const above = [ring(upper), elbow];
  const below = [ring(fore), disc(cam.pt(L.end), 2.3), ...polys];
  if (fore.short < 0.9)
    below.push(
      stub(cam, L.mid, L.end, [
        [0, 3.4 * k],
        [0.3, 3.7],
        [1, 2.3],
      ]),
    );
  if (upper.short < 0.9)
    above.push(
      stub(cam, L.root, L.mid, [
        [0.4, 4.5 * k],
        [1, 3.4 * k],
      ]),
    );
  const cap = disc(cam.pt(L.root), CAP_CM * k);
  const sleeve = { cap, ...(long ? longSleeve(cam, L, k) : shortSleeve(cam, L, k)) };
  const bare = long ? [] : [upper, fore];
  if (!folds(cam, L, upper.short)) return { skin: [...above, ...below], fingers: lines, bare, over: null, ...sleeve };
  const over = { skin: below, lower: sleeve.lower.slice(1), elbow, bare: bare.slice(1) };
  return { skin: above, fingers: lines, bare: bare.slice(0, 1), over, ...sleeve, lower: sleeve.lower.slice(0, 2) };
}

/** @param {Camera} cam @param {Limb} L @param {number} k */
function shortSleeve(cam, L, k) {
  const sleeve = sidesOf(cam, L.root, L.mid, L.A1, SLEEVE, k);
  const cloth = [ring(sleeve)];
  if (sleeve.short < 0.75)
    cloth.push(
      stub(cam, L.root, L.mid, [
        [0, 5.5 * k],
        [0.4, 5.4 * k],
      ]),
    );
  return { cloth, lower: [], sleeve, dressed: [sleeve] };
}

/** @param {Camera} cam @param {Limb} L @param {number} k */
function longSleeve(cam, L, k) {
  const sleeve = sidesOf(cam, L.root, L.mid, L.A1, LONG_UPPER, k);
  const fore = sidesOf(cam, L.mid, L.end, L.A2, LONG_FORE, lerp(1, k, 0.5));
  const lower = [ring(slice(sleeve, 2)), disc(cam.pt(L.mid), 4.15 * k), ring(fore)];
  if (fore.short < 0.8)
    lower.push(
      stub(cam, L.mid, L.end, [
        [0, 4.1],
        [0.8, 3.2],
      ]),
    );
  return {
    cloth: [ring(slice(sleeve, 0, -1)), ...lower],
    lower,
    sleeve: slice(sleeve, 0, -1),
    dressed: [sleeve, fore],
  };
}

/** A bone that points at the viewer loses its bands of shade: from this share of its length on, and all of it. */
const FADES = { from: 0.62, to: 0.38 };

/** Two bands of shade and one of light. @param {(Sides & { short?: number })[]} swept */
export function shading(swept) {
  const bands = (/** @type {number} */ width, /** @type {boolean} */ lit) =>
    swept.flatMap((s) => band(s, width * ramp(s.short ?? 1, FADES.to, FADES.from), lit));
  return { deep: bands(0.5, false), core: bands(0.26, false), lit: bands(0.42, true) };
}
