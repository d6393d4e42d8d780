// The eye: an orthographic camera.
import { cos, dot, sin } from "./vector.js";
/** @import { Camera, Vec } from "./types.js" */

/**
 * @param {number} turn  0 from the person's right side, 90 from the front; degrees
 * @param {number} tilt  looking down; degrees
 * @returns {Camera}
 */
export function camera(turn = 14, tilt = 5) {
  const c = cos(turn);
  const s = sin(turn);
  const cp = cos(tilt);
  const sp = sin(tilt);
  /** @type {Vec} */
  const X = [c, 0, -s];
  /** @type {Vec} */
  const Y = [-sp * s, cp, -sp * c];
  /** @type {Vec} */
  const Z = [cp * s, sp, cp * c];
  return { X, Y, Z, tilt, pt: (v) => [dot(v, X), dot(v, Y)], depth: (v) => dot(v, Z) };
}
