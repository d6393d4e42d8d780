// Convex hulls of discs: palms, feet, caps of joints, cushions.
import { disc } from "./plane.js";
import { nth } from "./vector.js";
/** @import { Disc, Poly, Pt } from "./types.js" */

/** @param {Disc[]} discs @returns {Poly} counter-clockwise */
export function hull(discs) {
  const [one, two] = discs;
  if (discs.length === 2 && one && two) return capsule(one, two);
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
