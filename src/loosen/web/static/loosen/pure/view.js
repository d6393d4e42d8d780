/** What the screen shows of a walk: texts, counts, the figure's frame and the ways out, as plain values. */

import { asClock, frameAt, leftS, stretch } from "./clock.js";
import { lastPlayed, lastTap, placeOf } from "./session.js";
import { leftOn, ownWay, wayOf } from "./way.js";
import { captionOf, unshownAt } from "./way-words.js";

/** @typedef {import("./bundle.js").Bundle} Bundle */
/** @typedef {import("./bundle.js").Place} Place */
/** @typedef {import("./bundle.js").Play} Play */
/** @typedef {import("./clock.js").Frame} Frame */
/** @typedef {import("./session.js").Walk} Walk */
/** @typedef {import("./way.js").Left} Left */
/** @typedef {{from: string, to: string, u: number, range: number, ghost?: string}} Move */

/** @typedef {"ready" | "going" | "paused"} Mode */

/**
 * @typedef {object} View
 * @property {"ready" | "play" | "settle" | "question" | "card" | "end" | "rise"} panel
 * @property {string} name
 * @property {string} progress
 * @property {string} left
 * @property {string} caption
 * @property {string} word
 * @property {string} round
 * @property {string} of
 * @property {string} side
 * @property {number} pips
 * @property {number} counts
 * @property {Frame} frame
 * @property {Move} move
 * @property {Left | null} underway where the body is on its way into a position; null in a movement
 * @property {boolean} low whether the body ends on the floor, and may be shown the way up
 * @property {boolean} unled whether the body ends on the floor, and is shown no way up
 * @property {string} drawing
 * @property {Place} place
 * @property {boolean} changing whether the person comes into position
 */

/**
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @param {Mode} mode
 * @returns {View}
 */
export function viewOf(bundle, walk, mode) {
  const place = placeOf(bundle, walk);
  const part = stretch(bundle, place, walk.changeS);
  const frame = frameAt(part, walk.atS);
  const play = playOf(bundle, walk);
  const step = bundle.places[lastPlayed(bundle, walk)?.place ?? bundle.start]?.step ?? 0;
  return {
    panel: mode === "ready" ? "ready" : place.kind,
    name: play.name,
    progress: progress(bundle, step, place, frame),
    left: asClock(leftS(bundle, walk.place, walk.changeS, walk.atS)),
    ...words(bundle, walk, frame, play),
    ...(mode === "ready" ? heading(bundle, play) : {}),
    ...(mode === "paused" && place.kind === "play" ? resting(bundle) : {}),
    pips: frame.pips,
    counts: frame.phase === "change" ? 0 : (frame.cue?.counts ?? 0),
    frame,
    move: move(bundle, place, frame, play),
    underway: underway(bundle, walk, place, frame),
    ...ends(bundle, place, play),
    drawing: play.movement,
    place,
    changing: place.kind === "play" && frame.phase === "change",
  };
}

/**
 * The movement on the screen: this place's, else the one the person came from.
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @returns {Play}
 */
export function playOf(bundle, walk) {
  const at = bundle.places[lastPlayed(bundle, walk)?.place ?? bundle.start];
  const play = bundle.plays[at?.play ?? -1];
  if (!play) throw new Error(`session ${bundle.session} has nothing to play at ${walk.place}`);
  return play;
}

/**
 * @param {Bundle} bundle
 * @param {number} step
 * @param {Place} place
 * @param {Frame} frame
 */
function progress(bundle, step, place, frame) {
  const counted = filled(bundle.words.progress, { step: step + 1, steps: bundle.steps });
  const part = place.kind === "play" ? frame.cue?.part : "";
  return part ? `${counted}, ${part.toLowerCase()}` : counted;
}

/** Positions from which somebody has to come up again. */
const LOW = new Set(["lying", "side-lying", "hands-and-knees", "kneeling"]);

/** @param {Bundle} bundle @param {Place} place @param {Play} play @returns {Pick<View, "low" | "unled">} */
function ends(bundle, place, play) {
  const onTheFloor = !bundle.abed && LOW.has(bundle.drawings[play.movement]?.position ?? "");
  const led = "up" in place.links;
  return { low: led && onTheFloor, unled: !led && place.kind === "end" && onTheFloor };
}

/**
 * Where the body is on its way. One that was stopped on the way stays there until it is known how to go on.
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @param {Place} place
 * @param {Frame} frame
 * @returns {Left | null}
 */
