// What a camera makes of a body that moves: repetitions counted, a posture looked at, and what it cannot see said.
// Points of a picture in, numbers and one correction at most out; the same for the figure and for a person. Pure.
import { APART_S, asksToBeSaid, looked, NOT_YET } from "./alignment/checks.js";
import { counted, NOTHING_YET, wayOf } from "./alignment/counter.js";
import { angleIn, hasSides } from "./alignment/points.js";

/** @import { Check, Looked } from "./alignment/checks.js" */
/** @import { Counter, Way } from "./alignment/counter.js" */
/** @import { Angle, Points, Track, View } from "./alignment/points.js" */

/** How an angle counts, in the words of core/camera.py. @typedef {{angle: Angle, enter: number, leave: number, least_deg: number, least_s: number, posture?: string}} Count */

/** @typedef {{view: View, checks: readonly Check[]}} Section */

/**
 * What is done for a while in one way: the postures of a repetition in order, and how the sides share it.
 * @typedef {object} Stretch
 * @property {string} level
 * @property {Count | null} count
 * @property {readonly string[]} postures
 * @property {"together" | "each" | "alternate"} sides
 * @property {Readonly<Record<string, string>>} shown postures that this level shows in the place of others
 */

/** One angle that counts: of a side, or of both together. @typedef {{track: Track, angle: Angle, way: Way}} Counting */

/**
 * What to look for; a repetition ends in the posture `ends`. `counting` is empty where a movement is so small, or so far from this view, that only a clock is left.
 * @typedef {{view: View, counting: readonly Counting[], checks: readonly Check[], sided: boolean, ends: string}} Targets
 */

/**
 * One look at the body: the points, and what the person is asked to do just now.
 * @typedef {object} Glimpse
 * @property {number} tS
 * @property {Points} points
 * @property {string} posture where the cue leads
 * @property {boolean} reached whether the body should be there by now
 * @property {"right" | "left" | null} side whose turn it is
 */

/**
 * What was made of it so far. `say` is a correction to speak now; `unseen` are points that hide just now, `unsure`
 * whether one hid so long that a repetition may have been missed.
 * @typedef {object} Sight
 * @property {number} count
 * @property {boolean} unsure
 * @property {readonly string[]} unseen
 * @property {string | null} say the id of a check
 * @property {readonly Counter[]} counters
 * @property {Readonly<Record<string, Looked>>} looked
 * @property {number} saidS when something was said last
 * @property {string} posture where the last cue led
 */

/** The posture is reached, near enough to look at it, after so much of the way there. */
export const REACHED = 0.75;

/**
 * @param {Section} section @param {Stretch} stretch
 * @param {(posture: string, side: "right" | "left" | null) => Points} figure how the figure's postures look in this view
 * @returns {Targets}
 */
export function targets({ view, checks }, { level, count, postures, sides, shown }, figure) {
  const sided = sides !== "together";
  return {
    view,
    counting: count ? countings(view, count, postures, sided, figure) : [],
    checks: checks
      .filter(({ levels }) => !levels.length || levels.includes(level))
      .map((check) => ({ ...check, posture: shown[check.posture] ?? check.posture })),
    sided,
    ends: postures.at(-1) ?? "",
  };
}

/**
 * @param {View} view @param {Count} count @param {readonly string[]} postures @param {boolean} sided
 * @param {(posture: string, side: "right" | "left" | null) => Points} figure @returns {Counting[]}
 */
function countings(view, count, postures, sided, figure) {
  const { angle, posture: far = "" } = count;
  /** @type {Track[]} */
  const tracks = sided && hasSides(angle) ? ["right", "left"] : ["both"];
  const made = tracks.map((track) => {
    const side = sided ? "right" : null;
    const on = track === "both" ? "both" : "right";
    const degs = postures.map((posture) => angleIn(figure(posture, side), angle, on, view).deg ?? 0);
    const way = wayOf(degs, postures.indexOf(far), count);
    return way && { track, angle, way };
  });
  return made.filter((counting) => counting !== null);
}

/** Before the first look. @param {Targets} targets @returns {Sight} */
export function begin({ counting, checks }) {
  return {
    count: 0,
    unsure: false,
    unseen: [],
    say: null,
    counters: counting.map(() => NOTHING_YET),
    looked: Object.fromEntries(checks.map(({ id }) => [id, NOT_YET])),
    saidS: Number.NEGATIVE_INFINITY,
    posture: "",
  };
}

/** @param {Targets} on @param {Sight} was @param {Glimpse} glimpse @returns {Sight} */
export function see(on, was, glimpse) {
  const { tS, points, posture, side } = glimpse;
  const begins = posture !== was.posture && was.posture === on.ends;
  /** @type {Set<string>} */
  const unseen = new Set();
  const counters = on.counting.map(({ angle, track, way }, i) => {
    const due = track === "both" || track === side;
    const { deg, hidden } = angleIn(points, angle, track, on.view);
    if (due) for (const name of hidden) unseen.add(name);
    return counted(way, was.counters[i] ?? NOTHING_YET, tS, deg, { due, begins, sided: track !== "both" });
  });
  const now = lookedAt(on, was, glimpse);
  const said = tS - was.saidS < APART_S ? undefined : on.checks.find(({ id }) => asksToBeSaid(now[id] ?? NOT_YET, tS));
  return {
    count: counters.reduce((sum, { count }) => sum + count, 0),
    unsure: counters.some(({ unsure }) => unsure),
    unseen: [...unseen],
    say: said?.id ?? null,
    counters,
    looked: said ? { ...now, [said.id]: { ...(now[said.id] ?? NOT_YET), told: true } } : now,
    saidS: said ? tS : was.saidS,
    posture,
  };
}

/** @param {Targets} on @param {Sight} was @param {Glimpse} glimpse @returns {Record<string, Looked>} */
function lookedAt(on, was, { tS, points, posture, reached, side }) {
  const track = on.sided && side ? side : "both";
  return Object.fromEntries(
    on.checks.map((check) => {
      const due = reached && posture === check.posture;
      const deg = due ? angleIn(points, check.angle, track, on.view).deg : null;
      return [check.id, looked(check, was.looked[check.id] ?? NOT_YET, tS, deg)];
    }),
  );
}
