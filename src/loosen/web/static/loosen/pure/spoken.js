/** How long a line takes to say. */

/** Words a calm voice speaks in a second. */
const WORDS_A_SECOND = 2.5;

/** Seconds of silence that belong to a line. */
export const PAUSE_S = 0.5;

/** @param {string} say */
export function spokenS(say) {
  return PAUSE_S + say.split(/\s+/).filter(Boolean).length / WORDS_A_SECOND;
}
