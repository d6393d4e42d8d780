// Counts how often an angle goes out and comes back. It needs no measuring beforehand: each repetition is judged from
// where it began, so that a camera that stands askew or a body unlike the figure's changes nothing.
import { middleOf, remembered } from "./smooth.js";

/** @import { Moment } from "./smooth.js" */

/**
 * How far a repetition goes. Shares are of the way between the figure's angle at rest and at its far posture.
 * @typedef {object} Way
 * @property {number} restDeg
 * @property {number} farDeg
 * @property {number} enter a repetition has begun when the angle has gone so far from where it was nearest to rest
 * @property {number} leave and has come back when it is within so much
 * @property {boolean} there it ends at the far posture, so it counts on arriving there, not on coming back
 * @property {number} leastS a repetition that took less from there to here is none
 */

/**
 * @typedef {object} Counter
 * @property {number} count
 * @property {boolean} out whether a repetition has begun
 * @property {number | null} low where the repetition began, or the angle was nearest to rest since; a share of the way
 * @property {number} leftS when it was last there
 * @property {number} hiddenS since when the angle is not seen; Infinity while it is
 * @property {boolean} unsure whether it was hidden so long that a repetition may have been missed
 * @property {Moment} moment
 */

/** @type {Counter} */
export const NOTHING_YET = {
  count: 0,
  out: false,
  low: null,
  leftS: 0,
  hiddenS: Number.POSITIVE_INFINITY,
  unsure: false,
  moment: [],
};

/** An angle that is hidden for longer may have been anywhere. */
export const HIDDEN_S = 1.5;

/** Less of the way than this is left to the body: a repetition that must go all the way would be a contest. */
const MOST_ENTER = 0.9;

/**
 * The way of a repetition: from where it ends to the posture that was named, else to the one that is farthest from it;
 * a repetition that ends in the named one began in the opposite one. Null where the way is too small to be told from the
 * trembling of a camera.
 * @param {readonly number[]} degs the angle in each posture of a repetition, in order
 * @param {number} named the place of the far posture among them, -1 when none is named
 * @param {{enter: number, leave: number, least_deg: number, least_s: number}} count @returns {Way | null}
 */
export function wayOf(degs, named, { enter, leave, least_deg, least_s }) {
  const there = named === degs.length - 1;
  const end = degs.at(-1) ?? 0;
  const away = degs.reduce((a, b) => (Math.abs(b - end) > Math.abs(a - end) ? b : a), end);
  const [restDeg, farDeg] = there ? [away, end] : [end, degs[named] ?? away];
  const least = Math.max(enter, least_deg / Math.abs(farDeg - restDeg));
  return least <= MOST_ENTER ? { restDeg, farDeg, enter: least, leave, there, leastS: least_s } : null;
}

/**
 * @param {Way} way @param {Counter} was @param {number} tS
 * @param {number | null} deg null when hidden
 * @param {{due: boolean, begins: boolean, sided: boolean}} asked whether this side has its turn, so that something can begin, or be missed;
 *   whether a repetition is asked for just now: it begins from where the body is then;
 *   whether the other side is counted by itself: what goes its way is nothing here
 * @returns {Counter}
 */
export function counted(way, was, tS, deg, { due, begins, sided }) {
  const known = (begins || !due) && !was.out ? null : was.low;
  if (deg === null) {
    const hiddenS = Math.min(was.hiddenS, tS);
    return { ...was, low: known, hiddenS, unsure: was.unsure || (due && tS - hiddenS > HIDDEN_S) };
  }
  const moment = remembered(was.moment, tS, (deg - way.restDeg) / (way.farDeg - way.restDeg));
  const share = Math.max(middleOf(moment), sided ? -way.leave : Number.NEGATIVE_INFINITY);
  const low = was.out && known !== null ? known : Math.min(known ?? share, share);
  return moved(way, { ...was, moment, low, hiddenS: Number.POSITIVE_INFINITY }, tS, share);
}

/** A repetition that goes out, or comes back. @param {Way} way @param {Counter} was @param {number} tS @param {number} share @returns {Counter} */
function moved(way, was, tS, share) {
  const gone = share - (was.low ?? share);
  const one = tS - was.leftS >= way.leastS ? 1 : 0;
  if (!was.out && gone < way.enter) return { ...was, leftS: gone <= way.leave ? tS : was.leftS };
  if (!was.out) return { ...was, out: true, count: was.count + (way.there ? one : 0) };
  if (gone > way.leave) return was;
  return { ...was, out: false, low: share, leftS: tS, count: was.count + (way.there ? 0 : one) };
}
