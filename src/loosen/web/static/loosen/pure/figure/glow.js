// The warm glow where a movement works: circles that are shown only inside the clothes.
import { rough, UNIT } from "./path.js";
import { inside, minus } from "./plane.js";
import { mix } from "./vector.js";

/** @import { Camera, Glow, Light, Picture, Poly, Pt, Skeleton, Vec } from "./types.js" */

/** @type {Readonly<Record<string, (G: Skeleton) => [Vec, number][]>>} */
const REGIONS = {
  "low-back": (G) => [[G.at("l2", 2, -4), 15]],
  spine: (G) => [
    [G.at("l2", 2, 0), 18],
    [G.at("t1", 2, 10), 18],
  ],
  hips: (G) => [[G.at("pelvis", -2, 0), 17]],
  shoulders: (G) => [
    [G.limbs.armR.root, 13],
    [G.limbs.armL.root, 13],
  ],
  neck: (G) => [[G.at("neck", 0, -5), 17]],
  chest: (G) => [[G.at("t1", 4, 9), 20]],
  belly: (G) => [[G.at("l2", 6, 0), 17]],
  buttocks: (G) => [[G.at("pelvis", -6, -2), 15]],
  thighs: ({ limbs: { legR, legL } }) => [legR, legL].map((L) => [mix(L.root, L.mid, 0.5), 16]),
  calves: ({ limbs: { legR, legL } }) => [legR, legL].map((L) => [mix(L.mid, L.end, 0.36), 13]),
};

/** The light that falls on some cloth. @param {[Pt, number][]} spots @param {Poly[]} cloth @returns {Light} */
function light(spots, cloth) {
  const near = spots.filter(([c, r]) =>
    cloth.some((poly) => inside(poly, c) || poly.some((p) => Math.hypot(...minus(p, c)) < r)),
  );
  const circles = near.map(([[x, y], r]) => ({ cx: Math.round(x * UNIT), cy: Math.round(y * UNIT), r: r * UNIT }));
  return { clip: circles.length ? rough(cloth) : "", circles };
}

/** @param {Camera} cam @param {Skeleton} G @param {string} region @param {Picture} picture @returns {Glow} */
export function glow(cam, G, region, { body, arms }) {
  /** @type {[Pt, number][]} */
  const spots = (REGIONS[region]?.(G) ?? []).map(([v, r]) => [cam.pt(v), r]);
  return { body: light(spots, body), sleeves: arms.map(({ sleeve }) => light(spots, sleeve)) };
}
