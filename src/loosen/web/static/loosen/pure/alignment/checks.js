// What may be said about a posture: kindly seldom, one thing at a time, and nothing about what is not seen.
import { middleOf, remembered } from "./smooth.js";

/** @import { Angle } from "./points.js" */
/** @import { Moment } from "./smooth.js" */

/**
 * One thing to look at, in the words of core/camera.py.
 * @typedef {{id: string, angle: Angle, posture: string, between_deg: readonly [number, number], tolerance_deg: number, levels: readonly string[], say: string}} Check
 */

/**
 * @typedef {object} Looked
 * @property {number | null} outS since when the angle is past its span and tolerance
 * @property {boolean} told whether it was said, and the angle has not been within since
 * @property {Moment} moment
 */

/** @type {Looked} */
export const NOT_YET = { outS: null, told: false, moment: [] };

/** A posture must be past its tolerance for so long: passing through is nothing to speak of. */
const HOLD_OFF_S = 0.5;

/** Seconds between two corrections: about a repetition. Source: clinical ground 5, at most one cue a repetition. */
export const APART_S = 8;

/**
 * @param {Check} check @param {Looked} was @param {number} tS
 * @param {number | null} deg null while the posture is not reached, or not seen
 * @returns {Looked}
 */
export function looked(check, was, tS, deg) {
  if (deg === null) return { ...was, outS: null, moment: [] };
  const moment = remembered(was.moment, tS, deg);
  const [low, high] = check.between_deg;
  const now = middleOf(moment);
  const within = now >= low - check.tolerance_deg && now <= high + check.tolerance_deg;
  return within ? { outS: null, told: false, moment } : { outS: was.outS ?? tS, told: was.told, moment };
}

/** Whether it is time to speak of it: it has stayed past its tolerance, and was not said. @param {Looked} now @param {number} tS */
export const asksToBeSaid = (now, tS) => now.outS !== null && !now.told && tS - now.outS >= HOLD_OFF_S;
