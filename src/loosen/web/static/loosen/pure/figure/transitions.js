// From one posture to another through the halts between: one continuous film, seen by an eye that goes along.
import { between, bridge, ease, handBetween, mirror, swing } from "./blend.js";
import { camera } from "./camera.js";
import { above, courseOf } from "./clearance.js";
import { framing, needed } from "./framing.js";
import { extent, layingOf, pelvisOf, placed, placementOn, settled } from "./placing.js";
import { solve } from "./skeleton.js";
import { thingsBetween } from "./things.js";
import { add, clamp, cross, lerp, mix, nth, ramp, size, sub } from "./vector.js";

/** @import { Body, Leg, LimbPose, Pose, Skeleton, Stage, Vec } from "./types.js" */
/** @import { Edges, Placement, Shot, Thing, WayEnd, WayHalt } from "./way-types.js" */

/** Looks at the body within a segment, to know how much to show. */
const LOOKS_A_SEGMENT = 4;
/** Looks at the body within a segment, to know how its knees and elbows go round. */
const LOOKS_A_COURSE = 8;
/** A foot that is set down elsewhere, cm: it is lifted by a share of its way, and no more than so much. */
const STEP_CM = 1.5;
const LIFT = { share: 0.25, most: 7 };
/** When in a segment a foot steps that is the only one, and when the first and the second do; shares. */
const WHOLE = /** @type {const} */ ([0, 1]);
const STEPS = /** @type {const} */ ([
  [0, 0.55],
  [0.45, 1],
]);
/** A sole on the floor: the ankle is not higher, cm. */
const SOLE_CM = 9;
/** A turn of the eye further than this goes the other way round, degrees. */
const ROUND_DEG = 200;
/** Two places of the eye that are nearer than this are one; shares of the way round. */
const ALIKE = 0.02;
/** Segments in which the eye leaves the view of one movement, and comes to that of the next. */
const AT_ENDS = 2;
/** How much worse it is to turn one's back on the eye, in cm of the joints. */
const BACK_CM = 60;

/** @type {readonly Leg[]} */
const LEGS = ["legR", "legL"];
/** @type {("armR" | "armL")[]} */
const ARMS = ["armR", "armL"];

/** A posture at rest on the way. @typedef {{ pose: Pose, G: Skeleton, eye: number }} Key */

/** Turn and tilt of a stage's camera. @param {Stage} on */
function eyeOf({ drawing, side }) {
  const [turn, tilt] = drawing.cam;
  return { turn: side === "left" && drawing.mirror === "view" ? 180 - turn : turn, tilt };
}

/** @param {LimbPose} L */
const onSole = (L) => !!L.to && !L.in && L.toe !== undefined && L.to[1] < SOLE_CM;

/** A foot on its way to another place on the floor. @param {Vec} from @param {Vec} to @param {number} t @returns {Vec} */
function stepped(from, to, t) {
  const lift = Math.min(LIFT.most, LIFT.share * size(sub(to, from))) * 4 * t * (1 - t);
  return add(mix(from, to, t), [0, lift, 0]);
}

/** Feet do not slide: they step, one after the other. @param {Pose} a @param {Pose} b @param {Pose} pose @param {number} t */
function stepping(a, b, pose, t) {
  const moving = LEGS.filter((name) => {
    const [from, to] = [a[name], b[name]];
    return onSole(from) && onSole(to) && size(sub(/** @type {Vec} */ (to.to), /** @type {Vec} */ (from.to))) > STEP_CM;
  });
  moving.forEach((name, i) => {
    const [start, end] = moving.length === 1 ? WHOLE : nth(STEPS, i);
    const way = ramp(t, start, end);
    pose[name] = {
      ...pose[name],
      to: stepped(/** @type {Vec} */ (a[name].to), /** @type {Vec} */ (b[name].to), way),
    };
  });
  return pose;
}

/** Whether a thigh swings so far round its hip that its knee cannot slide there over the floor. @param {Key} a @param {Key} b @param {Leg} name */
function swingsRound(a, b, name) {
  const [from, to] = [a, b].map(({ G: { limbs } }) => sub(limbs[name].mid, limbs[name].root));
  const [x, , z] = /** @type {Vec} */ (from);
  const [u, , v] = /** @type {Vec} */ (to);
  return x * u + z * v < 0;
}

