// A body on its way does not go through the floor: hands and feet are lifted over it, knees and elbows swing clear of it.
import { poleOf } from "./limb.js";
import { LIMBS, solve } from "./skeleton.js";
import { add, clamp, cross, dot, nth, ramp, reject, scale, size, sub, unit } from "./vector.js";

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

/** A direction that goes along when a is turned to b the shortest way. @param {Vec} v @param {Vec} a @param {Vec} b @returns {Vec} */
function carried(v, a, b) {
  const both = add(a, b);
  const k = dot(both, v) / Math.max(1e-6, 1 + dot(a, b));
  return unit(reject(add(sub(v, scale(both, k)), scale(b, 2 * dot(a, v))), b));
}

/** Along a limb, as seen from its trunk. @param {Skeleton} G @param {LimbName} name */
function along(G, name) {
  const L = G.limbs[name];
  return trunkOf(G, L.leg).within(unit(sub(L.end, L.root)));
}

/** Where its knee or elbow points, as seen from its trunk. @param {Skeleton} G @param {LimbName} name */
function poleWithin(G, name) {
  const L = G.limbs[name];
  return trunkOf(G, L.leg).within(poleOf(L));
}

/** A direction at right angles to h, turned about it. @param {Vec} v @param {Vec} h @param {number} angle radians @returns {Vec} */
const turned = (v, h, angle) => add(scale(v, Math.cos(angle)), scale(cross(h, v), Math.sin(angle)));

/** The middle of a bent limb on the line from its root to its end, and how far its joint is off that line. @param {Limb} L */
function bow({ root, mid, end }) {
  const h = unit(sub(end, root));
  const off = dot(sub(mid, root), h);
  return { h, middle: add(root, scale(h, off)), reach: size(reject(sub(mid, root), h)) };
}

/** @param {Limb} L */
const leastOf = ({ leg }) => (leg ? HALF.leg : HALF.arm);

/** How far below its least height a joint is that points this way, cm. @param {Limb} L @param {Vec} n */
function depth(L, n) {
  const { middle, reach } = bow(L);
  return Math.max(0, leastOf(L) - middle[1] - reach * n[1]);
}

/**
 * How the knee or elbow of one limb goes through a segment: where it would point at each look if it never turned about
 * the limb, how far it turns in all (radians), and on which side of its limb it is there, 0 where it would be below the floor.
 * @typedef {{ looks: { h: Vec, e: Vec }[], whole: number, sides: number[] }} Round
 */
/** @typedef {Record<LimbName, Round>} Course of a whole segment, the same at all of its times */

/** On which side of its limb a joint is that points this way: 1 or -1. @param {Vec} n @param {Vec} h */
const sideOf = (n, h) => (dot(n, cross(h, UP)) < 0 ? -1 : 1);

/** Where a joint points at a part of its course, seen from the trunk. @param {Round["looks"]} looks @param {number} whole @param {number} t @param {Vec} h */
function pointing(looks, whole, t, h) {
  const last = looks.length - 1;
  const from = nth(looks, Math.min(last, Math.floor(t * last)));
  return turned(carried(from.e, from.h, h), h, whole * t);
}

/** A joint that is carried through a segment without a turn of its own. @param {readonly Skeleton[]} solved @param {LimbName} name @returns {Round["looks"]} */
function carriedThrough(solved, name) {
  /** @type {Round["looks"]} */
  const looks = [];
  for (const G of solved) {
    const [h, was] = [along(G, name), looks.at(-1)];
    looks.push({ h, e: was ? carried(was.e, was.h, h) : poleWithin(G, name) });
  }
  return looks;
}

/** How far it must turn besides, to arrive; radians, the shortest way. @param {Round["looks"]} looks @param {Vec} goal */
function shortest(looks, goal) {
  const { h, e } = nth(looks, looks.length - 1);
  return Math.atan2(dot(goal, cross(h, e)), dot(goal, e));
}

