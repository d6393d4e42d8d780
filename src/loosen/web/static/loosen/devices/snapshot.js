/** Where the person is in a session, kept so that a reload goes on from there. */

import { read, remove, write } from "./store.js";

const DRAWER = "loosen-session";

/** A session that was left longer ago than this begins anew. */
const LASTS_MS = 60 * 60 * 1000;

/**
 * `sent` is the bundle as it was sent: a begun session goes on as it was given. `basis` changes with what the person said
 * of the day, `owner` is whose session it is.
 * @typedef {{owner: string, sent: any, walk: import("../pure/session.js").Walk}} Snapshot
 */

/** @param {Snapshot} snapshot */
export function keep(snapshot) {
  write(DRAWER, { ...snapshot, atMs: Date.now() });
}

/**
 * @param {string} owner
 * @param {{session: string, basis: string}} sent the bundle of the page
 * @returns {Snapshot | null} null when there is none that still holds
 */
export function kept(owner, { session, basis }) {
  const found = read(DRAWER);
  const same = found?.owner === owner && found.sent?.session === session && found.sent.basis === basis;
  return same && Date.now() - found.atMs < LASTS_MS ? found : null;
}

export function forget() {
  remove(DRAWER);
}
