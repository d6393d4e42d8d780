// The eye: an orthographic camera.
import { cos, dot, sin } from "./vector.js";

/** @typedef {import("./vector.js").Vec} Vec */
/** @typedef {import("./plane.js").Pt} Pt */
/**
 * @typedef {object} Camera
 * @property {Vec} X  picture right
 * @property {Vec} Y  picture up
 * @property {Vec} Z  towards the viewer
 * @property {number} tilt  degrees looking down
 * @property {(v: Vec) => Pt} pt  place on the picture
 * @property {(v: Vec) => number} depth  nearer to the viewer +
 */

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
