// Vectors in space. Centimetres and degrees; x = where the person faces when standing, y = up, z = the person's right.
/** @import { Vec } from "./types.js" */

export const RAD = Math.PI / 180;
/** @param {number} deg */
export const sin = (deg) => Math.sin(deg * RAD);
/** @param {number} deg */
export const cos = (deg) => Math.cos(deg * RAD);
/** @param {number} x @param {number} low @param {number} high */
export const clamp = (x, low, high) => Math.max(low, Math.min(high, x));
/** @param {number} a @param {number} b @param {number} t */
export const lerp = (a, b, t) => a + (b - a) * t;
/** Smooth step: 0 up to `from`, 1 beyond `to`. @param {number} x @param {number} from @param {number} to */
export const ramp = (x, from, to) => {
  const t = clamp((x - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
};
/** The element that is known to be there. @template T @param {ArrayLike<T>} list @param {number} i @returns {T} */
export const nth = (list, i) => /** @type {T} */ (list[i]);

/** @param {Vec} p @param {Vec} q @returns {Vec} */
export const add = (p, q) => [p[0] + q[0], p[1] + q[1], p[2] + q[2]];
/** @param {Vec} p @param {Vec} q @returns {Vec} */
export const sub = (p, q) => [p[0] - q[0], p[1] - q[1], p[2] - q[2]];
/** @param {Vec} p @param {number} k @returns {Vec} */
export const scale = (p, k) => [p[0] * k, p[1] * k, p[2] * k];
/** @param {Vec} p @param {Vec} q @param {number} t @returns {Vec} */
export const mix = (p, q, t) => [lerp(p[0], q[0], t), lerp(p[1], q[1], t), lerp(p[2], q[2], t)];
/** @param {Vec} p @param {Vec} q */
export const dot = (p, q) => p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
/** @param {Vec} p */
export const size = (p) => Math.sqrt(dot(p, p));
/** @param {Vec} p @returns {Vec} */
export const unit = (p) => {
  const l = size(p);
  return l > 1e-9 ? scale(p, 1 / l) : p;
};
/** @param {Vec} a @param {Vec} b @returns {Vec} */
export const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
/** Part of v at right angles to the unit vector n. @param {Vec} v @param {Vec} n */
export const reject = (v, n) => sub(v, scale(n, dot(v, n)));
