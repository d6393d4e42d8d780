// One drawing as an <svg> whose paths are kept and only updated. Used by <moving-figure>.
import { camera } from "../pure/figure/camera.js";
import { frame, ghost, poseAt, setting } from "../pure/figure/figure.js";
import { LOOKS } from "../pure/figure/materials.js";
import { UNIT } from "../pure/figure/path.js";
import { surroundings } from "../pure/figure/props.js";

/** @import { Frame, Light, Moment, Part, Pose, Stage } from "../pure/figure/types.js" */
/** @import { Shot, Thing } from "../pure/figure/way-types.js" */

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

/** A light that is seen only inside a clip path. */
class Lamp {
  /** @param {string} id */
  constructor(id) {
    this.clip = element("path");
    this.circles = new Layer("circle");
    const look = { "clip-path": `url(#${id}-clip)`, fill: `url(#${id}-light)` };
    const stop = (/** @type {number} */ offset, /** @type {number} */ opacity) =>
      element("stop", { offset, "stop-color": "var(--fig-glow)", "stop-opacity": opacity });
    const gradient = element("radialGradient", { id: `${id}-light` }, stop(0, 0.85), stop(0.5, 0.42), stop(1, 0));
    const defs = element("defs", {}, gradient, element("clipPath", { id: `${id}-clip` }, this.clip));
    this.group = element("g", look, defs, this.circles.group);
  }

  /** @param {Light | undefined} light */
  shine(light) {
    this.clip.setAttribute("d", light?.clip ?? "");
    this.circles.draw(light?.circles.map((circle, i) => ({ id: String(i), ...circle })) ?? []);
  }
}

/** On a way nothing glows, and the eyes are open. */
const UNLIT = /** @type {const} */ ({ glow: null, backline: false, eyes: "open" });

/** @param {Part} part @param {readonly number[]} by cm, y up @param {number} opacity @returns {Shape} */
function moved({ id, look, d }, [x = 0, y = 0], opacity) {
  const own = Number(LOOKS[look]?.opacity ?? 1);
  return { id, look, d, opacity: own * opacity, transform: `translate(${x * UNIT} ${y * UNIT})` };
}

/** A thing where its own world lies in the common one. @param {Thing} thing @param {Shot} shot @param {number} i */
function standing({ prop, placement, opacity }, { cam, box, turn, tilt }, i) {
  const parts = surroundings(camera(turn + placement.turn, tilt), box, [prop]);
  const things = parts.filter(({ id }) => id !== "floor" && id !== "horizon");
  return things.map((part) => moved({ ...part, id: `${i}-${part.id}` }, cam.pt(placement.by), opacity));
}

/** A picture of one stage: mount `svg`, then `draw` moments. */
export class Picture {
  /** @param {Stage} stage */
  constructor(stage) {
    const id = `figure-${++made}`;
    this.stage = stage;
    this.setting = new Layer("path");
    this.shadows = new Layer("ellipse", element("g", { fill: "var(--fig-shade)" }));
    this.parts = new Layer("path");
    this.lamp = new Lamp(`${id}-body`);
    this.head = new Layer("path");
    this.arms = [0, 1].map((i) => ({
      layer: new Layer("path"),
      lamp: new Lamp(`${id}-arm-${i}`),
      over: new Layer("path"),
      group: element("g"),
    }));
    this.ghost = element("path", LOOKS.ghost);
    this.back = element("path", LOOKS.backline);
    this.laid = "";
    /** @type {Pose | null} the pose drawn last */
    this.pose = null;
    this.svg = this.#mount();
    this.setting.draw(/** @type {Shape[]} */ (setting(stage)));
    this.#lay({});
  }

  #mount() {
    for (const { group, layer, lamp, over } of this.arms) group.append(layer.group, lamp.group, over.group);
    const person = [
      this.parts.group,
      this.lamp.group,
      this.head.group,
      this.back,
      ...this.arms.map(({ group }) => group),
    ];
    const all = [this.setting.group, this.ghost, this.shadows.group, ...person];
    const world = {
      transform: `scale(${1 / UNIT} ${-1 / UNIT})`,
      "stroke-linejoin": "round",
      "stroke-linecap": "round",
    };
    const frame = { viewBox: this.stage.box.join(" "), preserveAspectRatio: "xMidYMax meet", "aria-hidden": "true" };
    return element("svg", frame, element("g", world, ...all));
  }

  /** Lay out the dashed end position. @param {Pick<Moment, "range" | "ghost">} moment */
  #lay({ range, ghost: end }) {
    const wanted = `${range} ${end}`;
    if (wanted === this.laid) return;
    this.laid = wanted;
    this.ghost.setAttribute("d", ghost(this.stage, range, end));
  }

  /** Draw one moment. @param {Moment} moment */
  draw(moment) {
    this.#lay(moment);
    this.pose = poseAt(this.stage, moment);
    this.#show(frame(this.stage, this.pose));
  }

  /** Draw one moment of a way between two movements: another eye, and things that come and go. @param {Shot} shot */
  film(shot) {
    const { cam, box, ground, pose } = shot;
    this.ghost.remove();
    const floor = surroundings(cam, [box[0], box[1] + ground, box[2], box[3]], []);
    const around = shot.things.flatMap((thing, i) => standing(thing, shot, i));
    this.svg.setAttribute("viewBox", box.join(" "));
    this.setting.draw(/** @type {Shape[]} */ ([...floor.map((part) => moved(part, [0, ground], 1)), ...around]));
    this.pose = pose;
    this.#show(frame({ ...this.stage, cam, props: [], drawing: { ...this.stage.drawing, ...UNLIT } }, pose));
  }

  /** @param {Frame} now */
  #show(now) {
    this.shadows.draw(now.shadows.map((oval, i) => ({ id: String(i), ...oval })));
    this.parts.draw(/** @type {Shape[]} */ (now.parts));
    this.head.draw(/** @type {Shape[]} */ (now.head));
    this.back.setAttribute("d", now.backline);
    this.lamp.shine(now.glow?.body);
    this.arms.forEach(({ layer, lamp, over, group }, i) => {
      const arm = now.arms[i];
      layer.draw(/** @type {Shape[]} */ (arm?.parts ?? []));
      lamp.shine(now.glow?.sleeves[i]);
      over.draw(/** @type {Shape[]} */ (arm?.over ?? []));
      group.setAttribute("opacity", String(arm?.opacity ?? 0));
    });
  }
}
