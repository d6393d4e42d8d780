// Where a movement is at a moment of its cues, for the page of a movement that is being written.
/** @import { Side } from "./figure/types.js" */

/**
 * A cue of core/timeline.py; at and s in seconds.
 * @typedef {{ at: number, s: number, breath: string, posture: string, say: string, layer: string, side: string | null, round: string, part: string }} Cue
 */

/** Seconds as minutes and seconds. @param {number} s */
export const asTime = (s) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;

/** Only a left side is drawn otherwise than it is written. @param {string | null} side @returns {Side} */
export const leftSide = (side) => (side === "left" ? "left" : null);

/**
 * The cue of a moment, from which posture it comes, and how far it has come; after the end it begins again.
 * @param {readonly Cue[]} cues @param {number} s @param {string} first the posture before the first cue
 */
export function momentAt(cues, s, first) {
  const last = cues.at(-1);
  if (!last) return null;
  const wholeS = last.at + last.s;
  const atS = wholeS > 0 ? s % wholeS : 0;
  const found = cues.findLastIndex(({ at }) => at <= atS);
  const index = Math.max(0, found);
  const cue = /** @type {Cue} */ (cues[index]);
  const from = cues[index - 1]?.posture ?? first;
  return { cue, index, from, u: cue.s > 0 ? (atS - cue.at) / cue.s : 1, atS, wholeS };
}
