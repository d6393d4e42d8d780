// One drawing as an <svg> whose paths are kept and only updated. Used by <moving-figure>.
import { frame, ghost, poseAt, setting } from "../pure/figure/figure.js";
import { LOOKS } from "../pure/figure/looks.js";
import { UNIT } from "../pure/figure/path.js";

/** @import { Frame, Moment, Pose, Stage } from "../pure/figure/types.js" */

/** @typedef {{ id: string, look?: string, opacity?: number } & Record<string, string | number>} Shape */

const SVG = "http://www.w3.org/2000/svg";
let made = 0;

/** @param {string} name @param {Record<string, string | number>} attributes @param {Node[]} children */
function element(name, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

/** The children of one <g>, one node an id: attributes are set when they change, order when it changes. */
class Layer {
  /** @type {Map<string, { node: SVGElement, was: Record<string, string | number> }>} */
  #kept = new Map();
  #order = "";

  /** @param {string} name of its nodes @param {SVGElement} [group] */
  constructor(name, group = element("g")) {
    this.name = name;
    this.group = group;
  }

  /** @param {Shape[]} shapes back to front */
  draw(shapes) {
    for (const shape of shapes) this.#set(shape);
    const order = shapes.map(({ id }) => id).join();
    if (order === this.#order) return;
    this.#order = order;
    this.group.replaceChildren(
      ...shapes.map(({ id }) => /** @type {{ node: SVGElement }} */ (this.#kept.get(id)).node),
    );
  }

  /** @param {Shape} shape */
  #set({ id, look, ...attributes }) {
    const kept = this.#kept.get(id) ?? { node: element(this.name, look ? LOOKS[look] : {}), was: {} };
    this.#kept.set(id, kept);
    for (const key in attributes) {
      const value = /** @type {string | number} */ (attributes[key]);
      if (kept.was[key] === value) continue;
      kept.was[key] = value;
      kept.node.setAttribute(key, String(value));
    }
  }
}

/** @param {string} id @returns {{ defs: SVGElement, body: SVGElement, sleeves: SVGElement }} the light, and where it may fall */
function lamp(id) {
  const stop = (/** @type {number} */ offset, /** @type {number} */ opacity) =>
    element("stop", { offset, "stop-color": "var(--fig-glow)", "stop-opacity": opacity });
  const gradient = element("radialGradient", { id: `${id}-light` }, stop(0, 0.85), stop(0.5, 0.42), stop(1, 0));
  const body = element("path");
  const sleeves = element("path");
  const clips = [
    element("clipPath", { id: `${id}-body` }, body),
    element("clipPath", { id: `${id}-sleeves` }, sleeves),
  ];
  return { defs: element("defs", {}, gradient, ...clips), body, sleeves };
}

/** A picture of one stage: mount `svg`, then `draw` moments. */
export class Picture {
  /** @param {Stage} stage */
  constructor(stage) {
    const id = `figure-${++made}`;
    this.stage = stage;
    this.lamp = lamp(id);
    this.setting = new Layer("path");
    this.shadows = new Layer("ellipse", element("g", { fill: "var(--fig-shade)" }));
    this.parts = new Layer("path");
    this.arms = [0, 1].map(() => new Layer("path"));
    const light = (/** @type {string} */ where) =>
      new Layer("circle", element("g", { "clip-path": `url(#${id}-${where})`, fill: `url(#${id}-light)` }));
    this.lights = [light("body"), light("sleeves")];
    this.ghost = element("path", LOOKS.ghost);
    this.back = element("path", LOOKS.backline);
    this.range = Number.NaN;
    /** @type {Pose | null} the pose drawn last */
    this.pose = null;
    this.svg = this.#mount();
    this.setting.draw(/** @type {Shape[]} */ (setting(stage)));
    this.#lay(stage.drawing.range);
  }

  #mount() {
    const [under, over] = this.lights.map(({ group }) => group);
    const arms = this.arms.map(({ group }) => group);
    const person = [
      this.parts.group,
      /** @type {SVGElement} */ (under),
      this.back,
      ...arms,
      /** @type {SVGElement} */ (over),
    ];
    const all = [this.lamp.defs, this.setting.group, this.ghost, this.shadows.group, ...person];
    const world = {
      transform: `scale(${1 / UNIT} ${-1 / UNIT})`,
      "stroke-linejoin": "round",
      "stroke-linecap": "round",
    };
    return element(
      "svg",
      { viewBox: this.stage.box.join(" "), preserveAspectRatio: "xMidYMax meet", "aria-hidden": "true" },
      element("g", world, ...all),
    );
  }

  /** Lay out the dashed end position for a range. @param {number} range */
  #lay(range) {
    if (range === this.range) return;
    this.range = range;
    this.ghost.setAttribute("d", ghost(this.stage, range));
  }

  /** Draw one moment. @param {Moment} moment */
  draw(moment) {
    this.#lay(moment.range ?? this.stage.drawing.range);
    this.pose = poseAt(this.stage, moment);
    const now = frame(this.stage, this.pose);
    this.shadows.draw(now.shadows.map((oval, i) => ({ id: String(i), ...oval })));
    this.parts.draw(/** @type {Shape[]} */ (now.parts));
    this.arms.forEach((layer, i) => {
      const arm = now.arms[i];
      layer.draw(/** @type {Shape[]} */ (arm?.parts.map((part) => ({ ...part, id: part.id })) ?? []));
      layer.group.setAttribute("opacity", String(arm?.opacity ?? 0));
    });
    this.back.setAttribute("d", now.backline);
    if (now.glow) this.#shine(now.glow);
  }

  /** @param {NonNullable<Frame["glow"]>} glow */
  #shine({ body, sleeves, circles }) {
    this.lamp.body.setAttribute("d", body);
    this.lamp.sleeves.setAttribute("d", sleeves);
    const spots = circles.map((circle, i) => ({ id: String(i), ...circle }));
    for (const layer of this.lights) layer.draw(spots);
  }
}
