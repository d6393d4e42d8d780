// From a pose to a skeleton in space. Numbers in, numbers out.
import { flexBy, local, sideBy, turnBy, WORLD } from "./axes.js";
import { solveLimb } from "./limb.js";
import { add, clamp, dot, nth, size, sub } from "./vector.js";
/** @import { Body, Limb, LimbName, Place, Pose, Segment, Skeleton, Vec } from "./types.js" */

/** @type {readonly LimbName[]} */
export const LIMBS = ["legR", "legL", "armR", "armL"];
const SPINE = ["l1", "l2", "t1", "t2", "neck", "head"];

/** @param {number[] | undefined} row @param {number} i */
const val = (row, i) => row?.[i] ?? 0;

/** @param {Pose} pose @param {Body} body @returns {Skeleton} */
export function solve(pose, body) {
  const planted = pose.reach;
  if (!planted) return once(pose, body);
  // secant steps; the miss is smooth in the lean
  const goal = planted.k * (body.upper + body.fore);
  const leaning = (/** @type {number} */ lean) => once({ ...pose, anchor: { ...pose.anchor, lean } }, body);
  const miss = (/** @type {number} */ lean) => {
    const { want, root } = leaning(lean).limbs[planted.limb];
    return size(sub(want, root)) - goal;
  };
  const { lean } = pose.anchor;
  let [a, b] = [lean - 8, lean + 8];
  let [missA, missB] = [miss(a), miss(b)];
  for (let i = 0; i < 6 && Math.abs(missB) > 1e-4 && Math.abs(missB - missA) > 1e-9; i++) {
    const c = b - (missB * (b - a)) / (missB - missA);
    [a, missA] = [b, missB];
    b = clamp(c, lean - 40, lean + 40);
    missB = miss(b);
  }
  return leaning(b);
}

/** The spine stacked on a pelvis that stands at the origin. @param {Pose} pose @param {Body} body */
function stack(pose, body) {
  /** @type {Record<string, Segment>} */
  const F = { pelvis: { o: [0, 0, 0], A: WORLD } };
  let A = WORLD;
  let p = local([0, 0, 0], A, -3.2, body.sacrum);
  SPINE.forEach((name, i) => {
    A = flexBy(sideBy(turnBy(A, val(pose.turn, i)), val(pose.side, i)), nth(body.curve, i) + val(pose.flex, i));
    F[name] = { o: p, A };
    p = local(p, A, 0, body.spine[i] ?? 0);
  });
  F.chest = /** @type {Segment} */ (F.t2);
  return F;
}

/**
 * How high the thighs hold a pelvis over resting knees; knees too far away hold it at their own height.
 * @param {Pose} pose @param {Body} body @param {(v: Vec) => Vec} rotate
 */
function overKnees(pose, body, rotate) {
  const { at } = pose.anchor;
  const right = pose.legR.knee;
  const knee = /** @type {Vec} */ (right ?? pose.legL.knee);
  const h = add(at, rotate([0, 0, right ? body.hip : -body.hip]));
  const dx = h[0] - knee[0];
  const dz = h[2] - knee[2];
  /** @type {Vec} */
  const lifted = [at[0], at[1] + knee[1] + Math.sqrt(Math.max(0, body.thigh ** 2 - dx * dx - dz * dz)) - h[1], at[2]];
  return lifted;
}

/** The trunk, so that the anchored segment rests where the pose says. @param {Pose} pose @param {Body} body */
function placeTrunk(pose, body) {
  const F = stack(pose, body);
  const { seg, lean, turn = 0, roll = 0, on, at } = pose.anchor;
  const goal = turnBy(flexBy(turnBy(WORLD, turn), lean), roll);
  const base = /** @type {Segment} */ (F[seg]);
  const rotate = (/** @type {Vec} */ v) => local([0, 0, 0], goal, dot(v, base.A.f), dot(v, base.A.u), dot(v, base.A.r));
  const origin = on === "knees" ? overKnees(pose, body, rotate) : at;
  /** @type {Record<string, Segment>} */
  const S = {};
  for (const [name, { o, A }] of Object.entries(F)) {
    S[name] = { o: add(origin, rotate(sub(o, base.o))), A: { f: rotate(A.f), u: rotate(A.u), r: rotate(A.r) } };
  }
  return S;
}

