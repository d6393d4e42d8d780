// Axes of a body segment, and how they bend.
import { add, cos, scale, sin, sub } from "./vector.js";
/** @import { Axes, Vec } from "./types.js" */

/** @type {Axes} */
export const WORLD = { f: [1, 0, 0], u: [0, 1, 0], r: [0, 0, 1] };

/** Turn the pair a, b by deg, a towards b. @param {Vec} a @param {Vec} b @param {number} deg @returns {[Vec, Vec]} */
const swing = (a, b, deg) => {
  const c = cos(deg);
  const s = sin(deg);
  return [add(scale(a, c), scale(b, s)), sub(scale(b, c), scale(a, s))];
};

/** Bend forwards. @param {Axes} A @param {number} deg @returns {Axes} */
export const flexBy = (A, deg) => {
  const [u, f] = swing(A.u, A.f, deg);
  return { f, u, r: A.r };
};
/** Bend to the right. @param {Axes} A @param {number} deg @returns {Axes} */
export const sideBy = (A, deg) => {
  const [u, r] = swing(A.u, A.r, deg);
  return { f: A.f, u, r };
};
/** Turn to the right. @param {Axes} A @param {number} deg @returns {Axes} */
export const turnBy = (A, deg) => {
  const [f, r] = swing(A.f, A.r, deg);
  return { f, u: A.u, r };
};

/**
 * Point x forward, y up, z right of o, measured in the axes A.
 * @param {Vec} o @param {Axes} A @param {number} x @param {number} y @param {number} [z] @returns {Vec}
 */
export const local = (o, { f, u, r }, x, y, z = 0) => [
  o[0] + f[0] * x + u[0] * y + r[0] * z,
  o[1] + f[1] * x + u[1] * y + r[1] * z,
  o[2] + f[2] * x + u[2] * y + r[2] * z,
];
