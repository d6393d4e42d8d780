// Contact shadows: a flat oval on the floor under everything that comes near it.

import { UNIT } from "./path.js";
import { LIMBS } from "./skeleton.js";
import { sin } from "./vector.js";

/** @import { Camera, Oval, Skeleton, Vec } from "./types.js" */

/** Segment, height in it, radius of its shadow. */
const TRUNK = /** @type {const} */ ([
  ["pelvis", 0, 20],
  ["t1", 4, 22],
  ["t2", 6, 20],
  ["head", 10, 10],
]);

/**
 * Every place that may throw a shadow: over which point, how far above the floor, how wide.
 * @param {Skeleton} G @returns {[Vec, number, number][]}
 */
function casters(G) {
  const limbs = LIMBS.flatMap((name) => {
    const { leg, end, mid, dir } = G.limbs[name];
    /** @type {Vec} */
    const tip = [end[0] + dir[0] * 6, 0, end[2] + dir[2] * 6];
    /** @type {[Vec, number, number][]} */
    const made = leg
      ? [
          [tip, end[1] - 7, 13],
          [mid, mid[1] - 4, 10],
        ]
      : [[tip, end[1] - 2, 10]];
    return made;
  });
  const trunk = TRUNK.map(([name, y, width]) => {
    const p = G.at(name, 0, y);
    return /** @type {[Vec, number, number]} */ ([p, p[1] - 9, width]);
  });
  return [...limbs, ...trunk];
}

/** @param {Camera} cam @param {Skeleton} G @returns {Oval[]} always as many, so that none pops */
export function shadows(cam, G) {
  const flat = sin(cam.tilt) * 0.6 + 0.06;
  return casters(G).map(([p, gap, width]) => {
    const near = Math.max(0, 1 - Math.max(0, gap) / 16);
    const [x, y] = cam.pt([p[0], 0, p[2]]);
    const rx = width * (0.7 + 0.3 * near) * UNIT;
    const opacity = Math.round(170 * near) / 1000;
    return {
      cx: Math.round(x * UNIT),
      cy: Math.round((y - 0.3) * UNIT),
      rx: Math.round(rx),
      ry: Math.round((rx * flat) / (0.7 + 0.3 * near)),
      opacity,
    };
  });
}
