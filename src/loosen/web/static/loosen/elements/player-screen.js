/** The player's one screen: it shows a view, and tells which control was tapped. It knows nothing of the session. */

import { isSomethingElse } from "../pure/view.js";

/** @typedef {import("../pure/view.js").View} View */
/** @typedef {import("../pure/view.js").Mode} Mode */
/** @typedef {import("./breath-stage.js").BreathStage} BreathStage */

/** Milliseconds after a change of panel in which a tap still belongs to the one before, save these two. */
const BOUNCE_MS = 350;

const ALWAYS_HEARD = new Set(["sharp", "leave"]);

/** A caption of more letters is set smaller, so that the figure keeps its place. */
const LONG_CAPTION = 50;

export class PlayerScreen extends HTMLElement {
  /** @type {Map<string, HTMLElement>} */
  #parts = new Map();

  #shown = "";

  #shownAt = Number.NEGATIVE_INFINITY;

  /** @type {import("../pure/bundle.js").Place | null} */
  #place = null;

  connectedCallback() {
    for (const part of this.querySelectorAll("[data-part]")) {
      if (part instanceof HTMLElement) this.#parts.set(part.dataset.part ?? "", part);
    }
    this.addEventListener("click", (event) => this.#clicked(event));
  }

  /** @returns {BreathStage | null} */
  get stage() {
    return this.querySelector("breath-stage");
  }

  /** @param {Event} event */
  #clicked(event) {
    const control = event.target instanceof Element ? event.target.closest("[data-tap]") : null;
    if (!(control instanceof HTMLElement)) return;
    const tap = control.dataset.tap ?? "";
    if (!ALWAYS_HEARD.has(tap) && event.timeStamp - this.#shownAt < BOUNCE_MS) return;
    this.dispatchEvent(new CustomEvent("tap", { detail: tap }));
  }

  /**
   * @param {View} view
   * @param {Mode} mode
   */
  show(view, mode) {
    this.#turn(view, mode);
    this.#say("name", view.name);
    this.#say("progress", view.progress);
    this.#say("left", view.left);
    this.#say("caption", view.caption);
    this.#parts.get("caption")?.classList.toggle("long", view.caption.length > LONG_CAPTION);
    const { word, round, of, side } = view;
    this.stage?.say({ word, round, of, side });
    this.stage?.count(view.pips, view.counts);
  }

  /**
   * Another panel, place or mode: everything that does not change with every frame.
   * @param {View} view
   * @param {Mode} mode
   */
  #turn(view, mode) {
    const shown = [view.panel, mode, view.changing].join(" ");
    if (shown === this.#shown && view.place === this.#place) return;
    const turned = this.dataset.panel !== undefined && this.dataset.panel !== view.panel;
    this.#shown = shown;
    this.#place = view.place;
    this.dataset.panel = view.panel;
    this.dataset.mode = mode;
    for (const panel of this.querySelectorAll("[data-panel]")) this.#reveal(panel, view.panel);
    this.#offer(view, mode);
    if (view.panel === "question") this.#ask(view);
    for (const link of this.querySelectorAll("a[data-href]")) link.setAttribute("href", view.place.href ?? "#");
    this.#sentence("why", view.changing && mode !== "ready" ? (view.place.why ?? []) : []);
    if (turned) this.#arrive(view.panel);
  }

  /**
   * @param {Element} panel
   * @param {string} wanted
   */
  #reveal(panel, wanted) {
    panel.toggleAttribute("hidden", !(panel.getAttribute("data-panel") ?? "").split(" ").includes(wanted));
  }

  /**
   * Show the taps that lead somewhere from here.
   * @param {View} view
   * @param {Mode} mode
   */
  #offer({ place, changing, low, unled }, mode) {
    for (const control of this.querySelectorAll("[data-needs]")) {
      const there = (control.getAttribute("data-needs") ?? "") in place.links;
      if (!there && control.hasAttribute("data-may-go")) control.setAttribute("hidden", "");
      control.toggleAttribute("disabled", !there);
    }
    const strayed = isSomethingElse(place);
    const paused = mode === "paused";
    for (const words of this.querySelectorAll("[data-when]")) {
      const now = { paused, going: !paused, changing, moving: !changing, strayed, settled: !strayed, low, unled };
      words.toggleAttribute("hidden", !now[/** @type {keyof typeof now} */ (words.getAttribute("data-when"))]);
    }
  }

  /** @param {View} view */
  #ask({ place }) {
    this.#say("asks", place.asks ?? "");
    const made = (place.answers ?? []).map(({ link, label, leads }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "answer";
      button.dataset.tap = link;
      button.append(worded("b", label), worded("span", leads));
      return button;
    });
    this.#parts.get("answers")?.replaceChildren(...made);
  }

  /**
   * Where the reading and the keyboard go on when the panel changed under them.
   * @param {string} panel
   */
  #arrive(panel) {
    this.#shownAt = performance.now();
    const target = this.querySelector(`[data-panel~="${panel}"] [data-arrive], [data-panel~="${panel}"][data-arrive]`);
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    const top = this.querySelector(".player-bar");
    if (scrollY > 0) top?.scrollIntoView({ block: "start" });
  }

  /**
   * @param {string} part
   * @param {readonly string[]} sentences
   */
  #sentence(part, sentences) {
    const element = this.#parts.get(part);
    if (!element) return;
    element.hidden = sentences.length === 0;
    const words = element.querySelector("[data-words]");
    if (words) words.textContent = sentences.join(" ");
  }

  /**
   * What is told to those who listen to the page instead of looking at it.
   * @param {string} say
   */
  tell(say) {
    this.#say("told", say);
  }

  /** @param {boolean} may */
  mayTakeBack(may) {
    for (const control of this.querySelectorAll("[data-tap='undo']")) {
      const held = control === document.activeElement;
      control.toggleAttribute("hidden", !may && !held);
    }
  }

  /**
   * @param {string} part
   * @param {string} text
   */
  #say(part, text) {
    const element = this.#parts.get(part);
    if (element && element.textContent !== text) element.textContent = text;
  }
}

/**
 * @param {string} tag
 * @param {string} text
 */
function worded(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

customElements.define("player-screen", PlayerScreen);
