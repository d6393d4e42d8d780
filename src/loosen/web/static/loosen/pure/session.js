/** The walk through a session: where the person is, how they came there, and the way back. It only follows links. */

import { goesOnBy, repetitionsDone, stretch } from "./clock.js";

/** @typedef {import("./bundle.js").Bundle} Bundle */
/** @typedef {import("./bundle.js").Place} Place */

/**
 * A link that was followed. `noted` is the id of the event that told of it, null where nothing was told.
 * @typedef {object} Footstep
 * @property {string} place
 * @property {number} changeS
 * @property {number} atS
 * @property {string} link
 * @property {boolean} tapped false when the time was simply over
 * @property {string | null} noted
 */

/**
 * @typedef {object} Walk
 * @property {string} place
 * @property {number} changeS seconds to come into this place's position
 * @property {number} atS seconds since this place began
 * @property {Footstep[]} trail
 */

/**
 * What the journal is told, without its id and instant.
 * @typedef {object} Happening
 * @property {string} event
 * @property {string | null} movement
 * @property {string | null} level
 * @property {number | null} repetitions
 * @property {string | null} answer
 * @property {string | null} undoes
 */

/**
 * @param {Bundle} bundle
 * @returns {Walk}
 */
export function begin(bundle) {
  return { place: bundle.start, changeS: bundle.startS, atS: 0, trail: [] };
}

/**
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @returns {Place}
 */
export function placeOf(bundle, walk) {
  const place = bundle.places[walk.place];
  if (!place) throw new Error(`session ${bundle.session} has no place ${walk.place}`);
  return place;
}

/**
 * Follow a link of the present place. `tell` makes the event and returns its id.
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @param {string} link
 * @param {{tapped: boolean, tell: (happening: Happening) => string}} how
 * @returns {Walk} the same walk when the place knows no such link
 */
export function follow(bundle, walk, link, { tapped, tell }) {
  const place = placeOf(bundle, walk);
  const way = place.links[link];
  if (!way) return walk;
  const noted = way.event ? tell(happening(bundle, walk, way.event, link)) : null;
  const { place: id, changeS, atS } = walk;
  const trail = [...walk.trail, { place: id, changeS, atS, link, tapped, noted }];
  return { place: way.to, changeS: way.changeS ?? 0, atS: 0, trail };
}

/**
 * What an event says of the present place. Answers and the ways after Too sharp speak of the movement that stopped.
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @param {string} event
 * @param {string | null} link
 * @returns {Happening}
 */
export function happening(bundle, walk, event, link = null) {
  const at = lastPlayed(bundle, walk);
  const place = at && bundle.places[at.place];
  const part = place ? stretch(bundle, place, at.changeS) : null;
  return {
    event,
    movement: part?.play?.movement ?? null,
    level: part?.play?.level ?? null,
    repetitions: part && at ? repetitionsDone(part, at.atS) : null,
    answer: event === "answer" ? link : null,
    undoes: null,
  };
}

/**
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @returns {{place: string, changeS: number, atS: number} | undefined} this place, else the last movement before it
 */
export function lastPlayed(bundle, walk) {
  return [...walk.trail, walk].findLast(({ place }) => bundle.places[place]?.kind === "play");
}

/**
 * The tap that can still be taken back: the last one, with everything that came after it by itself.
 * @param {Walk} walk
 * @returns {Footstep | undefined}
 */
export function lastTap(walk) {
  return walk.trail.findLast((step) => step.tapped);
}

/**
 * Go back to where the person was before the last tap.
 * @param {Walk} walk
 * @param {(happening: Happening) => string} tell
 * @returns {Walk}
 */
export function undo(walk, tell) {
  const tap = lastTap(walk);
  if (!tap) return walk;
  const from = walk.trail.lastIndexOf(tap);
  for (const step of walk.trail.slice(from).reverse()) {
    if (step.noted) tell(takenBack(step.noted));
  }
  return { place: tap.place, changeS: tap.changeS, atS: tap.atS, trail: walk.trail.slice(0, from) };
}

/**
 * @param {string} id of the event taken back
 * @returns {Happening}
 */
function takenBack(id) {
  return { event: "undo", movement: null, level: null, repetitions: null, answer: null, undoes: id };
}

/**
 * The person is in position sooner than planned: the movement begins.
 * @param {Walk} walk
 * @returns {Walk}
 */
export function inPosition(walk) {
  return { ...walk, atS: Math.max(walk.atS, walk.changeS) };
}

/**
 * Let time pass: what was over by then has led on by itself.
 * @param {Bundle} bundle
 * @param {Walk} walk
 * @param {number} seconds
 * @param {(happening: Happening) => string} tell
 * @returns {Walk}
 */
export function pass(bundle, walk, seconds, tell) {
  let next = { ...walk, atS: walk.atS + seconds };
  for (;;) {
    const place = placeOf(bundle, next);
    const { wholeS } = stretch(bundle, place, next.changeS);
    const link = goesOnBy(place);
    if (!link || next.atS < wholeS) return next;
    const overS = next.atS - wholeS;
    next = follow(bundle, { ...next, atS: wholeS }, link, { tapped: false, tell });
    next = { ...next, atS: overS };
  }
}

/**
 * Whether a stored walk still fits the session it was stored for.
 * @param {Bundle} bundle
 * @param {any} stored
 * @returns {stored is Walk}
 */
export function fits(bundle, stored) {
  const places = [stored?.place, ...(stored?.trail ?? []).map((/** @type {Footstep} */ step) => step.place)];
  return places.every((id) => id in bundle.places);
}
