/** The stage: the disc that rises and sets with the breath, the figure, the breath's word with its counts, the round. */

/** @typedef {import("../pure/bundle.js").Drawing} Drawing */
/** @typedef {import("../pure/clock.js").Frame} Frame */

/**
 * @typedef {HTMLElement & {
 *   drawing: Drawing,
 *   show: (frame: {from: string, to: string, u: number, breath: number, side: string | null, range: number}) => void,
 *   change: (next: Drawing, at: {posture: string}) => Promise<void>,
 * }} MovingFigure
 */

/**
 * What the stage says beside the figure.
 * @typedef {object} Words
 * @property {string} word
 * @property {string} round
 * @property {string} of
 * @property {string} side
 */

/** Radius of the disc as a share of the picture's smaller side. */
const DISC = 0.56;

/** Where the disc's middle stands against the horizon, in radii: under it when the breath is out, over it when it is in. */
const SET = 0.72;
const RISE = 1.12;

/** Steps in which the disc moves when nothing on the screen is to glide. */
const STEPS = 4;

export class BreathStage extends HTMLElement {
  /** @type {SVGSVGElement | null} */
  #sky = null;

  /** @type {MovingFigure | null} */
  #figure = null;

  /** @type {Map<string, HTMLElement>} */
  #parts = new Map();

  #radius = 0;

  /** Whether pictures stand still: the person's wish, or the device's. */
  still = false;

  connectedCallback() {
    this.#sky = this.querySelector(".disc");
    this.#figure = this.querySelector("moving-figure");
    for (const part of this.querySelectorAll("[data-part]")) {
      if (part instanceof HTMLElement) this.#parts.set(part.dataset.part ?? "", part);
    }
  }

  /**
   * Set another scene. The first one is simply there; later ones fade over.
   * @param {Drawing} drawing
   * @param {string} name of the movement, for those who do not see it
   */
  set(drawing, name) {
    const [x, , width, height] = drawing.box;
    this.#sky?.setAttribute("viewBox", drawing.box.join(" "));
    this.#radius = DISC * Math.min(width, height);
    this.#sky?.firstElementChild?.setAttribute("cx", String(x + width / 2));
    this.#sky?.firstElementChild?.setAttribute("r", String(this.#radius));
    if (!this.#figure) return;
    this.#figure.setAttribute("aria-label", name);
    if (this.#figure.drawing) this.#figure.change(drawing, { posture: drawing.first });
    else this.#figure.drawing = drawing;
  }

  /**
   * @param {Frame} frame
   * @param {Drawing} drawing
   * @param {{from: string, to: string, u: number, range: number}} move
   */
  show(frame, drawing, move) {
    const u = this.still ? 1 : move.u;
    const breath = this.still ? Math.round(frame.breath * STEPS) / STEPS : frame.breath;
    const side = frame.cue?.side ?? null;
    const held = this.still ? Number(frame.cue?.breath === "in") : breath;
    if (this.#figure?.drawing === drawing) this.#figure.show({ ...move, u, breath: held, side });
    this.#disc(breath);
  }

  /** @param {number} breath 0 out, 1 in */
  #disc(breath) {
    const middle = this.#radius * (SET - RISE * breath);
    this.#sky?.firstElementChild?.setAttribute("cy", middle.toFixed(2));
  }

  /** @param {Words} words */
  say(words) {
    for (const [part, text] of Object.entries(words)) {
      const element = this.#parts.get(part);
      if (element && element.textContent !== text) element.textContent = text;
    }
  }

  /**
   * @param {number} full counts begun
   * @param {number} all counts of this phase; 0 when nothing is counted
   */
  count(full, all) {
    const row = this.#parts.get("pips");
    if (!row) return;
    const wanted = Math.ceil(all);
    if (row.childElementCount !== wanted) {
      row.replaceChildren(...Array.from({ length: wanted }, () => document.createElement("i")));
    }
    for (const [n, pip] of [...row.children].entries()) pip.classList.toggle("full", n < full);
  }
}

customElements.define("breath-stage", BreathStage);
