// The trunk: the silhouette of eight elliptical sections along the bent spine.
import { local } from "./axes.js";
import { curve, minus, plus } from "./plane.js";
import { add, dot, nth, scale } from "./vector.js";

/** @import { Camera, Person, Poly, Pt, Segment, Skeleton } from "./types.js" */

/**
 * Sections from the crotch to the neck: segment, height in it, half-width, back, front, shift forwards, and what a full
 * breath adds in front; cm.
 */
const SECTIONS = /** @type {const} */ ([
  ["pelvis", -8, 10.5, 6, 6, -1.5, 0],
  ["pelvis", 0, 16.3, 11, 9, -1.6, 0.2],
  ["pelvis", 8, 15.4, 9, 12.6, -2.8, 2.2],
  ["l2", -1.6, 13.4, 5.8, 13.2, 0, 4.8],
  ["t1", 0, 14.2, 6, 14, 0, 3.8],
  ["t1", 11, 15.8, 7.4, 15.2, 0, 2],
  ["t2", 8, 13.6, 7, 12.2, 0, 0.7],
  ["t2", 14, 7.4, 5, 6.2, 0, 0],
]);

/** @param {Camera} cam @param {Skeleton} G @param {Person} person @returns {{ L: Poly, R: Poly, back: Poly }} */
export function trunkShape(cam, G, person) {
  /** @type {Poly} */
  const L = [];
  /** @type {Poly} */
  const R = [];
  /** @type {Poly} */
  const back = [];
  SECTIONS.forEach(([name, y, width, behind, before, shift, breath], i) => {
    const { o, A } = /** @type {Segment} */ (G.S[name]);
    const [wider, thicker, fuller] = /** @type {[number, number, number]} */ (person.add?.[i] ?? [0, 0, 0]);
    const b = behind + thicker;
    const f = before + fuller + breath * G.breath;
    const w = width + wider + breath * G.breath * 0.4;
    const centre = cam.pt(local(o, A, (f - b) / 2 + shift, y));
    const t = cam.pt(A.u);
    const l = Math.hypot(...t) || 1;
    const across = add(scale(cam.X, -t[1] / l), scale(cam.Y, t[0] / l));
    const half = Math.hypot(w * dot(across, A.r), ((f + b) / 2) * dot(across, A.f));
    /** @type {Pt} */
    const n = [(-t[1] / l) * half, (t[0] / l) * half];
    L.push(plus(centre, n));
    R.push(minus(centre, n));
    back.push(cam.pt(local(o, A, shift - b, y)));
  });
  return { L: curve(L, false, 2), R: curve(R, false, 2), back: curve(back, false, 2) };
}

/** How much thicker the seat is than usual, cm. @param {Person} person */
export const seatOf = (person) => (person.add ? nth(nth(person.add, 1), 1) : 0);