/** Between two postures that lie as they like: the pelvis turns the shortest way. @param {Key} a @param {Key} b @param {number} t @param {Body} body @returns {Pose} */
function blended(a, b, t, body) {
  const pose = between(a.pose, b.pose, t, body);
  for (const name of ARMS.filter((arm) => pose[arm].hand))
    Object.assign(pose[name], handBetween(a.pose[name], b.pose[name], t));
  for (const name of LEGS.filter((leg) => a.pose[leg].knee && b.pose[leg].knee && swingsRound(a, b, leg)))
    pose[name] = bridge([a.pose[name], a.G.limbs[name]], [b.pose[name], b.G.limbs[name]], t);
  const [P, Q] = [pelvisOf(a.G), pelvisOf(b.G)];
  const { dir: f, nrm: u } = swing({ dir: P.A.f, nrm: P.A.u }, { dir: Q.A.f, nrm: Q.A.u }, t);
  const anchor = { seg: /** @type {const} */ ("pelvis"), at: mix(P.o, Q.o, t), ...layingOf({ f, u, r: cross(f, u) }) };
  return stepping(a.pose, b.pose, { ...pose, anchor }, t);
}

/** From one posture at rest to the next, above the floor. @param {Key} a @param {Key} b @param {Body} body @returns {(t: number) => Pose} */
function segment(a, b, body) {
  const n = LOOKS_A_COURSE;
  const within = Array.from({ length: n - 1 }, (_, i) => solve(blended(a, b, (i + 1) / n, body), body));
  const course = courseOf([a.G, ...within, b.G]);
  return (t) => (t <= 0 ? a.pose : t >= 1 ? b.pose : above(blended(a, b, t, body), course, t, body));
}

/** A turn of the eye, no further round than it must. @param {number} deg */
const nearer = (deg) => (Math.abs(deg) > ROUND_DEG ? deg - 360 * Math.sign(deg) : deg);

/** The turn nearest to seeing the person from the front. @param {number} deg */
const facing = (deg) => ((((deg + 90) % 360) + 360) % 360) - 90;

/** @param {Stage} on @param {Placement} placement @returns {Thing[]} */
const thingsOf = (on, placement) => on.props.map((prop) => ({ prop, placement, opacity: 1 }));

/** @param {Stage} on @param {Pose | null} station @returns {Placement} */
function placementOf(on, station) {
  if (!station) return { turn: 0, by: [0, 0, 0] };
  return placementOn(solve(on.poseOf(on.drawing.first, 1), on.body), solve(station, on.body));
}

/** How far apart the joints of two postures are, cm. @param {Skeleton} G @param {Skeleton} H */
const apart = (G, H) =>
  Object.keys(G.limbs).reduce((sum, name) => {
    const [A, B] = [G, H].map((K) => K.limbs[/** @type {Leg} */ (name)]);
    return A && B ? sum + size(sub(A.mid, B.mid)) + size(sub(A.end, B.end)) : sum;
  }, 0);

/** Where the eye stands to see somebody from the side. */
const SIDE_DEG = 14;

/** How somebody is seen who only stands there, before and after a session. */
const STANDING = { turn: 24, tilt: 6 };

/** A posture of the way itself. @param {Pose} said @param {Body} body */
function bare(said, body) {
  const pose = settled(said, body);
  const cam = camera(STANDING.turn, STANDING.tilt);
  const edges = needed(extent(solve(pose, body)), cam, cam.pt(overFloor(pose.anchor.at)));
  /** @type {Thing[]} */
  const things = [];
  return { pose, ...STANDING, side: SIDE_DEG, edges, things, ground: 0 };
}

/**
 * One end of a way in the common world. `side`: where the eye sees that world from the side; `rest`: where its movement
 * began, if the body comes back there first.
 * @typedef {Pick<Shot, "pose" | "turn" | "tilt" | "edges" | "things" | "ground"> & { side: number, rest?: Pose | null }} Ended
 */

/** @param {WayEnd} end @param {Body} body @returns {Ended} */
function ended(end, body) {
  if (end.shot) return { ...end.shot, side: end.shot.turn };
  if (!end.on) return bare(end.pose, body);
  const placement = placementOf(end.on, end.station);
  const { turn, tilt } = eyeOf(end.on);
  const eye = facing(turn - placement.turn);
  const cam = camera(eye, tilt);
  const pose = settled(placed(end.pose, placement), body);
  const [x, y, w, h] = end.on.box;
  const [dx, dy] = cam.pt(placement.by);
  const [fx, fy] = cam.pt(overFloor(pose.anchor.at));
  /** @type {Edges} */
  const edges = [x + dx - fx, x + w + dx - fx, dy - y - fy, dy - y - h - fy];
  const side = facing(SIDE_DEG - placement.turn);
  const rest = end.back ? placed(end.on.poseOf(end.back, 1), placement) : null;
  return { pose, rest, turn: eye, tilt, side, edges, things: thingsOf(end.on, placement), ground: dy };
}

/** @param {Vec} p @returns {Vec} */
const overFloor = ([x, , z]) => [x, 0, z];

