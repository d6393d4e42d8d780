// The figure in one import: a drawing (render/drawing.py) and a person -> pictures of any moment of the movement.
// pose -> blend -> skeleton -> outlines -> named paths. Pure: values in, values out.
import { between, ease, mirror } from "./blend.js";
import { bodyOf } from "./body.js";
import { box } from "./box.js";
import { camera } from "./camera.js";
import { glow } from "./glow.js";
import { personOf } from "./looks.js";
import { paint } from "./paint.js";
import { path, strokes } from "./path.js";
import { sided, surroundings } from "./props.js";
import { shadows } from "./shadows.js";
import { LIMBS, solve } from "./skeleton.js";
import { strap } from "./strap.js";
import { nth, size, sub } from "./vector.js";
/** @import { Box, Drawing, Moment, Part, Pose, Side, Stage, Skeleton } from "./types.js" */

/**
 * A drawing for one person: everything that stays while the movement goes on.
 * @param {Drawing} drawing @param {string} look a preset's name or the words of a look @param {Side} [side]
 */
export function stage(drawing, look, side = null) {
  const person = personOf(look);
  const body = bodyOf(person);
  const turned = side === "left" && drawing.mirror === "view";
  const [turn, tilt] = drawing.cam;
  const box = boxOf(drawing.box, turned, person.tall ?? 1);
  const cam = camera(turned ? 180 - turn : turn, tilt);
  /** @type {Map<string, Pose>} */
  const known = new Map();

  /**
   * A posture, as far as the range goes, on the side that moves.
   * @param {string} posture @param {number} range @returns {Pose}
   */
  const poseOf = (posture, range) => {
    const key = `${posture} ${range}`;
    const found = known.get(key);
    if (found) return found;
    const sided = (/** @type {string} */ name) => {
      const said = /** @type {Pose} */ (drawing.poses[name] ?? drawing.poses[drawing.first]);
      return side === "left" ? mirror(said, turned) : said;
    };
    const pose = between(sided(drawing.bases[posture] ?? drawing.first), sided(posture), range, body);
    known.set(key, pose);
    return pose;
  };

  return { drawing, person, body, cam, box, props: sided(drawing.props, side), poseOf, side };
}

/**
 * The part of the world that is shown: mirrored when the viewer goes round, and larger round a smaller person, who
 * stands on the same spot of the picture.
 * @param {Box} box @param {boolean} turned @param {number} tall @returns {Box}
 */
function boxOf([x, y, w, h], turned, tall) {
  const [wide, high] = [w / tall, h / tall];
  const left = (turned ? -(x + w) : x) + (w - wide) / 2;
  return [left, y + h - high, wide, high];
}

/** The pose at a moment, eased; a drawing that flows goes on evenly. @param {Stage} on @param {Moment} moment @returns {Pose} */
export function poseAt(on, { from, to, u, breath, range = on.drawing.range }) {
  const start = typeof from === "string" ? on.poseOf(from, range) : from;
  const way = Math.max(0, Math.min(1, u));
  const pose = between(start, on.poseOf(to, range), on.drawing.flow ? way : ease(way), on.body);
  return breath === undefined ? pose : { ...pose, breath };
}

/** One frame. @param {Stage} on @param {Pose} pose */
export function frame(on, pose) {
  const { cam, drawing, person } = on;
  const G = solve(pose, on.body);
  const picture = paint(G, cam, person, drawing.eyes === "closed");
  const tied = on.props.find(({ kind }) => kind === "strap");
  const { behind, before } = tied ? strap(cam, G, tied) : { behind: [], before: [] };
  const carried = on.props.find(({ kind }) => kind === "box");
  return {
    shadows: shadows(cam, G),
    parts: [...behind, ...picture.parts, ...before],
    head: picture.head,
    arms: carried ? withinArms(picture.arms, box(cam, G, carried)) : picture.arms,
    glow: drawing.glow ? glow(cam, G, drawing.glow, picture) : null,
    backline: drawing.backline ? strokes([picture.back]) : "",
  };
}

/** What both hands hold lies over the far arm and under the near one. @template {{ over: Part[] }} A @param {A[]} arms @param {Part[]} held */
const withinArms = (arms, held) => arms.map((arm, i) => (i ? arm : { ...arm, over: [...arm.over, ...held] }));

/** Floor and things around the person, back to front. @param {Stage} on @returns {Part[]} */
export const setting = (on) => surroundings(on.cam, on.box, on.props);

/** Below this the end position is so near that its outline would only be a sliver beside the body; cm. */
const SLIVER_CM = 6.3;

/** How far the joint that moves most is from where it was, cm. @param {Skeleton} G @param {Skeleton} H */
function apart(G, H) {
  const places = (/** @type {Skeleton} */ K) => [
    K.at("head", 0, 10),
    ...LIMBS.flatMap((n) => [K.limbs[n].mid, K.limbs[n].end]),
  ];
  const there = places(H);
  return Math.max(...places(G).map((p, i) => size(sub(p, nth(there, i)))));
}

/**
 * The dashed silhouette of where the movement goes; none where it hardly leaves its place.
 * @param {Stage} on @param {number} [range] @param {string} [end] a posture
 */
export function ghost(on, range = on.drawing.range, end = on.drawing.ghost) {
  const { first } = on.drawing;
  if (!end) return "";
  const [start, goal] = [first, end].map((posture) => solve(on.poseOf(posture, range), on.body));
  if (!start || !goal || apart(start, goal) < SLIVER_CM) return "";
  return path(paint(goal, on.cam, on.person, false).outline);
}
