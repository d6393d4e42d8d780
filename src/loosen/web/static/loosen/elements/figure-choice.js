// <figure-choice>: what is chosen in its form, the figure beside it shows at once. Without script it shows what is kept.
import { lookOf, PRESETS, wordsOf } from "../pure/figure/looks.js";
import { MovingFigure } from "./moving-figure.js";

/** @import { Chosen } from "../pure/figure/types.js" */

/** The answer of somebody who chooses each thing themselves. */
const OWN = "own";

class FigureChoice extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", this.#choose);
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener("change", this.#choose);
  }

  /** @param {Event} event */
  #choose = ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (target.name !== "figure") this.#tick(OWN);
    else if (target.value in PRESETS) this.#write(lookOf(target.value));
    this.#show();
  };

  /** The things of somebody to begin with become what may be changed. @param {Chosen} look */
  #write({ plain, ...chosen }) {
    for (const select of this.#selects)
      select.value = /** @type {Record<string, string>} */ (chosen)[select.name] ?? "";
    if (this.#lines) this.#lines.checked = plain;
  }

  /** @param {string} person */
  #tick(person) {
    const radio = this.querySelector(`[name="figure"][value="${person}"]`);
    if (radio instanceof HTMLInputElement) radio.checked = true;
  }

  #show() {
    const figure = this.querySelector("moving-figure");
    if (!(figure instanceof MovingFigure)) return;
    const words = this.#selects.map(({ name, value }) => `${name}-${value}`).join(" ");
    figure.person = wordsOf(lookOf(this.#lines?.checked ? `plain ${words}` : words));
  }

  get #selects() {
    return [...this.querySelectorAll("select")];
  }

  get #lines() {
    const lines = this.querySelector("[name='lines']");
    return lines instanceof HTMLInputElement ? lines : null;
  }
}

customElements.define("figure-choice", FigureChoice);
