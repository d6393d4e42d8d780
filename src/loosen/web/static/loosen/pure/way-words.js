/** The words of a way into a position: what is said as the body comes to each halt, and what stands under the figure. */

import { PAUSE_S, spokenS } from "./spoken.js";
import { haltAt, setsOffS } from "./way.js";

/** @typedef {import("./way.js").Way} Way */

/** How to be in the end: the words of the movement that comes, else of the last halt. @param {Way} way */
export const arrival = ({ getThere, goal, to }) => getThere || (goal ? "" : (to?.say ?? ""));

/**
 * What is said on the way, each line with its second: the name, the halts as the body comes to them, and how to be in
 * the end. Lines that need not be said give way when the time is short; none is begun before the one before it is over.
 * @param {Way} way
 * @returns {{atS: number, say: string}[]}
 */
export function wayLines(way) {
  const { halts, name, changeS } = way;
  const last = arrival(way);
  if (!halts.length) {
    const say = [name, last].filter(Boolean).join(". ");
    return say ? [{ atS: 0, say }] : [];
  }
  const all = [
    { say: name && `${name}.`, must: true, fromS: 0 },
    ...halts.map(({ say, must }, n) => ({ say, must, fromS: setsOffS(way, n) })),
    { say: last, must: true, fromS: setsOffS(way, halts.length) },
  ].filter(({ say }) => say);
  return spread(fitting(all, changeS), changeS);
}

/** @typedef {{say: string, must: boolean, fromS: number}} Line */

/** Seconds from the first word to the last. @param {readonly Line[]} lines */
const wholeS = (lines) => lines.reduce((s, { say }) => s + spokenS(say), -PAUSE_S);

/** As many lines as there is time for: the longest that need not be said go first. @param {Line[]} lines @param {number} changeS */
function fitting(lines, changeS) {
  let kept = lines;
  while (wholeS(kept) > changeS) {
    const spare = kept.filter(({ must }) => !must).sort((a, b) => spokenS(b.say) - spokenS(a.say))[0];
    if (!spare) break;
    kept = kept.filter((line) => line !== spare);
  }
  return kept;
}

/** Each line when the body sets off, but never so late that the rest has no time. @param {Line[]} lines @param {number} changeS */
function spread(lines, changeS) {
  let overS = 0;
  return lines.map(({ say, fromS }, n) => {
    const latestS = Math.max(0, changeS - wholeS(lines.slice(n)));
    const atS = Math.max(overS, Math.min(fromS, latestS));
    overS = atS + spokenS(say);
    return { atS, say };
  });
}

/**
 * The words of a way that is not shown: first how to go it, then how to be in the end.
 * @param {string} own
 * @param {string} getThere
 * @param {{atS: number, changeS: number}} walk
 */
export const unshownAt = (own, getThere, { atS, changeS }) => (own && atS < changeS / 2 ? own : getThere);

/** Words a second that are read at leisure. */
const READ_WORDS_S = 4;

/** When how to be in the end is shown, read at leisure before the body is there. @param {Way} way */
function showsArrivalS(way) {
  const readS = arrival(way).split(/\s+/).length / READ_WORDS_S;
  return Math.min(setsOffS(way, way.halts.length), way.changeS - readS);
}

/**
 * The words that stand under the figure at a moment of the way: of the halt the body sets off to, spoken or not, and then
 * how to be in the end. The voice may be ahead: it takes longer than the eye.
 * @param {Way} way
 * @param {number} atS
 */
export function captionOf(way, atS) {
  const halt = way.halts[Math.max(0, haltAt(way, atS))];
  return halt?.say && atS < showsArrivalS(way) ? halt.say : arrival(way);
}
