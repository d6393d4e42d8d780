/** The post: sends what waits to the journal, again and again until it is kept. Its rules are in pure/outbox.js. */

import { after, isUrgent, next, put, waitS, without } from "../pure/outbox.js";
import { uuid7 } from "../pure/uuid.js";
import { read, write } from "./store.js";

const DRAWER = "loosen-outbox";

/** Milliseconds that an event which may wait does wait, so that several travel together. */
const GATHER_MS = 4000;

export class Outbox {
  /** @type {{owner: string, to: string, token: string, told?: () => void}} */
  #sender;

  #busy = false;

  #tries = 0;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** What waits and did not fit into the drawer. @type {import("../pure/outbox.js").Letter[]} */
  #here = [];

  /**
   * `token` is the form token of the page; `told` is called when nothing waits any more.
   * @param {{owner: string, to: string, token: string, told?: () => void}} sender
   */
  constructor(sender) {
    this.#sender = sender;
    addEventListener("online", () => this.send());
    addEventListener("pagehide", () => this.#hurry());
    if (this.#waiting().length) this.send();
  }

  /**
   * @param {import("../pure/session.js").Happening} happening
   * @returns {string} the event's id
   */
  tell(happening) {
    const now = new Date();
    const id = uuid7(now.getTime(), crypto.getRandomValues(new Uint8Array(10)));
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const event = { id, at: now.toISOString(), zone, ...happening };
    const { owner, to } = this.#sender;
    this.#keep(put(this.#waiting(), { id, owner, to, event }));
    this.#soon(isUrgent(happening.event) ? 0 : GATHER_MS);
    return id;
  }

  /** @returns {import("../pure/outbox.js").Letter[]} what waits, in this page or another */
  #waiting() {
    return this.#here.reduce((all, letter) => put(all, letter), read(DRAWER) ?? []);
  }

  /** @param {import("../pure/outbox.js").Letter[]} letters */
  #keep(letters) {
    this.#here = write(DRAWER, letters) ? [] : letters;
  }

  /** @param {number} ms */
  #soon(ms) {
    clearTimeout(this.#timer);
    if (ms === 0) this.send();
    else this.#timer = setTimeout(() => this.send(), ms);
  }

  /** The page goes: what waits is sent even while an answer is still out. What arrives twice is kept once. */
  #hurry() {
    const letters = next(this.#waiting(), this.#sender.owner);
    if (letters[0]) this.#post(letters[0].to, letters);
  }

  /** @param {number} [most] letters at a time */
  async send(most = Number.POSITIVE_INFINITY) {
    const letters = next(this.#waiting(), this.#sender.owner).slice(0, most);
    if (this.#busy || !letters[0]) return;
    this.#busy = true;
    const { gone, onceMore } = after(...(await this.#post(letters[0].to, letters)));
    this.#keep(without(this.#waiting(), gone));
    this.#busy = false;
    this.#tries = onceMore === "later" ? this.#tries + 1 : 0;
    if (onceMore === "later") this.#soon(1000 * waitS(this.#tries));
    else if (onceMore === "singly") this.send(1);
    else if (next(this.#waiting(), this.#sender.owner)[0]) this.send();
    else this.#sender.told?.();
  }

  /**
   * @param {string} to
   * @param {import("../pure/outbox.js").Letter[]} letters
   * @returns {Promise<[number, import("../pure/outbox.js").Letter[], string[]]>} status, what was sent, ids kept
   */
  async #post(to, letters) {
    try {
      const answer = await fetch(to, {
        method: "POST",
        keepalive: true,
        credentials: "same-origin",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.#sender.token },
        body: JSON.stringify(letters.map(({ event }) => event)),
      });
      const kept = answer.status === 200 ? (await answer.json()).kept : [];
      return [answer.status, letters, kept];
    } catch {
      return [0, letters, []];
    }
  }
}
