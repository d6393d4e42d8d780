// What part of the world is shown on a way: always all of the body, never more sudden than the body itself.
import { clamp, lerp, nth } from "./vector.js";

/** @import { Camera, Vec } from "./types.js" */
/** @import { Edges } from "./way-types.js" */

/** Air around the body, cm. */
const AIR_CM = 5;
/** Looks at the body over which the picture widens and narrows again. */
const SPREAD = 3;
/** Sides of a picture in the order of Edges; -1 where less is further out. */
const OUTWARDS = [-1, 1, 1, -1];

/** What a camera must show of a body, measured from where it looks. @param {[Vec, number][]} extent @param {Camera} cam @param {readonly number[]} focus @returns {Edges} */
export function needed(extent, cam, focus) {
  const points = extent.map(([p, r]) => ({ at: cam.pt(p), r: r + AIR_CM }));
  const [x, y] = /** @type {[number, number]} */ (focus);
  return [
    Math.min(...points.map(({ at, r }) => at[0] - r)) - x,
    Math.max(...points.map(({ at, r }) => at[0] + r)) - x,
    Math.max(...points.map(({ at, r }) => at[1] + r)) - y,
    Math.min(...points.map(({ at, r }) => at[1] - r)) - y,
  ];
}

/** How many neighbours on each side count: none at both ends, where the picture is given. @param {number} i @param {number} last */
const reachOf = (i, last) => Math.min(SPREAD, i, last - i);

/** A row of values that is never below the one given, and changes slowly. @param {number[]} least @returns {number[]} */
function softened(least) {
  const last = least.length - 1;
  const around = (/** @type {number[]} */ row, /** @type {number} */ i) =>
    row.slice(i - reachOf(i, last), i + reachOf(i, last) + 1);
  const highest = least.map((_, i) => Math.max(...around(least, i)));
  return highest.map((_, i) => {
    const near = around(highest, i);
    return Math.max(nth(least, i), near.reduce((sum, v) => sum + v, 0) / near.length);
  });
}

/**
 * The picture from one to another: what both ends show, and all of the body between.
 * @param {Edges} from @param {Edges} to @param {Edges[]} needs at even steps, the ends among them
 * @returns {(share: number) => Edges}
 */
export function framing(from, to, needs) {
  const last = needs.length - 1;
  const rows = OUTWARDS.map((sign, side) =>
    softened(
      needs.map((need, i) => {
        const given = lerp(nth(from, side), nth(to, side), i / last);
        const inner = i === 0 || i === last ? given * sign : nth(need, side) * sign;
        return Math.max(given * sign, inner);
      }),
    ).map((v) => v * sign),
  );
  return (share) => {
    const at = clamp(share, 0, 1) * last;
    const i = Math.min(last - 1, Math.floor(at));
    return /** @type {Edges} */ (rows.map((row) => lerp(nth(row, i), nth(row, i + 1), at - i)));
  };
}
