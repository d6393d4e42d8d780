// <reset-run>: a reset as a quiet run, the figure beside one sentence at a time. Without script its list stays.
import { resetAt } from "../pure/reset.js";
import { MovingFigure } from "./moving-figure.js";

/** @import { Now } from "../pure/reset.js" */

const FRAME_MS = 1000 / 30;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

class ResetRun extends HTMLElement {
  /** @type {{ say: string, seconds: number, postures: string[] }[]} */
  #steps = [];
  #timer = 0;
  #beganMs = 0;
  #lastMs = 0;

  connectedCallback() {
    this.#steps = [...this.querySelectorAll("li")].map((line) => ({
      say: line.textContent?.trim() ?? "",
      seconds: Number(line.dataset.seconds),
      postures: (line.dataset.postures ?? "").split(" "),
    }));
    const act = this.#button.parentElement;
    if (act) act.hidden = false;
    this.#button.addEventListener("click", this.#tap);
  }

  disconnectedCallback() {
    cancelAnimationFrame(this.#timer);
  }

  get #button() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("button"));
  }

  #tap = () => {
    if (this.#timer) this.#rest("");
    else this.#begin();
  };

  #begin() {
    this.#beganMs = performance.now();
    this.#button.textContent = this.#button.dataset.stop ?? "";
    this.#list(false);
    this.scrollIntoView({ block: "start" });
    this.#timer = requestAnimationFrame(this.#play);
  }

  /** Come to rest, with a last sentence; without one the list is there again. @param {string} words */
  #rest(words) {
    cancelAnimationFrame(this.#timer);
    this.#timer = 0;
    this.#button.textContent = this.#button.dataset.again ?? "";
    this.#list(!words);
    this.#say(words);
  }

  /** @param {number} nowMs */
  #play = (nowMs) => {
    const now = resetAt(this.#steps, Math.max(0, nowMs - this.#beganMs) / 1000);
    if (!now) return this.#rest(this.#sentence.dataset.after ?? "");
    this.#timer = requestAnimationFrame(this.#play);
    if (nowMs - this.#lastMs < FRAME_MS - 4) return;
    this.#lastMs = nowMs;
    this.#say(this.#steps[now.step]?.say ?? "");
    this.#draw(now);
  };

  /** @param {Now} now */
  #draw({ from, to, u }) {
    const figure = this.querySelector("moving-figure");
    if (!(figure instanceof MovingFigure)) return;
    if (calm.matches || figure.hasAttribute("stills")) figure.still(to);
    else figure.show({ from, to, u });
  }

  get #sentence() {
    return /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
  }

  /** @param {string} words */
  #say(words) {
    if (this.#sentence.textContent !== words) this.#sentence.textContent = words;
  }

  /** @param {boolean} shown the list, or the one sentence */
  #list(shown) {
    this.#sentence.hidden = shown;
    const list = this.querySelector("ol");
    if (list) list.hidden = !shown;
  }
}

customElements.define("reset-run", ResetRun);