/** Whether the halts are gone through on the other side: as the ends ask, and with the front to the eye. @param {Ended} a @param {Ended} b @param {readonly WayHalt[]} halts @param {Body} body */
function onOtherSide(a, b, halts, body) {
  const [first, last] = [halts[0], halts.at(-1)];
  if (!first || !last) return false;
  const [A, B] = [solve(a.pose, body), solve(b.pose, body)];
  const low = camera(A.at("t2", 0, 0)[1] < B.at("t2", 0, 0)[1] ? a.turn : b.turn, 0);
  const cost = (/** @type {(pose: Pose) => Pose} */ sided) => {
    const away = halts.reduce((sum, { pose }) => {
      const G = solve(sided(pose), body);
      const { f, u } = pelvisOf(G).A;
      return Math.abs(u[1]) < 0.5 ? sum - low.depth(f) : sum;
    }, 0);
    return apart(A, solve(sided(first.pose), body)) + apart(solve(sided(last.pose), body), B) + BACK_CM * away;
  };
  return cost((pose) => mirror(pose, true)) < cost((pose) => pose) - 1;
}

/** Everything at rest on a way, in order. @param {WayEnd} from @param {WayEnd} to @param {Ended[]} ends @param {readonly WayHalt[]} halts @param {Body} body */
function keysOf(from, to, [a, b], halts, body) {
  const rest = a?.rest ? [{ pose: a.rest, eye: from.eye }] : [];
  const whole = [{ pose: a?.pose, eye: from.eye }, ...rest, ...halts, { pose: b?.pose, eye: to.eye }];
  return whole.map(({ pose, eye }) => {
    const at = settled(/** @type {Pose} */ (pose), body);
    return { pose: at, eye, G: solve(at, body) };
  });
}

/**
 * Where the eye stands: it goes round with the body's halts, leaves the view of one movement and comes to that of the next.
 * @param {Ended} a @param {Ended} b @param {readonly Key[]} keys
 * @returns {(i: number, t: number) => { turn: number, tilt: number, w: number }} segment, and how far in it
 */
function eyeBetween(a, b, keys) {
  const n = keys.length - 1;
  const [first, last] = [nth(keys, 0).eye, nth(keys, n).eye];
  const still = Math.abs(last - first) < ALIKE;
  const gone = keys.map(({ eye }, i) => (still ? i / n : clamp((eye - first) / (last - first), 0, 1)));
  const round = nearer(b.side - a.side);
  const [offA, offB] = [nearer(a.turn - a.side), nearer(b.turn - b.side)];
  const soon = Math.min(AT_ENDS, n);
  return (i, t) => {
    const w = lerp(nth(gone, i), nth(gone, i + 1), t);
    const aside = offA * (1 - ramp(i + t, 0, soon)) + offB * ramp(i + t, n - soon, n);
    return { turn: a.side + round * w + aside, tilt: lerp(a.tilt, b.tilt, w), w };
  };
}

/**
 * The way from one end to the other; a place on it is a number from 0 to one more than there are halts.
 * @param {WayEnd} from @param {WayEnd} to @param {readonly WayHalt[]} halts @param {Body} body
 * @returns {(at: number) => Shot}
 */
export function passage(from, to, halts, body) {
  const [a, b] = [ended(from, body), ended(to, body)];
  const mirrored = from.shot ? from.shot.mirrored : onOtherSide(a, b, halts, body);
  const sided = mirrored ? halts.map((halt) => ({ ...halt, pose: mirror(halt.pose, true) })) : halts;
  const keys = keysOf(from, to, [a, b], sided, body);
  const n = keys.length - 1;
  const segments = keys.slice(1).map((key, i) => segment(nth(keys, i), key, body));
  const eye = eyeBetween(a, b, keys);
  const things = thingsBetween(a.things, b.things, n);

  /** @param {number} at */
  const seen = (at) => {
    const i = Math.min(n - 1, Math.floor(at));
    const t = ease(clamp(at - i, 0, 1));
    const { turn, tilt, w } = eye(i, t);
    const pose = nth(segments, i)(t);
    const cam = camera(turn, tilt);
    return { pose, turn, tilt, cam, focus: cam.pt(overFloor(pose.anchor.at)), ground: lerp(a.ground, b.ground, w) };
  };
  const looks = Array.from({ length: n * LOOKS_A_SEGMENT + 1 }, (_, i) => {
    const { pose, cam, focus } = seen(i / LOOKS_A_SEGMENT);
    return needed(extent(solve(pose, body)), cam, focus);
  });
  const edgesAt = framing(a.edges, b.edges, looks);

  return (at) => {
    const { focus, ...shot } = seen(at);
    const edges = edgesAt(at / n);
    const [left, right, top, bottom] = edges;
    const box = /** @type {Shot["box"]} */ ([focus[0] + left, -(focus[1] + top), right - left, top - bottom]);
    return { ...shot, mirrored, edges, box, things: things(at) };
  };
}
