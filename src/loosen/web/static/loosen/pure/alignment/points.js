// Points of a body in a picture, and the angles between them. Numbers in, numbers out.

/**
 * Where a point is in the picture, and how surely it is there. y grows upwards, both axes in the same unit: an estimator
 * whose y grows downwards is turned over, and its shares of width and height are brought to one measure, before.
 * @typedef {{x: number, y: number, seen: number}} Point
 */

/** Points by name: "nose", and "right-" or "left-" before ear, shoulder, elbow, wrist, hip, knee, ankle, toe. @typedef {Readonly<Record<string, Point>>} Points */

/** One side of the body, or the mean of both. @typedef {"right" | "left" | "both"} Track */

/** @typedef {"side" | "front" | "none"} View */

/** Three names; the angle is at the middle one. @typedef {readonly [string, string, string]} Angle */

/** The angle in degrees; null where a point is not seen, and then which. @typedef {{deg: number | null, hidden: readonly string[]}} Reading */

/** Below this a point is a guess. */
const SEEN = 0.5;

/** Straight above the middle point of an angle. */
const UP = "up";

/** Middles between both sides, by the name of the point they are made of. @type {Readonly<Record<string, string>>} */
const MIDDLES = {
  ears: "ear",
  shoulders: "shoulder",
  elbows: "elbow",
  wrists: "wrist",
  hips: "hip",
  knees: "knee",
  ankles: "ankle",
  toes: "toe",
};

/** Points of the trunk: from the side both lie behind each other, so the one that is seen stands for the other. */
const OF_THE_TRUNK = new Set(["ear", "shoulder", "hip"]);

/** @type {Readonly<Record<"right" | "left", "right" | "left">>} */
const OTHER = { right: "left", left: "right" };

/** Whether a name means a point of the side that is looked at. @param {string} name */
const isOfOneSide = (name) => name !== UP && name !== "nose" && !name.includes("-") && !(name in MIDDLES);

/** Whether an angle differs from side to side. @param {Angle} angle */
export const hasSides = (angle) => angle.some(isOfOneSide);

/** @type {Point} */
const NOWHERE = { x: 0, y: 0, seen: 0 };

/** @param {Point} a @param {Point} b @returns {Point} */
const middle = (a, b) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, seen: Math.min(a.seen, b.seen) });

/** @param {Point} a @param {Point} b */
const better = (a, b) => (a.seen < SEEN && b.seen >= SEEN ? b : a);

/**
 * A point by the name a score gives it, on the side that is looked at; one that says its side is that one.
 * @param {Points} points @param {string} name @param {"right" | "left"} side @param {View} view @returns {Point}
 */
function pointOf(points, name, side, view) {
  if (!isOfOneSide(name) && !(name in MIDDLES)) return points[name] ?? NOWHERE;
  const at = (/** @type {"right" | "left"} */ which, /** @type {string} */ what) =>
    points[`${which}-${what}`] ?? NOWHERE;
  const pair = MIDDLES[name];
  if (pair) return (view === "side" ? better : middle)(at("right", pair), at("left", pair));
  const own = at(side, name);
  return view === "side" && OF_THE_TRUNK.has(name) ? better(own, at(OTHER[side], name)) : own;
}

/** @param {Points} points @param {Angle} angle @param {"right" | "left"} side @param {View} view @returns {Reading} */
function onOneSide(points, angle, side, view) {
  const hidden = angle.filter((name) => name !== UP && pointOf(points, name, side, view).seen < SEEN);
  if (hidden.length) return { deg: null, hidden };
  const vertex = pointOf(points, angle[1], side, view);
  const towards = (/** @type {string} */ name) => {
    if (name === UP) return Math.PI / 2;
    const p = pointOf(points, name, side, view);
    return Math.atan2(p.y - vertex.y, p.x - vertex.x);
  };
  const turn = Math.abs(towards(angle[0]) - towards(angle[2]));
  return { deg: (Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI, hidden };
}

/**
 * An angle as the picture shows it. Depth is left out: one camera only guesses it, and what a score asks for is measured
 * on the figure in the same view.
 * @param {Points} points @param {Angle} angle @param {Track} track @param {View} view @returns {Reading}
 */
export function angleIn(points, angle, track, view) {
  if (track !== "both") return onOneSide(points, angle, track, view);
  const [right, left] = [onOneSide(points, angle, "right", view), onOneSide(points, angle, "left", view)];
  if (right.deg !== null && left.deg !== null) return { deg: (right.deg + left.deg) / 2, hidden: [] };
  return left.hidden.length < right.hidden.length ? left : right;
}
