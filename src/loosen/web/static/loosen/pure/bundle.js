/**
 * The session as it came from the planner: places with their ways out, and the movements played there.
 *
 * The bundle is written by render/bundle.py. Cues come as short rows and texts by their number, so that a morning stays
 * small; here they become what the player reads.
 */

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
 * @property {string} movement
 * @property {string} name
 * @property {string} level
 * @property {string} levelName
 * @property {string} position
 * @property {string} getThere
 * @property {string} drawing
 * @property {number} range
 * @property {number} durationS
 * @property {Cue[]} cues
 */

/** @typedef {{to: string, event?: string, changeS?: number}} Link */
/** @typedef {{link: string, label: string, then: string}} Answer */
/** @typedef {"play" | "settle" | "question" | "card" | "end"} Kind */

/**
 * One place of the session's graph; `links` is every tap it knows and where that leads.
 * @typedef {object} Place
 * @property {Kind} kind
 * @property {number} step
 * @property {string} [play]
 * @property {string} [asks]
 * @property {Answer[]} [answers]
 * @property {string} [href]
 * @property {string[]} [why]
 * @property {Record<string, Link>} links
 */

/** @typedef {{box: [number, number, number, number], first: string, range: number}} Drawing what the figure is drawn from; see render/drawing.py */

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
 * @property {Record<string, Play>} plays
 * @property {Play} settle the counted breaths after Too sharp
 * @property {Record<string, Drawing>} drawings
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
  const play = (/** @type {any} */ made) => ({ ...made, ...inTime(made.cues, sent.texts, pace) });
  const plays = Object.fromEntries(Object.entries(sent.plays).map(([key, made]) => [key, play(made)]));
  return { ...sent, countS, plays, settle: play(sent.settle) };
}

/**
 * @param {any[][]} rows
 * @param {string[]} texts
 * @param {number} pace 1 is the pace the bundle was planned with; 1.2 is slower
 * @returns {{cues: Cue[], durationS: number}}
 */
function inTime(rows, texts, pace) {
  let atS = 0;
  const cues = rows.map((row) => {
    const cue = cueOf(row, texts, atS, pace);
    atS += cue.durationS;
    return cue;
  });
  return { cues, durationS: atS };
}

/**
 * @param {any[]} row
 * @param {string[]} texts
 * @param {number} atS
 * @param {number} pace
 * @returns {Cue}
 */
function cueOf(row, texts, atS, pace) {
  const [durationS, breath, counts, posture, say, layer, part, repetition, of, side, chime] = row;
  const text = (/** @type {number} */ n) => texts[n] ?? "";
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
    side,
    chime: chime === 1,
  };
}
