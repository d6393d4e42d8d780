/**
 * The way into a position: from where the body was, through the halts of the bundle's film, to the next movement.
 *
 * It follows from the walk alone, so that a reload in the middle of it goes on where it was. All positions lie on one
 * line from the floor to the chair; a way is a stretch of it, and one that is broken off goes on from where it was left.
 */

import { frameAt, stretch } from "./clock.js";

/** @typedef {import("./bundle.js").Bundle} Bundle */
/** @typedef {import("./bundle.js").Drawing} Drawing */
/** @typedef {import("./bundle.js").Play} Play */
/** @typedef {import("./bundle.js").Halt} Halt */
/** @typedef {import("./bundle.js").Line} Line */
/** @typedef {import("./session.js").Walk} Walk */

/**
 * The body in a movement: between two of its postures. `range` and `side` as it is played.
 * @typedef {{drawing: Drawing, first: string, from: string, to: string, u: number, range: number, side: "right" | "left" | null}} Held
 */
/** The body on a way that was not gone to its end. @typedef {{way: Way, atS: number}} Left */

/**
 * @typedef {object} Way
 * @property {Held | Left | null} start null: the body stands ready, at the first halt of the line
 * @property {Held | null} goal null: the body stands, and the session is over
 * @property {Halt | null} from the halt the start belongs to; null when the film knows no such position
 * @property {Halt | null} to the halt the goal belongs to
 * @property {boolean} back whether the body first comes back to where its movement began
 * @property {Halt[]} halts between the two
 * @property {number} changeS
 * @property {string} name of the movement that comes, "" when none does
 * @property {string} getThere
 * @property {Line} line all halts in the direction in which this way is written
 * @property {number[]} path the places on the line that it passes, both ends among them
 */

/** Seconds in which nothing moves yet, so that the name is heard first. */
const LEAD_S = 0.4;

/** Seconds of rest in the new position, at most, and as a share of the way. */
const REST = { s: 1, share: 0.14 };

/** Ways by the trail that led to them: a trail is never changed, only made anew. @type {WeakMap<object, Way | null>} */
const known = new WeakMap();

/** The same ways by what the trail says: one that was stopped is still the one that was shown. @type {WeakMap<Bundle, Map<string, Way | null>>} */
const told = new WeakMap();

/**
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @returns {Way | null} null where no time is given to come into position, and where the film leads nobody on
 */
export function wayOf(bundle, walk) {
  const found = known.get(walk.trail);
  if (found !== undefined) return found;
  const ways = told.get(bundle) ?? new Map();
  const trail = JSON.stringify([walk.place, walk.trail]);
  const made = ways.has(trail) ? ways.get(trail) : wayTo(bundle, walk);
  told.set(bundle, ways.set(trail, made));
  known.set(walk.trail, made);
  return made;
}

/** @type {WeakMap<object, Left | null>} */
const stopped = new WeakMap();

/**
 * The way on which the body stays while nothing is played: it was stopped before the movement began.
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @returns {Left | null}
 */
export function leftOn(bundle, walk) {
  const found = stopped.get(walk.trail);
  if (found !== undefined) return found;
  const body = bodyBefore(bundle, walk.trail);
  const left = body && "way" in body ? body : null;
  stopped.set(walk.trail, left);
  return left;
}

/**
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @returns {Way | null}
 */
function wayTo(bundle, walk) {
  const place = bundle.places[walk.place];
  const play = bundle.plays[place?.play ?? -1] ?? null;
  if (walk.changeS <= 0 || !LED_TO.has(place?.kind ?? "")) return null;
  const start = bodyBefore(bundle, walk.trail);
  const goal = play && atRest(bundle, play);
  if (!start && !(goal && isReady(bundle))) return null;
  const between = leg(bundle, start, goal);
  if (!between) return null;
  return {
    start,
    goal,
    changeS: walk.changeS,
    back: between.halts.length > 0 && strayed(start),
    ...wordsOf(play),
    ...between,
  };
}

/** What is said of the movement that comes, if one does. @param {Play | null} play */
const wordsOf = (play) => ({ name: play?.name ?? "", getThere: play?.getThere ?? "" });

