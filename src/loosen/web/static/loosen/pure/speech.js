/** What is spoken and when: each cue once, in the first round only. The session never waits for a voice. */

import { stretch } from "./clock.js";
import { placeOf } from "./session.js";
import { ownWay, wayOf } from "./way.js";
import { wayLines } from "./way-words.js";

/** @typedef {import("./bundle.js").Bundle} Bundle */
/** @typedef {import("./bundle.js").Place} Place */
/** @typedef {import("./session.js").Walk} Walk */

/** A line is left out when its moment passed longer ago than this, in seconds: late words mislead. */
export const LATE_S = 1.5;

/**
 * The lines of the place where the person is, with their seconds.
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @returns {{atS: number, say: string}[]}
 */
export function lines(bundle, walk) {
  const place = placeOf(bundle, walk);
  const way = wayOf(bundle, walk);
  const part = stretch(bundle, place, walk.changeS);
  if (!part.play) return way ? wayLines(way) : asked(place);
  const said = new Set();
  const made = way ? wayLines(way) : opening(bundle, walk, part.play);
  for (const cue of part.play.cues) {
    if (cue.repetition > 1 || !cue.say || said.has(cue.say)) continue;
    said.add(cue.say);
    made.push({ atS: part.changeS + cue.atS, say: cue.say });
  }
  return made;
}

/** @param {Place} place */
const asked = ({ asks }) => (asks ? [{ atS: 0, say: asks }] : []);

/**
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @param {import("./bundle.js").Play} play
 */
function opening(bundle, walk, play) {
  if (placeOf(bundle, walk).kind === "settle") return [{ atS: 0, say: bundle.words.stopped ?? "" }];
  const toBe = [ownWay(bundle, walk), play.getThere].filter(Boolean).join(" ");
  const say = [play.name, toBe].filter(Boolean).join(". ");
  return say ? [{ atS: 0, say }] : [];
}

/**
 * The line that is due between two looks at the clock.
 * @param {readonly {atS: number, say: string}[]} spoken
 * @param {number} sinceS
 * @param {number} nowS
 * @returns {string | undefined}
 */
export function due(spoken, sinceS, nowS) {
  const line = spoken.findLast(({ atS }) => atS > sinceS && atS <= nowS);
  return line && nowS - line.atS <= LATE_S ? line.say : undefined;
}

/**
 * A voice that lives on the device and speaks the page's language; a voice from elsewhere would send the words away.
 * @template {{lang: string, localService: boolean, default: boolean}} Voice
 * @param {readonly Voice[]} voices
 * @param {string} language as in the page, such as "en" or "en-GB"
 * @returns {Voice | undefined}
 */
export function voiceFor(voices, language) {
  const wanted = language.toLowerCase();
  const short = wanted.split("-")[0] ?? wanted;
  const tag = (/** @type {Voice} */ voice) => voice.lang.toLowerCase().replace("_", "-");
  const here = voices.filter(
    (voice) => voice.localService && (tag(voice) === short || tag(voice).startsWith(`${short}-`)),
  );
  return here.find((voice) => tag(voice) === wanted) ?? here.find((voice) => voice.default) ?? here[0];
}