function underway(bundle, walk, place, frame) {
  if (place.kind === "play" || place.kind === "rise") {
    const way = frame.phase === "change" ? wayOf(bundle, walk) : null;
    return way && { way, atS: walk.atS };
  }
  return leftOn(bundle, walk);
}

/**
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @param {Frame} frame
 * @param {Play} play
 */
function words(bundle, walk, frame, play) {
  const { cue, phase } = frame;
  const place = placeOf(bundle, walk);
  if (place.kind === "rise") return { ...SILENT, caption: saidOnTheWay(bundle, walk, play) };
  if (!cue || place.kind === "end") return SILENT;
  const side = bundle.words[cue.side ?? ""] ?? "";
  if (phase !== "change")
    return { ...counted(bundle, cue), side, caption: cue.layer || cue.say || lastSaid(play, cue) };
  if (place.kind === "settle") return { ...SILENT, word: bundle.words.rest ?? "", caption: bundle.words.stopped ?? "" };
  const round = String(Math.ceil(frame.changeLeftS));
  return { word: bundle.words.next ?? "", round, of: "", side, caption: saidOnTheWay(bundle, walk, play) };
}

/** @param {Bundle} bundle @param {Walk} walk @param {Play} play */
function saidOnTheWay(bundle, walk, play) {
  const way = wayOf(bundle, walk);
  return way ? captionOf(way, walk.atS) : unshownAt(ownWay(bundle, walk), play.getThere, walk);
}

const SILENT = { word: "", round: "", of: "", side: "", caption: "" };

/**
 * Before it begins: what the session is, and where to be for its first movement.
 * @param {Bundle} bundle
 * @param {Play} play
 */
function heading({ words: said, part, steps, minutes }, play) {
  const whole = filled(steps === 1 ? said["whole-one"] : said.whole, { steps, minutes });
  return { ...SILENT, name: said[part] ?? "", progress: whole, caption: play.getThere };
}

/** @param {Bundle} bundle */
function resting({ words: said }) {
  return { word: said.paused ?? "", caption: said["paused-say"] ?? "" };
}

/**
 * The breath in one word, and the round where rounds are counted.
 * @param {Bundle} bundle
 * @param {import("./bundle.js").Cue} cue
 */
function counted({ words: said }, cue) {
  const word = said[cue.breath] ?? "";
  if (!cue.counts) return { word, round: "", of: "" };
  return { word, round: String(cue.repetition), of: filled(said.of, { of: cue.of }) };
}

/**
 * A stretch without words of its own keeps the words before it on the screen.
 * @param {Play} play
 * @param {import("./bundle.js").Cue} cue
 */
function lastSaid(play, cue) {
  return play.cues.findLast(({ atS, say }) => say && atS <= cue.atS)?.say ?? "";
}

/**
 * How the figure moves: through its cues; after Too sharp back to rest from where it froze.
 * @param {Bundle} bundle
 * @param {Place} place
 * @param {Frame} frame
 * @param {Play} play
 */
function move(bundle, place, frame, play) {
  const first = play.first || (bundle.drawings[play.movement]?.first ?? "");
  const how = play.ghost ? { range: play.range, ghost: play.ghost } : { range: play.range };
  if (place.kind === "settle" && frame.phase === "change") {
    return { from: "now", to: first, u: 1 - frame.changeLeftS / bundle.neutralS, ...how };
  }
  if (place.kind !== "play" || frame.phase === "change") return { from: first, to: first, u: 0, ...how };
  return { from: frame.from ?? first, to: frame.cue?.posture ?? first, u: frame.u, ...how };
}

/**
 * @param {string | undefined} sentence with names in braces
 * @param {Record<string, string | number>} values
 */
export function filled(sentence, values) {
  return (sentence ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** Milliseconds for which a tap can be taken back where it was made; in the note it can be for ever. */
export const MISTAKE_MS = 12_000;

/**
 * Whether somebody is at the answers of Something else: nothing was said yet, so the way out is to go back.
 * @param {Place} place
 */
export function isSomethingElse({ kind, links }) {
  return kind === "question" && !("gone" in links);
}

/**
 * Whether the last tap may be taken back here: for a while after it, and as long as Too sharp is not answered.
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @param {number} sinceTapMs
 */
export function mayTakeBack(bundle, walk, sinceTapMs) {
  if (!lastTap(walk)) return false;
  const { kind } = placeOf(bundle, walk);
  return sinceTapMs < MISTAKE_MS || kind === "settle" || kind === "question" || kind === "card";
}
