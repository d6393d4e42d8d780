// A reset while it runs: which sentence, and where the figure is, at a second.

/** @typedef {{ seconds: number, postures: readonly string[] }} Step a sentence, and what the figure does meanwhile */
/** @typedef {{ step: number, from: string, to: string, u: number }} Now u: share of the way from one to the other */

/** The way to a posture takes no longer than this, then the figure stays, s. */
const WAY_S = 4;

/**
 * Where a reset is after so many seconds; null when it is over.
 * @param {readonly Step[]} steps @param {number} s @returns {Now | null}
 */
export function resetAt(steps, s) {
  let left = s;
  let from = steps[0]?.postures[0] ?? "";
  for (const [step, { seconds, postures }] of steps.entries()) {
    const each = seconds / postures.length;
    for (const to of postures) {
      if (left < each) return { step, from, to, u: Math.min(1, left / Math.min(each, WAY_S)) };
      left -= each;
      from = to;
    }
  }
  return null;
}
