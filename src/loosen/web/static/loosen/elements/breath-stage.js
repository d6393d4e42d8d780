/** The stage: the disc that rises and sets with the breath, the figure, the breath's word with its counts, the round. */

import { filmOf } from "../pure/film.js";
import { drawingOf, thereS } from "../pure/way.js";

/** @import { Shot } from "../pure/figure/way-types.js" */
/** @typedef {import("../pure/bundle.js").Drawing} Drawing */
/** @typedef {import("../pure/clock.js").Frame} Frame */
/** @typedef {import("../pure/way.js").Left} Left */
/** @typedef {import("../pure/way.js").Way} Way */

/**
 * @typedef {HTMLElement & {
 *   drawing: Drawing,
 *   show: (frame: {from: string, to: string, u: number, breath: number, side: string | null, range: number, ghost?: string}) => void,
 *   setOff: (drawing: Drawing, goesOn: boolean) => void,
 *   film: (shot: Shot, there: boolean) => void,
 *   change: (next: Drawing, at: {side: "right" | "left" | null}) => Promise<void>,
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

/** A way that is met later than this was not gone from its beginning: somebody went back, or loaded the page again. */
const JUST_SET_OFF_S = 0.5;

export class BreathStage extends HTMLElement {
  /** @type {SVGSVGElement | null} */
  #sky = null;

  /** @type {MovingFigure | null} */
  #figure = null;

  /** @type {import("./way-list.js").WayList | null} */
  #list = null;

  /** @type {Map<string, HTMLElement>} */
  #parts = new Map();

  /** The way that is shown, and its film. @type {Way | null} */
  #way = null;

  /** @type {import("../pure/film.js").Film | null} */
  #film = null;

  #radius = 0;

  /** Whether pictures stand still: the person's wish, or the device's. */
  still = false;

  connectedCallback() {
    this.#sky = this.querySelector(".disc");
    this.#figure = this.querySelector("moving-figure");
    this.#list = this.querySelector("way-list");
    for (const part of this.querySelectorAll("[data-part]")) {
      if (part instanceof HTMLElement) this.#parts.set(part.dataset.part ?? "", part);
    }
  }

  /**
   * Set another scene. The first one is simply there; later ones fade over, after a way as well.
   * @param {Drawing} drawing
   * @param {string} name of the movement, for those who do not see it
   * @param {"right" | "left" | null} side it is done on now
   */
  set(drawing, name, side) {
    this.#view(drawing.box);
    if (!this.#figure) return;
    this.#figure.setAttribute("aria-label", name);
    if (this.#figure.drawing || this.#film) this.#figure.change(drawing, { side });
    else this.#figure.drawing = drawing;
  }

  /**
   * What the sky shows of the world, as the figure does.
   * @param {Drawing["box"]} box
   */
  #view([x, y, width, height]) {
    this.#sky?.setAttribute("viewBox", [x, y, width, height].join(" "));
    this.#radius = DISC * Math.min(width, height);
    this.#sky?.firstElementChild?.setAttribute("cx", String(x + width / 2));
    this.#sky?.firstElementChild?.setAttribute("r", String(this.#radius));
  }

  /**
   * A second of the way into a position. With pictures that stand still the way is a list.
   * @param {Left} underway
   * @param {number} breath 0 out, 1 in: counted also on a way where something was too sharp
   */
  film({ way, atS }, breath) {
    const person = this.#figure?.getAttribute("person") ?? "";
    this.#list?.show(this.still ? way : null, atS, person);
    if (!this.still && this.#figure) this.#roll(this.#figure, way, atS, person);
    this.#disc(this.#stepped(breath));
  }

  /**
   * @param {MovingFigure} figure
   * @param {Way} way
   * @param {number} atS
   * @param {string} person
   */
  #roll(figure, way, atS, person) {
    if (this.#way !== way || !this.#film) {
      this.#film = filmOf(way, person);
      figure.setOff(drawingOf(way), way.start !== null && atS < JUST_SET_OFF_S);
      figure.setAttribute("aria-label", way.name);
    }
    this.#way = way;
    const shot = this.#film.at(atS);
    figure.film(shot, atS >= thereS(way));
    this.#view(shot.box);
  }

  /**
   * @param {Frame} frame
   * @param {Drawing} drawing
   * @param {import("../pure/view.js").Move} move
   */
  show(frame, drawing, move) {
    this.#list?.show(null, 0, "");
    this.#way = null;
    const u = this.still ? 1 : move.u;
    const breath = this.#stepped(frame.breath);
    const side = frame.cue?.side ?? null;
    const held = this.still ? Number(frame.cue?.breath === "in") : breath;
    if (this.#figure?.drawing === drawing) this.#figure.show({ ...move, u, breath: held, side });
    this.#disc(breath);
  }

  /** The breath as the disc shows it: in steps where nothing is to glide. @param {number} breath */
  #stepped(breath) {
    return this.still ? Math.round(breath * STEPS) / STEPS : breath;
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
