// <preview-page>: a movement being written, as loosen preview serves it. It asks what is new, draws that, and says what
// loosen check says. What cannot be read leaves the last picture where it is.
import { card } from "../pure/contact.js";
import { NAMES } from "../pure/figure/looks.js";
import { asTime, leftSide, momentAt } from "../pure/preview.js";

/** @import { Leaf } from "../pure/contact.js" */
/** @import { Cue } from "../pure/preview.js" */
/** @import { MovingFigure } from "./moving-figure.js" */

/** @typedef {{ slug: string, name: string, getThere: string, leaf: Leaf | null, plays: Record<string, Cue[]> }} Movement */
/** @typedef {{ file: string, line: number, fault: string, remedy: string }} Fault */
/** @typedef {{ token: string, place: string, movements: Movement[], faults: Fault[] }} News */

const FRAME_MS = 1000 / 30;
const TRY_AGAIN_MS = 1000;
/** The level that is done as the source describes it. */
const USUAL = "described";

class PreviewPage extends HTMLElement {
  /** @type {Map<string, Movement>} the last that could be read of each */
  #known = new Map();
  #seen = "";
  #shown = "";
  #atS = 0;
  #lastMs = 0;
  #plays = !matchMedia("(prefers-reduced-motion: reduce)").matches;

  connectedCallback() {
    this.#options("person", NAMES);
    for (const choice of this.querySelectorAll("select")) choice.addEventListener("change", () => this.#show());
    this.#one("[data-play]").addEventListener("click", () => this.#turn(!this.#plays));
    const at = /** @type {HTMLInputElement} */ (this.#one("[data-at]"));
    at.addEventListener("input", () => {
      this.#turn(false);
      this.#atS = Number(at.value);
      this.#draw();
    });
    globalThis.addEventListener("hashchange", () => this.#show());
    this.#turn(this.#plays);
    requestAnimationFrame(this.#tick);
    this.#listen();
  }

  /** @param {string} selector @returns {HTMLElement} */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {string} name */
  #choice(name) {
    return /** @type {HTMLSelectElement} */ (this.#one(`[data-choice="${name}"]`));
  }

  /** Put options into a choice; what was chosen stays chosen. @param {string} name @param {string[]} values @param {string[]} [words] */
  #options(name, values, words = values) {
    const choice = this.#choice(name);
    const was = choice.value;
    choice.replaceChildren(...values.map((value, i) => new Option(words[i], value)));
    if (values.includes(was)) choice.value = was;
  }

  /** Ask what is new, and ask again. */
  async #listen() {
    for (;;) {
      const news = /** @type {News | null} */ (await this.#ask(`/new?after=${encodeURIComponent(this.#seen)}`));
      if (news) await this.#take(news);
    }
  }

  /** What the preview answers; null when there is nothing new, and when nobody answers. @param {string} address */
  async #ask(address) {
    try {
      return await (await fetch(address)).json();
    } catch {
      this.#tell("The preview was stopped in the terminal. The last picture stays.", []);
      await new Promise((wait) => setTimeout(wait, TRY_AGAIN_MS));
      this.#seen = "";
      return null;
    }
  }

  /** @param {News} news */
  async #take({ token, place, movements, faults }) {
    this.#seen = token;
    for (const movement of movements) this.#known.set(movement.slug, movement);
    this.#one("[data-place]").textContent = place;
    const drawn = this.#drew();
    if (faults.length) return this.#tell("The file cannot be read yet. The last picture stays.", faults);
    const told = /** @type {Fault[] | null} */ (await this.#ask("/faults"));
    if (!told) return;
    const left = told.length ? `${told.length} left to answer or to mend.` : "In order: nothing is left to say.";
    this.#tell(drawn ? left : "It cannot be drawn yet: look at its postures.", told);
  }

  /** Show the movement; whether it could be drawn. */
  #drew() {
    try {
      this.#show();
      return true;
    } catch (error) {
      reportError(error);
      return false;
    }
  }

  /** @param {string} words @param {Fault[]} faults */
  #tell(words, faults) {
    const list = document.createElement("ul");
    for (const { file, line, fault, remedy } of faults) {
      const item = document.createElement("li");
      item.textContent = `${file}, line ${line}: ${fault}; ${remedy}`;
      list.append(item);
    }
    this.#one("[data-told]").replaceChildren(words, ...(faults.length ? [list] : []));
  }

