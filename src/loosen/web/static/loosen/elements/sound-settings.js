/** Sounds, voice, volume and pace within reach: each change holds at once, and the person's settings are told. */

import { Voice } from "../devices/voice.js";

/**
 * @typedef {object} Settings
 * @property {boolean} chime
 * @property {boolean} voice
 * @property {boolean} tone
 * @property {boolean} still pictures stand still
 * @property {number} volume 0 to 100
 * @property {number} countS seconds of one count
 */

export class SoundSettings extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", () => this.#changed());
    this.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
    this.addEventListener("change", () => this.#keep());
    this.#lookForVoice();
    this.#label();
  }

  /** @returns {Settings} */
  get settings() {
    const form = this.querySelector("form");
    const data = form ? new FormData(form) : new FormData();
    return {
      chime: data.has("chime"),
      voice: data.has("voice"),
      tone: data.has("tone"),
      still: data.has("still_pictures"),
      volume: Number(data.get("volume") ?? 70),
      countS: Number(data.get("count_s") ?? 1),
    };
  }

  #changed() {
    this.#label();
    this.dispatchEvent(new CustomEvent("sound", { bubbles: true }));
  }

  /** A device without a voice of its own says so, instead of offering a switch that does nothing. */
  #lookForVoice() {
    const show = () => {
      const there = new Voice(document.documentElement.lang).there;
      for (const line of this.querySelectorAll("[data-voice]")) {
        line.toggleAttribute("hidden", (line.getAttribute("data-voice") === "there") !== there);
      }
    };
    show();
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", show);
  }

  /** The pace in words beside its slider. */
  #label() {
    const { countS } = this.settings;
    for (const output of this.querySelectorAll("output[name=pace]")) output.textContent = countS.toFixed(1);
  }

  async #keep() {
    const form = this.querySelector("form");
    if (!form) return;
    const body = new FormData(form);
    // The settings know the pace by one decimal, a slider leaves a .0 out.
    body.set("count_s", this.settings.countS.toFixed(1));
    try {
      await fetch(form.action, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    } catch {
      // Without a network the change holds for this session.
    }
  }
}

customElements.define("sound-settings", SoundSettings);