/**
 * Where a limb hangs from: its joint, the axes of its trunk segment, its lengths.
 * @param {LimbName} name @param {Pose} pose @param {Body} body @param {Skeleton["at"]} at
 * @returns {Omit<Place, "trunk" | "held">}
 */
function rootOf(name, pose, body, at) {
  const leg = name.startsWith("leg");
  const s = name.endsWith("R") ? 1 : -1;
  if (leg) return { leg, s, root: at("pelvis", 0, 0, s * body.hip), a: body.thigh, b: body.shank };
  const i = s > 0 ? 0 : 1;
  const raised = val(pose.shrug, i);
  const root = at("t2", 2 + val(pose.push, i), 7.8 + raised, s * (body.shoulder - Math.abs(raised) * 0.15));
  return { leg, s, root, a: body.upper, b: body.fore };
}

/** Half-depth, half-height and half-width of the head with its hair, cm. @type {Vec} */
const HEAD_CM = [10.6, 10.6, 8.9];
/** Its middle above the top of the neck, cm. */
const HEAD_MIDDLE_CM = 11.5;
/** More than this no neck bends to let a head rest, degrees. */
const MOST_REST_DEG = 24;

/** How high the lowest point of the head is. @param {Segment} head */
function lowestOfHead({ o, A }) {
  const half = Math.hypot(A.f[1] * HEAD_CM[0], A.u[1] * HEAD_CM[1], A.r[1] * HEAD_CM[2]);
  return o[1] + A.u[1] * HEAD_MIDDLE_CM - half;
}

/**
 * A head that rests: the neck bends, forwards and to the side as the ground asks, until the head lies on it.
 * @param {Pose} pose @param {Body} body @returns {Pose}
 */
function rested(pose, body) {
  if (!pose.head?.share) return pose;
  const { cm, share } = pose.head;
  const bent = (/** @type {number} */ ahead, /** @type {number} */ aside) => {
    const more = (/** @type {number[] | undefined} */ row, /** @type {number} */ deg) =>
      Array.from({ length: 6 }, (_, i) => val(row, i) + (i > 3 ? deg / 2 : 0));
    return { ...pose, flex: more(pose.flex, ahead), side: more(pose.side, aside) };
  };
  const low = (/** @type {number} */ ahead, /** @type {number} */ aside) =>
    lowestOfHead(/** @type {Segment} */ (placeTrunk(bent(ahead, aside), body).head));
  let [ahead, aside] = [0, 0];
  for (let i = 0; i < 3; i++) {
    const now = low(ahead, aside);
    const slope = [low(ahead + 1, aside) - now, low(ahead, aside + 1) - now];
    const step = (cm - now) / Math.max(0.004, nth(slope, 0) ** 2 + nth(slope, 1) ** 2);
    ahead = clamp(ahead + step * nth(slope, 0), -MOST_REST_DEG, MOST_REST_DEG);
    aside = clamp(aside + step * nth(slope, 1), -MOST_REST_DEG, MOST_REST_DEG);
  }
  return bent(ahead * share, aside * share);
}

/** @param {Pose} said @param {Body} body @returns {Skeleton} */
function once(said, body) {
  const pose = rested(said, body);
  const S = placeTrunk(pose, body);
  const segment = (/** @type {string} */ name) => /** @type {Segment} */ (S[name]);
  /** @type {Skeleton["at"]} */
  const at = (name, x, y, z = 0) => local(segment(name).o, segment(name).A, x, y, z);
  /** @type {Partial<Record<LimbName, Limb>>} */
  const limbs = {};
  // legs first, because hands may hold a thigh
  for (const name of LIMBS) {
    const limb = pose[name];
    const place = rootOf(name, pose, body, at);
    const trunk = segment(place.leg ? "pelvis" : "t2").A;
    const solved = solveLimb(limb, { ...place, trunk, held: limb.in ? segment(limb.in) : undefined });
    limbs[name] = solved;
    if (place.leg) S[`thigh${name.slice(3)}`] = { o: solved.root, A: solved.A1 };
  }
  return { S, limbs: /** @type {Record<LimbName, Limb>} */ (limbs), breath: pose.breath ?? 0, at };
}