  /** @returns {Movement | undefined} the movement of the address, else the first */
  get #movement() {
    return this.#known.get(location.hash.slice(1)) ?? this.#known.values().next().value;
  }

  /** Show the movement anew, with the choices as they are. */
  #show() {
    const movement = this.#movement;
    if (!movement) return;
    document.documentElement.style.colorScheme = this.#choice("light").value;
    this.#one("[data-name]").textContent = movement.name;
    this.#links(movement);
    const leaf = movement.leaf;
    this.#options(
      "level",
      Object.keys(movement.plays),
      leaf?.levels.map(({ name }) => name),
    );
    if (this.#shown !== movement.slug) this.#begin(movement);
    this.#cues();
    if (!leaf) return this.#undrawn(movement);
    const person = this.#choice("person").value;
    this.#figure.person = person;
    this.#figure.drawing = leaf.drawing;
    this.#one("[data-levels]").innerHTML = card(leaf, person);
    this.#draw();
  }

  /** A movement that has no drawing yet has its words alone. @param {Movement} movement */
  #undrawn({ getThere }) {
    this.#figure.drawing = null;
    this.#one("[data-levels]").replaceChildren();
    for (const part of ["breath", "layer", "clock"]) this.#one(`[data-${part}]`).textContent = "";
    this.#one("[data-caption]").textContent = getThere;
  }

  /** Another movement is shown: from its first moment, the usual way. @param {Movement} movement */
  #begin({ slug, plays }) {
    this.#shown = slug;
    this.#atS = 0;
    if (USUAL in plays) this.#choice("level").value = USUAL;
  }

  /** @param {Movement} movement the one that is shown */
  #links(movement) {
    const links = [...this.#known.values()].map(({ slug, name }) => {
      const link = document.createElement("a");
      link.href = `#${slug}`;
      link.textContent = name;
      if (slug === movement.slug) link.setAttribute("aria-current", "page");
      return link;
    });
    this.#one("[data-movements]").replaceChildren(...(links.length > 1 ? links : []));
  }

  get #figure() {
    return /** @type {MovingFigure} */ (this.#one("moving-figure"));
  }

  /** The cues of the level that is chosen, at the pace that is chosen. @returns {Cue[]} */
  get #played() {
    const pace = Number(this.#choice("pace").value);
    const cues = this.#movement?.plays[this.#choice("level").value] ?? [];
    return cues.map((cue) => ({ ...cue, at: cue.at * pace, s: cue.s * pace }));
  }

  #cues() {
    const rows = this.#played.map((cue) => {
      const row = document.createElement("tr");
      const side = cue.side ? `, ${cue.side}` : "";
      const words = [cue.part, cue.say, cue.layer && `(${cue.layer})`].filter(Boolean).join(" ");
      for (const text of [asTime(cue.at), `${cue.s.toFixed(1)} s`, cue.breath, `${cue.posture}${side}`, words]) {
        const cell = document.createElement("td");
        cell.textContent = text;
        row.append(cell);
      }
      return row;
    });
    this.#one("[data-cues]").replaceChildren(...rows);
  }

  /** @param {boolean} plays */
  #turn(plays) {
    this.#plays = plays;
    this.#one("[data-play]").textContent = plays ? "Pause" : "Play";
  }

  /** @param {number} nowMs */
  #tick = (nowMs) => {
    requestAnimationFrame(this.#tick);
    const passedMs = nowMs - this.#lastMs;
    if (passedMs < FRAME_MS - 4) return;
    this.#lastMs = nowMs;
    if (!this.#plays || !this.#movement) return;
    this.#atS += Math.min(passedMs, 200) / 1000;
    this.#draw();
  };

  /** Draw the moment, and say what is said at it. */
  #draw() {
    const movement = this.#movement;
    const level = movement?.leaf?.levels.find(({ id }) => id === this.#choice("level").value);
    const moment = level && momentAt(this.#played, this.#atS, level.postures[0] ?? "");
    if (!level || !moment) return;
    this.#atS = moment.atS;
    const { cue, index, from, u, wholeS } = moment;
    const side = leftSide(this.#choice("side").value || cue.side);
    this.#figure.show({ from, to: cue.posture, u, side, range: level.range });
    this.#one("[data-caption]").textContent = cue.say || movement?.getThere || "";
    this.#one("[data-breath]").textContent = `${cue.breath}, ${cue.round}`;
    this.#one("[data-layer]").textContent = cue.layer;
    this.#one("[data-clock]").textContent = `${asTime(moment.atS)} of ${asTime(wholeS)}`;
    const at = /** @type {HTMLInputElement} */ (this.#one("[data-at]"));
    at.max = String(wholeS);
    at.value = String(moment.atS);
    const rows = this.#one("[data-cues]").children;
    for (const [i, row] of [...rows].entries()) row.toggleAttribute("aria-current", i === index);
  }
}

customElements.define("preview-page", PreviewPage);
