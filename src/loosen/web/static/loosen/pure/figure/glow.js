// The warm glow where a movement works: circles that are shown only inside the clothes.
import { rough, UNIT } from "./path.js";

/** @import { Camera, Glow, Picture, Skeleton, Vec } from "./types.js" */

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
  neck: (G) => [[G.at("neck", 0, -3), 13]],
  chest: (G) => [[G.at("t1", 4, 9), 20]],
  belly: (G) => [[G.at("l2", 6, 0), 17]],
  buttocks: (G) => [[G.at("pelvis", -6, -2), 15]],
};

/** @param {Camera} cam @param {Skeleton} G @param {string} region @param {Picture} picture @returns {Glow} */
export function glow(cam, G, region, { body, sleeves, neck }) {
  const circles = (REGIONS[region]?.(G) ?? []).map(([v, r]) => {
    const [x, y] = cam.pt(v);
    return { cx: Math.round(x * UNIT), cy: Math.round(y * UNIT), r: r * UNIT };
  });
  return { body: rough(region === "neck" ? [...body, ...neck] : body), sleeves: rough(sleeves), circles };
}
