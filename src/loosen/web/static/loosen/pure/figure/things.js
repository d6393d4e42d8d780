// The things around the person on a way: what stands at both ends stays, a mat changes its length, the rest comes and goes.
import { movedTo } from "./placing.js";
import { clamp, lerp, nth, ramp, size, sub } from "./vector.js";

/** @import { Vec } from "./types.js" */
/** @import { Placement, Thing } from "./way-types.js" */

/** Two places nearer than this are one, cm. */
const SAME_CM = 0.5;

/** When a thing goes and when it comes, on a way of so many segments. @typedef {{ goes: (n: number) => number[], comes: (n: number) => number[] }} When */
/** @type {When} */
const AT_ENDS = { goes: () => [0, 0.7], comes: (n) => [n - 1, n - 0.3] };
/** What a body lies on is there the longest; a chair is there while it is near. @type {Readonly<Record<string, When>>} */
const WHEN = {
  mat: { goes: (n) => [n - 2, n - 1], comes: () => [0, 1] },
  chair: { goes: () => [2, 3], comes: (n) => [n - 3, n - 2] },
};

/** @param {string} kind */
const whenOf = (kind) => WHEN[kind] ?? AT_ENDS;

/** A window of a way, no narrower than half a segment. @param {readonly number[]} window @param {number} n @returns {[number, number]} */
function within([a = 0, b = 0], n) {
  const start = clamp(a, 0, n - 0.5);
  return [start, Math.max(start + 0.5, Math.min(b, n))];
}

/** @param {Thing} one @param {Thing} other */
const isSame = (one, other) =>
  one.prop.kind === other.prop.kind &&
  JSON.stringify(one.prop) === JSON.stringify(other.prop) &&
  one.placement.turn === other.placement.turn &&
  size(sub(one.placement.by, other.placement.by)) < SAME_CM;

/** A mat in the common world: turned by a half it has its ends changed. @param {Thing} mat @returns {Thing} */
function matInWorld({ prop, placement, opacity }) {
  const ends = /** @type {number[]} */ (prop.x ?? [-95, 95]).map((x) => movedTo([x, 0, 0], placement)[0]);
  const [, , z] = placement.by;
  /** @type {Placement} */
  const aside = { turn: 0, by: [0, 0, z] };
  return {
    prop: { kind: "mat", x: [Math.min(...ends), Math.max(...ends)], w: prop.w ?? 32 },
    placement: aside,
    opacity,
  };
}

/** @param {Thing} a @param {Thing} b @param {number} t @returns {Thing} */
function matBetween(a, b, t) {
  const x = [0, 1].map((i) => lerp(nth(a.prop.x, i), nth(b.prop.x, i), t));
  const by = /** @type {Vec} */ ([0, 0, lerp(a.placement.by[2], b.placement.by[2], t)]);
  return {
    prop: { kind: "mat", x, w: lerp(a.prop.w, b.prop.w, t) },
    placement: { turn: 0, by },
    opacity: lerp(a.opacity, b.opacity, t),
  };
}

/**
 * What is around at a moment of a way of n segments.
 * @param {readonly Thing[]} before @param {readonly Thing[]} after @param {number} n
 * @returns {(at: number) => Thing[]} at: 0 to n
 */
export function thingsBetween(before, after, n) {
  const mats = [before, after].map((things) => things.filter(({ prop }) => prop.kind === "mat").map(matInWorld)[0]);
  const [from, to] = mats;
  const both = from && to;
  const others = (/** @type {readonly Thing[]} */ things) => things.filter(({ prop }) => !both || prop.kind !== "mat");
  const [olds, news] = [others(before), others(after)];
  return (at) => {
    const staying = news.map((thing) => {
      const was = olds.find((old) => isSame(old, thing));
      const [a, b] = within(whenOf(thing.prop.kind).comes(n), n);
      return { ...thing, opacity: was ? lerp(was.opacity, 1, Math.min(1, at)) : ramp(at, a, b) };
    });
    const leaving = olds
      .filter((old) => !news.some((thing) => isSame(old, thing)))
      .map((thing) => {
        const [a, b] = within(whenOf(thing.prop.kind).goes(n), n);
        return { ...thing, opacity: thing.opacity * (1 - ramp(at, a, b)) };
      });
    const mat = both ? [matBetween(from, to, ramp(at, 0, n))] : [];
    return [...mat, ...leaving, ...staying].filter(({ opacity }) => opacity > 0);
  };
}
