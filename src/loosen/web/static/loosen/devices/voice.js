/** The device's own voice, when there is one. Nothing waits for it. */

import { voiceFor } from "../pure/speech.js";
import { spokenS } from "../pure/spoken.js";

/** A calm speed; 1 is the voice's own. */
const RATE = 0.92;

export class Voice {
  /** @type {SpeechSynthesis | undefined} */
  #speech = globalThis.speechSynthesis;

  /** @type {string} */
  #language;

  on = true;

  #volume = 1;

  /** @param {string} language of the page */
  constructor(language) {
    this.#language = language;
    // Some browsers load their voices only when first asked.
    this.#speech?.getVoices();
  }

  /** @param {number} volume 0 to 100 */
  set volume(volume) {
    this.#volume = volume / 100;
  }

  /** @returns {SpeechSynthesisVoice | undefined} */
  get #chosen() {
    return this.#speech && voiceFor(this.#speech.getVoices(), this.#language);
  }

  get there() {
    return this.#chosen !== undefined;
  }

  /**
   * @param {string} say
   * @returns {number} seconds it will take, as a guess; 0 when nothing is spoken
   */
  speak(say) {
    const voice = this.#chosen;
    if (!this.on || !this.#speech || !voice || !say) return 0;
    const spoken = new SpeechSynthesisUtterance(say);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.rate = RATE;
    spoken.volume = this.#volume;
    this.#speech.cancel();
    this.#speech.speak(spoken);
    return spokenS(say);
  }

  hush() {
    this.#speech?.cancel();
  }
}
