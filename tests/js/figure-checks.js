// What the figure's tests look at: every movement as the scores have it, and measures of a solved skeleton in cm and degrees.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFoot } from "../../src/loosen/web/static/loosen/pure/figure/foot.js";
import {
  add,
  clamp,
  cross,
  dot,
  RAD,
  scale,
  size,
  sub,
  unit,
} from "../../src/loosen/web/static/loosen/pure/figure/vector.js";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const OWN_PYTHON = join(ROOT, ".venv/bin/python");
export const PYTHON = process.env.LOOSEN_PYTHON ?? (existsSync(OWN_PYTHON) ? OWN_PYTHON : "python3");

const SAID = JSON.parse(
  execFileSync(PYTHON, [join(ROOT, "bin/drawings.py")], { maxBuffer: 1e8, encoding: "utf8", cwd: ROOT }),
);
/** Every movement by slug, made from the scores. */
export const DRAWINGS = SAID.movements;
/** Every movement with its levels, as a contact sheet shows it. */
export const LEAVES = SAID.leaves;
/** Pictures that belong to no movement, by name. */
export const PICTURES = SAID.pictures;

/** Every way a movement goes: along its loop, and between the first posture and each other one. */
export function ways(drawing) {
  const names = drawing.loop.map(({ posture }) => posture);
  const along = names.map((to, i) => [names.at(i - 1), to]);
  const each = Object.keys(drawing.poses).map((name) => [drawing.first, name]);
  const all = [...along, ...each].filter(([from, to]) => from !== to);
  return [...new Map(all.map((way) => [way.join(), way])).values()];
}

/** Points of the body's surface that may come lowest: trunk sections [segment, height, back, front, half-width]. */
const TRUNK = [
  ["pelvis", 0, 12.6, 8, 16],
  ["l2", 0, 5.8, 13, 13],
  ["t1", 6, 6.5, 14, 14],
  ["t2", 6, 7, 12, 13],
];

function surface(G) {
  const points = [["head", add(G.at("head", 0, 11.5), [0, -10.4, 0])]];
  for (const [name, y, back, front, half] of TRUNK) {
    for (const [x, z] of [
      [-back, 0],
      [front, 0],
      [0, half],
      [0, -half],
    ])
      points.push([name, G.at(name, x, y, z)]);
  }
  for (const [name, L] of Object.entries(G.limbs)) {
    points.push([`${name} middle`, add(L.mid, [0, L.leg ? -5.2 : -3.4, 0])]);
    points.push([`${name} end`, add(L.end, [0, L.leg ? -3.2 : -2, 0])]);
    if (L.leg) {
      points.push([`${name} toes`, add(inFoot(L)(16.9, -5.7, 0), [0, -1.2, 0])]);
      points.push([`${name} ball`, add(inFoot(L)(11, -5, 0), [0, -1.9, 0])]);
      points.push([`${name} heel`, add(L.end, add(scale(L.dir, -3.6), add(scale(L.nrm, 4.2), [0, -2.8, 0])))]);
    } else points.push([`${name} fingers`, add(L.end, add(scale(L.dir, 15), [0, -1.3, 0]))]);
  }
  return points;
}

/** The lowest point of the body: [where, height above the floor]. */
export const lowest = (G) =>
  surface(G)
    .map(([where, p]) => [where, p[1]])
    .reduce((a, b) => (b[1] < a[1] ? b : a));

/** How high the skull is whose half-depth, half-height and half-width are so much, and where its middle is. */
export function headHeight(G) {
  const { A } = G.S.head;
  const middle = G.at("head", 0, 11.5);
  return [middle[1] - Math.hypot(A.f[1] * 10.6, A.u[1] * 10.6, A.r[1] * 8.9), middle];
}

/** Joints that must not jump. */
export function joints(G) {
  const all = { head: G.at("head", 0, 10), neck: G.at("t2", 0, 15), pelvis: G.at("pelvis", 0, 0) };
  for (const [name, L] of Object.entries(G.limbs)) {
    Object.assign(all, {
      [`${name} mid`]: L.mid,
      [`${name} end`]: L.end,
      [`${name} tip`]: add(L.end, scale(L.dir, 10)),
    });
  }
  return all;
}

const between = (a, b) => Math.acos(clamp(dot(unit(a), unit(b)), -1, 1)) / RAD;

/** Angles of a limb against its trunk segment: bend 0 straight, swing forwards +, out from the midline +. */
export function angles(G, name) {
  const L = G.limbs[name];
  const { A } = G.S[L.leg ? "pelvis" : "t2"];
  const upper = sub(L.mid, L.root);
  const lower = sub(L.end, L.mid);
  const backwards = L.leg && dot(cross(unit(upper), unit(lower)), L.A1.r) > 0.02;
  return {
    bend: between(upper, lower) * (backwards ? -1 : 1),
    swing: Math.atan2(dot(upper, A.f), -dot(upper, A.u)) / RAD,
    out: Math.asin(clamp(dot(unit(upper), A.r) * L.s, -1, 1)) / RAD,
    raise: between(upper, scale(A.u, -1)),
  };
}

/** Gap between a palm and the thigh, pelvis or floor it is said to hold; null when the hand is free. */
export function gap(G, name, said) {
  const L = G.limbs[name];
  const palm = add(L.end, scale(L.dir, 6));
  if (said.in?.startsWith("thigh")) {
    const thigh = G.limbs[`leg${said.in[5]}`];
    const bone = sub(thigh.mid, thigh.root);
    const reached = sub(palm, thigh.root);
    return size(sub(reached, scale(bone, dot(bone, reached) / dot(bone, bone)))) - 7.9 - 1.5;
  }
  if (said.in === "pelvis") {
    const { o, A } = G.S.pelvis;
    const d = sub(palm, o);
    return (Math.hypot(dot(d, A.f) / 11, dot(d, A.r) / 16.3) - 1) * 14 - 1.5;
  }
  const onFloor = !said.in && said.hand?.palm[1] === -1 && L.want[1] < 5;
  return onFloor ? palm[1] - 1.9 : null;
}

/** Inclination of the trunk from upright: hips to neck; degrees, forwards +. */
export function inclination(G) {
  const line = sub(G.at("t2", 0, 15), G.at("pelvis", 0, 0));
  return (Math.atan2(line[0], line[1]) * 180) / Math.PI;
}

/** Turn of the shoulder line against the pelvis, to the right +; degrees. */
export function shoulderTurn(G) {
  const line = sub(G.limbs.armR.root, G.limbs.armL.root);
  const { f, r } = G.S.pelvis.A;
  return Math.atan2(-dot(line, f), dot(line, r)) / RAD;
}
