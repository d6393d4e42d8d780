// A contact sheet: every level of a movement with the postures it shows, as HTML text. The door bin/stills writes it to
// a file, the live preview shows it in the browser.
import { stage } from "./figure/figure.js";
import { classesOf } from "./figure/looks.js";
import { still } from "./figure/still.js";

/** @import { Drawing } from "./figure/types.js" */

/**
 * A level of render/contact.py; range is a share of the way, seconds are those of its dose.
 * @typedef {{ id: string, name: string, range: number, build: boolean, repetitions: number, seconds: number, postures: string[] }} Level
 */
/**
 * A movement of render/contact.py.
 * @typedef {{ slug: string, name: string, position: string, regions: string[], drawing: Drawing, levels: Level[] }} Leaf
 */

/** Positions in the order of the sheet, from lying to standing. */
const POSITIONS = ["lying", "side-lying", "hands-and-knees", "kneeling", "sitting", "standing"];

/** @type {Record<string, string>} */
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);

/**
 * One posture at rest as an <svg>; the dashed end position with it where `withGhost`.
 * @param {Drawing} drawing @param {string} posture
 * @param {{ person: string, id: string, withGhost?: boolean, scale?: number }} how  id: unique within the page; scale: px a cm
 */
export function picture(drawing, posture, { person, id, withGhost = false, scale = 1 }) {
  const on = stage(drawing, person);
  const [, , width, height] = on.box;
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`;
  const inner = still(on, posture, { id, withGhost });
  return `<svg class="fig ${escaped(classesOf(person))}" ${size} viewBox="${on.box.join(" ")}" role="img" aria-label="${escaped(posture)}">${inner}</svg>`;
}

/** Seconds, or minutes where they are many. @param {number} s */
const long = (s) => (s < 300 ? `${s} s` : `${Math.round(s / 60)} min`);

/** How much of a level, in a few words. @param {Level} level */
function doseOf({ range, build, repetitions, seconds }) {
  const far = range < 1 ? [`${Math.round(range * 100)} % of the way`] : [];
  const often = repetitions === 1 ? "once" : `${repetitions} times`;
  return [often, long(seconds), ...far, ...(build ? ["later"] : [])].join(", ");
}

/** A row of the postures that a level shows. @param {Leaf} leaf @param {Level} level @param {string} person */
export function row({ slug, drawing }, level, person) {
  const own = { ...drawing, range: level.range };
  const pictures = level.postures.map((posture, i) => {
    const how = { person, id: `${slug}-${level.id}-${posture}`, withGhost: i === 0 && level.id === "described" };
    return `<figure>${picture(own, posture, how)}<figcaption>${escaped(posture)}</figcaption></figure>`;
  });
  const head = `<h4>${escaped(level.name)} <small>${escaped(doseOf(level))}</small></h4>`;
  return `<div class="level">${head}<div class="row">${pictures.join("")}</div></div>`;
}

/** One movement. @param {Leaf} leaf @param {string} person */
export function card(leaf, person) {
  const levels = leaf.levels.map((level) => row(leaf, level, person)).join("");
  const head = `<h3 id="${escaped(leaf.slug)}">${escaped(leaf.name)} <small>${escaped([leaf.slug, ...leaf.regions].join(", "))}</small></h3>`;
  return `<section class="card">${head}${levels}</section>`;
}

/**
 * All movements by position, and within it by the region they serve first.
 * @param {Leaf[]} leaves @param {string} person
 */
export function sheet(leaves, person) {
  const groups = POSITIONS.map((position) => {
    const here = leaves.filter((leaf) => leaf.position === position);
    const order = here.sort((one, other) => inOrder(one.regions[0], other.regions[0]) || inOrder(one.slug, other.slug));
    const title = `${position[0]?.toUpperCase()}${position.slice(1).replaceAll("-", " ")}`;
    return order.length
      ? `<section id="${position}"><h2>${title} <small>${order.length}</small></h2>${order.map((leaf) => card(leaf, person)).join("")}</section>`
      : "";
  });
  return groups.join("");
}

/** @param {string} [one] @param {string} [other] */
const inOrder = (one = "", other = "") => (one < other ? -1 : Number(one > other));

/** The styles of a sheet that stands by itself; a checkbox #dark turns the light down. */
export const STYLE = `
  :root { color-scheme: light dark }
  :root:has(#dark:checked) { color-scheme: dark }
  :root:has(#light:checked) { color-scheme: light }
  body { margin: 1rem; font: 15px/1.3 system-ui, sans-serif; color: light-dark(#222, #ddd); background: light-dark(#faf5ec, #1a1815) }
  h2 { border-block-end: 1px solid; margin-block: 2rem 1rem } h3, h4 { margin: 0 } h4 { font-weight: 500 } small { font-weight: 400; opacity: 0.75 }
  .card { display: inline-block; vertical-align: top; margin: 0 2rem 1.5rem 0 } .level { margin-block: 0.25rem 0.5rem }
  .row { display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem } figure { margin: 0 } figcaption { font-size: 0.8rem; opacity: 0.75 }
  .fig { display: block; inline-size: auto; block-size: auto }`;
