/** What is seen at a second of a place: which cue, how far, which count, what is left. Arithmetic only. */

/** @typedef {import("./bundle.js").Bundle} Bundle */
/** @typedef {import("./bundle.js").Cue} Cue */
/** @typedef {import("./bundle.js").Place} Place */
/** @typedef {import("./bundle.js").Play} Play */

/** A gap of more seconds between two looks at the clock is no slow timer: the device slept, and nobody practised. */
export const SLEPT_S = 90;

/**
 * How the time of one place is shared out: first the change (coming into position, or back to neutral), then the cues.
 * @typedef {object} Stretch
 * @property {number} changeS
 * @property {Play | null} play
 * @property {number} wholeS Infinity where only a tap leads on
 */

/**
 * @typedef {object} Frame
 * @property {"change" | "cue" | "over"} phase
 * @property {Cue | null} cue the cue that runs; before the first one, the first
 * @property {string | null} from posture the cue begins in; null is the drawing's first
 * @property {number} u share of the cue that is over, 0 to 1
 * @property {number} breath how full the breath is, 0 to 1
 * @property {number} pips counts begun in this cue
 * @property {number} changeLeftS seconds until the first cue
 */

/**
 * @param {Bundle} bundle
 * @param {Place} place
 * @param {number} changeS
 * @returns {Stretch}
 */
export function stretch(bundle, place, changeS) {
  const play = place.kind === "settle" ? bundle.settle : (bundle.plays[place.play ?? -1] ?? null);
  const change = place.kind === "settle" ? bundle.neutralS : changeS;
  return { changeS: change, play, wholeS: play ? change + play.durationS : Number.POSITIVE_INFINITY };
}

/**
 * @param {readonly Cue[]} cues ordered by time
 * @param {number} nowS  seconds since the movement began
 * @returns {Cue | undefined} the last cue that has begun
 */
export function cueAt(cues, nowS) {
  return cues.findLast((cue) => cue.atS <= nowS);
}

/**
 * @param {Stretch} part
 * @param {number} atS seconds since the place began
 * @returns {Frame}
 */
export function frameAt(part, atS) {
  const cues = part.play?.cues ?? [];
  const nowS = atS - part.changeS;
  const cue = cueAt(cues, nowS);
  if (!cue) {
    const changeLeftS = Math.max(0, -nowS);
    return { phase: "change", cue: cues[0] ?? null, from: null, u: 0, breath: 0, pips: 0, changeLeftS };
  }
  const u = Math.min(1, Math.max(0, (nowS - cue.atS) / cue.durationS));
  const before = cues[cues.indexOf(cue) - 1];
  return {
    phase: nowS < (part.play?.durationS ?? 0) ? "cue" : "over",
    cue,
    from: before?.posture ?? null,
    u,
    breath: fullness(cue, u),
    pips: cue.counts ? Math.min(Math.ceil(cue.counts), 1 + Math.floor(u * cue.counts)) : 0,
    changeLeftS: 0,
  };
}

/**
 * How full the breath is. An easy breath that nobody counts stays half full.
 * @param {Cue} cue
 * @param {number} u
 */
function fullness(cue, u) {
  const risen = u * u * (3 - 2 * u);
  if (cue.breath === "in") return risen;
  return cue.breath === "out" ? 1 - risen : 0.5;
}

/**
 * Repetitions that are complete, both sides where sides take turns; the parts of a movement add up.
 * @param {Stretch} part
 * @param {number} atS
 */
export function repetitionsDone(part, atS) {
  const nowS = atS - part.changeS + 1e-6;
  const cues = part.play?.cues ?? [];
  const open = new Map();
  for (const cue of cues) {
    const key = cue.part;
    const finished = cue.atS + cue.durationS <= nowS;
    const rest = open.get(key) ?? { most: 0, broken: Number.POSITIVE_INFINITY };
    rest.most = Math.max(rest.most, cue.repetition);
    if (!finished) rest.broken = Math.min(rest.broken, cue.repetition);
    open.set(key, rest);
  }
  return [...open.values()].reduce((sum, { most, broken }) => sum + Math.min(most, broken - 1), 0);
}

/**
 * Seconds left over the usual path: the rest of this place, then everything that follows when nothing more is tapped.
 * @param {Bundle} bundle
 * @param {string} id
 * @param {number} changeS
 * @param {number} atS
 */
export function leftS(bundle, id, changeS, atS) {
  let sum = -atS;
  for (const visit of usualPath(bundle, id, changeS)) {
    const { wholeS } = stretch(bundle, visit.place, visit.changeS);
    if (!Number.isFinite(wholeS)) break;
    sum += wholeS;
  }
  return Math.max(0, sum);
}

/** The link by which a place goes on by itself. */
const GOES_ON = ["done", "next"];

/**
 * @param {Place} place
 * @returns {string | undefined} the link that is followed when the place's time is over
 */
export function goesOnBy(place) {
  return GOES_ON.find((name) => name in place.links);
}

/**
 * The places from here on, when nothing more is tapped.
 * @param {Bundle} bundle
 * @param {string} id
 * @param {number} changeS
 * @returns {Generator<{id: string, place: Place, changeS: number}>}
 */
export function* usualPath(bundle, id, changeS) {
  /** @type {{id: string, changeS: number} | null} */
  let here = { id, changeS };
  const seen = new Set();
  while (here && !seen.has(here.id)) {
    seen.add(here.id);
    /** @type {Place | undefined} */
    const place = bundle.places[here.id];
    if (!place) return;
    yield { id: here.id, place, changeS: here.changeS };
    /** @type {import("./bundle.js").Link | undefined} */
    const link = place.links[goesOnBy(place) ?? ""];
    here = link ? { id: link.to, changeS: link.changeS ?? 0 } : null;
  }
}

/**
 * @param {number} seconds
 * @returns {string} minutes and seconds, as a clock shows them
 */
export function asClock(seconds) {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
