/** The film of a way: what is seen at each of its seconds, for one person. */

import { poseAt, stage } from "./figure/figure.js";
import { passage } from "./figure/transitions.js";
import { drawingOf, progress, secondsOf } from "./way.js";

/** @import { Pose } from "./figure/types.js" */
/** @import { Shot, WayEnd } from "./figure/way-types.js" */
/** @typedef {import("./bundle.js").Halt} Halt */
/** @typedef {import("./way.js").Held} Held */
/** @typedef {import("./way.js").Way} Way */

/** A film: its stills, one at each halt and one at the end, and what is seen after so many seconds. @typedef {{still: (halt: number) => Shot, at: (atS: number) => Shot}} Film */

/**
 * @param {Way} way
 * @param {string} name of the person
 * @returns {Film}
 */
export function filmOf(way, name) {
  const seconds = secondsOf(way);
  const { body } = stage(drawingOf(way), name);
  const shot = passage(startOf(way, name), held(way.goal, way.to, name), way.halts, body);
  return { still: (halt) => shot(halt + 1 + Number(way.back)), at: (atS) => shot(progress(seconds, way.changeS, atS)) };
}

/**
 * @param {Way} way
 * @param {string} name
 * @returns {WayEnd}
 */
function startOf({ start, from, back }, name) {
  if (!start || "drawing" in start) return { ...held(start, from, name), ...(start && back && { back: start.first }) };
  const shot = filmOf(start.way, name).at(start.atS);
  return { on: null, pose: shot.pose, station: null, eye: from?.eye ?? 1, shot };
}

/**
 * A posture of a movement as it is held there; without one, of the halt.
 * @param {Held | null} body
 * @param {Halt | null} halt
 * @param {string} name
 * @returns {WayEnd}
 */
function held(body, halt, name) {
  const eye = halt?.eye ?? 1;
  const station = halt?.pose ?? null;
  if (!body) return { on: null, pose: /** @type {Pose} */ (station), station, eye };
  const on = stage(body.drawing, name, body.side === "left" ? "left" : null);
  return { on, pose: poseAt(on, body), station, eye };
}
