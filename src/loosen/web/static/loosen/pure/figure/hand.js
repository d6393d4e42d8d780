// Hands: hulls of balls in their own axes, fingers of three bones that close round what is held, fine lines between.
import { local } from "./axes.js";
import { around } from "./hull.js";
import { add, clamp, cos, cross, dot, lerp, nth, scale, sin, unit } from "./vector.js";

/** @import { Ball, Camera, Disc, Limb, Poly } from "./types.js" */

/** @type {Ball[]} */
const PALM = [
  [0, 0, 0, 2.3],
  [4, 0, 2.1, 1.9],
  [8.6, 0, 2.6, 1.55],
  [8.6, 0, -2.5, 1.5],
  [4, 0, -1.6, 1.8],
];
const KNUCKLE = 8.3;
/** Fingers from the thumb's side: where they begin across the hand, how long they are, how thick. */
const FINGERS = /** @type {const} */ ([
  [2.25, 6.8, 1.2],
  [0.75, 7.7, 1.22],
  [-0.75, 7.2, 1.18],
  [-2.15, 5.8, 1.06],
]);
/** The three bones of a finger: share of its length, and share of the grip at its joint. */
const BONES = /** @type {const} */ ([
  [0.44, 0.55],
  [0.31, 0.9],
  [0.25, 0.55],
]);
/** Fingers at rest are a little bent; degrees. */
const AT_EASE = 14;
/** From this grip on a finger is drawn bone by bone, and only its back is seen; degrees. */
const CLOSED = 34;
/** How the thumb lies along an open hand, and over the fingers of a closed one. */
const THUMB = /** @type {const} */ ({
  open: [
    [2.4, 0.4, 1.6, 1.9],
    [5.6, 1.1, 4.3, 1.4],
    [9, 1.2, 5.3, 1.08],
  ],
  closed: [
    [2.4, 0.8, 1.6, 1.9],
    [6, 3, 3.4, 1.4],
    [9.2, 5, 1.9, 1.08],
  ],
});

/**
 * The joints of one finger: x along the hand, y off the palm, and the angle of the bone that begins there.
 * @param {number} long @param {number} grip @returns {[number, number, number][]}
 */
function chain(long, grip) {
  let [x, y, angle] = [KNUCKLE, 0, 0];
  /** @type {[number, number, number][]} */
  const joints = [];
  for (const [share, bend] of BONES) {
    angle += grip * bend;
    joints.push([x, y, angle]);
    x += long * share * cos(angle);
    y += long * share * sin(angle);
  }
  joints.push([x, y, angle]);
  return joints;
}

/**
 * @param {number} z across the hand @param {number} long @param {number} r @param {number} grip @returns {Ball[][]}
 */
function finger(z, long, r, grip) {
  const balls = chain(long, grip).map(
    ([x, y], i) => /** @type {Ball} */ ([x, y, z * (1 - i * 0.04), r * (1.1 - i * 0.06)]),
  );
  return grip < CLOSED ? [balls] : [balls.slice(0, 2), balls.slice(1)];
}

/** @param {number} grip @returns {Ball[][]} */
function thumb(grip) {
  const how = clamp((grip - AT_EASE) / 60, 0, 1);
  const [base, middle, tip] = THUMB.open.map((open, i) => {
    const closed = nth(THUMB.closed, i);
    return /** @type {Ball} */ (/** @type {unknown} */ (open.map((v, j) => lerp(v, nth(closed, j), how))));
  });
  return [
    [/** @type {Ball} */ (base), /** @type {Ball} */ (middle)],
    [/** @type {Ball} */ (middle), /** @type {Ball} */ (tip)],
  ];
}

/** @param {Camera} cam @param {Limb} L @returns {{ polys: Poly[], lines: Poly[] }} */
export function hand(cam, L) {
  const A = { f: L.dir, u: L.nrm, r: unit(cross(L.dir, L.nrm)) };
  const grip = AT_EASE + L.grip;
  const g = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) =>
    cam.pt(local(L.end, A, x, y, -z * L.s));
  const parts = [PALM, ...FINGERS.flatMap(([z, long, r]) => finger(z, long, r, grip)), ...thumb(grip)];
  const polys = parts.map((part) => around(part.map(([x, y, z, r]) => /** @type {Disc} */ ([g(x, y, z), r]))));
  /** Does the back of a bone at this angle look at the viewer (1), or its inner side (-1)? */
  const side = (/** @type {number} */ angle) => {
    const towards = dot(add(scale(A.f, sin(angle)), scale(A.u, -cos(angle))), cam.Z);
    return towards > 0.5 ? 1 : towards < -0.45 && grip < CLOSED ? -1 : 0;
  };
  const lines = [1.5, 0, -1.45].flatMap((z) => parting(chain(6.4, grip), side, (x, y) => g(x, y, z * 0.97)));
  return { polys, lines };
}

/**
 * The line between two fingers where it is seen.
 * @param {[number, number, number][]} joints @param {(angle: number) => number} side
 * @param {(x: number, y: number) => Poly[number]} at @returns {Poly[]}
 */
function parting(joints, side, at) {
  /** @type {Poly[]} */
  const lines = [];
  joints.slice(0, 3).forEach(([x, y, angle], i) => {
    const seen = side(angle);
    if (!seen) return;
    const [toX, toY] = nth(joints, i + 1);
    const off = (/** @type {number} */ px, /** @type {number} */ py) =>
      at(px + sin(angle) * seen * 0.9, py - cos(angle) * seen * 0.9);
    const from = i ? 0 : 0.3;
    const to = i === 2 ? 0.5 : 1;
    lines.push([off(lerp(x, toX, from), lerp(y, toY, from)), off(lerp(x, toX, to), lerp(y, toY, to))]);
  });
  return lines;
}
