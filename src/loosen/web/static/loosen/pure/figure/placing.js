// A posture in another world, turned about the vertical and moved as a whole; and how its pelvis lies in space.
import { solve } from "./skeleton.js";
import { add, clamp, cos, dot, mix, RAD, scale, sin, sub } from "./vector.js";

/** @import { Axes, Body, LimbPose, Pose, Segment, Skeleton, Vec } from "./types.js" */
/** @import { Placement } from "./way-types.js" */

/** A trunk whose long axis rises less than this lies: the axis says where it points, otherwise its front does. */
const LYING = 0.7;
/** A pelvis above this height is carried by the feet, cm. */
const ON_FEET_CM = 70;
/** Movements turn their world by quarters only. */
const QUARTER_DEG = 90;

/** @param {Vec} v @param {number} deg to the right @returns {Vec} */
const swung = ([x, y, z], deg) => [x * cos(deg) - z * sin(deg), y, x * sin(deg) + z * cos(deg)];
/** @param {Vec} v @param {Placement} to */
export const movedTo = (v, { turn, by }) => add(swung(v, turn), by);

/** What is said in the world turns with it; what is held in a segment goes along by itself. @param {LimbPose} L @param {Placement} to @returns {LimbPose} */
function limbAt(L, to) {
  if (L.in) return L;
  const way = (/** @type {Vec} */ v) => swung(v, to.turn);
  return {
    ...L,
    ...(L.to && { to: movedTo(L.to, to) }),
    ...(L.knee && { knee: movedTo(L.knee, to) }),
    ...(L.pole && { pole: way(L.pole) }),
    ...(L.shin && { shin: way(L.shin) }),
    ...(L.hand && { hand: { dir: way(L.hand.dir), palm: way(L.hand.palm) } }),
    ...(L.tip && { tip: { dir: way(L.tip.dir), nrm: way(L.tip.nrm) } }),
  };
}

/** The same posture where its world lies. @param {Pose} pose @param {Placement} to @returns {Pose} */
export function placed(pose, to) {
  const { anchor, legR, legL, armR, armL } = pose;
  return {
    ...pose,
    anchor: { ...anchor, at: movedTo(anchor.at, to), turn: (anchor.turn ?? 0) + to.turn },
    legR: limbAt(legR, to),
    legL: limbAt(legL, to),
    armR: limbAt(armR, to),
    armL: limbAt(armL, to),
  };
}

/**
 * Turn, lean and roll that lay a pelvis along these axes.
 * @param {Axes} A
 */
export function layingOf({ f, u }) {
  const lean = Math.acos(clamp(u[1], -1, 1));
  const turn = Math.sin(lean) > 1e-6 ? Math.atan2(u[2], u[0]) : 0;
  /** @type {Vec} */
  const ahead = [Math.cos(turn) * Math.cos(lean), -Math.sin(lean), Math.sin(turn) * Math.cos(lean)];
  /** @type {Vec} */
  const right = [-Math.sin(turn), 0, Math.cos(turn)];
  return { turn: turn / RAD, lean: lean / RAD, roll: Math.atan2(dot(f, right), dot(f, ahead)) / RAD };
}

/** @param {Skeleton} G */
export const pelvisOf = (G) => /** @type {Segment} */ (G.S.pelvis);

/** The same posture with its pelvis said outright: nothing leans on an arm, nothing rides on the knees. @param {Pose} pose @param {Body} body @returns {Pose} */
export function settled({ reach, ...pose }, body) {
  const { o, A } = pelvisOf(solve(reach ? { ...pose, reach } : pose, body));
  return { ...pose, anchor: { seg: "pelvis", at: o, ...layingOf(A) } };
}

/** Where a body points, in degrees to the right of x. @param {Skeleton} G */
function headingOf(G) {
  const { f, u } = pelvisOf(G).A;
  const [x, , z] = Math.abs(u[1]) < LYING ? u : f;
  return Math.atan2(z, x) / RAD;
}

/** On what it stands or lies, seen from above. @param {Skeleton} G @returns {Vec} */
function underneath(G) {
  const { o } = pelvisOf(G);
  const feet = mix(G.limbs.legR.end, G.limbs.legL.end, 0.5);
  const [x, , z] = o[1] > ON_FEET_CM ? feet : o;
  return [x, 0, z];
}

/** Where the world of one posture must lie, so that it comes to rest where the other one is. @param {Skeleton} G @param {Skeleton} H */
export function placementOn(G, H) {
  const turn = Math.round((headingOf(H) - headingOf(G)) / QUARTER_DEG) * QUARTER_DEG;
  return { turn, by: sub(underneath(H), swung(underneath(G), turn)) };
}

/** Points of the body with what is around them: [place, radius in cm]. @param {Skeleton} G @returns {[Vec, number][]} */
export function extent(G) {
  const limbs = Object.values(G.limbs).flatMap(({ leg, mid, end, dir }) => {
    /** @type {[Vec, number][]} */
    const parts = [
      [mid, 7],
      [end, 7],
      [add(end, scale(dir, leg ? 15 : 16)), 4],
    ];
    return parts;
  });
  return [[G.at("head", 0, 10), 15], [G.at("pelvis", 0, 0), 17], [G.at("t2", 0, 6), 16], ...limbs];
}