/** Whether a joint goes below the floor on one side of its limb and comes back on the other. @param {readonly number[]} sides */
const goesUnder = (sides) =>
  sides.some((side, i) => !side && sides.slice(i).find(Boolean) !== sides.slice(0, i).findLast(Boolean));

/**
 * How a joint would go round if it turned so far in all.
 * @param {readonly Skeleton[]} solved @param {LimbName} name @param {Round["looks"]} looks @param {number} whole
 */
function passing(solved, name, looks, whole) {
  const n = looks.length - 1;
  const seen = solved.map((G, i) => {
    const L = G.limbs[name];
    const way = trunkOf(G, L.leg).without(pointing(looks, whole, i / n, nth(looks, i).h));
    return { deep: i % n ? depth(L, way) : 0, side: sideOf(way, bow(L).h) };
  });
  const sides = seen.map(({ deep, side }) => (deep > 0 ? 0 : side));
  return { looks, whole, sides, under: goesUnder(sides), deepest: Math.max(...seen.map(({ deep }) => deep)) };
}

/** @param {readonly Skeleton[]} solved @param {LimbName} name @returns {Round} */
function roundOf(solved, name) {
  const looks = carriedThrough(solved, name);
  const angle = shortest(looks, poleWithin(nth(solved, looks.length - 1), name));
  const short = passing(solved, name, looks, angle);
  if (!short.deepest || (Math.abs(angle) < HALF_ROUND && !short.under)) return short;
  const long = passing(solved, name, looks, angle - 2 * Math.PI * Math.sign(angle));
  const better = short.under === long.under ? long.deepest < short.deepest : short.under;
  return better ? long : short;
}

/**
 * On which side a joint is lifted over the floor: where it was before and will be after; of two, where it is.
 * @param {readonly number[]} sides @param {number} t @param {number} now
 */
function sideOver(sides, t, now) {
  const at = t * (sides.length - 1);
  const before = sides.slice(0, Math.floor(at) + 1).findLast((side) => side);
  const after = sides.slice(Math.ceil(at)).find((side) => side);
  return before === after ? (before ?? now) : now;
}

/**
 * How knees and elbows go round their limbs in a segment: the shortest way; of two that are about as long, the one
 * that is less below the floor.
 * @param {readonly Skeleton[]} solved the segment, looked at evenly from one end to the other @returns {Course}
 */
export function courseOf(solved) {
  return /** @type {Course} */ (Object.fromEntries(LIMBS.map((name) => [name, roundOf(solved, name)])));
}

/** The same way, but with the joint not below the floor. @param {Limb} L @param {Vec} n @param {number} side @returns {Vec} */
function clear(L, n, side) {
  const { h, middle, reach } = bow(L);
  const up = reject(UP, h);
  const steep = size(up);
  if (depth(L, n) <= 0 || steep < 0.05 || reach < STRAIGHT_CM) return n;
  const e = unit(up);
  const share = clamp((leastOf(L) - middle[1]) / (reach * steep), -1, 1);
  return add(scale(e, share), scale(cross(h, e), side * Math.sqrt(1 - share * share)));
}

/**
 * The same pose above the floor, its knees and elbows going round their limbs as the course of its segment says.
 * @param {Pose} pose @param {Course} course @param {number} t how far in it, 0 to 1 @param {Body} body
 */
export function above(pose, course, t, body) {
  const w = ramp(t, 0, END) * ramp(1 - t, 0, END);
  const G = solve(pose, body);
  const out = { ...pose };
  for (const name of LIMBS) {
    const said = pose[name];
    if (!said.to || said.in) continue;
    const L = G.limbs[name];
    const { looks, whole, sides } = course[name];
    const way = trunkOf(G, L.leg).without(pointing(looks, whole, t, along(G, name)));
    out[name] = {
      ...said,
      pole: clear(L, way, sideOver(sides, t, sideOf(way, bow(L).h))),
      to: add(said.to, [0, below(L) * w, 0]),
    };
  }
  return out;
}
