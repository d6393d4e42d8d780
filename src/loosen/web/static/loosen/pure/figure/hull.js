// Outlines round discs: palms, feet, caps of joints; boards and cushions.
import { circle, disc } from "./plane.js";
import { nth } from "./vector.js";

/** @import { Disc, Poly, Pt } from "./types.js" */

/** Directions an outline is sampled in: few for fingers and toes, more for what is large. */
const FEW = circle(10);
const MANY = circle(14);
/** Radius from which on more are worth it, cm. */
const LARGE = 3;

/**
 * Round a part of the body: in each direction the farthest point of the farthest disc.
 * @param {Disc[]} discs @returns {Poly} counter-clockwise
 */
export function around(discs) {
  const [one, two] = discs;
  if (discs.length === 2 && one && two) return capsule(one, two);
  return (nth(discs, 0)[1] > LARGE ? MANY : FEW).map(([x, y]) => {
    let [farX, farY, far] = [0, 0, Number.NEGATIVE_INFINITY];
    for (const [c, r] of discs) {
      const reach = c[0] * x + c[1] * y + r;
      if (reach <= far) continue;
      far = reach;
      farX = c[0] + x * r;
      farY = c[1] + y * r;
    }
    return /** @type {Pt} */ ([farX, farY]);
  });
}

/** @param {Disc} one @param {Disc} two @returns {Poly} */
function capsule([p, r], [q, s]) {
  const dx = q[0] - p[0];
  const dy = q[1] - p[1];
  const d = Math.hypot(dx, dy);
  if (d <= Math.abs(r - s) + 1e-6) return r > s ? disc(p, r) : disc(q, s);
  const a = Math.atan2(dy, dx);
  const b = Math.acos((r - s) / d);
  return [...fan(q, s, a - b, a + b), ...fan(p, r, a + b, a + 2 * Math.PI - b)];
}

/** Part of a circle. @param {Pt} c @param {number} r @param {number} from @param {number} to @returns {Poly} */
function fan(c, r, from, to) {
  const n = r > 3 ? 5 : 4;
  return Array.from({ length: n + 1 }, (_, i) => {
    const w = from + ((to - from) * i) / n;
    return [c[0] + Math.cos(w) * r, c[1] + Math.sin(w) * r];
  });
}

/** Round things that are made, corner by corner: exact, however flat they are seen. @param {Disc[]} discs @returns {Poly} counter-clockwise */
export function hull(discs) {
  const points = discs.flatMap(([c, r]) => disc(c, r)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const low = half(points, 1);
  const high = half(points, -1);
  high.pop();
  return low.concat(high.reverse().slice(0, -1));
}

/** Lower (1) or upper (-1) half of the hull of sorted points. @param {Poly} points @param {number} s */
function half(points, s) {
  /** @type {Poly} */
  const h = [];
  for (const v of points) {
    while (h.length > 1) {
      const a = nth(h, h.length - 2);
      const b = nth(h, h.length - 1);
      if (((b[0] - a[0]) * (v[1] - a[1]) - (b[1] - a[1]) * (v[0] - a[0])) * s > 0) break;
      h.pop();
    }
    h.push(v);
  }
  return h;
}