/** Whether a body is somewhere in its movement, and not where it began. @param {Held | Left | null} start */
const strayed = (start) => !!start && "drawing" in start && start.to !== start.first;

/** Kinds of places that a body is led to. */
const LED_TO = new Set(["play", "rise"]);

/** At the beginning and at the end of a session people stand. */
const STANDING = "standing";

/**
 * Whether somebody stands ready before the session, as the film shows it: not in bed, nor whoever does not stand.
 * @param {Bundle} bundle
 */
const isReady = ({ abed, film }) => !abed && film.up.some((halt) => halt?.position === STANDING);

/** @param {Drawing | undefined} drawing */
const positionOf = (drawing) => drawing?.position ?? "";

/**
 * The stretch of the line between start and goal; null where the line is cut between them.
 * @param {Bundle} bundle
 * @param {Held | Left | null} start
 * @param {Held | null} goal
 * @returns {Pick<Way, "from" | "to" | "halts" | "line" | "path"> | null}
 */
function leg({ film }, start, goal) {
  const target = goal ? positionOf(goal.drawing) : STANDING;
  const at = (/** @type {Line} */ line, /** @type {string} */ position) =>
    line.findIndex((halt) => halt?.position === position);
  const broken = start && "way" in start && start.way.path.length > 1 ? start : null;
  if (broken) {
    const { line } = broken.way;
    return at(line, target) < 0 ? null : stretchOf(line, onwards(broken, at(line, target)));
  }
  const source = sourceOf(start);
  const line = [film.up, film.down].find((one) => at(one, source) >= 0 && at(one, source) < at(one, target)) ?? film.up;
  const [i, j] = [at(line, source), at(line, target)];
  if (source === target) return stretchOf(line, [j]);
  return i < 0 || j < 0 ? null : stretchOf(line, steps(i, j));
}

/** The position a body is in or comes from. @param {Held | Left | null} start @returns {string} */
function sourceOf(start) {
  if (!start) return STANDING;
  return "way" in start ? sourceOf(start.way.goal ?? start.way.start) : positionOf(start.drawing);
}

/** Whole numbers from i to j. @param {number} i @param {number} j */
const steps = (i, j) => Array.from({ length: Math.abs(j - i) + 1 }, (_, n) => i + n * Math.sign(j - i));

/** From a way that was broken off: on in the same direction, or back to the halt before. @param {Left} left @param {number} target */
function onwards({ way, atS }, target) {
  const at = Math.max(0, haltAt(way, atS));
  const [before = 0, after = 0] = way.path.slice(Math.min(at, way.path.length - 2));
  const next = (target - before) * (after - before) > 0 ? after : before;
  return [before === next ? after : before, ...(next === target ? [target] : steps(next, target))];
}

/**
 * @param {Line} line
 * @param {number[]} path
 * @returns {Pick<Way, "from" | "to" | "halts" | "line" | "path"> | null}
 */
function stretchOf(line, path) {
  if (path.some((place) => line[place] === null)) return null;
  const halts = path.slice(1, -1).flatMap((place, n) => {
    const halt = line[place];
    const forwards = place > (path[n] ?? place);
    return halt ? [forwards ? halt : { ...halt, say: "", seconds: line[place + 1]?.seconds ?? halt.seconds }] : [];
  });
  return { line, path, halts, from: line[path[0] ?? -1] ?? null, to: line[path.at(-1) ?? -1] ?? null };
}

/** Positions off the floor, and off the bed. */
const UPRIGHT = new Set(["sitting", STANDING]);

/**
 * What is said of a change of position that is not shown: how to go it oneself; "" where it is shown, or there is none.
 * @param {Bundle} bundle
 * @param {Walk} walk
 */
export function ownWay(bundle, walk) {
  const place = bundle.places[walk.place];
  const play = place?.kind === "play" ? bundle.plays[place.play ?? -1] : null;
  const start = bodyBefore(bundle, walk.trail);
  if (!play || (!start && bundle.abed) || wayOf(bundle, walk)) return "";
  const [from, to] = [sourceOf(start), positionOf(bundle.drawings[play.movement])];
  return from === to ? "" : wordsFor(bundle.film.own, UPRIGHT.has(from), UPRIGHT.has(to));
}

