// Between two poses: the same kind of limb by its numbers, otherwise through places in the world; mirror images.

import { poleOf } from "./limb.js";
import { LIMBS, solve } from "./skeleton.js";
import { add, clamp, cross, dot, lerp, RAD, reject, scale, size, unit } from "./vector.js";
/** @import { Body, Limb, LimbName, LimbPose, Pose, Segment, Skeleton, Tip, Vec } from "./types.js" */

/** Quintic: still at both ends. @param {number} t 0 to 1 */
export const ease = (t) => t * t * t * (t * (6 * t - 15) + 10);

/** Two limbs said in the same way can be blended number by number. @param {LimbPose} L */
const kindOf = (L) =>
  [L.knee ? "knee" : L.to ? `to ${L.in ?? ""}` : "angles", !!L.hand, !!L.pole, L.toe !== undefined].join();

/** Nothing of the same shape: 0 for a number, zeros for a row or a table. @param {any} like @returns {any} */
function none(like) {
  if (typeof like === "number") return 0;
  if (Array.isArray(like)) return like.map(() => 0);
  return typeof like === "object" ? Object.fromEntries(Object.entries(like).map(([key, v]) => [key, none(v)])) : like;
}

/**
 * Blend plain numbers, rows and tables; a missing number counts as 0.
 * @param {any} a @param {any} b @param {number} t @returns {any}
 */
function mixed(a, b, t) {
  const from = a === undefined ? none(b) : a;
  const to = b === undefined ? none(a) : b;
  if (typeof from === "number") return lerp(from, to, t);
  if (Array.isArray(from)) return from.map((v, i) => mixed(v, to[i], t));
  if (from && typeof from === "object") {
    /** @type {Record<string, any>} */
    const out = {};
    for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) out[key] = mixed(from[key], to[key], t);
    return out;
  }
  return t < 0.5 ? from : to;
}

/** Nearer than this to half a turn the axis no longer follows from what turns out of line alone; cosine. */
const HALF_TURN = -0.999;

/**
 * The axis of a turn R whose cosine is c: what its turn leaves in place.
 * @param {(i: 0 | 1 | 2, j: 0 | 1 | 2) => number} R @param {number} c @returns {Vec}
 */
function axisOf(R, c) {
  /** @type {Vec} */
  const out = [R(2, 1) - R(1, 2), R(0, 2) - R(2, 0), R(1, 0) - R(0, 1)];
  if (c > HALF_TURN) return unit(out);
  const along = (/** @type {0 | 1 | 2} */ j) =>
    /** @type {Vec} */ (
      [R(0, j) + R(j, 0), R(1, j) + R(j, 1), R(2, j) + R(j, 2)].map((v, i) => (i === j ? v - 2 * c : v))
    );
  const axis = [along(0), along(1), along(2)].reduce((a, b) => (size(b) > size(a) ? b : a));
  return unit(scale(axis, dot(axis, out) < 0 ? -1 : 1));
}

/** Fingers and palm at right angles, however they are said. @param {Tip} tip @returns {[Vec, Vec, Vec]} */
function squared({ dir, nrm }) {
  const along = unit(dir);
  const off = unit(reject(nrm, along));
  return [along, off, cross(along, off)];
}

/**
 * Turn fingers and palm (toes and sole) from a to b about one axis.
 * @param {Tip} a @param {Tip} b @param {number} t @returns {Tip}
 */
export function swing(a, b, t) {
  const [A, B] = [squared(a), squared(b)];
  const R = (/** @type {0 | 1 | 2} */ i, /** @type {0 | 1 | 2} */ j) =>
    A.reduce((sum, v, n) => sum + /** @type {Vec} */ (B[n])[i] * v[j], 0);
  const cosine = clamp((R(0, 0) + R(1, 1) + R(2, 2) - 1) / 2, -1, 1);
  const angle = Math.acos(cosine) * t;
  const axis = axisOf(R, cosine);
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  const go = (/** @type {Vec} */ v) =>
    add(add(scale(v, c), scale(cross(axis, v), s)), scale(axis, dot(axis, v) * (1 - c)));
  return { dir: go(A[0]), nrm: go(A[1]) };
}

/**
 * The hand of a limb that is said alike at both ends, turned as a whole: what a way needs, where it may turn far.
 * @param {LimbPose} a @param {LimbPose} b @param {number} t
 */
export function handBetween(a, b, t) {
  if (!a.hand || !b.hand) return {};
  const { dir, nrm } = swing({ dir: a.hand.dir, nrm: a.hand.palm }, { dir: b.hand.dir, nrm: b.hand.palm }, t);
  return { hand: { dir, palm: nrm } };
}

/**
 * Lean of the pelvis of a solved pose, in the sign and range the pose is written in.
 * @param {Pose} pose @param {Skeleton} G
 */
