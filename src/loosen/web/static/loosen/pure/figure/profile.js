// A shape swept along a line: limbs and trunk as two sides, their contour, and flat bands of shade and light.
import { along, blend, minus, times } from "./plane.js";
import { lerp, nth, size, sub } from "./vector.js";
/** @import { Axes, Camera, Poly, Pt, Sides, Stations, Vec } from "./types.js" */

/**
 * Two sides of a bone from p to q. `short` is how much of its length the picture shows.
 * @param {Camera} cam @param {Vec} p @param {Vec} q @param {Axes} A @param {Stations} stations
 * @param {number} k thickness
 * @returns {Sides & { short: number }}
 */
export function sidesOf(cam, p, q, A, stations, k) {
  const P = cam.pt(p);
  const Q = cam.pt(q);
  const way = minus(Q, P);
  const l = Math.hypot(...way);
  /** @type {Pt} */
  const n = l > 1e-6 ? [-way[1] / l, way[0] / l] : [1, 0];
  const front = cam.pt(A.f);
  /** @type {Poly} */
  const L = [];
  /** @type {Poly} */
  const R = [];
  for (const [t, f, b] of stations) {
    const off = ((f - b) / 2) * k;
    const r = ((f + b) / 2) * k;
    const x = lerp(P[0], Q[0], t) + front[0] * off;
    const y = lerp(P[1], Q[1], t) + front[1] * off;
    L.push([x + n[0] * r, y + n[1] * r]);
    R.push([x - n[0] * r, y - n[1] * r]);
  }
  return { L, R, short: l / size(sub(q, p)) };
}

/** The contour of a swept shape. @param {Sides} s @returns {Poly} */
export const ring = (s) => s.L.concat(s.R.toReversed());
/** A part of a swept shape. @template {Sides} S @param {S} s @param {number} i @param {number} [j] @returns {S} */
export const slice = (s, i, j) => ({ ...s, L: s.L.slice(i, j), R: s.R.slice(i, j) });

/** Light comes from the upper left of the picture. @type {Pt} */
const LIGHT = times([-0.45, 0.9], 1 / Math.hypot(0.45, 0.9));

/**
 * Band of shade (or light) along the edge that looks away from (towards) the light. It grows smoothly with the angle,
 * so nothing flips while a limb turns, and is pointed at both ends.
 * @param {Sides} s @param {number} width share of the shape @param {boolean} [lit] @returns {Poly[]}
 */
export function band(s, width, lit = false) {
  /** @type {Poly} */
  const A = [];
  /** @type {Poly} */
  const B = [];
  const last = s.L.length - 1;
  let widestA = 0;
  let widestB = 0;
  s.L.forEach((p, i) => {
    const q = nth(s.R, i);
    const across = minus(p, q);
    const taper = Math.min(1, Math.sin((Math.PI * i) / last) * (lit ? 1.1 : 1.4));
    const k = (along(across, LIGHT) / (Math.hypot(...across) || 1)) * taper * width * (lit ? 1 : -1);
    A.push(blend(p, q, Math.max(0, k)));
    B.push(blend(q, p, Math.max(0, -k)));
    widestA = Math.max(widestA, k);
    widestB = Math.max(widestB, -k);
  });
  const bands = [];
  if (widestA > 0.04) bands.push(s.L.concat(A.reverse()));
  if (widestB > 0.04) bands.push(s.R.concat(B.reverse()));
  return bands;
}