/** @param {Bundle["film"]["own"]} own @param {boolean} wasUp @param {boolean} willBeUp */
function wordsFor(own, wasUp, willBeUp) {
  if (wasUp === willBeUp) return own.other;
  return willBeUp ? own.up : own.down;
}

/**
 * The body as the last movement left it.
 * @param {Bundle} bundle
 * @param {Walk["trail"]} trail
 * @returns {Held | Left | null}
 */
function bodyBefore(bundle, trail) {
  const at = trail.findLastIndex(({ place }) => bundle.places[place]?.kind === "play");
  const last = trail[at];
  if (!last) return null;
  return bodyAt(bundle, { ...last, trail: trail.slice(0, at) }, at < trail.length - 1);
}

/**
 * The body at a moment of a place where something is played.
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @param {boolean} rested whether it has come back to rest since
 * @returns {Held | Left | null}
 */
function bodyAt(bundle, walk, rested) {
  const place = bundle.places[walk.place];
  const play = bundle.plays[place?.play ?? -1];
  if (!place || !play) return null;
  const way = wayOf(bundle, walk);
  if (way && walk.atS < walk.changeS) return { way, atS: walk.atS };
  const rest = atRest(bundle, play);
  const frame = frameAt(stretch(bundle, place, walk.changeS), walk.atS);
  const side = frame.cue?.side ?? null;
  if (rested) return { ...rest, side };
  return { ...rest, from: frame.from ?? rest.from, to: frame.cue?.posture ?? rest.to, u: frame.u, side };
}

/** A movement before its first cue. @param {Bundle} bundle @param {Play} play @returns {Held} */
function atRest(bundle, play) {
  const drawing = /** @type {Drawing} */ (bundle.drawings[play.movement]);
  const first = play.first || (drawing?.first ?? "");
  return { drawing, first, from: first, to: first, u: 0, range: play.range, side: play.cues[0]?.side ?? null };
}

/** @param {readonly number[]} row */
const sum = (row) => row.reduce((total, s) => total + s, 0);

/** Seconds of a way in which the body moves. @param {number} changeS */
const movingS = (changeS) => changeS - LEAD_S - Math.min(REST.s, REST.share * changeS);

/** From which second on the body rests in its new position. @param {Way} way */
export const thereS = ({ changeS }) => LEAD_S + movingS(changeS);

/** Any drawing of the movements a way belongs to: for the person and the light, not for the scene. @param {Way} way @returns {Drawing} */
export function drawingOf({ start, goal }) {
  if (goal) return goal.drawing;
  if (!start) throw new Error("a way has a movement at one of its ends");
  return "way" in start ? drawingOf(start.way) : start.drawing;
}

/** Share of the time in which the body comes back to where its movement began. */
const BACK_S = 1;

/** Shares of the time: of the way back where there is one, of each halt, and of the goal. @param {Way} way */
export const secondsOf = ({ back, halts, to }) => [
  ...(back ? [BACK_S] : []),
  ...halts.map(({ seconds }) => seconds),
  to?.seconds || 1,
];

/**
 * How far on a way the body is: 0 at its start, 1 at the first halt, and so on.
 * @param {readonly number[]} seconds
 * @param {number} changeS
 * @param {number} atS
 */
export function progress(seconds, changeS, atS) {
  let left = ((atS - LEAD_S) / movingS(changeS)) * sum(seconds);
  if (left <= 0) return 0;
  for (const [n, s] of seconds.entries()) {
    if (left < s) return n + left / s;
    left -= s;
  }
  return seconds.length;
}

/**
 * The halt the body is on its way to, counted from 0; -1 as long as it comes back to where its movement began.
 * @param {Way} way
 * @param {number} atS
 */
export const haltAt = (way, atS) => Math.floor(progress(secondsOf(way), way.changeS, atS)) - Number(way.back);

/** When the body sets off to a halt, in seconds of the way. @param {Way} way @param {number} place */
export function setsOffS(way, place) {
  const seconds = secondsOf(way);
  return LEAD_S + (movingS(way.changeS) * sum(seconds.slice(0, place + Number(way.back)))) / sum(seconds);
}
