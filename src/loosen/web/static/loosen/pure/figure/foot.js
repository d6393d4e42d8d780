// Bare feet: hulls of balls in their own axes; the toes bend at the ball of the foot.
import { local } from "./axes.js";
import { around } from "./hull.js";
import { cos, cross, dot, scale, sin, unit } from "./vector.js";

/** @import { Ball, Camera, Disc, Limb, Poly, Vec } from "./types.js" */

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
  [6.6, -3.2, -0.3, 2.9],
  [11, -5, 2.6, 2],
  [10.8, -4.9, -2, 2.1],
];
/** Where the toes bend, and where they begin to be seen. */
const BALL = { x: 11, y: -5 };
/** Each toe from the ball of the foot to its tip, the big one first. @type {[Ball, Ball][]} */
const TOES = [
  [
    [11, -4.9, -1.9, 1.9],
    [16.8, -5.5, -1.8, 1.5],
  ],
  [
    [11.4, -4.9, -0.3, 1.6],
    [17, -5.75, 0, 1.1],
  ],
  [
    [11.2, -5, 0.9, 1.5],
    [16.1, -5.8, 1.2, 1.05],
  ],
  [
    [10.8, -5, 2, 1.45],
    [15, -5.85, 2.3, 1],
  ],
  [
    [10.2, -5.1, 2.9, 1.4],
    [13.7, -5.85, 3.2, 0.98],
  ],
];

/** Lines between the toes, from above and from the outer side: from and to, [x, y, z]. */
const FROM_ABOVE = /** @type {const} */ ([
  [-0.95, 13.4, 16.6],
  [0.6, 13.4, 16.3],
  [1.8, 13, 15.4],
  [2.8, 12.4, 14.2],
]).map(
  ([z, from, to]) =>
    /** @type {const} */ ([
      [from, -4.1, z],
      [to, -4.9, z],
    ]),
);
const FROM_SIDE = [12.4, 13.9, 15.2].map(
  (x) =>
    /** @type {const} */ ([
      [x, -4.9, 2.6],
      [x + 0.5, -6.2, 3.2],
    ]),
);

/**
 * Places in a foot: x along the sole, y up from it, z outwards; beyond the ball they bend up with the toes.
 * @param {Limb} L @returns {(x: number, y: number, z: number) => Vec}
 */
export function inFoot(L) {
  const u = scale(L.nrm, -1);
  const A = { f: L.dir, u, r: unit(cross(L.dir, u)) };
  const [c, s] = [cos(L.toes), sin(L.toes)];
  return (x, y, z) => {
    const [ahead, over] = [x - BALL.x, y - BALL.y];
    const bent = ahead > 0.5;
    return local(L.end, A, bent ? BALL.x + ahead * c - over * s : x, bent ? BALL.y + ahead * s + over * c : y, z * L.s);
  };
}

/** @param {Camera} cam @param {Limb} L @returns {{ polys: Poly[], lines: Poly[] }} */
export function foot(cam, L) {
  const at = inFoot(L);
  const seen = (/** @type {Ball} */ [x, y, z, r]) => /** @type {Disc} */ ([cam.pt(at(x, y, z)), r]);
  const polys = [ANKLE, INSTEP, ...TOES].map((part) => around(part.map(seen)));
  const u = scale(L.nrm, -1);
  const outer = dot(unit(cross(L.dir, u)), cam.Z) * L.s;
  const above = dot(u, cam.Z) > 0.55 || (dot(L.dir, cam.Z) > 0.8 && dot(u, cam.Z) > -0.3);
  const lines = above ? FROM_ABOVE : outer > 0.7 ? FROM_SIDE : [];
  return { polys, lines: lines.map((line) => line.map(([x, y, z]) => cam.pt(at(x, y, z)))) };
}
