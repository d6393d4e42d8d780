// A body on its way does not go through the floor: hands and feet are lifted over it, knees and elbows swing clear of it.
import { poleOf } from "./limb.js";
import { LIMBS, solve } from "./skeleton.js";
import { add, clamp, cross, dot, ramp, reject, scale, size, sub, unit } from "./vector.js";

/** @import { Body, Limb, LimbName, Pose, Segment, Skeleton, Vec } from "./types.js" */

/** How thick a limb is at its middle joint, half of it, cm. */
const HALF = { leg: 4.8, arm: 3 };
/** Points of a foot and a hand in their own axes, along the toes or fingers and off the palm or sole, and what is around them; cm. */
const FOOT = /** @type {const} */ ([
  [11, 4.5, 1.2],
  [16.5, 5.7, 0.8],
  [-3.6, 4.2, 2.4],
  [0, 0, 3.2],
]);
const HAND = /** @type {const} */ ([
  [15, 0, 1.3],
  [7, 1.2, 1.4],
  [0, 0, 1.8],
]);
/** Share of a segment at each end in which nothing is lifted: there the posture says where things are. */
const END = 0.12;
/** A limb that bends less than this is straight, cm from its line. */
const STRAIGHT_CM = 0.5;
/** A joint this low would meet the floor on its way round, cm. */
const NEAR_FLOOR_CM = 14;
/** From so far on the other way round is about as short, radians. */
const HALF_ROUND = 1.6;
const UP = /** @type {Vec} */ ([0, 1, 0]);

/** How deep the end of a limb is below the floor, cm; 0 when it is clear. @param {Limb} L */
function below({ leg, end, dir, nrm }) {
  const heights = (leg ? FOOT : HAND).map(([along, off, r]) => end[1] + dir[1] * along + nrm[1] * off - r);
  return Math.max(0, -Math.min(...heights));
}

/** A direction in the axes of the trunk that a limb hangs from, and back. @param {Skeleton} G @param {boolean} leg */
function trunkOf(G, leg) {
  const { f, u, r } = /** @type {Segment} */ (G.S[leg ? "pelvis" : "t2"]).A;
  return {
    within: (/** @type {Vec} */ v) => /** @type {Vec} */ ([dot(v, f), dot(v, u), dot(v, r)]),
    without: ([x, y, z] = /** @type {Vec} */ ([0, 0, 0])) => add(add(scale(f, x), scale(u, y)), scale(r, z)),
  };
}

/** Where a limb goes and where its knee or elbow points, seen from the trunk. @param {Skeleton} G @param {LimbName} name @returns {Held} */
function held(G, name) {
  const L = G.limbs[name];
  const { within } = trunkOf(G, L.leg);
  return { h: within(unit(sub(L.end, L.root))), n: within(poleOf(L)) };
}

/** A direction that goes along when a is turned to b the shortest way. @param {Vec} v @param {Vec} a @param {Vec} b @returns {Vec} */
function carried(v, a, b) {
  const both = add(a, b);
  const k = dot(both, v) / Math.max(1e-6, 1 + dot(a, b));
  return unit(reject(add(sub(v, scale(both, k)), scale(b, 2 * dot(a, v))), b));
}

/** @typedef {{ h: Vec, n: Vec }} Held along a limb, and where its middle joint points */

/** How far round h it is from one to the other, both carried there; radians. @param {Held} from @param {Held} to @param {Vec} h */
function turning(from, to, h) {
  const e = carried(from.n, from.h, h);
  const n = carried(to.n, to.h, h);
  return { e, r: cross(h, e), angle: Math.atan2(dot(n, cross(h, e)), dot(n, e)) };
}

/**
 * How far round a joint goes in a segment: the shortest way; of two that are about as long, near the floor, the upper one.
 * @param {[Skeleton, Skeleton]} ends @param {LimbName} name @returns {number} radians
 */
function wholeTurn([A, B], name) {
  const { e, r, angle } = turning(held(A, name), held(B, name), held(A, name).h);
  const low = Math.min(A.limbs[name].mid[1], B.limbs[name].mid[1]) < NEAR_FLOOR_CM;
  if (Math.abs(angle) < HALF_ROUND || !low) return angle;
  const { without } = trunkOf(A, A.limbs[name].leg);
  const height = (/** @type {number} */ half) => without(add(scale(e, Math.cos(half)), scale(r, Math.sin(half))))[1];
  const other = angle - 2 * Math.PI * Math.sign(angle);
  return height(angle / 2) < height(other / 2) ? other : angle;
}

/**
 * The way a knee or elbow points between two postures, going round its limb as seen from the trunk.
 * @param {[Skeleton, Skeleton]} ends @param {Skeleton} G @param {LimbName} name @param {number} t
 */
function pointing(ends, G, name, t) {
  const { without } = trunkOf(G, G.limbs[name].leg);
  const [from, to] = [held(ends[0], name), held(ends[1], name)];
  const { e, r, angle } = turning(from, to, held(G, name).h);
  const whole = wholeTurn(ends, name);
  const now = (angle + 2 * Math.PI * Math.round((whole - angle) / (2 * Math.PI))) * t;
  return without(add(scale(e, Math.cos(now)), scale(r, Math.sin(now))));
}

/** The same way, but with the joint not below the floor. @param {Limb} L @param {Vec} n @returns {Vec} */
function clear({ leg, root, mid, end }, n) {
  const least = leg ? HALF.leg : HALF.arm;
  const h = unit(sub(end, root));
  const reach = size(reject(sub(mid, root), h));
  const middle = add(root, scale(h, dot(sub(mid, root), h)));
  const up = reject(UP, h);
  const steep = size(up);
  if (middle[1] + reach * n[1] >= least || steep < 0.05 || reach < STRAIGHT_CM) return n;
  const e = unit(up);
  const share = clamp((least - middle[1]) / (reach * steep), -1, 1);
  const round = cross(h, e);
  const side = dot(n, round) < 0 ? -1 : 1;
  return add(scale(e, share), scale(round, side * Math.sqrt(1 - share * share)));
}

/**
 * The same pose above the floor, its knees and elbows going round their limbs the shortest way.
 * @param {Pose} pose @param {[Skeleton, Skeleton]} ends of its segment @param {number} t how far in it, 0 to 1 @param {Body} body
 */
export function above(pose, ends, t, body) {
  const w = ramp(t, 0, END) * ramp(1 - t, 0, END);
  const G = solve(pose, body);
  const out = { ...pose };
  for (const name of LIMBS) {
    const said = pose[name];
    if (!said.to || said.in) continue;
    const pole = clear(G.limbs[name], pointing(ends, G, name, t));
    out[name] = { ...said, pole, to: add(said.to, [0, below(G.limbs[name]) * w, 0]) };
  }
  return out;
}
