// <moving-figure person="sam" [loop] [stills]>still</moving-figure>: upgrades the still inside it to a moving figure.
// Its drawing (render/drawing.py) is a property or a child <script type="application/json">; without script the still
// stays.
import { stage } from "../pure/figure/figure.js";
import { classesOf } from "../pure/figure/looks.js";
import { Picture } from "./picture.js";

/** @import { Drawing, Moment, Pose, Side } from "../pure/figure/types.js" */
/** @import { Shot } from "../pure/figure/way-types.js" */

/**
 * @typedef {Omit<Moment, "from"> & { from: string, postures?: Record<string, string> | undefined }} Shown
 *   from: a posture, or "now": the pose that was drawn last before "now" was first asked for.
 *   postures: a level's replacements, by name
 */

const FRAME_MS = 1000 / 30;
const STILL_MS = 4000;
const FADE_MS = 600;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class MovingFigure extends HTMLElement {
  static observedAttributes = ["person", "loop", "stills"];
  /** @type {Drawing | null} */
  #drawing = null;
  /** @type {Picture | null} */
  #picture = null;
  /** @type {Moment | null} */
  #shown = null;
  /** @type {Pose | null} */
  #held = null;
  /**
   * Whether the picture is of a way, and then whether the body is where the next one has it, so that nothing but the
   * surroundings changes.
   * @type {"" | "going" | "there"}
   */
  #way = "";
  /** @type {IntersectionObserver | null} */
  #watch = null;
  #onScreen = false;
  #timer = 0;
  #startMs = 0;
  #lastMs = 0;

  connectedCallback() {
    const data = this.querySelector("script[type='application/json']")?.textContent;
    if (data && !this.#drawing) this.drawing = JSON.parse(data);
    this.#watch = new IntersectionObserver(([entry]) => this.#see(entry?.isIntersecting ?? false));
    this.#watch.observe(this);
    calm.addEventListener("change", this.#restart);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    this.#stop();
    calm.removeEventListener("change", this.#restart);
  }

  attributeChangedCallback() {
    if (!this.#drawing) return;
    if (this.#picture) this.#renew(this.#picture.stage.side, false);
    this.#restart();
  }

  get drawing() {
    return this.#drawing;
  }

  /** The drawing of render/drawing.py; setting it shows its first posture, and null shows nothing. */
  set drawing(drawing) {
    this.#drawing = drawing;
    this.#shown = null;
    if (drawing) this.#renew(null, false);
    else this.#empty();
    this.#restart();
  }

  get person() {
    return this.getAttribute("person") ?? "sam";
  }

  set person(name) {
    this.setAttribute("person", name);
  }

  /** Draw one frame. `u` is not eased yet; a left `side` mirrors the movement. @param {Shown} shown */
  show({ from, to, postures, side, ...rest }) {
    this.#held = from === "now" ? (this.#held ?? this.#picture?.pose ?? null) : null;
    const start = this.#held ?? postures?.[from] ?? from;
    this.#shown = { ...rest, from: start, to: postures?.[to] ?? to };
    const mirrored = side === "left" ? "left" : null;
    if (this.#picture?.stage.side === mirrored) this.#picture.draw(this.#shown);
    else this.#renew(mirrored, true);
  }

  /** Show a posture at rest. @param {string} posture @param {Side} [side] */
  still(posture, side = null) {
    this.show({ from: posture, to: posture, u: 1, side });
  }

  /**
   * A way from one movement to the next begins: the drawing of before is put away.
   * @param {Drawing} drawing the one that comes @param {boolean} goesOn the body is where the picture of before has it
   */
  setOff(drawing, goesOn) {
    const before = [...this.querySelectorAll(":scope > svg")];
    this.#drawing = null;
    this.#way = "going";
    this.#mount(new Picture(stage(drawing, this.person)));
    if (goesOn) cover(before, this.#picture?.svg);
    else replace(before, this.#picture?.svg);
  }

  /** One moment of a way. @param {Shot} shot @param {boolean} there the body has come to where the next drawing begins */
  film(shot, there) {
    this.#way = there ? "there" : "going";
    this.#picture?.film(shot);
  }

  /** @param {Picture} picture */
  #mount(picture) {
    picture.svg.setAttribute("class", `fig ${classesOf(this.person)}`);
    this.#picture = picture;
    this.append(picture.svg);
    this.setAttribute("data-drawn", "");
  }

  /**
   * Fade over to another drawing, shown at a posture.
   * @param {Drawing} drawing @param {{ posture?: string, side?: Side }} [at]
   */
  change(drawing, { posture = drawing.first, side = null } = {}) {
    this.#drawing = drawing;
    this.#shown = { from: posture, to: posture, u: 1 };
    this.#renew(side === "left" ? "left" : null, true);
    return new Promise((done) => setTimeout(done, calm.matches ? 0 : FADE_MS));
  }

  /** Put a new picture in the place of the one before. @param {Side} side @param {boolean} fading */
  #renew(side, fading) {
    if (!this.#drawing) return;
    const before = [...this.querySelectorAll(":scope > svg")];
    const same = !this.#way && this.#picture?.stage.drawing === this.#drawing;
    const sameView = same && this.#drawing.mirror === "body";
    const picture = new Picture(stage(this.#drawing, this.person, side));
    picture.draw(this.#shown ?? { from: this.#drawing.first, to: this.#drawing.first, u: 1 });
    this.#mount(picture);
    const goesOn = this.#way === "there";
    this.#way = "";
    if (goesOn) return cover(before, picture.svg);
    if (fading && sameView) appear(picture.ghost, 0.9);
    else if (fading) replace(before, picture.svg);
    if (!fading || sameView || calm.matches) before.forEach(leave);
  }

  #empty() {
    this.querySelectorAll(":scope > svg").forEach(leave);
    this.#picture = null;
  }

  /** @param {boolean} onScreen */
  #see(onScreen) {
    this.#onScreen = onScreen;
    this.#restart();
  }

  #stop() {
    cancelAnimationFrame(this.#timer);
    clearTimeout(this.#timer);
  }

  #restart = () => {
    this.#stop();
    if (!this.hasAttribute("loop") || !this.#onScreen || !this.#drawing?.loop.length) return;
    this.#startMs = 0;
    if (calm.matches || this.hasAttribute("stills")) this.#turn(0);
    else this.#timer = requestAnimationFrame(this.#play);
  };

  /** The stills one after the other. @param {number} i @returns {void} */
  #turn(i) {
    const phrase = this.#drawing?.loop[i];
    if (!phrase) return this.#turn(0);
    this.still(phrase.posture);
    this.#timer = window.setTimeout(() => this.#turn(i + 1), STILL_MS);
  }

  /** @param {number} nowMs */
  #play = (nowMs) => {
    this.#timer = requestAnimationFrame(this.#play);
    if (nowMs - this.#lastMs < FRAME_MS - 4 || !this.#drawing) return;
    this.#lastMs = nowMs;
    this.#startMs ||= nowMs;
    this.show(momentOf(this.#drawing.loop, (nowMs - this.#startMs) / 1000));
  };
}

/** @param {Element} old */
const leave = (old) => old.remove();

/** @param {Element} what @param {number} opacity in the end */
function appear(what, opacity = 1) {
  if (!calm.matches) what.animate({ opacity: [0, opacity] }, { duration: FADE_MS, easing: "ease-in-out" });
}

/** Lay a picture of the same body over the one before: what is new in it appears. @param {Element[]} before @param {Element | undefined} after */
function cover(before, after) {
  if (after) appear(after);
  for (const old of before) setTimeout(leave, calm.matches ? 0 : FADE_MS, old);
}

/** Fade over from pictures to another one. @param {Element[]} before @param {Element | undefined} after */
function replace(before, after) {
  if (calm.matches || !before.length || !after) return;
  appear(after);
  for (const old of before) {
    old.animate({ opacity: [1, 0] }, { duration: FADE_MS, easing: "ease-in-out", fill: "forwards" });
    setTimeout(leave, FADE_MS, old);
  }
}

/** Where a loop is after so many seconds. @param {Drawing["loop"]} loop @param {number} s @returns {Shown} */
function momentOf(loop, s) {
  let left = s % loop.reduce((sum, phrase) => sum + phrase.s, 0);
  let from = loop.at(-1)?.posture ?? "";
  for (const phrase of loop) {
    if (left <= phrase.s) return { from, to: phrase.posture, u: left / phrase.s };
    left -= phrase.s;
    from = phrase.posture;
  }
  return { from, to: from, u: 1 };
}

customElements.define("moving-figure", MovingFigure);
