/**
 * The session as it came from the planner: places with their ways out, and the movements played there.
 *
 * The bundle is written by render/bundle.py. Cues come as short rows and texts by their number, so that a morning stays
 * small; here they become what the player reads.
 */

import { mirrorLimb } from "./figure/blend.js";

/** @import { Drawing as FigureDrawing, Pose } from "./figure/types.js" */

/** @typedef {"in" | "out" | "easy"} Breath */

/**
 * One stretch of one breath phase.
 * @typedef {object} Cue
 * @property {number} atS seconds since the movement's first cue
 * @property {number} durationS
 * @property {Breath} breath
 * @property {number} counts 0 when nothing is counted
 * @property {string} posture reached when the cue ends
 * @property {string} say
 * @property {string} layer
 * @property {number} repetition counted from 1, within a part and side
 * @property {number} of
 * @property {"right" | "left" | null} side
 * @property {boolean} chime
 * @property {string} part
 */

/**
 * One movement at one dose.
 * @typedef {object} Play
 * @property {string} movement also the name of its drawing
 * @property {string} name
 * @property {string} level
 * @property {string} getThere
 * @property {number} range
 * @property {string} first the posture it begins in, "" for that of the drawing
 * @property {string} ghost the posture whose outline is dashed, "" for that of the drawing
 * @property {number} durationS
 * @property {Cue[]} cues
 */

/** @typedef {{to: string, event?: string | null, changeS?: number}} Link */
/** @typedef {{link: string, label: string, leads: string}} Answer */
/** @typedef {"play" | "settle" | "question" | "card" | "end" | "rise"} Kind */

/**
 * One place of the session's graph; `links` is every tap it knows and where that leads.
 * @typedef {object} Place
 * @property {Kind} kind
 * @property {number} step
 * @property {number} [play] its number among the plays
 * @property {string} [asks]
 * @property {Answer[]} [answers]
 * @property {string} [href]
 * @property {string[]} [why]
 * @property {Record<string, Link>} links
 */

/**
 * What the figure is drawn from; see render/drawing.py. `position` is the one the movement is done in.
 * @typedef {FigureDrawing & {position: string}} Drawing
 */

/**
 * A posture on the way between two positions; see core/transition.py.
 * @typedef {object} Halt
 * @property {Pose} pose
 * @property {number} seconds
 * @property {string} say
 * @property {boolean} must
 * @property {number} eye
 * @property {string | null} position the one in which movements are done from here
 */

/** A line of halts; null where nobody is led on. @typedef {readonly (Halt | null)[]} Line */

/**
 * The ways between the positions of a session. `own` is said where they lead nobody on: to whoever comes up, goes down,
 * or has any other way to go.
 * @typedef {{up: Line, down: Line, own: {up: string, down: string, other: string}}} Film
 */

/**
 * @typedef {object} Bundle
 * @property {string} session
 * @property {string} part
 * @property {string} title
 * @property {number} countS seconds of one count
 * @property {number} minutes
 * @property {number} steps movements of the usual path
 * @property {string} start
 * @property {number} startS seconds to get into the first position
 * @property {number} neutralS seconds in which the figure comes back to rest after Too sharp
 * @property {Record<string, Place>} places
 * @property {Play[]} plays
 * @property {Play} settle the counted breaths after Too sharp
 * @property {Record<string, Drawing>} drawings
 * @property {Film} film
 * @property {boolean} abed whether the session begins in bed: nobody is led there from standing, or up again at its end
 * @property {Record<string, string>} words
 */

export const FORMAT = "loosen-bundle";
export const VERSION = 1;

/**
 * Open what the page carries.
 * @param {any} sent the parsed JSON
 * @param {number} countS the person's count now, in seconds; the bundle's own when it is not given
 * @returns {Bundle}
 */
export function opened(sent, countS = sent.countS) {
  if (sent.format !== FORMAT || sent.version !== VERSION) {
    throw new Error(`This page plays ${FORMAT} ${VERSION}, not ${sent.format} ${sent.version}. Reload the page.`);
  }
  const pace = countS / sent.countS;
  const text = (/** @type {number} */ n) => sent.texts[n] ?? "";
  const play = (/** @type {any} */ made) => ({
    ...made,
    name: text(made.name),
    getThere: text(made.getThere),
    first: text(made.first),
    ghost: text(made.ghost),
    ...inTime(made.cues, sent, pace),
  });
  const places = Object.fromEntries(Object.entries(sent.places).map(([id, made]) => [id, placeOf(made, sent)]));
  const plays = sent.plays.map(play);
  const drawings = Object.fromEntries(Object.entries(sent.drawings).map(([slug, made]) => [slug, drawn(made)]));
  const settle = play(sent.settle);
  return { ...sent, countS, places, plays, drawings, settle, film: filmOf(sent) };
}

