/** The way into a position as a list of stills, for those who want nothing to move; the present one is marked. */

import { stage } from "../pure/figure/figure.js";
import { classesOf } from "../pure/figure/looks.js";
import { filmOf } from "../pure/film.js";
import { drawingOf, haltAt } from "../pure/way.js";
import { arrival } from "../pure/way-words.js";
import { Picture } from "./picture.js";

/** @import { Shot } from "../pure/figure/way-types.js" */
/** @typedef {import("../pure/way.js").Way} Way */

export class WayList extends HTMLElement {
  /** @type {Way | null} */
  #way = null;

  #present = -1;

  /**
   * @param {Way | null} way null puts the list away
   * @param {number} atS
   * @param {string} person a preset, or the words of a look
   */
  show(way, atS, person) {
    if (way !== this.#way) this.#fill(way, person);
    if (!way) return;
    const present = Math.max(0, Math.min(way.halts.length, haltAt(way, atS)));
    if (present === this.#present) return;
    this.#present = present;
    for (const [n, step] of [...(this.firstElementChild?.children ?? [])].entries()) {
      if (n !== present) step.removeAttribute("aria-current");
      else this.#arrive(step);
    }
  }

  /** The present step stands first, so that what comes next is seen below it. @param {Element} step */
  #arrive(step) {
    step.setAttribute("aria-current", "step");
    this.scrollTop += step.getBoundingClientRect().top - this.getBoundingClientRect().top;
  }

  /**
   * @param {Way | null} way
   * @param {string} person
   */
  #fill(way, person) {
    this.#way = way;
    this.#present = -1;
    this.hidden = !way;
    const list = document.createElement("ol");
    if (way) list.append(...steps(way, person));
    this.replaceChildren(list);
  }
}

/**
 * @param {Way} way
 * @param {string} person
 */
function steps(way, person) {
  const film = filmOf(way, person);
  const words = [...way.halts.map(({ say }) => say), arrival(way)];
  return words.map((say, n) => {
    const step = document.createElement("li");
    const line = document.createElement("p");
    line.textContent = say;
    step.append(picture(way, person, film.still(n)), line);
    return step;
  });
}

/**
 * @param {Way} way
 * @param {string} person
 * @param {Shot} shot
 */
function picture(way, person, shot) {
  const made = new Picture(stage(drawingOf(way), person));
  made.svg.setAttribute("class", `fig ${classesOf(person)}`);
  made.film(shot);
  return made.svg;
}

customElements.define("way-list", WayList);
