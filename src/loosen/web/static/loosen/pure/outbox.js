/** What waits to be told to the journal: in order, each once, kept until the server says it has it. */

/**
 * `owner` is whose journal it is, so that nothing reaches another person's on a shared browser.
 * @typedef {object} Letter
 * @property {string} id
 * @property {string} owner
 * @property {string} to address
 * @property {Record<string, unknown>} event
 */

/** At most so many at a time, so that a keepalive request stays far below its 64 kB. */
export const BATCH = 50;

/** Longest wait between two tries, in seconds. */
export const LONGEST_WAIT_S = 60;

/** Events that must not wait: they may lead away from the page. */
const URGENT = new Set(["sharp", "answer", "left", "ended"]);

/**
 * @param {readonly Letter[]} letters
 * @param {Letter} letter
 * @returns {Letter[]} with the letter, once
 */
export function put(letters, letter) {
  return letters.some(({ id }) => id === letter.id) ? [...letters] : [...letters, letter];
}

/**
 * The next letters for one address, oldest first.
 * @param {readonly Letter[]} letters
 * @param {string} owner
 * @returns {Letter[]}
 */
export function next(letters, owner) {
  const mine = letters.filter((letter) => letter.owner === owner);
  const first = mine[0];
  return first ? mine.filter(({ to }) => to === first.to).slice(0, BATCH) : [];
}

/**
 * @param {readonly Letter[]} letters
 * @param {readonly string[]} ids
 * @returns {Letter[]} what is still to be told
 */
export function without(letters, ids) {
  const gone = new Set(ids);
  return letters.filter(({ id }) => !gone.has(id));
}

/**
 * What to do after an answer. A list that was refused is tried one by one; a single letter that was refused stays refused.
 * @param {number} status of the answer
 * @param {readonly Letter[]} sent
 * @param {readonly string[]} kept ids the server says it has
 * @returns {{gone: readonly string[], onceMore: "now" | "singly" | "later" | "never"}}
 */
export function after(status, sent, kept) {
  if (status === 200) return { gone: kept, onceMore: kept.length ? "now" : "later" };
  if (status !== 422) return { gone: [], onceMore: "later" };
  return sent.length > 1 ? { gone: [], onceMore: "singly" } : { gone: sent.map(({ id }) => id), onceMore: "now" };
}

/**
 * @param {number} tries that failed so far
 * @returns {number} seconds to wait before the next one
 */
export function waitS(tries) {
  return Math.min(LONGEST_WAIT_S, 2 ** tries);
}

/** @param {string} event */
export function isUrgent(event) {
  return URGENT.has(event);
}