/** What was left out because it is empty. */
const EMPTY = { props: [], loop: [], bases: {} };

/** @param {any} made @returns {Drawing} */
const drawn = (made) => ({ ...EMPTY, ...made, poses: wholes(made.poses) });

/** A left limb that was left out mirrors the right one. @param {Record<string, any>} poses @returns {Record<string, Pose>} */
function wholes(poses) {
  const other = (/** @type {any} */ limb) => mirrorLimb(limb, limb.layer);
  const whole = (/** @type {any} */ pose) => ({ legL: other(pose.legR), armL: other(pose.armR), ...pose });
  return Object.fromEntries(Object.entries(poses).map(([name, pose]) => [name, whole(pose)]));
}

/** A session that was begun before there was a film has none. @param {any} sent @returns {Film} */
function filmOf({ film = { up: [], down: [], poses: {} }, texts }) {
  const poses = wholes(film.poses);
  const [other = "", up = other, down = other] = (film.own ?? []).map((/** @type {number} */ n) => texts[n] ?? "");
  const line = (/** @type {any[]} */ rows) => rows.map((row) => (row ? haltOf(row, poses, texts) : null));
  return { up: line(film.up), down: line(film.down), own: { up, down, other } };
}

/**
 * @param {any[]} row
 * @param {Record<string, Pose>} poses
 * @param {string[]} texts
 * @returns {Halt}
 */
function haltOf([posture, seconds, say, must, eye, position = null], poses, texts) {
  const pose = /** @type {Pose} */ (poses[posture]);
  return { pose, seconds, say: texts[say] ?? "", must: must === 1, eye, position };
}

/** Stands for an event with the name of its link. */
const NAMED_SO = 1;

/**
 * @param {any} made
 * @param {any} sent
 * @returns {Place}
 */
function placeOf({ kind, step, play, href, question, why = [], links }, sent) {
  const ways = Object.entries(links).map(([name, [to, event, changeS]]) => {
    return [name, { to, event: event === NAMED_SO ? name : event, changeS }];
  });
  return {
    kind,
    step,
    play,
    href,
    ...(question === undefined ? {} : questionOf(sent.questions[question], sent.texts)),
    why: why.map((/** @type {number} */ n) => sent.texts[n]),
    links: Object.fromEntries(ways),
  };
}

/**
 * @param {any[]} question
 * @param {string[]} texts
 */
function questionOf([asks, ...answers], texts) {
  const text = (/** @type {number} */ n) => texts[n] ?? "";
  return {
    asks: text(asks),
    answers: answers.map(([link, label, leads]) => ({ link, label: text(label), leads: text(leads) })),
  };
}

/**
 * @param {number[][]} rows
 * @param {any} sent
 * @param {number} pace 1 is the pace the bundle was planned with; 1.2 is slower
 * @returns {{cues: Cue[], durationS: number}}
 */
function inTime(rows, sent, pace) {
  let atS = 0;
  const cues = rows.map((row) => {
    const cue = cueOf(row, sent, atS, pace);
    atS += cue.durationS;
    return cue;
  });
  return { cues, durationS: atS };
}

/** Sides by their number in a row. @type {Cue["side"][]} */
const SIDES = [null, "right", "left"];

/**
 * @param {number[]} row
 * @param {any} sent
 * @param {number} atS
 * @param {number} pace
 * @returns {Cue}
 */
function cueOf([phrase = 0, repetition = 1, of = 1, side = 0, layer = 0, chime = 0], sent, atS, pace) {
  const [durationS, breath, counts, posture, say, part] = sent.phrases[phrase];
  const text = (/** @type {number} */ n) => sent.texts[n] ?? "";
  return {
    atS,
    durationS: durationS * pace,
    breath,
    counts,
    posture: text(posture),
    say: text(say),
    layer: text(layer),
    part: text(part),
    repetition,
    of,
    side: SIDES[side] ?? null,
    chime: chime === 1,
  };
}