function leanOf(pose, G) {
  if (pose.anchor.seg === "pelvis" && !pose.reach) return pose.anchor.lean;
  const { u } = /** @type {Segment} */ (G.S.pelvis).A;
  const ahead = pose.anchor.turn ? Math.hypot(u[0], u[2]) * Math.sign(pose.anchor.lean || 1) : u[0];
  return Math.atan2(ahead, u[1]) / RAD;
}

/**
 * A limb on its way between two that are said differently; `arc` lifts hand or foot.
 * @param {[LimbPose, Limb]} a @param {[LimbPose, Limb]} b @param {number} t @returns {LimbPose}
 */
export function bridge([saidA, A], [saidB, B], t) {
  const up = (saidA.arc || saidB.arc || 0) * 4 * t * (1 - t);
  const to = add(mixed(A.end, B.end, t), [0, up, 0]);
  return {
    to,
    pole: mixed(poleOf(A), poleOf(B), t),
    tip: swing(A, B, t),
    layer: lerp(A.layer, B.layer, t),
    grip: lerp(A.grip, B.grip, t),
    toes: lerp(A.toes, B.toes, t),
  };
}

/**
 * Blend two poses of one body, t from 0 to 1.
 * @param {Pose} a @param {Pose} b @param {number} t @param {Body} body @returns {Pose}
 */
export function between(a, b, t, body) {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const { reach: _, ...out } = mixed(a, b, t);
  /** @type {[Skeleton, Skeleton] | undefined} */
  let memo;
  const solved = () => (memo ??= [solve(a, body), solve(b, body)]);
  const pelvis = () => {
    const [A, B] = solved();
    return { at: mixed(A.S.pelvis?.o, B.S.pelvis?.o, t), lean: lerp(leanOf(a, A), leanOf(b, B), t) };
  };
  if (a.reach && b.reach) out.reach = { limb: a.reach.limb, k: lerp(a.reach.k, b.reach.k, t) };
  else if (a.reach || b.reach) out.anchor.lean = pelvis().lean;
  if (a.anchor.seg !== b.anchor.seg) out.anchor = { ...out.anchor, seg: "pelvis", ...pelvis() };
  else if (a.anchor.on !== b.anchor.on) {
    out.anchor.at = pelvis().at;
    delete out.anchor.on;
  }
  for (const name of LIMBS) {
    if (kindOf(a[name]) === kindOf(b[name])) continue;
    const [A, B] = solved();
    out[name] = bridge([a[name], A.limbs[name]], [b[name], B.limbs[name]], t);
  }
  return out;
}

/** @param {Vec | undefined} v */
const flip = (v) => v && [v[0], v[1], -v[2]];
/** @param {number[] | undefined} row */
const swapped = (row) => row && [row[1], row[0]];
/** @param {number[] | undefined} row */
const negated = (row) => row?.map((v) => -v);
/** A table without the keys that have no value. @param {object} table */
const given = (table) => Object.fromEntries(Object.entries(table).filter(([, v]) => v !== undefined));

/** @param {LimbPose} L @param {number | undefined} layer @returns {LimbPose} */
export function mirrorLimb(L, layer) {
  const held = L.in?.startsWith("thigh") ? (L.in === "thighR" ? "thighL" : "thighR") : L.in;
  const hand = L.hand && { dir: flip(L.hand.dir), palm: flip(L.hand.palm) };
  const said = { to: flip(L.to), pole: flip(L.pole), knee: flip(L.knee), shin: flip(L.shin), in: held, hand };
  const { layer: _, ...rest } = L;
  return { ...rest, ...given(said), ...given({ layer }) };
}

/** The limb of the other side. @type {Readonly<Record<LimbName, LimbName>>} */
const OTHER = { legR: "legL", legL: "legR", armR: "armL", armL: "armR" };

/**
 * The same pose done with the other side. What lies before the trunk is a matter of the viewer: it stays with the
 * right and the left, unless the viewer goes round to the other side too.
 * @param {Pose} pose @param {boolean} goesRound @returns {Pose}
 */
export function mirror(pose, goesRound) {
  const { anchor, reach } = pose;
  const limbs = LIMBS.map((name) => {
    const L = pose[OTHER[name]];
    return [name, mirrorLimb(L, goesRound ? L.layer : pose[name].layer)];
  });
  return /** @type {Pose} */ ({
    ...pose,
    ...given({
      side: negated(pose.side),
      turn: negated(pose.turn),
      shrug: swapped(pose.shrug),
      push: swapped(pose.push),
    }),
    ...given({ reach: reach && { ...reach, limb: OTHER[reach.limb] } }),
    anchor: { ...anchor, at: flip(anchor.at), turn: -(anchor.turn ?? 0), roll: -(anchor.roll ?? 0) },
    ...Object.fromEntries(limbs),
  });
}
