/** The speaker: one AudioContext, begun by a tap, with the person's volume. */

import { loudness } from "../pure/tones.js";

/** Seconds in which a new volume is taken up without a click. */
const TAKE_UP_S = 0.05;

export class Speaker {
  /** @type {AudioContext | null} */
  context = null;

  /** @type {GainNode | null} */
  #master = null;

  #volume = 0.7;

  /** Call from a tap: browsers keep silent until then. Resolves in any case; without sound the session goes on. */
  async wake() {
    if (!("AudioContext" in globalThis)) return;
    this.context ??= this.#made();
    try {
      await this.context.resume();
    } catch {
      // A device without an output refuses: the session is silent, and its clock the other one.
    }
  }

  #made() {
    const context = new AudioContext({ latencyHint: "balanced" });
    this.#master = context.createGain();
    this.#master.gain.value = this.#volume;
    this.#master.connect(context.destination);
    return context;
  }

  get running() {
    return this.context?.state === "running";
  }

  /** @param {number} volume 0 to 100 */
  set volume(volume) {
    this.#volume = loudness(volume);
    if (this.context && this.#master) {
      this.#master.gain.setTargetAtTime(this.#volume, this.context.currentTime, TAKE_UP_S / 3);
    }
  }

  /**
   * A channel of its own, which can be faded and thrown away with everything planned on it.
   * @returns {GainNode | null}
   */
  channel() {
    if (!this.context || !this.#master) return null;
    const channel = this.context.createGain();
    channel.connect(this.#master);
    return channel;
  }

  /**
   * @param {GainNode | null} channel
   * @param {number} seconds
   */
  fade(channel, seconds) {
    if (!this.context || !channel) return;
    const now = this.context.currentTime;
    channel.gain.cancelScheduledValues(now);
    channel.gain.setValueAtTime(channel.gain.value, now);
    channel.gain.linearRampToValueAtTime(0, now + seconds);
    setTimeout(() => channel.disconnect(), 1000 * seconds + 100);
  }
}
