// One arm or leg, from how it is said (angles, a held place, a knee on the floor) to its joints in space.
import { flexBy, local, sideBy, turnBy } from "./axes.js";
import { add, clamp, cos, cross, dot, reject, scale, sin, size, sub, unit } from "./vector.js";

/** @import { Axes, Limb, LimbPose, Place, Vec } from "./types.js" */

/**
 * Two bones of length a and b from p to q; the middle joint points along `pole`.
 * @param {Vec} p @param {Vec} q @param {number} a @param {number} b @param {Vec} pole
 */
function reach(p, q, a, b, pole) {
  const way = sub(q, p);
  const d = clamp(size(way), Math.abs(a - b) * 1.02, (a + b) * 0.9995);
  const h = unit(way);
  const n = unit(reject(pole, h));
  const k = clamp((a * a + d * d - b * b) / (2 * a * d), -1, 1);
  return { mid: add(p, add(scale(h, a * k), scale(n, a * Math.sqrt(1 - k * k)))), end: add(p, scale(h, d)), n };
}

/**
 * Axes of a bone from its joint to the next, with the given right.
 * @param {Vec} from @param {Vec} to @param {Vec} r @returns {Axes}
 */
function bone(from, to, r) {
  const u = unit(sub(from, to));
  return { f: cross(u, r), u, r };
}

/** @param {Vec} v @param {Place} at */
const inWorld = (v, at) => (at.held ? local([0, 0, 0], at.held.A, v[0], v[1], v[2]) : v);

/**
 * The knee stays on the floor; it slides outwards only if the thigh asks for it.
 * @param {LimbPose} pose @param {Place} at
 */
function kneeling(pose, { root, trunk, a, b }) {
  const knee = /** @type {Vec} */ (pose.knee);
  const dy = root[1] - knee[1];
  const h = unit([knee[0] - root[0], 0, knee[2] - root[2]]);
  const k = Math.sqrt(Math.max(0, a * a - dy * dy));
  /** @type {Vec} */
  const mid = dy < a ? [root[0] + h[0] * k, knee[1], root[2] + h[2] * k] : add(root, scale(unit(sub(knee, root)), a));
  const end = add(mid, scale(unit(/** @type {Vec} */ (pose.shin)), b));
  const A1 = bone(root, mid, unit(reject(trunk.r, unit(sub(root, mid)))));
  return { mid, end, want: end, A1, A2: bone(mid, end, A1.r) };
}

/** @param {LimbPose} pose @param {Place} at */
function holding(pose, at) {
  const { leg, s, root, trunk, a, b, held } = at;
  const to = /** @type {Vec} */ (pose.to);
  const want = held ? local(held.o, held.A, to[0], to[1], to[2]) : to;
  const usual = leg ? trunk.f : add(scale(trunk.f, -1), scale(trunk.r, s * 0.35));
  const { mid, end, n } = reach(root, want, a, b, pose.pole ? inWorld(pose.pole, at) : usual);
  const back = unit(sub(root, end));
  const A1 = bone(root, mid, cross(leg ? n : scale(n, -1), back));
  return { mid, end, want, A1, A2: bone(mid, end, A1.r) };
}

/** @param {LimbPose} pose @param {Place} at */
function hanging(pose, { leg, s, root, trunk, a, b }) {
  const A1 = turnBy(sideBy(flexBy(trunk, -(pose.flex ?? 0)), -s * (pose.out ?? 0)), s * (pose.twist ?? 0));
  const mid = add(root, scale(A1.u, -a));
  const A2 = flexBy(A1, (leg ? 1 : -1) * (pose.bend ?? 0));
  const end = add(mid, scale(A2.u, -b));
  return { mid, end, want: end, A1, A2 };
}

/** Toes and sole. @param {LimbPose} pose @param {Axes} shank @param {number} s @returns {{ dir: Vec, nrm: Vec }} */
function foot(pose, shank, s) {
  if (pose.toe === undefined) {
    const k = pose.ankle ?? 0;
    const dir = sub(scale(shank.f, cos(k)), scale(shank.u, sin(k)));
    return { dir, nrm: scale(add(scale(shank.u, cos(k)), scale(shank.f, sin(k))), -1) };
  }
  const h = unit(/** @type {Vec} */ ([shank.f[0] + 1e-6, 0, shank.f[2]]));
  const flat = add(scale(h, cos(pose.toe)), scale(unit(cross(h, [0, 1, 0])), s * sin(pose.toe)));
  const lift = pose.lift ?? 0;
  const dir = add(scale(flat, cos(lift)), [0, -sin(lift), 0]);
  return { dir, nrm: unit(reject([0, -1, 0], dir)) };
}

/** Fingers and palm. @param {LimbPose} pose @param {Axes} fore @param {Place} at @returns {{ dir: Vec, nrm: Vec }} */
function hand(pose, fore, at) {
  if (!pose.hand) return { dir: scale(fore.u, -1), nrm: scale(fore.r, -at.s) };
  const dir = unit(inWorld(pose.hand.dir, at));
  return { dir, nrm: unit(reject(inWorld(pose.hand.palm, at), dir)) };
}

/** Planted toes stay flat while the heel lifts. @param {LimbPose} pose */
const toesOf = ({ toes, lift = 0 }) => toes ?? Math.max(0, lift);

/** @param {LimbPose} pose @param {Place} at @returns {Limb} */
export function solveLimb(pose, at) {
  const bones = pose.knee ? kneeling(pose, at) : pose.to ? holding(pose, at) : hanging(pose, at);
  const { leg, s, root } = at;
  const dir = pose.tip && unit(pose.tip.dir);
  const tip =
    pose.tip && dir
      ? { dir, nrm: unit(reject(pose.tip.nrm, dir)) }
      : leg
        ? foot(pose, bones.A2, s)
        : hand(pose, bones.A2, at);
  return { leg, s, root, ...bones, ...tip, layer: pose.layer ?? 0, grip: pose.grip ?? 0, toes: toesOf(pose) };
}

/** Which way the middle joint of a solved limb really points; none when the limb is straight. @param {Limb} L */
export function poleOf(L) {
  const k = reject(sub(L.mid, L.root), unit(sub(L.end, L.root)));
  return dot(k, k) > 0.09 ? unit(k) : scale(L.A1.f, L.leg ? 1 : -1);
}
