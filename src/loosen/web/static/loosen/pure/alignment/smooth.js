// A number that trembles, made calm: the middle one of what was seen within a moment. One stray frame changes nothing.

/** What was seen in the last moment, oldest first. @typedef {readonly (readonly [tS: number, value: number])[]} Moment */

/** As long as a blink: shorter than any movement of the practice, longer than a frame that went astray. */
export const MOMENT_S = 0.4;

/** @param {Moment} was @param {number} tS @param {number} value @returns {Moment} */
export function remembered(was, tS, value) {
  return [...was.filter(([at]) => at > tS - MOMENT_S), [tS, value]];
}

/** @param {Moment} moment the value in the middle; of an even number the mean of the middle two */
export function middleOf(moment) {
  const values = moment.map(([, value]) => value).sort((a, b) => a - b);
  const half = values.length / 2;
  const [low, high] = [values[Math.ceil(half) - 1] ?? 0, values[Math.floor(half)] ?? 0];
  return (low + high) / 2;
}
