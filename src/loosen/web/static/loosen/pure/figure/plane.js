// Points and curves on the picture, in centimetres, y up.
import { clamp, cos, lerp, nth, sin } from "./vector.js";
/** @import { Poly, Pt } from "./types.js" */

/** @param {Pt} p @param {Pt} q @returns {Pt} */
export const plus = (p, q) => [p[0] + q[0], p[1] + q[1]];
/** @param {Pt} p @param {Pt} q @returns {Pt} */
export const minus = (p, q) => [p[0] - q[0], p[1] - q[1]];
/** @param {Pt} p @param {number} k @returns {Pt} */
export const times = (p, k) => [p[0] * k, p[1] * k];
/** @param {Pt} p @param {Pt} q @param {number} t @returns {Pt} */
export const blend = (p, q, t) => [lerp(p[0], q[0], t), lerp(p[1], q[1], t)];
/** @param {Pt} p @param {Pt} q */
export const along = (p, q) => p[0] * q[0] + p[1] * q[1];

/**
 * Catmull-Rom curve through the points, n steps a span.
 * @param {Poly} points @param {boolean} [closed] @param {number} [n] @returns {Poly}
 */
export function curve(points, closed = false, n = 4) {
  const m = points.length;
  const g = (/** @type {number} */ i) => nth(points, closed ? (i + m) % m : clamp(i, 0, m - 1));
  /** @type {Poly} */
  const out = [];
  for (let i = 0; i < (closed ? m : m - 1); i++) {
    const four = /** @type {const} */ ([g(i - 1), g(i), g(i + 1), g(i + 2)]);
    out.push(four[1]);
    for (let j = 1; j < n; j++) out.push([spline(four, 0, j / n), spline(four, 1, j / n)]);
  }
  if (!closed) out.push(nth(points, m - 1));
  return out;
}

/**
 * One coordinate of the curve between the two middle points.
 * @param {readonly [Pt, Pt, Pt, Pt]} four @param {0 | 1} k @param {number} t
 */
function spline(four, k, t) {
  const [a, b, c, e] = [four[0][k], four[1][k], four[2][k], four[3][k]];
  return 0.5 * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - e + t * (3 * b - a - 3 * c + e))));
}

/** Quadratic arc from a over the control point b to c. @param {Pt} a @param {Pt} b @param {Pt} c @returns {Poly} */
export const arc = (a, b, c) => [0, 0.25, 0.5, 0.75, 1].map((t) => blend(blend(a, b, t), blend(b, c, t), t));

/** @param {number} n @returns {Poly} */
export const circle = (n) => Array.from({ length: n }, (_, i) => [cos((i * 360) / n), sin((i * 360) / n)]);
const SMALL = circle(8);
const LARGE = circle(10);
/** Oval with centre c and half-widths r, s. @param {Pt} c @param {number} r @param {number} [s] @returns {Poly} */
export const disc = (c, r, s = r) => (r > 3 ? LARGE : SMALL).map(([x, y]) => [c[0] + x * r, c[1] + y * s]);

/** Is the point inside the polygon? @param {Poly} q @param {Pt} point */
export function inside(q, [x, y]) {
  let within = false;
  for (let i = 0, j = q.length - 1; i < q.length; j = i++) {
    const a = nth(q, i);
    const b = nth(q, j);
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) within = !within;
  }
  return within;
}
