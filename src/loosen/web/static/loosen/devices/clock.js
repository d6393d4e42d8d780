/** The session's time: the audio clock while sound runs, else the page's own; it never jumps between the two. */

/** When the audio clock has not moved for so long, in seconds, the device plays nothing and the other clock holds. */
const STALLED_S = 1;

export class SessionClock {
  /** @type {import("./audio.js").Speaker} */
  #speaker;

  #heard = false;

  /** What to add to the clock in use so that it goes on from the other. */
  #offsetS = 0;

  #last = 0;

  #lastAudioS = -1;

  #movedAtS = 0;

  /** @param {import("./audio.js").Speaker} speaker */
  constructor(speaker) {
    this.#speaker = speaker;
    this.#offsetS = -performance.now() / 1000;
  }

  /** Seconds since this clock was made. */
  now() {
    const pageS = performance.now() / 1000;
    const audioS = this.#audioS(pageS);
    const heard = audioS !== null;
    const rawS = audioS ?? pageS;
    if (heard !== this.#heard) {
      const beforeS = this.#last;
      this.#heard = heard;
      this.#offsetS = beforeS - rawS;
    }
    this.#last = rawS + this.#offsetS;
    return this.#last;
  }

  /**
   * @param {number} pageS
   * @returns {number | null} null while the audio clock cannot be trusted
   */
  #audioS(pageS) {
    const context = this.#speaker.context;
    if (context?.state !== "running") return null;
    const audioS = context.currentTime;
    if (audioS !== this.#lastAudioS) {
      this.#lastAudioS = audioS;
      this.#movedAtS = pageS;
    }
    return audioS > 0 && pageS - this.#movedAtS < STALLED_S ? audioS : null;
  }

  /**
   * @param {number} sessionS a time of this clock
   * @returns {number | null} the same instant on the audio clock; null while nothing can be heard
   */
  onAudio(sessionS) {
    this.now();
    return this.#heard ? sessionS - this.#offsetS : null;
  }
}
