// Hands and bare feet: hulls of balls in their own axes, with fine lines for fingers and toes.
import { local } from "./axes.js";
import { hull } from "./hull.js";
import { cos, cross, dot, scale, sin, unit } from "./vector.js";

/** @import { Ball, Camera, Limb, Poly } from "./types.js" */

/** @type {Ball[]} */
const PALM = [
  [0, 0, 0, 2.3],
  [4, 0, 2.1, 1.9],
  [8.6, 0, 2.6, 1.55],
  [8.6, 0, -2.5, 1.5],
  [4, 0, -1.6, 1.8],
];
/** Fingers from the thumb's side: where they begin across the hand, how long they are, how thick. */
const FINGERS = /** @type {const} */ ([
  [2.25, 6.6, 1.2],
  [0.75, 7.5, 1.22],
  [-0.75, 7, 1.18],
  [-2.15, 5.6, 1.08],
]);
/** Fingers at rest are a little bent; degrees. */
const AT_EASE = 14;

/** @type {Ball[]} */
const THUMB_BASE = [
  [2.4, 0.4, 1.6, 1.9],
  [5.6, 1.1, 4.3, 1.35],
];
/** @type {Ball[]} */
const THUMB_TIP = [
  [5.6, 1.1, 4.3, 1.35],
  [9, 1.2, 5.3, 1.05],
];
/**
 * One finger, bent by `grip` degrees towards the palm.
 * @param {number} z @param {number} long @param {number} r @param {number} grip @returns {Ball[]}
 */
function finger(z, long, r, grip) {
  const [x, y] = [8.3 + long * 0.55 * cos(grip * 0.5), long * 0.55 * sin(grip * 0.5)];
  const tip = /** @type {Ball} */ ([
    x + long * 0.45 * cos(grip * 1.4),
    y + long * 0.45 * sin(grip * 1.4),
    z * 0.88,
    r * 0.92,
  ]);
  return [[8.3, 0, z, r * 1.1], [x, y, z, r], tip];
}

/** @param {Camera} cam @param {Limb} L @returns {{ polys: Poly[], lines: Poly[] }} */
export function hand(cam, L) {
  const A = { f: L.dir, u: L.nrm, r: unit(cross(L.dir, L.nrm)) };
  const g = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) =>
    cam.pt(local(L.end, A, x, y, -z * L.s));
  const fingers = FINGERS.map(([z, long, r]) => finger(z, long, r, AT_EASE + L.grip));
  const drawn = [PALM, ...fingers, THUMB_BASE, THUMB_TIP].map((part) =>
    hull(part.map(([x, y, z, r]) => [g(x, y, z), r])),
  );
  const seen = Math.abs(dot(L.nrm, cam.Z)) > 0.5 && L.grip < 30;
  const between = [1.5, 0, -1.45].map((z) => [g(9.6, 0, z), g(13.4, 0.7, z * 0.95)]);
  return { polys: drawn, lines: seen ? between : [] };
}

/** @type {Ball[]} */
const ANKLE = [
  [0, 1.5, 0, 3.3],
  [-0.2, -0.5, 0, 3.5],
  [-3.6, -4, 0, 3],
  [1, -4, 0, 3],
];
/** @type {Ball[]} */
const INSTEP = [
  [0.6, 0, 0, 3.2],
  [-3.4, -4.2, 0, 2.8],
  [7, -3.4, 0, 2.9],
  [11, -5, 2.4, 2],
  [10.4, -5, -2.2, 2],
];
/** @type {Ball[]} */
const TOES = [
  [7.6, -3.9, 0, 2.6],
  [11, -5, 2.4, 2],
  [10.4, -5, -2.2, 2],
  [14.4, -5.8, 2.4, 1.2],
  [17, -5.7, -1.6, 1.3],
  [16.6, -5.8, 0.4, 1.2],
];

/** Lines between the toes, from the front and from the outer side: from and to, [x, y, z]. */
const FROM_FRONT = [1.6, 0.4, -0.7].map(
  (z) =>
    /** @type {const} */ ([
      [15, -4.6, z],
      [17.2, -5.2, z],
    ]),
);
const FROM_SIDE = [12.6, 14.1, 15.4].map(
  (x) =>
    /** @type {const} */ ([
      [x, -4.9, 2.6],
      [x + 0.5, -6.2, 3.2],
    ]),
);

/** @param {Camera} cam @param {Limb} L @returns {{ polys: Poly[], lines: Poly[] }} */
export function foot(cam, L) {
  const u = scale(L.nrm, -1);
  const A = { f: L.dir, u, r: unit(cross(L.dir, u)) };
  const g = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) =>
    cam.pt(local(L.end, A, x, y, z * L.s));
  const polys = [ANKLE, INSTEP, TOES].map((part) => hull(part.map(([x, y, z, r]) => [g(x, y, z), r])));
  const outer = dot(A.r, cam.Z) * L.s;
  const toes = dot(L.dir, cam.Z) > 0.9 ? FROM_FRONT : outer > 0.75 ? FROM_SIDE : [];
  return { polys, lines: toes.map((line) => line.map(([x, y, z]) => g(x, y, z))) };
}
