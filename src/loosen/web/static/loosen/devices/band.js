/** The band: plans the agenda's sounds on the audio clock well ahead, steps back under the voice, fades as one. */

import { BOWL_HZ, DUCK_DB, END_PAIR_S, FOURTH_DOWN, gain } from "../pure/tones.js";
import { strike } from "./chime.js";
import { breathe } from "./sea.js";

/** Seconds in which the breath tone steps back and comes again. */
const DUCKING_S = 0.15;

/** A sound that is late by more than this, in seconds, is left out. */
const TOO_LATE_S = 0.05;

export class Band {
  /** @type {import("./audio.js").Speaker} */
  #speaker;

  /** @type {import("./clock.js").SessionClock} */
  #clock;

  /** @type {GainNode | null} */
  #all = null;

  /** @type {GainNode | null} */
  #sea = null;

  /** @type {Set<string>} */
  #planned = new Set();

  /** Where the session's zero lies on the audio clock. */
  #zeroS = 0;

  chime = true;

  tone = false;

  /**
   * @param {import("./audio.js").Speaker} speaker
   * @param {import("./clock.js").SessionClock} clock
   */
  constructor(speaker, clock) {
    this.#speaker = speaker;
    this.#clock = clock;
  }

  /**
   * Plan what is not planned yet.
   * @param {readonly import("../pure/agenda.js").Sound[]} sounds
   * @param {number} nowS the session clock's instant from which the sounds count
   */
  plan(sounds, nowS) {
    this.#listenToTheClock();
    for (const sound of sounds) {
      if (this.#planned.has(sound.key) || !this.#wanted(sound)) continue;
      const atS = this.#clock.onAudio(nowS + sound.inS);
      if (atS === null) return;
      this.#planned.add(sound.key);
      this.#play(sound, atS);
    }
  }

  /** When the audio clock stood still for a while, what was planned on it would come late: it is planned anew. */
  #listenToTheClock() {
    const zeroS = this.#clock.onAudio(0);
    if (zeroS === null) return;
    if (Math.abs(zeroS - this.#zeroS) > TOO_LATE_S) this.fade(0);
    this.#zeroS = zeroS;
  }

  /** @param {import("../pure/agenda.js").Sound} sound */
  #wanted({ kind }) {
    return kind === "in" || kind === "out" ? this.tone : this.chime;
  }

  /**
   * @param {import("../pure/agenda.js").Sound} sound
   * @param {number} atS
   */
  #play({ kind, durationS }, atS) {
    const context = this.#speaker.context;
    const all = this.#channel();
    if (!context || !all || !this.#sea || atS < context.currentTime - TOO_LATE_S) return;
    const startS = Math.max(atS, context.currentTime);
    if (kind === "in" || kind === "out") return breathe(context, this.#sea, startS, { breath: kind, durationS });
    strike(context, all, startS);
    if (kind === "end") strike(context, all, startS + END_PAIR_S, BOWL_HZ * FOURTH_DOWN);
  }

  #channel() {
    if (!this.#all) {
      this.#all = this.#speaker.channel();
      this.#sea = this.#speaker.context?.createGain() ?? null;
      if (this.#all) this.#sea?.connect(this.#all);
    }
    return this.#all;
  }

  /** @param {number} seconds for which the voice will speak */
  stepBack(seconds) {
    const context = this.#speaker.context;
    if (!context || !this.#sea) return;
    const now = context.currentTime;
    this.#sea.gain.cancelScheduledValues(now);
    this.#sea.gain.setTargetAtTime(gain(DUCK_DB), now, DUCKING_S);
    this.#sea.gain.setTargetAtTime(1, now + seconds, 2 * DUCKING_S);
  }

  /**
   * Everything planned fades and is forgotten: the person tapped, or turned a sound off.
   * @param {number} seconds
   */
  fade(seconds) {
    this.#speaker.fade(this.#all, seconds);
    this.#all = null;
    this.#sea = null;
    this.#planned.clear();
  }
}
