/** Which sound comes when, ahead of time and across the places of the usual path, so that chimes never wait for timers. */

import { stretch, usualPath } from "./clock.js";

/** @typedef {import("./bundle.js").Bundle} Bundle */
/** @typedef {import("./session.js").Walk} Walk */

/**
 * @typedef {object} Sound
 * @property {number} inS seconds from now until it begins
 * @property {"chime" | "end" | "in" | "out"} kind
 * @property {number} durationS of a breath tone; 0 for a chime
 * @property {string} key the same sound has the same key, however often it is looked up
 */

/**
 * The sounds that begin within the next `aheadS` seconds.
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @param {number} aheadS
 * @returns {Sound[]}
 */
export function sounds(bundle, walk, aheadS) {
  /** @type {Sound[]} */
  const found = [];
  let startS = -walk.atS;
  for (const { id, place, changeS } of usualPath(bundle, walk.place, walk.changeS)) {
    if (startS > aheadS) break;
    if (place.kind === "end") found.push({ inS: startS, kind: "end", durationS: 0, key: `${id}/end` });
    const part = stretch(bundle, place, changeS);
    if (!part.play) break;
    const chimes = place.kind === "play";
    for (const cue of part.play.cues) found.push(...soundsOf(cue, startS + part.changeS + cue.atS, id, chimes));
    startS += part.wholeS;
  }
  return found.filter((sound) => sound.inS >= 0 && sound.inS < aheadS);
}

/**
 * @param {import("./bundle.js").Cue} cue
 * @param {number} inS
 * @param {string} id of the place
 * @param {boolean} chimes false after Too sharp, where nothing rings
 * @returns {Sound[]}
 */
function soundsOf(cue, inS, id, chimes) {
  const key = `${id}/${cue.atS.toFixed(3)}`;
  /** @type {Sound[]} */
  const made = [];
  if (cue.chime && chimes) made.push({ inS, kind: "chime", durationS: 0, key: `${key}/chime` });
  if (cue.breath !== "easy") made.push({ inS, kind: cue.breath, durationS: cue.durationS, key: `${key}/tone` });
  return made;
}
