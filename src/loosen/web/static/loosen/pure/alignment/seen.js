// The figure as a camera would see it: its joints as points of a picture, and which of them the body itself hides.
import { camera } from "../figure/camera.js";
import { inFoot } from "../figure/foot.js";
import { solve } from "../figure/skeleton.js";
import { clamp, RAD } from "../figure/vector.js";

/** @import { Camera, Segment, Skeleton, Stage, Vec } from "../figure/types.js" */
/** @import { Points, View } from "./points.js" */

/**
 * Where the camera stands: on which side of somebody seen from the side; how far aside of that, and looking how far down.
 * @typedef {{view: View, from?: "right" | "left", aside_deg?: number, down_deg?: number}} Stand
 */

/** Places in the head's own axes, cm: forwards, up, to the right. @type {Vec} */
const NOSE = [10.5, 9, 0];
/** @type {Vec} */
const EAR = [-0.5, 10, 7.6];
/** @type {Vec} */
const TOE = [16.9, -5.7, 0];

const SURE = 0.95;
/** What an estimator of poses says of a joint that it cannot see. */
const GUESSED = 0.2;

/** How far from its line a limb hides what is behind it, cm. */
const THICK = { thigh: 6, shank: 4, upper: 3.5, fore: 2, trunk: 8.5, head: 8.5 };
/** Something is behind a limb when it is so much farther from the camera, cm. */
const BEHIND_CM = 5;
/** Points of both sides of the trunk: the far one is hidden when the near one is so close before it in the picture, cm. */
const COVERED_CM = 11;

/** @typedef {{own: string, a: Vec, b: Vec, thick: number}} Bone */

/** @param {Skeleton} G @returns {Record<string, Vec>} */
function joints({ at, limbs }) {
  /** @type {Record<string, Vec>} */
  const found = { nose: at("head", ...NOSE) };
  for (const [side, s, leg, arm] of /** @type {const} */ ([
    ["right", 1, "legR", "armR"],
    ["left", -1, "legL", "armL"],
  ])) {
    const [thigh, upper] = [limbs[leg], limbs[arm]];
    found[`${side}-ear`] = at("head", EAR[0], EAR[1], s * EAR[2]);
    found[`${side}-shoulder`] = upper.root;
    found[`${side}-elbow`] = upper.mid;
    found[`${side}-wrist`] = upper.end;
    found[`${side}-hip`] = thigh.root;
    found[`${side}-knee`] = thigh.mid;
    found[`${side}-ankle`] = thigh.end;
    found[`${side}-toe`] = inFoot(thigh)(...TOE);
  }
  return found;
}

/** What can hide something: the bones, thick as they are. @param {Skeleton} G @returns {Bone[]} */
function bones({ at, limbs }) {
  const sided = /** @type {const} */ ([
    ["right", limbs.legR, limbs.armR, 1],
    ["left", limbs.legL, limbs.armL, -1],
  ]);
  return [
    { own: "head", a: at("head", 0, 9), b: at("head", 0, 13), thick: THICK.head },
    ...sided.flatMap(([side, leg, arm, s]) => [
      { own: `${side} leg`, a: leg.root, b: leg.mid, thick: THICK.thigh },
      { own: `${side} leg`, a: leg.mid, b: leg.end, thick: THICK.shank },
      { own: `${side} arm`, a: arm.root, b: arm.mid, thick: THICK.upper },
      { own: `${side} arm`, a: arm.mid, b: arm.end, thick: THICK.fore },
      { own: "trunk", a: at("pelvis", 0, 2, s * 5), b: at("t2", 0, 4, s * 6), thick: THICK.trunk },
    ]),
  ];
}

/** What a joint belongs to, which therefore cannot hide it. @param {string} name */
function ownOf(name) {
  const [side, what] = name.split("-");
  if (what === "shoulder" || what === "hip") return [`${side} ${what === "hip" ? "leg" : "arm"}`, "trunk"];
  if (what === "elbow" || what === "wrist") return [`${side} arm`];
  return what === "ear" || !what ? ["head"] : [`${side} leg`];
}

/** Whether a bone lies before a point. @param {Camera} cam @param {Bone} bone @param {Vec} p */
function hides(cam, { a, b, thick }, p) {
  const [[ax, ay], [bx, by], [px, py]] = [cam.pt(a), cam.pt(b), cam.pt(p)];
  const [dx, dy] = [bx - ax, by - ay];
  const t = clamp(((px - ax) * dx + (py - ay) * dy) / Math.max(1e-6, dx * dx + dy * dy), 0, 1);
  if (Math.hypot(px - ax - t * dx, py - ay - t * dy) > thick) return false;
  return cam.depth(a) + t * (cam.depth(b) - cam.depth(a)) - cam.depth(p) > BEHIND_CM;
}

/** Whether the same joint of the other side is close before it. @param {Camera} cam @param {Record<string, Vec>} all @param {string} name */
function isBehindItsTwin(cam, all, name) {
  if (!/-(ear|shoulder|hip)$/.test(name)) return false;
  const twin = all[name.startsWith("right") ? name.replace("right", "left") : name.replace("left", "right")];
  const own = all[name];
  if (!twin || !own) return false;
  const [[ax, ay], [bx, by]] = [cam.pt(own), cam.pt(twin)];
  return Math.hypot(ax - bx, ay - by) < COVERED_CM && cam.depth(twin) - cam.depth(own) > BEHIND_CM;
}

/** Every joint of a body in space as a point of the picture, also those that it hides. @param {Skeleton} G @param {Camera} cam @returns {Points} */
export function pointsOf(G, cam) {
  const points = Object.entries(joints(G)).map(([name, p]) => {
    const [x, y] = cam.pt(p);
    return [name, { x, y, seen: SURE }];
  });
  return Object.fromEntries(points);
}

/** The same as an estimator of poses would have it: what the body hides is a guess. @param {Skeleton} G @param {Camera} cam @returns {Points} */
export function seenOf(G, cam) {
  const [all, before, points] = [joints(G), bones(G), pointsOf(G, cam)];
  const isHidden = (/** @type {string} */ name, /** @type {Vec} */ p) => {
    const own = ownOf(name);
    return isBehindItsTwin(cam, all, name) || before.some((bone) => !own.includes(bone.own) && hides(cam, bone, p));
  };
  const seen = Object.entries(all).map(([name, p]) => [
    name,
    { ...points[name], seen: isHidden(name, p) ? GUESSED : SURE },
  ]);
  return Object.fromEntries(seen);
}

/**
 * The camera of a view, by how the body lies in a posture: before its chest, or beside it.
 * @param {Skeleton} G @param {Stand} stand @returns {Camera}
 */
export function cameraAt({ S }, { view, from = "right", aside_deg = 0, down_deg = 5 }) {
  const { f, r } = /** @type {Segment} */ (S.pelvis).A;
  const [x, , z] = view === "front" ? f : r;
  const turn = Math.atan2(x, z) / RAD + (view === "side" && from === "left" ? 180 : 0);
  return camera(turn + aside_deg, down_deg);
}

/**
 * The camera for each side. Somebody who is drawn from the other side for the left, because they turn round, is seen
 * from the other side by the camera too.
 * @param {Stage} on @param {Stand} stand @returns {(side: "right" | "left" | null) => Camera}
 */
export function camerasFor(on, stand) {
  const { first, mirror } = on.drawing;
  const cam = cameraAt(solve(on.poseOf(first, 1), on.body), stand);
  const round = camera(180 - Math.atan2(cam.Z[0], cam.Z[2]) / RAD, cam.tilt);
  return (side) => (side === "left" && mirror === "view" ? round : cam);
}
