/** The screen stays awake while the session plays; where the browser cannot, nothing is lost but convenience. */

export class WakeLock {
  /** @type {WakeLockSentinel | null} */
  #held = null;

  #wanted = false;

  constructor() {
    // The browser lets go whenever the page is hidden.
    document.addEventListener("visibilitychange", () => {
      if (this.#wanted && document.visibilityState === "visible") this.hold();
    });
  }

  async hold() {
    this.#wanted = true;
    try {
      this.#held = (await navigator.wakeLock?.request("screen")) ?? null;
    } catch {
      this.#held = null;
    }
    if (!this.#wanted) await this.release();
  }

  async release() {
    this.#wanted = false;
    await this.#held?.release();
    this.#held = null;
  }
}
