// A box between both hands: part of the picture of the body, because it moves with it.
import { hull } from "./hull.js";
import { built } from "./path.js";
import { add, cross, dot, scale, sub, unit } from "./vector.js";

/** @import { Camera, Part, Prop, Skeleton, Vec } from "./types.js" */

/** How far the palm is from the wrist, cm. */
const PALM_CM = 8;
/** The edges are a little round, cm. */
const ROUND_CM = 0.8;

/**
 * The box, as wide as the hands are apart: size is its length away from the body, and its height.
 * @param {Camera} cam @param {Skeleton} G @param {Prop} prop @returns {Part[]}
 */
export function box(cam, G, { size: [length, height] = [30, 22] }) {
  const { armR, armL } = G.limbs;
  const [right, left] = [armR, armL].map(({ end, dir }) => add(end, scale(dir, PALM_CM)));
  if (!right || !left) return [];
  const across = unit(sub(right, left));
  const ahead = unit(cross([0, 1, 0], across));
  const away = scale(ahead, dot(ahead, armR.dir) < 0 ? -1 : 1);
  /** @type {(low: number, high: number) => Part["d"]} */
  const slab = (low, high) => {
    const corners = [right, left].flatMap((palm) =>
      [-length / 2, length / 2].flatMap((x) =>
        [low, high].map((y) => add(palm, add(scale(away, x), /** @type {Vec} */ ([0, y, 0])))),
      ),
    );
    return built([hull(corners.map((corner) => [cam.pt(corner), ROUND_CM]))]);
  };
  return [
    { id: "box", look: "wood", d: slab(-height / 2, height / 2) },
    { id: "box-lid", look: "woodFar", d: slab(height / 2, height / 2) },
  ];
}
